"""The terminal with its window, offscreen at 1600x900: frames, order latency beside them, start-up, memory."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import OFFSCREEN, percentile, row
from tests.sessions import ROOT

PLAY_S = 40
WARM_FRAMES = 60

FRAMES = """
import json, sys, time, tests
from tests.bench import as_started
from pathlib import Path
from PySide6.QtCore import QTimer
from app import runtime, terminal
from app.settings import load
from core.domain.enums import Side
from core.messages.commands import CancelOrder
from core.messages.events import OrderSent
from tests.sessions import limit

folder, speed, orders, seconds = sys.argv[1], sys.argv[2], sys.argv[3] == "orders", sys.argv[4]
settings = load(["--data", folder, "--speed", speed, "--seconds", seconds, "--size", "1600x900"])
taken, stamps, sent = [], {}, []

class Measured(terminal.Terminal):
    async def run(self):
        self.assembly.board.subscribe("bench", self.seen)
        if orders:
            self.timer = QTimer()
            self.timer.timeout.connect(self.order)
            self.timer.start(47)
        await super().run()
        frames = list(self.clock.frame_ns)
        print(json.dumps({
            "frames_ms": [n / 1e6 for n in frames], "per_second": list(self.clock.per_second), "orders_ms": taken,
            "rss": self.vitals._process.memory_info().rss, "messages": self.assembly.session.messages,
        }))

    def order(self):
        name = f"bench {len(stamps)}"
        stamps[name] = time.perf_counter()
        self.core.submit(limit(name, Side.BUY, 600_000, 1_000_000))
        if sent:
            self.core.submit(CancelOrder(sent.pop()))

    def seen(self, entry):
        for event in entry.events:
            if isinstance(event, OrderSent) and event.client_order_id in stamps:
                taken.append((time.perf_counter() - stamps[event.client_order_id]) * 1000)
                sent.append(event.order_id)

terminal.Terminal = Measured
terminal.run_window(settings, runtime.tape_of(settings))
"""


def window_run(speed: str, orders: bool, seconds: int) -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", FRAMES, folder, speed, "orders" if orders else "none", str(seconds)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env=OFFSCREEN)
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def frames() -> None:
    said = window_run("10", False, PLAY_S)
    drawn = said["frames_ms"][WARM_FRAMES:]
    row(
        f"frame: tick to last paint done, all panels, 1600x900, 10x, {PLAY_S} s",
        f"p50 {percentile(drawn, 50):.1f} p99 {percentile(drawn, 99):.1f} ms", "p50 <= 12 ms, p99 <= 25 ms",
    )
    whole = said["per_second"][2:-1]
    row("frames in every second, fewest", f"{min(whole)} (of {len(whole)} seconds)", ">= 29")


def order_latency() -> None:
    said = window_run("10", True, PLAY_S)
    taken = said["orders_ms"]
    row(
        f"our order, command in to durable and published, window open, 10x, n = {len(taken)}",
        f"p50 {percentile(taken, 50):.2f} p99 {percentile(taken, 99):.2f} ms", "p99 <= 10 ms",
    )


def memory() -> None:
    said = window_run("max", False, 20)
    row(f"memory after the whole tape ({said['messages']:,} messages), window open", f"{said['rss'] / 1e6:.0f} MB", "<= 350 MB")  # type: ignore[operator,str-format]


def start_up(repeats: int = 5) -> None:
    taken = []
    for _ in range(repeats):
        with tempfile.TemporaryDirectory() as folder:
            started = time.time()
            command = ["make", "run", f"ARGS=--data {folder} --seconds 3"]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=OFFSCREEN)
            for line in (Path(folder) / "logs" / "quarterdeck.log").read_text().splitlines():
                said = json.loads(line)
                if said["message"] == "first moving picture painted":
                    whole, part = said["time"][:-1].split(".")
                    at = time.mktime(time.strptime(whole, "%Y-%m-%dT%H:%M:%S")) - time.timezone + int(part) / 1e6
                    taken.append(at - started)
    row("make run (set up already) to first painted moving book, median", f"{percentile(taken, 50):.2f} s", "<= 2.5 s")


def main() -> None:
    frames()
    order_latency()
    start_up()
    memory()
