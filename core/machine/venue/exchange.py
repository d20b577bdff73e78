"""The embedded exchange: one book an instrument; enters, replaces and cancels orders of anybody.

Priority on replace, as CME, Nasdaq and Eurex: same price and smaller quantity keeps the place; any other change goes to
the back of the queue, and may trade first. Quantities in a replace are totals, the filled part included (FIX 4.4, tag 38).
"""

from core.domain.enums import CancelReason, Divergence, Side, TimeInForce
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId, OrderId, Price, Qty
from core.machine.venue.book import Book, Level, Resting
from core.machine.venue.matching import match, reachable
from core.messages.events import Event
from core.messages.flow import FlowCancel, FlowFilled, FlowLimit, FlowMarket, ListInstrument, SeedBook
from core.messages.market_data import BookSeeded, DepthChanged, InstrumentListed, TapeDiverged
from core.messages.reports import Accepted, Cancelled, Rejected, Replaced, Report

UNBOUNDED = (1 << 63) - 1
"""More lots than any book holds: the quantity of an order bounded by funds only."""


class Exchange:
    """instruments and books by instrument id; diverged: messages of history that could not happen as recorded."""

    __slots__ = ("books", "diverged", "instruments")

    def __init__(self) -> None:
        self.instruments: dict[int, Instrument] = {}
        self.books: dict[int, Book] = {}
        self.diverged: int = 0

    # orders of ours; the answers are reports ------------------------------------------------------------------------

    def enter(
        self, instrument: InstrumentId, id: OrderId, side: Side, qty: int, worst: int, rests: bool, time_in_force: TimeInForce,
        events: list[Event], reports: list[Report],
    ) -> None:
        """A new order. worst: limit price, or a market order's protection. rests: whether a remainder may rest."""
        book = self.books[instrument]
        if time_in_force is TimeInForce.FOK and not reachable(book, side, qty, worst):
            reports.append(Cancelled(id, Qty(qty), CancelReason.IMMEDIATE_REMAINDER))
            return
        left = match(book, instrument, id, side, qty, worst, 0, events, reports)
        if left == 0:
            return
        if rests:
            _rest(book, instrument, id, side, worst, left, events, reports)
        else:
            reports.append(Cancelled(id, Qty(left), CancelReason.IMMEDIATE_REMAINDER))

    def cancel(self, instrument: InstrumentId, id: OrderId, reason: CancelReason, events: list[Event], reports: list[Report]) -> None:
        book = self.books[instrument]
        order = book.orders.get(id)
        if order is None:
            reports.append(Rejected(id, "cancel of an order that is not in the book"))
            return
        _depth(instrument, order.side, book.remove(order), events)
        reports.append(Cancelled(id, Qty(order.qty), reason))

    def replace(
        self, instrument: InstrumentId, id: OrderId, qty: int, leaves: int, price: Price, events: list[Event], reports: list[Report]
    ) -> None:
        """qty: new total, reported back. leaves: new open quantity, > 0."""
        book = self.books[instrument]
        order = book.orders.get(id)
        if order is None:
            reports.append(Rejected(id, "replace of an order that is not in the book"))
            return
        if price == order.price and leaves <= order.qty:
            _depth(instrument, order.side, book.reduce(order, leaves), events)
            reports.append(Replaced(id, Qty(qty), price, Qty(leaves), True))
            return
        _depth(instrument, order.side, book.remove(order), events)
        reports.append(Replaced(id, Qty(qty), price, Qty(leaves), False))
        left = match(book, instrument, id, order.side, leaves, price, 0, events, reports)
        if left:
            _rest(book, instrument, id, order.side, price, left, events, reports)

    # the other participants -----------------------------------------------------------------------------------------

    def on_list(self, message: ListInstrument, events: list[Event]) -> None:
        m = message
        self.instruments[m.instrument] = Instrument(
            m.instrument, m.symbol, m.venue, m.base, m.quote, m.price_decimals, m.qty_decimals, m.tick, m.lot
        )
        self.books[m.instrument] = Book()
        events.append(
            InstrumentListed(m.instrument, m.symbol, m.venue, m.base, m.quote, m.price_decimals, m.qty_decimals, m.tick, m.lot)
        )

    def on_seed(self, message: SeedBook, events: list[Event]) -> None:
        book, side = self.books[message.instrument], message.side
        touched: dict[int, Level] = {}
        for id, price, qty in message.orders:
            touched[price] = book.add(id, side, price, qty)
        levels = tuple((Price(price), Qty(level.qty), level.count) for price, level in touched.items())
        events.append(BookSeeded(message.instrument, side, levels))

    def on_limit(self, message: FlowLimit, events: list[Event], reports: list[Report]) -> None:
        instrument, id, side, price = message.instrument, message.order_id, message.side, message.price
        book = self.books[instrument]
        left = match(book, instrument, id, side, message.qty, price, 0, events, reports)
        if left:
            level = book.add(id, side, price, left)
            events.append(DepthChanged(instrument, side, price, Qty(level.qty), level.count))

    def on_market(self, message: FlowMarket, events: list[Event], reports: list[Report]) -> None:
        qty = message.qty if message.qty else UNBOUNDED
        match(self.books[message.instrument], message.instrument, message.order_id, message.side, qty, 0, message.funds, events, reports)

    def on_cancel(self, message: FlowCancel, events: list[Event]) -> None:
        book = self.books[message.instrument]
        order = book.orders.get(message.order_id)
        if order is None:
            self._diverge(message.instrument, message.order_id, Divergence.CANCEL_UNKNOWN, events)
            return
        _depth(message.instrument, order.side, book.remove(order), events)
        if order.qty != message.qty:
            self._diverge(message.instrument, message.order_id, Divergence.CANCEL_SIZE_DIFFERS, events)

    def on_filled(self, message: FlowFilled, events: list[Event]) -> None:
        book = self.books[message.instrument]
        order = book.orders.get(message.order_id)
        if order is not None:
            _depth(message.instrument, order.side, book.remove(order), events)
            self._diverge(message.instrument, message.order_id, Divergence.STILL_RESTING, events)

    def _diverge(self, instrument: InstrumentId, id: OrderId, why: Divergence, events: list[Event]) -> None:
        self.diverged += 1
        events.append(TapeDiverged(instrument, id, why))

    # read-only answers ----------------------------------------------------------------------------------------------

    def queue_ahead(self, instrument: InstrumentId, id: OrderId) -> int:
        """Lots before this order in its queue; 0 when it does not rest."""
        book = self.books.get(instrument)
        order: Resting | None = book.orders.get(id) if book is not None else None
        return book.ahead(order) if book is not None and order is not None else 0


def _depth(instrument: InstrumentId, side: Side, level: Level, events: list[Event]) -> None:
    events.append(DepthChanged(instrument, side, Price(level.price), Qty(level.qty), level.count))


def _rest(
    book: Book, instrument: InstrumentId, id: OrderId, side: Side, price: int, qty: int, events: list[Event], reports: list[Report]
) -> None:
    level = book.add(id, side, price, qty)
    _depth(instrument, side, level, events)
    reports.append(Accepted(id, Qty(qty), Qty(level.qty - qty)))
