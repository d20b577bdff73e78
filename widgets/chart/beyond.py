"""Working orders of ours outside the prices in view: how many there are, of which side and beyond which edge, and the nearest one.

Invariants: an order of ours is seen at once, as a line or counted here; a press on a marker takes all orders into the range of
prices, and the marker that stands there then gives the range back to the bars. It moves no order.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from core.domain.enums import Side
from core.domain.instrument import Instrument
from widgets.arrow import triangle
from widgets.chart.pane import Pane, View
from widgets.style import GRID_PX, SMALL_PX
from widgets.tongue import Table, tr
from widgets.type_face import TypeFace

MARKER_PX: Final = 16
ARROW_PX: Final = 3 * GRID_PX
WORDS: Final = Table({
    (Side.BUY, True, False): "{count} buy above, {price}", (Side.BUY, True, True): "{count} buys above, {price}",
    (Side.BUY, False, False): "{count} buy below, {price}", (Side.BUY, False, True): "{count} buys below, {price}",
    (Side.SELL, True, False): "{count} sell above, {price}", (Side.SELL, True, True): "{count} sells above, {price}",
    (Side.SELL, False, False): "{count} sell below, {price}", (Side.SELL, False, True): "{count} sells below, {price}",
})
"""(side, above, more than one): the price is the nearest one's."""


@dataclass(frozen=True)
class Marker:
    """above: its arrow points up; None: it gives the range back to the bars."""

    rect: QRectF
    text: str
    above: bool | None


class OrdersBeyond:
    def __init__(self, pane: Pane, view: View) -> None:
        self._pane, self._view = pane, view
        self._small = TypeFace(SMALL_PX, strong=True)

    def markers(self) -> list[Marker]:
        """One an edge and side, beside the scale; two at one edge stand one below the other."""
        instrument = self._view.model.instrument
        if instrument is None or not self._view.model.candles.count:
            return []
        if self._view.sight.widened:
            return [self._marker(tr("Fit bars"), None, 0)]
        found: list[Marker] = []
        for above in (True, False):
            texts = [text for side in (Side.SELL, Side.BUY) if (text := self._text(instrument, side, above))]
            found += [self._marker(text, above, number) for number, text in enumerate(texts)]
        return found

    def _text(self, instrument: Instrument, side: Side, above: bool) -> str:
        # All at once: this is asked at each repaint and each move of the mouse, and a market maker has many orders.
        prices = np.array([order.at for order in self._view.model.own if order.side is side], np.int64)
        rows = self._pane.y_of(prices)
        beyond = prices[rows < 0 if above else rows > self._pane.height]
        if not len(beyond):
            return ""
        nearest = int(beyond.min() if above else beyond.max())
        return WORDS[side, above, len(beyond) > 1].format(count=len(beyond), price=instrument.price_text(nearest))

    def _marker(self, text: str, above: bool | None, number: int) -> Marker:
        width = round(self._small.width(text)) + 2 * GRID_PX + (ARROW_PX if above is not None else 0)
        top = number * MARKER_PX if above else round(self._pane.height) - (number + 1) * MARKER_PX
        return Marker(QRectF(round(self._pane.width) - width, top, width, MARKER_PX), text, above)

    def marker_at(self, at: QPointF) -> Marker | None:
        return next((one for one in self.markers() if one.rect.contains(at)), None)

    def paint(self, painter: QPainter, markers: list[Marker]) -> None:
        ink = self._view.ink
        self._small.use(painter)
        for one in markers:
            painter.fillRect(one.rect, ink.own_fill if one.above is not None else ink.raised)
            painter.setPen(ink.text)
            self._small.left(painter, one.rect.left() + GRID_PX, one.rect.top(), MARKER_PX, one.text)
            if one.above is not None:
                x, middle = round(one.rect.right()) - 2 * GRID_PX, round(one.rect.center().y())
                triangle(painter, x, middle - 2, one.above, ink.own)
