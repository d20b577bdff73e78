"""A cumulative curve as a line in pixels: one step a pixel column at most, whatever the number of levels. Pure."""

import numpy as np
from numpy.typing import NDArray

from core.domain.enums import Side
from widgets.depth.model import Curve

Line = tuple[NDArray[np.float64], NDArray[np.float64]]
"""x and y of its points, one after the other."""


def steps(curve: Curve, edge: int, low: float, px_a_unit: float, px_a_lot: float, height: float) -> Line:
    """From the touch outwards: up at each price, level until the next. Ends at the edge (a price) when the book is
    known that far, and at the last known level otherwise. low: the price at pixel 0. Without points where nothing is known.
    """
    count = curve.count_to(edge)
    if not count:
        return np.empty(0), np.empty(0)
    prices = np.array(curve.steps[:count], dtype=np.float64)
    if curve.side is Side.BUY:
        np.negative(prices, prices)
    x = np.floor((prices - low) * px_a_unit) + 0.5
    y = np.rint(height - np.array(curve.sums[:count], dtype=np.float64) * px_a_lot) - 0.5
    kept = np.append(np.flatnonzero(x[1:] != x[:-1]), count - 1)
    reaches = 1 if curve.knows(edge) else 0
    line_x, line_y = np.empty(2 * len(kept) + reaches), np.empty(2 * len(kept) + reaches)
    line_x[0:2 * len(kept):2] = line_x[1:2 * len(kept):2] = x[kept]
    line_y[1:2 * len(kept):2] = y[kept]
    # Up from where the step before ended, the first one from the ground; then level to the edge.
    line_y[0] = height
    line_y[2::2] = line_y[1:len(line_y) - 1:2]
    if reaches:
        line_x[-1] = (edge - low) * px_a_unit
    return line_x, line_y
