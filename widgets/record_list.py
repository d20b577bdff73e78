"""A long list of records in columns: paints only the rows in sight, one is marked, keys move it, Enter opens it, Ctrl+C copies it.

Invariants: records are text already; column widths never follow contents; the last column takes the rest and ends with an
ellipsis; new records at the bottom are followed only while the last one is in sight.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from widgets.lines import SIGN_PX, SIGNS
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme, px
from widgets.tongue import tr
from widgets.type_face import TypeFace

PAD_PX = 6
KEPT_CUTS = 4096
"""Chosen: twenty pages of records."""


@dataclass(frozen=True)
class Field:
    title: str
    width: int
    right: bool = False


@dataclass(frozen=True)
class Record:
    """cells: one a column. token: theme colour of the row. strong: of which cell, -1 none. sign: a key of widgets.lines.SIGNS, drawn before
    the first cell in sign_token's colour; empty: none."""

    cells: tuple[str, ...]
    token: str = "text"
    strong: int = -1
    sign: str = ""
    sign_token: str = "text"


class RecordList(QAbstractScrollArea):
    """empty: title and sentence when there is nothing to show. follows_end: who stands at the end sees what comes. copied: a record's
    number -> what Ctrl+C takes, where that is not what stands in it. last_px, last_part: what the last column has at least, at 100 %, and
    in percent of the width."""

    marked = Signal(int)
    opened = Signal(int)

    def __init__(
        self, theme: Theme, columns: Sequence[Field], name: str, empty: tuple[str, str], follows_end: bool = False,
        parent: QWidget | None = None, last_px: int = 160, last_part: int = 0,
    ) -> None:
        super().__init__(parent)
        self._theme, self.columns, self.empty = theme, tuple(columns), empty
        self._last_px, self._last_part = last_px, last_part
        self._follows_end = follows_end
        self.copied: Callable[[int], str] = lambda index: "\t".join(self.records[index].cells)
        self.records: Sequence[Record] = ()
        self.current = -1
        self._face, self._strong, self._small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)
        self._cuts: dict[tuple[str, int, bool], str] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(0, ROW_PX, 0, 0)
        self.setAccessibleName(name)
        self._head = RecordHead(self)

    def show_empty(self, empty: tuple[str, str]) -> None:
        """Title and sentence from now on, when there is nothing to show."""
        if empty != self.empty:
            self.empty = empty
            self.viewport().update()

    def show_records(self, records: Sequence[Record], keep_place: bool = True) -> None:
        """keep_place: the same records with more at the end; else a new list from its top."""
        bar = self.verticalScrollBar()
        at_end = self._follows_end and bar.value() == bar.maximum()
        self.records = records
        self._measure()
        if not keep_place:
            self.current = -1
            bar.setValue(0)
        elif at_end:
            bar.setValue(bar.maximum())
        if self.current >= len(records):
            self.current = -1
        self.viewport().update()
        self.update()

    def to_end(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def mark(self, index: int) -> None:
        if not self.records:
            return
        self.current = max(0, min(index, len(self.records) - 1))
        bar, page = self.verticalScrollBar(), self._page()
        if self.current < bar.value():
            bar.setValue(self.current)
        elif self.current >= bar.value() + page:
            bar.setValue(self.current - page + 1)
        self.setAccessibleDescription(", ".join(self.records[self.current].cells))
        self.viewport().update()
        self.marked.emit(self.current)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(px(column.width) for column in self.columns) + px(200), 10 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), 3 * ROW_PX)

    # Qt -------------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.setGeometry(0, 0, self.width(), ROW_PX)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = max(self._page() - 1, 1)
        steps = {
            Qt.Key.Key_Down: self.current + 1, Qt.Key.Key_Up: self.current - 1, Qt.Key.Key_PageDown: self.current + page,
            Qt.Key.Key_PageUp: self.current - page, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.records) - 1,
        }
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy) and self.current >= 0:
            QGuiApplication.clipboard().setText(self.copied(self.current))
        elif key in steps:
            self.mark(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if row >= 0:
            self.mark(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._row_at(event) >= 0:
            self.opened.emit(self._row_at(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self.viewport()), self._theme
        painter.fillRect(event.rect(), theme.color("panel"))
        if not self.records:
            self._paint_empty(painter)
            return
        first = self.verticalScrollBar().value()
        for number in range(min(self._page() + 1, len(self.records) - first)):
            self._paint_row(painter, number * ROW_PX, first + number)

    def _paint_row(self, painter: QPainter, y: int, index: int) -> None:
        theme, record, width = self._theme, self.records[index], self.viewport().width()
        if index == self.current:
            painter.fillRect(0, y, width, ROW_PX, theme.color("selection_fill"))
            if self.hasFocus():
                painter.fillRect(0, y, 2, ROW_PX, theme.color("selection"))
        painter.setPen(theme.color(record.token if index != self.current else "text"))
        for number, (left, room, column) in enumerate(self._places(width)):
            if not room:
                continue
            face = self._strong if number == record.strong else self._face
            if record.sign and number == 0:
                self._paint_sign(painter, record, left + PAD_PX, y)
                left, room = left + SIGN_PX + GRID_PX, room - SIGN_PX - GRID_PX
            text = self._cut(face, record.cells[number], room - PAD_PX)
            face.use(painter)
            if column.right:
                face.right(painter, left + room - PAD_PX, y, ROW_PX, text)
            else:
                face.left(painter, left + PAD_PX, y, ROW_PX, text)

    def _paint_sign(self, painter: QPainter, record: Record, x: int, y: int) -> None:
        path = SIGNS[record.sign](SIGN_PX)
        path.translate(x, y + (ROW_PX - SIGN_PX) / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, self._theme.color(record.sign_token))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _cut(self, face: TypeFace, text: str, room: int) -> str:
        """With an ellipsis where it is too long; what was cut once is remembered, for laying out costs more than painting."""
        key = (text, room, face is self._strong)
        found = self._cuts.get(key)
        if found is None:
            if len(self._cuts) >= KEPT_CUTS:
                self._cuts.clear()
            found = self._cuts[key] = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return found

    def _paint_empty(self, painter: QPainter) -> None:
        title, sentence = map(tr, self.empty)
        middle = self.viewport().height() // 2
        painter.setPen(self._theme.color("text"))
        self._strong.use(painter)
        self._strong.centre(painter, self.viewport().width() / 2, middle - ROW_PX, ROW_PX, title)
        painter.setPen(self._theme.color("muted"))
        self._face.use(painter)
        room = self.viewport().rect().adjusted(4 * GRID_PX, 0, -4 * GRID_PX, 0)
        room.setTop(middle)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), sentence)

    def paint_head(self, painter: QPainter) -> None:
        painter.fillRect(0, 0, self.width(), ROW_PX, self._theme.color("panel"))
        painter.setPen(self._theme.color("muted"))
        self._small.use(painter)
        for left, room, column in self._places(self.viewport().width()):
            if room and column.right:
                self._small.right(painter, left + room - PAD_PX, 0, ROW_PX, tr(column.title))
            elif room:
                self._small.left(painter, left + PAD_PX, 0, ROW_PX, tr(column.title))
        painter.fillRect(0, ROW_PX - 1, self.width(), 1, self._theme.color("hairline"))

    def _places(self, width: int) -> list[tuple[int, int, Field]]:
        """Left and width of each column; the narrowest window drops columns from the middle, never the first or the last."""
        shown, last = list(self.columns), max(px(self._last_px), width * self._last_part // 100)
        while len(shown) > 2 and sum(px(column.width) for column in shown[:-1]) > width - last:
            shown.pop(-2)
        places, left = [], 0
        for column in self.columns:
            if column not in shown:
                places.append((left, 0, column))
                continue
            room = max(width - left, 0) if column is self.columns[-1] else px(column.width)
            places.append((left, room, column))
            left += room
        return places

    def _page(self) -> int:
        return max(self.viewport().height() // ROW_PX, 1)

    def _measure(self) -> None:
        self.verticalScrollBar().setPageStep(self._page())
        self.verticalScrollBar().setRange(0, max(0, len(self.records) - self._page()))

    def _row_at(self, event: QMouseEvent) -> int:
        row = self.verticalScrollBar().value() + int(event.position().y()) // ROW_PX
        return row if 0 <= row < len(self.records) else -1


class RecordHead(QWidget):
    """The column titles over a RecordList, which leaves room for it."""

    def __init__(self, records: RecordList) -> None:
        super().__init__(records)
        self._records = records
        self.setFixedHeight(ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._records.paint_head(QPainter(self))
