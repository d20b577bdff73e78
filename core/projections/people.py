"""Who sits at the terminal, who may do what, and which requests wait for a second person: as the record says it.

Who is signed in is folded from the door's notes, so the screen and the record cannot say two things. Whether a button may be
pressed is only a hint for the hands: the machine judges every command by itself.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from core.domain.instrument import Instrument
from core.domain.roles import DEMO, Role, are_pair
from core.domain.units import SECOND
from core.messages.approvals import TWO_PERSONS, ApprovalDeclined, ApprovalExpired, ApprovalGiven, ApprovalRequested
from core.messages.events import RunStarted
from core.messages.limits import ChangeLimits
from core.messages.people import Means, PersonSet, SignedIn, SignedOut, TerminalLocked
from core.projections.answers import Answer, Answers
from core.projections.board import Fold
from core.projections.pictures import VersionLook
from core.projections.session import Session

KEPT = 20
"""Requests that are over and still shown. Chosen: a day of a busy desk."""


class PersonRow(msgspec.Struct, frozen=True):
    person: str
    roles: tuple[Role, ...]
    enabled: bool


class PeoplePicture(msgspec.Struct, frozen=True):
    """person: who is signed in, empty for nobody. demo: without a password, because there are no accounts."""

    version: int
    person: str
    roles: tuple[Role, ...]
    locked: bool
    demo: bool


class RequestRow(msgspec.Struct, frozen=True):
    """outcome: empty while it waits, else what became of it, and by whom. able: whether who is signed in could approve it."""

    request: int
    command: Any
    instrument: Instrument | None
    by: str
    reason: str
    expires_at: int
    outcome: str
    closed_by: str
    mine: bool
    able: bool


class ApprovalsPicture(msgspec.Struct, frozen=True):
    """waiting: the oldest first. over: the newest first. at: session time. person, roles: who is signed in. answers: to what was asked
    for last."""

    version: int
    waiting: tuple[RequestRow, ...]
    over: tuple[RequestRow, ...]
    at: int
    person: str
    roles: tuple[Role, ...]
    people: tuple[PersonRow, ...]
    answers: tuple[Answer, ...] = ()


class Seating:
    """answers: to what was asked for in forms; the panels that ask look at it."""

    def __init__(self) -> None:
        self.version = 0
        self.answers = Answers()
        self.person = ""
        self.locked = self.demo = False
        self.people: dict[str, PersonRow] = {}
        self.folds: Mapping[type, Fold] = {
            SignedIn: self._on_in,
            SignedOut: self._on_out,
            TerminalLocked: self._on_locked,
            PersonSet: self._on_person,
            RunStarted: self._on_run,
        }

    def picture(self, look: VersionLook) -> PeoplePicture | None:
        if self.version == look.version:
            return None
        return PeoplePicture(self.version, self.person, self.roles_of(self.person), self.locked, self.demo)

    def rows(self) -> tuple[PersonRow, ...]:
        return tuple(self.people[name] for name in sorted(self.people))

    def roles_of(self, person: str) -> tuple[Role, ...]:
        if not self.people:
            # Of an older record, or before the first declaration.
            return DEMO.get(person, ())
        row = self.people.get(person)
        return row.roles if row is not None and row.enabled else ()

    def _on_in(self, at: int, note: SignedIn) -> None:
        self.person, self.locked, self.demo = note.person, False, note.means is Means.DEMO
        self.version += 1

    def _on_out(self, at: int, note: SignedOut) -> None:
        if note.person == self.person:
            self.person, self.locked, self.demo = "", False, False
            self.version += 1

    def _on_locked(self, at: int, note: TerminalLocked) -> None:
        self.locked = True
        self.version += 1

    def _on_person(self, at: int, e: PersonSet) -> None:
        self.people[e.person] = PersonRow(e.person, e.roles, e.enabled)
        self.version += 1

    def _on_run(self, at: int, e: RunStarted) -> None:
        self.people = {}
        self.version += 1


class Requests:
    def __init__(self, seating: Seating, session: Session, instrument: Callable[[int], Instrument | None]) -> None:
        self._seating, self._session, self._instrument = seating, session, instrument
        self.version = 0
        self.waiting: dict[int, ApprovalRequested] = {}
        self.over: list[tuple[ApprovalRequested, str, str]] = []
        self.folds: Mapping[type, Fold] = {
            ApprovalRequested: self._on_requested,
            ApprovalGiven: self._on_given,
            ApprovalDeclined: self._on_declined,
            ApprovalExpired: self._on_expired,
            RunStarted: self._on_run,
        }

    def picture(self, look: VersionLook) -> ApprovalsPicture | None:
        # The time that is left changes by the second, while something waits.
        seconds = self._session.at // SECOND if self.waiting else 0
        version = (self.version + self._seating.version + self._seating.answers.version << 40) + seconds
        if version == look.version:
            return None
        waiting = tuple(self._row(self.waiting[request], "", "") for request in sorted(self.waiting))
        over = tuple(self._row(*closed) for closed in reversed(self.over))
        seating = self._seating
        return ApprovalsPicture(
            version, waiting, over, self._session.at, seating.person, seating.roles_of(seating.person), seating.rows(),
            seating.answers.told,
        )

    def _row(self, e: ApprovalRequested, outcome: str, closed_by: str) -> RequestRow:
        seating, pair = self._seating, TWO_PERSONS[type(e.command)]
        mine = e.by == seating.person
        able = not outcome and not mine and not seating.locked and are_pair(seating.roles_of(e.by), seating.roles_of(seating.person), pair)
        instrument = self._instrument(_about(e.command))
        return RequestRow(e.request, e.command, instrument, e.by, e.reason, e.expires_at, outcome, closed_by, mine, able)

    def _on_requested(self, at: int, e: ApprovalRequested) -> None:
        self.waiting[e.request] = e
        self.version += 1

    def _close(self, request: int, outcome: str, by: str) -> None:
        asked = self.waiting.pop(request, None)
        if asked is not None:
            self.over = [*self.over, (asked, outcome, by)][-KEPT:]
        self.version += 1

    def _on_given(self, at: int, e: ApprovalGiven) -> None:
        self._close(e.request, "approved", e.approved_by)

    def _on_declined(self, at: int, e: ApprovalDeclined) -> None:
        self._close(e.request, "withdrawn" if e.by == e.declined_by else "declined", e.declined_by)

    def _on_expired(self, at: int, e: ApprovalExpired) -> None:
        self._close(e.request, "expired", "")

    def _on_run(self, at: int, e: RunStarted) -> None:
        self.waiting, self.over = {}, []
        self.version += 1


def _about(command: Any) -> int:
    """The instrument that a request is about; 0: none in particular."""
    named = [int(limit.instrument) for limit in command.limits] if isinstance(command, ChangeLimits) else []
    return next((id for id in named if id), int(getattr(command, "instrument", 0)))
