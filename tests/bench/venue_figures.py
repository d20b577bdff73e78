"""The venue's figures beyond the table: python -m tests.bench.venue_figures [NAME ...] [--plain]

Each is a function, taken in processes of their own; without a name all of them are. The core is the compiled one when it was
built. The garbage collector is treated as the program treats it (app.collector).
"""

import argparse
import statistics
import time
from collections.abc import Callable
from typing import Any

from tests.bench.figures import machine, row
from tests.bench.venue import run_inside
from tests.bench.venue_table import EXPECTED, compiler, stream

MILLION = 1_000_000


def named(said: dict[str, Any]) -> str:
    return "compiled" if said["compiled"] else "plain"


def deep(core: str) -> None:
    """A book of 180,000 orders on 6,150 levels beside one of 10,000 on 225."""
    rates: dict[str, list[int]] = {"normal": [], "deep": []}
    for _ in range(3):
        for preset, taken in rates.items():
            said = run_inside(core, "stream", str(stream(preset)), "--throughput-only")
            taken.append(said["ops_per_s"])
    normal, deeper = (statistics.median(taken) for taken in rates.values())
    row(f"deep book against normal, {named(said)}", f"{deeper / normal:.2f} ({deeper:,.0f} / {normal:,.0f} ops/s)", "-")


def latency(core: str) -> None:
    said = run_inside(core, "stream", str(stream("normal")))
    row(
        f"one operation, clock included, {named(said)}",
        f"p50 {said['p50_us']} p99 {said['p99_us']} p99.9 {said['p999_us']} max {said['max_us']} us", "-",
    )


def pauses(core: str) -> None:
    """A book that grew during play is walked by full collections, one that stood at the start is not: both are told."""
    for book in ("opening", "grown"):
        said = run_inside(core, "pauses", str(stream("normal")), str(MILLION), book)
        assert said["trades_fnv"] == EXPECTED["normal"][0], "the orders beneath changed the stream's trades"
        counts = "/".join(map(str, said["collections"]))
        row(
            f"longest collector pause, {said['live']:,} live orders ({book} book), {named(said)}",
            f"{said['longest_ms']:.2f} ms ({counts} collections), full {said['full_ms']:.2f} ms", "-",
        )


def four_books(core: str) -> None:
    said = run_inside(core, "four-books", str(stream("normal")))
    assert said["live"] == [10_000] * 4, said["live"]
    row(f"memory, four instruments of 10,000 live orders, {named(said)}", f"{said['rss_mb']:.1f} MB", "<= 47 MB")


def flat(core: str) -> None:
    said = run_inside(core, "flat", str(stream("normal")), "10")
    seen = said["rss_mb"]
    row(
        f"memory at 1, 5 and 10 million operations, {named(said)}", f"{seen[0]:.1f}, {seen[4]:.1f}, {seen[9]:.1f} MB", "flat",
    )


def resting(core: str) -> None:
    said = run_inside(core, "bytes", str(MILLION))
    assert said["live"] == MILLION, said["live"]
    row(f"a resting order, of {MILLION:,}, {named(said)}", f"{said['bytes']:.0f} bytes", "-")


def sequencer(core: str) -> None:
    for journal in ("kept", "encoded"):
        rates = []
        for _ in range(3):
            said = run_inside(core, "sequencer", str(stream("normal")), "300000", journal)
            rates.append(said["messages_per_s"])
        row(
            f"market messages through the sequencer, entries {journal}, {named(said)}",
            f"{statistics.median(rates):,.0f}/s ({said['events'] / said['messages']:.1f} events each)", "-",
        )


def orders(core: str) -> None:
    """Through the sequencer, entries kept: the gate's five shipped limits for ours, past the gate for others'."""
    goal = ">= 90,000/s, compiled 180,000"
    for what, asked, aim in (
        ("own orders, every second one goes at once and meets ours", ("own-orders", "100000", "apart"), goal),
        ("own orders, every second one trades with the one before it", ("own-orders", "100000", "trade"), "-"),
        ("participants' orders, every second one trades", ("participants", "100000"), goal),
    ):
        rates = []
        for _ in range(3):
            said = run_inside(core, *asked)
            rates.append(said["orders_per_s"])
        row(f"{what}, {named(said)}", f"{statistics.median(rates):,.0f}/s ({said['events'] / 100_000:.1f} events each)", aim)


def auction(core: str) -> None:
    said = run_inside(core, "auction", "100000")
    row(f"auction, uncross of 100,000 orders ({said['trades']:,} trades), {named(said)}", f"{said['ms']:.0f} ms", "-")


FIGURES: dict[str, Callable[[str], None]] = {
    "deep": deep, "latency": latency, "pauses": pauses, "four-books": four_books, "flat": flat, "bytes": resting,
    "sequencer": sequencer, "orders": orders, "auction": auction,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.venue_figures", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(FIGURES)}; default: all")
    parser.add_argument("--plain", action="store_true", help="plain-Python core; default: compiled when it was built")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in FIGURES]
    if unknown:
        parser.error(f"no figure is called {unknown[0]}; there are {', '.join(FIGURES)}")
    print(f"{time.strftime('%Y-%m-%d')}  {machine()}, {compiler()}\n")
    for name in asked.names or FIGURES:
        FIGURES[name]("plain" if asked.plain else "auto")


if __name__ == "__main__":
    main()
