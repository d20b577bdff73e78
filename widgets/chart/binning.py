"""Many candles into at most one a pixel column: open of the first, close of the last, the extremes of all. Pure numpy.

Invariant: what is drawn of a column is exactly what a candle over all of its candles would be; where a level of the candles
stands for them, a candle may be counted in the column next to its own, by less than a quarter of a pixel.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from widgets.chart.candles import CLOSE, HIGH, LOTS, LOW, OPEN, SLOT, Candles, Ints, Level


class Columns(NamedTuple):
    """x: centre in pixels. bins: whether one column may hold several candles. lots: the largest candle's. last: index of the
    last candle."""

    x: npt.NDArray[np.float64]
    open: Ints
    high: Ints
    low: Ints
    close: Ints
    lots: Ints
    last: Ints
    bins: bool


def columns(candles: Candles, first: int, end: int, low: float, spacing_px: float, bin_below_px: float) -> Columns:
    """Candles first to end, with slot `low` at pixel 0 and spacing_px pixels a slot."""
    level, shift = candles.level_for(1 / max(spacing_px, 1e-9))
    if level is not None and first < end:
        ids = level.held[Level.ID]
        start = int(np.searchsorted(ids, int(candles.field(SLOT)[first]) >> shift))
        stop = int(np.searchsorted(ids, int(candles.field(SLOT)[end - 1]) >> shift, side="right"))
        part = level.held[:, start:stop]
        slots, opens, highs, lows, closes, lots, last = (
            part[Level.ID] << shift, part[Level.OPEN], part[Level.HIGH], part[Level.LOW], part[Level.CLOSE], part[Level.LOTS],
            part[Level.LAST],
        )
    else:
        slots, opens, highs, lows, closes, lots = (candles.field(one, first, end) for one in (SLOT, OPEN, HIGH, LOW, CLOSE, LOTS))
        last = np.arange(first, end)
    x = np.floor((slots - low) * spacing_px)
    if spacing_px >= bin_below_px or not len(x):
        return Columns(x + 0.5, opens, highs, lows, closes, lots, last, False)
    starts = np.flatnonzero(np.diff(x, prepend=x[0] - 1))
    ends = np.append(starts[1:], len(x)) - 1
    return Columns(
        x[starts] + 0.5, opens[starts], np.maximum.reduceat(highs, starts), np.minimum.reduceat(lows, starts),
        closes[ends], np.maximum.reduceat(lots, starts), last[ends], True,
    )
