"""Replaces closed segments by their compressed form, one at a time, each verified before the original goes."""

from pathlib import Path

from core.journal.disk import REAL, Disk, write_whole
from core.journal.frames import COMPRESSED, packed, unpacked
from core.journal.segment import Fault, Segment


def compress(path: Path, disk: Disk = REAL) -> Path:
    """path: a closed *.journal. Returns the compressed file; path itself when it is not closed or not good, for damage is to be
    found where it is, by whoever opens the journal. Raises OSError."""
    segment = Segment(path, disk)
    try:
        segment.load()
        borders = [end for _, end in segment.batches()]
    except Fault:
        return path
    if not segment.sealed:
        return path
    target = path.with_name(path.name + COMPRESSED)
    write_whole(disk, target, packed(segment.data, borders))
    if unpacked(disk.read(target)) != segment.data:
        disk.remove(target)
        raise OSError(5, f"{target.name} does not give back what was written")
    disk.remove(path)
    disk.sync_folder(path.parent)
    return target
