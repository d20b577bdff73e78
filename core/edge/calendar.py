"""Exchange calendars: on which days, and when, an instrument is in which phase; said to the venue as a SetSchedule.

A calendar is a small TOML file (resources/calendars/): a time zone, the weekdays with trading, the phases of a day and of a short
one with their local times, holidays and short days by date. Phases of a day begin from CLOSED and end with CLOSED; no day reaches
over midnight. A calendar without phases is of a market that never closes.
Local times become UTC by the zone's own rules of that day: an hour that summer time skips is its first moment after, one that comes
twice is the first of the two. A date that the file does not know is an error, not an ordinary day.
Deliberately absent: when a schedule is sent (whoever runs the session), and which phase may follow which (the venue says so).
"""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from core.domain.enums import Phase
from core.domain.units import SECOND, InstrumentId, Nanos
from core.messages.operations import ChangePhase, SetSchedule

WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
LONGEST_RANDOM_S = 3_600
"""Chosen: a phase that begins an hour late is a mistake in the file."""
FROM_CONTINUOUS = {
    Phase.CLOSED: (Phase.POST_TRADE, Phase.CLOSED),
    Phase.PRE_OPEN: (Phase.POST_TRADE, Phase.CLOSED, Phase.PRE_OPEN),
    Phase.OPENING_CALL: (Phase.POST_TRADE, Phase.CLOSED, Phase.OPENING_CALL),
    Phase.CONTINUOUS: (),
}
"""How a newly listed instrument, which begins in CONTINUOUS, comes to where its day is; to all others it goes directly."""

Turn = tuple[time, Phase, int]
"""Local time, the phase that begins, nanoseconds that it may begin later."""


class CalendarError(Exception):
    """One sentence: the file, the key, what is wrong with it."""


class _Begin(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """[local time, phase, seconds up to which it may begin later]"""

    at: time
    phase: str
    random_s: int = 0


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """As in the file. known_from, known_until: the days for which holidays and short days are given; none: for ever."""

    name: str
    zone: str
    weekdays: list[str]
    day: list[_Begin]
    short_day: list[_Begin] = []
    known_from: date | None = None
    known_until: date | None = None
    holidays: list[date] = []
    short_days: list[date] = []


@dataclass(frozen=True)
class Calendar:
    """weekdays: numbers, Monday 0."""

    name: str
    zone: ZoneInfo
    weekdays: frozenset[int]
    day: tuple[Turn, ...]
    short_day: tuple[Turn, ...]
    known_from: date
    known_until: date
    holidays: frozenset[date]
    short_days: frozenset[date]

    def turns(self, day: date) -> tuple[Turn, ...]:
        """The day's phases; none on days without trading, and where it never closes. Raises CalendarError."""
        if not self.known_from <= day <= self.known_until:
            raise CalendarError(f"{self.name}: the calendar knows {self.known_from} to {self.known_until}, not {day}")
        if day.weekday() not in self.weekdays or day in self.holidays:
            return ()
        return self.short_day if day in self.short_days else self.day


# what it says to the venue ----------------------------------------------------------------------------------------------


def schedule(calendar: Calendar, instrument: InstrumentId, first: date, days: int = 1, since: int = 0) -> SetSchedule:
    """The phases of so many days from first on (local dates); those before since (UTC ns), which the venue would refuse, left out."""
    entries = []
    for number in range(days):
        day = first + timedelta(days=number)
        for at, phase, random_ns in calendar.turns(day):
            begins = moment(calendar.zone, day, at)
            if begins >= since:
                entries.append((begins, phase, Nanos(random_ns)))
    return SetSchedule(instrument, tuple(entries))


def phase_at(calendar: Calendar, at: int) -> Phase:
    """Where the calendar's day is at a moment (UTC ns); random parts are not looked at."""
    if not calendar.day:
        return Phase.CONTINUOUS
    now = Phase.CLOSED
    day = local_date(calendar, at)
    for begins, phase, _ in calendar.turns(day):
        if moment(calendar.zone, day, begins) <= at:
            now = phase
    return now


def beginning(calendar: Calendar, instrument: InstrumentId, at: int, days: int = 1) -> list[ChangePhase | SetSchedule]:
    """What brings an instrument that was listed at that moment (UTC ns) to where its day is, and through the rest of it."""
    phase = phase_at(calendar, at)
    way = FROM_CONTINUOUS.get(phase, (phase,))
    # What begins at this very moment has begun.
    rest = schedule(calendar, instrument, local_date(calendar, at), days, at + 1)
    return [*(ChangePhase(instrument, step) for step in way), rest]


def local_date(calendar: Calendar, at: int) -> date:
    return (EPOCH + timedelta(microseconds=at // 1_000)).astimezone(calendar.zone).date()


def moment(zone: ZoneInfo, day: date, at: time) -> Nanos:
    """A local time as UTC ns."""
    local = datetime.combine(day, at, zone)
    found = local.astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        found = _after_the_gap(zone, local.replace(fold=1).astimezone(UTC), found)
    return Nanos((found - EPOCH) // MICROSECOND * 1_000)


def _after_the_gap(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The moment between two at which the clocks are put forward."""
    offset = after.astimezone(zone).utcoffset()
    while after - before > MICROSECOND:
        middle = before + (after - before) // 2
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


# from a file ------------------------------------------------------------------------------------------------------------


def read_calendar(path: Path) -> Calendar:
    """Raises CalendarError."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        given = msgspec.convert(table, _File)
        return _checked(given)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError, CalendarError) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CalendarError(f"{path.name}: {said}") from error


def _checked(given: _File) -> Calendar:
    try:
        zone = ZoneInfo(given.zone)
    except (OSError, ValueError, LookupError) as error:
        raise CalendarError(f"zone: this system knows no time zone {given.zone!r}") from error
    for word in given.weekdays:
        if word not in WEEKDAYS:
            raise CalendarError(f"weekdays: {word!r} is none of {', '.join(WEEKDAYS)}")
    weekdays = frozenset(WEEKDAYS.index(word) for word in given.weekdays)
    if given.day and not weekdays:
        raise CalendarError("weekdays: a market with phases trades on one at least")
    first, last = given.known_from or date.min, given.known_until or date.max
    if first > last:
        raise CalendarError(f"known_until: {last} is before known_from, {first}")
    for key, days in (("holidays", given.holidays), ("short_days", given.short_days)):
        _check_days(key, days, weekdays, first, last)
    both = sorted(set(given.holidays) & set(given.short_days))
    if both:
        raise CalendarError(f"short_days: {both[0]} is a holiday")
    if given.short_days and not given.short_day:
        raise CalendarError("short_day: missing, but there are short_days")
    return Calendar(
        given.name, zone, weekdays, _turns("day", given.day), _turns("short_day", given.short_day), first, last,
        frozenset(given.holidays), frozenset(given.short_days),
    )


def _check_days(key: str, days: list[date], weekdays: frozenset[int], first: date, last: date) -> None:
    seen: set[date] = set()
    for day in days:
        if day in seen:
            raise CalendarError(f"{key}: {day} stands there twice")
        if not first <= day <= last:
            raise CalendarError(f"{key}: {day} is not between known_from and known_until")
        if day.weekday() not in weekdays:
            raise CalendarError(f"{key}: {day} is a {WEEKDAYS[day.weekday()]}, without trading anyway")
        seen.add(day)


def _turns(key: str, given: list[_Begin]) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    for begin in given:
        if begin.phase not in Phase.__members__:
            raise CalendarError(f"{key}: {begin.phase!r} is none of {', '.join(Phase.__members__)}")
        if begin.at.tzinfo is not None:
            raise CalendarError(f"{key}: {begin.at} is not a local time")
        if turns and _seconds(begin.at) <= _seconds(turns[-1][0]) + turns[-1][2] // SECOND:
            raise CalendarError(f"{key}: {begin.at} does not come after {turns[-1][0]}, which may begin {turns[-1][2] // SECOND} s later")
        if not 0 <= begin.random_s <= LONGEST_RANDOM_S:
            raise CalendarError(f"{key}: {begin.random_s} s at {begin.at} is not between 0 and {LONGEST_RANDOM_S}")
        turns.append((begin.at, Phase[begin.phase], begin.random_s * SECOND))
    if turns and (turns[-1][1] is not Phase.CLOSED or turns[-1][2]):
        raise CalendarError(f"{key}: ends with {turns[-1][1].name}, not with CLOSED on time, from which the next day begins")
    return tuple(turns)


def _seconds(at: time) -> int:
    return (at.hour * 60 + at.minute) * 60 + at.second
