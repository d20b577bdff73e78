"""What may go: closed segments that hold market messages only, older or more than the operator wants to keep, and before the
oldest snapshot; and, years later, anything. A dropped segment leaves a small note (NNN.dropped) that keeps the chain whole.

Entries that concern us (orders, positions, limits, kill switch, runs, the exchange's operation) have a floor of their own,
7 years by default (Directive 2014/65/EU Art. 16(6) asks for five, for seven on request). Deciding is droppable(); the core
sequences SegmentsDropped; only after that is durable drop() removes anything.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from core.domain.units import DAY, SECOND
from core.journal.disk import REAL, Disk, write_whole
from core.journal.reader import DROPPED, Tombstone, segments
from core.journal.segment import Segment

YEAR_NS: Final = 31_557_600 * SECOND


@dataclass(frozen=True)
class Keep:
    """market_days, market_bytes: of segments with market messages only, 0: without end. years: of everything else."""

    market_days: int = 0
    market_bytes: int = 0
    years: int = 7


@dataclass(frozen=True)
class Droppable:
    first_seq: int
    size: int


def droppable(folder: Path, keep: Keep, before_seq: int, now_ns: int, disk: Disk = REAL) -> list[Droppable]:
    """before_seq: the oldest snapshot's; what is needed to go on from it stays. Oldest first."""
    found: list[tuple[Segment, Path, int]] = []
    for path in segments(folder, disk)[:-1]:
        segment = Segment(path, disk)
        if path.name.endswith(DROPPED) or segment.head() is None or segment.tail() is None or segment.last_seq > before_seq:
            continue
        found.append((segment, path, disk.size(path)))
    market = [(segment, size) for segment, _, size in found if segment.ours == 0]
    total = sum(size for _, size in market)
    chosen = []
    for segment, _, size in found:
        age = now_ns - segment.wall_ns
        if segment.ours == 0:
            if (keep.market_days and age > keep.market_days * DAY) or (keep.market_bytes and total > keep.market_bytes):
                chosen.append(Droppable(segment.first_seq, size))
                total -= size
        elif age > keep.years * YEAR_NS:
            chosen.append(Droppable(segment.first_seq, size))
    return chosen


def drop(folder: Path, first_seqs: tuple[int, ...], disk: Disk = REAL) -> None:
    """Leaves the notes first, then removes. Raises OSError."""
    for path in segments(folder, disk):
        segment = Segment(path, disk) if not path.name.endswith(DROPPED) else None
        if segment is None or segment.first_seq not in first_seqs:
            continue
        before, after = segment.head(), segment.tail()
        if before is None or after is None:
            continue
        stone = Tombstone(segment.first_seq, segment.last_seq, before.hex(), after.hex(), segment.run_segment)
        write_whole(disk, folder / f"{segment.first_seq:012d}{DROPPED}", msgspec.json.encode(stone))
        disk.remove(path)
    disk.sync_folder(folder)
