"""Appends batches to segments, and keeps the chain: everything a writer does but its thread.

A batch is written, made durable, and told to the head's second place, in this order; write() returns after that, and only then
may anybody be told. A failed write or sync is never retried (a failed fsync may have dropped the pages: Rebello et al.,
USENIX ATC 2020): it raises, and this log is not to be used again. A full segment is closed with SEGMENT_END and never touched
again. Deliberately absent: what an entry means.
"""

import contextlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import google_crc32c
import msgspec

from core.journal.disk import REAL, Disk, File, write_all, write_whole
from core.journal.entry import SCHEMA, Entry, encode
from core.journal.head import Head, HeadCopy
from core.journal.record import CHAIN_START, CRC, HEADER, MAGIC, PADS, SECTOR, VERSION, RecordType, batch_end, next_head, pack
from core.messages.commands import StartRun

SEGMENT_BYTES = 64 << 20
_ENTRY = int(RecordType.ENTRY)


@dataclass(frozen=True)
class Place:
    """The border between two batches: where the next one stands, what the chain's head is there, and the last entry before.

    first_seq: of the segment. sealed: nothing follows in it. Without a segment: the beginning of everything."""

    segment: str = ""
    offset: int = 0
    chain: bytes = CHAIN_START
    seq: int = 0
    run_segment: str = ""
    first_seq: int = 1
    sealed: bool = False


@dataclass
class _Tally:
    """Of one segment, for its SEGMENT_END. ours: entries that touch ours; -1: not counted, a crash left it open."""

    first_seq: int = 1
    ours: int = 0


class Log:
    """head: the second place of the chain's head, or None. place: where the last good batch ended."""

    def __init__(
        self, folder: Path, place: Place, sync: bool, disk: Disk = REAL, head: HeadCopy | None = None,
        segment_bytes: int = SEGMENT_BYTES, wall_ns: int = 0,
    ) -> None:
        self._folder = folder
        self._sync = sync
        self._disk = disk
        self._head = head
        self._segment_bytes = segment_bytes
        self._left = place
        self._wall_ns = wall_ns
        self._seq = place.seq
        self._chain = place.chain
        self._run_segment = place.run_segment
        self._file: File | None = None
        self._position = 0
        self._fresh = False
        self._tally = _Tally()
        self.path = folder
        self.bytes_written = 0
        self.ours = 0
        """Entries of the last batch that touch ours."""
        self.head_problem = ""

    @property
    def place(self) -> Place:
        return Place(
            self.path.name, self._position, self._chain, self._seq, self._run_segment, self._tally.first_seq, self._file is None
        )

    def open(self) -> None:
        """Makes sure of the segment that a crash left open, closes it, and begins the next. Raises OSError."""
        self._disk.make(self._folder)
        left = self._left
        if left.offset:
            self._make_sure(left)
        if left.segment and not left.sealed and left.seq >= left.first_seq:
            self.path = self._folder / left.segment
            self._file = self._disk.append(self.path)
            self._position = left.offset
            self._tally = _Tally(left.first_seq, -1)
            self.seal()
        self._begin_segment(self._seq + 1)

    def _make_sure(self, left: Place) -> None:
        """After a failed sync its pages are marked clean: read back they are whole, but no later sync would save them. So what the
        head's second place does not vouch for is written once more, beside it and not over what was acknowledged."""
        told = self._head.read() if self._head is not None else None
        sure = told is not None and told.durable and (told.segment, told.offset, told.chain) == (left.segment, left.offset, left.chain)
        path = self._folder / left.segment
        if not sure and self._disk.exists(path):
            write_whole(self._disk, path, self._disk.read(path, 0, left.offset))

    def write(self, entries: Sequence[Entry]) -> int:
        """One batch; returns its last seq. Raises OSError. A batch that touches ours, or is to be durable, ends on a border."""
        starts_run = type(entries[0].message) is StartRun
        if starts_run:
            self._run_segment = ""
        if self._position >= self._segment_bytes or (starts_run and not self._fresh):
            self.seal()
            self._begin_segment(entries[0].seq)
        elif self._fresh and starts_run:
            # The segment's header named the run before; a run names its own first segment, which this one is.
            self._run_segment = self.path.name
        self._append(self._batch(entries), entries[-1].seq)
        self._fresh = False
        return self._seq

    def _batch(self, entries: Sequence[Entry]) -> bytes:
        chain, tally = self._chain, self._tally
        parts: list[bytes] = []
        ours = 0
        for entry in entries:
            payload = encode(entry)
            body = HEADER.pack(MAGIC, VERSION, _ENTRY, len(payload), entry.seq, entry.wall_ns, entry.mono_ns, chain) + payload
            parts.append(body + CRC.pack(google_crc32c.value(body)) + PADS[-(len(body) + 4) % 8])
            ours += entry.touches_ours
        batch = b"".join(parts)
        last = entries[-1]
        tally.ours += ours
        self.ours = ours
        self._wall_ns = last.wall_ns
        return batch + batch_end(last.seq, last.wall_ns, last.mono_ns, chain, self._position + len(batch), ours > 0)

    def _append(self, batch: bytes, seq: int) -> None:
        file = self._file
        assert file is not None
        try:
            write_all(file, batch)
        except OSError:
            # Nobody was told of this batch: give its room back, so that a full disk leaves a whole journal.
            with contextlib.suppress(OSError):
                file.truncate(self._position)
            raise
        if self._sync:
            file.sync()
        self._chain = next_head(self._chain, batch)
        self._position += len(batch)
        self._seq = seq
        self.bytes_written += len(batch)
        self._tell_head(False)

    def _tell_head(self, sync: bool) -> None:
        if self._head is None or self.head_problem or self._position % SECTOR:
            # A batch that ends within a sector may go with the next write's torn one: nobody waited for it, and it is not missed.
            return
        try:
            self._head.write(Head(self._seq, self.path.name, self._position, self._chain, self._sync), sync)
        except OSError as error:
            # The journal itself is whole: the copy's disk is not worth stopping for, but it is told.
            self.head_problem = f"the chain's head is not copied to {self._head.path} any more: {error.strerror or error}"

    def seal(self) -> None:
        """Closes the segment for good. Raises OSError."""
        assert self._file is not None
        now, mono = max(time.time_ns(), self._wall_ns), time.monotonic_ns()
        if self._position % SECTOR:
            self._append(batch_end(self._seq, now, mono, self._chain, self._position, True), self._seq)
        tail = {"last_seq": self._seq, "entries": self._seq - self._tally.first_seq + 1, "ours": self._tally.ours}
        end = pack(RecordType.SEGMENT_END, self._seq, now, mono, self._chain, msgspec.msgpack.encode(tail))
        self._append(end + batch_end(self._seq, now, mono, self._chain, self._position + len(end), True), self._seq)
        if not self._sync:
            self._file.sync()
        self._file.close()
        self._file = None

    def close(self) -> None:
        """Seals what holds entries, and lets go."""
        try:
            if self._file is not None and not self._fresh:
                self.seal()
                self._tell_head(True)
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Lets go of the files as they are."""
        if self._file is not None:
            self._file.close()
            self._file = None
        if self._head is not None:
            self._head.close()

    def _begin_segment(self, first_seq: int) -> None:
        self.path = self._folder / f"{first_seq:012d}.journal"
        self._file = self._disk.append(self.path)
        # Its name first: the head's second place must not hear of a segment that a loss of power may take away whole. Also when it
        # is there already: whoever made it may have been killed before this.
        self._disk.sync_folder(self._folder)
        self._position = self._disk.size(self.path)
        self._run_segment = self._run_segment or self.path.name
        self._tally = _Tally(first_seq)
        self._fresh = True
        if self._position:
            # A start that wrote nothing but the header left this segment; the chain already runs through it. It may have been killed
            # before the head's second place heard of it, and batches of the market alone would not tell it.
            self._tell_head(False)
            return
        payload = msgspec.msgpack.encode({"schema": SCHEMA, "first_seq": first_seq, "run_segment": self._run_segment})
        now, mono = max(time.time_ns(), self._wall_ns), time.monotonic_ns()
        head = pack(RecordType.HEADER, first_seq, now, mono, self._chain, payload)
        self._append(head + batch_end(first_seq, now, mono, self._chain, len(head), True), first_seq - 1)
