"""Session time is absolute: reading it a thousand times, changing speed and pausing lose nothing."""

from hypothesis import given
from hypothesis import strategies as st

from core.edge.session_clock import SessionClock

START = 1_531_514_831_025_000_000


def test_speed_and_pause() -> None:
    clock = SessionClock(START, 1_000, 1_000)
    assert clock.now(1_000) == START and clock.now(501_000) == START + 500_000
    clock.set_speed(10_000, 501_000)
    assert clock.now(601_000) == START + 500_000 + 1_000_000
    clock.pause(601_000)
    assert clock.now(999_999_999) == START + 1_500_000
    clock.resume(2_000_000)
    assert clock.now(2_000_010) == START + 1_500_100


def test_as_fast_as_possible_stands_where_it_was_moved() -> None:
    clock = SessionClock(START, 0, 0)
    assert clock.now(10**12) == START and clock.due(START + 10**9) == 0
    clock.move(START + 7, 5)
    assert clock.now(10**13) == START + 7


@given(st.integers(100, 100_000), st.integers(0, 10**12))
def test_what_is_due_is_reached_when_it_is_due(speed_milli: int, ahead: int) -> None:
    clock = SessionClock(START, 0, speed_milli)
    due = clock.due(START + ahead)
    assert clock.now(due - 1) <= START + ahead
    # one nanosecond of wall time is up to a hundred of session time
    assert clock.now(due + 1) >= START + ahead


@given(st.lists(st.integers(0, 10**9), max_size=200))
def test_reading_never_moves_it(gaps: list[int]) -> None:
    read, quiet, mono = SessionClock(START, 0, 3_700), SessionClock(START, 0, 3_700), 0
    for gap in gaps:
        mono += gap
        read.now(mono)
    assert read.now(mono) == quiet.now(mono)
