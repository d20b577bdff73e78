"""Databento's market-by-order records (DBN version 1), as they lie in a decompressed file.

Source: the DBN specification: header "DBN", version, length of the metadata; then records whose first byte is their length in
words of 4 bytes and whose second is their type (0xA0: market by order). Prices are in 1e-9, times in ns UTC.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

MBO = 0xA0
RECORD = struct.Struct("<BBHIQQqIBBccQiI")
LAST, SNAPSHOT = 128, 32
"""Flags: the event's last record, after which the book means something; a record of the opening picture."""


class FeedError(Exception):
    """One sentence: where in the file, and what is wrong."""


class Record(NamedTuple):
    """action: A added, C cancelled, M modified, R cleared, T trade, F fill. side: B, A or N."""

    at: int
    order_id: int
    price: int
    size: int
    flags: int
    action: str
    side: str


def records(name: str, data: bytes) -> Iterator[Record]:
    if len(data) < 8 or data[:3] != b"DBN" or data[3] != 1:
        raise FeedError(f"{name} is no DBN file of version 1")
    offset = 8 + int.from_bytes(data[4:8], "little")
    while offset < len(data):
        length = data[offset] * 4
        if length < 16 or offset + length > len(data):
            raise FeedError(f"{name}: the record at byte {offset} is cut off or damaged")
        if data[offset + 1] == MBO:
            if length != RECORD.size:
                raise FeedError(f"{name}: the record at byte {offset} has {length} bytes, market by order has {RECORD.size}")
            fields = RECORD.unpack_from(data, offset)
            yield Record(fields[4], fields[5], fields[6], fields[7], fields[8], fields[10].decode(), fields[11].decode())
        offset += length
