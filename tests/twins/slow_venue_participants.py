"""The slow exchange's participants (section 10): lines, mass cancels, quotes and their protection, blocked firms."""

from typing import Any

from core.domain.enums import CancelReason, OrderType, Phase, Side, TimeInForce
from core.messages.market_data import ParticipantBlocked, ParticipantReadmitted, QuotesPulled, SessionChanged
from core.messages.operations import BlockParticipant, ReadmitParticipant
from core.messages.participants import CloseSession, MassCancel, MassQuote, OpenSession, SetQuoteProtection
from core.messages.rejections import Rejection
from tests.twins import slow_venue_checks as checks
from tests.twins.slow_venue_market import BUY, Market, Order, Session, order_of
from tests.twins.slow_venue_matching import cancel
from tests.twins.slow_venue_operations import refuse
from tests.twins.slow_venue_orders import place, replace


def cancel_all(venue: Any, chosen: Any, reason: CancelReason) -> None:
    """By instrument, then rank. chosen(market, order)."""
    for m in venue.ordered():
        for order in sorted((o for o in m.orders if chosen(m, o)), key=lambda o: o.rank):
            cancel(venue, m, order, reason)


def all_orders(venue: Any) -> list[Order]:
    return [order for m in venue.ordered() for order in m.orders]


def open_session(venue: Any, c: OpenSession) -> None:
    if c.session == 0:
        refuse(venue, 0, Rejection.BAD_TERMS, 0)
        return
    if c.session in venue.sessions:
        venue.sessions[c.session].open(c)
    else:
        venue.sessions[c.session] = Session(c)
    venue.tell(SessionChanged(c.session, True, 0))


def close_session(venue: Any, c: CloseSession) -> None:
    session = venue.sessions.get(c.session)
    if session is None or not session.up:
        refuse(venue, 0, Rejection.UNKNOWN_SESSION, c.session)
        return
    session.up = False
    goes = [o for o in all_orders(venue) if o.session == c.session] if session.settings.cancel_on_disconnect else []
    venue.tell(SessionChanged(c.session, False, len(goes)))
    cancel_all(venue, lambda m, o: o in goes, CancelReason.DISCONNECTED)


def block(venue: Any, c: BlockParticipant) -> None:
    venue.blocked_firms.add(c.firm)
    goes = [o for o in all_orders(venue) if c.firm and venue.settings(o.session).firm == c.firm]
    venue.tell(ParticipantBlocked(c.firm, len(goes)))
    cancel_all(venue, lambda m, o: o in goes, CancelReason.PARTICIPANT_BLOCKED)


def readmit(venue: Any, c: ReadmitParticipant) -> None:
    if c.firm not in venue.blocked_firms:
        refuse(venue, 0, Rejection.UNKNOWN_SESSION, c.firm)
        return
    venue.blocked_firms.discard(c.firm)
    venue.tell(ParticipantReadmitted(c.firm))


def mass_cancel(venue: Any, c: MassCancel) -> None:
    def chosen(m: Market, o: Order) -> bool:
        settings = venue.settings(o.session)
        return (
            c.instrument in (0, m.number)
            and c.session in (0, o.session)
            and c.owner in (0, settings.owner)
            and c.firm in (0, settings.firm)
            and c.side in (None, o.side)
            and (not c.low or o.price >= c.low)
            and (not c.high or 0 < o.price <= c.high)
        )

    cancel_all(venue, chosen, CancelReason.MASS_CANCEL)


# quotes -----------------------------------------------------------------------------------------------------------------


def set_quote_protection(venue: Any, c: SetQuoteProtection) -> None:
    session = venue.sessions.get(c.session)
    if session is None or not session.up:
        refuse(venue, 0, Rejection.UNKNOWN_SESSION, c.session)
    elif min(c.max_lots, c.max_fills, c.window_ns) < 0:
        refuse(venue, 0, Rejection.BAD_TERMS, c.session)
    else:
        session.protection, session.blocked, session.fills = (c.max_lots, c.max_fills, c.window_ns), False, []


def protect_quotes(venue: Any, m: Market) -> None:
    """The sessions whose quotes traded too much here, in the order in which they did."""
    hit = list(dict.fromkeys(session for session, market in venue.strikes if market == m.number))
    venue.strikes = [one for one in venue.strikes if one[1] != m.number]
    for number in hit:
        session = venue.sessions[number]
        if session.blocked:
            continue
        session.blocked, session.fills = True, []
        goes = [o for o in all_orders(venue) if o.session == number and o.quote]
        venue.tell(QuotesPulled(number, len(goes)))
        cancel_all(venue, lambda m, o, goes=goes: o in goes, CancelReason.QUOTE_PROTECTION)


def sides_of(c: MassQuote) -> list[tuple[int, Side, int, int]]:
    """(id, side, price, qty), in order."""
    found = []
    for bid_id, bid, bid_qty, ask_id, ask, ask_qty in c.quotes:
        found += [(bid_id, BUY, bid, bid_qty), (ask_id, Side.SELL, ask, ask_qty)]
    return found


def quote_order(c: MassQuote, id: int, side: Side, price: int, qty: int) -> Order:
    order = order_of(id, c.session, side, OrderType.LIMIT, qty, price, TimeInForce.DAY, None)
    order.quote = True
    return order


def reason_against_side(venue: Any, m: Market, c: MassQuote, one: tuple[int, Side, int, int], used: tuple[int, int]) -> Rejection | None:
    """used: the furthest ids so far, those of the same message included."""
    id, side, price, qty = one
    live = m.find(id)
    if live is not None and live.session != c.session:
        return Rejection.FOREIGN_ORDER
    if qty == 0 and live is None:
        return None
    if checks.is_not_theirs(id, c.session) or (live is not None and (not live.quote or live.side is not side)):
        return Rejection.ID_IN_USE
    if qty == 0:
        return None
    if live is None and m.rules.ids_ascending and (used[0] <= id < 0 or 0 < id <= used[1]):
        return Rejection.ID_IN_USE
    # A quote's size is its open quantity, whatever it has traded before.
    return checks.reason_against(venue, m, quote_order(c, id, side, price, qty))


def reason_against_quotes(venue: Any, m: Market | None, c: MassQuote) -> Rejection | None:
    if m is None:
        return Rejection.UNKNOWN_INSTRUMENT
    asks_for_more = any(one[3] for one in sides_of(c))  # to take quotes out is possible in every phase
    found = [checks.reason_against_session(venue, c.session, asks_for_more=True)]
    if asks_for_more and m.phase in (Phase.CLOSED, Phase.HALT, Phase.POST_TRADE):
        found.append(Rejection.WRONG_PHASE)
    used, seen = (m.lowest_id, m.highest_id), set()
    for one in sides_of(c):
        found.append(reason_against_side(venue, m, c, one, used))
        if one[0] in seen:
            found.append(Rejection.ID_IN_USE)
        if one[0] or one[3]:
            seen.add(one[0])
        if one[3] > 0:
            used = min(used[0], one[0]), max(used[1], one[0])
    for _, bid, bid_qty, _, ask, ask_qty in c.quotes:
        if bid_qty > 0 and ask_qty > 0 and bid >= ask:
            found.append(Rejection.BAD_PRICE)
    session = venue.sessions.get(c.session)
    if session is not None and session.blocked and any(one[3] > 0 for one in sides_of(c)):
        found.append(Rejection.QUOTES_BLOCKED)
    return min((reason for reason in found if reason is not None), default=None)


def mass_quote(venue: Any, c: MassQuote) -> None:
    m = venue.markets.get(c.instrument)
    reason = reason_against_quotes(venue, m, c)
    if reason is not None:
        refuse(venue, c.instrument, reason, c.session)
        return
    alive = {order.id for order in m.orders}
    for id, side, price, qty in sides_of(c):
        live = m.find(id)
        if live is None and id in alive:
            continue  # it died in this message
        if qty == 0:
            if live is not None:
                cancel(venue, m, live, CancelReason.QUOTE_REPLACED)
        elif live is not None:
            replace(venue, m, live, qty, price, is_quote=True)
        else:
            order = quote_order(c, id, side, price, qty)
            checks.use_id(m, id)
            order.rank, m.touched = m.next_rank(), True
            place(venue, m, order)
