"""Our side on the chart: fills as triangles, working orders as lines that can be taken hold of.

Invariant: a dragged order stays where it is until the drop; what is under way is drawn beside it and says its price.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.projections.pictures import OwnOrder
from widgets.chart.pane import Pane, View
from widgets.labels import SIDE
from widgets.sizes import plain_qty_text
from widgets.style import GRID_PX, SMALL_PX
from widgets.tags import Tags
from widgets.tongue import tr
from widgets.trigger_at import word_of
from widgets.type_face import TypeFace

MARK_PX: Final = 5
LABEL_PX: Final = 16
REACH_PX: Final = 4
"""How near to its line the pointer takes hold of an order."""


@dataclass
class Drag:
    """price: where it would be dropped now."""

    order: OwnOrder
    price: int
    moved: bool = False


def tag(instrument: Instrument, order: OwnOrder) -> str:
    """On its line: side and open quantity, and of one that waits for a trigger that it does."""
    text = f"{SIDE[order.side]} {plain_qty_text(instrument, order.leaves)}"
    return f"{text} {word_of(order.order_type)}" if order.trigger else text


class OwnMarks:
    def __init__(self, pane: Pane, view: View) -> None:
        self._pane, self._view = pane, view
        self._small = TypeFace(SMALL_PX, strong=True)
        self.drag: Drag | None = None

    # working orders --------------------------------------------------------------------------------------------------

    def order_at(self, y: float) -> OwnOrder | None:
        """The nearest one within reach."""
        near = [(abs(float(self._pane.y_of(order.at)) - y), order.order_id, order) for order in self._view.model.own]
        found = min(near, default=None, key=lambda one: one[:2])
        return found[2] if found is not None and found[0] <= REACH_PX else None

    def take(self, order: OwnOrder) -> None:
        self.drag = Drag(order, order.at)

    def pull(self, y: float) -> None:
        """To the price under the pointer, on the tick grid and above zero."""
        instrument = self._view.model.instrument
        if self.drag is None or instrument is None:
            return
        price = max(round(self._pane.value_at(y) / instrument.tick), 1) * instrument.tick
        self.drag.price = price
        self.drag.moved |= price != self.drag.order.at

    def drop(self) -> tuple[OwnOrder, int] | None:
        """The order as it is now and its new price; None when it is gone, or where it was."""
        drag, self.drag = self.drag, None
        if drag is None or not drag.moved:
            return None
        order = next((one for one in self._view.model.own if one.order_id == drag.order.order_id), None)
        return (order, drag.price) if order is not None and order.at != drag.price else None

    def paint_orders(self, painter: QPainter, taken: Sequence[QRectF]) -> list[QRectF]:
        """All lines before all labels: no line may strike a label out. taken: where no label may stand. Returns that and the labels."""
        drag, tags = self.drag, Tags()
        for rect in taken:
            tags.place(rect)
        moving = drag if drag is not None and drag.moved else None
        for order in self._view.model.own:
            held = moving is not None and moving.order.order_id == order.order_id
            self._line(painter, order.at, self._view.ink.own_dotted if held else self._view.ink.own_pen)
        if moving is not None:
            self._line(painter, moving.price, self._view.ink.own_pen)
        rects = [self._label(painter, tags, order, order.at, dropping=False) for order in self._view.model.own]
        if moving is not None:
            rects.append(self._label(painter, tags, moving.order, moving.price, dropping=True))
        return [*taken, *(rect for rect in rects if rect is not None)]

    def _line(self, painter: QPainter, price: int, pen: QPen) -> None:
        y = float(self._pane.y_of(price))
        painter.setPen(pen)
        painter.drawLine(QLineF(0, y, self._pane.width, y))

    def _label(self, painter: QPainter, tags: Tags, order: OwnOrder, price: int, dropping: bool) -> QRectF | None:
        ink, instrument = self._view.ink, self._view.model.instrument
        y = float(self._pane.y_of(price))
        if instrument is None or not 0 <= y <= self._pane.height:
            return None
        text = tag(instrument, order)
        if dropping:
            text += tr(" to {price}", price=instrument.price_text(price))
        width = self._small.width(text) + 2 * GRID_PX
        top = min(max(round(y - LABEL_PX / 2), 0), round(self._pane.height) - LABEL_PX)
        # Beside the scale, where the price is read; what is being dropped stands apart from it.
        left = self._pane.width - width - (self._pane.width / 3 if dropping else 0)
        rect = tags.place(QRectF(round(left), top, width, LABEL_PX))
        painter.fillRect(rect, ink.own_fill)
        self._small.use(painter)
        painter.setPen(ink.text if dropping else ink.own)
        self._small.left(painter, rect.left() + GRID_PX, top, LABEL_PX, text)
        return rect

    # fills -----------------------------------------------------------------------------------------------------------

    def fills(self) -> list[tuple[float, float, Side]]:
        """(x, y, side) of own fills in view, in pixels; fills at the same pixel are one mark."""
        view, candles, fills = self._view, self._view.model.candles, self._view.model.fills
        if not fills or not candles.count:
            return []
        first = bisect_left(fills, candles.time_of(int(np.floor(view.framing.low))), key=lambda fill: fill[0])
        end = bisect_left(fills, candles.end_of(int(np.ceil(view.framing.high))), key=lambda fill: fill[0])
        # Beside a footprint's numbers, not over them.
        beside = view.framing.spacing_px / 2 if view.has_footprint() else 0.0
        found = {
            (view.x_of(candles.slot_of(at)) - beside, float(self._pane.y_of(price)), side) for at, price, side, _ in fills[first:end]
        }
        return sorted(found)

    def paint_fills(self, painter: QPainter) -> None:
        path = QPainterPath()
        for x, y, side in self.fills():
            # Up for a buy, its tip at the price from below; down for a sell, from above.
            way = 1 if side is Side.BUY else -1
            corners = ((x, y), (x - MARK_PX, y + way * 1.8 * MARK_PX), (x + MARK_PX, y + way * 1.8 * MARK_PX))
            path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
            path.closeSubpath()
        if path.isEmpty():
            return
        path.setFillRule(Qt.FillRule.WindingFill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(self._view.ink.panel_pen)
        painter.setBrush(self._view.ink.own)
        painter.drawPath(path)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
