"""A feed's picture now, and the number of the last message that is in it: whoever takes it and then the later messages, in
order, holds the feed's picture later. Read-only.
"""

from typing import Any

from core.domain.enums import Side
from core.machine.venue.book import Level
from core.machine.venue.market import Market


def levels(m: Market) -> tuple[int, dict[tuple[Side, int], tuple[int, int]]]:
    """Feed LEVELS: (side, price) -> (displayed lots, orders)."""
    found: dict[tuple[Side, int], tuple[int, int]] = {}
    for side, side_levels in ((Side.BUY, m.book.bids), (Side.SELL, m.book.asks)):
        for price in side_levels:
            found[(side, price)] = (side_levels[price].qty, side_levels[price].count)
    return m.depth_seq, found


def orders(m: Market) -> tuple[int, dict[tuple[Side, int], list[tuple[int, int]]]]:
    """Feed ORDERS: (side, price) -> [(order id, displayed lots), in queue order]."""
    found: dict[tuple[Side, int], list[tuple[int, int]]] = {}
    for side, side_levels in ((Side.BUY, m.book.bids), (Side.SELL, m.book.asks)):
        for price in side_levels:
            found[(side, price)] = _queue(side_levels[price])
    return m.order_seq, found


def _queue(level: Level) -> list[tuple[int, int]]:
    queue: list[tuple[int, int]] = []
    order = level.first
    while order is not None:
        queue.append((order.id, order.qty))
        order = order.after
    return queue


def top(m: Market) -> tuple[int, tuple[int, int, int, int]]:
    """Feed TOP: (bid, lots, offer, lots), as last told."""
    return m.top_seq, m.told_best


def statistics(m: Market) -> tuple[int, tuple[int, int, int, int, int, int, int]]:
    """Feed STATISTICS: (first, high, low, last, volume, turnover, trades)."""
    return m.statistics_seq, (m.first, m.high, m.low, m.book.last, m.volume, m.turnover, m.trades)


def status(m: Market) -> tuple[int, dict[str, Any]]:
    """Feed STATUS: phase, its end, the bands, the indicative price."""
    bands = m.bands
    return m.status_seq, {
        "phase": m.phase, "ends_at": m.ends_at, "low": bands.low, "high": bands.high, "reference": m.reference,
        "limit_state": m.limit_since > 0, "indicative": m.indicative,
    }


def trades(m: Market) -> int:
    """Feed TRADES: the number of the last one."""
    return m.trade_id
