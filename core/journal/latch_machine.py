"""The kill latch on disk and the machine's kill switch, kept alike scope by scope: what each must be told of the other.

Invariants: an engagement, wherever it was made, reaches the other side; a release reaches the latch only after the journal has
it, so a crash in between starts engaged. Whichever of the two says engaged at a start is believed. The latch is lifted when the
way back reaches the stage in which orders may leave again; until then every edge and the next start find it engaged.
"""

import contextlib
from typing import Any, Final

from core.domain.scope import EVERYTHING, Scope
from core.domain.stages import BLOCKED, Stage
from core.machine.desk.kill_switch import KillSwitch, scope_of
from core.machine.stop_memory import carried
from core.messages.commands import EngageKill
from core.messages.events import KillEngaged, KillReleased
from core.messages.stopping import CarriedStop, StageChanged

OLDER: Final = "latch file was older than the journal"
UNWRITABLE: Final = (OSError, ValueError)


def latched(latch: Any, message: EngageKill) -> EngageKill:
    """With the latch's number; a latch that cannot be written must not keep the machine from blocking and cancelling."""
    scope = scope_of(message.scope)
    try:
        # Not synced: nothing may wait for a disk here, and after a power cut the journal says the same.
        generation = latch.engage(message.source, scope, sync=False)
        slot = latch.slot(generation)
    except UNWRITABLE:
        return EngageKill(message.source, 0, message.origin, scope.text)
    # A full table means everything.
    return EngageKill(message.source, generation, message.origin, (slot.scope if slot is not None else EVERYTHING).text)


def news(latch: Any, kill: KillSwitch, message: Any) -> list[EngageKill]:
    """What was engaged outside, for the machine, before it takes the message."""
    own = message.generation if type(message) is EngageKill else 0
    found = latch.since(kill.generation)
    return [EngageKill(slot.source, slot.generation, None, slot.scope.text) for slot in found if slot.generation != own]


def write_down(latch: Any, events: list[Any], before: int) -> list[EngageKill]:
    """After the machine engaged by itself: into the latch, at once. before: the machine's number until then. Gives what was
    engaged outside at the same moment and took a number that the machine believed to be its own."""
    missed: list[EngageKill] = []
    with contextlib.suppress(*UNWRITABLE):
        for event in events:
            if type(event) is KillEngaged and event.generation > latch.generation - len(missed):
                number = latch.engage(event.source, scope_of(event.scope), sync=False, above=event.generation - 1)
                if number != event.generation:
                    missed = [
                        EngageKill(slot.source, slot.generation, None, slot.scope.text) for slot in latch.since(before)
                    ]
    return missed


def lift(latch: Any, event: Any) -> None:
    """For an event that the journal has."""
    if type(event) is KillReleased:
        latch.release(event.generation, scope_of(event.scope) if event.scope else None)
    elif type(event) is StageChanged and event.stage < BLOCKED:
        latch.release(event.generation, scope_of(event.scope))


def catch_up(latch: Any, kill: KillSwitch) -> None:
    """At a start: the latch learns what the journal knows. What was lifted in the journal alone counts as engaged."""
    for stop in kill.in_turn():
        if stop.stage >= BLOCKED and stop.scope not in latch.scopes:
            latch.engage(stop.source, stop.scope, above=stop.generation - 1)
    if latch.generation < kill.generation:
        latch.engage(OLDER, above=kill.generation - 1)


def agree(latch: Any, kill: KillSwitch) -> list[EngageKill]:
    """At the start of a run that goes on: what the machine must be told."""
    catch_up(latch, kill)
    found = []
    for scope, generation in sorted(latch.scopes.items(), key=_by_number):
        stop = kill.stops.get(scope.text)
        if stop is None or stop.stage < BLOCKED or generation > kill.generation:
            found.append(EngageKill(latch.source(generation), generation, None, scope.text))
    if latch.generation > max([kill.generation, *(message.generation for message in found)]):
        # Engaged and lifted while nobody followed.
        found += news(latch, kill, None)[-1:]
    return found


def for_a_new_run(latch: Any, kill: KillSwitch) -> tuple[CarriedStop, ...]:
    """What a run begins with: the machine's stops, and the latch's."""
    catch_up(latch, kill)
    stops = {stop.scope: stop for stop in carried(kill)}
    for scope, generation in sorted(latch.scopes.items(), key=_by_number):
        own = stops.get(scope.text)
        if own is None or own.stage < BLOCKED:
            stops[scope.text] = CarriedStop(scope.text, generation, latch.source(generation), Stage.VERIFIED)
    return tuple(stops[text] for text in sorted(stops))


def _by_number(item: tuple[Scope, int]) -> int:
    return item[1]
