"""What follows a request in the slow exchange: pegs and waiting hidden orders (section 7), then triggers (section 6)."""

from typing import Any

from core.domain.enums import CancelReason, OrderType, Phase, Side, TriggerBy
from core.messages.reports import Cancelled, Held, Restated, Triggered
from tests.twins import slow_venue_checks as checks
from tests.twins.slow_venue_market import AWAY, BOOK, BUY, HELD, HIDDEN, STOP, Market, Order, other, tighter
from tests.twins.slow_venue_matching import Sweep, banded, come_in, leave, makers, reachable
from tests.twins.slow_venue_orders import peg_price

CONTINUOUS = Phase.CONTINUOUS


def settle(venue: Any, m: Market) -> None:
    while m.phase is CONTINUOUS:
        reprice_pegs(venue, m)
        if not any(try_again(venue, m, order) for side in Side for order in m.resting(side, HIDDEN)):
            return


def reprice_pegs(venue: Any, m: Market) -> None:
    """Only when the best prices moved since the last look: new ticks alone move no peg."""
    best = m.best(BUY), m.best(Side.SELL)
    if best == m.best_seen:
        return
    m.best_seen = best
    for order in sorted(m.orders, key=lambda o: o.rank):
        if order.kind is not OrderType.PEGGED or order.where not in (HIDDEN, HELD):
            continue
        price = peg_price(m, order)
        if price == order.at:
            continue
        order.at, order.rank = price, m.next_rank()
        order.where = HIDDEN if price else HELD
        venue.report(order.session, Restated(order.id, price, order.open) if price else Held(order.id, order.open))


def try_again(venue: Any, m: Market, order: Order) -> bool:
    """A waiting hidden order as the incoming one. Whether anything moved."""
    bound = tighter(order.side, order.at, m.far_band(order.side))
    if not makers(m, order.side, order.open, bound):
        return False
    if order.floor and reachable(venue, m, order, order.at) < order.floor:
        return False
    sweep = Sweep(venue, m, order, order.at)
    sweep.run()
    if not order.open and not order.gone:
        leave(m, order)
    if sweep.tripped:
        venue.pause(m)
    return True


# triggers ---------------------------------------------------------------------------------------------------------------


def is_touched_kind(order: Order) -> bool:
    return order.kind in (OrderType.MARKET_IF_TOUCHED, OrderType.LIMIT_IF_TOUCHED)


def is_rising(order: Order) -> bool:
    return (order.side is BUY) != is_touched_kind(order)


def prices_seen(m: Market, order: Order) -> list[int]:
    if order.trigger_by is TriggerBy.MARK:
        price = m.mark
    elif order.trigger_by is TriggerBy.QUOTE:
        price = m.best(other(order.side))
    elif order.fresh:
        price = m.last
    else:
        return list(m.pending)
    return [price] if price else []


def follow(m: Market, order: Order, price: int) -> None:
    """A trailing stop's trigger goes with the price, never back."""
    distance = order.trail or price * order.trail_bp // 10_000
    new = m.down(price - distance) if order.side is Side.SELL else m.up(price + distance)
    if not order.trigger:
        order.trigger = new
    else:
        order.trigger = max(order.trigger, new) if order.side is Side.SELL else min(order.trigger, new)


def fires(m: Market, order: Order) -> bool:
    for price in prices_seen(m, order):
        if order.kind is OrderType.TRAILING_STOP:
            follow(m, order, price)
        if price >= order.trigger if is_rising(order) else price <= order.trigger:
            return True
    return False


def look(m: Market) -> list[Order]:
    fired = []
    for order in [o for o in m.orders if o.where == STOP]:
        if fires(m, order):
            fired.append(order)
        order.fresh = False
    m.pending = []
    rising = sorted((o for o in fired if is_rising(o)), key=lambda o: (o.trigger, o.rank))
    falling = sorted((o for o in fired if not is_rising(o)), key=lambda o: (-o.trigger, o.rank))
    return rising + falling


def pull_triggers(venue: Any, m: Market) -> None:
    while m.phase is CONTINUOUS:
        fired = look(m)
        if not fired:
            return
        for order in fired:
            if m.phase is CONTINUOUS:
                fire(venue, m, order)
                settle(venue, m)


def fire(venue: Any, m: Market, order: Order) -> None:
    venue.report(order.session, Triggered(order.id, order.trigger))
    m.orders.remove(order)
    order.where, order.rank, order.collar_from = AWAY, m.next_rank(), order.trigger
    order.trigger, order.trigger_by, order.trail, order.trail_bp = 0, TriggerBy.LAST, 0, 0
    order.kind = OrderType.LIMIT if order.kind in checks.LIMIT_STOPS else OrderType.MARKET
    if checks.outside_band(m, order) or checks.no_liquidity(m, order):
        order.gone = True
        venue.report(order.session, Cancelled(order.id, order.open, CancelReason.NOT_TRADEABLE))
        return
    if order.kind is OrderType.LIMIT:
        order.price = banded(m, order)
    come_in(venue, m, order, order.price)


def remember_best(m: Market) -> tuple[int, int]:
    """What the limit state looks at."""
    bids, asks = m.resting(BUY, BOOK), m.resting(Side.SELL, BOOK)
    return bids[0].at if bids else 0, asks[0].at if asks else 0
