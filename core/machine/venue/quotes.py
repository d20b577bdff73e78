"""Mass quotes. A quote is a DAY limit order that its session may replace and take out in one message.

Decided here: a mass quote is checked whole before its first quote changes anything.
"""

from core.domain.enums import CancelReason, OrderType, Side, TimeInForce
from core.machine.venue.checks import check_new, check_numbers, outside_band, wrong_phase
from core.machine.venue.entry import enter
from core.machine.venue.market import Market
from core.machine.venue.parties import Party
from core.machine.venue.replacing import replace_open
from core.machine.venue.rules import LARGEST, LARGEST_QTY
from core.messages.market_data import OperationRefused
from core.messages.participants import MassQuote
from core.messages.rejections import Rejection

BUY, SELL, LIMIT, DAY = Side.BUY, Side.SELL, OrderType.LIMIT, TimeInForce.DAY


def mass_quote(m: Market, party: Party, message: MassQuote) -> bool:
    """Whether something changed."""
    enters = any(row[2] or row[5] for row in message.quotes)
    reason = _check(m, party, message) or (Rejection.QUOTES_BLOCKED if enters and party.quotes_blocked else None)
    if reason is not None:
        m.out.events.append(OperationRefused(m.id, "quote", reason, message.session))
        return False
    live = {row[index]: True for row in message.quotes for index in (0, 3) if row[index] in m.book.orders}
    for bid_id, bid, bid_qty, ask_id, ask, ask_qty in message.quotes:
        for id, side, price, qty in ((bid_id, BUY, bid, bid_qty), (ask_id, SELL, ask, ask_qty)):
            order = m.book.orders.get(id)
            if order is None:
                # One that was live a moment ago met its own kind within this message: it is not entered anew.
                if qty and id not in live:
                    enter(m, id, party, side, LIMIT, qty, price, DAY, None, True)
            elif qty == 0:
                m.drop(order, CancelReason.QUOTE_REPLACED)
            else:
                replace_open(m, order, qty, price)
    return enters or bool(live)


def _check(m: Market, party: Party, message: MassQuote) -> Rejection | None:
    seen: dict[int, bool] = {}
    before = 0
    quotes = any(row[2] or row[5] for row in message.quotes)
    worst: Rejection | None = Rejection.WRONG_PHASE if quotes and wrong_phase(m.phase, DAY, False) else None
    for bid_id, bid, bid_qty, ask_id, ask, ask_qty in message.quotes:
        for id, side, price, qty in ((bid_id, BUY, bid, bid_qty), (ask_id, SELL, ask, ask_qty)):
            reason = _check_one(m, party, id, side, price, qty)
            if id and id in seen and (reason is None or reason > Rejection.ID_IN_USE):
                reason = Rejection.ID_IN_USE
            if qty and m.rules.ids_ascending and id not in m.book.orders:
                # The second new one must be beyond the first, which is not entered yet.
                if before and id >= before and (reason is None or reason > Rejection.ID_IN_USE):
                    reason = Rejection.ID_IN_USE
                before = id
            seen[id] = True
            if reason is not None and (worst is None or reason < worst):
                worst = reason
        if bid_qty and ask_qty and bid >= ask and (worst is None or worst > Rejection.BAD_PRICE):
            worst = Rejection.BAD_PRICE
    return worst


def _check_one(m: Market, party: Party, id: int, side: Side, price: int, qty: int) -> Rejection | None:
    order = m.book.orders.get(id)
    if order is None:
        return check_new(m, id, party, side, LIMIT, qty, price, DAY, None) if qty else None
    if order.party is not party:
        return Rejection.FOREIGN_ORDER
    if order.special is None or not order.special.quote or order.side is not side:
        return Rejection.ID_IN_USE
    if qty == 0:
        return None
    reason = check_numbers(m, LIMIT, qty, price, 0)
    if reason is None and (qty * price >= LARGEST or qty >= LARGEST_QTY):
        return Rejection.TOO_LARGE
    if reason is None and outside_band(m, price):
        return Rejection.OUTSIDE_BAND
    return reason
