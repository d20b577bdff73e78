"""Typed fields -> what to look for, or the sentence that says which is wrong. Pure, no Qt."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from widgets.tongue import tr

MOST_CHARACTERS = 200


@dataclass(frozen=True)
class Query:
    """Empty or zero: anything. kind: words of a message's or event's name. symbol: of an instrument. order: also those that belong to
    it. start, end: session time, UTC ns; end is not included. ours: only what touches our orders, positions, limits or stops."""

    kind: str = ""
    symbol: str = ""
    order: int = 0
    person: str = ""
    start: int = 0
    end: int = 0
    words: str = ""
    ours: bool = True


@dataclass(frozen=True)
class Wrong:
    field: str
    sentence: str


def query(fields: dict[str, str], ours: bool, day: int) -> Query | Wrong:
    """fields: kind, symbol, order, person, start, end, words. day: session time of which day a time without a date means."""
    said = {name: text.strip() for name, text in fields.items()}
    for name, text in said.items():
        if len(text) > MOST_CHARACTERS or not text.isprintable():
            return Wrong(name, tr("At most {most} characters that can be seen.", most=MOST_CHARACTERS))
    order = 0
    if said["order"]:
        if not (said["order"].isascii() and said["order"].isdigit()) or not 0 < int(said["order"]) < 1 << 63:
            return Wrong("order", tr("An order's number, like 1901."))
        order = int(said["order"])
    times = {}
    for name in ("start", "end"):
        at = _time(said[name], day) if said[name] else 0
        if at is None:
            return Wrong(name, tr("A time like 20:48, 20:48:07.5 or 2018-07-13 20:48, UTC."))
        times[name] = at
    if times["end"] and times["end"] <= times["start"]:
        return Wrong("end", tr("The end must be later than the beginning."))
    return Query(said["kind"], said["symbol"], order, said["person"], times["start"], times["end"], said["words"], ours)


def _time(text: str, day: int) -> int | None:
    found = re.fullmatch(r"(?:(\d{4})-(\d\d)-(\d\d)[ T])?(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?", text, re.ASCII)
    if found is None:
        return None
    today = datetime.fromtimestamp(day // 1_000_000_000, UTC)
    year, month, date = (int(part) for part in found.group(1, 2, 3)) if found[1] else (today.year, today.month, today.day)
    try:
        whole = datetime(year, month, date, int(found[4]), int(found[5]), int(found[6] or 0), tzinfo=UTC)
    except ValueError:
        return None
    return int(whole.timestamp()) * 1_000_000_000 + int((found[7] or "").ljust(9, "0"))
