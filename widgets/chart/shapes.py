"""Candles as shapes for the painter: wicks, hollow rising bodies, filled falling ones; lines only where a pixel holds several."""

import numpy as np
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

import pyqtgraph as pg  # noqa: F401  # isort: skip  # after PySide6, which it then binds to
from pyqtgraph.Qt.internals import PrimitiveArray  # isort: skip

from widgets.chart.binning import Columns
from widgets.chart.ink import Ink
from widgets.chart.pane import Pane


class CandleShapes:
    """Made once for what is in view; drawn in a handful of calls."""

    def __init__(self) -> None:
        self._lines = (PrimitiveArray(QLineF, 4), PrimitiveArray(QLineF, 4))
        self._bodies = (PrimitiveArray(QRectF, 4), PrimitiveArray(QRectF, 4))

    def make(self, shown: Columns, pane: Pane, half: int) -> None:
        highs, lows = pane.y_of(shown.high), pane.y_of(shown.low)
        opens, closes = pane.y_of(shown.open), pane.y_of(shown.close)
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

    def draw(self, painter: QPainter, ink: Ink) -> None:
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
