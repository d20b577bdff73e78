"""Entries in words: for people (show), for other programs (export), for whoever looks for one order or one correlation id."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import msgspec

from core.journal.entry import Entry
from core.messages.events import OrderSent

COLUMNS = (
    "seq", "session_time", "wall_time", "ours", "part", "kind", "instrument", "order_id", "side", "qty", "price", "reason", "person",
    "correlation", "fields",
)
"""Of the CSV: a row for each entry's message, then one for each of its events. fields: everything, as JSON."""
_IDS = ("order_id", "maker", "taker", "group_id", "parent_id", "parent")


def plain(value: Any) -> Any:
    """Structs as maps with their kind, enums as their names."""
    if isinstance(value, msgspec.Struct):
        return {"kind": type(value).__name__} | {name: plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


def as_map(entry: Entry) -> dict[str, Any]:
    return {
        "seq": entry.seq, "session_time": when(entry.at), "wall_time": when(entry.wall_ns), "at": entry.at, "wall_ns": entry.wall_ns,
        "mono_ns": entry.mono_ns, "ours": entry.touches_ours, "message": plain(entry.message),
        "events": [plain(event) for event in entry.events],
    }


def json_line(entry: Entry) -> str:
    return json.dumps(as_map(entry), ensure_ascii=False, separators=(",", ":"))


def csv_rows(entry: Entry) -> Iterator[tuple[Any, ...]]:
    yield _row(entry, "message", entry.message)
    for event in entry.events:
        yield _row(entry, "event", event)


def _row(entry: Entry, part: str, value: Any) -> tuple[Any, ...]:
    said = plain(value)
    kind = said.pop("kind")
    origin = said.get("origin") or {}
    known = [said.get(name, "") for name in ("instrument", "order_id", "side", "qty", "price", "reason")]
    return (
        entry.seq, when(entry.at), when(entry.wall_ns), int(entry.touches_ours), part, kind, *known, origin.get("person", ""),
        origin.get("correlation", ""), json.dumps(said, ensure_ascii=False, separators=(",", ":")),
    )


def lines(entry: Entry) -> Iterator[str]:
    """For people: the message, then what came of it."""
    yield f"{entry.seq:>9}  {when(entry.at)}  {_words(entry.message)}"
    for event in entry.events:
        yield f"{'':>9}  {'':>26}    {_words(event)}"


def _words(value: Any) -> str:
    said = plain(value)
    kind = said.pop("kind")
    shown = (f"{name}={one}" for name, one in said.items() if one not in ("", None, [], 0, False) and not isinstance(one, dict))
    origin = said.get("origin") or {}
    by = " ".join(f"{name}={one}" for name, one in origin.items() if one and name != "kind")
    return " ".join((kind, *shown, by)).rstrip()


def when(ns: int) -> str:
    """UTC, to the microsecond."""
    return datetime.fromtimestamp(ns // 1_000_000_000, UTC).strftime("%Y-%m-%d %H:%M:%S") + f".{ns // 1000 % 1_000_000:06d}"


def concerns_order(entry: Entry, order_id: int) -> bool:
    """An order's id is the seq of the entry that placed it, unless the entry placed several."""
    report = getattr(entry.message, "report", None)
    return entry.seq == order_id or any(_names(value, order_id) for value in (entry.message, report, *entry.events))


def _names(value: Any, order_id: int) -> bool:
    return any(getattr(value, name, None) == order_id for name in _IDS)


def orders_of(entry: Entry, correlation: str) -> list[int]:
    """Orders that were sent in this step because of the decision: of its own command, or of what a fill set off."""
    return [
        event.order_id for event in entry.events
        if isinstance(event, OrderSent) and event.origin is not None and event.origin.correlation == correlation
    ]


def correlation(entry: Entry) -> str:
    origin = getattr(entry.message, "origin", None)
    return origin.correlation if origin is not None else ""
