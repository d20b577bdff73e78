"""A market's state in a canonical shape: for comparing two exchanges, for the state's hash, for snapshots.

`picture` is what docs/venue.md section 11 says: what a second exchange made of the same rules would hold. Nothing here depends on
container layout or on how a state was reached.
"""

from typing import Any

from core.domain.enums import Side
from core.machine.venue.book import Level, Resting, by_rank
from core.machine.venue.market import Market


def _queue(level: Level) -> tuple[tuple[int, int, int, int, int], ...]:
    rows: list[tuple[int, int, int, int, int]] = []
    order = level.first
    while order is not None:
        rows.append((order.id, order.qty, order.open() - order.qty, order.total, order.rank))
        order = order.after
    return tuple(rows)


def _side(m: Market, side: Side) -> tuple[Any, ...]:
    levels = m.book.bids if side is Side.BUY else m.book.asks
    return tuple((price, _queue(levels[price])) for price in sorted(levels, reverse=side is Side.BUY))


def _hidden(m: Market, side: Side) -> tuple[Any, ...]:
    return tuple((row[2].id, row[2].price, row[2].qty, row[2].total, row[2].rank) for row in m.book.hidden(side).rows)


def _trigger(order: Resting) -> int:
    return order.special.trigger if order.special is not None else 0


def picture(m: Market) -> tuple[Any, ...]:
    stops = sorted(m.stops.waiting.values(), key=by_rank)
    held = sorted(m.held.values(), key=by_rank)
    return (
        int(m.phase), m.book.last, m.reference, m.mark,
        _side(m, Side.BUY), _side(m, Side.SELL), _hidden(m, Side.BUY), _hidden(m, Side.SELL),
        tuple((order.id, _trigger(order), order.qty, order.rank) for order in stops),
        tuple((order.id, order.qty, order.rank) for order in held),
        m.volume, m.turnover, m.trades,
    )
