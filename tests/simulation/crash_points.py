"""Plays the disk operations of a session again, puts a crash before each, and looks at what the next start makes of it.

A recovery is good when: the journal opens and is cut; its entries are the first so many of those entered, and none that was
told of is missing; the state from the newest snapshot and the tail is the state of all these entries played from the beginning
of their run; and writing goes on, and opens again.
"""

from random import Random

from core.journal import snapshot
from core.journal.entry import Entry
from core.journal.reader import Journal
from core.journal.segment import Segment
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.commands import EngageKill, StartRun
from core.replay import apply
from tests.simulation.false_disk import FalseDisk, Op, Outcome
from tests.simulation.session import JOURNAL, SNAPSHOTS, Life, Notes, opened_log, recovered

CRASHES: tuple[tuple[Outcome, int], ...] = (
    (Outcome.WRITTEN, 512), (Outcome.DROPPED, 512), (Outcome.TRASHED, 512), (Outcome.TRASHED, 4096), (Outcome.MIXED, 512),
    (Outcome.MIXED, 4096),
)
"""What is there or not does not depend on the sector; what is torn does."""


class Lost(AssertionError):
    """What the next start found is not what had to be there."""


class Truth:
    """The state after each entry of a life, by playing its runs from their beginnings."""

    def __init__(self) -> None:
        self._digests: dict[tuple[int, int], str] = {}
        self._known: dict[int, tuple[list[str], Engine]] = {}

    def digest(self, life: Life, seq: int) -> str:
        if seq == 0:
            return digest(State())
        made, engine = self._known.setdefault(id(life), ([], Engine(State())))
        for entry in life.entries[len(made) : seq]:
            if type(entry.message) is StartRun:
                # The machine of a new run knows nothing that is not in its first entry.
                engine = Engine(State())
            apply(engine, entry)
            made.append(digest(engine.state))
        self._known[id(life)] = made, engine
        return made[seq - 1]


class Crashes:
    """count: recoveries that were good."""

    def __init__(self, notes: Notes, seed: int) -> None:
        self.notes, self.seed = notes, seed
        self.count = 0
        self._truth = Truth()
        self._read: dict[tuple[str, bytes], list[Entry]] = {}

    def everywhere(self, ops: list[Op], deeper_each: int = 0) -> None:
        """Before each operation, and after the last. deeper_each: at every so many crashes, also in the recovery from it."""
        disk = FalseDisk()
        disk.recording = False
        for number in range(len(ops) + 1):
            life, told = self.notes.before(number)
            for kind, (outcome, sector) in enumerate(CRASHES):
                chance = Random(f"{self.seed} {number} {kind}")
                left = disk.crashed(chance, outcome, sector)
                where = f"crash before operation {number}, {outcome.value}, sectors of {sector}, seed {self.seed}"
                if deeper_each and (number * len(CRASHES) + kind) % deeper_each == 0:
                    self._within_recovery(left.crashed(chance, Outcome.WRITTEN, sector), life, told, where)
                self.recover(left, life, told, where)
            if number < len(ops):
                disk.apply(ops[number])

    def _within_recovery(self, left: FalseDisk, life: Life, told: int, where: str) -> None:
        """The recovery's own operations are crash points, too: cut, closing of the open segment, the new one, its first batch."""
        base = left.crashed(Random(0), Outcome.WRITTEN, 512)
        self.recover(left, life, told, where)
        for number in range(len(left.ops) + 1):
            for kind, (outcome, sector) in enumerate(CRASHES):
                again = base.crashed(Random(f"{self.seed} {where} {number} {kind}"), outcome, sector)
                # The recovery ends with an entry of its own, of which nobody was told.
                self.recover(again, life, told, f"{where}; then before {number} of the recovery, {outcome.value}, {sector}", own_entry=True)
            if number < len(left.ops):
                base.apply(left.ops[number])

    def recover(self, disk: FalseDisk, life: Life, told: int, where: str, own_entry: bool = False) -> None:
        try:
            journal, engine = recovered(disk)
            entries = self._entries(disk, journal)
            self._compare(entries, life, told, own_entry)
            self._same_state(engine, entries, life)
            self._goes_on(disk, journal, engine, entries)
        except Exception as error:
            raise Lost(f"{where}: {type(error).__name__}: {error}") from error
        self.count += 1

    def _entries(self, disk: FalseDisk, journal: Journal) -> list[Entry]:
        """Of every run. The same bytes hold the same entries, so they are taken apart once."""
        found: list[Entry] = []
        for path in journal.paths:
            key = path.name, disk.read(path)
            if key not in self._read:
                segment = Segment(path, disk)
                segment.load()
                self._read[key] = [entry for batch in segment.batches() for entry in segment.entries(batch)]
            found += self._read[key]
        if self.count % 50 == 0 and found != list(journal.all_entries()):
            raise Lost("the journal gives other entries than its segments hold")
        return found

    def _compare(self, entries: list[Entry], life: Life, told: int, own_entry: bool) -> None:
        known = life.entries
        if own_entry and entries and entries[-1].message == EngageKill("after the crash"):
            entries = entries[:-1]
        if len(entries) < told:
            raise Lost(f"entry {told} had been told of, the journal ends with {len(entries)}")
        if entries != known[: len(entries)]:
            first = next(n for n, entry in enumerate(entries) if n >= len(known) or entry != known[n])
            raise Lost(f"entry {entries[first].seq} is not what was entered")

    def _same_state(self, engine: Engine, entries: list[Entry], life: Life) -> None:
        if entries and entries[-1].message == EngageKill("after the crash"):
            state = Engine(State())
            run = max((n for n, entry in enumerate(entries) if type(entry.message) is StartRun), default=0)
            for entry in entries[run:]:
                apply(state, entry)
            expected = digest(state.state)
        else:
            expected = self._truth.digest(life, len(entries))
        if engine.state.seq != len(entries) or digest(engine.state) != expected:
            raise Lost(f"the state at entry {len(entries)} is not that of its entries")

    def _goes_on(self, disk: FalseDisk, journal: Journal, engine: Engine, before: list[Entry]) -> None:
        """One more entry, told of; then again, as the next start finds it after a loss of power."""
        log = opened_log(disk, journal, engine)
        seq, at, message = engine.state.seq + 1, engine.state.at, EngageKill("after the crash")
        entry = Entry(seq, at, message, engine.apply(seq, at, message), True, 1, 1)
        log.write([entry])
        log.abandon()
        later = disk.crashed(Random(0), Outcome.DROPPED, 512)
        again = Journal(JOURNAL, journal._copy.__class__(journal._copy.path, later) if journal._copy else None, later)
        again.open()
        again.cut()
        tail = list(again.entries(journal.place)) if journal.place.segment and not journal.place.segment.endswith(".dropped") else []
        if again.last_seq != seq or (tail and tail != [entry]) or (again.torn and again.torn.missing):
            raise Lost(f"what was written after the recovery is not there: {again.last_seq} instead of {seq}, {again.torn}")
        if snapshot.newest(SNAPSHOTS, again.last_seq, later)[1]:
            raise Lost("a snapshot is not good")
