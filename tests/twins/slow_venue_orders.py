"""The slow exchange's orders: entering, replacing, cancelling (sections 3, 4, 7.3, 8.2 and 8.3)."""

import copy
from typing import Any

from core.domain.enums import CancelReason, OrderType, Peg, Phase, Request, TimeInForce
from core.messages.participants import KEEP, AmendOrder
from core.messages.rejections import Rejection
from core.messages.reports import Rejected, Replaced
from tests.twins import slow_venue_checks as checks
from tests.twins.slow_venue_market import AWAY, BUY, STOP, Market, Order, other, tighter
from tests.twins.slow_venue_matching import banded, cancel, come_in, decide_iceberg, hold, rest, slid

CONTINUOUS = Phase.CONTINUOUS


def enter(venue: Any, m: Market, order: Order) -> None:
    reason = checks.reason_against_new(venue, m, order)
    if reason is not None:
        venue.tell(Rejected(order.id, "", Request.NEW, reason))
        return
    checks.use_id(m, order.id)
    m.touched = True
    order.rank = m.next_rank()
    place(venue, m, order)


def waits_for_auction(m: Market, order: Order) -> bool:
    if order.tif is TimeInForce.ATC:
        return m.phase is not Phase.CLOSING_CALL
    return order.tif is TimeInForce.GFA and m.phase is CONTINUOUS


def place(venue: Any, m: Market, order: Order) -> None:
    """An accepted order goes where it belongs. It stands nowhere yet, and has its rank."""
    order.in_auction = False
    if order.kind in checks.WAITING_KINDS:
        order.fresh = True
        hold(venue, m, order, STOP)
    elif waits_for_auction(m, order):
        hold(venue, m, order)
    elif m.phase is not CONTINUOUS:
        if order.kind in (OrderType.MARKET, OrderType.PEGGED):
            order.in_auction = True
            hold(venue, m, order)
        else:
            decide_iceberg(order)
            # In a call there is no far band: nothing trades yet.
            rest(venue, m, order, order.price)
    elif order.kind is OrderType.PEGGED:
        price = peg_price(m, order)
        if price:
            come_in(venue, m, order, price)
        else:
            hold(venue, m, order)
    else:
        if order.kind is OrderType.LIMIT:
            order.price = slid(m, order) if order.post_only else banded(m, order)
        come_in(venue, m, order, order.price)


def peg_price(m: Market, order: Order) -> int:
    """Section 7.1. 0: it waits."""
    own, far = m.best(order.side), m.best(other(order.side))
    if order.peg is Peg.MIDPOINT:
        if not own or not far:
            return 0
        price = (own + far) // 2 if order.side is BUY else -(-(own + far) // 2)
    else:
        reference = own if order.peg is Peg.PRIMARY else far
        if not reference or reference + order.peg_offset < 1:
            return 0
        price = m.outward(order.side, reference + order.peg_offset)
    if order.price:
        price = tighter(order.side, price, order.price) or 0
    return max(price, 0)


def withdraw(venue: Any, m: Market, id: int, session: int) -> None:
    reason = checks.reason_against_naming(venue, m, id, session, asks_for_more=False)
    if reason is not None:
        venue.tell(Rejected(id, "", Request.CANCEL, reason))
        return
    order = m.find(id)
    assert order is not None
    cancel(venue, m, order, CancelReason.REQUESTED)


# replace ----------------------------------------------------------------------------------------------------------------


def amend(venue: Any, m: Market, message: AmendOrder) -> None:
    reason = checks.reason_against_naming(venue, m, message.order_id, message.session, asks_for_more=True)
    order = m.find(message.order_id)
    if reason is None and order is not None:
        open = message.qty if m.rules.replace_open else message.qty - order.filled
        reason = replace(venue, m, order, open, message.price, message.trigger, message.display, no_qty=message.qty <= 0)
    if reason is not None:
        venue.tell(Rejected(message.order_id, "", Request.REPLACE, reason))


def wanted(order: Order, open: int, price: int, trigger: int, display: int) -> Order:
    """What the order is to become."""
    want = copy.copy(order)
    want.total, want.open, want.price = order.filled + open, open, price
    if trigger != KEEP:
        want.trigger = trigger
    if display != KEEP:
        want.display = display
    want.min_qty = min(want.min_qty, max(open, 0))
    return want


def reason_against_replace(venue: Any, m: Market, order: Order, want: Order, new_trigger: bool, new_display: bool) -> Rejection | None:
    """As of a new order, with the old one out of the way."""
    without = m.shadow()
    without.orders = [o for o in without.orders if o.id != order.id]
    stays = want.price == order.price and want.open <= order.open
    probe = copy.copy(want)
    if stays:
        probe.post_only = type(probe.post_only).NO  # it does not come in again: there is nothing it would trade with
    if new_display and want.display <= 0:
        probe.display = -1  # an iceberg stays one
    reason = checks.reason_against(venue, without, probe, order)
    if new_trigger and order.kind is OrderType.TRAILING_STOP and (reason is None or reason > Rejection.BAD_TRIGGER):
        return Rejection.BAD_TRIGGER
    return reason


def replace(
    venue: Any, m: Market, order: Order, open: int, price: int, trigger: int = KEEP, display: int = KEEP,
    no_qty: bool = False, is_quote: bool = False,
) -> Rejection | None:
    """None: it is done. open: the new open quantity. no_qty: what was asked for is no quantity at all.
    is_quote: of a mass quote, which is measured by its open quantity and was checked before."""
    if checks.wrong_phase(m, order):
        return Rejection.WRONG_PHASE
    if (trigger != KEEP and order.kind not in checks.WAITING_KINDS) or (display != KEEP and not order.display):
        return Rejection.BAD_TERMS  # what the order never had stays KEEP
    if open <= 0 and not no_qty:
        cancel(venue, m, order, CancelReason.REQUESTED)
        return None
    want = wanted(order, open, price, trigger, display)
    if no_qty:
        want.total = 0
    reason = None if is_quote else reason_against_replace(venue, m, order, want, trigger != KEEP, display != KEEP)
    if reason is not None:
        return reason
    m.touched = True
    keeps = price == order.price and open <= order.open and want.trigger == order.trigger
    order.total, order.open, order.display, order.min_qty = want.total, want.open, want.display, want.min_qty
    order.trigger = want.trigger
    if not keeps:
        order.rank = m.next_rank()
    if keeps:
        order.shown = min(order.shown, order.open)
        told_replaced(venue, order, True)
    else:
        comes_in_again(venue, m, order, price)
    return None


def comes_in_again(venue: Any, m: Market, order: Order, price: int) -> None:
    m.orders.remove(order)
    order.where, order.at, order.shown, order.price = AWAY, 0, 0, price
    told_replaced(venue, order, False)
    place(venue, m, order)


def told_replaced(venue: Any, order: Order, kept: bool) -> None:
    price = order.at if kept and order.kind is OrderType.PEGGED else order.price
    venue.report(order.session, Replaced(order.id, order.total, price, order.open, kept))
