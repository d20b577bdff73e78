"""Requests that wait for a second person. Independent of what is asked for: a command waits here and is carried out by the engine.

    ask(...)      -> the request that now waits, or a Reason
    approve(...)  -> the request, no longer waiting: the engine carries its command out in this very step, or a Reason
    decline(...)  -> the request, no longer waiting, or a Reason
    lapse(at)     -> the requests whose time is over

A part of the desk that needs two people for a command asks `signed_by`: while the engine carries out an approved command it
holds who asked and who approved; at every other moment nobody. The pair's roles are judged when it is approved, by the roles
that both have then.
Invariant: nobody approves a request of their own, under any roles.
"""

from typing import Any, Final

from core.domain.units import SECOND
from core.machine.desk.people import TWO_PERSONS, People
from core.machine.timers import NEVER
from core.messages.reasons import Reason

LASTS_NS: Final = 15 * 60 * SECOND
"""Session time. Chosen: long enough to reach a colleague, too short for a request that both have forgotten."""
MOST: Final = 100
"""Waiting at once. Chosen: more than anybody can read."""
REASON_LENGTH: Final = 500


class Waiting:
    """id: the seq of the entry that asked."""

    __slots__ = ("by", "command", "expires_at", "id", "reason")

    def __init__(self, id: int, command: Any, by: str, reason: str, expires_at: int) -> None:
        self.id = id
        self.command = command
        self.by = by
        self.reason = reason
        self.expires_at = expires_at


class Approvals:
    """next_due: when the first of them lapses."""

    __slots__ = ("next_due", "signed_by", "waiting")

    def __init__(self) -> None:
        self.waiting: dict[int, Waiting] = {}
        self.next_due: int = NEVER
        self.signed_by: tuple[str, ...] = ()

    def ask(self, id: int, command: Any, by: str, reason: str, at: int, people: People) -> Waiting | Reason:
        pair = TWO_PERSONS.get(type(command))
        if pair is None or not people.may_sign(by, pair):
            return Reason.NOT_PERMITTED
        if len(self.waiting) >= MOST:
            return Reason.TOO_MANY_REQUESTS
        made = Waiting(id, command, by, reason[:REASON_LENGTH], at + LASTS_NS)
        self.keep(made)
        return made

    def approve(self, id: int, by: str, people: People) -> Waiting | Reason:
        found = self.waiting.get(id)
        if found is None:
            return Reason.UNKNOWN_REQUEST
        if by == found.by:
            return Reason.SAME_PERSON
        pair = TWO_PERSONS.get(type(found.command))
        if pair is None or not people.are(found.by, by, pair):
            return Reason.NOT_PERMITTED
        return self._take(id)

    def decline(self, id: int, by: str, people: People) -> Waiting | Reason:
        found = self.waiting.get(id)
        if found is None:
            return Reason.UNKNOWN_REQUEST
        pair = TWO_PERSONS.get(type(found.command))
        if by != found.by and (pair is None or not people.may_sign(by, pair)):
            return Reason.NOT_PERMITTED
        return self._take(id)

    def lapse(self, at: int) -> list[Waiting]:
        return [self._take(id) for id in sorted(self.waiting) if self.waiting[id].expires_at <= at]

    def clear(self) -> list[Waiting]:
        """All of them: the run is over, and session time begins again."""
        return [self._take(id) for id in sorted(self.waiting)]

    def keep(self, one: Waiting) -> None:
        """Also one that comes from a snapshot."""
        self.waiting[one.id] = one
        self.next_due = min(self.next_due, one.expires_at)

    def _take(self, id: int) -> Waiting:
        taken = self.waiting.pop(id)
        self.next_due = min([one.expires_at for one in self.waiting.values()], default=NEVER)
        return taken
