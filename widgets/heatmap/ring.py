"""The book over time as bytes: one column a half second, one row a group of prices, in a ring that is made once.

Invariants: a byte is 0 where nothing stands, 1 to 127 for bids and 128 to 255 for asks, brighter the more; a column is coded
once for a window of prices, and again only when that window, or what counts as much, changes. Columns count from the run's
beginning; at most KEPT are held. Qt-free.
"""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

KEPT: Final = 4096
ROWS: Final = 200
FIRST_ROOM: Final = 1 << 16
"""Levels."""
SHADES: Final = 127
SCALE_SAMPLE: Final = 240
"""Columns that say what counts as much."""
BRIGHTEST: Final = 0.985
"""This share of the occupied cells is darker than the brightest shade."""
RESCALE: Final = 1.5
"""How far what counts as much may drift before everything is coded again: the picture must not flicker."""
IMBALANCE_LEVELS: Final = 10


class Window(NamedTuple):
    """top: the highest price of row 0, exclusive. group: price units a row."""

    top: int
    group: int

    @property
    def low(self) -> int:
        return self.top - ROWS * self.group


class Ring:
    def __init__(self) -> None:
        self._coded: Bytes = np.zeros((KEPT, ROWS), dtype=np.uint8)
        self._steps: Ints = np.zeros(KEPT, dtype=np.int64)
        self._starts: Ints = np.zeros(KEPT, dtype=np.int64)
        self._ends: Ints = np.zeros(KEPT, dtype=np.int64)
        self._bids: Ints = np.zeros(KEPT, dtype=np.int64)
        self._asks: Ints = np.zeros(KEPT, dtype=np.int64)
        self._tilt = np.zeros(KEPT)
        self._room: Ints = np.zeros((FIRST_ROOM, 2), dtype=np.int64)
        self._held = self._cut = 0
        self._window: Window | None = None
        self._valid = (0, 0)
        self.much = 1.0
        self.first = self.count = 0

    def clear(self) -> None:
        self.first = self.count = self._cut = self._held = 0
        self._window, self._valid, self.much = None, (0, 0), 1.0

    def take(self, first: int, steps: Ints, counts: Ints, levels: Ints) -> None:
        """first: number of the first column given. A gap before it: what was held is forgotten."""
        if first != self.count:
            self.clear()
            self.first = self.count = first
        if not len(steps):
            return
        begin = self._cut + self._held
        self._keep(levels)
        ends = begin + np.cumsum(counts)
        at = np.arange(first, first + len(steps)) % KEPT
        self._steps[at], self._ends[at], self._starts[at] = steps, ends, ends - counts
        for place, start, end in zip(at.tolist(), (ends - counts - begin).tolist(), (ends - begin).tolist(), strict=True):
            self._sum(place, levels[start:end])
        self.count = first + len(steps)
        self._drop()

    def _sum(self, place: int, levels: Ints) -> None:
        """Best prices and who stands nearer: (bids - asks) / both over the best levels a side."""
        cut = int(np.searchsorted(-np.sign(levels[:, 1]), 0))
        bids, asks = levels[:cut], levels[cut:]
        self._bids[place] = bids[0, 0] if len(bids) else 0
        self._asks[place] = asks[0, 0] if len(asks) else 0
        buy, sell = int(bids[:IMBALANCE_LEVELS, 1].sum()), -int(asks[:IMBALANCE_LEVELS, 1].sum())
        self._tilt[place] = (buy - sell) / (buy + sell) if buy + sell else 0.0

    def _drop(self) -> None:
        over = self.count - self.first - KEPT
        if over > 0:
            self.first += over
        gone = int(self._starts[self.first % KEPT]) - self._cut
        # The levels of forgotten columns go in large pieces: each time copies what stays.
        if gone > max(self._held // 2, FIRST_ROOM):
            self._held -= gone
            self._cut += gone
            self._room[:self._held] = self._room[gone:gone + self._held].copy()

    def _keep(self, levels: Ints) -> None:
        end = self._held + len(levels)
        if end > len(self._room):
            grown = np.zeros((max(end, 2 * len(self._room)), 2), dtype=np.int64)
            grown[:self._held] = self._room[:self._held]
            self._room = grown
        self._room[self._held:end] = levels
        self._held = end

    # reading ---------------------------------------------------------------------------------------------------------

    def steps(self) -> Ints:
        return self._steps[np.arange(self.first, self.count) % KEPT]

    def last_step(self) -> int:
        return int(self._steps[(self.count - 1) % KEPT]) if self.count > self.first else 0

    def column_at(self, step: int) -> int | None:
        """The column that holds at a step: its own, or the latest before."""
        if self.count == self.first:
            return None
        found = self.first + int(np.searchsorted(self.steps(), step, side="right")) - 1
        return found if found >= self.first else None

    def touch(self, column: int) -> tuple[int, int]:
        """Best bid and ask, 0: none."""
        return int(self._bids[column % KEPT]), int(self._asks[column % KEPT])

    def tilt(self, column: int) -> float:
        return float(self._tilt[column % KEPT])

    def standing(self, column: int, low: int, high: int) -> int:
        """Lots at prices from low to high (inclusive), negative: offered."""
        levels = self._of(column, column + 1)
        return int(levels[(levels[:, 0] >= low) & (levels[:, 0] <= high), 1].sum())

    def between(self, first: int, end: int) -> tuple[Ints, Ints, Ints, npt.NDArray[np.float64]]:
        """(steps, best bids, best asks, imbalances) of columns first to end (exclusive)."""
        at = np.arange(max(first, self.first), min(end, self.count)) % KEPT
        return self._steps[at], self._bids[at], self._asks[at], self._tilt[at]

    def _of(self, first: int, end: int) -> Ints:
        return self._room[int(self._starts[first % KEPT]) - self._cut:int(self._ends[(end - 1) % KEPT]) - self._cut]

    # the picture -----------------------------------------------------------------------------------------------------

    def image(self, first_step: int, end_step: int, window: Window) -> Bytes:
        """One column a step from first_step to end_step (exclusive): the book that stood then; dark before the first."""
        made: Bytes = np.zeros((max(end_step - first_step, 0), ROWS), dtype=np.uint8)
        if self.count == self.first or not len(made):
            return made
        which = np.searchsorted(self.steps(), np.arange(first_step, end_step), side="right") - 1
        # After the latest change the present goes on only up to the latest column.
        there = (which >= 0) & (np.arange(first_step, end_step) <= self.last_step())
        if there.any():
            columns = which[there] + self.first
            self._code(int(columns[0]), int(columns[-1]) + 1, window)
            made[there] = self._coded[columns % KEPT]
        return made

    def _code(self, first: int, end: int, window: Window) -> None:
        """Makes sure that columns first to end (exclusive) are coded for the window."""
        if window != self._window:
            other = self._window is None or self._window.group != window.group
            self._window, self._valid = window, (first, first)
            if other:
                self._measure(first, end, window)
        low, high = self._valid
        if first < low or end > high + KEPT or first > high:
            low, high = first, first
        if end > high:
            if end - high < KEPT and (end // 64) != (high // 64) and self._measure(high, end, window):
                high = low = first
            self._paint(high, end, window)
            high = end
        self._valid = (low, high)

    def _measure(self, first: int, end: int, window: Window) -> bool:
        """What counts as much, from the newest of the columns. True: it changed."""
        sums = np.abs(self._sums(max(first, end - SCALE_SAMPLE), end, window)).ravel()
        sums = sums[sums > 0]
        if not len(sums):
            return False
        much = float(np.quantile(sums, BRIGHTEST))
        if self.much / RESCALE <= much <= self.much * RESCALE:
            return False
        self.much = max(much, 1.0)
        return True

    def _paint(self, first: int, end: int, window: Window) -> None:
        sums = self._sums(first, end, window)
        shade = np.minimum(np.sqrt(np.abs(sums) / self.much), 1.0) * (SHADES - 1)
        code = np.where(sums == 0, 0, 1 + np.rint(shade) + np.where(sums < 0, SHADES, 0)).astype(np.uint8)
        self._coded[np.arange(first, end) % KEPT] = code

    def _sums(self, first: int, end: int, window: Window) -> npt.NDArray[np.float64]:
        """Lots by column and row, negative: offered; where both stand in one row, what is left of the larger."""
        at = np.arange(first, end) % KEPT
        levels = self._of(first, end)
        columns = np.repeat(np.arange(end - first), self._ends[at] - self._starts[at])
        rows = (window.top - 1 - levels[:, 0]) // window.group
        seen = (rows >= 0) & (rows < ROWS)
        cells = columns[seen] * ROWS + rows[seen]
        sums: npt.NDArray[np.float64] = np.bincount(cells, weights=levels[seen, 1], minlength=(end - first) * ROWS).astype(np.float64)
        return sums.reshape(end - first, ROWS)
