"""What the order ticket and the basket panel are handed: the market around an order, the desk's answer to it, and what became of it.

Prices are price units, quantities lots, money exact, times UTC nanoseconds. 0 in a price: there is none.
"""

import msgspec

from core.domain.enums import CancelReason, OrderState, Phase, Side
from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.domain.order_state import OPEN
from core.messages.commands import PlaceOrder
from core.messages.groups import PlaceBasket, PlaceLinked
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from core.projections.uncross import NO_UNCROSS, Uncross

Question = PlaceOrder | PlaceLinked | PlaceBasket


class GateUse(msgspec.Struct, frozen=True):
    """A limit with the order counted in. used, value: in the rule's unit. scope: whose, in words; empty: everybody's."""

    rule: Rule
    scope: str
    used: int
    value: int
    soft: bool = False


class GateAnswer(msgspec.Struct, frozen=True):
    """What the desk would say to `question` now; reason None: it would go. limit, value: in the reason's own unit. also: further limits
    that would refuse it. rejection: the exchange's no to what the desk lets go. line: which of several, from 1; 0: all of them.
    refused: how many lines of a basket. qty: lots that would go. smaller: what would pass of a refused order if less may go.
    worst: price at which it may trade. uses: the tightest limits first."""

    question: Question
    reason: Reason | None = None
    limit: int = 0
    value: int = 0
    rule: Rule | None = None
    scope: str = ""
    soft: bool = False
    also: int = 0
    rejection: Rejection | None = None
    line: int = 0
    refused: int = 0
    qty: int = 0
    smaller: int = 0
    worst: int = 0
    uses: tuple[GateUse, ...] = ()


class Sweep(msgspec.Struct, frozen=True):
    """What the displayed book would give an order at once: filled lots for cost, the last at price worst, over so many levels."""

    filled: int = 0
    cost: int = 0
    worst: int = 0
    levels: int = 0


class Fate(msgspec.Struct, frozen=True):
    """What became of one order that was asked for. order_id 0: it never left. reason .. scope: the desk's refusal. rejection: the
    exchange's. line, refused: of a basket, as in GateAnswer. held: the desk keeps it, because its venue has no such order.
    undone: lots of its fills that the venue took back."""

    client_order_id: str
    order_id: int
    state: OrderState
    side: Side = Side.BUY
    qty: int = 0
    price: int = 0
    filled: int = 0
    cost: int = 0
    cancel_reason: CancelReason | None = None
    reason: Reason | None = None
    limit: int = 0
    value: int = 0
    scope: str = ""
    soft: bool = False
    rejection: Rejection | None = None
    line: int = 0
    refused: int = 0
    held: bool = False
    undone: int = 0

    @property
    def is_open(self) -> bool:
        return self.order_id > 0 and self.state in OPEN


class Refused(msgspec.Struct, frozen=True):
    """A request about an order that stands, which the desk refused (reason) or the exchange rejected (rejection). number: from 1
    on, the later the higher. order_id 0: about all orders, `core.projections.fates.ALL`. request: cancel, replace, ..., as it is called."""

    number: int
    order_id: int
    request: str
    reason: Reason | None = None
    limit: int = 0
    value: int = 0
    rejection: Rejection | None = None


class TicketLook(msgspec.Struct, frozen=True):
    """question: what the person has written, and wants the desk's answer to. seen: the answer drawn last. sent: client order ids of
    which it wants to know what became."""

    version: int = -1
    instrument: int = 0
    question: PlaceOrder | PlaceLinked | None = None
    seen: GateAnswer | None = None
    sent: tuple[str, ...] = ()


class TicketPicture(msgspec.Struct, frozen=True):
    """bid_depth, ask_depth: lots in the ten best levels. median: lots of our usual order here; 0: too few orders yet. open_buy, open_sell:
    open lots of our working orders a side. at: session time. sweep: of the question's first order, if it were to trade now. indicative:
    during an auction. sent: as the basket's."""

    version: int
    instrument: Instrument
    bid: int
    bid_qty: int
    ask: int
    ask_qty: int
    last: int
    position: int = 0
    open_buy: int = 0
    open_sell: int = 0
    kill_engaged: bool = False
    running: bool = True
    bid_depth: int = 0
    ask_depth: int = 0
    median: int = 0
    at: int = 0
    answer: GateAnswer | None = None
    sweep: Sweep | None = None
    fates: tuple[Fate, ...] = ()
    phase: Phase = Phase.CONTINUOUS
    indicative: Uncross = NO_UNCROSS
    sent: tuple[str, ...] = ()


class BasketLook(msgspec.Struct, frozen=True):
    """As the ticket's."""

    version: int = -1
    question: PlaceBasket | None = None
    sent: tuple[str, ...] = ()
    seen: GateAnswer | None = None


class BasketPicture(msgspec.Struct, frozen=True):
    """instruments: with bid, ask and last. answer None: not asked this time, the last one stands. fates: of the orders sent last, those
    that are known. sent: those that it was asked for; a picture that was under way while something was sent knows of nothing."""

    version: int
    instruments: tuple[tuple[Instrument, int, int, int], ...]
    kill_engaged: bool
    running: bool
    answer: GateAnswer | None = None
    fates: tuple[Fate, ...] = ()
    sent: tuple[str, ...] = ()
