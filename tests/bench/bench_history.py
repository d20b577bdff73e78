"""The history database: rows a second into SQLite and PostgreSQL, what the core pays, and how far the database is behind.

Entries are real: a machine trades, and every row is folded from what it said. Alone: python -m tests.bench.bench_history
"""

import gc
import statistics
import sys
import tempfile
import time
from pathlib import Path

from app.assembly import SWITCH_INTERVAL_S
from core.edge.history import writer
from core.edge.history.fold import Fold
from core.edge.history.store import ENTRIES_A_BATCH, Store, catch_up
from core.edge.history.writer import History, State
from core.journal.entry import Entry
from core.machine.engine import Engine
from core.machine.state import State as MachineState
from tests import postgres
from tests.bench.figures import percentile, row
from tests.edge.history_entries import trading

ORDERS = 100_000
RATE = 20_000
"""Events a second that the requirement names."""


def fold_alone(entries: list[Entry]) -> None:
    rates = []
    for _ in range(3):
        fold, rows = Fold(lambda id: None), 0
        started = time.perf_counter()
        for begin in range(0, len(entries), ENTRIES_A_BATCH):
            for entry in entries[begin : begin + ENTRIES_A_BATCH]:
                fold.add(entry)
            rows += len(fold.take())
        rates.append(rows / (time.perf_counter() - started))
    row("history: fold alone", f"{statistics.median(rates):,.0f} rows/s", "-")


def sustained(entries: list[Entry], url: str, what: str, goal: str, repeats: int = 3) -> None:
    """Everything the writer does, from entries in memory to commits."""
    rates = []
    for number in range(repeats):
        with Store(url.format(number), refill=True) as store:
            started = time.perf_counter()
            catch_up(store, entries)
            rates.append(store.rows_written / (time.perf_counter() - started))
            rows = store.rows_written
    measured = f"{statistics.median(rates):,.0f} rows/s ({min(rates):,.0f}-{max(rates):,.0f})"
    row(f"history: {rows:,} rows into {what}, fold included", measured, goal)


def cost_of_an_entry(entries: list[Entry]) -> None:
    """What the core's thread does for each published entry."""
    ours, market = [entry for entry in entries if entry.touches_ours], [entry for entry in entries if not entry.touches_ours]
    for what, some in (("of ours", ours), ("of the market", market)):
        history = History("sqlite:///unused.db", lambda seq: [], lambda: 0, 0)
        history._missed = False
        some = (some * (writer.QUEUE_LIMIT // len(some) + 1))[: writer.QUEUE_LIMIT]
        started = time.perf_counter_ns()
        for entry in some:
            history.take(entry)
        row(f"history: the core's cost of an entry {what}", f"{(time.perf_counter_ns() - started) / len(some):,.0f} ns", "< 2,000 ns")


class Core:
    """A machine in this thread that does what it is told again, stamps it, and publishes it; durable at once."""

    def __init__(self, script: list[Entry]) -> None:
        self.script = script
        self.seq = 0
        self.kept: list[Entry] = []

    def play(self, history: History | None, events_a_second: int) -> tuple[float, int]:
        """Seconds and events; 0 events a second: as fast as it can."""
        engine, events = Engine(MachineState()), 0
        started = time.perf_counter()
        for entry in self.script:
            touched = engine.touched
            made = engine.apply(entry.seq, entry.at, entry.message)
            events += len(made)
            fresh = Entry(entry.seq, entry.at, entry.message, made, engine.touched != touched, time.time_ns(), time.monotonic_ns())
            self.kept.append(fresh)
            self.seq = fresh.seq
            if history is not None:
                history.take(fresh)
            if events_a_second and events % 16 == 0:
                ahead = events / events_a_second - (time.perf_counter() - started)
                if ahead > 0.001:
                    time.sleep(ahead)
        return time.perf_counter() - started, events


def followed(script: list[Entry], url: str, rate: int) -> tuple[float, int, list[float], float]:
    """Seconds and events of the core; lags in ms; seconds until the database had everything."""
    core = Core(script)
    history = History(url, lambda seq: core.kept[seq - 1 :], lambda: core.seq, 0)
    history.start()
    while history.state is not State.FOLLOWING:
        time.sleep(0.05)
    seconds, events = core.play(history, rate)
    ended = time.perf_counter()
    history.close(60)
    return seconds, events, [lag / 1e6 for lag in history.lag_ns], time.perf_counter() - ended


def lag(script: list[Entry], url: str, what: str) -> None:
    seconds, events, lags, _ = followed(script, url, RATE)
    row(
        f"history: behind by, at {events / seconds:,.0f} events/s of ours, {what}",
        f"p50 {percentile(lags, 50):.0f} p99 {percentile(lags, 99):.0f} max {max(lags):.0f} ms", "<= 1,000 ms",
    )


def beside_a_busy_core(script: list[Entry], url: str, what: str) -> None:
    alone, events = Core(script).play(None, 0)
    seconds, _, _, after = followed(script, url, 0)
    row(
        f"history: orders as fast as the machine can ({events / alone:,.0f} events/s alone), {what}",
        f"core {events / seconds:,.0f} events/s, all in {after:.1f} s later", "-",
    )


def main() -> None:
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    writer.REST_S = 0.0
    entries = trading(ORDERS)
    script = entries[: len(entries) // 2]
    # As the terminal does: what is made to stay is not looked at again and again.
    gc.freeze()
    fold_alone(entries)
    cost_of_an_entry(entries)
    with tempfile.TemporaryDirectory() as folder:
        sustained(entries, f"sqlite:///{Path(folder)}/sustained-{{}}.db", "SQLite", ">= 100,000 rows/s")
        lag(script, f"sqlite:///{Path(folder)}/lag.db", "SQLite")
        beside_a_busy_core(script, f"sqlite:///{Path(folder)}/busy.db", "SQLite")
    programs = postgres.programs()
    if programs is None:
        print(f"history: PostgreSQL was not measured: {postgres.MISSING}")
        return
    with postgres.server(programs) as url:
        sustained(entries, url, "PostgreSQL", ">= 50,000 rows/s")
        with Store(url, refill=True):
            pass
        lag(script, url, "PostgreSQL")
        with Store(url, refill=True):
            pass
        beside_a_busy_core(script, url, "PostgreSQL")


if __name__ == "__main__":
    main()
