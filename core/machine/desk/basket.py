"""Several orders judged as one: a basket, or the legs of an OCO. All pass the gate, or none is sent.

Every line is judged against the state as if the earlier ones were sent, so the limits hold for all of them together; the basket has a
ceiling of its own as well. Of the refusals the one that comes first in core.messages.reasons is told: it is the worst.
"""

from collections.abc import Callable
from typing import Final

from core.domain.limits import Rule
from core.domain.order import LINES, OwnOrder
from core.domain.units import OrderId
from core.machine.desk.funds import Unknown
from core.machine.desk.judge import LARGEST, Refusal
from core.machine.desk.oms import Approved, Oms
from core.machine.desk.risk import Gate
from core.messages.commands import PlaceOrder
from core.messages.origin import Origin
from core.messages.reasons import Reason

MOST_LINES: Final = 500
"""Chosen: beyond any list that a person can look through before sending it."""
MOST_WORTH: Final = LARGEST
"""Whatever the limits say: what the journal's integers hold. In exact money of one instrument, for currencies do not add up."""
RANK: Final = {int(reason): rank for rank, reason in enumerate(Reason)}

Judge = Callable[[OrderId, PlaceOrder], Approved | Refusal]


class Worst:
    """line: from 1; 0: the basket as a whole. refused: how many lines were."""

    __slots__ = ("line", "refusal", "refused")

    def __init__(self, line: int, refusal: Refusal, refused: int) -> None:
        self.line: int = line
        self.refusal = refusal
        self.refused: int = refused


def approve_all(oms: Oms, gate: Gate, judge: Judge, seq: int, first: int, orders: list[PlaceOrder]) -> list[Approved] | Worst:
    """The proofs, in order; the state is what it was before. first: number of the first line in its step."""
    if not 0 < len(orders) <= MOST_LINES:
        return Worst(0, Refusal(Reason.BASKET_LINES, MOST_LINES, len(orders)), 0)
    passed: list[Approved] = []
    worst: Worst | None = None
    refused = 0
    worth: dict[int, int] = {}
    for number, command in enumerate(orders, 1):
        gate.pending = len(passed)
        answer = judge(OrderId((first + number - 1) * LINES + seq), command)
        if isinstance(answer, Refusal):
            refused += 1
            if worst is None or RANK[int(answer.reason)] < RANK[int(worst.refusal.reason)]:
                worst = Worst(number, answer, 0)
            continue
        oms.register(answer.order)
        if answer.order.parent:
            oms.parents.reserve(answer.order)
        passed.append(answer)
        worth[command.instrument] = worth.get(command.instrument, 0) + _worth(answer)
    gate.pending = 0
    for answer in reversed(passed):
        oms.forget(answer.order)
        if answer.order.parent:
            oms.parents.release(answer.order)
    if worst is not None:
        worst.refused = refused
        return worst
    refusal = _ceiling(gate, [answer.order for answer in passed])
    if refusal is not None:
        return Worst(0, refusal, 0)
    total = max(worth.values())
    if total > MOST_WORTH:
        return Worst(0, Refusal(Reason.BASKET_WORTH, MOST_WORTH, min(total, MOST_WORTH * 4)), 0)
    return passed


def _ceiling(gate: Gate, orders: list[OwnOrder]) -> Refusal | None:
    """Several that were approved one by one, as one: the tightest ceiling that any of them meets."""
    instruments = gate.funds.venue.instruments
    lines = [gate.line(order.owner, order.account, instruments[order.instrument]) for order in orders]
    count = gate.table.tightest(lines, Rule.BASKET_LINES)
    if count is not None and len(orders) > count[0]:
        return Refusal(Reason.BASKET_LINES, count[0], len(orders), Rule.BASKET_LINES, count[1])
    worth = gate.table.tightest(lines, Rule.BASKET_WORTH)
    if worth is None:
        return None
    try:
        total = sum([gate.funds.value(instruments[order.instrument], order.qty * order.worth) for order in orders])
    except Unknown as unknown:
        return Refusal(unknown.reason)
    return Refusal(Reason.BASKET_WORTH, worth[0], total, Rule.BASKET_WORTH, worth[1]) if total > worth[0] else None


def _worth(approved: Approved) -> int:
    order, terms = approved.order, approved.terms
    trigger = terms.trigger if terms is not None else 0
    return order.qty * max(order.price, approved.protection, trigger)


def owned(order: PlaceOrder, origin: Origin | None) -> PlaceOrder:
    """A line or leg with its author. Never cut down by the gate: what hangs together has one quantity, or one list."""
    c = order
    return PlaceOrder(
        c.client_order_id, c.instrument, c.side, c.order_type, c.qty, c.price, c.time_in_force, c.account, c.terms, origin, c.parent,
        c.confirmed,
    )


def followed(origin: Origin | None, correlation: str) -> Origin:
    """The origin, with something that everything it causes can be found by."""
    if origin is None:
        return Origin(correlation=correlation)
    if origin.correlation:
        return origin
    return Origin(origin.person, origin.desk, origin.strategy, origin.signal, correlation, origin.session)
