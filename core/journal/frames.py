"""Closed segments, compressed: zstd frames that each hold whole batches, so that one frame can be read and verified alone.

The first and the last sector (header and closing batch) are frames of their own. An index in a skippable frame ends the file:

    0x184D2A50 u32 | length u32 | per frame: offset in the segment u64, offset in this file u64, bytes here u32, their crc32c u32
    | crc32c of these rows u32 | count u32 | "QDIX"

so `zstd -d` gives the segment back, byte for byte.
"""

import struct
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import google_crc32c
import zstandard

from core.journal.disk import Disk
from core.journal.record import SECTOR

COMPRESSED: Final = ".zst"
FRAME_BYTES: Final = 1 << 20
LEVEL: Final = 3
"""Measured on a recorded session: 325 MB/s and a third of the size; higher levels are slower and hardly smaller."""
_SKIPPABLE: Final = struct.Struct("<II")
_ROW: Final = struct.Struct("<QQII")
_END: Final = struct.Struct("<II4s")
_MAGIC: Final = 0x184D2A50
_MARK: Final = b"QDIX"


def packed(data: bytes, borders: Sequence[int]) -> bytes:
    """borders: ends of the batches of data, ascending; the first is SECTOR, the last len(data)."""
    compressor = zstandard.ZstdCompressor(level=LEVEL, write_checksum=True)
    cuts = [0, SECTOR]
    for border in borders:
        if border > SECTOR and (border - cuts[-1] >= FRAME_BYTES or border >= len(data) - SECTOR):
            cuts.append(border)
    parts, rows, at = [], [], 0
    for start, end in pairwise(cuts):
        frame = compressor.compress(data[start:end])
        parts.append(frame)
        rows.append(_ROW.pack(start, at, len(frame), google_crc32c.value(frame)))
        at += len(frame)
    table = b"".join(rows)
    index = table + _END.pack(google_crc32c.value(table), len(rows), _MARK)
    return b"".join(parts) + _SKIPPABLE.pack(_MAGIC, len(index)) + index


def unpacked(data: bytes) -> bytes:
    """The whole segment. Raises ValueError."""
    parts, size = [], 0
    for start, at, length, crc in _index(data):
        if start != size:
            raise ValueError(f"the index expects byte {start}, the frames before it end at {size}")
        parts.append(_frame(data[at : at + length], crc))
        size += len(parts[-1])
    return b"".join(parts)


def good_part(data: bytes) -> bytes:
    """What the frames give up to the first bad one."""
    try:
        rows = _index(data)
    except ValueError:
        return b""
    parts = []
    for _, at, length, crc in rows:
        try:
            parts.append(_frame(data[at : at + length], crc))
        except ValueError:
            break
    return b"".join(parts)


def first_sector(disk: Disk, path: Path) -> bytes:
    """The segment's first SECTOR bytes, or what there is of them."""
    if not path.name.endswith(COMPRESSED):
        return disk.read(path, 0, SECTOR)
    try:
        return zstandard.ZstdDecompressor().decompress(disk.read(path, 0, 2 * SECTOR), max_output_size=SECTOR, allow_extra_data=True)
    except zstandard.ZstdError:
        return b""


def last_sector(disk: Disk, path: Path) -> bytes:
    """The segment's last SECTOR bytes, or what there is of them."""
    size = disk.size(path)
    if not path.name.endswith(COMPRESSED):
        return disk.read(path, max(size - SECTOR, 0), SECTOR)
    try:
        _, _, mark = _END.unpack(disk.read(path, size - _END.size, _END.size))
        if mark != _MARK:
            return b""
        _, at, length, crc = _ROW.unpack(disk.read(path, size - _END.size - _ROW.size, _ROW.size))
        return _frame(disk.read(path, at, length), crc)
    except (ValueError, OSError, struct.error):
        return b""


def _index(data: bytes) -> list[tuple[int, int, int, int]]:
    if len(data) < _END.size:
        raise ValueError("it is too short")
    crc, count, mark = _END.unpack_from(data, len(data) - _END.size)
    begin = len(data) - _END.size - count * _ROW.size
    if mark != _MARK or begin < _SKIPPABLE.size:
        raise ValueError("it has no index")
    if _SKIPPABLE.unpack_from(data, begin - _SKIPPABLE.size) != (_MAGIC, len(data) - begin):
        raise ValueError("its index is not one")
    if google_crc32c.value(data[begin : len(data) - _END.size]) != crc:
        raise ValueError("its index has another checksum")
    rows = [_ROW.unpack_from(data, begin + number * _ROW.size) for number in range(count)]
    at = 0
    for _, offset, length, _ in rows:
        if offset != at:
            raise ValueError("its index does not fit its frames")
        at += length
    if at != begin - _SKIPPABLE.size:
        raise ValueError("its index does not fit its frames")
    return rows


def _frame(frame: bytes, crc: int) -> bytes:
    if google_crc32c.value(frame) != crc:
        raise ValueError("a frame has another checksum")
    try:
        return zstandard.ZstdDecompressor().decompress(frame)
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from error
