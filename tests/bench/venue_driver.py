"""The one place that knows how the venue is called: a stream's operations as calls of the exchange, one an operation.

Orders are another participant's (negative ids), so what is measured is the exchange and its market data, not our desk.
A stream's modify names the new open quantity, so the instrument is declared with replace-by-open.
Everything else in the venue's bench goes through this module; a change of the exchange's interface ends here.
"""

from array import array
from collections.abc import Iterator, Sequence
from time import perf_counter_ns
from types import FunctionType
from typing import Any

from core.domain.enums import CancelReason, Side, TimeInForce
from core.machine.venue.book import Book
from core.machine.venue.exchange import Exchange
from core.messages.events import Event, TradePrinted
from core.messages.flow import FlowCancel, FlowLimit, ListInstrument
from core.messages.reports import Report
from tests.bench.venue_stream import ADD, CANCEL, CHUNK, Row, Stream, Trade

SIDES = (Side.BUY, Side.SELL)
GTC, REQUESTED = TimeInForce.GTC, CancelReason.REQUESTED
HAS_AUCTIONS = False
"""Whether this exchange can hold a call auction; without it that figure is not taken."""

Order = tuple[int, Side, int, int, int]


def compiled() -> bool:
    """Whether the core that was imported is machine code: its methods are then no Python functions."""
    return not isinstance(Book.add, FunctionType)


def listing(instrument: int) -> ListInstrument:
    return ListInstrument(instrument, f"BENCH{instrument}", "V", "B", "Q", 2, 0, 1, 1)  # type: ignore[arg-type]


class Venue:
    """An exchange with one instrument. Plays streams, and drains what they make."""

    chunk = 0

    def __init__(self, exchange: Exchange | None = None, instrument: int = 1) -> None:
        self.exchange = exchange or Exchange()
        self.instrument: Any = instrument
        self.events: list[Event] = []
        self.reports: list[Report] = []
        self.exchange.on_list(listing(instrument), self.events)
        self.events.clear()

    def prepare(self, rows: Sequence[Row], first_id: int = 0) -> list[Order]:
        """first_id is added to every id: a stream can be played again in the same exchange."""
        return [(kind, SIDES[side], -(id + first_id), price, qty) for kind, side, id, price, qty in rows]

    def play(self, prepared: Sequence[Order]) -> None:
        exchange, instrument, events, reports = self.exchange, self.instrument, self.events, self.reports
        enter, cancel, replace = exchange.enter, exchange.cancel, exchange.replace
        for kind, side, id, price, qty in prepared:
            if kind == ADD:
                enter(instrument, id, side, qty, price, True, GTC, events, reports)
            elif kind == CANCEL:
                cancel(instrument, id, REQUESTED, events, reports)
            else:
                replace(instrument, id, qty, qty, price, events, reports)

    def play_clocked(self, prepared: Sequence[Order], taken: "array[int]") -> None:
        """The same with a clock round every operation; taken gets nanoseconds."""
        exchange, instrument, events, reports = self.exchange, self.instrument, self.events, self.reports
        enter, cancel, replace = exchange.enter, exchange.cancel, exchange.replace
        now, keep = perf_counter_ns, taken.append
        for kind, side, id, price, qty in prepared:
            started = now()
            if kind == ADD:
                enter(instrument, id, side, qty, price, True, GTC, events, reports)
            elif kind == CANCEL:
                cancel(instrument, id, REQUESTED, events, reports)
            else:
                replace(instrument, id, qty, qty, price, events, reports)
            keep(now() - started)

    def drain(self) -> list[Trade]:
        events = self.events
        found = [(-event.maker, -event.taker, event.price, event.qty) for event in events if type(event) is TradePrinted]
        events.clear()
        self.reports.clear()
        return found

    def live(self) -> list[int]:
        """Ids of the resting orders, as the streams number them."""
        return [-id for id in self.exchange.books[self.instrument].orders]

    def cancel_all(self) -> None:
        self.play([(CANCEL, Side.BUY, -id, 0, 0) for id in self.live()])
        self.drain()


def messages(stream: Stream, ops: int) -> Iterator[Any]:
    """A stream as messages for the machine, the listing first. What has no message of its own is said with two.

    A cancel carries what is still open, which only a second exchange knows: make all messages before the clock starts.
    """
    yield listing(1)
    shadow = Venue()
    orders = shadow.exchange.books[shadow.instrument].orders
    for rows in stream.chunks(ops):
        for order in shadow.prepare(rows):
            kind, side, id, price, qty = order
            if kind != ADD:
                yield FlowCancel(shadow.instrument, id, orders[id].qty)  # type: ignore[arg-type]
            if kind != CANCEL:
                yield FlowLimit(shadow.instrument, id, side, qty, price)  # type: ignore[arg-type]
            shadow.play([order])
        shadow.drain()


class Auction:
    """A call that collects orders, and its uncross. Needs an exchange with auctions (HAS_AUCTIONS)."""

    def __init__(self) -> None:
        self.venue = Venue()

    def collect(self, rows: Sequence[Row]) -> None:
        """During the call: nothing trades."""
        raise NotImplementedError("this exchange holds no auctions")

    def uncross(self) -> None:
        """Timed: from the call to continuous trading."""
        raise NotImplementedError("this exchange holds no auctions")


__all__ = ["CHUNK", "HAS_AUCTIONS", "Auction", "Venue", "compiled", "listing", "messages"]
