"""What tightens limits by itself, and loosens them again no further than they were set: volatility, spread, drawdown, time of day, and
conservative mode.
"""

from typing import Final

from core.domain.holding import Holding
from core.domain.limits import FACTS, Rule
from core.domain.units import DAY
from core.machine.desk.funds import BASIS_POINTS
from core.machine.desk.limit_table import Bound
from core.machine.desk.measures import Attempt, moved_bp
from core.messages.limits import Condition, Tighten

CONSERVATIVE_PERCENT: Final = 50


class Conditions:
    """tightenings by (rule, condition). conservative: half sizes, no new instruments; why: in words."""

    __slots__ = ("conservative", "tightenings", "why")

    def __init__(self) -> None:
        self.tightenings: dict[tuple[int, int], Tighten] = {}
        self.conservative: bool = False
        self.why: str = ""

    def tight(self) -> bool:
        """Whether a limit may count less than it is set to."""
        return self.conservative or len(self.tightenings) > 0

    def tightened(self) -> list[int]:
        """Rules that count less while a condition holds."""
        return [rule for rule, _ in self.tightenings]

    def looks_at_losses(self) -> bool:
        return any(one.condition is Condition.DRAWDOWN for one in self.tightenings.values())

    def looks_back(self) -> list[int]:
        """How far back conditions look at the market's trades."""
        return [one.window_ns for one in self.tightenings.values() if one.condition is Condition.VOLATILITY]

    def percent(self, bound: Bound, a: Attempt) -> int:
        """What the limit counts now, of what it is set to."""
        least = 100
        if self.conservative and FACTS[Rule(bound.rule)].shrinks:
            least = CONSERVATIVE_PERCENT
        # In one order, whichever was told first: a condition that cannot be known is not asked when another one decides.
        for key in sorted(self.tightenings):
            one = self.tightenings[key]
            if key[0] == bound.rule and one.percent < least and holds(one, a):
                least = one.percent
        return least

    def knows(self, own: Holding) -> bool:
        """Whether the instrument is none of those that conservative mode keeps out."""
        return not self.conservative or own.qty != 0 or own.buy != 0 or own.sell != 0


def holds(one: Tighten, a: Attempt) -> bool:
    condition = one.condition
    if condition is Condition.VOLATILITY:
        return moved_bp(a, one.window_ns) >= one.threshold
    if condition is Condition.SPREAD:
        bid, ask = a.book.best_bid(), a.book.best_ask()
        # A book with one side has the widest spread there is.
        return bid is None or ask is None or (ask.price - bid.price) * 2 * BASIS_POINTS >= one.threshold * (ask.price + bid.price)
    if condition is Condition.DRAWDOWN:
        return a.funds.drawdown_bp(a.line.own.usage) >= one.threshold
    time = a.at % DAY
    return one.threshold <= time < one.until if one.threshold < one.until else time >= one.threshold or time < one.until
