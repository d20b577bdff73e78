"""The hands on a ticket: which control changes what, and what each key does that the table of keys has for it. Decides nothing about
orders."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from core.domain.enums import OrderType, Side
from widgets.keyboard import pressed
from widgets.ticket import steps
from widgets.ticket.draft import MAIN, TERMS, Distance, QtyUnit, exit_text, with_exit
from widgets.ticket.numbers import price_text

if TYPE_CHECKING:
    from widgets.ticket.view import TicketView

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Hands:
    def __init__(self, view: "TicketView") -> None:
        self._view, self._parts = view, view.parts
        self._does = self._meanings()
        self._connect()

    def _connect(self) -> None:
        view, parts = self._view, self._parts
        for side, side_button in parts.sides.items():
            side_button.clicked.connect(lambda _on=False, side=side: view.choose_side(side))
        parts.types.chosen.connect(view.choose_type)
        parts.times.chosen.connect(view.choose_time)
        parts.unit.chosen.connect(view.choose_unit)
        for name, chooser in parts.choosers.items():
            chooser.chosen.connect(lambda value, name=name: view.edit(**{name: value}))
        for name, chip in parts.chips.items():
            chip.clicked.connect(lambda on, name=name: view.edit(**{name: on}))
        parts.qty.textEdited.connect(lambda text: view.edit(qty=text))
        parts.main.textEdited.connect(lambda text: view.edit(**{MAIN[view.draft.order_type]: text}))
        for name, field in parts.fields.items():
            if name not in parts.exits.fields:
                field.textEdited.connect(lambda text, name=name: view.edit(**{name: text}))
        for name, field in parts.terms.fields.items():
            field.stepped.connect(lambda by, name=name: self._step(name, by))
        for name, exit in parts.exits.fields.items():
            exit.textEdited.connect(lambda text, name=name: view.edit(**with_exit(view.draft, name, text)))
            exit.stepped.connect(lambda by, name=name: self._step_exit(name, by))
        parts.qty.stepped.connect(self._step_qty)
        parts.main.stepped.connect(lambda by: self._step(MAIN[view.draft.order_type], by))
        for text, button in parts.presets.items():
            button.clicked.connect(lambda _on=False, text=text: view.edit(qty=text, qty_in=QtyUnit.BASE))
        for which, button in parts.touches.items():
            button.clicked.connect(lambda _on=False, which=which: self._take(which))
        for number, tab in enumerate(parts.tabs):
            tab.clicked.connect(lambda _on=False, number=number: parts.show_page(number))
        parts.typed.textEdited.connect(view.confirm)
        parts.again.clicked.connect(view.again)
        parts.send.clicked.connect(view.submit)

    # steps ----------------------------------------------------------------------------------------------------------

    def _step_qty(self, by: int) -> None:
        picture, draft = self._view.picture, self._view.draft
        if picture is not None:
            self._view.edit(qty=steps.stepped_amount(draft.qty, draft.qty_in, picture.instrument, by))

    def _step(self, name: str, by: int) -> None:
        """One step of a field, in whatever it counts."""
        draft = self._view.draft
        counted = draft.trail_in if name == "trail" else Distance.PRICE
        stepped = self._stepped(name, getattr(draft, name), counted, by)
        if stepped is not None:
            self._view.edit(**{name: stepped})

    def _step_exit(self, name: str, by: int) -> None:
        draft = self._view.draft
        stepped = self._stepped(name, exit_text(draft, name), draft.exits_in, by)
        if stepped is not None:
            self._view.edit(**with_exit(draft, name, stepped))

    def _stepped(self, name: str, text: str, counted: Distance, by: int) -> str | None:
        """None: no instrument yet."""
        picture, draft = self._view.picture, self._view.draft
        if picture is None:
            return None
        instrument = picture.instrument
        if name in ("display", "spread", "min_qty"):
            return steps.stepped_qty(text, instrument, by)
        if name == "offset":
            return steps.stepped_ticks(text, by, signed=True)
        if name == "away" or counted is Distance.PERCENT:
            return steps.stepped_hundredths(text, by, 10)
        if counted is Distance.TICKS:
            return steps.stepped_ticks(text, by)
        start = (picture.bid if draft.side is Side.BUY else picture.ask) or picture.last
        return steps.stepped_price(text, instrument, by, start)

    def _take(self, which: str) -> None:
        """A price of the market, as it is now; it does not follow it."""
        picture, draft = self._view.picture, self._view.draft
        if picture is None or MAIN[draft.order_type] == "trail":
            return
        prices = {
            "Bid": picture.bid, "Ask": picture.ask, "Last": picture.last,
            "Mid": steps.middle(picture.instrument, picture.bid, picture.ask, draft.side),
        }
        if prices[which] > 0:
            self._view.edit(**{MAIN[draft.order_type]: price_text(picture.instrument, prices[which])})

    # keys -----------------------------------------------------------------------------------------------------------

    def on(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What the key does; None: it is not the ticket's."""
        key, modifiers = event.key(), event.modifiers()
        run = self._does.get(pressed("ticket", event))
        if run is not None:
            return run
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return None
        if key in ENTER:
            sends = modifiers & Qt.KeyboardModifier.ControlModifier or self._parts.send.hasFocus()
            return self._view.submit if sends else self._next
        return self._view.clear if key == Qt.Key.Key_Escape and not modifiers & Qt.KeyboardModifier.ControlModifier else None

    def _meanings(self) -> dict[str, Callable[[], object]]:
        view, parts = self._view, self._parts
        return {
            "ticket.buy": lambda: view.choose_side(Side.BUY), "ticket.sell": lambda: view.choose_side(Side.SELL),
            "ticket.again": view.again,
            "ticket.limit": lambda: view.choose_type(OrderType.LIMIT), "ticket.market": lambda: view.choose_type(OrderType.MARKET),
            "ticket.stop": lambda: view.choose_type(OrderType.STOP), "ticket.types": parts.types.open, "ticket.times": parts.times.open,
            "ticket.unit": lambda: parts.unit.step(1), "ticket.qty": lambda: self._focus("qty"),
            "ticket.price": lambda: self._focus(MAIN[view.draft.order_type]), "ticket.trigger": lambda: self._focus("trigger"),
            "ticket.typed": lambda: parts.typed.setFocus(Qt.FocusReason.ShortcutFocusReason), "ticket.less": parts.less.click,
            **{f"ticket.{which.lower()}": partial(self._take, which) for which in parts.touches},
            **{f"ticket.{page}": partial(self._open, number) for number, page in enumerate(("terms", "exits", "presets"))},
        }

    def _next(self) -> None:
        self._view.focusNextChild()

    def _open(self, page: int) -> None:
        self._parts.show_page(page)
        first = (self._first_term(), self._parts.exits.choosers["link"], self._parts.named.open)[page]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _first_term(self) -> QWidget:
        for name in ("trigger", "post_only", "peg", "trigger_by", "min_qty"):
            if name in TERMS[self._view.draft.order_type]:
                return self._parts.terms.of(name)
        return self._parts.types

    def _focus(self, name: str) -> None:
        self.show_field(name)
        self._parts.field(name, self._view.draft).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_field(self, name: str) -> None:
        """Its page to the front."""
        if name in ("target", "stop", "other", "link", "exits_in"):
            self._parts.show_page(1)
        elif name in TERMS[self._view.draft.order_type] and name != MAIN[self._view.draft.order_type]:
            self._parts.show_page(0)
