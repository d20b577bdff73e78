"""What lies over the picture of the books: best bid and ask, trades as dots, our orders; and the strip below with delta and
imbalance. Painted in pixels of the map.

Invariants: what is drawn grows with the pixels, not with the history; trades at one place are one dot.
"""

from typing import Any, Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

import pyqtgraph as pg  # noqa: F401  # isort: skip  # after PySide6, which it then binds to
from pyqtgraph.Qt.internals import PrimitiveArray  # isort: skip

from core.domain.instrument import Instrument
from core.projections.heatmap import STEP_NS
from core.projections.pictures import OwnOrder
from widgets.heatmap.framing import Framing
from widgets.heatmap.ink import Ink
from widgets.heatmap.model import AT, LOTS, PRICE, HeatmapModel
from widgets.heatmap.ring import ROWS
from widgets.labels import SIDE
from widgets.sizes import plain_qty_text
from widgets.strokes import Stroke
from widgets.style import GRID_PX, SMALL_PX
from widgets.tags import Tags
from widgets.trigger_at import word_of
from widgets.type_face import TypeFace

Floats = npt.NDArray[np.float64]
MOST_DOTS: Final = 400
DOT_CELL_PX: Final = 4
LEAST_DOT_PX, MOST_DOT_PX = 1.6, 11.0
SIZE_SAMPLE: Final = 2_000
LARGE: Final = 0.99
"""A trade larger than this share of the last ones has the largest dot."""
LABEL_PX: Final = 16
STUB_PX: Final = 24
"""Chosen: of a line that only just began, or nobody knows when; four of its dashes."""


def tag(instrument: Instrument, order: OwnOrder) -> str:
    """On its line, as in the chart: side and open quantity, and of one that waits for a trigger that it does."""
    text = f"{SIDE[order.side]} {plain_qty_text(instrument, order.leaves)}"
    return f"{text} {word_of(order.order_type)}" if order.trigger else text


class Layers:
    """place() says how large pane and strip are."""

    def __init__(self, model: HeatmapModel, framing: Framing) -> None:
        self._model, self._framing = model, framing
        self.pane, self.strip = QRectF(0, 0, 1, 1), QRectF(0, 0, 1, 1)
        self._touch, self._delta = (Stroke(), Stroke()), Stroke()
        self._tilts = (PrimitiveArray(QRectF, 4), PrimitiveArray(QRectF, 4))
        self._dots: list[tuple[float, float, float, int]] = []
        self._small, self._strong = TypeFace(SMALL_PX), TypeFace(SMALL_PX, strong=True)
        self._made_for: tuple[Any, ...] = ()

    # where -----------------------------------------------------------------------------------------------------------

    def x_of(self, steps: Any) -> Any:
        """Left edge of a step; parts of a step lie inside it."""
        return np.floor((steps - self._framing.left) * self._framing.step_px) + 0.5

    def y_of(self, prices: Any) -> Any:
        """The middle of the row a price is in."""
        window = self._framing.window
        if window is None:
            return prices * 0.0
        return (np.floor((window.top - 1 - prices) / window.group) + 0.5) * (self.pane.height() / ROWS)

    def price_at(self, y: float) -> int | None:
        """The lowest price of the row at a pixel."""
        window = self._framing.window
        if window is None or not 0 <= y < self.pane.height():
            return None
        return window.top - (int(y / self.pane.height() * ROWS) + 1) * window.group

    # making ----------------------------------------------------------------------------------------------------------

    def make(self) -> None:
        model, framing = self._model, self._framing
        key = (
            model.ring.first, model.ring.count, model.trades.shape[1], framing.left, framing.right, framing.step_px, framing.window,
            self.pane.width(), self.pane.height(), self.strip.height(),
        )
        if key == self._made_for or model.is_empty:
            return
        self._made_for = key
        first = model.ring.column_at(int(framing.left))
        last = model.ring.column_at(int(framing.right) + 1)
        if last is None:
            first = last = 0
        steps, bids, asks, tilts = model.ring.between(first if first is not None else model.ring.first, last + 1)
        x = self.x_of(steps.astype(np.float64))
        kept = np.flatnonzero(np.append(np.diff(x) != 0, True)) if len(x) else np.zeros(0, dtype=np.int64)
        # The last column holds until now.
        end = float(self.x_of(float(model.last_step() + 1)))
        self._make_touch(x[kept], bids[kept], asks[kept], end)
        self._make_tilts(x[kept], tilts[kept], end)
        self._make_trades()

    def _make_touch(self, x: Floats, bids: Any, asks: Any, end: float) -> None:
        for stroke, prices in zip(self._touch, (bids, asks), strict=True):
            y = np.where(prices > 0, self.y_of(prices.astype(np.float64)), np.nan)
            # A step holds its price until the next one.
            stroke.make(np.append(np.repeat(x, 2)[1:], end) if len(x) else x, np.repeat(y, 2))

    def _make_tilts(self, x: Floats, tilts: Floats, end: float) -> None:
        height = self.strip.height() * 0.4
        middle = self.strip.height() - height / 2
        widths = np.diff(np.append(x, end))
        for way, rects in zip((1, -1), self._tilts, strict=True):
            which = tilts * way > 0
            rects.resize(int(np.count_nonzero(which)))
            cells = rects.ndarray()
            tall = np.maximum(np.rint(np.abs(tilts[which]) * (height / 2 - 1)), 1)
            cells[:, 0], cells[:, 2], cells[:, 3] = x[which] - 0.5, widths[which], tall
            cells[:, 1] = middle - tall if way > 0 else middle

    def _make_trades(self) -> None:
        model, framing = self._model, self._framing
        part = model.trades_between(framing.left, framing.right)
        trades, deltas = model.trades[:, part], model.deltas[part]
        x = (trades[AT] / STEP_NS - framing.left) * framing.step_px
        self._make_delta(np.floor(x) + 0.5, deltas.astype(np.float64))
        self._dots = []
        if not trades.shape[1] or framing.window is None:
            return
        y = self.y_of(trades[PRICE].astype(np.float64))
        cells = np.floor(x / DOT_CELL_PX).astype(np.int64) * 100_000 + np.floor(y / DOT_CELL_PX).astype(np.int64)
        seen = (y >= 0) & (y <= self.pane.height())
        _, first, group = np.unique(cells[seen], return_index=True, return_inverse=True)
        whole = np.bincount(group, weights=np.abs(trades[LOTS][seen]))
        bought = np.bincount(group, weights=trades[LOTS][seen])
        much = max(float(np.quantile(np.abs(model.trades[LOTS, -SIZE_SAMPLE:]), LARGE)), 1.0)
        size = np.clip(np.sqrt(whole / much) * MOST_DOT_PX, LEAST_DOT_PX, MOST_DOT_PX)
        # The largest first, so that small ones stay visible on them.
        order = np.argsort(-size)[:MOST_DOTS]
        columns = (x[seen][first][order], y[seen][first][order], size[order], (bought[order] < 0).astype(int))
        self._dots = list(zip(*(one.tolist() for one in columns), strict=True))

    def _make_delta(self, x: Floats, deltas: Floats) -> None:
        if not len(x):
            self._delta.make(x, deltas)
            return
        kept = np.flatnonzero(np.append(np.diff(x) != 0, True))
        low, high = float(deltas.min()), float(deltas.max())
        room = self.strip.height() * 0.6 - 3 * GRID_PX
        y = self.strip.height() * 0.6 - GRID_PX - (deltas[kept] - low) / max(high - low, 1.0) * room
        y = np.floor(y) + 0.5
        self._delta.make(np.append(np.repeat(x[kept], 2)[1:], self.x_of(float(self._model.last_step() + 1))), np.repeat(y, 2))

    # painting --------------------------------------------------------------------------------------------------------

    def paint_map(self, painter: QPainter, ink: Ink) -> None:
        for stroke, pen in zip(self._touch, ink.touch_pens, strict=True):
            stroke.draw(painter, pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(ink.dot_pen)
        for x, y, radius, side in self._dots:
            painter.setBrush(ink.tones[side])
            painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_own(painter, ink)

    def _paint_own(self, painter: QPainter, ink: Ink) -> None:
        """All lines before all labels: no line may strike a label out."""
        instrument, width, tags = self._model.instrument, self.pane.width(), Tags()
        if instrument is None:
            return
        places = [(order, float(np.floor(self.y_of(float(order.at)))) + 0.5) for order in self._model.own]
        self._strong.use(painter)
        tagged = [(order, y, tag(instrument, order)) for order, y in places if 0 <= y <= self.pane.height()]
        seen = [(order, y, text, self._strong.width(text) + 2 * GRID_PX) for order, y, text in tagged]
        for order, y, _, wide in seen:
            painter.setPen(ink.own_waits_pen if order.trigger else ink.own_pen)
            painter.drawLine(QLineF(self.begins(order, width - wide), y, width, y))
        painter.setPen(ink.own)
        for _, y, text, wide in seen:
            top = min(max(round(y - LABEL_PX / 2), 0), round(self.pane.height()) - LABEL_PX)
            rect = tags.place(QRectF(width - wide, top, wide, LABEL_PX))
            painter.fillRect(rect, ink.own_fill)
            self._strong.left(painter, rect.left() + GRID_PX, top, LABEL_PX, text)

    def begins(self, order: OwnOrder, label: float) -> float:
        """Where its line starts: when it came to that price. Before, nothing of ours stood there. label: left edge of its tag, in front of
        which some of the line is always seen."""
        since = float(self.x_of(order.since / STEP_NS)) if order.since else label
        return max(min(since, label - STUB_PX), 0.0)

    def paint_strip(self, painter: QPainter, ink: Ink) -> None:
        width, height = self.strip.width(), self.strip.height()
        edge, middle = round(height * 0.6) + 0.5, round(height * 0.8) + 0.5
        painter.setPen(ink.hairline_pen)
        painter.drawLine(QLineF(0, 0.5, width, 0.5))
        painter.drawLine(QLineF(0, edge, width, edge))
        painter.setPen(Qt.PenStyle.NoPen)
        for rects, fill in zip(self._tilts, ink.fills, strict=True):
            if len(rects):
                painter.setBrush(fill)
                painter.drawRects(*rects.drawargs())
        painter.setPen(ink.zero_pen)
        painter.drawLine(QLineF(0, middle, width, middle))
        self._delta.draw(painter, ink.line_pen)
