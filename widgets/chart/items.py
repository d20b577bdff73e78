"""The painted items of the chart: candles with marks over a grid, and volume. Each lies on a view box, and reads the
range that it has.

Invariants: however many candles there are, at most one shape a pixel column is drawn, in a handful of calls; the
geometry is made again only when candles, range or size changed, not when the crosshair moves.
"""

from bisect import bisect_left
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

import pyqtgraph as pg  # isort: skip  # after PySide6, which it then binds to
from pyqtgraph.Qt.internals import PrimitiveArray  # isort: skip

from core.domain.enums import Side
from widgets.chart.binning import Columns, columns
from widgets.chart.ink import Ink
from widgets.chart.model import ChartModel
from widgets.chart.sight import Sight
from widgets.style import ROW_PX, SMALL_PX
from widgets.type_face import TypeFace

BIN_BELOW_PX: Final = 4.0
"""Narrower candles have no room for a body: they are drawn as one line a pixel column."""
MARK_PX: Final = 5
CAPTION_PX: Final = 8
EMPTY: Final = "No candles yet"


class Crosshair:
    """slot: None when there is no crosshair. y: pixels in the price pane, None when only the time is known."""

    def __init__(self) -> None:
        self.slot: int | None = None
        self.y: float | None = None


class PaneItem(QGraphicsItem):
    """In the pixels of its view box; x and y of data come from the box's range."""

    def __init__(self, box: pg.ViewBox, model: ChartModel, sight: Sight, crosshair: Crosshair, ink: Ink) -> None:
        super().__init__(box)
        self.box, self.model, self.sight, self.crosshair, self.ink = box, model, sight, crosshair, ink
        self._made_for: tuple[Any, ...] = ()

    def boundingRect(self) -> QRectF:
        rect: QRectF = self.box.rect()
        return rect

    def is_new(self) -> bool:
        """Whether the geometry must be made again."""
        rect = self.box.rect()
        (left, right), (low, high) = self.box.viewRange()
        key = (self.model.candles.version, left, right, low, high, rect.width(), rect.height())
        new, self._made_for = key != self._made_for, key
        return new

    def columns(self) -> Columns:
        left, right = self.box.viewRange()[0]
        spacing = self.box.rect().width() / (right - left)
        return columns(self.model.candles, self.sight.first, self.sight.end, left, spacing, BIN_BELOW_PX)

    def half_width(self) -> int:
        """Pixels of a body on each side of its middle."""
        left, right = self.box.viewRange()[0]
        return max(1, int(self.box.rect().width() / (right - left) * 0.36))

    def x_of(self, slot: float) -> float:
        left, right = self.box.viewRange()[0]
        return float(np.floor((slot - left) * self.box.rect().width() / (right - left))) + 0.5

    def paint_time_grid(self, painter: QPainter) -> None:
        height, candles = self.box.rect().height(), self.model.candles
        interval = candles.time_of(1) - candles.time_of(0)
        painter.setPen(self.ink.grid_pen)
        start = candles.time_of(0)
        for at in self.sight.time_ticks:
            x = self.x_of((at - start) / interval)
            painter.drawLine(QLineF(x, 0, x, height))

    def paint_crosshair(self, painter: QPainter) -> None:
        rect, crosshair = self.box.rect(), self.crosshair
        if crosshair.slot is None:
            return
        painter.setPen(self.ink.cross_pen)
        x = self.x_of(crosshair.slot)
        painter.drawLine(QLineF(x, 0, x, rect.height()))


class PriceItem(PaneItem):
    def __init__(self, box: pg.ViewBox, model: ChartModel, sight: Sight, crosshair: Crosshair, ink: Ink) -> None:
        super().__init__(box, model, sight, crosshair, ink)
        self._lines = (PrimitiveArray(QLineF, 4), PrimitiveArray(QLineF, 4))
        self._bodies = (PrimitiveArray(QRectF, 4), PrimitiveArray(QRectF, 4))
        self._strong, self._plain, self._small = TypeFace(strong=True), TypeFace(), TypeFace(SMALL_PX)
        self.caption = ""

    def y_of(self, units: Any) -> Any:
        """Pixel rows of prices in price units, in the middle of the pixel."""
        low, high = self.box.viewRange()[1]
        scale = self.box.rect().height() / (high - low)
        return np.floor((high - self.model.to_price(units)) * scale) + 0.5

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if not self.model.candles.count:
            self._paint_empty(painter)
            return
        if self.is_new():
            self._make(self.columns())
        width = self.box.rect().width()
        self.paint_time_grid(painter)
        for price in self.sight.price_ticks:
            y = float(self.y_of(price))
            painter.drawLine(QLineF(0, y, width, y))
        self._small.use(painter)
        painter.setPen(self.ink.muted)
        self._small.left(painter, CAPTION_PX, 2, ROW_PX, self.caption)
        self._paint_last(painter, width)
        ink = self.ink
        for lines, bodies, pen, brush in (
            (self._lines[0], self._bodies[0], ink.rising_pen, ink.panel),
            (self._lines[1], self._bodies[1], ink.falling_pen, ink.falling),
        ):
            painter.setPen(pen)
            if len(lines):
                painter.drawLines(*lines.drawargs())
            if len(bodies):
                painter.setBrush(brush)
                painter.drawRects(*bodies.drawargs())
        self._paint_fills(painter)
        self.paint_crosshair(painter)
        if self.crosshair.slot is not None and self.crosshair.y is not None:
            y = float(np.floor(self.crosshair.y)) + 0.5
            painter.drawLine(QLineF(0, y, width, y))

    def _make(self, shown: Columns) -> None:
        highs, lows = self.y_of(shown.high), self.y_of(shown.low)
        opens, closes = self.y_of(shown.open), self.y_of(shown.close)
        half = self.half_width()
        rising = shown.close >= shown.open
        flat = (opens == closes) & (not shown.bins)
        for which, lines, bodies in zip((rising, ~rising), self._lines, self._bodies, strict=True):
            x, dashes = shown.x[which], which & flat
            lines.resize(len(x) + np.count_nonzero(dashes))
            ends = lines.ndarray()
            wicks, level = ends[:len(x)], ends[len(x):]
            wicks[:, 0] = wicks[:, 2] = x
            wicks[:, 1] = highs[which]
            # Without a body, a line of no length would leave nothing to see.
            wicks[:, 3] = np.maximum(lows[which], highs[which] + 1) if shown.bins else lows[which]
            # The outline of a body without height is drawn too wide by Qt.
            level[:, 0], level[:, 2] = shown.x[dashes] - half - 0.5, shown.x[dashes] + half + 0.5
            level[:, 1] = level[:, 3] = opens[dashes]
            boxed = which & ~flat
            bodies.resize(0 if shown.bins else np.count_nonzero(boxed))
            if not shown.bins:
                rects = bodies.ndarray()
                rects[:, 0], rects[:, 2] = shown.x[boxed] - half, 2 * half
                rects[:, 1] = np.minimum(opens[boxed], closes[boxed])
                rects[:, 3] = np.abs(opens[boxed] - closes[boxed])

    def _paint_last(self, painter: QPainter, width: float) -> None:
        y = float(self.y_of(self.model.last_price()))
        painter.setPen(self.ink.rising_line if self.model.last_rises() else self.ink.falling_line)
        painter.drawLine(QLineF(0, y, width, y))

    def marks(self) -> list[tuple[float, float, Side]]:
        """(x, y, side) of own fills in view, in pixels; fills at the same pixel are one mark."""
        candles, (left, right) = self.model.candles, self.box.viewRange()[0]
        fills = self.model.fills
        first = bisect_left(fills, candles.time_of(int(np.floor(left))), key=lambda fill: fill[0])
        end = bisect_left(fills, candles.time_of(int(np.ceil(right)) + 1), key=lambda fill: fill[0])
        found = {
            (self.x_of(candles.slot_of(at)), float(self.y_of(price)), side) for at, price, side, _ in fills[first:end]
        }
        return sorted(found)

    def _paint_fills(self, painter: QPainter) -> None:
        if not self.model.fills:
            return
        path = QPainterPath()
        for x, y, side in self.marks():
            # Up for a buy, its tip at the price from below; down for a sell, from above.
            way = 1 if side is Side.BUY else -1
            corners = ((x, y), (x - MARK_PX, y + way * 1.8 * MARK_PX), (x + MARK_PX, y + way * 1.8 * MARK_PX))
            path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
            path.closeSubpath()
        path.setFillRule(Qt.FillRule.WindingFill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(self.ink.panel_pen)
        painter.setBrush(self.ink.own)
        painter.drawPath(path)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_empty(self, painter: QPainter) -> None:
        rect, instrument = self.box.rect(), self.model.instrument
        middle, y = rect.width() / 2, rect.height() / 2 - ROW_PX
        what = f"The first trade of {instrument.symbol} starts one." if instrument is not None else (
            "They appear with the first trade of the session."
        )
        self._strong.use(painter)
        painter.setPen(self.ink.text)
        self._strong.centre(painter, middle, y, ROW_PX, EMPTY)
        self._plain.use(painter)
        painter.setPen(self.ink.muted)
        self._plain.centre(painter, middle, y + ROW_PX, ROW_PX, what)


class VolumeItem(PaneItem):
    def __init__(self, box: pg.ViewBox, model: ChartModel, sight: Sight, crosshair: Crosshair, ink: Ink) -> None:
        super().__init__(box, model, sight, crosshair, ink)
        self._bars = PrimitiveArray(QRectF, 4)
        self._small = TypeFace(SMALL_PX)
        self.caption = ""

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self.model.candles.count:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self.is_new():
            self._make(self.columns())
        self.paint_time_grid(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ink.volume)
        if len(self._bars):
            painter.drawRects(*self._bars.drawargs())
        painter.setPen(self.ink.hairline_pen)
        painter.drawLine(QLineF(0, 0.5, self.box.rect().width(), 0.5))
        self._small.use(painter)
        painter.setPen(self.ink.muted)
        self._small.left(painter, CAPTION_PX, 0, ROW_PX, self.caption)
        self.paint_crosshair(painter)

    def _make(self, shown: Columns) -> None:
        height = self.box.rect().height()
        half = 0 if shown.bins else self.half_width()
        self._bars.resize(len(shown.x))
        rects = self._bars.ndarray()
        tall = np.maximum(np.rint(shown.lots * (height / self.box.viewRange()[1][1])), 1)
        rects[:, 0], rects[:, 1] = shown.x - 0.5 - half, height - tall
        rects[:, 2], rects[:, 3] = 2 * half + 1, tall
