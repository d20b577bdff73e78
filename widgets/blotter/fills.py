"""The fills panel: every execution of ours, newest on top, what they add up to, and the story of an order beside them. It asks for
nothing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.projections.pictures import FillRow, FillsPicture, RowsLook
from widgets.blotter import menus
from widgets.blotter.panel import BlotterPanel
from widgets.blotter.tables import FILLS
from widgets.blotter.total_texts import turnover
from widgets.style import Theme
from widgets.tongue import tr


class FillsView(QWidget):
    """make_story: as in the orders panel."""

    asked = Signal(object)

    def __init__(self, theme: Theme, make_story: Callable[[Theme], Any] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._generation, self._cursor = -1, 0
        self.panel = BlotterPanel(theme, FILLS, parent=self)
        self.rows, self.table, self.said = self.panel.rows, self.panel.table, self.panel.said
        self.views_changed, self.memo_changed = self.panel.views_changed, self.panel.memo_changed
        self.restore, self.share = self.panel.restore, self.panel.share
        self.memo, self.recall = self.panel.memo, self.panel.recall
        self.story = make_story(theme) if make_story is not None else None
        if self.story is not None:
            self.panel.add_sheet(self.story)
            self.story.order_wanted.connect(self.story.open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)
        self.table.opened.connect(lambda serial: self.tell(self.rows.row(serial).order_id))
        self.table.menu_wanted.connect(self.show_menu)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusProxy(self.table)
        self.setAccessibleName(tr("Fills"))

    def sizeHint(self) -> QSize:
        return QSize(640, 240)

    def look(self) -> RowsLook:
        story = self.story
        if story is None or not story.key:
            return RowsLook(self._generation, self._cursor)
        return RowsLook(self._generation, self._cursor, story.key, story.told)

    def draw(self, picture: FillsPicture) -> None:
        if picture.generation != self._generation:
            self.panel.clear()
            self._generation = picture.generation
            if self.story is not None:
                self.story.leave()
        self._cursor = picture.cursor
        if picture.rows:
            self.table.take(picture.rows)
        self.panel.summary = turnover(self.rows.added()) if self.rows.shown else ()
        self.panel.refresh()
        if picture.story is not None and self.story is not None:
            self.story.draw(picture.story)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.panel.set_theme(theme)
        if self.story is not None:
            self.story.set_theme(theme)
        self.update()

    def tell(self, order_id: int) -> None:
        if self.story is not None:
            self.story.open(order_id)

    def show_menu(self, at: QPoint) -> None:
        chosen = [row for row in self.table.chosen_rows() if isinstance(row, FillRow)]
        if not chosen:
            return
        menu = menus.made(self, tr("Fill"))
        if self.story is not None:
            menu.addAction(tr("Whole story of the order\tEnter"), lambda: self.tell(chosen[0].order_id))
            menu.addSeparator()
        menu.addAction(tr("Copy rows\tCtrl+C"), self.panel.copy_chosen)
        menu.popup(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))
