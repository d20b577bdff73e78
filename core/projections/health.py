"""How the terminal itself is doing. Numbers come from whoever measures (core thread, journal), once a second."""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate

from core.projections.board import Fold
from core.projections.pictures import HealthPicture, VersionLook

_BOUNDS = tuple(sorted({int(10 ** (step / 10)) for step in range(81)}))
"""Bucket bounds in microseconds: ten a decade from 1 us to 100 s, so a percentile is within 26 %."""

DATA_LATE_MS = 2000
"""Chosen: the recorded sessions print several messages a second; two seconds of nothing is worth a look."""


class Latency:
    """A histogram of durations with buckets of fixed ratio. Forgets by halving once a minute."""

    def __init__(self) -> None:
        self._counts = [0] * (len(_BOUNDS) + 1)

    def add_ns(self, duration_ns: int) -> None:
        self._counts[bisect_left(_BOUNDS, duration_ns // 1000)] += 1

    def percentile_us(self, percent: int) -> int:
        """Upper bound of the bucket that holds it; 0 when empty."""
        total = sum(self._counts)
        if not total:
            return 0
        wanted = (total * percent + 99) // 100
        for index, reached in enumerate(accumulate(self._counts)):
            if reached >= wanted:
                return _BOUNDS[min(index, len(_BOUNDS) - 1)]
        return _BOUNDS[-1]

    def fade(self) -> None:
        self._counts = [count // 2 for count in self._counts]


class Health:
    """Holds the last picture made; folds nothing."""

    folds: Mapping[type, Fold] = {}

    def __init__(self) -> None:
        self.current: HealthPicture | None = None

    @property
    def data_is_late(self) -> bool:
        """What is on the screens is not the market any more."""
        return self.current is not None and self.current.data_age_ms >= DATA_LATE_MS

    def picture(self, look: VersionLook) -> HealthPicture | None:
        current = self.current
        return current if current is not None and current.version != look.version else None
