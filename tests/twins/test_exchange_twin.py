"""The exchange against its naive twin: any sequence of entries, cancels and replaces, ours among the others', gives the same
trades and the same queues; depth events rebuild the book; every lot is accounted for.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.depth import Depth
from core.domain.enums import OrderType, Side, TimeInForce
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import CancelOrder, PlaceOrder, ReplaceOrder, SetLimits, StartRun
from core.messages.events import OrderFilled, PositionChanged
from core.messages.flow import FlowCancel, FlowLimit, FlowMarket, ListInstrument
from core.messages.market_data import DepthChanged, TradePrinted
from core.messages.participants import OpenSession
from tests.twins.naive_book import NaiveBook

SIDES = st.sampled_from([Side.BUY, Side.SELL])
PRICES = st.integers(95, 105)
QTYS = st.integers(1, 9)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("flow"), SIDES, PRICES, QTYS),
        st.tuples(st.just("market"), SIDES, st.just(0), QTYS),
        st.tuples(st.just("ours"), SIDES, PRICES, QTYS),
        st.tuples(st.just("cancel"), st.integers(0, 40), st.just(0), st.just(0)),
        st.tuples(st.just("replace"), st.integers(0, 40), PRICES, QTYS),
    ),
    max_size=60,
)


class Pair:
    def __init__(self) -> None:
        self.engine = Engine(State())
        self.twin = NaiveBook()
        self.depth = Depth()
        self.seq = 0
        self.filled: dict[int, int] = {}
        self.bought = self.sold = 0
        self.tell(StartRun("s", "", 0, 0, False, "", ()))
        self.tell(ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1))
        self.tell(SetLimits(1, 10**6, 10**12, 10**6, 10**6, 10**6))
        # Our own orders may meet here: the naive book knows no owners.
        self.tell(OpenSession(1, 1, 1))
        # A first trade, so that the gate has a price to judge by.
        self.flow(Side.BUY, 100, 1)
        self.flow(Side.SELL, 100, 1)

    def tell(self, message: object) -> list[tuple[int, int, int, int]]:
        self.seq += 1
        trades = []
        for event in self.engine.apply(self.seq, self.seq, message):
            if isinstance(event, TradePrinted):
                trades.append((event.maker, event.taker, event.price, event.qty))
            elif isinstance(event, DepthChanged):
                self.depth.change(event.side, event.price, event.qty)
            elif isinstance(event, OrderFilled):
                self.filled[event.order_id] = self.filled.get(event.order_id, 0) + event.qty
            elif isinstance(event, PositionChanged):
                self.bought, self.sold = event.bought, event.sold
        return trades

    def flow(self, side: Side, price: int, qty: int) -> None:
        id = -(self.seq + 1)
        message = FlowLimit(1, id, side, qty, price) if price else FlowMarket(1, id, side, qty, 0)
        assert self.tell(message) == self.twin.enter(id, side is Side.BUY, price, qty)

    def ours(self, side: Side, price: int, qty: int) -> None:
        id = self.seq + 1
        trades = self.tell(PlaceOrder(str(id), 1, side, OrderType.LIMIT, qty, price, TimeInForce.GTC))
        assert trades == self.twin.enter(id, side is Side.BUY, price, qty)

    def cancel(self, pick: int) -> None:
        order = self.pick(pick)
        if order is not None:
            self.twin.cancel(order.id)
            self.tell(CancelOrder(order.id) if order.id > 0 else FlowCancel(1, order.id, order.qty))

    def replace(self, pick: int, price: int, qty: int) -> None:
        order = self.pick(pick)
        if order is None or order.id < 0 or (order.price == price and order.qty == qty):
            return
        total = self.filled.get(order.id, 0) + qty
        assert self.tell(ReplaceOrder(order.id, total, price)) == self.twin.replace(order.id, price, qty)

    def pick(self, index: int):  # type: ignore[no-untyped-def]
        return self.twin.resting[index % len(self.twin.resting)] if self.twin.resting else None

    def check(self) -> None:
        book = self.engine.state.venue.books[1]
        queues = {}
        for buy, levels in ((True, book.bids), (False, book.asks)):
            for price, level in levels.items():
                queue, order = [], level.first
                while order is not None:
                    queue.append((order.id, order.qty))
                    order = order.after
                queues[buy, price] = queue
                assert level.qty == sum(qty for _, qty in queue) and level.count == len(queue)
        assert queues == self.twin.queues()
        assert self.depth.bids == {p: level.qty for p, level in book.bids.items()}
        assert self.depth.asks == {p: level.qty for p, level in book.asks.items()}
        assert self.depth.bid_prices == sorted(book.bids) and self.depth.ask_prices == sorted(book.asks)
        best_bid, best_ask = book.best_bid(), book.best_ask()
        assert best_bid is None or best_ask is None or best_bid.price < best_ask.price
        oms = self.engine.state.oms
        assert set(oms.open) == {id for queue in queues.values() for id, _ in queue if id > 0}
        assert self.bought + self.sold == sum(self.filled.values())


@settings(max_examples=300, deadline=None)
@given(STEPS)
def test_exchange_and_naive_twin_agree(steps: list[tuple[str, int, int, int]]) -> None:
    pair = Pair()
    for kind, first, price, qty in steps:
        if kind in ("flow", "market"):
            pair.flow(Side(first), price, qty)
        elif kind == "ours":
            pair.ours(Side(first), price, qty)
        elif kind == "cancel":
            pair.cancel(first)
        else:
            pair.replace(first, price, qty)
        pair.check()
