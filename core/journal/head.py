"""The chain's head in a second place: how far the journal was acknowledged, so that a cut tail shows.

Two slots, written in turn, so that a torn write leaves the other one. Written after a batch is durable and before it is
acknowledged, not synced each time: after a power loss it may be behind the journal, after a killed program never, and it is
never ahead of what was made durable. It names only batches that end on a sector's border: the market's own, which nobody waits
for, may go with the torn sector of what is written after them. It may stand on another disk (setting journal_head).

    slot: magic 8 B | count u64 | seq u64 | offset u64 | durable u64 | chain 32 B | name 64 B | crc32c u32
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import google_crc32c

from core.journal.disk import REAL, Disk, File

MAGIC: Final = b"QDHEAD01"
_SLOT: Final = struct.Struct("<8sQQQQ32s64s")
_CRC: Final = struct.Struct("<I")
SLOT_BYTES: Final = 4096


@dataclass(frozen=True)
class Head:
    """seq: last acknowledged entry. segment, offset: the file it ends in, and where its batch ends there. chain: the head
    of the hash chain at that place. durable: it was on the disk (not under durability = fast)."""

    seq: int
    segment: str
    offset: int
    chain: bytes
    durable: bool


class HeadCopy:
    def __init__(self, path: Path, disk: Disk = REAL) -> None:
        self.path = path
        self._disk = disk
        self._file: File | None = None
        self._count = 0

    def read(self) -> Head | None:
        """The newer good slot; None when there is none."""
        if not self._disk.exists(self.path):
            return None
        data = self._disk.read(self.path)
        found = [slot for slot in (_slot(data, 0), _slot(data, SLOT_BYTES)) if slot is not None]
        if not found:
            return None
        self._count, head = max(found, key=_count)
        return head

    def write(self, head: Head, sync: bool = False) -> None:
        """Raises OSError."""
        if self._file is None:
            self._disk.make(self.path.parent)
            self._file = self._disk.append(self.path)
        self._count += 1
        body = _SLOT.pack(MAGIC, self._count, head.seq, head.offset, head.durable, head.chain, head.segment.encode())
        self._file.write_at(self._count % 2 * SLOT_BYTES, body + _CRC.pack(google_crc32c.value(body)))
        if sync:
            self._file.sync()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _slot(data: bytes, at: int) -> tuple[int, Head] | None:
    if len(data) < at + _SLOT.size + _CRC.size:
        return None
    body = data[at : at + _SLOT.size]
    (crc,) = _CRC.unpack_from(data, at + _SLOT.size)
    if crc != google_crc32c.value(body):
        return None
    magic, count, seq, offset, durable, chain, name = _SLOT.unpack(body)
    if magic != MAGIC:
        return None
    return count, Head(seq, name.rstrip(b"\0").decode(), offset, chain, bool(durable))


def _count(slot: tuple[int, Head]) -> int:
    return slot[0]
