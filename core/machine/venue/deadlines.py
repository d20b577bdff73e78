"""Which deadlines something still waits for. They follow from the rest of the exchange, so its written form leaves them out.

Decided here: an order that is done, a phase that was left, a schedule that was replaced takes its deadline along: no time passes
for nothing. The head of the heap is dropped in the step that made it idle; behind it idle entries lie until they surface, or
until there are more of them than of the others.
Deliberately absent: what a deadline does when it comes.
"""

from typing import Any, Final

from core.machine.timers import ARRIVAL, EXPIRY, INDICATIVE, LIMIT_STATE, PHASE_END, SCHEDULE, Timers
from core.machine.venue.market import Market

Deadline = tuple[int, int, int, int]
Arrivals = list[tuple[int, int, Any]]
"""(arrives at, number, message), as a heap."""

SLACK: Final = 1000
"""Idle entries beyond twice the others before the heap is made anew."""


def waited_for(deadline: Deadline, markets: dict[int, Market], arrivals: Arrivals) -> bool:
    at, kind, instrument, token = deadline
    if kind == ARRIVAL:
        return bool(arrivals) and arrivals[0][0] <= at
    m = markets.get(instrument)
    if m is None:
        return False
    if kind == EXPIRY:
        order = m.book.orders.get(token)
        return order is not None and order.special is not None and order.special.expires_at == at
    if kind == LIMIT_STATE:
        return m.limit_since == token and at == token + m.rules.limit_state_ns
    if kind == PHASE_END:
        return m.ends_at == token
    if kind == INDICATIVE:
        return m.indicative_due == token
    assert kind == SCHEDULE
    return any(entry[0] == token for entry in m.schedule)


def prune(timers: Timers, markets: dict[int, Market], arrivals: Arrivals) -> None:
    """At the end of a step."""
    heap = timers.heap
    while heap and not waited_for(heap[0], markets, arrivals):
        timers.drop()
    if len(heap) > timers.most:
        timers.keep([deadline for deadline in heap if waited_for(deadline, markets, arrivals)])
        timers.most = 2 * len(timers.heap) + SLACK


def all_of(markets: dict[int, Market], arrivals: Arrivals) -> list[Deadline]:
    """Every one, in any order."""
    found: list[Deadline] = [(at, ARRIVAL, 0, number) for at, number, _ in arrivals]
    for instrument, m in markets.items():
        for order in m.book.orders.values():
            if order.special is not None and order.special.expires_at:
                found.append((order.special.expires_at, EXPIRY, instrument, order.id))
        found += [(at, SCHEDULE, instrument, at) for at, _ in m.schedule]
        if m.ends_at:
            found.append((m.ends_at, PHASE_END, instrument, m.ends_at))
        if m.limit_since:
            found.append((m.limit_since + m.rules.limit_state_ns, LIMIT_STATE, instrument, m.limit_since))
        if m.indicative_due:
            found.append((m.indicative_due, INDICATIVE, instrument, m.indicative_due))
    return found
