"""What the tape's controls do in the core's thread: speed, pause, a new run, and playing to a session time.

Playing to a time is honest about what a session is: nothing can be jumped over, so the tape is played as fast as possible up to there and
paused. A time that has passed needs a new run, which begins with the tape. Any other control ends it where it stands.
"""

import time
from collections.abc import Callable
from typing import Final

from app import collector
from core.edge.recorded_feed import RecordedFeed
from core.edge.session_clock import AS_FAST_AS_POSSIBLE, SessionClock
from core.messages.commands import Control, EndRun, Pause, PlayTo, RestartSession, Resume, SetSpeed
from core.projections.session import Session
from core.sequencer import Sequencer
from widgets.action_keys import key_of
from widgets.tongue import told

NOWHERE: Final = -1
SPEED_MILLI_MIN: Final = 100
SPEED_MILLI_MAX: Final = 100_000


class TapePlayer:
    """goal: session time to play to; NOWHERE: none. start_run sequences a new run over a fresh feed and returns that."""

    def __init__(self, sequencer: Sequencer, session: Session, clock: SessionClock, start_run: Callable[[], RecordedFeed]) -> None:
        self._sequencer, self._session, self._clock, self._start_run = sequencer, session, clock, start_run
        self._speed_milli = clock.speed_milli
        self.goal = NOWHERE

    def obey(self, control: Control, feed: RecordedFeed, now: int) -> RecordedFeed:
        """now: session time of a command at this moment. The feed that is played from here on."""
        mono = time.monotonic_ns()
        session, clock = self._session, self._clock
        self.give_up(mono)
        if isinstance(control, SetSpeed):
            milli = round(control.speed * 1000)
            self._set_speed(max(SPEED_MILLI_MIN, min(milli, SPEED_MILLI_MAX)) if milli > 0 else AS_FAST_AS_POSSIBLE, mono)
        elif isinstance(control, Pause):
            clock.pause(mono)
            session.paused = True
            collector.rest()
        elif isinstance(control, Resume):
            clock.resume(mono)
            session.paused = False
        elif isinstance(control, RestartSession):
            feed = self._restart(now, EndRun("restarted"), mono)
        elif isinstance(control, PlayTo):
            feed = self._play_to(control.at, feed, now, mono)
        session.version += 1
        return feed

    def until(self, last_at: int, mono: int) -> int:
        """Session time up to which the market is played now."""
        if self.goal != NOWHERE:
            return self.goal
        return last_at if self._clock.speed_milli == AS_FAST_AS_POSSIBLE else self._clock.now(mono)

    def arrived(self, next_at: int) -> bool:
        """After each slice of the market. next_at: of what would come next, below 0: nothing would, and the run is not ended by it."""
        if self.goal == NOWHERE or 0 <= next_at <= self.goal:
            return False
        goal, mono = self.goal, time.monotonic_ns()
        self.give_up(mono)
        self._clock.pause(mono)
        # Not before: the market that was played may be younger than the clock.
        self._clock.move(max(goal, self._sequencer.at), mono)
        self._session.paused = True
        self._session.tell(told("The tape was played again to that time, and stands there. {key} lets it go on.", key=key_of("pause")))
        return True

    def give_up(self, mono: int) -> None:
        """No goal any more; the speed of before is back."""
        if self.goal != NOWHERE:
            self.goal = NOWHERE
            self._set_speed(self._speed_milli, mono)

    def _play_to(self, at: int, feed: RecordedFeed, now: int, mono: int) -> RecordedFeed:
        head = feed.tape.head
        goal = min(max(at, head.first_at), head.last_at)
        if goal < max(now, self._sequencer.at) or not self._sequencer.running:
            feed = self._restart(now, EndRun("played again from the beginning"), mono)
        else:
            self._clock.resume(mono)
            self._session.paused = False
        self._speed_milli = self._clock.speed_milli
        self._set_speed(AS_FAST_AS_POSSIBLE, mono)
        self.goal = goal
        return feed

    def _restart(self, now: int, end: EndRun, mono: int) -> RecordedFeed:
        if self._sequencer.running:
            self._sequencer.step(now, end)
        feed = self._start_run()
        collector.rest()
        self._clock.paused = self._session.paused = False
        self._clock.move(feed.tape.head.first_at, mono)
        return feed

    def _set_speed(self, milli: int, mono: int) -> None:
        self._clock.set_speed(milli, mono)
        self._session.speed_milli = milli
