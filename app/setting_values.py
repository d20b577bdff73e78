"""What a setting's value may be: each turns text, or what TOML gives, into the value, or raises Expected."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from widgets.tongue import mark, tr

ANY_TEXT = mark("some text")
"""Says nothing that a person does not see."""


class Expected(Exception):
    """What a value should have been, in words; the place is added by whoever knows it."""


def text(raw: Any) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise Expected(tr(ANY_TEXT))
    return raw.strip()


def folder(raw: Any) -> Path:
    return Path(text(raw)).expanduser().absolute()


def database(raw: Any) -> str:
    if not re.fullmatch(r"off|sqlite:///[^:].*|postgresql://.+", str(raw)):
        raise Expected(tr("sqlite:///FILE, postgresql://USER@HOST/NAME or off"))
    return str(raw)


def venue_address(raw: Any) -> str:
    """A venue's name, as instruments have it, and a port of this machine."""
    said = re.fullmatch(r"([^\s:]+):(\d{1,5})", text(raw))
    if said is None or not 0 < int(said[2]) < 65_536:
        raise Expected(tr("NAME:PORT with a port from 1 to 65535, like COINBASE:7001"))
    return said[0]


def session_clock(raw: Any) -> str:
    """As core.projections.trading_day reads it; not by it, for settings are read before it is known which core is imported."""
    said = re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d (\S+)", text(raw))
    if said is None:
        raise Expected(tr("a time of day and a time zone, like 17:00 America/New_York"))
    from zoneinfo import ZoneInfo  # most starts have no need of it

    try:
        ZoneInfo(said[2])
    except (KeyError, ValueError, OSError):
        raise Expected(tr("a time of day and a time zone, like 17:00 America/New_York")) from None
    return said[0]


def yes_or_no(raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.lower() in ("true", "yes", "1", "false", "no", "0"):
        return raw.lower() in ("true", "yes", "1")
    raise Expected(tr("true or false"))


yes_or_no.choices = ("true", "false")  # type: ignore[attr-defined]


def one_of(*words: str) -> Callable[[Any], str]:
    def parse(raw: Any) -> str:
        if raw not in words:
            raise Expected(tr("one of ") + ", ".join(words))
        return str(raw)

    parse.choices = words  # type: ignore[attr-defined]
    return parse


def whole(low: int, high: int) -> Callable[[Any], int]:
    def parse(raw: Any) -> int:
        try:
            value = int(raw) if isinstance(raw, str) or (isinstance(raw, int) and not isinstance(raw, bool)) else None
        except ValueError:
            value = None
        if value is None or not low <= value <= high:
            raise Expected(tr("a whole number from {low} to {high}", low=low, high=high))
        return value

    return parse


def seconds(raw: Any) -> float:
    value = _number(raw)
    if value is None or not 0 <= value <= 86_400:
        raise Expected(tr("a number of seconds from 0 to 86400"))
    return value


def speed(raw: Any) -> str:
    value = _number(raw)
    if raw != "max" and (value is None or not 0.1 <= value <= 100):
        raise Expected(tr("a number from 0.1 to 100, or max"))
    return str(raw)


def size(raw: Any) -> str:
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", str(raw))
    if found is None or not (800 <= int(found[1]) <= 7680 and 500 <= int(found[2]) <= 4320):
        raise Expected(tr("WIDTHxHEIGHT from 800x500 to 7680x4320"))
    return str(raw)


def amount(raw: Any) -> str:
    """A positive decimal number, kept as text: money and quantities never pass through a float."""
    written = str(raw) if isinstance(raw, str | int) and not isinstance(raw, bool) else ""
    if not re.fullmatch(r"\d{1,12}(\.\d{1,8})?", written) or not written.strip("0."):
        raise Expected(tr('a number above zero, written in quotes if it has a decimal point ("0.5")'))
    return written


def _number(raw: Any) -> float | None:
    try:
        return float(raw) if isinstance(raw, str | int | float) and not isinstance(raw, bool) else None
    except ValueError:
        return None
