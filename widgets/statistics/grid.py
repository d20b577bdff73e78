"""Figures in columns: a caption and a value each, as many as there is room for, the most asked for first."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.statistics.model import Fact
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.type_face import TypeFace

COLUMN_PX = 184
GAP_PX = 6 * GRID_PX


class FactGrid(QWidget):
    """Fills columns from the top. A figure without room is in the tooltip of the last one."""

    def __init__(self, theme: Theme, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._empty = theme, empty
        self._plain, self._strong, self._small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)
        self.facts: list[Fact] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_facts(self, facts: list[Fact]) -> None:
        if facts != self.facts:
            self.facts = facts
            self.setAccessibleDescription("; ".join(f"{fact.name} {fact.value}" for fact in facts))
            self.update()

    def value(self, name: str) -> str:
        return next((fact.value for fact in self.facts if fact.name == name), "")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * COLUMN_PX, 8 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(COLUMN_PX, 3 * ROW_PX)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def tip_at(self, x: int, y: int) -> str:
        rows, across, width = self._shape()
        number = min(x // max(width, 1), across - 1) * rows + y // ROW_PX
        hidden = self.facts[rows * across - 1 :] if len(self.facts) > rows * across else []
        if number >= rows * across - 1 and hidden:
            return "\n".join(f"{fact.name}: {fact.value}" for fact in hidden)
        return f"{self.facts[number].name}: {self.facts[number].tip or self.facts[number].value}" if 0 <= number < len(self.facts) else ""

    def _shape(self) -> tuple[int, int, int]:
        """Rows, columns, and a column's width."""
        rows = max(self.height() // ROW_PX, 1)
        across = max(min((self.width() - GRID_PX) // COLUMN_PX, -(-len(self.facts) // rows)), 1)
        return rows, across, (self.width() - GRID_PX) // across

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(event.rect(), theme.color("panel"))
        if not self.facts:
            self._small.use(painter)
            painter.setPen(theme.color("muted"))
            cut = self._small.metrics.elidedText(tr(self._empty), Qt.TextElideMode.ElideRight, self.width() - 4 * GRID_PX)
            self._small.left(painter, 2 * GRID_PX, 0, ROW_PX, cut)
            return
        rows, across, width = self._shape()
        room = rows * across
        shown = self.facts if len(self.facts) <= room else self.facts[: room - 1]
        for number, fact in enumerate(shown):
            self._paint(painter, fact, number // rows * width, number % rows * ROW_PX, width)
        if len(shown) < len(self.facts):
            self._small.use(painter)
            painter.setPen(theme.color("muted"))
            left = (room - 1) // rows * width + 2 * GRID_PX
            self._small.left(painter, left, (rows - 1) * ROW_PX, ROW_PX, tr("+{facts} more", facts=len(self.facts) - len(shown)))

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
