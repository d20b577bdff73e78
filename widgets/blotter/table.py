"""A blotter's table: rows of 22 px painted in one go, headings of groups that open and shut, a header and a filter row above.

It paints everything itself, from a million rows as from ten: what is in sight is made, nothing else. Invariants: column widths never
follow contents; the selection survives sorting, filtering and new rows; new rows do not move what a scrolled reader looks at.
"""

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from widgets.blotter.columns import CANCEL
from widgets.blotter.export import tip
from widgets.blotter.filter_row import FilterRow
from widgets.blotter.head import Head
from widgets.blotter.layout import Layout, Place
from widgets.blotter.news import changed_cells, texts
from widgets.blotter.painting import RowPainter
from widgets.blotter.rows import Rows
from widgets.blotter.selection import NONE, Selection
from widgets.flash import Flash
from widgets.keyboard import pressed
from widgets.style import GRID_PX, ROW_PX, Theme
from widgets.tongue import tr

COPY = "copy"
"""Beside the rows of the table of keys: Ctrl+C is the same everywhere."""
FLASHES = 400
"""Chosen: more changed cells than this at once are no news to the eye."""


class BlotterTable(QAbstractScrollArea):
    """empty: title and sentence for a table without rows. marked: whether rows can be cancelled by their cross."""

    pressed_key = Signal(str)
    """A key that the table has no use for: what it means to the panel, or COPY."""
    opened = Signal(int)
    """Enter or a double click: a row's serial."""
    crossed = Signal(int)
    """A click on the cross of that row."""
    menu_wanted = Signal(QPoint)
    """On a row, or by key. Global place."""
    laid_out = Signal()
    """Columns, sorting, filters or groups are not what they were."""
    moved = Signal()
    """Columns stand elsewhere on the screen."""

    def __init__(self, theme: Theme, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows, self.empty = rows, tuple(map(tr, rows.table.empty))
        self.lines = rows.arrangement
        self.layout_ = Layout(rows.table.columns)
        self.places: list[Place] = []
        self.selection = Selection(self.lines, self._on_selection)
        self.flash = Flash(self, self._settled)
        self._painter = RowPainter(rows, self.selection)
        self.head = Head(theme, self)
        self.filters = FilterRow(theme, self)
        self.filters.hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr(rows.table.name))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self.set_theme(theme)
        self.show_filters(False)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._colors: dict[str, QColor] = self._painter.set_theme(theme)
        self.head.set_theme(theme)
        self.filters.set_theme(theme)
        self.viewport().update()

    # rows -----------------------------------------------------------------------------------------------------------

    def take(self, rows: tuple[object, ...], flashing: bool = True) -> None:
        """What is in sight stays in sight, unless it is the top; what has not changed is not painted again."""
        top = self.verticalScrollBar().value()
        kept = self.lines.at(top) if 0 < top < self.rows.lines else NONE
        coming = set(self.rows.store.serials_of(rows).tolist()) - {NONE}
        before = self._serials_in_sight()
        sought = coming if flashing and self.isVisible() else set()
        seen = {serial: texts(self.rows, self.places, serial) for serial in before if serial in sought}
        self.rows.put(rows)
        self.lay_lines(paint=False)
        if kept >= 0:
            now = self.lines.line_of(kept)
            if now >= 0 and now != top:
                self.verticalScrollBar().setValue(now)
        cells = changed_cells(self.rows, self.places, seen)
        if 0 < len(cells) <= FLASHES:
            self.flash.light(cells)
        self._paint_changed(before, coming)

    def _paint_changed(self, before: list[int], coming: set[int]) -> None:
        after = self._serials_in_sight()
        if len(before) != len(after):
            self.viewport().update()
            return
        width = self.viewport().width()
        for number, (was, now) in enumerate(zip(before, after, strict=True)):
            # Headings say sums.
            if was != now or now in coming or now < 0:
                self.viewport().update(0, number * ROW_PX, width, ROW_PX)

    def clear(self) -> None:
        self.flash.clear()
        self.rows.clear()
        self.selection.clear()
        self.lay_lines()

    def chosen_rows(self) -> list[object]:
        """Top to bottom."""
        return [self.rows.row(serial) for serial in self.selection.chosen()]

    def choose(self, key: Hashable) -> bool:
        """The row of that key alone, and scrolled to; False: it is not shown."""
        line = self.lines.line_of(self.rows.store.serial_of(key))
        if line < 0:
            return False
        self.selection.go(line)
        self.reveal(line)
        return True

    def _serials_in_sight(self) -> list[int]:
        """Below 0: headings."""
        return [self.lines.at(line) for line in range(*self._in_sight())]

    # sorting, groups, columns ---------------------------------------------------------------------------------------

    def sort_by(self, name: str) -> None:
        """Figures sort greatest first at the first click, words from A; a second click turns it round."""
        column, lines = self.rows.columns[name], self.lines
        again = name == lines.sort_column
        self.sort(name, not lines.descending if again else column.right or name in (CANCEL, "time"))

    def sort(self, name: str, descending: bool) -> None:
        self.lines.sort(name, descending)
        self.relaid()

    def group_by(self, name: str) -> None:
        self.lines.group(name)
        self.relaid()

    def toggle(self, number: int) -> None:
        self.selection.go(self.lines.headings[number].first)
        self.lines.toggle(number)
        self.lay_lines()

    def show_filters(self, shown: bool) -> None:
        self.filters.setVisible(shown)
        self.setViewportMargins(0, ROW_PX * (2 if shown else 1), 0, 0)
        self._place_head()

    def filter(self, name: str, text: str) -> None:
        self.rows.filter(name, text)
        self.relaid()

    def relaid(self) -> None:
        """Columns or lines are others than before."""
        self.place_columns()
        self.lay_lines()
        self.reveal(self.selection.line())
        self.head.update()
        self.filters.update()
        self.laid_out.emit()

    # places ---------------------------------------------------------------------------------------------------------

    def place_columns(self) -> None:
        places = self.layout_.places(self.viewport().width())
        bar = self.horizontalScrollBar()
        bar.setRange(0, max(places[-1].right - self.viewport().width(), 0) if places else 0)
        bar.setPageStep(self.viewport().width())
        bar.setSingleStep(ROW_PX)
        self.places = places
        self._on_scrolled()

    def lay_lines(self, paint: bool = True) -> None:
        bar, room = self.verticalScrollBar(), self.page()
        bar.setRange(0, max(self.rows.lines - room, 0))
        bar.setPageStep(room)
        if paint:
            self.viewport().update()

    def x_of(self, place: Place) -> int:
        return place.left - self.horizontalScrollBar().value()

    def in_sight(self) -> list[Place]:
        """A number that is partly outside is not among them: half of it would be another one."""
        width = self.viewport().width()
        spans = ((place, self.x_of(place)) for place in self.places)
        return [one for one, x in spans if x + one.width > 0 and x < width and (not one.column.right or 0 <= x <= width - one.width)]

    def page(self) -> int:
        """Whole lines in sight."""
        return max(self.viewport().height() // ROW_PX, 1)

    def line_at(self, y: int) -> int:
        line = self.verticalScrollBar().value() + y // ROW_PX
        return line if 0 <= line < self.rows.lines else NONE

    def top_of(self, line: int) -> int:
        return (line - self.verticalScrollBar().value()) * ROW_PX

    def place_at(self, x: int) -> Place | None:
        return next((place for place in self.places if self.x_of(place) <= x < self.x_of(place) + place.width), None)

    def place_of(self, name: str) -> Place | None:
        return next((place for place in self.places if place.column.name == name), None)

    def reveal(self, line: int) -> None:
        bar = self.verticalScrollBar()
        if line >= 0:
            bar.setValue(min(max(bar.value(), line - self.page() + 1), line))

    def reveal_column(self, place: Place) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(min(max(bar.value(), place.right - self.viewport().width()), place.left))

    def _in_sight(self) -> tuple[int, int]:
        first = self.verticalScrollBar().value()
        return first, min(first + self.viewport().height() // ROW_PX + 1, self.rows.lines)

    def _place_head(self) -> None:
        width = self.viewport().width()
        self.head.setGeometry(0, 0, width, ROW_PX)
        self.filters.setGeometry(0, ROW_PX, width, ROW_PX)

    def _on_scrolled(self) -> None:
        self.head.update()
        self.filters.follow()
        self.viewport().update()
        self.moved.emit()

    def _on_selection(self) -> None:
        """Said as well as painted."""
        current = self.selection.current
        said = tip(self.rows.table.columns, self.rows.row(current)).replace("\n", ", ") if current >= 0 else self.selection.heading or ""
        self.setAccessibleDescription(said)
        self.viewport().update()

    def _settled(self, cells: list[Hashable]) -> None:
        for serial in {cell[0] for cell in cells if isinstance(cell, tuple)}:
            line = self.lines.line_of(serial)
            if line >= 0:
                self.viewport().update(QRect(0, self.top_of(line), self.viewport().width(), ROW_PX))

    # hands ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, how = Qt.Key(event.key()), event.modifiers()
        page, line, plain = self.page(), self.selection.line(), how == Qt.KeyboardModifier.NoModifier
        control = bool(how & Qt.KeyboardModifier.ControlModifier)
        steps = {
            Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -self.rows.lines, Qt.Key.Key_End: self.rows.lines,
        }
        meant = pressed("blotter", event)
        if meant and meant != "blotter.sort":
            if not event.isAutoRepeat():  # a stream of cancels is nobody's wish
                self.pressed_key.emit(meant)
        elif key in steps and self.rows.lines:
            to = min(max((line if line >= 0 else -1 if steps[key] > 0 else 0) + steps[key], 0), self.rows.lines - 1)
            self.selection.go(to, extend=bool(how & Qt.KeyboardModifier.ShiftModifier))
            self.reveal(to)
        elif control and key == Qt.Key.Key_A:
            self.selection.all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line >= 0:
            self._open(line)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and plain:
            self._sideways(line, key == Qt.Key.Key_Right)
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and how == Qt.KeyboardModifier.ShiftModifier):
            self.menu_wanted.emit(self.viewport().mapToGlobal(QPoint(2 * GRID_PX, max(self.top_of(line) + ROW_PX, 0))))
        elif control and key == Qt.Key.Key_C:
            self.pressed_key.emit(COPY)
        else:
            super().keyPressEvent(event)

    def _open(self, line: int) -> None:
        at = self.lines.at(line)
        if at < 0:
            self.toggle(-1 - at)
        else:
            self.opened.emit(at)

    def _sideways(self, line: int, right: bool) -> None:
        """On a heading: shuts and opens it. From a row to its heading, or, without groups, the columns go aside."""
        at = self.lines.at(line) if line >= 0 else 0
        if at < 0 and self.lines.headings[-1 - at].is_shut == right:
            self.toggle(-1 - at)
        elif at >= 0 and line >= 0 and self.lines.group_column and not right:
            above = max((one for one in self.lines.headings if one.first < line), key=lambda one: one.first)
            self.selection.go(above.first)
            self.reveal(above.first)
        else:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + bar.singleStep() * (2 if right else -2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        line, how = self.line_at(round(event.position().y())), event.modifiers()
        if line < 0:
            return
        at = self.lines.at(line)
        if event.button() == Qt.MouseButton.RightButton:
            if at >= 0 and not self.selection.has(at):
                self.selection.go(line)
            self.menu_wanted.emit(event.globalPosition().toPoint())
            return
        if at < 0:
            self.toggle(-1 - at)
            return
        place = self.place_at(round(event.position().x()))
        if place is not None and place.column.name == CANCEL:
            self.crossed.emit(at)
            return
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        self.selection.go(line, extend=bool(how & shift), toggle=bool(how & control))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line = self.line_at(round(event.position().y()))
        if event.buttons() & Qt.MouseButton.LeftButton and line >= 0 and self.selection.line() not in (NONE, line):
            self.selection.go(line, extend=True)
            self.reveal(line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What began here ends here."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line, place = self.line_at(round(event.position().y())), self.place_at(round(event.position().x()))
        if line >= 0 and self.lines.at(line) >= 0 and (place is None or place.column.name != CANCEL):
            self.opened.emit(self.lines.at(line))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x(), event.pos().y()), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, x: int, y: int) -> str:
        """The whole row; over a cross, what it does."""
        line, place = self.line_at(y), self.place_at(x)
        if line < 0 or self.lines.at(line) < 0:
            return ""
        if place is not None and place.column.name == CANCEL:
            return place.column.hint
        return tip(self.rows.table.columns, self.rows.row(self.lines.at(line)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()
        self.place_columns()
        self.lay_lines()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flash.clear()
        super().hideEvent(event)

    # painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, dirty = QPainter(self.viewport()), event.rect()
        painter.fillRect(dirty, self._colors["panel"])
        if not self.rows.lines:
            self._painter.empty(painter, self.viewport().width(), self.viewport().height(), *self.empty)
            return
        seen = [(place, self.x_of(place)) for place in self.in_sight()]
        current = self.selection.line() if self.hasFocus() else NONE
        first, last = self._in_sight()
        for line in range(first, last):
            top = self.top_of(line)
            if top <= dirty.bottom() and top + ROW_PX > dirty.top():
                self._painter.paint(painter, line, top, self.viewport().width(), seen, self.flash)
                if line == current:
                    painter.fillRect(QRect(0, top, self.viewport().width(), 1), self._colors["selection"])
                    painter.fillRect(QRect(0, top + ROW_PX - 1, self.viewport().width(), 1), self._colors["selection"])
