"""How far and how fast a price may move: the dynamic band's mean, and the velocity's window. Numbers only; what follows from
them is limit_state's and matching's.

The band follows the Limit Up-Limit Down plan: the mean of five minutes' trades, renewed when 30 s have gone and it moved by 1 %.
"""

from collections import deque
from typing import Final

from core.domain.units import SECOND
from core.machine.venue.rules import BASIS_POINTS, Rules

RENEW_NS: Final = 30 * SECOND
RENEW_PERCENT: Final = 1


class Bands:
    """mean: what low and high are measured from, 0 for none. window: (at, price) of the trades that the mean is of.

    moved: set by a first trade, and not told yet. lows, highs: (at, price) of the velocity's window, only those that can still
    be its lowest or highest.
    """

    __slots__ = ("high", "highs", "low", "lows", "mean", "moved", "set_at", "sum", "window")

    def __init__(self) -> None:
        self.mean: int = 0
        self.low: int = 0
        self.high: int = 0
        self.set_at: int = 0
        self.moved: bool = False
        self.sum: int = 0
        self.window: deque[tuple[int, int]] = deque()
        self.lows: deque[tuple[int, int]] = deque()
        self.highs: deque[tuple[int, int]] = deque()

    def note(self, rules: Rules, at: int, price: int) -> None:
        """A trade."""
        if rules.dynamic_bp:
            self.window.append((at, price))
            self.sum += price
            if not self.mean:
                self._set(rules, at, price)
                self.moved = True
        if rules.velocity:
            lows, highs = self.lows, self.highs
            while lows and lows[-1][1] >= price:
                lows.pop()
            lows.append((at, price))
            while highs and highs[-1][1] <= price:
                highs.pop()
            highs.append((at, price))

    def lowest(self, since: int) -> int:
        """Lowest trade price after since; 0 when there was none."""
        while self.lows and self.lows[0][0] <= since:
            self.lows.popleft()
        return self.lows[0][1] if self.lows else 0

    def highest(self, since: int) -> int:
        while self.highs and self.highs[0][0] <= since:
            self.highs.popleft()
        return self.highs[0][1] if self.highs else 0

    def begin(self, rules: Rules, at: int, price: int) -> None:
        """From a price that is no ordinary trade: the operator's reference, or an auction's."""
        self.window.clear()
        self.window.append((at, price))
        self.sum = price
        self._set(rules, at, price)

    def renew(self, rules: Rules, at: int) -> bool:
        """At the end of a step with trades. Whether the band moved."""
        window = self.window
        until = at - rules.dynamic_window_ns
        while window and window[0][0] <= until:
            self.sum -= window.popleft()[1]
        if self.moved:
            self.moved = False
            return True
        if not window or at - self.set_at < RENEW_NS:
            return False
        mean = self.sum // len(window)
        if abs(mean - self.mean) * 100 < self.mean * RENEW_PERCENT:
            return False
        self._set(rules, at, mean)
        return True

    def _set(self, rules: Rules, at: int, mean: int) -> None:
        self.mean = mean
        self.set_at = at
        width = mean * rules.dynamic_bp // BASIS_POINTS
        self.low = rules.up(mean - width)
        self.high = rules.down(mean + width)

    def forget(self) -> None:
        """The rules changed: nothing known counts any more."""
        self.__init__()  # type: ignore[misc]
