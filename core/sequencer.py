"""The one writer: stamps each message, applies it, journals the entry, and publishes it, in that order.

Invariants: seq has no gaps; `at` never goes back within a run; an entry that touches ours is published only when its batch is
durable, and nothing overtakes it; the record's clock never goes back; before each message the machine's deadlines up to it
are entered, and the kill latch is compared, so an engagement from outside the program comes before whatever waits. An
exception in the machine is a bug: the sequencer latches the kill switch and takes nothing more.
Deliberately absent: threads (all of this runs in the core's), and when Flow is pulled (core_thread's).
"""

import contextlib
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Final

from core.domain.enums import PhaseOfRun
from core.domain.scope import EVERYTHING
from core.journal.entry import Entry
from core.journal.latch_machine import latched, lift, news, write_down
from core.machine.engine import Engine
from core.messages.commands import EngageKill, ReleaseKill, StartRun
from core.messages.events import KillReleased
from core.messages.notes import ClockStepped
from core.messages.operations import TimePassed
from core.messages.stopping import RequestRelease, StageChanged

Put = Callable[[Entry], None]
OLD_WORDS: Final[dict[Any, bool]] = {EngageKill: True, ReleaseKill: True}
CLOCK_BACK_NS: Final = 1_000_000
"""A step back of the machine's clock that is worth a note: time servers move it by less all day long."""


class Broken(Exception):
    """The machine met a bug, or the journal cannot be written. Nothing more is taken."""


class Sequencer:
    """put hands an entry to the journal; publish hands it to projections and edges.

    latch: a core.journal.latch.Latch; None for a machine on its own. wall_ns: the record's last clock, which never goes back.
    """

    def __init__(self, engine: Engine, put: Put, publish: Put, latch: Any = None, durable: bool = True, wall_ns: int = 0) -> None:
        self._engine = engine
        self._put = put
        self._publish = publish
        self._latch = latch
        self._waits = durable
        self._held: deque[Entry] = deque()
        self._durable_seq = engine.state.seq
        self.seq: int = engine.state.seq
        self.at: int = engine.state.at
        self.events: int = 0
        self._run_seq: int = 0
        self._shown_seq: int = engine.state.seq
        self.broken: str = ""
        self._wall_ns: int = wall_ns
        self._back_ns: int = 0

    def step(self, at: int, message: Any) -> Entry:
        """Takes one message at session time at. Raises Broken."""
        if self.broken:
            raise Broken(self.broken)
        if at < self.at and type(message) is not StartRun:
            # Session time does not go back: what is due by now comes first, however late the message says that it is.
            at = self.at
        if self._engine.next_due() <= at:
            self.pass_time(at)
        if type(message) in OLD_WORDS:
            message = _in_todays_words(message)
        latch = self._latch
        if latch is not None:
            # The latch asks nobody, so whoever may not engage must not reach it.
            if type(message) is EngageKill and message.generation == 0 and self._engine.may_engage(message):
                message = latched(latch, message)
            if latch.generation != self._engine.state.kill.generation:
                self._follow_latch(at, message)
                if self._engine.next_due() <= at:
                    # Its cancels come before what waits.
                    self.pass_time(at)
        now = time.time_ns()
        if now < self._wall_ns and now < self._wall_ns - self._back_ns - CLOCK_BACK_NS:
            self._note_clock(at)
        return self._step(at, message, now)

    def _note_clock(self, at: int) -> None:
        """The machine's clock was set back: said once for each step back. The record's clock waits until it is reached again."""
        self._back_ns = self._wall_ns - time.time_ns()
        self._step(at, ClockStepped(self._back_ns))

    def pass_time(self, at: int) -> None:
        """Enters the machine's deadlines up to at, each at its own time: whatever comes later finds them passed. The same
        entries at every speed, for a deadline knows session time only. Raises Broken."""
        due = self._engine.next_due()
        if at < self.at:
            at = self.at
        while due <= at and not self.broken:
            # A deadline may fire orders of ours, so the latch comes before it as before any message.
            if self._latch is not None and self._latch.generation != self._engine.state.kill.generation:
                self._follow_latch(due, None)
            self._step(due, TimePassed())
            due = self._engine.next_due()

    @property
    def wall_ns(self) -> int:
        """The record's clock, as of the last entry."""
        return self._wall_ns

    @property
    def next_due(self) -> int:
        """Session time of the machine's next deadline; far beyond any session when it has none."""
        return self._engine.next_due()

    def latch_only(self, source: str) -> None:
        """For a core that takes nothing more: the next start, and every wire edge, still find the switch engaged."""
        if self._latch is not None:
            with contextlib.suppress(OSError, ValueError):
                self._latch.engage(source)

    def begin_run(self, at: int, start: StartRun) -> Entry:
        """A new run. Its message carries the latch's own generation, so the latch is not compared before it."""
        if self.broken:
            raise Broken(self.broken)
        entry = self._step(at, start)
        self._run_seq = entry.seq
        return entry

    def check_latch(self, at: int) -> None:
        """For the idle core: an engagement from outside must not wait for the next message."""
        latch = self._latch
        if latch is None:
            return
        if not latch.intact():
            latch.reattach(self._engine.state.kill.generation)
        latch.heal()
        if latch.generation != self._engine.state.kill.generation:
            self._follow_latch(at, None)

    def _follow_latch(self, at: int, message: Any) -> None:
        """Scope by scope, in the order in which they were engaged."""
        for engaged in news(self._latch, self._engine.state.kill, message):
            self._step(at, engaged)

    def _step(self, at: int, message: Any, now: int = 0) -> Entry:
        """now: the machine's clock, when it was just read."""
        if at < self.at and type(message) is not StartRun:
            at = self.at
        engine = self._engine
        desk, kill = engine.desk, engine.state.kill
        touched, generation = desk.touched, kill.generation
        seq = self.seq + 1
        try:
            events = engine.apply(seq, at, message)
        except Exception as error:
            self.halt(f"the machine failed at entry {seq} on {type(message).__name__}: {error!r}")
            raise Broken(self.broken) from error
        missed: list[EngageKill] | None = None
        if kill.generation != generation and self._latch is not None and type(message) is not StartRun:
            missed = write_down(self._latch, events, generation)
        self.seq = seq
        self.at = at
        self.events += len(events)
        wall = now or time.time_ns()
        if wall >= self._wall_ns:
            self._wall_ns = wall
            self._back_ns = 0
        ours = desk.touched != touched
        entry = Entry(seq, at, message, events, ours, self._wall_ns, time.monotonic_ns())
        self._put(entry)
        if self._held or (ours and self._waits):
            self._held.append(entry)
        else:
            self._show(entry)
        if missed:
            for engaged in missed:
                self._step(at, engaged)
        return entry

    def _show(self, entry: Entry) -> None:
        self._publish(entry)
        self._shown_seq = entry.seq
        if entry.touches_ours and self._latch is not None:
            for event in entry.events:
                # Journal first, latch second: a crash in between starts engaged, never released.
                if type(event) is KillReleased or type(event) is StageChanged:
                    lift(self._latch, event)

    def on_durable(self, seq: int) -> None:
        """The journal holds everything up to seq: what waited for it may be seen."""
        self._durable_seq = max(seq, self._durable_seq)
        held = self._held
        while held and (held[0].seq <= self._durable_seq or not held[0].touches_ours):
            self._show(held.popleft())

    def halt(self, sentence: str) -> None:
        """Takes nothing more: the journal failed, or whoever runs the core met a bug."""
        # Block first: the latch stops every wire edge and the next start, whatever else fails now.
        self.broken = sentence
        self.latch_only(f"core stopped: {sentence}"[:100])

    @property
    def running(self) -> bool:
        """By the machine's own state: what the screens know comes later."""
        return self._engine.state.phase is PhaseOfRun.RUNNING

    @property
    def run_is_shown(self) -> bool:
        """Whether the present run's beginning was published: Flow waits for it, so that screens begin it empty."""
        return self._shown_seq >= self._run_seq

    @property
    def held(self) -> int:
        return len(self._held)


def _in_todays_words(message: Any) -> Any:
    """What only older programs say. An engagement without a scope is everything's; a release takes two people today."""
    if type(message) is EngageKill and not message.scope:
        return EngageKill(message.source, message.generation, message.origin, EVERYTHING.text)
    if type(message) is ReleaseKill:
        return RequestRelease(EVERYTHING.text, message.generation, message.source, message.origin)
    return message
