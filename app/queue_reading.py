"""Who stands at a price of the embedded exchange, order by order, and the phase of a market, read in the core's thread. Changes nothing.

Only displayed orders stand in the queue: hidden ones and an iceberg's reserve are nobody's business.
"""

from core.domain.enums import Phase, Side
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId
from core.machine.state import State


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
