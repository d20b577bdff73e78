"""How an incoming order is shared out among a displayed level's orders, where the market is not first in, first out.

Q lots come in, D are displayed. Q >= D: all are filled, by rank. PRO_RATA: each gets floor(Q x its displayed / D), cut to the
lot, nothing when below the market's least share; what is left goes by rank, up to each one's displayed lots. SIZE_TIME: the
largest displayed first, equal ones by rank. One trade an order, in rank order (SIZE_TIME: in the order of allocation).
"""

from typing import Final

from core.domain.enums import Allocation
from core.machine.venue.book import Level, Resting
from core.machine.venue.rules import Rules

PRO_RATA: Final = Allocation.PRO_RATA


def shares(rules: Rules, level: Level, incoming: int) -> list[tuple[Resting, int]]:
    """(order, lots > 0) in the order of the trades; no more than what is displayed."""
    queue: list[Resting] = []
    order = level.first
    while order is not None:
        queue.append(order)
        order = order.after
    displayed = level.qty
    if incoming >= displayed:
        return [(order, order.qty) for order in queue]
    if rules.allocation is PRO_RATA:
        return _pro_rata(rules, queue, displayed, incoming)
    given: list[tuple[Resting, int]] = []
    for order in sorted(queue, key=_largest_first):
        if incoming == 0:
            break
        qty = min(incoming, order.qty)
        incoming -= qty
        given.append((order, qty))
    return given


def _pro_rata(rules: Rules, queue: list[Resting], displayed: int, incoming: int) -> list[tuple[Resting, int]]:
    parts: list[int] = []
    left = incoming
    for order in queue:
        part = incoming * order.qty // displayed
        part -= part % rules.lot
        if part < rules.pro_rata_min:
            part = 0
        parts.append(part)
        left -= part
    for index in range(len(queue)):
        more = min(left, queue[index].qty - parts[index])
        parts[index] += more
        left -= more
    return [(queue[index], parts[index]) for index in range(len(queue)) if parts[index]]


def _largest_first(order: Resting) -> tuple[int, int]:
    return (-order.qty, order.rank)
