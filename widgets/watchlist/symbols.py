"""Which instruments a watchlist shows, and in which order. Pure.

Invariants: until a person changes it, it is every listed instrument in the order of listing; from then on it is that person's
list, and nothing but that person changes it. A symbol that is not listed now stays where it was put: another session may have it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from core.domain.instrument import Instrument
from widgets.full_name import full_name
from widgets.tongue import tr

MATCHES = 8
"""Chosen: names offered at once while a symbol is typed."""
SHOWN_LENGTH = 24
"""Of what was typed, in a sentence about it."""


class Entry(NamedTuple):
    """name: venue and symbol. instrument: None while nobody lists it."""

    name: str
    instrument: Instrument | None


class Symbols:
    """own: names in a person's order, None: every listed instrument."""

    def __init__(self) -> None:
        self.own: list[str] | None = None
        self._listed: dict[str, Instrument] = {}
        self.entries: list[Entry] = []
        self._places: dict[str, int] = {}
        self._places_by_id: dict[int, int] = {}

    def take_listed(self, listed: Iterable[Instrument]) -> None:
        self._listed = {full_name(one): one for one in listed}
        self._make()

    def take_own(self, names: Iterable[str] | None) -> None:
        """Names twice count once."""
        self.own = list(dict.fromkeys(names)) if names is not None else None
        self._make()

    def index(self, name: str) -> int:
        return self._places.get(name, -1)

    def index_of_id(self, id: int) -> int:
        return self._places_by_id.get(id, -1)

    # a person's list -------------------------------------------------------------------------------------------------

    def matches(self, text: str, most: int = MATCHES) -> list[Instrument]:
        """Symbols that begin so first, then those that hold it anywhere; the venue may be typed before a colon."""
        wanted = text.strip().casefold()
        if not wanted:
            return []
        begin, hold = [], []
        for name, one in self._listed.items():
            symbol = one.symbol.casefold()
            if symbol.startswith(wanted) or name.casefold().startswith(wanted):
                begin.append(one)
            elif wanted in symbol:
                hold.append(one)
        # The shorter one is nearer to what was typed.
        begin.sort(key=lambda one: len(one.symbol))
        return [*begin, *hold][:most]

    def named(self, text: str) -> tuple[str, str]:
        """(name, why there is none): exactly this symbol, or the only one that matches."""
        wanted = text.strip().casefold()
        if not wanted:
            return "", tr("type a symbol")
        exact = [name for name, one in self._listed.items() if wanted in (one.symbol.casefold(), name.casefold())]
        found = exact or [full_name(one) for one in self.matches(text, 2)]
        shown = "".join(letter for letter in text.strip() if letter.isprintable())[:SHOWN_LENGTH]
        if not found:
            return "", tr("no instrument {shown} is listed", shown=shown)
        if len(found) > 1:
            return "", tr("{shown} is more than one instrument: choose one", shown=shown)
        return found[0], ""

    def add(self, name: str, at: int) -> int:
        """Its index: where it stands already, or from now on."""
        there = self.index(name)
        if there >= 0:
            return there
        own = self._taken()
        at = min(max(at, 0), len(own))
        own.insert(at, name)
        self._make()
        return at

    def remove(self, index: int) -> None:
        if 0 <= index < len(self.entries):
            del self._taken()[index]
            self._make()

    def move(self, index: int, to: int) -> int:
        """to: its index afterwards. Returns where it stands."""
        if not 0 <= index < len(self.entries):
            return index
        to = min(max(to, 0), len(self.entries) - 1)
        if to != index:
            own = self._taken()
            own.insert(to, own.pop(index))
            self._make()
        return to

    def _taken(self) -> list[str]:
        """The list becomes this person's."""
        if self.own is None:
            self.own = [entry.name for entry in self.entries]
        return self.own

    def _make(self) -> None:
        listed = self._listed
        names = listed if self.own is None else self.own
        self.entries = [Entry(name, listed.get(name)) for name in names]
        self._places = {entry.name: index for index, entry in enumerate(self.entries)}
        self._places_by_id = {int(one.id): index for index, (_, one) in enumerate(self.entries) if one is not None}
