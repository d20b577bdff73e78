"""Tapes for the console's figures: eight instruments, each with its own stream of the neutral workload, as our tape format.

The first operations of a stream, which only fill its book, are the opening book; the rest is dealt out in turn at a steady rate, or
at a schedule of rates. Kept under build/bench; made once.
"""

import subprocess
import sys
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from core.domain.enums import Side
from core.domain.units import SECOND
from core.edge.tape_file import Record, TapeHead, write
from core.messages.flow import FlowCancel, FlowLimit, ListInstrument, SeedBook
from tests.bench.venue_peers import Oracle
from tests.bench.venue_stream import ADD, CANCEL, Stream
from tests.bench.venue_table import BUILD, WORKLOAD

INSTRUMENTS = 8
WARM = 10_000
"""Adds that fill a book, of the generator's preset normal."""
FIRST_AT = 1_531_514_835 * SECOND
Rates = Sequence[tuple[float, int]]
"""(seconds, messages a second), one after the other."""


def tape(name: str, rates: Rates) -> Path:
    """SystemExit with a sentence when the generator is not there."""
    path = BUILD / f"console-{name}-{zlib.crc32(repr(rates).encode()):08x}.tape"
    if not path.exists():
        total = sum(round(seconds * rate) for seconds, rate in rates)
        streams = [_stream(number, WARM + total // INSTRUMENTS + 1) for number in range(1, INSTRUMENTS + 1)]
        last = FIRST_AT + round(sum(seconds for seconds, _ in rates) * SECOND)
        head = TapeHead(f"console-{name}", f"Neutral workload, {INSTRUMENTS} instruments", "XSIM", "made", "none", FIRST_AT, last, total, 0)
        unfinished = path.with_suffix(".new")
        write(unfinished, head, _records(streams, rates))
        unfinished.replace(path)
    return path


def _stream(number: int, ops: int) -> Stream:
    made = BUILD / f"console-{number}-{ops}"
    if not made.with_suffix(".bin").exists():
        if not WORKLOAD.is_file():
            raise SystemExit("bench_console: the stream's generator is not there: it needs shared/bench/workload.py beside the repository")
        BUILD.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-B", str(WORKLOAD), "--seed", str(number), "--ops", str(ops), "--preset", "normal", "--out", str(made)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return Stream(made.with_suffix(".bin"))


def _records(streams: list[Stream], rates: Rates) -> Iterator[tuple[int, Record]]:
    rows = [(row for chunk in stream.chunks() for row in chunk) for stream in streams]
    for id in range(1, INSTRUMENTS + 1):
        yield 0, ListInstrument(id, f"SYM{id}-USD", "XSIM", f"SYM{id}", "USD", 2, 2, 1, 1)  # type: ignore[arg-type]
    opening = [list(islice(one, WARM)) for one in rows]
    for id, warm in enumerate(opening, start=1):
        for side in Side:
            seeds = tuple((-number, price, qty) for kind, of, number, price, qty in warm if kind == ADD and of == side)
            yield 0, SeedBook(id, side, seeds)  # type: ignore[arg-type]
    flow = _dealt([_messages(id, one, warm) for id, (one, warm) in enumerate(zip(rows, opening, strict=True), start=1)])
    begins = 0.0
    for seconds, rate in rates:
        for number, message in enumerate(islice(flow, round(seconds * rate))):
            yield round((begins + number / rate) * SECOND), message
        begins += seconds


def _dealt(players: list[Iterator[Record]]) -> Iterator[Record]:
    while True:
        for player in players:
            message = next(player, None)
            if message is None:
                return
            yield message


def _messages(instrument: int, rows: Iterator[Any], warm: list[Any]) -> Iterator[Record]:
    """As a venue would have recorded them: a cancel says what was still open, and none is of an order that is gone. A modify is a
    cancel and a new order: another number, for the old one is used up."""
    book = Oracle().book
    for _, side, number, price, qty in warm:
        book.add(number, int(side), price, qty)
    now: dict[int, int] = {}
    fresh = 1 << 40
    for kind, side, number, price, qty in rows:
        if kind != ADD:
            live = book.ids.get(number)
            if live is None:
                continue
            yield FlowCancel(instrument, now.get(number, -number), live.qty)  # type: ignore[arg-type]
            side = live.side
            book.cancel(number)
        if kind != CANCEL:
            id = -number
            if kind != ADD:
                fresh += 1
                id = now[number] = -fresh
            book.add(number, int(side), price, qty)
            yield FlowLimit(instrument, id, Side(side), qty, price)  # type: ignore[arg-type]

