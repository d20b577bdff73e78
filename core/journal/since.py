"""A journal's entries from a number on, over all its runs: for whoever folds the past while somebody writes on.

It reads what is there now. A batch that is being written at this moment, or that a crash left half, is not there yet; segments
that retention dropped are passed over.
"""

from collections.abc import Iterator
from pathlib import Path

from core.journal.entry import Entry
from core.journal.reader import DROPPED, segments
from core.journal.segment import Damaged, Fault, Segment


def entries_from(folder: Path, seq: int) -> Iterator[Entry]:
    """Raises Damaged, or OSError when a segment cannot be read (a moment later it may be there, compressed)."""
    paths = segments(folder)
    firsts = [int(path.name.partition(".")[0]) for path in paths]
    begin = max((number for number, first in enumerate(firsts) if first <= seq), default=0)
    chain: bytes | None = None
    for path in paths[begin:]:
        if path.name.endswith(DROPPED):
            chain = None
            continue
        segment = Segment(path)
        try:
            segment.load()
            for batch in segment.batches(0, chain):
                if segment.last_seq >= seq:
                    yield from (entry for entry in segment.entries(batch) if entry.seq >= seq)
        except Fault as fault:
            if path != paths[-1]:
                raise Damaged(path, fault.at, segment.last_seq, fault.reason, fault.expected, fault.found) from None
            return
        chain = segment.chain
