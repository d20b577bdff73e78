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

from core.domain.enums import CancelReason, Phase, Side
from core.machine.engine import Engine
from core.machine.state import State
from core.machine.venue import entry, replacing
from core.machine.venue.book import Book
from core.machine.venue.door import ROUTES
from core.machine.venue.exchange import Exchange
from core.messages.commands import StartRun
from core.messages.events import Event
from core.messages.flow import FlowCancel, FlowLimit, ListInstrument
from core.messages.market_data import TradePrinted
from core.messages.operations import ChangePhase, SetRules
from core.messages.terms import TRADES, MarketRules
from tests.bench.venue_stream import ADD, CANCEL, CHUNK, Row, Stream, Trade

SIDES = (Side.BUY, Side.SELL)
RULES = MarketRules(replace_open=True, feeds=TRADES)
"""What is measured: the full venue, one participant without self-match prevention, first in first out, feed TRADES: what the
other engines tell too. The other feeds, when somebody subscribes to them, cost an event more each."""
AS_LISTED = MarketRules(replace_open=True)
"""The feeds that an instrument is listed with: market by level and status too."""
START = 1_000_000_000
REQUESTED = CancelReason.REQUESTED

Order = tuple[int, Side, int, int, int]


def compiled() -> bool:
    """Whether the core that was imported is machine code: its methods are then no Python functions."""
    return not isinstance(Book.add, FunctionType)


def listing(instrument: int) -> ListInstrument:
    return ListInstrument(instrument, f"BENCH{instrument}", "V", "B", "Q", 2, 0, 1, 1)  # type: ignore[arg-type]


class Venue:
    """An exchange with one instrument. Plays streams, and drains what they make."""

    chunk = 0

    def __init__(self, exchange: Exchange | None = None, instrument: int = 1, rules: MarketRules = RULES) -> None:
        self.exchange = exchange or Exchange()
        self.instrument: Any = instrument
        self.events: list[Event] = []
        self.exchange.begin(START, self.events)
        for message in (listing(instrument), SetRules(self.instrument, rules)):
            ROUTES[type(message)](self.exchange, message)
        self.market = self.exchange.markets[instrument]
        self.events.clear()

    def prepare(self, rows: Sequence[Row], first_id: int = 0) -> list[Order]:
        """first_id is added to every id: a stream can be played again in the same exchange."""
        return [(kind, SIDES[side], -(id + first_id), price, qty) for kind, side, id, price, qty in rows]

    def play(self, prepared: Sequence[Order]) -> None:
        market, nobody = self.market, self.exchange.parties.nobody
        self.exchange.out.events = self.events
        limit, cancel, replace = entry.enter_limit, entry.cancel, replacing.replace
        for kind, side, id, price, qty in prepared:
            if kind == ADD:
                limit(market, id, nobody, side, qty, price)
            elif kind == CANCEL:
                cancel(market, id, nobody, REQUESTED)
            else:
                replace(market, id, nobody, qty, price)

    def play_clocked(self, prepared: Sequence[Order], taken: "array[int]") -> None:
        """The same with a clock round every operation; taken gets nanoseconds."""
        market, nobody = self.market, self.exchange.parties.nobody
        self.exchange.out.events = self.events
        limit, cancel, replace = entry.enter_limit, entry.cancel, replacing.replace
        now, keep = perf_counter_ns, taken.append
        for kind, side, id, price, qty in prepared:
            started = now()
            if kind == ADD:
                limit(market, id, nobody, side, qty, price)
            elif kind == CANCEL:
                cancel(market, id, nobody, REQUESTED)
            else:
                replace(market, id, nobody, qty, price)
            keep(now() - started)

    def drain(self) -> list[Trade]:
        events = self.events
        found = [(-event.maker, -event.taker, event.price, event.qty) for event in events if type(event) is TradePrinted]
        events.clear()
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
    """A call that collects orders, and its uncross, through the machine's door."""

    def __init__(self) -> None:
        self.engine = Engine(State())
        self.seq = 0
        for message in (
            StartRun("bench", "", START, 0, False, "", ()), listing(1), SetRules(1, RULES),  # type: ignore[arg-type]
            ChangePhase(1, Phase.HALT), ChangePhase(1, Phase.VOLATILITY_CALL),  # type: ignore[arg-type]
        ):
            self.say(message)

    def say(self, message: Any) -> list[Event]:
        self.seq += 1
        return self.engine.apply(self.seq, START + self.seq, message)

    def collect(self, rows: Sequence[Row]) -> None:
        """During the call: nothing trades."""
        for _kind, side, id, price, qty in rows:
            self.say(FlowLimit(1, -id, SIDES[side], qty, price))  # type: ignore[arg-type]

    def uncross(self) -> list[Event]:
        """Timed: from the call to continuous trading."""
        return self.say(ChangePhase(1, Phase.CONTINUOUS))  # type: ignore[arg-type]


__all__ = ["AS_LISTED", "CHUNK", "RULES", "Auction", "Venue", "compiled", "listing", "messages"]
