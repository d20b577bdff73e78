"""What rows add up to, by group and instrument, kept while rows come, change and go. Qt-free.

Invariant: exact at any size: numbers are added in two halves of 32 bits, and become whole again as Python's integers. A single
number beyond 64 bits counts as the largest that has them, as the store keeps it.
"""

from collections.abc import Sequence

import numpy as np

from widgets.blotter.columns import Ints, Sel, Sum
from widgets.blotter.store import Store

HALF = 32
LOW = (1 << HALF) - 1
ONE_BY_ONE = 1 << 30
"""Rows whose halves add up within 64 bits."""


class Sums:
    def __init__(self, store: Store, sums: Sequence[Sum]) -> None:
        self._store, self._sums = store, tuple(sums)
        self.clear()

    def clear(self) -> None:
        self._cells: dict[tuple[int, int], list[int]] = {}
        """(group, instrument) -> rows, then the sums in their order."""

    def add(self, groups: Ints, sel: Sel, sign: int) -> None:
        """groups: codes of the rows of sel. sign: 1, or -1 to take them out."""
        if not len(groups):
            return
        assert len(groups) < ONE_BY_ONE
        width = len(self._store.instruments) + 1
        cells = groups * width + self._store.instrument_codes(sel) + 1
        size = int(cells.max()) + 1
        counts = np.bincount(cells, minlength=size)
        added = [self._halves(cells, size, one.raw(self._store, sel)) for one in self._sums]
        for cell in np.flatnonzero(counts).tolist():
            kept = self._cells.setdefault((cell // width, cell % width - 1), [0] * (len(self._sums) + 1))
            kept[0] += sign * int(counts[cell])
            for number, (low, high) in enumerate(added, 1):
                kept[number] += sign * ((int(high[cell]) << HALF) + int(low[cell]))
            if not kept[0]:
                del self._cells[cell // width, cell % width - 1]

    def of(self, group: int | None) -> list[tuple[int, int, dict[str, int]]]:
        """(instrument, rows, sums by name), of one group or of all."""
        found: dict[int, list[int]] = {}
        for (code, instrument), kept in self._cells.items():
            if group is None or code == group:
                known = found.get(instrument)
                found[instrument] = kept if known is None else [one + other for one, other in zip(known, kept, strict=True)]
        names = [one.name for one in self._sums]
        return [(instrument, kept[0], dict(zip(names, kept[1:], strict=True))) for instrument, kept in sorted(found.items())]

    def counts(self) -> dict[int, int]:
        """Rows by group."""
        found: dict[int, int] = {}
        for (code, _), kept in self._cells.items():
            found[code] = found.get(code, 0) + kept[0]
        return found

    @staticmethod
    def _halves(cells: Ints, size: int, numbers: Ints) -> tuple[Ints, Ints]:
        if size == 1 or not cells.any():
            low, high = np.zeros(size, np.int64), np.zeros(size, np.int64)
            low[0], high[0] = np.sum(numbers & LOW), np.sum(numbers >> HALF)
            return low, high
        low, high = np.zeros(size, np.int64), np.zeros(size, np.int64)
        np.add.at(low, cells, numbers & LOW)
        np.add.at(high, cells, numbers >> HALF)
        return low, high
