"""Named tickets: a draft that a person wants back, for one symbol or for all.

Invariant: a preset fills fields, it never sends; a price of a moment is not part of it. Where they are kept is app's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from widgets.ticket.draft import EXITS, Draft
from widgets.tongue import tr

MOST = 200
NAME_LENGTH = 40
EVERYWHERE = ""


@dataclass(frozen=True)
class Preset:
    """symbol: empty for all."""

    name: str
    symbol: str
    draft: Draft


def made(name: str, symbol: str, draft: Draft) -> Preset:
    """Side, prices and the day's moment are left open: they belong to the moment that the order is for. Of the quantity it keeps
    what stands in the field: lots are another amount in another instrument. Of the exits it keeps those that count."""
    unused: dict[str, Any] = {exit: "" for exit in ("target", "stop", "other") if exit not in EXITS[draft.link].values()}
    return Preset(name, symbol, replace(draft, price="", trigger="", worst="", until="", lots=0, **unused))


def wrong_name(name: str) -> str:
    """Why a preset cannot have that name; empty: it can."""
    cleaned = name.strip()
    if not cleaned:
        return tr("Type a name for the preset.")
    if len(cleaned) > NAME_LENGTH:
        return tr("A name has at most {name_length} characters.", name_length=NAME_LENGTH)
    if not cleaned.isprintable():
        return tr("A name has no control characters.")
    return ""


def offered(presets: Sequence[Preset], symbol: str) -> list[Preset]:
    """Those for the symbol first; each of them hides a general one of its name."""
    own = [preset for preset in presets if preset.symbol == symbol and symbol]
    names = {preset.name for preset in own}
    return own + [preset for preset in presets if preset.symbol == EVERYWHERE and preset.name not in names]


def with_one(presets: Sequence[Preset], preset: Preset) -> tuple[Preset, ...]:
    """Instead of the one of its name and symbol, or at the end; the oldest leave when there are too many."""
    kept = [one for one in presets if (one.name, one.symbol) != (preset.name, preset.symbol)]
    return (*kept, preset)[-MOST:]


def without(presets: Sequence[Preset], name: str, symbol: str) -> tuple[Preset, ...]:
    """The one that is offered under that name goes."""
    for preset in offered(presets, symbol):
        if preset.name == name:
            return tuple(one for one in presets if one is not preset)
    return tuple(presets)


def filled(preset: Preset, now: Draft) -> Draft:
    """The preset over what is written: side and prices stay as they are."""
    return replace(preset.draft, side=now.side, price=now.price, trigger=now.trigger, worst=now.worst, until=now.until)
