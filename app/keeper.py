"""The keeper: a process of its own that follows the journal and does what would hold the core up. It writes snapshots from a
replica, compresses closed segments, and finds what retention may drop.

    python -m app.keeper_start CORE DATA [N [DAY_ENDS]]    lines of JSON on stdin and stdout

    in    {"durable": SEQ}              the journal holds entries up to here
          {"dropped": [FIRST, ...]}     the core has noted that these segments go
          {"keep": [DAYS, BYTES, YEARS]}
    out   {"snapshot": SEQ, "ms": N}    {"drop": [FIRST, ...], "size": BYTES}    {"problem": SENTENCE}

It ends when stdin does. It reads the journal like anybody, and never writes to a segment that is not closed; if it dies, nothing
is lost but time at the next start. Its errors are told once, and it goes on with the next task.
"""

import json
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from app.folders import Folders
from app.replica import Replica
from app.step_back import BEHIND, Aside, step_back
from core.journal import retention, snapshot
from core.journal.compress import compress
from core.journal.frames import COMPRESSED
from core.journal.log import Place
from core.journal.reader import SUFFIX, Journal, segments
from core.journal.segment import Damaged
from core.projections.trading_day import TradingDays
from core.replay import Mismatch

SNAPSHOT_ENTRIES = 100_000
"""Chosen: at 40,000 entries a second a recovery replays at most two and a half seconds of them."""
FOLLOW_ENTRIES = 20_000
PIECE_S = 0.05
"""Chosen: it follows for so long at a time, and then looks whether it gets a processor at all."""


class Keeper:
    def __init__(self, folders: Folders, every: int = SNAPSHOT_ENTRIES, days: TradingDays | None = None) -> None:
        self._folders = folders
        self._days = days
        self._every = every
        self._replica: Replica | None = None
        self._place = Place()
        self._told: set[str] = set()
        self.keep = retention.Keep()

    def durable(self, seq: int) -> Iterator[dict[str, Any]]:
        """Follows up to seq, and says what it did; nothing, an empty dict, when a piece of that is done."""
        try:
            replica = self._replica or self._recovered()
            if seq - self._place.seq >= min(FOLLOW_ENTRIES, self._every):
                yield from self._follow(replica, seq)
            if self._place.seq - replica.began >= self._every:
                yield self._snapshot(replica)
        except (Damaged, Mismatch, OSError) as error:
            self._replica = None
            yield from self._problem(str(error))
        yield from self.tidy()

    def _recovered(self) -> Replica:
        replica = Replica(days=self._days)
        journal = Journal(self._folders.journal)
        journal.open()
        found, _ = snapshot.newest(self._folders.snapshots, journal)
        if found is not None and replica.take(found):
            self._place = found.place
        else:
            # It stands at the run's beginning, and knows nothing yet: a snapshot of that would be of nothing.
            self._place = journal.run_place()
            replica.began = self._place.seq
        self._replica = replica
        return replica

    def _follow(self, replica: Replica, seq: int) -> Iterator[dict[str, Any]]:
        began = time.monotonic()
        for entries, place in Journal(self._folders.journal).batches(self._place):
            if place.seq > seq:
                return
            for entry in entries:
                replica.follow(entry)
            self._place = place
            if time.monotonic() - began > PIECE_S:
                yield {}
                began = time.monotonic()

    def _snapshot(self, replica: Replica) -> dict[str, Any]:
        started = time.perf_counter()
        replica.write_snapshot(self._folders.snapshots, self._place)
        replica.began = self._place.seq
        return {"snapshot": self._place.seq, "ms": round((time.perf_counter() - started) * 1000)}

    def tidy(self) -> Iterator[dict[str, Any]]:
        """Compresses what was closed; names what may be dropped."""
        try:
            for path in segments(self._folders.journal)[:-1]:
                if path.name.endswith(SUFFIX):
                    compress(path)
            if any(path.name.endswith((SUFFIX, COMPRESSED)) for path in segments(self._folders.journal)[:-1]):
                found = self._droppable()
                if found:
                    yield {"drop": [one.first_seq for one in found], "size": sum(one.size for one in found)}
        except (Damaged, OSError) as error:
            yield from self._problem(f"the journal's closed segments cannot be looked after: {error}")

    def _droppable(self) -> list[retention.Droppable]:
        """Only what a snapshot stands on that really reads, and of this journal. Raises Damaged, OSError."""
        found = retention.droppable(self._folders.journal, self.keep, sys.maxsize, time.time_ns())
        if not found:
            return []
        journal = Journal(self._folders.journal)
        journal.open()
        oldest = snapshot.oldest_standing(self._folders.snapshots, journal)
        return retention.droppable(self._folders.journal, self.keep, oldest, time.time_ns()) if oldest else []

    def dropped(self, first_seqs: list[int]) -> Iterator[dict[str, Any]]:
        try:
            retention.drop(self._folders.journal, tuple(first_seqs))
        except OSError as error:
            yield from self._problem(f"old segments cannot be removed: {error.strerror or error}")

    def _problem(self, sentence: str) -> Iterator[dict[str, Any]]:
        if sentence not in self._told:
            self._told.add(sentence)
            yield {"problem": sentence}


def main(arguments: list[str]) -> int:
    """arguments: the data folder; entries between two snapshots, when not SNAPSHOT_ENTRIES; when a trading day ends."""
    step_back(BEHIND)
    every = int(arguments[1]) if len(arguments) > 1 else SNAPSHOT_ENTRIES
    keeper = Keeper(Folders(Path(arguments[0])), every, TradingDays.parse(arguments[2]) if len(arguments) > 2 else None)
    aside = Aside()
    for told in _told():
        answers: Iterator[dict[str, Any]] = iter(())
        if "keep" in told:
            keeper.keep = retention.Keep(*told["keep"])
        elif "dropped" in told:
            answers = keeper.dropped(told["dropped"])
        elif "durable" in told:
            answers = keeper.durable(told["durable"])
        for answer in filter(None, aside.each(answers)):
            print(json.dumps(answer), flush=True)
    return 0


def _told() -> Iterator[dict[str, Any]]:
    """What stands on stdin, until its end; of several {"durable": …} that wait, the last one only."""
    waiting: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_read, args=(waiting,), daemon=True).start()
    while True:
        lines = [waiting.get()]
        while not waiting.empty():
            lines.append(waiting.get())
        told = [json.loads(line) for line in lines if line]
        last = max((number for number, one in enumerate(told) if "durable" in one), default=-1)
        yield from (one for number, one in enumerate(told) if "durable" not in one or number == last)
        if not lines[-1]:
            return


def _read(waiting: SimpleQueue[bytes]) -> None:
    for line in sys.stdin.buffer:
        waiting.put(line)
    waiting.put(b"")
