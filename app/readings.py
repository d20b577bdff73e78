"""What panels need to know that no entry tells, read off the machine in the core's thread while the panel looks. Changes nothing."""

from core.domain.instrument import Instrument
from core.domain.limits import LADDER, Rule
from core.domain.scope import ScopeKind
from core.machine.desk.gauges import Gauges
from core.machine.desk.worth import capital
from core.machine.state import State
from core.messages.reasons import Reason
from core.messages.stopping import SetTrigger
from core.projections.group_pictures import MOST_GROUPS, MOST_OVER, GroupReading, GroupsReading, LegReading, ParentReading
from core.projections.pictures import AccountFunds
from core.projections.risk_pictures import (
    MOST_GAUGES,
    AccountRow,
    ExposureRow,
    GaugeRow,
    Reading,
    RestrictionRow,
    TakenOut,
    TighteningRow,
)


def risk(state: State, shut: tuple[ScopeKind, ...], at: int) -> Reading:
    """The limits of every rung that is not shut, with their uses; exposures, accounts, and what stands in the way."""
    gate = state.gate
    gauges = Gauges(gate, max(at, state.at))
    kinds = tuple(int(kind) for kind in LADDER if kind not in shut)
    found, left = gauges.readings(kinds, MOST_GAUGES)
    listed = gate.funds.venue.instruments
    counts = dict.fromkeys(LADDER, 0)
    for row in gate.table.rows.values():
        counts[row.limit.kind] += 1
    return Reading(
        gate.funds.base,
        tuple(
            GaugeRow(limit, percent, ScopeKind(kind), name, listed.get(of), used, Reason(why) if why else None, told)
            for limit, percent, kind, name, of, used, why, told in found
        ),
        left,
        tuple((kind, count) for kind, count in counts.items() if count),
        _exposures(gauges, listed),
        _accounts(gauges),
        tuple(TighteningRow(told, where) for told, where in gauges.tightenings()),
        tuple(RestrictionRow(listed.get(id), trader, restriction) for id, trader, restriction in gauges.restrictions()),
        tuple(TakenOut(ScopeKind(kind), name, Rule(rule), count) for kind, name, rule, count in gauges.taken_out()),
        gate.conditions.conservative, gate.conditions.why, tuple(row.limit for row in gate.table.rows.values()),
    )


def funds(state: State) -> tuple[str, tuple[AccountFunds, ...]]:
    """The base currency, and what the gate measures losses of each account by."""
    gauges = Gauges(state.gate, state.at)
    uses: dict[str, int] = {}
    for limit, percent, _, name, _, used, _, _ in gauges.readings((int(ScopeKind.ACCOUNT),), MOST_GAUGES)[0]:
        counts = limit.value * percent // 100
        if limit.rule is Rule.DAILY_LOSS and used is not None and counts:
            uses[name] = max(uses.get(name, 0), max(used, 0) * 100 // counts)
    return state.gate.funds.base, tuple(
        AccountFunds(int(row.account), row.cash or None, row.equity if row.cash else None, row.day_result, uses.get(row.account))
        for row in _accounts(gauges)
    )


def triggers(state: State) -> tuple[tuple[SetTrigger, ...], int]:
    """The table by number, and what losses are measured against."""
    table = state.kill.triggers
    return tuple(table[number] for number in sorted(table)), capital(state)


def groups(state: State) -> GroupsReading:
    """Linked orders and parents: those that are not over, the newest first, and a few of the last that are."""
    going: list[GroupReading] = []
    over: list[GroupReading] = []
    left = 0
    known = state.groups.known
    for id in reversed(known):
        group = known[id]
        into, most = (over, MOST_OVER) if group.closed else (going, MOST_GROUPS)
        if len(into) < most:
            legs = tuple(
                LegReading(leg.command, tuple(leg.orders), leg.held, leg.trigger, leg.fired, leg.lost) for leg in group.legs
            )
            into.append(GroupReading(id, group.kind, group.qty, group.done, group.closed, legs))
        elif not group.closed:
            left += 1
    parents: list[ParentReading] = []
    ended: list[ParentReading] = []
    for id in reversed(state.oms.parents.known):
        one = state.oms.parents.known[id]
        row = ParentReading(id, one.client_order_id, int(one.instrument), one.side, one.qty, one.open, one.filled, one.state, one.account)
        is_over = (one.done or one.filled >= one.qty) and not one.open
        if len(ended if is_over else parents) < (MOST_OVER if is_over else MOST_GROUPS):
            (ended if is_over else parents).append(row)
        elif not is_over:
            left += 1
    return GroupsReading((*going, *over), (*parents, *ended), left)


def _exposures(gauges: Gauges, listed: dict[int, Instrument]) -> tuple[ExposureRow, ...]:
    return tuple(
        ExposureRow(name, listed[id], qty, buy, sell, net, long, short, worth)
        for name, id, qty, buy, sell, net, long, short, worth in gauges.holdings()
    )


def _accounts(gauges: Gauges) -> tuple[AccountRow, ...]:
    rows = []
    for account, name, desk, cash, result, best, day, loss_bp, down_bp in gauges.worths():
        equity = None if result is None else cash + result
        highest = cash + max(best, result or 0)
        rows.append(AccountRow(account, name, desk, cash, equity, highest, None if result is None else result - day, loss_bp, down_bp))
    return tuple(rows)
