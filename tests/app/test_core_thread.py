"""The core's thread: what it takes, in which order, and whom it wakes."""

import os
import threading
import time
from pathlib import Path

import pytest

from app.core_thread import AHEAD_LIMIT
from app.frame_link import FrameLink
from app.headless import Ended, play
from core.domain.enums import PhaseOfRun, Side
from core.journal.entry import Entry
from core.messages.commands import EngageKill, Pause
from core.messages.events import OrderSent
from tests.app.test_assembly import BID, LOT, Watch
from tests.sessions import assemble, limit


def test_pause_freezes_the_tape_but_not_the_desk(tmp_path: Path) -> None:
    assembly = assemble(tmp_path, speed_milli=10_000)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    watch.until(lambda e: e.seq > 100)
    assembly.core.submit(Pause())
    assembly.core.submit(limit("a", Side.BUY, BID - 5_000, LOT))
    first = watch.until(lambda e: any(isinstance(x, OrderSent) for x in e.events))
    played = assembly.session.messages
    assembly.core.submit(limit("b", Side.BUY, BID - 5_000, LOT))
    second = watch.until(lambda e: e.seq > first.seq)
    assert second.seq == first.seq + 1 and second.at == first.at
    assert assembly.session.messages == played
    assert assembly.stop("test")


@pytest.mark.expects_log
def test_a_subscriber_that_raises_is_isolated_and_shown(tmp_path: Path) -> None:
    ended = Ended()
    assembly = assemble(tmp_path, ended)
    assembly.board.subscribe("faulty", lambda entry: {}["missing"])
    outcome = play(assembly, ended, 0, quiet=True)
    assert outcome.problem == "" and assembly.session.trades == 501
    assert assembly.board.faults["faulty"].error.startswith("KeyError")


def test_a_command_ends_a_slice_of_flow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.core_thread.SLICE_NS", 1 << 62)
    assembly = assemble(tmp_path, speed_milli=0)
    core, seen = assembly.core, Watch(assembly)
    submitted: list[int] = []

    def ask(entry: Entry) -> None:
        if entry.seq == 2_000:
            submitted.append(assembly.sequencer.seq)
            core.submit(limit("a", Side.BUY, BID - 500, LOT))

    assembly.board.subscribe("asks", ask)
    assembly.start(time.monotonic_ns())
    order = seen.until(lambda e: any(isinstance(x, OrderSent) for x in e.events))
    assert assembly.stop("test")
    assert submitted and 0 < order.seq - submitted[0] <= 33, "it waited for more than 32 messages of flow"


def test_the_market_does_not_run_far_ahead_of_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command waits until all that came before it is durable."""
    monkeypatch.setattr("app.core_thread.SLICE_NS", 1 << 62)
    far, sync, waiting = threading.Event(), os.fdatasync, [0]

    def slow(handle: int) -> None:
        if assembly.session.messages and threading.current_thread().name == "journal-writer":
            assert far.wait(20)
        sync(handle)

    def look(entry: Entry) -> None:
        waiting[0] = max(waiting[0], assembly.journal.waiting)
        if waiting[0] > AHEAD_LIMIT:
            far.set()

    ended = Ended()
    assembly = assemble(tmp_path, ended, speed_milli=0, link=FrameLink())
    assembly.board.subscribe("looks", look)
    monkeypatch.setattr("core.journal.disk.os.fdatasync", slow)
    outcome = play(assembly, ended, 0, quiet=True)
    assert outcome.problem == "" and assembly.session.messages == 24_418
    assert AHEAD_LIMIT < waiting[0] <= AHEAD_LIMIT + 2 * 32, "it is looked at after each 32 messages"


def test_nobody_is_woken_for_the_markets_own_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = Ended()
    assembly = assemble(tmp_path, ended, speed_milli=0)
    core, seen = assembly.core, Watch(assembly)
    told, woken = [], []
    durable, wake = core.durable, core._durable
    monkeypatch.setattr(core, "durable", lambda seq: (told.append(seq), durable(seq)))
    monkeypatch.setattr(core, "_durable", lambda: (woken.append(told[-1]), wake()))
    outcome = play(assembly, ended, 0, quiet=True)
    assert outcome.problem == "" and assembly.session.phase is PhaseOfRun.ENDED
    ours = sum(entry.touches_ours for entry in seen.entries)
    assert len(woken) <= ours + 2 < len(told), "once for what stood before the watch, once for each of ours"


def test_the_window_waits_for_what_it_asks_until_the_core_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.core_thread.HAND_OVER_S", 20.0)
    assembly = assemble(tmp_path)
    core, taken = assembly.core, []
    wait = core._taken.wait
    monkeypatch.setattr(core._taken, "wait", lambda timeout: taken.append(wait(timeout)))
    assembly.start(time.monotonic_ns())
    for asked in (Pause(), limit("a", Side.BUY, BID - 500, LOT), EngageKill("test")):
        assert core.submit_now(asked)
    assert taken == [True, True, True], "it would let the interpreter go for longer than the core needs"
    assert assembly.stop("test")


def test_a_session_that_rests_is_not_behind(tmp_path: Path) -> None:
    link = FrameLink()
    assembly = assemble(tmp_path, link=link)
    link.late = assembly.session.paused = True
    assert not assembly.core._take_flow()
    assert not link.late, "the window would go on with half its frames"
    assert assembly.stop("test")


@pytest.mark.expects_log
def test_a_number_beyond_64_bits_is_not_taken(tmp_path: Path) -> None:
    assembly = assemble(tmp_path)
    assert not assembly.core.submit(limit("a", Side.BUY, BID, 10**30))
    assert assembly.core.inbox == 0
    assert assembly.stop("test")
