"""Price-time matching of an incoming order against a book.

Decided here, and held by scenarios:
- A trade prints at the maker's price. Best price first; within a price, the order accepted first.
- A partly filled maker keeps its place. A filled one leaves at once, and an empty level with it.
- A market order never rests. `worst` bounds it (0: unbounded); what is left beyond is the caller's to cancel.
- Bounded by funds: at each maker it takes the lots that the money left still pays for; the first maker it cannot pay in
  full ends it.
- All-or-nothing is decided by `reachable` before anything changes, so a failed one leaves no trace.
- One DepthChanged for each level touched, after the trades at that level.
Deliberately absent: who may enter, whether it is allowed, what an order of ours means.
"""

from core.domain.enums import Liquidity, Side
from core.domain.units import InstrumentId, OrderId, Price, Qty
from core.machine.venue.book import Book
from core.messages.events import Event
from core.messages.market_data import DepthChanged, TradePrinted
from core.messages.reports import Filled, Report

BUY, SELL = Side.BUY, Side.SELL
MAKER, TAKER = Liquidity.MAKER, Liquidity.TAKER


def match(
    book: Book, instrument: InstrumentId, id: OrderId, side: Side, qty: int, worst: int, funds: int,
    events: list[Event], reports: list[Report],
) -> int:
    """Trades up to qty lots (or up to funds when funds > 0) at prices no worse than worst; returns the lots left.

    Appends TradePrinted and DepthChanged to events, and a Filled to reports for every order of ours (id > 0).
    """
    buying = side is BUY
    opposite = SELL if buying else BUY
    while qty > 0:
        level = book.best_ask() if buying else book.best_bid()
        if level is None:
            break
        price = level.price
        before = level.qty
        if worst and (price > worst if buying else price < worst):
            break
        spent = False
        while qty > 0:
            maker = level.first
            if maker is None:
                break
            take = maker.qty if maker.qty <= qty else qty
            if funds:
                payable = funds // price
                if payable < take:
                    take = payable
                    spent = True
                    if take == 0:
                        break
                funds -= take * price
            qty -= take
            events.append(TradePrinted(instrument, Price(price), Qty(take), side, OrderId(maker.id), id))
            if maker.qty == take:
                book.remove(maker)
                left = 0
            else:
                left = maker.qty - take
                book.reduce(maker, left)
            if maker.id > 0:
                reports.append(Filled(OrderId(maker.id), Qty(take), Price(price), Qty(left), MAKER))
            if id > 0:
                reports.append(Filled(id, Qty(take), Price(price), Qty(qty), TAKER))
            book.last = price
            if spent:
                break
        if level.qty != before:
            events.append(DepthChanged(instrument, opposite, Price(price), Qty(level.qty), level.count))
        if spent:
            break
    return qty


def reachable(book: Book, side: Side, qty: int, worst: int) -> bool:
    """Whether qty lots could trade at once at prices no worse than worst. Changes nothing."""
    levels = book.asks if side is BUY else book.bids
    for price in sorted(levels) if side is BUY else sorted(levels, reverse=True):
        if worst and (price > worst if side is BUY else price < worst):
            break
        qty -= levels[price].qty
        if qty <= 0:
            return True
    return qty <= 0
