"""Stopping from outside the window: signal, dead man's switch, kill command with a scope, and what holds while the window or the
whole interpreter is stuck."""

import ctypes
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.assembly import Assembly
from app.heartbeat import Heartbeat, Life, Pulse
from app.stop_signal import SOURCE, StopSignal
from app.stopping import Outside, listening
from core.domain.enums import Side
from core.domain.scope import EVERYTHING, parse_scope
from core.domain.triggers import TriggerKind
from core.journal.entry import Entry
from core.journal.latch import Latch
from core.journal.reader import Journal, segments
from core.messages.commands import EngageKill, Pause, RestartSession
from core.messages.events import KillEngaged, OrderRefused, OrderSent
from core.messages.stopping import TriggerFired
from tests.app.test_command_line import refused, run
from tests.bench.bench_stopping import Trial, by_signal, by_watchdog
from tests.sessions import ROOT, assemble, limit

POSIX = pytest.mark.skipif(not hasattr(signal, "SIGUSR1"), reason="SIGUSR1 is POSIX's")
SOON_S = 20


def until(seen: Callable[[], object]) -> None:
    deadline = time.monotonic() + SOON_S
    while not seen():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.01)


def kills(folder: Path) -> list[KillEngaged]:
    journal = Journal(folder / "journal")
    journal.open()
    return [event for entry in journal.all_entries() for event in entry.events if isinstance(event, KillEngaged)]


def headless(folder: Path) -> "subprocess.Popen[str]":
    child = subprocess.Popen(
        [sys.executable, "main.py", "--headless", "--json", "--data", str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    until(lambda: (beat := Pulse(folder).read()) is not None and beat.life == Life.RUNNING)
    return child


def ended(child: "subprocess.Popen[str]") -> dict[str, object]:
    child.send_signal(signal.SIGTERM)
    assert child.stdout is not None
    said = json.loads(child.stdout.read())
    assert child.wait(SOON_S) == 0
    child.stdout.close()
    return said  # type: ignore[no-any-return]


# the kill command -------------------------------------------------------------------------------------------------------


def test_a_scope_is_latched_and_the_next_run_begins_with_it(tmp_path: Path) -> None:
    done = run("kill", "--scope", "instrument:BTC-USD", "--source", "ann", data=tmp_path)
    assert done.returncode == 0 and "new orders of instrument BTC-USD" in done.stdout
    latch = Latch(tmp_path / "kill.latch", False)
    assert parse_scope("instrument:BTC-USD") in latch.scopes and latch.engaged_for(instrument="BTC-USD")
    latch.release(latch.generation, EVERYTHING)
    assembly = assemble(tmp_path)
    stops = assembly.engine.state.kill.stops
    assert list(stops) == ["instrument:BTC-USD"] and stops["instrument:BTC-USD"].source == "ann"
    assembly.stop("test")


@pytest.mark.parametrize("scope", ["BTC-USD", "planet:mars", "instrument:", "order:" + "9" * 60])
def test_a_bad_scope_stops_nothing_and_says_so(scope: str, tmp_path: Path) -> None:
    refused(run("kill", "--scope", scope, data=tmp_path), "nothing was stopped", "--scope", "expected")
    assert not (tmp_path / "kill.latch").exists()


# the signal -------------------------------------------------------------------------------------------------------------


@POSIX
def test_the_signal_engages_and_sigterm_still_ends_cleanly(tmp_path: Path) -> None:
    child = headless(tmp_path)
    child.send_signal(signal.SIGUSR1)
    until(lambda: (beat := Pulse(tmp_path).read()) is not None and beat.kill_engaged)
    child.send_signal(signal.SIGUSR1)
    until(lambda: (beat := Pulse(tmp_path).read()) is not None and beat.kill_generation > 1)
    assert ended(child)["kill_switch"] == "engaged"
    assert {event.source for event in kills(tmp_path)} == {SOURCE}
    beat = Pulse(tmp_path).read()
    assert beat is not None and beat.life == Life.CLOSED
    assert "Sound" in run("verify", data=tmp_path).stdout


@POSIX
def test_a_signal_before_the_core_or_after_it_is_not_lost(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGUSR1)
    with listening(tmp_path):
        # To this thread: to the process it may come to another one of the test runner's, and later.
        signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)
    assert signal.getsignal(signal.SIGUSR1) == before and signal.SIGUSR1 not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    latch = Latch(tmp_path / "kill.latch", False)
    assert latch.engaged and latch.source(latch.generation) == SOURCE


@POSIX
def test_other_signals_are_nobody_s_stop() -> None:
    heard, came = StopSignal(), []
    heard.take()
    before = signal.signal(signal.SIGUSR2, lambda *_: came.append(1))
    os.kill(os.getpid(), signal.SIGUSR2)
    until(lambda: came)
    assert not heard.came()
    signal.signal(signal.SIGUSR2, before)
    assert not heard.give_back()


# stuck ------------------------------------------------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("stop", [by_watchdog, by_signal])
@pytest.mark.parametrize("hold", ["free", "held"])
def test_a_stuck_window_is_stopped_all_the_same(stop: Callable[[Path, int], int], hold: str) -> None:
    """The bench measures it; here it must come at all, and within what a busy machine may add."""
    trial = Trial(hold, True, 1, stop)
    (kill, source), (began, _) = trial.said["seen"][0], trial.said["holds"][0]
    assert source == ("watchdog window" if stop is by_watchdog else SOURCE)
    if hold == "free":
        assert kill - trial.wanted[0] < 650_000_000 and kill < began + 700_000_000, "only after the window came back"
    else:
        # One whose step had begun when the interpreter was taken away is stamped after it came back.
        late = [at for at in trial.said["sent"] if began + 700_000_000 < at < kill]
        assert kill > began + 700_000_000 and len(late) <= 1


def test_the_first_step_after_a_held_interpreter_is_the_trip(tmp_path: Path) -> None:
    """The orders wait before the hold; the latch is set by another process while nothing of Python can run here."""
    assembly = assemble(tmp_path, speed_milli=1000)
    outside = Outside(assembly)
    seen: list[Entry] = []
    assembly.board.subscribe("test", seen.append)
    assembly.start(time.monotonic_ns())
    assembly.core.submit(Pause())
    until(lambda: assembly.session.paused)
    code = (
        "import sys, time; from pathlib import Path; from core.journal.latch import Latch\n"
        "latch = Latch(Path(sys.argv[1]), False); print('ready', flush=True); time.sleep(0.3); latch.engage('watchdog')"
    )
    other = subprocess.Popen([sys.executable, "-c", code, str(assembly.latch.path)], cwd=ROOT, stdout=subprocess.PIPE)
    assert other.stdout is not None and other.stdout.readline() == b"ready\n"
    # What came before the pause has been told, or it would be counted below.
    until(lambda: bool(seen) and seen[-1].seq == assembly.sequencer.seq)
    sys.setswitchinterval(10)
    started = len(seen)
    # Past submit(), which lets the core's thread run: these must still wait when the hold begins.
    for number in range(50):
        assembly.core._inbox.append((time.monotonic_ns(), limit(f"waiting {number}", Side.BUY, 600_000, 1_000_000)))
    began = time.monotonic_ns()
    ctypes.PyDLL(None).usleep(700_000)
    held = time.monotonic_ns()
    sys.setswitchinterval(0.005)
    until(lambda: len(seen) >= started + 51)
    assert other.wait() == 0
    other.stdout.close()
    first, *rest = seen[started : started + 51]
    assert isinstance(first.message, EngageKill) and isinstance(first.events[0], KillEngaged)
    assert all(isinstance(entry.events[0], OrderRefused) for entry in rest)
    assert held - began > 690_000_000 and not [entry for entry in seen if began < entry.mono_ns < began + 690_000_000]
    assert not [event for entry in seen for event in entry.events if isinstance(event, OrderSent)]
    stopped(assembly, outside)


# heartbeat and dead man -------------------------------------------------------------------------------------------------


def started(folder: Path, dead_man_s: int = 0) -> tuple[Assembly, Outside]:
    assembly = assemble(folder, speed_milli=1000)
    outside = Outside(assembly, dead_man_s)
    assembly.start(time.monotonic_ns())
    return assembly, outside


def stopped(assembly: Assembly, outside: Outside) -> None:
    outside.closing()
    assembly.stop("test")
    outside.close()


@pytest.mark.expects_log
def test_a_silent_window_engages_once_for_each_silence(tmp_path: Path) -> None:
    assembly, outside = started(tmp_path, dead_man_s=2)
    fired: list[TriggerFired] = []
    assembly.board.subscribe("fired", lambda entry: fired.extend(one for one in entry.events if isinstance(one, TriggerFired)))
    beat = outside.heartbeat
    time.sleep(0.3)
    assert not assembly.latch.engaged, "no window has beaten yet"
    beat.window(time.monotonic_ns())
    time.sleep(0.3)
    assert not assembly.latch.engaged
    silent = time.monotonic_ns() - 3_000_000_000
    beat.window(silent)
    until(lambda: assembly.projections.kill.engaged)
    assert assembly.projections.kill.source == "window not responding for 3 s"
    until(lambda: [one.kind for one in fired] == [TriggerKind.WINDOW_SILENT])
    assembly.latch.release(assembly.latch.generation)
    time.sleep(0.3)
    assert not assembly.latch.engaged, "the same silence engages once"
    beat.window(time.monotonic_ns() - 4_000_000_000)
    until(lambda: assembly.latch.engaged)
    stopped(assembly, outside)


def test_without_the_setting_a_silent_window_stops_nothing(tmp_path: Path) -> None:
    assembly, outside = started(tmp_path)
    outside.heartbeat.window(1)
    time.sleep(0.3)
    assert not assembly.latch.engaged
    stopped(assembly, outside)


def test_the_core_beats_through_a_restart_and_says_how_it_ended(tmp_path: Path) -> None:
    assembly, outside = started(tmp_path)
    pulse, longest, last = Pulse(tmp_path), 0, time.monotonic_ns()
    until(lambda: (beat := pulse.read()) is not None and beat.life == Life.RUNNING and beat.pid == os.getpid())
    seq = assembly.sequencer.seq
    assembly.core.submit(RestartSession())
    deadline = time.monotonic() + SOON_S
    while not (assembly.sequencer.seq > seq + 20 and assembly.session.messages > 5) and time.monotonic() < deadline:
        beat = pulse.read()
        assert beat is not None
        if beat.core_ns != last:
            longest, last = max(longest, beat.core_ns - last), beat.core_ns
        time.sleep(0.002)
    assert assembly.sequencer.seq > seq + 20 and longest < 900_000_000, "the watchdog would have called it silent"
    stopped(assembly, outside)
    beat = pulse.read()
    assert beat is not None and beat.life == Life.CLOSED
    pulse.close()


@pytest.mark.expects_log
def test_a_heartbeat_that_cannot_be_written_is_said_and_left(tmp_path: Path) -> None:
    (tmp_path / "heartbeat").mkdir()
    assembly, outside = started(tmp_path, dead_man_s=1)
    assert "heartbeat" in assembly.session.notice or "heartbeat" in outside.heartbeat.problem
    outside.heartbeat.window(1)
    until(lambda: assembly.latch.engaged)
    stopped(assembly, outside)


def test_a_reader_follows_the_next_terminal_and_takes_no_other_file_for_one(tmp_path: Path) -> None:
    pulse = Pulse(tmp_path)
    assert pulse.read() is None
    (tmp_path / "heartbeat").write_bytes(b"x" * 4096)
    assert pulse.read() is None
    for seq in (5, 6):
        writer = Heartbeat(tmp_path)
        writer.core(1, Life.RUNNING, seq, 0, False, 2)
        beat = pulse.read()
        assert beat is not None and (beat.seq, beat.open_orders, beat.pid) == (seq, 2, os.getpid())
        writer.close(clean=True)
    pulse.close()
    assert segments(tmp_path / "journal") == []
