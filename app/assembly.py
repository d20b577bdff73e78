"""The core, put together: every projection, door and folder is a visible line here. Used by the window, headless runs,
benchmarks and tests alike.
"""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from app import collector, projection_memory, roster
from app.command_times import CommandTimes
from app.core_thread import CoreThread
from app.disk_watch import DiskWatch
from app.first_limits import FirstLimits
from app.first_triggers import DEFAULT_TRIGGERS
from app.folders import Folders
from app.frame_link import FrameLink
from app.keeper import SNAPSHOT_ENTRIES
from app.keeping import Keeping
from app.recovering import OnRecovery, silent
from app.replica import Replica
from core.domain.enums import PhaseOfRun
from core.domain.instrument import Instrument
from core.domain.roles import Right
from core.domain.scope import EVERYTHING, width
from core.domain.stages import BLOCKED
from core.domain.units import DAY, InstrumentId, Nanos
from core.edge.calendar import Calendar, beginning
from core.edge.history.trouble import HistoryError
from core.edge.history.writer import History
from core.edge.recorded_feed import RecordedFeed
from core.edge.session_clock import SessionClock
from core.edge.tape_file import RecordedTrade, Tape
from core.journal import snapshot
from core.journal.disk import REAL, remove_unfinished
from core.journal.entry import Entry
from core.journal.head import HeadCopy
from core.journal.latch import Latch
from core.journal.latch_machine import agree, catch_up, for_a_new_run
from core.journal.log import SEGMENT_BYTES, Log, Place
from core.journal.reader import Journal, segments
from core.journal.retention import Keep
from core.journal.segment import Damaged
from core.journal.since import entries_from
from core.journal.writer import JournalError, JournalWriter, sentence
from core.machine.desk.instructions import carried
from core.machine.state import digest
from core.machine.stop_memory import carried_settings, carried_triggers
from core.messages.commands import RULES, EndRun, EngageKill, StartRun
from core.messages.flow import ListInstrument
from core.messages.limits import NO_LIMIT, BeginTradingDay
from core.messages.notes import TailTruncated
from core.messages.people import SetPerson
from core.projections.trading_day import TradingDays
from core.sequencer import Sequencer
from widgets.tongue import tr

log = logging.getLogger(__name__)

SWITCH_INTERVAL_S = 0.0002
"""How long a thread may keep the interpreter while another waits. Python's own 5 ms leaves the screen two frames a second, and
an order up to 5 ms late."""


SNAPSHOT_AT_END = 50_000
"""Entries since the last snapshot that are worth one at a clean end: about a second of replay."""


@dataclass(frozen=True)
class Upkeep:
    """How the journal is looked after. disk_low, disk_blocked, segment: bytes."""

    disk_low: int = 2_000_000_000
    disk_blocked: int = 500_000_000
    keep: Keep = field(default_factory=Keep)
    snapshot_every: int = SNAPSHOT_ENTRIES
    segment: int = SEGMENT_BYTES


class Assembly:
    """A core over one data folder, recovered and ready; start() sets it going.

    people: who may do what, from this start on; none: as the journal has it, or nobody is asked.
    resumed: an unfinished run goes on (paused when `paused_after_crash`). kill_engaged: at the start, and after stop(); kill_part: then
    only of a part.
    on_recovery: told how far it is, and may end it. Raises TapeError, JournalError, Damaged, Mismatch, LatchError, Cancelled: each a
    sentence for the operator.
    """

    def __init__(
        self, data: Path, tape: Tape, speed_milli: int = 1000, environment: str = "development", durability: str = "durable",
        limits: FirstLimits | None = None, link: FrameLink | None = None, paused_after_crash: bool = True,
        on_ended: Callable[[], None] = lambda: None, on_broken: Callable[[str], None] = lambda sentence: None,
        head_copy: Path | None = None, upkeep: Upkeep | None = None, calendar: Calendar | None = None, history: str = "off",
        days: TradingDays | None = None, people: tuple[SetPerson, ...] = (), on_recovery: OnRecovery = silent,
    ) -> None:
        upkeep = upkeep or Upkeep()
        self.tape = tape
        self._limits, self._days = limits or FirstLimits(), days or TradingDays()
        self._calendar, self._people = calendar, people
        self.folders = Folders(data)
        self.latch = Latch(self.folders.latch, missing_means_engaged=bool(segments(self.folders.journal)))
        head = HeadCopy(head_copy or self.folders.head)
        self.replica = replica = Replica(environment, durability, days=days, on_recovery=on_recovery)
        journal = self._recovered(head)
        self.engine, self.projections, self.board = replica.engine, replica.projections, replica.board
        self.session = self.projections.session
        self.torn = journal.torn
        self.resumed = self.engine.state.phase is PhaseOfRun.RUNNING and self.engine.state.tape_sha256 == tape.sha256
        self.abandoned = "" if self.resumed or self.engine.state.phase is not PhaseOfRun.RUNNING else self.engine.state.session
        log_file = Log(
            self.folders.journal, self._place(journal), durability == "durable", head=head, segment_bytes=upkeep.segment,
            wall_ns=replica.wall_ns,
        )
        self.journal = JournalWriter(log_file, self._durable, self._journal_failed)
        self.journal.open()
        self.sequencer = Sequencer(
            self.engine, self.journal.put, self._publish, self.latch, durability == "durable", replica.wall_ns
        )
        self.feed = RecordedFeed(tape, self._recorded)
        self.clock = SessionClock(tape.head.first_at, 0, speed_milli, paused=True)
        self.session.speed_milli = speed_milli
        self.watch = DiskWatch(self.folders.journal, upkeep.disk_low, upkeep.disk_blocked, blocked_before=self.engine.state.gate.no_space)
        self.keeping = Keeping(data, replica.began, upkeep.keep, self._submit, self.session.tell, upkeep.snapshot_every, days)
        self.core = CoreThread(
            self.sequencer, self.journal, self.board, self.session, self.clock, self.feed, self._start_run, link, on_ended, on_broken,
            self.watch, self.keeping, CommandTimes(self.projections.journeys),
        )
        self._durable_seq = journal.last_seq
        self.history: History | None = None
        if history != "off":
            self.history = History(history, self._journal_from, lambda: self._durable_seq, journal.last_seq, self.session.tell)
            self.board.subscribe("history", self.history.take)
        self._note_torn(journal)
        self._begin(replica.opened, replica.applied, paused_after_crash)
        self.kill_engaged = self.engine.state.kill.engaged
        self.kill_part = bool(self.stopped_part())

    def _place(self, journal: Journal) -> Place:
        """Where it goes on. A note of a torn end comes before the new run: until there is one, it belongs to the run before."""
        of_last_run = self.engine.state.phase is PhaseOfRun.RUNNING or journal.torn is not None
        return journal.place if of_last_run else replace(journal.place, run_segment="")

    def start(self, mono_ns: int) -> None:
        """Session time runs from mono_ns on, unless the run was resumed paused."""
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        self.core.seat.may_restart = self._may_restart
        collector.begin()
        self.clock.move(self.clock.now(mono_ns), mono_ns)
        self.clock.paused = self.session.paused
        if self.history is not None:
            self.history.start()
        self.core.start()

    def stop(self, why: str) -> bool:
        """Ends the run cleanly when it was started, and both threads; False when that took more than five seconds."""
        stopped = self.core.stop(why)
        self.keeping.close()
        if self.history is not None and not self.history.close():
            log.warning("the history database did not get to the journal's end in time; the next start catches up")
        if self.journal.error and not self.sequencer.broken:
            # The very last batch failed, when nobody listened any more: the next start must know.
            self.sequencer.halt(self.journal.error)
        if stopped and not self.sequencer.broken:
            self._last_snapshot()
        self.kill_engaged = self.engine.state.kill.engaged or self.latch.engaged
        self.kill_part = bool(self.stopped_part())
        collector.end()
        self.latch.close()
        return stopped

    def stopped_part(self) -> list[str]:
        """What is stopped while the rest goes on, by machine or latch, the widest first, each in words. Empty: nothing or everything."""
        stops = self.engine.state.kill.stops.values()
        scopes = {*self.latch.scopes, *(stop.scope for stop in stops if stop.stage >= BLOCKED)}
        return [] if EVERYTHING in scopes else [scope.words for scope in sorted(scopes, key=lambda scope: (width(scope), scope))]

    def _last_snapshot(self) -> None:
        """After a long run the next start need not read it again. The core has stopped, so nothing waits for this."""
        if self.sequencer.seq - self.keeping.snapshot_seq < SNAPSHOT_AT_END:
            return
        try:
            snapshot.write(
                self.folders.snapshots, self.engine.state, self.journal.place, len(self.feed.opening), self.session.messages,
                extra=projection_memory.remember(self.projections), extra_for=projection_memory.fits(), wall_ns=self.sequencer.wall_ns,
            )
        except OSError as error:
            log.warning("no snapshot was written: %s", error)

    def digest(self) -> str:
        """State hash. Only when the core does not run."""
        return digest(self.engine.state)

    def _recovered(self, head: HeadCopy) -> Journal:
        """The journal, with the replica at its end. What a crash left unfinished there is cut last: the entry that says so comes next, and
        after a start that ended in between nobody could say it any more."""
        journal = Journal(self.folders.journal, head)
        try:
            with self._sentence():
                for folder in (self.folders.journal, self.folders.snapshots):
                    remove_unfinished(REAL, folder)
                journal.open()
                headless = not journal.place.offset
                if headless:
                    # Of the last segment not even the header is whole: while it is there nobody knows where the journal ends.
                    journal.cut()
            self.replica.recover(journal, self.folders.snapshots)
            with self._sentence():
                if not headless:
                    journal.cut()
        except BaseException:
            self.latch.close()
            raise
        return journal

    @contextmanager
    def _sentence(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise JournalError(sentence(self.folders.journal, error)) from error

    def _note_torn(self, journal: Journal) -> None:
        """A start's first step, which lets pass what is due; so a latch that lost an engagement to a power cut gets it back before."""
        catch_up(self.latch, self.engine.state.kill)
        torn = self.torn
        if torn is None:
            if journal.head is None and journal.last_seq:
                # Beside a journal there has always been one: somebody took it away, so nobody can say that nothing is missing.
                self.sequencer.step(self.sequencer.at, EngageKill("the second copy of the journal's head is missing or unreadable"))
            return
        self.sequencer.step(self.sequencer.at, TailTruncated(torn.path.name, torn.after_seq, torn.cut_bytes, torn.missing))
        if torn.missing:
            # The desk does not stand where it stood, and nobody knows what is missing: somebody has to look.
            self.sequencer.step(self.sequencer.at, EngageKill(f"{torn.missing} acknowledged entries are missing in the journal"))

    def _begin(self, opened: int, applied: int, paused_after_crash: bool) -> None:
        head = self.tape.head
        session = self.session
        session.title, session.first_at, session.last_at = head.title, head.first_at, head.last_at
        session.messages_total, session.trades_total = head.messages, head.trades
        if not self.resumed:
            if self.abandoned:
                self.sequencer.step(self.sequencer.at, EndRun("another session was chosen"))
            self._start_run(self.feed)
            return
        state = self.engine.state
        for engaged in agree(self.latch, state.kill):
            # Whichever of the two says engaged is believed.
            self.sequencer.step(self.sequencer.at, engaged)
        for change in roster.changes(state.people, self._people) if self._people else ():
            self.sequencer.step(self.sequencer.at, change)
        # A crash may have left the run with half its opening book.
        self._open_book(self.feed, opened)
        self.feed.skip(applied)
        session.messages = applied
        session.paused = paused_after_crash
        self.clock.move(state.at, 0)
        self.journal.kick()

    def _start_run(self, feed: RecordedFeed | None = None) -> RecordedFeed:
        """Sequences a new run: kill switch and limits are carried over, everything else begins empty."""
        state, latch, head = self.engine.state, self.latch, self.tape.head
        stops = for_a_new_run(latch, state.kill)
        source = latch.newest().source if latch.engaged else state.kill.source
        limits = tuple(state.gate.limits[id] for id in sorted(state.gate.limits))
        start = StartRun(
            head.name, self.tape.sha256, head.first_at, latch.generation, latch.engaged, source, limits, dropped=tuple(state.dropped),
            risk=carried(state.gate), reducing_passes=True, stops=stops, stopping=carried_settings(state.kill),
            triggers=carried_triggers(state.kill) or DEFAULT_TRIGGERS,
            people=(self._people if feed is not None else ()) or roster.said(state.people), held_expire=True, gate_rules=RULES,
        )
        # The latch is in the message already: it must not be compared before the state knows.
        self.sequencer.begin_run(head.first_at, start)
        self.session.messages = 0
        feed = feed or RecordedFeed(self.tape, self._recorded)
        space = self.watch.again()
        if space is not None:
            self.sequencer.step(head.first_at, space)
        self._open_book(feed, 0)
        self.journal.kick()
        return feed

    def _open_book(self, feed: RecordedFeed, opened: int) -> None:
        """The opening book from its message number `opened` on, and first limits for instruments that have none."""
        state, at = self.engine.state, self.tape.head.first_at
        if not state.gate.day_ends:
            self.sequencer.step(at, self._trading_days())
        for number, message in enumerate(feed.opening):
            if number >= opened:
                self.sequencer.step(at, message)
                # In a restarted run the core's thread is here for as long as the book is long.
                self.core.outside()
            if isinstance(message, ListInstrument) and number >= opened - 1 and not state.venue.markets[message.instrument].schedule:
                self._schedule(message.instrument)
            if isinstance(message, ListInstrument):
                self._first_limits(at, state.venue.instruments[message.instrument])

    def _first_limits(self, at: int, instrument: Instrument) -> None:
        """Of an instrument that has none yet; and, where no account was ever told, as in the record of an older program, the account and
        what holds for all of them."""
        gate = self.engine.state.gate
        has_limits = instrument.id in gate.limits
        if not gate.funds.accounts:
            (rate, account), others = self._limits.funds(instrument.quote), self._limits.others()
            # One by one, and the account last: a crash may have come between any two of them.
            if not gate.funds.base:
                self.sequencer.step(at, rate)
            if others.limits and all(gate.table.value(limit) == NO_LIMIT for limit in others.limits):
                self.sequencer.step(at, others)
            self.sequencer.step(at, account)
            if has_limits:
                log.info(
                    "the record knows no account: account %d begins with %s %s, and first limits hold for it (%s)", account.account,
                    self._limits.account_cash, instrument.quote, ", ".join(limit.rule.name.lower() for limit in others.limits),
                )
        if not has_limits:
            self.sequencer.step(at, self._limits.of(instrument))

    def _trading_days(self) -> BeginTradingDay:
        """The session's first day, and when it and those after it end."""
        head, days = self.tape.head, self._days
        first, last = days.of(head.first_at), days.of(head.last_at)
        return BeginTradingDay(str(date.fromordinal(first)), tuple(Nanos(days.ends_at(day)) for day in range(first, last + 2)))

    def _schedule(self, instrument: InstrumentId) -> None:
        """The calendar's phases for as long as the tape lasts."""
        if self._calendar is None or not self._calendar.day:
            return
        head = self.tape.head
        for message in beginning(self._calendar, instrument, head.first_at, (head.last_at - head.first_at) // DAY + 2):
            self.sequencer.step(head.first_at, message)

    # The core thread is made last; these let the parts before it name what it will do.

    def _journal_from(self, seq: int) -> Iterator[Entry]:
        """For the history's thread."""
        try:
            yield from entries_from(self.folders.journal, seq)
        except (Damaged, OSError) as error:
            raise HistoryError(tr("the history database cannot read on: {error}", error=error)) from error

    def _durable(self, seq: int) -> None:
        self._durable_seq = seq
        self.core.durable(seq)

    def _journal_failed(self, sentence: str) -> None:
        self.core.journal_failed(sentence)

    def _may_restart(self, person: str) -> bool:
        people = self.engine.state.people
        return not people.declared or people.may(person, Right.TRADE) or people.may(person, Right.OPERATE_MARKET)

    def _submit(self, message: object) -> None:
        self.core.submit(message)

    def _publish(self, entry: Entry) -> None:
        self.core.publish(entry)

    def _recorded(self, trade: RecordedTrade) -> None:
        self.session.recorded(trade.maker, trade.taker, trade.price, trade.qty)

