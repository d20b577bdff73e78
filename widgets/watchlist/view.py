"""The watchlist panel: a line an instrument; choosing one tells whoever listens.

Invariant: the chosen instrument stays chosen when lines come and go; only changed lines are painted again. It asks for
nothing.
"""

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from core.projections.pictures import MarketLook, MarketPicture, MarketRow
from widgets.flash import Flash
from widgets.flat import outline
from widgets.style import ROW_PX, Theme
from widgets.watchlist.model import Line, line, tip
from widgets.watchlist.paint import LINE_PX, TITLE_PX, LinePainter, shown

EMPTY = ("No instruments yet", "Start a session: what it trades is listed here.")


class WatchlistView(QWidget):
    asked = Signal(object)
    chosen = Signal(int)
    """The instrument's id."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = LinePainter(theme)
        self._version = -1
        self._rows: tuple[MarketRow, ...] = ()
        self._lines: list[Line] = []
        self._columns = shown(self.width())
        self._chosen_id = 0
        self._hover = -1
        self._first = 0
        self._wheel = 0
        self._flash = Flash(self, self._went_out)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Watchlist")

    # a panel ---------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(780, TITLE_PX + 3 * LINE_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, TITLE_PX + LINE_PX)

    def look(self) -> MarketLook:
        return MarketLook(self._version)

    def draw(self, picture: MarketPicture) -> None:
        newest_at = max((row.at for row in picture.rows), default=0)
        lines = [line(row, newest_at) for row in picture.rows]
        before, old_rows = self._lines, self._rows
        self._version, self._rows, self._lines = picture.version, picture.rows, lines
        same = [row.instrument.id for row in old_rows] == [row.instrument.id for row in picture.rows]
        if not same:
            self._flash.clear()
            self._scroll_to(self._first)
            self.update()
        else:
            pairs = zip(old_rows, picture.rows, strict=True)
            self._flash.light(new.instrument.id for old, new in pairs if old.last and old.last != new.last)
            for index, (old_line, new_line) in enumerate(zip(before, lines, strict=True)):
                if old_line != new_line:
                    self._update_line(index)
        if not self._chosen_id and picture.rows:
            self._chosen_id = picture.rows[0].instrument.id
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._paint.set_theme(theme)
        self.update()

    def chosen_id(self) -> int:
        """0 before the first picture; then the first listed until somebody chooses."""
        return self._chosen_id

    def choose(self, instrument_id: int) -> None:
        """Marks an instrument as the one looked at, without telling anybody."""
        self._chosen_id = instrument_id
        self.update()

    def line_rect(self, index: int) -> QRect:
        return QRect(0, TITLE_PX + (index - self._first) * LINE_PX, self.width(), LINE_PX)

    # painting --------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._lines:
            self._paint_empty(painter)
            return
        region, width = event.region(), self.width()
        if region.intersects(QRect(0, 0, width, TITLE_PX)):
            self._paint.titles(painter, self._columns, width)
        end = TITLE_PX
        for index in range(self._first, len(self._lines)):
            rect = self.line_rect(index)
            end = rect.bottom() + 1
            if rect.top() >= self.height():
                break
            if region.intersects(rect):
                row = self._rows[index]
                instrument_id = row.instrument.id
                self._paint.line(
                    painter, self._columns, rect.top(), width, self._lines[index], row.last_aggressor,
                    instrument_id == self._chosen_id, index == self._hover, self._flash.is_lit(instrument_id),
                )
        painter.fillRect(QRect(0, end, width, self.height() - end), self._paint.panel)
        if self.hasFocus() and (index := self._chosen_index()) >= self._first:
            outline(painter, QRectF(self.line_rect(index)), self._paint.selection)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._paint.panel)
        middle = self.height() // 2 - ROW_PX
        for face, pen, text in (
            (self._paint.strong, self._paint.text, EMPTY[0]), (self._paint.data, self._paint.muted, EMPTY[1]),
        ):
            face.use(painter)
            painter.setPen(pen)
            face.centre(painter, self.width() / 2, middle, ROW_PX, text)
            middle += ROW_PX

    def _update_line(self, index: int) -> None:
        if index >= 0:
            self.update(self.line_rect(index))

    def _went_out(self, keys: list[Hashable]) -> None:
        for index, row in enumerate(self._rows):
            if row.instrument.id in keys:
                self._update_line(index)

    # hands -----------------------------------------------------------------------------------------------------------

    def _chosen_index(self) -> int:
        ids: list[int] = [row.instrument.id for row in self._rows]
        return ids.index(self._chosen_id) if self._chosen_id in ids else -1

    def _choose_index(self, index: int) -> None:
        if 0 <= index < len(self._rows):
            self._chosen_id = self._rows[index].instrument.id
            whole = max(1, (self.height() - TITLE_PX) // LINE_PX)
            self._scroll_to(min(max(self._first, index - whole + 1), index))
            self.update()
            self.chosen.emit(self._chosen_id)

    def _scroll_to(self, first: int) -> None:
        whole = max(1, (self.height() - TITLE_PX) // LINE_PX)
        first = min(max(first, 0), max(0, len(self._lines) - whole))
        if first != self._first:
            self._first = first
            self.update()

    def _index_at(self, y: float) -> int:
        index = self._first + int(y - TITLE_PX) // LINE_PX if y >= TITLE_PX else -1
        return index if index < len(self._lines) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose_index(self._index_at(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover_over(self._index_at(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover_over(-1)

    def _hover_over(self, index: int) -> None:
        if index != self._hover:
            self._update_line(self._hover)
            self._hover = index
            self._update_line(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / 120)
        self._wheel -= notches * 120
        self._scroll_to(self._first - notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, last = self._chosen_index(), len(self._rows) - 1
        targets = {
            Qt.Key.Key_Up: max(index - 1, 0), Qt.Key.Key_Down: min(index + 1, last), Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last, Qt.Key.Key_Return: index, Qt.Key.Key_Enter: index, Qt.Key.Key_Space: index,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._choose_index(target)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self._index_at(event.pos().y())
            if index >= 0:
                QToolTip.showText(event.globalPos(), tip(self._rows[index]), self, self.line_rect(index))
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._columns = shown(self.width())
        self._scroll_to(self._first)

    def hideEvent(self, event: QHideEvent) -> None:
        self._flash.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
