"""The fills panel: every execution of ours, newest on top, and what they add up to. It asks for nothing."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from core.projections.pictures import FillsPicture, RowsLook
from widgets.blotter.export import ask_and_write
from widgets.blotter.model import FILLS, Turnover
from widgets.blotter.rows import RowModel
from widgets.blotter.table import BlotterTable
from widgets.flat import Caption, FlatButton
from widgets.style import GRID_PX, Theme

NO_FILLS = ("No fills yet", "Executions of ours appear here.")


class FillsView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._generation, self._cursor = -1, 0
        self._turnover = Turnover()
        self.rows = RowModel(FILLS, lambda row: row.number, "time", self)
        self.table = BlotterTable(theme, self.rows, "Fills", NO_FILLS, self)
        self.totals = Caption(theme, token="text")
        self.export = FlatButton("Export CSV", theme, "Export the fills", "Write the fills to a CSV file")
        strip = QHBoxLayout()
        strip.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        strip.setSpacing(2 * GRID_PX)
        strip.addWidget(self.totals, 1)
        strip.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 1)
        layout.addLayout(strip)
        self.export.clicked.connect(self.export_csv)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusProxy(self.table)
        self.setAccessibleName("Fills")

    def sizeHint(self) -> QSize:
        return QSize(640, 240)

    def look(self) -> RowsLook:
        return RowsLook(self._generation, self._cursor)

    def draw(self, picture: FillsPicture) -> None:
        if picture.generation != self._generation:
            self.rows.clear()
            self._turnover = Turnover()
            self._generation = picture.generation
        self._cursor = picture.cursor
        for row in picture.rows:
            if self.rows.row_of(row.number) is None:
                self._turnover.add(row)
        self.table.take(picture.rows)
        self.totals.say(self._turnover.text(), "text")
        self.totals.setToolTip(self._turnover.text())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.table, self.totals, self.export):
            part.set_theme(theme)
        self.update()

    def export_csv(self) -> QFileDialog:
        return ask_and_write(self, self.rows, "Fills", self.totals.say)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        painter.fillRect(0, self.table.height(), self.width(), 1, self._theme.color("hairline"))
