"""Who stands at a price of the embedded exchange, order by order, where a stop of ours waits, and the phase of a market, read in the
core's thread. Changes nothing.

Only displayed orders stand in the queue: hidden ones and an iceberg's reserve are nobody's business.
"""

from core.domain.enums import Phase, Side
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId, Price
from core.machine.state import State
from core.machine.venue.special import WAITS_FOR_TRIGGER
from core.messages.terms import Terms


def queue(state: State, instrument: int, side: Side, price: int, most: int) -> tuple[list[tuple[int, bool]], int]:
    """((lots, whether ours) of the first `most` orders, how many there are); nothing where no queue is known."""
    book = state.venue.books.get(InstrumentId(instrument))
    level = (book.bids if side is Side.BUY else book.asks).get(price) if book is not None else None
    if level is None:
        return [], 0
    found: list[tuple[int, bool]] = []
    order = level.first
    while order is not None and len(found) < most:
        found.append((order.qty, order.id > 0))
        order = order.after
    return found, level.count


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
