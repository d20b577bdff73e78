"""Candles of one instrument at one interval as growing arrays of integers, and own fills beside them. Qt-free.

Invariants: candles are in order of time; a candle's slot is how many intervals it opens after the first one, so that
time without trades stays visible; prices stay integers here, to_price() makes the floats that only drawing uses.
A picture that does not fit what is held (another interval, a gap) is never half taken: everything is asked for again.
"""

from collections.abc import Sequence
from enum import Enum
from itertools import chain
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.domain.units import SECOND
from core.projections.pictures import CandlesLook, CandlesPicture
from widgets.scales import clock_text
from widgets.sizes import size_text

Ints = npt.NDArray[np.int64]

INTERVALS: Final = {"1 s": SECOND, "5 s": 5 * SECOND, "15 s": 15 * SECOND, "1 m": 60 * SECOND, "5 m": 300 * SECOND}
DEFAULT_INTERVAL: Final = "5 s"
FIELDS: Final = 7
AT, OPEN, HIGH, LOW, CLOSE, LOTS, BOUGHT, SLOT = range(FIELDS + 1)
FIRST_CAPACITY: Final = 1024


class Change(Enum):
    NOTHING = 0
    """What is on screen is still right."""
    GROWN = 1
    RESTARTED = 2
    """Another market, run or interval: nothing of the old view holds."""


class Candles:
    """One row of a matrix a field, one column a candle; the capacity doubles when it is used up."""

    def __init__(self) -> None:
        self._cells: Ints = np.zeros((FIELDS + 1, FIRST_CAPACITY), dtype=np.int64)
        self._interval_ns = SECOND
        self.count = 0
        self.version = 0

    def clear(self, interval_ns: int) -> None:
        self._interval_ns = interval_ns
        self.count = 0
        self.version += 1

    def field(self, field: int, first: int = 0, last: int | None = None) -> Ints:
        """A view, not a copy, of candles first (inclusive) to last (exclusive)."""
        row: Ints = self._cells[field]
        return row[first:self.count if last is None else last]

    def replace(self, first: int, rows: Sequence[tuple[int, int, int, int, int, int, int]]) -> bool:
        """Replaces everything from index first. False: nothing changed by it."""
        size = len(rows)
        flat = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=size * FIELDS)
        new: Ints = flat.reshape(size, FIELDS).T
        end = first + size
        if end == self.count and np.array_equal(new, self._cells[:FIELDS, first:end]):
            return False
        self._reserve(end)
        self._cells[:FIELDS, first:end] = new
        self.count = end
        if end:
            self._cells[SLOT, first:end] = (new[AT] - self._cells[AT, 0]) // self._interval_ns
        self.version += 1
        return True

    def slot_of(self, at: int) -> int:
        """Also of times without a candle."""
        return (at - int(self._cells[AT, 0])) // self._interval_ns if self.count else 0

    def time_of(self, slot: int) -> int:
        return int(self._cells[AT, 0]) + slot * self._interval_ns if self.count else 0

    @property
    def last_slot(self) -> int:
        return int(self._cells[SLOT, self.count - 1]) if self.count else 0

    def between(self, low: float, high: float) -> tuple[int, int]:
        """Indices (first, end) of the candles of which any part may be seen from slot low to slot high."""
        slots = self.field(SLOT)
        return int(np.searchsorted(slots, low - 0.5)), int(np.searchsorted(slots, high + 0.5, side="right"))

    def row(self, index: int) -> list[int]:
        cells: list[int] = self._cells[:, index].tolist()
        return cells

    def at_slot(self, slot: int) -> list[int] | None:
        """The candle of the slot, or None where nothing traded."""
        index = int(np.searchsorted(self.field(SLOT), slot))
        if index < self.count and int(self._cells[SLOT, index]) == slot:
            return self.row(index)
        return None

    def _reserve(self, wanted: int) -> None:
        capacity = self._cells.shape[1]
        if wanted <= capacity:
            return
        while capacity < wanted:
            capacity *= 2
        grown = np.zeros((FIELDS + 1, capacity), dtype=np.int64)
        grown[:, :self.count] = self._cells[:, :self.count]
        self._cells = grown


class ChartModel:
    """instrument_id and interval_ns: what is wanted; the rest is what is held."""

    def __init__(self) -> None:
        self.instrument_id = 0
        self.interval_ns = INTERVALS[DEFAULT_INTERVAL]
        self.instrument: Instrument | None = None
        self.candles = Candles()
        self.fills: list[tuple[int, int, Side, int]] = []
        self._held_ns = 0
        self._generation = -1
        self._version = -1

    def look(self) -> CandlesLook:
        fits = self._held_ns == self.interval_ns
        return CandlesLook(
            self._version if fits else -1, self._generation, self.instrument_id, self.interval_ns,
            self.candles.count if fits else 0, len(self.fills),
        )

    def want_interval(self, interval_ns: int) -> None:
        """The candles held stay until those of the new interval come, for one frame."""
        self.interval_ns = interval_ns

    def want_instrument(self, instrument_id: int) -> None:
        self.instrument_id = instrument_id
        self._forget()

    def take(self, picture: CandlesPicture) -> Change:
        if picture.interval_ns != self.interval_ns or self.instrument_id not in (0, picture.instrument.id):
            return Change.NOTHING  # an answer to what was asked before somebody chose something else
        held = self.instrument.id if self.instrument is not None else picture.instrument.id
        if picture.generation == self._generation and held != picture.instrument.id:
            self._forget()
            return Change.RESTARTED
        restarted = (picture.generation, picture.interval_ns, picture.instrument.id) != (
            self._generation, self._held_ns, held
        )
        if picture.first > (0 if restarted else self.candles.count):
            self._forget()
            return Change.RESTARTED
        if restarted:
            self.candles.clear(picture.interval_ns)
            if picture.generation != self._generation:
                self.fills.clear()
        self.instrument, self._held_ns = picture.instrument, picture.interval_ns
        self._generation, self._version = picture.generation, picture.version
        changed = self.candles.replace(picture.first, picture.candles)
        self.fills.extend(picture.fills)
        if restarted:
            return Change.RESTARTED
        return Change.GROWN if changed or picture.fills else Change.NOTHING

    def _forget(self) -> None:
        self.instrument = None
        self.candles.clear(self.interval_ns)
        self.fills.clear()
        self._held_ns, self._generation, self._version = 0, -1, -1

    # for drawing -----------------------------------------------------------------------------------------------------

    def to_price(self, units: float | Ints) -> Any:
        """Price units, one or many, as the floats that an axis has. For drawing only."""
        return units / float(10 ** (self.instrument.price_decimals if self.instrument else 0))

    def price_range(self, first: int, end: int) -> tuple[int, int] | None:
        """Lowest low and highest high, in price units, of the candles from first to end (exclusive)."""
        if first >= end:
            return None
        return int(self.candles.field(LOW, first, end).min()), int(self.candles.field(HIGH, first, end).max())

    def largest_volume(self, first: int, end: int) -> int:
        return int(self.candles.field(LOTS, first, end).max()) if first < end else 0

    def last_price(self) -> int:
        return int(self.candles.field(CLOSE)[-1]) if self.candles.count else 0

    def last_rises(self) -> bool:
        return bool(self.candles.count) and self.last_price() >= int(self.candles.field(OPEN)[-1])

    # words -----------------------------------------------------------------------------------------------------------

    def facts(self, slot: int | None) -> dict[str, str]:
        """What the header says of a slot, or of the latest candle: time, o, h, l, c, v, own."""
        instrument = self.instrument
        if instrument is None or not self.candles.count:
            return {}
        cells = self.candles.row(self.candles.count - 1) if slot is None else self.candles.at_slot(slot)
        if cells is None:
            assert slot is not None
            return {"time": clock_text(self.candles.time_of(slot)), "note": "no trades"}
        price = instrument.price_text
        return {
            "time": clock_text(cells[AT]), "o": price(cells[OPEN]), "h": price(cells[HIGH]), "l": price(cells[LOW]),
            "c": price(cells[CLOSE]), "v": size_text(instrument, cells[LOTS]),
            "own": self._own_text(cells[AT], instrument),
        }

    def _own_text(self, at: int, instrument: Instrument) -> str:
        end = at + self._held_ns
        sums = [0, 0]
        for filled_at, _, side, lots in self.fills:
            if at <= filled_at < end:
                sums[side] += lots
        words = (("bought", sums[Side.BUY]), ("sold", sums[Side.SELL]))
        return ", ".join(f"{word} {size_text(instrument, lots)}" for word, lots in words if lots)
