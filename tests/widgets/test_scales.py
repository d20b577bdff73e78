"""Ticks of axes: round numbers, far enough apart, whatever the range and the room."""

from hypothesis import given
from hypothesis import strategies as st

from core.domain.instrument import Instrument
from core.domain.units import SECOND, InstrumentId
from widgets.scales import clock_text, even_ticks, lots_text, nice_top, tick_text, time_ticks

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
LOT = 100_000_000
START = 1_531_514_835 * SECOND


@given(st.integers(0, 10**7), st.integers(1, 10**7), st.sampled_from([1, 5, 25]), st.floats(20, 2000))
def test_price_labels_never_overlap(low, span, tick, room):
    ticks, step = even_ticks(low, low + span, tick, room, 36)
    assert all(low <= one <= low + span and one % tick == 0 for one in ticks)
    assert len(ticks) < 2 or step * room / span >= 36 - 1e-6


@given(st.integers(0, 10**18), st.integers(SECOND, 10**18), st.floats(80, 3000))
def test_time_labels_never_overlap(low, span, room):
    ticks = time_ticks(low, low + span, room, 80)
    assert all(low <= one <= low + span and one % SECOND == 0 for one in ticks)
    assert len(ticks) < 2 or (ticks[1] - ticks[0]) * room / span >= 80 - 1e-6


@given(st.integers(1, 10**16))
def test_a_nice_top_is_close_above(least):
    assert least <= nice_top(least) <= max(10, least * 4 // 3 + 1)


def test_words_of_scales():
    assert clock_text(START) == "20:47:15"
    assert tick_text(START) == "20:47:15"
    assert tick_text(1_531_526_400 * SECOND) == "14 Jul"
    steps = (5 * LOT, LOT // 2, LOT // 100, 20 * LOT)
    assert [lots_text(BTC, lots, lots) for lots in steps] == ["5", "0.5", "0.01", "20"]
