"""What happened, past tense. The only thing that a screen, a database or an alarm ever learns from.

Ids: order_id > 0 is ours, < 0 another participant's. qty and leaves are lots, money is exact (price units * lots).
"""

import msgspec

from core.domain.enums import CancelReason, Divergence, Liquidity, OrderType, Side, TimeInForce
from core.domain.units import InstrumentId, Money, OrderId, Price, Qty
from core.messages.reasons import Reason

# the venue's market data ------------------------------------------------------------------------------------------------


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


class DepthChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=42):
    """A price level after the change; qty 0 means that the level is gone."""

    instrument: InstrumentId
    side: Side
    price: Price
    qty: Qty
    orders: int


class TradePrinted(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=43):
    """aggressor: the taker's side. Prints at the maker's price."""

    instrument: InstrumentId
    price: Price
    qty: Qty
    aggressor: Side
    maker: OrderId
    taker: OrderId


class TapeDiverged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=44):
    instrument: InstrumentId
    order_id: OrderId
    why: Divergence


# orders of ours ---------------------------------------------------------------------------------------------------------


class OrderRefused(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=50):
    """The desk's gate said no; nothing was sent. limit and value: the limit that was hit and what would have been, in the
    reason's own unit (0 where it has none)."""

    client_order_id: str
    instrument: InstrumentId
    side: Side
    order_type: OrderType
    qty: Qty
    price: Price
    reason: Reason
    limit: int
    value: int


class OrderSent(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=51):
    """Approved and handed to the venue. protection: worst price at which it may trade (market orders), else 0."""

    order_id: OrderId
    client_order_id: str
    account: int
    instrument: InstrumentId
    side: Side
    order_type: OrderType
    qty: Qty
    price: Price
    time_in_force: TimeInForce
    protection: Price


class OrderWorking(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=52):
    """The venue holds it. leaves: open quantity. ahead: quantity before it in its level's queue."""

    order_id: OrderId
    leaves: Qty
    ahead: Qty


class OrderFilled(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=53):
    order_id: OrderId
    qty: Qty
    price: Price
    leaves: Qty
    liquidity: Liquidity


class OrderCancelled(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=54):
    """qty: what was still open and will now not trade."""

    order_id: OrderId
    qty: Qty
    reason: CancelReason


class OrderReplaced(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=55):
    """qty: new total. kept_place: whether it kept its place in the queue."""

    order_id: OrderId
    qty: Qty
    price: Price
    leaves: Qty
    kept_place: bool


class RequestRefused(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=56):
    """A cancel, replace, release, limit change or run request that was refused. order_id 0: not about one order."""

    request: str
    order_id: OrderId
    reason: Reason
    limit: int
    value: int


class PositionChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=57):
    """qty: signed lots. cost: exact money paid for what is open (negative when short), so average = cost / qty.
    realised: exact money since the run began, fees excluded."""

    account: int
    instrument: InstrumentId
    qty: int
    cost: Money
    realised: Money
    bought: Qty
    sold: Qty


# control ----------------------------------------------------------------------------------------------------------------


class KillEngaged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=70):
    """orders: how many of ours were open when it took hold; their cancels follow in the same entry."""

    generation: int
    source: str
    orders: int


class KillReleased(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=71):
    generation: int
    source: str


class LimitsSet(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=72):
    instrument: InstrumentId
    max_order_qty: Qty
    max_order_value: Money
    collar_bp: int
    max_position: Qty
    max_open_orders: int


class RunStarted(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=73):
    session: str
    tape_sha256: str
    first_at: int
    kill_generation: int
    kill_engaged: bool
    kill_source: str


class RunEnded(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=74):
    why: str


Event = (
    InstrumentListed | BookSeeded | DepthChanged | TradePrinted | TapeDiverged
    | OrderRefused | OrderSent | OrderWorking | OrderFilled | OrderCancelled | OrderReplaced | RequestRefused
    | PositionChanged | KillEngaged | KillReleased | LimitsSet | RunStarted | RunEnded
)
