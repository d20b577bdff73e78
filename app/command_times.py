"""Takes the times of each command on its way through the core: for the health panel all of them, for an order's story its own.

Only the core's thread comes here.
"""

import time
from collections.abc import Callable
from typing import Any

from core.journal.entry import Entry
from core.projections.health import Latency
from core.projections.journeys import Journey, Journeys


class CommandTimes:
    """all: from submit() until what came of it was published."""

    def __init__(self, journeys: Journeys) -> None:
        self.all = Latency()
        self._journeys = journeys
        self._step: tuple[Any, int, int] | None = None
        """The command that is being decided, when it was asked, when it was taken."""
        self._waiting: dict[int, tuple[int, int]] = {}
        """Number of the entry -> when it was asked, when it was taken: decided, and not durable yet."""

    def begin(self, command: Any, asked: int) -> None:
        """Before its step. asked: monotonic ns."""
        self._step = (command, asked, time.monotonic_ns())

    def end(self, entry: Entry) -> None:
        """After its step. entry: what the command became."""
        if self._step is not None:
            _, asked, taken = self._step
            self._waiting[entry.seq] = (asked, taken)
            self._step = None

    def publish(self, entry: Entry, publish: Callable[[Entry], None]) -> None:
        """Most entries are the market's own, and nobody asked for them."""
        if self._step is None and not self._waiting:
            publish(entry)
            return
        times = self._waiting.pop(entry.seq, None)
        # Where nothing waits for the disk it is published within its step, after what was due before it.
        if times is None and self._step is not None and type(entry.message) is type(self._step[0]):
            times, self._step = self._step[1:], None
        if times is None:
            publish(entry)
            return
        asked, taken = times
        self._journeys.under_way = Journey(asked, taken, entry.mono_ns, time.monotonic_ns())
        publish(entry)
        self._journeys.under_way = None
        self.all.add_ns(time.monotonic_ns() - asked)
