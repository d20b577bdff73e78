"""Reads segments back, and refuses anything that is not exactly what a writer wrote.

An incomplete batch at the very end of the last segment is what a crash leaves: it was never acknowledged, and is cut. Any
other fault (bit flip, gap, foreign file, newer version, broken chain) raises Damaged with file, offset, seq and reason.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import google_crc32c
import msgspec

from core.journal.entry import SCHEMA, Entry, decode
from core.journal.record import ALIGN, CHAIN_START, CRC, HEADER, MAGIC, MAX_PAYLOAD, SECTOR, VERSION, RecordType, next_head


class Damaged(Exception):
    """Not what a writer wrote. offset: bytes from the file's start; seq: the last good one before it."""

    def __init__(self, path: Path, offset: int, seq: int, reason: str) -> None:
        self.path, self.offset, self.seq, self.reason = path, offset, seq, reason
        super().__init__(
            f"journal {path} is damaged at byte {offset} after entry {seq}: {reason}; restore it from a backup, or move the "
            "journal folder away to start afresh"
        )


class Segment:
    """One *.journal file. After entries() ran to its end: chain, last_seq and torn_at (-1, or where an unfinished batch
    begins) are set."""

    def __init__(self, path: Path, chain: bytes | None, is_last: bool) -> None:
        self.path = path
        self.chain = chain
        self.is_last = is_last
        self.last_seq = 0
        self.first_seq = 0
        self.run_segment = ""
        self.torn_at = -1
        self._data = b""

    def entries(self) -> Iterator[Entry]:
        """Entries of closed batches, in order. Raises Damaged, or OSError when the file cannot be read."""
        self._data = data = self.path.read_bytes()
        position = 0
        while position < len(data):
            records, end = self._batch(position)
            if end < 0:
                self.torn_at = position
                return
            chain: bytes = records[0][4]
            if self.chain is not None and chain != self.chain:
                raise Damaged(self.path, position, self.last_seq, "the hash chain does not continue")
            for record in records:
                yield from self._entry(record)
            self.chain = next_head(chain, memoryview(data)[position:end])
            position = end

    def _batch(self, start: int) -> tuple[list[Any], int]:
        """Records of the batch at start, and its end; end -1: unfinished at the end of the last segment."""
        records: list[Any] = []
        position = start
        while True:
            at = position
            record = self._record(at)
            if record is None:
                return records, -1
            kind, seq, wall_ns, mono_ns, chain, payload, position = record
            if records and chain != records[0][4]:
                raise Damaged(self.path, at, self.last_seq, "a record belongs to another batch")
            records.append((kind, seq, wall_ns, mono_ns, chain, payload, at))
            if kind == RecordType.BATCH_END:
                return records, position

    def _record(self, at: int) -> tuple[int, int, int, int, bytes, memoryview, int] | None:
        data = self._data
        if at + HEADER.size > len(data):
            self._torn(at, "the file ends inside a record's header")
            return None
        magic, version, kind, length, seq, wall_ns, mono_ns, chain = HEADER.unpack_from(data, at)
        if magic != MAGIC:
            if not any(data[at:]):
                self._torn(at, "zeros where a record should be")
                return None
            raise Damaged(self.path, at, self.last_seq, f"expected magic {MAGIC:#06x}, found {magic:#06x}: not a journal record")
        if version != VERSION:
            raise Damaged(self.path, at, self.last_seq, f"record version {version}; this program reads version {VERSION}")
        if length > MAX_PAYLOAD:
            raise Damaged(self.path, at, self.last_seq, f"a payload of {length} bytes cannot be")
        body = HEADER.size + length
        end = at + body + CRC.size
        end += -(end - at) % ALIGN
        if end > len(data):
            self._torn(at, "the file ends inside a record")
            return None
        view = memoryview(data)
        (expected,) = CRC.unpack_from(data, at + body)
        found = google_crc32c.value(data[at : at + body])
        if found != expected:
            raise Damaged(self.path, at, self.last_seq, f"checksum expected {expected:#010x}, found {found:#010x}")
        return kind, seq, wall_ns, mono_ns, chain, view[at + HEADER.size : at + body], end

    def _torn(self, at: int, reason: str) -> None:
        if not self.is_last:
            raise Damaged(self.path, at, self.last_seq, reason)

    def _entry(self, record: Any) -> Iterator[Entry]:
        kind, seq, wall_ns, mono_ns, _, payload, at = record
        if kind == RecordType.HEADER:
            head = msgspec.msgpack.decode(payload)
            if head["schema"] > SCHEMA:
                raise Damaged(self.path, 0, self.last_seq, f"written by a newer program (schema {head['schema']}, this reads {SCHEMA})")
            if head["schema"] < SCHEMA:
                raise Damaged(
                    self.path, 0, self.last_seq,
                    f"written by an older program (schema {head['schema']}, this reads {SCHEMA}): keep it, and start with another --data",
                )
            self.first_seq, self.run_segment = head["first_seq"], head["run_segment"]
            self.last_seq = self.first_seq - 1
        elif kind == RecordType.ENTRY:
            if seq != self.last_seq + 1:
                raise Damaged(self.path, at, self.last_seq, f"entry {self.last_seq + 1} expected, found {seq}")
            try:
                yield decode(payload, seq, wall_ns, mono_ns)
            except msgspec.DecodeError as error:
                raise Damaged(self.path, at, self.last_seq, f"entry {seq} cannot be understood: {error}") from error
            self.last_seq = seq


def segments(folder: Path) -> list[Path]:
    """Segment files, oldest first."""
    return sorted(folder.glob("*.journal"))


class Journal:
    """The run that a folder's journal ends with: its entries, then where writing goes on."""

    def __init__(self, folder: Path, read_only: bool = False) -> None:
        """read_only: an unfinished batch is only reported, so that a running terminal's journal can be read."""
        self.folder = folder
        self._read_only = read_only
        self.last_seq = 0
        self.chain = CHAIN_START
        self.run_segment = ""
        self.torn: str = ""

    def last_run(self) -> Iterator[Entry]:
        """Entries since the last run began. Cuts an unfinished batch off the last segment, and says so in `torn`."""
        paths = segments(self.folder)
        if not paths:
            return
        names = [path.name for path in paths]
        # A crash may leave a newest segment with a header and nothing else, or less: it began no run.
        started = next(filter(None, map(_run_segment, reversed(paths))), "")
        if started == names[-1] and len(paths) > 1 and not _holds_entries(paths[-1]):
            started = next(filter(None, map(_run_segment, reversed(paths[:-1]))), "")
        first = names.index(started) if started in names else len(paths) - 1
        chain: bytes | None = None
        for path in paths[first:]:
            segment = Segment(path, chain, path is paths[-1])
            for entry in segment.entries():
                if self.last_seq and entry.seq != self.last_seq + 1:
                    raise Damaged(path, 0, self.last_seq, f"entry {self.last_seq + 1} expected, found {entry.seq}")
                self.last_seq = entry.seq
                yield entry
            chain = segment.chain
            self.chain = segment.chain or CHAIN_START
            self.run_segment = segment.run_segment or self.run_segment
            self.last_seq = max(self.last_seq, segment.last_seq)
            if segment.torn_at >= 0:
                self._cut(segment)

    def _cut(self, segment: Segment) -> None:
        size = segment.path.stat().st_size
        self.torn = f"{segment.path.name}: {size - segment.torn_at} bytes of an unfinished batch after entry {segment.last_seq} were cut"
        if self._read_only:
            return
        if segment.torn_at == 0:
            segment.path.unlink()
            return
        with segment.path.open("r+b") as file:
            file.truncate(segment.torn_at)
            os.fsync(file.fileno())


def _holds_entries(path: Path) -> bool:
    try:
        return next(Segment(path, None, True).entries(), None) is not None
    except Damaged:
        # Let the reading itself find and tell it.
        return True


def _run_segment(path: Path) -> str:
    """Name of the segment in which this segment's run began, as its header says; empty when there is no header yet."""
    with path.open("rb") as file:
        head = file.read(HEADER.size)
        if path.stat().st_size <= SECTOR:
            return ""
        magic, version, kind, length, *_ = HEADER.unpack(head)
        if magic != MAGIC or version != VERSION or kind != RecordType.HEADER or length > MAX_PAYLOAD:
            return ""
        try:
            return str(msgspec.msgpack.decode(file.read(length))["run_segment"])
        except (msgspec.DecodeError, KeyError):
            return ""
