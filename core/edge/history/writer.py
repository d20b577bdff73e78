"""The history database's thread: follows what the core publishes, and catches up from the journal when it fell behind.

The core only appends to a queue, and never waits. Nothing is lost: when the queue is full, the database away or the terminal
just started, entries are left to the journal, and the thread reads them there before it goes on with the queue. It writes only
what the journal holds durably, so the database can never know more than the journal. A failure closes the database; after a
pause it is opened again and resumes where its last commit left it.
Deliberately absent: SQLAlchemy, until the thread runs: the window opens without waiting for it.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from core.edge.history.fold import concerns
from core.edge.history.trouble import HistoryError
from core.journal.entry import Entry

if TYPE_CHECKING:
    from core.edge.history.store import Store

log = logging.getLogger(__name__)

REST_S: Final = 1.0
"""Before the database is opened: importing SQLAlchemy takes the interpreter for a quarter of a second, just when the window
opens and the market starts. What happens meanwhile waits in the journal."""
QUEUE_LIMIT: Final = 100_000
"""Entries of ours that wait; chosen: five seconds at 20,000 events/s, some 100 MB."""
POLL_S: Final = 0.05
"""How often the queue is looked at: the core would pay for every call that wakes a thread."""
PAUSES_S: Final = (0.25, 1.0, 5.0, 30.0)
"""Before the first, second, ... try after a failure; the last one is repeated."""
TRIES: Final = 500
"""Failures in a row until the database is off for the rest of the session; with the pauses, four hours."""


class State(IntEnum):
    BEHIND = 0
    """Reading the journal, or about to."""
    FOLLOWING = 1
    TROUBLE = 2
    """Waits for the next try."""
    OFF = 3
    """Until the next start."""


class History:
    """url: of the database. journal_from(seq): the journal's entries from there on. durable(): the last entry that the journal
    holds for good. held: the last entry that it held when this was made; everything later comes through take(). tell: gets the
    sentence of each new trouble, in the history's thread."""

    def __init__(
        self, url: str, journal_from: Callable[[int], Iterable[Entry]], durable: Callable[[], int], held: int,
        tell: Callable[[str], None] = lambda sentence: None,
    ) -> None:
        self._url = url
        self._tell = tell
        self._journal_from = journal_from
        self._durable = durable
        self._queue: deque[Entry] = deque()
        self._turn = threading.Lock()
        """Held for a few steps alone: an entry is either in the queue, or known to be missing from it."""
        self._missed = True
        self._missed_seq = held
        self._stop = threading.Event()
        self._deadline = 0.0
        self._thread = threading.Thread(target=self._main, name="history-writer", daemon=True)
        self.state = State.BEHIND
        self.sentence = ""
        self.seq = 0
        self.rows = 0
        self.lag_ns: deque[int] = deque(maxlen=4096)
        """Of each batch's oldest entry: from its stamp in the core to its commit here."""

    # the core's thread ----------------------------------------------------------------------------------------------

    def take(self, entry: Entry) -> None:
        """A published entry. Never waits for a database, never raises."""
        if concerns(entry):
            with self._turn:
                if not self._missed and len(self._queue) < QUEUE_LIMIT:
                    self._queue.append(entry)
                else:
                    self._missed_seq = entry.seq
                    self._missed = True

    # any thread -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        self._thread.start()

    def close(self, timeout_s: float = 5.0) -> bool:
        """Writes what is durable and ends the thread; False when that took too long: the next start catches up."""
        self._deadline = time.monotonic() + timeout_s * 0.8
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    # the thread -----------------------------------------------------------------------------------------------------

    def _main(self) -> None:
        failures = 0
        self._stop.wait(REST_S)
        while True:
            try:
                self._session()
                return
            except HistoryError as error:
                lasting = error.lasting
                failures = 1 if self.state is State.FOLLOWING else failures + 1
                self._complain(str(error), lasting or failures >= TRIES)
            except Exception as error:
                # A bug here must not take the terminal down, and trying again would only repeat it.
                log.exception("the history database's thread failed")
                lasting = True
                self._complain(f"the history database failed: {type(error).__name__}: {error}", True)
            if lasting or failures >= TRIES or self._stop.wait(PAUSES_S[min(failures, len(PAUSES_S)) - 1]):
                return

    def _complain(self, sentence: str, off: bool) -> None:
        with self._turn:
            # What waited is durable or about to be: the journal has it.
            self._missed = True
            if self._queue:
                self._missed_seq = self._queue[-1].seq
                self._queue.clear()
        if sentence != self.sentence:
            then = "it is off until the next start" if off else "it will be tried again, and catch up from the journal"
            log.warning("%s; %s", sentence, then)
            self._tell(f"{sentence[:1].upper()}{sentence[1:]}; {then}.")
        self.sentence = sentence
        # Last: whoever sees the state finds its sentence, in the log too.
        self.state = State.OFF if off else State.TROUBLE

    def _session(self) -> None:
        """From opening the database to the program's end."""
        from core.edge.history.store import Store  # SQLAlchemy takes a quarter of a second

        with Store(self._url) as store:
            self.seq = store.seq
            while self._catch_up(store) and not self._follow(store):
                pass

    def _catch_up(self, store: "Store") -> bool:
        """Through the journal, up to where the queue goes on. False: the program ends before that."""
        from core.edge.history.store import catch_up

        self.state = State.BEHIND
        self._missed = True
        while self._missed:
            with self._turn:
                # From here on the queue takes everything again; what it did not take before is in the journal, or about to be.
                if self._queue:
                    self._missed_seq = max(self._missed_seq, self._queue[-1].seq)
                    self._queue.clear()
                self._missed = False
            while self._durable() < self._missed_seq:
                if self._out_of_time():
                    return False
                time.sleep(POLL_S)
            seen = catch_up(store, self._journal_from(max(store.seq, 1)), self._out_of_time)
            self._count(store)
            if self._out_of_time():
                return False
            if seen < self._missed_seq and not self._missed:
                raise HistoryError(f"the journal ends at entry {seen}, before {self._missed_seq}, which it should hold")
        if self.sentence:
            log.info("the history database works again, up to entry %d", store.seq)
            self.sentence = ""
        return True

    def _follow(self, store: "Store") -> bool:
        """True when the program ends; False when the journal must be read first."""
        self.state = State.FOLLOWING
        while not self._missed:
            stopping = self._stop.is_set()
            while self._batch(store):
                pass
            if stopping:
                return True
            self._stop.wait(POLL_S)
        return False

    def _out_of_time(self) -> bool:
        return self._stop.is_set() and time.monotonic() > self._deadline

    def _batch(self, store: "Store") -> int:
        from core.edge.history.store import ENTRIES_A_BATCH

        queue, durable = self._queue, self._durable()
        first = last = None
        count = 0
        while queue and queue[0].seq <= durable and count < ENTRIES_A_BATCH:
            last = queue.popleft()
            first = first or last
            store.add(last)
            count += 1
        if first is not None and last is not None and last.seq > store.seq:
            store.commit(last)
            self._count(store)
            self.lag_ns.append(time.monotonic_ns() - first.mono_ns)
        return count

    def _count(self, store: "Store") -> None:
        self.seq, self.rows = store.seq, store.rows_written
