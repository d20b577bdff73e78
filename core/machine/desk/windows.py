"""What happened within the last so many nanoseconds: messages counted, prices ranged. Nothing here costs more the more there was."""

from collections import deque
from typing import Final

NEW: Final = 0
REPLACE: Final = 1
CANCEL: Final = 2
PARTS: Final = 16
"""A range of prices is kept in so many parts of its window; the oldest part counts until all of it is too old."""
Order = tuple[int, int, int]
"""Side, quantity, price."""
NO_ORDER: Final[Order] = (0, 0, 0)


class Messages:
    """counts: of new orders, replaces, cancels within the window. same: how often each order was asked within it."""

    __slots__ = ("counts", "entries", "same", "window_ns")

    def __init__(self, window_ns: int) -> None:
        self.window_ns: int = window_ns
        self.entries: deque[tuple[int, int, Order]] = deque()
        self.counts: list[int] = [0, 0, 0]
        self.same: dict[Order, int] = {}

    def add(self, at: int, what: int, order: Order) -> None:
        self.entries.append((at, what, order))
        self.counts[what] += 1
        if what == NEW:
            self.same[order] = self.same.get(order, 0) + 1

    def look(self, at: int) -> None:
        """Lets go of what is too old."""
        entries, begin = self.entries, at - self.window_ns
        while entries and entries[0][0] <= begin:
            _, what, order = entries.popleft()
            self.counts[what] -= 1
            if what == NEW:
                left = self.same[order] - 1
                if left:
                    self.same[order] = left
                else:
                    del self.same[order]

    def too_old(self, at: int) -> list[tuple[int, int, Order]]:
        """What a look at that time would let go of, oldest first."""
        begin = at - self.window_ns
        found: list[tuple[int, int, Order]] = []
        for entry in self.entries:
            if entry[0] > begin:
                break
            found.append(entry)
        return found

    def put_back(self, gone: list[tuple[int, int, Order]]) -> None:
        """As if nobody had looked. gone: what `too_old` found before the look."""
        for entry in reversed(gone):
            _, what, order = entry
            self.entries.appendleft(entry)
            self.counts[what] += 1
            if what == NEW:
                self.same[order] = self.same.get(order, 0) + 1


class Prices:
    """parts: (begin, lowest, highest), oldest first. last: the newest price, however old."""

    __slots__ = ("last", "parts", "window_ns")

    def __init__(self, window_ns: int) -> None:
        self.window_ns: int = window_ns
        self.parts: deque[tuple[int, int, int]] = deque()
        self.last: int = 0

    def add(self, at: int, price: int) -> None:
        self.last = price
        parts = self.parts
        if parts:
            begin, low, high = parts[-1]
            if at - begin < self.window_ns // PARTS:
                parts[-1] = (begin, min(low, price), max(high, price))
                return
        parts.append((at, price, price))
        while parts[0][0] <= at - self.window_ns - self.window_ns // PARTS:
            parts.popleft()

    def range_bp(self, at: int) -> int:
        """How far the window's prices lie apart, with the one that stands."""
        if not self.last:
            return 0
        low = high = self.last
        begin = at - self.window_ns - self.window_ns // PARTS
        for since, lowest, highest in self.parts:
            if since > begin:
                low, high = min(low, lowest), max(high, highest)
        return (high - low) * 10_000 // low if low > 0 else 0
