"""One order's requests: in, and out; `replacing` is what lies between. Checks first; once something changes nothing can fail
any more.

Decided here: the new order takes its rank when the checks are passed.
"""

from typing import Final

from core.domain.enums import CancelReason, OrderType, Peg, Phase, PostOnly, Request, SelfMatch, Side, TimeInForce
from core.domain.order import LINES
from core.domain.order_types import FOR_AUCTIONS, TRIGGERED
from core.domain.units import OrderId, Price, Qty
from core.machine.timers import EXPIRY
from core.machine.venue.book import Resting
from core.machine.venue.checks import COLLECTING, check_new, is_done
from core.machine.venue.following import finish
from core.machine.venue.incoming import opposite, trade_limit, trade_market, would_trade
from core.machine.venue.market import Market
from core.machine.venue.matching import sweep
from core.machine.venue.parties import Party
from core.machine.venue.pegs import price_of
from core.machine.venue.phases import pause_if_tripped
from core.machine.venue.rules import LARGEST, LARGEST_QTY
from core.machine.venue.special import HELD, Special
from core.messages.rejections import Rejection
from core.messages.reports import Accepted, Cancelled, Held
from core.messages.terms import ORDERS, Terms

BUY: Final = Side.BUY
CONTINUOUS: Final = Phase.CONTINUOUS
GTC: Final = TimeInForce.GTC
IOC: Final = TimeInForce.IOC
SIMPLE: Final = (GTC, IOC, TimeInForce.DAY)
"""What the short path knows."""
NEWEST: Final = SelfMatch.CANCEL_NEWEST
REQUESTED: Final = CancelReason.REQUESTED
REMAINDER: Final = CancelReason.IMMEDIATE_REMAINDER
NEW: Final = Request.NEW
CANCEL: Final = Request.CANCEL
MARKET: Final = OrderType.MARKET
LIMIT: Final = OrderType.LIMIT


def enter_limit(
    m: Market, id: int, party: Party, side: Side, qty: int, price: int, tif: TimeInForce = GTC, asked: bool = False
) -> None:
    """A plain limit order, of one of SIMPLE, and what follows it: the short path when nothing special is in force. asked: a
    participant's request; what it numbers and prints is noted at once, as after every request."""
    book = m.book
    # A look at the top, which may be a dead price, spares most orders the sweep.
    heap = book.ask_heap if side is BUY else book.bid_heap
    crosses = heap[0] <= (price if side is BUY else -price) if heap else False
    if (
        not m.short or (crosses and party.prevents and party.mode is not NEWEST) or id in book.orders or qty < 1 or price < 1
        or qty >= LARGEST_QTY or qty * price >= LARGEST or (id > 0) != (party.session > 0) or id == 0
        or (not m.units and (qty % m.rules.lot or price % m.rules.tick))
    ):
        if enter(m, id, party, side, LIMIT, qty, price, tif, None) and (m.busy or asked):
            finish(m)
        return
    if m.furthest_ours < id < LINES:
        m.furthest_ours = id
    elif id > LINES or (asked and id < m.furthest_other):
        use_id(m, id)
    m.rank = rank = m.rank + 1
    left = sweep(m, id, party, side, qty, price) if crosses else qty
    if left and tif is IOC:
        if party.reports:
            m.tell(party, Cancelled(id, left, REMAINDER))  # type: ignore[arg-type]
    elif left:
        order = Resting(id, side, price, qty, party, rank, tif, None)
        book.orders[id] = order
        level = (book.bids if side is BUY else book.asks).get(price)
        if left != qty or level is None:
            order.qty = left
            level = book.append(order)
        else:
            # What Book.append does to a level that is there: this is where most orders end, and a call would be felt.
            last = level.last
            assert last is not None
            last.after = level.last = order
            order.before = last
            order.level = level
            level.qty += qty
            level.count += 1
        if m.tells:
            m.depth(side, level)
        if party.reports:
            m.tell(party, Accepted(id, left, level.qty - left, price))  # type: ignore[arg-type]
    if m.busy:
        finish(m)
    elif asked:
        m.told_trades = m.trade_id


def use_id(m: Market, id: int) -> None:
    if id > 0:
        m.furthest_ours = max(m.furthest_ours, id % LINES)
    else:
        m.furthest_other = min(m.furthest_other, id)


def enter(
    m: Market, id: int, party: Party, side: Side, order_type: OrderType, qty: int, price: int, tif: TimeInForce, terms: Terms | None,
    quote: bool = False,
) -> bool:
    reason = check_new(m, id, party, side, order_type, qty, price, tif, terms)
    if reason is None:
        order = _made(id, party, side, order_type, qty, price, tif, terms, quote)
        reason = _meets(m, order, order_type)
    if reason is not None:
        m.reject(id, party, NEW, reason)
        return False
    special = order.special
    use_id(m, id)
    order.rank = m.next_rank()
    if special is not None and special.expires_at:
        m.timers.add(special.expires_at, EXPIRY, m.id, id)
    place(m, order, special)
    return True


def _made(
    id: int, party: Party, side: Side, order_type: OrderType, qty: int, price: int, tif: TimeInForce, terms: Terms | None, quote: bool
) -> Resting:
    special = None
    if terms is not None or order_type is not LIMIT or quote or tif in FOR_AUCTIONS:
        special = Special(order_type, terms)
        special.quote = quote
        special.sliced = 0 < special.peak < qty
        if order_type is OrderType.PEGGED:
            special.limit = price
            special.hidden = True
    return Resting(id, side, price, qty, party, 0, tif, special)


def _meets(m: Market, order: Resting, order_type: OrderType) -> Rejection | None:
    """What the book as it stands has against it."""
    if m.phase is not CONTINUOUS:
        return None
    special = order.special
    if special is not None and special.post_only is not PostOnly.NO and would_trade(m, order, special):
        return Rejection.WOULD_TRADE
    if order_type is MARKET and order.tif not in FOR_AUCTIONS and not opposite(m, order.side):
        return Rejection.NO_LIQUIDITY
    return None


def would_reject(
    m: Market, id: int, party: Party, side: Side, order_type: OrderType, qty: int, price: int, tif: TimeInForce, terms: Terms | None
) -> Rejection | None:
    """A question: what `enter` would say now. Nothing changes."""
    reason = check_new(m, id, party, side, order_type, qty, price, tif, terms)
    return reason if reason is not None else _meets(m, _made(id, party, side, order_type, qty, price, tif, terms, False), order_type)


def place(m: Market, order: Resting, special: Special | None) -> None:
    """An accepted order, new or replaced, to where it belongs now. order.qty: all that is open."""
    if special is None:
        if m.phase is CONTINUOUS:
            trade_limit(m, order)
            pause_if_tripped(m)
        else:
            m.rest(order, order.qty)
        return
    if special.order_type in TRIGGERED or special.order_type is OrderType.TRAILING_STOP:
        _wait_for_trigger(m, order, special)
    elif waits_for_auction(m, order):
        special.joined = False
        m.hold(order, HELD)
    elif special.peg is not Peg.NONE:
        m.pegs[order.id] = order
        order.price = price_of(m, order, special) if m.phase is CONTINUOUS else 0
        if order.price:
            m.busy = True
            trade_limit(m, order)
            if order.id not in m.book.orders:
                del m.pegs[order.id]
            pause_if_tripped(m)
        else:
            m.hold(order, HELD)
    elif m.phase is not CONTINUOUS:
        if special.order_type is MARKET:
            special.joined = True
            m.hold(order, HELD)
        else:
            m.rest(order, order.qty)
    else:
        if special.order_type is MARKET:
            trade_market(m, order, opposite(m, order.side))
        else:
            trade_limit(m, order)
        pause_if_tripped(m)


def waits_for_auction(m: Market, order: Resting) -> bool:
    """Whether it is for an auction that has not begun to collect."""
    if order.tif is TimeInForce.ATC:
        return m.phase is not Phase.CLOSING_CALL
    return order.tif is TimeInForce.GFA and m.phase not in COLLECTING


def _wait_for_trigger(m: Market, order: Resting, special: Special) -> None:
    m.book.orders[order.id] = order
    m.stops.add(order)
    m.tell(order.party, Held(OrderId(order.id), Qty(order.qty), Price(special.trigger)))
    m.busy = True
    if m.phase is CONTINUOUS:
        m.stops.fresh.append(order)


# cancel -----------------------------------------------------------------------------------------------------------------


def find(m: Market, id: int, party: Party, request: Request) -> Resting | None:
    order = m.book.orders.get(id)
    if order is None:
        m.reject(id, party, request, Rejection.ORDER_NOT_WORKING if is_done(m, id) else Rejection.UNKNOWN_ORDER)
        return None
    if order.party is not party:
        m.reject(id, party, request, Rejection.FOREIGN_ORDER)
        return None
    return order


def cancel(m: Market, id: int, party: Party, reason: CancelReason) -> None:
    """And what follows it."""
    book = m.book
    order = book.orders.get(id)
    if order is None or order.party is not party:
        find(m, id, party, CANCEL)
        return
    if m.frozen and reason is REQUESTED:
        m.reject(id, party, CANCEL, Rejection.WRONG_PHASE)
        return
    level = order.level
    if order.special is None and level is not None:
        del book.orders[id]
        # What Book.unlink does: two of five messages of a busy market end here, and a call would be felt.
        before, after = order.before, order.after
        if before is None:
            level.first = after
        else:
            before.after = after
            order.before = None
        if after is None:
            level.last = before
        else:
            after.before = before
            order.after = None
        level.qty -= order.qty
        level.count -= 1
        if level.first is None:
            del (book.bids if order.side is BUY else book.asks)[level.price]
        if m.tells:
            if m.feeds & ORDERS:
                m.tell_removed(order)
            m.depth(order.side, level)
        if party.reports:
            m.cancelled(order, order.qty, reason)
    else:
        m.drop(order, reason)
    if m.busy:
        finish(m)
