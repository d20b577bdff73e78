"""An accepted order meets the market in continuous trading: bounds, all-or-nothing, trades, and where its rest goes.

Decided here: an order's worst price is the tightest of its limit, its collar or protection, and the dynamic band; a limit
beyond the band rests at the band. The velocity's bound is no limit but a brake: liquidity beyond it trips the pause, after the
order's rest was dealt with. Post-only looks at hidden orders, too, and at the owner's own.
"""

from typing import Final

from core.domain.enums import CancelReason, OrderType, Peg, PostOnly, Side, TimeInForce
from core.machine.venue.book import Resting
from core.machine.venue.market import Market
from core.machine.venue.matching import UNBOUNDED, first_price, match
from core.machine.venue.reach import reachable
from core.machine.venue.rules import BASIS_POINTS
from core.machine.venue.special import Special

BUY: Final = Side.BUY
FOK: Final = TimeInForce.FOK
IOC: Final = TimeInForce.IOC
DAY: Final = TimeInForce.DAY
REMAINDER: Final = CancelReason.IMMEDIATE_REMAINDER


def within_band(m: Market, side: Side, price: int) -> int:
    """No further than the dynamic band's far end."""
    bands = m.bands
    if not m.rules.dynamic_bp or not bands.mean:
        return price
    return min(price, bands.high) if side is BUY else max(price, bands.low)


def brake(m: Market, order: Resting) -> int:
    """The velocity's worst price for an order that comes in now."""
    rules = m.rules
    buying = order.side is BUY
    if not rules.velocity:
        return UNBOUNDED if buying else 0
    since = m.out.at - rules.velocity_ns
    first = first_price(m, order, UNBOUNDED if buying else 0)
    if buying:
        low = m.bands.lowest(since)
        return (min(low, first) if low and first else low or first) + rules.velocity
    return max(m.bands.highest(since), first) - rules.velocity


def opposite(m: Market, side: Side) -> int:
    """The best price on the other side, displayed if there is one, else hidden, whatever its floor; 0: nothing rests there."""
    book = m.book
    buying = side is BUY
    level = book.best_ask() if buying else book.best_bid()
    if level is not None:
        return level.price
    rows = (book.hidden_asks if buying else book.hidden_bids).rows
    return rows[0][2].price if rows else 0


def slid(m: Market, order: Resting) -> int:
    """Where a post-only order would rest; 0: nowhere."""
    price = within_band(m, order.side, order.price)
    meets = first_price(m, order, price)
    while meets:
        price = m.rules.down(meets - 1) if order.side is BUY else m.rules.up(meets + 1)
        meets = first_price(m, order, price) if price > 0 else 0
    return max(price, 0)


def would_trade(m: Market, order: Resting, special: Special) -> bool:
    """A post-only order that must be refused."""
    if special.post_only is PostOnly.SLIDE:
        return slid(m, order) == 0
    return special.post_only is PostOnly.REJECT and first_price(m, order, within_band(m, order.side, order.price)) != 0


def trade_limit(m: Market, order: Resting) -> None:
    """order.qty: all that is open. A new order, a replaced one, a fired one, a peg that was just priced."""
    special = order.special
    tif = order.tif
    if special is not None and special.post_only is PostOnly.SLIDE:
        order.price = slid(m, order)
    bound = within_band(m, order.side, order.price)
    if special is None or special.peg is Peg.NONE:
        order.price = bound
    stop = brake(m, order)
    left = order.qty
    if special is not None and special.has_floor():
        if reachable(m, order, bound, stop) < special.floor(left):
            _end(m, order, left, tif)
            return
    elif tif is FOK and reachable(m, order, bound, stop) < left:
        m.cancelled(order, left, REMAINDER)
        return
    _end(m, order, match(m, order, left, bound, stop), tif)


def _end(m: Market, order: Resting, left: int, tif: TimeInForce) -> None:
    if left == 0:
        return
    if tif is IOC or tif is FOK:
        m.cancelled(order, left, REMAINDER)
    else:
        m.rest(order, left)


def trade_market(m: Market, order: Resting, collar_from: int) -> None:
    """There is something to trade with. collar_from: the price that the collar is measured from."""
    special, side, rules = order.special, order.side, m.rules
    buying = side is BUY
    unbounded = UNBOUNDED if buying else 0
    bound = unbounded
    if rules.collar:
        bound = collar_from + rules.collar if buying else max(collar_from - rules.collar, 0)
    if special is not None and special.protection_bp:
        away = collar_from * special.protection_bp // BASIS_POINTS
        bound = min(bound, collar_from + away) if buying else max(bound, collar_from - away)
    if special is not None and special.protection:
        bound = min(bound, special.protection) if buying else max(bound, special.protection)
    bounded = bound != unbounded
    bound = within_band(m, side, bound)
    stop = brake(m, order)
    left = order.qty
    wanted = left if order.tif is FOK else special.min_qty if special is not None else 0
    if wanted and reachable(m, order, bound, stop) < wanted:
        m.cancelled(order, left, REMAINDER)
        return
    left = match(m, order, left, bound, stop)
    if left == 0:
        return
    at = rules.passive(side, bound) if bounded else 0
    if rules.rest_at_collar and order.tif is DAY and at > 0:
        order.price = at
        if special is not None:
            special.order_type = OrderType.LIMIT
        m.rest(order, left)
    else:
        m.cancelled(order, left, REMAINDER)
