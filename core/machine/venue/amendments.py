"""Trades undone or corrected by the exchange's operator: positions, statistics and market data follow, orders do not come back.

Decided here: the last KEPT_TRADES can be amended. Volume, turnover and count follow always; the last price when it was the
last trade's; first, high and low as far as every trade of the day is still kept. A bust gives back the fees that were charged, a
correction charges by the rules in force now. No stop fires by an amendment alone.
"""

from core.domain.enums import Side
from core.domain.units import Money, OrderId, Price, Qty
from core.machine.venue.market import Kept, Market
from core.machine.venue.prints import fee_of
from core.machine.venue.publication import tell_statistics
from core.machine.venue.rules import LARGEST
from core.messages.market_data import TradeBusted, TradeCorrected, TradePrinted
from core.messages.rejections import Rejection
from core.messages.reports import Busted, Corrected
from core.messages.terms import STATISTICS, STATUS


def _standing(m: Market, kept: Kept) -> tuple[int, int, int, int]:
    """(price, lots, maker's fee, taker's fee) as the trade stands now; 0 lots: busted."""
    trade = kept[0]
    return m.amended.get(trade.trade_id, (trade.price, trade.qty, kept[3], kept[4]))


def _find(m: Market, trade_id: int) -> Kept | None:
    """A trade that still stands."""
    index = trade_id - (m.trade_id - len(m.kept)) - 1
    if not 0 <= index < len(m.kept):
        return None
    found = m.kept[index]
    nobody = m.parties.nobody
    kept = found if isinstance(found, tuple) else (found, nobody, nobody, 0, 0)
    return kept if _standing(m, kept)[1] else None


def _sides(trade: TradePrinted) -> tuple[Side, Side]:
    """The maker's and the taker's."""
    return (Side.SELL if trade.aggressor is Side.BUY else Side.BUY), trade.aggressor


def bust(m: Market, trade_id: int) -> Rejection | None:
    kept = _find(m, trade_id)
    if kept is None:
        return Rejection.UNKNOWN_TRADE
    trade = kept[0]
    price, qty, maker_fee, taker_fee = _standing(m, kept)
    m.amended[trade_id] = (price, 0, 0, 0)
    m.volume -= qty
    m.turnover -= price * qty
    m.trades -= 1
    _follow(m)
    if m.feeds & STATUS:
        m.status_seq += 1
        m.out.events.append(TradeBusted(m.id, trade_id, Price(price), Qty(qty), m.status_seq))
    sells, buys = _sides(trade)
    m.tell(kept[1], Busted(OrderId(trade.maker), trade_id, sells, Qty(qty), Price(price), Money(maker_fee)))
    m.tell(kept[2], Busted(OrderId(trade.taker), trade_id, buys, Qty(qty), Price(price), Money(taker_fee)))
    if m.feeds & STATISTICS:
        tell_statistics(m)
    return None


def correct(m: Market, trade_id: int, price: int, qty: int) -> Rejection | None:
    if qty <= 0 or qty % m.rules.lot:
        return Rejection.BAD_QTY
    if price <= 0 or price * qty >= LARGEST:
        return Rejection.BAD_PRICE
    kept = _find(m, trade_id)
    if kept is None:
        return Rejection.UNKNOWN_TRADE
    trade = kept[0]
    was_price, was_qty, was_maker_fee, was_taker_fee = _standing(m, kept)
    if qty > was_qty:
        return Rejection.BAD_QTY
    maker_fee, taker_fee = fee_of(m, trade, True, price, qty), fee_of(m, trade, False, price, qty)
    m.amended[trade_id] = (price, qty, maker_fee, taker_fee)
    m.volume += qty - was_qty
    m.turnover += price * qty - was_price * was_qty
    _follow(m)
    if m.feeds & STATUS:
        m.status_seq += 1
        m.out.events.append(
            TradeCorrected(m.id, trade_id, Price(price), Qty(qty), Price(was_price), Qty(was_qty), m.status_seq)
        )
    maker_side, taker_side = _sides(trade)
    for order_id, party, side, fee, was_fee in (
        (trade.maker, kept[1], maker_side, maker_fee, was_maker_fee), (trade.taker, kept[2], taker_side, taker_fee, was_taker_fee)
    ):
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
    for kept in m.kept_trades():
        price, qty, _maker_fee, _taker_fee = _standing(m, kept)
        if qty:
            first = first or price
            high = max(high, price)
            low = min(low, price) if low else price
            last = price
    whole = m.trade_id == len(m.kept)
    if last or whole:
        m.book.last = last
    if whole:
        m.first, m.high, m.low = first, high, low
    oldest = m.trade_id - len(m.kept)
    m.amended = {trade_id: m.amended[trade_id] for trade_id in m.amended if trade_id > oldest}
