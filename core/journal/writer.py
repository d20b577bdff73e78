"""The writer thread: takes entries, hands them to the log in batches, says up to which seq they are durable.

It closes a batch when its queue is empty, at BATCH_RECORDS records or BATCH_NS at the latest. The core only appends to the
queue; it never waits for a disk. When the log fails the writer stops, keeps the error, and says so once.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from core.journal.entry import Entry
from core.journal.log import Log, Place
from core.messages.commands import StartRun

BATCH_RECORDS = 256
BATCH_NS = 2_000_000
QUEUE_LIMIT = 65_536
"""Entries waiting for the disk; above it the core holds market flow back (never commands)."""


class JournalError(Exception):
    """The journal cannot be written; the text names file, reason and remedy."""


class JournalWriter:
    """durable(seq) and failed(sentence) are called in the writer's thread."""

    def __init__(self, log: Log, durable: Callable[[int], None], failed: Callable[[str], None]) -> None:
        self._log = log
        self._durable = durable
        self._failed = failed
        self._queue: deque[Entry] = deque()
        self._wake = threading.Condition()
        self._stopping = False
        self.error: str = ""
        self.batch_ns: deque[int] = deque(maxlen=4096)
        self._thread = threading.Thread(target=self._run, name="journal-writer", daemon=True)

    def open(self) -> None:
        """Begins a segment and starts the thread. Raises JournalError."""
        try:
            self._log.open()
        except OSError as error:
            raise JournalError(sentence(self._log.path, error)) from error
        self._thread.start()

    @property
    def waiting(self) -> int:
        return len(self._queue)

    @property
    def place(self) -> Place:
        """Where the journal ends. Only when the thread does not run."""
        return self._log.place

    @property
    def wrote_ours(self) -> bool:
        """Whether the last batch held something of ours. Within durable()."""
        return self._log.ours > 0

    @property
    def bytes_written(self) -> int:
        return self._log.bytes_written

    @property
    def head_problem(self) -> str:
        return self._log.head_problem

    def put(self, entry: Entry) -> None:
        self._queue.append(entry)

    def kick(self) -> None:
        """After one or more put(): there is something to write."""
        with self._wake:
            self._wake.notify()

    def close(self, timeout_s: float = 5.0) -> bool:
        """Writes what is queued, closes the segment, stops the thread; False when it did not end in time."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    # the thread -----------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        queue = self._queue
        try:
            while True:
                with self._wake:
                    while not queue and not self._stopping:
                        self._wake.wait()
                if not queue:
                    self._log.close()
                    return
                started = time.perf_counter_ns()
                self._durable(self._log.write(self._take(started)))
                self.batch_ns.append(time.perf_counter_ns() - started)
        except OSError as error:
            self._fail(sentence(self._log.path, error))
        except Exception as error:
            # An entry that cannot be encoded is a bug; like a disk that cannot be written it ends everything, loudly.
            self._fail(f"cannot write the journal {self._log.path}: {type(error).__name__}: {error}")

    def _fail(self, text: str) -> None:
        self.error = text
        self._log.abandon()
        self._failed(text)

    def _take(self, started: int) -> list[Entry]:
        """The next batch. A run's first entry also begins a batch, because it begins a segment."""
        queue = self._queue
        taken = [queue.popleft()]
        until = started + BATCH_NS
        while queue and len(taken) < BATCH_RECORDS and type(queue[0].message) is not StartRun:
            taken.append(queue.popleft())
            if not len(taken) & 31 and time.perf_counter_ns() > until:
                break
        return taken


def sentence(path: Path, error: OSError) -> str:
    remedy = {28: "free some disk space", 13: "give write permission, or choose another folder with --data",
              30: "the file system is read-only: choose another folder with --data"}.get(error.errno or 0, "check the disk")
    return f"cannot write the journal {path}: {error.strerror or error}; {remedy}"
