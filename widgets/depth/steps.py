"""A cumulative curve as a line in pixels: one step a pixel column at most, whatever the number of levels. Pure."""

import numpy as np

from widgets.depth.model import Curve

Point = tuple[float, float]


def steps(curve: Curve, edge: int, low: float, px_a_unit: float, px_a_lot: float, height: float) -> list[Point]:
    """From the touch outwards: up at each price, level until the next. Ends at the edge (a price) when the book is
    known that far, and at the last known level otherwise. low: the price at pixel 0.
    """
    count = curve.count_to(edge)
    if not count:
        return []
    prices = np.fromiter((price for price, _ in curve.levels[:count]), dtype=np.float64, count=count)
    x = np.floor((prices - low) * px_a_unit) + 0.5
    y = np.rint(height - np.array(curve.sums[:count], dtype=np.float64) * px_a_lot) - 0.5
    kept = np.append(np.flatnonzero(np.diff(x)), count - 1)
    line: list[Point] = []
    before = height
    for at, level in zip(x[kept].tolist(), y[kept].tolist(), strict=True):
        line.append((at, before))
        line.append((at, level))
        before = level
    if curve.knows(edge):
        line.append(((edge - low) * px_a_unit, before))
    return line
