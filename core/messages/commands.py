"""What a person or a strategy asks of the core. Imperative. Every command may be refused with a Reason."""

from typing import Final

import msgspec

from core.domain.enums import OrderType, SelfMatch, Side, TimeInForce
from core.domain.units import InstrumentId, Money, OrderId, Price, Qty
from core.messages.limits import RiskCommand
from core.messages.origin import Origin
from core.messages.participants import KEEP
from core.messages.people import SetPerson
from core.messages.stopping import CarriedStop, SetStopping, SetTrigger, StopCommand
from core.messages.terms import Terms


class PlaceOrder(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=1):
    """client_order_id is made when the ticket opens, so that pressing Send twice sends one order.

    price: limit price, or 0 for a market order. terms: None for a plain order. parent: the parent order it works for, 0: none.
    confirmed: the number that a soft limit would come to, typed by the author who wants to pass it. may_shrink: less is better than
    nothing.
    """

    client_order_id: str
    instrument: InstrumentId
    side: Side
    order_type: OrderType
    qty: Qty
    price: Price
    time_in_force: TimeInForce = TimeInForce.GTC
    account: int = 1
    terms: Terms | None = None
    origin: Origin | None = None
    parent: OrderId = OrderId(0)
    confirmed: int = 0
    may_shrink: bool = False


class CancelOrder(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=2):
    order_id: OrderId
    origin: Origin | None = None


class ReplaceOrder(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=3):
    """New total quantity (filled part included, as FIX tag 38) and new limit price; the order keeps its id. trigger,
    display: KEEP or the new value. confirmed: as in PlaceOrder."""

    order_id: OrderId
    qty: Qty
    price: Price
    trigger: int = KEEP
    display: int = KEEP
    origin: Origin | None = None
    confirmed: int = 0


class CancelAllOrders(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=4):
    """Cancel every working order of ours; of one instrument when instrument > 0, of one side when side is given."""

    instrument: InstrumentId = InstrumentId(0)
    side: Side | None = None
    origin: Origin | None = None


class EngageKill(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=5):
    """Block everything new and cancel all of ours.

    source: who or what decided, in words. generation: the latch's when the decision came through it, else 0. scope: what is
    stopped (core.domain.scope); empty, as older programs had it: everything, with every cancel in the same step.
    """

    source: str
    generation: int = 0
    origin: Origin | None = None
    scope: str = ""


class ReleaseKill(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=6):
    """Clears engagements up to the generation that the person saw, never a newer one. An older program's, by one person: only its
    journals have it. Today the sequencer makes a RequestRelease of it."""

    source: str
    generation: int
    origin: Origin | None = None


class SetLimits(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=7):
    """The gate's limits for one instrument; every field is in force from this entry on.

    max_order_qty, max_position: lots. max_order_value: exact money. collar_bp: allowed distance from the reference
    price in hundredths of a percent. max_open_orders: count.
    """

    instrument: InstrumentId
    max_order_qty: Qty
    max_order_value: Money
    collar_bp: int
    max_position: Qty
    max_open_orders: int
    origin: Origin | None = None


RULES: Final = 3
"""Of today's machine, as StartRun.gate_rules."""


class StartRun(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=8):
    """A new run over a session: empty books, a flat simulation account. Kill switch and limits are carried over.

    tape_sha256 names the tape's exact content, so that a recovery refuses to go on with another one. first_at: session
    time of the run's beginning. self_match: how our sessions meet their own orders unless told otherwise. dropped: first
    entries of the journal's segments that retention has removed so far. risk: what the gate was told before and still holds.
    reducing_passes: orders that only reduce meet the collar and no other limit (runs of older programs judged them like any order).
    stops: of the kill switch, scope by scope; none, but kill_engaged: everything. stopping: how stops go, None: as ever. people: who
    may do what; none: rights are not in force. triggers: what engages the kill switch by itself. held_expire: stops that the desk holds
    end with the trading day, or at their time (runs of older programs held them until they fired). gate_rules: what the
    machine does that older programs' did not; today's begin runs with RULES. 1: prices are judged by the last trade, no further away than
    the book's best prices, and so are positions; what reduces is bound on its dear side only; restrictions hold for replaces, too;
    loosening takes two people under every name; ids and names that nobody can read are refused. 2: a mark does not follow one trade that
    is far from it (core/machine/desk/doubts.py); a restriction that closes takes out what works; outside venues' answers are timed by
    their edges; a trading day that a person begins takes two; orders that Flatten sends say which stop they are for. 3: a limit of open
    orders that is for one instrument counts those in it.
    """

    session: str
    tape_sha256: str
    first_at: int
    kill_generation: int
    kill_engaged: bool
    kill_source: str
    limits: tuple[SetLimits, ...]
    origin: Origin | None = None
    self_match: SelfMatch = SelfMatch.CANCEL_NEWEST
    dropped: tuple[int, ...] = ()
    risk: tuple[RiskCommand, ...] = ()
    reducing_passes: bool = False
    stops: tuple[CarriedStop, ...] = ()
    stopping: SetStopping | None = None
    people: tuple[SetPerson, ...] = ()
    triggers: tuple[SetTrigger, ...] = ()
    held_expire: bool = False
    gate_rules: int = 0


class EndRun(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=9):
    """The run is over for good (a clean end); the next start begins a new one."""

    why: str
    origin: Origin | None = None


Command = (
    PlaceOrder | CancelOrder | ReplaceOrder | CancelAllOrders | EngageKill | ReleaseKill | SetLimits | StartRun | EndRun | RiskCommand
    | StopCommand | SetPerson
)

# Controls steer how fast a session is played. They decide nothing, so they are not journaled: a tape has one history
# at every speed.


class SetSpeed(msgspec.Struct, frozen=True):
    """speed: session seconds per wall second, 0.1 to 100; 0 means as fast as possible."""

    speed: float


class Pause(msgspec.Struct, frozen=True):
    pass


class Resume(msgspec.Struct, frozen=True):
    pass


class RestartSession(msgspec.Struct, frozen=True):
    """Ends the run and starts a new one from the tape's beginning."""


class PlayTo(msgspec.Struct, frozen=True):
    """Plays the tape as fast as possible up to this session time, and pauses there. What has passed needs a new run from the tape's
    beginning."""

    at: int


Control = SetSpeed | Pause | Resume | RestartSession | PlayTo
