"""Exposures as they stand between orders: what open orders and positions of a scope come to while the market moves.

A use is the gate's own measure of an order of nothing, on either side the larger, so a tier is the same whether an order or a mark
brought it. Invariants: a scope's totals are brought up to date before they are used; `holds` is no weaker than the inequality of each
bound that it speaks for, and whatever is not known tells nothing. Deliberately absent: what follows. Orders are refused by the gate's
measure of the order itself.
"""

from typing import Final

from core.domain.holding import Holding, Usage
from core.domain.limits import Rule
from core.machine.desk.funds import BASIS_POINTS, CLUSTER, SECTOR, Funds, Unknown
from core.machine.desk.limit_table import FAR, Bound, is_told

EXPOSURES: Final = (
    Rule.GROSS_EXPOSURE, Rule.NET_EXPOSURE, Rule.SECTOR_EXPOSURE, Rule.CLUSTER_EXPOSURE, Rule.POSITION_SHARE, Rule.LEVERAGE,
)


class ExposureRoom:
    """Of one scope, as far as one instrument's mark can move it. stood: of the table when the ranges were made. quiet: the gross exposure
    up to which none speaks that compares it alone: neither the net one nor a group's can be more. leverage, share: hundredths and
    hundredths of a percent of the equity from which on they speak; cash: of the scope."""

    __slots__ = ("bounds", "cash", "funds", "holding", "leverage", "quiet", "share", "stood", "usage")

    def __init__(self, usage: Usage, holding: Holding, funds: Funds, bounds: list[Bound]) -> None:
        self.usage = usage
        self.holding = holding
        self.funds = funds
        self.bounds = bounds
        self.stood: int = -1
        self.quiet: int = -FAR
        self.leverage: int = FAR
        self.share: int = FAR
        self.cash: int = 0

    def holds(self, stood: int) -> bool:
        """Whether none of the bounds has anything to say. The usage's result is up to date. stood: of the table."""
        if stood != self.stood:
            self.stood = stood
            self._fit()
        usage = self.usage
        if usage.gross + usage.more > self.quiet:
            return False
        equity = self.cash + usage.won
        return (self.leverage == FAR or (usage.gross + usage.more) * 100 < self.leverage * equity) and (
            self.share == FAR or (self.holding.gross + usage.more) * BASIS_POINTS < self.share * equity
        )

    def _fit(self) -> None:
        self.quiet, self.leverage, self.share = FAR, FAR, FAR
        for bound in self.bounds:
            if is_told(bound):
                # Falling is remembered too.
                self.quiet = -FAR
            elif bound.rule == Rule.LEVERAGE:
                self.leverage = min(self.leverage, bound.warn + 1)
            elif bound.rule == Rule.POSITION_SHARE:
                self.share = min(self.share, bound.warn + 1)
            else:
                self.quiet = min(self.quiet, bound.warn)
        if self.leverage != FAR or self.share != FAR:
            try:
                self.cash = self.funds.cash(self.usage)
            except Unknown:
                self.quiet = -FAR

    def use(self, bound: Bound) -> int:
        """VALUE, or hundredths, or hundredths of a percent, as the rule has it. Raises Unknown."""
        usage, rule = self.usage, bound.rule
        if rule == Rule.GROSS_EXPOSURE:
            return usage.gross
        if rule == Rule.NET_EXPOSURE:
            return max(abs(usage.long), abs(usage.short))
        if rule == Rule.LEVERAGE:
            return usage.gross * 100 // self.funds.equity(usage)
        if rule == Rule.POSITION_SHARE:
            return self.holding.gross * BASIS_POINTS // self.funds.equity(usage)
        facts = self.funds.facts.get(self.holding.instrument)
        if facts is None:
            return 0
        if rule == Rule.SECTOR_EXPOSURE:
            return usage.groups.get(SECTOR + facts.sector, 0) if facts.sector else 0
        return usage.groups.get(CLUSTER + facts.cluster, 0) if facts.cluster else 0
