"""Every column of a table in a list at its right: which are shown, in which order, how wide; by keys alone or with the mouse.

Space shows or hides, Alt+Up and Alt+Down move, Left and Right change the width, keys of the blotter sort and group, Backspace goes back
to what fits, Esc closes. Invariant: what it changes is in force at once.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from widgets.action_keys import key_of
from widgets.blotter.columns import Column
from widgets.blotter.table import BlotterTable
from widgets.keyboard import pressed
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace

WIDTH_PX = 216
STEP_PX = 8
BOX_PX = 10
HINTS = (
    mark("Space shows, Alt+\u2191\u2193 moves,"), mark("\u2190\u2192 width, {sort} sorts, {group} groups,"),
    mark("Backspace: as ever, Esc closes"),
)


class Chooser(QWidget):
    closed = Signal()
    shown = Signal()

    def __init__(self, theme: Theme, table: BlotterTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._table = theme, table
        self._face, self._strong, self._small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)
        self.current = 0
        self._first = 0
        self.setFixedWidth(WIDTH_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Columns"))
        table.laid_out.connect(self.update)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH_PX, 8 * ROW_PX)

    def columns(self) -> list[tuple[Column, bool]]:
        """The shown ones in their order, then the others in the table's."""
        shown = [place.column for place in self._table.places]
        names = {column.name for column in shown}
        return [(one, True) for one in shown] + [(one, False) for one in self._table.rows.table.columns if one.name not in names]

    def open(self) -> None:
        self.current = self._first = 0
        self.show()
        self.shown.emit()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tell()

    def leave(self) -> None:
        self.hide()
        self.closed.emit()

    # hands ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, columns = event.key(), self.columns()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        column, shown = columns[self.current]
        meant = pressed("blotter", event)
        if meant == "blotter.sort":
            self._table.sort_by(column.name)
        elif meant == "blotter.groups" and column.groups:
            self._table.group_by("" if self._table.lines.group_column == column.name else column.name)
        elif meant == "blotter.columns":
            self.leave()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if key == Qt.Key.Key_Down else -1
            if alt and shown:
                self.move_column(column.name, by)
            elif not alt:
                self._go(self.current + by)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(columns) - 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            layout = self._table.layout_
            layout.set_width(column.name, layout.width(column) + (STEP_PX if key == Qt.Key.Key_Right else -STEP_PX))
            self._relaid()
        elif key == Qt.Key.Key_Space:
            self.toggle(column.name)
        elif key == Qt.Key.Key_Backspace:
            self._table.layout_.as_ever()
            self._relaid()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def say_keys(self) -> None:
        self.update()

    def toggle(self, name: str) -> None:
        self._table.layout_.toggle(name, self._table.viewport().width())
        self._relaid()
        self._find(name)

    def move_column(self, name: str, by: int) -> None:
        names = [place.column.name for place in self._table.places]
        to = names.index(name) + by
        if 0 <= to < len(names):
            self._table.layout_.move(name, to + (by > 0), self._table.viewport().width())
            self._relaid()
            self._find(name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = round(event.position().y()) // ROW_PX - 1 + self._first
        if 0 <= number < len(self.columns()) and event.position().y() < self._bottom():
            self._go(number)
            self.toggle(self.columns()[number][0].name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._go(self.current - (1 if event.angleDelta().y() > 0 else -1))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _relaid(self) -> None:
        self._table.relaid()
        self._tell()

    def _find(self, name: str) -> None:
        self._go(next(number for number, (column, _) in enumerate(self.columns()) if column.name == name))

    def _go(self, number: int) -> None:
        self.current = min(max(number, 0), len(self.columns()) - 1)
        self._first = min(max(self._first, self.current - self._page() + 1), self.current)
        self._tell()
        self.update()

    def _tell(self) -> None:
        column, shown = self.columns()[self.current]
        self.setAccessibleDescription(tr(
            "{words}, {shown}, {width} px",
            words=column.words, shown=tr("shown") if shown else tr("hidden"), width=self._table.layout_.width(column),
        ))
        self.update()

    def _bottom(self) -> int:
        return self.height() - len(HINTS) * 16 - GRID_PX

    def _page(self) -> int:
        return max((self._bottom() - ROW_PX) // ROW_PX, 1)

    # painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.fillRect(0, 0, 1, self.height(), theme.color("hairline"))
        self._strong.use(painter)
        painter.setPen(theme.color("text"))
        self._strong.left(painter, 3 * GRID_PX, 0, ROW_PX, tr("Columns"))
        columns = self.columns()
        for place in range(min(self._page(), len(columns) - self._first)):
            column, shown = columns[self._first + place]
            self._paint_row(painter, column, shown, (place + 1) * ROW_PX, self._first + place == self.current)
        self._small.use(painter)
        painter.setPen(theme.color("muted"))
        keys = {"sort": key_of("blotter.sort"), "group": key_of("blotter.groups")}
        for number, hint in enumerate(HINTS):
            self._small.left(painter, 3 * GRID_PX, self._bottom() + number * 16, 16, tr(hint, **keys))

    def _paint_row(self, painter: QPainter, column: Column, shown: bool, top: int, is_current: bool) -> None:
        theme = self._theme
        if is_current:
            painter.fillRect(QRect(1, top, self.width() - 1, ROW_PX), theme.color("selection_fill"))
            if self.hasFocus():
                painter.fillRect(QRect(1, top, 2, ROW_PX), theme.color("selection"))
        box = QRect(3 * GRID_PX, top + (ROW_PX - BOX_PX) // 2, BOX_PX, BOX_PX)
        painter.setPen(theme.color("text" if shown else "muted"))
        painter.drawRect(box)
        if shown:
            painter.fillRect(box.adjusted(3, 3, -2, -2), theme.color("text"))
        painter.setPen(theme.color("text" if shown or is_current else "muted"))
        self._face.use(painter)
        lines = self._table.lines
        signs = ("\u2193" if lines.descending else "\u2191") if lines.sort_column == column.name else ""
        signs += " " + tr("grouped") if lines.group_column == column.name else ""
        self._face.left(painter, box.right() + 2 * GRID_PX, top, ROW_PX, f"{column.words} {signs}".strip())
        self._face.right(painter, self.width() - 2 * GRID_PX, top, ROW_PX, str(self._table.layout_.width(column)))
