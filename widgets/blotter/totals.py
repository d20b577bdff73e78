"""A line under a table: sums under their columns; the first column's text may run over the empty ones beside it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.blotter.painting import PAD_PX
from widgets.blotter.table import BlotterTable
from widgets.style import ROW_PX, Theme
from widgets.type_face import TypeFace


class TotalRow(QWidget):
    """texts: column name -> sum."""

    def __init__(self, theme: Theme, table: BlotterTable, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._table, self._name = theme, table, name
        self._face = TypeFace(strong=True)
        self.texts: dict[str, str] = {}
        self.setFixedHeight(ROW_PX)
        self.setAccessibleName(name)
        table.moved.connect(self.update)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def say(self, texts: dict[str, str]) -> None:
        if texts != self.texts:
            self.texts = texts
            self.setAccessibleName(f"{self._name}: " + "  ".join(texts.values()))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(event.rect(), theme.color("panel"))
        painter.fillRect(QRect(0, 0, self.width(), 1), theme.color("hairline"))
        self._face.use(painter)
        painter.setPen(theme.color("text"))
        taken = 0.0
        for place in self._table.in_sight():
            text = self.texts.get(place.column.name, "")
            if not text:
                continue
            left, width = self._table.x_of(place), self._face.width(text)
            if place.column.right:
                # A sum that has no room is left out, never cut: half a number is a wrong one.
                if left + place.width - PAD_PX - width >= taken:
                    self._face.right(painter, left + place.width - PAD_PX, 0, ROW_PX, text)
                    taken = left + place.width
            else:
                self._face.left(painter, left + PAD_PX, 0, ROW_PX, text)
                taken = left + PAD_PX + width
