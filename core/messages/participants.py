"""What other participants of the embedded exchange ask, with everything that an order can be: market makers, simulated
traders, strategies on their own line. (A recorded tape's plain orders are in core.messages.flow.)

A session is one line into the venue: below 0 for others, our account's number for ours, 0 for nobody in particular. It
belongs to an owner (a trader or account) of a firm. Order ids are negative, as in core.messages.flow.
"""

from typing import Final

import msgspec

from core.domain.enums import OrderType, SelfMatch, Side, TimeInForce
from core.domain.units import InstrumentId, Nanos, OrderId, Price, Qty
from core.messages.origin import Origin
from core.messages.terms import Terms

KEEP: Final = -1
"""In a replace: leave this as it is."""


class OpenSession(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=100):
    """Opens or re-opens a line. self_match applies when an order of this session comes in; by_firm: between orders of one
    firm, else of one owner. reports: whether its fills and refusals are told on the event stream.

    entry_ns and jitter_ns: in simulation its requests reach the market that much later, the jitter drawn from the seed.
    """

    session: int
    firm: int
    owner: int
    self_match: SelfMatch = SelfMatch.ALLOW
    by_firm: bool = True
    cancel_on_disconnect: bool = False
    reports: bool = True
    entry_ns: Nanos = Nanos(0)
    jitter_ns: Nanos = Nanos(0)
    seed: int = 1


class CloseSession(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=101):
    """The line went down."""

    session: int


class EnterOrder(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=102):
    instrument: InstrumentId
    order_id: OrderId
    session: int
    side: Side
    order_type: OrderType
    qty: Qty
    price: Price
    time_in_force: TimeInForce = TimeInForce.GTC
    terms: Terms | None = None


class AmendOrder(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=103):
    """A replace. qty: total or open, as the market's rules say; total: it is the total, whatever they say. trigger, display:
    KEEP or the new value."""

    instrument: InstrumentId
    order_id: OrderId
    session: int
    qty: Qty
    price: Price
    trigger: int = KEEP
    display: int = KEEP
    total: bool = False


class WithdrawOrder(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=104):
    instrument: InstrumentId
    order_id: OrderId
    session: int


class MassCancel(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=105):
    """Cancels what matches everything that is given. 0 or None: any. low and high: limit prices, both included. why, origin: of the
    exchange's operator; None: it came from the participant's own line."""

    instrument: InstrumentId = InstrumentId(0)
    session: int = 0
    owner: int = 0
    firm: int = 0
    side: Side | None = None
    low: Price = Price(0)
    high: Price = Price(0)
    why: str = ""
    origin: Origin | None = None


class MassQuote(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=106):
    """Quotes, each (bid id, bid price, bid qty, ask id, ask price, ask qty). A side of quantity 0 takes that side's quote
    out; an id that rests is replaced, else entered."""

    instrument: InstrumentId
    session: int
    quotes: tuple[tuple[OrderId, Price, Qty, OrderId, Price, Qty], ...]


class SetQuoteProtection(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=107):
    """When the session's quotes trade more than max_lots or max_fills times within window_ns, all its quotes go and new
    ones are refused until this is said again. 0: no such limit."""

    session: int
    max_lots: Qty
    max_fills: int
    window_ns: Nanos


Participant = (
    OpenSession | CloseSession | EnterOrder | AmendOrder | WithdrawOrder | MassCancel | MassQuote | SetQuoteProtection
)
