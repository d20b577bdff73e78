"""The whole core in a false world under one seed, in one thread: real sequencer, machine, journal, snapshots, projections and
recovery; a false disk, clock and latch; made-up people and market.

Each seed switches a random part of FAULTS on (swarm testing: Groce et al., ISSTA 2012). After every entry the invariants are
looked at; after every recovery: nothing told is lost, nothing is invented, and the state is that of the full replay and that of
the newest snapshot and its tail.
A venue abroad takes what is told and answers over a bad line; at the end it and the desk must agree on every order.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from random import Random
from unittest.mock import patch

from app import projection_memory
from app.replica import Replica
from core.domain.enums import PhaseOfRun
from core.domain.scope import parse_scope
from core.domain.stages import BLOCKED
from core.domain.units import MILLISECOND, SECOND
from core.journal import compress, snapshot
from core.journal.entry import Entry
from core.journal.head import HeadCopy
from core.journal.latch_machine import agree, catch_up, for_a_new_run
from core.journal.log import Log
from core.journal.reader import Journal
from core.journal.writer import sentence
from core.machine.engine import Engine
from core.machine.state import State, digest
from core.machine.stop_memory import carried_settings, carried_triggers
from core.messages.commands import RULES, EndRun, StartRun
from core.messages.events import OrderSent
from core.messages.notes import TailTruncated
from core.messages.outside import OutsideReport
from core.messages.reports import Doubted
from core.replay import replay
from core.sequencer import Broken, Sequencer
from tests.simulation.abroad import OPENING, Abroad, must_agree
from tests.simulation.abroad import VENUE as ABROAD_VENUE
from tests.simulation.false_clock import FalseClock, everywhere
from tests.simulation.false_disk import FalseDisk, Fault, Killed, Outcome
from tests.simulation.false_latch import FalseLatch
from tests.simulation.invariants import Ledger, must
from tests.simulation.people import DUPLICATES, FEED, SCOPES, TERMS, VENUE, People
from tests.simulation.session import HEAD, JOURNAL, SNAPSHOTS

POWER, KILLS, ERRORS, SLOW, CLOCK, OUTSIDE, KEEPER, RUNS, ABROAD, AHEAD = (
    "loss of power", "kills", "disk errors", "a slow disk", "clock steps", "a watchdog at the latch", "snapshots and compression",
    "ends of runs", "a venue abroad", "a keeper ahead of the disk",
)
DRAWN = (FEED, VENUE, TERMS, DUPLICATES, POWER, KILLS, ERRORS, SLOW, CLOCK, OUTSIDE, KEEPER, RUNS)
FAULTS = (*DRAWN, ABROAD, AHEAD)
"""The last two are there in every fourth and every sixteenth world, and draw nothing from its chance: older seeds keep their histories."""
SEGMENT_BYTES = 64 << 10
FITS = projection_memory.fits()


@dataclass
class Tally:
    """What a world went through."""

    entries: int = 0
    recoveries: int = 0
    told: int = 0
    ends: dict[str, int] = field(default_factory=dict)


@contextmanager
def false_surroundings(clock: FalseClock) -> Iterator[None]:
    """The sources do not change while it runs, so they are read once."""
    with everywhere(clock), patch.object(projection_memory, "fits", lambda: FITS):
        yield


class World:
    """entered: every entry of every run that the present program knows. told: the last of ours that was published."""

    def __init__(self, seed: int, faults: frozenset[str] | None = None) -> None:
        self.chance = Random(seed)
        chosen = frozenset(fault for fault in DRAWN if self.chance.random() < 0.5)
        if seed % 4 == 3:
            chosen |= {ABROAD}
        if seed % 16 == 14:
            chosen |= {AHEAD, POWER}
        self.faults = chosen if faults is None else faults
        self.clock, self.disk, self.latch = FalseClock(), FalseDisk(), FalseLatch()
        self.disk.recording = False
        self.tally = Tally()
        self.entered: list[Entry] = []
        self.told = 0
        self.ledger = Ledger()
        self.people = People(self.chance, Engine(State()), self.faults)
        self.abroad = Abroad(seed) if ABROAD in self.faults else None

    def run(self, turns: int) -> Tally:
        """Raises whatever is wrong."""
        with false_surroundings(self.clock):
            self._begin()
            for _ in range(turns):
                try:
                    self._turn()
                except Killed:
                    self._end("killed")
                    self._begin()
                except OSError as error:
                    self._fail(error)
                    self._begin()
            self._calm_end()
        return self.tally

    # a life -----------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """A start may fail and be killed too; at the fourth attempt the world lets it."""
        for attempt in range(4):
            self._plan_fault(attempt < 3 and self.tally.recoveries > 0)
            try:
                self._start()
                return
            except Killed:
                self._end("killed while starting")
            except OSError:
                self._end("no disk while starting")
        raise AssertionError("four starts failed")

    def _start(self) -> None:
        self.disk.full = False
        journal = Journal(JOURNAL, HeadCopy(HEAD, self.disk), self.disk)
        journal.open()
        journal.cut()
        self.replica = replica = Replica(on_fault=_raise)
        replica.recover(journal, SNAPSHOTS, self.disk)
        self._prove(journal, replica)
        self.engine, self.people.engine = replica.engine, replica.engine
        running = self.engine.state.phase is PhaseOfRun.RUNNING
        place = journal.place if running or journal.torn is not None else replace(journal.place, run_segment="")
        self.log = Log(JOURNAL, place, True, self.disk, journal._copy, SEGMENT_BYTES)
        self.waiting: list[Entry] = []
        self.log.open()
        catch_up(self.latch, self.engine.state.kill)
        self.sequencer = Sequencer(self.engine, self._put, self._publish, self.latch, True, replica.wall_ns)
        if journal.torn is not None:
            torn = journal.torn
            must(torn.missing == 0, f"the head's second place misses entries: {torn}")
            self.sequencer.step(self.sequencer.at, TailTruncated(torn.path.name, torn.after_seq, torn.cut_bytes, torn.missing))
            if self.chance.random() < 0.5:
                self._flush()
        self._day_abroad()
        if running:
            self._agree_with_latch()
        else:
            self._begin_run()
        self.disk.faults.clear()

    def _agree_with_latch(self) -> None:
        """As app.assembly does it: whichever of the two says engaged is believed."""
        state, latch = self.engine.state, self.latch
        # An engagement that the power cut took from the latch, and that was lifted in the journal alone, counts as engaged.
        expected = latch.engaged or state.kill.engaged or latch.generation < state.kill.generation
        scopes = {scope.text for scope in latch.scopes} | {text for text, stop in state.kill.stops.items() if stop.stage >= BLOCKED}
        for message in agree(latch, state.kill):
            self.sequencer.step(self.sequencer.at, message)
        blocked = {text for text, stop in state.kill.stops.items() if stop.stage >= BLOCKED}
        must(state.kill.engaged == expected and scopes <= blocked, "after the start the kill switch is not what latch and journal said")
        must(blocked == {scope.text for scope in latch.scopes}, "after the start the latch and the machine differ")

    def _begin_run(self) -> None:
        state, latch = self.engine.state, self.latch
        stops = for_a_new_run(latch, state.kill)
        limits = tuple(state.gate.limits[id] for id in sorted(state.gate.limits))
        self.sequencer.begin_run(0, StartRun(
            "simulated", "", 0, latch.generation, latch.engaged, "before", limits, stops=stops, stopping=carried_settings(state.kill),
            triggers=carried_triggers(state.kill), gate_rules=RULES,
        ))
        for message in self.people.opening():
            self.sequencer.step(1, message)
        for message in OPENING if self.abroad is not None else ():
            self.sequencer.step(1, message)
        self._flush()
        self._day_abroad()

    def _day_abroad(self) -> None:
        """A run that is in the journal is a day of its own at the venue abroad, too."""
        began = max((entry.seq for entry in self.entered if type(entry.message) is StartRun), default=0)
        if self.abroad is not None and began != self.abroad.first:
            self.abroad.new_run(began)

    def _prove(self, journal: Journal, replica: Replica) -> None:
        """What was found is what there was to find."""
        found = list(journal.all_entries())
        must(len(found) >= self.told, f"entry {self.told} had been told of, the journal ends with {len(found)}")
        must(found == self.entered[: len(found)], "the journal holds an entry that was never entered")
        whole = Engine(State())
        replay(whole, journal.entries())
        must(digest(replica.engine.state) == digest(whole.state), "snapshot and tail make another state than the full replay")
        newest, _ = snapshot.newest(SNAPSHOTS, journal, self.disk)
        if newest is not None:
            other = Engine(newest.state())
            replay(other, journal.entries(newest.place))
            must(digest(other.state) == digest(replica.engine.state), "a machine from the snapshot alone makes another state")
        self.entered = found
        self.ledger = Ledger()
        for entry in found:
            self.ledger.follow(entry)
            self.ledger.exposure = (1 << 60, 1 << 60)
        if found:
            self.ledger.compare(found[-1], replica.engine.state)
        self._screens_agree(replica)
        self.tally.recoveries += 1

    def _end(self, how: str) -> None:
        """The program is gone. Sometimes the power goes with it."""
        self.log.abandon()
        self.disk.faults.clear()
        self.latch.kill_at = 0
        if AHEAD in self.faults and self.entered:
            self._read_ahead()
        if POWER in self.faults and self.chance.random() < 0.7:
            how += ", and the power went"
            self.disk = self.disk.crashed(self.chance, self.chance.choice(list(Outcome)), self.chance.choice((512, 4096)))
            self.disk.recording = False
            self.latch.lose_power()
        self.tally.ends[how] = self.tally.ends.get(how, 0) + 1

    def _read_ahead(self) -> None:
        """The keeper outlives the program, and reads what was written and is not on the disk yet: its snapshot may be of more entries
        than a power cut leaves."""
        journal = Journal(JOURNAL, None, self.disk)
        journal.open()
        replica = Replica(on_fault=_raise)
        replica.recover(journal, SNAPSHOTS, self.disk)
        with suppress(OSError):
            memory = projection_memory.remember(replica.projections)
            snapshot.write(SNAPSHOTS, replica.engine.state, journal.place, 0, 0, self.disk, memory, FITS)

    def _fail(self, error: OSError) -> None:
        """The journal cannot be written: nothing more is taken or shown, and somebody makes room before the next start."""
        self.latch.kill_at = 0
        self.sequencer.halt(sentence(self.log.path, error))
        told = self.told
        try:
            self.sequencer.step(self.sequencer.at, self.people.cancel_all())
        except Broken:
            must(self.latch.engaged and self.told == told, "a broken core went on")
        else:
            raise AssertionError("a broken core took a command")
        self._end("a disk error")

    # a turn -----------------------------------------------------------------------------------------------------------

    def _turn(self) -> None:
        chance = self.chance
        self._plan_fault(chance.random() < 0.02)
        self._tick()
        at = self.sequencer.at + chance.randrange(-MILLISECOND, 5 * MILLISECOND)
        if chance.random() < 0.02:
            at += SECOND
        self._outside_reports(at)
        messages = self.people.next()
        for message in messages:
            self.sequencer.step(at, message)
        if not messages:
            self.sequencer.check_latch(at)
            self.sequencer.pass_time(at)
        if chance.random() < (0.03 if SLOW in self.faults else 0.6):
            self._flush()
            self._screens_agree(self.replica)
        if KEEPER in self.faults and chance.random() < 0.02:
            self._keep()
        if RUNS in self.faults and chance.random() < 0.004:
            self.sequencer.step(self.sequencer.at, EndRun("end of day"))
            self._begin_run()

    def _outside_reports(self, at: int) -> None:
        """Somebody asks something of the venue abroad, it works, and some of what it says arrives."""
        abroad = self.abroad
        if abroad is None:
            return
        if self.sequencer.running:
            for message in abroad.ask(self.engine.state):
                self.sequencer.step(at, message)
        abroad.work()
        for report in abroad.arriving():
            self.sequencer.step(at, report)

    def _agree_abroad(self) -> None:
        """The line is good again, and everything is asked for: what the venue has is what the desk knows."""
        abroad = self.abroad
        if abroad is None:
            return
        abroad.steady = True
        abroad.say_all_fills()
        self.sequencer.step(self.sequencer.at, OutsideReport(ABROAD_VENUE, "", Doubted(0)))  # type: ignore[arg-type]
        for _ in range(50):
            self._flush()
            abroad.work()
            arrived = abroad.arriving()
            for report in arrived:
                self.sequencer.step(self.sequencer.at, report)
            if not arrived and not abroad.inbox:
                break
        must_agree(abroad, self.engine.state)

    def _tick(self) -> None:
        self.clock.pass_ns(self.chance.randrange(10 * MILLISECOND))
        if CLOCK in self.faults and self.chance.random() < 0.02:
            self.clock.step_ns(self.chance.choice((-SECOND, SECOND, -3 * MILLISECOND, -3_600 * SECOND)))
        if OUTSIDE in self.faults and self.chance.random() < 0.01:
            self.latch.engage_from_outside("watchdog", parse_scope(self.chance.choice(("everything", "everything", *SCOPES))))

    def _plan_fault(self, now: bool) -> None:
        """At one of the disk's, or the latch's, next operations."""
        if not now or not self.faults & {POWER, KILLS, ERRORS}:
            return
        chance, kinds = self.chance, []
        if self.faults & {POWER, KILLS}:
            kinds += [Fault.KILLED, Fault.KILLED_WITHIN]
        if ERRORS in self.faults:
            kinds += [Fault.NO_SPACE, Fault.INPUT_OUTPUT, Fault.SHORT, Fault.SHORT_THEN_FULL]
        if KILLS in self.faults and chance.random() < 0.2:
            self.latch.kill_at, self.latch.kill_after = chance.randint(1, 2), chance.random() < 0.5
        else:
            self.disk.faults[self.disk.done + chance.randrange(12)] = chance.choice(kinds)

    def _put(self, entry: Entry) -> None:
        self.waiting.append(entry)
        self.entered.append(entry)
        self.tally.entries += 1
        state = self.engine.state
        if any(isinstance(event, OrderSent) for event in entry.events):
            must(self.latch.generation == state.kill.generation, "an order was sent past an engagement of the latch")
        self.ledger.follow(entry)
        self.ledger.compare(entry, state)

    def _publish(self, entry: Entry) -> None:
        if entry.touches_ours:
            must(entry.seq <= self.log.place.seq, f"entry {entry.seq} was told before it was durable")
            self.told = entry.seq
            self.tally.told += 1
            if self.abroad is not None:
                for event in entry.events:
                    self.abroad.take(event)
        self.replica.board.publish(entry)

    def _flush(self) -> None:
        """As the writer's thread does it: a run's first entry begins a batch."""
        while self.waiting:
            waiting = self.waiting
            size = next((n for n, entry in enumerate(waiting) if n and isinstance(entry.message, StartRun)), len(waiting))
            size = min(size, self.chance.randint(1, 40))
            batch, self.waiting = waiting[:size], waiting[size:]
            self.sequencer.on_durable(self.log.write(batch))

    def _keep(self) -> None:
        """The keeper's work. Its errors hold nobody up, its end is not the program's; but the power's is both's."""
        self._flush()
        try:
            memory = projection_memory.remember(self.replica.projections)
            snapshot.write(SNAPSHOTS, self.engine.state, self.log.place, 0, 0, self.disk, memory, FITS)
            for path in Journal(JOURNAL, None, self.disk).paths:
                if path.suffix == ".journal" and path != self.log.path and self.chance.random() < 0.5:
                    compress.compress(path, self.disk)
        except OSError:
            self.disk.full = False

    def _screens_agree(self, replica: Replica) -> None:
        if replica is self.replica and self.tally.recoveries and hasattr(self, "sequencer") and self.sequencer.held:
            return
        oms, projections = replica.engine.state.oms, replica.projections
        rows = projections.orders.open
        must(rows.keys() == oms.open.keys(), "the blotter's open orders are not the desk's")
        for id, row in rows.items():
            order = oms.open[id]
            must((row.leaves, row.qty, row.state) == (order.leaves, order.qty, order.state), f"the blotter's row of order {id} differs")
        for (account, instrument), position in oms.positions.items():
            held = projections.positions.held(instrument, account)
            numbers: Callable[[object], tuple[object, ...]] = lambda of: tuple(getattr(of, name) for name in POSITION)  # noqa: E731
            must(numbers(held) == numbers(position), "the position on screen is not the desk's")
        must(projections.kill.engaged == replica.engine.state.kill.engaged, "the kill switch on screen is not the desk's")

    def _calm_end(self) -> None:
        """The last program stops cleanly, and one more start finds everything."""
        self.disk.faults.clear()
        self.latch.kill_at = 0
        self.disk.full = False
        self._agree_abroad()
        self._flush()
        self.log.close()
        must(self.sequencer.held == 0, "entries are held back for ever")
        self.faults -= {POWER, KILLS, ERRORS}
        self._begin()


POSITION = ("qty", "cost", "realised", "bought", "sold")


def _raise(name: str, error: BaseException) -> None:
    raise error
