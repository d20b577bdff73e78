"""What the risk gate is told, and what it tells: limits, accounts, rates, restrictions. Each is in the journal with who and why.

VALUE is millionths of the base currency, BP hundredths of a percent, times are session nanoseconds.
"""

from enum import IntEnum

import msgspec

from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.domain.units import InstrumentId, Nanos, OrderId, Qty
from core.messages.origin import Origin

NO_LIMIT = -1


class Limit(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One limit. value: in the rule's unit; NO_LIMIT takes it away. instrument 0: any. name empty with a kind other than everything:
    each one of that kind for itself. soft: may be passed by an order whose author types the number that would be reached.
    window_ns: of rules that look back.."""

    rule: Rule
    value: int
    kind: ScopeKind = ScopeKind.EVERYTHING
    name: str = ""
    instrument: InstrumentId = InstrumentId(0)
    soft: bool = False
    window_ns: Nanos = Nanos(0)


class Restriction(IntEnum):
    NONE = 0
    REDUCE_ONLY = 1
    CLOSED = 2
    """Nothing new at all. Cancels pass."""


class Condition(IntEnum):
    """What tightens a limit by itself."""

    VOLATILITY = 0
    """Range of the market's trades within window_ns, BP."""
    SPREAD = 1
    """Best offer less best bid against their middle, BP."""
    DRAWDOWN = 2
    """Of the order's account, BP of its highest equity."""
    TIME_OF_DAY = 3
    """Session time of the day, UTC, at or after threshold and before until."""


# commands -----------------------------------------------------------------------------------------------------------------


class ChangeLimits(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=160):
    """All of them or none. Lowering one is immediate; raising or taking one away needs `second`, another person's approval."""

    limits: tuple[Limit, ...]
    why: str = ""
    second: str = ""
    origin: Origin | None = None


class SetAccount(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=161):
    """cash: VALUE that the account has when a run begins, before anything it wins or loses. desk: it belongs to."""

    account: int
    name: str = ""
    cash: int = 0
    desk: str = ""
    origin: Origin | None = None


class SetRate(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=162):
    """One unit of currency is numerator / denominator of the base currency. valid_ns: for how long; 0: until told otherwise.
    The base currency itself is told with base=True and needs no rate."""

    currency: str
    numerator: int = 1
    denominator: int = 1
    valid_ns: Nanos = Nanos(0)
    base: bool = False
    origin: Origin | None = None


class SetInstrumentFacts(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=163):
    """What limits need to know of an instrument that its venue does not say. daily_lots: average daily volume, 0: not known."""

    instrument: InstrumentId
    sector: str = ""
    cluster: str = ""
    daily_lots: Qty = Qty(0)
    origin: Origin | None = None


class Restrict(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=164):
    """instrument 0: every one; trader empty: everybody."""

    restriction: Restriction
    instrument: InstrumentId = InstrumentId(0)
    trader: str = ""
    why: str = ""
    origin: Origin | None = None


class Enable(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=165):
    """A person looked, and lets a scope that a rule disabled trade again."""

    kind: ScopeKind
    name: str
    origin: Origin | None = None


class SetConservative(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=166):
    """Half sizes and no new instruments, while something that risk is judged by is not as it should be."""

    on: bool
    why: str = ""
    origin: Origin | None = None


class BeginTradingDay(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=167):
    """Losses of the day count from here. day: as people call it. ends: when this day and the next ones end; the machine begins the
    following one by itself, and names it by its number."""

    day: str
    ends: tuple[Nanos, ...] = ()
    origin: Origin | None = None


class Tighten(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=168):
    """While the condition holds, limits of the rule count percent of what they are set to: never more than that. percent 100:
    no such rule any more. threshold, until: as the condition measures."""

    rule: Rule
    condition: Condition
    threshold: int
    percent: int
    window_ns: Nanos = Nanos(0)
    until: int = 0
    origin: Origin | None = None


RiskCommand = (
    ChangeLimits | SetAccount | SetRate | SetInstrumentFacts | Restrict | Enable | SetConservative | BeginTradingDay | Tighten
)


# events -------------------------------------------------------------------------------------------------------------------


class LimitChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=170):
    """version: counts every change of the table since the run began. was: the value before, NO_LIMIT when there was none."""

    limit: Limit
    was: int
    version: int
    by: str
    second: str
    why: str


class LimitWarning(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=171):
    """A limit's use has come to percent (50, 75, 90, 100) of it. 100: it is reached, and whatever would exceed it is refused.
    scope: whose use, in words."""

    rule: Rule
    scope: str
    instrument: InstrumentId
    percent: int
    used: int
    value: int


class OrderModified(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=172):
    """The gate sent less than was asked, as the order allowed. qty: what goes on; asked: what was wanted; rule: why."""

    order_id: OrderId
    asked: Qty
    qty: Qty
    rule: Rule


class ScopeDisabled(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=173):
    """A rule has taken a scope out until a person enables it."""

    kind: ScopeKind
    name: str
    rule: Rule
    used: int
    value: int


class RiskTold(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=174):
    """An account, rate, restriction, mode or day was set: in words, as the journal's reader needs it."""

    what: str
    name: str
    value: int
    by: str
    why: str


RiskEvent = LimitChanged | LimitWarning | OrderModified | ScopeDisabled | RiskTold
