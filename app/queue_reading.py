"""Who stands at a price of the embedded exchange, order by order, where a stop of ours waits, and the phase of a market, read in the
core's thread. Changes nothing.

Only displayed orders stand in the queue: hidden ones and an iceberg's reserve are nobody's business.
"""

from collections.abc import Iterable

from core.domain.enums import Phase, Side
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId, Price
from core.machine.state import State
from core.machine.venue.special import WAITS_FOR_TRIGGER
from core.messages.terms import Terms
from core.projections.ladder import AtPrice


def queue(state: State, instrument: int, side: Side, price: int, most: int, ours: Iterable[int]) -> AtPrice:
    """The first `most` orders, and each of ours; nothing where no queue is known. Beyond those it walks no farther than the last of ours,
    as whoever asks what is ahead of it does."""
    book = state.venue.books.get(InstrumentId(instrument))
    level = (book.bids if side is Side.BUY else book.asks).get(price) if book is not None else None
    if book is None or level is None:
        return AtPrice([], 0, 0, [])
    there = (book.orders.get(id) for id in ours)
    left = sum(order is not None and order.level is level for order in there)
    found: list[tuple[int, bool]] = []
    own: list[tuple[int, int, int]] = []
    order, index, before = level.first, 0, 0
    while order is not None and (index < most or left > 0):
        if index < most:
            found.append((order.qty, order.id > 0))
        if order.id > 0:
            own.append((index, order.qty, before))
            left -= 1
        before += order.qty
        index += 1
        order = order.after
    return AtPrice(found, level.count, level.qty, own)


def phase(state: State, instrument: Instrument) -> Phase:
    """Of the embedded exchange's market; what trades at an outside venue is taken for continuous, for nobody says otherwise."""
    market = state.venue.markets.get(instrument.id)
    return market.phase if market is not None and instrument.venue not in state.outside.stops else Phase.CONTINUOUS


def waits_for(state: State, instrument: int, id: int) -> Terms | None:
    """What this order waits for there now; None: it waits for no trigger. A trailing stop before its first price has trigger 0."""
    book = state.venue.books.get(InstrumentId(instrument))
    order = book.orders.get(id) if book is not None else None
    special = order.special if order is not None else None
    if special is None or special.where != WAITS_FOR_TRIGGER:
        return None
    return Terms(Price(special.trigger), special.trigger_by)
