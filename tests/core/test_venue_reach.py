"""What an order could trade, counted another way; and waiting orders that are not asked again in vain, but in time."""

from random import Random

from core.domain.enums import OrderType, Side, TimeInForce
from core.machine.engine import Engine
from core.machine.state import State
from core.machine.venue import memory
from core.machine.venue.book import Resting
from core.machine.venue.reach import reachable
from core.machine.venue.special import Special
from core.messages.commands import StartRun
from core.messages.flow import FlowCancel, FlowLimit, ListInstrument
from core.messages.market_data import TradePrinted
from core.messages.packing import pack, unpack
from core.messages.participants import EnterOrder, OpenSession
from core.messages.terms import Terms

FAR = 1 << 40
ALL_OR_NONE = Terms(all_or_none=True)


class Market:
    def __init__(self) -> None:
        self.engine = Engine(State())
        self.id = 0
        self.say(StartRun("s", "", 0, 0, False, "", ()))
        self.say(ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1))
        self.say(OpenSession(-1, 0, 0))

    def say(self, message: object) -> int:
        """Lots traded."""
        return sum(event.qty for event in self.engine.apply(1, 1, message) if isinstance(event, TradePrinted))

    def limit(self, side: Side, qty: int, price: int) -> int:
        self.id -= 1
        return self.say(FlowLimit(1, self.id, side, qty, price))

    def enter(self, side: Side, qty: int, price: int, terms: Terms | None) -> int:
        self.id -= 1
        return self.say(EnterOrder(1, self.id, -1, side, OrderType.LIMIT, qty, price, TimeInForce.GTC, terms))

    def reach(self, side: Side, qty: int, worst: int) -> int:
        venue = self.engine.state.venue
        taker = Resting(-(10**9), side, worst, qty, venue.parties.nobody, 0, TimeInForce.FOK, Special(OrderType.LIMIT, None))
        return reachable(venue.markets[1], taker, worst, FAR if side is Side.BUY else 0)


def test_reachable_is_the_sum_of_what_is_within() -> None:
    rng = Random(1)
    market = Market()
    for _ in range(1_500):
        side = rng.choice((Side.BUY, Side.SELL))
        price = rng.randint(2_001, 2_300) if side is Side.SELL else rng.randint(1_700, 1_999)
        if rng.random() < 0.3:
            market.enter(side, rng.choice((3, 8)), price, rng.choice((Terms(hidden=True), Terms(display=2))))
        else:
            market.limit(side, rng.randint(1, 9), price)
    orders = market.engine.state.venue.books[1].orders
    for id in list(orders)[::3]:
        market.say(FlowCancel(1, id, orders[id].open()))
    for side in Side:
        for worst in range(1_690, 2_310, 7):
            within = [
                order.open() for order in orders.values()
                if order.side is not side and (order.price <= worst if side is Side.BUY else order.price >= worst)
            ]
            for qty in (1, 100, 1_000, 10**9):
                assert market.reach(side, qty, worst) == min(qty, sum(within)), (side, worst, qty)


def test_a_waiting_order_trades_with_the_last_lot_that_was_missing() -> None:
    """On more levels than are looked up one by one."""
    market = Market()
    for price in range(2_000, 2_100):
        market.limit(Side.SELL, 1, price)
    assert market.enter(Side.BUY, 120, 2_500, ALL_OR_NONE) == 0
    for _ in range(19):
        assert market.limit(Side.SELL, 1, 2_200) == 0
    market.limit(Side.SELL, 10, 2_501)
    assert market.limit(Side.SELL, 1, 2_400) == 120


def test_an_exchange_that_remembers_nothing_answers_the_same() -> None:
    """Waiting orders of both sides, and one exchange that is written down and read back after each message."""
    for seed in range(6):
        rng = Random(seed)
        one, other = Market(), Market()
        for _ in range(400):
            side = rng.choice((Side.BUY, Side.SELL))
            far = rng.randint(-5, 60)
            price = 1_000 + far if side is Side.SELL else 1_000 - far
            if rng.random() < 0.15:
                qty, price = rng.randint(10, 150), 2_000 - price
                terms = rng.choice((ALL_OR_NONE, Terms(hidden=True, min_qty=qty // 2)))
            else:
                qty, terms = rng.randint(1, 9), None
            assert one.enter(side, qty, price, terms) == other.enter(side, qty, price, terms)
            packed = pack(memory.rows(other.engine.state.venue))
            assert pack(memory.rows(one.engine.state.venue)) == packed
            other.engine.state.venue = memory.restore(unpack(packed))
