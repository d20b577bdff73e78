"""Two hundred worlds, every seed that ever failed, and proof that the simulation finds what it is made to find.

`make soak SEEDS=20000` runs as many more as one likes.
"""

from collections.abc import Callable
from typing import Any

import pytest

from core.domain.enums import SelfMatch, Side, TimeInForce
from core.domain.scope import ScopeKind
from core.domain.units import SECOND
from core.journal.log import Log
from core.journal.reader import Journal
from core.machine.desk.stopping import Stopping
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import ReplaceOrder, SetLimits, StartRun
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.notes import ClockStepped
from core.messages.operations import TimePassed
from core.messages.participants import OpenSession
from core.sequencer import Sequencer
from tests.sessions import limit
from tests.simulation import seeds
from tests.simulation.false_clock import BEGIN_NS
from tests.simulation.world import CLOCK, FAULTS, Tally, World

SEEDS, AT_ONCE = 200, 25
DAY_NS = 86_400 * SECOND


@pytest.mark.parametrize("first", range(0, SEEDS, AT_ONCE))
def test_worlds(first: int) -> None:
    tallies = [seeds.run(seed) for seed in range(first, first + AT_ONCE)]
    assert sum(tally.entries for tally in tallies) > AT_ONCE * 300
    assert sum(tally.recoveries for tally in tallies) > AT_ONCE * 4


@pytest.mark.parametrize(("seed", "turns"), seeds.kept())
def test_seeds_that_failed_once(seed: int, turns: int) -> None:
    seeds.run(seed, turns)


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_alone(fault: str) -> None:
    tally: Tally = World(7, frozenset((fault,))).run(150)
    assert tally.entries > 100


def test_one_seed_is_one_history() -> None:
    one, other = World(11), World(11)
    assert one.run(200) == other.run(200)
    assert one.entered == other.entered


def test_the_clock_is_a_false_one_on_the_compiled_core_too() -> None:
    """Else a history depends on the hour, and the machine's clock never goes back in it."""
    world = World(4, frozenset((CLOCK,)))
    world.run(200)
    assert all(BEGIN_NS <= entry.wall_ns < BEGIN_NS + DAY_NS for entry in world.entered)
    assert any(isinstance(entry.message, ClockStepped) for entry in world.entered)


def forgets_to_sync(self: Log, batch: bytes, seq: int) -> None:
    self._sync, was = False, self._sync
    try:
        original_append(self, batch, seq)
    finally:
        self._sync = was


original_append = Log._append
MUTANTS: list[tuple[type, str, Callable[..., Any]]] = [
    (Log, "_append", forgets_to_sync),
    (Log, "_make_sure", lambda self, left: None),
    (Journal, "holds", lambda self, place: True),
    (Sequencer, "_follow_latch", lambda self, at, message: None),
    (Stopping, "take_back", lambda self, stop: None),
]


@pytest.mark.parametrize(("owner", "name", "wrong"), MUTANTS, ids=lambda of: getattr(of, "__name__", str(of)))
def test_what_is_broken_is_found(monkeypatch: pytest.MonkeyPatch, owner: type, name: str, wrong: Callable[..., Any]) -> None:
    monkeypatch.setattr(owner, name, wrong)
    for seed in range(300):
        try:
            seeds.run(seed)
        except seeds.Failed:
            return
    pytest.fail(f"300 worlds did not notice that {owner.__name__}.{name} is broken")


def test_lots_that_a_self_match_took_off_an_incoming_order_are_not_cancelled() -> None:
    """25 come in against 24 of ours, decrement: one lot is left and cancelled, so the order was of one lot."""
    engine = Engine(State())
    for seq, message in enumerate((
        StartRun("s", "", 0, 0, False, "", ()), ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1),  # type: ignore[arg-type]
        SetLimits(1, 100, 10**9, 9_000, 100, 100), OpenSession(1, 1, 1, SelfMatch.DECREMENT),  # type: ignore[arg-type]
        FlowLimit(1, -1, Side.BUY, 1, 100), FlowLimit(1, -2, Side.SELL, 1, 100),  # type: ignore[arg-type]
        limit("resting", Side.SELL, 100, 24), limit("incoming", Side.BUY, 100, 25, TimeInForce.IOC),
    ), 1):
        engine.apply(seq, seq, message)
    order = engine.state.oms.closed[8]
    assert order.qty == order.filled + 1


def test_a_replace_on_its_way_counts_for_the_position_limit() -> None:
    """5 open, a replace to 10 on a line of 10 ns, and before it arrives 5 more: the limit is 10."""
    engine = Engine(State())
    for seq, message in enumerate((
        StartRun("s", "", 0, 0, False, "", ()), ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1),  # type: ignore[arg-type]
        SetLimits(1, 100, 10**9, 9_000, 10, 100), FlowLimit(1, -1, Side.BUY, 1, 100), FlowLimit(1, -2, Side.SELL, 1, 100),  # type: ignore[arg-type]
        limit("first", Side.BUY, 90, 5), OpenSession(1, 1, 1, entry_ns=10), ReplaceOrder(6, 10, 90),  # type: ignore[arg-type]
        limit("second", Side.BUY, 90, 5),
    ), 1):
        engine.apply(seq, seq, message)
    engine.apply(10, 18, TimePassed())
    engine.apply(11, 19, TimePassed())
    assert engine.state.gate.usage(ScopeKind.ACCOUNT, "1").holding(1).buy <= 10
