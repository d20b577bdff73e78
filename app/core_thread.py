"""The core's own thread: a plain asyncio loop that takes commands, pulls the tape, and answers the frame clock.

One turn: commands first (kill and cancels before the rest), then due Flow until a command comes or SLICE_NS is over, then the pictures
that the next frame needs (as late as they can be while somebody waits for a command), then a rest: 1 ms when more Flow is due and a window
is open (the Qt thread needs the interpreter), else until something is due. While a frame is being drawn, or a press dealt with, only
commands are taken.
Every queue is bounded: a full inbox refuses, a full journal queue holds the tape back, never a command.
"""

import asyncio
import contextlib
import logging
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from app.command_times import CommandTimes
from app.disk_watch import DiskWatch, words_of
from app.frame_link import FrameLink
from app.keeping import Keeping
from app.seat import READS_ONLY, Seat
from app.tape_player import TapePlayer
from core.edge.recorded_feed import RecordedFeed
from core.edge.session_clock import AS_FAST_AS_POSSIBLE, SessionClock
from core.edge.tape_file import TapeError
from core.journal.entry import Entry, can_hold
from core.journal.writer import QUEUE_LIMIT, JournalWriter
from core.messages.commands import CancelAllOrders, CancelOrder, Control, EndRun, EngageKill
from core.messages.notes import SegmentsDropped
from core.projections.board import Board
from core.projections.health import Latency
from core.projections.session import Session
from core.sequencer import Broken, Sequencer
from widgets.tongue import english, told

log = logging.getLogger(__name__)

SLICE_NS, LATE_SLICE_NS = 2_000_000, 5_000_000
"""Longest run of Flow, which a command that comes ends sooner; and of one that is late."""
LOOK_EVERY = 8
"""Messages of the market between two looks at what the person sends: a third of a millisecond."""
YIELD_NS = 1_000_000
"""Rest between two slices, which leaves the interpreter to the window."""
HAND_OVER_S = 0.004
"""Longest that the window leaves it to the core for a command. Chosen: four rests; the core has mostly taken it within one."""
PICTURE_LEAD_NS = 6_000_000
"""Pictures are made this long before the frame is due: fresh, and never late."""
IDLE_S = 0.02
"""Longest rest; the kill latch on disk is looked at as often. A fifth of the 100 ms in which a kill from outside must be followed."""
AHEAD_LIMIT = 512
"""Entries on their way to the disk while somebody sits at the window: a command waits for all of them to be durable."""
LATE_NS = 200_000_000
"""Behind the market by more than this, the core gets more of the interpreter, and the window fewer frames."""
INBOX_LIMIT = 10_000
COMMAND_LIMIT = 2 * QUEUE_LIMIT
"""Entries waiting for a disk that stalls, above which even cancels are not taken any more: only Stop always is."""
URGENT = (EngageKill, CancelOrder, CancelAllOrders)


class CoreThread:
    """start_run(at) sequences a new run over a fresh feed and returns the feed. on_ended and on_broken are called in the
    core's thread."""

    def __init__(
        self, sequencer: Sequencer, journal: JournalWriter, board: Board, session: Session, clock: SessionClock,
        feed: RecordedFeed, start_run: Callable[[], RecordedFeed], link: FrameLink | None,
        on_ended: Callable[[], None], on_broken: Callable[[str], None], watch: DiskWatch, keeping: Keeping,
        times: CommandTimes,
    ) -> None:
        self.sequencer = sequencer
        self.board = board
        self.session = session
        self._journal = journal
        self._clock = clock
        self._feed = feed
        self.player = TapePlayer(sequencer, session, clock, start_run)
        self._link = link
        self._on_ended = on_ended
        self._on_broken = on_broken
        self._watch = watch
        self._keeping = keeping
        self.times = times
        self._urgent: deque[tuple[int, Any]] = deque()
        self._inbox: deque[tuple[int, Any]] = deque()
        self._controls: deque[Any] = deque()
        self._stopping = False
        self._wake: asyncio.Future[None] | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._main, name="core", daemon=True)
        self.lag = Latency()
        self.seat = Seat("demo")
        self._durable_to = 0
        self._taken = threading.Event()
        self.outside: Callable[[], None] = lambda: None
        """Called in the core's thread each turn and before each command: what comes past the inbox, and must come first."""

    # any thread -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        self._thread.start()

    def submit(self, message: Any, by_program: bool = False) -> bool:
        """A command or control; False when the seat is empty or locked, the inbox is full, or the journal could not
        hold it. by_program: nobody at the terminal says it."""
        asked, message = message, message if by_program else self.seat.signed(message)
        if message is None:
            note = self.seat.denied(asked)
            if note is not None:
                self.submit(note, by_program=True)
            return self._not_taken(f"{self.seat.closed() or told(READS_ONLY)} ({type(asked).__name__})")
        if isinstance(message, Control):
            self._controls.append(message)
        else:
            if not can_hold(message):
                log.error("a command that the journal cannot hold was not taken: %r", message)
                return self._not_taken(told("it holds a number that is too large, or something else that is no command"))
            queue = self._urgent if isinstance(message, URGENT) else self._inbox
            if queue is self._inbox and len(queue) >= INBOX_LIMIT:
                return self._not_taken(told("the core's inbox is full"))
            if type(message) is not EngageKill and (self._journal.waiting > COMMAND_LIMIT or len(queue) >= COMMAND_LIMIT):
                return self._not_taken(told("the journal's disk does not keep up"))
            queue.append((time.monotonic_ns(), message))
        self.wake()
        return True

    def submit_now(self, message: Any) -> bool:
        """submit(), from a thread that is busy with the interpreter: it lets go of it until the core has taken the command, HAND_OVER_S at
        most. Otherwise the core would ask for it again after each call to the system on its way."""
        self._taken.clear()
        accepted = self.submit(message)
        if accepted and self._thread.is_alive():
            self._taken.wait(HAND_OVER_S)
        return accepted

    def wake(self) -> None:
        self._soon(self._awake)

    def wake_on(self, file: socket.socket) -> None:
        """Before start(): a turn begins at once when file can be read; outside reads it."""
        self._loop.add_reader(file, self._awake)

    def durable(self, seq: int) -> None:
        """From the journal's thread. The core is woken when something of ours is durable now: nobody waits for the market's own."""
        self._durable_to = seq
        if self._journal.wrote_ours:
            self._soon(self._durable)

    def journal_failed(self, sentence: str) -> None:
        """From the journal's thread."""
        self._soon(self._failed, sentence)

    def _soon(self, call: Callable[..., None], *arguments: Any) -> None:
        # The loop may close between any check and the call; then there is nobody left to tell.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(call, *arguments)

    def _not_taken(self, why: str) -> bool:
        self.session.tell(told("A command was not taken: {why}.", why=why))
        return False

    def stop(self, why: str, timeout_s: float = 5.0) -> bool:
        """Ends the run cleanly, writes the last batch, ends both threads; False when that took longer than allowed."""
        deadline = time.monotonic() + timeout_s
        if self._thread.is_alive():
            self._inbox.append((time.monotonic_ns(), EndRun(why)))
            self._stopping = True
            self.wake()
            self._thread.join(timeout_s)
        written = self._journal.close(max(deadline - time.monotonic(), 0.1))
        if self._thread.ident is None:
            self._loop.close()
        return written and not self._thread.is_alive()

    @property
    def inbox(self) -> int:
        return len(self._inbox) + len(self._urgent)

    def data_age_ms(self, mono_ns: int) -> int:
        """Wall milliseconds by which the market on screen is behind what is due; 0 while nothing is."""
        feed = self._feed
        if self.session.paused or feed.next_at < 0 or self._clock.speed_milli == AS_FAST_AS_POSSIBLE:
            return 0
        return max(0, (mono_ns - self._clock.due(feed.next_at)) // 1_000_000)

    # the core's thread ----------------------------------------------------------------------------------------------

    def _main(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._run())
        finally:
            self._loop.close()

    async def _run(self) -> None:
        try:
            while not self._stopping:
                before = self.sequencer.seq
                self._take_commands()
                commanded = self.sequencer.seq
                if commanded != before:
                    self._journal.kick()
                more = self._take_flow()
                if self.sequencer.seq != commanded:
                    self._journal.kick()
                self._keeping.durable(self._durable_to)
                self._answer_frame()
                await self._rest(more)
            self._take_commands()
            self._journal.kick()
            while self.sequencer.held and not self.sequencer.broken:
                await self._rest(False)
        except Broken as error:
            await self._stand_still(str(error))
        except Exception as error:
            # A bug here must not leave a window that looks alive: block first, then say so.
            log.exception("the core thread failed")
            sentence = told("the core failed ({name}: {error}); details are in the log", name=type(error).__name__, error=error)
            self.sequencer.halt(sentence)
            await self._stand_still(sentence)

    async def _stand_still(self, sentence: str) -> None:
        log.critical("core stopped: %s", sentence)
        self._journal.kick()
        self.session.tell(told("The core has stopped: {sentence}", sentence=sentence))
        self._on_broken(sentence)
        await self._serve_pictures_only()

    async def _serve_pictures_only(self) -> None:
        """A stopped core still shows what it knows, so that the operator sees why; and Stop still latches."""
        while not self._stopping:
            self.outside()
            while self._urgent:
                _, message = self._urgent.popleft()
                if isinstance(message, EngageKill):
                    self.sequencer.latch_only(message.source)
            self._inbox.clear()
            self._controls.clear()
            self._answer_frame()
            await self._rest(False)

    def _take_commands(self) -> None:
        self.outside()
        while self._controls:
            self._feed = self.player.obey(self._controls.popleft(), self._feed, self._now())
            self._taken.set()
        at = self._now()
        space = self._watch.look(time.monotonic_ns())
        if space is not None:
            self.sequencer.step(at, space)
            words = words_of(space)
            log.warning("%s", english(words))
            self.session.tell(words)
        if not self._urgent and not self._inbox:
            self.sequencer.check_latch(at)
        while self._urgent or self._inbox:
            submitted, message = (self._urgent or self._inbox).popleft()
            if type(message) is EndRun and not self.sequencer.running:
                continue
            self.outside()
            self.times.begin(message, submitted)
            self.times.end(self.sequencer.step(at, message))
            self._taken.set()
        # Also while the session rests: the cancels of a stop are due at once.
        self.sequencer.pass_time(at)

    def _take_flow(self) -> bool:
        """True when more is due already."""
        feed, link = self._feed, self._link
        if self.session.paused or not self.sequencer.running or not self.sequencer.run_is_shown:
            if link is not None:
                # Nothing is due, so nothing is late: the window has all its frames again.
                link.late = False
            return False
        if link is not None and link.holds():
            return False
        if feed.next_at < 0:
            # Also after a crash between the last message and the run's end.
            self._end_of_tape()
            return False
        journal, room = self._journal, QUEUE_LIMIT if link is None else AHEAD_LIMIT
        if journal.waiting > room:
            return True
        started = time.monotonic_ns()
        fastest = self._clock.speed_milli == AS_FAST_AS_POSSIBLE
        until = self.player.until(feed.tape.head.last_at, started)
        step, count, urgent, inbox = self.sequencer.step, 0, self._urgent, self._inbox
        # While something of ours waits to be durable the journal's thread needs the interpreter: only up to the next look at the inbox.
        longest = 0 if self.sequencer.held else LATE_SLICE_NS if link is None or link.late else SLICE_NS
        while 0 <= feed.next_at <= until:
            at = feed.next_at
            message = self._pull()
            if message is None:
                return False
            step(at, message)
            count += 1
            if not count % LOOK_EVERY and (
                urgent or inbox or journal.waiting > room or time.monotonic_ns() - started > longest or (link and link.holds())
            ):
                break
        if link is not None:
            link.late = not fastest and feed.next_at >= 0 and time.monotonic_ns() - self._clock.due(feed.next_at) > LATE_NS
        if count:
            self.session.messages += count
            if fastest:
                self._clock.move(self.sequencer.at, time.monotonic_ns())
        if self.player.arrived(feed.next_at):
            return False
        if feed.next_at < 0:
            self._end_of_tape()
            return False
        return feed.next_at <= until

    def _pull(self) -> Any:
        """None: the tape turned out damaged. The market stands still; orders, cancels and Stop go on."""
        try:
            return self._feed.pull()
        except TapeError as error:
            log.error("%s", error)
            self._clock.pause(time.monotonic_ns())
            self.session.paused = True
            self.session.tell(str(error))
            self._on_broken(str(error))
            return None

    def _end_of_tape(self) -> None:
        self._clock.pause(time.monotonic_ns())
        self._clock.move(self.sequencer.at, time.monotonic_ns())
        self.sequencer.step(self.sequencer.at, EndRun("end of tape"))
        self._on_ended()

    def _now(self) -> int:
        """Session time for a command: never after the next Flow message, so that order in time is order in the journal."""
        at = self._clock.now(time.monotonic_ns())
        return min(at, self._feed.next_at) if self._feed.next_at >= 0 else self.sequencer.at

    def _answer_frame(self) -> None:
        link = self._link
        if link is None:
            return
        link.held = self.sequencer.held > 0
        if link.request is None:
            return
        # Whoever waits for a command comes before the pictures, which have this lead to spare.
        wait = 0 if self._urgent or self._inbox or link.hand_until > time.monotonic_ns() else PICTURE_LEAD_NS
        if time.monotonic_ns() >= link.due - wait:
            looks, link.request = link.request, None
            self.session.at = self._now()
            link.answer(self.board.pictures(looks))

    async def _rest(self, more: bool) -> None:
        if self._urgent or self._inbox or self._controls or (more and self._link is None):
            await asyncio.sleep(0)
            return
        mono = time.monotonic_ns()
        due = mono + YIELD_NS if more else self._next_due(mono)
        self._wake = self._loop.create_future()
        timer = self._loop.call_later(max(due - mono, 0) / 1e9, self._awake)
        await self._wake
        self._wake = None
        timer.cancel()
        late = time.monotonic_ns() - due
        if late > 0 and not more:
            self.lag.add_ns(late)

    def _next_due(self, mono: int) -> int:
        due, link = mono + int(IDLE_S * 1e9), self._link
        if link is not None and link.hand_until > mono:
            return min(due, link.hand_until)
        if not self.session.paused and self._feed.next_at >= 0 and not (link and link.drawing) and not self.sequencer.broken:
            at = min(self._feed.next_at, self.sequencer.next_due)
            due = min(due, self._clock.due(at) or mono)
        if link is not None and link.request is not None:
            due = min(due, link.due - PICTURE_LEAD_NS)
        return max(due, mono)

    def _awake(self) -> None:
        if self._wake is not None and not self._wake.done():
            self._wake.set_result(None)

    def _durable(self) -> None:
        self.sequencer.on_durable(self._durable_to)
        self._awake()

    def _failed(self, sentence: str) -> None:
        self.sequencer.halt(sentence)
        log.critical("journal failed: %s", sentence)
        self.session.tell(told("The core has stopped: {sentence}", sentence=sentence))
        self._on_broken(sentence)
        self._awake()

    def publish(self, entry: Entry) -> None:
        """What the sequencer shows, in order."""
        self.times.publish(entry, self.board.publish)
        if type(entry.message) is SegmentsDropped:
            self._keeping.dropped(entry.message)
