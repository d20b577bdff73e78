"""Headroom changes nothing but time: beside a gate that measures every bound, and beside one that is made anew from a snapshot before
each message, the events are the same, word by word, and the state after each step.

The three share all of the gate but headroom and its caches, so what they say is right is the scenarios' business, not this file's.
"""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.which_core import present
from core.domain.enums import OrderType, Phase, Side, TimeInForce
from core.domain.limits import FACTS, Rule, Unit
from core.domain.scope import ScopeKind
from core.machine.desk import risk
from core.machine.desk.conditions import Conditions
from core.machine.desk.funds import Unknown
from core.machine.desk.headroom import LineRoom
from core.machine.desk.limit_table import NEVER_REACHED, Bound
from core.machine.desk.measures import Attempt
from core.machine.desk.watch import Watch
from core.machine.engine import Engine
from core.machine.memory import restore, rows
from core.machine.state import State, digest
from core.messages.commands import CancelAllOrders, CancelOrder, PlaceOrder, ReplaceOrder, SetLimits, StartRun
from core.messages.events import OrderRefused
from core.messages.flow import FlowLimit, FlowMarket, ListInstrument
from core.messages.groups import PlaceBasket
from core.messages.limits import (
    NO_LIMIT,
    BeginTradingDay,
    ChangeLimits,
    Condition,
    Enable,
    Limit,
    SetAccount,
    SetConservative,
    SetInstrumentFacts,
    SetRate,
    Tighten,
)
from core.messages.operations import SetSchedule
from core.messages.origin import Origin
from core.messages.packing import pack, unpack
from core.messages.reasons import Reason

SECOND = 10**9
SCOPES = (
    (ScopeKind.EVERYTHING, ""), (ScopeKind.ACCOUNT, ""), (ScopeKind.ACCOUNT, "1"), (ScopeKind.TRADER, "ann"), (ScopeKind.DESK, ""),
    (ScopeKind.STRATEGY, "bob"), (ScopeKind.SESSION, ""), (ScopeKind.VENUE, ""), (ScopeKind.INSTRUMENT, "Y"),
)
COUNTED = (
    Rule.ORDER_TO_TRADE, Rule.VOLUME_TO_TRADE, Rule.AMEND_TO_NEW, Rule.DUPLICATE_ORDER, Rule.MESSAGE_RATE, Rule.CANCEL_RATE,
    Rule.SELF_MATCH, Rule.OWN_PRICE_WALK, Rule.MAX_OPEN_ORDERS, Rule.REPEATED_EXECUTIONS,
)
MONEY = (
    Rule.DAILY_LOSS, Rule.DRAWDOWN, Rule.LEVERAGE, Rule.POSITION_SHARE, Rule.GROSS_EXPOSURE, Rule.NET_EXPOSURE, Rule.MAX_OPEN_WORTH,
    Rule.MAX_POSITIONS, Rule.SECTOR_EXPOSURE, Rule.CLUSTER_EXPOSURE,
)
RATIOS = (Rule.ORDER_TO_TRADE, Rule.VOLUME_TO_TRADE, Rule.AMEND_TO_NEW)
MARKET = (
    Rule.OPEN_QUIET, Rule.CLOSE_QUIET, Rule.PRICE_AGE, Rule.VELOCITY, Rule.DEPTH_SHARE, Rule.VOLUME_SHARE, Rule.SIZE_OUTLIER,
    Rule.MAX_ORDER_QTY, Rule.MAX_ORDER_VALUE, Rule.MAX_ORDER_WORTH, Rule.PRICE_COLLAR,
)
FAST = (COUNTED, RATIOS)
VALUES = {
    Unit.LOTS: (1, 40), Unit.MONEY: (100, 4_000), Unit.VALUE: (10**8, 8 * 10**9), Unit.COUNT: (0, 12), Unit.BP: (0, 4_000),
    Unit.HUNDREDTHS: (20, 400), Unit.NANOS: (0, 20 * SECOND),
}
OFTEN = {
    Rule.ORDER_TO_TRADE: (50, 1_500), Rule.VOLUME_TO_TRADE: (50, 1_500), Rule.AMEND_TO_NEW: (20, 200), Rule.DUPLICATE_ORDER: (0, 3),
    Rule.MESSAGE_RATE: (3, 60), Rule.CANCEL_RATE: (3, 30), Rule.MAX_OPEN_ORDERS: (3, 60), Rule.REPEATED_EXECUTIONS: (3, 60),
    Rule.DAILY_LOSS: (1, 300), Rule.DRAWDOWN: (1, 300),
}
"""Where limits of a long talk are met."""


class Talk:
    """What people and the market say, by a seed. rules: those that it is about."""

    def __init__(self, seed: int) -> None:
        self.r = Random(seed)
        self.rules: tuple[Rule, ...] = self.r.choice((tuple(Rule), COUNTED, MONEY, RATIOS, MARKET))
        self.limits = [self.limit(1 if self.r.random() < 0.3 else 10) for _ in range(self.r.choice((1, 3, 8, 20)))]
        self.acts = self.r.choice((30, 80, 150, 300)) if self.rules != RATIOS else 200
        self.placed: list[int] = []

    def limit(self, widest: int = 10) -> Limit:
        r = self.r
        rule = r.choice(self.rules)
        often = OFTEN.get(rule)
        low, high = often or VALUES[FACTS[rule].unit]
        value = r.randint(low, high) * (1 if often else r.choice((1, 3, widest)))
        kind, name = r.choice(SCOPES)
        window = r.randint(1, 30) * SECOND if FACTS[rule].windowed else 0
        return Limit(rule, value, kind, name, r.choice((0, 0, 1, 2)), r.randrange(5) == 0, window)  # type: ignore[arg-type]

    def place(self, id: str) -> PlaceOrder:
        r = self.r
        instrument, qty, price = r.choice((1, 2)), r.randint(1, 9), r.choice((0, *range(93, 108)))
        if self.rules in FAST:
            instrument, qty, price = 1, r.choice((1, 2)), r.choice((99, 100, 101))
        elif self.rules == MONEY:
            qty, price = r.randint(4, 9), r.choice((0, *range(90, 112, 3)))
        name = r.choice(("ann", "bob"))
        kind, until = (OrderType.LIMIT, TimeInForce.GTC) if price else (OrderType.MARKET, TimeInForce.IOC)
        return PlaceOrder(
            id, instrument, r.choice(list(Side)), kind, qty, price, until, 1 if name == "ann" else 2, None,  # type: ignore[arg-type]
            Origin(name, name, name, session=name), 0, qty if qty % 3 == 0 else 0, r.random() < 0.3,
        )

    def message(self, number: int, at: int) -> Any:
        r = self.r
        chance, which = r.random(), r.choice(self.placed or [1])
        side, instrument, qty = r.choice(list(Side)), r.choice((1, 2)), r.randint(1, 9)
        if chance < 0.5:
            self.placed.append(number)
            return self.place(f"o{number}")
        if chance < 0.57:
            return ReplaceOrder(which, qty, r.randint(93, 107))  # type: ignore[arg-type]
        if chance < 0.64:
            return CancelOrder(which)  # type: ignore[arg-type]
        if chance < 0.76:
            return FlowLimit(instrument, -10 - number, side, qty, r.randint(95, 105))  # type: ignore[arg-type]
        if chance < 0.84:
            return FlowMarket(instrument, -10 - number, side, qty, 0)  # type: ignore[arg-type]
        if chance < 0.87:
            return PlaceBasket(tuple(self.place(f"o{number}-{line}") for line in range(r.randint(1, 3))))
        return self.told(number, at, instrument)

    def told(self, number: int, at: int, instrument: int) -> Any:
        r = self.r
        condition = r.choice(list(Condition))
        window = 5 * SECOND if condition is Condition.VOLATILITY else 0
        return r.choice((
            ChangeLimits((self._changed(r.choice(self.limits), self.limit()),), second="nobody asks"),
            ChangeLimits((self.limit(),), second="nobody asks"), BeginTradingDay(str(number)), CancelAllOrders(),
            SetRate("R", r.randint(1, 4), 2, r.choice((0, 20 * SECOND))),  # type: ignore[arg-type]
            SetAccount(r.choice((1, 2)), "", r.choice((0, 300, 500, 3_000, 9_000)) * 10**6, "d"),
            SetInstrumentFacts(instrument, r.choice(("s", "")), "c", r.randrange(60)),  # type: ignore[arg-type]
            Tighten(r.choice(self.rules), condition, r.randrange(60), r.choice((50, 100, 100)), window, 10**6),  # type: ignore[arg-type]
            SetConservative(r.random() < 0.3), Enable(ScopeKind.STRATEGY, r.choice(("ann", "bob"))),
            SetSchedule(
                instrument,  # type: ignore[arg-type]
                ((at + 5 * SECOND, Phase.HALT, 0), (at + 9 * SECOND, Phase.CONTINUOUS, 0), (at + 60 * SECOND, Phase.HALT, 0)),
            ),
        ))

    def _changed(self, was: Limit, to: Limit) -> Limit:
        """One that may be there changes, or goes."""
        value = to.value if FACTS[was.rule].unit is FACTS[to.rule].unit else self.r.choice((was.value * 2, NO_LIMIT))
        return Limit(was.rule, value, was.kind, was.name, was.instrument, was.soft, was.window_ns)

    def beginning(self) -> list[Any]:
        return [
            StartRun("s", "", 0, 0, False, "", (), reducing_passes=True, gate_rules=self.r.choice((0, 1, 2, 3))),
            ListInstrument(1, "X", "V", "B", "Q", 0, 0, 1, 1), ListInstrument(2, "Y", "W", "B", "R", 1, 0, 1, 1),  # type: ignore[arg-type]
            SetRate("Q", base=True), SetRate("R", 7, 3), SetAccount(1, "one", 5_000 * 10**6, "d"), SetAccount(2, "two", 3_000 * 10**6, "d"),
            SetInstrumentFacts(1, "s", "c", 40), SetInstrumentFacts(2, "s", "", 60),  # type: ignore[arg-type]
            SetLimits(1, 50, 10**9, 5_000, 500, 500), SetLimits(2, 50, 10**9, 5_000, 500, 500),  # type: ignore[arg-type]
            ChangeLimits(tuple(self.limits), second="nobody asks"),
            FlowLimit(1, -1, Side.BUY, 9, 90), FlowLimit(1, -2, Side.SELL, 9, 110),  # type: ignore[arg-type]
            FlowLimit(2, -3, Side.BUY, 9, 90), FlowLimit(2, -4, Side.SELL, 9, 110),  # type: ignore[arg-type]
        ]


class Three:
    """The same messages, judged with headroom, by every measure, and from a snapshot each time."""

    def __init__(self) -> None:
        self.cleared, self.measured = Engine(State()), Engine(State())
        self.seq = 0
        self.told: list[Any] = []

    def say(self, at: int, message: Any) -> None:
        self.seq += 1
        resumed = Engine(restore(unpack(pack(rows(self.cleared.state)))))
        self.measured.state.gate.judge.measures_all = True
        events = self.cleared.apply(self.seq, at, message)
        assert events == self.measured.apply(self.seq, at, message), (self.seq, message)
        assert events == resumed.apply(self.seq, at, message), (self.seq, message)
        assert digest(self.cleared.state) == digest(self.measured.state) == digest(resumed.state), (self.seq, message)
        self.told += events


def play(talk: Talk) -> Three:
    three = Three()
    for message in talk.beginning():
        three.say(0, message)
    at = 0
    for _ in range(talk.acts):
        at += talk.r.choice((0, 0, 0, 0, 1) if talk.rules in FAST else (0, 0, 1, 4)) * SECOND
        three.say(at, talk.message(three.seq + 1, at))
    return three


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_it_says_what_measuring_everything_says(seed: int) -> None:
    play(Talk(seed))


CLEARS = LineRoom.suspects
COUNTED_TALKS = 120
MEASURED = (9_600, 10_737, 265, 737)
"""In these talks: orders that came to the limits, bounds, losses and exposures that were measured for them."""


def checked(self: LineRoom, a: Attempt) -> list[Bound]:
    """Each bound that is cleared has nothing to say; and each one, were its warn or its calm just this side of the use, is not cleared."""
    found = CLEARS(self, a)
    for bound in self.line.rest:
        try:
            used = bound.measure(bound, a)
        except (Unknown, ArithmeticError):
            assert bound in found, bound.key
            continue
        assert bound in found or bound.calm <= used <= bound.warn, bound.key
        was = bound.warn, bound.calm
        for warn, calm in ((used - 1, -NEVER_REACHED), (NEVER_REACHED, used + 1)):
            if warn >= 0 and used <= bound.value:
                bound.warn, bound.calm = warn, calm
                assert bound in CLEARS(LineRoom(self.line, self.stood, a.funds, Conditions()), a), (bound.key, used, warn, calm)
        bound.warn, bound.calm = was
    return found


def hold(seed: int, acts: int) -> None:
    """The talk of that seed, to one engine."""
    engine, talk, at = Engine(State()), Talk(seed), 0
    beginning = talk.beginning()
    for seq, message in enumerate(beginning, 1):
        engine.apply(seq, 0, message)
    for seq in range(len(beginning) + 1, len(beginning) + 1 + acts):
        at += talk.r.choice((0, 0, 1)) * SECOND
        engine.apply(seq, at, talk.message(seq, at))


@pytest.mark.skipif(present().compiled, reason="a compiled core keeps its own methods")
@pytest.mark.parametrize("seed", range(60))
def test_nothing_is_cleared_that_has_something_to_say(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LineRoom, "suspects", checked)
    hold(seed, 144)


class Counted:
    """What is measured after all, in many talks."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.orders = self.bounds = self.losses = self.exposures = 0
        lost, exposed = Watch._lost, Watch._exposed

        def suspects(room: LineRoom, a: Attempt) -> list[Bound]:
            found = CLEARS(room, a)
            self.orders += 1
            self.bounds += len(found)
            return found

        def count_lost(watch: Watch, room: Any) -> None:
            self.losses += 1
            lost(watch, room)

        def count_exposed(watch: Watch, room: Any) -> None:
            self.exposures += 1
            exposed(watch, room)

        monkeypatch.setattr(LineRoom, "suspects", suspects)
        monkeypatch.setattr(Watch, "_lost", count_lost)
        monkeypatch.setattr(Watch, "_exposed", count_exposed)


@pytest.mark.skipif(present().compiled, reason="a compiled core keeps its own methods")
def test_no_less_is_cleared_than_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """What measures too much says the same and takes longer, which nothing else here notices. Whoever changes what is cleared finds other
    numbers; if they are lower, or there is a reason, they are put in here."""
    counted = Counted(monkeypatch)
    for seed in range(COUNTED_TALKS):
        hold(seed, 200)
    assert (counted.orders, counted.bounds, counted.losses, counted.exposures) == MEASURED


def silent(self: LineRoom, a: Attempt) -> list[Bound]:
    return []


def plain_talk() -> list[Any]:
    messages = Talk(0).beginning()
    messages[11] = ChangeLimits((Limit(Rule.MAX_OPEN_ORDERS, 2, ScopeKind.ACCOUNT),))
    return messages + [PlaceOrder(f"o{n}", 1, Side.BUY, OrderType.LIMIT, 1, 95, TimeInForce.GTC, 1) for n in range(3)]  # type: ignore[arg-type]


@pytest.mark.skipif(present().compiled, reason="a compiled core keeps its own methods")
def test_it_would_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A headroom that clears too much is found by the comparison."""
    three = Three()
    for message in plain_talk():
        three.say(0, message)
    assert isinstance(three.told[-1], OrderRefused)
    monkeypatch.setattr(LineRoom, "suspects", silent)
    broken = Three()
    with pytest.raises(AssertionError):
        for message in plain_talk():
            broken.say(0, message)


@pytest.mark.skipif(present().compiled, reason="a compiled core keeps its own constants")
def test_what_refused_orders_named_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many names are tried; what was sent keeps its scopes, and another machine that never forgets says the same."""
    sent = Origin("ann", "rates", "maker", session="line 1")
    engines = []
    for most in (5, 10**6):
        monkeypatch.setattr(risk, "MOST_LINES", most)
        engine = Engine(State())
        messages = Talk(0).beginning()
        messages[11] = ChangeLimits((Limit(Rule.MESSAGE_RATE, 3, ScopeKind.TRADER, window_ns=SECOND),))  # type: ignore[arg-type]
        messages += [
            PlaceOrder(f"o{n}", 1, Side.BUY, OrderType.LIMIT, 1 if n % 50 == 0 else 51, 95, TimeInForce.GTC, 1, None,  # type: ignore[arg-type]
                       sent if n % 50 == 0 else Origin(f"somebody {n}", f"desk {n}", f"strategy {n}"))
            for n in range(301)
        ]  # fmt: skip
        told = [event for seq, message in enumerate(messages, 1) for event in engine.apply(seq, 0, message)]
        engines.append((engine, told))
    (few, told), (all, said) = engines
    assert told == said and digest(few.state) == digest(all.state)
    assert len(few.state.gate.usages) < 40 < 800 < len(all.state.gate.usages)
    assert few.state.oms.open and told[-1].reason is Reason.MESSAGE_RATE  # type: ignore[union-attr]
