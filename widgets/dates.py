"""Days in words, as the language of now writes them. Files and logs have dates by ISO 8601; times of day are the same everywhere."""

from datetime import date

from widgets.tongue import mark, tr

MONTHS = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"), mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"),
    mark("Nov"), mark("Dec"),
)
WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))


def day_text(day: date) -> str:
    """13 Jul."""
    return tr("{day} {month}", day=day.day, month=tr(MONTHS[day.month - 1]))


def weekday_text(day: date) -> str:
    """Fri 13 Jul."""
    return tr("{weekday} {day}", weekday=tr(WEEKDAYS[day.weekday()]), day=day_text(day))
