"""Who stands behind an order: a session (a line into the venue) of an owner of a firm.

Session 0 is nobody in particular: always up, meets nobody as its own. Our own accounts are sessions of firm OUR_FIRM, numbered
by account, there from their first order on. Blocked firms are a set of numbers that is only ever asked, never walked.
"""

from typing import Final

from core.domain.enums import SelfMatch
from core.machine.venue.chance import Chance
from core.messages.participants import OpenSession
from core.native import mypyc_attr

OUR_FIRM: Final = 1
SILENT: Final = 0
TOLD: Final = 1
OURS: Final = 2
"""Where reports go: nowhere, onto the event stream, to our order management."""


@mypyc_attr(acyclic=True)
class Party:
    """fills: (at, lots) of its quotes within the protection's window, oldest first."""

    __slots__ = (
        "by_firm", "cancel_on_disconnect", "chance", "entry_ns", "fills", "firm", "jitter_ns", "last_arrival", "max_fills", "max_lots",
        "mode", "owner", "prevents", "quotes_blocked", "reports", "session", "struck", "up", "window_ns",
    )

    def __init__(self, session: int, firm: int, owner: int, reports: int) -> None:
        self.session: int = session
        self.firm: int = firm
        self.owner: int = owner
        self.reports: int = reports
        self.mode: SelfMatch = SelfMatch.ALLOW
        self.by_firm: bool = True
        self.prevents: bool = False
        self.up: bool = True
        self.cancel_on_disconnect: bool = False
        self.entry_ns: int = 0
        self.jitter_ns: int = 0
        self.last_arrival: int = 0
        self.chance = Chance(1)
        self.max_lots: int = 0
        self.max_fills: int = 0
        self.window_ns: int = 0
        self.quotes_blocked: bool = False
        self.struck: bool = False
        self.fills: list[tuple[int, int]] = []

    def meets(self, other: "Party") -> bool:
        """Whether a trade with the other would be one with itself."""
        if self.by_firm:
            return self.firm != 0 and self.firm == other.firm
        return self.owner != 0 and self.owner == other.owner

    def set_mode(self, mode: SelfMatch, by_firm: bool) -> None:
        self.mode = mode
        self.by_firm = by_firm
        self.prevents = mode is not SelfMatch.ALLOW and (self.firm if by_firm else self.owner) != 0

    @property
    def delayed(self) -> bool:
        return self.entry_ns > 0 or self.jitter_ns > 0


class Parties:
    """nobody: session 0. blocked: firms, as keys. own_mode: what our sessions begin with."""

    __slots__ = ("blocked", "nobody", "own_mode", "sessions")

    def __init__(self) -> None:
        self.nobody = Party(0, 0, 0, SILENT)
        self.sessions: dict[int, Party] = {0: self.nobody}
        self.blocked: dict[int, bool] = {}
        self.own_mode: SelfMatch = SelfMatch.CANCEL_NEWEST

    def ours(self, account: int) -> Party:
        found = self.sessions.get(account)
        if found is None:
            found = self.sessions[account] = Party(account, OUR_FIRM, account, OURS)
            found.set_mode(self.own_mode, True)
        return found

    def open(self, message: OpenSession) -> Party:
        """A session that is opened again keeps its orders; they stand under its new firm and owner."""
        m = message
        reports = OURS if m.session > 0 else TOLD if m.reports else SILENT
        party = self.sessions.get(m.session)
        if party is None:
            party = self.sessions[m.session] = Party(m.session, m.firm, m.owner, reports)
        party.firm = m.firm
        party.owner = m.owner
        party.reports = reports
        party.set_mode(m.self_match, m.by_firm)
        party.up = True
        party.cancel_on_disconnect = m.cancel_on_disconnect
        party.entry_ns = m.entry_ns
        party.jitter_ns = m.jitter_ns
        party.chance = Chance(m.seed)
        return party

    def up(self, session: int) -> Party | None:
        party = self.sessions.get(session)
        return party if party is not None and party.up else None
