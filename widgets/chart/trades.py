"""The trades behind the bars: what traded at each price, by whose initiative, for footprints and volume profiles. Qt-free.

Invariant: trades are in order of time; their number counts from the beginning of the run, so that a gap is never overlooked.
"""

from typing import NamedTuple

import numpy as np

from core.projections.prints import FIELDS
from widgets.chart.candles import Ints, roomy

AT, PRICE, LOTS = range(FIELDS)
FIRST_ROOM = 4096


class Cells(NamedTuple):
    """One row a cell: at a price row, what buyers took and what sellers hit, in lots. bar: number of the bar, ascending."""

    bar: Ints
    price: Ints
    bought: Ints
    sold: Ints


class Trades:
    def __init__(self) -> None:
        self._cells: Ints = np.zeros((FIELDS, FIRST_ROOM), dtype=np.int64)
        self._first = 0
        self._count = 0

    @property
    def cursor(self) -> int:
        """Number of the next trade."""
        return self._first + self._count

    def clear(self) -> None:
        self._first = self._count = 0

    def take(self, first: int, packed: bytes) -> None:
        """first: number of the first trade given; what lies between it and those held is lost, and they with it."""
        if not packed:
            return
        if first != self.cursor:
            self._first, self._count = first, 0
        new: Ints = np.frombuffer(packed, dtype=np.int64).reshape(-1, FIELDS).T
        end = self._count + new.shape[1]
        self._cells = roomy(self._cells, end)
        self._cells[:, self._count:end] = new
        self._count = end

    def between(self, start: int, end: int) -> Ints:
        """(time, price, lots; negative: sold) of the trades from start to end (exclusive), nanoseconds."""
        times = self._cells[AT, :self._count]
        return self._cells[:, int(np.searchsorted(times, start)):int(np.searchsorted(times, end))]

    def footprint(self, starts: Ints, end: int, group: int) -> Cells:
        """starts: when each bar begins; the last one ends before `end`. group: price units a row."""
        if not len(starts):
            return _cells(np.zeros(0, dtype=np.int64), np.zeros((FIELDS, 0), dtype=np.int64), group)
        part = self.between(int(starts[0]), end)
        return _cells(np.searchsorted(starts, part[AT], side="right") - 1, part, group)

    def profile(self, start: int, end: int, group: int) -> Cells:
        """All bars in one."""
        part = self.between(start, end)
        return _cells(np.zeros(part.shape[1], dtype=np.int64), part, group)


def _cells(bars: Ints, trades: Ints, group: int) -> Cells:
    rows = trades[PRICE] // group
    order = np.lexsort((rows, bars))
    bars, rows, lots = bars[order], rows[order], trades[LOTS][order]
    starts = np.flatnonzero((np.diff(bars, prepend=-1) != 0) | (np.diff(rows, prepend=-1) != 0)) if len(bars) else bars
    bought = np.add.reduceat(np.maximum(lots, 0), starts) if len(starts) else lots[:0]
    sold = np.add.reduceat(np.maximum(-lots, 0), starts) if len(starts) else lots[:0]
    return Cells(bars[starts], rows[starts] * group, bought, sold)
