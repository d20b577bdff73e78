"""The orders panel: every order and refusal of the run, an editor that appears when asked for, and the story of one beside them.

Invariant: it holds exactly the rows of the generation in its look; cancelling and replacing are only asked for orders that
are still open as drawn.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from core.projections.pictures import OrderRow, OrdersPicture, RowsLook
from widgets.action_keys import in_menu
from widgets.blotter import menus
from widgets.blotter.editor import Editor
from widgets.blotter.form import cancel, is_open, replaceable
from widgets.blotter.panel import BlotterPanel
from widgets.blotter.tables import ORDERS
from widgets.style import Theme
from widgets.tongue import tr
from widgets.untaken import NOT_TAKEN


class OrdersView(QWidget):
    """make_story: makes the sheet that tells an order's story; None: there is none."""

    asked = Signal(object)

    def __init__(self, theme: Theme, make_story: Callable[[Theme], Any] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._generation, self._cursor = -1, 0
        self.panel = BlotterPanel(theme, ORDERS, parent=self)
        self.rows, self.table, self.said = self.panel.rows, self.panel.table, self.panel.said
        self.open_only = self.panel.open_only
        self.views_changed, self.memo_changed = self.panel.views_changed, self.panel.memo_changed
        self.restore, self.share = self.panel.restore, self.panel.share
        self.memo, self.recall = self.panel.memo, self.panel.recall
        self.editor = Editor(theme, self)
        self.panel.column.insertWidget(1, self.editor)
        self.story = make_story(theme) if make_story is not None else None
        if self.story is not None:
            self.panel.add_sheet(self.story)
            self.story.order_wanted.connect(self.tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)
        self._connect()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusProxy(self.table)
        self.setAccessibleName(tr("Orders"))

    def _connect(self) -> None:
        self.editor.asked.connect(self.asked)
        self.editor.closed.connect(self.table.setFocus)
        self.panel.key_pressed.connect(self._on_key)
        self.table.crossed.connect(self._on_cross)
        self.table.opened.connect(lambda serial: self.tell(self.rows.row(serial).key))
        self.table.menu_wanted.connect(self.show_menu)

    def sizeHint(self) -> QSize:
        return QSize(760, 240)

    def look(self) -> RowsLook:
        story = self.story
        if story is None or not story.key:
            return RowsLook(self._generation, self._cursor)
        return RowsLook(self._generation, self._cursor, story.key, story.told)

    def draw(self, picture: OrdersPicture) -> None:
        if picture.generation != self._generation:
            self.panel.clear()
            self._generation = picture.generation
            if self.story is not None:
                self.story.leave()
        self._cursor = picture.cursor
        if picture.rows:
            self.panel.take(picture.rows)
        if picture.story is not None and self.story is not None:
            self.story.draw(picture.story)
        if self.editor.row is not None:
            self.editor.follow(self.rows.row_of(self.editor.row.key))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.panel, self.editor, self.story):
            if part is not None:
                part.set_theme(theme)
        self.update()

    # asking ---------------------------------------------------------------------------------------------------------

    def tell(self, key: int) -> None:
        """The story of the order, in the sheet at the right."""
        if self.story is not None:
            self.story.open(key)
            self.table.choose(key)

    def not_taken(self, command: object) -> None:
        """The core did not take what was asked: it will never be answered."""
        if not self.editor.sending.not_taken():
            self.panel.complain(tr(NOT_TAKEN.text))

    def cancel_chosen(self) -> None:
        self._cancel(self._chosen())

    def _cancel(self, rows: list[OrderRow]) -> None:
        self.panel.complain("")
        for command in cancel(rows):
            self.asked.emit(command)

    def edit_chosen(self) -> None:
        """The first chosen order that can be replaced."""
        row = next((row for row in self._chosen() if replaceable(row)), None)
        if row is None:
            self.panel.complain(tr("Choose a working limit or stop order to replace."))
        else:
            self.panel.complain("")
            self.editor.edit(row)

    def _chosen(self) -> list[OrderRow]:
        return [row for row in self.table.chosen_rows() if isinstance(row, OrderRow)]

    def _on_key(self, meant: str) -> None:
        if meant == "blotter.cancel":
            self.cancel_chosen()
        elif meant == "blotter.replace":
            self.edit_chosen()

    def _on_cross(self, serial: int) -> None:
        self._cancel([self.rows.row(serial)])

    def show_menu(self, at: QPoint) -> None:
        if self._chosen():
            self.row_menu().popup(at)

    def row_menu(self) -> QMenu:
        chosen = self._chosen()
        count = sum(map(is_open, chosen))
        menu = menus.made(self, tr("Order"))
        words = tr("Cancel {count} orders", count=count) if count > 1 else tr("Cancel order")
        menu.addAction(in_menu(words, "blotter.cancel"), self.cancel_chosen).setEnabled(count > 0)
        menu.addAction(in_menu(tr("Replace\u2026"), "blotter.replace"), self.edit_chosen).setEnabled(any(map(replaceable, chosen)))
        if self.story is not None:
            key = chosen[0].key
            menu.addAction(tr("Whole story\tEnter"), lambda: self.tell(key))
        menu.addSeparator()
        menu.addAction(tr("Copy rows\tCtrl+C"), self.panel.copy_chosen)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))
