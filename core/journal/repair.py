"""What can be saved of a damaged journal: everything up to the last good batch before the damage. The whole folder is copied first.

What is cut off had been acknowledged, so the next start says how much is missing, in the record, and engages the kill switch.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.journal.disk import REAL, write_whole
from core.journal.frames import COMPRESSED, good_part
from core.journal.head import HeadCopy
from core.journal.reader import SUFFIX, Journal, segments
from core.journal.segment import Damaged, Fault, Segment


@dataclass(frozen=True)
class Plan:
    """damage: what was found. keep_bytes: of its segment. kept_seq: the last entry that stays. lost_segments: behind it."""

    damage: Damaged
    keep_bytes: int
    kept_seq: int
    lost_segments: tuple[Path, ...]


def find(folder: Path, head: HeadCopy | None) -> Plan | None:
    """None: there is nothing to repair. Raises OSError."""
    journal = Journal(folder, head)
    try:
        journal.open(whole=True)
        for _ in journal.all_entries():
            pass
    except Damaged as damage:
        paths = segments(folder)
        behind = tuple(path for path in paths if path > damage.path and path.name != damage.path.name)
        keep, seq = _good(damage)
        return Plan(damage, keep, seq if keep else min(seq, damage.seq), behind)
    return None


def _good(damage: Damaged) -> tuple[int, int]:
    """Bytes of whole good batches before the damage, and the last entry in them."""
    segment = Segment(damage.path)
    segment.data = _readable(damage.path)
    keep, seq = 0, segment.first_seq - 1
    try:
        for _ in segment.batches():
            if segment.end > damage.offset and damage.offset:
                break
            keep, seq = segment.end, segment.last_seq
    except (Fault, Damaged):
        pass
    return (0, segment.first_seq - 1) if damage.offset == 0 and not damage.path.name.endswith(COMPRESSED) else (keep, seq)


def _readable(path: Path) -> bytes:
    data = path.read_bytes()
    return good_part(data) if path.name.endswith(COMPRESSED) else data


def carry_out(folder: Path, plan: Plan, beside: Path, said: Callable[[str], None]) -> None:
    """beside: where the copy of the whole folder goes; it must not exist yet. Raises OSError."""
    shutil.copytree(folder, beside)
    said(f"copied the journal to {beside}")
    for path in plan.lost_segments:
        path.unlink()
    path = plan.damage.path
    whole = _readable(path)[: plan.keep_bytes]
    path.unlink()
    if plan.keep_bytes:
        write_whole(REAL, path.with_name(path.name.partition(".")[0] + SUFFIX), whole)
    REAL.sync_folder(folder)
    said(f"the journal now ends after entry {plan.kept_seq}; the next start engages the kill switch and says what is missing")
