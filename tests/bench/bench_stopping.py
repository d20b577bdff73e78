"""Stopping a terminal whose window is stuck: from the decision outside to KillEngaged in the core, and what gets out meanwhile.

The real terminal, offscreen, in a process of its own; its window's thread sits in C code, with the interpreter free or held.
Both processes read the same monotonic clock. What is left out: the way of a hand to the button, and of cancels to a venue.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import timeit
from collections.abc import Callable
from pathlib import Path

from app.watchdog import LatchWatch
from core.domain.scope import parse_scope
from core.journal.latch import Latch
from tests.bench.figures import percentile, row
from tests.sessions import ROOT

TRIALS = 12
OFFSCREEN = os.environ | {"QT_QPA_PLATFORM": "offscreen"}

STUCK = """
import ctypes, json, sys, tests
from pathlib import Path
from PySide6.QtCore import QTimer
from app import runtime, terminal
from app.settings import load
from app.stopping import listening
from core.domain.enums import Side
from core.messages.commands import Pause
from core.messages.events import KillEngaged, OrderSent
from tests.sessions import limit, way_back

folder, hold, paused, trials = sys.argv[1], sys.argv[2], sys.argv[3] == "paused", int(sys.argv[4])
settings = load(["--data", folder, "--speed", "10", "--seconds", "600"])
free, held = ctypes.CDLL(None), ctypes.PyDLL(None)
seen, sent, holds = [], [], []

class Stuck(terminal.Terminal):
    async def run(self):
        self.assembly.board.subscribe("bench", self.look)
        QTimer.singleShot(1500, self.begin)
        await super().run()
        print(json.dumps({"seen": seen, "sent": sent, "holds": holds}), flush=True)

    def look(self, entry):
        for event in entry.events:
            if isinstance(event, KillEngaged):
                seen.append((entry.mono_ns, event.source))
            elif isinstance(event, OrderSent):
                sent.append(entry.mono_ns)

    def begin(self):
        if paused:
            self.core.submit(Pause())
        QTimer.singleShot(200, self.stick)

    def stick(self):
        import time
        if hold == "held":
            for number in range(200):
                self.core.submit(limit(f"{len(holds)} {number}", Side.BUY, 600_000, 1_000_000))
        print("stuck", flush=True)
        began = time.monotonic_ns()
        if hold == "held":
            held.usleep(700_000)
        else:
            free.usleep(700_000)
        holds.append((began, time.monotonic_ns()))
        QTimer.singleShot(300, self.release)

    def release(self):
        for step in way_back(self.assembly.latch.generation):
            self.core.submit(step)
        if len(holds) < trials:
            QTimer.singleShot(200, self.stick)
        else:
            QTimer.singleShot(300, self.close)

terminal.Terminal = Stuck
with listening(Path(folder)) as heard:
    terminal.run_window(settings, runtime.tape_of(settings), heard)
"""


class Trial:
    """One stuck terminal, and the moments at which somebody outside wanted it to stop."""

    def __init__(self, hold: str, paused: bool, trials: int, stop: "Callable[[Path, int], int]") -> None:
        self.wanted: list[int] = []
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            command = [sys.executable, "-c", STUCK, name, hold, "paused" if paused else "playing", str(trials)]
            child = subprocess.Popen(
                command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=OFFSCREEN
            )
            assert child.stdout is not None
            for line in child.stdout:
                if line != "stuck\n":
                    self.said = json.loads(line)
                    break
                time.sleep(random.uniform(0.02, 0.2))
                self.wanted.append(stop(folder, child.pid))
            child.wait()
            child.stdout.close()

    def delays_ms(self) -> list[float]:
        return [(seen - wanted) / 1e6 for (seen, _), wanted in zip(self.said["seen"], self.wanted, strict=True)]


def by_watchdog(folder: Path, pid: int) -> int:
    watch = LatchWatch(folder / "kill.latch")
    watch.look()
    now = time.monotonic_ns()
    watch.engage()
    return now


def by_signal(folder: Path, pid: int) -> int:
    now = time.monotonic_ns()
    os.kill(pid, signal.SIGUSR1)
    return now


class ByCommand:
    """wall_ms: of the whole command."""

    def __init__(self) -> None:
        self.wall_ms: list[float] = []

    def __call__(self, folder: Path, pid: int) -> int:
        latch = Latch(folder / "kill.latch", False)
        before, started = latch.generation, time.monotonic_ns()
        child = subprocess.Popen([sys.executable, "main.py", "kill", "--data", str(folder)], cwd=ROOT, stdout=subprocess.DEVNULL)
        while latch.generation == before:
            time.sleep(0.0002)
        now = time.monotonic_ns()
        child.wait()
        self.wall_ms.append((time.monotonic_ns() - started) / 1e6)
        latch.close()
        return now


def spread(values: list[float]) -> str:
    return f"p50 {percentile(values, 50):.1f} worst {max(values):.1f} ms of {len(values)}"


def stuck_window() -> None:
    command = ByCommand()
    ways = (("the watchdog's latch write", by_watchdog), ("SIGUSR1", by_signal), ("main.py kill, from its latch write", command))
    for name, stop in ways:
        delays = [ms for paused in (False, True) for ms in Trial("free", paused, TRIALS, stop).delays_ms()]
        row(f"window stuck in C, interpreter free: {name} to KillEngaged", spread(delays), "<= 100 ms each")
    row("main.py kill, the whole command", spread(command.wall_ms), "none set")


def interpreter_held() -> None:
    for name, stop in (("watchdog", by_watchdog), ("SIGUSR1", by_signal)):
        trial = Trial("held", False, TRIALS // 2, stop)
        held, sent, seen = trial.said["holds"], trial.said["sent"], [at for at, _ in trial.said["seen"]]
        # Surely in the hold, which lasts 700 ms: not before 650 ms before it was over, nor 700 ms after it was to begin.
        inside = sum(ended - 650_000_000 < at < began + 700_000_000 for at in sent for began, ended in held)
        late = [sum(began + 700_000_000 < at < kill for at in sent) for kill, (began, _) in zip(seen, held, strict=True)]
        after = [(kill - began) / 1e6 - 700 for kill, (began, _) in zip(seen, held, strict=True)]
        row(f"interpreter held in C for 0.7 s, 200 orders waiting, {name}: orders out in it", f"{inside} in {len(held)} holds", "0")
        row("    orders out after it and before KillEngaged, begun before it", f"{sum(late)}, at most {max(late)} in one", "<= 1")
        row("    end of the hold to KillEngaged", spread(after), "<= 100 ms")


def asking() -> None:
    with tempfile.TemporaryDirectory() as name:
        latch = Latch(Path(name) / "kill.latch", False)
        for number in range(30):
            latch.engage("bench", parse_scope(f"instrument:I{number}"), sync=False)

        def ask() -> int:
            return latch.engaged_for("maker", "ann", "desk", "BTC-USD", "coinbase", "order 17")

        def ask_anew() -> int:
            latch._seen.change = -1
            latch._seen.raws[7] = b""
            return ask()

        for what, call, goal in (
            ("latch asked for one order, 30 scopes engaged", ask, "<= 5 us"),
            ("    the first time after somebody wrote", ask_anew, "none set"),
        ):
            taken = sorted(timeit.repeat(call, number=2_000, repeat=9))
            row(what, f"min {taken[0] * 500:.2f} median {taken[4] * 500:.2f} us", goal)
        latch.close()


def main() -> None:
    asking()
    stuck_window()
    interpreter_held()


if __name__ == "__main__":
    main()
