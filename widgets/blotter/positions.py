"""The positions panel: what is held, what it is worth at the mark, and the total. It asks for nothing."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.projections.pictures import PositionsPicture, VersionLook
from widgets.blotter.model import POSITIONS, position_totals
from widgets.blotter.rows import RowModel
from widgets.blotter.table import BlotterTable
from widgets.blotter.totals import TotalRow
from widgets.style import Theme

NO_POSITIONS = ("No positions yet", "The first fill opens one.")


class PositionsView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._version = -1
        self._keys: set[tuple[int, int]] = set()
        self.rows = RowModel(POSITIONS, lambda row: (row.account, row.instrument.id), "symbol", self)
        self.rows.descending = False
        self.table = BlotterTable(theme, self.rows, "Positions", NO_POSITIONS, self)
        self.totals = TotalRow(theme, self.table, "Total", self)
        self.totals.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.totals)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusProxy(self.table)
        self.setAccessibleName("Positions")

    def sizeHint(self) -> QSize:
        return QSize(640, 140)

    def look(self) -> VersionLook:
        return VersionLook(self._version)

    def draw(self, picture: PositionsPicture) -> None:
        self._version = picture.version
        keys = {(row.account, int(row.instrument.id)) for row in picture.rows}
        if not self._keys <= keys:
            self.rows.clear()
        self._keys = keys
        self.table.take(picture.rows)
        self.totals.setVisible(bool(picture.rows))
        self.totals.say(position_totals(picture.rows) if picture.rows else {})

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.table.set_theme(theme)
        self.totals.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))
