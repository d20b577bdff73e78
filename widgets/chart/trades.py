"""The trades behind the bars: what traded at each price, by whose initiative, for footprints and volume profiles. Qt-free.

Invariant: trades are in order of time; their number counts from the beginning of the run, so that a gap is never overlooked.
"""

from typing import NamedTuple

import numpy as np

from core.projections.prints import FIELDS
from widgets.chart.candles import Ints, roomy

AT, PRICE, LOTS = range(FIELDS)
SUM = FIELDS
"""Lots traded up to and with this one, since the first that is held."""
FIRST_ROOM = 4096
MOST_ROWS = 1 << 20
"""Summed in one flat array, 8 MB a side; beyond, by sorting."""


class Cells(NamedTuple):
    """One row a cell: at a price row, what buyers took and what sellers hit, in lots. bar: number of the bar, ascending."""

    bar: Ints
    price: Ints
    bought: Ints
    sold: Ints


NO_CELLS = Cells(*(np.zeros(0, dtype=np.int64) for _ in Cells._fields))


class Trades:
    """epoch: counts how often what was held was given up."""

    def __init__(self) -> None:
        self._cells: Ints = np.zeros((FIELDS + 1, FIRST_ROOM), dtype=np.int64)
        self._first = 0
        self._count = 0
        self.epoch = 0

    @property
    def cursor(self) -> int:
        """Number of the next trade."""
        return self._first + self._count

    def clear(self) -> None:
        self._first = self._count = 0
        self.epoch += 1

    def take(self, first: int, packed: bytes) -> None:
        """first: number of the first trade given; what lies between it and those held is lost, and they with it."""
        if not packed:
            return
        if first != self.cursor:
            self._first, self._count = first, 0
            self.epoch += 1
        new: Ints = np.frombuffer(packed, dtype=np.int64).reshape(-1, FIELDS).T
        end = self._count + new.shape[1]
        self._cells = roomy(self._cells, end)
        self._cells[:FIELDS, self._count:end] = new
        before = self._cells[SUM, self._count - 1] if self._count else 0
        self._cells[SUM, self._count:end] = before + np.cumsum(np.abs(new[LOTS]))
        self._count = end

    def numbers(self, start: int, end: int) -> tuple[int, int]:
        """(of the first, after the last) of the trades from start to end (exclusive), nanoseconds."""
        times = self._cells[AT, :self._count]
        return self._first + int(np.searchsorted(times, start)), self._first + int(np.searchsorted(times, end))

    def numbered(self, first: int, end: int) -> Ints:
        """(time, price, lots; negative: sold, sum) of the trades of these numbers."""
        return self._cells[:, first - self._first:end - self._first]

    def between(self, start: int, end: int) -> Ints:
        return self.numbered(*self.numbers(start, end))

    def footprint(self, starts: Ints, end: int, group: int) -> Cells:
        """starts: when each bar begins; the last one ends before `end`. group: price units a row."""
        if not len(starts):
            return NO_CELLS
        part = self.between(int(starts[0]), end)
        return _cells(np.searchsorted(starts, part[AT], side="right") - 1, part[PRICE] // group, part[LOTS], group)

    def footprint_of_volume(self, lots: Ints, after: int, group: int) -> Cells:
        """Of bars that are counted, not timed: a trade that filled one and went on in the next counts in both, each with its part.
        lots: of each bar; after: of all bars later than these, up to the newest trade. Bars older than the trades held have no cells."""
        if not self._count or not len(lots):
            return NO_CELLS
        sums = self._cells[SUM, :self._count]
        edges = int(sums[-1]) - after - int(lots.sum()) + np.concatenate(([0], np.cumsum(lots)))
        kept = int(np.searchsorted(edges, 0))
        if kept >= len(lots):
            return NO_CELLS
        low, high = np.searchsorted(sums, edges[kept], side="right"), np.searchsorted(sums, edges[-1]) + 1
        ends = sums[low:high]
        cuts = np.union1d(ends[ends < edges[-1]], edges[kept:])
        trades = self._cells[:, low + np.searchsorted(ends, cuts[:-1], side="right")]
        bars = np.searchsorted(edges, cuts[:-1], side="right") - 1
        return _cells(bars, trades[PRICE] // group, np.sign(trades[LOTS]) * np.diff(cuts), group)


class RunningProfile:
    """What traded at each row of prices between two moments; as they move it costs what came and what went, not all that lies between."""

    def __init__(self) -> None:
        self._made_for = (-1, 0)
        self._first = self._end = 0
        self._low = 0
        self._sums: Ints = np.zeros((2, 0), dtype=np.int64)

    def of(self, trades: Trades, start: int, end: int, group: int) -> Cells:
        first, last = trades.numbers(start, end)
        apart = first >= self._end or last <= self._first
        if apart or self._made_for != (trades.epoch, group):
            self._made_for, self._first, self._end = (trades.epoch, group), first, first
            self._sums = np.zeros((2, 0), dtype=np.int64)
        self._count(trades, min(first, self._first), max(first, self._first), 1 if first < self._first else -1)
        self._count(trades, min(last, self._end), max(last, self._end), 1 if last > self._end else -1)
        self._first, self._end = first, last
        if self._sums.shape[1] > MOST_ROWS:
            part = trades.numbered(first, last)
            return _cells(np.zeros(last - first, dtype=np.int64), part[PRICE] // group, part[LOTS], group)
        rows = np.flatnonzero(self._sums.any(axis=0))
        return Cells(np.zeros(len(rows), dtype=np.int64), (rows + self._low) * group, self._sums[0, rows], self._sums[1, rows])

    def _count(self, trades: Trades, first: int, end: int, sign: int) -> None:
        if first == end or self._sums.shape[1] > MOST_ROWS:
            return
        part = trades.numbered(first, end)
        rows = part[PRICE] // self._made_for[1]
        self._widen(int(rows.min()), int(rows.max()) + 1)
        if self._sums.shape[1] > MOST_ROWS:
            return
        lots = part[LOTS]
        np.add.at(self._sums[0], rows - self._low, sign * np.maximum(lots, 0))
        np.add.at(self._sums[1], rows - self._low, sign * np.maximum(-lots, 0))

    def _widen(self, low: int, high: int) -> None:
        """So that there is a place for each row from low to high (exclusive)."""
        width = self._sums.shape[1]
        if not width:
            self._low, self._sums = low, np.zeros((2, min(high - low, MOST_ROWS + 1)), dtype=np.int64)
        elif low < self._low or high > self._low + width:
            new_low, new_high = min(low, self._low), max(high, self._low + width)
            wider = np.zeros((2, min(new_high - new_low, MOST_ROWS + 1)), dtype=np.int64)
            if wider.shape[1] <= MOST_ROWS:
                wider[:, self._low - new_low:self._low - new_low + width] = self._sums
            self._low, self._sums = new_low, wider


def _cells(bars: Ints, rows: Ints, lots: Ints, group: int) -> Cells:
    if not len(bars):
        return NO_CELLS
    low, wide = int(rows.min()), int(rows.max() - rows.min()) + 1
    places = bars * wide + (rows - low)
    if (int(bars.max()) + 1) * wide <= MOST_ROWS:
        kept, bought = None, np.zeros((int(bars.max()) + 1) * wide, dtype=np.int64)
    else:
        kept, places = np.unique(places, return_inverse=True)
        bought = np.zeros(len(kept), dtype=np.int64)
    sold = np.zeros_like(bought)
    np.add.at(bought, places, np.maximum(lots, 0))
    np.add.at(sold, places, np.maximum(-lots, 0))
    found = np.flatnonzero(bought + sold)
    where = found if kept is None else kept[found]
    return Cells(where // wide, (where % wide + low) * group, bought[found], sold[found])
