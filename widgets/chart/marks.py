"""Our side on the chart: fills as triangles, working orders as lines that can be taken hold of.

Invariants: a dragged order stays where it is until the drop; what is under way is drawn beside it and says both prices; unarmed, and
within a slip of where it was taken, nothing is under way.
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
from widgets import shapes
from widgets.action_keys import now
from widgets.chart.pane import Pane, View
from widgets.labels import SIDE
from widgets.moves import AtOnce, at_once
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
SLIP_PX: Final = 6
"""Chosen: a hand that presses and does not mean to drag stays within this, and a pixel may be dozens of ticks."""
SIGN_PX: Final = 12


@dataclass
class Drag:
    """price: where it would be dropped now. start_y: where the pointer took it."""

    order: OwnOrder
    price: int
    start_y: float
    moved: bool = False


def tag(instrument: Instrument, order: OwnOrder) -> str:
    """On its line: side and open quantity, and of one that waits for a trigger that it does."""
    text = f"{SIDE[order.side]} {plain_qty_text(instrument, order.leaves)}"
    return f"{text} {word_of(order.order_type)}" if order.trigger else text


def arm_first() -> str:
    key = now("chart.arm")
    if not key:
        return tr("An order of ours: the switch above arms the chart, then its line can be dragged")
    return tr("An order of ours: {key} arms the chart, then its line can be dragged", key=key)


def ghost_words(instrument: Instrument, drag: Drag, acts: AtOnce) -> tuple[str, ...]:
    """What stands at an order in the hand, the longest first. acts: at once, where it is now."""
    was, price = instrument.price_text(drag.order.at), instrument.price_text(drag.price)
    order = tag(instrument, drag.order)
    if not acts:
        return f"{order}: {was} \u2192 {price}", f"{was} \u2192 {price}", f"\u2192 {price}"
    moves = f"{was} \u2192 {price}"
    if acts is AtOnce.FIRE:
        return (
            tr("{order}: {moves} would fire at once", order=order, moves=moves), tr("{moves} would fire at once", moves=moves),
            tr("would fire at once"),
        )
    return (
        tr("{order}: {moves} would trade at once", order=order, moves=moves), tr("{moves} would trade at once", moves=moves),
        tr("would trade at once"),
    )


class OwnMarks:
    def __init__(self, pane: Pane, view: View) -> None:
        self._pane, self._view = pane, view
        self._small = TypeFace(SMALL_PX, strong=True)
        self.drag: Drag | None = None
        self.armed = False

    # working orders --------------------------------------------------------------------------------------------------

    def order_at(self, y: float) -> OwnOrder | None:
        """The nearest one within reach."""
        near = [(abs(self._pane.row_of(order.at) - y), order.order_id, order) for order in self._view.model.own]
        found = min(near, default=None, key=lambda one: one[:2])
        return found[2] if found is not None and found[0] <= REACH_PX else None

    def take(self, order: OwnOrder, y: float) -> None:
        self.drag = Drag(order, order.at, y)

    def pull(self, y: float) -> None:
        """To the price under the pointer, on the tick grid and above zero; near its line, or where it was taken, to where it was."""
        instrument, drag = self._view.model.instrument, self.drag
        if drag is None or instrument is None:
            return
        home = drag.order.at
        if abs(y - drag.start_y) < SLIP_PX or abs(y - self._pane.row_of(home)) <= REACH_PX:
            drag.price = home
        else:
            drag.price = max(round(self._pane.value_at(y) / instrument.tick), 1) * instrument.tick
        drag.moved |= drag.price != home

    def acts(self) -> AtOnce:
        """What the order in the hand would do at once where it is now."""
        drag = self.drag
        if drag is None or drag.price == drag.order.at:
            return AtOnce.NOTHING
        return at_once([drag.order], drag.price, self._view.model.touch())

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
            self._line(painter, moving.price, self._view.ink.warning_pen if self.acts() else self._view.ink.own_pen)
        rects = [self._label(painter, tags, order) for order in self._view.model.own]
        if moving is not None:
            rects.append(self._ghost(painter, tags, moving))
        return [*taken, *(rect for rect in rects if rect is not None)]

    def _line(self, painter: QPainter, price: int, pen: QPen) -> None:
        y = self._pane.row_of(price)
        painter.setPen(pen)
        painter.drawLine(QLineF(0, y, self._pane.width, y))

    def _label(self, painter: QPainter, tags: Tags, order: OwnOrder) -> QRectF | None:
        ink, instrument = self._view.ink, self._view.model.instrument
        y = self._pane.row_of(order.at)
        if instrument is None or not 0 <= y <= self._pane.height:
            return None
        text = tag(instrument, order)
        width = self._small.width(text) + 2 * GRID_PX
        # Beside the scale, where the price is read.
        rect = tags.place(QRectF(round(self._pane.width - width), self._top(y), width, LABEL_PX))
        painter.fillRect(rect, ink.own_fill)
        self._small.use(painter)
        painter.setPen(ink.own)
        self._small.left(painter, rect.left() + GRID_PX, rect.top(), LABEL_PX, text)
        return rect

    def _ghost(self, painter: QPainter, tags: Tags, drag: Drag) -> QRectF | None:
        """What is being dropped stands apart from the scale: from where to where, and a warning while it would trade at once."""
        ink, instrument, acts = self._view.ink, self._view.model.instrument, self.acts()
        if instrument is None:
            return None
        words = ghost_words(instrument, drag, acts)
        room = 2 * GRID_PX + (SIGN_PX + GRID_PX if acts else 0)
        text = next((one for one in words if self._small.width(one) + room <= self._pane.width), words[-1])
        width = self._small.width(text) + room
        left = max(self._pane.width - width - self._pane.width / 3, 0)
        rect = tags.place(QRectF(round(left), self._top(self._pane.row_of(drag.price)), width, LABEL_PX))
        # Where the labels leave no room to the left it lies over them: it is what is under way.
        rect.moveLeft(max(rect.left(), 0))
        painter.fillRect(rect, ink.warning_fill if acts else ink.own_fill)
        if acts:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            sign = shapes.warning(float(SIGN_PX)).translated(rect.left() + GRID_PX, rect.top() + (LABEL_PX - SIGN_PX) / 2)
            painter.fillPath(sign, ink.warning)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._small.use(painter)
        painter.setPen(ink.text)
        self._small.left(painter, rect.left() + room - GRID_PX, rect.top(), LABEL_PX, text)
        return rect

    def _top(self, y: float) -> int:
        return min(max(round(y - LABEL_PX / 2), 0), round(self._pane.height) - LABEL_PX)

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
            (view.x_of(candles.slot_of(at)) - beside, self._pane.row_of(price), side) for at, price, side, _ in fills[first:end]
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
