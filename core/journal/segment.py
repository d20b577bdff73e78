"""One segment, read back and checked to the last bit: every record's CRC, every batch in the chain, every padding byte zero.

A fault is told as a Fault: where, what was expected, what was found. Whether it is a torn tail or damage is not decided here
(reader.Journal knows what was acknowledged). A closed segment may be compressed (*.journal.zst): the same bytes in frames.
"""

from collections.abc import Iterator
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
    PADS,
    SECTOR,
    VERSION,
    RecordType,
    batch_end,
    next_head,
)
from core.journal.upgrades import decode_old

Record = tuple[int, int, int, int, int, int, int]
"""type, seq, wall_ns, mono_ns, offsets: of the record, of its payload, of the payload's end."""
Batch = tuple[list[Record], int, int]
"""Records, offset of the batch, and of its end."""

ENTRY: Final = int(RecordType.ENTRY)
BATCH_END: Final = int(RecordType.BATCH_END)


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
        self.data = b""

    def load(self) -> None:
        """Raises OSError, or Fault when it cannot be unpacked."""
        self.data = self._disk.read(self.path)
        if self.path.name.endswith(COMPRESSED):
            try:
                self.data = unpacked(self.data)
            except ValueError as error:
                raise Fault(0, f"it cannot be unpacked ({error})") from error

    def head(self) -> bytes | None:
        """Reads the header alone; returns the chain before it, None when there is no good one."""
        self.data = first_sector(self._disk, self.path)
        try:
            records, _, _ = self._batch(0, None)
            self._header(records[0])
        except (Fault, IndexError):
            return None
        finally:
            data, self.data = self.data, b""
        chain: bytes = HEADER.unpack_from(data)[7]
        return chain

    def tail(self) -> bytes | None:
        """Reads the closing sector alone; returns the chain after it, None when the segment was not closed."""
        self.data = data = last_sector(self._disk, self.path)
        try:
            records, _, end = self._batch(0, None)
            if end != SECTOR or records[0][0] != RecordType.SEGMENT_END:
                return None
            self._seal(records[0])
        except (Fault, IndexError):
            return None
        finally:
            self.data = b""
        return next_head(HEADER.unpack_from(data)[7], data)

    def batches(self, start: int = 0, chain: bytes | None = None, seq: int | None = None) -> Iterator[Batch]:
        """Checked batches from offset start on, where the chain's head is `chain` (None: as the first batch says) and the last
        entry seq. Raises Fault; what was given before it is good."""
        data = self.data
        self.end = start
        self.chain = chain
        if seq is not None:
            self.last_seq = seq
        while self.end < len(data):
            at = self.end
            try:
                if self.sealed:
                    raise Fault(at, "bytes after the segment was closed")
                batch = self._batch(at, self.chain)
                self._in_order(batch[0])
            except Fault as fault:
                fault.batch = at
                raise
            self.chain = next_head(HEADER.unpack_from(data, at)[7], memoryview(data)[at : batch[2]])
            self.end = batch[2]
            yield batch

    def entries(self, batch: Batch) -> Iterator[Entry]:
        """Raises Damaged when a record's payload is not understood: its checksums are right, so no crash did that."""
        data = memoryview(self.data)
        for kind, seq, wall_ns, mono_ns, at, start, stop in batch[0]:
            if kind != ENTRY:
                continue
            try:
                if self.schema == SCHEMA:
                    yield decode(data[start:stop], seq, wall_ns, mono_ns)
                else:
                    yield decode_old(data[start:stop], self.schema, seq, wall_ns, mono_ns)
            except (msgspec.MsgspecError, LookupError, TypeError) as error:
                raise Damaged(self.path, at, seq - 1, f"entry {seq} cannot be understood ({error})") from error

    # one batch ------------------------------------------------------------------------------------------------------

    def _batch(self, start: int, chain: bytes | None) -> Batch:
        """Reads one batch. Raises Fault."""
        data = self.data
        size = len(data)
        records: list[Record] = []
        at = start
        crc, unpack, crc_of = google_crc32c.value, HEADER.unpack_from, CRC.unpack_from
        first_chain = chain
        while True:
            payload = at + HEADER.size
            if payload > size:
                raise Fault(at, "the file ends inside a record's header", short=True)
            magic, version, kind, length, seq, wall_ns, mono_ns, own_chain = unpack(data, at)
            stop = payload + length
            end = stop + CRC.size
            end += -end % ALIGN
            if magic != MAGIC or version != VERSION or length > MAX_PAYLOAD:
                raise _not_a_record(data, at, magic, version, length)
            if end > size:
                raise Fault(at, "the file ends inside a record", short=True)
            found = crc(data[at:stop])
            expected = crc_of(data, stop)[0]
            if found != expected:
                raise Fault(at, "checksum", f"{expected:#010x}", f"{found:#010x}")
            if own_chain != first_chain:
                if first_chain is not None:
                    raise Fault(at, "the hash chain does not continue", first_chain.hex()[:16], own_chain.hex()[:16])
                first_chain = own_chain
            if data[stop + CRC.size : end] != PADS[end - stop - CRC.size]:
                raise Fault(at, "bytes between records", "zeros", "something else")
            records.append((kind, seq, wall_ns, mono_ns, at, payload, stop))
            at = end
            if kind == BATCH_END:
                return records, start, end

    def _in_order(self, records: list[Record]) -> None:
        for record in records:
            kind, seq = record[0], record[1]
            if kind == ENTRY:
                if seq != self.last_seq + 1:
                    raise Fault(record[4], "an entry is missing", f"entry {self.last_seq + 1}", f"entry {seq}")
                self.last_seq = seq
            elif kind == RecordType.HEADER:
                self._header(record)
            elif kind == RecordType.SEGMENT_END:
                self._seal(record)
            elif kind != BATCH_END:
                raise Fault(record[4], "a record's type", "a known one", str(kind))

    def _header(self, record: Record) -> None:
        try:
            head = msgspec.msgpack.decode(memoryview(self.data)[record[5] : record[6]])
            first_seq, schema, run_segment = int(head["first_seq"]), int(head["schema"]), str(head["run_segment"])
        except (msgspec.MsgspecError, LookupError, TypeError, ValueError) as error:
            raise Fault(record[4], f"the segment's header cannot be understood ({error})") from error
        if schema > SCHEMA:
            raise Damaged(self.path, 0, self.last_seq, "written by a newer program", f"schema {SCHEMA} or older", f"schema {schema}")
        if first_seq != self.first_seq:
            raise Fault(record[4], "the segment's name does not fit its header", self.name, f"first entry {first_seq}")
        self.schema, self.run_segment, self.wall_ns = schema, run_segment, record[2]

    def _seal(self, record: Record) -> None:
        tail = msgspec.msgpack.decode(memoryview(self.data)[record[5] : record[6]])
        self.last_seq, self.ours, self.sealed = int(tail["last_seq"]), int(tail["ours"]), True


def _not_a_record(data: bytes, at: int, magic: int, version: int, length: int) -> Fault:
    if magic != MAGIC:
        if not any(data[at:]):
            return Fault(at, "zeros where a record should be", short=True)
        return Fault(at, "not a journal record", f"magic {MAGIC:#06x}", f"magic {magic:#06x}")
    if version != VERSION:
        return Fault(at, "the record's version", f"version {VERSION}", f"version {version}")
    return Fault(at, "a payload's length", f"at most {MAX_PAYLOAD}", str(length))


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
        if at % ALIGN == 0 and at + HEADER.size <= len(data):
            _, _, kind, length, _, _, _, own = HEADER.unpack_from(data, at)
            stop = at + HEADER.size + length
            if length <= MAX_PAYLOAD and stop + CRC.size <= len(data):
                if CRC.unpack_from(data, stop)[0] == google_crc32c.value(data[at:stop]):
                    yield at, kind, own
        at = data.find(_MAGIC_BYTES, at + 1)


_MAGIC_BYTES: Final = MAGIC.to_bytes(2, "little") + bytes([VERSION])
_BARE_END: Final = len(batch_end(0, 0, 0, CHAIN_START, 0, False))
