"""Price-time matching of an incoming order against a book.

Decided here, and held by scenarios:
- A trade prints at the maker's price. Best price first; within a price displayed orders before hidden ones, each by rank.
- A partly filled maker keeps its place. A filled one leaves at once, and an empty level with it.
- An iceberg's next slice goes to the back of its level before the incoming order goes on: every displayed slice of a level
  trades before any reserve, and all reserves before hidden orders at that price.
- A hidden order with a floor is passed over, for good, once the incoming order has less open than its floor.
- The short path knows one way to prevent a self match, the usual: the order that comes in is cancelled.
- A market order never rests by itself: `bound` is the worst price, what is left beyond is the caller's.
- Bounded by funds: at each maker it takes the lots that the money left still pays for; the first maker it cannot pay in
  full ends it.
- All-or-nothing is decided by `reach` before anything changes, so a failed one leaves no trace.
- One DepthChanged for each level touched, after the trades at that level.
- The short path is one function, in which calls would be felt.
- A price beyond the velocity bound, that all other bounds allow, sets `tripped`; the trade is not made.
Deliberately absent: who may enter, whether it is allowed, what an order of ours means.
"""

from heapq import heappop
from typing import Final

from core.domain.enums import Side
from core.machine.venue.allocation import shares
from core.machine.venue.book import Level, Resting
from core.machine.venue.market import Market
from core.machine.venue.parties import Party
from core.machine.venue.prints import after_fill, count, trade
from core.machine.venue.reach import takes
from core.machine.venue.selfmatch import SELF_MATCH, prevent
from core.messages.market_data import TradePrinted
from core.messages.reports import Cancelled

BUY: Final = Side.BUY
SELL: Final = Side.SELL
UNBOUNDED: Final = 1 << 61
"""A price above every price: the bound of a buy that has none. A sell's is 0."""


def sweep(m: Market, id: int, party: Party, side: Side, left: int, bound: int) -> int:
    """The short path, when nothing special is in force (`Market.plain`): returns the lots left; 0 also when a self match ended it."""
    book, told, nobody = m.book, party.reports, m.parties.nobody
    events, kept, instrument, guards, met = m.out.events, m.kept, m.id, party.prevents, False
    buying = side is BUY
    levels, heap = (book.asks, book.ask_heap) if buying else (book.bids, book.bid_heap)
    first = last = turnover = 0
    number, before_it, wanted = m.trade_id, m.trade_id, left
    while left > 0 and heap and not met:
        level = levels.get(price := heap[0] if buying else -heap[0])
        if level is None:
            heappop(heap)
            continue
        if price > bound if buying else price < bound:
            break
        before, maker = left, level.first
        while maker is not None and left > 0:
            if guards and maker.party is not nobody and (maker.party is party or party.meets(maker.party)):
                met = True
                break
            qty = maker.qty
            take = left if qty > left else qty
            left -= take
            number += 1
            trade = TradePrinted(instrument, price, take, side, maker.id, id, number)  # type: ignore[arg-type]
            events.append(trade)
            kept.append(trade if maker.party is party is nobody else (trade, maker.party, party, 0, 0))
            if qty == take:
                level.first = after = maker.after
                level.count -= 1
                if after is not None:
                    after.before = maker.after = None
            maker.qty = qty - take
            if told or maker.special is not None or maker.party.reports:
                m.trade_id = number
                after_fill(m, maker, party, id, left, price, take)
            elif qty == take:
                del book.orders[maker.id]
            maker = level.first
        if met:
            m.tell(party, Cancelled(id, left, SELF_MATCH))  # type: ignore[arg-type]
        if left < before:
            first, last = first or price, price
            turnover += price * (before - left)
            _leave(m, level, before - left, levels, heap)
    if left < wanted:
        m.trade_id = number
        count(m, first, last, wanted - left, turnover, number - before_it)
    return 0 if met else left


def _leave(m: Market, level: Level, taken: int, levels: dict[int, Level], heap: list[int]) -> None:
    """A sweep goes on from the best level of one side, out of which so much was taken."""
    level.qty -= taken
    if level.first is None:
        # Its last order still points at it: compiled, what holds each other is never freed.
        level.last = None
        del levels[level.price]
        heappop(heap)
    if m.tells:
        m.depth(SELL if heap is m.book.ask_heap else BUY, level)


def match(m: Market, taker: Resting, left: int, bound: int, brake: int) -> int:
    """The path with everything: returns the lots left; 0 also when a self match ended it. taker.qty is the caller's.

    bound: worst price. brake: velocity's worst price.
    """
    book, side = m.book, taker.side
    buying = side is BUY
    hidden = book.hidden_asks if buying else book.hidden_bids
    passed = 0
    price_was = 0
    while left > 0:
        level = book.best_ask() if buying else book.best_bid()
        while passed < len(hidden.rows) and not takes(hidden.rows[passed][2], _payable(m, left, hidden.rows[passed][2])):
            passed += 1
        dark = hidden.rows[passed][2] if passed < len(hidden.rows) else None
        if dark is not None and level is not None and (dark.price >= level.price if buying else dark.price <= level.price):
            dark = None
        if dark is None and level is None:
            break
        price = dark.price if dark is not None else level.price if level is not None else 0
        if price > bound if buying else price < bound:
            break
        if price > brake if buying else price < brake:
            m.tripped = True
            break
        if price != price_was:
            m.clean()
            price_was = price
        if dark is not None:
            left = _meet(m, taker, left, dark)
        elif level is not None:
            left = _meet_level(m, taker, left, level)
    m.clean()
    return left


def _payable(m: Market, left: int, maker: Resting) -> int:
    """What an order that has so much left can trade at this maker's price."""
    return min(left, m.funds // maker.price) if m.funded else left


def _meet(m: Market, taker: Resting, left: int, maker: Resting) -> int:
    if taker.party.prevents and taker.party.meets(maker.party):
        return prevent(m, taker, left, maker)
    return fill(m, taker, left, maker, min(left, maker.qty))


def fill(m: Market, taker: Resting, left: int, maker: Resting, qty: int) -> int:
    """One trade, of no more than the maker's slice. Funds may make it smaller, and the last. Returns what is left."""
    price = maker.price
    if m.funded:
        payable = m.funds // price
        spent = payable < qty
        qty = min(qty, payable)
        m.funds -= qty * price
        if spent or not m.funds:
            left = qty
        if qty == 0:
            return 0
    left -= qty
    trade(m, maker, maker.open() - qty, taker, left, price, qty, False)
    done = maker.open() == qty
    if done:
        m.take_out(maker)
    elif maker.level is None:
        maker.qty -= qty
    else:
        m.take_from(maker, qty)
    return left


def _meet_level(m: Market, taker: Resting, left: int, level: Level) -> int:
    first = level.first
    assert first is not None
    if m.rules.fifo:
        return _meet(m, taker, left, first)
    if taker.party.prevents:
        order: Resting | None = first
        while order is not None:
            if taker.party.meets(order.party):
                return prevent(m, taker, left, order)
            order = order.after
    for maker, qty in shares(m.rules, level, left):
        left = fill(m, taker, left, maker, qty)
        if left == 0:
            break
    return left


def first_price(m: Market, taker: Resting, bound: int) -> int:
    """The price of the first maker that the order would meet within bound; 0: none."""
    book = m.book
    buying = taker.side is BUY
    level = book.best_ask() if buying else book.best_bid()
    best = 0
    if level is not None and (level.price <= bound if buying else level.price >= bound):
        best = level.price
    for row in (book.hidden_asks if buying else book.hidden_bids).rows:
        order = row[2]
        price = order.price
        if (price > bound or (best and price >= best)) if buying else (price < bound or (best and price <= best)):
            break
        if takes(order, _payable(m, taker.qty, order)):
            return price
    return best
