"""What a stop or a limit concerns: everything, or one venue, instrument, desk, account, trader, session, strategy or order.

Written KIND:NAME, as in instrument:BTC-USD; everything alone has no name. The numbers are in the kill latch file: never
reuse one, add at the end. Whether an order is concerned is decided where its strategy, trader and so on are known.
"""

from enum import IntEnum
from typing import Final, NamedTuple

NAME_BYTES: Final = 48
"""Longest name in UTF-8: an exchange's longest symbols and a client order id of 36 fit."""


class ScopeKind(IntEnum):
    EVERYTHING = 0
    VENUE = 1
    INSTRUMENT = 2
    ACCOUNT = 3
    TRADER = 4
    STRATEGY = 5
    ORDER = 6
    DESK = 7
    SESSION = 8
    """A line of a strategy or a program of ours into the core."""


class Scope(NamedTuple):
    """name: as people and messages write it; empty for everything."""

    kind: ScopeKind
    name: str

    @property
    def text(self) -> str:
        """What parse_scope takes."""
        return f"{self.kind.name.lower()}:{self.name}" if self.name else self.kind.name.lower()

    @property
    def words(self) -> str:
        """For a sentence."""
        return f"{self.kind.name.lower()} {self.name}".rstrip()


EVERYTHING: Final = Scope(ScopeKind.EVERYTHING, "")
WIDEST_FIRST: Final = (
    ScopeKind.EVERYTHING, ScopeKind.VENUE, ScopeKind.INSTRUMENT, ScopeKind.ACCOUNT, ScopeKind.DESK, ScopeKind.TRADER, ScopeKind.STRATEGY,
    ScopeKind.SESSION, ScopeKind.ORDER,
)
"""In which order stops are named: the one that concerns most stands first."""
KINDS: Final = tuple(kind.name.lower() for kind in ScopeKind if kind is not ScopeKind.EVERYTHING)


def width(scope: Scope) -> int:
    """Its place among WIDEST_FIRST, 0 for everything."""
    return WIDEST_FIRST.index(scope.kind)


def parse_scope(text: str) -> Scope:
    """Raises ValueError with what was expected, as the end of a sentence."""
    kind, colon, name = text.strip().partition(":")
    kind, name = kind.strip().lower(), name.strip()
    if kind == "everything" and not colon:
        return EVERYTHING
    if kind not in KINDS or not name:
        raise ValueError(f"expected everything, or KIND:NAME with KIND one of {', '.join(KINDS)} (instrument:BTC-USD), found {text!r}")
    if not name.isprintable() or len(name.encode(errors="replace")) > NAME_BYTES:
        raise ValueError(f"expected a name of at most {NAME_BYTES} bytes of printable text after {kind}:, found {name!r}")
    return Scope(ScopeKind[kind.upper()], name)
