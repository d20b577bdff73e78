"""Entries as the panel shows them, and the sentence about a search. No Qt.

Invariant: a hit holds what the record holds and no words but names: they are made when they are looked at, in the language of then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

from core.domain.instrument import Instrument
from widgets.journal.fields import listing
from widgets.journal.kinds import kind
from widgets.journal.sentences import outcome, sentence
from widgets.record_list import Field, Record
from widgets.tongue import again, in_english, mark, tr

MOST_IN_CELL = 400
MICROSECONDS = 3
"""Digits of a time that a row leaves out."""

COLUMNS = (
    Field(mark("Entry"), 76, right=True), Field(mark("Session time UTC"), 176), Field(mark("What entered"), 130),
    Field(mark("Order"), 64, right=True),
    Field(mark("Symbol"), 80), Field(mark("Person"), 90), Field(mark("What came of it"), 0),
)
EMPTY = (
    mark("Nothing found"),
    mark("Entries of the record appear here. Fewer words, another time, or everything instead of ours finds more."),
)
LOOKING = (mark("Looking"), mark("The newest entries of the record come first."))
FIELDS = (
    ("kind", mark("Kind"), mark("Words of a name: order sent, kill; the down arrow shows all")),
    ("symbol", mark("Symbol"), mark("How a symbol begins: BTC-USD, or BTC for all of them")),
    ("order", mark("Order"), mark("An order's number; everything that happened to it")),
    ("person", mark("Person"), mark("Who asked for it")),
    ("start", mark("From##a time"), mark("Session time, UTC: 20:48 or 2018-07-13 20:48:07")),
    ("end", mark("To##a time"), mark("Session time, UTC, not included")),
    ("words", mark("Words"), mark("Words anywhere in the entry")),
)


@dataclass(frozen=True)
class Hit:
    """at, wall: session time and wall time, UTC, to the microsecond. order: the first that the entry names, 0 none. instrument: the one it
    is about. token: theme colour. session_at: its session time, UTC ns."""

    seq: int
    at: str
    wall: str
    message: Any
    events: tuple[Any, ...]
    order: int = 0
    instrument: Instrument | None = None
    person: str = ""
    token: str = "text"
    session_at: int = 0

    @property
    def kind(self) -> str:
        """Of what entered."""
        return kind(self.message)

    @property
    def outcome(self) -> str:
        return outcome(self.message, self.events, self.instrument)

    @property
    def detail(self) -> str:
        """The whole entry, line by line."""
        return "\n".join([
            f"{kind(self.message)}: {listing(self.message, self.instrument)}",
            *(f"    {kind(event)}: {listing(event, self.instrument)}" for event in self.events),
            tr("entry {seq}, session time {at}, wall time {wall} UTC", seq=self.seq, at=self.at, wall=self.wall),
        ])


@dataclass(frozen=True)
class Progress:
    """looked: entries looked at. more: older ones are left. trouble: one sentence when reading stopped, which can be said again."""

    found: int
    looked: int
    running: bool
    more: bool
    oldest: int = 0
    trouble: str = ""


class Records(Sequence[Record]):
    """A row a hit, made when it is looked at: only those in sight cost anything."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._hits = hits

    def __len__(self) -> int:
        return len(self._hits)

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Record]: ...
    def __getitem__(self, index: int | slice) -> Record | Sequence[Record]:
        return record(self._hits[index]) if isinstance(index, int) else Records(self._hits[index])


def record(hit: Hit) -> Record:
    order, symbol = str(hit.order) if hit.order else "", hit.instrument.symbol if hit.instrument is not None else ""
    seq = f"{hit.seq:,}".replace(",", "\u202f")
    return Record((seq, hit.at[:-MICROSECONDS], hit.kind, order, symbol, hit.person, hit.outcome[:MOST_IN_CELL]), hit.token)


def copied(hit: Hit) -> str:
    """A row for other programs: English, whatever the screen speaks."""
    with in_english():
        return "\t".join(record(hit).cells)


def seen(parts: Sequence[Any], instrument: Instrument | None) -> str:
    """Everything that a person can read now of what entered and what came of it."""
    words = (f"{kind(part)} {sentence(part, instrument)} {listing(part, instrument)}" for part in parts)
    return "\n".join((instrument.symbol if instrument is not None else "", *words))


def said(progress: Progress) -> tuple[str, str]:
    """One sentence and its token."""
    if progress.trouble:
        return again(progress.trouble), "critical"
    looked = f"{progress.looked:,}".replace(",", "\u202f")
    found = tr("1 entry") if progress.found == 1 else tr("{found:,} entries", found=progress.found).replace(",", "\u202f")
    if progress.running:
        return tr("Looking: {found} among {looked} so far", found=found, looked=looked), "muted"
    rest = tr("; older than {oldest} not looked at yet", oldest=progress.oldest) if progress.more else ""
    return tr("{found} among {looked}{rest}", found=found, looked=looked, rest=rest), "muted"
