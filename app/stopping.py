"""The ways to stop that do not pass through the window, tied to one core: signal, heartbeat, dead man's switch.

All of them engage the kill latch, as the watchdog and the kill command do from other processes, and the sequencer follows
the latch before its next step: one path, whoever stops. The core's thread looks here each turn and before each command.
Invariants: no look waits for a disk or a lock that somebody may keep; a heartbeat that cannot be written is said and
left, and the dead man's switch works without the file. Qt-free: the window's side is app.watching.
"""

import contextlib
import logging
import time
from collections.abc import Iterator
from pathlib import Path

from app.assembly import Assembly
from app.denied import Denied
from app.folders import Folders
from app.heartbeat import Heartbeat, Life
from app.incidents import Incidents
from app.stop_signal import SOURCE, StopSignal
from core.domain.triggers import TriggerKind
from core.journal.latch import Latch, LatchError
from core.messages.stopping import TroubleFound
from widgets.tongue import english

log = logging.getLogger(__name__)

BEAT_NS = 100_000_000
"""Chosen: a quarter of a second must not pass without a beat, and one may come late."""


class Outside:
    """dead_man_s: the window's silence that engages the kill switch; 0: none does. stop_signal: one that was taken."""

    def __init__(self, assembly: Assembly, dead_man_s: int = 0, stop_signal: StopSignal | None = None) -> None:
        self._core = assembly.core
        self._sequencer = assembly.sequencer
        self._state = assembly.engine.state
        self._session = assembly.session
        self._latch = assembly.latch
        self._dead_man_ns = dead_man_s * 1_000_000_000
        self._signal = stop_signal
        self._heard = False
        self._next = 0
        self._silent_since = 0
        self._closing = False
        self.heartbeat = Heartbeat(assembly.folders.data)
        if self.heartbeat.problem:
            log.warning("%s", english(self.heartbeat.problem))
            assembly.session.tell(self.heartbeat.problem)
        if stop_signal is not None:
            assembly.core.wake_on(stop_signal.end)
        assembly.core.outside = self.look
        self._incidents = Incidents(assembly)
        self._denied = Denied(assembly)

    def look(self) -> None:
        """In the core's thread. Microseconds."""
        if self._signal is not None:
            if not self._heard:
                self._heard = True
                self._signal.hear()
            if self._signal.came():
                self._engage(SOURCE)
        now = time.monotonic_ns()
        if now >= self._next:
            self._next = now + BEAT_NS
            self._beat(now)
            self._denied.look()

    def closing(self) -> None:
        """From the window's thread: the program is being closed, and the window will not beat any more."""
        self._closing = True
        self.heartbeat.window(0)

    def close(self) -> None:
        """After the core has stopped, as it should."""
        self._incidents.close()
        self.heartbeat.close(clean=True)

    def _beat(self, now: int) -> None:
        state = self._state
        self.heartbeat.core(now, self._life(), self._sequencer.seq, state.kill.generation, state.kill.engaged, len(state.oms.open))
        window = self.heartbeat.window_ns
        if self._dead_man_ns and window and now - window > self._dead_man_ns and window != self._silent_since:
            # Once for each silence: it may be released while the window is still stuck, by whoever knows why.
            self._silent_since = window
            words = f"window not responding for {(now - window) // 1_000_000_000} s"
            self._engage(words)
            # Blocked first; then whatever the table of triggers makes of it.
            self._core.submit(TroubleFound(TriggerKind.WINDOW_SILENT, words), by_program=True)

    def _life(self) -> Life:
        if self._sequencer.broken:
            return Life.BROKEN
        if self._closing:
            return Life.CLOSING
        if not self._sequencer.running:
            return Life.ENDED
        return Life.PAUSED if self._session.paused else Life.RUNNING

    def _engage(self, source: str) -> None:
        log.warning("kill switch engaged: %s", source)
        # The journal makes it outlive a power cut, unless the core takes nothing more.
        self._latch.engage(source, sync=bool(self._sequencer.broken))


@contextlib.contextmanager
def listening(data: Path) -> Iterator[StopSignal]:
    """The signal is heard from before there is a core until after it has gone. In the main thread."""
    heard = StopSignal()
    heard.take()
    try:
        yield heard
    finally:
        if heard.give_back():
            with contextlib.suppress(LatchError, OSError):
                latch = Latch(Folders(data).latch, missing_means_engaged=True)
                latch.engage(SOURCE)
                latch.close()
