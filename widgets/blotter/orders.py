"""The orders panel: a filter, an editor that appears when asked for, and every order and refusal of the run.

Invariant: it holds exactly the rows of the generation in its look; cancelling and replacing are only asked for orders that
are still open as drawn.
"""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from core.projections.pictures import OrderRow, OrdersPicture, RowsLook
from widgets.blotter.editor import Editor
from widgets.blotter.export import ask_and_write
from widgets.blotter.form import cancel, is_open, replaceable
from widgets.blotter.model import CANCEL, ORDERS, matches
from widgets.blotter.rows import RowModel
from widgets.blotter.table import BlotterTable
from widgets.flat import Caption, FlatButton, FlatField
from widgets.style import GRID_PX, Theme

NO_ORDERS = ("No orders yet", "Send one from the ticket, or click a price on the armed ladder.")
NO_MATCH = ("Nothing matches", "Clear the filter or turn off 'Open only' to see every order.")


class OrdersView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._generation, self._cursor = -1, 0
        self.rows = RowModel(ORDERS, lambda row: row.key, "time", self)
        self.table = BlotterTable(theme, self.rows, "Orders", NO_ORDERS, self)
        self.filter = FlatField(theme, "Filter of orders", "Symbol, state or id; Esc clears")
        self.filter.setPlaceholderText("Filter: symbol, state, id")
        self.filter.setClearButtonEnabled(True)
        self.open_only = FlatButton("Open only", theme, "Show open orders only", "Hide what has ended")
        self.open_only.setCheckable(True)
        self.said = Caption(theme, Qt.AlignmentFlag.AlignRight, token="muted")
        self.export = FlatButton("Export CSV", theme, "Export the shown orders", "Write the shown rows to a CSV file")
        self.editor = Editor(theme, self)
        self._arrange()
        self._connect()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusProxy(self.table)
        self.setAccessibleName("Orders")

    def _arrange(self) -> None:
        self.filter.setFixedWidth(180)
        strip = QHBoxLayout()
        strip.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        strip.setSpacing(2 * GRID_PX)
        for part in (self.filter, self.open_only):
            strip.addWidget(part)
        strip.addWidget(self.said, 1)
        strip.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(strip)
        layout.addWidget(self.editor)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._refilter())
        self.filter.returnPressed.connect(self.table.setFocus)
        self.open_only.toggled.connect(lambda _on: self._refilter())
        self.export.clicked.connect(self.export_csv)
        self.editor.asked.connect(self.asked)
        self.editor.closed.connect(self.table.setFocus)
        self.table.pressed_key.connect(self._on_key)
        self.table.clicked.connect(self._on_click)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)

    def sizeHint(self) -> QSize:
        return QSize(760, 240)

    def look(self) -> RowsLook:
        return RowsLook(self._generation, self._cursor)

    def draw(self, picture: OrdersPicture) -> None:
        if picture.generation != self._generation:
            self.table.flash.clear()
            self.rows.clear()
            self._generation = picture.generation
        self._cursor = picture.cursor
        self.table.take(picture.rows)
        if self.editor.row is not None:
            self.editor.follow(self.rows.row_of(self.editor.row.key))
        self._count()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.table, self.filter, self.open_only, self.said, self.export, self.editor):
            part.set_theme(theme)
        self.update()

    # asking ---------------------------------------------------------------------------------------------------------

    def cancel_chosen(self) -> None:
        for command in cancel(self._chosen()):
            self.asked.emit(command)

    def edit_chosen(self) -> None:
        """The first chosen order that can be replaced."""
        row = next((row for row in self._chosen() if replaceable(row)), None)
        if row is None:
            self.said.say("Choose a working limit order to replace.", "warning")
        else:
            self._count()
            self.editor.edit(row)

    def export_csv(self) -> QFileDialog:
        return ask_and_write(self, self.rows, "Orders", self.said.say)

    def _chosen(self) -> list[OrderRow]:
        return [row for row in self.table.chosen_rows() if isinstance(row, OrderRow)]

    def _on_key(self, key: int) -> None:
        if key == Qt.Key.Key_Delete:
            self.cancel_chosen()
        elif key == Qt.Key.Key_R:
            self.edit_chosen()

    def _on_click(self, index: QModelIndex) -> None:
        if ORDERS[index.column()].name == CANCEL:
            for command in cancel([self.rows.row_at(index.row())]):
                self.asked.emit(command)

    def _show_menu(self, at: QPoint) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        count = sum(map(is_open, chosen))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cancelling = menu.addAction(f"Cancel {count} orders\tDel" if count > 1 else "Cancel order\tDel", self.cancel_chosen)
        cancelling.setEnabled(count > 0)
        menu.addAction("Replace\u2026\tR", self.edit_chosen).setEnabled(any(map(replaceable, chosen)))
        menu.addSeparator()
        menu.addAction("Copy rows\tCtrl+C", self.table.copy)
        menu.popup(self.table.viewport().mapToGlobal(at))

    # rows shown -----------------------------------------------------------------------------------------------------

    def _refilter(self) -> None:
        wanted, open_only = self.filter.text().strip().lower(), self.open_only.isChecked()
        self.rows.show_only(lambda row: matches(row, wanted, open_only))
        self._count()

    def _count(self) -> None:
        shown, stored = self.rows.rowCount(), self.rows.stored()
        self.table.empty = NO_MATCH if stored else NO_ORDERS
        noun = "order" if stored == 1 else "orders"
        self.said.say("" if not stored else f"{stored} {noun}" if shown == stored else f"{shown} of {stored} {noun}", "muted")

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))
