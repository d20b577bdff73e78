"""One order's requests: changed.

Decided here: a replace at the same price for no more than is open keeps the place, an iceberg's reserve shrinks first; anything
else is out and in again under the same id. Quantities in a replace are totals or open ones, as the market's rules say; a total that
is filled already cancels. A change of side or instrument cannot be asked. Replaced is told before the trades it leads to.
"""

from typing import Final

from core.domain.enums import CancelReason, OrderType, Peg, PostOnly, Request, Side
from core.domain.order_types import TRIGGERED
from core.machine.venue.book import Resting
from core.machine.venue.checks import MOST_SLICES, bad_display, check_numbers, outside_band, wrong_phase
from core.machine.venue.entry import find, place
from core.machine.venue.following import finish
from core.machine.venue.incoming import would_trade
from core.machine.venue.market import Market
from core.machine.venue.matching import sweep
from core.machine.venue.parties import Party
from core.machine.venue.rules import LARGEST, LARGEST_QTY
from core.machine.venue.special import WAITS_FOR_TRIGGER
from core.messages.participants import KEEP
from core.messages.rejections import Rejection
from core.messages.reports import Replaced

BUY: Final = Side.BUY
REPLACE: Final = Request.REPLACE
LIMIT: Final = OrderType.LIMIT


def replace(
    m: Market, id: int, party: Party, qty: int, price: int, trigger: int = KEEP, display: int = KEEP, by_total: bool = False
) -> None:
    """And what follows it. by_total: qty is the total, whatever the market's rules say."""
    order = m.book.orders.get(id)
    if (
        order is not None and order.special is None and order.party is party and m.short and not party.prevents
        and trigger == KEEP and display == KEEP and qty > 0 and price > 0
    ):
        filled = order.total - order.qty
        total = filled + qty if m.rules.replace_open and not by_total else qty
        if filled < total < LARGEST_QTY and total * price < LARGEST and (m.units or not (total % m.rules.lot or price % m.rules.tick)):
            _replace_plain(m, order, total, total - filled, price)
            if m.busy:
                finish(m)
            return
    if _replace(m, id, party, qty, price, trigger, display, by_total) and m.busy:
        finish(m)


def _replace(m: Market, id: int, party: Party, qty: int, price: int, trigger: int, display: int, by_total: bool) -> bool:
    order = find(m, id, party, REPLACE)
    if order is None:
        return False
    special = order.special
    filled = order.total - order.open()
    total = filled + qty if m.rules.replace_open and not by_total else qty
    leaves = total - filled
    reason = _check_replace(m, order, total, qty, leaves, price, trigger, display)
    if reason is not None:
        m.reject(id, party, REPLACE, reason)
        return False
    if leaves <= 0:
        m.drop(order, CancelReason.REQUESTED)
        return True
    if special is not None:
        if display != KEEP:
            special.peak = display
        special.min_qty = min(special.min_qty, leaves)
    kept = leaves <= order.open() and price == (special.limit if special is not None and special.peg is not Peg.NONE else order.price)
    if special is not None and trigger not in (KEEP, special.trigger):
        kept = False
        special.trigger = trigger
    if kept:
        _shrink(m, order, total, leaves)
    else:
        _move(m, order, total, leaves, price)
    return True


def replace_open(m: Market, order: Resting, leaves: int, price: int) -> None:
    """A quote's new open quantity and price; checked before."""
    total = order.total - order.open() + leaves
    if price == order.price and leaves <= order.open():
        _shrink(m, order, total, leaves)
    else:
        _move(m, order, total, leaves, price)


def _replace_plain(m: Market, order: Resting, total: int, leaves: int, price: int) -> None:
    """The short path: a plain order in a plain market."""
    party, book = order.party, m.book
    order.total = total
    if price == order.price and leaves <= order.qty:
        if leaves != order.qty:
            m.lower(order, leaves)
        level = order.level
        assert level is not None
        m.depth(order.side, level)
        if party.reports:
            m.tell(party, Replaced(order.id, total, price, leaves, True))  # type: ignore[arg-type]
        return
    level = book.remove(order)
    if m.tells:
        m.depth(order.side, level)
    if party.reports:
        m.tell(party, Replaced(order.id, total, price, leaves, False))  # type: ignore[arg-type]
    m.rank = order.rank = m.rank + 1
    order.price = price
    side = order.side
    heap = book.ask_heap if side is BUY else book.bid_heap
    if heap and heap[0] <= (price if side is BUY else -price):
        leaves = sweep(m, order.id, party, side, leaves, price)
        if leaves == 0:
            order.level = None
            return
    order.qty = leaves
    book.orders[order.id] = order
    level = book.append(order)
    if m.tells:
        m.depth(side, level)
    if party.reports:
        m.accepted(order, level)


def _check_replace(
    m: Market, order: Resting, total: int, qty: int, leaves: int, price: int, trigger: int, display: int
) -> Rejection | None:
    special = order.special
    order_type = LIMIT if special is None else special.order_type
    post_only = special is not None and special.post_only is not PostOnly.NO
    if wrong_phase(m.phase, order.tif, post_only):
        return Rejection.WRONG_PHASE
    stop = special is not None and special.where == WAITS_FOR_TRIGGER
    if (trigger != KEEP and not stop) or (display != KEEP and (special is None or not special.peak)):
        return Rejection.BAD_TERMS
    if qty <= 0:
        return Rejection.BAD_QTY
    if leaves <= 0:
        return None
    reason = check_numbers(m, order_type, total, price, special.trigger if special is not None and trigger == KEEP else trigger)
    if reason is not None:
        return reason
    if trigger != KEEP and order_type is OrderType.TRAILING_STOP:
        return Rejection.BAD_TRIGGER
    if display != KEEP and (display <= 0 or special is None or bad_display(m, display, special.spread, total)):
        return Rejection.BAD_DISPLAY
    if special is not None and special.peak > 0 and display == KEEP and total > MOST_SLICES * special.peak:
        return Rejection.BAD_DISPLAY
    dearest = max(price, trigger, 1)
    if special is not None:
        dearest = max(dearest, special.protection, special.trigger if order_type in TRIGGERED and trigger == KEEP else 0)
    if total * dearest >= LARGEST or total >= LARGEST_QTY:
        return Rejection.TOO_LARGE
    if order_type is LIMIT and outside_band(m, price):
        return Rejection.OUTSIDE_BAND
    if post_only and special is not None and (price != order.price or leaves > order.open()):
        # As it would come in: whole, not by an iceberg's slice.
        probe = Resting(order.id, order.side, price, leaves, order.party, 0, order.tif, special)
        if would_trade(m, probe, special):
            return Rejection.WOULD_TRADE
    return None


def _shrink(m: Market, order: Resting, total: int, leaves: int) -> None:
    """Fewer lots at the same place."""
    special = order.special
    off = order.open() - leaves
    order.total = total
    price = order.price
    if off:
        from_reserve = min(off, special.reserve) if special is not None else 0
        if special is not None:
            special.reserve -= from_reserve
        if off > from_reserve:
            if order.level is not None:
                m.lower(order, order.qty - (off - from_reserve))
            else:
                order.qty -= off - from_reserve
    if order.level is not None:
        m.depth(order.side, order.level)
    m.tell(order.party, Replaced(order.id, total, price, leaves, True))  # type: ignore[arg-type]


def _move(m: Market, order: Resting, total: int, leaves: int, price: int) -> None:
    """Out, and in again under the same id."""
    special = order.special
    m.take_out(order)
    m.clean()
    order.total = total
    order.qty = leaves
    order.rank = m.next_rank()
    if special is not None and special.peg is not Peg.NONE:
        special.limit = price
    order.price = price
    if special is not None:
        special.reserve = 0
        special.sliced = 0 < special.peak < leaves
    m.tell(order.party, Replaced(order.id, total, price, leaves, False))  # type: ignore[arg-type]
    place(m, order, special)
