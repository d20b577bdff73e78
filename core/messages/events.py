"""What happened, past tense. The only thing that a screen, a database or an alarm ever learns from.

Ids: order_id > 0 is ours, < 0 another participant's. qty and leaves are lots, money is exact (price units * lots).
"""

import msgspec

from core.domain.enums import (
    Ability,
    AnomalyKind,
    CancelReason,
    LegState,
    LinkKind,
    Liquidity,
    OrderState,
    OrderType,
    Request,
    Side,
    TimeInForce,
)
from core.domain.units import InstrumentId, Money, Nanos, OrderId, Price, Qty
from core.messages.approvals import ApprovalEvent
from core.messages.limits import RiskEvent
from core.messages.market_data import MarketData
from core.messages.origin import Origin
from core.messages.people import PersonSet
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from core.messages.reports import Report
from core.messages.stopping import CarriedStop, StopEvent
from core.messages.terms import Terms

# orders of ours ---------------------------------------------------------------------------------------------------------


class OrderRefused(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=50):
    """The desk's gate said no; nothing was sent. limit and value: the limit that was hit and what would have been, in the
    reason's own unit (0 where it has none). rule, scope: which limit, and whose, in words. soft: it passes when `value` is typed.
    also: how many further limits would have refused it."""

    client_order_id: str
    instrument: InstrumentId
    side: Side
    order_type: OrderType
    qty: Qty
    price: Price
    reason: Reason
    limit: int
    value: int
    rule: int = 0
    scope: str = ""
    soft: bool = False
    also: int = 0


class OrderSent(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=51):
    """Approved and handed to the venue. protection: worst price at which it may trade (market orders), else 0.
    protection_bp: of an order that fires: hundredths of a percent from its trigger. origin: whose it is. epoch: the kill switch's
    generation when it was approved. venue: the outside venue whose edge sends it; empty: the embedded exchange has it."""

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
    terms: Terms | None = None
    protection_bp: int = 0
    origin: Origin | None = None
    parent: OrderId = OrderId(0)
    epoch: int = 0
    venue: str = ""


class OrderWorking(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=52):
    """The venue holds it. leaves: open quantity. ahead: displayed quantity before it in its level's queue. price: where it
    stands; 0: outside the book, until its trigger or its auction."""

    order_id: OrderId
    leaves: Qty
    ahead: Qty
    price: Price = Price(0)


class OrderFilled(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=53):
    """venue: the outside one that said so; empty: the embedded exchange, under the name its instrument is listed with."""

    order_id: OrderId
    qty: Qty
    price: Price
    leaves: Qty
    liquidity: Liquidity
    trade_id: int = 0
    fee: Money = Money(0)
    venue: str = ""


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
    realised: exact money since the run began, fees excluded. fees: exact money paid since then, negative when rebates were more."""

    account: int
    instrument: InstrumentId
    qty: int
    cost: Money
    realised: Money
    bought: Qty
    sold: Qty
    fees: Money = Money(0)


class OrderRejected(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=58):
    """The venue said no to the order itself."""

    order_id: OrderId
    qty: Qty
    reason: Rejection


class RequestRejected(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=59):
    """The venue said no to a cancel or replace; the order stands as it stood."""

    order_id: OrderId
    request: Request
    reason: Rejection


class OrderTriggered(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=60):
    order_id: OrderId
    trigger: Price


class OrderRestated(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=61):
    """The venue changed it unasked: a peg moved, a self match took quantity off."""

    order_id: OrderId
    price: Price
    leaves: Qty


class FillBusted(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=62):
    """The venue undid a fill; the position follows, the order does not come back. fee: what is given back."""

    order_id: OrderId
    trade_id: int
    qty: Qty
    price: Price
    fee: Money = Money(0)


class FillCorrected(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=63):
    """qty, price, fee: what the fill is now."""

    order_id: OrderId
    trade_id: int
    qty: Qty
    price: Price
    was_qty: Qty
    was_price: Price
    fee: Money = Money(0)
    was_fee: Money = Money(0)


class CancelSent(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=204):
    """A cancel is on its way: out by venue's edge, or on a simulated line (venue empty)."""

    order_id: OrderId
    reason: CancelReason
    venue: str = ""


class ReplaceSent(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=205):
    """A replace is on its way. qty: new total. trigger, display: KEEP or the new value."""

    order_id: OrderId
    qty: Qty
    price: Price
    trigger: int
    display: int
    venue: str = ""


class QuerySent(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=206):
    """Nobody knows what the venue holds, or did, of it: its edge asks, and answers with every fill of it and then with Status."""

    order_id: OrderId
    venue: str


class OrderAnomaly(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=207):
    """An outside venue's report that does not fit, or that did not come. report: its type; of one that did not come, the order's state.
    qty, price, fee, trade_id: its own. account, instrument, side: the order's, else what the venue said."""

    order_id: OrderId
    kind: AnomalyKind
    venue: str
    report: str
    exec_id: str = ""
    trade_id: int = 0
    qty: Qty = Qty(0)
    price: Price = Price(0)
    fee: Money = Money(0)
    account: int = 0
    instrument: InstrumentId = InstrumentId(0)
    side: Side | None = None


class OrderStands(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=212):
    """The last request of ours that was on its way is answered, or one is left: the open order's state from now on."""

    order_id: OrderId
    state: OrderState


class ConservationBroken(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=208):
    """The children of a parent would have become, or through a late fill are, more than it. committed: what they have open and
    filled. client_order_id, asked: the order that was refused for it, and its lots; empty and 0: it happened."""

    parent_id: OrderId
    qty: Qty
    committed: Qty
    client_order_id: str
    asked: Qty


class ParentOpened(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=209):
    parent_id: OrderId
    client_order_id: str
    account: int
    instrument: InstrumentId
    side: Side
    qty: Qty
    origin: Origin | None = None


class ParentChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=210):
    """state: WORKING, FILLED, CANCELLED (no further child), CANCELLING (children are still open). open, filled: its children's."""

    parent_id: OrderId
    state: OrderState
    open: Qty
    filled: Qty


class BasketRefused(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=211):
    """Nothing of it was sent. line: the worst one, from 1; 0: the basket as a whole. limit and value as in OrderRefused."""

    lines: int
    line: int
    client_order_id: str
    reason: Reason
    limit: int
    value: int
    refused: int


class GroupOpened(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=213):
    group_id: OrderId
    kind: LinkKind
    legs: int
    qty: Qty


class LegChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=214):
    """What the orders' own events do not tell of a leg. leg: from 1. order_id: of its order now, 0: none. qty: lots that it is there
    for. trigger: where the desk holds it. reason: the refusal's."""

    group_id: OrderId
    leg: int
    client_order_id: str
    state: LegState
    order_id: OrderId
    qty: Qty
    trigger: Price = Price(0)
    reason: Reason | None = None


class GroupClosed(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=215):
    """Nothing of it is open, and nothing of it will be sent unless the venue says something late."""

    group_id: OrderId


class VenueSet(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=219):
    venue: str
    outside: bool
    stops: bool
    answer_ns: Nanos = Nanos(0)
    lacks: tuple[Ability, ...] = ()


class BreakAcknowledged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=251):
    """by: who has seen it."""

    venue: str
    words: str
    by: str


# control ----------------------------------------------------------------------------------------------------------------


class KillEngaged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=70):
    """orders: how many of ours were open when it took hold; their cancels follow in the next entries. scope: empty in what older
    programs asked for: everything, its cancels in the same entry. who: the person behind it, if any."""

    generation: int
    source: str
    orders: int
    scope: str = ""
    who: str = ""


class KillReleased(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=71):
    """Full trading again. scope: empty for everything, by an older program."""

    generation: int
    source: str
    scope: str = ""


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
    stops: tuple[CarriedStop, ...] = ()


class RunEnded(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=74):
    why: str


OwnEvent = (
    OrderRefused | OrderSent | OrderWorking | OrderFilled | OrderCancelled | OrderReplaced | RequestRefused | PositionChanged
    | OrderRejected | RequestRejected | OrderTriggered | OrderRestated | FillBusted | FillCorrected
)
FlightEvent = CancelSent | ReplaceSent | QuerySent | OrderAnomaly | OrderStands | VenueSet | BreakAcknowledged
GroupEvent = ConservationBroken | ParentOpened | ParentChanged | BasketRefused | GroupOpened | LegChanged | GroupClosed
ControlEvent = KillEngaged | KillReleased | LimitsSet | RunStarted | RunEnded | RiskEvent | StopEvent
PeopleEvent = PersonSet | ApprovalEvent
Event = MarketData | Report | OwnEvent | FlightEvent | GroupEvent | ControlEvent | PeopleEvent
"""Reports are among them for other participants' orders; those of ours are booked first, and told as OwnEvents."""
