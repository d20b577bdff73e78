"""What the gate is told: limits, accounts, rates, facts, restrictions, conditions, the trading day.

One function a command; each checks the whole command before it changes anything. Lowering a limit is immediate; raising one, taking
one away, or making a hard one soft needs a second person, and so does whatever comes to the same: more equity to measure by, a condition
that tightens less, the end of conservative mode. `carried` gives the commands that tell a new run's gate the same.
"""

from collections.abc import Callable
from typing import Any, Final

from core.domain.limits import FACTS, Rule
from core.domain.scope import ScopeKind
from core.domain.units import INT64_MAX, InstrumentId, OrderId
from core.machine.desk.funds import Unknown
from core.machine.desk.judge import ACCOUNTS
from core.machine.desk.limit_table import known_scope, limit_key
from core.machine.desk.risk import Gate
from core.messages.commands import SetLimits
from core.messages.events import Event, LimitsSet, RequestRefused
from core.messages.limits import (
    NO_LIMIT,
    BeginTradingDay,
    ChangeLimits,
    Condition,
    Enable,
    Limit,
    LimitChanged,
    Restrict,
    Restriction,
    RiskCommand,
    RiskTold,
    SetAccount,
    SetConservative,
    SetInstrumentFacts,
    SetRate,
    Tighten,
)
from core.messages.origin import Origin
from core.messages.reasons import Reason

LARGEST: Final = INT64_MAX // 4
TWO_LOOSEN: Final = 1
TWO_BEGIN_DAYS: Final = 2
"""From which rules of the gate on these take two people."""


def set_limits(gate: Gate, c: SetLimits, events: list[Event]) -> None:
    """The five that every instrument needs."""
    if min(c.max_order_qty, c.max_order_value, c.collar_bp, c.max_position, c.max_open_orders) <= 0:
        _refuse("set limits", Reason.BAD_LIMITS, events)
        return
    if c.origin is not None and not gate.signed_by and any(raises(gate, limit) for limit in five(c)):
        _refuse("set limits", Reason.NEEDS_SECOND_PERSON, events)
        return
    for limit in five(c):
        gate.table.put(limit)
    gate.limits[c.instrument] = c
    gate.renew()
    events.append(_limits_set(c))


def five(c: SetLimits) -> tuple[Limit, ...]:
    return (
        Limit(Rule.MAX_ORDER_QTY, c.max_order_qty, instrument=c.instrument),
        Limit(Rule.MAX_ORDER_VALUE, c.max_order_value, instrument=c.instrument),
        Limit(Rule.PRICE_COLLAR, c.collar_bp, instrument=c.instrument),
        Limit(Rule.MAX_POSITION, c.max_position, ScopeKind.ACCOUNT, instrument=c.instrument),
        Limit(Rule.MAX_OPEN_ORDERS, c.max_open_orders, instrument=c.instrument),
    )


def _change_limits(gate: Gate, c: ChangeLimits, events: list[Event]) -> None:
    for limit in c.limits:
        facts = FACTS[limit.rule]
        if not (NO_LIMIT <= limit.value <= LARGEST and 0 <= limit.window_ns <= LARGEST) or facts.windowed != (limit.window_ns > 0):
            _refuse("change limits", Reason.BAD_LIMITS, events)
            return
        if limit.value == NO_LIMIT and _needed(gate, limit):
            _refuse("change limits", Reason.BAD_LIMITS, events)
            return
        if not known_scope(limit) or (limit.instrument and limit.instrument not in gate.funds.venue.instruments):
            _refuse("change limits", Reason.UNKNOWN_SCOPE, events)
            return
    # A second name counts from the program itself, which has made sure of it, and from a request that two have signed.
    if not gate.signed_by and (c.origin is not None or not c.second) and any(raises(gate, limit) for limit in c.limits):
        _refuse("change limits", Reason.NEEDS_SECOND_PERSON, events)
        return
    _put(gate, c, events)


def _put(gate: Gate, c: ChangeLimits, events: list[Event]) -> None:
    by, second = gate.signed_by if gate.signed_by else (_person(c.origin), c.second if c.origin is None else "")
    for limit in c.limits:
        was = gate.table.put(limit)
        events.append(LimitChanged(limit, was, gate.table.version, by, second, c.why))
        if _needed(gate, limit):
            known = gate.limits[limit.instrument]
            now = [gate.table.value(one) for one in five(known)]
            gate.limits[limit.instrument] = changed = SetLimits(limit.instrument, *now)  # type: ignore[arg-type]
            events.append(_limits_set(changed))
    gate.renew()


def _needed(gate: Gate, limit: Limit) -> bool:
    """Whether it is one of the five of an instrument."""
    known = gate.limits.get(limit.instrument)
    return known is not None and any(limit_key(one) == limit_key(limit) for one in five(known))


def _limits_set(c: SetLimits) -> LimitsSet:
    return LimitsSet(c.instrument, c.max_order_qty, c.max_order_value, c.collar_bp, c.max_position, c.max_open_orders)


def raises(gate: Gate, limit: Limit) -> bool:
    """Whether it lets something through that is stopped now. A limit of nobody yet only lowers."""
    now = gate.table.value(limit)
    if now == NO_LIMIT:
        return False
    if limit.value == NO_LIMIT or limit.value > now:
        return True
    # Of what is measured within a window a shorter one sees less.
    return gate.funds.rules >= TWO_LOOSEN and limit.window_ns < gate.table.rows[limit_key(limit)].limit.window_ns


def _set_account(gate: Gate, c: SetAccount, events: list[Event]) -> None:
    if not 0 < c.account < ACCOUNTS or not 0 <= c.cash <= LARGEST:
        _refuse("set account", Reason.UNKNOWN_ACCOUNT, events)
        return
    known = gate.funds.accounts.get(c.account)
    if known is not None and c.cash > known.cash and _alone(gate, c.origin):
        # Shares of the equity, and losses against it, would all weigh less.
        _refuse("set account", Reason.NEEDS_SECOND_PERSON, events)
        return
    gate.funds.accounts[c.account] = c
    gate.renew()
    _told(events, "account", f"{c.account} {c.name}".rstrip(), c.cash, c.origin, c.desk)


def _set_rate(gate: Gate, c: SetRate, events: list[Event]) -> None:
    if not c.currency or not (0 < c.numerator <= LARGEST and 0 < c.denominator <= LARGEST and 0 <= c.valid_ns <= LARGEST):
        _refuse("set rate", Reason.NO_RATE, events)
        return
    if c.base:
        gate.funds.base = c.currency
    else:
        gate.funds.rates[c.currency] = (c, gate.funds.at)
    gate.renew()
    _told(events, "base currency" if c.base else "rate", c.currency, c.numerator * 1_000_000 // c.denominator, c.origin, "")


def _set_facts(gate: Gate, c: SetInstrumentFacts, events: list[Event]) -> None:
    if c.instrument not in gate.funds.venue.instruments or not 0 <= c.daily_lots <= LARGEST:
        _refuse("set facts", Reason.UNKNOWN_INSTRUMENT, events)
        return
    gate.funds.facts[c.instrument] = c
    gate.renew()
    _told(events, "facts", f"{c.sector} {c.cluster}".strip(), c.daily_lots, c.origin, "")


def _restrict(gate: Gate, c: Restrict, events: list[Event]) -> None:
    if c.instrument and c.instrument not in gate.funds.venue.instruments:
        _refuse("restrict", Reason.UNKNOWN_INSTRUMENT, events)
        return
    key = (int(c.instrument), c.trader)
    if c.origin is not None and not gate.signed_by and c.restriction < gate.restrictions.get(key, Restriction.NONE):
        _refuse("restrict", Reason.NEEDS_SECOND_PERSON, events)
        return
    if c.restriction is Restriction.NONE:
        gate.restrictions.pop(key, None)
    else:
        gate.restrictions[key] = c.restriction
    _told(events, "restriction", c.restriction.name, c.instrument, c.origin, c.why)


def _enable(gate: Gate, c: Enable, events: list[Event]) -> None:
    gate.alike.settle()
    usage = gate.usages.get((int(c.kind), c.name))
    if usage is None or usage.is_idle:
        _refuse("enable", Reason.UNKNOWN_SCOPE, events)
        return
    usage.disabled = usage.filled_whole = 0
    gate.count_out()
    _told(events, "enabled", f"{c.kind.name.lower()} {c.name}", 0, c.origin, "")


def _set_conservative(gate: Gate, c: SetConservative, events: list[Event]) -> None:
    if gate.conditions.conservative and not c.on and _alone(gate, c.origin):
        _refuse("set conservative", Reason.NEEDS_SECOND_PERSON, events)
        return
    gate.conditions.conservative = c.on
    gate.conditions.why = c.why if c.on else ""
    _told(events, "conservative mode", "on" if c.on else "off", 0, c.origin, c.why)


def _begin_day(gate: Gate, c: BeginTradingDay, events: list[Event]) -> None:
    if gate.funds.rules >= TWO_BEGIN_DAYS and _alone(gate, c.origin):
        # The day's loss counts anew: who has lost must not be the one who says that the day is over.
        _refuse("begin trading day", Reason.NEEDS_SECOND_PERSON, events)
        return
    gate.day_ends = sorted([int(at) for at in c.ends if at > gate.funds.at])
    _new_day(gate, c.day, c.origin, events)


def roll_day(gate: Gate, events: list[Event]) -> None:
    """The trading day's end has come."""
    ended = gate.day_ends.pop(0)
    _new_day(gate, f"after {ended}", None, events)


def _new_day(gate: Gate, day: str, origin: Origin | None, events: list[Event]) -> None:
    gate.alike.settle()
    for usage in gate.usages.values():
        try:
            usage.day_result = gate.funds.result(usage)
        except Unknown:
            # Without a mark the day goes on from where it began.
            continue
        for held in usage.held.values():
            held.messages = held.trades = held.ordered = held.traded = 0
    # Counts that begin anew come to a limit sooner than those before them.
    gate.table.stood += 1
    _told(events, "trading day", day, 0, origin, "")


def _tighten(gate: Gate, c: Tighten, events: list[Event]) -> None:
    if not 1 <= c.percent <= 100 or c.threshold < 0 or c.until < 0 or not 0 <= c.window_ns <= LARGEST:
        _refuse("tighten", Reason.BAD_LIMITS, events)
        return
    key = (int(c.rule), int(c.condition))
    if _alone(gate, c.origin) and _loosens(gate.conditions.tightenings.get(key), c):
        _refuse("tighten", Reason.NEEDS_SECOND_PERSON, events)
        return
    if c.percent == 100:
        gate.conditions.tightenings.pop(key, None)
    else:
        gate.conditions.tightenings[key] = c
    gate.renew()
    _told(events, "tighten", f"{c.rule.name.lower()} by {c.condition.name.lower()}", c.percent, c.origin, "")


def _loosens(now: Tighten | None, c: Tighten) -> bool:
    """Another condition holds less often than the one there is, unless its threshold alone is lower."""
    if now is None:
        return False
    as_often = c.threshold == now.threshold if c.condition is Condition.TIME_OF_DAY else c.threshold <= now.threshold
    return c.percent > now.percent or not as_often or c.until != now.until or c.window_ns != now.window_ns


def _alone(gate: Gate, origin: Origin | None) -> bool:
    """One person, and nobody has signed with them, where that takes two."""
    return gate.funds.rules >= TWO_LOOSEN and origin is not None and not gate.signed_by


INSTRUCTIONS: Final[dict[Any, Callable[[Gate, Any, list[Event]], None]]] = {
    SetLimits: set_limits,
    ChangeLimits: _change_limits,
    SetAccount: _set_account,
    SetRate: _set_rate,
    SetInstrumentFacts: _set_facts,
    Restrict: _restrict,
    Enable: _enable,
    SetConservative: _set_conservative,
    BeginTradingDay: _begin_day,
    Tighten: _tighten,
}


def carried(gate: Gate) -> tuple[RiskCommand, ...]:
    """Everything the gate was told and still holds, but for SetLimits, as commands for a new run."""
    funds = gate.funds
    fives = [limit_key(limit) for c in gate.limits.values() for limit in five(c)]
    rest = tuple([gate.table.rows[key].limit for key in sorted(gate.table.rows) if key not in fives])
    told: list[RiskCommand] = [funds.accounts[account] for account in sorted(funds.accounts)]
    if funds.base:
        told.append(SetRate(funds.base, base=True))
    told += [funds.rates[currency][0] for currency in sorted(funds.rates)]
    told += [funds.facts[instrument] for instrument in sorted(funds.facts)]
    for key in sorted(gate.restrictions):
        told.append(Restrict(gate.restrictions[key], InstrumentId(key[0]), key[1]))
    for condition in sorted(gate.conditions.tightenings):
        told.append(gate.conditions.tightenings[condition])
    if rest:
        told.append(ChangeLimits(rest, "carried over"))
    if gate.conditions.conservative:
        told.append(SetConservative(True, gate.conditions.why))
    return tuple(told)


def carry(gate: Gate, commands: tuple[RiskCommand, ...], events: list[Event]) -> None:
    """A new run begins with them. They were judged when they were given; the instruments they name are listed later."""
    for c in commands:
        if isinstance(c, ChangeLimits):
            _put(gate, c, events)
        elif isinstance(c, SetInstrumentFacts):
            gate.funds.facts[c.instrument] = c
        elif isinstance(c, Restrict):
            gate.restrictions[(int(c.instrument), c.trader)] = c.restriction
        else:
            INSTRUCTIONS[type(c)](gate, c, events)


def _person(origin: Origin | None) -> str:
    return origin.person if origin is not None else ""


def _told(events: list[Event], what: str, name: str, value: int, origin: Origin | None, why: str) -> None:
    events.append(RiskTold(what, name, value, _person(origin), why))


def _refuse(request: str, reason: Reason, events: list[Event]) -> None:
    events.append(RequestRefused(request, OrderId(0), reason, 0, 0))
