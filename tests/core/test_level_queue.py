"""One level order by order, as the ladder is told of it: ours have their places wherever they stand."""

from app import queue_reading
from core.domain.enums import Side
from core.domain.units import InstrumentId, OrderId, Price, Qty
from core.messages.commands import CancelOrder, SetLimits
from core.messages.flow import FlowLimit
from core.projections.ladder import ORDERS_A_QUEUE
from core.projections.pictures import LadderLook, LadderPicture, LevelQueue, Standing
from tests.core.test_projections import BID, LOT, Stage
from tests.sessions import limit

PRICE = BID - 700
SMALL = LOT // 1000


class Crowd:
    """A level of many small orders of others."""

    def __init__(self) -> None:
        self.stage = Stage()
        self.stage.play(30)
        self.stage.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))  # type: ignore[arg-type]
        self.last = -9_000_000
        self.standing = self.count(PRICE)

    def count(self, price: int) -> int:
        level = self.stage.engine.state.venue.books[InstrumentId(1)].bids.get(price)
        return level.count if level is not None else 0

    def join(self, count: int, price: int = PRICE) -> None:
        for _ in range(count):
            self.last -= 1
            self.stage.tell(FlowLimit(InstrumentId(1), OrderId(self.last), Side.BUY, Qty(SMALL), Price(price)))

    def seen(self, group: int = 1) -> tuple[LadderPicture, LevelQueue]:
        row = PRICE // group * group
        picture = self.stage.projections.ladder.picture(
            LadderLook(low=row, high=row, group=group, queue_side=Side.BUY, queue_price=row)
        )
        assert picture is not None and picture.queue is not None
        return picture, picture.queue


def test_an_order_of_ours_behind_those_that_are_given_has_its_exact_place() -> None:
    made = Crowd()
    made.join(ORDERS_A_QUEUE + 50)
    made.stage.tell(limit("behind", Side.BUY, PRICE, LOT))
    made.join(30)
    made.stage.tell(limit("farther", Side.BUY, PRICE, LOT // 2))
    made.join(5)
    picture, queue = made.seen()
    level = made.stage.engine.state.venue.books[InstrumentId(1)].bids[PRICE]
    assert len(queue.orders) == ORDERS_A_QUEUE and len(queue.orders) + queue.more == level.count == made.standing + ORDERS_A_QUEUE + 87
    assert queue.lots == level.qty == picture.bids[PRICE] and not any(one.own for one in queue.orders)
    first, second = queue.ours
    assert first.index == made.standing + ORDERS_A_QUEUE + 50 and second.index == first.index + 31
    assert [(one.qty, one.before) for one in queue.ours] == [(one.leaves, one.ahead) for one in picture.own if one.price == PRICE]


def test_a_row_of_several_prices_counts_who_stands_at_the_better_ones() -> None:
    made = Crowd()
    made.join(ORDERS_A_QUEUE + 10, PRICE)
    made.stage.tell(limit("better", Side.BUY, PRICE, LOT))
    made.join(20, PRICE - 1)
    made.stage.tell(limit("worse", Side.BUY, PRICE - 1, LOT))
    _, queue = made.seen(100)
    better, worse = queue.ours
    book = made.stage.engine.state.venue.books[InstrumentId(1)]
    row = [book.bids[price] for price in sorted(book.bids, reverse=True) if queue.price <= price < queue.price + 100]
    above = sum(level.count for level in row if level.price > PRICE), sum(level.qty for level in row if level.price > PRICE)
    at = book.bids[PRICE]
    mine = at.count - 1
    assert better == Standing(above[0] + mine, LOT, above[1] + at.qty - LOT)
    below = book.bids[PRICE - 1]
    assert worse == Standing(above[0] + at.count + below.count - 1, LOT, above[1] + at.qty + below.qty - LOT)
    assert queue.lots == sum(level.qty for level in row)


def test_what_is_gone_and_what_waits_for_a_trigger_has_no_place() -> None:
    made = Crowd()
    made.join(ORDERS_A_QUEUE + 10)
    id = OrderId(made.stage.tell(limit("gone", Side.BUY, PRICE, LOT)))
    assert len(made.seen()[1].ours) == 1
    made.stage.tell(CancelOrder(id))
    assert made.seen()[1].ours == ()


def test_nobody_is_looked_for_beyond_those_that_are_given_but_ours() -> None:
    """A level of ten thousand orders costs what a strip shows of it."""
    made = Crowd()
    made.join(20)
    id = made.stage.tell(limit("behind", Side.BUY, PRICE, LOT))
    state = made.stage.engine.state
    bare, sought = (queue_reading.queue(state, 1, Side.BUY, PRICE, 10, ours) for ours in ((), (id, 10**9)))
    assert len(bare.orders) == len(sought.orders) == 10 and bare.standing == sought.standing == made.count(PRICE)
    assert bare.ours == [] and sought.ours == [(made.count(PRICE) - 1, LOT, bare.lots - LOT)]
