"""The table of what engages the kill switch by itself, and when each row last fired, as the panel shows them.

A run begins with a table that no event tells, so the rows are read off the machine when the panel looks; what fired and what was refused
is folded.
"""

from collections.abc import Callable, Mapping

import msgspec

from core.domain.roles import Role
from core.messages.approvals import ApprovalRequested
from core.messages.events import RequestRefused, RunStarted
from core.messages.reasons import Reason
from core.messages.stopping import SetTrigger, StoppingSet, TriggerFired, TriggerSet
from core.projections.answers import Answer
from core.projections.board import Fold
from core.projections.people import Requests, Seating
from core.projections.pictures import VersionLook
from core.projections.session import Session

OURS = ("trigger", "set trigger", "request approval", "approve")
"""Requests whose refusal is this panel's to tell."""
Read = Callable[[], tuple[tuple[SetTrigger, ...], int]]
"""The table by number, and the capital that losses are measured against: 0 is not known."""


class Fired(msgspec.Struct, frozen=True):
    """Session time of the last time; how often in this run; the value then."""

    at: int
    times: int
    value: int
    words: str


class TriggerRow(msgspec.Struct, frozen=True):
    told: SetTrigger
    fired: Fired | None


class TriggersPicture(msgspec.Struct, frozen=True):
    """waiting: asked for, not approved yet. changed: the last row that was set, in this run. denied: the last request that was refused,
    until something changes. answers: to what was asked for last."""

    version: int
    at: int
    rows: tuple[TriggerRow, ...]
    capital: int
    waiting: tuple[SetTrigger, ...]
    changed: int
    denied: Reason | None
    person: str
    roles: tuple[Role, ...]
    answers: tuple[Answer, ...] = ()


class TriggerTable:
    def __init__(self, read: Read, seating: Seating, requests: Requests, session: Session) -> None:
        self._read, self._seating, self._requests, self._session = read, seating, requests, session
        self.version = 0
        self.fired: dict[int, Fired] = {}
        self.changed = 0
        self.denied: Reason | None = None
        self.folds: Mapping[type, Fold] = {
            TriggerFired: self._on_fired, TriggerSet: self._on_set, StoppingSet: self._on_told, RequestRefused: self._on_refused,
            ApprovalRequested: self._on_told, RunStarted: self._on_run,
        }

    def picture(self, look: VersionLook) -> TriggersPicture | None:
        seating = self._seating
        version = self.version + seating.version + seating.answers.version + self._requests.version
        if version == look.version:
            return None
        told, capital = self._read()
        asked = (self._requests.waiting[number].command for number in sorted(self._requests.waiting))
        return TriggersPicture(
            version, self._session.at, tuple(TriggerRow(one, self.fired.get(one.number)) for one in told), capital,
            tuple(command for command in asked if isinstance(command, SetTrigger)), self.changed, self.denied, seating.person,
            () if seating.locked else seating.roles_of(seating.person), seating.answers.told,
        )

    def _on_fired(self, at: int, e: TriggerFired) -> None:
        before = self.fired.get(e.number)
        self.fired[e.number] = Fired(at, before.times + 1 if before is not None else 1, e.value, e.words)
        self.version += 1

    def _on_set(self, at: int, e: TriggerSet) -> None:
        self.changed, self.denied = e.number, None
        self.version += 1

    def _on_told(self, at: int, e: object) -> None:
        self.denied = None
        self.version += 1

    def _on_refused(self, at: int, e: RequestRefused) -> None:
        if e.request in OURS:
            self.denied = e.reason
            self.version += 1

    def _on_run(self, at: int, e: RunStarted) -> None:
        self.fired, self.changed, self.denied = {}, 0, None
        self.version += 1
