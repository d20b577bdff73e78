"""A line over time, from a base line on: equity, drawdown. With values at the right, times below, and the point under the pointer.

Invariants: points come in the order of time; labels never overlap, and no two say the same; what is drawn is laid out anew only
when points or size change.
It knows no meaning: the words of a value come from outside.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.pens import mixed, thin
from widgets.scales import clock_text, even_ticks, tick_text, time_ticks
from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme, px
from widgets.tongue import tr
from widgets.type_face import TypeFace

LABEL_PX = 16
TIME_LABEL_PX = 72
Point = tuple[int, int]


class LinePlot(QWidget):
    """text: of a value where labels are a step apart, short. empty: what it says without points. token: of the line."""

    def __init__(
        self, theme: Theme, name: str, text: Callable[[int, int], str], empty: str, token: str = "text", parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._text, self._empty, self._token = theme, name, text, empty, token
        self._points: tuple[Point, ...] = ()
        self._unit = ""
        self._times: list[int] = []
        self._spots: list[QPointF] = []
        self._line = QPolygonF()
        self._area = QPolygonF()
        self._ticks: list[tuple[float, str]] = []
        self._stamps: list[tuple[float, str]] = []
        self._low = self._high = 0
        self._step = 1
        self._hover = -1
        self._small = TypeFace(SMALL_PX)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_points(self, points: Sequence[Point], unit: str = "") -> None:
        """unit: said with every value."""
        if tuple(points) == self._points and unit == self._unit:
            return
        self._points, self._unit = tuple(points), unit
        self._times = [at for at, _ in self._points]
        self._hover = min(self._hover, len(self._points) - 1)
        self._lay()
        self.setAccessibleDescription(self.said(len(self._points) - 1))
        self.update()

    def said(self, number: int) -> str:
        """The point in words; empty when there is none."""
        if not 0 <= number < len(self._points):
            return ""
        return tr("{clock} UTC  {value}", clock=clock_text(self._times[number]), value=self._worth(number))

    def _worth(self, number: int) -> str:
        return f"{self._text(self._points[number][1], self._step)} {self._unit}".rstrip()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(280), 6 * ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), 3 * ROW_PX)

    def _plot(self) -> QRectF:
        widest = max((self._small.width(text) for _, text in self._ticks), default=0.0)
        return QRectF(GRID_PX, ROW_PX, max(self.width() - widest - 4 * GRID_PX, 1), max(self.height() - 2 * ROW_PX, 1))

    def _lay(self) -> None:
        self._line, self._area, self._ticks, self._stamps = QPolygonF(), QPolygonF(), [], []
        if not self._points:
            return
        values = [value for _, value in self._points]
        self._low, self._high = min(0, *values), max(0, *values)
        if self._low == self._high:
            self._high += 1
        found, self._step = even_ticks(self._low, self._high, 1, max(self.height() - 2 * ROW_PX, 1), 2 * LABEL_PX)
        texts = [self._text(value, self._step) for value in found]
        self._ticks = [(0.0, text) for text in texts]
        plot = self._plot()
        self._ticks = [(self._y(plot, value), text) for value, text in zip(found, texts, strict=True)]
        first, last = self._times[0], self._times[-1]
        self._stamps = [(self._x(plot, at), tick_text(at)) for at in time_ticks(first, last, plot.width(), TIME_LABEL_PX)]
        self._spots = [QPointF(self._x(plot, at), self._y(plot, value)) for at, value in self._points]
        self._line = QPolygonF(self._spots)
        ground = self._y(plot, 0)
        self._area = QPolygonF([QPointF(self._spots[0].x(), ground), *self._spots, QPointF(self._spots[-1].x(), ground)])

    def _x(self, plot: QRectF, at: int) -> float:
        first, last = self._times[0], self._times[-1]
        return plot.left() + plot.width() * ((at - first) / (last - first) if last > first else 1.0)

    def _y(self, plot: QRectF, value: int) -> float:
        return plot.bottom() - plot.height() * ((value - self._low) / (self._high - self._low))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._points:
            return
        plot = self._plot()
        first, last = self._times[0], self._times[-1]
        at = first + (last - first) * (event.position().x() - plot.left()) / plot.width()
        self._hover = min(max(bisect_left(self._times, at), 0), len(self._times) - 1)
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hover = -1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(event.rect(), theme.color("panel"))
        self._small.use(painter)
        painter.setPen(theme.color("muted"))
        if not self._points:
            empty = self._cut(tr(self._empty), self.width() - 4 * GRID_PX)
            self._small.centre(painter, self.width() / 2, self.height() / 2 - ROW_PX / 2, ROW_PX, empty)
            return
        plot = self._plot()
        for y, text in self._ticks:
            painter.fillRect(QRect(int(plot.left()), round(y), int(plot.width()), 1), theme.color("hairline"))
            self._small.right(painter, self.width() - 2 * GRID_PX, y - ROW_PX / 2, ROW_PX, text)
        for x, text in self._stamps:
            if x - self._small.width(text) / 2 >= 0 and x + self._small.width(text) / 2 <= plot.right() + GRID_PX:
                self._small.centre(painter, x, plot.bottom(), ROW_PX, text)
        color = theme.color(self._token)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(color, theme.color("panel"), 0.18))
        painter.drawPolygon(self._area)
        painter.setPen(thin(color))
        painter.drawPolyline(self._line)
        self._paint_hover(painter, plot)

    def _paint_hover(self, painter: QPainter, plot: QRectF) -> None:
        number = self._hover if self._hover >= 0 else len(self._points) - 1
        if self._hover >= 0:
            x = self._spots[number].x()
            painter.fillRect(QRectF(x, plot.top(), 1, plot.height()), self._theme.color("muted"))
        said = self.said(number)
        if self._small.width(said) > plot.right():
            # Without room for both, what it is worth.
            said = self._worth(number)
        painter.setPen(self._theme.color("muted"))
        self._small.left(painter, GRID_PX, 0, ROW_PX, self._cut(self._name, plot.right() - self._small.width(said) - 3 * GRID_PX))
        painter.setPen(self._theme.color("text"))
        self._small.right(painter, plot.right(), 0, ROW_PX, said)

    def _cut(self, text: str, room: float) -> str:
        return self._small.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(int(room), 0))
