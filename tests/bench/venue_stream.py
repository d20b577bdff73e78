"""The neutral order stream, the fingerprint of its trades, and the clock round an engine that plays it.

Stream file: 16 bytes (b"MEWL", version 1, count, seed), then records of 16 bytes, little endian: kind, side, two unused bytes, id,
price, quantity. Kinds: add a limit order, cancel, modify (new price, new open quantity).
Timed is only what an engine does with its operations and keeps of its answers. Parsing, objects that an engine's interface asks
for, and reading the trades are not: they happen between chunks, outside the clock.
Deliberately absent: numpy (its memory would be counted as the engine's), anything of ours but the standard library: peers run
this file in interpreters of their own.
"""

import gc
import struct
from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import perf_counter_ns
from typing import Any, Protocol

ADD, CANCEL, MODIFY = 0, 1, 2
BUY, SELL = 0, 1
HEADER = struct.Struct("<4sIII")
RECORD = struct.Struct("<BBxxIiI")
MAGIC = b"MEWL"
CHUNK = 10_000
"""Operations parsed at a time. Chosen: small beside an engine's own memory, large beside a clock read."""
FNV_OFFSET, FNV_PRIME, WORD = 0xCBF29CE484222325, 0x100000001B3, (1 << 64) - 1

Row = tuple[int, int, int, int, int]
"""kind, side, id, price, quantity."""
Trade = tuple[int, int, int, int]
"""maker id, taker id, price, quantity."""


class NotAStream(Exception):
    """The text names the file and what is wrong with it."""


class Player(Protocol):
    """An engine and the way it is driven. chunk: operations at a time; 0: as usual."""

    chunk: int

    def prepare(self, rows: Sequence[Row]) -> Any:
        """Not timed: the objects that the engine's interface wants."""

    def play(self, prepared: Any) -> None:
        """Timed: one call an operation, and keeping what is returned."""

    def drain(self) -> Iterable[Trade]:
        """Not timed: the trades since the last drain, in order."""


class Stream:
    """Read chunk by chunk, so that the file is not in the memory that is measured."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                head = file.read(HEADER.size)
        except OSError as error:
            raise NotAStream(f"{path}: {error.strerror}") from error
        if len(head) < HEADER.size or head[:4] != MAGIC:
            raise NotAStream(f"{path}: not an order stream (it does not begin with {MAGIC.decode()})")
        _, version, self.ops, self.seed = HEADER.unpack(head)
        if version != 1:
            raise NotAStream(f"{path}: version {version} of the format; this reads version 1")
        if path.stat().st_size != HEADER.size + self.ops * RECORD.size:
            raise NotAStream(f"{path}: {self.ops} operations announced, but the size is of another number")

    def chunks(self, ops: int = 0, chunk: int = CHUNK) -> Iterator[list[Row]]:
        """The first ops operations (0: all of them)."""
        left = min(ops or self.ops, self.ops)
        with self.path.open("rb") as file:
            file.seek(HEADER.size)
            while left:
                part = file.read(RECORD.size * min(chunk, left))
                left -= len(part) // RECORD.size
                yield list(RECORD.iter_unpack(part))


class Tally:
    """Folds trades into a number: FNV-1a-64 over maker, taker, price, quantity of each trade, a value being one 64-bit word.

    pairs: the same without prices, to tell a wrong price from a wrong match. kept: the trades themselves, when asked for.
    """

    def __init__(self, keeps: bool = False) -> None:
        self.count = 0
        self.qty = 0
        self.hash = FNV_OFFSET
        self.pairs = FNV_OFFSET
        self.kept = array("q") if keeps else None

    def add(self, trades: Iterable[Trade]) -> None:
        hashed, pairs = self.hash, self.pairs
        for trade in trades:
            maker, taker, price, qty = trade
            hashed = fnv(hashed, maker, taker, price, qty)
            pairs = fnv(pairs, maker, taker, qty)
            self.count += 1
            self.qty += qty
            if self.kept is not None:
                self.kept.extend(trade)
        self.hash, self.pairs = hashed, pairs


def fnv(hashed: int, *values: int) -> int:
    for value in values:
        hashed = ((hashed ^ (value & WORD)) * FNV_PRIME) & WORD
    return hashed


def throughput(stream: Stream, player: Player, tally: Tally, ops: int = 0, seconds: float = 0) -> tuple[int, int]:
    """Plays, at most ops operations and for about so many seconds (0: no limit); returns operations and nanoseconds."""
    settle_collector()
    done = spent = 0
    for rows in stream.chunks(ops, player.chunk or CHUNK):
        prepared = player.prepare(rows)
        started = perf_counter_ns()
        player.play(prepared)
        spent += perf_counter_ns() - started
        tally.add(player.drain())
        done += len(rows)
        if seconds and spent > seconds * 1e9:
            break
    return done, spent


def settle_collector() -> None:
    """As the program does before it plays: what stands now need not be walked by the garbage collector again."""
    gc.collect()
    gc.freeze()


def memory_mb(what: str = "VmHWM") -> float:
    """Megabytes (10**6) of this process: VmHWM its peak, VmRSS now. Not getrusage: after an exec that still holds the parent's peak."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(what):
            return int(line.split()[1]) * 1024 / 1e6
    raise LookupError(f"this system does not tell {what}")


def figures(done: int, spent: int, tally: Tally) -> dict[str, Any]:
    return {
        "ops": done, "ops_per_s": round(done / (spent / 1e9)), "trades": tally.count, "traded_qty": tally.qty,
        "trades_fnv": f"{tally.hash:016x}", "pairs_fnv": f"{tally.pairs:016x}", "rss_mb": round(memory_mb(), 1),
    }
