"""The core without a window: the whole tape, our orders through the machine alone, command-to-durable latency, memory."""

import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from core.domain.enums import Side, TimeInForce
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import CancelOrder, Pause, SetLimits, StartRun
from core.messages.events import OrderSent
from core.messages.flow import FlowLimit, ListInstrument
from tests.bench.figures import percentile, row
from tests.sessions import ROOT, assemble, limit


def whole_tape(repeats: int = 7) -> None:
    rates = []
    for _ in range(repeats):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "main.py", "--headless", "--speed", "max", "--json", "--data", folder]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
            rates.append(json.loads(done.stdout)["messages_per_s"])
    row(
        "whole tape as fast as possible, headless, journal on, projections folding", f"{statistics.median(rates):,.0f}/s "
        f"({min(rates):,}-{max(rates):,})", ">= 80,000/s",
    )


def own_orders(count: int = 100_000, repeats: int = 5) -> None:
    """Half rest, half take what rests: each is gated, sent, matched and booked. Machine alone."""
    rates = []
    for _ in range(repeats):
        engine = Engine(State())
        opening = [
            StartRun("s", "", 0, 0, False, "", ()), ListInstrument(1, "X", "V", "B", "Q", 2, 8, 1, 1),  # type: ignore[arg-type]
            SetLimits(1, 10**9, 10**17, 5_000, 10**9, 10**6),  # type: ignore[arg-type]
            FlowLimit(1, -1, Side.BUY, 10**9, 9_900), FlowLimit(1, -2, Side.SELL, 10**9, 10_100),  # type: ignore[arg-type]
        ]
        for seq, message in enumerate(opening, start=1):
            engine.apply(seq, seq, message)
        orders = [
            limit(str(n), Side.SELL if n % 2 else Side.BUY, 10_000, 10, TimeInForce.IOC if n % 2 else TimeInForce.GTC)
            for n in range(count)
        ]
        started = time.perf_counter()
        for seq, order in enumerate(orders, start=6):
            engine.apply(seq, seq, order)
        rates.append(count / (time.perf_counter() - started))
    row("own orders: place, gate, match, events; machine alone", f"{statistics.median(rates):,.0f}/s", ">= 100,000/s")


def order_latency(durability: str, goal: str, count: int = 2_000) -> None:
    """Command in, to Entry durable and published, one at a time on an idle core."""
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        assembly = assemble(Path(folder), speed_milli=1000, durability=durability)
        arrived = threading.Event()
        seen: list[int] = []

        def watch(entry: object) -> None:
            for event in entry.events:  # type: ignore[attr-defined]
                if isinstance(event, OrderSent):
                    seen.append(event.order_id)
                    stamps.append(time.perf_counter())
                    arrived.set()

        stamps: list[float] = []
        assembly.board.subscribe("bench", watch)
        assembly.start(time.monotonic_ns())
        assembly.core.submit(Pause())
        time.sleep(0.3)
        for n in range(count):
            arrived.clear()
            started = time.perf_counter()
            assembly.core.submit(limit(f"bench {n}", Side.BUY, 610_000, 1_000_000))
            arrived.wait(5)
            taken.append((stamps[-1] - started) * 1000)
            assembly.core.submit(CancelOrder(seen[-1]))  # type: ignore[arg-type]
            time.sleep(0.001)
        assembly.stop("bench")
    row(
        f"our order, command in to durable and published, idle core, {durability}",
        f"p50 {percentile(taken, 50):.2f} p99 {percentile(taken, 99):.2f} ms", goal,
    )


CORE_ALONE = """
import sys, time, psutil, tests
from pathlib import Path
from app.headless import Ended, play
from tests.sessions import assemble
ended = Ended()
assembly = assemble(Path(sys.argv[1]), ended)
play(assembly, ended, 0, True)
print(psutil.Process().memory_info().rss)
"""


def memory() -> None:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([sys.executable, "-c", CORE_ALONE, folder], cwd=ROOT, capture_output=True, text=True, check=True)
    row("memory after the whole tape, core alone", f"{int(done.stdout) / 1e6:.0f} MB", "<= 150 MB")


def main() -> None:
    whole_tape()
    own_orders()
    order_latency("durable", "p50 <= 1 ms, p99 <= 5 ms")
    order_latency("fast", "p99 <= 0.3 ms")
    memory()
