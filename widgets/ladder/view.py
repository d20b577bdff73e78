"""The ladder panel: rows between two strips, and the rules of one-click trading.

Invariants: prices never move by themselves under a held order, nor under the pointer while armed (framing.py says when
else they may). Nothing is placed or moved unless armed. It disarms by itself when the mode changes, the kill switch
engages, the instrument changes, nobody touches it for a minute, or it is hidden. It does not judge orders: risk does,
and answers through the blotter.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.domain.enums import Mode, Side
from core.projections.pictures import LadderLook, LadderPicture, OwnOrder
from widgets.ladder import form, model
from widgets.ladder.framing import Framing
from widgets.ladder.grid import LadderGrid
from widgets.ladder.strips import TradeStrip, ViewStrip
from widgets.style import Theme

IDLE_MS: Final = 60_000
"""Chosen: long enough to wait for a price, short enough that a forgotten ladder is safe."""
HINT_MS: Final = 4_000
FRAME_PX: Final = 2
ARMED_NOTE = "click places, drag moves, Esc disarms"
DISARMED_NOTE = "A arms one-click trading"


class LadderView(QWidget):
    asked = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *,
        new_id: Callable[[], str] = form.fresh_id, presets: tuple[str, ...] = form.PRESETS,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._new_id = new_id
        self._instrument_id = 0
        self._picture: LadderPicture | None = None
        self._framing = Framing()
        self._drawn: model.Window | None = None
        self._version = -1
        self._armed = False
        self._hint = ""
        self.grid = LadderGrid(theme, self)
        self.trade = TradeStrip(theme, presets, self)
        self.viewing = ViewStrip(theme, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(FRAME_PX, FRAME_PX, FRAME_PX, FRAME_PX)
        layout.setSpacing(0)
        layout.addWidget(self.trade)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.viewing)
        self._idle = self._single_shot(IDLE_MS, lambda: self.disarm("disarmed: idle for a minute"))
        self._hint_end = self._single_shot(HINT_MS, self._end_hint)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusProxy(self.grid)
        self.setAccessibleName("Ladder")
        self._connect()
        self._say_status()

    def _single_shot(self, milliseconds: int, ended: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(ended)
        return timer

    def _connect(self) -> None:
        grid, trade, viewing = self.grid, self.trade, self.viewing
        grid.tapped.connect(self._place)
        grid.own_tapped.connect(self._cancel_tapped)
        grid.own_dragged.connect(self._move)
        grid.hovered.connect(self._hover)
        grid.scrolled.connect(self._scroll)
        grid.regrouped.connect(self._regroup)
        grid.recentred.connect(self.recentre)
        grid.resized.connect(self._resize_rows)
        trade.arm_pressed.connect(self._toggle_armed)
        trade.size_given.connect(grid.setFocus)
        trade.cancel_pressed.connect(self._cancel_all)
        viewing.group_pressed.connect(self._regroup)
        viewing.auto_pressed.connect(self._set_auto)
        viewing.centre_pressed.connect(self.recentre)

    # a panel ---------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(460, 720)

    def look(self) -> LadderLook:
        window = self._framing.window
        version = self._version if self._drawn == window else -1
        if window is None:
            return LadderLook(version, self._instrument_id)
        return LadderLook(version, self._instrument_id, window.low, window.high, window.group)

    def draw(self, picture: LadderPicture) -> None:
        self._meet(picture)
        self._picture, self._version = picture, picture.version
        self._framing.resize(self.grid.visible_rows())
        self._framing.follow(picture, self._is_in_hand())
        window = self._framing.window
        settled = window is not None and window == self._drawn
        self._drawn = window if window is None or model.covers(picture, window) else None
        self._show(flash=settled)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.trade, self.grid, self.viewing):
            part.set_theme(theme)
        self.update()

    def show_instrument(self, instrument_id: int) -> None:
        """What the ladder shows from the next frame on; 0: the first listed."""
        if instrument_id != self._instrument_id:
            self.disarm("disarmed: another instrument")
            self._instrument_id = instrument_id
            self._picture, self._drawn, self._version = None, None, -1
            self._framing.forget()
            self.grid.show_nothing()

    def _meet(self, picture: LadderPicture) -> None:
        """What a new picture does to arming and to the rows before it is shown."""
        before = self._picture
        if before is not None and before.instrument.id != picture.instrument.id:
            self._framing.forget()
            self.disarm("disarmed: another instrument")
        if picture.kill_engaged:
            self.disarm("disarmed: kill switch engaged")
        elif before is not None and before.mode != picture.mode:
            self.disarm("disarmed: mode changed")

    def _show(self, flash: bool = False) -> None:
        """flash: sizes that differ from what is on screen did change, and were not just unknown."""
        picture, framing = self._picture, self._framing
        self.viewing.auto.setChecked(framing.follows)
        if picture is None:
            return
        self.trade.draw(picture)
        if framing.window is None:
            self.grid.show_nothing()
        else:
            rows = model.rows_of(picture, framing.window)
            self.grid.show_rows(picture.instrument, framing.window, rows, flash)
            self.viewing.show_group(picture.instrument, framing.window.group, framing.is_finest, framing.is_coarsest)
        self.viewing.draw(picture, framing.touch_is(picture))

    # which rows ------------------------------------------------------------------------------------------------------

    def _is_in_hand(self) -> bool:
        return self.grid.is_held() or (self._armed and self.grid.is_pointed_at())

    def recentre(self) -> None:
        if self._picture is not None:
            self._framing.recentre(self._picture)
            self._show()

    def _set_auto(self, on: bool) -> None:
        self._framing.auto, self._framing.scrolled = on, False
        if self._picture is not None:
            self._framing.follow(self._picture, in_hand=False)
        self._show()

    def _scroll(self, rows: int) -> None:
        if not self.grid.is_held():
            self._framing.scroll(rows)
            self._show()

    def _regroup(self, steps: int) -> None:
        if self._picture is not None and not self.grid.is_held():
            self._framing.regroup(self._picture, steps)
            self.grid.set_cursor_price(0)
            self._show()

    def _resize_rows(self) -> None:
        self._framing.resize(self.grid.visible_rows())
        self._show()

    # arming ----------------------------------------------------------------------------------------------------------

    def is_armed(self) -> bool:
        return self._armed

    def arm(self) -> None:
        picture = self._picture
        if picture is None or not model.has_market(picture):
            self._give_hint("no market to trade yet")
        elif picture.kill_engaged:
            self._give_hint("kill switch is engaged: release it first")
        elif picture.mode is Mode.ENDED:
            self._give_hint("the session has ended")
        elif not self.isVisible():
            self._give_hint("the ladder is hidden")
        else:
            self._set_armed(True)
            self._idle.start()
            self._end_hint()
            return
        self.trade.show_armed(False)

    def disarm(self, why: str = "") -> None:
        """why: shown for a moment, when it was armed."""
        self._idle.stop()
        if self._armed:
            self._set_armed(False)
            self._give_hint(why)

    def _toggle_armed(self) -> None:
        if self._armed:
            self.disarm()
        else:
            self.arm()

    def _set_armed(self, armed: bool) -> None:
        self._armed = armed
        self.trade.show_armed(armed)
        self.grid.set_armed(armed)
        self._say_status()
        self.update()

    def _may_trade(self) -> bool:
        """Touching the rows keeps an armed ladder awake."""
        if self._armed:
            self._idle.start()
            return True
        self._give_hint("disarmed: press A to arm")
        return False

    # asking ----------------------------------------------------------------------------------------------------------

    def _place(self, side: Side, price: int) -> None:
        picture = self._picture
        if picture is None or price <= 0 or not self._may_trade():
            return
        wrong = self.trade.size_error()
        if wrong:
            self._give_hint(wrong)
            return
        qty = form.size(picture.instrument, self.trade.field.text())
        self.asked.emit(form.place(picture.instrument, side, price, qty, self._new_id()))

    def _cancel_tapped(self, orders: tuple[OwnOrder, ...]) -> None:
        if self._may_trade():
            self._ask_each(form.cancel(self._still_open(orders)))

    def _move(self, orders: tuple[OwnOrder, ...], price: int) -> None:
        if price > 0 and self._may_trade():
            self._ask_each(form.move(self._still_open(orders), price))

    def _still_open(self, orders: tuple[OwnOrder, ...]) -> list[OwnOrder]:
        """As they are now: during a drag they may have been filled or cancelled."""
        wanted = {order.order_id for order in orders}
        return [order for order in self._picture.own if order.order_id in wanted] if self._picture is not None else []

    def _cancel_all(self, side: Side | None) -> None:
        if self._picture is not None:
            self.asked.emit(form.cancel_all(self._picture.instrument, side))

    def _ask_each(self, commands: Sequence[object]) -> None:
        for command in commands:
            self.asked.emit(command)

    # words -----------------------------------------------------------------------------------------------------------

    def _give_hint(self, text: str) -> None:
        self._hint = text
        if self._hint and self.isVisible():
            self._hint_end.start()
        self._say_status()

    def _end_hint(self) -> None:
        self._hint_end.stop()
        self._hint = ""
        self._say_status()

    def _hover(self, side: Side | None, price: int) -> None:
        self._say_status(side, price)

    def _say_status(self, side: Side | None = None, price: int = 0) -> None:
        if self._hint:
            self.trade.status.say(self._hint, "text")
        elif self._armed and side is not None and self._picture is not None:
            word = "buy" if side is Side.BUY else "sell"
            price_text = self._picture.instrument.price_text(price)
            self.trade.status.say(f"{word} {self.trade.field.text().strip()} at {price_text}", "text")
        else:
            self.trade.status.say(ARMED_NOTE if self._armed else DISARMED_NOTE, "text" if self._armed else "muted")

    # keys and frame --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(key), 0)
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        once = plain and not event.isAutoRepeat()
        if step and plain:
            self._move_cursor(step)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and plain:
            self._scroll(self.grid.visible_rows() // 2 * (1 if key == Qt.Key.Key_PageUp else -1))
        elif once and self._letter_key(key):
            pass
        elif once and 0 <= key - Qt.Key.Key_1 < len(self.trade.presets):
            self.trade.choose(self.trade.presets[key - Qt.Key.Key_1])
        else:
            super().keyPressEvent(event)

    def _letter_key(self, key: int) -> bool:
        """Never on auto-repeat: a key held down must not send a stream of orders."""
        actions: dict[int, Callable[[], None]] = {
            Qt.Key.Key_A: self._toggle_armed, Qt.Key.Key_C: self.recentre, Qt.Key.Key_Escape: self._escape,
            Qt.Key.Key_B: lambda: self._place_at_cursor(Side.BUY),
            Qt.Key.Key_S: lambda: self._place_at_cursor(Side.SELL),
            Qt.Key.Key_Delete: self._cancel_at_cursor,
            Qt.Key.Key_Plus: lambda: self._regroup(1), Qt.Key.Key_Minus: lambda: self._regroup(-1),
        }
        action = actions.get(key)
        if action is not None:
            action()
        return action is not None

    def _escape(self) -> None:
        if self.grid.is_held():
            self.grid.drop_drag()
        else:
            self.grid.setFocus()
            self.disarm()

    def _move_cursor(self, step: int) -> None:
        window, picture = self._framing.window, self._picture
        if window is None or picture is None:
            return
        price = self.grid.cursor_price
        if self.grid.row_at(price) is None:
            touch = model.row_price(picture.bid or picture.ask or picture.last, Side.BUY, window.group)
            price = touch if self.grid.row_at(touch) is not None else window.price(window.rows // 2)
        elif price + step * window.group > 0:
            price += step * window.group
        self.grid.set_cursor_price(price)
        if self.grid.row_at(price) is None:
            self._scroll(step)
        if self._armed:
            self._idle.start()

    def _place_at_cursor(self, side: Side) -> None:
        if self.grid.row_at(self.grid.cursor_price) is None:
            self._give_hint("choose a row first: arrow keys")
        else:
            self._place(side, self.grid.cursor_price)

    def _cancel_at_cursor(self) -> None:
        """Works disarmed too: it can only take risk away."""
        row = self.grid.row_at(self.grid.cursor_price)
        if row is not None:
            self._ask_each(form.cancel((*row.own_bids, *row.own_asks)))

    def hideEvent(self, event: QHideEvent) -> None:
        self.disarm("disarmed: was hidden")
        self._hint_end.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        if self._armed:
            painter.setPen(QPen(self._theme.color("warning"), 2 * FRAME_PX))
            painter.drawRect(self.rect())
