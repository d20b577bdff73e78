"""What the slow exchange's operator says, and its clock (sections 8.9, 8.10, 9.1, 9.3, 10.6)."""

from typing import Any

from core.domain.enums import CancelReason, Phase, PhaseCause
from core.messages.market_data import OperationRefused, TradeBusted, TradeCorrected
from core.messages.operations import BustTrade, ChangePhase, CorrectTrade, SetMark, SetReference, SetSchedule, TimePassed
from core.messages.rejections import Rejection
from core.messages.reports import Busted, Corrected
from tests.twins.slow_venue_auction import LEGAL, by_rank, change_phase, timed_end
from tests.twins.slow_venue_checks import CALLS
from tests.twins.slow_venue_market import Market, Trade
from tests.twins.slow_venue_matching import cancel, fee

KEPT_TRADES = 4_096


def refuse(venue: Any, instrument: int, reason: Rejection, value: int) -> None:
    venue.tell(OperationRefused(instrument, "", reason, value))


# phases -----------------------------------------------------------------------------------------------------------------


def on_phase(venue: Any, c: ChangePhase) -> None:
    if c.instrument and c.instrument not in venue.markets:
        refuse(venue, c.instrument, Rejection.UNKNOWN_INSTRUMENT, c.phase)
        return
    for m in venue.ordered():
        if c.instrument not in (0, m.number):
            continue
        ends_at = 0
        if c.ends_at and c.phase in (*CALLS, Phase.HALT) and c.phase in LEGAL[m.phase]:
            if c.ends_at <= venue.now:
                refuse(venue, m.number, Rejection.BAD_EXPIRY, c.phase)
                continue
            ends_at = c.ends_at + m.draws.draw(c.random_ns)
        change_phase(venue, m, c.phase, PhaseCause.OPERATOR, ends_at)


def on_schedule(venue: Any, c: SetSchedule) -> None:
    m = venue.markets.get(c.instrument)
    if m is None:
        refuse(venue, c.instrument, Rejection.UNKNOWN_INSTRUMENT, 0)
        return
    before = venue.now
    for at, _, random in c.entries:
        if at < before or random < 0:
            refuse(venue, c.instrument, Rejection.BAD_RULES, at)
            return
        before = at
    m.schedule = [(at + m.draws.draw(random), phase) for at, phase, random in c.entries]


def on_reference(venue: Any, c: SetReference) -> None:
    m = venue.markets.get(c.instrument)
    if m is None or c.price <= 0:
        refuse(venue, c.instrument, *((Rejection.UNKNOWN_INSTRUMENT, 0) if m is None else (Rejection.BAD_PRICE, c.price)))
    else:
        venue.new_reference(m, c.price)


def on_mark(venue: Any, c: SetMark) -> None:
    m = venue.markets.get(c.instrument)
    if m is None or c.price <= 0:
        refuse(venue, c.instrument, *((Rejection.UNKNOWN_INSTRUMENT, 0) if m is None else (Rejection.BAD_PRICE, c.price)))
    else:
        m.mark, m.touched = c.price, True


def on_time(venue: Any, c: TimePassed) -> None:
    """Everything that is due, kind by kind, each by instrument, each followed by its own settling. Delayed arrivals come later."""
    for what in (expire, end_limit_state, end_phase, change_by_schedule):
        for m in venue.ordered():
            m.touched = False  # quotes pulled by another instrument's step are not followed
            what(venue, m)
            if m.touched:
                venue.follow(m)


def expire(venue: Any, m: Market) -> None:
    for order in by_rank(o for o in m.orders if o.expires_at and o.expires_at <= venue.now):
        cancel(venue, m, order, CancelReason.EXPIRED)


def end_limit_state(venue: Any, m: Market) -> None:
    if m.limit_since is not None and m.limit_since + m.rules.limit_state_ns <= venue.now:
        change_phase(venue, m, Phase.HALT, PhaseCause.LIMIT_STATE, venue.now + m.rules.halt_ns)


def end_phase(venue: Any, m: Market) -> None:
    if m.ends_at and m.ends_at <= venue.now:
        timed_end(venue, m)


def change_by_schedule(venue: Any, m: Market) -> None:
    due = [one for one in m.schedule if one[0] <= venue.now]
    m.schedule = [one for one in m.schedule if one[0] > venue.now]
    for _, phase in due:
        change_phase(venue, m, phase, PhaseCause.SCHEDULE)


# trades undone ----------------------------------------------------------------------------------------------------------


def known_trade(m: Market, id: int) -> Trade | None:
    trade = m.trades[id - 1] if 0 < id <= len(m.trades) else None
    return trade if trade and not trade.busted and id > len(m.trades) - KEPT_TRADES else None


def set_last(m: Market, trade: Trade) -> None:
    """When it was the last trade that stands, the price follows it, or the one before."""
    standing = [one for one in m.trades if not one.busted]
    if not standing:
        m.last = 0
    elif trade.id >= standing[-1].id:
        m.last = standing[-1].price


def on_bust(venue: Any, c: BustTrade) -> None:
    m = venue.markets.get(c.instrument)
    trade = known_trade(m, c.trade_id) if m else None
    if m is None or trade is None:
        refuse(venue, c.instrument, Rejection.UNKNOWN_INSTRUMENT if m is None else Rejection.UNKNOWN_TRADE, c.trade_id)
        return
    trade.busted = m.touched = True
    set_last(m, trade)
    venue.tell(TradeBusted(m.number, trade.id, trade.price, trade.qty, 0))
    for id, session, side, paid, _ in trade.sides:
        venue.report(session, Busted(id, trade.id, side, trade.qty, trade.price, paid))


def on_correct(venue: Any, c: CorrectTrade) -> None:
    m = venue.markets.get(c.instrument)
    reason = Rejection.UNKNOWN_INSTRUMENT if m is None else reason_against_correction(m, c)
    if m is None or reason is not None:
        refuse(venue, c.instrument, reason or Rejection.UNKNOWN_INSTRUMENT, c.trade_id)
        return
    trade = known_trade(m, c.trade_id)
    assert trade is not None
    was_price, was_qty, was_sides = trade.price, trade.qty, trade.sides
    trade.price, trade.qty, m.touched = c.price, c.qty, True
    trade.sides = [(id, session, side, fee(m, rate, c.price, c.qty), rate) for id, session, side, _, rate in was_sides]
    set_last(m, trade)
    venue.tell(TradeCorrected(m.number, trade.id, c.price, c.qty, was_price, was_qty, 0))
    for (id, session, side, now_paid, _), was in zip(trade.sides, was_sides, strict=True):
        venue.report(session, Corrected(id, trade.id, side, c.qty, c.price, now_paid, was_qty, was_price, was[3]))


def reason_against_correction(m: Market, c: CorrectTrade) -> Rejection | None:
    trade = known_trade(m, c.trade_id)
    if c.qty <= 0 or c.qty % m.lot or (trade is not None and c.qty > trade.qty):
        return Rejection.BAD_QTY
    if c.price <= 0:
        return Rejection.BAD_PRICE
    return Rejection.UNKNOWN_TRADE if trade is None else None
