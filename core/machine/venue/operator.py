"""What the exchange's own operator and calendar do: rules, phases, prices, participants, mass cancels, amended trades.

Decided here: mass cancels go by instrument, then rank, and take waiting orders along; a price range asks for limit prices.
What cannot be is refused by event and changes nothing: such a function returns False, and nothing follows.
"""

from typing import Any, Final

from core.domain.enums import CancelReason, Phase, PhaseCause
from core.machine.timers import LIMIT_STATE, SCHEDULE
from core.machine.venue.amendments import bust, correct
from core.machine.venue.book import Resting, by_rank
from core.machine.venue.checks import CALLS
from core.machine.venue.market import Market
from core.machine.venue.output import Output
from core.machine.venue.parties import Parties
from core.machine.venue.phases import NEXT, change
from core.machine.venue.rules import LARGEST, Rules, unsound
from core.machine.venue.status import tell_bands
from core.messages.market_data import (
    MarkChanged,
    OperationRefused,
    ParticipantBlocked,
    ParticipantReadmitted,
    RulesChanged,
    ScheduleChanged,
    SessionChanged,
)
from core.messages.operations import BustTrade, ChangePhase, CorrectTrade, SetMark, SetReference, SetRules, SetSchedule
from core.messages.participants import MassCancel, OpenSession, SetQuoteProtection
from core.messages.rejections import Rejection

SCHEDULED: Final = PhaseCause.SCHEDULE
ENDS: Final = (*CALLS, Phase.HALT)
"""Phases that can end by themselves."""


def refuse(out: Output, instrument: int, request: str, reason: Rejection, value: int) -> None:
    out.events.append(OperationRefused(instrument, request, reason, value))  # type: ignore[arg-type]


def set_rules(m: Market, message: SetRules) -> bool:
    if unsound(message.rules):
        refuse(m.out, m.id, "rules", Rejection.BAD_RULES, 0)
        return False
    was, band = m.rules, (m.bands.low, m.bands.high)
    m.set_rules(message.rules)
    if m.rules.ids_ascending and not was.ids_ascending:
        # Counted from here on: what is done is not remembered, what lives is.
        m.furthest_other = min((id for id in m.book.orders if id < 0), default=0)
    if _measures(was) != _measures(m.rules):
        m.bands.forget()
        if m.rules.dynamic_bp and m.reference:
            m.bands.begin(m.rules, m.out.at, m.reference)
    if m.limit_since:
        if m.rules.dynamic_bp:
            m.timers.add(m.limit_since + m.rules.limit_state_ns, LIMIT_STATE, m.id, m.limit_since)
        else:
            m.limit_since = 0
    m.out.events.append(RulesChanged(m.id, message.rules))
    if (m.bands.low, m.bands.high) != band:
        tell_bands(m)
    return True


def _measures(rules: Rules) -> tuple[Any, ...]:
    """What trades seen so far were measured for: when it changes they are forgotten."""
    return (rules.dynamic_bp, rules.dynamic_window_ns, rules.velocity, rules.velocity_ns, rules.given.ticks)


def change_phase(m: Market, message: ChangePhase) -> bool:
    if message.phase not in NEXT[m.phase] or not 0 <= message.random_ns < LARGEST or not 0 <= message.ends_at < LARGEST:
        refuse(m.out, m.id, "phase", Rejection.ILLEGAL_TRANSITION, int(message.phase))
        return False
    ends_at = int(message.ends_at) if message.phase in ENDS else 0
    if 0 < ends_at <= m.out.at:
        refuse(m.out, m.id, "phase", Rejection.BAD_EXPIRY, int(message.phase))
        return False
    if ends_at and message.random_ns:
        ends_at += m.chance.draw(message.random_ns)
    change(m, message.phase, PhaseCause.OPERATOR, ends_at)
    return True


def set_schedule(m: Market, message: SetSchedule) -> bool:
    """Entries' random parts are drawn now, in order."""
    before = m.out.at
    for entry in message.entries:
        at, random_ns = int(entry[0]), int(entry[2])
        if not before <= at < LARGEST or not 0 <= random_ns < LARGEST:
            refuse(m.out, m.id, "schedule", Rejection.BAD_RULES, at)
            return False
        before = at
    m.schedule = [(at + m.chance.draw(random_ns) if random_ns else at, phase) for at, phase, random_ns in message.entries]
    for at, _ in m.schedule:
        m.timers.add(at, SCHEDULE, m.id, at)
    m.out.events.append(ScheduleChanged(m.id, message.entries))
    return True


def on_schedule(m: Market, token: int) -> bool:
    """One entry whose time has come, unless the schedule was replaced."""
    for index, (at, phase) in enumerate(m.schedule):
        if at == token:
            del m.schedule[index]
            if phase in NEXT[m.phase]:
                change(m, phase, SCHEDULED, 0)
                return True
            refuse(m.out, m.id, "schedule", Rejection.ILLEGAL_TRANSITION, int(phase))
            return False
    return False


def set_reference(m: Market, message: SetReference) -> bool:
    if message.price <= 0 or message.price >= LARGEST:
        refuse(m.out, m.id, "reference", Rejection.BAD_PRICE, message.price)
        return False
    m.reference = message.price
    if m.rules.dynamic_bp:
        m.bands.begin(m.rules, m.out.at, message.price)
    tell_bands(m)
    return True


def set_mark(m: Market, message: SetMark) -> bool:
    if message.price <= 0 or message.price >= LARGEST:
        refuse(m.out, m.id, "mark", Rejection.BAD_PRICE, message.price)
        return False
    m.mark = message.price
    m.out.events.append(MarkChanged(m.id, message.price))
    return True


def amend_trade(m: Market, message: BustTrade | CorrectTrade) -> bool:
    if isinstance(message, BustTrade):
        reason = bust(m, message.trade_id)
    else:
        reason = correct(m, message.trade_id, message.price, message.qty)
    if reason is not None:
        refuse(m.out, m.id, "bust" if isinstance(message, BustTrade) else "correct", reason, message.trade_id)
    return reason is None


# participants -----------------------------------------------------------------------------------------------------------


def open_session(parties: Parties, out: Output, message: OpenSession) -> None:
    numbers = (message.firm, message.owner, message.entry_ns, message.jitter_ns)
    if message.session == 0 or min(numbers) < 0 or max(numbers) >= LARGEST:
        refuse(out, 0, "session", Rejection.BAD_TERMS, message.session)
        return
    parties.open(message)
    out.events.append(SessionChanged(message.session, True, 0))


def close_session(markets: dict[int, Market], parties: Parties, out: Output, session: int) -> list[Market]:
    party = parties.up(session)
    if party is None or session == 0:
        refuse(out, 0, "session", Rejection.UNKNOWN_SESSION, session)
        return []
    party.up = False
    wanted = MassCancel(session=session)
    found = chosen(markets, wanted) if party.cancel_on_disconnect else []
    out.events.append(SessionChanged(session, False, len(found)))
    return take_out(found, CancelReason.DISCONNECTED)


def protect(parties: Parties, out: Output, message: SetQuoteProtection) -> None:
    party = parties.up(message.session)
    if party is None or message.session == 0:
        refuse(out, 0, "protection", Rejection.UNKNOWN_SESSION, message.session)
    elif min(message.max_lots, message.max_fills, message.window_ns) < 0:
        refuse(out, 0, "protection", Rejection.BAD_RULES, message.session)
    else:
        party.max_lots, party.max_fills, party.window_ns = message.max_lots, message.max_fills, message.window_ns
        party.quotes_blocked = False
        party.fills = []


def block(markets: dict[int, Market], parties: Parties, out: Output, firm: int) -> list[Market]:
    found = chosen(markets, MassCancel(firm=firm)) if firm else []
    parties.blocked[firm] = True
    out.events.append(ParticipantBlocked(firm, len(found)))
    return take_out(found, CancelReason.PARTICIPANT_BLOCKED)


def readmit(parties: Parties, out: Output, firm: int) -> None:
    if parties.blocked.pop(firm, False):
        out.events.append(ParticipantReadmitted(firm))
    else:
        refuse(out, 0, "readmit", Rejection.UNKNOWN_SESSION, firm)


def chosen(markets: dict[int, Market], wanted: MassCancel) -> list[tuple[Market, Resting]]:
    """Live orders that match everything that is given, by instrument, then rank."""
    found: list[tuple[Market, Resting]] = []
    for instrument in sorted(markets):
        if wanted.instrument not in (0, instrument):
            continue
        m = markets[instrument]
        for order in sorted((order for order in m.book.orders.values() if _wanted(order, wanted)), key=by_rank):
            found.append((m, order))
    return found


def _wanted(order: Resting, wanted: MassCancel) -> bool:
    party = order.party
    if wanted.session and party.session != wanted.session:
        return False
    if wanted.owner and party.owner != wanted.owner:
        return False
    if wanted.firm and party.firm != wanted.firm:
        return False
    if wanted.side is not None and order.side is not wanted.side:
        return False
    price = limit_of(order)
    if wanted.low and price < wanted.low:
        return False
    return not wanted.high or 0 < price <= wanted.high


def limit_of(order: Resting) -> int:
    """The order's own limit; 0 when it has none."""
    special = order.special
    return special.limit if special is not None and special.peg else order.price


def take_out(found: list[tuple[Market, Resting]], reason: CancelReason) -> list[Market]:
    """Returns the markets that it changed."""
    changed: list[Market] = []
    for m, order in found:
        m.drop(order, reason)
        if m not in changed:
            changed.append(m)
    return changed


