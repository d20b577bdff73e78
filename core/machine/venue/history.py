"""A recorded tape's orders: nobody in particular, plain, and sometimes impossible, when orders of ours changed who filled whom.

Decided here: history's limit orders pass the checks of anybody's; a market order that finds nothing, or comes in a phase without
trading, is simply over. What cannot happen any more is counted and told as TapeDiverged. An opening book is taken whole or not.
"""

from typing import Final

from core.domain.enums import CancelReason, Divergence, OrderType, Phase, Request, Side, TimeInForce
from core.domain.units import Price, Qty
from core.machine.venue.book import Level, Resting
from core.machine.venue.entry import cancel, enter_limit, use_id
from core.machine.venue.exchange import Exchange
from core.machine.venue.following import finish
from core.machine.venue.incoming import opposite, trade_market
from core.machine.venue.market import Market
from core.machine.venue.matching import UNBOUNDED, sweep
from core.machine.venue.phases import pause_if_tripped
from core.machine.venue.rules import LARGEST
from core.machine.venue.special import Special
from core.messages.flow import FlowCancel, FlowFilled, FlowLimit, FlowMarket, SeedBook
from core.messages.market_data import BookSeeded, OperationRefused, TapeDiverged
from core.messages.rejections import Rejection
from core.messages.reports import Rejected

BUY: Final = Side.BUY
GTC: Final = TimeInForce.GTC
IOC: Final = TimeInForce.IOC
PLENTY: Final = 1 << 60
"""More lots than any book holds: the quantity of an order bounded by funds only."""


def on_seed(venue: Exchange, message: SeedBook) -> None:
    m = venue.markets.get(message.instrument)
    reason = Rejection.UNKNOWN_INSTRUMENT if m is None else _unsound(m, message)
    if m is None or reason is not None:
        venue.out.events.append(OperationRefused(message.instrument, "seed", reason or Rejection.BAD_TERMS, 0))
        return
    side, nobody = message.side, venue.parties.nobody
    touched: dict[int, Level] = {}
    for id, price, qty in message.orders:
        order = Resting(id, side, price, qty, nobody, m.next_rank(), GTC, None)
        m.book.orders[id] = order
        use_id(m, id)
        touched[price] = m.show(order)
    levels = tuple((Price(price), Qty(level.qty), level.count) for price, level in touched.items())
    m.depth_seq += 1
    venue.out.events.append(BookSeeded(message.instrument, side, levels, m.depth_seq))
    if m.busy:
        finish(m)


def _unsound(m: Market, message: SeedBook) -> Rejection | None:
    """An opening book that cannot be one: ids twice, nothing to trade, a price through the other side."""
    bid, ask = m.best()
    seen: dict[int, bool] = {}
    for id, price, qty in message.orders:
        if not id or id in seen or id in m.book.orders:
            return Rejection.ID_IN_USE
        seen[id] = True
        if qty <= 0:
            return Rejection.BAD_QTY
        if price <= 0 or qty * price >= LARGEST or (price >= ask > 0 if message.side is BUY else price <= bid):
            return Rejection.BAD_PRICE
    return None


def _unlisted(venue: Exchange, message: FlowLimit | FlowMarket) -> None:
    venue.out.events.append(Rejected(message.order_id, "", Request.NEW, Rejection.UNKNOWN_INSTRUMENT))


def on_limit(venue: Exchange, message: FlowLimit) -> None:
    m = venue.markets.get(message.instrument)
    if m is None:
        _unlisted(venue, message)
    else:
        enter_limit(m, message.order_id, venue.parties.nobody, message.side, message.qty, message.price)


def on_market(venue: Exchange, message: FlowMarket) -> None:
    m = venue.markets.get(message.instrument)
    if m is None:
        _unlisted(venue, message)
        return
    side, nobody = message.side, venue.parties.nobody
    if m.phase is not Phase.CONTINUOUS or (message.qty <= 0) == (message.funds <= 0):
        # No trading now, or neither lots nor money (or both): nothing that could trade.
        return
    m.rank += 1
    if m.plain and not message.funds and not m.rules.collar:
        sweep(m, message.order_id, nobody, side, message.qty, UNBOUNDED if side is BUY else 0)
    else:
        order = Resting(message.order_id, side, 0, message.qty or PLENTY, nobody, m.rank, IOC, Special(OrderType.MARKET, None))
        m.funds = message.funds
        m.funded = message.funds > 0
        trade_market(m, order, opposite(m, side))
        m.funded = False
        pause_if_tripped(m)
    if m.busy:
        finish(m)


def on_cancel(venue: Exchange, message: FlowCancel) -> None:
    m = venue.markets.get(message.instrument)
    order = m.book.orders.get(message.order_id) if m is not None else None
    if m is None or order is None:
        _diverge(venue, message.instrument, message.order_id, Divergence.CANCEL_UNKNOWN)
        return
    open = order.open()
    cancel(m, message.order_id, order.party, CancelReason.REQUESTED)
    if open != message.qty:
        _diverge(venue, message.instrument, message.order_id, Divergence.CANCEL_SIZE_DIFFERS)


def on_filled(venue: Exchange, message: FlowFilled) -> None:
    m = venue.markets.get(message.instrument)
    order = m.book.orders.get(message.order_id) if m is not None else None
    if m is not None and order is not None:
        cancel(m, message.order_id, order.party, CancelReason.REQUESTED)
        _diverge(venue, message.instrument, message.order_id, Divergence.STILL_RESTING)


def _diverge(venue: Exchange, instrument: int, id: int, why: Divergence) -> None:
    venue.diverged += 1
    venue.out.events.append(TapeDiverged(instrument, id, why))  # type: ignore[arg-type]
