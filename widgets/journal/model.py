"""Entries as the panel shows them, and the sentence about a search. No Qt."""

from dataclasses import dataclass

from widgets.record_list import Field, Record
from widgets.tongue import mark, tr

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
    """order: the first that the entry names, 0 none. token: theme colour. detail: the whole entry, line by line. session_at: its session
    time, UTC ns."""

    seq: int
    at: str
    kind: str
    order: int
    symbol: str
    person: str
    outcome: str
    token: str
    detail: str
    session_at: int = 0


@dataclass(frozen=True)
class Progress:
    """looked: entries looked at. more: older ones are left. trouble: one sentence when reading stopped."""

    found: int
    looked: int
    running: bool
    more: bool
    oldest: int = 0
    trouble: str = ""


def record(hit: Hit) -> Record:
    order = str(hit.order) if hit.order else ""
    return Record((f"{hit.seq:,}".replace(",", "\u202f"), hit.at, hit.kind, order, hit.symbol, hit.person, hit.outcome), hit.token)


def said(progress: Progress) -> tuple[str, str]:
    """One sentence and its token."""
    if progress.trouble:
        return progress.trouble, "critical"
    looked = f"{progress.looked:,}".replace(",", "\u202f")
    found = tr("1 entry") if progress.found == 1 else tr("{found:,} entries", found=progress.found).replace(",", "\u202f")
    if progress.running:
        return tr("Looking: {found} among {looked} so far", found=found, looked=looked), "muted"
    rest = tr("; older than {oldest} not looked at yet", oldest=progress.oldest) if progress.more else ""
    return tr("{found} among {looked}{rest}", found=found, looked=looked, rest=rest), "muted"
