"""What the present trading day won or lost, for whoever does not need the curve. Folds nothing of its own."""

from collections.abc import Mapping

from core.projections.board import Fold
from core.projections.equity import Equity
from core.projections.pictures import VersionLook
from core.projections.results import DayPicture


class DayResult:
    folds: Mapping[type, Fold] = {}

    def __init__(self, equity: Equity) -> None:
        self._equity = equity

    def picture(self, look: VersionLook) -> DayPicture | None:
        equity = self._equity
        if equity.version == look.version:
            return None
        return DayPicture(equity.version, equity.day, equity.day_rows())
