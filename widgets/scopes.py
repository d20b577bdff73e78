"""Scopes in words. Apart from labels.py, because the watchdog says them too and knows nothing else of the core."""

from core.domain.scope import ScopeKind
from widgets.tongue import Table

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
