"""The slow exchange's phases and auctions (section 8). The price is found by trying every tick."""

from collections.abc import Iterable
from typing import Any

from core.domain.enums import CancelReason, OrderType, Phase, PhaseCause, SelfMatch, Side, TimeInForce
from core.messages.market_data import AuctionPriced, OperationRefused, PhaseChanged
from core.messages.rejections import Rejection
from tests.twins.slow_venue_checks import AUCTION_ONLY, CALLS
from tests.twins.slow_venue_market import AWAY, BOOK, BUY, HELD, HIDDEN, Market, Order, within
from tests.twins.slow_venue_matching import are_own, cancel, decrement, leave, print_trade, rest, show_next_slice

P = Phase
LEGAL = {
    P.CLOSED: (P.PRE_OPEN, P.OPENING_CALL),
    P.PRE_OPEN: (P.OPENING_CALL, P.HALT, P.CLOSED),
    P.OPENING_CALL: (P.CONTINUOUS, P.HALT),
    P.CONTINUOUS: (P.HALT, P.VOLATILITY_CALL, P.CLOSING_CALL, P.POST_TRADE),
    P.HALT: (P.VOLATILITY_CALL, P.CLOSING_CALL, P.CLOSED),
    P.VOLATILITY_CALL: (P.CONTINUOUS, P.CLOSING_CALL, P.HALT),
    P.CLOSING_CALL: (P.POST_TRADE, P.HALT),
    P.POST_TRADE: (P.CLOSED,),
}
UNCROSSING = ((P.OPENING_CALL, P.CONTINUOUS), (P.VOLATILITY_CALL, P.CONTINUOUS), (P.CLOSING_CALL, P.POST_TRADE))


def change_phase(venue: Any, m: Market, phase: Phase, cause: PhaseCause, ends_at: int = 0) -> None:
    if phase not in LEGAL[m.phase]:
        venue.tell(OperationRefused(m.number, "", Rejection.ILLEGAL_TRANSITION, phase))
        return
    before, m.touched = m.phase, True
    if (before, phase) in UNCROSSING:
        uncross(venue, m)
    m.phase, m.ends_at, m.extended, m.limit_since = phase, ends_at, False, None
    venue.tell(PhaseChanged(m.number, phase, cause, ends_at, 0))
    if phase is P.CLOSED:
        for order in by_rank(o for o in m.orders if o.tif is TimeInForce.DAY):
            cancel(venue, m, order, CancelReason.EXPIRED)
    if phase in CALLS:
        join(venue, m)
    if phase is P.CONTINUOUS:
        m.best_seen = None  # pegs that came meanwhile have no price yet
        m.pending = [m.last] if m.last else []
        for order in m.orders:
            order.fresh = False  # it looks at that price, as all do


def timed_end(venue: Any, m: Market) -> None:
    """The phase's time is up."""
    if m.phase is P.HALT:
        change_phase(venue, m, P.VOLATILITY_CALL, PhaseCause.PAUSE_ENDED, call_end(venue, m))
        return
    band, priced = m.static_band(), auction_price(m)
    if band and priced and not m.extended and m.rules.call_ns and not band[0] <= priced[0] <= band[1]:
        m.extended, m.ends_at = True, venue.now + m.rules.call_ns
        venue.tell(PhaseChanged(m.number, m.phase, PhaseCause.EXTENDED, m.ends_at, 0))
        return
    change_phase(venue, m, P.POST_TRADE if m.phase is P.CLOSING_CALL else P.CONTINUOUS, PhaseCause.CALL_ENDED)


def call_end(venue: Any, m: Market) -> int:
    return int(venue.now + m.rules.call_ns + m.draws.draw(m.rules.call_random_ns))


def by_rank(orders: Any) -> list[Order]:
    return sorted(orders, key=lambda o: o.rank)


def joined(m: Market, order: Order) -> bool:
    """Whether an order outside the book takes part already. Market orders wait outside the book in any case."""
    if order.tif is TimeInForce.ATC:
        return order.in_auction and m.phase is P.CLOSING_CALL
    return order.in_auction or order.tif is not TimeInForce.GFA


def join(venue: Any, m: Market) -> None:
    for order in by_rank(o for o in m.orders if o.where == HELD and o.tif in AUCTION_ONLY):
        if order.in_auction or (order.tif is TimeInForce.ATC and m.phase is not P.CLOSING_CALL):
            continue
        order.in_auction, order.rank = True, m.next_rank()
        if order.kind is OrderType.LIMIT:
            order.where = AWAY
            rest(venue, m, order, order.price)


# the uncross ------------------------------------------------------------------------------------------------------------


def taking_part(m: Market, side: Side) -> list[Order]:
    """In the order in which they are paired off."""
    found = []
    for order in m.orders:
        if order.side is not side or order.kind is OrderType.PEGGED or order.all_or_none or order.min_qty:
            continue
        if order.where in (BOOK, HIDDEN) or (order.where == HELD and order.kind is OrderType.MARKET and joined(m, order)):
            found.append(order)
    best_first = -1 if side is BUY else 1
    return sorted(found, key=lambda o: (o.at != 0, best_first * o.at, o.where == HIDDEN, o.rank))


def candidates(limits: list[int], reference: int) -> Iterable[int]:
    """Every price from the lowest to the highest; where that is a matter of millions, those near a limit or the reference."""
    low, high = min(limits), max(limits)
    if high - low <= 10_000:
        return range(low, high + 1)
    near = {price + off for price in (*limits, reference, (low + high) // 2) for off in range(-12, 13)}
    return sorted(price for price in near if low <= price <= high)


def auction_price(m: Market) -> tuple[int, int, int] | None:
    """(price, executable lots, surplus of buys); None: nothing trades."""
    buys, sells = taking_part(m, BUY), taking_part(m, Side.SELL)
    limits = [o.at for o in buys + sells if o.at]
    reference = m.last or m.reference
    if limits:
        ticks = [price for price in candidates(limits, reference) if price in limits or m.valid(price)]
    else:
        ticks = [reference] if reference else []
    tried = []
    for price in ticks:
        demand = sum(o.open for o in buys if not o.at or o.at >= price)
        supply = sum(o.open for o in sells if o.at <= price)
        tried.append((price, min(demand, supply), demand - supply))
    most = max((one[1] for one in tried), default=0)
    if not most:
        return None
    tried = [one for one in tried if one[1] == most]
    least = min(abs(one[2]) for one in tried)
    tied = [one for one in tried if abs(one[2]) == least]
    if all(one[2] > 0 for one in tied):
        return tied[-1]
    if all(one[2] < 0 for one in tied):
        return tied[0]
    nearest = reference or (tied[0][0] + tied[-1][0]) // 2
    return min(tied, key=lambda one: (abs(one[0] - nearest), -one[0]))


def uncross(venue: Any, m: Market) -> None:
    priced = auction_price(m)
    venue.tell(AuctionPriced(m.number, *(priced or (0, 0, 0)), 0))
    price = 0
    while priced:
        before = len(m.trades)
        pair_off(venue, m, priced[0])
        if len(m.trades) > before:
            price = priced[0]
        priced = auction_price(m)
        if priced:
            venue.tell(AuctionPriced(m.number, *priced, 0))
    for order in by_rank(o for o in m.orders if ends_with_auction(m, o)):
        cancel(venue, m, order, CancelReason.AUCTION_ENDED)
    if price:
        venue.new_reference(m, price)


def ends_with_auction(m: Market, order: Order) -> bool:
    if order.where == HELD:
        return order.kind is OrderType.MARKET and joined(m, order)
    return order.tif in (TimeInForce.OPG, TimeInForce.GFA) or (order.tif is TimeInForce.ATC and m.phase is P.CLOSING_CALL)


def pair_off(venue: Any, m: Market, price: int) -> None:
    touched: list[Order] = []
    while True:
        buys = [o for o in taking_part(m, BUY) if not o.at or within(BUY, price, o.at)]
        sells = [o for o in taking_part(m, Side.SELL) if not o.at or within(Side.SELL, price, o.at)]
        if not buys or not sells:
            break
        older, newer = by_rank([buys[0], sells[0]])
        mode = are_own(venue, older, newer, newer)
        if mode is SelfMatch.ALLOW:
            trade(venue, m, older, newer, price)
        elif mode is SelfMatch.DECREMENT:
            decrement(venue, m, older, newer, in_auction=True)
        if mode in (SelfMatch.CANCEL_OLDEST, SelfMatch.CANCEL_BOTH):
            cancel(venue, m, older, CancelReason.SELF_MATCH)
        if mode in (SelfMatch.CANCEL_NEWEST, SelfMatch.CANCEL_BOTH):
            cancel(venue, m, newer, CancelReason.SELF_MATCH)
        touched += [buys[0], sells[0]]
    for order in by_rank(dict.fromkeys(touched)):
        if order in m.orders and order.where == BOOK and order.open and not order.shown:
            show_next_slice(m, order)


def trade(venue: Any, m: Market, older: Order, newer: Order, price: int) -> None:
    qty = min(older.open, newer.open)
    for order in (older, newer):
        order.open -= qty
        if order.where == BOOK:
            order.shown = max(order.shown - qty, 0)
    print_trade(venue, m, older, newer, price, qty, auction=True)
    for order in (older, newer):
        if not order.open:
            leave(m, order)
