"""Entries as the panel shows them, and the sentence about a search. No Qt."""

from dataclasses import dataclass

from widgets.record_list import Field, Record

COLUMNS = (
    Field("Entry", 76, right=True), Field("Session time UTC", 176), Field("What entered", 130), Field("Order", 64, right=True),
    Field("Symbol", 80), Field("Person", 90), Field("What came of it", 0),
)
EMPTY = ("Nothing found", "Entries of the record appear here. Fewer words, another time, or everything instead of ours finds more.")
FIELDS = (
    ("kind", "Kind", "Words of a name: order sent, kill"), ("symbol", "Symbol", "An instrument's symbol: BTC-USD"),
    ("order", "Order", "An order's number; everything that happened to it"), ("person", "Person", "Who asked for it"),
    ("start", "From", "Session time, UTC: 20:48 or 2018-07-13 20:48:07"), ("end", "To", "Session time, UTC, not included"),
    ("words", "Words", "Words anywhere in the entry"),
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
    found = "1 entry" if progress.found == 1 else f"{progress.found:,} entries".replace(",", "\u202f")
    if progress.running:
        return f"Looking: {found} among {looked} so far", "muted"
    rest = f"; older than {progress.oldest} not looked at yet" if progress.more else ""
    return f"{found} among {looked}{rest}", "muted"
