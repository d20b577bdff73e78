"""The ladder panel: rows between two strips, and the rules of one-click trading.

Invariants: prices never move by themselves under a held order, nor under the pointer while armed (framing.py says when
else they may). Nothing is placed or moved unless armed; what would trade or fire at once is moved there only with Shift, and a click
far through the touch needs it, too. It disarms by itself when the mode changes, the kill switch engages, the data is stale, the
instrument changes, nobody touches it for a minute, it is hidden, and when somebody else sits down (app/disarming.py). It does not
judge orders: risk does; the blotter has its answer, and a refusal of what was asked here is said here, too.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.domain.enums import Side
from core.projections.pictures import LadderLook, LadderPicture, OwnOrder
from widgets.answers import Answers
from widgets.arming import Arming
from widgets.hint import HINT_MS, REFUSED_MS, Hint
from widgets.ladder import form, model, words
from widgets.ladder.framing import Framing
from widgets.ladder.grid import LadderGrid
from widgets.ladder.keyboard import Keyboard
from widgets.ladder.memo import Memo, read, written
from widgets.ladder.queue import QueueStrip
from widgets.ladder.status import line
from widgets.ladder.strips import TradeStrip, ViewStrip
from widgets.moves import HELD_BACK, at_once
from widgets.style import Theme
from widgets.tongue import tr

FRAME_PX: Final = 2


class LadderView(QWidget):
    asked = Signal(object)
    memo_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, new_id: Callable[[], str] = form.fresh_id) -> None:
        super().__init__(parent)
        self._theme = theme
        self._new_id = new_id
        self._instrument_id = 0
        self.picture: LadderPicture | None = None
        self.framing = Framing()
        self._drawn: model.Window | None = None
        self._version = -1
        self._profits = False
        self.queue_at: tuple[Side, int] | None = None
        self._queue_asked: tuple[Side, int] | None = None
        self._queue_drawn: tuple[Side, int] | None = None
        self.hint = Hint(self.isVisible, self)
        self.answers = Answers()
        self._keep_top = False
        self.keyboard = Keyboard(self)
        self.arming = Arming(self.isVisible, tr("the ladder is hidden"), self)
        self.grid = LadderGrid(theme, self)
        self.trade = TradeStrip(theme, self)
        self.queue = QueueStrip(theme, self)
        self.viewing = ViewStrip(theme, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(FRAME_PX, FRAME_PX, FRAME_PX, FRAME_PX)
        layout.setSpacing(0)
        layout.addWidget(self.trade)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.queue)
        layout.addWidget(self.viewing)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusProxy(self.grid)
        self.setAccessibleName(tr("Ladder"))
        self._connect()
        self.say_status()

    def _connect(self) -> None:
        grid, trade, viewing = self.grid, self.trade, self.viewing
        self.asked.connect(lambda command: self.answers.asked(command, self.picture))
        self.hint.changed.connect(self.say_status)
        self.arming.changed.connect(self._show_armed)
        self.arming.said.connect(self.give_hint)
        grid.tapped.connect(self.place)
        grid.own_tapped.connect(self._cancel_tapped)
        grid.own_dragged.connect(self.move_orders)
        grid.drag_changed.connect(self.say_status)
        grid.opened.connect(self.toggle_queue)
        grid.hovered.connect(self._follow_pointer)
        grid.focus_changed.connect(self.say_status)
        grid.slipped.connect(lambda: self.give_hint(tr(words.SLIPPED)))
        grid.scrolled.connect(self.scroll_rows)
        grid.regrouped.connect(self.regroup)
        grid.recentred.connect(self.recentre)
        grid.resized.connect(self._resize_rows)
        trade.arm_pressed.connect(self.toggle_armed)
        trade.sizes.size_given.connect(grid.setFocus)
        trade.sizes.presets_changed.connect(self.memo_changed)
        trade.sizes.complained.connect(self.give_hint)
        trade.sizes.field.textChanged.connect(lambda _text: self.say_status())
        trade.cancel_pressed.connect(self.cancel_all)
        self.queue.closed.connect(self.close_queue)
        viewing.group_pressed.connect(self.regroup)
        viewing.auto_pressed.connect(self._set_auto)
        viewing.centre_pressed.connect(self.recentre)
        viewing.profits_pressed.connect(self.show_profits)

    # a panel ---------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(460, 720)

    def look(self) -> LadderLook:
        self.grid.settle()
        window, answers = self.framing.window, self.answers
        told = self.picture is not None and self.picture.asked == answers.count
        version = self._version if told and self._drawn == window and self._queue_drawn == self.queue_at else -1
        asked = answers.count, answers.sent, answers.about, answers.since
        self._queue_asked = self.queue_at if window is not None else None
        low, high, group = (window.low, window.high, window.group) if window is not None else (0, 0, 1)
        side, price = self._queue_asked or (Side.BUY, 0)
        return LadderLook(version, self._instrument_id, low, high, group, side, price, *asked)

    def draw(self, picture: LadderPicture) -> None:
        if self._instrument_id not in (0, picture.instrument.id):
            return  # an answer to what was asked before somebody chose another instrument
        self._meet(picture)
        before = self.picture
        turned = before is not None and (before.phase, before.bid, before.ask) != (picture.phase, picture.bid, picture.ask)
        self.picture, self._version = picture, picture.version
        self.framing.resize(self.grid.visible_rows())
        self.framing.follow(picture, self._is_in_hand())
        window = self.framing.window
        settled = window is not None and window == self._drawn
        self._drawn = window if window is None or model.covers(picture, window) else None
        self.show_again(flash=settled)
        self._show_queue(picture)
        refused = self.answers.hear(picture)
        if refused:
            self.give_hint(refused, "critical", REFUSED_MS)
        if turned or self.grid.drag is not None:
            self.say_status()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.trade, self.grid, self.queue, self.viewing):
            part.set_theme(theme)
        self.update()

    def show_instrument(self, instrument_id: int) -> None:
        """What the ladder shows from the next frame on; 0: the first listed."""
        if instrument_id != self._instrument_id:
            self.disarm(tr("disarmed: another instrument"))
            self._instrument_id = instrument_id
            self.answers = Answers()  # a refusal's amounts are in its own instrument's units
            self.picture, self._drawn, self._version = None, None, -1
            self.framing.forget()
            self.close_queue()
            self.grid.show_nothing()

    def memo(self) -> str:
        """What a workspace keeps of this ladder."""
        return written(Memo(self.trade.sizes.kept(), self._profits))

    def recall(self, text: str) -> bool:
        """Whether the text could be read; when not, everything stays."""
        memo = read(text)
        if memo is not None:
            self.trade.sizes.restore(memo.sizes)
            self._set_profits(memo.profits)
        return memo is not None

    def hand_over(self) -> tuple[str, str]:
        return self.trade.sizes.in_use()

    def take_over(self, kept: tuple[str, str]) -> None:
        self.trade.sizes.take(kept)

    def _meet(self, picture: LadderPicture) -> None:
        """What a new picture does to arming and to the rows before it is shown."""
        before = self.picture
        if before is not None and before.instrument.id != picture.instrument.id:
            self.framing.forget()
            self.close_queue()
        self.arming.meet(model.ground(before) if before is not None else None, model.ground(picture))

    def show_again(self, flash: bool = False) -> None:
        """flash: sizes that differ from what is on screen did change, and were not just unknown."""
        picture, framing = self.picture, self.framing
        self.viewing.auto.setChecked(framing.follows)
        if picture is None:
            return
        self.trade.draw(picture)
        self.grid.show_phase(picture.phase)
        if framing.window is None:
            self.grid.show_nothing()
        else:
            rows = model.rows_of(picture, framing.window, self._profits)
            self.grid.show_rows(picture.instrument, framing.window, rows, flash, model.touch_of(picture))
            self.viewing.show_group(picture.instrument, framing.window.group, framing.is_finest, framing.is_coarsest)
        self.viewing.draw(picture, framing.touch_is(picture))

    # which rows ------------------------------------------------------------------------------------------------------

    def _is_in_hand(self) -> bool:
        return self.grid.is_held() or (self.arming.armed and self.grid.is_pointed_at())

    def recentre(self) -> None:
        if self.picture is not None and not self.grid.is_held():
            self.framing.recentre(self.picture)
            self.show_again()

    def _set_auto(self, on: bool) -> None:
        self.framing.auto, self.framing.scrolled = on, False
        if self.picture is not None:
            self.framing.follow(self.picture, in_hand=False)
        self.show_again()

    def scroll_rows(self, rows: int) -> None:
        if not self.grid.is_held():
            self.framing.scroll(rows)
            self.show_again()

    def regroup(self, steps: int) -> None:
        if self.picture is not None and not self.grid.is_held():
            self.close_queue()
            self.framing.regroup(self.picture, steps)
            self.grid.set_cursor_price(0)
            self.show_again()

    def _resize_rows(self) -> None:
        self.framing.resize(self.grid.visible_rows(), self._keep_top)
        self.show_again()

    def show_profits(self, on: bool) -> None:
        """The open position's worth along the prices, as a column."""
        self._set_profits(on)
        self.memo_changed.emit()

    def toggle_profits(self) -> None:
        self.show_profits(not self._profits)

    def edit_size(self) -> None:
        self.trade.sizes.edit()

    def _set_profits(self, on: bool) -> None:
        self._profits = on
        self.viewing.profits.setChecked(on)
        self.grid.show_profits(on)
        self.show_again()

    # one level -------------------------------------------------------------------------------------------------------

    def toggle_queue(self, side: Side, price: int) -> None:
        if self.queue_at == (side, price):
            self.close_queue()
        else:
            self.queue_at = (side, price)
            self.grid.show_opened(self.queue_at)

    def close_queue(self) -> None:
        self.queue_at = self._queue_drawn = None
        self.grid.show_opened(None)
        self._show_strip(None)

    def _show_queue(self, picture: LadderPicture) -> None:
        if self.queue_at is None or self._queue_asked != self.queue_at:
            return
        if picture.queue is None and self._queue_drawn != self.queue_at:
            self.give_hint(tr("no order is known at this price"))
        self._queue_drawn = self.queue_at
        self._show_strip(picture)

    def _show_strip(self, picture: LadderPicture | None) -> None:
        """The rows above keep their prices: somebody may be about to click one."""
        self._keep_top = True
        if picture is None:
            self.queue.hide_queue()
        else:
            self.queue.show_queue(picture.instrument, picture.queue)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._keep_top = False

    # arming ----------------------------------------------------------------------------------------------------------

    def is_armed(self) -> bool:
        return self.arming.armed

    def arm(self) -> None:
        self.arming.arm(model.ground(self.picture) if self.picture is not None else None)

    def disarm(self, why: str = "") -> None:
        """why: shown for a moment, when it was armed."""
        self.arming.disarm(why)

    def toggle_armed(self) -> None:
        (self.disarm if self.arming.armed else self.arm)()

    def _show_armed(self, armed: bool) -> None:
        self.trade.show_armed(armed)
        self.grid.set_armed(armed)
        self.say_status()
        self.update()

    def may_trade(self) -> bool:
        self.arming.touched()
        if not self.arming.armed:
            self.give_hint(words.arm_first())
        return self.arming.armed

    # asking ----------------------------------------------------------------------------------------------------------

    def place(self, side: Side, price: int, firmly: bool = False) -> None:
        """firmly: also far through the touch."""
        picture, window = self.picture, self.framing.window
        if picture is None or window is None or price <= 0 or not self.may_trade():
            return
        wrong = self.trade.sizes.error()
        if wrong:
            self.give_hint(wrong)
            return
        if not firmly and model.goes_too_far(picture.instrument, side, price, model.touch_of(picture), window.group):
            self.give_hint(words.held_back(picture, side, price), "warning")
            return
        instrument, text = picture.instrument, self.trade.sizes.field.text()
        self.asked.emit(form.place(instrument, side, price, form.size(instrument, text), self._new_id()))

    def _cancel_tapped(self, orders: tuple[OwnOrder, ...]) -> None:
        if self.may_trade():
            self.ask_each(form.cancel(self._still_open(orders)))

    def move_orders(self, orders: tuple[OwnOrder, ...], price: int, firmly: bool) -> None:
        """firmly: also to where it would trade, or fire, at once."""
        picture = self.picture
        if picture is None or price <= 0 or not self.may_trade():
            return
        acts = at_once(orders, price, model.touch_of(picture))
        if acts and not firmly:
            self.give_hint(tr(HELD_BACK[acts]), "warning")
            return
        self.ask_each(form.move(self._still_open(orders), price))

    def _still_open(self, orders: tuple[OwnOrder, ...]) -> list[OwnOrder]:
        """As they are now: during a drag they may have been filled or cancelled."""
        wanted = {order.order_id for order in orders}
        return [order for order in self.picture.own if order.order_id in wanted] if self.picture is not None else []

    def cancel_all(self, side: Side | None = None) -> None:
        if self.picture is not None:
            self.asked.emit(form.cancel_all(self.picture.instrument, side))
        else:
            self.give_hint(tr("nothing was cancelled: no instrument is shown yet"))

    def ask_each(self, commands: Sequence[object]) -> None:
        for command in commands:
            self.asked.emit(command)

    def not_taken(self, command: object) -> None:
        """The core did not take what was asked: it will never be answered."""
        self.give_hint(self.answers.leave(), "critical", REFUSED_MS)

    # words -----------------------------------------------------------------------------------------------------------

    def give_hint(self, text: str, token: str = "text", for_ms: int = HINT_MS) -> None:
        self.hint.give(text, token, for_ms)

    def _follow_pointer(self) -> None:
        self.keyboard.aims = False
        self.say_status()

    def show_price_cross(self, price: int | None) -> None:
        """Chart, heatmap and depth point at it."""
        self.grid.show_price_cross(price)

    def say_status(self) -> None:
        window, typed = self.framing.window, self.trade.sizes.field.text()
        group = window.group if window is not None else 0
        said = line(self.picture, self.grid, self.hint, typed, self.arming.armed, self.keyboard.aims, group)
        self.trade.status.say(*said)

    # keys and frame --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keyboard.press(event):
            super().keyPressEvent(event)

    def say_keys(self) -> None:
        self.say_status()
        self.show_again()

    def hideEvent(self, event: QHideEvent) -> None:
        self.disarm(tr("disarmed: was hidden"))
        self.hint.end.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        if self.arming.armed:
            painter.setPen(QPen(self._theme.color("warning"), 2 * FRAME_PX))
            painter.drawRect(self.rect())
