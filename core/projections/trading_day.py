"""When a trading day ends: a time of day in a time zone, so that summer time moves it with the people who trade.

A day bears the date on which it ends (17:00 in New York: the evening of the 12th is the 13th); one that ends at midnight bears the
date that it covers. Where summer time skips that time of day, it ends as if the clock had not been moved yet; where it comes
twice, at the first.
Deliberately absent: weekends and holidays. A day on which nothing happened is simply not counted by whoever counts.
"""

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from core.domain.units import SECOND

Day = int
"""A date as its proleptic Gregorian ordinal."""


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


class TradingDays:
    """zone: its name in the time zone database. minute: of the day at which it ends, 0: midnight. a_year: how many there are in
    a year: 365 for a market that never closes, about 252 for one with weekends and holidays."""

    __slots__ = ("a_year", "minute", "zone")

    def __init__(self, zone: str = "UTC", minute: int = 0, a_year: int = 365) -> None:
        self.zone = zone
        self.minute = minute
        self.a_year = a_year

    @classmethod
    def parse(cls, text: str, a_year: int = 365) -> "TradingDays":
        """From "17:00 America/New_York". Raises ValueError with a sentence."""
        said = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d) (\S+)", text.strip())
        if said is None:
            raise ValueError("a time of day and a time zone, like 17:00 America/New_York")
        try:
            _zone(said[3])
        except (KeyError, ValueError, OSError):
            raise ValueError(f"a time zone like America/New_York; {said[3]} is none") from None
        return cls(said[3], int(said[1]) * 60 + int(said[2]), a_year)

    @property
    def text(self) -> str:
        """As parse reads it."""
        return f"{self.minute // 60:02}:{self.minute % 60:02} {self.zone}"

    def of(self, at: int) -> Day:
        """The trading day of a moment; a day begins at the very moment the one before it ends."""
        day = datetime.fromtimestamp(at // SECOND, _zone(self.zone)).toordinal() - 1
        while self.ends_at(day) <= at:
            day += 1
        return day

    def ends_at(self, day: Day) -> int:
        """UTC nanoseconds."""
        on = date.fromordinal(day) + timedelta(days=0 if self.minute else 1)
        # fold 0: by the offset before a change, for a time that is skipped as for one that comes twice.
        local = datetime(on.year, on.month, on.day, self.minute // 60, self.minute % 60, tzinfo=_zone(self.zone))
        return int(local.astimezone(UTC).timestamp()) * SECOND

    def hour(self, at: int) -> int:
        """Of the day, on a clock on the wall there."""
        return datetime.fromtimestamp(at // SECOND, _zone(self.zone)).hour
