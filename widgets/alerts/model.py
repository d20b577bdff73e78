"""Alerts as the panel shows them: how grave, what about, how often, whether it still holds, and who has read it. No Qt.

Invariants: a sentence is said in the language of the moment it is shown in; what goes to other programs is English. A note asks
nobody to read it; a warning and a critical one do.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from core.domain.instrument import MINUS, NARROW_SPACE
from widgets.lines import Note
from widgets.record_list import Field, Record
from widgets.times import clock_text, stamp_text
from widgets.tongue import Table, again, in_english, mark, tr


class Severity(IntEnum):
    """CRITICAL: the kill switch, a limit that is reached, a scope that is out, what the exchange or a fill did that nobody here asked
    for. WARNING: on its way there. NOTE: a refusal, and whatever else the strip under the banner says."""

    NOTE = 0
    WARNING = 1
    CRITICAL = 2


class Source(IntEnum):
    KILL = 0
    LIMIT = 1
    TRIGGER = 2
    SCOPE = 3
    EXCHANGE = 4
    FILL = 5
    VENUE = 6
    PARENT = 7
    REFUSAL = 8
    TERMINAL = 9


class Standing(IntEnum):
    """ONCE: it happened, and nothing tells of an end."""

    ONCE = 0
    ACTIVE = 1
    OVER = 2


@dataclass(frozen=True)
class Target:
    """What it is about. panel: its id, empty for none. instrument, order: 0 for none."""

    panel: str = ""
    instrument: int = 0
    order: int = 0


NOWHERE = Target()


@dataclass(frozen=True)
class Alert:
    """id: steady. first, last: session time, ns. by: who acknowledged it, at read_at (session time); empty: nobody."""

    id: int
    severity: Severity
    source: Source
    sentence: str
    first: int
    last: int
    count: int = 1
    standing: Standing = Standing.ONCE
    target: Target = NOWHERE
    by: str = ""
    read_at: int = 0

    @property
    def unread(self) -> bool:
        return not self.by and self.severity is not Severity.NOTE


@dataclass(frozen=True)
class Picture:
    """alerts: the newest first. most: how many are kept at all. dropped: older ones that are in the log only. shelved: minutes left."""

    alerts: tuple[Alert, ...] = ()
    most: int = 0
    dropped: int = 0
    shelved: Mapping[Source, int] | None = None


SEVERITY = Table({Severity.CRITICAL: "Critical", Severity.WARNING: "Warning", Severity.NOTE: "Note##least severe of alerts"})
SOURCE = Table({
    Source.KILL: "Kill switch", Source.LIMIT: "Limit", Source.TRIGGER: "Trigger##of the kill switch", Source.SCOPE: "Scope taken out",
    Source.EXCHANGE: "Exchange", Source.FILL: "Fill changed", Source.VENUE: "Venue report", Source.PARENT: "Parent order",
    Source.REFUSAL: "Refusal", Source.TERMINAL: "Terminal",
})
STANDING = Table({Standing.ONCE: "\u2013", Standing.ACTIVE: "Active", Standing.OVER: "Over##it holds no more"})
SIGN = {Severity.CRITICAL: "stop", Severity.WARNING: "warning", Severity.NOTE: "open"}
TOKEN = {Severity.CRITICAL: "critical", Severity.WARNING: "warning", Severity.NOTE: "muted"}
COLUMNS = (
    Field(mark("Severity"), 76), Field(mark("Time UTC"), 64), Field(mark("Times##how often"), 46, right=True),
    Field(mark("State##of an alert"), 56), Field(mark("Acknowledged"), 100), Field(mark("Kind"), 96), Field(mark("What"), 0),
)
EMPTY = (
    mark("No alerts in this run"),
    mark("Limits that fill up, triggers, stops, refusals and what the exchange does to our orders appear here, the newest first."),
)
NONE_FOUND = (mark("None of them is shown"), mark("Another severity is chosen, or other words are looked for."))
BETWEEN = " \u00b7 "
FILTERS: tuple[tuple[str, Severity | None], ...] = (
    (mark("All"), None), (mark("Critical"), Severity.CRITICAL), (mark("Warnings"), Severity.WARNING), (mark("Notes"), Severity.NOTE),
)
CSV_HEADS = (
    mark("Severity"), mark("Kind"), mark("First"), mark("Last"), mark("Times##how often"), mark("State##of an alert"),
    mark("Acknowledged by"), mark("Acknowledged at"), mark("What"),
)
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins so is a formula to a spreadsheet."""


def found(alerts: Sequence[Alert], severity: Severity | None, unread_only: bool, typed: str) -> list[Alert]:
    """What the choice leaves. typed: words of the sentence, the kind or the person, each anywhere."""
    words = typed.casefold().split()
    return [
        one for one in alerts
        if (severity is None or one.severity is severity) and (one.unread or not unread_only)
        and all(word in f"{again(one.sentence)} {SOURCE[one.source]} {one.by}".casefold() for word in words)
    ]


def unread(alerts: Sequence[Alert]) -> tuple[int, int]:
    """Critical ones, and warnings."""
    left = [one.severity for one in alerts if one.unread]
    return left.count(Severity.CRITICAL), left.count(Severity.WARNING)


def read_words(alert: Alert) -> str:
    """Who has read it, or that nobody has."""
    if alert.severity is Severity.NOTE:
        return "\u2013"
    return again(alert.by) if alert.by else tr("unread")


def record(alert: Alert) -> Record:
    times = f"\u00d7{alert.count:,}".replace(",", NARROW_SPACE) if alert.count > 1 else ""
    cells = (
        SEVERITY[alert.severity], clock_text(alert.last), times, STANDING[alert.standing], read_words(alert), SOURCE[alert.source],
        again(alert.sentence),
    )
    # What was read steps back, but for its sign.
    token = "muted" if not alert.unread else "text"
    return Record(cells, token, 6 if alert.unread else -1, SIGN[alert.severity], TOKEN[alert.severity])


def detail(alert: Alert) -> str:
    """Everything about one of them, in two lines."""
    when = tr("at {time}", time=clock_text(alert.last)) if alert.count == 1 else tr(
        "{count} times, first at {first}, last at {last}",
        count=alert.count, first=clock_text(alert.first), last=clock_text(alert.last),
    )
    parts = [SEVERITY[alert.severity], SOURCE[alert.source], when]
    if alert.standing is not Standing.ONCE:
        parts.append(STANDING[alert.standing])
    if alert.by:
        parts.append(tr("acknowledged by {by} at {time}", by=again(alert.by), time=clock_text(alert.read_at)))
    elif alert.unread:
        parts.append(tr("not acknowledged yet"))
    return again(alert.sentence) + "\n" + BETWEEN.join(parts)


def state_note(picture: Picture, shown: int) -> Note:
    """One line below the list."""
    critical, warnings = unread(picture.alerts)
    count = critical + warnings
    parts = [tr("{shown} of {all} shown", shown=shown, all=len(picture.alerts)) if shown != len(picture.alerts) else ""]
    parts.append(tr("{count} unread", count=count) if count else tr("all read"))
    parts += [
        tr("{kind} shelved, {minutes} min left", kind=SOURCE[kind], minutes=minutes) for kind, minutes in (picture.shelved or {}).items()
    ]
    most, dropped = (f"{one:,}".replace(",", NARROW_SPACE) for one in (picture.most, picture.dropped))
    parts.append(
        tr("the last {most} are kept, {dropped} older ones are in the log", most=most, dropped=dropped)
        if picture.dropped else tr("the last {most} are kept, older ones are in the log", most=most)
    )
    gravest = Severity.CRITICAL if critical else Severity.WARNING if warnings else Severity.NOTE
    return Note(BETWEEN.join(part for part in parts if part), TOKEN[gravest], SIGN[gravest] if count else "")


def _cells(alert: Alert) -> tuple[str, ...]:
    """For other programs, in the language that is spoken."""
    return (
        SEVERITY[alert.severity], SOURCE[alert.source], stamp_text(alert.first), stamp_text(alert.last), str(alert.count),
        "" if alert.standing is Standing.ONCE else STANDING[alert.standing], again(alert.by), stamp_text(alert.read_at) if alert.by else "",
        again(alert.sentence),
    )


def _plain(text: str) -> str:
    text = text.replace(NARROW_SPACE, "").replace(MINUS, "-")
    return f"'{text}" if text.startswith(RISKY) else text


def copied(alert: Alert) -> str:
    with in_english():
        return "\t".join(_plain(one) for one in _cells(alert))


def csv_text(alerts: Sequence[Alert]) -> str:
    """English, times in ISO 8601, the newest first."""
    out = io.StringIO()
    writer = csv.writer(out)
    with in_english():
        writer.writerow(map(tr, CSV_HEADS))
        writer.writerows([_plain(one) for one in _cells(alert)] for alert in alerts)
    return out.getvalue()
