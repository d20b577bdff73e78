"""What is in view: the candles seen, the price and volume ranges that fit them, and the ticks of the axes. Pure.

Invariant: every candle in view fits between the lowest and the highest price. With no candle in view the ranges stay.
"""

from widgets.chart.framing import Framing
from widgets.chart.model import ChartModel
from widgets.chart.scales import even_ticks, time_ticks

PRICE_LABEL_PX = 36
VOLUME_LABEL_PX = 24
TIME_GAP_PX = 28
"""Between the words of two times; the words' own width comes on top."""
HEAD_ROOM = 0.09
"""Part of the price range kept free above and below."""
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
        self, model: ChartModel, framing: Framing, width_px: float, price_px: float, volume_px: float, time_label_px: float
    ) -> None:
        instrument, candles = model.instrument, model.candles
        if instrument is None or not candles.count:
            self.first = self.end = 0
            self.price_ticks, self.volume_ticks, self.time_ticks = [], [], []
            return
        self.first, self.end = candles.between(framing.low, framing.high)
        found = model.price_range(self.first, self.end)
        if found is not None:
            spare = max(found[1] - found[0], LEAST_TICKS * instrument.tick) * HEAD_ROOM
            middle, half = (found[0] + found[1]) / 2, max(found[1] - found[0], LEAST_TICKS * instrument.tick) / 2
            self.low, self.high = middle - half - spare, middle + half + spare
            self.top = max(model.largest_volume(self.first, self.end), 1) * 1.12
        self.price_ticks, _ = even_ticks(int(self.low) + 1, int(self.high), instrument.tick, price_px, PRICE_LABEL_PX)
        self.volume_ticks, self.volume_step = even_ticks(0, int(self.top), instrument.lot, volume_px, VOLUME_LABEL_PX)
        low_ns, high_ns = candles.time_of(0), candles.time_of(1)
        interval = high_ns - low_ns
        self.time_ticks = time_ticks(
            low_ns + int(framing.low * interval), low_ns + int(framing.high * interval), width_px,
            time_label_px + TIME_GAP_PX,
        )
