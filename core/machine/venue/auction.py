"""The uncross: one price for everybody who can trade at it.

Price, of all ticks between the lowest and the highest limit that takes part: most volume; then least surplus; then market
pressure (all tied surpluses on the buy side: the highest price, on the sell side: the lowest); then nearest to the reference, of two
equally near the higher. The family is that of ASX, Xetra and London. Between two limits nothing changes, so the ticks there are
one candidate, not many.
Decided here: market orders first, by rank; then price; at a price displayed before hidden; then rank. Icebergs take part
whole. All-or-none, minimum quantities and pegs do not. The surplus at the price keeps its place. Self matches are prevented
pair by pair, the order of higher rank counting as the newer; what that leaves crossed is priced again.
Deliberately absent: when a call ends, and what follows.
"""

from typing import Final

from core.domain.enums import CancelReason, OrderType, Peg, Phase, SelfMatch, Side, TimeInForce
from core.domain.units import OrderId, Price, Qty
from core.machine.venue.book import Level, Resting, by_rank
from core.machine.venue.market import Market
from core.machine.venue.prints import trade
from core.machine.venue.status import tell_bands
from core.messages.market_data import AuctionPriced
from core.messages.reports import Restated
from core.messages.terms import STATUS

BUY: Final = Side.BUY
SELL: Final = Side.SELL
SELF_MATCH: Final = CancelReason.SELF_MATCH


def joins(m: Market, order: Resting) -> bool:
    """Whether a held order is in this call: a market order that does not wait for the closing."""
    special = order.special
    if special is None or special.order_type is not OrderType.MARKET:
        return False
    return order.tif is not TimeInForce.ATC or m.phase is Phase.CLOSING_CALL


def takes_part(order: Resting) -> bool:
    """Of those that rest."""
    special = order.special
    return special is None or (special.peg is Peg.NONE and not special.has_floor())


def queue(m: Market, side: Side, worst: int) -> list[Resting]:
    """One side's orders in the order in which they trade. worst: last limit price that is wanted."""
    buying = side is BUY
    orders = sorted((order for order in m.held.values() if order.side is side and joins(m, order)), key=by_rank)
    levels = m.book.bids if buying else m.book.asks
    rows = [row for row in m.book.hidden(side).rows if takes_part(row[2])]
    index = 0
    for price in sorted((price for price in levels if (price >= worst if buying else price <= worst)), reverse=buying):
        while index < len(rows) and (rows[index][2].price > price if buying else rows[index][2].price < price):
            orders.append(rows[index][2])
            index += 1
        order = levels[price].first
        while order is not None:
            orders.append(order)
            order = order.after
    while index < len(rows) and (rows[index][2].price >= worst if buying else rows[index][2].price <= worst):
        orders.append(rows[index][2])
        index += 1
    return orders


def _sums(m: Market, side: Side) -> tuple[dict[int, int], int]:
    """Lots by limit price, and lots without one."""
    sums: dict[int, int] = {}
    levels = m.book.bids if side is BUY else m.book.asks
    for price in levels:
        sums[price] = _whole(levels[price])
    for row in m.book.hidden(side).rows:
        order = row[2]
        if takes_part(order):
            sums[order.price] = sums.get(order.price, 0) + order.qty
    return sums, sum(order.qty for order in m.held.values() if order.side is side and joins(m, order))


def _whole(level: Level) -> int:
    qty = level.qty
    order = level.first
    while order is not None:
        special = order.special
        if special is not None:
            qty += special.reserve
        order = order.after
    return qty


def can_price(m: Market) -> bool:
    """Whether an uncross now would trade anything: would_price without the walk through the book."""
    buys, sells = _unpriced(m, BUY), _unpriced(m, SELL)
    bid, ask = _best_limit(m, BUY), _best_limit(m, SELL)
    if not bid and not ask:
        return buys and sells and bool(m.book.last or m.reference)
    return (buys and sells) or (buys and ask > 0) or (sells and bid > 0) or bid >= ask > 0


def _unpriced(m: Market, side: Side) -> bool:
    """Whether a market order of this side is in the call."""
    return any(order.side is side and joins(m, order) for order in m.held.values())


def _best_limit(m: Market, side: Side) -> int:
    """The best limit price that takes part; 0 for none."""
    buying = side is BUY
    bid, ask = m.best()
    best = bid if buying else ask
    for row in m.book.hidden(side).rows:
        order = row[2]
        if takes_part(order):
            return max(best, order.price) if buying else min(best or order.price, order.price)
    return best


def would_price(m: Market) -> tuple[int, int, int]:
    """(price, lots, surplus: buy lots left over at it, negative: sell lots) of an uncross now; (0, 0, 0): nothing trades."""
    bids, market_bids = _sums(m, BUY)
    asks, market_asks = _sums(m, SELL)
    reference = m.book.last or m.reference
    if not bids and not asks:
        volume = min(market_bids, market_asks)
        return (reference, volume, market_bids - market_asks) if reference and volume else (0, 0, 0)
    tied = _best(_candidates(m, bids, asks, market_bids, market_asks))
    volume, surplus = tied[0][2], tied[0][3]
    if volume == 0:
        return (0, 0, 0)
    if all(found[3] > 0 for found in tied):
        return (tied[-1][1], volume, surplus)
    if all(found[3] < 0 for found in tied):
        return (tied[0][0], volume, surplus)
    if not reference:
        reference = (tied[0][0] + tied[-1][1]) // 2
    chosen = (0, 0)
    for low, high, _volume, excess in tied:
        inside = min(max(reference, low), high)
        # A limit price counts even when it is off the tick: the table may have changed since it came in.
        for price in (low,) if low == high else (m.rules.down(inside), m.rules.up(inside)):
            if low <= price <= high and (not chosen[0] or _nearer(price, chosen[0], reference)):
                chosen = (price, excess)
    return (chosen[0], volume, chosen[1])


def _nearer(price: int, than: int, reference: int) -> bool:
    near, far = abs(price - reference), abs(than - reference)
    return near < far or (near == far and price > than)


def _candidates(
    m: Market, bids: dict[int, int], asks: dict[int, int], market_bids: int, market_asks: int
) -> list[tuple[int, int, int, int]]:
    """(lowest price, highest price, volume, surplus): each limit price, and the ticks between two of them, ascending."""
    prices = sorted(set(bids) | set(asks))
    rules = m.rules
    buy = market_bids + sum(bids.values())
    sell = market_asks
    found: list[tuple[int, int, int, int]] = []
    before = 0
    for price in prices:
        low, high = rules.up(before + 1), rules.down(price - 1)
        if before and low <= high:
            found.append((low, high, min(buy, sell), buy - sell))
        sell += asks.get(price, 0)
        found.append((price, price, min(buy, sell), buy - sell))
        buy -= bids.get(price, 0)
        before = price
    return found


def _best(candidates: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    volume = max(found[2] for found in candidates)
    most = [found for found in candidates if found[2] == volume]
    surplus = min(abs(found[3]) for found in most)
    return [found for found in most if abs(found[3]) == surplus]


def uncross(m: Market) -> None:
    """Prices and trades, and ends what was only for this auction."""
    told = priced = 0
    while True:
        price, qty, surplus = would_price(m)
        if qty or not told:
            told += 1
            if m.feeds & STATUS:
                m.status_seq += 1
                m.out.events.append(AuctionPriced(m.id, Price(price), Qty(qty), surplus, m.status_seq))
        if not qty:
            break
        prints = m.trade_id
        again = _pair_off(m, price)
        if m.trade_id != prints:
            priced = price
        if not again:
            break
    m.clean()
    if priced:
        m.reference = priced
        if m.rules.dynamic_bp:
            m.bands.begin(m.rules, m.out.at, priced)
            tell_bands(m)
    closing = m.phase is Phase.CLOSING_CALL
    for order in sorted(m.book.orders.values(), key=by_rank):
        tif = order.tif
        over = tif is TimeInForce.OPG or tif is TimeInForce.GFA or (closing and tif is TimeInForce.ATC)
        if over or (order.id in m.held and joins(m, order)):
            left = order.open()
            m.take_out(order)
            m.cancelled(order, left, CancelReason.AUCTION_ENDED)
    m.clean()


def _pair_off(m: Market, price: int) -> bool:
    """Buys with sells at one price until one side has none left at it. True when a self match took something out."""
    buys, sells = queue(m, BUY, price), queue(m, SELL, price)
    left_buys, left_sells = [order.open() for order in buys], [order.open() for order in sells]
    b = s = 0
    removed = False
    while b < len(buys) and s < len(sells):
        buy, sell = buys[b], sells[s]
        older, newer = (buy, sell) if buy.rank < sell.rank else (sell, buy)
        if newer.party.prevents and newer.party.meets(older.party):
            removed = True
            left_buys[b], left_sells[s] = _prevent(m, buy, left_buys[b], sell, left_sells[s])
        else:
            qty = min(left_buys[b], left_sells[s])
            left_buys[b] -= qty
            left_sells[s] -= qty
            if buy is older:
                trade(m, buy, left_buys[b], sell, left_sells[s], price, qty, True)
            else:
                trade(m, sell, left_sells[s], buy, left_buys[b], price, qty, True)
        if left_buys[b] == 0:
            _retire(m, buy)
            b += 1
        if left_sells[s] == 0:
            _retire(m, sell)
            s += 1
    if b < len(buys):
        _keep(m, buys[b], left_buys[b])
    if s < len(sells):
        _keep(m, sells[s], left_sells[s])
    return removed


def _retire(m: Market, order: Resting) -> None:
    if order.id in m.book.orders:
        m.take_out(order)


def _keep(m: Market, order: Resting, left: int) -> None:
    """The last one that traded, with what it has left."""
    off = order.open() - left
    if off:
        if order.level is None:
            order.qty = left
        else:
            m.take_from(order, off)


def _prevent(m: Market, buy: Resting, left_buy: int, sell: Resting, left_sell: int) -> tuple[int, int]:
    """What the two have left; 0: cancelled, and told."""
    newer_is_buy = buy.rank > sell.rank
    mode = (buy if newer_is_buy else sell).party.mode
    off_buy = off_sell = 0
    if mode is SelfMatch.DECREMENT:
        off_buy = off_sell = min(left_buy, left_sell)
        buy.total -= off_buy
        sell.total -= off_sell
    else:
        both = mode is SelfMatch.CANCEL_BOTH
        if both or (mode is SelfMatch.CANCEL_NEWEST) == newer_is_buy:
            off_buy = left_buy
        if both or (mode is SelfMatch.CANCEL_NEWEST) != newer_is_buy:
            off_sell = left_sell
    first, second = (sell, buy) if newer_is_buy else (buy, sell)
    for order in (first, second):
        left, off = (left_buy, off_buy) if order is buy else (left_sell, off_sell)
        if off == left:
            m.cancelled(order, off, SELF_MATCH)
        elif off:
            m.tell(order.party, Restated(OrderId(order.id), Price(order.price), Qty(left - off)))
    return left_buy - off_buy, left_sell - off_sell
