"""What happens instead of a trade between two orders of one firm or owner, when the incoming order's session prevents it.

Decided: the mode is the incoming order's. It acts only when price-time would really pair the two, one maker at a time; earlier
fills stand. The resting order goes whole, an iceberg with its reserve. Announced before later fills. An amount taken off by
DECREMENT lowers the totals too, so a replace by total never brings it back.
"""

from typing import Final

from core.domain.enums import CancelReason, SelfMatch
from core.domain.units import OrderId, Price, Qty
from core.machine.venue.book import Resting
from core.machine.venue.market import Market
from core.messages.reports import Restated

NEWEST: Final = SelfMatch.CANCEL_NEWEST
OLDEST: Final = SelfMatch.CANCEL_OLDEST
BOTH: Final = SelfMatch.CANCEL_BOTH
SELF_MATCH: Final = CancelReason.SELF_MATCH


def prevent(m: Market, taker: Resting, left: int, maker: Resting) -> int:
    """Returns what the incoming order has left; 0: it is done, and its owner told."""
    mode = taker.party.mode
    if mode is NEWEST:
        m.cancelled(taker, left, SELF_MATCH)
        return 0
    if mode is OLDEST or mode is BOTH:
        qty = maker.open()
        m.take_out(maker)
        m.cancelled(maker, qty, SELF_MATCH)
        if mode is OLDEST:
            return left
        m.cancelled(taker, left, SELF_MATCH)
        return 0
    off = min(left, maker.open())
    lower(m, maker, off)
    left -= off
    taker.total -= off
    if left == 0:
        m.cancelled(taker, off, SELF_MATCH)
    elif taker.id in m.book.orders:
        # A hidden order that is retried rests, too.
        m.tell(taker.party, Restated(OrderId(taker.id), Price(taker.price), Qty(left)))
    return left


def lower(m: Market, order: Resting, off: int) -> None:
    """Takes open lots off a resting order without a trade: displayed ones first, then from its next slice."""
    order.total -= off
    left = order.open() - off
    if left == 0:
        m.take_out(order)
        m.cancelled(order, off, SELF_MATCH)
        return
    if order.level is None:
        order.qty -= off
    else:
        m.take_from(order, off)
    m.tell(order.party, Restated(OrderId(order.id), Price(order.price), Qty(left)))
