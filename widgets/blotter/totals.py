"""A line under a table: sums under their columns, or one sentence over the whole width."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.blotter.table import PAD_PX, BlotterTable
from widgets.style import ROW_PX, Theme
from widgets.type_face import TypeFace


class TotalRow(QWidget):
    """texts: column name -> sum; the first column's text may run over the empty ones beside it."""

    def __init__(self, theme: Theme, table: BlotterTable, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._table, self._name = theme, table, name
        self._face = TypeFace(strong=True)
        self.texts: dict[str, str] = {}
        self.setFixedHeight(ROW_PX)
        self.setAccessibleName(name)
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())
        table.horizontalHeader().sectionResized.connect(lambda *_sizes: self.update())

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
        for number, column in enumerate(self._table.rows.columns):
            text = self.texts.get(column.name, "")
            if not text or self._table.isColumnHidden(number):
                continue
            left, width = self._table.columnViewportPosition(number), self._table.columnWidth(number)
            if column.right:
                self._face.right(painter, left + width - PAD_PX, 0, ROW_PX, text)
            else:
                self._face.left(painter, left + PAD_PX, 0, ROW_PX, text)
