"""Scopes in words. Apart from labels.py, because the watchdog says them too and knows nothing else of the core."""

from collections.abc import Sequence

from core.domain.scope import ScopeKind
from widgets.tongue import Table, tr

SCOPE_KIND = Table({
    ScopeKind.EVERYTHING: "Everything", ScopeKind.VENUE: "Venue", ScopeKind.INSTRUMENT: "Instrument", ScopeKind.ACCOUNT: "Account",
    ScopeKind.TRADER: "Trader", ScopeKind.STRATEGY: "Strategy", ScopeKind.ORDER: "Order", ScopeKind.DESK: "Desk",
    ScopeKind.SESSION: "Session",
})


def scope_words(words: str) -> str:
    """A scope as the core writes it (everything, account 7), with the word for its kind in the language of now."""
    kind, _, name = words.partition(" ")
    found = ScopeKind.__members__.get(kind.upper())
    return f"{SCOPE_KIND[found].lower()} {name}".rstrip() if found is not None else words


NAMED = 3
"""Of several stopped scopes; the others are counted."""


def part_caption(count: int) -> str:
    """A part is stopped, and the rest goes on: how many scopes."""
    return tr("1 scope stopped") if count == 1 else tr("{count} scopes stopped", count=count)


def part_sentence(scopes: Sequence[str]) -> str:
    """scopes: each as the core writes it, the widest first; at least one."""
    named = tr(", ").join(scope_words(words) for words in scopes[:NAMED])
    more = tr(", {count} more", count=len(scopes) - NAMED) if len(scopes) > NAMED else ""
    return tr("{caption}: {scopes}{more}", caption=part_caption(len(scopes)), scopes=named, more=more)
