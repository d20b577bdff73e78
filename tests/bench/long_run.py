"""Whether memory grows: python -m tests.bench.long_run --minutes 120 [--trace]

The real terminal offscreen, the bundled session at 100x again and again, retention on; all along panels open and close, workspaces and
themes change, orders come and go. Memory each minute, and the growth after the first ten. --trace: what Python allocated meanwhile.
Deliberately absent from make bench: it takes as long as it is told.
"""

import argparse
import gc
import os
import random
import sys
import tempfile
import time
import tracemalloc
from collections import Counter
from statistics import median
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from tests.bench import as_started  # noqa: F401  isort: skip

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import runtime, terminal
from app.settings import load
from core.domain.enums import Side
from core.messages.commands import CancelAllOrders, RestartSession
from tests.bench.figures import machine
from tests.sessions import limit

STEP_MS = 700
"""Between two things that the hand does."""
ORDERS = 5
FIRST_MINUTES = 10
"""Left out of the growth: caches fill, the first run of the tape ends."""
GOAL_PERCENT = 3
MOST_TOLD = 12
WORKSPACES = ("Trade", "Watch", "Train")


class Lasting(terminal.Terminal):
    minutes = 1
    trace = False

    def open(self) -> None:
        super().open()
        self.chance, self.runs, self.sent = random.Random(1), 1, 0
        self.began, self.curve = time.monotonic(), [self.now_mb()]
        self.kinds: Counter[str] = Counter()
        self.timers = [QTimer(), QTimer()]
        for timer, every, run in zip(self.timers, (STEP_MS, 1_000), (self.step, self.minute), strict=True):
            timer.timeout.connect(run)
            timer.start(every)

    def shut(self) -> None:
        for timer in self.timers:
            timer.stop()
        super().shut()

    def now_mb(self) -> float:
        return float(self.vitals._process.memory_info().rss) / 1e6

    def step(self) -> None:
        window, chance = self.window, self.chance
        if not self.assembly.sequencer.running:
            self.runs += 1
            self.core.submit(RestartSession())
            return
        what = chance.randrange(6)
        if what == 0:
            window.ask_workspace("show", chance.choice(WORKSPACES))
        elif what == 1:
            window.next_theme()
        elif what == 2:
            window.focus_panel(chance.choice(window.panels).id)
        elif what == 3 and len(window.open_panels()) > ORDERS:
            window.docks[chance.choice(window.open_panels())].close()
        elif what == 4:
            self.core.submit(CancelAllOrders())
        else:
            bid = self.assembly.projections.market.quotes[1].depth.best_bid
            for _ in range(ORDERS):
                self.sent += 1
                self.core.submit(limit(f"long {self.sent}", Side.BUY, bid - chance.randrange(0, 500), 1_000_000))

    def minute(self) -> None:
        passed = (time.monotonic() - self.began) / 60
        if passed < len(self.curve):
            return
        gc.collect()
        self.curve.append(self.now_mb())
        seq, widgets = self.assembly.sequencer.seq, len(QApplication.allWidgets())
        print(f"minute {len(self.curve) - 1:>3}  {self.curve[-1]:6.1f} MB  run {self.runs}, {seq:,} entries, {widgets} widgets", flush=True)
        if len(self.curve) - 1 == min(FIRST_MINUTES, self.minutes // 2):
            self.kinds = kinds()
            if self.trace:
                tracemalloc.start(8)
                self.before = tracemalloc.take_snapshot()
        if passed >= self.minutes:
            self.tell()
            self.close()

    def tell(self) -> None:
        first = min(FIRST_MINUTES, self.minutes // 2)
        growth = 100 * (self.curve[-1] / self.curve[first] - 1)
        print(f"growth from minute {first} to {len(self.curve) - 1}: {growth:+.1f} %   goal <= {GOAL_PERCENT} %")
        early, late = median(self.curve[first : 2 * first]), median(self.curve[-first:])
        percent = 100 * (late / early - 1)
        print(f"medians of {first} minutes, from minute {first} on and of the last: {early:.1f}, {late:.1f} MB, {percent:+.1f} %")
        grown = kinds()
        grown.subtract(self.kinds)
        print("objects more than then:", ", ".join(f"{kind} {count:+,}" for kind, count in grown.most_common(MOST_TOLD) if count > 0))
        if self.trace:
            for line in tracemalloc.take_snapshot().compare_to(self.before, "lineno")[:MOST_TOLD]:
                print(line)


def kinds() -> Counter[str]:
    return Counter(type(one).__name__ for one in gc.get_objects())


def main(arguments: list[str]) -> Any:
    told = argparse.ArgumentParser(prog="python -m tests.bench.long_run", description="Memory of a terminal that runs for long.")
    told.add_argument("--minutes", type=int, default=120)
    told.add_argument("--trace", action="store_true")
    said = told.parse_args(arguments)
    print(f"{machine()}, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        options = ["--data", folder, "--speed", "100", "--size", "1600x900", "--keep-market-gb", "1"]
        Lasting.minutes, Lasting.trace = said.minutes, said.trace
        terminal.Terminal = Lasting  # type: ignore[misc]
        settings = load(options)
        return terminal.run_window(settings, runtime.tape_of(settings))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
