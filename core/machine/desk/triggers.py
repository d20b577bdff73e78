"""Triggers: a table of what engages the kill switch by itself, looked at after each step.

Decided here: first the engagement, then the event that says why, so nothing between the two can fail; a trigger whose own look raises
engages everything. One that fired rests until it has a new reason: a loss as large again, a count from zero, data that came
back and went stale anew. Nothing is measured that is not known: without capital no loss is. Like a limit, a row is tightened by one
person and loosened by two.
"""

from collections.abc import Callable
from typing import Any, Final

from core.domain.scope import EVERYTHING
from core.domain.stages import Stage
from core.domain.triggers import COUNTS, LOSSES, TriggerAction, TriggerKind
from core.machine.desk.flattening import Flattening
from core.machine.desk.instructions import TWO_LOOSEN
from core.machine.desk.people import Right
from core.machine.desk.releasing import parsed, person, refuse
from core.machine.desk.stopping import Stopping
from core.machine.desk.worth import before_today, capital, result
from core.machine.state import State
from core.messages.commands import CancelOrder, PlaceOrder, ReplaceOrder
from core.messages.events import ConservationBroken, Event, OrderRefused, OrderRejected, PositionChanged, RequestRejected
from core.messages.notes import ClockStepped, DiskSpace, Space
from core.messages.participants import CloseSession
from core.messages.reasons import Reason
from core.messages.stopping import SetTrigger, TriggerFired, TriggerSet, TroubleFound

BASIS_POINTS: Final = 10_000
MOST: Final = 64
"""Rows of the table; and a count's largest threshold is what the next line says, because each one counted is remembered."""
LARGEST_COUNT: Final = 10_000
UNASKED: Final = (*LOSSES, TriggerKind.VENUE_DOWN)
"""Looked at after every message, not only those that concern us."""
ASKS: Final = (PlaceOrder, ReplaceOrder, CancelOrder)
HEARD: Final = (CloseSession, TroubleFound)
"""What a trigger of UNASKED listens for by itself. Every other message that does not concern us can only move a result, and there is
none without a position; nor does it begin or end what the age of data matters to."""


class Triggers:
    __slots__ = ("_flattening", "_look", "_state", "_stopping")

    def __init__(self, state: State, stopping: Stopping, flattening: Flattening) -> None:
        self._state = state
        self._stopping = stopping
        self._flattening = flattening
        self._look: Callable[[SetTrigger, Any, int, list[Event]], tuple[bool, int, str]] = self._value

    def set_one(self, c: SetTrigger, events: list[Event]) -> None:
        kill = self._state.kill
        who = person(c.origin)
        if who and not self._state.people.may(who, Right.CONFIGURE):
            refuse("trigger", (Reason.NO_RIGHT_TO_STOP, 0, 0), events)
        elif not _sound(c) or (c.number not in kill.triggers and len(kill.triggers) >= MOST):
            refuse("trigger", (Reason.BAD_STOP_SETTING, 0, c.number), events)
        elif self._alone(c) and _loosens(kill.triggers.get(c.number), c):
            refuse("trigger", (Reason.NEEDS_SECOND_PERSON, 0, c.number), events)
        else:
            kill.triggers[c.number] = c
            kill.notes.times.pop(c.number, None)
            kill.notes.levels.pop(c.number, None)
            kill.notes.due = 0
            kill.notes.heard_at = max(kill.notes.heard_at, self._state.at)
            events.append(TriggerSet(c.number, c.kind, c.threshold, c.window_ns, c.severity, c.action, c.scope, c.on))

    def _alone(self, c: SetTrigger) -> bool:
        """One person, and nobody has signed with them, where that takes two."""
        state = self._state
        return state.gate.funds.rules >= TWO_LOOSEN and c.origin is not None and not state.approvals.signed_by

    def after(self, message: Any, ours: bool, at: int, events: list[Event]) -> bool:
        """At the end of a step. ours: it concerned us. True: something fired."""
        kill = self._state.kill
        told = len(events)
        fired = False
        looks = ours or isinstance(message, HEARD)
        if not looks and not self._state.oms.positions:
            return False
        for number in sorted(kill.triggers):
            trigger = kill.triggers[number]
            if not trigger.on or (not ours and trigger.kind not in UNASKED):
                continue
            try:
                does, value, words = self._look(trigger, message, at, events[:told] if ours else [])
            except Exception:
                # Whatever is wrong with it: it can no longer be relied on, and somebody has to look.
                does, value, words = True, 0, f"trigger {number} cannot be looked at"
                trigger = SetTrigger(number, trigger.kind, 0, 0, trigger.severity, TriggerAction.CANCEL_ALL, EVERYTHING.text)
            if does:
                fired = True
                self._fire(trigger, value, words, events)
        if looks or fired:
            self._renew(at)
        return fired

    def _renew(self, at: int) -> None:
        """The next look at the data's age."""
        kill, notes = self._state.kill, self._state.kill.notes
        windows = [one.window_ns for one in kill.triggers.values() if one.on and one.kind is TriggerKind.FEED_STALE]
        if not windows or not self._at_stake():
            notes.due = 0
        elif not notes.due:
            notes.due = max(notes.heard_at + min(windows), at + 1)
            kill.due = min(kill.due, notes.due)

    def aged(self, at: int, events: list[Event]) -> None:
        """At the deadline that _renew set."""
        kill, notes = self._state.kill, self._state.kill.notes
        notes.due = 0
        later: list[int] = []
        for number in sorted(kill.triggers):
            one = kill.triggers[number]
            if not one.on or one.kind is not TriggerKind.FEED_STALE or notes.levels.get(number) == notes.heard_at:
                continue
            if notes.heard_at + one.window_ns > at:
                later.append(notes.heard_at + one.window_ns)
            elif self._at_stake():
                notes.levels[number] = notes.heard_at
                self._fire(one, at - notes.heard_at, "the market's data is old", events)
        if later and self._at_stake():
            notes.due = min(later)
        elif self._at_stake():
            # Everything fired already: look again when data has come back.
            windows = [one.window_ns for one in kill.triggers.values() if one.on and one.kind is TriggerKind.FEED_STALE]
            notes.due = at + min(windows) if windows else 0
        self._stopping.renew(kill)

    def _at_stake(self) -> bool:
        oms = self._state.oms
        return len(oms.open) > 0 or any(held.qty for held in oms.positions.values())

    # looking --------------------------------------------------------------------------------------------------------

    def _value(self, t: SetTrigger, message: Any, at: int, events: list[Event]) -> tuple[bool, int, str]:
        """Whether it fires, at which value, and what to say."""
        kind = t.kind
        if kind in LOSSES:
            return self._loss(t)
        if kind in COUNTS:
            return self._count(t, _counted(kind, message, events), at)
        if kind is TriggerKind.CONSERVATION:
            return self._conserved(events)
        if kind is TriggerKind.DISK and isinstance(message, DiskSpace):
            return message.space is Space.BLOCKED, message.free, "the disk is full"
        if kind is TriggerKind.CLOCK and isinstance(message, ClockStepped):
            return message.back_ns >= t.threshold, message.back_ns, "the machine's clock went back"
        if kind is TriggerKind.VENUE_DOWN and isinstance(message, CloseSession) and message.session > 0:
            return True, message.session, "our line to the venue went down"
        if isinstance(message, TroubleFound) and message.kind is kind:
            return True, 0, message.words
        return False, 0, ""

    def _loss(self, t: SetTrigger) -> tuple[bool, int, str]:
        notes = self._state.kill.notes
        against = capital(self._state)
        if against <= 0 or not self._state.oms.positions:
            return False, 0, ""
        won = result(self._state)
        if won is None:
            return False, 0, ""
        notes.best = max(notes.best, won)
        if t.kind is TriggerKind.DAILY_LOSS:
            value = (before_today(self._state) - won) * BASIS_POINTS // against
        else:
            value = (notes.best - won) * BASIS_POINTS // (against + notes.best)
        if value < max(t.threshold, notes.levels.get(t.number, 0)):
            return False, value, ""
        notes.levels[t.number] = value + t.threshold
        return True, value, "loss of the day" if t.kind is TriggerKind.DAILY_LOSS else "drawdown"

    def _count(self, t: SetTrigger, count: int, at: int) -> tuple[bool, int, str]:
        if not count:
            return False, 0, ""
        times = self._state.kill.notes.times
        kept = [when for when in times.get(t.number, ()) if when > at - t.window_ns] + [at] * count
        times[t.number] = kept
        if len(kept) <= t.threshold:
            return False, len(kept), ""
        times[t.number] = []
        return True, len(kept), f"too many {t.kind.name.lower()}"

    def _conserved(self, events: list[Event]) -> tuple[bool, int, str]:
        for event in events:
            if isinstance(event, PositionChanged) and event.bought - event.sold != event.qty:
                return True, event.qty - event.bought + event.sold, "a position is not the sum of its fills"
            # What a venue did late says nothing of our programs; that one asked for more than its parent does.
            if isinstance(event, ConservationBroken) and event.asked > 0:
                return True, event.committed + event.asked - event.qty, "more was asked for than a parent has"
        return False, 0, ""

    # firing ---------------------------------------------------------------------------------------------------------

    def _fire(self, t: SetTrigger, value: int, words: str, events: list[Event]) -> None:
        stop = self._state.kill.stops.get(t.scope)
        # What is on its way back begins again: there is a new reason.
        blocked = stop is not None and stop.stage > Stage.REQUESTED
        source = f"trigger {t.number}: {words}"
        if t.action is TriggerAction.STOP_NEW and not blocked:
            self._stopping.engage(t.scope, source, 0, "", events, holds=True)
        elif t.action is TriggerAction.CANCEL_ALL and (stop is None or not blocked or stop.holds):
            self._stopping.engage(t.scope, source, 0, "", events)
        elif t.action is TriggerAction.FLATTEN:
            self._flattening.begin(t.scope, source, "", events)
        events.append(TriggerFired(t.number, t.kind, t.severity, t.action, value, t.threshold or t.window_ns, words))


def _counted(kind: TriggerKind, message: Any, events: list[Event]) -> int:
    if kind is TriggerKind.MESSAGES:
        return int(isinstance(message, ASKS))
    rejected = sum([isinstance(event, OrderRejected | RequestRejected) for event in events])
    if kind is TriggerKind.ERRORS:
        return rejected + isinstance(message, TroubleFound)
    refused = sum([isinstance(event, OrderRefused) and event.reason is not Reason.KILL_SWITCH_ENGAGED for event in events])
    return rejected + refused


def _loosens(now: SetTrigger | None, c: SetTrigger) -> bool:
    """Whether something that fires now would not, or would do less. Of a count a shorter window sees less, of data's age a longer one."""
    if now is None or not now.on:
        return False
    longer = c.window_ns < now.window_ns if c.kind in COUNTS else c.window_ns > now.window_ns
    return (
        not c.on or c.kind is not now.kind or c.scope != now.scope or c.action < now.action or c.severity < now.severity
        or c.threshold > now.threshold or longer
    )


def _sound(c: SetTrigger) -> bool:
    if c.number < 1 or parsed(c.scope) is None or c.threshold < 0 or c.window_ns < 0:
        return False
    if c.kind in COUNTS:
        return 0 < c.threshold <= LARGEST_COUNT and c.window_ns > 0
    if c.kind is TriggerKind.FEED_STALE:
        return c.window_ns > 0
    return c.kind not in LOSSES or c.threshold > 0
