"""What is told once a step, or at most every so often: top of book, statistics, the indicative price of a call."""

from core.domain.units import INT64_MAX, Money, Price, Qty
from core.machine.timers import INDICATIVE
from core.machine.venue.auction import can_price, would_price
from core.machine.venue.checks import CALLS
from core.machine.venue.market import Market
from core.messages.market_data import IndicativeChanged, StatisticsChanged, TopChanged
from core.messages.terms import STATISTICS, STATUS, TOP


def publish(m: Market) -> None:
    """At the end of a step."""
    if m.feeds & TOP:
        _top(m)
    if m.trade_id != m.told_trades:
        m.told_trades = m.trade_id
        if m.feeds & STATISTICS:
            tell_statistics(m)
    if m.phase in CALLS and m.feeds & STATUS:
        if m.out.at >= m.indicative_at + m.rules.indicative_ns or not m.indicative_at:
            _indicative(m)
        elif not m.indicative_due:
            m.indicative_due = m.indicative_at + m.rules.indicative_ns
            m.timers.add(m.indicative_due, INDICATIVE, m.id, m.indicative_due)


def on_indicative(m: Market, token: int) -> None:
    if m.indicative_due != token:
        return
    m.indicative_due = 0
    if m.phase in CALLS and m.feeds & STATUS:
        _indicative(m)


def _indicative(m: Market) -> None:
    m.indicative_due = 0
    if not m.indicative[0] and not can_price(m):
        # Spares the walk through the book while orders come in; once something is priced it is walked once an interval.
        return
    now = would_price(m)
    if now[0] or m.indicative[0]:
        m.indicative_at = m.out.at
    if now == m.indicative:
        return
    m.indicative = now
    m.status_seq += 1
    m.out.events.append(IndicativeChanged(m.id, Price(now[0]), Qty(now[1]), now[2], m.status_seq))


def _top(m: Market) -> None:
    bid, ask = m.book.best_bid(), m.book.best_ask()
    now = (
        0 if bid is None else bid.price, 0 if bid is None else bid.qty, 0 if ask is None else ask.price, 0 if ask is None else ask.qty
    )
    if now != m.told_best:
        m.told_best = now
        m.top_seq += 1
        m.out.events.append(TopChanged(m.id, Price(now[0]), Qty(now[1]), Price(now[2]), Qty(now[3]), m.top_seq))


def tell_statistics(m: Market) -> None:
    m.statistics_seq += 1
    m.out.events.append(
        StatisticsChanged(
            m.id, Price(m.first), Price(m.high), Price(m.low), Price(m.book.last), Qty(m.volume),
            Money(min(m.turnover, INT64_MAX)), m.trades, m.statistics_seq,
        )
    )
