"""Deadlines: what is due next. Time passes only as a message, so nothing here knows a clock.

Order at one deadline: kind, then instrument, then token. `token` tells whether an entry is still meant; the entries that are
not are dropped by their owner, at the end of the step that made them idle.
"""

from heapq import heapify, heappop, heappush
from typing import Final

EXPIRY: Final = 0
LIMIT_STATE: Final = 1
PHASE_END: Final = 2
SCHEDULE: Final = 3
INDICATIVE: Final = 4
ARRIVAL: Final = 5

NEVER: Final = 1 << 61
"""Later than any session time: 73 years after 1970 in nanoseconds."""


class Timers:
    """most: entries that the heap may hold before idle ones are looked for in all of it."""

    __slots__ = ("heap", "most", "next_due")

    def __init__(self) -> None:
        self.heap: list[tuple[int, int, int, int]] = []
        self.next_due: int = NEVER
        self.most: int = 1000

    def add(self, deadline: int, kind: int, instrument: int, token: int) -> None:
        heappush(self.heap, (deadline, kind, instrument, token))
        self.next_due = self.heap[0][0]

    def pop(self, at: int) -> tuple[int, int, int, int] | None:
        """The next that is due at or before at."""
        if self.next_due > at:
            return None
        return self.drop()

    def drop(self) -> tuple[int, int, int, int]:
        """The head, due or not."""
        head = heappop(self.heap)
        self.next_due = self.heap[0][0] if self.heap else NEVER
        return head

    def keep(self, entries: list[tuple[int, int, int, int]]) -> None:
        """Only these, from now on."""
        self.heap = entries
        heapify(self.heap)
        self.next_due = self.heap[0][0] if self.heap else NEVER
