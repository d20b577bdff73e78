"""What the bars of the chart are: how long, or of how much volume; and how they are drawn. Qt-free."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from core.domain.instrument import Instrument
from core.domain.units import DAY, SECOND
from widgets.tongue import Table


class Drawn(Enum):
    """How bars are drawn."""

    CANDLES = "candles"
    LINE = "line"
    AREA = "area"
    HEIKIN_ASHI = "heikin-ashi"
    FOOTPRINT = "footprint"


DRAWN_TEXT: Final = Table({
    Drawn.CANDLES: "Candles", Drawn.LINE: "Line", Drawn.AREA: "Area", Drawn.HEIKIN_ASHI: "Heikin-Ashi", Drawn.FOOTPRINT: "Footprint",
})
INTERVALS: Final = {
    "1 s": SECOND, "5 s": 5 * SECOND, "15 s": 15 * SECOND, "30 s": 30 * SECOND, "1 m": 60 * SECOND, "5 m": 300 * SECOND,
    "15 m": 900 * SECOND, "1 h": 3600 * SECOND, "4 h": 14_400 * SECOND, "1 d": DAY,
}
DEFAULT_INTERVAL: Final = "5 s"
VOLUMES: Final = (1, 10, 100, 1000)
"""Whole units of the base that a bar of equal volume holds."""


@dataclass(frozen=True)
class Measure:
    """interval_ns 0: bars of `units` whole units of the base each."""

    interval_ns: int
    units: int = 0

    def lots(self, instrument: Instrument) -> int:
        scale: int = 10**instrument.qty_decimals
        return self.units * scale

    def text(self, base: str = "") -> str:
        if self.units:
            return f"{self.units} {base}".rstrip()
        return next((text for text, ns in INTERVALS.items() if ns == self.interval_ns), f"{self.interval_ns // SECOND} s")


MEASURES: Final = (*(Measure(ns) for ns in INTERVALS.values()), *(Measure(0, units) for units in VOLUMES))
DEFAULT_MEASURE: Final = Measure(INTERVALS[DEFAULT_INTERVAL])
