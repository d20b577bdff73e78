"""The health panel: core, journal, orders, screen and process in rows, then what has failed.

Invariants: it repaints once a second at most, when the core measured anew; a value outside comfort carries a sign and a
word besides its colour. Trails show the last sixty measurements taken while the panel was visible. It asks nothing.
"""

from collections import deque

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from core.projections.pictures import HealthPicture, VersionLook
from widgets.core_words import heard
from widgets.health import model
from widgets.shapes import warning
from widgets.style import GRID_PX, SMALL_PX, Theme, px
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace

ROW_PX = 18
GROUP_PX = 56
NAME_PX = 64
TRAIL_PX = 60
SIGN_PX = 10
TRAIL_LENGTH = 60
TWO_COLUMNS_PX = 480
EMPTY = mark("Waiting for the core's first measurement, one second after it starts.")


class Sheet(QWidget):
    """Paints the rows, in one column or two as the width allows, and the faults below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face, self._strong, self._small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)
        self.rows: list[model.Row] = []
        self.faults: list[str] = []
        self.trails: dict[str, deque[int]] = {name: deque(maxlen=TRAIL_LENGTH) for name in ("lag", "frame")}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def fit(self) -> None:
        self.setMinimumHeight(self._lines() * ROW_PX + (1 + len(self.faults)) * ROW_PX + 2 * GRID_PX)

    def sizeHint(self) -> QSize:
        return QSize(px(244), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        if not self.rows:
            painter.setFont(self._face.font)
            painter.setPen(self._theme.color("muted"))
            room = self.rect().adjusted(3 * GRID_PX, 3 * GRID_PX, -3 * GRID_PX, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), tr(EMPTY))
            return
        lines, columns = self._lines(), self._columns()
        width = self.width() // columns
        for index, row in enumerate(self.rows):
            column, line = divmod(index, lines)
            self._paint_row(painter, row, QRect(column * width, GRID_PX + line * ROW_PX, width, ROW_PX))
        self._paint_faults(painter, GRID_PX + lines * ROW_PX)

    def _columns(self) -> int:
        return 2 if self.width() >= TWO_COLUMNS_PX else 1

    def _lines(self) -> int:
        return -(-len(self.rows) // self._columns())

    def _paint_row(self, painter: QPainter, row: model.Row, rect: QRect) -> None:
        theme, y, height = self._theme, rect.top(), rect.height()
        left, right = rect.left() + 2 * GRID_PX, rect.right() - 2 * GRID_PX
        if row.group:
            painter.setPen(QPen(theme.color("hairline"), 1))
            if y > GRID_PX:
                painter.drawLine(left, y, right, y)
            self._strong.use(painter)
            painter.setPen(theme.color("muted"))
            self._strong.left(painter, left, y, height, row.group)
        self._face.use(painter)
        painter.setPen(theme.color("muted"))
        self._face.left(painter, left + GROUP_PX, y, height, row.name)
        token = "warning" if row.word else "text"
        face = self._strong if row.word else self._face
        face.use(painter)
        painter.setPen(theme.color(token))
        face.right(painter, right, y, height, row.value)
        start = left + GROUP_PX + NAME_PX
        end = right - face.width(row.value) - 2 * GRID_PX
        if row.word:
            self._paint_word(painter, row.word, end, y)
        elif row.trail:
            self._paint_trail(painter, self.trails[row.trail], start, min(end, start + TRAIL_PX), y)
        elif row.part >= 0:
            self._paint_bar(painter, row.part, start, min(end, start + TRAIL_PX), y)

    def _paint_word(self, painter: QPainter, word: str, right: float, y: int) -> None:
        self._face.use(painter)
        self._face.right(painter, right, y, ROW_PX, word)
        path = warning(SIGN_PX)
        path.translate(right - self._face.width(word) - SIGN_PX - 3, y + (ROW_PX - SIGN_PX) / 2)
        painter.fillPath(path, self._theme.color("warning"))

    def _paint_bar(self, painter: QPainter, part: float, left: float, right: float, y: int) -> None:
        if right - left < 12:
            return
        track = QRectF(left, y + ROW_PX / 2 - 2, right - left, 4)
        painter.fillRect(track, self._theme.color("hairline"))
        track.setWidth(track.width() * min(part, 1.0))
        painter.fillRect(track, self._theme.color("muted"))

    def _paint_trail(self, painter: QPainter, trail: deque[int], left: float, right: float, y: int) -> None:
        if len(trail) < 2 or right - left < 16:
            return
        highest = max(*trail, 1)
        step = (right - left) / (TRAIL_LENGTH - 1)
        bottom, room = y + ROW_PX - 4, ROW_PX - 8
        start = right - step * (len(trail) - 1)
        line = QPolygonF([QPointF(start + k * step, bottom - room * value / highest) for k, value in enumerate(trail)])
        painter.setPen(QPen(self._theme.color("muted"), 1))
        painter.drawPolyline(line)

    def _paint_faults(self, painter: QPainter, y: int) -> None:
        theme, left = self._theme, 2 * GRID_PX
        painter.setPen(QPen(theme.color("hairline"), 1))
        painter.drawLine(left, y, self.width() - 2 * GRID_PX, y)
        if not self.faults:
            self._face.use(painter)
            painter.setPen(theme.color("muted"))
            self._face.left(painter, left, y, ROW_PX, tr("No faults"))
            return
        for text in self.faults:
            path = warning(SIGN_PX)
            path.translate(left, y + (ROW_PX - SIGN_PX) / 2)
            painter.fillPath(path, theme.color("warning"))
            self._face.use(painter)
            painter.setPen(theme.color("warning"))
            room = self.width() - 4 * GRID_PX - SIGN_PX - GRID_PX
            cut = self._face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._face.left(painter, left + SIGN_PX + GRID_PX, y, ROW_PX, cut)
            y += ROW_PX


class HealthView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: HealthPicture | None = None
        self._frames = model.Frames()
        self._sheet = Sheet(theme)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._sheet)
        self._scroll.setAccessibleName(tr("Health"))
        self.setFocusProxy(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.setAccessibleName(tr("Health of the terminal"))

    def look(self) -> VersionLook:
        return VersionLook(self._picture.version if self._picture is not None else -1)

    def draw(self, picture: HealthPicture) -> None:
        self._picture = picture
        self._sheet.trails["lag"].append(picture.core_lag_p99_us)
        self._sheet.faults = model.fault_texts(picture)
        self._show_rows()

    def draw_frames(self, fps: int, p50_us: int, p99_us: int) -> None:
        """From the frame clock, once a second."""
        self._frames = model.Frames(fps, p50_us, p99_us)
        if self.isVisible():
            self._sheet.trails["frame"].append(p99_us)
            self._show_rows()

    def rows(self) -> list[model.Row]:
        return self._sheet.rows

    def faults(self) -> list[str]:
        return self._sheet.faults

    def set_theme(self, theme: Theme) -> None:
        self._sheet.set_theme(theme)

    def sizeHint(self) -> QSize:
        return QSize(px(248), 15 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), 5 * ROW_PX)

    def hideEvent(self, event: QHideEvent) -> None:
        """A trail with a hole in it would lie about its time."""
        for trail in self._sheet.trails.values():
            trail.clear()

    def _show_rows(self) -> None:
        if self._picture is None:
            return
        self._sheet.rows = model.rows(self._picture, self._frames)
        sheet = self._sheet
        sheet.setToolTip(
            "\n".join(
                [
                    tr("Pairs are median / 99th percentile."), tr("Core: {core}.", core=heard(self._picture.core) or tr("not said")),
                    *sheet.faults,
                ],
            ),
        )
        sheet.setAccessibleName("; ".join(f"{row.name} {row.value} {row.word}".strip() for row in sheet.rows))
        self._sheet.fit()
        self._sheet.update()
