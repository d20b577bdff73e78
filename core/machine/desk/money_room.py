"""The part of a line's headroom that is money: exposures, equity, results and open orders of one scope, as sums that are kept.

Invariants: a scope's totals are brought up to date before a bound is not cleared, and are then the same that the measures look at; what
clears it before is more than they would say (`Usage.more`). Each comparison is the measure's own inequality, multiplied out so that nothing
is divided. Whatever is not known clears nothing.
"""

from typing import Final

from core.domain.enums import Side
from core.domain.holding import Holding, Usage
from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.machine.desk.funds import BASIS_POINTS, CLUSTER, SECTOR, Funds, Unknown, away
from core.machine.desk.limit_table import FAR, LOSSES, Bound, is_told
from core.machine.desk.measures import Attempt

BUY: Final = Side.BUY
OF_EQUITY: Final = (Rule.LEVERAGE, Rule.POSITION_SHARE)
SPANS: Final = (Rule.GROSS_EXPOSURE, Rule.NET_EXPOSURE, Rule.SECTOR_EXPOSURE, Rule.CLUSTER_EXPOSURE)
MONEY: Final = (
    Rule.MAX_OPEN_WORTH, Rule.MAX_POSITIONS, Rule.POSITION_SHARE, Rule.GROSS_EXPOSURE, Rule.NET_EXPOSURE, Rule.SECTOR_EXPOSURE,
    Rule.CLUSTER_EXPOSURE, Rule.LEVERAGE, Rule.DAILY_LOSS, Rule.DRAWDOWN,
)


class Span:
    """Bounds that look at the same number, and the range of it in which all of them are silent."""

    __slots__ = ("bounds", "high", "low")

    def __init__(self) -> None:
        self.low: int = -FAR
        self.high: int = FAR
        self.bounds: list[Bound] = []

    def add(self, bound: Bound) -> None:
        self.bounds.append(bound)
        self.low = max(self.low, bound.calm)
        self.high = min(self.high, bound.warn)


class LossRoom:
    """The results of one usage, between which no bound on its losses has anything to say, and none is the highest so far. stood, best,
    day: what it was made from."""

    __slots__ = ("best", "bounds", "day", "funds", "high", "low", "stood", "usage")

    def __init__(self, usage: Usage, funds: Funds, bounds: list[Bound]) -> None:
        self.usage = usage
        self.funds = funds
        self.bounds = bounds
        self.stood: int = -1
        self.best: int = 0
        self.day: int = 0
        self.low: int = 0
        self.high: int = 0

    def holds(self, stood: int) -> bool:
        """The usage's totals are up to date. stood: of the table."""
        usage = self.usage
        if usage.best_result != self.best or usage.day_result != self.day or stood != self.stood:
            self.stood, self.best, self.day = stood, usage.best_result, usage.day_result
            self._fit()
        return self.low <= usage.won <= self.high

    def _fit(self) -> None:
        self.low, self.high = 0, -1
        try:
            cash = self.funds.cash(self.usage)
        except Unknown:
            return
        low, high = -FAR, self.best
        for bound in self.bounds:
            begin = self.day if bound.rule == Rule.DAILY_LOSS else self.best
            whole = cash + begin
            if whole <= 0:
                return
            low = max(low, begin - ((bound.warn + 1) * whole - 1) // BASIS_POINTS)
            if is_told(bound):
                high = min(high, begin + -bound.calm * whole // BASIS_POINTS)
        self.low, self.high = low, high


class MoneyRoom:
    """leverage, share: hundredths and hundredths of a percent of the equity from which on they speak. own_open: of the order's
    instrument alone."""

    __slots__ = (
        "bottom", "bounds", "cash", "cluster", "cluster_name", "gross", "holding", "leverage", "live", "loss", "net", "open", "own_open",
        "quiet", "sector", "sector_name", "share", "top", "usage", "won",
    )

    def __init__(self, usage: Usage, instrument: Instrument, funds: Funds) -> None:
        """Raises Unknown."""
        self.usage = usage
        self.holding: Holding = usage.holding(instrument.id)
        top, bottom = funds.scale(instrument)
        self.top: int = top
        self.bottom: int = bottom
        self.cash: int = 0
        self.bounds: list[Bound] = []
        self.gross = Span()
        self.net = Span()
        self.sector = Span()
        self.cluster = Span()
        facts = funds.facts.get(instrument.id)
        self.sector_name: str = SECTOR + facts.sector if facts is not None and facts.sector else ""
        self.cluster_name: str = CLUSTER + facts.cluster if facts is not None and facts.cluster else ""
        self.leverage: int = FAR
        self.share: int = FAR
        self.open: int = FAR
        self.own_open: int = FAR
        self.live: int = FAR
        self.loss: LossRoom | None = None
        self.quiet: int = -FAR
        self.won: int = FAR

    def add(self, bound: Bound, funds: Funds) -> bool:
        """Whether it can be told from here. Raises Unknown."""
        rule = bound.rule
        if rule in SPANS:
            span: Span = (self.gross, self.net, self.sector, self.cluster)[SPANS.index(rule)]
            span.add(bound)
        elif rule in LOSSES:
            if self.loss is None:
                self.loss = LossRoom(self.usage, funds, [])
            self.loss.bounds.append(bound)
        elif is_told(bound):
            return False
        elif rule in OF_EQUITY:
            self.cash = funds.cash(self.usage)
            if rule == Rule.LEVERAGE:
                self.leverage = min(self.leverage, bound.warn + 1)
            else:
                self.share = min(self.share, bound.warn + 1)
        elif rule == Rule.MAX_POSITIONS:
            self.live = min(self.live, bound.warn)
        elif bound.instrument:
            self.own_open = min(self.own_open, bound.warn)
        else:
            self.open = min(self.open, bound.warn)
        self.bounds.append(bound)
        return True

    def holds(self, a: Attempt, funds: Funds, stood: int) -> bool:
        """Whether none of the bounds has anything to say. Raises Unknown."""
        usage, h = self.usage, self.holding
        if usage.stale:
            funds.settle(usage)
        if usage.won != self.won:
            self._fit()
        # Nothing that is compared with an exposure is more than the gross one: not the net, nor a group's, nor the position's own.
        price = a.dearest if a.dearest > a.reference else a.reference
        longer, shorter = h.qty + h.buy, h.sell - h.qty
        if a.side is BUY:
            longer += a.qty - a.freed
        else:
            shorter += a.qty - a.freed
        own = (longer if longer > shorter else shorter) * price * self.top
        if self.bottom != 1:
            own = away(own, self.bottom)
        more, live = usage.more, usage.live + len(usage.changed)
        gross = usage.gross - h.gross + more + (own if own > 0 else 0)
        if gross > self.quiet and (usage.changed or not self._exposures_hold(a, gross, longer, shorter, price)):
            return self._holds_exactly(a, funds, stood)
        more += a.worth
        if usage.open + more > self.open or h.worth + more > self.own_open or live - (1 if h.is_live else 0) >= self.live:
            return self._holds_exactly(a, funds, stood)
        loss = self.loss
        return loss is None or loss.holds(stood)

    def _holds_exactly(self, a: Attempt, funds: Funds, stood: int) -> bool:
        """With the orders since."""
        if not self.usage.changed:
            return False
        funds.refresh(self.usage)
        return self.holds(a, funds, stood)

    def _fit(self) -> None:
        """quiet: gross exposure up to which no exposure says anything, with the equity as it is."""
        self.won = self.usage.won
        self.quiet = -FAR
        equity = self.cash + self.won
        spans = (self.gross, self.net, self.sector, self.cluster)
        if equity > 0 and all(span.low == -FAR for span in spans):
            self.quiet = min([span.high for span in spans])
            if self.leverage != FAR:
                self.quiet = min(self.quiet, (self.leverage * equity - 1) // 100)
            if self.share != FAR:
                self.quiet = min(self.quiet, (self.share * equity - 1) // BASIS_POINTS)

    def _exposures_hold(self, a: Attempt, gross: int, longer: int, shorter: int, price: int) -> bool:
        usage, h, equity = self.usage, self.holding, self.cash + self.usage.won
        long, short = self._value(longer * price), self._value(shorter * price)
        net = usage.long - h.long + long if a.side is BUY else usage.short - h.short + short
        own = max(long, short, 0)
        return (
            self.gross.low <= gross <= self.gross.high
            and self.net.low <= abs(net) <= self.net.high
            and self._groups_hold(own - h.gross)
            and (self.leverage == FAR or gross * 100 < self.leverage * equity)
            and (self.share == FAR or own * BASIS_POINTS < self.share * equity)
        )

    def _groups_hold(self, more: int) -> bool:
        sector, cluster = self.sector, self.cluster
        if sector.bounds:
            used = self.usage.groups.get(self.sector_name, 0) + more if self.sector_name else 0
            if not sector.low <= used <= sector.high:
                return False
        if cluster.bounds:
            used = self.usage.groups.get(self.cluster_name, 0) + more if self.cluster_name else 0
            if not cluster.low <= used <= cluster.high:
                return False
        return True

    def _value(self, exact: int) -> int:
        return away(exact * self.top, self.bottom)
