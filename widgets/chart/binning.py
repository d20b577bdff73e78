"""Many candles into at most one a pixel column: open of the first, close of the last, the extremes of all. Pure numpy.

Invariant: what is drawn of a column is exactly what a candle over all of its candles would be.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from widgets.chart.model import CLOSE, HIGH, LOTS, LOW, OPEN, SLOT, Candles, Ints


class Columns(NamedTuple):
    """x: centre in pixels. bins: whether one column may hold several candles. lots: the largest candle's."""

    x: npt.NDArray[np.float64]
    open: Ints
    high: Ints
    low: Ints
    close: Ints
    lots: Ints
    bins: bool


def columns(candles: Candles, first: int, end: int, low: float, spacing_px: float, bin_below_px: float) -> Columns:
    """Candles first to end, with slot `low` at pixel 0 and spacing_px pixels a slot."""
    slots, opens, highs, lows, closes, lots = (
        candles.field(one, first, end) for one in (SLOT, OPEN, HIGH, LOW, CLOSE, LOTS)
    )
    x = np.floor((slots - low) * spacing_px)
    if spacing_px >= bin_below_px or not len(x):
        return Columns(x + 0.5, opens, highs, lows, closes, lots, False)
    starts = np.flatnonzero(np.diff(x, prepend=x[0] - 1))
    ends = np.append(starts[1:], len(x)) - 1
    return Columns(
        x[starts] + 0.5, opens[starts], np.maximum.reduceat(highs, starts), np.minimum.reduceat(lows, starts),
        closes[ends], np.maximum.reduceat(lots, starts), True,
    )
