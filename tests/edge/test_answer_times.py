"""What is overdue at an outside venue, by a clock that is turned by hand."""

from core.domain.enums import CancelReason, OrderState, OrderType, Request, Side, TimeInForce
from core.domain.units import SECOND
from core.edge.answer_times import AnswerTimes
from core.journal.entry import Entry
from core.messages.events import (
    CancelSent,
    OrderCancelled,
    OrderFilled,
    OrderRejected,
    OrderReplaced,
    OrderSent,
    OrderStands,
    OrderWorking,
    QuerySent,
    ReplaceSent,
    RequestRejected,
    RunStarted,
    VenueSet,
)
from core.messages.rejections import Rejection

SENT = OrderSent(1, "a", 1, 1, Side.BUY, OrderType.LIMIT, 5, 100, TimeInForce.GTC, 0, venue="V")  # type: ignore[arg-type]
WORKING = OrderWorking(1, 5, 0, 100)  # type: ignore[arg-type]
CANCEL = CancelSent(1, CancelReason.REQUESTED, "V")  # type: ignore[arg-type]
REPLACE = ReplaceSent(1, 5, 100, -1, -1, "V")  # type: ignore[arg-type]
QUERY = QuerySent(1, "V")  # type: ignore[arg-type]


class Wait:
    def __init__(self, *asked: int) -> None:
        self.now = 0.0
        self.times = AnswerTimes("V", 10 * SECOND, asked, lambda: self.now)

    def say(self, *events: object, ours: bool = True) -> "Wait":
        self.times.take(Entry(1, 0, None, list(events), ours, 0, 0))
        return self

    def after(self, seconds: float) -> list[int]:
        self.now += seconds
        return self.times.lapse()


def stands(state: OrderState) -> OrderStands:
    return OrderStands(1, state)  # type: ignore[arg-type]


def test_a_request_is_overdue_once_at_its_time() -> None:
    wait = Wait().say(SENT)
    assert wait.after(9.9) == [] and wait.after(0.1) == [1] and wait.after(100) == []


def test_an_answer_in_time_ends_it() -> None:
    for answers in ((WORKING,), (OrderRejected(1, 5, Rejection.BAD_TERMS),), (OrderCancelled(1, 5, CancelReason.EXPIRED),)):  # type: ignore[arg-type]
        assert Wait().say(SENT).say(*answers).after(100) == []


def test_the_oldest_request_counts_and_an_answer_begins_the_next_ones_time() -> None:
    wait = Wait().say(SENT)
    assert wait.after(6) == []
    wait.say(CANCEL)
    assert wait.after(4) == [1]
    wait = Wait().say(SENT)
    assert wait.after(6) == []
    wait.say(CANCEL).say(WORKING)
    assert wait.after(9) == [] and wait.after(1) == [1]


def test_a_fill_is_no_answer_unless_it_ends_the_order() -> None:
    part = OrderFilled(1, 2, 100, 3, 0, 1)  # type: ignore[arg-type]
    whole = OrderFilled(1, 3, 100, 0, 0, 2)  # type: ignore[arg-type]
    assert Wait().say(CANCEL).say(part).after(10) == [1]
    assert Wait().say(CANCEL).say(part).say(whole).after(10) == []


def test_what_stands_again_is_answered_and_what_is_in_doubt_is_not() -> None:
    assert Wait().say(REPLACE).say(stands(OrderState.WORKING), OrderReplaced(1, 5, 100, 5, True)).after(10) == []  # type: ignore[arg-type]
    rejected = RequestRejected(1, Request.CANCEL, Rejection.WRONG_PHASE)  # type: ignore[arg-type]
    assert Wait().say(CANCEL).say(rejected, stands(OrderState.WORKING)).after(10) == []
    assert Wait().say(SENT).say(stands(OrderState.IN_DOUBT)).after(10) == [1]


def test_of_two_requests_one_answer_begins_the_others_time() -> None:
    wait = Wait().say(REPLACE).say(REPLACE)
    assert wait.after(6) == []
    wait.say(RequestRejected(1, Request.REPLACE, Rejection.WRONG_PHASE))  # type: ignore[arg-type]
    assert wait.after(6) == [] and wait.after(4) == [1]


def test_a_query_begins_anew_and_is_put_again() -> None:
    wait = Wait().say(SENT)
    assert wait.after(10) == [1]
    wait.say(QUERY)
    assert wait.after(9) == [] and wait.after(1) == [1]
    wait.say(QUERY).say(WORKING)
    assert wait.after(100) == []


def test_whoever_could_not_be_told_is_told_later() -> None:
    wait = Wait().say(SENT)
    assert wait.after(10) == [1]
    wait.times.again(1)
    assert wait.after(9) == [] and wait.after(1) == [1]


def test_what_a_process_before_had_asked_is_timed_from_now() -> None:
    wait = Wait(7, 8)
    assert wait.after(9) == [] and wait.after(1) == [7, 8]


def test_other_venues_and_what_concerns_nobody_are_not_followed() -> None:
    other = OrderSent(2, "b", 1, 1, Side.BUY, OrderType.LIMIT, 5, 100, TimeInForce.GTC, 0, venue="W")  # type: ignore[arg-type]
    assert Wait().say(other, VenueSet("W", True, True)).say(SENT, ours=False).after(100) == []


def test_it_may_take_as_long_as_it_likes_and_a_run_begins_empty() -> None:
    assert Wait().say(VenueSet("V", True, True)).say(SENT).after(1000) == []
    assert Wait().say(SENT).say(RunStarted("s", "", 0, 0, False, "")).after(1000) == []  # type: ignore[arg-type]
    wait = Wait().say(VenueSet("V", True, True, 2 * SECOND)).say(SENT)  # type: ignore[arg-type]
    assert wait.after(2) == [1]
