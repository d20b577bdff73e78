"""Trading days: where they begin and end, also when the clocks are moved."""

from datetime import UTC, datetime

import pytest

from core.domain.units import SECOND
from core.projections.trading_day import TradingDays

NEW_YORK = TradingDays("America/New_York", 17 * 60)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) * SECOND


def day(text: str) -> int:
    return datetime.fromisoformat(text).toordinal()


def test_midnight_utc_is_the_date() -> None:
    days = TradingDays()
    assert days.of(at("2018-07-13T00:00:00")) == day("2018-07-13")
    assert days.of(at("2018-07-14T00:00:00") - 1) == day("2018-07-13")
    assert days.ends_at(day("2018-07-13")) == at("2018-07-14T00:00:00")


def test_a_day_that_ends_in_the_afternoon_bears_the_date_of_its_end() -> None:
    # 17:00 in New York: 21:00 UTC in summer, 22:00 in winter.
    assert NEW_YORK.of(at("2018-07-13T20:59:59")) == day("2018-07-13")
    assert NEW_YORK.of(at("2018-07-13T21:00:00")) == day("2018-07-14")
    assert NEW_YORK.of(at("2018-01-10T21:59:59")) == day("2018-01-10")
    assert NEW_YORK.of(at("2018-01-10T22:00:00")) == day("2018-01-11")
    assert NEW_YORK.hour(at("2018-07-13T20:59:59")) == 16


@pytest.mark.parametrize(
    ("before", "hours"),
    # Summer time 2018 in New York: from the 11th of March, to the 4th of November.
    [("2018-03-10", 23), ("2018-03-11", 24), ("2018-11-03", 25), ("2018-11-04", 24)],
)
def test_a_day_over_a_change_of_the_clock_is_an_hour_shorter_or_longer(before: str, hours: int) -> None:
    first = day(before)
    assert NEW_YORK.ends_at(first + 1) - NEW_YORK.ends_at(first) == hours * 3600 * SECOND


@pytest.mark.parametrize("date", ["2018-03-11", "2018-11-04", "2018-07-13"])
@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"])
@pytest.mark.parametrize("minute", [0, 1 * 60 + 30, 2 * 60 + 30, 17 * 60])
def test_days_follow_each_other_without_gap_or_overlap(date: str, zone: str, minute: int) -> None:
    days = TradingDays(zone, minute)
    for one in range(day(date) - 2, day(date) + 3):
        end = days.ends_at(one)
        assert days.ends_at(one - 1) < end
        assert (days.of(end - 1), days.of(end)) == (one, one + 1)


def test_a_skipped_time_of_day_and_one_that_comes_twice() -> None:
    half_past_two, half_past_one = TradingDays("America/New_York", 150), TradingDays("America/New_York", 90)
    assert half_past_two.ends_at(day("2018-03-11")) == at("2018-03-11T07:30:00")
    assert half_past_one.ends_at(day("2018-11-04")) == at("2018-11-04T05:30:00")


def test_a_session_clock_is_written_as_people_do() -> None:
    days = TradingDays.parse("17:00 America/New_York", 252)
    assert (days.zone, days.minute, days.a_year) == ("America/New_York", 17 * 60, 252)
    assert days.text == "17:00 America/New_York" and TradingDays().text == "00:00 UTC"
    for wrong in ("24:00 UTC", "17:00", "17:00 Mars/Olympus", "5 pm UTC", "17:00 ../../etc"):
        with pytest.raises(ValueError, match="America/New_York"):
            TradingDays.parse(wrong)
