"""What the ticket is handed: the desk's own answer, the book walked by hand, and the fate of everything that was asked for."""

from typing import Any

import pytest

from core.domain.enums import LinkKind, OrderState, OrderType, Phase, Side, TimeInForce
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.messages.commands import PlaceOrder, SetLimits, StartRun
from core.messages.groups import PlaceBasket, PlaceLinked
from core.messages.limits import ChangeLimits, Limit
from core.messages.operations import ChangePhase
from core.messages.outside import SetVenue
from core.messages.reasons import Reason
from core.messages.terms import Terms
from core.projections.pictures import DepthLook
from core.projections.ticket_pictures import BasketLook, BasketPicture, Fate, TicketLook, TicketPicture
from core.projections.uncross import NO_UNCROSS
from tests.core.test_projections import BID, LOT, Stage
from tests.sessions import limit


@pytest.fixture
def stage() -> Stage:
    made = Stage()
    made.play(30)
    made.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))  # type: ignore[arg-type]
    return made


def look(stage: Stage, **wanted: Any) -> TicketPicture:
    picture = stage.projections.ticket.picture(TicketLook(**wanted))
    assert picture is not None
    return picture


def fates(stage: Stage, *names: str) -> dict[str, Fate]:
    return {fate.client_order_id: fate for fate in look(stage, sent=names).fates}


def stop(name: str, side: Side, trigger: int, qty: int = LOT) -> PlaceOrder:
    return PlaceOrder(name, 1, side, OrderType.STOP, qty, 0, TimeInForce.DAY, terms=Terms(trigger=trigger))  # type: ignore[arg-type]


def test_the_answer_is_the_desks_and_asking_changes_nothing(stage: Stage) -> None:
    seq = stage.seq
    assert look(stage, question=limit("a", Side.BUY, BID, LOT)).answer.reason is None  # type: ignore[union-attr]
    refused = look(stage, question=limit("a", Side.BUY, BID, 11 * LOT)).answer
    assert refused is not None and (refused.reason, refused.rule, refused.limit) == (Reason.MAX_ORDER_QTY, Rule.MAX_ORDER_QTY, 10 * LOT)
    assert refused.smaller == 10 * LOT and stage.seq == seq and not stage.engine.state.oms.client_ids


def test_in_an_auction_it_has_what_would_trade_and_hears_when_that_changes(stage: Stage) -> None:
    assert look(stage).indicative == NO_UNCROSS
    stage.tell(ChangePhase(1, Phase.VOLATILITY_CALL))  # type: ignore[arg-type]
    market, seen = stage.engine.state.venue.markets[1], []  # type: ignore[index]
    version = look(stage).version
    for number, price in enumerate((BID + 2_000, BID + 3_000)):
        # Over one another on purpose, and far enough apart that the exchange tells of each.
        stage.play(30)
        stage.tell(limit(f"b{number}", Side.BUY, price, LOT))
        stage.tell(limit(f"s{number}", Side.SELL, BID + 1_000, LOT))
        stage.play(30)
        picture = look(stage, version=version)
        assert picture.phase is Phase.VOLATILITY_CALL and picture.indicative == market.indicative
        seen.append(picture.indicative)
        version = picture.version
    assert len(set(seen)) == 2 and all(one.price and one.qty for one in seen), seen
    chart = stage.projections.depth.picture(DepthLook(-1, 1, 10))
    assert chart is not None and chart.indicative == market.indicative
    stage.engine.state.outside.stops[picture.instrument.venue] = True
    assert look(stage, version=version).phase is Phase.CONTINUOUS, "an outside venue's auction is not the embedded one's"
    chart = stage.projections.depth.picture(DepthLook(chart.version, 1, 10))
    assert chart is not None and chart.indicative == NO_UNCROSS, "it hears of it although nothing else changed"


def test_a_limit_that_changes_is_a_new_picture_although_nothing_traded(stage: Stage) -> None:
    question = limit("a", Side.BUY, BID, 5 * LOT)
    first = look(stage, question=question)
    again = TicketLook(first.version, 0, question, first.answer)
    assert stage.projections.ticket.picture(again) is None
    stage.tell(ChangeLimits((Limit(Rule.MAX_ORDER_QTY, LOT, ScopeKind.EVERYTHING, soft=True),), second="risk"))
    picture = stage.projections.ticket.picture(again)
    assert picture is not None and picture.answer is not None and picture.answer.soft and picture.answer.value == 5 * LOT


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("ticks", [0, 100, 5_000])
def test_the_sweep_is_the_book_walked_level_by_level(stage: Stage, side: Side, ticks: int) -> None:
    stage.play(3_000)
    depth = stage.projections.market.quotes[1].depth
    price = depth.best_ask + ticks if side is Side.BUY else depth.best_bid - ticks
    levels = sorted(depth.asks.items()) if side is Side.BUY else sorted(depth.bids.items(), reverse=True)
    left, cost, worst = 9 * LOT, 0, 0
    for at, lots in levels:
        if left and (at <= price if side is Side.BUY else at >= price):
            taken = min(left, lots)
            left, cost, worst = left - taken, cost + taken * at, at
    sweep = look(stage, question=limit("a", side, price, 9 * LOT)).sweep
    assert sweep is not None and (sweep.filled, sweep.cost, sweep.worst) == (9 * LOT - left, cost, worst)


def test_a_market_order_is_walked_no_further_than_the_gate_lets_it_go(stage: Stage) -> None:
    order = PlaceOrder("m", 1, Side.BUY, OrderType.MARKET, 10 * LOT, 0, TimeInForce.IOC)  # type: ignore[arg-type]
    picture = look(stage, question=order)
    assert picture.answer is not None and picture.sweep is not None
    assert 0 < picture.sweep.worst <= picture.answer.worst


def test_depth_and_the_usual_order(stage: Stage) -> None:
    depth = stage.projections.market.quotes[1].depth
    picture = look(stage)
    assert picture.ask_depth == sum(lots for _, lots in sorted(depth.asks.items())[:10]) and picture.median == 0
    for number in range(8):
        stage.tell(limit(f"o{number}", Side.BUY, BID - 1_000, (number + 1) * LOT // 10))
    assert look(stage).median == LOT // 2


def test_the_ticket_hears_what_became_of_it(stage: Stage) -> None:
    stage.tell(limit("too much", Side.BUY, BID, 11 * LOT))
    stage.tell(limit("good", Side.BUY, BID - 100, LOT))
    stage.tell(limit("good", Side.BUY, BID - 100, LOT))
    stage.tell(limit("taken", Side.BUY, BID + 400, LOT // 100))
    heard = fates(stage, "too much", "good", "taken", "never")
    assert heard["too much"].reason is Reason.MAX_ORDER_QTY and heard["too much"].order_id == 0
    assert heard["good"].state is OrderState.WORKING and heard["good"].reason is None and "never" not in heard
    assert heard["taken"].state is OrderState.FILLED and heard["taken"].filled == LOT // 100 and heard["taken"].cost > 0


def test_every_leg_of_a_bracket_has_its_fate(stage: Stage) -> None:
    lots = LOT // 100
    legs = (limit("e", Side.BUY, BID + 400, lots), limit("t", Side.SELL, BID + 5_000, lots), stop("s", Side.SELL, BID - 5_000, lots))
    stage.tell(PlaceLinked(LinkKind.BRACKET, legs))
    heard = fates(stage, "e", "t", "s")
    assert [heard[name].state for name in "ets"] == [OrderState.FILLED, OrderState.WORKING, OrderState.WORKING]


def test_a_group_that_does_not_fit_is_told_to_its_entry(stage: Stage) -> None:
    wrong = PlaceLinked(LinkKind.BRACKET, (limit("e", Side.BUY, BID, LOT), limit("t", Side.BUY, BID, LOT)))
    assert look(stage, question=wrong).answer.reason is Reason.BAD_LINK  # type: ignore[union-attr]
    stage.tell(wrong)
    assert fates(stage, "e")["e"].reason is Reason.BAD_LINK


def test_a_refused_basket_is_told_to_its_first_line_with_the_line_that_was_worst(stage: Stage) -> None:
    basket = PlaceBasket((limit("a", Side.BUY, BID, LOT), limit("b", Side.BUY, BID, 11 * LOT), limit("c", Side.BUY, BID, 12 * LOT)))
    picture = stage.projections.basket.picture(BasketLook(question=basket))
    assert isinstance(picture, BasketPicture) and picture.answer is not None
    assert (picture.answer.reason, picture.answer.line, picture.answer.refused) == (Reason.MAX_ORDER_QTY, 2, 2)
    stage.tell(basket)
    fate = fates(stage, "a")["a"]
    assert (fate.reason, fate.line, fate.refused) == (Reason.MAX_ORDER_QTY, 2, 2)


def test_the_answer_to_a_basket_and_its_worth_go_with_the_market_and_the_limits(stage: Stage) -> None:
    basket = PlaceBasket((limit("a", Side.BUY, BID, LOT), limit("b", Side.BUY, BID, 5 * LOT)))
    projection = stage.projections.basket
    first = projection.picture(BasketLook(question=basket))
    assert first is not None and first.answer is not None and first.answer.reason is None
    again = BasketLook(first.version, basket, (), first.answer)
    assert projection.picture(again) is None
    stage.tell(ChangeLimits((Limit(Rule.MAX_ORDER_QTY, LOT, ScopeKind.EVERYTHING, soft=True),), second="risk"))
    tightened = projection.picture(again)
    assert tightened is not None and tightened.answer is not None and tightened.answer.line == 2
    bid = stage.projections.market.quotes[1].depth.best_bid
    while stage.projections.market.quotes[1].depth.best_bid == bid:
        stage.play(10)
    moved = projection.picture(BasketLook(tightened.version, basket, (), tightened.answer))
    assert moved is not None and moved.instruments[0][1] == stage.projections.market.quotes[1].depth.best_bid != bid


def test_the_answer_to_a_basket_goes_with_the_phase(stage: Stage) -> None:
    basket = PlaceBasket((PlaceOrder("m", 1, Side.BUY, OrderType.MARKET, LOT, 0, TimeInForce.IOC),))  # type: ignore[arg-type]
    first = stage.projections.basket.picture(BasketLook(question=basket))
    assert first is not None and first.answer is not None and first.answer.rejection is None
    stage.tell(ChangePhase(1, Phase.HALT))  # type: ignore[arg-type]
    halted = stage.projections.basket.picture(BasketLook(first.version, basket, (), first.answer))
    assert halted is not None and halted.answer is not None and halted.answer != first.answer


@pytest.mark.parametrize(("lines", "looks"), [(25, 1), (26, 2), (500, 20)])
def test_a_long_basket_is_asked_about_less_often(stage: Stage, lines: int, looks: int) -> None:
    basket = PlaceBasket(tuple(limit(f"b{number}", Side.BUY, BID - 1_000, LOT // 100) for number in range(lines)))
    first = stage.projections.basket.picture(BasketLook(question=basket))
    assert first is not None and first.answer is not None
    asked = []
    for number in range(2 * looks):
        stage.tell(limit(f"other{number}", Side.BUY, BID - 100, LOT))
        later = stage.projections.basket.picture(BasketLook(first.version, basket, (), first.answer))
        asked.append(later is not None and later.answer is not None)
    assert asked == 2 * [*[False] * (looks - 1), True]
    other = PlaceBasket(basket.orders[1:])
    new = stage.projections.basket.picture(BasketLook(first.version, other, (), first.answer))
    assert new is not None and new.answer is not None and new.answer.question == other, "a new one at once"


def test_a_refusal_that_makes_no_order_is_a_new_picture(stage: Stage) -> None:
    """In a market that stands still."""
    seen = look(stage, sent=("e",))
    stage.tell(PlaceLinked(LinkKind.BRACKET, (limit("e", Side.BUY, BID, LOT), limit("t", Side.BUY, BID, LOT))))
    later = look(stage, version=seen.version, sent=("e",))
    assert later.fates[0].reason is Reason.BAD_LINK and later.sent == ("e",)


def test_a_stop_that_the_desk_holds_is_no_silence(stage: Stage) -> None:
    venue = stage.engine.state.venue.instruments[1].venue  # type: ignore[index]
    stage.tell(SetVenue(venue, True, False))
    stage.tell(stop("s", Side.SELL, BID - 5_000))
    assert fates(stage, "s")["s"].held


def test_another_run_knows_nothing_of_the_last_one(stage: Stage) -> None:
    stage.tell(limit("good", Side.BUY, BID - 100, LOT))
    stage.tell(StartRun("s", "", 0, 0, False, "", ()))
    assert stage.projections.fates.of(("good",)) == ()
