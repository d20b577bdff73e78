"""The gate as rows, and back: what decides, in an order that does not depend on how it came about.

What was only looked at, and holds nothing, is left out: a refused order leaves no trace.
"""

from collections import deque
from typing import Any

from core.domain.holding import Holding
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.machine.desk.limit_table import Row, UseKey, limit_key
from core.machine.desk.risk import Gate
from core.machine.desk.scopes import hold, sized_by
from core.machine.desk.windows import Messages, Prices
from core.messages.commands import SetLimits
from core.messages.limits import Limit, Restriction, SetAccount, SetInstrumentFacts, SetRate, Tighten
from core.messages.packing import message_of


def rows(gate: Gate) -> tuple[Any, ...]:
    table, funds, conditions, watch = gate.table, gate.funds, gate.conditions, gate.watch
    # Of the machine's last step, not of the gate's own: a question in between lets go of what was too old by then.
    at = funds.venue.out.at
    return (
        (gate.no_space, gate.reducing_passes, [int(kind) for kind in gate.markets], gate.day_ends, gate.funds.rules),
        tuple(gate.limits[id] for id in sorted(gate.limits)),
        (table.version, tuple(table.rows[key].limit for key in sorted(table.rows))),
        tuple((list(use), table.tiers[use]) for use in sorted(table.tiers)),
        tuple(row for row in [_messages(use, m, at) for use, m in sorted(table.messages.items(), key=_by_key)] if row[2]),
        tuple((list(use), p.window_ns, p.last, list(p.parts)) for use, p in sorted(table.prices.items(), key=_by_key) if p.last),
        (
            funds.base, tuple(funds.accounts[id] for id in sorted(funds.accounts)),
            tuple((rate, at) for _, (rate, at) in sorted(funds.rates.items(), key=_by_key)),
            tuple(funds.facts[id] for id in sorted(funds.facts)),
        ),
        (conditions.conservative, conditions.why, tuple(one for _, one in sorted(conditions.tightenings.items(), key=_by_key))),
        tuple((list(key), gate.restrictions[key]) for key in sorted(gate.restrictions)),
        _usages(gate),
        (
            sorted(watch.news.items()), sorted(watch.marks.items()),
            tuple((id, [(p.window_ns, p.last, list(p.parts)) for p in watch.trades[id]]) for id in sorted(watch.trades)),
            watch.doubts.rows(),
        ),
    )


def _by_key(item: Any) -> Any:
    return item[0]


def _messages(use: UseKey, messages: Messages, at: int) -> tuple[Any, ...]:
    return list(use), messages.window_ns, messages.within(at)


def _usages(gate: Gate) -> tuple[Any, ...]:
    found = []
    gate.alike.settle()
    for key in sorted(gate.usages):
        usage = gate.usages[key]
        if not usage.is_idle:
            held = tuple(_holding(usage.held[id]) for id in sorted(usage.held) if usage.held[id].holds())
            numbers = (usage.orders, usage.filled_whole, usage.disabled, str(usage.day_result), str(usage.best_result))
            found.append((int(usage.kind), usage.name, numbers, held))
    return tuple(found)


def _holding(h: Holding) -> tuple[Any, ...]:
    # Money as text: a long day's may be more than 64 bits hold.
    return (
        h.instrument, h.qty, str(h.cash), str(h.fees), h.buy, h.sell, str(h.buy_worth), str(h.sell_worth), h.orders, h.messages, h.trades,
        h.ordered, h.traded, [str(size) for size in h.last_sizes()],
    )


def restore(gate: Gate, given: Any) -> None:
    flags, limits, (version, table_rows), tiers, messages, prices, funds, conditions, restrictions, usages, watch = given
    no_space, reducing_passes, markets, day_ends, gate.funds.rules = flags
    gate.no_space, gate.reducing_passes = no_space, reducing_passes
    gate.day_ends = list(day_ends)
    gate.markets = [ScopeKind(kind) for kind in markets]
    for raw in limits:
        one = message_of(raw, SetLimits)
        gate.limits[one.instrument] = one
    table = gate.table
    for raw in table_rows:
        limit = message_of(raw, Limit)
        table.rows[limit_key(limit)] = Row(limit_key(limit), limit)
    table.version = version
    for use, tier in tiers:
        table.tiers[tuple(use)] = tier
    for use, window_ns, entries in messages:
        table.messages[tuple(use)] = made = Messages(window_ns, use[0] == Rule.DUPLICATE_ORDER)
        for at, what, order in entries:
            made.add(at, what, tuple(order))
    for use, window_ns, last, parts in prices:
        table.prices[tuple(use)] = _prices(window_ns, last, parts)
    _restore_funds(gate, funds)
    gate.conditions.conservative, gate.conditions.why, tightenings = conditions
    for raw in tightenings:
        tighten = message_of(raw, Tighten)
        gate.conditions.tightenings[(int(tighten.rule), int(tighten.condition))] = tighten
    for key, restriction in restrictions:
        gate.restrictions[tuple(key)] = Restriction(restriction)
    _restore_usages(gate, usages)
    news, marks, trades, doubts = watch
    gate.watch.doubts.restore(doubts)
    gate.watch.news.update({int(id): int(at) for id, at in news})
    for id, kept in trades:
        gate.watch.trades[id] = [_prices(*one) for one in kept]
    gate.sized = sized_by(table)
    gate.renew()
    # Only now: renewing begins with the prices of this moment, which nobody may have heard yet.
    gate.watch.marks.clear()
    gate.watch.marks.update({int(id): int(price) for id, price in marks})


def _prices(window_ns: int, last: int, parts: Any) -> Prices:
    made = Prices(window_ns)
    made.last = last
    made.parts = deque([(begin, low, high) for begin, low, high in parts])
    made.settle(0)
    return made


def _restore_funds(gate: Gate, given: Any) -> None:
    base, accounts, rates, facts = given
    funds = gate.funds
    funds.base = base
    for raw in accounts:
        account = message_of(raw, SetAccount)
        funds.accounts[account.account] = account
    for raw, at in rates:
        rate = message_of(raw, SetRate)
        funds.rates[rate.currency] = (rate, at)
    for raw in facts:
        told = message_of(raw, SetInstrumentFacts)
        funds.facts[told.instrument] = told


def _restore_usages(gate: Gate, given: Any) -> None:
    for kind, name, (orders, filled_whole, disabled, day_result, best_result), held in given:
        usage = gate.usage(ScopeKind(kind), name)
        usage.orders, usage.filled_whole, usage.disabled = orders, filled_whole, disabled
        usage.day_result, usage.best_result = int(day_result), int(best_result)
        for row in held:
            h = usage.holding(row[0])
            _, h.qty, cash, fees, h.buy, h.sell, buy_worth, sell_worth, h.orders, h.messages, h.trades, h.ordered, h.traded, sizes = row
            h.cash, h.fees, h.buy_worth, h.sell_worth = int(cash), int(fees), int(buy_worth), int(sell_worth)
            for size in sizes:
                h.note_size(int(size))
    gate.count_out()
    for order in gate.oms.open.values():
        instrument = gate.funds.venue.instruments[order.instrument]
        hold(order, gate.line(order.owner, order.account, instrument))
    for order in gate.oms.closed.values():
        instrument = gate.funds.venue.instruments[order.instrument]
        hold(order, gate.line(order.owner, order.account, instrument))
