"""Figures in columns: a caption and a value each, the most asked for first; what finds no room is scrolled to."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from widgets.flat import outline
from widgets.statistics.model import Fact
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.type_face import TypeFace

COLUMN_PX = 184
GAP_PX = 6 * GRID_PX


class FactGrid(QAbstractScrollArea):
    """Columns filled from the top. Where not all have room, row by row, so that the first figures are those in sight."""

    def __init__(self, theme: Theme, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._empty = theme, empty
        self._plain, self._strong, self._small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)
        self.facts: list[Fact] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_facts(self, facts: list[Fact]) -> None:
        if facts != self.facts:
            self.facts = facts
            self.setAccessibleDescription("; ".join(f"{fact.name} {fact.value}" for fact in facts))
            self._range()
            self.viewport().update()

    def value(self, name: str) -> str:
        return next((fact.value for fact in self.facts if fact.name == name), "")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(2 * COLUMN_PX, 8 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(COLUMN_PX, 3 * ROW_PX)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x(), event.pos().y()), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, x: int, y: int) -> str:
        found = next((fact for fact, left, top, width in self.places() if left <= x < left + width and top <= y < top + ROW_PX), None)
        return f"{found.name}: {found.tip or found.value}" if found is not None else ""

    def places(self) -> list[tuple[Fact, int, int, int]]:
        """Left, top and width of every figure, also of those that are scrolled away."""
        rows, across = self._shape()
        width, up = (self.viewport().width() - GRID_PX) // across, self.verticalScrollBar().value() * ROW_PX
        found = []
        for number, fact in enumerate(self.facts):
            column, row = divmod(number, across)[::-1] if rows > self._room() else divmod(number, rows)
            found.append((fact, column * width, row * ROW_PX - up, width))
        return found

    def _shape(self) -> tuple[int, int]:
        """Rows and columns."""
        most = max((self.viewport().width() - GRID_PX) // COLUMN_PX, 1)
        rows = max(self._room(), -(-len(self.facts) // most))
        return rows, min(max(-(-len(self.facts) // rows), 1), most)

    def _room(self) -> int:
        return max(self.viewport().height() // ROW_PX, 1)

    def _range(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(self._shape()[0] - self._room(), 0))
        bar.setPageStep(self._room())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._range()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self.viewport()), self._theme
        painter.fillRect(event.rect(), theme.color("panel"))
        if not self.facts:
            self._small.use(painter)
            painter.setPen(theme.color("muted"))
            cut = self._small.metrics.elidedText(tr(self._empty), Qt.TextElideMode.ElideRight, self.viewport().width() - 4 * GRID_PX)
            self._small.left(painter, 2 * GRID_PX, 0, ROW_PX, cut)
        for fact, left, top, width in self.places():
            # No half rows: a figure cut through its middle is read wrongly.
            if 0 <= top <= (self._room() - 1) * ROW_PX:
                self._paint(painter, fact, left, top, width)
        if self.hasFocus():
            outline(painter, QRectF(self.viewport().rect()), theme.color("selection"))

    def _paint(self, painter: QPainter, fact: Fact, left: int, top: int, width: int) -> None:
        face = self._strong if fact.strong else self._plain
        room = width - GAP_PX
        self._small.use(painter)
        painter.setPen(self._theme.color("muted"))
        value = fact.value
        if face.width(value) > room:
            value = face.metrics.elidedText(value, Qt.TextElideMode.ElideRight, room)
        named = self._small.metrics.elidedText(fact.name, Qt.TextElideMode.ElideRight, max(round(room - face.width(value)) - GRID_PX, 0))
        self._small.left(painter, left + 2 * GRID_PX, top, ROW_PX, named)
        face.use(painter)
        painter.setPen(self._theme.color("text"))
        face.right(painter, left + 2 * GRID_PX + room, top, ROW_PX, value)
