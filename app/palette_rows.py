"""What Ctrl+K lists beside actions: instruments, our working orders, settings; and what choosing one does.

Invariant: it only shows; what changes an order or a setting is asked for in its panel. Rows are made when the first letter is typed.
"""

from collections.abc import Iterable
from functools import partial

from app.dock import FIRST_LINK
from app.projections import Projections
from app.settings_panel import PANEL, SettingsPanel
from app.window import TerminalWindow
from core.domain.instrument import NARROW_SPACE
from core.projections.pictures import OrderRow
from widgets.labels import ORDER_TYPE, SIDE
from widgets.palette.found import Found
from widgets.sizes import plain_qty_text
from widgets.tongue import tr
from widgets.trigger_at import of_row


class PaletteRows:
    """Of one window. projections: the core folds them; a copy of what they hold is taken."""

    def __init__(self, window: TerminalWindow, projections: Projections, settings: SettingsPanel) -> None:
        self._window, self._market, self._orders, self._settings = window, projections.market, projections.orders, settings
        window.finding.kinds = (self.instruments, self.working, self.settings)

    def instruments(self) -> Iterable[Found]:
        kind = tr("Instrument")
        for quote in list(self._market.quotes.values()):
            one = quote.instrument
            yield Found(one.symbol, kind, partial(self.show_instrument, one.id), f"{one.venue} {one.base} {one.quote}")

    def working(self) -> Iterable[Found]:
        """The newest first."""
        kind, limit, side = tr("Order {id}"), tr("{side} {qty} {symbol} at {price}"), {one: SIDE[one] for one in SIDE}
        for row in reversed(list(self._orders.open.values())):
            one = row.instrument
            if one is not None:
                stop, price = of_row(row), one.price_text(row.price) if row.price else ""
                words = "{side} {qty} {symbol}, {stop}" if stop else limit if price else "{side} {qty} {symbol}"
                words = words.format(side=side[row.side], qty=plain_qty_text(one, row.leaves), symbol=one.symbol, price=price, stop=stop)
                price = stop or price
                more = f"{ORDER_TYPE[row.order_type]} {price.replace(NARROW_SPACE, '')} {row.client_order_id}"
                yield Found(words, kind.format(id=row.order_id), partial(self.show_order, row), more)

    def settings(self) -> Iterable[Found]:
        kind = tr("Setting")
        for row in self._settings.rows():
            yield Found(row.title, kind, partial(self.show_setting, row.title), f"{row.name} {row.group}")

    def show_instrument(self, id: int) -> None:
        """In the panel in focus and those of its group; if that shows no instrument, in the first group."""
        dock, links = self._window.panel_in_focus(), self._window.docking.links
        if dock is not None and dock.panel.linked:
            links.choose_in(dock, id)
        else:
            links.choose(FIRST_LINK, id)

    def show_order(self, row: OrderRow) -> None:
        """Its story, and its row, unless a filter hides it."""
        self._window.focus_panel("orders")
        self._window.view("orders").tell(row.key)

    def show_setting(self, title: str) -> None:
        self._window.focus_panel(PANEL)
        self._window.view(PANEL).search.setText(title)
