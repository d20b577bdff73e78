"""Indicators over the bars of the chart: one row of a matrix a line, one column a bar. Qt-free.

Invariants: bars first to end are worked out from the columns before them, so a tick costs one column however long the history
is, and a history that comes at once (a start, another interval) costs a few array operations; the result is the same. Prices
are in price units, quantities in lots, as floats, because they are only drawn. What is not defined yet is NaN.
Averages begin as Wilder and most charting programs have them: at the plain mean of their first bars.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final

import numpy as np

from widgets.chart.candles import AT, BOUGHT, CLOSE, HIGH, LOTS, LOW, MOVED, OPEN, Candles
from widgets.chart.smoothing import Floats, follow, seeded, total, windows
from widgets.tongue import mark, tr

DAY_NS: Final = 86_400 * 1_000_000_000
FIRST_ROOM: Final = 1024


class Unit(Enum):
    """What a study's values are, which is how they are written."""

    PRICE = "price"
    LOTS = "lots"
    POINTS = "points"


@dataclass(frozen=True)
class Parameter:
    """A whole number, or with `tenths` a number with one decimal that is kept in tenths."""

    name: str
    first: int
    least: int
    most: int
    tenths: bool = False


Fill = Callable[[Candles, Floats, tuple[int, ...], int, int], None]
"""(bars, cells, parameters, first, end): works out columns first to end of cells."""


@dataclass(frozen=True)
class Kind:
    """lines: those shown, the first rows of the matrix. hidden: rows more that it needs to go on. own_pane: unless it lies over
    the prices. low, high: fixed bounds of its pane, 0 and 0: fitted. marks: levels drawn across. stems: this line as bars
    from zero."""

    id: str
    title: str
    parameters: tuple[Parameter, ...]
    lines: tuple[str, ...]
    hidden: int
    fill: Fill
    unit: Unit = Unit.PRICE
    own_pane: bool = False
    low: float = 0.0
    high: float = 0.0
    marks: tuple[float, ...] = ()
    stems: int = -1


def _near(bars: Candles, reach: int, first: int, end: int) -> tuple[Floats, int]:
    """Closes from `reach` bars before first on, and how many bars are left out before them."""
    start = max(first - reach, 0)
    return bars.field(CLOSE, start, end).astype(np.float64), start


def _sma(bars: Candles, cells: Floats, p: tuple[int, ...], first: int, end: int) -> None:
    closes, start = _near(bars, p[0], first, end)
    windows(closes, p[0], first - start, end - start, cells[0, start:])


def _ema(bars: Candles, cells: Floats, p: tuple[int, ...], first: int, end: int) -> None:
    _seeded_closes(bars, cells[0], p[0], 2 / (p[0] + 1), first, end)


def _seeded_closes(bars: Candles, out: Floats, length: int, share: float, first: int, end: int) -> None:
    start = 0 if first < length else first - 1
    closes = bars.field(CLOSE, start, end).astype(np.float64)
    if start:
        follow(out[start:], closes, share, 1, end - start)
    else:
        seeded(out, closes, length, share, first, end)


def _bollinger(bars: Candles, cells: Floats, p: tuple[int, ...], first: int, end: int) -> None:
    closes, start = _near(bars, p[0], first, end)
    part, spread = cells[:, start:], np.empty(end - start)
    windows(closes, p[0], first - start, end - start, part[0], spread)
    fresh = slice(first - start, end - start)
    width = spread[fresh] * (p[1] / 10)
    part[1, fresh], part[2, fresh] = part[0, fresh] + width, part[0, fresh] - width


def _vwap(bars: Candles, cells: Floats, p: tuple[int, ...], first: int, end: int) -> None:
    """From the beginning of each UTC day. Rows 3 to 5: sums of lots, of lots * (price - anchor), of lots * (price - anchor)
    squared, where the anchor (row 6) is the day's first price: so that large prices do not eat the digits of small moves."""
    days = bars.field(AT, max(first - 1, 0), end) // DAY_NS
    fresh = np.flatnonzero(np.diff(days)) + max(first - 1, 0) + 1
    edges = [first, *[int(one) for one in fresh if one > first], end]
    for start, stop in pairwise(edges):
        begins = start == 0 or start in fresh
        opens = bars.field(OPEN, start, stop).astype(np.float64)
        lots = bars.field(LOTS, start, stop).astype(np.float64)
        anchor = float(opens[0]) if begins else float(cells[6, start - 1])
        typical = opens + bars.field(MOVED, start, stop) / lots - anchor
        for row, values in ((3, lots), (4, lots * typical), (5, lots * typical * typical)):
            before = 0.0 if begins else float(cells[row, start - 1])
            cells[row, start:stop] = before + np.cumsum(values)
        cells[6, start:stop] = anchor
        part = cells[:, start:stop]
        middle = part[4] / part[3]
        spread = np.sqrt(np.maximum(part[5] / part[3] - middle * middle, 0.0)) * (p[0] / 10)
        part[0] = middle + anchor
        part[1], part[2] = part[0] + spread, part[0] - spread


def _rsi(bars: Candles, cells: Floats, p: tuple[int, ...], first: int, end: int) -> None:
    """Wilder 1978. Rows 1 and 2: the average gain and loss. The first change is the second bar's."""
    length = p[0]
    start = 0 if first <= length else first - 1
    changes = np.diff(bars.field(CLOSE, max(start - 1, 0), end).astype(np.float64), prepend=np.nan)
    if start:
        changes = changes[1:]
    for row, values in ((1, np.maximum(changes, 0.0)), (2, np.maximum(-changes, 0.0))):
        if start:
            follow(cells[row, start:], values, 1 / length, 1, end - start)
        else:
            seeded(cells[row], values, length, 1 / length, first, end, start=1)
    gain, loss = cells[1, first:end], cells[2, first:end]
    moved = gain + loss
    with np.errstate(invalid="ignore", divide="ignore"):
        cells[0, first:end] = np.where(moved == 0.0, 50.0, 100.0 * gain / moved)


def _macd(bars: Candles, cells: Floats, p: tuple[int, ...], first: int, end: int) -> None:
    """Rows 3 and 4: the fast and the slow average. The signal begins at the mean of the first differences."""
    fast, slow, signal = p
    _seeded_closes(bars, cells[3], fast, 2 / (fast + 1), first, end)
    _seeded_closes(bars, cells[4], slow, 2 / (slow + 1), first, end)
    cells[0, first:end] = cells[3, first:end] - cells[4, first:end]
    seeded(cells[1], cells[0], signal, 2 / (signal + 1), first, end, start=max(fast, slow) - 1)
    cells[2, first:end] = cells[0, first:end] - cells[1, first:end]


def _atr(bars: Candles, cells: Floats, p: tuple[int, ...], first: int, end: int) -> None:
    """Wilder 1978: the true range of the first bar is its height."""
    start = 0 if first < p[0] else first - 1
    highs, lows = bars.field(HIGH, start, end).astype(np.float64), bars.field(LOW, start, end).astype(np.float64)
    before = bars.field(CLOSE, max(start - 1, 0), end - 1).astype(np.float64)
    if not start:
        before = np.concatenate((bars.field(OPEN, 0, 1).astype(np.float64), before))[:end]
    ranges = np.maximum(highs, before) - np.minimum(lows, before)
    if start:
        follow(cells[0, start:], ranges, 1 / p[0], 1, end - start)
    else:
        seeded(cells[0], ranges, p[0], 1 / p[0], first, end)


def _obv(bars: Candles, cells: Floats, p: tuple[int, ...], first: int, end: int) -> None:
    closes = bars.field(CLOSE, max(first - 1, 0), end)
    ways = np.sign(np.diff(closes, prepend=closes[:1] if not first else closes[:0])).astype(np.float64)
    total(cells[0], ways * bars.field(LOTS, first, end), first, end)


def _delta(bars: Candles, cells: Floats, p: tuple[int, ...], first: int, end: int) -> None:
    total(cells[0], (2 * bars.field(BOUGHT, first, end) - bars.field(LOTS, first, end)).astype(np.float64), first, end)


_LENGTH = Parameter(mark("length"), 20, 1, 1000)
_WIDTH = Parameter(mark("deviations"), 20, 1, 100, tenths=True)
KINDS: Final = {
    kind.id: kind
    for kind in (
        Kind("ema", "EMA", (_LENGTH,), ("",), 0, _ema),
        Kind("sma", "SMA", (_LENGTH,), ("",), 0, _sma),
        Kind("vwap", "VWAP", (Parameter(mark("deviations"), 10, 1, 100, tenths=True),), ("", mark("up"), mark("low")), 4, _vwap),
        Kind(
            "bollinger", mark("Bollinger"), (Parameter(mark("length"), 20, 2, 1000), _WIDTH), ("", mark("up"), mark("low")), 0,
            _bollinger,
        ),
        Kind(
            "rsi", "RSI", (Parameter(mark("length"), 14, 2, 1000),), ("",), 2, _rsi, Unit.POINTS, own_pane=True, high=100.0,
            marks=(30.0, 70.0),
        ),
        Kind(
            "macd", "MACD", (
                Parameter(mark("fast"), 12, 1, 500), Parameter(mark("slow"), 26, 2, 1000), Parameter(mark("signal"), 9, 1, 500),
            ),
            ("", mark("signal"), mark("diff")), 2, _macd, own_pane=True, marks=(0.0,), stems=2,
        ),
        Kind("atr", "ATR", (Parameter(mark("length"), 14, 1, 1000),), ("",), 0, _atr, own_pane=True),
        Kind("obv", "OBV", (), ("",), 0, _obv, Unit.LOTS, own_pane=True, marks=(0.0,)),
        Kind("delta", mark("Cumulative delta"), (), ("",), 0, _delta, Unit.LOTS, own_pane=True, marks=(0.0,)),
    )
}


class Study:
    """One indicator with its parameters, in the order of its kind."""

    def __init__(self, kind: Kind, parameters: tuple[int, ...] = ()) -> None:
        self.kind = kind
        self.parameters = parameters or tuple(one.first for one in kind.parameters)
        self.count = 0
        self._cells: Floats = np.full((len(kind.lines) + kind.hidden, FIRST_ROOM), np.nan)

    def clear(self) -> None:
        self.count = 0

    def extend(self, bars: Candles, changed: int) -> None:
        """The bars from index changed on are other than they were."""
        first = min(changed, self.count)
        while self._cells.shape[1] < bars.count:
            self._cells = np.concatenate((self._cells, np.full_like(self._cells, np.nan)), axis=1)
        if first < bars.count:
            self.kind.fill(bars, self._cells, self.parameters, first, bars.count)
        self.count = bars.count

    def line(self, number: int) -> Floats:
        return self._cells[number, :self.count]

    @property
    def short(self) -> str:
        """What its line is called where there is little room: without what only its bands depend on."""
        lengths = (str(one) for one, p in zip(self.parameters, self.kind.parameters, strict=True) if not p.tenths)
        return " ".join([tr(self.kind.title), *lengths])

    @property
    def title(self) -> str:
        texts = [f"{one / 10:g}" if p.tenths else str(one) for one, p in zip(self.parameters, self.kind.parameters, strict=True)]
        return " ".join([tr(self.kind.title), *texts])
