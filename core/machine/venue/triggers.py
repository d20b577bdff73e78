"""Waiting orders that fire after a causing order has finished, and what they then do.

Decided here: the look comes after settling, never between fills, never outside continuous trading; all that fire at one look
fire in their order, each finished before the next; then the next look, until one fires nothing: a loop, not a recursion. What
the pause keeps from firing waits on as before. A fired order that finds nothing, or whose price is out of the band by now, is
cancelled, and says so.
"""

from typing import Final

from core.domain.enums import CancelReason, OrderType, Phase, Side
from core.domain.units import OrderId, Price
from core.machine.venue.book import Resting
from core.machine.venue.checks import outside_band
from core.machine.venue.incoming import opposite, trade_limit, trade_market
from core.machine.venue.market import Market
from core.machine.venue.pegs import settle
from core.machine.venue.phases import pause_if_tripped
from core.machine.venue.special import LIT
from core.messages.reports import Triggered

BUY: Final = Side.BUY
CONTINUOUS: Final = Phase.CONTINUOUS
NOT_TRADEABLE: Final = CancelReason.NOT_TRADEABLE
TO_LIMIT: Final = (OrderType.STOP_LIMIT, OrderType.LIMIT_IF_TOUCHED)


def fire_all(m: Market) -> None:
    while m.phase is CONTINUOUS and m.stops.count:
        bid, ask = m.best()
        path, m.path = m.path, []
        fired = m.stops.look(m.rules, path, m.book.last, bid, ask, m.mark)
        if not fired:
            return
        for order in fired:
            if m.phase is CONTINUOUS:
                _fire(m, order)
                settle(m)
            else:
                m.stops.add(order)


def _fire(m: Market, order: Resting) -> None:
    special = order.special
    assert special is not None
    m.tell(order.party, Triggered(OrderId(order.id), Price(special.trigger)))
    del m.book.orders[order.id]
    order.rank = m.next_rank()
    special.where = LIT
    if special.order_type in TO_LIMIT:
        special.order_type = OrderType.LIMIT
        if outside_band(m, order.price):
            m.cancelled(order, order.qty, NOT_TRADEABLE)
        else:
            trade_limit(m, order)
    else:
        special.order_type = OrderType.MARKET
        if opposite(m, order.side):
            trade_market(m, order, special.trigger)
        else:
            m.cancelled(order, order.qty, NOT_TRADEABLE)
    pause_if_tripped(m)
