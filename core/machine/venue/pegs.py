"""Pegs, and hidden orders that wait for enough on the other side: what moves by itself after somebody else's order.

Decided here: pegs are never displayed, so what they follow, the displayed best prices, never follows them back: no loops. A
retried order is the incoming one and trades at the makers' prices; what is left of it keeps its place. It ends, because each
round takes quantity off the book or moves nothing.
"""

from typing import Final

from core.domain.enums import Peg, Phase, Side
from core.domain.units import OrderId, Price, Qty
from core.machine.venue.book import Hidden, Resting, by_rank
from core.machine.venue.incoming import brake, within_band
from core.machine.venue.market import Market
from core.machine.venue.matching import first_price, match
from core.machine.venue.phases import pause_if_tripped
from core.machine.venue.reach import suffices
from core.machine.venue.special import DARK, HELD, Special
from core.messages.reports import Held, Restated

BUY: Final = Side.BUY
CONTINUOUS: Final = Phase.CONTINUOUS


def price_of(m: Market, order: Resting, special: Special) -> int:
    """Where a peg belongs now; 0: nowhere."""
    bid, ask = m.best()
    buying = order.side is BUY
    rules = m.rules
    if special.peg is Peg.MIDPOINT:
        if not bid or not ask:
            return 0
        price = (bid + ask) // 2 if buying else -(-(bid + ask) // 2)
    else:
        reference = (bid if buying else ask) if special.peg is Peg.PRIMARY else (ask if buying else bid)
        if not reference:
            return 0
        price = rules.passive(order.side, reference + special.peg_offset)
    if special.limit:
        price = min(price, special.limit) if buying else max(price, special.limit)
    return max(price, 0)


def settle(m: Market) -> None:
    """Until nothing moves."""
    while m.phase is CONTINUOUS:
        if m.pegs:
            best = m.best()
            if best != m.best_was:
                m.best_was = best
                _reprice(m)
        if not _retry(m, m.book.hidden_bids) and not _retry(m, m.book.hidden_asks):
            return


def _reprice(m: Market) -> None:
    for order in sorted(m.pegs.values(), key=by_rank):
        special = order.special
        assert special is not None
        price = price_of(m, order, special)
        if price == order.price:
            continue
        if special.where == DARK:
            m.book.hidden(order.side).remove(order)
        else:
            del m.held[order.id]
        order.price = price
        order.rank = m.next_rank()
        if price:
            special.where = DARK
            m.book.hide(order)
            m.tell(order.party, Restated(OrderId(order.id), Price(price), Qty(order.qty)))
        else:
            special.where = HELD
            m.held[order.id] = order
            m.tell(order.party, Held(OrderId(order.id), Qty(order.qty)))
    m.refresh()


def _retry(m: Market, hidden: Hidden) -> bool:
    """Lets the first of one side's hidden orders trade that can. Whether something moved."""
    book = m.book
    if not hidden.rows or m.phase is not CONTINUOUS or not (m.pegs or book.hidden_bids.floors or book.hidden_asks.floors):
        return False
    for row in list(hidden.rows):
        order = row[2]
        special = order.special
        bound = within_band(m, order.side, order.price)
        if not first_price(m, order, bound):
            # Floors differ, so an order behind may still trade; but none that does not reach the other side at all.
            if not _reaches(m, order):
                return False
            continue
        stop = brake(m, order)
        if special is not None and special.has_floor() and not suffices(m, order, special, bound, stop):
            continue
        was, prints, live = order.qty, m.trade_id, len(m.book.orders)
        left = match(m, order, order.qty, bound, stop)
        if left == 0:
            m.take_out(order)
        else:
            order.qty = left
        pause_if_tripped(m)
        if left != was or m.trade_id != prints or len(m.book.orders) != live:
            return True
        if m.phase is not CONTINUOUS:
            return False
    return False


def _reaches(m: Market, order: Resting) -> bool:
    """Whether anything rests on the other side within its price, whatever its floor."""
    buying = order.side is BUY
    bid, ask = m.best()
    best = ask if buying else bid
    rows = (m.book.hidden_asks if buying else m.book.hidden_bids).rows
    if best and (best <= order.price if buying else best >= order.price):
        return True
    return bool(rows) and (rows[0][2].price <= order.price if buying else rows[0][2].price >= order.price)
