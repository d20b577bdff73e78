"""Many candles in few pixel columns, against a slow twin that is obviously right."""

from array import array

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.domain.units import SECOND
from widgets.chart.binning import columns
from widgets.chart.candles import Candles

FIVE = 5 * SECOND
Candle = tuple[int, int, int, int, int, int, int, int]


@given(st.lists(st.tuples(st.integers(1, 5), st.lists(st.integers(1, 10**9), min_size=4, max_size=4)), max_size=80),
       st.floats(0.02, 3.9), st.floats(-50, 50))
def test_a_column_is_the_candle_over_all_of_its_candles(parts, spacing, low):
    at, rows = 0, []
    for gap, prices in parts:
        at += gap
        rows.append((at * FIVE, prices[0], max(prices), min(prices), prices[-1], prices[1], 0, 0))
    held = Candles()
    held.clear(FIVE)
    held.replace(0, array("q", [cell for row in rows for cell in row]).tobytes())
    slow: dict[float, list[Candle]] = {}
    for index, row in enumerate(rows):
        slot = held.row(index)[8]
        slow.setdefault(float(np.floor((slot - low) * spacing)), []).append(row)
    fast = columns(held, 0, held.count, low, spacing, 4.0)
    assert [x - 0.5 for x in fast.x.tolist()] == list(slow)
    expected = [
        (group[0][1], max(r[2] for r in group), min(r[3] for r in group), group[-1][4], max(r[5] for r in group))
        for group in slow.values()
    ]
    assert list(zip(*(field.tolist() for field in fast[1:6]), strict=True)) == expected
