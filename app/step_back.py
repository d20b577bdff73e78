"""How the processes that work beside the terminal leave the processor to it."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

BEHIND = 10
"""Niceness of what somebody waits for, if not at once: snapshots, reports. A tenth of the terminal's share when both want it."""
LAST = 19
"""Of what nobody waits for: where others of its session are busy it stands still."""


def step_back(niceness: int) -> None:
    """Of this process, for good."""
    if os.name == "nt":
        return
    os.nice(niceness)
    if sys.platform != "linux":
        return
    if niceness >= LAST:
        give_way()
    if os.getsid(0) == os.getpid():
        # Linux may share the processor among sessions first (sched(7), autogroup): without this, a session of niced processes
        # weighs as much as the terminal's, and takes a processor from whatever thread holds the interpreter.
        with contextlib.suppress(OSError):
            Path("/proc/self/autogroup").write_text(str(niceness))


def give_way() -> None:
    """Of this thread, for good: who wants its processor has it at once (sched(7), SCHED_IDLE), where a niced thread first ends its turn,
    up to a tick of 4 ms. While others keep every processor busy it gets next to nothing."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


class Aside:
    """Work that nobody is to notice, in pieces: each in a thread that gives way. When one of them waited long for a processor the next
    ones run in the caller's own thread for a while, so that a machine which is busy for hours delays the work and does not stop it."""

    LONG_S: Final = 1.0
    """Chosen: beside 20,000 events a second and a burst of 200,000 the longest of 213 waits was 0.27 s, of a piece of 1.3."""
    HERE_S: Final = 60.0
    """Chosen: what it takes to find out again that there is no processor, a second or two, is little of it."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, "aside", initializer=give_way)
        self._here_until = time.monotonic()

    def each(self, pieces: Iterator[Any]) -> Iterator[Any]:
        while True:
            began = time.monotonic()
            if began < self._here_until:
                piece = next(pieces, END)
            else:
                piece, worked_s = self._pool.submit(_timed, pieces).result()
                now = time.monotonic()
                if now - began - worked_s > self.LONG_S:
                    self._here_until = now + self.HERE_S
            if piece is END:
                return
            yield piece


END: Final = object()


def _timed(pieces: Iterator[Any]) -> tuple[Any, float]:
    """The next piece, and the processor's seconds that it took."""
    before = time.thread_time()
    return next(pieces, END), time.thread_time() - before
