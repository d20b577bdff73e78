"""The kill switch's pictures. Prices are price units, quantities lots, money exact, times UTC nanoseconds; 0 in a time: not yet."""

from enum import IntEnum

import msgspec

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.domain.scope import EVERYTHING
from core.domain.stages import BLOCKED, Stage
from core.messages.reasons import Reason
from core.messages.rejections import Rejection


class StopRow(msgspec.Struct, frozen=True, gc=False):
    """One scope that is stopped or on its way back. hit: orders that it found open; left: of those, not known to be gone.
    blocked_at, cancelled_at, verified_at: session time at which new orders were refused, the last cancel was asked for, none was
    left. asked_by, why: of a request for release; approved_by: of the way back. cancelled, refused: orders of the scope that the switch
    cancelled, and requests that it blocked, since the engagement."""

    scope: str
    generation: int
    source: str
    who: str
    stage: Stage
    hit: int
    left: int
    blocked_at: int
    cancelled_at: int
    verified_at: int
    asked_by: str = ""
    why: str = ""
    approved_by: str = ""
    cancelled: int = 0
    refused: int = 0

    @property
    def blocks(self) -> bool:
        return self.stage >= BLOCKED


class Rehearsed(msgspec.Struct, frozen=True, gc=False):
    """A rehearsal against a shadow of the machine. at: wall clock. times in nanoseconds: from the trip to the first refused order, to
    the last cancel, to the proof that none is left. problem: what went wrong, empty: nothing."""

    at: int
    orders: int
    block_ns: int
    cancel_ns: int
    verify_ns: int
    problem: str = ""


class Rehearse(msgspec.Struct, frozen=True):
    """Asked by the panel, of whoever rehearses; no message of the core."""


class Opening(msgspec.Struct, frozen=True, gc=False):
    """An override: so many lots of one position may pass until then. until 0: not approved yet."""

    number: int
    instrument: int
    left: int
    until: int
    asked_by: str
    why: str


class Holding(msgspec.Struct, frozen=True, gc=False):
    """What one account has of one instrument, in lots. No account's position offsets another's: flattening closes each with orders of its
    own. cost: what that would lose against the middle, exact money; 0 where nobody asked."""

    instrument: Instrument
    qty: int
    account: int = 1
    cost: int = 0


class KillPicture(msgspec.Struct, frozen=True):
    """at: session time of the last change. Of the widest stop: source; orders_hit: open orders when it was engaged; cancelled: how many
    of its scope are confirmed gone; refused_since: requests of its scope blocked since. open_orders and worth (exact money by
    instrument; an order without a limit counts at its trigger): what engaging would cancel now. held: positions, none that is
    flat: engaging closes none. stops: scope by scope, the widest first. engaged: something is blocked.
    denied: why the last request about the switch was refused, until something changes. tested: the newest rehearsal. openings: the
    overrides."""

    version: int
    engaged: bool
    generation: int
    source: str
    at: int
    orders_hit: int
    cancelled: int
    refused_since: int
    open_orders: int
    worth: tuple[tuple[Instrument, int], ...]
    held: tuple[Holding, ...]
    stops: tuple[StopRow, ...] = ()
    denied: Reason | None = None
    tested: Rehearsed | None = None
    openings: tuple[Opening, ...] = ()

    @property
    def blocked(self) -> tuple[StopRow, ...]:
        """What lets nothing new pass, the widest first."""
        return tuple(row for row in self.stops if row.blocks)

    @property
    def whole(self) -> bool:
        """Everything is stopped. What is engaged and does not say of which scope counts as that."""
        blocked = self.blocked
        return self.engaged and (not blocked or any(row.scope == EVERYTHING.text for row in blocked))

    @property
    def part(self) -> bool:
        """Something is stopped, and the rest goes on."""
        return self.engaged and not self.whole


class BlastLook(msgspec.Struct, frozen=True):
    version: int = -1


class BlastRow(msgspec.Struct, frozen=True, gc=False):
    """values: exact money of the open orders, by instrument. frozen: of the orders, those that the market's phase keeps from being
    cancelled now. held: its positions, with what flattening them one after the other would lose; short: lots that the displayed book
    does not hold."""

    scope: str
    orders: int
    values: tuple[tuple[Instrument, int], ...]
    frozen: int
    held: tuple[Holding, ...]
    short: int


class Fate(IntEnum):
    WAITING = 0
    """Its cancel is about to be asked for, or was and is not answered yet."""
    CANCELLED = 1
    FILLED = 2
    OTHERWISE = 3
    """Gone for another reason."""
    REFUSED = 4
    UNKNOWN = 5
    """Asked for, and no answer in time."""


class FateRow(msgspec.Struct, frozen=True, gc=False):
    order_id: int
    name: str
    instrument: Instrument | None
    side: Side
    leaves: int
    fate: Fate
    attempts: int
    reason: Rejection | None = None


class BlastPicture(msgspec.Struct, frozen=True):
    """rows: by scope, widest first. hit_...: the last stop that found orders; counts: of its orders, by Fate; fates: stragglers
    first, a screenful. flatten_...: the last flattening. kill: the switch itself."""

    version: int
    rows: tuple[BlastRow, ...]
    hit_scope: str
    hit_generation: int
    hit: int
    counts: tuple[int, ...]
    fates: tuple[FateRow, ...]
    flatten_scope: str
    flatten_left: int
    flatten_going: bool
    kill: KillPicture | None = None
