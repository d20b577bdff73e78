"""What happened within the last so many nanoseconds: messages counted, prices ranged. Nothing here costs more the more there was.

Invariants: what is too old is let go of when something is added, or looked at; it may be there a little longer, so counts that
nobody looked at are never too small, and `within` is the same however often somebody looked. `most` is never below range_bp, now
and later, until another price comes.
"""

from collections import deque
from typing import Final

NEW: Final = 0
REPLACE: Final = 1
CANCEL: Final = 2
PARTS: Final = 16
"""A range of prices is kept in so many parts of its window; the oldest part counts until all of it is too old."""
MASK: Final = (1 << 64) - 1
Order = tuple[int, int, int]
"""Side, quantity, price."""
NO_ORDER: Final[Order] = (0, 0, 0)
Entry = tuple[int, int, Order]
"""Session time, what, of which order."""


class Messages:
    """new, replaced, cancelled: when each was, oldest first: whole numbers alone, which the garbage collector has no work with. same: how
    often each order was asked within the window, and orders: which the new ones were, both only if somebody tells them apart."""

    __slots__ = ("cancelled", "new", "orders", "replaced", "same", "tells_apart", "window_ns")

    def __init__(self, window_ns: int, tells_apart: bool = True) -> None:
        self.window_ns: int = window_ns
        self.tells_apart: bool = tells_apart
        self.new: deque[int] = deque()
        self.replaced: deque[int] = deque()
        self.cancelled: deque[int] = deque()
        self.orders: deque[int] = deque()
        self.same: dict[int, int] = {}

    def add(self, at: int, what: int, order: Order) -> None:
        if what == NEW:
            self.ordered(at, _one(order) if self.tells_apart else 0)
            return
        times = self.replaced if what == REPLACE else self.cancelled
        times.append(at)
        if times[0] <= at - self.window_ns:
            self.look(at)

    def ordered(self, at: int, order: int) -> None:
        """A new order. order: as `one_number`."""
        new = self.new
        new.append(at)
        if self.tells_apart:
            self.orders.append(order)
            self.same[order] = self.same.get(order, 0) + 1
        if new[0] <= at - self.window_ns:
            self.look(at)

    def look(self, at: int) -> None:
        """Lets go of what is too old."""
        begin = at - self.window_ns
        for times in (self.replaced, self.cancelled):
            while times and times[0] <= begin:
                times.popleft()
        new = self.new
        while new and new[0] <= begin:
            new.popleft()
            if self.tells_apart:
                order = self.orders.popleft()
                left = self.same[order] - 1
                if left:
                    self.same[order] = left
                else:
                    del self.same[order]

    def within(self, at: int) -> list[Entry]:
        """What counts at that time, in an order of its own."""
        begin = at - self.window_ns
        orders = [_three(order) for order in self.orders] if self.tells_apart else [NO_ORDER] * len(self.new)
        found = [(when, NEW, order) for when, order in zip(self.new, orders, strict=True) if when > begin]
        found += [(when, REPLACE, NO_ORDER) for when in self.replaced if when > begin]
        return found + [(when, CANCEL, NO_ORDER) for when in self.cancelled if when > begin]


NO_MESSAGES: Final = Messages(0)
"""Of limits that remember none: nothing is ever added to it."""


def one_number(side: int, qty: int, price: int) -> int:
    """An order as a key."""
    return (price << 65) + (qty << 1) + side


def _one(order: Order) -> int:
    return one_number(order[0], order[1], order[2])


def _three(order: int) -> Order:
    return order & 1, (order >> 1) & MASK, order >> 65


class Prices:
    """parts: (begin, lowest, highest), oldest first. last: the newest price, however old. most: hundredths of a percent that they can
    lie apart at most, from low to high."""

    __slots__ = ("high", "last", "low", "most", "parts", "window_ns")

    def __init__(self, window_ns: int) -> None:
        self.window_ns: int = window_ns
        self.parts: deque[tuple[int, int, int]] = deque()
        self.last: int = 0
        self.low: int = 0
        self.high: int = 0
        self.most: int = 0

    def add(self, at: int, price: int) -> None:
        self.last = price
        if price < self.low or price > self.high:
            self._widen(price, price)
        parts = self.parts
        if parts:
            begin, low, high = parts[-1]
            if at - begin < self.window_ns // PARTS:
                if price < low or price > high:
                    parts[-1] = (begin, min(low, price), max(high, price))
                return
        parts.append((at, price, price))
        while parts[0][0] <= at - self.window_ns - self.window_ns // PARTS:
            parts.popleft()

    def _widen(self, low: int, high: int) -> None:
        """A price of 0 is none: with one among them nothing is ranged, so it makes no range wider."""
        if low <= 0:
            return
        self.low = min(self.low, low) if self.low else low
        self.high = max(self.high, high)
        self.most = (self.high - self.low) * 10_000 // self.low

    def settle(self, at: int) -> int:
        """Brings `most` to what counts at that time."""
        self.low = self.high = self.most = 0
        self._widen(self.last, self.last)
        begin = at - self.window_ns - self.window_ns // PARTS
        for since, low, high in self.parts:
            if since > begin:
                self._widen(low, high)
        return self.most

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


NO_PRICES: Final = Prices(0)
"""The same for fills."""
