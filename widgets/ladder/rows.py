"""The ladder's rows on screen, what the pointer is over, and what is in the hand.

It shows; what a press does, grid.py says. Invariants: only changed rows are painted again; what is below the pointer is said as soon as the
rows have moved there; while an own order is in the hand is_held() is true and nobody may move the prices.
"""

from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.domain.enums import Phase, Side
from core.domain.instrument import Instrument
from widgets.flash import Flash
from widgets.flat import outline
from widgets.ladder import words
from widgets.ladder.aim import Aim
from widgets.ladder.drag import Drag
from widgets.ladder.model import Row, Window, bar_scale, goes_too_far
from widgets.ladder.paint import TITLE_PX, Columns, RowPainter, columns
from widgets.moves import UNKNOWN, AtOnce, Touch, at_once, crosses
from widgets.sizes import size_text
from widgets.style import ROW_PX, Theme
from widgets.tongue import tr


class LadderRows(QWidget):
    drag_changed = Signal()
    """`drag` is another, or somewhere else."""
    hovered = Signal()
    """`pointed()` is another."""
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = RowPainter(theme)
        self._theme = theme
        self._instrument: Instrument | None = None
        self._window = Window(0, 0, 1)
        self._rows: list[Row] = []
        self._scales = (1, 1)
        self._columns = columns(self.width(), 60)
        self._hover, self._hover_price = -1, 0
        self._aim = Aim()
        self._cross: int | None = None
        self._zone = ""
        self._armed = False
        self.cursor_price = 0
        self._touch = UNKNOWN
        self._profits = False
        self._phase = Phase.CONTINUOUS
        self.drag: Drag | None = None
        self.opened_at: tuple[Side, int] | None = None
        self._inside = False
        self._flash = Flash(self, self._went_out)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Price ladder"))

    # what the view tells it ------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._paint.set_theme(theme)
        self.update()

    def set_armed(self, armed: bool) -> None:
        self._armed = armed
        self.drop_drag()
        self._look_again(taken=armed)
        self.update()

    def show_profits(self, on: bool) -> None:
        self._profits = on
        self._lay_out()
        self._look_again()
        self.update()

    def show_phase(self, phase: Phase) -> None:
        """Above the rows: where a hand that is about to click looks. No row moves for it."""
        if phase is not self._phase:
            self._phase = phase
            self.update(0, 0, self.width(), TITLE_PX)

    def show_opened(self, at: tuple[Side, int] | None) -> None:
        """The level whose orders are shown one by one."""
        self.opened_at = at
        self.update()

    def show_rows(self, instrument: Instrument, window: Window, rows: list[Row], flash: bool, touch: Touch = UNKNOWN) -> None:
        if self.drag is not None and touch != self._touch:
            # Whether it trades or fires at once may be otherwise now.
            self._update_row(window.row(self.drag.price))
        if self._armed and touch != self._touch and self._hover >= 0:
            self._update_row(self._hover)
        self._touch = touch
        changed_instrument = self._instrument is None or instrument.id != self._instrument.id
        before, moved = self._rows, changed_instrument or window != self._window
        scales = (
            bar_scale(max((max(row.bid, row.ask) for row in rows), default=1) or 1),
            bar_scale(max((row.traded for row in rows), default=1) or 1),
        )
        everything = moved or scales != self._scales or len(before) != len(rows)
        self._instrument, self._window, self._rows, self._scales = instrument, window, rows, scales
        if changed_instrument:
            self._lay_out()
        if moved:
            self._flash.clear()
        elif flash:
            self._flash.light(
                (row.price, side) for old, row in zip(before, rows, strict=False)
                for side, changed in ((Side.BUY, old.bid != row.bid), (Side.SELL, old.ask != row.ask)) if changed
            )
        if everything:
            self.update()
            self._look_again()
            return
        for index, (old, row) in enumerate(zip(before, rows, strict=True)):
            if old != row:
                self._update_row(index)

    def show_nothing(self) -> None:
        if self._instrument is not None:
            self._instrument, self._rows, self._window = None, [], Window(0, 0, 1)
            self.drop_drag()
            self._flash.clear()
            self._look_again()
            self.update()

    def set_cursor_price(self, price: int) -> None:
        for at in (self.cursor_price, price):
            if at and self._rows:
                self._update_row(self._window.row(at))
        self.cursor_price = price

    def visible_rows(self) -> int:
        return max(1, (self.height() - TITLE_PX) // ROW_PX)

    def row_at(self, price: int) -> Row | None:
        index = self._window.row(price) if self._rows else -1
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def row_rect(self, price: int, zone: str) -> QRect:
        """Where a cell is on screen; zone: a column's name."""
        edges = {name: index for index, name in enumerate(Columns._fields)}
        left, right = self._columns[edges[zone]], self._columns[edges[zone] + 1]
        return QRect(left, TITLE_PX + self._window.row(price) * ROW_PX, right - left, ROW_PX)

    def is_held(self) -> bool:
        return self.drag is not None

    def is_pointed_at(self) -> bool:
        return self._inside

    def pointed(self) -> tuple[Side | None, int]:
        """What a press would trade, and at which price."""
        side = Side.BUY if self._zone == "bids" else Side.SELL if self._zone == "asks" else None
        return side if self._hover_price else None, self._hover_price

    def settle(self) -> None:
        """Once a frame: whether the rows were moved on the screen, by whatever stands around them."""
        if self._aim.has_slid(self):
            self._look_again()

    def take(self, drag: Drag) -> None:
        self.drag = drag
        self.update()
        self.drag_changed.emit()

    def carry(self, price: int) -> None:
        """To another row, 0: outside."""
        drag = self.drag
        if drag is not None:
            before = drag.price
            if drag.carry(price):
                for row in (before, price):
                    if row:
                        self._update_row(self._window.row(row))
                self.drag_changed.emit()

    def drop_drag(self) -> None:
        if self.drag is not None:
            self.drag = None
            self.update()
            self.drag_changed.emit()

    # painting --------------------------------------------------------------------------------------------------------

    def rows(self) -> tuple[Row, ...]:
        """What is shown, top row first."""
        return tuple(self._rows)

    def sizeHint(self) -> QSize:
        return QSize(456, TITLE_PX + 24 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, TITLE_PX + 6 * ROW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.drop_drag()
        self._lay_out()
        self.resized.emit()
        self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        self._flash.clear()
        self.drop_drag()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._instrument is None:
            self._paint.nothing(painter, self.rect())
            return
        region = event.region()
        at = self._columns
        if region.intersects(QRect(0, 0, self.width(), TITLE_PX)):
            self._paint.titles(painter, at, self._instrument, self._phase)
        lit = self._flash.is_lit
        for index, row in enumerate(self._rows):
            y = TITLE_PX + index * ROW_PX
            if region.intersects(QRect(0, y, self.width(), ROW_PX)):
                flashes = (lit((row.price, Side.BUY)), lit((row.price, Side.SELL)))
                self._paint.row(painter, at, y, row, self._instrument, self._scales, index == self._hover, flashes)
        end = TITLE_PX + len(self._rows) * ROW_PX
        painter.fillRect(QRect(0, end, self.width(), self.height() - end), self._paint.panel)
        for edge in (at.price, at.asks):
            painter.fillRect(QRect(edge, TITLE_PX, 1, end - TITLE_PX), self._paint.hairline)
        self._paint_hands(painter, at)

    def _paint_hands(self, painter: QPainter, at: Columns) -> None:
        """What the pointer, the cursor and a drag are about to touch."""
        if self._armed and 0 <= self._hover < len(self._rows) and self._zone in ("bids", "asks"):
            side = Side.BUY if self._zone == "bids" else Side.SELL
            left, right = (at.bids, at.price) if side is Side.BUY else (at.asks, at.own_asks)
            if crosses(side, self._hover_price, self._touch):
                far = self._instrument is not None and goes_too_far(
                    self._instrument, side, self._hover_price, self._touch, self._window.group,
                )
                self._paint.taking(painter, left, right, TITLE_PX + self._hover * ROW_PX, side, far)
            else:
                self._paint.ghost(painter, left, right, TITLE_PX + self._hover * ROW_PX, "", self._paint.tone[side])
        self._paint_drag(painter, at)
        if self.opened_at is not None:
            side, price = self.opened_at
            if self.row_at(price) is not None:
                cell = self.row_rect(price, "bids" if side is Side.BUY else "asks")
                self._paint.ghost(painter, cell.left(), cell.right() + 1, cell.top(), "", self._paint.selection)
        cross = self._window.row(self._cross) if self._cross is not None else -1
        if 0 <= cross < len(self._rows):
            outline(painter, QRectF(at.price, TITLE_PX + cross * ROW_PX, at.asks - at.price, ROW_PX), self._paint.muted)
        row = self._window.row(self.cursor_price) if self.cursor_price else -1
        if self.hasFocus() and 0 <= row < len(self._rows):
            outline(painter, QRectF(0, TITLE_PX + row * ROW_PX, self.width(), ROW_PX), self._paint.selection, 2.0)

    def _paint_drag(self, painter: QPainter, at: Columns) -> None:
        """The ghost; a warning's colour and a word while letting go would trade, or fire, at once."""
        drag = self.drag
        if drag is None or self._instrument is None or not (drag.moved and drag.price):
            return
        index = self._window.row(drag.price)
        if not 0 <= index < len(self._rows):
            return
        left, right = (at.own_bids, at.bids) if drag.side is Side.BUY else (at.own_asks, at.traded)
        acts = at_once(drag.orders, drag.price, self._touch) if drag.goes_somewhere else AtOnce.NOTHING
        text = tr(words.GHOST[acts]) if acts else size_text(self._instrument, drag.lots)
        color = self._paint.warning if acts else self._paint.own
        self._paint.ghost(painter, left, right, TITLE_PX + index * ROW_PX, text, color)

    def _lay_out(self) -> None:
        price_width = 60.0
        if self._instrument is not None:
            price_width = self._paint.strong.width(self._instrument.price_text(max(self._window.high, 1)))
        self._columns = columns(self.width(), int(price_width), self._profits)

    def show_price_cross(self, price: int | None) -> None:
        """The price under the pointer of a linked panel; None: it is gone."""
        before, self._cross = self._cross, price
        for one in (before, price) if before != price else ():
            if one is not None and 0 <= (index := self._window.row(one)) < len(self._rows):
                self._update_row(index)

    def _update_row(self, index: int) -> None:
        self.update(0, TITLE_PX + index * ROW_PX, self.width(), ROW_PX)

    def _went_out(self, keys: list[Hashable]) -> None:
        for key in keys:
            if isinstance(key, tuple):
                self._update_row(self._window.row(key[0]))

    # the pointer -----------------------------------------------------------------------------------------------------

    def _point(self, x: float, y: float) -> tuple[int, str]:
        index = int(y - TITLE_PX) // ROW_PX if y >= TITLE_PX else -1
        if not (0 <= index < len(self._rows) and 0 <= x < self.width()):
            return -1, ""
        return index, self._columns.zone(x)

    def _look_again(self, taken: bool = False) -> None:
        """The rows moved: what is below a pointer that rests is said. taken: it counts, too."""
        at = self._aim.at
        if at is not None:
            here = QPointF(self.mapFromGlobal(at))
            index, zone = self._point(here.x(), here.y())
            if taken:
                self._aim.take(at, self._price_of(index), zone)
            self._hover_over(index, zone)

    def _price_of(self, index: int) -> int:
        return self._rows[index].price if index >= 0 else 0

    def _hover_over(self, index: int, zone: str) -> None:
        price = self._price_of(index)
        if (index, price, zone) == (self._hover, self._hover_price, self._zone):
            return
        for changed in {self._hover, index}:
            if changed >= 0:
                self._update_row(changed)
        self._hover, self._hover_price, self._zone = index, price, zone
        self.hovered.emit()
