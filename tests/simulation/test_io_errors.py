"""The n-th operation of the disk fails, for every n until a run has none: no space, input/output error (also of a sync), a short write,
a short write and then no space. With the real writer and its thread.

Each run ends in one of two ways. The journal's own operation failed: the writer says so once, in one sentence, the desk takes
nothing more and nothing is published. Or what failed can be done without (the head's second place, a snapshot, compression).
In both, the next start finds everything that was told, after a restart and after a loss of power.
"""

import contextlib
from queue import SimpleQueue
from random import Random

import pytest

from core.journal import compress, snapshot
from core.journal.entry import Entry
from core.journal.head import HeadCopy
from core.journal.log import Log
from core.journal.reader import Journal
from core.journal.writer import JournalError, JournalWriter
from core.machine.state import digest
from core.sequencer import Broken, Sequencer
from tests.simulation.crash_points import Crashes
from tests.simulation.false_disk import FalseDisk, Fault, Outcome
from tests.simulation.people import TERMS, People
from tests.simulation.session import HEAD, JOURNAL, SNAPSHOTS, Life, Notes, recovered, start_run

TURNS, SEED, SEGMENT_BYTES, PATIENCE_S = 50, 1, 48 << 10, 10
FAULTS = [Fault.NO_SPACE, Fault.INPUT_OUTPUT, Fault.SHORT, Fault.SHORT_THEN_FULL]


class Run:
    """sentences: what the writer said when it failed. entered, told: entries, and of those of ours that were published the seqs."""

    def __init__(self, fault: Fault | None, number: int) -> None:
        self.disk = FalseDisk()
        if fault is not None:
            self.disk.faults[number] = fault
        self.sentences: list[str] = []
        self.entered: list[Entry] = []
        self.told: list[int] = []
        self.elsewhere: list[str] = []
        self._said: SimpleQueue[int | str] = SimpleQueue()
        self.durable = 0
        self.chance = Random(SEED)

    def play(self) -> None:
        try:
            journal, engine = recovered(self.disk)
            log = Log(JOURNAL, journal.place, True, self.disk, HeadCopy(HEAD, self.disk), SEGMENT_BYTES)
            self.writer = JournalWriter(log, self._said.put, self._said.put)
            self.writer.open()
        except JournalError as error:
            self.sentences.append(str(error))
            return
        self.sequencer = Sequencer(engine, self._put, self._publish)
        self.people = People(self.chance, engine, frozenset((TERMS,)))
        try:
            self._turns(log)
        finally:
            assert self.writer.close(PATIENCE_S)
            self._hear_rest()

    def _turns(self, log: Log) -> None:
        self.sequencer.begin_run(0, start_run(self.people.engine.state))
        for message in self.people.opening():
            self.sequencer.step(1, message)
        for turn in range(TURNS):
            if not self._written():
                return
            if turn % 10 == 9:
                self._look_after(log)
            for _ in range(self.chance.choice((1, 1, 3))):
                for message in self.people.next():
                    self.sequencer.step(self.sequencer.at + 1_000, message)
        self._written()

    def _look_after(self, log: Log) -> None:
        """What the keeper does: its errors hold nobody up."""
        closed = [path for path in Journal(JOURNAL, None, self.disk).paths if path.suffix == ".journal" and path != log.path]
        try:
            snapshot.write(SNAPSHOTS, self.people.engine.state, log.place, 0, 0, self.disk)
            if closed:
                compress.compress(closed[0], self.disk)
        except OSError as error:
            self.elsewhere.append(str(error))

    def _put(self, entry: Entry) -> None:
        self.entered.append(entry)
        self.writer.put(entry)

    def _publish(self, entry: Entry) -> None:
        assert not self.sentences, "published after the journal failed"
        if entry.touches_ours:
            self.told.append(entry.seq)

    def _written(self) -> bool:
        """Waits until the disk has everything, or the writer has failed."""
        self.writer.kick()
        while self.durable < self.sequencer.seq:
            said = self._said.get(timeout=PATIENCE_S)
            if isinstance(said, str):
                self._failed(said)
                return False
            self.durable = said
            self.sequencer.on_durable(said)
        return True

    def _failed(self, sentence: str) -> None:
        self.sentences.append(sentence)
        self.sequencer.halt(sentence)
        with pytest.raises(Broken, match="cannot write the journal"):
            self.sequencer.step(self.sequencer.at, self.people.cancel_all())

    def _hear_rest(self) -> None:
        while not self._said.empty():
            said = self._said.get()
            if isinstance(said, str):
                self.sentences.append(said)


def must_fail(run: Run, number: int, fault: Fault, plain: Run) -> bool:
    """Whether the operation is one that the journal cannot do without: of a segment being written, or its name."""
    op = plain.disk.ops[number]
    if fault is Fault.SHORT or (fault is not Fault.INPUT_OUTPUT and op[0] not in ("write", "create")):
        return False
    if fault is not Fault.INPUT_OUTPUT:
        return fault is Fault.NO_SPACE or op[0] == "write"  # the disk stays full
    if op[0] in ("write", "sync"):
        created = [one[1] for one in plain.disk.ops if one[0] == "create"]
        return created[op[1]].suffix == ".journal"
    return op[0] == "create" and op[1].suffix == ".journal"


def after(run: Run, disk: FalseDisk, where: str) -> None:
    disk.full = False
    disk.faults.clear()
    crashes = Crashes(Notes(), SEED)
    crashes.recover(disk, Life(0, run.entered), run.told[-1] if run.told else 0, where)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.lower())
def test_every_operation_fails_once(fault: Fault) -> None:
    plain = Run(None, 0)
    plain.play()
    assert not plain.sentences and plain.told
    number, failures = 0, 0
    while True:
        run = Run(fault, number)
        run.play()
        if run.disk.done <= number:
            break
        where = f"{fault.value} at operation {number} of {plain.disk.done}"
        assert len(run.sentences) <= 1, where
        failures += len(run.sentences)
        for sentence in run.sentences:
            assert sentence.startswith("cannot write the journal ") and "\n" not in sentence, where
            assert sentence.endswith("free some disk space" if "space" in sentence else "check the disk"), where
        last = number >= plain.disk.done - 3
        assert run.sentences or last or not must_fail(run, number, fault, plain), f"{where}: nobody was told"
        for kind, outcome in enumerate(Outcome):
            after(run, run.disk.crashed(Random(f"{number} {kind}"), outcome, 4096), f"{where}, then {outcome.value}")
        after(run, run.disk, where)
        number += 1
    assert number == plain.disk.done > 150
    assert (failures == 0) if fault is Fault.SHORT else (failures > number // 3)


def test_the_head_can_be_done_without_and_it_is_said() -> None:
    plain = Run(None, 0)
    plain.play()
    first = next(n for n, op in enumerate(plain.disk.ops) if op[0] == "create" and op[1] == HEAD)
    run = Run(Fault.INPUT_OUTPUT, first)
    run.play()
    assert not run.sentences and "is not copied to" in run.writer.head_problem
    assert digest(recovered(run.disk)[1].state) == digest(run.people.engine.state)


def test_a_failed_sync_is_not_tried_again() -> None:
    """Its pages are marked clean: a second sync would say yes to bytes that are nowhere."""
    plain = Run(None, 0)
    plain.play()
    created = [op[1] for op in plain.disk.ops if op[0] == "create"]
    syncs = [n for n, op in enumerate(plain.disk.ops) if op[0] == "sync" and created[op[1]].suffix == ".journal"]
    run = Run(Fault.INPUT_OUTPUT, syncs[len(syncs) // 2])
    with contextlib.suppress(JournalError):
        run.play()
    assert len(run.sentences) == 1
    file = plain.disk.ops[syncs[len(syncs) // 2]][1]
    later = [op for op in run.disk.ops[syncs[len(syncs) // 2] :] if op[0] == "sync" and op[1] == file]
    assert not later
