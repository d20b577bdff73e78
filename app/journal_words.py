"""An entry as the journal panel takes it: what it is about, whom it concerns, and what entered and happened. Its words are the panel's."""

from collections.abc import Iterator, Mapping
from typing import Any

from core.domain.instrument import Instrument
from core.journal import telling
from core.journal.entry import Entry
from widgets.journal.model import Hit

ORDERS = ("order_id", "maker", "taker", "parent_id", "parent")
TROUBLE = ("Refused", "Rejected", "Anomaly", "Failed", "Diverged")
"""In the names of types, which are the same in every language."""


def hit(entry: Entry, instruments: Mapping[int, Instrument]) -> Hit:
    parts = (entry.message, *entry.events)
    found = orders(entry)
    kinds = [type(event).__name__ for event in entry.events]
    trouble = any(word in kind for word in TROUBLE for kind in kinds)
    return Hit(
        entry.seq, telling.when(entry.at), telling.when(entry.wall_ns), entry.message, tuple(entry.events),
        order=found[0] if found else 0, instrument=instruments.get(next(listed(parts), 0)),
        person=next((name for part in parts if (name := person(part))), ""),
        token="warning" if trouble else "text" if entry.touches_ours else "muted", session_at=entry.at,
    )


def listed(parts: tuple[Any, ...]) -> Iterator[int]:
    """Instruments that they name, a limit's among them."""
    for part in parts:
        for one in (part, getattr(part, "limit", None)):
            if number := getattr(one, "instrument", 0):
                yield number


def person(part: Any) -> str:
    """Who asked for it, or whom it is about; empty: nobody."""
    origin = getattr(part, "origin", None)
    return str(origin.person if origin is not None else getattr(part, "person", ""))


def orders(entry: Entry) -> list[int]:
    """Orders that the entry names, in the order in which it does."""
    named = (getattr(part, name, 0) for part in (*entry.events, entry.message) for name in ORDERS)
    return list(dict.fromkeys(one for one in named if isinstance(one, int) and one))
