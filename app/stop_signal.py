"""SIGUSR1: the kill switch for whoever has only a shell, when the window does not answer.

Python runs signal handlers in the main thread only, which may be stuck; but the C handler writes the signal's number into a
socket at once, in whichever thread it interrupts, and the core's loop reads the other end. The main thread blocks the signal
and the core's takes it: a system gives it to the main thread first, which may be waiting for a disk that does not answer.
It works from take() on: what comes before the core runs waits for it, what comes after it ended is seen by give_back().
SIGINT and SIGTERM keep their meaning: their numbers come through the same socket and are not looked at. Only on POSIX; a
platform without SIGUSR1 has the watchdog and the kill command. Deliberately absent: SIGUSR2, which is nobody's.
"""

import signal
import socket
from types import FrameType
from typing import Any

NUMBER: int = getattr(signal, "SIGUSR1", 0)
"""0 where there is none."""
SOURCE = "signal SIGUSR1"


class StopSignal:
    """Made, taken and given back in the main thread; came() belongs to the core's."""

    def __init__(self) -> None:
        self.end, self._start = socket.socketpair()
        self.end.setblocking(False)
        self._start.setblocking(False)
        self._before: Any = None
        self._before_fd = -1
        self._taken = False

    def take(self) -> None:
        if not NUMBER or self._taken:
            return
        # Full means that thousands of signals wait unread: one of them is enough.
        self._before_fd = signal.set_wakeup_fd(self._start.fileno(), warn_on_full_buffer=False)
        self._before = signal.signal(NUMBER, _nothing)
        signal.pthread_sigmask(signal.SIG_BLOCK, {NUMBER})
        self._taken = True

    def hear(self) -> None:
        """In the core's thread: from now on it is this one that the signal interrupts."""
        if self._taken:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {NUMBER})

    def came(self) -> bool:
        """Whether it came since the last look. About a microsecond."""
        try:
            return NUMBER in self.end.recv(4096)
        except (BlockingIOError, InterruptedError):
            return False

    def give_back(self) -> bool:
        """Ends it; True when it came and nobody looked."""
        late = self.came()
        if self._taken:
            late = late or NUMBER in signal.sigpending()
            # Ignoring it takes what is pending away: the handler from before would end the process.
            signal.signal(NUMBER, signal.SIG_IGN)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {NUMBER})
            signal.signal(NUMBER, self._before if self._before is not None else signal.SIG_DFL)
            signal.set_wakeup_fd(self._before_fd)
            self._taken = False
        self.end.close()
        self._start.close()
        return late


def _nothing(number: int, frame: FrameType | None) -> None:
    """Python's part of the handler; the work was done before it is called."""
