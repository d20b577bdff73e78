"""Limits, their uses, exposures and what stands in the way, as the panel shows them.

A use is known to the gate alone: it counts windows, worst cases and marks that no entry tells. So what is measured is read off the
machine in the core's thread, when the panel looks, and only as much as it asks for; whatever was said of limits is folded. Both are
right after any start: the machine's part stands in every snapshot.
"""

from collections.abc import Callable, Mapping
from typing import Any

from core.domain.instrument import Instrument
from core.domain.scope import ScopeKind
from core.domain.units import SECOND
from core.messages.approvals import ApprovalRequested
from core.messages.events import RequestRefused, RunStarted
from core.messages.limits import ChangeLimits, LimitChanged, RiskTold
from core.messages.reasons import Reason
from core.projections.board import Fold
from core.projections.equity import Equity
from core.projections.market import Market
from core.projections.people import Requests, Seating
from core.projections.results import EquityLook
from core.projections.risk_pictures import Changed, Reading, RiskLook, RiskPicture
from core.projections.session import Session

OURS = ("change limits", "set limits", "restrict", "enable", "set conservative", "tighten", "request approval", "approve")
"""Requests whose refusal is this panel's to tell."""
Read = Callable[[tuple[ScopeKind, ...], int], Reading]
"""Without these rungs, at a session time."""


class Risk:
    """read: off the machine. seq: of the machine's last entry."""

    def __init__(
        self, read: Read, seq: Callable[[], int], market: Market, equity: Equity, seating: Seating, requests: Requests, session: Session,
    ) -> None:
        self._read, self._seq = read, seq
        self._market, self._equity, self._seating, self._requests, self._session = market, equity, seating, requests, session
        self.version = 0
        self.changed: Changed | None = None
        self.denied: Reason | None = None
        self.folds: Mapping[type, Fold] = {
            LimitChanged: self._on_changed, RiskTold: self._on_told, RequestRefused: self._on_refused, ApprovalRequested: self._on_asked,
            RunStarted: self._on_run,
        }

    def picture(self, look: RiskLook) -> RiskPicture | None:
        session, seating = self._session, self._seating
        said = self.version + seating.version + self._requests.version
        # Ages grow without any entry: by the second.
        version = (said << 80) + (self._seq() << 40) + session.at // SECOND
        if version == look.version:
            return None
        reading = self._read(look.shut, session.at)
        curve = None
        if look.curve is not None:
            # Limits are in the base currency; where nothing was won or lost in it, the first one there is.
            curve = self._equity.picture(EquityLook(look.curve, reading.base if reading.base in self._equity.purses else ""))
        roles = () if seating.locked else seating.roles_of(seating.person)
        return RiskPicture(
            version, session.at, reading, self._instruments(), self.changed, self._waiting(), self.denied, curve,
            self._equity.day_began, seating.person, roles, seating.answers.told,
        )

    def _instruments(self) -> tuple[Instrument, ...]:
        return tuple(quote.instrument for quote in self._market.quotes.values())

    def _waiting(self) -> tuple[Any, ...]:
        asked = (self._requests.waiting[number].command for number in sorted(self._requests.waiting))
        return tuple(limit for command in asked if isinstance(command, ChangeLimits) for limit in command.limits)

    def _on_changed(self, at: int, e: LimitChanged) -> None:
        self.changed, self.denied = Changed(at, e.limit, e.was, e.by, e.second, e.why), None
        self.version += 1

    def _on_told(self, at: int, e: RiskTold) -> None:
        self.denied = None
        self.version += 1

    def _on_asked(self, at: int, e: ApprovalRequested) -> None:
        self.denied = None
        self.version += 1

    def _on_refused(self, at: int, e: RequestRefused) -> None:
        if e.request in OURS:
            self.denied = e.reason
            self.version += 1

    def _on_run(self, at: int, e: RunStarted) -> None:
        self.changed, self.denied = None, None
        self.version += 1
