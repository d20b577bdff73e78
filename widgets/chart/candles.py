"""Candles as growing arrays of integers, and the same candles in coarser levels for drawing very many of them. Qt-free.

Invariants: candles are in order of time; the slot of a candle by time is how many intervals it opens after the first one, so
that time without trades stays visible; a candle of equal volume has its number as slot. A level joins the candles of
neighbouring slots, FACTOR times as many as the level below: open of the first, close of the last, extremes of all.
"""

from math import ceil, floor
from typing import Final

import numpy as np
import numpy.typing as npt

from core.domain.units import SECOND
from core.projections.bars import FIELDS

Ints = npt.NDArray[np.int64]

AT, OPEN, HIGH, LOW, CLOSE, LOTS, BOUGHT, MOVED, SLOT = range(FIELDS + 1)
FIRST_CAPACITY: Final = 1024
SHIFT: Final = 2
FACTOR: Final = 1 << SHIFT
LEVELLED_FROM: Final = 4096
"""So few candles are quick without levels."""
BLOCKS_A_PX: Final = 4
"""Blocks that a pixel column holds at least: a block that straddles two columns then moves an edge by a quarter pixel."""


class Level:
    """id: the slot of the first candle, divided by FACTOR to the power of the level. last: index of the last candle."""

    ID, OPEN, HIGH, LOW, CLOSE, LOTS, LAST = range(7)

    def __init__(self) -> None:
        self.cells: Ints = np.zeros((7, FIRST_CAPACITY), dtype=np.int64)
        self.count = 0

    def join(self, below: Ints, changed: int) -> int:
        """below: (id, open, high, low, close, lots, last) of the level below, changed from that index on. Returns from which
        index this one changed."""
        first = int(below[0, changed]) >> SHIFT
        start = int(np.searchsorted(below[0], first << SHIFT))
        place = int(np.searchsorted(self.cells[0, :self.count], first))
        part = below[:, start:]
        ids = part[0] >> SHIFT
        starts = np.flatnonzero(np.diff(ids, prepend=ids[0] - 1))
        ends = np.append(starts[1:], len(ids)) - 1
        self.count = place + len(starts)
        self.cells = roomy(self.cells, self.count)
        into = self.cells[:, place:self.count]
        into[self.ID], into[self.OPEN] = ids[starts], part[1, starts]
        into[self.HIGH], into[self.LOW] = np.maximum.reduceat(part[2], starts), np.minimum.reduceat(part[3], starts)
        into[self.CLOSE], into[self.LAST] = part[4, ends], part[6, ends]
        into[self.LOTS] = np.maximum.reduceat(part[5], starts)
        return place

    @property
    def held(self) -> Ints:
        return self.cells[:, :self.count]


def roomy(cells: Ints, wanted: int) -> Ints:
    """The same cells, with at least so many columns."""
    capacity = cells.shape[1]
    if wanted <= capacity:
        return cells
    while capacity < wanted:
        capacity *= 2
    grown = np.zeros((cells.shape[0], capacity), dtype=cells.dtype)
    grown[:, :cells.shape[1]] = cells
    return grown


class Candles:
    """One row of a matrix a field, one column a candle; the capacity doubles when it is used up."""

    def __init__(self) -> None:
        self._cells: Ints = np.zeros((FIELDS + 1, FIRST_CAPACITY), dtype=np.int64)
        self._levels: list[Level] = []
        self._interval_ns = SECOND
        self.count = 0
        self.version = 0

    def clear(self, interval_ns: int) -> None:
        """interval_ns 0: of equal volume."""
        self._interval_ns = interval_ns
        self._levels.clear()
        self.count = 0
        self.version += 1

    def field(self, field: int, first: int = 0, last: int | None = None) -> Ints:
        """A view, not a copy, of candles first (inclusive) to last (exclusive)."""
        row: Ints = self._cells[field]
        return row[first:self.count if last is None else last]

    def replace(self, first: int, packed: bytes) -> bool:
        """Replaces everything from index first. False: nothing changed by it."""
        new: Ints = np.frombuffer(packed, dtype=np.int64).reshape(-1, FIELDS).T
        end = first + new.shape[1]
        if end == self.count and np.array_equal(new, self._cells[:FIELDS, first:end]):
            return False
        self._cells = roomy(self._cells, end)
        self._cells[:FIELDS, first:end] = new
        self.settle(first, end)
        return True

    def settle(self, first: int, end: int) -> None:
        """Candles first to end (exclusive) were written, and there are none after them."""
        self.count = end
        if end > first:
            slots = (self._cells[AT, first:end] - self._cells[AT, 0]) // self._interval_ns if self._interval_ns else np.arange(first, end)
            self._cells[SLOT, first:end] = slots
        self.version += 1
        if end > LEVELLED_FROM:
            self._join(first if self._levels else 0)

    def shape_like(self, other: "Candles", first: int) -> Ints:
        """Takes the candles of the other from index first on, and gives them to be changed; settle() follows."""
        self._interval_ns = other._interval_ns
        self._cells = roomy(self._cells, other.count)
        part = self._cells[:FIELDS, first:other.count]
        part[:] = other._cells[:FIELDS, first:other.count]
        return part

    def _join(self, changed: int) -> None:
        block = int(self._cells[SLOT, changed]) >> SHIFT << SHIFT
        start = int(np.searchsorted(self.field(SLOT), block))
        below, changed = self._bottom(start), changed - start
        number = 0
        while True:
            if number == len(self._levels):
                self._levels.append(Level())
                below, changed = self._levels[number - 1].held if number else self._bottom(0), 0
            level = self._levels[number]
            changed = level.join(below, changed)
            below = level.held
            number += 1
            if level.count <= LEVELLED_FROM // FACTOR:
                return

    def _bottom(self, start: int) -> Ints:
        """The candles themselves from index start on, as the level below the first."""
        below = np.empty((7, self.count - start), dtype=np.int64)
        below[0], below[1:6] = self.field(SLOT, start), self._cells[OPEN:LOTS + 1, start:self.count]
        below[6] = np.arange(start, self.count)
        return below

    # what is where ---------------------------------------------------------------------------------------------------

    def slot_of(self, at: int) -> int:
        """Also of times without a candle."""
        if not self.count:
            return 0
        if self._interval_ns:
            return (at - int(self._cells[AT, 0])) // self._interval_ns
        return max(int(np.searchsorted(self.field(AT), at, side="right")) - 1, 0)

    def time_of(self, slot: int) -> int:
        if not self.count:
            return 0
        if self._interval_ns:
            return int(self._cells[AT, 0]) + slot * self._interval_ns
        return int(self._cells[AT, min(max(slot, 0), self.count - 1)])

    def exact_slot_of(self, at: int) -> float:
        """Also between slots; whole ones where bars are of equal volume."""
        if self.count and self._interval_ns:
            return (at - int(self._cells[AT, 0])) / self._interval_ns
        return float(self.slot_of(at))

    def exact_time_of(self, slot: float) -> int:
        if self.count and self._interval_ns:
            return int(self._cells[AT, 0]) + round(slot * self._interval_ns)
        return self.time_of(round(slot))

    def end_of(self, slot: int) -> int:
        """When the next slot begins."""
        if self._interval_ns or slot + 1 < self.count:
            return self.time_of(slot + 1)
        return self.time_of(slot) + (1 << 60)

    @property
    def by_time(self) -> bool:
        return self._interval_ns > 0

    @property
    def last_slot(self) -> int:
        return int(self._cells[SLOT, self.count - 1]) if self.count else 0

    def between(self, low: float, high: float) -> tuple[int, int]:
        """Indices (first, end) of the candles of which any part may be seen from slot low to slot high."""
        slots = self.field(SLOT)
        # Whole keys: for a float, numpy would first copy all slots to floats.
        return int(np.searchsorted(slots, ceil(low - 0.5))), int(np.searchsorted(slots, floor(high + 0.5), side="right"))

    def row(self, index: int) -> list[int]:
        cells: list[int] = self._cells[:, index].tolist()
        return cells

    def index_at(self, slot: int) -> int | None:
        """The candle of the slot, or None where nothing traded."""
        index = int(np.searchsorted(self.field(SLOT), slot))
        return index if index < self.count and int(self._cells[SLOT, index]) == slot else None

    # few for many ----------------------------------------------------------------------------------------------------

    def level_for(self, slots_a_px: float) -> tuple[Level | None, int]:
        """The coarsest level that is still finer than what a pixel shows, and by how many bits its ids are shifted."""
        number = -1
        while number + 1 < len(self._levels) and FACTOR ** (number + 2) * BLOCKS_A_PX <= slots_a_px:
            number += 1
        return (self._levels[number], SHIFT * (number + 1)) if number >= 0 else (None, 0)

    def extremes(self, first: int, end: int) -> tuple[int, int, int] | None:
        """Lowest low, highest high and largest volume of candles first to end (exclusive); exact, at any number of them."""
        if first >= end:
            return None
        level, shift = self.level_for((end - first) / 256)
        if level is None:
            return self._extremes(first, end)
        slots, ids = self._cells[SLOT], level.held[Level.ID]
        start = int(np.searchsorted(ids, int(slots[first]) >> shift, side="right"))
        stop = int(np.searchsorted(ids, int(slots[end - 1]) >> shift))
        if start >= stop:
            return self._extremes(first, end)
        whole = level.held[:, start:stop]
        ends = (first, int(level.cells[Level.LAST, start - 1]) + 1), (int(whole[Level.LAST, -1]) + 1, end)
        found = [(int(whole[Level.LOW].min()), int(whole[Level.HIGH].max()), int(whole[Level.LOTS].max()))]
        found += [self._extremes(*edge) for edge in ends if edge[0] < edge[1]]
        return min(one[0] for one in found), max(one[1] for one in found), max(one[2] for one in found)

    def _extremes(self, first: int, end: int) -> tuple[int, int, int]:
        cells = self._cells
        return int(cells[LOW, first:end].min()), int(cells[HIGH, first:end].max()), int(cells[LOTS, first:end].max())
