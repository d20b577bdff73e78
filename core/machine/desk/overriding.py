"""An override: orders that reduce one position pass a stop for some minutes, because a risk officer and an operator said so.

Decided here: it names account, instrument and how many lots in all, never more than reduces; it begins with the approval, and is
told when it begins, at each order that uses it, and when it ends. A request lapses like one for a release.
"""

from typing import Final

from core.domain.units import SECOND
from core.machine.desk.kill_switch import Override
from core.machine.desk.override_use import tell
from core.machine.desk.people import Right
from core.machine.desk.releasing import covered, person, refuse
from core.machine.state import State
from core.messages.events import Event
from core.messages.reasons import Reason
from core.messages.stopping import ApproveOverride, RequestOverride

LONGEST_NS: Final = 900 * SECOND
"""Chosen: a hole in a stop is for minutes."""
MOST: Final = 16


class Overriding:
    __slots__ = ("_state",)

    def __init__(self, state: State) -> None:
        self._state = state

    def request(self, c: RequestOverride, events: list[Event]) -> None:
        state, who = self._state, person(c.origin)
        kill = state.kill
        if not state.people.may(who, Right.RELEASE):
            refuse("override", (Reason.NO_RIGHT_TO_STOP, 0, 0), events)
        elif not kill.stops:
            refuse("override", (Reason.ALREADY_RELEASED, 0, 0), events)
        elif not c.why.strip():
            refuse("override", (Reason.NO_REASON_GIVEN, 0, 0), events)
        elif not 0 < c.for_ns <= LONGEST_NS or c.qty <= 0 or c.instrument not in state.venue.instruments or len(kill.overrides) >= MOST:
            refuse("override", (Reason.BAD_STOP_SETTING, 0, 0), events)
        else:
            override = Override(state.seq, c.account, c.instrument, c.qty, c.for_ns, who, c.why.strip(), state.at)
            kill.overrides[override.number] = override
            kill.due = min(kill.due, override.asked_at + kill.request_ns)
            tell(override, events)

    def approve(self, c: ApproveOverride, events: list[Event]) -> None:
        state, who = self._state, person(c.origin)
        override = state.kill.overrides.get(c.number)
        if not state.people.may(who, Right.RELEASE):
            reason = Reason.NO_RIGHT_TO_STOP
        elif override is None or override.until:
            reason = Reason.NO_REQUEST
        elif override.asked_by == who:
            reason = Reason.SAME_PERSON
        elif not covered(state.people, override.asked_by, who):
            reason = Reason.ROLES_NOT_COVERED
        else:
            override.approved_by, override.until = who, state.at + override.for_ns
            state.kill.due = min(state.kill.due, override.until)
            tell(override, events)
            return
        refuse("approve override", (reason, 0, 0), events)
