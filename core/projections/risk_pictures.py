"""The risk panel's pictures. VALUE is millionths of the base currency, BP hundredths of a percent, times UTC nanoseconds; None: not
known, shown as no value."""

import msgspec

from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.domain.roles import Role
from core.domain.scope import ScopeKind
from core.messages.limits import Limit, Restriction, Tighten
from core.messages.reasons import Reason
from core.projections.answers import Answer
from core.projections.results import EquityPicture

MOST_GAUGES = 200
"""Uses measured for one picture. Chosen: 2 ms of the core's time in plain Python (9.5 us a use, measured), and more than a screen holds."""


class RiskLook(msgspec.Struct, frozen=True):
    """shut: rungs whose limits are not to be measured now. curve: version of the equity curve that is drawn; None: it is not wanted."""

    version: int = -1
    shut: tuple[ScopeKind, ...] = ()
    curve: int | None = None


class GaugeRow(msgspec.Struct, frozen=True, gc=False):
    """One limit in force and one use of it. percent: of the limit's value that counts now. kind, name: whose use. instrument: where it
    is measured, None: everywhere at once. used: in the rule's unit, None: none between orders, or not known; unknown: why not. told:
    percent at which it was last told."""

    limit: Limit
    percent: int
    kind: ScopeKind
    name: str
    instrument: Instrument | None
    used: int | None
    unknown: Reason | None
    told: int

    @property
    def counts(self) -> int:
        """The value that an order is judged by now."""
        return self.limit.value * self.percent // 100


class ExposureRow(msgspec.Struct, frozen=True, gc=False):
    """qty, buy, sell: lots held, and open. net: VALUE of what is held; long, short: of what it comes to when everything open on that side
    is filled, each below 0 when it stays on the other side; open_worth: of the open orders at their worst prices."""

    account: str
    instrument: Instrument
    qty: int
    buy: int
    sell: int
    net: int | None
    long: int | None
    short: int | None
    open_worth: int | None

    @property
    def gross(self) -> int | None:
        """The worst case, whichever side it is on."""
        return None if self.long is None or self.short is None else max(self.long, self.short, 0)


class AccountRow(msgspec.Struct, frozen=True, gc=False):
    """VALUE. equity: cash and what was won or lost in the run; highest: of the run."""

    account: str
    name: str
    desk: str
    cash: int
    equity: int | None
    highest: int
    day_result: int | None
    day_loss_bp: int | None
    drawdown_bp: int | None


class TighteningRow(msgspec.Struct, frozen=True):
    """where: it holds now, in words; empty: nowhere."""

    told: Tighten
    where: tuple[str, ...]


class RestrictionRow(msgspec.Struct, frozen=True):
    instrument: Instrument | None
    trader: str
    restriction: Restriction


class TakenOut(msgspec.Struct, frozen=True):
    """A scope that trades no more until a person enables it. count: orders filled whole since a person last did."""

    kind: ScopeKind
    name: str
    rule: Rule
    count: int


class Reading(msgspec.Struct, frozen=True):
    """What was read off the machine at one moment. unmeasured: uses that were left out. standing: every limit in force, measured or
    not."""

    base: str
    gauges: tuple[GaugeRow, ...]
    unmeasured: int
    limits: tuple[tuple[ScopeKind, int], ...]
    exposures: tuple[ExposureRow, ...]
    accounts: tuple[AccountRow, ...]
    tightenings: tuple[TighteningRow, ...]
    restrictions: tuple[RestrictionRow, ...]
    taken_out: tuple[TakenOut, ...]
    conservative: bool
    why_conservative: str
    standing: tuple[Limit, ...] = ()


class Changed(msgspec.Struct, frozen=True):
    """The last change of a limit. was: NO_LIMIT when there was none."""

    at: int
    limit: Limit
    was: int
    by: str
    second: str
    why: str


class RiskPicture(msgspec.Struct, frozen=True):
    """waiting: limits that somebody asked to raise. denied: the last request about limits that was refused, until something changes.
    curve: only when it was asked for and moved; of the base currency, if anything was won or lost in it. day_began: session time. roles:
    of who is signed in, none while locked. answers: to what was asked for last."""

    version: int
    at: int
    reading: Reading
    instruments: tuple[Instrument, ...]
    changed: Changed | None
    waiting: tuple[Limit, ...]
    denied: Reason | None
    curve: EquityPicture | None
    day_began: int
    person: str
    roles: tuple[Role, ...]
    answers: tuple[Answer, ...] = ()
