"""The positions and the account panel: what is held or made, row by row, and the total. They ask for nothing."""

from collections.abc import Hashable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.projections.pictures import AccountsPicture, PositionsPicture, VersionLook
from widgets.action_keys import in_menu
from widgets.blotter import menus
from widgets.blotter.accounts import ACCOUNTS
from widgets.blotter.panel import BlotterPanel
from widgets.blotter.tables import POSITIONS, Table
from widgets.style import Theme
from widgets.tongue import tr


class SmallBlotter(QWidget):
    """A blotter whose picture is always the whole: rows that are gone from it are gone here."""

    asked = Signal(object)

    def __init__(self, theme: Theme, table: Table, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._table, self._size = theme, table, size
        self._version = -1
        self._keys: set[Hashable] = set()
        self.panel = BlotterPanel(theme, table, always_strip=False, parent=self)
        self.rows, self.table, self.totals = self.panel.rows, self.panel.table, self.panel.totals
        self.views_changed, self.memo_changed = self.panel.views_changed, self.panel.memo_changed
        self.restore, self.share = self.panel.restore, self.panel.share
        self.memo, self.recall = self.panel.memo, self.panel.recall
        self.table.menu_wanted.connect(self.show_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusProxy(self.table)
        self.setAccessibleName(tr(table.name))

    def sizeHint(self) -> QSize:
        return self._size

    def look(self) -> VersionLook:
        return VersionLook(self._version)

    def draw(self, picture: PositionsPicture | AccountsPicture) -> None:
        self._version = picture.version
        keys = {self._table.key_of(row) for row in picture.rows}
        if not self._keys <= keys:
            self.table.clear()
        self._keys = keys
        self.panel.take(picture.rows)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.panel.set_theme(theme)
        self.update()

    def show_menu(self, at: QPoint) -> None:
        menu = menus.made(self, self._table.name)
        menu.addAction(tr("Copy rows\tCtrl+C"), self.panel.copy_chosen)
        menu.addAction(in_menu(tr("Columns\u2026"), "blotter.columns"), self.panel.chooser.open)
        menu.addAction(in_menu(tr("Filter row"), "blotter.filter"), lambda: self.panel.show_filters(True))
        menu.addAction(in_menu(tr("Export\u2026"), "blotter.exports"), lambda: menus.exports(self.panel).popup(at))
        menu.addAction(in_menu(tr("View\u2026"), "blotter.views"), lambda: menus.views(self.panel).popup(at))
        menu.popup(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))


def positions_view(theme: Theme) -> SmallBlotter:
    return SmallBlotter(theme, POSITIONS, QSize(640, 140))


def account_view(theme: Theme) -> SmallBlotter:
    return SmallBlotter(theme, ACCOUNTS, QSize(640, 140))
