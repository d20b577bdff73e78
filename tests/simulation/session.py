"""A desk's session on a false disk, with everything that touches the disk in it: batches, rotation, ends of runs, snapshots,
compressed segments, clean stops, kills between and within writes, and the starts after them.

It notes what an outsider knew at each operation of the disk: which entries had been entered, and up to which they had been
told of. So the disk's operations can be played again alone, and a crash be put before each.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from core.domain.enums import PhaseOfRun
from core.journal import compress, snapshot
from core.journal.entry import Entry
from core.journal.head import HeadCopy
from core.journal.log import Log
from core.journal.reader import Journal
from core.machine.engine import Engine
from core.machine.state import State
from core.machine.stop_memory import carried, carried_settings, carried_triggers
from core.messages.commands import RULES, EndRun, EngageKill, StartRun
from core.replay import replay
from core.sequencer import Sequencer
from tests.simulation.false_disk import FalseDisk, Fault, Killed
from tests.simulation.people import TERMS, People

JOURNAL, HEAD, SNAPSHOTS = Path("/desk/journal"), Path("/desk/journal.head"), Path("/desk/snapshots")
SEGMENT_BYTES = 128 << 10
MILLISECOND = 1_000_000


def start_run(state: State) -> StartRun:
    kill = state.kill
    limits = tuple(state.gate.limits[id] for id in sorted(state.gate.limits))
    return StartRun(
        "simulated", "", 0, kill.generation, kill.engaged, kill.source, limits, stops=carried(kill), stopping=carried_settings(kill),
        triggers=carried_triggers(kill), gate_rules=RULES,
    )


def recovered(disk: FalseDisk) -> tuple[Journal, Engine]:
    """As the program does it: the checked journal, and a machine from the newest snapshot and what follows it."""
    journal = Journal(JOURNAL, HeadCopy(HEAD, disk), disk)
    journal.open()
    journal.cut()
    found, _ = snapshot.newest(SNAPSHOTS, journal, disk)
    engine = Engine(found.state() if found is not None else State())
    replay(engine, journal.entries(found.place if found is not None else None))
    return journal, engine


def opened_log(disk: FalseDisk, journal: Journal, engine: Engine, segment_bytes: int = SEGMENT_BYTES) -> Log:
    running = engine.state.phase is PhaseOfRun.RUNNING
    place = journal.place if running else replace(journal.place, run_segment="")
    log = Log(JOURNAL, place, True, disk, journal._copy, segment_bytes)
    log.open()
    return log


@dataclass
class Life:
    """Of the program, from a start to its end. entries: everything entered so far, also by lives before it, as it knows them."""

    first_op: int
    entries: list[Entry]


@dataclass
class Notes:
    """What an outsider knew. entered, told: (number of disk operations done by then, last seq)."""

    lives: list[Life] = field(default_factory=list)
    entered: list[tuple[int, int]] = field(default_factory=list)
    told: list[tuple[int, int]] = field(default_factory=list)

    def before(self, op: int) -> tuple[Life, int]:
        """The life during operation number op, and the last entry of ours that had been told."""
        life = [one for one in self.lives if one.first_op <= op][-1]
        at = bisect_right(self.told, op, key=lambda told: told[0])
        return life, self.told[at - 1][1] if at else 0


class Session:
    def __init__(self, disk: FalseDisk, seed: int) -> None:
        self.disk = disk
        self.chance = Random(seed)
        self.notes = Notes()
        self.people = People(self.chance, Engine(State()), frozenset((TERMS,)))
        self.steps = 0
        self.kinds: dict[str, int] = {}

    def run(self, steps: int) -> Notes:
        """So many messages of people and market; deadlines come on top."""
        ends: list[Callable[[], None]] = [self._stop, self._kill, self._kill_within]
        self._start()
        while self.steps < steps:
            self._turn()
            chance = self.chance.random()
            if chance < 0.07:
                self._snapshot()
            elif chance < 0.085:
                self._compress()
            elif chance < 0.1:
                ends[self.kinds.get("ends", 0) % len(ends)]()
                self._count("ends")
                self._start()
        self._stop()
        return self.notes

    def _count(self, kind: str) -> None:
        self.kinds[kind] = self.kinds.get(kind, 0) + 1

    def _start(self) -> None:
        """A life begins where the one before ended: what it finds is what it knows."""
        op = self.disk.done
        known = self.notes.lives[-1].entries if self.notes.lives else []
        journal, self.engine = recovered(self.disk)
        self.notes.lives.append(Life(op, known[: journal.last_seq]))
        self.log = opened_log(self.disk, journal, self.engine)
        self.waiting: list[Entry] = []
        self.sequencer = Sequencer(self.engine, self._put, self._publish)
        self.sequencer.seq = journal.last_seq
        self.people.engine = self.engine
        if self.engine.state.phase is not PhaseOfRun.RUNNING:
            self._begin_run()

    def _begin_run(self) -> None:
        self.sequencer.begin_run(0, start_run(self.engine.state))
        for message in self.people.opening():
            self.sequencer.step(1, message)
        self._flush()

    def _put(self, entry: Entry) -> None:
        self.waiting.append(entry)
        self.notes.lives[-1].entries.append(entry)

    def _publish(self, entry: Entry) -> None:
        if entry.touches_ours:
            self.notes.told.append((self.disk.done, entry.seq))

    def _turn(self) -> None:
        for _ in range(self.chance.choice((1, 1, 1, 2, 4))):
            for message in self.people.next():
                self.steps += 1
                self.sequencer.step(self.sequencer.at + self.chance.randrange(MILLISECOND), message)
        if self.chance.random() < 0.8:
            self._flush()
        if self.chance.random() < 0.004:
            self.sequencer.step(self.sequencer.at, EndRun("end of day"))
            self._begin_run()

    def _flush(self) -> None:
        """As the writer's thread does it: a run's first entry begins a batch."""
        waiting, self.waiting = self.waiting, []
        while waiting:
            size = next((n for n, entry in enumerate(waiting) if n and isinstance(entry.message, StartRun)), len(waiting))
            batch, waiting = waiting[:size], waiting[size:]
            self.sequencer.on_durable(self.log.write(batch))

    def _snapshot(self) -> None:
        self._flush()
        snapshot.write(SNAPSHOTS, self.engine.state, self.log.place, 0, 0, self.disk)
        self._count("snapshots")

    def _compress(self) -> None:
        closed = [path for path in Journal(JOURNAL, None, self.disk).paths if path.suffix == ".journal" and path != self.log.path]
        if closed:
            compress.compress(closed[0], self.disk)
            self._count("compressed")

    def _stop(self) -> None:
        self._flush()
        self.log.close()

    def _kill(self) -> None:
        """Some entries never reached the disk, and nobody was told of them."""
        self.sequencer.step(self.sequencer.at, EngageKill("never heard"))
        self.log.abandon()

    def _kill_within(self) -> None:
        self.sequencer.step(self.sequencer.at, EngageKill("half written"))
        self.disk.faults[self.disk.done] = Fault.KILLED_WITHIN
        try:
            self._flush()
        except Killed:
            self.log.abandon()
