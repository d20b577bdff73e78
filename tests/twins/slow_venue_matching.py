"""The slow exchange's continuous matching (sections 3 and 5): who would be met, what happens when they meet, what rests."""

import copy
from typing import Any

from core.domain.enums import Allocation, CancelReason, Liquidity, OrderType, PostOnly, SelfMatch, Side, TimeInForce
from core.messages.market_data import TradePrinted
from core.messages.reports import Accepted, Cancelled, Filled, Held, Restated
from tests.twins.slow_venue_market import AWAY, BOOK, BUY, HELD, HIDDEN, Market, Order, Trade, other, tighter, within

IMMEDIATE = (TimeInForce.IOC, TimeInForce.FOK)

# leaving and shrinking --------------------------------------------------------------------------------------------------


def leave(m: Market, order: Order) -> None:
    if order in m.orders:
        m.orders.remove(order)
    order.where, order.gone = AWAY, True


def cancel(venue: Any, m: Market, order: Order, reason: CancelReason) -> None:
    leave(m, order)
    m.touched = True
    venue.report(order.session, Cancelled(order.id, order.open, reason))


def draw_peak(m: Market, order: Order) -> int:
    if not order.spread:
        return order.display
    return order.display - order.spread + m.lot * m.draws.draw(2 * order.spread // m.lot)


def show_next_slice(m: Market, order: Order) -> None:
    """At the back of its level."""
    order.shown = min(draw_peak(m, order), order.open) if order.display else order.open
    order.rank = m.next_rank()


def shrink(m: Market, order: Order, qty: int, refill: bool = True) -> None:
    """qty lots less of a resting order: the displayed ones first."""
    order.open -= qty
    if order.where == BOOK:
        order.shown = max(order.shown - qty, 0)
        if refill and order.open and not order.shown:
            show_next_slice(m, order)
    if not order.open:
        leave(m, order)


# trades -----------------------------------------------------------------------------------------------------------------


def fee(m: Market, rate: str, price: int, qty: int) -> int:
    """To nearest, halves away from zero."""
    value = price * qty * getattr(m.rules.fees, rate)
    rounded = (2 * abs(value) + 1_000_000) // 2_000_000
    return (rounded if value >= 0 else -rounded) + m.rules.fees.per_lot * qty


def print_trade(venue: Any, m: Market, maker: Order, taker: Order, price: int, qty: int, auction: bool = False) -> None:
    """Tells, and remembers. The open quantities are already lowered."""
    rates = ("auction_ppm", "auction_ppm") if auction else ("maker_ppm", "taker_ppm")
    sides = [(o.id, o.session, o.side, fee(m, rate, price, qty), rate) for o, rate in zip((maker, taker), rates, strict=True)]
    trade = Trade(len(m.trades) + 1, price, qty, sides)
    m.trades.append(trade)
    venue.tell(TradePrinted(m.number, price, qty, taker.side, maker.id, taker.id, trade.id, auction))
    kinds = (Liquidity.AUCTION, Liquidity.AUCTION) if auction else (Liquidity.MAKER, Liquidity.TAKER)
    for order, kind, side in zip((maker, taker), kinds, sides, strict=True):
        venue.report(order.session, Filled(order.id, qty, price, order.open, kind, trade.id, side[3]))
        if order.quote:
            venue.quote_traded(order.session, m, qty)
    m.last = price
    m.prints.append((venue.now, price))
    m.pending.append(price)
    if not auction:
        m.traded = True
        m.window.append((venue.now, price))
        if not m.mean and m.rules.dynamic_bp:
            m.mean, m.mean_at = price, venue.now


# who is met -------------------------------------------------------------------------------------------------------------


def makers(m: Market, side: Side, open: int, bound: int | None) -> list[Order]:
    """Whom an order of this side would meet, in order: within its bound, those left out that want more than there is."""
    return [o for o in m.resting(other(side)) if within(side, o.at, bound) and min(open, o.open) >= o.floor]


def velocity_bound(venue: Any, m: Market, side: Side, first: int) -> int | None:
    if not m.rules.velocity:
        return None
    recent = [price for at, price in m.prints if at > venue.now - m.rules.velocity_ns]
    return min([*recent, first]) + m.rules.velocity if side is BUY else max([*recent, first]) - m.rules.velocity


def are_own(venue: Any, a: Order, b: Order, mode_of: Order) -> SelfMatch:
    """What the mode of one order's session says of these two; ALLOW: they are strangers."""
    settings, one, two = (venue.settings(o.session) for o in (mode_of, a, b))
    if settings.by_firm:
        own = one.firm == two.firm != 0
    else:
        own = one.owner == two.owner != 0
    return settings.self_match if own else SelfMatch.ALLOW


def meet_own(venue: Any, m: Market, taker: Order, maker: Order, mode: SelfMatch, dry: bool) -> None:
    if dry and mode is not SelfMatch.CANCEL_OLDEST:
        mode = SelfMatch.CANCEL_NEWEST  # what is reachable ends here
    if mode in (SelfMatch.CANCEL_OLDEST, SelfMatch.CANCEL_BOTH):
        cancel(venue, m, maker, CancelReason.SELF_MATCH)
    if mode in (SelfMatch.CANCEL_NEWEST, SelfMatch.CANCEL_BOTH):
        cancel(venue, m, taker, CancelReason.SELF_MATCH)
    if mode is SelfMatch.DECREMENT:
        decrement(venue, m, maker, taker)


def decrement(venue: Any, m: Market, resting: Order, newer: Order, in_auction: bool = False) -> None:
    """In an auction both rest; a slice that is done is followed by the next one when all are paired off."""
    qty = min(resting.open, newer.open)
    for order in (resting, newer):
        if order.open == qty:
            cancel(venue, m, order, CancelReason.SELF_MATCH)
            continue
        order.total -= qty
        shrink(m, order, qty, refill=not in_auction)
        if order is resting or in_auction:
            venue.report(order.session, Restated(order.id, order.at, order.open))


# the sweep --------------------------------------------------------------------------------------------------------------


class Sweep:
    """One incoming order against the book. money: what is left of its funds, None: unbounded. tripped: the velocity pause."""

    def __init__(self, venue: Any, m: Market, taker: Order, bound: int | None, dry: bool = False, money: int | None = None) -> None:
        self.venue, self.m, self.taker, self.dry, self.money = venue, m, taker, dry, money
        self.bound = tighter(taker.side, bound, m.far_band(taker.side))
        self.first = 0
        self.tripped = False

    def run(self) -> None:
        taker = self.taker
        while taker.open and not taker.gone and self.money != 0:
            met = makers(self.m, taker.side, taker.open, self.bound)
            if self.money is not None:
                met = [o for o in met if min(self.affordable(o.at), o.open) >= o.floor]
            if not met:
                return
            self.first = self.first or met[0].at
            pause = velocity_bound(self.venue, self.m, taker.side, self.first)
            if not within(taker.side, met[0].at, pause):
                self.tripped = True
                return
            if met[0].where == BOOK and self.m.rules.allocation is not Allocation.FIFO:
                go_on = self.level([o for o in met if o.where == BOOK and o.at == met[0].at])
            else:
                go_on = self.one(met[0])
            if not go_on:
                return

    def own(self, maker: Order) -> bool:
        """Whether they were not to trade, and so something else happened."""
        mode = are_own(self.venue, maker, self.taker, self.taker)
        if mode is SelfMatch.ALLOW:
            return False
        meet_own(self.venue, self.m, self.taker, maker, mode, self.dry)
        return True

    def affordable(self, price: int) -> int:
        return self.taker.open if self.money is None else min(self.taker.open, self.money // price)

    def one(self, maker: Order) -> bool:
        if self.own(maker):
            return True
        want, can = min(self.taker.open, maker.slice), self.affordable(maker.at)
        self.trade(maker, min(want, can))
        return can >= want

    def trade(self, maker: Order, qty: int, refill: bool = True) -> None:
        if not qty:
            return
        price = maker.at
        if self.money is not None:
            self.money -= qty * price
        self.taker.open -= qty
        # The report says what is left before the next slice takes its place.
        maker_open = maker.open
        maker.open = maker_open - qty
        if not self.dry:
            print_trade(self.venue, self.m, maker, self.taker, price, qty)
        else:
            self.m.prints.append((self.venue.now, price))
        maker.open = maker_open
        shrink(self.m, maker, qty, refill)

    def level(self, level: list[Order]) -> bool:
        for maker in sorted(level, key=lambda o: o.rank):
            if self.own(maker):
                return True
        price, displayed = level[0].at, sum(o.shown for o in level)
        want, can = min(self.taker.open, displayed), self.affordable(price)
        quantity = min(want, can)
        shares = self.shares(level, quantity, displayed)
        for maker, qty in shares:
            self.trade(maker, qty, refill=False)
        for maker, _ in shares:
            if not maker.gone and not maker.shown:
                show_next_slice(self.m, maker)
        return can >= want

    def shares(self, level: list[Order], quantity: int, displayed: int) -> list[tuple[Order, int]]:
        by_rank = sorted(level, key=lambda o: o.rank)
        if quantity >= displayed:
            return [(o, o.shown) for o in by_rank]
        if self.m.rules.allocation is Allocation.SIZE_TIME:
            found, left = [], quantity
            for o in sorted(level, key=lambda o: (-o.shown, o.rank)):
                found.append((o, min(o.shown, left)))
                left -= found[-1][1]
            return found
        given = {}
        for o in by_rank:
            share = quantity * o.shown // displayed
            share -= share % self.m.lot
            given[o.id] = 0 if share < self.m.rules.pro_rata_min else share
        left = quantity - sum(given.values())
        for o in by_rank:
            more = min(o.shown - given[o.id], left)
            given[o.id] += more
            left -= more
        return [(o, given[o.id]) for o in by_rank]


def reachable(venue: Any, m: Market, order: Order, bound: int | None) -> int:
    """Tried out on a copy."""
    copied = m.shadow()
    taker = copied.find(order.id) if order in m.orders else copy.copy(order)
    assert taker is not None
    before = taker.open
    sweep = Sweep(venue.silent(), copied, taker, bound, dry=True)
    sweep.run()
    return before - taker.open


# an order comes in ------------------------------------------------------------------------------------------------------


def slid(m: Market, order: Order) -> int:
    """Where a post-only order would rest: its price, a better one for the market, or 0: it would trade."""
    price = banded(m, order)
    while met := makers(m, order.side, order.open, price):
        if order.post_only is PostOnly.REJECT:
            return 0
        price = m.down(met[0].at - 1) if order.side is BUY else m.up(met[0].at + 1)
        if price < 1:
            return 0
    return price


def banded(m: Market, order: Order) -> int:
    return tighter(order.side, order.price, m.far_band(order.side)) or 0


def market_bound(m: Market, order: Order) -> int | None:
    queue = m.resting(other(order.side), BOOK) or m.resting(other(order.side), HIDDEN)
    start = order.collar_from or (queue[0].at if queue else 0)
    collar = m.rules.collar
    far = None if not collar or not start else start + collar if order.side is BUY else start - collar
    return tighter(order.side, far, order.protection or None)


def rest(venue: Any, m: Market, order: Order, price: int) -> None:
    order.at = price
    unseen = order.hidden or order.all_or_none or order.min_qty > 0 or order.kind is OrderType.PEGGED
    order.where = HIDDEN if unseen else BOOK
    before = [o for o in m.resting(order.side, BOOK) if o.at == price and o.rank < order.rank and not unseen]
    if not unseen:
        order.shown = min(draw_peak(m, order), order.open) if order.is_iceberg else order.open
    if order not in m.orders:
        m.orders.append(order)
    venue.report(order.session, Accepted(order.id, order.open, sum(o.shown for o in before), price))


def hold(venue: Any, m: Market, order: Order, where: str = HELD) -> None:
    order.where, order.at = where, 0
    if order not in m.orders:
        m.orders.append(order)
    venue.report(order.session, Held(order.id, order.open, order.trigger))


def decide_iceberg(order: Order) -> None:
    order.is_iceberg = 0 < order.display < order.open


def come_in(venue: Any, m: Market, order: Order, price: int, money: int | None = None) -> None:
    """In continuous trading. price: its limit now, 0: a market order. It has its rank, and stands nowhere."""
    decide_iceberg(order)
    bound = price or market_bound(m, order)
    worst = tighter(order.side, bound, m.far_band(order.side))  # the band as it is on arrival, whatever its own trades do to it
    floor = order.floor
    if order.tif is TimeInForce.FOK:
        floor = order.open
    tripped = False
    if not floor or reachable(venue, m, order, bound) >= floor:
        sweep = Sweep(venue, m, order, bound, money=money)
        sweep.run()
        tripped = sweep.tripped
    if order.open and not order.gone:
        deal_with_rest(venue, m, order, price, worst if bound is not None else None)
    if tripped:
        venue.pause(m)


def deal_with_rest(venue: Any, m: Market, order: Order, price: int, bound: int | None) -> None:
    """bound: where a market order may rest; None: nowhere."""
    if order.kind is OrderType.MARKET and bound is not None and m.rules.rest_at_collar and order.tif is TimeInForce.DAY:
        order.price = m.outward(order.side, bound) if bound > 0 else 0  # a collar may reach below every price
        if order.price:
            order.kind, order.protection, order.collar_from = OrderType.LIMIT, 0, 0
            rest(venue, m, order, order.price)
            return
    if order.kind is OrderType.MARKET or order.tif in IMMEDIATE:
        cancel(venue, m, order, CancelReason.IMMEDIATE_REMAINDER)
    else:
        rest(venue, m, order, price)
