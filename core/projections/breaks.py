"""Where an outside venue's books differ from ours: what stands now, since when, and what was found before and is gone.

What stands is put here by whoever compares, a venue at a time and whole; that it was found is in the record, so what happened before
a restart is here, too. Nothing is decided and nothing is mended here.
"""

from collections.abc import Callable, Mapping

import msgspec

from core.domain.breaks import BreakKind
from core.domain.instrument import Instrument
from core.domain.roles import Role
from core.messages.events import BreakAcknowledged, RunStarted
from core.messages.notes import BreaksFound
from core.projections.board import Fold
from core.projections.orders import Orders
from core.projections.people import Seating
from core.projections.pictures import OrderRow, VersionLook
from core.projections.session import Session

KEPT = 100
"""Breaks that were told and are gone, and still shown."""


class Standing(msgspec.Struct, frozen=True):
    """what: the order, order and trade, or account and instrument. ours, theirs: lots. words: as the record has it."""

    venue: str
    kind: BreakKind
    what: tuple[int, ...]
    ours: int
    theirs: int
    words: str


class BreakRow(msgspec.Struct, frozen=True):
    """since: session time at which it was told, 0: not yet. stands: now; else it is gone, and standing is None when it was found by a
    program before this one: then words are all there is. order: ours, when it is about one. open: it works here. seen_by, seen_at: the
    last who marked it as seen, and when; empty: nobody since it was told."""

    venue: str
    words: str
    since: int
    stands: bool
    standing: Standing | None
    order: OrderRow | None
    open: bool
    instrument: Instrument | None
    seen_by: str = ""
    seen_at: int = 0


class Compared(msgspec.Struct, frozen=True):
    """times: comparisons since the program began; at: session time of the last."""

    venue: str
    times: int
    at: int
    breaks: int


class BreaksPicture(msgspec.Struct, frozen=True):
    version: int
    rows: tuple[BreakRow, ...]
    venues: tuple[Compared, ...]
    person: str
    roles: tuple[Role, ...]


class Breaks:
    def __init__(self, orders: Orders, instrument_of: Callable[[int], Instrument | None], seating: Seating, session: Session) -> None:
        self._orders, self._instrument_of, self._seating, self._session = orders, instrument_of, seating, session
        self.version = 0
        self.shown = 0
        """Counted by whoever compares, the version by the core: two threads never count in one number."""
        self.standing: dict[str, tuple[Standing, ...]] = {}
        self.compared: dict[str, tuple[int, int]] = {}
        self.found: dict[tuple[str, str], int] = {}
        self.known: dict[tuple[str, str], Standing] = {}
        self.seen: dict[tuple[str, str], tuple[str, int]] = {}
        self.folds: Mapping[type, Fold] = {
            BreaksFound: self._on_found, BreakAcknowledged: self._on_seen, RunStarted: self._on_run,
        }

    def show(self, venue: str, found: tuple[Standing, ...]) -> None:
        """What differs now. From any thread."""
        times, _ = self.compared.get(venue, (0, 0))
        self.compared[venue] = (times + 1, self._session.at)
        self.known |= {(one.venue, one.words): one for one in found}
        self.standing[venue] = found
        self.shown += 1

    def picture(self, look: VersionLook) -> BreaksPicture | None:
        now = {(one.venue, one.words): one for found in list(self.standing.values()) for one in found}
        version = self.version + self.shown + self._seating.version + (self._orders.version if now else 0)
        if version == look.version:
            return None
        gone = [key for key in reversed(self.found) if key not in now]
        rows = [self._row(key, True) for key in now] + [self._row(key, False) for key in gone]
        venues = tuple(
            Compared(venue, times, at, len(self.standing.get(venue, ()))) for venue, (times, at) in sorted(self.compared.items())
        )
        seating = self._seating
        return BreaksPicture(version, tuple(rows), venues, seating.person, () if seating.locked else seating.roles_of(seating.person))

    def _row(self, key: tuple[str, str], stands: bool) -> BreakRow:
        venue, words = key
        one = self.known.get(key)
        order: OrderRow | None = None
        instrument: Instrument | None = None
        if one is not None and one.kind is BreakKind.POSITION_DIFFERS:
            instrument = self._instrument_of(one.what[1])
        elif one is not None:
            order = self._orders.rows.get(one.what[0])
            instrument = order.instrument if order is not None else None
        is_open = order is not None and order.key in self._orders.open
        seen_by, seen_at = self.seen.get(key, ("", 0))
        return BreakRow(venue, words, self.found.get(key, 0), stands, one, order, is_open, instrument, seen_by, seen_at)

    def _on_found(self, at: int, note: BreaksFound) -> None:
        for words in note.breaks:
            self.found.pop((note.venue, words), None)
            self.found[note.venue, words] = at
            # It was gone, and is there again: somebody has to look again.
            self.seen.pop((note.venue, words), None)
        for key in list(self.found)[:-KEPT]:
            del self.found[key]
            self.known.pop(key, None)
            self.seen.pop(key, None)
        self.version += 1

    def _on_seen(self, at: int, e: BreakAcknowledged) -> None:
        if (e.venue, e.words) in self.found:
            self.seen[e.venue, e.words] = (e.by, at)
            self.version += 1

    def _on_run(self, at: int, e: RunStarted) -> None:
        self.found, self.known, self.seen = {}, {}, {}
        self.version += 1
