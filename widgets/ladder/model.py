"""A ladder picture as rows to paint and sentences to show, in integers.

Invariants: row prices are multiples of the group and more than zero; a bid belongs to the row at or below its price, an
ask to the one at or above, an own order likewise, by its trigger while it waits for one. Nothing here decides an order; it
only says what is on which row.
"""

from typing import NamedTuple

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.projections.pictures import LadderPicture, OwnOrder
from widgets import trigger_at
from widgets.arming import Ground
from widgets.moves import Touch
from widgets.sizes import plain_qty_text
from widgets.tongue import tr

TICKS_A_ROW = (1, 10, 50, 100, 500)
ROWS_A_PRICE = 12_500
"""Chosen: one row near 0.8 basis points of the price, so that most rows of a cent-tick BTC book hold an order."""
AUTO_MARGIN = 5
"""Auto re-centres when the touch enters the outer fifth at either end: it keeps to the middle 60 %."""
THROUGH_TICKS = 10
"""How far through the touch one click may take without Shift. Chosen: enough to sweep the few levels that a fast market moves while a
finger comes down; a click farther away is almost always a wrong row or the wrong side."""

DASH = "\u2013"
CENTS_BELOW = 100
"""Units of the quote currency from which on profit along the prices is told in whole ones: the column is thin."""
BEST_BID, BEST_ASK, INSIDE, LAST_BUY, LAST_SELL, AVERAGE, UNCROSS = 1, 2, 4, 8, 16, 32, 64


class Window(NamedTuple):
    """Which rows are on screen: from high downwards."""

    high: int
    rows: int
    group: int

    @property
    def low(self) -> int:
        return self.high - (self.rows - 1) * self.group

    def price(self, row: int) -> int:
        return self.high - row * self.group

    def row(self, price: int) -> int:
        """The row of a price that is a multiple of the group; may lie outside."""
        return (self.high - price) // self.group


class Row(NamedTuple):
    """marks: the bits above. profit: what the open position would have won at this price, None: not shown, or flat."""

    price: int
    bid: int
    ask: int
    traded: int
    own_bids: tuple[OwnOrder, ...]
    own_asks: tuple[OwnOrder, ...]
    marks: int
    profit: int | None = None


def default_ticks(instrument: Instrument, price: int) -> int:
    """How many ticks a row stands for at first."""
    wanted = price // (ROWS_A_PRICE * instrument.tick)
    return next((ticks for ticks in TICKS_A_ROW if ticks >= wanted), TICKS_A_ROW[-1])


def row_price(price: int, side: Side, group: int) -> int:
    return price // group * group if side is Side.BUY else -(-price // group) * group


def has_market(picture: LadderPicture) -> bool:
    return bool(picture.bid or picture.ask or picture.last)


def centred(picture: LadderPicture, group: int, rows: int) -> Window:
    """The touch (or what there is of it) on the middle row."""
    bid, ask = ends(picture)
    return clamped((bid + ask) // 2 // group * group + rows // 2 * group, rows, group)


def ends(picture: LadderPicture) -> tuple[int, int]:
    """Between which prices the market is: the touch, or what there is of it. In an auction the book is crossed, and its best prices may be
    far from where it will trade: then it is the price that an uncross would give."""
    bid, ask = picture.bid or picture.ask or picture.last, picture.ask or picture.bid or picture.last
    return (picture.indicative.price,) * 2 if picture.indicative.price else (bid, ask)


def clamped(high: int, rows: int, group: int) -> Window:
    """Keeps every row's price above zero."""
    return Window(max(high, rows * group), rows, group)


def touch_is_inside(picture: LadderPicture, window: Window, margin_rows: int) -> bool:
    top, bottom = window.high - margin_rows * window.group, window.low + margin_rows * window.group
    low, high = ends(picture)
    bid, ask = row_price(low, Side.BUY, window.group), row_price(high, Side.SELL, window.group)
    return bottom <= bid <= top and bottom <= ask <= top


def ground(picture: LadderPicture) -> Ground:
    return Ground(picture.instrument.id, picture.mode, picture.kill_engaged, picture.stale, has_market(picture))


def covers(picture: LadderPicture, window: Window) -> bool:
    """Whether the picture answers for every row on screen."""
    return picture.group == window.group and picture.low <= window.low and picture.high >= window.high


def rows_of(picture: LadderPicture, window: Window, profits: bool = False) -> list[Row]:
    """A picture of another grouping has no sizes for these rows: they stay empty until the next one."""
    group, shows_profit = window.group, profits and picture.position != 0
    fits = picture.group == group
    bids, asks, traded = (picture.bids, picture.asks, picture.traded) if fits else ({}, {}, {})
    own_bids: dict[int, tuple[OwnOrder, ...]] = {}
    own_asks: dict[int, tuple[OwnOrder, ...]] = {}
    for order in picture.own:
        at = row_price(order.at, order.side, group)
        held = own_bids if order.side is Side.BUY else own_asks
        held[at] = (*held.get(at, ()), order)
    marks = _marks(picture, group)
    inside_low = row_price(picture.bid, Side.BUY, group) if picture.bid and picture.ask else 0
    inside_high = row_price(picture.ask, Side.SELL, group) if inside_low else 0
    made = []
    price = window.high
    for _ in range(window.rows):
        mark = marks.get(price, 0) | (INSIDE if inside_low < price < inside_high else 0)
        made.append(Row(
            price, bids.get(price, 0), asks.get(price, 0), traded.get(price, 0),
            own_bids.get(price, ()), own_asks.get(price, ()), mark,
            picture.position * price - picture.cost if shows_profit else None,
        ))
        price -= group
    return made


def _marks(picture: LadderPicture, group: int) -> dict[int, int]:
    marks: dict[int, int] = {}

    def mark(price: int, side: Side, bit: int) -> None:
        at = row_price(price, side, group)
        marks[at] = marks.get(at, 0) | bit

    if picture.bid:
        mark(picture.bid, Side.BUY, BEST_BID)
    if picture.ask:
        mark(picture.ask, Side.SELL, BEST_ASK)
    if picture.last:
        # A buyer trades on the ask's row, a seller on the bid's: the mark stands where the size was taken from.
        bought = picture.last_aggressor is Side.BUY
        mark(picture.last, Side.SELL if bought else Side.BUY, LAST_BUY if bought else LAST_SELL)
    if picture.position:
        mark(average_price(picture) + group // 2, Side.BUY, AVERAGE)
    if picture.indicative.price:
        mark(picture.indicative.price + group // 2, Side.BUY, UNCROSS)
    return marks


def touch_of(picture: LadderPicture) -> Touch:
    return Touch(picture.bid, picture.ask, picture.last)


def resting(orders: tuple[OwnOrder, ...]) -> tuple[OwnOrder, ...]:
    """Those that stand in the book; the others wait for their trigger."""
    return tuple(order for order in orders if not order.trigger)


def front(orders: tuple[OwnOrder, ...]) -> OwnOrder:
    """Of one row and side, the one that trades first. orders: that rest."""
    return min(orders, key=lambda order: (-order.price if order.side is Side.BUY else order.price, order.ahead))


def bar_scale(largest: int) -> int:
    """The next of 4, 5, 6, 7 times a power of two, so that bars keep their length while the largest size wobbles."""
    step = 1 << max(largest.bit_length() - 3, 0)
    return -(-largest // step) * step


def ticks_through(instrument: Instrument, side: Side, price: int, touch: Touch) -> int:
    """How many ticks a limit order at this price goes beyond the best price of the other side; 0: not beyond it."""
    bid, ask = touch.bid, touch.ask
    beyond = (price - ask if ask else 0) if side is Side.BUY else (bid - price if bid else 0)
    return max(beyond // instrument.tick, 0)


def goes_too_far(instrument: Instrument, side: Side, price: int, touch: Touch, group: int) -> bool:
    """Whether a click there is more likely a slip than a wish to trade: counted from the row in which the best price of the other side
    stands, because that row is where one takes what is there."""
    bid, ask = touch.bid, touch.ask
    other = Side.SELL if side is Side.BUY else Side.BUY
    best = ask if side is Side.BUY else bid
    shown = row_price(best, other, group) if best else 0
    return ticks_through(instrument, side, price, Touch(shown, shown)) > THROUGH_TICKS


def average_price(picture: LadderPicture) -> int:
    """Price units, rounded to the nearest. position must not be 0."""
    lots = abs(picture.position)
    return (2 * abs(picture.cost) + lots) // (2 * lots)


def open_profit(picture: LadderPicture) -> int | None:
    """Exact money, before fees, at the mark of all panels; None: flat, or there is no mark yet."""
    return picture.position * picture.mark - picture.cost if picture.position and picture.mark else None


# words ---------------------------------------------------------------------------------------------------------------


def position_texts(picture: LadderPicture) -> tuple[str, ...]:
    """The longest first: no digit is ever cut off for a word."""
    instrument = picture.instrument
    if not picture.position:
        return (tr("Flat"),)
    word = tr("Long") if picture.position > 0 else tr("Short")
    lots, price = plain_qty_text(instrument, abs(picture.position)), instrument.price_text(average_price(picture))
    return f"{word} {lots} {instrument.base} @ {price}", f"{word} {lots} @ {price}", f"{word} {lots}"


def profit_texts(picture: LadderPicture) -> tuple[str, ...]:
    """With its name; and alone, for where that has no room. Nothing when flat."""
    instrument, profit = picture.instrument, open_profit(picture)
    if not picture.position:
        return ("",)
    worth = f"{instrument.money_text(profit, signed=True)} {instrument.quote}" if profit is not None else DASH
    return tr("Open P&L {worth}", worth=worth), tr("P&L {worth}", worth=worth), worth


def profit_tip(picture: LadderPicture) -> str:
    """What it is, and which price it is of."""
    instrument = picture.instrument
    if not picture.position:
        return ""
    if not picture.mark:
        return tr("Open P&L of the position: no price to value it at yet")
    price = instrument.price_text(picture.mark)
    at = tr("the last trade, {price}", price=price) if picture.last else tr("the middle of bid and ask, {price}", price=price)
    return tr("Open P&L of the position at {mark}, before fees; as in the positions blotter", mark=at)


def worth_text(instrument: Instrument, money: int) -> str:
    """Short: cents only while they count. Sign always."""
    cents = abs(money) < CENTS_BELOW * 10 ** (instrument.price_decimals + instrument.qty_decimals)
    return instrument.money_text(money, 2 if cents else 0, signed=True)


def market_text(picture: LadderPicture) -> str:
    """What the footer says of the touch."""
    if picture.bid and picture.ask:
        return tr("Spread {price}", price=picture.instrument.price_text(picture.ask - picture.bid))
    if picture.bid or picture.ask:
        return tr("No asks") if picture.bid else tr("No bids")
    return ""


def row_tip(instrument: Instrument, row: Row) -> str:
    """Everything about a row, with all digits."""
    lines = [f"{instrument.price_text(row.price)} {instrument.quote}"]
    for word, qty in ((tr("Bid"), row.bid), (tr("Ask"), row.ask), (tr("Traded"), row.traded)):
        if qty:
            lines.append(f"{word} {plain_qty_text(instrument, qty)} {instrument.base}")
    for order in (*row.own_bids, *row.own_asks):
        side = tr("buy") if order.side is Side.BUY else tr("sell")
        lines.append(
            _waiting_tip(instrument, order, side) if order.trigger else tr(
                "Own {side} {plain_qty} of {plain_qty_2} at {price}, {plain_qty_3} ahead",
                side=side,
                plain_qty=plain_qty_text(instrument, order.leaves),
                plain_qty_2=plain_qty_text(instrument, order.qty),
                price=instrument.price_text(order.price),
                plain_qty_3=plain_qty_text(instrument, order.ahead),
            )
        )
    return "\n".join(lines)


def _waiting_tip(instrument: Instrument, order: OwnOrder, side: str) -> str:
    return tr(
        "Own {side} {qty}: {stop}, in no queue until it fires",
        side=side, qty=plain_qty_text(instrument, order.leaves),
        stop=trigger_at.said(instrument, order.order_type, order.trigger, order.price),
    )
