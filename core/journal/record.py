"""The record on disk: header, payload, CRC32C, padding; and the batch that closes them.

    magic u16 | version u8 | type u8 | length u32 | seq u64 | utc_ns u64 | mono_ns u64 | chain 32 B | payload | crc32c u32 | pad to 8

All little endian; length is the payload's; the CRC covers header and payload. `chain` is the head of the hash chain when
the record's batch began, the same in every record of a batch. A batch ends with a BATCH_END record, and the chain's next
head is SHA-256(previous head + every byte of the batch). CRC finds accidents, the chain finds tampering. A durable batch is
padded (inside its BATCH_END payload) to a multiple of SECTOR from the file's start, so that a later torn write cannot reach
it. A segment starts with a batch of its own, one sector: a HEADER record, a msgpack map {schema, first_seq, run_segment}. A
closed one ends with a batch of its own, its last sector: SEGMENT_END, a map {last_seq, entries, ours}. So two sectors of a closed segment
tell whether it fits between its neighbours.
"""

import struct
from enum import IntEnum
from hashlib import sha256
from typing import Final

import google_crc32c

MAGIC: Final = 0x4451  # "QD"
VERSION: Final = 1
HEADER: Final = struct.Struct("<HBBIQQQ32s")
CRC: Final = struct.Struct("<I")
ALIGN: Final = 8
SECTOR: Final = 4096
CHAIN_START: Final = bytes(32)
MAX_PAYLOAD: Final = 64 << 20
"""A length above this is damage, not data: the biggest payload, a chunk of an opening book, is under 1 MB."""


class RecordType(IntEnum):
    HEADER = 1
    ENTRY = 2
    BATCH_END = 3
    SEGMENT_END = 5


PIECE: Final = 2047
"""Bytes up to which hashlib keeps the interpreter (docs.python.org, hashlib: it lets go for more)."""
PADS: Final = tuple(bytes(n) for n in range(ALIGN))


def pack(kind: int, seq: int, wall_ns: int, mono_ns: int, chain: bytes, payload: bytes) -> bytes:
    head = HEADER.pack(MAGIC, VERSION, kind, len(payload), seq, wall_ns, mono_ns, chain)
    body = head + payload
    size = len(body) + 4
    return body + CRC.pack(google_crc32c.value(body)) + PADS[-size % ALIGN]


def batch_end(seq: int, wall_ns: int, mono_ns: int, chain: bytes, position: int, durable: bool) -> bytes:
    """The closing record. position: file offset where it will stand."""
    bare = HEADER.size + CRC.size
    bare += -bare % ALIGN
    fill = -(position + bare) % SECTOR if durable else 0
    return pack(RecordType.BATCH_END, seq, wall_ns, mono_ns, chain, bytes(fill))


def next_head(chain: bytes, batch: bytes | bytearray | memoryview) -> bytes:
    hashed = sha256(chain)
    view = memoryview(batch)
    for start in range(0, len(view), PIECE):
        # Longer pieces let go of the interpreter, and a thread that paints keeps it for longer than the whole hash takes.
        hashed.update(view[start:start + PIECE])
    return hashed.digest()
