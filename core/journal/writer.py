"""The writer thread: takes entries, writes them in batches, makes them durable, says up to which seq.

It closes a batch when its queue is empty, at BATCH_RECORDS records at the latest, then write + fdatasync, and again. The
core only appends to the queue; it never waits for a disk. A failed write or fdatasync is never retried (a failed fsync may
have dropped the pages: Rebello et al., USENIX ATC 2020): the writer stops, keeps the error, and says so once.
Deliberately absent: what an entry means.
"""

import contextlib
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

import msgspec

from core.journal.entry import SCHEMA, Entry, encode
from core.journal.record import RecordType, batch_end, next_head, pack
from core.messages.commands import StartRun

BATCH_RECORDS = 256
SEGMENT_BYTES = 64 << 20
QUEUE_LIMIT = 65_536
"""Entries waiting for the disk; above it the core holds market flow back (never commands)."""


class JournalError(Exception):
    """The journal cannot be written; the text names file, reason and remedy."""


class JournalWriter:
    """durable(seq) and failed(sentence) are called in the writer's thread."""

    def __init__(
        self, folder: Path, first_seq: int, chain: bytes, run_segment: str, durability: str,
        durable: Callable[[int], None], failed: Callable[[str], None],
    ) -> None:
        self._folder = folder
        self._seq = first_seq
        self._chain = chain
        self._run_segment = run_segment
        self._sync = durability == "durable"
        self._durable = durable
        self._failed = failed
        self._queue: deque[Entry] = deque()
        self._wake = threading.Condition()
        self._stopping = False
        self._file = -1
        self._path = folder
        self._position = 0
        self._fresh = False
        self.error: str = ""
        self.bytes_written = 0
        self.batch_ns: deque[int] = deque(maxlen=4096)
        self._thread = threading.Thread(target=self._run, name="journal-writer", daemon=True)

    def open(self) -> str:
        """Makes the first segment and starts the thread; returns the segment's name. Raises JournalError."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._open_segment(self._seq)
        except OSError as error:
            raise JournalError(_sentence(self._path, error)) from error
        self._thread.start()
        return self._path.name

    @property
    def waiting(self) -> int:
        return len(self._queue)

    @property
    def chain(self) -> bytes:
        return self._chain

    def put(self, entry: Entry) -> None:
        self._queue.append(entry)

    def kick(self) -> None:
        """After one or more put(): there is something to write."""
        with self._wake:
            self._wake.notify()

    def close(self, timeout_s: float = 5.0) -> bool:
        """Writes what is queued, stops the thread; False when it did not end in time."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        ended = not self._thread.is_alive()
        if ended and self._file >= 0:
            os.close(self._file)
            self._file = -1
        return ended

    # the thread -----------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        queue = self._queue
        try:
            while True:
                with self._wake:
                    while not queue and not self._stopping:
                        self._wake.wait()
                if not queue:
                    return
                self._write_batch(self._take())
        except OSError as error:
            self._fail(_sentence(self._path, error))
        except Exception as error:
            # An entry that cannot be encoded is a bug; like a disk that cannot be written it ends everything, loudly.
            self._fail(f"cannot write the journal {self._path}: {type(error).__name__}: {error}")

    def _fail(self, sentence: str) -> None:
        self.error = sentence
        self._failed(sentence)

    def _take(self) -> list[Entry]:
        """The next batch. A run's first entry also begins a batch, because it begins a segment."""
        queue = self._queue
        taken = [queue.popleft()]
        while queue and len(taken) < BATCH_RECORDS and type(queue[0].message) is not StartRun:
            taken.append(queue.popleft())
        return taken

    def _write_batch(self, entries: list[Entry]) -> None:
        started = time.perf_counter_ns()
        starts_run = type(entries[0].message) is StartRun
        if starts_run:
            self._run_segment = ""
        if self._position >= SEGMENT_BYTES or (starts_run and not self._fresh):
            os.close(self._file)
            self._file = -1
            self._open_segment(entries[0].seq)
        chain = self._chain
        kind = int(RecordType.ENTRY)
        batch = bytearray()
        durable = False
        for entry in entries:
            batch += pack(kind, entry.seq, entry.wall_ns, entry.mono_ns, chain, encode(entry))
            durable = durable or entry.touches_ours
        last = entries[-1]
        batch += batch_end(last.seq, last.wall_ns, last.mono_ns, chain, self._position + len(batch), durable)
        self._write(batch)
        self._durable(last.seq)
        self.batch_ns.append(time.perf_counter_ns() - started)

    def _write(self, batch: bytes | bytearray) -> None:
        view = memoryview(batch)
        try:
            while view:
                view = view[os.write(self._file, view):]
        except OSError:
            # Nobody was told of this batch: give its room back, so that a full disk leaves a whole journal.
            with contextlib.suppress(OSError):
                os.ftruncate(self._file, self._position)
            raise
        if self._sync:
            _datasync(self._file)
        self._chain = next_head(self._chain, batch)
        self._fresh = False
        self._position += len(batch)
        self.bytes_written += len(batch)

    def _open_segment(self, first_seq: int) -> None:
        self._path = self._folder / f"{first_seq:012d}.journal"
        self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        self._position = os.fstat(self._file).st_size
        run_segment = self._run_segment or self._path.name
        self._run_segment = run_segment
        if self._position:
            # A start that wrote nothing but the header left this segment; the chain already runs through it.
            self._fresh = True
            return
        payload = msgspec.msgpack.encode({"schema": SCHEMA, "first_seq": first_seq, "run_segment": run_segment})
        now, mono = time.time_ns(), time.monotonic_ns()
        head = pack(RecordType.HEADER, first_seq, now, mono, self._chain, payload)
        self._write(head + batch_end(first_seq, now, mono, self._chain, len(head), True))
        self._fresh = True
        sync_folder(self._folder)


def sync_folder(folder: Path) -> None:
    """Makes a new file's name durable; Windows has no such call and needs none."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _datasync(handle: int) -> None:
    if hasattr(os, "fdatasync"):
        os.fdatasync(handle)
    else:
        os.fsync(handle)


def _sentence(path: Path, error: OSError) -> str:
    remedy = {28: "free some disk space", 13: "give write permission, or choose another folder with --data",
              30: "the file system is read-only: choose another folder with --data"}.get(error.errno or 0, "check the disk")
    return f"cannot write the journal {path}: {error.strerror or error}; {remedy}"
