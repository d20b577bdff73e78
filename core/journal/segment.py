"""One segment, read back and checked to the last bit: every record's CRC, every batch in the chain, every padding byte zero.

A fault is told as a Fault: where, what was expected, what was found. Whether it is a torn tail or damage is not decided here
(reader.Journal knows what was acknowledged). A closed segment may be compressed (*.journal.zst): the same bytes in frames.
"""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import google_crc32c
import msgspec

from core.journal.disk import REAL, Disk
from core.journal.entry import SCHEMA, Entry, decode
from core.journal.frames import COMPRESSED, first_sector, last_sector, unpacked
from core.journal.record import (
    ALIGN,
    CHAIN_START,
    CRC,
    HEADER,
    MAGIC,
    MAX_PAYLOAD,
    SECTOR,
    VERSION,
    RecordType,
    batch_end,
    next_head,
)
from core.journal.upgrades import decode_old

Batch = tuple[int, int]
"""Offset of the batch, and of its end."""

ENTRY: Final = int(RecordType.ENTRY)
BATCH_END: Final = int(RecordType.BATCH_END)
CHAIN_AT: Final = 32
_FIRST: Final = struct.Struct("<IIQ")
"""The head of a header in fewer pieces: magic, version and type as one word; length; seq. A long journal has many records."""
_SIGN: Final = MAGIC | VERSION << 16
_ENTRY_WORD: Final = _SIGN | ENTRY << 24
_PADS: Final = tuple(bytes(max(n - 4, 0)) for n in range(12))
"""What stands behind a checksum, by how many bytes checksum and padding are."""
HEADER_BYTES: Final = HEADER.size
assert (HEADER_BYTES, CRC.size, ALIGN) == (64, 4, 8)
_BATCH_END_WORD: Final = _SIGN | BATCH_END << 24


class Damaged(Exception):
    """Not what a writer wrote. offset: bytes from the (uncompressed) segment's start; seq: the last good entry before it."""

    def __init__(self, path: Path, offset: int, seq: int, reason: str, expected: str = "", found: str = "") -> None:
        self.path, self.offset, self.seq, self.reason = path, offset, seq, reason
        self.expected, self.found = expected, found
        what = f"{reason}: expected {expected}, found {found}" if expected else reason
        super().__init__(
            f"journal {path} is damaged at byte {offset} after entry {seq}: {what}; restore it from a backup, or see "
            "`main.py journal repair`"
        )


class Fault(Exception):
    """Something here is not what a writer wrote. short: the bytes end, or are zeros, where more should be.
    batch: offset of the batch it is in."""

    def __init__(self, at: int, reason: str, expected: str = "", found: str = "", short: bool = False) -> None:
        super().__init__(reason)
        self.at, self.reason, self.expected, self.found, self.short = at, reason, expected, found, short
        self.batch = at


class Segment:
    """first_seq, run_segment, schema, wall_ns: as its header says. After batches() ran to its end: chain, last_seq, end, and
    sealed when it was closed."""

    def __init__(self, path: Path, disk: Disk = REAL) -> None:
        self.path = path
        self.name = path.name.removesuffix(COMPRESSED)
        self._disk = disk
        self.first_seq = int(self.name.partition(".")[0])
        self.last_seq = self.first_seq - 1
        self.run_segment = ""
        self.schema = SCHEMA
        self.wall_ns = 0
        self.chain: bytes | None = None
        self.end = 0
        self.sealed = False
        self.ours = -1
        self.sealed_seq = 0
        self.data = b""

    def load(self) -> None:
        """Raises OSError, or Fault when it cannot be unpacked."""
        self.data = self._there(_whole)
        if self.path.name.endswith(COMPRESSED):
            try:
                self.data = unpacked(self.data)
            except ValueError as error:
                raise Fault(0, f"it cannot be unpacked ({error})") from error

    def _there(self, read: Callable[[Disk, Path], bytes]) -> bytes:
        """Where it is now: the keeper, also of a program that was just killed, may have compressed it since the folder was read."""
        try:
            return read(self._disk, self.path)
        except FileNotFoundError:
            if self.path.name.endswith(COMPRESSED):
                raise
            self.path = self.path.with_name(self.path.name + COMPRESSED)
            return read(self._disk, self.path)

    def head(self) -> bytes | None:
        """Reads the header alone; returns the chain before it, None when there is no good one."""
        self.data = data = self._there(first_sector)
        try:
            self._batch(0, None)
        except Fault:
            return None
        finally:
            self.data = b""
        return data[CHAIN_AT : HEADER_BYTES] if self.run_segment else None

    def tail(self) -> bytes | None:
        """Reads the closing sector alone; returns the chain after it, None when the segment was not closed."""
        self.data = data = self._there(last_sector)
        last_seq = self.last_seq
        try:
            _, end = self._batch(0, None)
        except Fault:
            return None
        finally:
            # The last sector of a segment that was left open may be a batch like any other.
            self.data, self.last_seq = b"", last_seq
        if end != SECTOR or not self.sealed:
            return None
        self.last_seq = self.sealed_seq
        return next_head(data[CHAIN_AT : HEADER_BYTES], data)

    def batches(self, start: int = 0, chain: bytes | None = None, seq: int | None = None) -> Iterator[Batch]:
        """Checked batches from offset start on, where the chain's head is `chain` (None: as the first batch says) and the last
        entry seq. Raises Fault; what was given before it is good."""
        data = self.data
        self.end = start
        self.chain = chain
        if seq is not None:
            self.last_seq = seq
        while self.end < len(data):
            at, was_sealed = self.end, self.sealed
            try:
                if self.sealed:
                    raise Fault(at, "bytes after the segment was closed")
                batch = self._batch(at, self.chain)
            except Fault as fault:
                fault.batch = at
                # The batch that closes it counts when it is whole: a kill may come within.
                self.sealed = was_sealed
                raise
            self.chain = next_head(data[at + CHAIN_AT : at + HEADER_BYTES], memoryview(data)[at : batch[1]])
            self.end = batch[1]
            yield batch

    def entries(self, batch: Batch) -> Iterator[Entry]:
        """Raises Damaged when a record's payload is not understood: its checksums are right, so no crash did that."""
        data = memoryview(self.data)
        at, end = batch
        while at < end:
            _, _, kind, length, seq, wall_ns, mono_ns, _ = HEADER.unpack_from(data, at)
            start = at + HEADER_BYTES
            stop = start + length
            if kind == ENTRY:
                try:
                    if self.schema == SCHEMA:
                        yield decode(data[start:stop], seq, wall_ns, mono_ns)
                    else:
                        yield decode_old(data[start:stop], self.schema, seq, wall_ns, mono_ns)
                except (msgspec.MsgspecError, LookupError, TypeError) as error:
                    raise Damaged(self.path, at, seq - 1, f"entry {seq} cannot be understood ({error})") from error
            at = _rounded(stop + CRC.size)

    # one batch ------------------------------------------------------------------------------------------------------

    def _batch(self, start: int, chain: bytes | None) -> Batch:
        """Checks one batch. Raises Fault."""
        data, size, at = self.data, len(self.data), start
        crc, unpack, crc_of, same = google_crc32c.value, _FIRST.unpack_from, CRC.unpack_from, data.startswith
        if chain is None:
            chain = data[at + CHAIN_AT : at + HEADER_BYTES]
        last_seq = self.last_seq
        while True:
            payload = at + 64  # HEADER_BYTES and the like as literals: this loop is most of verifying a journal
            if payload > size:
                raise Fault(at, "the file ends inside a record's header", short=True)
            word, length, seq = unpack(data, at)
            if word != _ENTRY_WORD or length > MAX_PAYLOAD:
                _is_record(data, at, word, length)
            stop = payload + length
            end = (stop + 11) & -8
            if end > size:
                raise Fault(at, "the file ends inside a record", short=True)
            if crc(data[at:stop]) != crc_of(data, stop)[0]:
                raise Fault(at, "checksum", f"{crc_of(data, stop)[0]:#010x}", f"{crc(data[at:stop]):#010x}")
            if not same(chain, at + 32):
                found = data[at + CHAIN_AT : payload].hex()[:16]
                raise Fault(at, "the hash chain does not continue", chain.hex()[:16], found)
            if not same(_PADS[end - stop], stop + 4):
                raise Fault(at, "bytes between records", "zeros", "something else")
            at = end
            if word == _ENTRY_WORD:
                last_seq += 1
                if seq != last_seq:
                    raise Fault(payload - 64, "an entry is missing", f"entry {last_seq}", f"entry {seq}")
            elif word == _BATCH_END_WORD:
                self.last_seq = last_seq
                return start, end
            else:
                self._other(word >> 24, payload - 64, stop)

    def _other(self, kind: int, at: int, stop: int) -> None:
        """A record that is no entry."""
        if kind == RecordType.HEADER:
            self._header(at, stop)
        elif kind == RecordType.SEGMENT_END:
            self._seal(at, stop)
        else:
            raise Fault(at, "a record's type", "a known one", str(kind))

    def _header(self, at: int, stop: int) -> None:
        try:
            head = msgspec.msgpack.decode(self.data[at + HEADER_BYTES : stop])
            first_seq, schema, run_segment = int(head["first_seq"]), int(head["schema"]), str(head["run_segment"])
        except (msgspec.MsgspecError, LookupError, TypeError, ValueError) as error:
            raise Fault(at, f"the segment's header cannot be understood ({error})") from error
        if schema > SCHEMA:
            raise Damaged(self.path, 0, self.last_seq, "written by a newer program", f"schema {SCHEMA} or older", f"schema {schema}")
        if first_seq != self.first_seq:
            raise Fault(at, "the segment's name does not fit its header", self.name, f"first entry {first_seq}")
        self.schema, self.run_segment, self.wall_ns = schema, run_segment, HEADER.unpack_from(self.data, at)[5]

    def _seal(self, at: int, stop: int) -> None:
        try:
            tail = msgspec.msgpack.decode(self.data[at + HEADER_BYTES : stop])
            self.sealed_seq, self.ours = int(tail["last_seq"]), int(tail["ours"])
        except (msgspec.MsgspecError, LookupError, TypeError, ValueError) as error:
            raise Fault(at, f"the segment's closing record cannot be understood ({error})") from error
        self.sealed = True


def _rounded(at: int) -> int:
    return (at + ALIGN - 1) & -ALIGN


def _is_record(data: bytes, at: int, word: int, length: int) -> None:
    """Raises Fault when the first words of what stands at `at` are no record's."""
    magic, version = word & 0xFFFF, word >> 16 & 0xFF
    if magic != MAGIC:
        if not any(data[at:]):
            raise Fault(at, "zeros where a record should be", short=True)
        raise Fault(at, "not a journal record", f"magic {MAGIC:#06x}", f"magic {magic:#06x}")
    if version != VERSION:
        raise Fault(at, "the record's version", f"version {VERSION}", f"version {version}")
    if length > MAX_PAYLOAD:
        raise Fault(at, "a payload's length", f"at most {MAX_PAYLOAD}", str(length))


def _whole(disk: Disk, path: Path) -> bytes:
    return disk.read(path)


def was_finished(data: bytes, at: int, chain: bytes) -> bool:
    """Whether what follows the bad record at `at` shows that its batch (the one which the chain's head opens) was finished once and
    that no torn sector took it: then it is damage.

    A batch that was never finished leaves good and bad records of its own. A torn sector at the beginning of one batch also takes
    the end of those before it, if they end in that sector: then nobody waited for them, and what is left of all that follows is
    of one batch without its first record."""
    first, others, ended = -1, set(), False
    for offset, kind, own in _good_records(data, at):
        if own != chain:
            first = offset if first < 0 else first
            others.add(own)
        elif kind == BATCH_END:
            ended = True
    if first < 0:
        return False
    begins_whole = first % SECTOR == 0 or first == at + _BARE_END
    return len(others) > 1 or ended or begins_whole


def _good_records(data: bytes, after: int) -> Iterator[tuple[int, int, bytes]]:
    """Offset, type and chain of what is a record by its checksum, wherever it stands behind `after`."""
    at = data.find(_MAGIC_BYTES, after + 1)
    while at >= 0:
        if at % ALIGN == 0 and at + HEADER_BYTES <= len(data):
            _, _, kind, length, _, _, _, own = HEADER.unpack_from(data, at)
            stop = at + HEADER_BYTES + length
            if length <= MAX_PAYLOAD and stop + CRC.size <= len(data):
                if CRC.unpack_from(data, stop)[0] == google_crc32c.value(data[at:stop]):
                    yield at, kind, own
        at = data.find(_MAGIC_BYTES, at + 1)


_MAGIC_BYTES: Final = MAGIC.to_bytes(2, "little") + bytes([VERSION])
_BARE_END: Final = len(batch_end(0, 0, 0, CHAIN_START, 0, False))
