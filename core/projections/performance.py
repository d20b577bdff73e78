"""The equity curve and the statistics in one picture, for the panel that shows both. Folds nothing of its own."""

from collections.abc import Mapping

from core.projections.board import Fold
from core.projections.equity import Equity
from core.projections.results import EquityLook, PerformanceLook, PerformancePicture, StatisticsLook
from core.projections.statistics import Statistics


class Performance:
    folds: Mapping[type, Fold] = {}

    def __init__(self, equity: Equity, statistics: Statistics) -> None:
        self._equity, self._statistics = equity, statistics

    def picture(self, look: PerformanceLook) -> PerformancePicture | None:
        equity = self._equity.picture(EquityLook(look.equity, look.currency))
        statistics = self._statistics.picture(StatisticsLook(look.statistics, look.by))
        return PerformancePicture(equity, statistics) if equity is not None or statistics is not None else None
