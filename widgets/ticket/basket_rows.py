"""The checked rows of a basket, painted: numbers end on one edge, a wrong row is its sentence. Only what is in view is painted."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from widgets.lines import SIGN_PX, SIGNS
from widgets.style import DATA_PX, GRID_PX, ROW_PX, SMALL_PX, Theme, px
from widgets.ticket.basket_words import Cells
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace

LINE_PX = 36
COLUMNS = (
    (mark("Symbol"), 86, False), (mark("Side"), 40, False), (
        mark("Quantity"), 84, True,
    ), (mark("Type"), 56, False), (mark("Price"), 80, True), (mark("Time##in force"), 48, False),
    (mark("Worth"), 100, True),
)
"""Title, width, whether it is a number."""
LEAVE_FIRST = (5, 6, 3)
"""What is beside it in the text anyhow, or added up below, while what became of the row stands nowhere else."""
STATE_PX = 92
GAP_PX = 2 * GRID_PX


class BasketRows(QAbstractScrollArea):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[Cells, ...] = ()
        self._small, self._plain, self._strong = TypeFace(SMALL_PX), TypeFace(DATA_PX), TypeFace(DATA_PX, strong=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Checked rows"))
        self.setToolTip(tr("Each row as it would be sent, or why it cannot be"))
        self.verticalScrollBar().setSingleStep(ROW_PX)

    def show_rows(self, rows: Sequence[Cells]) -> None:
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.setAccessibleDescription("; ".join(row.error or " ".join(row.texts) for row in self._rows[:20]))
            self._measure()
            self.viewport().update()

    def rows(self) -> tuple[Cells, ...]:
        return self._rows

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), 3 * ROW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._measure()

    def _measure(self) -> None:
        seen = self.viewport().height() - ROW_PX
        self.verticalScrollBar().setPageStep(max(seen, ROW_PX))
        self.verticalScrollBar().setRange(0, max(len(self._rows) * ROW_PX - seen, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self.viewport()), self._theme
        painter.fillRect(event.rect(), theme.color("panel"))
        first = self.verticalScrollBar().value() // ROW_PX
        last = min(first + self.viewport().height() // ROW_PX + 2, len(self._rows))
        for number in range(first, last):
            self._paint_row(painter, self._rows[number], ROW_PX + number * ROW_PX - self.verticalScrollBar().value())
        self._paint_titles(painter)
        if self.hasFocus():
            painter.fillRect(0, ROW_PX - 2, self.viewport().width(), 2, theme.color("selection"))

    def _shown(self) -> list[int]:
        """Which columns leave room for the state."""
        kept = list(range(len(COLUMNS)))
        for number in LEAVE_FIRST:
            if LINE_PX + sum(px(COLUMNS[one][1]) + GAP_PX for one in kept) + STATE_PX <= self.viewport().width():
                break
            kept.remove(number)
        return kept

    def _paint_titles(self, painter: QPainter) -> None:
        width = self.viewport().width()
        painter.fillRect(0, 0, width, ROW_PX, self._theme.color("panel"))
        painter.fillRect(0, ROW_PX - 1, width, 1, self._theme.color("hairline"))
        self._small.use(painter)
        painter.setPen(self._theme.color("muted"))
        self._small.right(painter, LINE_PX - GAP_PX, 0, ROW_PX, tr("Row"))
        x = LINE_PX
        for number in self._shown():
            title, room, is_number = COLUMNS[number]
            self._cell(painter, self._small, x, 0, px(room), tr(title), is_number)
            x += px(room) + GAP_PX
        self._small.left(painter, x, 0, ROW_PX, tr("State"))

    def _paint_row(self, painter: QPainter, row: Cells, y: int) -> None:
        theme = self._theme
        self._plain.use(painter)
        painter.setPen(theme.color("muted"))
        self._plain.right(painter, LINE_PX - GAP_PX, y, ROW_PX, row.line)
        if row.error:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            path = SIGNS["wrong"](float(SIGN_PX))
            painter.fillPath(path.translated(float(LINE_PX), y + (ROW_PX - SIGN_PX) / 2), theme.color("critical"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            left = LINE_PX + SIGN_PX + GRID_PX
            painter.setPen(theme.color("critical"))
            room = self.viewport().width() - left
            self._plain.left(painter, left, y, ROW_PX, self._plain.metrics.elidedText(row.error, Qt.TextElideMode.ElideRight, room))
            return
        x = LINE_PX
        for number in self._shown():
            _, room, is_number = COLUMNS[number]
            painter.setPen(theme.color(row.token if number == 1 else "text"))
            self._cell(painter, self._plain, x, y, px(room), row.texts[number], is_number)
            x += px(room) + GAP_PX
        painter.setPen(theme.color(row.tone))
        room = self.viewport().width() - x - GRID_PX
        self._plain.left(painter, x, y, ROW_PX, self._plain.metrics.elidedText(row.state, Qt.TextElideMode.ElideRight, room))

    def tip_at(self, y: int) -> str:
        """Of the row there: all of what may be cut in it."""
        number = (y - ROW_PX + self.verticalScrollBar().value()) // ROW_PX
        row = self._rows[number] if y >= ROW_PX and 0 <= number < len(self._rows) else None
        return (row.error or row.state if row is not None else "") or self.toolTip()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().y()), self)
            return True
        return super().viewportEvent(event)

    def _cell(self, painter: QPainter, face: TypeFace, x: int, y: int, room: int, text: str, is_number: bool) -> None:
        shown = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if is_number:
            face.right(painter, x + room, y, ROW_PX, shown)
        else:
            face.left(painter, x, y, ROW_PX, shown)
