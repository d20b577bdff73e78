"""What participants must have sent for a feed to say what it says, entered into our own matching engine.

An add is a limit order, a delete a cancel, a partial cancel or a change an amendment, and an execution an immediate order of
the other side at the price of the print. Hidden executions are left out: what they met is in no feed.
History, followed without matching, stands beside: from it come the places of orders that a message only names, and with it
the engine's book and makers are compared.
"""

from collections import Counter
from typing import Any

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.units import InstrumentId
from core.machine.engine import Engine
from core.machine.market.followed import FollowedBook
from core.machine.market.orders_feed import OrdersFeed
from core.machine.state import State
from core.machine.venue.book import Book, Level
from core.messages.commands import StartRun
from core.messages.feed import FeedAdded, FeedChanged, FeedDeleted, FeedExecuted, FeedFilled, FeedReduced, FeedTraded
from core.messages.flow import FlowCancel, FlowLimit, ListInstrument, SeedBook
from core.messages.market_data import TapeDiverged, TradePrinted
from core.messages.operations import SetRules
from core.messages.participants import AmendOrder, EnterOrder, WithdrawOrder
from core.messages.reports import Rejected
from core.messages.terms import MarketRules

AGGRESSORS = 1 << 62
"""Numbers of the orders that we make up, beyond any venue's."""


class OrderDriven:
    """sent and refused: messages by kind, and the engine's noes by reason. prints: executions of history; as_recorded: those of
    them that the engine made of the same maker and lots; trades: what it made for them in all. steps and crossed: two-sided
    books looked at, and crossed or locked ones. compared and same_top: looks, and those with history's best prices and lots.
    """

    def __init__(self, by_order: bool = False) -> None:
        self.engine = Engine(State())
        self.history = OrdersFeed(by_order)
        self.sent: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.prints = self.trades = self.as_recorded = self.steps = self.crossed = self.same_top = self.compared = 0
        self._seq = 0
        self._aggressors = 0
        self._listed: set[int] = set()
        self._homes: dict[int, int] = {}
        self._made: list[tuple[int, int]] = []
        self._filled: Counter[int] = Counter()
        self.tell(StartRun("order-driven", "", 0, 0, False, "", ()))

    def seed(self, instrument: int) -> None:
        """What history's book holds now without having been told by the feed."""
        book = self.history.books[instrument].book
        self._list(instrument)
        for side in Side:
            orders = tuple((o.id, o.price, o.qty) for o in book.orders.values() if o.id < 0 and o.side is side)
            self.tell(SeedBook(InstrumentId(instrument), side, orders))  # type: ignore[arg-type]

    def on(self, message: Any) -> None:
        """One message of the feed: as orders to the engine, and then as it is to history."""
        instrument = message.instrument or self._homes[message.order_id]
        self._list(instrument)
        followed = self.history.books.get(instrument) or FollowedBook()
        kind = type(message)
        if kind is FeedAdded:
            self._homes[message.order_id] = instrument
            self.tell(FlowLimit(instrument, -message.order_id, message.side, message.qty, message.price))
        elif kind is FeedExecuted:
            self._execute(instrument, message, followed)
        elif kind is FeedFilled:
            self._filled[message.order_id] += message.qty
            self.prints += 1
            self.as_recorded += (-message.order_id, message.qty) in self._made
        elif kind is FeedTraded and message.aggressor is not None and self._names_fills:
            self._aggress(instrument, message.aggressor, message.qty, message.price, 0)
        elif kind in (FeedReduced, FeedDeleted):
            self._take_off(instrument, message, followed)
        elif kind is FeedChanged:
            self._change(instrument, message, followed)
        self.history.on(message)
        if message.last:
            self._look(instrument)

    _names_fills = False
    """Whether the feed prints what aggressors did apart from the book (CME), so that a print is what was sent."""

    def _execute(self, instrument: int, message: Any, followed: FollowedBook) -> None:
        order = followed.book.orders.get(message.order_id)
        side = order.side if order is not None else message.side
        price = order.price if order is not None else message.price
        self.prints += 1
        self._aggress(instrument, Side.SELL if side is Side.BUY else Side.BUY, message.qty, price, message.order_id)

    def _aggress(self, instrument: int, side: Side, qty: int, price: int, maker: int) -> None:
        self._aggressors += 1
        id = -AGGRESSORS - self._aggressors
        events = self.tell(EnterOrder(instrument, id, 0, side, OrderType.LIMIT, qty, price, TimeInForce.IOC))  # type: ignore[arg-type]
        trades = [event for event in events if isinstance(event, TradePrinted)]
        self.trades += len(trades)
        self._made = [(trade.maker, trade.qty) for trade in trades]
        self.as_recorded += self._made == [(-maker, qty)]

    def _take_off(self, instrument: int, message: Any, followed: FollowedBook) -> None:
        done = min(self._filled.pop(message.order_id, 0), message.qty)
        order = followed.book.orders.get(message.order_id)
        if done:
            # The engine did this already, when the aggressor came.
            return
        whole, id = type(message) is FeedDeleted, -message.order_id
        if order is None and message.side is not None:
            # It was there before the feed began: history takes it from the nameless lots of its level.
            order = followed.anonymous(message.side, message.price)
            whole, id = False, order.id if order is not None else id
        open_qty = order.qty if order is not None else message.qty
        left = 0 if whole else open_qty - message.qty
        if left > 0 and order is not None:
            self.tell(AmendOrder(instrument, id, 0, left, order.price))  # type: ignore[arg-type]
        else:
            self.tell(FlowCancel(instrument, id, open_qty))  # type: ignore[arg-type]

    def _change(self, instrument: int, message: Any, followed: FollowedBook) -> None:
        done = self._filled.pop(message.order_id, 0)
        order = followed.book.orders.get(message.order_id)
        if order is not None and (order.price, order.qty - done) == (message.price, message.qty):
            return
        if not message.qty:
            self.tell(WithdrawOrder(instrument, -message.order_id, 0))  # type: ignore[arg-type]
        else:
            self.tell(AmendOrder(instrument, -message.order_id, 0, message.qty, message.price))  # type: ignore[arg-type]

    def _list(self, instrument: int) -> None:
        if instrument not in self._listed:
            self._listed.add(instrument)
            self.tell(ListInstrument(InstrumentId(instrument), str(instrument), "TAPE", "LOT", "USD", 4, 0, 1, 1))
            self.tell(SetRules(InstrumentId(instrument), MarketRules(replace_open=True)))

    def tell(self, message: Any) -> list[Any]:
        self._seq += 1
        self.sent[type(message).__name__] += 1
        events = self.engine.apply(self._seq, 0, message)
        for event in events:
            if isinstance(event, Rejected):
                self.refused[event.reason.name] += 1
            elif isinstance(event, TapeDiverged):
                self.refused[event.why.name] += 1
        return events

    def book(self, instrument: int) -> Book:
        return self.engine.state.venue.books[instrument]

    def _look(self, instrument: int) -> None:
        bid, ask = (ours := self.book(instrument)).best_bid(), ours.best_ask()
        if bid is not None and ask is not None:
            self.steps += 1
            self.crossed += bid.price >= ask.price
        theirs = self.history.books.get(instrument)
        if theirs is not None:
            self.compared += 1
            best = (theirs.book.best_bid(), theirs.book.best_ask())
            self.same_top += (_shown(bid), _shown(ask)) == (_shown(best[0]), _shown(best[1]))


class FillsApart(OrderDriven):
    """For CME, where a trade is told apart from what it does to the book."""

    _names_fills = True


def _shown(level: Level | None) -> tuple[int, int] | None:
    return (level.price, level.qty) if level is not None else None
