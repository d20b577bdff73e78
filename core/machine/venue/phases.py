"""Phases of an instrument's day: which follow which, what happens between, and when a phase ends by itself.

Decided here: the table below is strict, anything else is refused; market-wide commands are judged instrument by instrument.
A call is uncrossed when it is left for trading, never when it is halted. From a halt trading comes back only through a call, for
a halted call may have left the book crossed. Order of news: the uncross, the phase, then what the new phase brings along.
"""

from typing import Final

from core.domain.enums import CancelReason, OrderType, Phase, PhaseCause, TimeInForce
from core.domain.units import Nanos
from core.machine.timers import LIMIT_STATE, PHASE_END
from core.machine.venue.auction import uncross, would_price
from core.machine.venue.book import Resting, by_rank
from core.machine.venue.checks import CALLS, outside_band
from core.machine.venue.market import Market
from core.machine.venue.status import tell_bands
from core.messages.market_data import PhaseChanged
from core.messages.terms import STATUS

CONTINUOUS: Final = Phase.CONTINUOUS

NEXT: Final[dict[Phase, tuple[Phase, ...]]] = {
    Phase.CLOSED: (Phase.PRE_OPEN, Phase.OPENING_CALL),
    Phase.PRE_OPEN: (Phase.OPENING_CALL, Phase.HALT, Phase.CLOSED),
    Phase.OPENING_CALL: (Phase.CONTINUOUS, Phase.HALT),
    Phase.CONTINUOUS: (Phase.HALT, Phase.VOLATILITY_CALL, Phase.CLOSING_CALL, Phase.POST_TRADE),
    Phase.HALT: (Phase.VOLATILITY_CALL, Phase.CLOSING_CALL, Phase.CLOSED),
    Phase.VOLATILITY_CALL: (Phase.CONTINUOUS, Phase.CLOSING_CALL, Phase.HALT),
    Phase.CLOSING_CALL: (Phase.POST_TRADE, Phase.HALT),
    Phase.POST_TRADE: (Phase.CLOSED,),
}
TRADES_AFTER: Final = {
    Phase.OPENING_CALL: Phase.CONTINUOUS,
    Phase.VOLATILITY_CALL: Phase.CONTINUOUS,
    Phase.CLOSING_CALL: Phase.POST_TRADE,
}
"""Where a call's uncross leads."""


def change(m: Market, phase: Phase, cause: PhaseCause, ends_at: int) -> None:
    """A legal change. ends_at: with its random part already drawn."""
    was = m.phase
    if TRADES_AFTER.get(was) is phase:
        uncross(m)
    _set(m, phase, cause, ends_at)
    if phase in CALLS:
        _join(m)
    elif phase is Phase.CLOSED:
        _expire_day(m)
    elif phase is CONTINUOUS:
        m.path = [m.book.last] if m.book.last and m.stops.count else []
        m.best_was = (-1, -1)
        m.stops.fresh.clear()


def _set(m: Market, phase: Phase, cause: PhaseCause, ends_at: int) -> None:
    m.phase = phase
    m.since = m.out.at
    m.ends_at = ends_at
    if cause is not PhaseCause.EXTENDED:
        m.extended = False
        m.indicative = (0, 0, 0)
        m.indicative_at = m.indicative_due = 0
    if ends_at:
        m.timers.add(ends_at, PHASE_END, m.id, ends_at)
    m.refresh()
    if m.feeds & STATUS:
        m.status_seq += 1
        m.out.events.append(PhaseChanged(m.id, phase, cause, Nanos(ends_at), m.status_seq))
    if m.limit_since:
        m.limit_since = 0
        tell_bands(m)


def call_ends(m: Market) -> int:
    """When a volatility call that begins now ends."""
    rules = m.rules
    return m.out.at + rules.call_ns + (m.chance.draw(rules.call_random_ns) if rules.call_random_ns else 0)


def pause_if_tripped(m: Market) -> None:
    """After an order's rest was dealt with."""
    if m.tripped:
        m.tripped = False
        if m.phase is CONTINUOUS:
            change(m, Phase.VOLATILITY_CALL, PhaseCause.VELOCITY, call_ends(m))


def on_phase_end(m: Market, token: int) -> bool:
    """The phase's own end has come, unless it was changed since: False."""
    if token != m.ends_at or m.out.at < token:
        return False
    if m.phase is Phase.HALT:
        change(m, Phase.VOLATILITY_CALL, PhaseCause.PAUSE_ENDED, call_ends(m))
    elif m.phase in TRADES_AFTER:
        price = would_price(m)[0]
        if price and not m.extended and outside_band(m, price):
            m.extended = True
            _set(m, m.phase, PhaseCause.EXTENDED, m.out.at + m.rules.call_ns)
        else:
            change(m, TRADES_AFTER[m.phase], PhaseCause.CALL_ENDED, 0)
    return True


def check_limit_state(m: Market) -> None:
    """At the end of a step, with a dynamic band."""
    if m.trade_id != m.told_trades and m.bands.renew(m.rules, m.out.at):
        tell_bands(m)
    if m.phase is not CONTINUOUS:
        return
    bid, ask = m.best()
    at_limit = m.bands.mean > 0 and (bid >= m.bands.high or (ask != 0 and ask <= m.bands.low))
    if at_limit == (m.limit_since > 0):
        return
    m.limit_since = m.out.at if at_limit else 0
    if at_limit:
        m.timers.add(m.out.at + m.rules.limit_state_ns, LIMIT_STATE, m.id, m.out.at)
    tell_bands(m)


def on_limit_state(m: Market, token: int) -> bool:
    if m.phase is not CONTINUOUS or m.limit_since != token or m.out.at < token + m.rules.limit_state_ns:
        return False
    change(m, Phase.HALT, PhaseCause.LIMIT_STATE, m.out.at + m.rules.halt_ns)
    return True


def _join(m: Market) -> None:
    """Orders that waited for this auction, by rank, with new ranks."""
    closing = m.phase is Phase.CLOSING_CALL
    for order in sorted(m.held.values(), key=by_rank):
        special = order.special
        assert special is not None
        if order.tif is not TimeInForce.GFA and not (closing and order.tif is TimeInForce.ATC):
            continue
        if special.joined:
            continue
        order.rank = m.next_rank()
        if special.order_type is OrderType.MARKET:
            special.joined = True
        else:
            del m.held[order.id]
            m.rest(order, order.qty)


def _expire_day(m: Market) -> None:
    for order in sorted(m.book.orders.values(), key=by_rank):
        if order.tif is TimeInForce.DAY:
            expire(m, order)
    m.clean()


def expire(m: Market, order: Resting) -> None:
    qty = order.open()
    m.take_out(order)
    m.cancelled(order, qty, CancelReason.EXPIRED)
