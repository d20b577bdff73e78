"""Paints the rows of a ladder: columns, sizes with bars, marks, own orders.

It keeps every colour and laid-out text between frames. It knows nothing of the mouse, nor of what a click would do.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.projections.pictures import OwnOrder
from widgets.arrow import triangle
from widgets.flat import outline
from widgets.ladder.model import AVERAGE, BEST_ASK, BEST_BID, INSIDE, LAST_BUY, LAST_SELL, Row, worth_text
from widgets.sizes import size_text
from widgets.style import ROW_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.type_face import TypeFace

TITLE_PX = ROW_PX
EDGE_PX = 6
PRICE_ROOM_PX = 36
"""Beside the price's own digits: the mark of the last trade on the left, of the average price on the right."""
OWN_PX, OWN_SHARE = 84, 0.23
"""Own columns: room for a quantity and the queue ahead of it, but no more than this share of what the price leaves."""
TRADED_PX = 48
ROOMY_PX = 400
"""Below this width traded volume is left out, so that sizes are never cut."""
PROFIT_PX = 56
ROOMY_PROFIT_PX = 500
"""Below this width profit along the prices stands where traded volume would."""


class Columns(NamedTuple):
    """Left edges in pixels, and the end."""

    own_bids: int
    bids: int
    price: int
    asks: int
    own_asks: int
    traded: int
    profit: int
    end: int

    def zone(self, x: float) -> str:
        names = self._fields[:-1]
        return next((name for name, edge in zip(names, self[1:], strict=True) if x < edge), names[-1])


def columns(width: int, price_width: int, profits: bool = False) -> Columns:
    """The sizes take what the others leave."""
    price = min(price_width + PRICE_ROOM_PX, width // 3)
    profit = PROFIT_PX if profits else 0
    rest = width - price - profit
    own = min(OWN_PX, int(rest * OWN_SHARE))
    traded = TRADED_PX if width >= (ROOMY_PROFIT_PX if profits else ROOMY_PX) else 0
    size = (rest - traded - 2 * own) // 2
    end = width - profit
    return Columns(0, own, own + size, own + size + price, own + 2 * size + price, end - traded, end, width)


class RowPainter:
    def __init__(self, theme: Theme) -> None:
        self.data, self.strong, self.small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        color = theme.color
        self.panel, self.raised, self.hairline = color("panel"), color("raised"), color("hairline")
        self.text, self.muted, self.own, self.own_fill = color("text"), color("muted"), color("own"), color("own_fill")
        self.tone = (color("bid"), color("ask"))
        self.fill = (color("bid_fill"), color("ask_fill"))
        self.lit = (color("bid", 110), color("ask", 110))
        self.selection, self.warning = color("selection"), color("warning")

    def titles(self, painter: QPainter, at: Columns, instrument: Instrument) -> None:
        painter.fillRect(QRect(0, 0, at.end, TITLE_PX), self.panel)
        self.small.use(painter)
        painter.setPen(self.muted)
        ahead, least = tr("Ahead"), max(self.small.width(tr("Buys")), self.small.width(tr("Sells")))
        if self.small.width(ahead) + least + 3 * EDGE_PX <= min(at.bids, at.traded - at.own_asks):
            self.small.left(painter, EDGE_PX, 0, TITLE_PX, ahead)
            self.small.left(painter, at.own_asks + EDGE_PX, 0, TITLE_PX, ahead)
        self.small.right(painter, at.bids - EDGE_PX, 0, TITLE_PX, tr("Buys"))
        self.small.right(painter, at.price - EDGE_PX, 0, TITLE_PX, tr("Bid {base}", base=instrument.base))
        self.small.centre(painter, (at.price + at.asks) / 2 + 4, 0, TITLE_PX, tr("Price {quote}", quote=instrument.quote))
        self.small.right(painter, at.own_asks - EDGE_PX, 0, TITLE_PX, tr("Ask {base}", base=instrument.base))
        self.small.right(painter, at.traded - EDGE_PX, 0, TITLE_PX, tr("Sells"))
        if at.traded < at.profit:
            self.small.right(painter, at.profit - EDGE_PX, 0, TITLE_PX, tr("Traded"))
        if at.profit < at.end:
            self.small.right(painter, at.end - EDGE_PX, 0, TITLE_PX, f"P&L {instrument.quote}")
        painter.fillRect(QRect(0, TITLE_PX - 1, at.end, 1), self.hairline)

    def row(
        self, painter: QPainter, at: Columns, y: int, row: Row, instrument: Instrument, scales: tuple[int, int],
        hovered: bool, lit: tuple[bool, bool],
    ) -> None:
        """scales: full length of the size bars and of the traded bars, in lots. lit: bid and ask changed just now."""
        painter.fillRect(QRect(0, y, at.end, ROW_PX), self.raised if hovered else self.panel)
        self._sizes(painter, at, y, row, scales[0], lit)
        if row.traded and at.traded < at.profit:
            room = at.profit - at.traded - EDGE_PX
            length = max(1, min(room, room * row.traded // scales[1]))
            painter.fillRect(QRect(at.profit - length, y + ROW_PX - 4, length, 3), self.muted)
        self._price_ground(painter, at, y, row)
        self._texts(painter, at, y, row, instrument)
        if row.own_bids:
            self.own_cell(painter, at.own_bids, at.bids, y, row.own_bids, instrument)
        if row.own_asks:
            self.own_cell(painter, at.own_asks, at.traded, y, row.own_asks, instrument)

    def _sizes(self, painter: QPainter, at: Columns, y: int, row: Row, scale: int, lit: tuple[bool, bool]) -> None:
        """Bars start at the price and grow outwards."""
        room = at.price - at.bids
        if row.bid:
            length = max(2, min(room, room * row.bid // scale))
            painter.fillRect(QRect(at.price - length, y + 1, length, ROW_PX - 2), self.fill[Side.BUY])
        if row.ask:
            length = max(2, min(room, room * row.ask // scale))
            painter.fillRect(QRect(at.asks, y + 1, length, ROW_PX - 2), self.fill[Side.SELL])
        # A changed size lights a short edge at the price, not the whole cell: thirty frames a second must stay calm.
        if lit[0]:
            painter.fillRect(QRect(at.price - 3, y + 1, 3, ROW_PX - 2), self.lit[Side.BUY])
        if lit[1]:
            painter.fillRect(QRect(at.asks, y + 1, 3, ROW_PX - 2), self.lit[Side.SELL])

    def _price_ground(self, painter: QPainter, at: Columns, y: int, row: Row) -> None:
        marks, left, width = row.marks, at.price + 1, at.asks - at.price - 2
        if marks & BEST_BID:
            painter.fillRect(QRect(left, y, width, ROW_PX), self.fill[Side.BUY])
        elif marks & BEST_ASK:
            painter.fillRect(QRect(left, y, width, ROW_PX), self.fill[Side.SELL])
        elif marks & INSIDE:
            painter.fillRect(QRect(left, y, width, ROW_PX), self.raised)
        middle = y + ROW_PX / 2
        if marks & LAST_BUY:
            triangle(painter, left + 9, middle, True, self.tone[Side.BUY])
        elif marks & LAST_SELL:
            triangle(painter, left + 9, middle, False, self.tone[Side.SELL])
        if marks & AVERAGE:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.own)
            edge = at.asks - 3.0
            points = (QPointF(edge, middle - 4), QPointF(edge, middle + 4), QPointF(edge - 6, middle))
            painter.drawPolygon(QPolygonF(points))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _texts(self, painter: QPainter, at: Columns, y: int, row: Row, instrument: Instrument) -> None:
        marks = row.marks
        touched = marks & (BEST_BID | BEST_ASK | LAST_BUY | LAST_SELL)
        face = self.strong if touched else self.data
        face.use(painter)
        painter.setPen(self.text)
        face.centre(painter, (at.price + at.asks) / 2 + 4, y, ROW_PX, instrument.price_text(row.price))
        if row.bid:
            face = self.strong if marks & BEST_BID else self.data
            face.use(painter)
            face.right(painter, at.price - EDGE_PX, y, ROW_PX, size_text(instrument, row.bid))
        if row.ask:
            face = self.strong if marks & BEST_ASK else self.data
            face.use(painter)
            face.right(painter, at.own_asks - EDGE_PX, y, ROW_PX, size_text(instrument, row.ask))
        if row.traded and at.traded < at.profit:
            self.small.use(painter)
            painter.setPen(self.muted)
            self.small.right(painter, at.profit - EDGE_PX, y, ROW_PX, size_text(instrument, row.traded))
        if row.profit is not None and at.profit < at.end:
            # The sign says which way; the two hues of the sides mean nothing here.
            self.small.use(painter)
            painter.setPen(self.text if marks & (BEST_BID | BEST_ASK) else self.muted)
            self.small.right(painter, at.end - EDGE_PX, y, ROW_PX, worth_text(instrument, row.profit))

    def own_cell(
        self, painter: QPainter, left: int, right: int, y: int, orders: tuple[OwnOrder, ...], instrument: Instrument
    ) -> None:
        """The open quantity; before it the exact quantity ahead in the queue, or how many orders when several."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.own_fill)
        painter.drawRoundedRect(QRectF(left + 2, y + 2, right - left - 4, ROW_PX - 4), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        leaves = size_text(instrument, sum(order.leaves for order in orders))
        self.strong.use(painter)
        painter.setPen(self.own)
        self.strong.right(painter, right - EDGE_PX, y, ROW_PX, leaves)
        note = f"{len(orders)}\u00d7" if len(orders) > 1 else size_text(instrument, orders[0].ahead)
        if self.small.width(note) + self.strong.width(leaves) + 2 * EDGE_PX + 4 <= right - left:
            self.small.use(painter)
            painter.setPen(self.text)
            self.small.left(painter, left + EDGE_PX, y, ROW_PX, note)

    def ghost(self, painter: QPainter, left: int, right: int, y: int, text: str, color: QColor) -> None:
        """Where a dragged order would go, or the cell that a click would act on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        outline(painter, QRectF(left + 1, y + 1, right - left - 2, ROW_PX - 2), color, 1.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if text:
            self.strong.use(painter)
            painter.setPen(color)
            self.strong.right(painter, right - EDGE_PX, y, ROW_PX, text)
