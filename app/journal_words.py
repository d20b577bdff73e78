"""An entry in the words of the screen: prices and quantities as the instrument writes them, the rest by name."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, get_args

import msgspec

from app.journal_sentences import sentence
from core.domain.instrument import Instrument
from core.journal import telling
from core.journal.entry import Entry
from core.messages.approvals import ApprovalCommand
from core.messages.commands import Command
from core.messages.events import Event
from core.messages.groups import Groups
from core.messages.notes import Note
from core.messages.operations import Operation
from core.messages.outside import Outside
from core.messages.participants import Participant
from widgets.journal.model import Hit

PRICES = ("price", "was_price", "trigger", "protection", "limit_price", "bid", "ask", "reference")
QUANTITIES = ("qty", "was_qty", "leaves", "display", "ahead", "filled", "max_order_qty")
ORDERS = ("order_id", "maker", "taker", "parent_id", "parent")
KNOWN = ("instrument", "origin", "order_id", "client_order_id", "account")
"""Said in columns of their own, or of no use in one line."""
SAID = Command | Participant | Operation | Note | Outside | Groups | ApprovalCommand | Event
"""What an entry may hold, but the other participants' orders and the passing of time."""
TROUBLE = ("Refused", "Rejected", "Anomaly", "Failed", "Diverged")


def hit(entry: Entry, instruments: Mapping[int, Instrument]) -> Hit:
    parts = (entry.message, *entry.events)
    named = next((part.instrument for part in parts if getattr(part, "instrument", 0)), 0)
    instrument = instruments.get(named)
    found = orders(entry)
    kinds = [type(event).__name__ for event in entry.events]
    token = "warning" if any(word in kind for word in TROUBLE for kind in kinds) else "text" if entry.touches_ours else "muted"
    # What happened to us before what it did to the market.
    events = sorted(entry.events, key=lambda event: not sentence(event, instrument))
    outcome = "; ".join(dict.fromkeys(said(event, instrument) for event in events)) or said(entry.message, instrument)
    whole = "\n".join([
        f"{type(entry.message).__name__}: {fields(entry.message, instrument)}",
        *(f"    {type(event).__name__}: {fields(event, instrument)}" for event in entry.events),
        f"entry {entry.seq}, session time {telling.when(entry.at)}, wall time {telling.when(entry.wall_ns)} UTC",
    ])
    whose = next((name for part in parts if (name := person(part))), "")
    return Hit(
        entry.seq, telling.when(entry.at)[:-3], spaced(type(entry.message).__name__), found[0] if found else 0,
        instrument.symbol if instrument is not None else "", whose, outcome[:400], token, whole, entry.at,
    )


def person(part: Any) -> str:
    """Who asked for it, or whom it is about; empty: nobody."""
    origin = getattr(part, "origin", None)
    return str(origin.person if origin is not None else getattr(part, "person", ""))


def orders(entry: Entry) -> list[int]:
    """Orders that the entry names, in the order in which it does."""
    named = (getattr(part, name, 0) for part in (*entry.events, entry.message) for name in ORDERS)
    return list(dict.fromkeys(one for one in named if isinstance(one, int) and one))


def said(part: Any, instrument: Instrument | None) -> str:
    return sentence(part, instrument) or f"{spaced(type(part).__name__)} {fields(part, instrument, short=True)}".strip()


def fields(part: Any, instrument: Instrument | None, short: bool = False) -> str:
    """short: only what tells one of a kind from another."""
    shown = []
    for name in getattr(part, "__struct_fields__", ()):
        value = getattr(part, name)
        nothing = not isinstance(value, Enum) and (value in ("", None, 0, False) or value in ([], ()))
        if nothing or (short and (name in KNOWN or name.endswith("_ns"))):
            continue
        text = _text(name, value, instrument)
        if short and len(text) > 40:
            continue
        shown.append(f"{name.replace('_', ' ')} {text}")
    return ", ".join(shown[:6] if short else shown)


def _text(name: str, value: Any, instrument: Instrument | None) -> str:
    if isinstance(value, Enum):
        return value.name.replace("_", " ").lower()
    if instrument is not None and isinstance(value, int) and not isinstance(value, bool):
        if name in PRICES:
            return instrument.price_text(value)
        if name in QUANTITIES:
            return instrument.qty_text(value)
    if isinstance(value, msgspec.Struct):
        return f"({fields(value, instrument)})"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_text(name, one, instrument) for one in value[:20]) + ("…]" if len(value) > 20 else "]")
    return str(value)


def spaced(name: str) -> str:
    """OrderSent -> Order sent."""
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
    return words[:1].upper() + words[1:]


KINDS = tuple(sorted({spaced(one.__name__) for one in get_args(SAID)}))
"""What may be looked for as a kind, as the panel writes it."""
