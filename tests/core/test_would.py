"""What the desk would say: it is what it says a moment later, in every conversation we have; and asking changes nothing."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.machine import memory
from core.machine.desk.would import Answer, would
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.commands import RULES, CancelOrder, PlaceOrder, SetLimits, StartRun
from core.messages.events import BasketRefused, OrderRefused, OrderRejected, OrderSent, RequestRefused
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.groups import PlaceBasket, PlaceLinked
from core.messages.limits import ChangeLimits, Enable, Limit
from core.messages.origin import Origin
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from tests.core.test_proposal import ACTS, LIMITS, SECOND, beginning, message_of
from tests.scenarios.conversation import Conversation
from tests.scenarios.test_conversations import FOLDER

ASKED = (PlaceOrder, PlaceBasket, PlaceLinked)
STRANGER = Origin("somebody", "new desk", "new strategy", session="new line")


class Pair:
    """Two machines that hear the same; one of them is asked before each message, and by somebody it has never seen."""

    def __init__(self) -> None:
        self.alone, self.asked = Engine(State()), Engine(State())
        self.compared = 0

    def say(self, seq: int, at: int, message: Any) -> None:
        state = self.asked.state
        # As the step itself will begin.
        before, clock, state.at, state.venue.out.at = state.at, state.venue.out.at, at, at
        answer = would(self.asked.desk, message) if isinstance(message, ASKED) else None
        for instrument in sorted(state.venue.markets):
            for side in Side:
                would(self.asked.desk, PlaceOrder("?", instrument, side, OrderType.LIMIT, 3, 101, origin=STRANGER))  # type: ignore[arg-type]
        state.at, state.venue.out.at = before, clock
        due = state.gate.day_ends and state.gate.day_ends[0] <= at
        events = self.asked.apply(seq, at, message)
        assert events == self.alone.apply(seq, at, message)
        if answer is not None and not due:
            self.compared += 1
            agrees(answer, message, events)

    def ends(self) -> None:
        assert memory.rows(self.asked.state) == memory.rows(self.alone.state)
        assert digest(self.asked.state) == digest(self.alone.state)


def agrees(answer: Answer, message: Any, events: list[Any]) -> None:
    first = events[0]
    if isinstance(first, OrderRefused):
        r = answer.refusal
        assert r is not None, first
        assert (r.reason, r.limit, r.value, r.rule, r.scope, r.soft, r.also) == (
            first.reason, first.limit, first.value, first.rule, first.scope, first.soft, first.also,
        )
    elif isinstance(first, BasketRefused):
        r = answer.refusal
        assert r is not None and (r.reason, r.limit, r.value, answer.line, answer.refused) == (
            first.reason, first.limit, first.value, first.line, first.refused,
        )
    elif isinstance(first, RequestRefused):
        assert answer.refusal is not None and answer.refusal.reason is first.reason
    else:
        assert answer.refusal is None
        sent = [event for event in events if isinstance(event, OrderSent)]
        if isinstance(message, PlaceOrder) and sent:
            assert answer.qty == sent[0].qty
            rejected = [event.reason for event in events if isinstance(event, OrderRejected)]
            assert rejected == ([] if answer.rejection is None else [answer.rejection])


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_in_every_conversation_the_answer_is_the_true_one_and_nothing_changes(path: Path) -> None:
    talk = Conversation()
    talk.play(path.read_text())
    pair = Pair()
    for seq, at, message in talk.said:
        pair.say(seq, at, message)
    pair.ends()


@settings(max_examples=200, deadline=None)
@given(limits=LIMITS, acts=ACTS)
def test_any_limits_any_orders(limits: list[Limit], acts: list[tuple[Any, ...]]) -> None:
    pair, placed = Pair(), []
    messages: list[Any] = beginning(limits)
    for number in range(len(messages) + len(acts)):
        message = messages[number] if number < len(messages) else message_of(number, acts[number - len(messages)], placed)
        if type(message) is PlaceOrder:
            placed.append(number + 1)
        pair.say(number + 1, number * SECOND, message)
    pair.ends()


def test_a_question_between_two_orders_leaves_no_trace_in_what_is_kept_of_the_time_before() -> None:
    pair = Pair()
    rate = Limit(Rule.MESSAGE_RATE, 3, ScopeKind.EVERYTHING, window_ns=SECOND)
    for number, message in enumerate((*beginning([rate]), order(1), CancelOrder(99)), 1):  # type: ignore[arg-type]
        pair.say(number, number * SECOND, message)
    pair.ends()


# one desk ---------------------------------------------------------------------------------------------------------------


def desk(*limits: Limit) -> Engine:
    engine = Engine(State())
    said: tuple[Any, ...] = (
        StartRun("s", "", 0, 0, False, "", (), reducing_passes=True, gate_rules=RULES), ListInstrument(1, "X", "V", "B", "Q", 0, 0, 1, 1),  # type: ignore[arg-type]
        SetLimits(1, 10, 10**9, 5_000, 50, 20), FlowLimit(1, -1, Side.BUY, 9, 99), FlowLimit(1, -2, Side.SELL, 9, 101),  # type: ignore[arg-type]
        ChangeLimits(limits, second="nobody asks"),
    )
    for seq, message in enumerate(said, 1):
        engine.apply(seq, seq, message)
    return engine


def order(qty: int = 5, price: int = 99, **more: Any) -> PlaceOrder:
    return PlaceOrder("a", 1, Side.BUY, OrderType.LIMIT, qty, price, **more)  # type: ignore[arg-type]


def test_it_names_the_tightest_limits_first() -> None:
    uses = would(desk().desk, order(9)).uses
    assert [(Rule(use.rule), use.used, use.value) for use in uses] == [
        (Rule.MAX_ORDER_QTY, 9, 10), (Rule.MAX_POSITION, 9, 50), (Rule.MAX_OPEN_ORDERS, 1, 20),
    ]


def test_it_says_how_much_would_pass_and_that_less_may_go() -> None:
    answer = would(desk().desk, order(25))
    assert answer.refusal is not None and answer.refusal.reason is Reason.MAX_ORDER_QTY and answer.smaller == 10
    assert would(desk().desk, order(25, may_shrink=True)).qty == 10


def test_a_soft_limit_passes_with_its_number() -> None:
    engine = desk(Limit(Rule.MAX_ORDER_QTY, 4, ScopeKind.EVERYTHING, soft=True))
    refusal = would(engine.desk, order(5)).refusal
    assert refusal is not None and refusal.soft and refusal.value == 5
    assert would(engine.desk, order(5, confirmed=5)).refusal is None
    basket = PlaceBasket((order(5, confirmed=5),))
    assert would(engine.desk, basket).refusal is None
    assert isinstance(engine.apply(9, 9, basket)[0], OrderSent)


def test_the_exchanges_own_no_is_foreseen_too() -> None:
    assert would(desk().desk, order(5, 99, time_in_force=TimeInForce.OPG)).rejection is Rejection.WRONG_PHASE
    assert would(desk().desk, order(5, 99)).rejection is None


def test_whoever_is_only_asked_about_is_not_known_afterwards() -> None:
    engine = desk()
    would(engine.desk, order(origin=STRANGER))
    refused = engine.apply(9, 9, Enable(ScopeKind.TRADER, "somebody"))[0]
    assert isinstance(refused, RequestRefused) and refused.reason is Reason.UNKNOWN_SCOPE
