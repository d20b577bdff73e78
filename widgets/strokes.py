"""A line through values as segments for the painter, with gaps where there is no value."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPen, QPolygonF

import pyqtgraph as pg  # isort: skip  # after PySide6, which it then binds to
from pyqtgraph.Qt.internals import PrimitiveArray  # isort: skip

Floats = npt.NDArray[np.float64]


class Stroke:
    """Made once, drawn as often as wanted."""

    def __init__(self) -> None:
        self._segments = PrimitiveArray(QLineF, 4)
        self._polygon: QPolygonF | None = None

    def make(self, x: Floats, y: Floats, dash: tuple[int, ...] = (), origin: float = 0.0) -> None:
        """dash: on and off in turn, in pixels along x, counted from origin on; none: a whole line."""
        on = None
        if dash and len(x) > 1:
            x, y, on = _dashed(x, y, dash, origin)
        there = ~np.isnan(y)
        whole = there[1:] & there[:-1]
        if on is not None:
            whole &= on
        self._segments.resize(int(np.count_nonzero(whole)))
        ends = self._segments.ndarray()
        ends[:, 0], ends[:, 1] = x[:-1][whole], y[:-1][whole]
        ends[:, 2], ends[:, 3] = x[1:][whole], y[1:][whole]

    def make_area(self, x: Floats, y: Floats, bottom: float) -> None:
        """What lies between the line and the bottom; no gaps."""
        self._polygon = pg.functions.arrayToQPolygonF(
            np.concatenate((x, x[-1:], x[:1])), np.concatenate((y, [bottom, bottom]))
        ) if len(x) else None

    def draw(self, painter: QPainter, pen: QPen) -> None:
        if len(self._segments):
            painter.setPen(pen)
            painter.drawLines(*self._segments.drawargs())

    def draw_area(self, painter: QPainter) -> None:
        if self._polygon is not None:
            painter.drawPolygon(self._polygon)


def _dashed(x: Floats, y: Floats, dash: tuple[int, ...], origin: float) -> tuple[Floats, Floats, npt.NDArray[np.bool_]]:
    """The same line with a point wherever a dash begins or ends, and which of its segments are drawn.

    Along x, not along the line: so dashes travel with the picture, and the painter gets whole lines, which it is quick with."""
    period, turns = sum(dash), np.cumsum((0, *dash[:-1]))
    numbers = np.arange((x[0] - origin) // period, (x[-1] - origin) // period + 1)
    edges = (origin + period * numbers[:, None] + turns).ravel()
    edges = edges[(edges > x[0]) & (edges < x[-1])]
    every, values = np.concatenate((x, edges)), np.concatenate((y, np.interp(edges, x, y)))
    order = np.argsort(every, kind="stable")
    every, values = every[order], values[order]
    middles = (every[1:] + every[:-1]) / 2
    return every, values, np.searchsorted(turns, (middles - origin) % period, side="right") % 2 == 1
