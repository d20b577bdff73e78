"""Indicators against published examples, against slow recomputation, and bar by bar against all at once."""

import math
import statistics
from array import array
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.units import DAY, SECOND
from widgets.chart.candles import Candles
from widgets.chart.studies import KINDS, Study

START = 1_531_514_835 * SECOND
Row = tuple[int, int, int, int, int, int, int, int]

# StockCharts ChartSchool, "Moving Averages": closes of INTC, 10-day SMA and EMA beside them.
AVERAGED = (
    22.27, 22.19, 22.08, 22.17, 22.18, 22.13, 22.23, 22.43, 22.24, 22.29, 22.15, 22.39, 22.38, 22.61, 23.36, 24.05, 23.75,
    23.83, 23.95, 23.63, 23.82, 23.87, 23.65, 23.19, 23.10, 23.33, 22.68, 23.10, 22.40, 22.17,
)
AVERAGES_SMA = (
    22.22, 22.21, 22.23, 22.26, 22.31, 22.42, 22.61, 22.77, 22.91, 23.08, 23.21, 23.38, 23.53, 23.65, 23.71, 23.69, 23.61, 23.51,
    23.43, 23.28, 23.13,
)
AVERAGES_EMA = (
    22.22, 22.21, 22.24, 22.27, 22.33, 22.52, 22.80, 22.97, 23.13, 23.28, 23.34, 23.43, 23.51, 23.54, 23.47, 23.40, 23.39, 23.26,
    23.23, 23.08, 22.92,
)
# StockCharts ChartSchool, "Relative Strength Index": closes of QQQQ, 14-day RSI.
STRENGTH = (
    44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328, 45.6140, 46.2820,
    46.2820, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521, 45.7137, 46.4515, 45.7835, 45.3548, 44.0288, 44.1783,
    44.2181, 44.5672, 43.4205, 42.6628, 43.1314,
)
STRENGTHS = (
    70.53, 66.32, 66.55, 69.41, 66.36, 57.97, 62.93, 63.26, 56.06, 62.38, 54.71, 50.42, 39.99, 41.46, 41.87, 45.46, 37.30, 33.08, 37.77,
)


def held(rows: list[Row]) -> Candles:
    bars = Candles()
    bars.clear(SECOND)
    bars.replace(0, array("q", [cell for row in rows for cell in row]).tobytes())
    return bars


def flat(closes: tuple[float, ...], scale: int) -> Candles:
    """Bars that only have a close."""
    units = [round(close * scale) for close in closes]
    return held([(START + n * SECOND, c, c, c, c, 1, 1, 0) for n, c in enumerate(units)])


def worked(bars: Candles, kind: str, *parameters: int) -> Study:
    study = Study(KINDS[kind], parameters)
    study.extend(bars, 0)
    return study


# published examples ---------------------------------------------------------------------------------------------------


def test_averages_are_the_published_ones():
    bars = flat(AVERAGED, 100)
    for kind, expected in (("sma", AVERAGES_SMA), ("ema", AVERAGES_EMA)):
        line = worked(bars, kind, 10).line(0) / 100
        assert np.isnan(line[:9]).all()
        assert line[9:] == pytest.approx(expected, abs=0.0101), kind


def test_relative_strength_is_the_published_one():
    line = worked(flat(STRENGTH, 10_000), "rsi", 14).line(0)
    assert np.isnan(line[:14]).all()
    assert line[14:] == pytest.approx(STRENGTHS, abs=0.006)


def test_relative_strength_at_its_ends():
    """Only gains, only losses, and no change at all."""
    assert worked(flat(tuple(range(1, 30)), 1), "rsi", 14).line(0)[-1] == 100
    assert worked(flat(tuple(range(30, 1, -1)), 1), "rsi", 14).line(0)[-1] == 0
    assert worked(flat((5.0,) * 30, 1), "rsi", 14).line(0)[-1] == 50


def test_volume_goes_with_the_close():
    rows = [(START + n * SECOND, c, c, c, c, v, 0, 0) for n, (c, v) in enumerate([(10, 5), (11, 7), (11, 9), (10, 4), (12, 1)])]
    assert worked(held(rows), "obv").line(0).tolist() == [0, 7, 7, 3, 4]


def test_the_volume_weighted_price_is_exact_and_begins_anew_each_day():
    """Two trades a bar: 1 at 100 and 3 at 104, then 2 at 110; and a new day with 1 at 90."""
    day = START - START % DAY + DAY
    bars = held([
        (day, 100, 104, 100, 104, 4, 0, 3 * 4), (day + SECOND, 110, 110, 110, 110, 2, 0, 0), (day + DAY, 90, 90, 90, 90, 1, 0, 0),
    ])
    study = worked(bars, "vwap", 10)
    assert study.line(0).tolist() == pytest.approx([103, (100 + 312 + 220) / 6, 90])
    typical = [103] * 4 + [110] * 2
    spread = statistics.pstdev(typical)
    assert study.line(1)[1] - study.line(0)[1] == pytest.approx(spread)
    assert study.line(0)[1] - study.line(2)[1] == pytest.approx(spread)


# slow twins -----------------------------------------------------------------------------------------------------------


def slow(kind: str, rows: list[Row], parameters: tuple[int, ...]) -> list[list[float]]:
    """Obviously right, one bar after the other; the lines shown."""
    closes, nan = [row[4] for row in rows], math.nan
    if kind == "sma":
        return [[nan if i + 1 < parameters[0] else statistics.fmean(closes[i + 1 - parameters[0]:i + 1]) for i in range(len(rows))]]
    if kind == "bollinger":
        length, wide = parameters[0], parameters[1] / 10
        middle = slow("sma", rows, (length,))[0]
        spread = [nan if i + 1 < length else statistics.pstdev(closes[i + 1 - length:i + 1]) for i in range(len(rows))]
        return [middle, *([m + way * wide * s for m, s in zip(middle, spread, strict=True)] for way in (1, -1))]
    if kind == "ema":
        return [smooth(closes, parameters[0], 2 / (parameters[0] + 1), 0)]
    if kind == "atr":
        before = [rows[0][1], *closes]
        ranges = [max(r[2] - r[3], abs(r[2] - b), abs(r[3] - b)) for r, b in zip(rows, before, strict=False)]
        return [smooth(ranges, parameters[0], 1 / parameters[0], 0)]
    if kind == "rsi":
        moves = [0, *(b - a for a, b in pairwise(closes))]
        up, down = (smooth([max(way * m, 0) for m in moves], parameters[0], 1 / parameters[0], 1) for way in (1, -1))
        return [[nan if math.isnan(u) else 50.0 if u + d == 0 else 100 * u / (u + d) for u, d in zip(up, down, strict=True)]]
    if kind == "macd":
        fast, late = (smooth(closes, n, 2 / (n + 1), 0) for n in parameters[:2])
        gap = [a - b for a, b in zip(fast, late, strict=True)]
        signal = smooth(gap, parameters[2], 2 / (parameters[2] + 1), max(parameters[:2]) - 1)
        return [gap, signal, [a - b for a, b in zip(gap, signal, strict=True)]]
    lots = [row[5] for row in rows]
    if kind == "delta":
        return [np.cumsum([2 * row[6] - row[5] for row in rows]).tolist()]
    if kind == "obv":
        ways = [0, *((b > a) - (b < a) for a, b in pairwise(closes))]
        return [np.cumsum([way * lot for way, lot in zip(ways, lots, strict=True)]).tolist()]
    return slow_vwap(rows, parameters[0] / 10)


def smooth(values: list[float], length: int, share: float, start: int) -> list[float]:
    found: list[float] = []
    for i, value in enumerate(values):
        if i < start + length - 1:
            found.append(math.nan)
        elif i == start + length - 1:
            found.append(statistics.fmean(values[start:i + 1]))
        else:
            found.append(found[-1] + share * (value - found[-1]))
    return found


def slow_vwap(rows: list[Row], wide: float) -> list[list[float]]:
    lines: list[list[float]] = [[], [], []]
    for i, row in enumerate(rows):
        today = [one for one in rows[:i + 1] if one[0] // DAY == row[0] // DAY]
        lots = sum(one[5] for one in today)
        typical = [one[1] + one[7] / one[5] for one in today]
        middle = sum(t * one[5] for t, one in zip(typical, today, strict=True)) / lots
        spread = math.sqrt(sum((t - middle) ** 2 * one[5] for t, one in zip(typical, today, strict=True)) / lots)
        for line, way in zip(lines, (0, 1, -1), strict=True):
            line.append(middle + way * wide * spread)
    return lines


@st.composite
def histories(draw: st.DrawFn) -> list[Row]:
    size = draw(st.integers(1, 150))
    chance = draw(st.randoms(use_true_random=False))
    at, price, rows = START, 600_000, []
    for _ in range(size):
        at += chance.choice((1, 1, 1, 5, 40_000)) * SECOND
        prices = [price := max(price + chance.randint(-40, 40), 1) for _ in range(4)]
        lots = chance.randint(1, 10**9)
        moved = (prices[1] - prices[0]) * lots // 2
        rows.append((at, prices[0], max(prices), min(prices), prices[-1], lots, chance.randint(0, lots), moved))
    return rows


PARAMETERS = {
    "ema": (9,), "sma": (7,), "vwap": (15,), "bollinger": (20, 20), "rsi": (14,), "macd": (6, 13, 5), "atr": (14,), "obv": (), "delta": (),
}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(rows=histories())
def test_an_indicator_is_its_slow_twin(kind, rows):
    study = worked(held(rows), kind, *PARAMETERS[kind])
    expected = slow(kind, rows, PARAMETERS[kind])
    for number, line in enumerate(expected):
        assert study.line(number) == pytest.approx(line, rel=1e-6, abs=0.02, nan_ok=True)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(rows=histories(), parts=st.lists(st.integers(1, 70), min_size=1, max_size=20))
def test_bar_by_bar_is_all_at_once(kind, rows, parts):
    """The last bar of each part is worked out unfinished first, as a tick does."""
    whole, grown, bars, done = worked(held(rows), kind, *PARAMETERS[kind]), Study(KINDS[kind], PARAMETERS[kind]), Candles(), 0
    bars.clear(SECOND)
    for part in [*parts, len(rows)]:
        upto = min(done + part, len(rows))
        first = max(done - 1, 0)
        unfinished = (*rows[upto - 1][:4], rows[upto - 1][3], 1, 0, 0)
        for last in (unfinished, rows[upto - 1]):
            bars.replace(first, array("q", [cell for row in (*rows[first:upto - 1], last) for cell in row]).tobytes())
            grown.extend(bars, first)
        done = upto
    for number in range(len(KINDS[kind].lines)):
        assert grown.line(number) == pytest.approx(whole.line(number), rel=1e-7, abs=0.01, nan_ok=True)


def test_a_long_history_at_once_is_the_recursion():
    """The array way of the recursive averages, far beyond one block."""
    chance = np.random.default_rng(1)
    closes = tuple((600_000 + np.cumsum(chance.integers(-40, 41, 20_000))).tolist())
    for length in (1, 2, 9, 200):
        line = worked(flat(closes, 1), "ema", length).line(0)
        assert line == pytest.approx(smooth(list(closes), length, 2 / (length + 1), 0), rel=1e-9, nan_ok=True)
