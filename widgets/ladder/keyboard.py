"""The ladder by keys alone: a cursor on the rows, orders placed, cancelled and moved at it, a level opened, everything else.

It does what the mouse does through the view's own ways, so the same rules hold. Which key does what, the table says
(widgets/panel_keys.py); only what moves is fixed here. Invariant: a key held down sends one order.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from core.domain.enums import Side
from widgets.action_keys import meant
from widgets.keyboard import is_typing, portable, pressed
from widgets.ladder import form, model, words
from widgets.ladder.drag import Drag
from widgets.moves import GIVEN_UP
from widgets.tongue import tr

if TYPE_CHECKING:
    from widgets.ladder.view import LadderView

OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""A key that moves is somebody else's with one of these."""
TRADES = {"buy": Side.BUY, "sell": Side.SELL}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Keyboard:
    def __init__(self, view: "LadderView") -> None:
        self._view = view
        self.aims = False
        """The cursor was moved later than the pointer: the words are of what the keys would do."""
        self._does: dict[str, Callable[[], object]] = {
            "arm": view.toggle_armed, "centre": view.recentre, "move": self._take_at_cursor,
            "cancel": self._cancel_at_cursor, "cancel_all": view.cancel_all,
            "cancel_bids": partial(view.cancel_all, Side.BUY), "cancel_asks": partial(view.cancel_all, Side.SELL),
            "coarser": lambda: view.regroup(1), "finer": lambda: view.regroup(-1),
            "edit_size": view.edit_size, "profits": view.toggle_profits,
            **{f"size_{number}": partial(self._choose_size, number - 1) for number in range(1, 6)},
        }

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key means something here."""
        name, firmly = self._named(event)
        run = partial(self._place_at_cursor, TRADES[name], firmly) if name in TRADES else self._does.get(name)
        if run is None:
            return self._fixed(event)
        if event.isAutoRepeat():
            # A key held down must not send a stream of orders.
            return False
        run()
        return True

    def _named(self, event: QKeyEvent) -> tuple[str, bool]:
        """(what the key does, whether Shift was held besides): a key that is given with Shift has none to spare."""
        key = portable(event)
        name, plain = pressed("ladder", event), key.replace("Shift+", "", 1)
        if key == plain:
            return name.partition(".")[2], False
        if not name and not is_typing():
            name = meant("ladder", plain)
            name = name if name.partition(".")[2] in TRADES else ""
        return name.partition(".")[2], meant("ladder", key) != name

    def _fixed(self, event: QKeyEvent) -> bool:
        view, key, modifiers = self._view, event.key(), event.modifiers()
        if modifiers & OTHERS:
            return False
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move_cursor(1 if key == Qt.Key.Key_Up else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            view.scroll_rows(view.grid.visible_rows() // 2 * (1 if key == Qt.Key.Key_PageUp else -1))
        elif key == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._escape()
        elif key in ENTER and not event.isAutoRepeat():
            self._enter(bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        else:
            return False
        return True

    def _choose_size(self, index: int) -> None:
        self._view.trade.sizes.choose(index)

    def _escape(self) -> None:
        view = self._view
        if view.grid.is_held():
            view.grid.drop_drag()
            view.give_hint(tr(GIVEN_UP))
        else:
            view.close_queue()
            view.grid.setFocus()
            view.disarm()

    def _enter(self, shift: bool) -> None:
        """Lets go what is in the hand, or shows the orders at the cursor."""
        view = self._view
        drag, row = view.grid.drag, view.grid.row_at(view.grid.cursor_price)
        if drag is not None and not drag.by_key:
            return
        if drag is not None:
            view.grid.drop_drag()
            if drag.goes_somewhere:
                view.move_orders(drag.orders, drag.price, shift)
        elif view.queue_at is not None and (row is None or row.price == view.queue_at[1]):
            view.close_queue()
        elif row is not None:
            view.toggle_queue(Side.BUY if row.bid or not row.ask else Side.SELL, row.price)
        else:
            view.give_hint(tr(words.CHOOSE_A_ROW))

    def _take_at_cursor(self) -> None:
        view = self._view
        row = view.grid.row_at(view.grid.cursor_price)
        orders = (row.own_bids or row.own_asks) if row is not None else ()
        if row is None or not orders:
            view.give_hint(tr("no order of ours on this row") if row is not None else tr(words.CHOOSE_A_ROW))
        elif view.may_trade():
            view.grid.take(Drag(orders, row.price, by_key=True))

    def _move_cursor(self, step: int) -> None:
        view = self._view
        window, picture, drag = view.framing.window, view.picture, view.grid.drag
        if window is None or picture is None:
            return
        price = view.grid.cursor_price
        if view.grid.row_at(price) is None:
            touch = model.row_price(model.ends(picture)[0], Side.BUY, window.group)
            price = touch if view.grid.row_at(touch) is not None else window.price(window.rows // 2)
        elif price + step * window.group > 0:
            price += step * window.group
        view.grid.set_cursor_price(price)
        if view.grid.row_at(price) is None:
            view.framing.scroll(step)
            view.show_again()
        if drag is not None and drag.by_key:
            view.grid.carry(price)
        view.arming.touched()
        self.aims = True
        view.say_status()

    def _place_at_cursor(self, side: Side, firmly: bool) -> None:
        view = self._view
        if view.grid.row_at(view.grid.cursor_price) is None:
            view.give_hint(tr(words.CHOOSE_A_ROW))
        elif not view.grid.is_held():
            view.place(side, view.grid.cursor_price, firmly)

    def _cancel_at_cursor(self) -> None:
        """Works disarmed too: it can only take risk away."""
        view = self._view
        row = view.grid.row_at(view.grid.cursor_price)
        if row is not None:
            view.ask_each(form.cancel((*row.own_bids, *row.own_asks)))
