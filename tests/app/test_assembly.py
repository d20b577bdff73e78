"""The whole core over real folders: played, killed, restarted, replayed."""

import logging
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.assembly import Assembly
from app.first_limits import FirstLimits
from app.headless import Ended, play
from core.domain.enums import PhaseOfRun, Side
from core.journal.entry import Entry
from core.journal.head import HeadCopy
from core.journal.latch import Latch
from core.journal.log import Log, Place
from core.journal.reader import Journal, segments
from core.journal.writer import JournalWriter
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.commands import CancelOrder, EngageKill, ReplaceOrder, RestartSession, Resume, SetSpeed
from core.messages.events import KillEngaged, OrderFilled, OrderSent
from core.messages.limits import ChangeLimits, SetAccount
from core.replay import replay
from tests.sessions import ROOT, assemble, limit, way_back

GOLDEN = ROOT / "tests" / "golden"
BID, LOT = 619_084, 10**8


class Watch:
    """Waits for published entries; a subscriber like any other."""

    def __init__(self, assembly: Assembly) -> None:
        self.entries: list[Entry] = []
        self._changed = threading.Condition()
        assembly.board.subscribe("watch", self)

    def __call__(self, entry: Entry) -> None:
        with self._changed:
            self.entries.append(entry)
            self._changed.notify_all()

    def until(self, seen: Callable[[Entry], bool], timeout_s: float = 20) -> Entry:
        looked, found = 0, None

        def look() -> bool:
            """Each entry once: the core waits while somebody looks."""
            nonlocal looked, found
            while found is None and looked < len(self.entries):
                found = self.entries[looked] if seen(self.entries[looked]) else None
                looked += 1
            return found is not None

        with self._changed:
            self._changed.wait_for(look, timeout_s)
        assert found is not None
        return found

    def events(self, kind: type, count: int, timeout_s: float = 20) -> None:
        """So many of them."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._count(kind) >= count, timeout_s)

    def _count(self, kind: type) -> int:
        return sum(isinstance(event, kind) for entry in self.entries for event in entry.events)

    def event(self, kind: type) -> object:
        entry = self.until(lambda entry: any(isinstance(event, kind) for event in entry.events))
        return next(event for event in entry.events if isinstance(event, kind))


def run(folder: Path, **options: object) -> tuple[Assembly, str]:
    ended = Ended()
    assembly = assemble(folder, ended, **options)
    outcome = play(assembly, ended, 0, quiet=True)
    assert outcome.problem == ""
    return assembly, outcome.summary.state_hash


def trade_a_little(folder: Path) -> Assembly:
    """Some orders, a replace, a cancel, fills, a kill and a release, in the middle of the tape."""
    assembly = assemble(folder, speed_milli=100_000)
    watch = Watch(assembly)
    core = assembly.core
    assembly.start(time.monotonic_ns())
    core.submit(limit("a", Side.BUY, BID, LOT // 10))
    core.submit(limit("b", Side.BUY, BID - 100, LOT))
    core.submit(limit("c", Side.SELL, BID + 200, LOT))
    order = watch.until(lambda e: any(isinstance(x, OrderSent) and x.client_order_id == "b" for x in e.events))
    core.submit(ReplaceOrder(order.seq, LOT // 2, BID - 100))  # type: ignore[arg-type]
    core.submit(CancelOrder(order.seq))  # type: ignore[arg-type]
    watch.event(OrderFilled)
    core.submit(EngageKill("test"))
    engaged = watch.event(KillEngaged)
    core.submit(limit("d", Side.BUY, BID, LOT))
    for step in way_back(engaged.generation):  # type: ignore[attr-defined]
        core.submit(step)
    core.submit(limit("e", Side.BUY, BID, LOT // 5))
    core.submit(SetSpeed(0))
    watch.until(lambda e: assembly.session.phase is PhaseOfRun.ENDED)
    assert assembly.stop("test")
    return assembly


def test_every_recorded_trade_is_reproduced_through_the_real_core(tmp_path: Path) -> None:
    assembly, _ = run(tmp_path)
    session = assembly.session
    assert (session.messages, session.trades, session.trades_matched, session.trades_recorded) == (24_418, 501, 501, 501)
    assert session.diverged == 0 and not assembly.board.faults


def test_the_tape_has_one_history_at_every_speed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fastest, at_max = run(tmp_path / "max")
    hundred, at_hundred = run(tmp_path / "hundred", speed_milli=100_000)
    quick_clock(monkeypatch)
    one, at_one = run(tmp_path / "one", speed_milli=1_000)
    assert at_max == at_hundred == at_one
    assert fastest.session.trades == hundred.session.trades == one.session.trades == 501


def quick_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wall time runs two hundred times as fast, for the core thread only: 1x over the whole tape in three seconds."""

    class Quick:
        @staticmethod
        def monotonic_ns() -> int:
            return time.monotonic_ns() * 200

        monotonic = staticmethod(time.monotonic)

    monkeypatch.setattr("app.core_thread.time", Quick)
    real = Assembly.start
    monkeypatch.setattr(Assembly, "start", lambda self, mono: real(self, mono * 200))


def journal_of(folder: Path) -> list[Entry]:
    """The entries of the last run."""
    journal = Journal(folder / "journal")
    journal.open()
    return list(journal.entries())


def test_replaying_the_journal_gives_identical_events_and_state(tmp_path: Path) -> None:
    assembly = trade_a_little(tmp_path)
    again = Engine(State())
    count = replay(again, journal_of(tmp_path))
    assert count == assembly.sequencer.seq
    assert digest(again.state) == assembly.digest()
    assert assembly.projections.orders.sent == 4 and assembly.projections.orders.refused == 1


def test_a_clean_end_is_followed_by_a_flat_account_with_kill_and_limits_kept(tmp_path: Path) -> None:
    assembly = assemble(tmp_path, speed_milli=100_000)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    assembly.core.submit(limit("a", Side.BUY, BID, LOT // 100))
    watch.event(OrderFilled)
    assembly.core.submit(EngageKill("end of day"))
    watch.event(KillEngaged)
    assert assembly.stop("closed")
    again = assemble(tmp_path)
    state = again.engine.state
    assert not again.resumed and state.kill.engaged and state.kill.source == "end of day"
    assert not state.oms.positions and not state.oms.open
    assert state.gate.limits == assembly.engine.state.gate.limits
    assert again.stop("test")


@pytest.mark.parametrize("schema", (1, 2))
def test_a_folder_from_before_accounts_gets_its_first_account_and_first_limits_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, schema: int
) -> None:
    """Its instrument has limits already, of the five, and nobody ever told an account."""
    (tmp_path / "journal").mkdir()
    shutil.copy(GOLDEN / f"schema-{schema}" / "000000000001.journal", tmp_path / "journal")
    with caplog.at_level(logging.INFO):
        assembly = assemble(tmp_path)
    # Beside an old journal without a latch the switch is engaged; that is another story.
    gate = assembly.engine.state.gate
    assert gate.limits[1].collar_bp != FirstLimits().collar_bp
    assert [one.cash for one in gate.funds.accounts.values()] == [1_000_000 * 1_000_000] and gate.funds.base == "USD"
    expected = FirstLimits().others().limits
    assert [gate.table.value(limit) for limit in expected] == [limit.value for limit in expected]
    assert [record.message for record in caplog.records if "the record knows no account" in record.message]
    assert assembly.stop("test")
    told = [type(entry.message) for entry in journal_of(tmp_path)]
    assert (told.count(SetAccount), told.count(ChangeLimits)) == (1, 1)
    caplog.clear()
    again = assemble(tmp_path)
    assert again.engine.state.gate.funds.accounts == gate.funds.accounts and not [
        record for record in caplog.records if "the record knows no account" in record.message
    ]
    assert again.stop("test")
    told = [type(entry.message) for entry in journal_of(tmp_path)]
    assert (told.count(SetAccount), told.count(ChangeLimits)) == (1, 1)


CHILD = """
import sys, time
from pathlib import Path
from tests.sessions import assemble, limit
from core.domain.enums import Side
from tests.app.test_assembly import Watch, BID, LOT
from core.messages.events import OrderWorking
assembly = assemble(Path(sys.argv[1]), speed_milli=20_000)
watch = Watch(assembly)
assembly.start(time.monotonic_ns())
watch.until(lambda e: e.seq > 100)
for n in range(5):
    assembly.core.submit(limit(str(n), Side.BUY, BID - 5_000 - n, LOT))
watch.events(OrderWorking, 5)
print(max(e.seq for e in watch.entries if e.touches_ours), flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_after_a_real_kill_the_same_place_paused_with_all_orders(tmp_path: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT)
    assert child.stdout is not None
    published = int(child.stdout.readline().split()[0])
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    again = assemble(tmp_path, speed_milli=1000)
    assert again.resumed and again.session.paused
    assert again.sequencer.seq >= published
    assert sorted(order.client_order_id for order in again.engine.state.oms.open.values()) == list("01234")
    assert again.session.messages == again.feed.played > 0
    assert again.feed.next_at >= again.engine.state.at
    # Played on, the rest of the tape is the rest of the same history.
    watch = Watch(again)
    again.start(time.monotonic_ns())
    again.core.submit(SetSpeed(0))
    again.core.submit(Resume())
    watch.until(lambda e: again.session.phase is PhaseOfRun.ENDED)
    assert again.stop("test")
    assert again.session.messages == 24_418 and again.session.trades_matched == 501


def rewritten(source: Path, target: Path, count: int) -> None:
    """The first count entries of a run's journal, as a crash right after them would have left them."""
    entries = journal_of(source)[:count]
    writer = JournalWriter(Log(target / "journal", Place(), True, head=HeadCopy(target / "journal.head")), lambda seq: None, pytest.fail)
    writer.open()
    for entry in entries:
        writer.put(entry)
    writer.kick()
    assert writer.close()
    Latch(target / "kill.latch", False).close()


@pytest.mark.parametrize("count", [1, 2, 3, 4, 12])
def test_a_crash_during_the_opening_book_is_completed(tmp_path: Path, count: int) -> None:
    run(tmp_path / "whole")
    rewritten(tmp_path / "whole", tmp_path / "crashed", count)
    again, state_hash = run(tmp_path / "crashed", paused_after_crash=False)
    assert again.resumed and again.session.diverged == 0 and again.session.trades_matched == 501
    assert state_hash == again.digest() == run(tmp_path / "fresh")[1]


def test_a_crash_before_the_end_of_the_run_ends_it_at_the_next_start(tmp_path: Path) -> None:
    whole, state_hash = run(tmp_path / "whole")
    rewritten(tmp_path / "whole", tmp_path / "crashed", whole.sequencer.seq - 1)
    again, again_hash = run(tmp_path / "crashed", paused_after_crash=False)
    assert again.resumed and again.session.phase is PhaseOfRun.ENDED and again_hash == state_hash


@pytest.mark.parametrize("cut", [100, 5_000])
def test_limits_survive_a_crash_at_the_next_runs_first_entry(tmp_path: Path, cut: int) -> None:
    run(tmp_path, limits=FirstLimits(max_open_orders=7))
    second, _ = run(tmp_path)
    newest = segments(tmp_path / "journal")[-1]
    newest.write_bytes(newest.read_bytes()[:cut])
    again = assemble(tmp_path)
    assert again.engine.state.gate.limits[1].max_open_orders == 7
    assert again.stop("test") and second.session.trades == 501


def test_limits_survive_a_crash_between_the_note_of_a_torn_end_and_the_next_run(tmp_path: Path) -> None:
    run(tmp_path, limits=FirstLimits(max_open_orders=7))
    assert assemble(tmp_path).stop("test")
    newest = segments(tmp_path / "journal")[-1]
    newest.write_bytes(newest.read_bytes()[:100])
    (tmp_path / "journal.head").unlink()
    again = assemble(tmp_path)
    assert again.torn is not None and again.stop("test")
    # Only the note reached the disk.
    for path in segments(tmp_path / "journal")[2:]:
        path.unlink()
    (tmp_path / "journal.head").unlink()
    third = assemble(tmp_path)
    assert third.engine.state.gate.limits[1].max_open_orders == 7
    assert third.stop("test")


def test_restart_begins_the_tape_anew_in_the_same_journal(tmp_path: Path) -> None:
    assembly = assemble(tmp_path, speed_milli=100_000)
    watch = Watch(assembly)
    assembly.start(time.monotonic_ns())
    assembly.core.submit(limit("a", Side.BUY, BID, LOT // 100))
    watch.event(OrderFilled)
    assembly.core.submit(RestartSession())
    assembly.core.submit(SetSpeed(0))
    first = assembly.sequencer.seq
    watch.until(lambda e: e.seq > first and assembly.session.phase is PhaseOfRun.ENDED and assembly.session.messages == 24_418)
    assert assembly.stop("test")
    assert assembly.session.trades == assembly.session.trades_matched == 501
    assert not assembly.engine.state.oms.positions


@pytest.mark.expects_log
def test_a_full_disk_blocks_says_so_and_latches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = Ended()
    assembly = assemble(tmp_path, ended)
    real, written = os.write, 0

    def full(handle: int, data: bytes) -> int:
        nonlocal written
        written += len(data)
        if written > 200_000:
            raise OSError(28, "No space left on device")
        return real(handle, data)

    monkeypatch.setattr("core.journal.disk.os.write", full)
    outcome = play(assembly, ended, 0, quiet=True)
    assert "No space left on device" in outcome.problem and "free some disk space" in outcome.problem
    monkeypatch.undo()
    assert Latch(tmp_path / "kill.latch", False).engaged
    again = assemble(tmp_path)
    assert again.engine.state.kill.engaged
    assert again.stop("test")
