"""Plays the disk operations of a session again, puts a crash before each, and looks at what the next start makes of it.

A recovery is good when: the journal opens and is cut; its entries are the first so many of those entered, and none that was
told of is missing; the state from the newest snapshot and the tail is the state of all these entries played from the beginning
of their run; and writing goes on, and opens again.
"""

from collections.abc import Iterator
from random import Random

import msgspec

from core.domain.enums import PhaseOfRun
from core.journal.entry import Entry
from core.journal.reader import Journal
from core.journal.segment import Segment
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.messages.commands import EngageKill, StartRun
from core.replay import apply, replay
from tests.simulation.false_disk import FalseDisk, Op, Outcome
from tests.simulation.session import Life, Notes, opened_log, recovered, start_run

CRASHES: tuple[tuple[Outcome, int], ...] = (
    (Outcome.WRITTEN, 512), (Outcome.DROPPED, 512), (Outcome.TRASHED, 512), (Outcome.TRASHED, 4096), (Outcome.MIXED, 512),
    (Outcome.MIXED, 4096),
)
"""What is there or not does not depend on the sector; what is torn does."""


WHOLE_EACH = 11
"""After every so many recoveries the next start's run is replayed from its beginning, too."""
OWN = EngageKill("after the crash")
"""What a recovery writes, to see that writing goes on. A crash within the recovery may leave it, or not: nobody was told of it."""


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

    def everywhere(self, ops: list[Op]) -> None:
        """Before each operation, and after the last."""
        for number, disk in self._at_each(ops, 1):
            life, told = self.notes.before(number)
            for kind, (outcome, sector) in enumerate(CRASHES):
                left = disk.crashed(Random(f"{self.seed} {number} {kind}"), outcome, sector)
                self.recover(left, life, told, f"crash before operation {number}, {outcome.value}, sectors of {sector}, seed {self.seed}")

    def within_recoveries(self, ops: list[Op], each: int) -> None:
        """At every so many crashes (operations times outcomes): before each operation of the recovery, too. Its operations: the
        cut, the closing of the open segment, the next segment, its first batch."""
        for number, disk in self._at_each(ops, max(each // len(CRASHES), 1)):
            life, told = self.notes.before(number)
            outcome, sector = CRASHES[number % len(CRASHES)]
            left = disk.crashed(Random(f"{self.seed} {number}"), outcome, sector)
            again = left.crashed(Random(0), Outcome.WRITTEN, sector)
            where = f"crash before operation {number}, {outcome.value}, sectors of {sector}, seed {self.seed}"
            self.recover(left, life, told, where)
            for inner in range(len(left.ops) + 1):
                for kind, (outcome, sector) in enumerate(CRASHES):
                    broken = again.crashed(Random(f"{self.seed} {number} {inner} {kind}"), outcome, sector)
                    self.recover(broken, life, told, f"{where}; again before {inner} of the recovery, {outcome.value}, {sector}")
                if inner < len(left.ops):
                    again.apply(left.ops[inner])

    def _at_each(self, ops: list[Op], each: int) -> Iterator[tuple[int, FalseDisk]]:
        disk = FalseDisk()
        disk.recording = False
        for number in range(len(ops) + 1):
            if number % each == 0:
                yield number, disk
            if number < len(ops):
                disk.apply(ops[number])

    def recover(self, disk: FalseDisk, life: Life, told: int, where: str) -> None:
        try:
            journal, engine = recovered(disk)
            entries = self._entries(disk, journal)
            self._compare(entries, life, told)
            self._same_state(engine, entries, life)
            self._goes_on(disk, journal, engine)
        except Exception as error:
            raise Lost(f"{where}: {type(error).__name__}: {error}") from error
        self.count += 1

    def _entries(self, disk: FalseDisk, journal: Journal) -> list[Entry]:
        """Of every run. The same bytes hold the same entries, so those of a closed segment are taken apart once."""
        found: list[Entry] = []
        for path in journal.paths:
            key = path.name, disk.read(path)
            held = self._read.get(key)
            if held is None:
                segment = Segment(path, disk)
                segment.load()
                held = [entry for batch in segment.batches() for entry in segment.entries(batch)]
                if segment.sealed:
                    self._read[key] = held
            found += held
        if self.count % 50 == 0 and found != list(journal.all_entries()):
            raise Lost("the journal gives other entries than its segments hold")
        return found

    def _compare(self, entries: list[Entry], life: Life, told: int) -> None:
        known = life.entries
        if _has_own(entries):
            entries = entries[:-1]
        if len(entries) < told:
            raise Lost(f"entry {told} had been told of, the journal ends with {len(entries)}")
        if entries != known[: len(entries)]:
            first = next(n for n, entry in enumerate(entries) if n >= len(known) or entry != known[n])
            raise Lost(f"entry {entries[first].seq} is not what was entered")

    def _same_state(self, engine: Engine, entries: list[Entry], life: Life) -> None:
        expected = self._truth.digest(life, len(entries)) if not _has_own(entries) else _played(entries)
        if engine.state.seq != len(entries) or digest(engine.state) != expected:
            raise Lost(f"the state at entry {len(entries)} is not that of its entries")

    def _goes_on(self, disk: FalseDisk, journal: Journal, engine: Engine) -> None:
        """One more entry, told of; then again, as the next start finds it after a loss of power."""
        log = opened_log(disk, journal, engine)
        seq, at = engine.state.seq + 1, engine.state.at
        message = OWN if engine.state.phase is PhaseOfRun.RUNNING else msgspec.structs.replace(start_run(engine.state), session=OWN.source)
        entry = Entry(seq, at, message, engine.apply(seq, at, message), True, 1, 1)
        log.write([entry])
        log.abandon()
        later = disk.crashed(Random(0), Outcome.DROPPED, 512)
        again, machine = recovered(later)
        if again.last_seq != seq or (again.torn and again.torn.missing):
            raise Lost(f"what was written after the recovery is not there: {again.last_seq} instead of {seq}, {again.torn}")
        if digest(machine.state) != digest(engine.state):
            raise Lost("the next start makes another state of it")
        if self.count % WHOLE_EACH == 0:
            whole = Engine(State())
            replay(whole, again.entries())
            if digest(whole.state) != digest(engine.state):
                raise Lost("the next start's whole run makes another state")


def _has_own(entries: list[Entry]) -> bool:
    if not entries:
        return False
    last = entries[-1].message
    return bool(last == OWN or (type(last) is StartRun and last.session == OWN.source))


def _played(entries: list[Entry]) -> str:
    """The state after all of them, from the beginning of the last run."""
    begin = max((n for n, entry in enumerate(entries) if type(entry.message) is StartRun), default=0)
    engine = Engine(State())
    replay(engine, entries[begin:])
    return digest(engine.state)
