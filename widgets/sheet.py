"""A painted table with groups that open and shut, bars, signs, sorting and finding; for hundreds of rows.

Invariants: numbers end at one edge; what does not fit is cut with an ellipsis and whole in the tooltip; the chosen row is kept by its
key when rows change; a row that stays the same is not painted again. It knows no meaning: texts and tokens come from outside.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from core.domain.instrument import MINUS, NARROW_SPACE
from widgets.cells import DASH, LEAST_PX, Cell, Column, Group, Row, placed, whole
from widgets.flat import outline
from widgets.lines import SIGNS
from widgets.style import DATA_PX, GRID_PX, ROW_PX, SMALL_PX, Theme, px
from widgets.tongue import tr
from widgets.type_face import TypeFace

BAR_PX = 6
SIGN_PX = 11
SORT_SIGN = {True: "\u2193", False: "\u2191"}
SHUT_SIGN = {True: "\u25b8", False: "\u25be"}


@dataclass(slots=True)
class _Line:
    row: Row | None = None
    group: Group | None = None


class Sheet(QAbstractScrollArea):
    """empty: what it says without rows. sort: column number and whether the largest comes first; None: as given. sideways: where room
    is short no column goes, the others are scrolled beside the first."""

    chosen = Signal(str)
    opened = Signal(str)
    """Enter, or a double click."""
    shut_changed = Signal()

    def __init__(
        self, theme: Theme, name: str, columns: Sequence[Column], empty: str, sort: tuple[int, bool] | None = None,
        parent: QWidget | None = None, sideways: bool = False,
    ) -> None:
        super().__init__(parent)
        self._sideways = sideways
        self._theme, self._columns, self.empty = theme, tuple(columns), empty
        self._rows: tuple[Row, ...] = ()
        self._groups: tuple[Group, ...] = ()
        self._lines: list[_Line] = []
        self._sort = sort
        self._find: tuple[str, ...] = ()
        self.shut: tuple[str, ...] = ()
        self.key = ""
        self._heading = ""
        self._face, self._strong, self._small = TypeFace(DATA_PX), TypeFace(DATA_PX, strong=True), TypeFace(SMALL_PX)
        # Qt may paint it before its first resizeEvent.
        self._place()
        self.setFrameShape(QFrame.Shape.NoFrame)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if sideways else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self.horizontalScrollBar().setSingleStep(LEAST_PX // 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # what is shown --------------------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row], groups: Sequence[Group] = ()) -> None:
        """groups: in their order; rows of a group that is not among them are not shown. None at all: rows as they are."""
        if (tuple(rows), tuple(groups)) == (self._rows, self._groups):
            return
        self._rows, self._groups = tuple(rows), tuple(groups)
        self._arrange()

    def rows(self) -> list[Row]:
        """In the order shown."""
        return [line.row for line in self._lines if line.row is not None]

    def text(self, key: str) -> str:
        """A row's cells in one line."""
        return " | ".join(cell.text for row in self._rows if row.key == key for cell in row.cells)

    def search(self, text: str) -> None:
        """Only rows that have every word, in any cell or their heading."""
        words = tuple(text.casefold().split())
        if words != self._find:
            self._find = words
            self._arrange()

    def choose(self, key: str) -> None:
        if key != self.key or self._heading:
            self.key, self._heading = key, ""
            self.chosen.emit(key)
            self.viewport().update()

    def reveal(self) -> None:
        """Scrolls to the chosen row."""
        if self._lines:
            bar, number = self.verticalScrollBar(), self._at()
            bar.setValue(min(max(bar.value(), number - self._room() + 1), number))

    def sort_by(self, number: int) -> None:
        """Figures the largest first at the first click, words from A; a second click turns it round."""
        turn = self._sort is not None and self._sort[0] == number
        self._sort = (number, not self._sort[1] if turn and self._sort is not None else self._columns[number].right)
        self._arrange()

    def toggle(self, group: str) -> None:
        self.shut = tuple(one for one in self.shut if one != group) if group in self.shut else (*self.shut, group)
        self._arrange()
        self.shut_changed.emit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(sum(column.width or LEAST_PX for column in self._columns), 6 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), 3 * ROW_PX)

    def _arrange(self) -> None:
        before = self._lines
        self._lines = self._laid()
        keys = [line.row.key for line in self._lines if line.row is not None]
        if not self._heading and self.key not in keys:
            self.choose(keys[0] if keys else "")
        bar = self.verticalScrollBar()
        bar.setRange(0, max(len(self._lines) - self._room(), 0))
        bar.setPageStep(self._room())
        self.setAccessibleDescription(tr("{keys} rows", keys=len(keys)))
        if len(before) != len(self._lines):
            self.viewport().update()
            return
        for number, (was, now) in enumerate(zip(before, self._lines, strict=True)):
            if was != now:
                self.viewport().update(0, self._top(number), self.viewport().width(), ROW_PX)

    def _laid(self) -> list[_Line]:
        if not self._groups:
            return [_Line(row) for row in self._sorted([row for row in self._rows if self._passes(row, "")])]
        lines: list[_Line] = []
        for group in self._groups:
            rows = self._sorted([row for row in self._rows if row.group == group.key and self._passes(row, group.text)])
            if rows or not self._find:
                lines.append(_Line(group=group))
            if group.key not in self.shut:
                lines += [_Line(row) for row in rows]
        return lines

    def _passes(self, row: Row, heading: str) -> bool:
        if not self._find:
            return True
        said = " ".join((heading, *(f"{cell.text} {cell.whole}" for cell in row.cells))).casefold()
        return all(word in said for word in self._find)

    def _sorted(self, rows: list[Row]) -> list[Row]:
        if self._sort is None:
            return rows
        number, descending = self._sort
        known = [row for row in rows if row.cells[number].value is not None]
        known.sort(key=lambda row: row.cells[number].value, reverse=descending)
        return known + [row for row in rows if row.cells[number].value is None]

    # hands ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        page = self._room()
        steps = {
            Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page, Qt.Key.Key_Home: -len(self._lines),
            Qt.Key.Key_End: len(self._lines),
        }
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
        elif key in steps and self._lines:
            self._go(min(max(self._at() + steps[key], 0), len(self._lines) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (self._heading or self.key):
            self._open()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._heading and (self._heading in self.shut) == (key == Qt.Key.Key_Right):
            self.toggle(self._heading)
        else:
            super().keyPressEvent(event)

    def as_text(self) -> str:
        """For other programs: tabs between cells, a plain minus, no thin spaces."""
        lines = [[tr(column.head) for column in self._columns], *([cell.exact for cell in row.cells] for row in self.rows())]
        return "\n".join("\t".join(lines_) for lines_ in lines).replace(NARROW_SPACE, "").replace(MINUS, "-") + "\n"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        x, y = round(event.position().x()), round(event.position().y())
        if y < ROW_PX:
            for number, (left, width) in enumerate(zip(self._places.left, self._places.width, strict=True)):
                if width and left <= x < left + width:
                    self.sort_by(number)
            return
        line = self._line_at(y)
        if line is not None and line.group is not None:
            self.toggle(line.group.key)
        elif line is not None and line.row is not None:
            self.choose(line.row.key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What began here ends here."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(round(event.position().y()))
        if line is not None and line.row is not None:
            self.opened.emit(line.row.key)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x(), event.pos().y()), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, x: int, y: int) -> str:
        """The whole row; over a head, what the column means."""
        if y < ROW_PX:
            found = [
                tr(column.tip) for column, left, width in zip(self._columns, self._places.left, self._places.width, strict=True)
                if width and left <= x < left + width
            ]
            return found[0] if found else ""
        line = self._line_at(y)
        if line is None or line.row is None:
            return ""
        pairs = zip(self._columns, line.row.cells, strict=True)
        return "\n".join(f"{tr(column.head)}: {cell.exact}" for column, cell in pairs if cell.text and cell.text != DASH)

    def _at(self) -> int:
        for number, line in enumerate(self._lines):
            if (line.group is not None and line.group.key == self._heading) or (
                line.row is not None and not self._heading and line.row.key == self.key
            ):
                return number
        return 0

    def _go(self, number: int) -> None:
        line = self._lines[number]
        if line.row is not None:
            self.choose(line.row.key)
        elif line.group is not None:
            self._heading = line.group.key
            self.viewport().update()
        self.reveal()

    def _open(self) -> None:
        if self._heading:
            self.toggle(self._heading)
        else:
            self.opened.emit(self.key)

    # places ---------------------------------------------------------------------------------------------------------

    def _room(self) -> int:
        return max((self.viewport().height() - ROW_PX) // ROW_PX, 1)

    def _top(self, number: int) -> int:
        return (number - self.verticalScrollBar().value() + 1) * ROW_PX

    def _line_at(self, y: int) -> _Line | None:
        number = y // ROW_PX - 1 + self.verticalScrollBar().value()
        return self._lines[number] if y >= ROW_PX and number < len(self._lines) else None

    def _place(self) -> None:
        width, bar = self.viewport().width(), self.horizontalScrollBar()
        if not self._sideways:
            self._places = placed(self._columns, width)
            return
        needed = whole(self._columns)
        bar.setRange(0, max(needed - width, 0))
        bar.setPageStep(width)
        self._places = placed(self._columns, max(needed, width))
        lefts, widths = self._places.left, self._places.width
        for number in range(1, len(lefts)):
            lefts[number] -= bar.value()
            # Whole or not at all: half a figure is another figure.
            if lefts[number] < lefts[0] + widths[0] or lefts[number] + widths[number] > width:
                widths[number] = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(len(self._lines) - self._room(), 0))
        bar.setPageStep(self._room())
        if event.size().height() < event.oldSize().height():
            self.reveal()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if dx:
            self._place()
        self.viewport().update()

    # painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, dirty = QPainter(self.viewport()), self._theme, event.rect()
        painter.fillRect(dirty, theme.color("panel"))
        if dirty.top() < ROW_PX:
            self._paint_heads(painter)
        if not self._lines or (self._find and not self.rows()):
            self._small.use(painter)
            painter.setPen(theme.color("muted"))
            said = tr(self.empty) if not self._find else tr("Nothing found.")
            room = self.viewport().rect().adjusted(2 * GRID_PX, ROW_PX + GRID_PX, -2 * GRID_PX, 0)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, said)
        first = self.verticalScrollBar().value()
        for number in range(first, min(first + self._room(), len(self._lines))):
            top = self._top(number)
            if top <= dirty.bottom() and top + ROW_PX > dirty.top():
                self._paint_line(painter, self._lines[number], top)
        if self.hasFocus():
            outline(painter, QRectF(self.viewport().rect()), theme.color("selection"))

    def _paint_heads(self, painter: QPainter) -> None:
        theme = self._theme
        self._small.use(painter)
        for number, (column, left, width) in enumerate(zip(self._columns, self._places.left, self._places.width, strict=True)):
            sorts = self._sort is not None and self._sort[0] == number
            painter.setPen(theme.color("text" if sorts else "muted"))
            head = f"{tr(column.head)} {SORT_SIGN[self._sort[1]]}" if sorts and self._sort is not None else tr(column.head)
            self._write(painter, self._small, head, column.right, left, width, 0)
        painter.fillRect(QRect(0, ROW_PX - 1, self.viewport().width(), 1), theme.color("hairline"))

    def _paint_line(self, painter: QPainter, line: _Line, top: int) -> None:
        theme, width = self._theme, self.viewport().width()
        if line.group is not None:
            group = line.group
            if group.key == self._heading:
                painter.fillRect(QRect(0, top, width, ROW_PX), theme.color("selection_fill"))
            self._strong.use(painter)
            painter.setPen(theme.color(group.token))
            self._strong.left(painter, 2 * GRID_PX, top, ROW_PX, f"{SHUT_SIGN[group.key in self.shut]} {group.text}")
            self._small.use(painter)
            painter.setPen(theme.color("muted"))
            self._small.right(painter, width - 2 * GRID_PX, top, ROW_PX, group.aside)
            return
        row = line.row
        if row is None:
            return
        chosen = row.key == self.key and not self._heading
        if chosen:
            painter.fillRect(QRect(0, top, width, ROW_PX), theme.color("selection_fill"))
        self._face.use(painter)
        for column, cell, left, room in zip(self._columns, row.cells, self._places.left, self._places.width, strict=True):
            if room:
                self._paint_cell(painter, column, cell, left, room, top, chosen)

    def _paint_cell(self, painter: QPainter, column: Column, cell: Cell, left: int, width: int, top: int, chosen: bool) -> None:
        theme = self._theme
        token = "text" if chosen and cell.token == "muted" else cell.token
        if cell.bar >= 0:
            y = top + (ROW_PX - BAR_PX) // 2
            painter.fillRect(QRect(left, y, width, BAR_PX), theme.color("hairline"))
            painter.fillRect(QRect(left, y, round(width * min(cell.bar, 1.0)), BAR_PX), theme.color(token))
            return
        if cell.sign:
            path = SIGNS[cell.sign](float(SIGN_PX)).translated(left, top + (ROW_PX - SIGN_PX) / 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.fillPath(path, theme.color(token))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            left, width = left + SIGN_PX + GRID_PX, width - SIGN_PX - GRID_PX
        painter.setPen(theme.color(token))
        self._write(painter, self._face, cell.text, column.right, left, width, top)

    def _write(self, painter: QPainter, face: TypeFace, text: str, right: bool, left: int, width: int, top: int) -> None:
        if not width or not text:
            return
        if face.width(text) > width:
            text = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        if right:
            face.right(painter, left + width, top, ROW_PX, text)
        else:
            face.left(painter, left, top, ROW_PX, text)
