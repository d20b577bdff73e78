"""What the present trading day won or lost, for whoever does not need the curve. Folds nothing of its own."""

from collections.abc import Mapping

from core.projections.board import Fold
from core.projections.equity import Equity
from core.projections.pictures import VersionLook
from core.projections.results import DayPicture

MOST_DAYS = 4_000_000
"""More than there are ordinal dates (9999-12-31 is 3,652,059), so that no two pairs make one version."""


class DayResult:
    folds: Mapping[type, Fold] = {}

    def __init__(self, equity: Equity) -> None:
        self._equity = equity

    def picture(self, look: VersionLook) -> DayPicture | None:
        equity = self._equity
        # A day may also begin where nothing is held.
        version = equity.version * MOST_DAYS + equity.day
        if version == look.version:
            return None
        return DayPicture(version, equity.day, equity.day_rows())
