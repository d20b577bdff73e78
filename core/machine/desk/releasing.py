"""The way back from a stop: one person asks, another approves, then trading comes back stage by stage.

Decided here: the two are a risk officer and an operator; who asked cannot approve, whatever roles that person has. A request lapses.
Each stage up is one step by a person with the right; down again may go whoever may engage, and what the lower stage would not have
let pass is cancelled. Order of the checks: core.messages.reasons.
Invariant: a refusal changes nothing.
"""

from typing import Any, Final

from core.domain.scope import Scope, parse_scope
from core.domain.stages import REARMING, Stage
from core.domain.units import OrderId
from core.machine.desk.kill_switch import Stop, sound, take_settings
from core.machine.desk.people import People, Right, Role
from core.machine.desk.stopping import Stopping
from core.machine.state import State
from core.messages.commands import ReleaseKill
from core.messages.events import Event, KillReleased, RequestRefused
from core.messages.origin import Origin
from core.messages.reasons import Reason
from core.messages.stopping import ApproveRelease, ReleaseApproved, RequestRelease, SetStage, SetStopping, StoppingSet

ASKABLE: Final = (Stage.HOLDING, Stage.VERIFIED, Stage.UNVERIFIED, Stage.REQUESTED)


class Releasing:
    __slots__ = ("_state", "_stopping")

    def __init__(self, state: State, stopping: Stopping) -> None:
        self._state = state
        self._stopping = stopping

    def request(self, c: RequestRelease, events: list[Event]) -> None:
        state, who = self._state, person(c.origin)
        found = self._found(c.scope, c.generation, who, Right.RELEASE)
        if not isinstance(found, Stop):
            refuse("release", found, events)
        elif not c.why.strip():
            refuse("release", (Reason.NO_REASON_GIVEN, 0, 0), events)
        elif found.stage not in ASKABLE:
            refuse("release", (Reason.WRONG_STAGE, 0, int(found.stage)), events)
        else:
            found.asked_by, found.asked_at, found.why = who, max(state.at, 1), c.why.strip()
            self._stopping.tell(found, Stage.REQUESTED, events, who, found.why)
            self._stopping.renew(state.kill)

    def approve(self, c: ApproveRelease, events: list[Event]) -> None:
        state, who = self._state, person(c.origin)
        found = self._found(c.scope, c.generation, who, Right.RELEASE)
        if not isinstance(found, Stop):
            refuse("approve release", found, events)
            return
        if not found.asked_at or found.asked_at + state.kill.request_ns <= state.at:
            reason = Reason.NO_REQUEST
        elif found.asked_by == who:
            reason = Reason.SAME_PERSON
        elif not covered(state.people, found.asked_by, who):
            reason = Reason.ROLES_NOT_COVERED
        else:
            events.append(ReleaseApproved(found.text, found.generation, found.asked_by, who, found.why))
            found.forget_request()
            found.round = 0
            self._stopping.tell(found, Stage.CANCEL_ONLY, events, who)
            self._stopping.renew(state.kill)
            return
        refuse("approve release", (reason, 0, 0), events)

    def set_stage(self, c: SetStage, events: list[Event]) -> None:
        kill, who = self._state.kill, person(c.origin)
        found = self._found(c.scope, kill.generation, who, Right.RELEASE)
        if not isinstance(found, Stop) and found[0] is Reason.NO_RIGHT_TO_STOP and self._may_stop(who):
            # Down again may go whoever may engage.
            stop = kill.stops.get(c.scope)
            if stop is not None and c.stage > stop.stage:
                found = stop
        if not isinstance(found, Stop):
            refuse("stage", found, events)
        elif c.stage not in REARMING or found.stage not in REARMING or c.stage == found.stage or c.stage < found.stage - 1:
            refuse("stage", (Reason.WRONG_STAGE, int(found.stage), int(c.stage)), events)
        else:
            down = c.stage > found.stage
            self._stopping.tell(found, c.stage, events, who)
            if down:
                self._stopping.take_back(found)
            if c.stage is Stage.RELEASED:
                kill.lift(found)
                kill.source = who
                events.append(KillReleased(found.generation, who, found.text))
            self._stopping.renew(kill)

    def release_at_once(self, c: ReleaseKill, events: list[Event]) -> None:
        """An older program's."""
        kill = self._state.kill
        if not kill.stops:
            refuse("release", (Reason.ALREADY_RELEASED, 0, 0), events)
        elif c.generation < kill.generation:
            refuse("release", (Reason.NEWER_ENGAGEMENT, kill.generation, c.generation), events)
        else:
            kill.stops = {}
            kill.source = c.source
            events.append(KillReleased(kill.generation, c.source))
            self._stopping.renew(kill)

    def set_stopping(self, c: SetStopping, events: list[Event]) -> None:
        kill = self._state.kill
        if not self._state.people.may(person(c.origin), Right.CONFIGURE):
            refuse("stopping", (Reason.NO_RIGHT_TO_STOP, 0, 0), events)
        elif not sound(c):
            refuse("stopping", (Reason.BAD_STOP_SETTING, 0, 0), events)
        else:
            take_settings(kill, c)
            events.append(StoppingSet(c.request_ns, c.cap_bp, c.cancels, c.verify_ns, c.capital))
            self._stopping.renew(kill)

    def _may_stop(self, who: str) -> bool:
        return self._state.people.may(who, Right.KILL)

    def _found(self, text: str, seen: int, who: str, right: Right) -> Any:
        """The scope's stop, or why not."""
        kill = self._state.kill
        if not self._state.people.may(who, right):
            return (Reason.NO_RIGHT_TO_STOP, 0, 0)
        scope = parsed(text)
        if scope is None:
            return (Reason.BAD_SCOPE, 0, 0)
        stop = kill.stops.get(scope.text)
        if stop is None:
            return (Reason.ALREADY_RELEASED, 0, 0)
        if seen < stop.generation:
            return (Reason.NEWER_ENGAGEMENT, stop.generation, seen)
        return stop


def person(origin: Origin | None) -> str:
    return origin.person if origin is not None else ""


def parsed(text: str) -> Scope | None:
    try:
        return parse_scope(text)
    except ValueError:
        return None


def covered(people: People, one: str, other: str) -> bool:
    """Whether one of them is a risk officer, and the other an operator."""
    a, b = people.roles.get(one, ()), people.roles.get(other, ())
    return (Role.RISK_OFFICER in a and Role.OPERATOR in b) or (Role.OPERATOR in a and Role.RISK_OFFICER in b)


def refuse(request: str, why: tuple[Reason, int, int], events: list[Event]) -> None:
    events.append(RequestRefused(request, OrderId(0), *why))
