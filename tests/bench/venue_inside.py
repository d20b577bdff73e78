"""What runs inside a measured process: python -m tests.bench.venue_inside FIGURE [arguments], one JSON object on stdout.

FIGURE: stream FILE [--trades FILE] [--throughput-only] [--levels]; which (core runs); or one of tests.bench.venue_figures_inside or
tests.bench.order_figures_inside. --levels: with the feeds that an instrument is listed with, not trades alone.
Imports as little as it can: its memory is measured.
"""

import json
import sys
from array import array
from pathlib import Path
from typing import Any

from app import collector
from tests.bench.venue_driver import AS_LISTED, RULES, Venue, compiled
from tests.bench.venue_stream import NotAStream, Stream, Tally, figures, throughput


def play(stream: Stream, trades: Path | None, latency: bool, levels: bool) -> dict[str, Any]:
    tally = Tally(keeps=trades is not None)
    # As the program: without it a book that grew during play is walked by full collections, inside the clock.
    collector.begin()
    done, spent = throughput(stream, Venue(rules=AS_LISTED if levels else RULES), tally)
    said = figures(done, spent, tally) | {"compiled": compiled()}
    if trades is not None and tally.kept is not None:
        trades.write_bytes(tally.kept.tobytes())
    return said | (latencies(stream) if latency else {})


def latencies(stream: Stream) -> dict[str, float]:
    """Microseconds an operation, the clock's own two reads included (some 0.1)."""
    venue, taken = Venue(), array("q")
    collector.begin()
    for rows in stream.chunks():
        venue.play_clocked(venue.prepare(rows), taken)
        venue.drain()
    return quantiles(taken)


def quantiles(taken: "array[int]") -> dict[str, float]:
    ordered = sorted(taken)
    last = len(ordered) - 1
    places = {"p50_us": 0.5, "p99_us": 0.99, "p999_us": 0.999, "max_us": 1.0}
    return {name: round(ordered[min(last, int(len(ordered) * place))] / 1000, 2) for name, place in places.items()}


def main(arguments: list[str]) -> dict[str, Any]:
    what, *rest = arguments
    if what == "stream":
        trades = Path(rest[rest.index("--trades") + 1]) if "--trades" in rest else None
        return play(Stream(Path(rest[0])), trades, "--throughput-only" not in rest, "--levels" in rest)
    if what == "which":
        return {"compiled": compiled()}
    from tests.bench import venue_figures_inside

    if what in venue_figures_inside.FIGURES:
        return venue_figures_inside.FIGURES[what](*rest)
    from tests.bench import order_figures_inside

    return order_figures_inside.FIGURES[what](*rest)


if __name__ == "__main__":
    try:
        print(json.dumps(main(sys.argv[1:])))
    except NotAStream as error:
        print(error, file=sys.stderr)
        sys.exit(2)
