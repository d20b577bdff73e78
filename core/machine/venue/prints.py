"""Trades as they happen: printed, counted, told to both sides, and remembered for those who measure by them.

Deliberately absent: who trades with whom, and what either order has left: the caller's.
"""

from typing import Final

from core.domain.enums import Liquidity
from core.machine.venue.book import Resting
from core.machine.venue.market import Market
from core.machine.venue.parties import SILENT, Party
from core.messages.market_data import TradePrinted
from core.messages.reports import Filled

MAKER: Final = Liquidity.MAKER
TAKER: Final = Liquidity.TAKER
AUCTION: Final = Liquidity.AUCTION


def trade(m: Market, maker: Resting, maker_left: int, taker: Resting, taker_left: int, price: int, qty: int, auction: bool) -> None:
    """Prints a trade and tells both; the orders' quantities are the caller's. left: what each has open after it."""
    m.trade_id += 1
    printed = TradePrinted(
        m.id, price, qty, taker.side, maker.id, taker.id, m.trade_id, auction  # type: ignore[arg-type]
    )
    m.out.events.append(printed)
    count(m, price, price, qty, price * qty, 1)
    maker_fee = taker_fee = 0
    if m.rules.has_fees:
        maker_fee, taker_fee = fee_of(m, printed, True, price, qty), fee_of(m, printed, False, price, qty)
    m.kept.append((printed, maker.party, taker.party, maker_fee, taker_fee))
    filled(m, maker.party, maker.id, maker_left, price, qty, AUCTION if auction else MAKER, maker_fee)
    filled(m, taker.party, taker.id, taker_left, price, qty, AUCTION if auction else TAKER, taker_fee)
    m.bands.note(m.rules, m.out.at, price)
    if maker.special is not None and maker.special.quote:
        note_quote(m, maker.party, qty)
    if taker.special is not None and taker.special.quote:
        note_quote(m, taker.party, qty)


def filled(m: Market, party: Party, id: int, left: int, price: int, qty: int, role: Liquidity, fee: int) -> None:
    if party.reports != SILENT:
        m.tell(party, Filled(id, qty, price, left, role, m.trade_id, fee))  # type: ignore[arg-type]


def after_fill(m: Market, maker: Resting, party: Party, id: int, left: int, price: int, qty: int) -> None:
    """On the short path, when somebody is told or the maker is no plain order: reports, and what becomes of a maker that was
    taken from the front of its level."""
    special = maker.special
    filled(m, maker.party, maker.id, maker.open(), price, qty, MAKER, 0)
    filled(m, party, id, left, price, qty, TAKER, 0)
    if special is not None and special.quote:
        note_quote(m, maker.party, qty)
    if maker.qty:
        return
    if special is not None and special.reserve:
        level = maker.level
        if level is not None and level.first is None:
            # It was the last one there.
            level.last = None
        m.next_slice(maker, special)
        m.book.append(maker)
    else:
        del m.book.orders[maker.id]


def fee_of(m: Market, trade: TradePrinted, maker: bool, price: int, qty: int) -> int:
    """By the rules in force now."""
    rules = m.rules
    return rules.fee(rules.auction_ppm if trade.auction else rules.maker_ppm if maker else rules.taker_ppm, price, qty)


def count(m: Market, first: int, last: int, qty: int, turnover: int, trades: int) -> None:
    """Trades between two prices in one direction, into the day's statistics and before the stops' eyes."""
    if not m.trades:
        m.first = m.low = m.high = first
    # All in one direction: one end of it is the lowest, the other the highest.
    if first < m.low or last < m.low:
        m.low = first if first < last else last
    if first > m.high or last > m.high:
        m.high = first if first > last else last
    m.volume += qty
    m.turnover += turnover
    m.trades += trades
    m.book.last = last
    if m.stops.count:
        m.path.append(first)
        if last != first:
            m.path.append(last)


def note_quote(m: Market, party: Party, qty: int) -> None:
    """A fill of a quote counts for its session's protection; what follows comes after the causing order."""
    if not party.max_lots and not party.max_fills:
        return
    until = m.out.at - party.window_ns
    party.fills = [fill for fill in party.fills if fill[0] > until]
    party.fills.append((m.out.at, qty))
    over = bool(party.max_fills) and len(party.fills) > party.max_fills
    if over or (party.max_lots and sum(lots for _, lots in party.fills) > party.max_lots):
        if party not in m.struck:
            m.struck.append(party)
            m.busy = True
