"""Looks through a journal's files, newest entries first, a page at a time, without holding anybody.

Invariants: it only reads, and takes no lock; it decodes in slices of a millisecond and lets the others run between them; a search is
stopped within a slice; a batch that is being written, or that a crash left half, is not there yet. Pages are bounded, so that a
journal of any length costs the memory of one segment.
"""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.journal_words import hit, listed, orders, person
from core.domain.instrument import Instrument
from core.journal import telling
from core.journal.entry import Entry
from core.journal.reader import DROPPED, segments
from core.journal.segment import Batch, Damaged, Fault, Segment
from widgets.journal.form import Query
from widgets.journal.kinds import meant
from widgets.journal.model import Hit, Progress, seen
from widgets.tongue import told

PAGE = 500
SLICE_NS = 1_000_000
REST_S = 0.002
"""Two thirds of the time belong to the others, even if they share one interpreter lock with the search."""
TELL_NS = 200_000_000


@dataclass
class Place:
    """Where a search goes on: what is left of a segment, newest last. rest: of the batch that was begun."""

    segment: Segment
    batches: list[Batch]
    rest: list[Entry] = field(default_factory=list)


class Search:
    """One query over one folder. on_page(hits, progress) is called in the search's thread; more() goes on with older entries."""

    def __init__(
        self, folder: Path, query: Query, instruments: Mapping[int, Instrument], on_page: Callable[[list[Hit], Progress], None]
    ) -> None:
        self._folder, self._query, self._instruments, self._on_page = folder, query, instruments, on_page
        self._ids = {id for id, one in instruments.items() if one.symbol.casefold().startswith(query.symbol.casefold())}
        self._kinds = meant(query.kind)
        self._words = query.words.casefold().split()
        self._paths: list[Path] | None = None
        self._newest: Path | None = None
        self._place: Place | None = None
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._found = self._looked = self._oldest = 0

    def more(self) -> None:
        """Looks for the next page; nothing while it looks already."""
        if not self.running:
            self._stop.clear()
            self._thread = threading.Thread(target=self._run, name="journal search", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Ends within a slice, or the reading of one segment; what was found so far is handed over."""
        self._stop.set()

    def close(self) -> None:
        """stop(), and waits for the end."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    @property
    def running(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    # in the thread --------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        trouble, more, hits = "", False, []
        said = time.monotonic_ns()
        try:
            for entry in self._newest_first():
                self._looked += 1
                self._oldest = entry.seq
                if self._fits(entry):
                    self._found += 1
                    hits.append(hit(entry, self._instruments))
                    if len(hits) >= PAGE:
                        more = True
                        break
                now = time.monotonic_ns()
                if now - said > TELL_NS:
                    said = now
                    self._on_page([], Progress(self._found, self._looked, True, True, self._oldest))
        except (Damaged, OSError) as error:
            why = str(getattr(error, "strerror", None) or error)
            trouble = why if isinstance(error, Damaged) else told("The journal cannot be read: {why}.", why=why)
        self._on_page(hits, Progress(self._found, self._looked, False, more or self._stop.is_set(), self._oldest, trouble))

    def _newest_first(self) -> Iterator[Entry]:
        """Goes on where it stopped. Raises Damaged, OSError."""
        if self._paths is None:
            self._paths = [path for path in segments(self._folder) if not path.name.endswith(DROPPED)]
            self._newest = self._paths[-1] if self._paths else None
        begun = time.monotonic_ns()
        while self._place is not None or self._paths:
            if self._place is None:
                self._place = self._open(self._paths.pop())
            place = self._place
            while place.rest or place.batches:
                if not place.rest:
                    place.rest = list(place.segment.entries(place.batches.pop()))
                    continue  # some batches hold no entry
                if self._stop.is_set():
                    return
                yield place.rest.pop()
                if time.monotonic_ns() - begun > SLICE_NS:
                    self._stop.wait(REST_S)
                    begun = time.monotonic_ns()
            done = self._query.order and place.segment.first_seq <= self._query.order
            self._place = None
            if done:
                # Nothing can happen to an order before it is placed.
                self._paths = []

    def _open(self, path: Path) -> Place:
        segment = Segment(path)
        batches: list[Batch] = []
        try:
            segment.load()
            for batch in segment.batches(0, None):
                batches.append(batch)
                if self._stop.is_set():
                    break
        except Fault as fault:
            # Only the newest may end in the middle of a batch.
            if path != self._newest:
                raise Damaged(path, fault.at, segment.last_seq, fault.reason, fault.expected, fault.found) from None
        return Place(segment, batches)

    def _fits(self, entry: Entry) -> bool:
        query = self._query
        if query.ours and not entry.touches_ours:
            return False
        if (query.start and entry.at < query.start) or (query.end and entry.at >= query.end):
            return False
        if query.order and not (query.order in orders(entry) or telling.concerns_order(entry, query.order)):
            return False
        parts = (entry.message, *entry.events)
        if query.kind and not any(type(part).__name__ in self._kinds for part in parts):
            return False
        if query.symbol and self._ids.isdisjoint(listed(parts)):
            return False
        if query.person and not any(person(part) == query.person for part in parts):
            return False
        return not self._words or self._says(entry)

    def _says(self, entry: Entry) -> bool:
        """Each word stands in the record, which is English, or in what the panel shows of it."""
        record = "\n".join(telling.lines(entry)).casefold()
        missing = [word for word in self._words if word not in record]
        if not missing:
            return True
        parts = (entry.message, *entry.events)
        shown = seen(parts, self._instruments.get(next(listed(parts), 0))).casefold()
        return all(word in shown for word in missing)
