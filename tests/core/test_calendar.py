"""Exchange calendars: the bundled ones against the rules their dates come from, summer time, bad files, and a whole day in the
venue, through the sequencer."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from core.domain.enums import CancelReason, Phase, PhaseCause, Side, TimeInForce
from core.domain.enums import OrderType as Kind
from core.domain.units import SECOND
from core.edge.calendar import Calendar, CalendarError, beginning, moment, phase_at, read_calendar, schedule
from core.journal.entry import Entry
from core.machine.engine import Engine
from core.machine.state import State
from core.machine.venue.phases import NEXT
from core.messages.commands import StartRun
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.market_data import OperationRefused, PhaseChanged, TradePrinted
from core.messages.operations import ChangePhase, SetSchedule
from core.messages.participants import EnterOrder, OpenSession
from core.messages.reports import Cancelled
from core.sequencer import Sequencer

FOLDER = Path(__file__).parents[2] / "resources" / "calendars"
BUNDLED = sorted(FOLDER.glob("*.toml"))
YEARS = (2025, 2026, 2027)
GOOD_FRIDAYS = {2025: date(2025, 4, 18), 2026: date(2026, 4, 3), 2027: date(2027, 3, 26)}
NEW_YORK = ZoneInfo("America/New_York")


def bundled(name: str) -> Calendar:
    return read_calendar(FOLDER / f"{name}.toml")


def utc(*when: int) -> int:
    return int(datetime(*when, tzinfo=UTC).timestamp()) * SECOND  # type: ignore[misc,arg-type]


def begins(calendar: Calendar, day: date, phase: Phase) -> list[int]:
    return [at for at, begun, _ in schedule(calendar, 1, day).entries if begun is phase]  # type: ignore[arg-type]


# the bundled ones -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_bundled_days_are_legal(path: Path) -> None:
    """Each phase may follow the one before, and the day ends where the next one begins."""
    calendar = read_calendar(path)
    for turns in (calendar.day, calendar.short_day):
        phase = Phase.CLOSED
        for _, following, _ in turns:
            assert following in NEXT[phase]
            phase = following
        assert phase is Phase.CLOSED


def nth(year: int, month: int, weekday: int, number: int) -> date:
    days = [day for day in (date(year, month, 1) + timedelta(days=n) for n in range(31)) if day.month == month]
    return [day for day in days if day.weekday() == weekday][number - 1 if number > 0 else number]


def observed(day: date) -> date:
    return day - timedelta(days=1) if day.weekday() == 5 else day + timedelta(days=1) if day.weekday() == 6 else day


def test_holidays_of_us_equities_follow_their_rules() -> None:
    expected = {date(2025, 1, 9)}  # a day of national mourning
    for year in YEARS:
        expected |= {nth(year, 1, 0, 3), nth(year, 2, 0, 3), nth(year, 5, 0, -1), nth(year, 9, 0, 1), nth(year, 11, 3, 4)}
        expected.add(GOOD_FRIDAYS[year])
        expected |= {observed(day) for day in (date(year, 6, 19), date(year, 7, 4), date(year, 12, 25))} | {date(year, 1, 1)}
    calendar = bundled("us_equities")
    assert calendar.holidays == expected
    after_thanksgiving = {nth(year, 11, 3, 4) + timedelta(days=1) for year in YEARS}
    eves = {date(year, month, day) for year in YEARS for month, day in ((7, 3), (12, 24))}
    assert calendar.short_days == after_thanksgiving | {day for day in eves if day.weekday() < 5 and day not in expected}


def test_holidays_of_german_equities_follow_their_rules() -> None:
    expected = set()
    for year in YEARS:
        expected |= {GOOD_FRIDAYS[year], GOOD_FRIDAYS[year] + timedelta(days=3)}
        expected |= {date(year, month, day) for month, day in ((1, 1), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31))}
    calendar = bundled("german_equities")
    assert calendar.holidays == {day for day in expected if day.weekday() < 5}
    assert calendar.short_days == {date(year, 12, 30) for year in YEARS}


def test_summer_time() -> None:
    """The United States change two weeks before Europe in spring, and one after it in autumn."""
    us, german = bundled("us_equities"), bundled("german_equities")
    for day, hour in ((date(2026, 3, 6), 14), (date(2026, 3, 9), 13), (date(2026, 10, 30), 13), (date(2026, 11, 2), 14)):
        assert begins(us, day, Phase.CONTINUOUS) == [utc(day.year, day.month, day.day, hour, 30)]
    for day, hour in ((date(2026, 3, 27), 8), (date(2026, 3, 30), 7), (date(2026, 10, 23), 7), (date(2026, 10, 26), 8)):
        assert begins(german, day, Phase.CONTINUOUS)[0] == utc(day.year, day.month, day.day, hour)


def test_hours_that_are_skipped_or_come_twice() -> None:
    spring, autumn = date(2026, 3, 8), date(2026, 11, 1)
    assert moment(NEW_YORK, spring, time(1, 59)) == utc(2026, 3, 8, 6, 59)
    for skipped in (time(2), time(2, 30), time(2, 59, 59), time(3)):
        assert moment(NEW_YORK, spring, skipped) == utc(2026, 3, 8, 7)
    assert moment(NEW_YORK, autumn, time(1, 30)) == utc(2026, 11, 1, 5, 30)
    assert moment(NEW_YORK, autumn, time(2)) == utc(2026, 11, 1, 7)


def test_closed_and_short_days() -> None:
    us = bundled("us_equities")
    for closed in (date(2026, 7, 3), date(2026, 11, 21), date(2026, 11, 22)):
        assert schedule(us, 1, closed).entries == ()  # type: ignore[arg-type]
        assert phase_at(us, utc(closed.year, closed.month, closed.day, 16)) is Phase.CLOSED
    assert begins(us, date(2026, 11, 27), Phase.CLOSING_CALL) == [utc(2026, 11, 27, 18)]
    assert begins(us, date(2026, 11, 30), Phase.CLOSING_CALL) == [utc(2026, 11, 30, 21)]
    with pytest.raises(CalendarError, match="US equities: the calendar knows 2025-01-01 to 2027-12-31, not 2028-01-03"):
        schedule(us, 1, date(2028, 1, 3))  # type: ignore[arg-type]


def test_a_week_is_its_days() -> None:
    us = bundled("us_equities")
    week = schedule(us, 1, date(2026, 11, 23), 7).entries  # type: ignore[arg-type]
    days = [schedule(us, 1, date(2026, 11, 23) + timedelta(days=number)).entries for number in range(7)]  # type: ignore[arg-type]
    assert week == tuple(entry for entries in days for entry in entries)
    assert [len(entries) for entries in days] == [6, 6, 6, 0, 6, 0, 0]
    assert [at for at, _, _ in week] == sorted(at for at, _, _ in week)


def test_a_market_that_never_closes() -> None:
    calendar = bundled("always_open")
    assert beginning(calendar, 1, utc(2031, 12, 25, 3)) == [SetSchedule(1, ())]  # type: ignore[arg-type]


# bad files --------------------------------------------------------------------------------------------------------------

SOUND = """
name = "Test"
zone = "Europe/Berlin"
weekdays = ["MONDAY"]
day = [[09:00:00, "OPENING_CALL"], [09:05:00, "CONTINUOUS", 30], [18:00:00, "POST_TRADE"], [19:00:00, "CLOSED"]]
known_from = 2026-01-01
known_until = 2026-12-31
holidays = [2026-03-02]
"""


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        ("holidays", "holydays", "unknown field `holydays`"),
        ('name = "Test"\n', "", "missing required field `name`"),
        ("Europe/Berlin", "Europe/Berln", "zone: this system knows no time zone 'Europe/Berln'"),
        ("Europe/Berlin", "../zone", "zone: this system knows no time zone"),
        ("Europe/Berlin", "", "zone: this system knows no time zone"),
        ('["MONDAY"]', '["MOONDAY"]', "weekdays: 'MOONDAY' is none of MONDAY,"),
        ('["MONDAY"]', "[]", "weekdays: a market with phases trades on one at least"),
        ('["MONDAY"]', '"MONDAY"', r"`\$.weekdays`"),
        ('"CONTINUOUS"', '"CONTINOUS"', "day: 'CONTINOUS' is none of CLOSED,"),
        ("09:05:00", "08:05:00", "day: 08:05:00 does not come after 09:00:00"),
        ("18:00:00", "09:05:30", "day: 09:05:30 does not come after 09:05:00, which may begin 30 s later"),
        ("30]", "4000]", "day: 4000 s at 09:05:00 is not between 0 and 3600"),
        ("30]", "30, 4]", r"day\[1\]"),
        (', [19:00:00, "CLOSED"]', "", "day: ends with POST_TRADE, not with CLOSED"),
        ("09:00:00", '"nine"', r"day\[0\]\[0\]"),
        ("2026-03-02", "2026-03-03", "holidays: 2026-03-03 is a TUESDAY, without trading anyway"),
        ("2026-03-02", "2025-03-03", "holidays: 2025-03-03 is not between known_from and known_until"),
        ("2026-03-02", "2026-03-02, 2026-03-02", "holidays: 2026-03-02 stands there twice"),
        ("2026-12-31", "2025-12-31", "known_until: 2025-12-31 is before known_from"),
        ("[2026-03-02]", "[2026-03-02]\nshort_days = [2026-03-02]", "short_days: 2026-03-02 is a holiday"),
        ("[2026-03-02]", "[2026-03-02]\nshort_days = [2026-03-09]", "short_day: missing"),
        ("[2026-03-02]", "[2026-02-30]", "test.toml: "),
        ("[2026-03-02]", "[", "test.toml: "),
    ],
)
def test_a_bad_file_is_one_sentence(tmp_path: Path, was: str, now: str, sentence: str) -> None:
    path = tmp_path / "test.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert read_calendar(path).name == "Test"
    assert SOUND.count(was) == 1
    path.write_text(SOUND.replace(was, now), encoding="utf-8")
    with pytest.raises(CalendarError, match=sentence) as told:
        read_calendar(path)
    assert str(told.value).startswith("test.toml: ") and "\n" not in str(told.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CalendarError, match=r"none.toml: No such file"):
        read_calendar(tmp_path / "none.toml")


# in the venue -----------------------------------------------------------------------------------------------------------


class Day:
    """A sequencer that nobody's disk holds up, and an instrument that was listed at a moment."""

    def __init__(self, calendar: Calendar, at: int) -> None:
        self.entries: list[Entry] = []
        self.sequencer = Sequencer(Engine(State()), self.entries.append, lambda entry: None, None, False)
        self.sequencer.step(at, StartRun("day", "", at, 0, False, "", ()))  # type: ignore[arg-type]
        for message in (ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1), OpenSession(-1, 7, 7), *beginning(calendar, 1, at)):  # type: ignore[arg-type]
            self.sequencer.step(at, message)

    def enter(self, at: int, id: int, side: Side, qty: int, price: int, tif: TimeInForce = TimeInForce.GTC) -> None:
        self.sequencer.step(at, EnterOrder(1, -id, -1, side, Kind.LIMIT, qty, price, tif))  # type: ignore[arg-type]

    def told(self, *kinds: type) -> list[tuple[int, object]]:
        return [(entry.at, event) for entry in self.entries for event in entry.events if isinstance(event, kinds)]

    def phases(self) -> list[tuple[int, Phase]]:
        return [(at, event.phase) for at, event in self.told(PhaseChanged)]  # type: ignore[attr-defined]


def test_a_whole_day_by_the_calendar() -> None:
    """From closed over the calls to closed; trades in both auctions, the midday one, and between them; day orders end with it."""
    german = bundled("german_equities")
    day = Day(german, utc(2026, 6, 15, 1))
    day.enter(utc(2026, 6, 15, 6, 30), 1, Side.SELL, 10, 100)
    day.enter(utc(2026, 6, 15, 6, 55), 2, Side.BUY, 4, 101)
    day.enter(utc(2026, 6, 15, 8), 3, Side.BUY, 2, 100)
    day.enter(utc(2026, 6, 15, 11, 1), 4, Side.BUY, 1, 100)
    day.enter(utc(2026, 6, 15, 12), 5, Side.SELL, 3, 110, TimeInForce.DAY)
    day.enter(utc(2026, 6, 15, 13), 6, Side.BUY, 3, 100, TimeInForce.ATC)
    day.sequencer.step(utc(2026, 6, 16), FlowLimit(1, -7, Side.BUY, 1, 99))  # type: ignore[arg-type]
    expected = list(schedule(german, 1, date(2026, 6, 15)).entries)  # type: ignore[arg-type]
    seen = day.phases()[2:]  # after the two of the beginning
    assert [phase for _, phase in seen] == [phase for _, phase, _ in expected]
    for (at, _), (due, _, random_ns) in zip(seen, expected, strict=True):
        assert due <= at <= due + random_ns
    assert [(event.qty, event.price, event.auction) for _, event in day.told(TradePrinted)] == [  # type: ignore[attr-defined]
        (4, 100, True), (2, 100, False), (1, 100, True), (3, 100, True),
    ]  # fmt: skip
    ended = [(at, event.order_id) for at, event in day.told(Cancelled) if event.reason is CancelReason.EXPIRED]  # type: ignore[attr-defined]
    assert ended == [(utc(2026, 6, 15, 18, 30), -5)]
    assert all(event.cause is PhaseCause.SCHEDULE for _, event in day.told(PhaseChanged)[2:])  # type: ignore[attr-defined]
    assert day.told(OperationRefused) == []


@pytest.mark.parametrize("name", [path.stem for path in BUNDLED])
def test_a_session_may_begin_at_any_time(name: str) -> None:
    """It finds the phase of that moment, and the rest of the day follows; a short day, an ordinary one, a weekend, a holiday."""
    calendar = bundled(name)
    for first in (date(2026, 12, 30), date(2026, 6, 15), date(2026, 6, 13), date(2026, 1, 1)):
        for half_hour in range(48):
            at = moment(calendar.zone, first, time(half_hour // 2, 30 * (half_hour % 2)))
            day = Day(calendar, at)
            market = day.sequencer._engine.state.venue.markets[1]
            assert market.phase is phase_at(calendar, at)
            day.sequencer.pass_time(at + 86_400 * SECOND)
            assert market.phase is (Phase.CONTINUOUS if name == "always_open" else Phase.CLOSED)
            assert day.told(OperationRefused) == []


def test_two_days_in_one_schedule() -> None:
    us = bundled("us_equities")
    day = Day(us, utc(2026, 11, 25, 2))  # the evening of the 24th, then a day, then Thanksgiving
    day.sequencer.step(utc(2026, 11, 25, 3), SetSchedule(1, ()))  # type: ignore[arg-type]
    day.sequencer.step(utc(2026, 11, 25, 3), schedule(us, 1, date(2026, 11, 25), 3))  # type: ignore[arg-type]
    day.sequencer.pass_time(utc(2026, 11, 29))
    opens = [at for at, phase in day.phases() if phase is Phase.CONTINUOUS]
    assert opens == [utc(2026, 11, 25, 14, 30), utc(2026, 11, 27, 14, 30)]
    assert isinstance(beginning(us, 1, utc(2026, 11, 25, 14, 27))[-2], ChangePhase)  # type: ignore[arg-type]
