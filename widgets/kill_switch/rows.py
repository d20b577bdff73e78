"""A small painted table: heads, aligned cells, one chosen row, by mouse or keys. For dozens of rows, not thousands.

Invariants: numbers end at one edge; what does not fit is cut with an ellipsis and whole in the tooltip; the chosen row is kept by its
key when rows change. It knows no meaning: cells come as texts and tokens.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.flat import outline
from widgets.style import DATA_PX, GRID_PX, ROW_PX, SMALL_PX, Theme, px
from widgets.tongue import tr
from widgets.type_face import TypeFace

NOTCH = 120
GAP_PX = 3 * GRID_PX
LEAST_PX = 100
"""Of the growing column."""


@dataclass(frozen=True)
class Column:
    """head: marked for the translator. width: in px, 0: what is left. right: a number. drop: where room is short, the highest goes
    first; 0: never."""

    head: str
    width: int = 0
    right: bool = False
    drop: int = 0


@dataclass(frozen=True)
class Row:
    key: str
    cells: tuple[tuple[str, str], ...]
    """Text and token."""


class Rows(QWidget):
    """empty: what it says without rows."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, columns: Sequence[Column], empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._columns, self._empty = theme, tuple(columns), empty
        self._rows: tuple[Row, ...] = ()
        self._top = 0
        self.key = ""
        self._plain, self._small = TypeFace(DATA_PX), TypeFace(SMALL_PX)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: Sequence[Row]) -> None:
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        keys = [row.key for row in rows]
        if self.key not in keys:
            self.choose(keys[0] if keys else "")
        self._top = min(self._top, max(len(rows) - 1, 0))
        self.setAccessibleDescription(tr("{keys} rows", keys=len(rows)))
        self.update()

    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def text(self, key: str) -> str:
        """A row's cells in one line."""
        return " | ".join(text for row in self._rows if row.key == key for text, _ in row.cells)

    def choose(self, key: str) -> None:
        if key != self.key:
            self.key = key
            self.chosen.emit(key)
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(px(column.width or 120) for column in self._columns), 5 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 3 * ROW_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not step or not self._rows:
            super().keyPressEvent(event)
            return
        keys = [row.key for row in self._rows]
        at = min(max((keys.index(self.key) if self.key in keys else 0) + step, 0), len(keys) - 1)
        self._top = min(max(self._top, at - self._room() + 2), at)
        self.choose(keys[at])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(round(event.position().y()))
        if row is not None:
            self.choose(row.key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        most = max(len(self._rows) - self._room(), 0)
        self._top = min(max(self._top - event.angleDelta().y() // NOTCH, 0), most)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._row_at(event.pos().y())
            QToolTip.showText(event.globalPos(), "\n".join(self._told(row)) if row is not None else "", self)
            return True
        return super().event(event)

    def _told(self, row: Row) -> list[str]:
        return [f"{tr(column.head)}: {text}" for column, (text, _) in zip(self._columns, row.cells, strict=True)]

    def _room(self) -> int:
        return max((self.height() - ROW_PX) // ROW_PX, 1)

    def _row_at(self, y: int) -> Row | None:
        at = (y - ROW_PX) // ROW_PX + self._top
        return self._rows[at] if y >= ROW_PX and at < len(self._rows) else None

    def _places(self) -> list[tuple[int, int]]:
        """Left and width of each column; 0 wide: there is no room for it."""
        widths = [px(column.width) or LEAST_PX for column in self._columns]
        room = self.width() - 2 * GRID_PX
        for number in sorted(range(len(widths)), key=lambda number: -self._columns[number].drop):
            if sum(width + GAP_PX for width in widths if width) - GAP_PX > room and self._columns[number].drop:
                widths[number] = 0
        spare = room - (sum(width + GAP_PX for width in widths if width) - GAP_PX)
        left, places = GRID_PX, []
        for column, width in zip(self._columns, widths, strict=True):
            width += 0 if column.width else max(spare, 0)
            places.append((left, width))
            left += width + GAP_PX if width else 0
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, places = QPainter(self), self._theme, self._places()
        painter.fillRect(self.rect(), theme.color("panel"))
        self._small.use(painter)
        painter.setPen(theme.color("muted"))
        for column, (left, width) in zip(self._columns, places, strict=True):
            self._cell(painter, self._small, column, left, width, 0, tr(column.head))
        painter.fillRect(QRect(0, ROW_PX - 1, self.width(), 1), theme.color("hairline"))
        if not self._rows:
            self._small.left(painter, GRID_PX, ROW_PX, ROW_PX, self._small.metrics.elidedText(
                self._empty, Qt.TextElideMode.ElideRight, self.width() - 2 * GRID_PX))  # fmt: skip
        self._plain.use(painter)
        hidden = len(self._rows) - self._top - self._room()
        shown = self._room() - (1 if hidden > 0 else 0)
        for number, row in enumerate(self._rows[self._top : self._top + shown]):
            top = ROW_PX * (number + 1)
            if row.key == self.key:
                painter.fillRect(QRect(0, top, self.width(), ROW_PX), theme.color("selection_fill"))
            for column, (left, width), (text, token) in zip(self._columns, places, row.cells, strict=True):
                painter.setPen(theme.color(token))
                self._cell(painter, self._plain, column, left, width, top, text)
        if hidden > 0:
            self._small.use(painter)
            painter.setPen(theme.color("muted"))
            self._small.left(painter, GRID_PX, ROW_PX * (shown + 1), ROW_PX, tr("+{unsaid} more", unsaid=hidden + 1))
        if self.hasFocus():
            outline(painter, self.rect().toRectF(), theme.color("selection"))

    def _cell(self, painter: QPainter, face: TypeFace, column: Column, left: int, width: int, top: int, text: str) -> None:
        cut = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) if width else ""
        if column.right:
            face.right(painter, left + width, top, ROW_PX, cut)
        else:
            face.left(painter, left, top, ROW_PX, cut)
