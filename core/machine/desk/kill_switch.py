"""The kill switch: what is stopped, scope by scope, and what the gate must therefore refuse.

An order's effective stage is the worst over its scopes. Invariants: it never blocks a cancel; what it does not know how to read
concerns everything. Who may engage or release (releasing), what is cancelled when (stopping), and the latch on disk are not
here: this is the machine's copy, told by messages.
"""

from typing import Final

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.domain.order import Owner
from core.domain.scope import EVERYTHING, Scope, parse_scope
from core.domain.stages import BLOCKED, Stage
from core.domain.units import SECOND
from core.machine.desk.owners import meant
from core.machine.desk.trigger_notes import Notes
from core.machine.timers import NEVER
from core.messages.reasons import Reason
from core.messages.stopping import SetStopping, SetTrigger

REQUEST_NS: Final = 600 * SECOND
"""Chosen: time to find the second person and tell what happened, and no more."""
CAP_BP: Final = 1_000
"""Chosen: a tenth of the usual size shows whether all is well, and hurts a tenth."""
CANCELS: Final = 500
"""Also the most that a setting may ask for: a step must not be felt."""
VERIFY_NS: Final = SECOND
LONGEST_NS: Final = 86_400 * SECOND
BASIS_POINTS: Final = 10_000
SELL: Final = Side.SELL
Refused = tuple[Reason, int, int]
"""Reason, limit, value."""
STOPPED: Final[Refused] = (Reason.KILL_SWITCH_ENGAGED, 0, 0)


class Stop:
    """One scope's. generation: of its newest engagement. todo: orders whose cancel was not asked for yet, oldest first. left: orders
    whose cancel was, by number of times. verify_by: when an order left is a straggler; 0: not waiting for that.
    asked_at, asked_by, why: of a request for release; empty: none. hit: how many orders it found open. holds: nobody asked for
    cancels. round: of flattening, 0: not asked for; tried: positions of this round; flatten_at: when it goes on."""

    __slots__ = (
        "asked_at", "asked_by", "flatten_at", "generation", "hit", "holds", "left", "round", "scope", "source", "stage", "text", "todo",
        "tried", "verify_by", "why",
    )

    def __init__(self, scope: Scope, generation: int, source: str, stage: Stage) -> None:
        self.scope = scope
        self.text: str = scope.text
        self.generation: int = generation
        self.source: str = source
        self.stage: Stage = stage
        self.hit: int = 0
        self.todo: list[int] = []
        self.left: dict[int, int] = {}
        self.verify_by: int = 0
        self.holds: bool = False
        self.round: int = 0
        self.tried: list[tuple[int, int]] = []
        self.flatten_at: int = 0
        self.asked_at: int = 0
        self.asked_by: str = ""
        self.why: str = ""

    def forget_request(self) -> None:
        self.asked_at, self.asked_by, self.why = 0, "", ""

    @property
    def rested(self) -> Stage:
        """Where it stands when nobody asks for its release."""
        if self.holds:
            return Stage.HOLDING
        return Stage.UNVERIFIED if self.left or self.todo else Stage.VERIFIED


class Override:
    """A hole in a stop: so many lots of one position may still be reduced until then; until 0: not approved yet."""

    __slots__ = ("account", "approved_by", "asked_at", "asked_by", "for_ns", "instrument", "left", "number", "until", "why")

    def __init__(
        self, number: int, account: int, instrument: int, left: int, for_ns: int, asked_by: str, why: str, asked_at: int
    ) -> None:
        self.number: int = number
        self.account: int = account
        self.instrument: int = instrument
        self.left: int = left
        self.for_ns: int = for_ns
        self.asked_by: str = asked_by
        self.why: str = why
        self.asked_at: int = asked_at
        self.approved_by: str = ""
        self.until: int = 0

    def lets(self, account: int, instrument: int, qty: int) -> bool:
        return self.until > 0 and self.account == account and self.instrument == instrument and qty <= self.left


class KillSwitch:
    """stops: what is stopped or on its way back, by the scope's text. generation counts engagements of whatever scope, over
    restarts; source: who or what engaged or released last, in words. kept: orders whose cancel the market's phase forbids, and
    their instruments. unsettled: instruments in which steps of cancels have not been followed up. due: its next deadline.
    triggers by number, notes: what they remember. capital: see SetStopping. overrides: holes in the stops, by number. passing: the
    order that is being sent to flatten, within its own step."""

    __slots__ = (
        "cancels", "cap_bp", "capital", "due", "generation", "kept", "notes", "overrides", "passing", "request_ns", "source", "stops",
        "triggers", "unsettled", "verify_ns",
    )

    def __init__(self) -> None:
        self.stops: dict[str, Stop] = {}
        self.generation: int = 0
        self.source: str = ""
        self.kept: dict[int, int] = {}
        self.unsettled: list[int] = []
        self.request_ns: int = REQUEST_NS
        self.cap_bp: int = CAP_BP
        self.cancels: int = CANCELS
        self.verify_ns: int = VERIFY_NS
        self.due: int = NEVER
        self.capital: int = 0
        self.triggers: dict[int, SetTrigger] = {}
        self.notes = Notes()
        self.overrides: dict[int, Override] = {}
        self.passing: str = ""

    @property
    def engaged(self) -> bool:
        """Whether anything is blocked, of whatever scope."""
        return any(stop.stage >= BLOCKED for stop in self.stops.values())

    def put(self, text: str, generation: int, source: str, stage: Stage) -> Stop:
        """A scope's stop, new or engaged anew; a text that names no scope is everything's."""
        scope = scope_of(text)
        stop = self.stops.get(scope.text)
        if stop is None:
            stop = self.stops[scope.text] = Stop(scope, generation, source, stage)
        stop.generation, stop.source, stop.stage = generation, source, stage
        stop.holds, stop.round, stop.tried = False, 0, []
        stop.forget_request()
        return stop

    def lift(self, stop: Stop) -> None:
        del self.stops[stop.text]

    def in_turn(self) -> list[Stop]:
        """Oldest engagement first; of those that a start found in the latch at once, and that share a number, by name."""
        return sorted(self.stops.values(), key=_turn)

    def stage_for(
        self, owner: Owner, account: int, instrument: Instrument | None, client_order_id: str = "", id: int = 0
    ) -> Stage:
        """The worst over the scopes of an order with these names."""
        worst = Stage.RELEASED
        for stop in self.stops.values():
            if stop.stage > worst and meant(stop.scope, owner, account, id, client_order_id, instrument):
                worst = stop.stage
        return worst

    def lets_through(self, account: int, instrument: int, client_order_id: str, qty: int) -> bool:
        """Of an order that reduces: whether flattening, or an override, lets it pass whatever is stopped."""
        if self.passing and client_order_id == self.passing:
            return True
        return any(override.lets(account, instrument, qty) for override in self.overrides.values())

    def refusal(self, stage: Stage, reduces: bool, qty: int, max_qty: int, grows: bool = True) -> Refused | None:
        """What the gate must answer for a request in this stage. reduces: it brings the position nearer to zero, with everything
        else that is open on its side. max_qty: the limit's. grows: False for a replace that only takes quantity off."""
        if stage >= BLOCKED:
            return STOPPED
        if stage is Stage.REDUCE_ONLY and grows and not reduces:
            return (Reason.REDUCE_ONLY, 0, qty)
        if stage is Stage.CAPPED and grows:
            most = max(max_qty * self.cap_bp // BASIS_POINTS, 1)
            if qty > most and not reduces:
                return (Reason.CAPPED_SIZE, most, qty)
        return None


def scope_of(text: str) -> Scope:
    """What cannot be read is everything."""
    try:
        return parse_scope(text)
    except ValueError:
        return EVERYTHING


def reduces(side: Side, qty: int, position: int, open_same_side: int) -> bool:
    """Whether the position, were all of this side filled, is nearer to zero and not beyond it."""
    return qty + open_same_side <= (position if side is SELL else -position)


def sound(c: SetStopping) -> bool:
    in_time = 0 < c.request_ns <= LONGEST_NS and 0 < c.verify_ns <= LONGEST_NS
    return in_time and 0 < c.cap_bp <= BASIS_POINTS and 0 < c.cancels <= CANCELS and c.capital >= 0


def take_settings(kill: KillSwitch, c: SetStopping) -> None:
    kill.request_ns, kill.cap_bp, kill.cancels, kill.verify_ns = c.request_ns, c.cap_bp, c.cancels, c.verify_ns
    kill.capital = c.capital


def _turn(stop: Stop) -> tuple[int, str]:
    return stop.generation, stop.text
