"""What the embedded exchange tells everybody: its feeds, each with a sequence of its own that has no gaps.

seq: number of the message within its feed and instrument, from 1. A feed's picture at number n plus its messages after n is
its picture later; core.machine.venue.feeds gives the pictures. Trades are numbered by trade_id.
Ids: order_id > 0 is ours, < 0 another participant's. qty and leaves are lots, money is exact (price units * lots).
"""

import msgspec

from core.domain.enums import Divergence, Phase, PhaseCause, Side
from core.domain.units import InstrumentId, Money, Nanos, OrderId, Price, Qty
from core.messages.rejections import Rejection
from core.messages.terms import MarketRules


class InstrumentListed(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=40):
    instrument: InstrumentId
    symbol: str
    venue: str
    base: str
    quote: str
    price_decimals: int
    qty_decimals: int
    tick: int
    lot: int


class BookSeeded(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=41):
    """Levels of the opening book on one side after a SeedBook: (price, quantity at the level, orders at the level)."""

    instrument: InstrumentId
    side: Side
    levels: tuple[tuple[Price, Qty, int], ...]
    seq: int = 0


class DepthChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=42):
    """Feed LEVELS. A displayed price level after the change; qty 0 means that the level is gone."""

    instrument: InstrumentId
    side: Side
    price: Price
    qty: Qty
    orders: int
    seq: int = 0


class TradePrinted(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=43):
    """Feed TRADES. aggressor: the taker's side. In continuous trading it prints at the maker's price. In an auction maker is
    the order accepted first, taker the other."""

    instrument: InstrumentId
    price: Price
    qty: Qty
    aggressor: Side
    maker: OrderId
    taker: OrderId
    trade_id: int = 0
    auction: bool = False


class TapeDiverged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=44):
    instrument: InstrumentId
    order_id: OrderId
    why: Divergence


class PhaseChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=45):
    """Feed STATUS. ends_at: when it ends by itself, 0: it does not."""

    instrument: InstrumentId
    phase: Phase
    cause: PhaseCause
    ends_at: Nanos
    seq: int


class BandsChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=46):
    """Feed STATUS. low and high: the dynamic band, 0: none. reference: of the static band and of auctions. limit_state: the
    best price stands at a band, and trading halts unless it leaves in time."""

    instrument: InstrumentId
    low: Price
    high: Price
    reference: Price
    limit_state: bool
    seq: int


class IndicativeChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=47):
    """Feed STATUS. What an uncross now would give; price 0: nothing would trade. surplus: buy lots left over, negative: sell."""

    instrument: InstrumentId
    price: Price
    qty: Qty
    surplus: int
    seq: int


class AuctionPriced(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=48):
    """Feed STATUS. The uncross; its trades follow. price 0: nothing traded."""

    instrument: InstrumentId
    price: Price
    qty: Qty
    surplus: int
    seq: int


class TopChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=49):
    """Feed TOP. Best displayed prices after a step; 0: none."""

    instrument: InstrumentId
    bid: Price
    bid_qty: Qty
    ask: Price
    ask_qty: Qty
    seq: int


class StatisticsChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=80):
    """Feed STATISTICS. After a step with trades. turnover: money."""

    instrument: InstrumentId
    first: Price
    high: Price
    low: Price
    last: Price
    volume: Qty
    turnover: Money
    trades: int
    seq: int


class OrderAdded(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=81):
    """Feed ORDERS. At the back of its level's queue. qty: displayed. An iceberg's refill is a new OrderAdded of the same id."""

    instrument: InstrumentId
    order_id: OrderId
    side: Side
    price: Price
    qty: Qty
    seq: int


class OrderReduced(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=82):
    """Feed ORDERS. It keeps its place. qty: displayed and still open."""

    instrument: InstrumentId
    order_id: OrderId
    qty: Qty
    seq: int


class OrderRemoved(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=83):
    """Feed ORDERS. Filled, cancelled, or an iceberg's slice that is done."""

    instrument: InstrumentId
    order_id: OrderId
    seq: int


class TradeBusted(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=84):
    """Feed STATUS. The trade never was."""

    instrument: InstrumentId
    trade_id: int
    price: Price
    qty: Qty
    seq: int


class TradeCorrected(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=85):
    """Feed STATUS. price and qty: what the trade is now."""

    instrument: InstrumentId
    trade_id: int
    price: Price
    qty: Qty
    was_price: Price
    was_qty: Qty
    seq: int


class MarkChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=86):
    instrument: InstrumentId
    price: Price


class RulesChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=87):
    instrument: InstrumentId
    rules: MarketRules


class ScheduleChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=88):
    instrument: InstrumentId
    entries: tuple[tuple[Nanos, Phase, Nanos], ...]


class SessionChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=89):
    """A line came up or went down. orders: how many its going down cancels."""

    session: int
    up: bool
    orders: int


class ParticipantBlocked(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=90):
    """orders: how many of the firm's were cancelled."""

    firm: int
    orders: int


class ParticipantReadmitted(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=91):
    firm: int


class QuotesPulled(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=92):
    """A session's quote protection struck. orders: how many quotes were cancelled."""

    session: int
    orders: int


class OperationRefused(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=93):
    """The exchange's operator, calendar or a participant's line asked for what cannot be. value: the phase, trade or session
    that was meant."""

    instrument: InstrumentId
    request: str
    reason: Rejection
    value: int


MarketData = (
    InstrumentListed | BookSeeded | DepthChanged | TradePrinted | TapeDiverged | PhaseChanged | BandsChanged | IndicativeChanged
    | AuctionPriced | TopChanged | StatisticsChanged | OrderAdded | OrderReduced | OrderRemoved | TradeBusted | TradeCorrected
    | MarkChanged | RulesChanged | ScheduleChanged | SessionChanged | ParticipantBlocked | ParticipantReadmitted | QuotesPulled
    | OperationRefused
)
