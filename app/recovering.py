"""How far a recovery has come, for whoever waits for it. Qt-free.

Invariant: until it is through nothing of the start has been written but what a crash left half-written was cut; so it can be left at
any entry, and the next start does the same again.
"""

import time
from collections.abc import Callable

from widgets.tongue import told

OnRecovery = Callable[[int, int], None]
"""Called every few entries with (entries done, entries in all); may raise Cancelled."""
LINE_S = 1.0


class Cancelled(Exception):
    """Somebody did not want to wait. A sentence."""

    def __init__(self) -> None:
        super().__init__(told("the start was cancelled while the journal was read; nothing was changed, and the next start reads it again"))


def reading(done: int, whole: int) -> str:
    return told("Reading the journal: {done:,} of {whole:,} entries.", done=done, whole=whole)


class Lines:
    """For a start without a window: a line a second, when it takes so long."""

    def __init__(self) -> None:
        self._next = time.monotonic() + LINE_S

    def __call__(self, done: int, whole: int) -> None:
        if time.monotonic() >= self._next:
            self._next += LINE_S
            print(reading(done, whole), flush=True)


def silent(done: int, whole: int) -> None:
    pass
