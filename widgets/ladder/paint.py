"""Paints the rows of a ladder: columns, sizes with bars, marks, own orders.

It keeps every colour and laid-out text between frames. It knows nothing of the mouse, nor of what a click would do.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from core.domain.enums import Phase, Side
from core.domain.instrument import Instrument
from core.projections.pictures import OwnOrder
from widgets import shapes
from widgets.arrow import triangle
from widgets.figures import Figures
from widgets.flat import outline
from widgets.labels import PHASE
from widgets.ladder.model import AVERAGE, BEST_ASK, BEST_BID, INSIDE, LAST_BUY, LAST_SELL, UNCROSS, Row, front, resting, worth_text
from widgets.ladder.words import phase_token
from widgets.sizes import DECIMALS, size_text
from widgets.style import ROW_PX, SMALL_PX, Theme
from widgets.tongue import mark, tr
from widgets.trigger_at import letter
from widgets.type_face import TypeFace

EMPTY = (mark("No order book yet"), mark("Start a session: bids and asks appear here around the touch."))
TITLE_PX = ROW_PX
HALF_PX = ROW_PX // 2
EDGE_PX = 6
SIGN_PX = 12
PRICE_ROOM_PX = 36
"""Beside the price's own digits: the mark of the last trade on the left, of the average price on the right."""
OWN_PX, OWN_LEAST_PX, OWN_SLIM_PX = 96, 48, 40
"""Own columns: room for a quantity and the queue ahead of it side by side; one below the other; and where even the sizes are short of
room."""
SIZE_LEAST_PX = 54
"""For a size with its three decimals."""
OWN_SHARE, OWN_MOST = 0.4, 0.3
"""How much of what is left an own column takes; and never more than this of all that the price leaves."""
TRADED_PX = 48
PROFIT_PX = 56
COUNT_PX = 3
"""How much nearer to the edge the number of a chip's orders may stand."""
CHIP_PX = 2 * EDGE_PX
"""Of a chip's column that no digit may use."""


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
    """Where traded volume finds no room of its own, it is a bar along the prices. Columns depend on the width alone: none moves under
    a hand because an order came or went."""
    price = min(price_width + PRICE_ROOM_PX, width // 3)
    profit = PROFIT_PX if profits else 0
    spare = width - price - profit - 2 * (OWN_LEAST_PX + SIZE_LEAST_PX)
    traded = TRADED_PX if spare >= TRADED_PX else 0
    spare -= traded
    rest = width - price - profit - traded
    own = min(OWN_PX, max(OWN_SLIM_PX, OWN_LEAST_PX + int(spare * OWN_SHARE)), int(rest * OWN_MOST))
    size = (rest - 2 * own) // 2
    end = width - profit
    return Columns(0, own, own + size, own + size + price, own + 2 * size + price, end - traded, end, width)


def fitting(face: TypeFace | Figures, instrument: Instrument, qty: int, room: float) -> str:
    """With as many of its decimals as there is room for."""
    text = size_text(instrument, qty)
    decimals = min(DECIMALS, instrument.qty_decimals)
    while decimals and face.width(text) > room:
        decimals -= 1
        text = size_text(instrument, qty, decimals)
    return text


class Chip(NamedTuple):
    """What stands on a cell of own orders. many: empty for one. ahead: before the front one; of orders that all wait for a trigger their
    letter. is_high: one below the other."""

    leaves: str
    many: str
    ahead: str
    is_high: bool


class RowPainter:
    def __init__(self, theme: Theme) -> None:
        self.data, self.strong, self.small = TypeFace(), TypeFace(strong=True), TypeFace(SMALL_PX)
        self.figures, self.strong_figures, self.small_figures = Figures(), Figures(strong=True), Figures(SMALL_PX)
        self.small_strong = TypeFace(SMALL_PX, strong=True)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        color = theme.color
        self.panel, self.raised, self.hairline = color("panel"), color("raised"), color("hairline")
        self.text, self.muted, self.own, self.own_fill = color("text"), color("muted"), color("own"), color("own_fill")
        self.tone = (color("bid"), color("ask"))
        self.fill = (color("bid_fill"), color("ask_fill"))
        self.lit = (color("bid", 110), color("ask", 110))
        self.selection, self.warning = color("selection"), color("warning")
        self.grounds = {"warning": color("warning_fill"), "critical": color("critical_fill")}

    def nothing(self, painter: QPainter, room: QRect) -> None:
        painter.fillRect(room, self.panel)
        middle = room.height() // 2 - ROW_PX
        for face, pen, text in ((self.strong, self.text, tr(EMPTY[0])), (self.data, self.muted, tr(EMPTY[1]))):
            face.use(painter)
            painter.setPen(pen)
            face.centre(painter, room.width() / 2, middle, ROW_PX, text)
            middle += ROW_PX

    def phase(self, painter: QPainter, at: Columns, phase: Phase) -> None:
        """In place of the titles while it is not continuous trading: a ground, a sign and the word."""
        token = phase_token(phase)
        painter.fillRect(QRect(0, 0, at.end, TITLE_PX), self.grounds[token])
        word = PHASE[phase]
        left = max(0.0, (at.end - self.strong.width(word)) / 2)
        sign = shapes.warning(float(SIGN_PX)) if token == "warning" else shapes.octagon(float(SIGN_PX))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.fillPath(sign.translated(left - SIGN_PX - EDGE_PX, (TITLE_PX - SIGN_PX) / 2), self.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.strong.use(painter)
        painter.setPen(self.text)
        self.strong.left(painter, left, 0, TITLE_PX, word)

    def titles(self, painter: QPainter, at: Columns, instrument: Instrument, phase: Phase = Phase.CONTINUOUS) -> None:
        if phase is not Phase.CONTINUOUS:
            self.phase(painter, at, phase)
            return
        painter.fillRect(QRect(0, 0, at.end, TITLE_PX), self.panel)
        self.small.use(painter)
        painter.setPen(self.muted)
        ahead, least = tr("Ahead"), max(self.small.width(tr("Buys")), self.small.width(tr("Sells")))
        beside = self.small.width(ahead) + least + 3 * EDGE_PX <= min(at.bids, at.traded - at.own_asks)
        for left, right, word in ((at.own_bids, at.bids, tr("Buys")), (at.own_asks, at.traded, tr("Sells"))):
            if beside:
                self.small.left(painter, left + EDGE_PX, 0, TITLE_PX, ahead)
                self.small.right(painter, right - EDGE_PX, 0, TITLE_PX, word)
            else:
                self._both_lines(painter, right - EDGE_PX, 0, word, ahead)
        self.small.right(painter, at.price - EDGE_PX, 0, TITLE_PX, tr("Bid {base}", base=instrument.base))
        self.small.centre(painter, (at.price + at.asks) / 2 + 4, 0, TITLE_PX, tr("Price {quote}", quote=instrument.quote))
        self.small.right(painter, at.own_asks - EDGE_PX, 0, TITLE_PX, tr("Ask {base}", base=instrument.base))
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
        if row.traded and at.traded == at.profit:
            room = at.asks - at.price - 2
            length = max(1, min(room, room * row.traded // scales[1]))
            painter.fillRect(QRect(at.price + 1, y + ROW_PX - 3, length, 2), self.muted)
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
        if marks & UNCROSS:
            painter.setPen(self.warning)
            painter.drawRect(QRect(left, y, width - 1, ROW_PX - 1))
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
        """Prices come back, and their layout is kept; sizes are others each time."""
        marks = row.marks
        touched = marks & (BEST_BID | BEST_ASK | LAST_BUY | LAST_SELL)
        face = self.strong if touched else self.data
        face.use(painter)
        painter.setPen(self.text)
        face.centre(painter, (at.price + at.asks) / 2 + 4, y, ROW_PX, instrument.price_text(row.price))
        if row.bid:
            figures = self.strong_figures if marks & BEST_BID else self.figures
            self._size(painter, figures, at.bids, at.price, y, instrument, row.bid)
        if row.ask:
            figures = self.strong_figures if marks & BEST_ASK else self.figures
            self._size(painter, figures, at.asks, at.own_asks, y, instrument, row.ask)
        if row.traded and at.traded < at.profit:
            painter.setPen(self.muted)
            self._size(painter, self.small_figures, at.traded, at.profit, y, instrument, row.traded)
        if row.profit is not None and at.profit < at.end:
            # The sign says which way; the two hues of the sides mean nothing here.
            self.small.use(painter)
            painter.setPen(self.text if marks & (BEST_BID | BEST_ASK) else self.muted)
            self.small.right(painter, at.end - EDGE_PX, y, ROW_PX, worth_text(instrument, row.profit))

    def _size(self, painter: QPainter, face: Figures, left: int, right: int, y: int, instrument: Instrument, qty: int) -> None:
        face.use(painter)
        face.right(painter, right - EDGE_PX, y, ROW_PX, fitting(face, instrument, qty, right - left - EDGE_PX))

    def own_cell(
        self, painter: QPainter, left: int, right: int, y: int, orders: tuple[OwnOrder, ...], instrument: Instrument
    ) -> None:
        """The open quantity, and the exact quantity ahead of it in the queue. What waits for a trigger is in no queue: a broken edge and a
        letter instead of ground and quantity."""
        chip = self.chip(right - left, orders, instrument)
        inset = 1 if chip.is_high else 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        waits = not resting(orders)
        painter.setPen(QPen(self.own, 1, Qt.PenStyle.DashLine) if waits else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if waits else self.own_fill)
        edge = 0.5 if waits else 0.0
        painter.drawRoundedRect(QRectF(left + 2, y + inset, right - left - 4, ROW_PX - 2 * inset).adjusted(edge, edge, -edge, -edge), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        end = right - EDGE_PX
        if chip.is_high:
            painter.setPen(self.own)
            self._both_lines(painter, end, y, chip.leaves, "", self.small_strong)
            painter.setPen(self.text)
            self._both_lines(painter, end, y, "", chip.ahead)
        else:
            self.strong.use(painter)
            painter.setPen(self.own)
            self.strong.right(painter, end, y, ROW_PX, chip.leaves)
            painter.setPen(self.text)
            self.small.use(painter)
            start = left + EDGE_PX + (self.small.width(chip.many) + 4 if chip.many else 0)
            self.small.left(painter, start, y, ROW_PX, chip.ahead)
        if chip.many:
            self.small.use(painter)
            start = left + EDGE_PX - (COUNT_PX if chip.is_high else 0)
            self.small.left(painter, start, y + chip.is_high, HALF_PX if chip.is_high else ROW_PX, chip.many)

    def chip(self, width: int, orders: tuple[OwnOrder, ...], instrument: Instrument) -> Chip:
        """The numbers that such a cell has room for: side by side, else one below the other, shortened only when that is too long."""
        total, standing = sum(order.leaves for order in orders), resting(orders)
        letters = "".join(dict.fromkeys(letter(order) for order in orders if order.trigger))
        ahead = front(standing).ahead if standing else 0
        leaves, before = size_text(instrument, total), size_text(instrument, ahead) if standing else letters
        count = f"{len(orders)}\u00d7" if len(orders) > 1 else ""
        if standing:
            count += letters
        room = width - CHIP_PX
        marked = self.small.width(count) + 4 if count else 0
        if marked + self.small.width(before) + 4 + self.strong.width(leaves) <= room:
            return Chip(leaves, count, before, is_high=False)
        leaves = fitting(self.small_strong, instrument, total, room)
        beside = room + COUNT_PX - 2 - self.small.width(count)
        if count and self.small_strong.width(leaves) > beside:
            # That there are several is worth more than idle zeros.
            short = leaves.rstrip("0").rstrip(".") if "." in leaves else leaves
            leaves, count = (short, count) if self.small_strong.width(short) <= beside else (leaves, "")
        return Chip(leaves, count, fitting(self.small, instrument, ahead, room) if standing else letters, is_high=True)

    def _both_lines(self, painter: QPainter, right: float, y: int, above: str, below: str, face: TypeFace | None = None) -> None:
        """Small, one below the other in one row."""
        face = face or self.small
        face.use(painter)
        face.right(painter, right, y + 1, HALF_PX, above)
        face.right(painter, right, y + HALF_PX, HALF_PX, below)

    def ghost(self, painter: QPainter, left: int, right: int, y: int, text: str, color: QColor) -> None:
        """Where a dragged order would go, or the cell that a click would act on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        outline(painter, QRectF(left + 1, y + 1, right - left - 2, ROW_PX - 2), color, 1.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if text:
            self.strong.use(painter)
            painter.setPen(color)
            self.strong.right(painter, right - EDGE_PX, y, ROW_PX, text)

    def taking(self, painter: QPainter, left: int, right: int, y: int, side: Side, far: bool) -> None:
        """The cell where a click would trade at once: a warning's edge, and its sign at the outer end. far: it needs Shift."""
        self.ghost(painter, left, right, y, "", self.warning)
        sign_left = left + EDGE_PX if side is Side.BUY else right - EDGE_PX - SIGN_PX
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        sign = shapes.octagon(float(SIGN_PX)) if far else shapes.warning(float(SIGN_PX))
        painter.fillPath(sign.translated(sign_left, y + (ROW_PX - SIGN_PX) / 2), self.warning)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
