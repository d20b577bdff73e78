"""Playing to a session time: there exactly, paused, with the book that playing at any speed makes; back means a new run, asked first."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.assembly import Assembly
from app.headless import Ended
from app.journal_panel import REPLAY, JournalPanel
from app.window import TerminalWindow
from core.domain.enums import Mode, PhaseOfRun, Side
from core.machine.state import State
from core.messages.commands import Pause, PlayTo, Resume, SetSpeed
from core.messages.events import OrderWorking, RunEnded, RunStarted
from core.messages.operations import TimePassed
from tests.app.test_assembly import BID, LOT, Watch
from tests.core.test_projections import Stage
from tests.sessions import assemble, limit
from widgets.journal.model import Hit, Progress
from widgets.journal.view import JournalView
from widgets.panels import PANELS
from widgets.style import THEMES

MINUTE = 60 * 10**9


@pytest.fixture
def assembly(tmp_path: Path) -> Iterator[Assembly]:
    made = assemble(tmp_path, speed_milli=1_000)
    made.start(time.monotonic_ns())
    yield made
    assert made.stop("test")


def until(seen: Any, timeout_s: float = 30) -> None:
    deadline = time.monotonic() + timeout_s
    while not seen():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.002)


def goal(assembly: Assembly, minutes: float) -> int:
    return assembly.tape.head.first_at + int(minutes * MINUTE)


def play_to(assembly: Assembly, at: int) -> None:
    assembly.core.submit(PlayTo(at))
    until(lambda: assembly.session.paused and "stands there" in assembly.session.notice)


def depth(state: State) -> tuple[dict[int, int], dict[int, int], int]:
    book = state.venue.books[1]
    return {price: level.qty for price, level in book.bids.items()}, {price: level.qty for price, level in book.asks.items()}, book.last


def by_hand(at: int) -> State:
    """The same tape, message by message up to that time."""
    stage = Stage()
    while True:
        next_at, record = next(stage.records)
        if next_at > at:
            return stage.engine.state
        stage.at = next_at
        if type(record).__name__ != "RecordedTrade":
            stage.tell(record)


def test_it_stands_at_that_time_with_the_book_of_then_and_the_speed_of_before(assembly: Assembly) -> None:
    at = goal(assembly, 2)
    play_to(assembly, at)
    assert depth(assembly.engine.state) == depth(by_hand(at))
    assert assembly.clock.now(time.monotonic_ns()) == at and assembly.sequencer.at <= at < assembly.core._feed.next_at
    assert assembly.session.speed_milli == assembly.clock.speed_milli == 1_000 and assembly.session.mode is Mode.PAUSED


def test_further_on_goes_on_with_the_same_run(assembly: Assembly) -> None:
    watch = Watch(assembly)
    play_to(assembly, goal(assembly, 1))
    assembly.session.told.clear()
    play_to(assembly, goal(assembly, 2))
    assert not [entry for entry in watch.entries if any(isinstance(event, RunEnded) for event in entry.events)]
    assert depth(assembly.engine.state) == depth(by_hand(goal(assembly, 2)))


def test_back_ends_the_run_and_plays_a_new_one_to_there(assembly: Assembly) -> None:
    watch = Watch(assembly)
    play_to(assembly, goal(assembly, 2))
    assembly.session.told.clear()
    play_to(assembly, goal(assembly, 1))
    ended = next(event for entry in watch.entries for event in entry.events if isinstance(event, RunEnded))
    assert ended is not None and any(isinstance(event, RunStarted) for entry in watch.entries for event in entry.events)
    assert depth(assembly.engine.state) == depth(by_hand(goal(assembly, 1)))
    assert assembly.session.phase is PhaseOfRun.RUNNING


def test_after_the_end_of_the_tape_it_begins_again(tmp_path: Path) -> None:
    ended = Ended()
    assembly = assemble(tmp_path, ended, speed_milli=0)
    assembly.start(time.monotonic_ns())
    until(lambda: assembly.session.phase is PhaseOfRun.ENDED)
    assembly.core.submit(PlayTo(goal(assembly, 1)))
    until(lambda: assembly.session.paused and assembly.session.phase is PhaseOfRun.RUNNING)
    until(lambda: assembly.clock.now(time.monotonic_ns()) == goal(assembly, 1))
    assert depth(assembly.engine.state) == depth(by_hand(goal(assembly, 1)))
    assert assembly.stop("test")


def test_the_end_of_the_tape_is_a_place_too_and_the_run_stands_there(assembly: Assembly) -> None:
    play_to(assembly, assembly.tape.head.last_at)
    assert assembly.session.phase is PhaseOfRun.RUNNING
    assembly.core.submit(Resume())
    until(lambda: assembly.session.phase is PhaseOfRun.ENDED)


@pytest.mark.parametrize("wild", (-1, 0, 1 << 62))
def test_a_time_that_the_tape_does_not_have_is_its_nearest_end(assembly: Assembly, wild: int) -> None:
    play_to(assembly, wild)
    head = assembly.tape.head
    assert assembly.clock.now(time.monotonic_ns()) == (head.last_at if wild > 0 else head.first_at)


def test_pause_ends_it_where_it_stands_and_the_speed_is_back(assembly: Assembly) -> None:
    assembly.core.submit(PlayTo(assembly.tape.head.last_at))
    assembly.core.submit(Pause())
    until(lambda: assembly.session.paused)
    assert assembly.core.player.goal < 0 and assembly.session.speed_milli == 1_000
    assembly.core.submit(SetSpeed(5))
    until(lambda: assembly.session.speed_milli == 5_000)


def test_a_locked_terminal_plays_nowhere(assembly: Assembly) -> None:
    assembly.core.seat.lock()
    assert not assembly.core.submit(PlayTo(goal(assembly, 1)))


# from the journal -------------------------------------------------------------------------------------------------------


@pytest.fixture
def panel(qtbot: Any, assembly: Assembly) -> Iterator[JournalPanel]:
    window = TerminalWindow(tuple(panel for panel in PANELS if panel.id == "journal"), THEMES["dark"])
    qtbot.addWidget(window)
    made = JournalPanel(window, assembly, assembly.folders.journal)
    made.window = window
    yield made
    made.close()


def hits(*times: int) -> list[Hit]:
    return [Hit(number, "", "", TimePassed(), (), session_at=at) for number, at in enumerate(times)]


def mark(qtbot: Any, panel: JournalPanel, at: int) -> JournalView:
    panel.window.show()
    panel.window.focus_panel("journal")
    view: JournalView = panel.window.view("journal")
    qtbot.waitUntil(lambda: not view.stop.isVisible() and "among" in view.said.text() and "Looking" not in view.said.text(), timeout=20_000)
    panel.close()
    view.hits = hits(at)
    view._show(keep_place=False)
    view.list.mark(0)
    view.show_progress(Progress(1, 1, False, False))
    return view


def test_an_entry_is_opened_where_nothing_is_lost(qtbot: Any, panel: JournalPanel, assembly: Assembly) -> None:
    at = goal(assembly, 2)
    view = mark(qtbot, panel, at)
    assert view.replay.isEnabled()
    qtbot.keyClick(view.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(lambda: assembly.session.paused)
    assert assembly.clock.now(time.monotonic_ns()) == at and panel.window.offers.shown() is None


def test_a_run_with_working_orders_is_ended_only_after_a_question(qtbot: Any, panel: JournalPanel, assembly: Assembly) -> None:
    watch = Watch(assembly)
    play_to(assembly, goal(assembly, 2))
    assembly.core.submit(limit("mine", Side.BUY, BID - 9_000, LOT // 100))
    watch.event(OrderWorking)
    assembly.session.at = goal(assembly, 2)
    view = mark(qtbot, panel, goal(assembly, 1))
    view.replay.click()
    question = panel.window.offers.shown()
    assert question is not None and question.key == REPLAY and question.heading.startswith("1 order works: going back to ")
    panel.window.offers.answer("")
    assert assembly.session.phase is PhaseOfRun.RUNNING and not [e for e in watch.entries if any(isinstance(x, RunEnded) for x in e.events)]
    view.replay.click()
    assembly.session.told.clear()
    panel.window.offers.answer("go")
    until(lambda: "stands there" in assembly.session.notice)
    assert assembly.clock.now(time.monotonic_ns()) == goal(assembly, 1)
    assert not assembly.engine.state.oms.open


def test_an_entry_of_another_session_says_so(qtbot: Any, panel: JournalPanel, assembly: Assembly) -> None:
    panel.ask_replay(5 * MINUTE)
    assert "is of another session" in assembly.session.notice and panel.window.offers.shown() is None
