"""Stops of ours in the pictures: where they fire, moved and refused, and never among the orders of the book."""

from collections.abc import Callable

import pytest

from app.seeding import events_of
from core.domain.enums import Liquidity, OrderState, OrderType, Request, Side, TimeInForce
from core.journal.entry import Entry
from core.messages.commands import PlaceOrder, ReplaceOrder, SetLimits
from core.messages.events import OrderFilled, OrderReplaced, OrderSent, OrderStands, OrderWorking, ReplaceSent, RequestRejected
from core.messages.participants import KEEP
from core.messages.rejections import Rejection
from core.messages.terms import Terms
from core.projections.chart_pictures import CandlesLook, HeatLook
from core.projections.orders import Orders
from core.projections.pictures import DepthLook, LadderLook, OrderRow, VersionLook
from tests.core.test_projections import BID, LOT, Stage
from tests.sessions import limit


def stop(name: str, side: Side, trigger: int, price: int = 0, **terms: int) -> PlaceOrder:
    kind = OrderType.STOP_LIMIT if price else OrderType.TRAILING_STOP if terms else OrderType.STOP
    made = Terms(trigger=trigger, **terms)  # type: ignore[arg-type]
    return PlaceOrder(name, 1, side, kind, LOT // 10, price, TimeInForce.GTC, 1, made)  # type: ignore[arg-type]


@pytest.fixture
def stage() -> Stage:
    made = Stage()
    made.play(2_000)
    made.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))  # type: ignore[arg-type]
    return made


def row(stage: Stage, id: int) -> OrderRow:
    return stage.projections.orders.rows[id]


def test_a_stop_stands_where_it_fires_in_ladder_chart_and_heatmap(stage: Stage) -> None:
    plain = stage.tell(stop("plain", Side.SELL, BID - 4_000))
    limited = stage.tell(stop("limited", Side.BUY, BID + 6_000, BID + 6_500))
    assert (row(stage, plain).trigger, row(stage, plain).price, row(stage, plain).waits) == (BID - 4_000, 0, True)
    assert (row(stage, limited).trigger, row(stage, limited).price) == (BID + 6_000, BID + 6_500)
    drawn = (
        stage.projections.ladder.picture(LadderLook()), stage.projections.candles.picture(CandlesLook(instrument=1)),
        stage.projections.heatmap.picture(HeatLook(instrument=1)),
    )
    for picture in drawn:
        assert picture is not None
        assert [(one.order_id, one.at, one.ahead) for one in picture.own] == [(plain, BID - 4_000, 0), (limited, BID + 6_000, 0)]
    depth = stage.projections.depth.picture(DepthLook())
    assert depth is not None and depth.own == (), "what waits for a trigger is no liquidity"


def test_an_order_tells_since_when_it_stands_where_it_is(stage: Stage) -> None:
    def since(id: int) -> int:
        (one,) = [one for one in stage.projections.orders.own(1) if one.order_id == id]
        return one.since

    placed = stage.at
    rests = stage.tell(limit("rests", Side.BUY, BID - 4_000, LOT // 10))
    waits = stage.tell(stop("waits", Side.SELL, BID - 4_000))
    limited = stage.tell(stop("limited", Side.SELL, BID - 4_000, stage.projections.market.quotes[1].last + 3_000))
    trails = stage.tell(stop("trails", Side.BUY, 0, trail=20_000))
    stage.play(200)
    stage.tell(ReplaceOrder(rests, LOT // 20, BID - 4_000))  # type: ignore[arg-type]
    assert stage.at > placed and [since(id) for id in (rests, waits, limited, trails)] == [placed, placed, placed, 0]
    stage.tell(ReplaceOrder(rests, LOT // 20, BID - 4_100))  # type: ignore[arg-type]
    stage.tell(ReplaceOrder(waits, LOT // 10, 0, BID - 3_000))  # type: ignore[arg-type]
    moved = stage.at
    assert [since(id) for id in (rests, waits, limited)] == [moved, moved, placed]
    stage.play(200)
    last = stage.projections.market.quotes[1].last
    stage.tell(ReplaceOrder(limited, LOT // 10, last + 3_000, last + 1_000))  # type: ignore[arg-type]
    assert row(stage, limited).fired_at == stage.at == since(limited), "it came into the book now"


def test_a_replace_moves_the_trigger_and_a_refused_one_does_not(stage: Stage) -> None:
    id = stage.tell(stop("plain", Side.SELL, BID - 4_000))
    stage.tell(ReplaceOrder(id, LOT // 10, 0, BID - 3_000))  # type: ignore[arg-type]
    assert row(stage, id).trigger == BID - 3_000 == stage.engine.state.venue.books[1].orders[id].special.trigger
    stage.tell(ReplaceOrder(id, LOT // 10, 0, 0))  # type: ignore[arg-type]
    assert row(stage, id).trigger == BID - 3_000 and row(stage, id).rejection is Rejection.BAD_TRIGGER
    stage.tell(ReplaceOrder(id, 100 * LOT, 0, BID - 2_000))  # type: ignore[arg-type]
    assert row(stage, id).trigger == BID - 3_000 and row(stage, id).reason is not None
    stage.tell(ReplaceOrder(id, LOT // 20, 0))  # type: ignore[arg-type]
    assert (row(stage, id).trigger, row(stage, id).qty) == (BID - 3_000, LOT // 20)


def test_what_fires_waits_no_more(stage: Stage) -> None:
    last = stage.projections.market.quotes[1].last
    id = stage.tell(stop("limited", Side.SELL, BID - 4_000, last + 3_000))
    assert not stage.projections.orders.working(1)
    stage.tell(ReplaceOrder(id, LOT // 10, last + 3_000, last + 1_000))  # type: ignore[arg-type]
    fired = row(stage, id)
    assert fired.state is OrderState.WORKING and fired.fired_at == stage.at and not fired.waits, "a trigger beyond the market fires at once"
    assert [(one.price, one.trigger) for one in stage.projections.ladder.picture(LadderLook()).own] == [(last + 3_000, 0)]  # type: ignore[union-attr]


def test_a_trailing_stop_is_drawn_where_it_stands_now(stage: Stage) -> None:
    id = stage.tell(stop("trailing", Side.BUY, 0, trail=20_000))
    seen = set()
    for _ in range(20):
        stage.play(200)
        (own,) = stage.projections.ladder.picture(LadderLook()).own  # type: ignore[union-attr]
        assert own.at == stage.engine.state.venue.books[1].orders[id].special.trigger > 0 and own.follows
        seen.add(own.at)
    assert len(seen) > 1, "it followed"


def test_a_refused_stop_says_where_it_would_have_fired(stage: Stage) -> None:
    stage.tell(PlaceOrder("big", 1, Side.SELL, OrderType.STOP, 100 * LOT, 0, TimeInForce.GTC, 1, Terms(trigger=BID - 4_000)))  # type: ignore[arg-type]
    assert row(stage, -1).trigger == BID - 4_000 and not row(stage, -1).waits


def test_screens_that_begin_from_the_machine_alone_know_where_stops_wait(stage: Stage) -> None:
    last = stage.projections.market.quotes[1].last
    waits = stage.tell(stop("plain", Side.SELL, BID - 4_000))
    stage.tell(ReplaceOrder(waits, LOT // 10, 0, BID - 3_000))  # type: ignore[arg-type]
    fired = stage.tell(stop("fired", Side.SELL, last + 1_000, last + 3_000))
    fresh = Stage()
    fresh.board.publish(Entry(1, stage.at, None, list(events_of(stage.engine.state)), False, 0, 0))
    assert (row(fresh, waits).trigger, row(fresh, waits).waits) == (BID - 3_000, True) and not fresh.faults
    assert not row(fresh, fired).waits and [one.order_id for one in fresh.projections.orders.working(1)] == [fired]


@pytest.fixture
def slow() -> Callable[[object], OrderRow]:
    """An order whose replaces are answered later, as an outside venue does. Gives its row after each event."""
    orders = Orders(lambda id: None, lambda instrument, id: 0, lambda instrument, id: 0)

    def tell(told: object) -> OrderRow:
        orders.folds[type(told)](1, told)
        return orders.rows[7]

    tell(OrderSent(7, "a", 1, 1, Side.SELL, OrderType.STOP, 10, 0, TimeInForce.GTC, 0, Terms(trigger=90), venue="OUT"))  # type: ignore[arg-type]
    tell(OrderWorking(7, 10, 0))  # type: ignore[arg-type]
    return tell


def test_a_later_answer_brings_the_trigger_of_its_own_request(slow: Callable[[object], OrderRow]) -> None:
    for trigger in (91, KEEP, 93):
        slow(ReplaceOrder(7, 10, 0, trigger))  # type: ignore[arg-type]
        assert slow(ReplaceSent(7, 10, 0, trigger, KEEP, "OUT")).trigger == 90  # type: ignore[arg-type]
    answer = OrderReplaced(7, 10, 0, 10, False)  # type: ignore[arg-type]
    assert [slow(answer).trigger, slow(RequestRejected(7, Request.REPLACE, Rejection.BAD_QTY)).trigger] == [91, 91]  # type: ignore[arg-type]
    assert slow(answer).trigger == 93
    assert slow(OrderStands(7, OrderState.WORKING)).trigger == 93  # type: ignore[arg-type]
    assert slow(OrderReplaced(7, 8, 0, 8, True)).trigger == 93, "the desk's own change of quantity"  # type: ignore[arg-type]


def test_a_fill_that_nobody_announced_is_a_firing_too(slow: Callable[[object], OrderRow]) -> None:
    assert not slow(OrderFilled(7, 4, 89, 6, Liquidity.TAKER)).waits  # type: ignore[arg-type]


def test_an_account_counts_a_stop_without_a_limit_at_its_trigger(stage: Stage) -> None:
    stage.tell(stop("plain", Side.SELL, BID - 4_000))
    stage.tell(stop("limited", Side.BUY, BID + 6_000, BID + 6_500))
    picture = stage.projections.accounts.picture(VersionLook())
    assert picture is not None
    (account,) = picture.rows
    assert account.orders == 2
    one = stage.projections.market.quotes[1].instrument
    unit = 10 ** (account.decimals - one.price_decimals - one.qty_decimals)
    assert account.working == (LOT // 10) * (BID - 4_000 + BID + 6_500) * unit
