"""The slow exchange's checks (section 2): every reason is looked at on its own, and the first one that holds is the answer."""

from collections.abc import Callable
from typing import Any

from core.domain.enums import OrderType, Peg, Phase, PostOnly, TimeInForce, TriggerBy
from core.messages.rejections import Rejection
from tests.twins.slow_venue_market import BUY, Market, Order, other
from tests.twins.slow_venue_matching import slid

T, K = TimeInForce, OrderType
CALLS = (Phase.OPENING_CALL, Phase.VOLATILITY_CALL, Phase.CLOSING_CALL)
COLLECTING = (Phase.PRE_OPEN, *CALLS)
STOPS = (K.STOP, K.TRAILING_STOP, K.MARKET_IF_TOUCHED)
LIMIT_STOPS = (K.STOP_LIMIT, K.LIMIT_IF_TOUCHED)
WAITING_KINDS = STOPS + LIMIT_STOPS
AUCTION_ONLY = (T.OPG, T.ATC, T.GFA)
TIFS = {
    K.MARKET: (T.IOC, T.FOK, T.DAY, *AUCTION_ONLY),
    K.LIMIT: tuple(T),
    K.PEGGED: (T.GTC, T.DAY, T.GTD),
    **dict.fromkeys(STOPS, (T.GTC, T.DAY, T.GTD)),
    **dict.fromkeys(LIMIT_STOPS, (T.GTC, T.DAY, T.GTD, T.IOC, T.FOK)),
}
TERMS = {
    K.MARKET: "protection min_qty",
    K.LIMIT: "display spread hidden post_only min_qty all_or_none expires_at",
    K.PEGGED: "peg peg_offset min_qty all_or_none hidden expires_at",
    **dict.fromkeys(STOPS, "trigger trigger_by trail trail_bp expires_at protection"),
    **dict.fromkeys(LIMIT_STOPS, "trigger trigger_by display spread hidden expires_at"),
}
NOTHING = {
    "trigger": 0, "trigger_by": TriggerBy.LAST, "trail": 0, "trail_bp": 0, "display": 0, "spread": 0, "hidden": False,
    "post_only": PostOnly.NO, "peg": Peg.NONE, "peg_offset": 0, "min_qty": 0, "all_or_none": False, "expires_at": 0, "protection": 0,
}  # fmt: skip


def given(order: Order) -> set[str]:
    return {name for name, nothing in NOTHING.items() if getattr(order, name) != nothing}


def wrong_phase(m: Market, order: Order) -> bool:
    if m.phase in (Phase.CLOSED, Phase.HALT, Phase.POST_TRADE):
        return True
    if m.phase in COLLECTING and (order.tif in (T.IOC, T.FOK) or order.post_only):
        return True
    return order.tif is T.OPG and m.phase not in (Phase.PRE_OPEN, Phase.OPENING_CALL)


def bad_terms(m: Market, order: Order, old: Order | None) -> bool:
    said = given(order)
    if order.kind is K.TRAILING_STOP and not old and order.trigger:
        return True
    if order.tif not in TIFS[order.kind] or said - set(TERMS[order.kind].split()):
        return True
    if min(order.min_qty, order.protection) < 0:
        return True
    if order.tif in AUCTION_ONLY and said - ({"protection"} if order.kind is K.MARKET else set()):
        return True
    if order.tif in (T.IOC, T.FOK) and said & {"display", "spread", "hidden", "post_only", "all_or_none"}:
        return True
    return bad_peg(order) if order.kind is K.PEGGED else bad_pairs(order, said)


def bad_pairs(order: Order, said: set[str]) -> bool:
    if "post_only" in said and said & {"hidden", "min_qty", "all_or_none"}:
        return True
    if said & {"display", "spread"} and said & {"hidden", "all_or_none"}:
        return True
    if "min_qty" in said:
        return (order.tif is not T.IOC and not order.hidden) or order.all_or_none or order.min_qty > order.total
    return False


def bad_peg(order: Order) -> bool:
    if order.min_qty and (order.all_or_none or order.min_qty > order.total):
        return True
    if order.peg is Peg.MARKET:
        return order.peg_offset >= 0 if order.side is BUY else order.peg_offset <= 0
    return order.peg is Peg.NONE or (order.peg is Peg.MIDPOINT and order.peg_offset != 0)


def bad_qty(m: Market, qty: int) -> bool:
    rules = m.rules
    return qty <= 0 or qty % m.lot != 0 or qty < rules.min_qty or bool(rules.max_qty and qty > rules.max_qty)


def bad_price(m: Market, order: Order) -> bool:
    if order.kind is K.MARKET or order.kind in STOPS:
        return order.price != 0
    return not m.valid(order.price) and not (order.kind is K.PEGGED and order.price == 0)


def bad_trigger(m: Market, order: Order, old: Order | None) -> bool:
    if order.kind is not K.TRAILING_STOP:
        belongs = order.kind in WAITING_KINDS
        return (belongs and not m.valid(order.trigger)) or order.trail != 0 or order.trail_bp != 0
    if (order.trail > 0) == (order.trail_bp > 0) or min(order.trail, order.trail_bp) < 0 or order.trail_bp > 9_999:
        return True
    # A replace cannot change it: it was on the grid of its day.
    return old is None and order.trail % m.tick_at(0) != 0


def bad_display(m: Market, order: Order) -> bool:
    display, spread = order.display, order.spread
    if display < 0 or display % m.lot or spread < 0 or spread % m.lot:
        return True
    return (spread > 0 and spread >= display) or (display > 0 and order.total > 10_000 * display)


def bad_expiry(venue: Any, order: Order) -> bool:
    return order.expires_at <= venue.now if order.tif is T.GTD else order.expires_at != 0


def outside_band(m: Market, order: Order) -> bool:
    band = m.static_band()
    return band is not None and order.kind is K.LIMIT and not band[0] <= order.price <= band[1]


def too_large(order: Order) -> bool:
    trigger = 0 if order.kind is K.TRAILING_STOP else order.trigger
    return order.total * max(order.price, trigger, order.protection) >= 1 << 61


def would_trade(m: Market, order: Order) -> bool:
    return m.phase is Phase.CONTINUOUS and bool(order.post_only) and slid(m, order) == 0


def no_liquidity(m: Market, order: Order) -> bool:
    waits = order.tif in AUCTION_ONLY
    return order.kind is K.MARKET and m.phase is Phase.CONTINUOUS and not waits and not m.resting(other(order.side))


def reason_against(venue: Any, m: Market, order: Order, old: Order | None = None) -> Rejection | None:
    """From BAD_TERMS on. old: what it replaces."""
    checks: list[tuple[Rejection, Callable[[], bool]]] = [
        (Rejection.BAD_TERMS, lambda: bad_terms(m, order, old)),
        (Rejection.BAD_QTY, lambda: bad_qty(m, order.total)),
        (Rejection.BAD_PRICE, lambda: bad_price(m, order)),
        (Rejection.BAD_TRIGGER, lambda: bad_trigger(m, order, old)),
        (Rejection.BAD_DISPLAY, lambda: bad_display(m, order)),
        (Rejection.BAD_EXPIRY, lambda: bad_expiry(venue, order)),
        (Rejection.TOO_LARGE, lambda: too_large(order)),
        (Rejection.OUTSIDE_BAND, lambda: outside_band(m, order)),
        (Rejection.WOULD_TRADE, lambda: would_trade(m, order)),
        (Rejection.NO_LIQUIDITY, lambda: no_liquidity(m, order)),
    ]
    return next((reason for reason, holds in checks if holds()), None)


def reason_against_new(venue: Any, m: Market, order: Order) -> Rejection | None:
    reason = reason_against_session(venue, order.session, asks_for_more=True)
    if reason is not None:
        return reason
    if wrong_phase(m, order):
        return Rejection.WRONG_PHASE
    if is_not_theirs(order.id, order.session) or m.find(order.id) is not None or (m.rules.ids_ascending and was_passed(m, order.id)):
        return Rejection.ID_IN_USE
    return reason_against(venue, m, order)


def is_not_theirs(id: int, session: int) -> bool:
    """0 is no id; our accounts alone count upward."""
    return id == 0 or (id > 0) != (session > 0)


def was_passed(m: Market, id: int) -> bool:
    """Not beyond the furthest id used so far."""
    return m.lowest_id <= id < 0 or 0 < id <= m.highest_id


def use_id(m: Market, id: int) -> None:
    m.lowest_id, m.highest_id = min(m.lowest_id, id), max(m.highest_id, id)


def reason_against_session(venue: Any, session: int, asks_for_more: bool) -> Rejection | None:
    if not venue.is_up(session):
        return Rejection.UNKNOWN_SESSION
    if asks_for_more and venue.settings(session).firm in venue.blocked_firms:
        return Rejection.PARTICIPANT_BLOCKED
    return None


def reason_against_naming(venue: Any, m: Market, id: int, session: int, asks_for_more: bool) -> Rejection | None:
    """Of a cancel or a replace, up to whose order it is."""
    reason = reason_against_session(venue, session, asks_for_more)
    if reason is not None:
        return reason
    order = m.find(id)
    if order is None:
        return Rejection.ORDER_NOT_WORKING if m.rules.ids_ascending and was_passed(m, id) else Rejection.UNKNOWN_ORDER
    return Rejection.FOREIGN_ORDER if order.session != session else None
