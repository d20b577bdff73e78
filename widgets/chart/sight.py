"""What is in view: the candles seen, the price and volume ranges that fit them, and the ticks of the axes. Pure.

Invariant: every candle in view fits between the lowest and the highest price. With no candle in view the ranges stay.
"""

from widgets.chart.framing import Framing
from widgets.chart.model import ChartModel
from widgets.scales import even_ticks, time_ticks

PRICE_LABEL_PX = 36
VOLUME_LABEL_PX = 24
TIME_GAP_PX = 28
"""Between the words of two times; the words' own width comes on top."""
ABOVE_PX, BELOW_PX = 26, 16
"""Kept free: above for the caption, below for the mark of a purchase."""
MOST_FREE = 0.4
LEAST_TICKS = 12
"""A market that does not move is not drawn as if it did."""


class Sight:
    """low, high: price units as floats. top: lots. end is exclusive."""

    def __init__(self) -> None:
        self.first = self.end = 0
        self.low, self.high = 0.0, 1.0
        self.top = 1.0
        self.price_ticks: list[int] = []
        self.volume_ticks: list[int] = []
        self.volume_step = 1
        self.time_ticks: list[int] = []

    def update(
        self, model: ChartModel, framing: Framing, width_px: float, price_px: float, volume_px: float,
        time_label_px: float,
    ) -> None:
        instrument, candles = model.instrument, model.candles
        if instrument is None or not candles.count:
            self.first = self.end = 0
            self.price_ticks, self.volume_ticks, self.time_ticks = [], [], []
            return
        self.first, self.end = candles.between(framing.low, framing.high)
        found = model.price_range(self.first, self.end)
        if found is not None:
            self._fit(found[0], found[1], LEAST_TICKS * instrument.tick, price_px)
            self.top = max(model.largest_volume(self.first, self.end), 1) * 1.12
        self.price_ticks, _ = even_ticks(int(self.low) + 1, int(self.high), instrument.tick, price_px, PRICE_LABEL_PX)
        self.volume_ticks, self.volume_step = even_ticks(0, int(self.top), instrument.lot, volume_px, VOLUME_LABEL_PX)
        low_ns, high_ns = candles.time_of(0), candles.time_of(1)
        interval = high_ns - low_ns
        self.time_ticks = time_ticks(
            low_ns + int(framing.low * interval), low_ns + int(framing.high * interval), width_px,
            time_label_px + TIME_GAP_PX,
        )

    def _fit(self, low: int, high: int, least: int, price_px: float) -> None:
        span = max(high - low, least)
        free = min((ABOVE_PX + BELOW_PX) / max(price_px, 1.0), MOST_FREE)
        whole = span / (1 - free)
        self.low = (low + high - span) / 2 - (whole - span) * BELOW_PX / (ABOVE_PX + BELOW_PX)
        self.high = self.low + whole
