"""A recorded tape's orders: nobody in particular, plain, and sometimes impossible, when orders of ours changed who filled whom.

Decided here: what history did cannot be refused for its form, so sizes and prices are taken as recorded (the tape's reader has
checked them); what cannot happen any more is counted and told as TapeDiverged. A market order that finds nothing is simply over.
In a phase without trading a market order of history waits for nothing: it is over.
"""

from typing import Final

from core.domain.enums import CancelReason, Divergence, OrderType, Phase, Side, TimeInForce
from core.domain.units import Price, Qty
from core.machine.venue.book import Level, Resting
from core.machine.venue.entry import cancel, enter_limit
from core.machine.venue.exchange import Exchange
from core.machine.venue.following import finish
from core.machine.venue.incoming import opposite, trade_market
from core.machine.venue.matching import UNBOUNDED, sweep
from core.machine.venue.phases import pause_if_tripped
from core.machine.venue.special import Special
from core.messages.flow import FlowCancel, FlowFilled, FlowLimit, FlowMarket, SeedBook
from core.messages.market_data import BookSeeded, TapeDiverged

BUY: Final = Side.BUY
GTC: Final = TimeInForce.GTC
IOC: Final = TimeInForce.IOC
PLENTY: Final = 1 << 60
"""More lots than any book holds: the quantity of an order bounded by funds only."""


def on_seed(venue: Exchange, message: SeedBook) -> None:
    m = venue.markets[message.instrument]
    side, nobody = message.side, venue.parties.nobody
    touched: dict[int, Level] = {}
    for id, price, qty in message.orders:
        order = Resting(id, side, price, qty, nobody, m.next_rank(), GTC, None)
        m.book.orders[id] = order
        m.furthest_other = min(m.furthest_other, id)
        touched[price] = m.show(order)
    levels = tuple((Price(price), Qty(level.qty), level.count) for price, level in touched.items())
    m.depth_seq += 1
    venue.out.events.append(BookSeeded(message.instrument, side, levels, m.depth_seq))


def on_limit(venue: Exchange, message: FlowLimit) -> None:
    enter_limit(
        venue.markets[message.instrument], message.order_id, venue.parties.nobody, message.side, message.qty, message.price
    )


def on_market(venue: Exchange, message: FlowMarket) -> None:
    m = venue.markets[message.instrument]
    side, nobody = message.side, venue.parties.nobody
    bound = UNBOUNDED if side is BUY else 0
    if m.phase is not Phase.CONTINUOUS:
        return
    m.rank += 1
    if m.plain and not message.funds and not m.rules.collar:
        sweep(m, message.order_id, nobody, side, message.qty, bound)
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
    m = venue.markets[message.instrument]
    order = m.book.orders.get(message.order_id)
    if order is None:
        _diverge(venue, message.instrument, message.order_id, Divergence.CANCEL_UNKNOWN)
        return
    open = order.open()
    cancel(m, message.order_id, order.party, CancelReason.REQUESTED)
    if open != message.qty:
        _diverge(venue, message.instrument, message.order_id, Divergence.CANCEL_SIZE_DIFFERS)


def on_filled(venue: Exchange, message: FlowFilled) -> None:
    m = venue.markets[message.instrument]
    order = m.book.orders.get(message.order_id)
    if order is not None:
        cancel(m, message.order_id, order.party, CancelReason.REQUESTED)
        _diverge(venue, message.instrument, message.order_id, Divergence.STILL_RESTING)


def _diverge(venue: Exchange, instrument: int, id: int, why: Divergence) -> None:
    venue.diverged += 1
    venue.out.events.append(TapeDiverged(instrument, id, why))  # type: ignore[arg-type]
