"""A journal's entries from a number on, over all its runs: for whoever folds the past.

It reads what is there now. A batch that is being written at this moment, or that a crash left half, is not there yet.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.journal.entry import Entry
from core.journal.reader import Damaged, Segment, segments
from core.journal.record import RecordType


class _Later(Segment):
    """Checks every record, but makes entries only of those that are wanted."""

    wanted = 0

    def _entry(self, record: Any) -> Iterator[Entry]:
        kind, seq = record[0], record[1]
        if kind == RecordType.ENTRY and seq < self.wanted and seq == self.last_seq + 1:
            self.last_seq = seq
            return
        yield from super()._entry(record)


def entries_from(folder: Path, seq: int) -> Iterator[Entry]:
    """Raises Damaged, or OSError when a segment cannot be read."""
    paths = segments(folder)
    # A segment's name is the number of its first entry.
    firsts = [int(path.stem) if path.stem.isdigit() else 0 for path in paths]
    begin = max((number for number, first in enumerate(firsts) if first <= seq), default=0)
    chain: bytes | None = None
    last = 0
    for path in paths[begin:]:
        segment = _Later(path, chain, path is paths[-1])
        segment.wanted = seq
        for entry in segment.entries():
            if last and entry.seq != last + 1:
                raise Damaged(path, 0, last, f"entry {last + 1} expected, found {entry.seq}")
            last = entry.seq
            yield entry
        chain, last = segment.chain, max(last, segment.last_seq)
