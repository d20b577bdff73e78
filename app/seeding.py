"""What the screens must know to go on, said as events made from the machine's state: for the rare start at which neither the run's
beginning nor a snapshot's own memory of the screens can be read. History is not in it: no fills, no candles, no finished orders."""

from collections.abc import Iterator
from typing import Any

from app.queue_reading import waits_for
from core.domain.enums import Side
from core.domain.order_state import IN_FLIGHT
from core.domain.order_types import STOPS
from core.domain.units import Price
from core.machine.state import State
from core.machine.stop_memory import carried
from core.messages.events import LimitsSet, OrderSent, OrderStands, OrderTriggered, OrderWorking, PositionChanged, RunStarted
from core.messages.market_data import BookSeeded, InstrumentListed


def events_of(state: State) -> Iterator[Any]:
    """In the order in which the core would have said them."""
    kill = state.kill
    yield RunStarted(state.session, state.tape_sha256, state.first_at, kill.generation, kill.engaged, kill.source, carried(kill))
    for _, market in sorted(state.venue.markets.items()):
        i = market.instrument
        yield InstrumentListed(i.id, i.symbol, i.venue, i.base, i.quote, i.price_decimals, i.qty_decimals, i.tick, i.lot)
        for side, levels in ((Side.BUY, market.book.bids), (Side.SELL, market.book.asks)):
            told = tuple((price, levels[price].qty, levels[price].count) for price in sorted(levels))
            yield BookSeeded(i.id, side, told)  # type: ignore[arg-type]
    for _, c in sorted(state.gate.limits.items()):
        yield LimitsSet(c.instrument, c.max_order_qty, c.max_order_value, c.collar_bp, c.max_position, c.max_open_orders)
    for _, o in sorted(state.oms.open.items()):
        waits = waits_for(state, o.instrument, o.id)
        yield OrderSent(
            o.id, o.client_order_id, o.account, o.instrument, o.side, o.order_type, o.qty, o.price, o.time_in_force, 0,  # type: ignore[arg-type]
            venue=o.venue, terms=waits,
        )
        if o.order_type in STOPS and waits is None and not o.venue:
            yield OrderTriggered(o.id, Price(0))
        ahead = state.venue.queue_ahead(o.instrument, o.id)
        yield OrderWorking(o.id, o.leaves, ahead, o.price)  # type: ignore[arg-type]
        if o.state in IN_FLIGHT:
            yield OrderStands(o.id, o.state)
    for (account, instrument), p in sorted(state.oms.positions.items(), key=lambda item: item[0]):
        yield PositionChanged(account, instrument, p.qty, p.cost, p.realised, p.bought, p.sold)  # type: ignore[arg-type]
