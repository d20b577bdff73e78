"""What a request must be before anything changes: the reasons of core.messages.rejections, in their order.

Deliberately absent: what depends on the book (post-only, market orders without liquidity), which entry looks at last.
"""

from typing import Final

from core.domain.enums import OrderType, Peg, Phase, PostOnly, Side, TimeInForce, TriggerBy
from core.domain.order import LINES
from core.machine.venue.market import Market
from core.machine.venue.parties import Party
from core.machine.venue.rules import BASIS_POINTS, LARGEST, LARGEST_QTY
from core.machine.venue.special import PLAIN
from core.messages.rejections import Rejection
from core.messages.terms import Terms

BUY: Final = Side.BUY
TRIGGER, TRAIL, DISPLAY, HIDDEN, POST_ONLY, PEG = (1 << bit for bit in range(6))
OFFSET, MIN_QTY, ALL_OR_NONE, EXPIRES, PROTECTION, DISTANCE = (1 << bit for bit in range(6, 12))

ALLOWED: Final = {
    OrderType.MARKET: MIN_QTY | PROTECTION,
    OrderType.LIMIT: DISPLAY | HIDDEN | POST_ONLY | MIN_QTY | ALL_OR_NONE | EXPIRES,
    OrderType.STOP: TRIGGER | TRAIL | EXPIRES | PROTECTION | DISTANCE,
    OrderType.STOP_LIMIT: TRIGGER | DISPLAY | HIDDEN | EXPIRES,
    OrderType.TRAILING_STOP: TRIGGER | TRAIL | EXPIRES | PROTECTION | DISTANCE,
    OrderType.MARKET_IF_TOUCHED: TRIGGER | TRAIL | EXPIRES | PROTECTION | DISTANCE,
    OrderType.LIMIT_IF_TOUCHED: TRIGGER | DISPLAY | HIDDEN | EXPIRES,
    OrderType.PEGGED: HIDDEN | PEG | OFFSET | MIN_QTY | ALL_OR_NONE | EXPIRES,
}
"""Which terms a type may carry at all."""
RESTS: Final = (TimeInForce.GTC, TimeInForce.DAY, TimeInForce.GTD)
IMMEDIATE: Final = (TimeInForce.IOC, TimeInForce.FOK)
FOR_AUCTIONS: Final = (TimeInForce.OPG, TimeInForce.ATC, TimeInForce.GFA)
LIVES: Final = {
    OrderType.MARKET: (*IMMEDIATE, TimeInForce.DAY, *FOR_AUCTIONS),
    OrderType.LIMIT: (*RESTS, *IMMEDIATE, *FOR_AUCTIONS),
    OrderType.STOP: RESTS,
    OrderType.STOP_LIMIT: (*RESTS, *IMMEDIATE),
    OrderType.TRAILING_STOP: RESTS,
    OrderType.MARKET_IF_TOUCHED: RESTS,
    OrderType.LIMIT_IF_TOUCHED: (*RESTS, *IMMEDIATE),
    OrderType.PEGGED: RESTS,
}
PRICELESS: Final = (OrderType.MARKET, OrderType.STOP, OrderType.TRAILING_STOP, OrderType.MARKET_IF_TOUCHED)
"""Types without a limit price: ours are sent with the worst price that the collar allows."""
TRIGGERED: Final = (OrderType.STOP, OrderType.STOP_LIMIT, OrderType.MARKET_IF_TOUCHED, OrderType.LIMIT_IF_TOUCHED)
CALLS: Final = (Phase.OPENING_CALL, Phase.VOLATILITY_CALL, Phase.CLOSING_CALL)
MOST_SLICES: Final = 10_000
"""An iceberg has no more slices than this: one step must not trade with a million of them. Chosen."""
COLLECTING: Final = (Phase.PRE_OPEN, *CALLS)
"""Orders come in and rest without trading."""


def wrong_phase(phase: Phase, tif: TimeInForce, post_only: bool) -> bool:
    """For new orders and replaces."""
    if phase is Phase.CONTINUOUS:
        return tif is TimeInForce.OPG
    if phase not in COLLECTING or tif in IMMEDIATE or post_only:
        return True
    return tif is TimeInForce.OPG and phase not in (Phase.PRE_OPEN, Phase.OPENING_CALL)


def id_taken(m: Market, id: int) -> bool:
    if id in m.book.orders:
        return True
    if not m.rules.ids_ascending or id >= LINES:
        # Lines of one step share its number.
        return False
    return id <= m.furthest_ours if id > 0 else id >= m.furthest_other and m.furthest_other != 0


def is_done(m: Market, id: int) -> bool:
    """Whether an id that is not live was used before; known where ids ascend, as ours always do."""
    if id > 0:
        return id % LINES <= m.furthest_ours
    return m.rules.ids_ascending and m.furthest_other <= id < 0


def check_new(
    m: Market, id: int, party: Party, side: Side, order_type: OrderType, qty: int, price: int, tif: TimeInForce, terms: Terms | None
) -> Rejection | None:
    if wrong_phase(m.phase, tif, terms is not None and terms.post_only is not PostOnly.NO):
        return Rejection.WRONG_PHASE
    if (id > 0) != (party.session > 0) or id == 0 or id_taken(m, id):
        return Rejection.ID_IN_USE
    used = 0 if terms is None else _used(terms)
    t = PLAIN if terms is None else terms
    if contradictory(side, order_type, tif, t, used, qty):
        return Rejection.BAD_TERMS
    reason = check_numbers(m, order_type, qty, price, t.trigger)
    if reason is not None:
        return reason
    if order_type is OrderType.TRAILING_STOP and not _trails(m, t):
        return Rejection.BAD_TRIGGER
    if used & TRAIL and order_type is not OrderType.TRAILING_STOP:
        return Rejection.BAD_TRIGGER
    if used & DISPLAY and bad_display(m, t.display, t.display_spread, qty):
        return Rejection.BAD_DISPLAY
    if (t.expires_at <= m.out.at) if tif is TimeInForce.GTD else t.expires_at != 0:
        return Rejection.BAD_EXPIRY
    if qty * max(price, t.trigger, t.protection) >= LARGEST or qty >= LARGEST_QTY:
        return Rejection.TOO_LARGE
    if order_type is OrderType.LIMIT and outside_band(m, price):
        return Rejection.OUTSIDE_BAND
    return None


def check_numbers(m: Market, order_type: OrderType, qty: int, price: int, trigger: int) -> Rejection | None:
    """Quantity (the total), price and trigger of a new order or a replace."""
    rules = m.rules
    if qty <= 0 or qty % rules.lot or qty < rules.min_qty or (rules.max_qty and qty > rules.max_qty):
        return Rejection.BAD_QTY
    if order_type in PRICELESS:
        if price:
            return Rejection.BAD_PRICE
    elif price < 0 or (price == 0 and order_type is not OrderType.PEGGED) or not rules.on_tick(price):
        return Rejection.BAD_PRICE
    if order_type in TRIGGERED and (trigger <= 0 or not rules.on_tick(trigger)):
        return Rejection.BAD_TRIGGER
    return None


def bad_display(m: Market, display: int, spread: int, qty: int) -> bool:
    lot = m.rules.lot
    if display and qty > MOST_SLICES * display:
        return True
    if display < 0 or display % lot or spread < 0 or spread % lot:
        return True
    return spread >= display if spread else False


def outside_band(m: Market, price: int) -> bool:
    """Beyond the static band."""
    if not m.rules.static_bp or not m.reference:
        return False
    return abs(price - m.reference) > m.reference * m.rules.static_bp // BASIS_POINTS


def contradictory(side: Side, order_type: OrderType, tif: TimeInForce, t: Terms, used: int, qty: int) -> bool:
    if used & ~ALLOWED[order_type] or tif not in LIVES[order_type]:
        return True
    if order_type is OrderType.TRAILING_STOP and t.trigger:
        return True
    if (order_type is OrderType.PEGGED) != (t.peg is not Peg.NONE) or _strays(side, t):
        return True
    if abs(t.peg_offset) >= LARGEST or t.trail >= LARGEST:
        return True
    if t.min_qty < 0 or t.protection < 0 or not 0 <= t.protection_bp < BASIS_POINTS or (t.min_qty > 0 and qty < t.min_qty):
        return True
    if tif in FOR_AUCTIONS and used & ~PROTECTION:
        return True
    if tif in IMMEDIATE and used & (DISPLAY | HIDDEN | POST_ONLY | ALL_OR_NONE):
        return True
    if used & POST_ONLY and used & (HIDDEN | MIN_QTY | ALL_OR_NONE):
        return True
    if used & DISPLAY and used & (HIDDEN | ALL_OR_NONE):
        return True
    if used & MIN_QTY:
        alone = tif is TimeInForce.IOC or (used & HIDDEN and tif not in IMMEDIATE) or order_type is OrderType.PEGGED
        return not alone or bool(used & ALL_OR_NONE)
    return False


def _strays(side: Side, t: Terms) -> bool:
    """A peg whose offset contradicts what it follows: a market peg must stay away from the other side."""
    if t.peg is Peg.MARKET:
        return t.peg_offset >= 0 if side is BUY else t.peg_offset <= 0
    return t.peg is Peg.MIDPOINT and t.peg_offset != 0


def _trails(m: Market, t: Terms) -> bool:
    if (t.trail > 0) == (t.trail_bp > 0) or t.trail < 0 or t.trail_bp < 0:
        return False
    return t.trail % m.rules.tick_at(0) == 0 and t.trail_bp < BASIS_POINTS


def _used(t: Terms) -> int:
    """Which terms are there."""
    used = 0
    if t.trigger or t.trigger_by is not TriggerBy.LAST:
        used |= TRIGGER
    if t.trail or t.trail_bp:
        used |= TRAIL
    if t.display or t.display_spread:
        used |= DISPLAY
    if t.hidden:
        used |= HIDDEN
    if t.post_only is not PostOnly.NO:
        used |= POST_ONLY
    if t.peg is not Peg.NONE:
        used |= PEG
    if t.peg_offset:
        used |= OFFSET
    if t.min_qty:
        used |= MIN_QTY
    if t.all_or_none:
        used |= ALL_OR_NONE
    if t.expires_at:
        used |= EXPIRES
    if t.protection:
        used |= PROTECTION
    if t.protection_bp:
        used |= DISTANCE
    return used
