"""The venue's figures as they are taken, inside a process of their own: each a function from arguments to a JSON object.

How they are called, repeated and printed is venue_figures'.
"""

import gc
from array import array
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter_ns
from typing import Any

from app import collector
from core.messages.market_data import TradePrinted
from tests.bench.venue_driver import Auction, Venue, compiled, messages
from tests.bench.venue_stream import ADD, BUY, CHUNK, SELL, Row, Stream, Tally, memory_mb

RING = 65_536
"""Entries that the journal in memory holds, as many as the real one lets wait for the disk."""
BATCH = 256
"""Entries after which the journal in memory says that all is durable, as many as the real one writes at a time."""


def standing(count: int, first_id: int = 1) -> Iterator[list[Row]]:
    """Orders on 500 levels a side, far from where the streams trade, in chunks."""
    rows: list[Row] = []
    for id in range(first_id, first_id + count):
        step = (id >> 1) % 500
        rows.append((ADD, BUY, id, 90_000 - step, 1 + id % 100) if id & 1 else (ADD, SELL, id, 110_000 + step, 1 + id % 100))
        if len(rows) == CHUNK:
            yield rows
            rows = []
    if rows:
        yield rows


def rest(venue: Venue, count: int) -> None:
    for rows in standing(count):
        venue.play(venue.prepare(rows))
        venue.drain()


def pauses(path: str, live: str, book: str) -> dict[str, Any]:
    """The collector's pauses while a stream is played over so many resting orders, and a full collection asked for at the end.

    book: "opening", which stood when the program settled the collector, or "grown", which came afterwards.
    """
    venue, tally = Venue(), Tally()
    if book == "grown":
        collector.begin()
    rest(venue, int(live))
    if book == "opening":
        collector.begin()
    taken: dict[int, list[int]] = {0: [], 1: [], 2: []}
    began = 0

    def watch(phase: str, info: dict[str, int]) -> None:
        nonlocal began
        if phase == "start":
            began = perf_counter_ns()
        else:
            taken[info["generation"]].append(perf_counter_ns() - began)

    # The bench's own rows are garbage too: they make the collector run oftener than the venue would.
    gc.callbacks.append(watch)
    for rows in Stream(Path(path)).chunks():
        venue.play(venue.prepare(rows, int(live)))
        tally.add((maker - int(live), taker - int(live), price, qty) for maker, taker, price, qty in venue.drain())
    gc.callbacks.remove(watch)
    del rows
    started = perf_counter_ns()
    gc.collect()
    full = perf_counter_ns() - started
    return {
        "full_ms": full / 1e6,
        "longest_ms": max((max(one) for one in taken.values() if one), default=0) / 1e6,
        "collections": [len(one) for one in taken.values()],
        "longest_ms_by_generation": [max(one, default=0) / 1e6 for one in taken.values()],
        "trades_fnv": f"{tally.hash:016x}", "live": len(venue.live()), "compiled": compiled(),
    }


def four_books(path: str) -> dict[str, Any]:
    """Memory now, with four instruments of 10,000 live orders each: the stream begins with so many passive orders."""
    venue = Venue()
    venues = [venue, *(Venue(venue.exchange, number) for number in (2, 3, 4))]
    for one in venues:
        for rows in Stream(Path(path)).chunks(10_000):
            one.play(one.prepare(rows))
            one.drain()
    del rows
    gc.collect()
    return {
        "rss_mb": memory_mb("VmRSS"), "peak_mb": memory_mb(), "live": [len(one.live()) for one in venues], "compiled": compiled(),
    }


def flat(path: str, passes: str) -> dict[str, Any]:
    """Memory after each pass over the same stream with new ids. Between passes the book is emptied, as at a day's end."""
    venue, stream = Venue(), Stream(Path(path))
    collector.begin()
    seen = []
    for number in range(int(passes)):
        for rows in stream.chunks():
            venue.play(venue.prepare(rows, number * stream.ops))
            venue.drain()
        seen.append(memory_mb("VmRSS"))
        venue.cancel_all()
    return {"rss_mb": seen, "ops": stream.ops, "compiled": compiled()}


def bytes_per_order(count: str) -> dict[str, Any]:
    """What a resting order costs, its numbers included."""
    venue = Venue()
    # Once through the same motions, so that the interpreter's own room is there already.
    rest(venue, 10_000)
    venue.cancel_all()
    gc.collect()
    before = memory_mb("VmRSS")
    rest(venue, int(count))
    gc.collect()
    after = memory_mb("VmRSS")
    return {"bytes": (after - before) * 1e6 / int(count), "rss_mb": after, "live": len(venue.live()), "compiled": compiled()}


def sequencer(path: str, ops: str, journal: str) -> dict[str, Any]:
    """Messages of a stream through the sequencer: stamp, machine, events, entry. journal: "kept" (as an object) or "encoded"."""
    from core.journal.entry import Entry, encode
    from core.machine.engine import Engine
    from core.machine.state import State
    from core.sequencer import Sequencer

    taken = list(messages(Stream(Path(path)), int(ops)))
    kept: deque[Any] = deque(maxlen=RING)
    shown: deque[Entry] = deque(maxlen=RING)

    def put_encoded(entry: Entry) -> None:
        kept.append(encode(entry))

    put: Callable[[Entry], None] = put_encoded if journal == "encoded" else kept.append
    line = Sequencer(Engine(State()), put, shown.append)
    collector.begin()
    started = perf_counter_ns()
    for at, message in enumerate(taken):
        line.step(at, message)
    spent = perf_counter_ns() - started
    return {"messages_per_s": len(taken) / (spent / 1e9), "messages": len(taken), "events": line.events, "compiled": compiled()}


def auction(count: str) -> dict[str, Any]:
    """Uncross of so many orders: half buys, half sells, on 300 prices a side of which 200 overlap."""
    total, taken, trades, lots = int(count), array("q"), 0, 0
    for _ in range(5):
        held = Auction()
        held.collect([
            (ADD, SELL if id & 1 else BUY, id, (99_900 if id & 1 else 99_800) + (id >> 1) * 7_919 % 300, 1 + id * 31 % 100)
            for id in range(1, total + 1)
        ])
        collector.begin()
        started = perf_counter_ns()
        events = held.uncross()
        taken.append(perf_counter_ns() - started)
        made = [event.qty for event in events if isinstance(event, TradePrinted)]
        trades, lots = len(made), sum(made)
    return {"ms": sorted(taken)[len(taken) // 2] / 1e6, "trades": trades, "lots": lots, "compiled": compiled()}


FIGURES: dict[str, Callable[..., dict[str, Any]]] = {
    "pauses": pauses, "four-books": four_books, "flat": flat, "bytes": bytes_per_order, "sequencer": sequencer,
    "auction": auction,
}
