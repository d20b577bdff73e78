"""The order of duties: stamp, apply, journal, publish; nothing of ours is seen before it is durable; the latch comes first."""

import time
from pathlib import Path

import pytest

from core.domain.enums import Side
from core.domain.scope import Scope, parse_scope
from core.domain.stages import Stage
from core.journal.entry import Entry
from core.journal.latch import Latch
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import CancelAllOrders, EndRun, EngageKill, ReleaseKill, SetLimits, StartRun
from core.messages.events import KillEngaged, OrderCancelled, OrderRefused, RequestRefused
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.notes import ClockStepped
from core.messages.operations import TimePassed
from core.messages.origin import Origin
from core.messages.reasons import Reason
from core.messages.stopping import RequestRelease
from core.sequencer import Broken, Sequencer
from tests.sessions import limit, way_back


class Desk:
    """A sequencer with a real latch; journal and screen are lists."""

    def __init__(self, folder: Path, durable: bool = True) -> None:
        self.latch = Latch(folder / "kill.latch", False)
        self.journaled: list[Entry] = []
        self.shown: list[Entry] = []
        self.sequencer = Sequencer(Engine(State()), self.journaled.append, self.shown.append, self.latch, durable)
        for message in (
            StartRun("s", "", 0, 0, False, "", ()), ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1),  # type: ignore[arg-type]
            SetLimits(1, 100, 10**9, 9_000, 100, 100), flow(-1, Side.BUY, 99), flow(-2, Side.SELL, 101),  # type: ignore[arg-type]
        ):
            self.sequencer.step(1, message)
        self.sequencer.on_durable(5)


def flow(id: int, side: Side, price: int) -> FlowLimit:
    return FlowLimit(1, id, side, 5, price)  # type: ignore[arg-type]


def test_ours_waits_for_the_disk_and_nothing_overtakes_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    shown = len(desk.shown)
    desk.sequencer.step(2, flow(-3, Side.BUY, 98))
    assert len(desk.shown) == shown + 1
    desk.sequencer.step(3, limit("a", Side.BUY, 99, 5))
    desk.sequencer.step(4, flow(-4, Side.BUY, 97))
    assert len(desk.shown) == shown + 1 and len(desk.journaled) == shown + 3
    desk.sequencer.on_durable(7)
    assert [entry.seq for entry in desk.shown] == list(range(1, 9))


def test_fast_does_not_wait(tmp_path: Path) -> None:
    desk = Desk(tmp_path, durable=False)
    desk.sequencer.step(3, limit("a", Side.BUY, 99, 5))
    assert desk.shown == desk.journaled


def test_an_engagement_from_outside_comes_before_what_waits(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sequencer.step(2, limit("a", Side.BUY, 99, 5))
    outside = Latch(tmp_path / "kill.latch", False)
    outside.engage("watchdog")
    desk.sequencer.step(3, limit("b", Side.BUY, 99, 5))
    engaged, cancels, refused = desk.journaled[-3:]
    assert engaged.events == [KillEngaged(1, "watchdog", 1, "everything")]
    assert any(isinstance(event, OrderCancelled) for event in cancels.events)
    assert isinstance(refused.events[0], OrderRefused)


def test_the_idle_core_notices_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    Latch(tmp_path / "kill.latch", False).engage("watchdog")
    desk.sequencer.check_latch(9)
    desk.sequencer.check_latch(9)
    assert desk.journaled[-1].message == EngageKill("watchdog", 1, None, "everything") and len(desk.journaled) == 6


def test_a_kill_is_latched_before_it_is_sequenced_and_released_after_it_is_durable(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sequencer.step(2, EngageKill("me"))
    assert desk.latch.engaged and desk.latch.source(1) == "me"
    for step in way_back(1):
        assert desk.latch.engaged
        desk.sequencer.step(3, step)
    assert desk.latch.engaged
    desk.sequencer.on_durable(desk.sequencer.seq)
    assert not desk.latch.engaged and not desk.sequencer._engine.state.kill.stops


def test_what_an_older_program_asks_for_alone_takes_two_today(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sequencer.step(2, EngageKill("me"))
    desk.sequencer.step(3, ReleaseKill("me", 1, Origin("demo-risk")))
    assert desk.journaled[-1].message == RequestRelease("everything", 1, "me", Origin("demo-risk"))
    assert desk.sequencer._engine.state.kill.engaged


def test_the_latch_is_lifted_when_orders_may_leave_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sequencer.step(2, EngageKill("me", scope="instrument:X"))
    assert desk.latch.scopes == {parse_scope("instrument:X"): 1}
    request, approve, reduce, *_ = way_back(1, "instrument:X")
    for step in (request, approve):
        desk.sequencer.step(3, step)
        desk.sequencer.on_durable(desk.sequencer.seq)
    assert desk.latch.engaged
    desk.sequencer.step(3, reduce)
    desk.sequencer.on_durable(desk.sequencer.seq)
    assert not desk.latch.engaged and desk.sequencer._engine.state.kill.stops["instrument:X"].stage is Stage.REDUCE_ONLY


def test_who_may_not_stop_does_not_latch(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sequencer.step(2, EngageKill("me", origin=Origin("nobody")))
    assert not desk.latch.engaged and desk.journaled[-1].events == [RequestRefused("stop", 0, Reason.NO_RIGHT_TO_STOP, 0, 0)]  # type: ignore[arg-type]


def test_scopes_are_followed_one_by_one_and_leave_the_others_working(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sequencer.step(2, limit("a", Side.BUY, 99, 5))
    outside = Latch(tmp_path / "kill.latch", False)
    outside.engage("ann", parse_scope("instrument:Y"))
    outside.engage("bob", parse_scope("order:b"))
    desk.sequencer.step(3, limit("b", Side.BUY, 99, 5))
    desk.sequencer.step(4, limit("c", Side.BUY, 99, 5))
    state = desk.sequencer._engine.state
    assert [order.client_order_id for order in state.oms.open.values()] == ["a", "c"]
    assert list(state.kill.stops) == ["instrument:Y", "order:b"] and state.kill.generation == 2


def test_two_engagements_at_once_leave_the_machine_no_newer_than_the_latch(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    engage, outside = desk.latch.engage, Latch(tmp_path / "kill.latch", False)

    def raced(source: str, scope: Scope, sync: bool) -> int:
        generation = engage(source, scope, sync=sync)
        outside.engage("watchdog, just after")
        return generation

    desk.latch.engage = raced  # type: ignore[method-assign]
    desk.sequencer.step(2, EngageKill("me"))
    state = desk.sequencer._engine.state
    assert state.kill.engaged and state.kill.generation == desk.latch.generation == 2
    outside.engage("again")
    desk.sequencer.check_latch(3)
    assert state.kill.generation == 3


@pytest.mark.parametrize("engaged_again", [True, False])
def test_a_removed_or_replaced_latch_file_engages(tmp_path: Path, engaged_again: bool) -> None:
    desk = Desk(tmp_path)
    desk.sequencer.step(2, limit("a", Side.BUY, 99, 5))
    (tmp_path / "kill.latch").unlink()
    if engaged_again:
        Latch(tmp_path / "kill.latch", False).engage("from outside, into a new file")
    desk.sequencer.check_latch(3)
    assert isinstance(desk.journaled[-1].events[0], KillEngaged)
    desk.sequencer.pass_time(3)
    assert any(isinstance(event, OrderCancelled) for event in desk.journaled[-1].events)
    Latch(tmp_path / "kill.latch", False).engage("and once more")
    desk.sequencer.check_latch(4)
    assert desk.journaled[-1].message.source == "and once more"


def test_a_latch_that_cannot_be_written_does_not_keep_the_machine_from_stopping(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sequencer.step(2, limit("a", Side.BUY, 99, 5))

    def failing(*of_what: object, **how: object) -> int:
        raise OSError(5, "Input/output error")

    desk.latch.engage = failing  # type: ignore[method-assign, assignment]
    desk.sequencer.step(3, EngageKill("me"))
    desk.sequencer.pass_time(3)
    assert any(isinstance(event, OrderCancelled) for event in desk.journaled[-1].events)
    desk.sequencer.halt("the disk is gone")
    assert desk.sequencer.broken


def test_session_time_never_goes_back(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sequencer.step(50, flow(-3, Side.BUY, 98))
    assert desk.sequencer.step(40, CancelAllOrders()).at == 50


def test_what_is_due_comes_before_a_message_that_says_an_earlier_time(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sequencer.step(2, limit("a", Side.BUY, 90, 5))
    desk.sequencer.step(3, EngageKill("desk"))
    assert desk.sequencer.next_due <= 3
    desk.sequencer.step(-1, flow(-3, Side.BUY, 98))
    assert [type(entry.message) for entry in desk.journaled[-2:]] == [TimePassed, FlowLimit]
    assert {entry.at for entry in desk.journaled[-2:]} == {3}


def test_time_that_passes_for_somebody_behind_passes_what_is_due(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sequencer.step(2, limit("a", Side.BUY, 90, 5))
    desk.sequencer.step(3, EngageKill("desk"))
    desk.sequencer.pass_time(-1)
    assert type(desk.journaled[-1].message) is TimePassed and desk.sequencer.next_due > 3


def test_a_bug_in_the_machine_blocks_everything_and_latches(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with pytest.raises(Broken, match="str"):
        desk.sequencer.step(2, "a message that the machine has no place for")
    assert desk.latch.engaged
    with pytest.raises(Broken):
        desk.sequencer.step(3, limit("a", Side.BUY, 99, 5))
    assert len(desk.journaled) == 5


def test_a_failed_journal_blocks_everything_and_latches(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.sequencer.halt("cannot write the journal: disk full")
    with pytest.raises(Broken, match="disk full"):
        desk.sequencer.step(3, limit("a", Side.BUY, 99, 5))
    assert desk.latch.engaged


def test_a_clock_that_steps_back_is_noted_once_and_the_record_does_not_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 10**18
    monkeypatch.setattr(time, "time_ns", lambda: now)
    journaled: list[Entry] = []
    sequencer = Sequencer(Engine(State()), journaled.append, lambda entry: None, wall_ns=10**18)
    hour = 3_600 * 10**9
    for moved in (1, 1, 1, -hour, 1, 1, -hour, 1, 3 * hour, 1, -5_000_000, 1):
        now += moved
        sequencer.step(len(journaled), EndRun("x"))
    noted = [entry.message.back_ns for entry in journaled if isinstance(entry.message, ClockStepped)]
    assert [round(back / 10**9, 3) for back in noted] == [3_600, 7_200, 0.005]
    walls = [entry.wall_ns for entry in journaled]
    assert walls == sorted(walls) and walls[-1] > walls[0] + hour / 2


def test_a_start_with_a_clock_behind_the_record_is_noted() -> None:
    journaled: list[Entry] = []
    sequencer = Sequencer(Engine(State()), journaled.append, lambda entry: None, wall_ns=1 << 62)
    sequencer.step(1, EndRun("x"))
    assert isinstance(journaled[0].message, ClockStepped) and {entry.wall_ns for entry in journaled} == {1 << 62}
