"""A blotter's table: rows of 22 px painted in one go, a quiet header, keys and the words of an empty panel.

It paints cells itself because an item delegate asks the model ten times a cell. Invariants: column widths never follow
contents; the selection survives a reset; new rows on top do not move what a scrolled reader looks at.
"""

from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from widgets.blotter.form import is_open
from widgets.blotter.model import CANCEL, Column, shown, tsv
from widgets.blotter.rows import RowModel
from widgets.flash import Flash
from widgets.shapes import cross
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme
from widgets.type_face import TypeFace

PAD_PX = 6
SORT_SIGN = {True: "\u2193", False: "\u2191"}


class Header(QHeaderView):
    """Column titles over their figures, and the sort's direction. A click sorts."""

    def __init__(self, theme: Theme, rows: RowModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._rows = theme, rows
        self._face = TypeFace(SMALL_PX)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(16)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(ROW_PX)
        self.setAccessibleName("Columns; a click sorts")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self.viewport()), self._theme
        painter.fillRect(event.rect(), theme.color("panel"))
        self._face.use(painter)
        for number, column in enumerate(self._rows.columns):
            if self.isSectionHidden(number):
                continue
            left, width = self.sectionViewportPosition(number), self.sectionSize(number)
            is_sorted = number == self._rows.sort_column
            painter.setPen(theme.color("text" if is_sorted else "muted"))
            title = f"{column.title} {SORT_SIGN[self._rows.descending]}" if is_sorted and column.title else column.title
            if column.right:
                self._face.right(painter, left + width - PAD_PX, 0, ROW_PX, title)
            else:
                self._face.left(painter, left + PAD_PX, 0, ROW_PX, title)
        painter.fillRect(QRect(0, ROW_PX - 1, self.viewport().width(), 1), theme.color("hairline"))


class BlotterTable(QTableView):
    """empty: title and sentence for a table without rows."""

    pressed_key = Signal(int)
    """A plain key that the table has no use for: the panel's own."""

    def __init__(self, theme: Theme, rows: RowModel, name: str, empty: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows, self.empty = rows, empty
        self._kept: list[Hashable] = []
        self.flash = Flash(self, self._settled)
        self._face, self._strong = TypeFace(), TypeFace(strong=True)
        self._cross = cross(10.0).translated(7.0, 6.0)
        self._head = Header(theme, rows, self)
        self._lay_out(name)
        self.set_theme(theme)
        rows.modelAboutToBeReset.connect(self._keep_selection)
        rows.modelReset.connect(self._restore_selection)
        rows.rowsInserted.connect(self._hold_still)

    def _lay_out(self, name: str) -> None:
        self.setHorizontalHeader(self._head)
        self.setModel(self.rows)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW_PX)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName(name)
        order = Qt.SortOrder.DescendingOrder if self.rows.descending else Qt.SortOrder.AscendingOrder
        self._head.setSortIndicator(self.rows.sort_column, order)
        self._head.setSortIndicatorShown(False)
        self._head.sectionClicked.connect(self._sort)
        for number, column in enumerate(self.rows.columns):
            self.setColumnWidth(number, column.width)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        tokens = ("panel", "text", "muted", "selection", "selection_fill", "hairline", "bid", "ask", "own", "warning")
        self._colors: dict[str, QColor] = {token: theme.color(token) for token in tokens}
        self._head.set_theme(theme)
        self.viewport().update()

    # rows -----------------------------------------------------------------------------------------------------------

    def take(self, rows: tuple[object, ...], flashing: bool = True) -> None:
        cells = self.rows.put(rows)
        if flashing and cells and self.isVisible():
            self.flash.light(cells)

    def chosen_rows(self) -> list[object]:
        """Top to bottom."""
        return [self.rows.row_at(number) for number in self._selected()]

    def copy(self) -> None:
        chosen = self.chosen_rows()
        if chosen:
            QGuiApplication.clipboard().setText(tsv(self.rows.columns, chosen))

    def _selected(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _keep_selection(self) -> None:
        self._kept = [self.rows.key_at(number) for number in self._selected()[:1000]]

    def _restore_selection(self) -> None:
        flags = self.selectionModel().SelectionFlag
        for key in self._kept:
            number = self.rows.display_of(key)
            if number >= 0:
                self.selectionModel().select(self.rows.index(number, 0), flags.Select | flags.Rows)
        self._kept = []

    def _hold_still(self, _parent: QModelIndex, first: int, last: int) -> None:
        bar = self.verticalScrollBar()
        if bar.value() > first:
            bar.setMaximum(max(bar.maximum(), bar.value() + last - first + 1))
            bar.setValue(bar.value() + last - first + 1)

    def _sort(self, number: int) -> None:
        """Figures sort greatest first at the first click, words from A."""
        same = number == self.rows.sort_column
        column = self.rows.columns[number]
        descending = not self.rows.descending if same else column.right or column.name in (CANCEL, "time")
        self.rows.sort(number, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        self._head.viewport().update()

    def _settled(self, cells: list[Hashable]) -> None:
        for key in {cell[0] for cell in cells if isinstance(cell, tuple)}:
            number = self.rows.display_of(key)
            if number >= 0:
                self.viewport().update(QRect(0, self.rowViewportPosition(number), self.viewport().width(), ROW_PX))

    # hands ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_R) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.pressed_key.emit(event.key())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        columns, width = self.rows.columns, self.viewport().width()
        kept = shown(columns, width)
        for number in range(len(columns)):
            self.setColumnHidden(number, number not in kept)
        last = max(kept)
        spare = width - sum(columns[number].width for number in kept)
        self.setColumnWidth(last, columns[last].width + (max(0, spare) if not columns[last].right else 0))
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flash.clear()
        super().hideEvent(event)

    # painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._colors["panel"])
        count = self.rows.rowCount()
        if count == 0:
            self._paint_empty(painter)
            return
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        last = count - 1 if last < 0 else last
        columns = [
            (number, column, self.columnViewportPosition(number), self.columnWidth(number))
            for number, column in enumerate(self.rows.columns) if not self.isColumnHidden(number)
        ]
        self._face.use(painter)
        current = self.currentIndex().row() if self.hasFocus() else -1
        for number in range(max(first, 0), last + 1):
            top = self.rowViewportPosition(number)
            if self.selectionModel().isRowSelected(number, QModelIndex()):
                painter.fillRect(QRect(0, top, self.viewport().width(), ROW_PX), self._colors["selection_fill"])
            self._paint_row(painter, number, top, columns)
            if number == current:
                painter.fillRect(QRect(0, top, self.viewport().width(), 1), self._colors["selection"])
                painter.fillRect(QRect(0, top + ROW_PX - 1, self.viewport().width(), 1), self._colors["selection"])

    def _paint_row(self, painter: QPainter, number: int, top: int, columns: list[tuple[int, Column, int, int]]) -> None:
        row, colors, face = self.rows.row_at(number), self._colors, self._face
        key = self.rows.key_at(number)
        on_selection = self.selectionModel().isRowSelected(number, QModelIndex())
        for place, column, left, width in columns:
            if column.name == CANCEL:
                if is_open(row):
                    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
                    painter.fillPath(self._cross.translated(left, top), colors["text" if on_selection else "muted"])
                    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
                continue
            if self.flash.is_lit((key, place)):
                painter.fillRect(QRect(left + 1, top + 2, width - 2, ROW_PX - 4), colors["hairline"])
            token = column.tone(row) if column.tone is not None else "text"
            painter.setPen(colors["text" if on_selection and token == "muted" else token])
            text = column.text(row)
            if face.width(text) > width - PAD_PX:
                text = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - PAD_PX)
            if column.right:
                face.right(painter, left + width - PAD_PX, top, ROW_PX, text)
            else:
                face.left(painter, left + PAD_PX, top, ROW_PX, text)

    def _paint_empty(self, painter: QPainter) -> None:
        title, sentence = self.empty
        middle, width = self.viewport().height() // 2, self.viewport().width()
        self._strong.use(painter)
        painter.setPen(self._colors["text"])
        self._strong.centre(painter, width / 2, middle - ROW_PX, ROW_PX, title)
        self._face.use(painter)
        painter.setPen(self._colors["muted"])
        fitting = self._face.metrics.elidedText(sentence, Qt.TextElideMode.ElideRight, width - 4 * GRID_PX)
        self._face.centre(painter, width / 2, middle, ROW_PX, fitting)
