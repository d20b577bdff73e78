"""A proposal that is what is in force says what the gate says, order by order, number by number; and it changes nothing of the record."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.enums import OrderType, PhaseOfRun, Side, TimeInForce
from core.domain.limits import FACTS, Rule, Unit
from core.domain.scope import ScopeKind
from core.machine.desk.judge import Refusal
from core.machine.desk.proposal import Opinion, Proposal
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.commands import RULES, CancelAllOrders, CancelOrder, PlaceOrder, ReplaceOrder, SetLimits, StartRun
from core.messages.flow import FlowLimit, FlowMarket, ListInstrument
from core.messages.groups import PlaceBasket
from core.messages.limits import (
    NO_LIMIT,
    BeginTradingDay,
    ChangeLimits,
    Condition,
    Limit,
    SetAccount,
    SetInstrumentFacts,
    SetRate,
    Tighten,
)
from core.messages.origin import Origin
from tests.scenarios.conversation import Conversation
from tests.scenarios.test_conversations import FOLDER

SECOND = 10**9


class Study:
    """An engine with a proposal beside it. same: the proposal follows every change of the limits in force."""

    def __init__(self, same: bool = True) -> None:
        self.engine = Engine(State())
        self.same = same
        self.proposal = Proposal(self.engine.state.gate, ())
        self.rows: dict[Any, Limit] = {}
        self.seen: list[Opinion] = []

    def say(self, seq: int, at: int, message: Any) -> None:
        events = self.engine.apply(seq, at, message)
        state = self.engine.state
        if state.gate is not self.proposal.gate:
            self.proposal, self.rows = Proposal(state.gate, ()), {}
        if self.same:
            self._follow({key: row.limit for key, row in state.gate.table.rows.items()})
        self.seen += self.proposal.after(message, at, events, state.phase is PhaseOfRun.RUNNING)

    def _follow(self, now: dict[Any, Limit]) -> None:
        gone = [Limit(was.rule, NO_LIMIT, was.kind, was.name, was.instrument, was.soft) for key, was in self.rows.items() if key not in now]
        changed = [limit for key, limit in now.items() if self.rows.get(key) != limit]
        if gone or changed:
            self.proposal.put((*gone, *changed))
            self.rows = now


def said(refusal: Refusal | None) -> tuple[object, ...]:
    if refusal is None:
        return ()
    return refusal.reason, refusal.limit, refusal.value, refusal.rule, refusal.scope, refusal.soft, refusal.also


def agrees(opinions: Iterable[Opinion]) -> None:
    for one in opinions:
        assert said(one.proposed) == said(one.recorded), (one.at, one.client_order_id, one.id)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_in_every_conversation_it_agrees_and_the_state_is_the_same(path: Path) -> None:
    talk = Conversation()
    talk.play(path.read_text())
    study = Study()
    for seq, at, message in talk.said:
        study.say(seq, at, message)
    agrees(study.seen)
    study.engine.state.gate.witness = None
    assert digest(study.engine.state) == talk.digest()


VALUES = {
    Unit.LOTS: st.integers(1, 25), Unit.MONEY: st.integers(100, 3_000), Unit.VALUE: st.integers(10**6, 3_000 * 10**6),
    Unit.COUNT: st.integers(0, 9), Unit.BP: st.integers(0, 4_000), Unit.HUNDREDTHS: st.integers(50, 400),
    Unit.NANOS: st.integers(0, 20 * SECOND),
}
SCOPES = st.sampled_from((
    (ScopeKind.EVERYTHING, ""), (ScopeKind.ACCOUNT, ""), (ScopeKind.ACCOUNT, "1"), (ScopeKind.TRADER, "ann"), (ScopeKind.TRADER, ""),
    (ScopeKind.DESK, ""), (ScopeKind.STRATEGY, "bob"), (ScopeKind.SESSION, ""), (ScopeKind.VENUE, ""), (ScopeKind.INSTRUMENT, ""),
    (ScopeKind.INSTRUMENT, "Y"),
))


@st.composite
def some_limit(draw: Any) -> Limit:
    rule = draw(st.sampled_from(Rule))
    kind, name = draw(SCOPES)
    window = draw(st.integers(1, 30)) * SECOND if FACTS[rule].windowed else 0
    value, instrument, soft = draw(VALUES[FACTS[rule].unit]), draw(st.sampled_from((0, 0, 1, 2))), draw(st.integers(0, 4)) == 0
    return Limit(rule, value, kind, name, instrument, soft, window)


LIMITS = st.lists(some_limit(), min_size=1, max_size=4)
PLACE = st.tuples(
    st.just("place"), st.sampled_from((1, 2)), st.sampled_from(Side), st.integers(1, 9), st.integers(93, 107),
    st.sampled_from(("ann", "bob")), st.booleans(),
)
ACTS = st.lists(
    st.one_of(
        PLACE, PLACE, PLACE,
        st.tuples(st.just("replace"), st.integers(0, 9), st.integers(1, 9), st.integers(93, 107)),
        st.tuples(st.just("cancel"), st.integers(0, 9)), st.tuples(st.just("cancel all")), st.tuples(st.just("day")),
        st.tuples(st.just("flow"), st.sampled_from((1, 2)), st.sampled_from(Side), st.integers(1, 9), st.integers(95, 105)),
        st.tuples(st.just("market"), st.sampled_from((1, 2)), st.sampled_from(Side), st.integers(1, 9)),
        st.tuples(st.just("basket"), st.lists(PLACE, min_size=1, max_size=3)),
    ),
    min_size=10, max_size=60,
)


def beginning(limits: list[Limit]) -> list[object]:
    return [
        StartRun("s", "", 0, 0, False, "", (), reducing_passes=True, gate_rules=RULES), ListInstrument(1, "X", "V", "B", "Q", 0, 0, 1, 1),  # type: ignore[arg-type]
        ListInstrument(2, "Y", "W", "B", "Q", 0, 0, 1, 1), SetRate("Q", base=True),  # type: ignore[arg-type]
        SetAccount(1, "one", 5_000 * 10**6, "d"), SetAccount(2, "two", 3_000 * 10**6, "d"),
        SetInstrumentFacts(1, "s", "c", 40), SetInstrumentFacts(2, "s", "", 60),  # type: ignore[arg-type]
        SetLimits(1, 50, 10**9, 5_000, 500, 500), SetLimits(2, 50, 10**9, 5_000, 500, 500),  # type: ignore[arg-type]
        Tighten(Rule.MAX_ORDER_QTY, Condition.DRAWDOWN, 1, 50),
        ChangeLimits(tuple(limits), second="nobody asks"),
        FlowLimit(1, -1, Side.BUY, 9, 90), FlowLimit(1, -2, Side.SELL, 9, 110),  # type: ignore[arg-type]
        FlowLimit(2, -3, Side.BUY, 9, 90), FlowLimit(2, -4, Side.SELL, 9, 110),  # type: ignore[arg-type]
    ]


def message_of(number: int, act: tuple[Any, ...], placed: list[int]) -> Any:
    match act:
        case ("place", instrument, side, qty, price, name, shrinks):
            return place(f"o{number}", instrument, side, qty, price, name, shrinks)
        case ("replace", which, qty, price):
            return ReplaceOrder(placed[which % len(placed)] if placed else 1, qty, price)  # type: ignore[arg-type]
        case ("cancel", which):
            return CancelOrder(placed[which % len(placed)] if placed else 1)  # type: ignore[arg-type]
        case ("flow", instrument, side, qty, price):
            return FlowLimit(instrument, -10 - number, side, qty, price)
        case ("market", instrument, side, qty):
            return FlowMarket(instrument, -10 - number, side, qty, 0)
        case ("basket", lines):
            return PlaceBasket(tuple(place(f"o{number}-{line}", *one[1:]) for line, one in enumerate(lines)))
        case ("day",):
            return BeginTradingDay(str(number))
        case _:
            return CancelAllOrders()


def place(id: str, instrument: Any, side: Side, qty: Any, price: Any, name: str, shrinks: bool) -> PlaceOrder:
    origin = Origin(name, name, name, session=name)
    account = 1 if name == "ann" else 2
    return PlaceOrder(id, instrument, side, OrderType.LIMIT, qty, price, TimeInForce.GTC, account, None, origin, may_shrink=shrinks)


@settings(max_examples=200, deadline=None)
@given(limits=LIMITS, others=LIMITS, acts=ACTS)
def test_any_limits_beside_any_orders(limits: list[Limit], others: list[Limit], acts: list[tuple[Any, ...]]) -> None:
    """The same limits agree; other limits change neither events nor state."""
    alone, same, other = Engine(State()), Study(), Study(same=False)
    placed: list[int] = []
    messages: list[Any] = beginning(limits)
    for number in range(len(messages) + len(acts)):
        first = number < len(messages)
        message = messages[number] if first else message_of(number, acts[number - len(messages)], placed)
        at = number * SECOND
        if type(message) is PlaceOrder:
            placed.append(number + 1)
        alone.apply(number + 1, at, message)
        same.say(number + 1, at, message)
        other.say(number + 1, at, message)
        if number == len(messages) - 1:
            other.proposal.put(tuple(others))
    agrees(same.seen)
    assert digest(alone.state) == digest(same.engine.state) == digest(other.engine.state)
