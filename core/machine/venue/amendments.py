"""Trades undone or corrected by the exchange's operator: positions, statistics and market data follow, orders do not come back.

Decided here: the last KEPT_TRADES can be amended. Volume, turnover and count follow always; the last price when it was the
last trade's; first, high and low as far as every trade of the day is still kept. No stop fires by an amendment.
"""

from core.domain.enums import Side
from core.domain.units import Money, OrderId, Price, Qty
from core.machine.venue.market import Market
from core.machine.venue.parties import Party
from core.machine.venue.publication import tell_statistics
from core.messages.market_data import TradeBusted, TradeCorrected, TradePrinted
from core.messages.rejections import Rejection
from core.messages.reports import Busted, Corrected
from core.messages.terms import STATISTICS, STATUS

Kept = tuple[TradePrinted, Party, Party]


def _find(m: Market, trade_id: int) -> Kept | None:
    """A trade that still stands."""
    index = trade_id - (m.trade_id - len(m.kept)) - 1
    if not 0 <= index < len(m.kept):
        return None
    qty = m.standing(m.kept[index][0])[1]
    return m.kept[index] if qty else None


def bust(m: Market, trade_id: int) -> Rejection | None:
    kept = _find(m, trade_id)
    if kept is None:
        return Rejection.UNKNOWN_TRADE
    trade = kept[0]
    price, qty = m.standing(trade)
    m.amended[trade_id] = (price, 0)
    m.volume -= qty
    m.turnover -= price * qty
    m.trades -= 1
    _follow(m)
    if m.feeds & STATUS:
        m.status_seq += 1
        m.out.events.append(TradeBusted(m.id, trade_id, Price(price), Qty(qty), m.status_seq))
    maker_side = Side.SELL if trade.aggressor is Side.BUY else Side.BUY
    for order_id, party, side, maker in ((trade.maker, kept[1], maker_side, True), (trade.taker, kept[2], trade.aggressor, False)):
        m.tell(party, Busted(OrderId(order_id), trade_id, side, Qty(qty), Price(price), Money(m.fee_of(trade, maker, price, qty))))
    if m.feeds & STATISTICS:
        tell_statistics(m)
    return None


def correct(m: Market, trade_id: int, price: int, qty: int) -> Rejection | None:
    if qty <= 0 or qty % m.rules.lot:
        return Rejection.BAD_QTY
    if price <= 0:
        return Rejection.BAD_PRICE
    kept = _find(m, trade_id)
    if kept is None:
        return Rejection.UNKNOWN_TRADE
    trade = kept[0]
    was_price, was_qty = m.standing(trade)
    if qty > was_qty:
        return Rejection.BAD_QTY
    m.amended[trade_id] = (price, qty)
    m.volume += qty - was_qty
    m.turnover += price * qty - was_price * was_qty
    _follow(m)
    if m.feeds & STATUS:
        m.status_seq += 1
        m.out.events.append(
            TradeCorrected(m.id, trade_id, Price(price), Qty(qty), Price(was_price), Qty(was_qty), m.status_seq)
        )
    maker_side = Side.SELL if trade.aggressor is Side.BUY else Side.BUY
    for order_id, party, side, maker in ((trade.maker, kept[1], maker_side, True), (trade.taker, kept[2], trade.aggressor, False)):
        fee, was_fee = m.fee_of(trade, maker, price, qty), m.fee_of(trade, maker, was_price, was_qty)
        m.tell(
            party,
            Corrected(
                OrderId(order_id), trade_id, side, Qty(qty), Price(price), Money(fee), Qty(was_qty), Price(was_price), Money(was_fee)
            ),
        )
    if m.feeds & STATISTICS:
        tell_statistics(m)
    return None


def _follow(m: Market) -> None:
    """Last price, and the day's range, from the trades that stand."""
    first = high = low = last = 0
    for kept in m.kept:
        price, qty = m.standing(kept[0])
        if qty:
            first = first or price
            high = max(high, price)
            low = min(low, price) if low else price
            last = price
    if last or m.trade_id == len(m.kept):
        m.book.last = last
    if m.trade_id == len(m.kept):
        m.first, m.high, m.low = first, high, low
