"""What is in view: the candles seen, at most one a pixel column, the ranges that fit them, and the ticks of the axes. Pure.

Invariants: every candle in view fits between the lowest and the highest price, and where that is wanted every order of ours.
With no candle in view the ranges stay. `version` changes when what is in view does. The work does not grow with the number of
candles.
"""

from math import ceil, exp, floor, log
from typing import Any, Final

import numpy as np

from widgets.chart.binning import Columns, columns
from widgets.chart.candles import AT, CLOSE
from widgets.chart.framing import Framing
from widgets.chart.model import ChartModel
from widgets.scales import even_ticks, time_ticks

BIN_BELOW_PX: Final = 4.0
"""Narrower candles have no room for a body: they are drawn as one line a pixel column."""
PRICE_LABEL_PX = 36
VOLUME_LABEL_PX = 24
TIME_GAP_PX = 28
"""Between the words of two times; the words' own width comes on top."""
ABOVE_PX, BELOW_PX = 26, 16
"""Kept free: above for the caption, below for the mark of a purchase."""
MOST_FREE = 0.4
LEAST_TICKS = 12
"""A market that does not move is not drawn as if it did."""
PARTS = 10_000
"""Of the base: hundredths of a percent."""
NOTHING: Final[tuple[Any, Any]] = (np.zeros(0, dtype=np.int64), np.zeros(0))


class Sight:
    """low, high: price units as floats. top: lots. end is exclusive. time_ticks: (slot, time). with_orders: the range of prices holds
    all working orders of ours. widened: it is larger for it. base: the close of the first bar in view while two instruments are
    compared, from which both count; else 0. compared: the other one's (slots, prices as ours would be), about as far as in view.
    price_ticks: price units, while compared round parts of the base."""

    def __init__(self) -> None:
        self.version = 0
        self.first = self.end = 0
        self.low, self.high = 0.0, 1.0
        self.top = 1.0
        self.with_orders = self.widened = False
        self.columns: Columns | None = None
        self.base = 0
        self.compared = NOTHING
        self.price_ticks: list[float] = []
        self.volume_ticks: list[int] = []
        self.volume_step = 1
        self.time_ticks: list[tuple[float, int]] = []
        self._seen: tuple[Any, ...] = ()

    def update(
        self, model: ChartModel, framing: Framing, width_px: float, price_px: float, volume_px: float, time_label_px: float,
        ratio: bool = False,
    ) -> None:
        instrument, candles = model.instrument, model.shown
        key = (
            candles.version, model.candles.version, model.drawn, framing.low, framing.high, width_px, price_px, volume_px, ratio,
            model.measure, tuple(study.title for study in model.studies), model.compared.version,
            tuple(order.at for order in model.own) if self.with_orders else None,
        )
        if key == self._seen:
            return
        self._seen = key
        self.version += 1
        if instrument is None or not candles.count:
            self.first = self.end = 0
            self.columns = None
            self.base, self.compared = 0, NOTHING
            self.price_ticks, self.volume_ticks, self.time_ticks = [], [], []
            return
        self.first, self.end = candles.between(framing.low, framing.high)
        self.columns = columns(candles, self.first, self.end, framing.low, framing.spacing_px, BIN_BELOW_PX)
        self._compare(model, framing)
        found = candles.extremes(self.first, self.end)
        if found is not None:
            ours = [order.at for order in model.own] if self.with_orders else []
            prices = self.compared[1]
            both = float(prices.min(initial=found[0])), float(prices.max(initial=found[1]))
            low, high = min([both[0], *ours]), max([both[1], *ours])
            self.widened = (low, high) != both
            self._fit(low, high, LEAST_TICKS * instrument.tick, price_px, ratio)
            self.top = max(found[2], 1) * 1.12
        self.price_ticks = self._price_ticks(instrument.tick, price_px)
        self.volume_ticks, self.volume_step = even_ticks(0, int(self.top), instrument.lot, volume_px, VOLUME_LABEL_PX)
        self.time_ticks = _times(model, framing, width_px, time_label_px + TIME_GAP_PX)

    def _compare(self, model: ChartModel, framing: Framing) -> None:
        self.base, self.compared = 0, NOTHING
        if model.compared_with is None or self.first >= self.end:
            return
        base = model.candles.row(self.first)
        self.base = base[CLOSE]
        self.compared = model.compared_line(base[AT], base[CLOSE], int(framing.low) - 1, int(framing.high) + 2)

    def _price_ticks(self, tick: int, price_px: float) -> list[float]:
        if not self.base:
            return list(map(float, even_ticks(int(self.low) + 1, int(self.high), tick, price_px, PRICE_LABEL_PX)[0]))
        # Both are read in percent: round ones, and zero among them.
        part = self.base / PARTS
        parts, _ = even_ticks(ceil((self.low - self.base) / part), floor((self.high - self.base) / part), 1, price_px, PRICE_LABEL_PX)
        return [self.base + one * part for one in parts]

    def _fit(self, low: float, high: float, least: int, price_px: float, ratio: bool) -> None:
        span = max(high - low, least)
        free = min((ABOVE_PX + BELOW_PX) / max(price_px, 1.0), MOST_FREE)
        below = BELOW_PX / (ABOVE_PX + BELOW_PX)
        middle = (low + high) / 2
        if ratio and middle - span / 2 >= 1:
            bottom, top = log(middle - span / 2), log(middle + span / 2)
            room = (top - bottom) * free / (1 - free)
            self.low, self.high = exp(bottom - room * below), exp(top + room * (1 - below))
            return
        whole = span / (1 - free)
        self.low = middle - span / 2 - (whole - span) * below
        self.high = self.low + whole


def _times(model: ChartModel, framing: Framing, width_px: float, label_px: float) -> list[tuple[float, int]]:
    candles = model.candles
    if candles.by_time:
        start = candles.time_of(0)
        interval = candles.time_of(1) - start
        ticks = time_ticks(start + int(framing.low * interval), start + int(framing.high * interval), width_px, label_px)
        return [((at - start) / interval, at) for at in ticks]
    # Bars of equal volume: evenly spaced, each with the time at which it began.
    step = max(int(framing.span * label_px / max(width_px, 1.0)), 1)
    first, last = max(int(framing.low), 0), min(int(framing.high), candles.count - 1)
    return [(float(slot), candles.time_of(slot)) for slot in range(-(-first // step) * step, last + 1, step)]
