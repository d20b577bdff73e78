"""The kill switch as one value, and back: for the state's hash, for snapshots, and for the run that comes next.

Invariant: rows() holds whatever can change a later decision, in an order that does not depend on container layout.
"""

from typing import Any, Final

from core.domain.stages import BLOCKED, Stage
from core.machine.desk.kill_switch import KillSwitch, Override, take_settings
from core.machine.desk.trigger_notes import Notes, notes_of
from core.messages.commands import StartRun
from core.messages.packing import message_of
from core.messages.stopping import CarriedStop, SetStopping, SetTrigger

FIELDS: Final = ("generation", "source", "hit", "todo", "verify_by", "asked_at", "asked_by", "why", "holds", "round", "flatten_at")
OVERRIDE: Final = ("number", "account", "instrument", "left", "for_ns", "asked_by", "why", "asked_at")


def rows(kill: KillSwitch) -> tuple[Any, ...]:
    return (
        kill.generation, kill.source, kill.request_ns, kill.cap_bp, kill.cancels, kill.verify_ns, kill.due, sorted(kill.unsettled),
        sorted(kill.kept.items()),
        tuple(
            (text, int(stop.stage), sorted(stop.left.items()), tuple(stop.tried), *(getattr(stop, name) for name in FIELDS))
            for text, stop in sorted(kill.stops.items())
        ),
        kill.capital, tuple(kill.triggers[number] for number in sorted(kill.triggers)), kill.notes.rows(),
        tuple(
            (one.approved_by, one.until, *(getattr(one, name) for name in OVERRIDE)) for _, one in sorted(kill.overrides.items())
        ),
    )


def restore(given: Any) -> KillSwitch:
    generation, source, request_ns, cap_bp, cancels, verify_ns, due, unsettled, kept, stops, *later = given
    kill = KillSwitch()
    kill.generation, kill.source, kill.due, kill.unsettled = generation, source, due, list(unsettled)
    kill.request_ns, kill.cap_bp, kill.cancels, kill.verify_ns = request_ns, cap_bp, cancels, verify_ns
    kill.kept = dict(kept)
    capital, triggers, notes, overrides = later
    kill.capital, kill.notes = capital, notes_of(notes)
    kill.triggers = {trigger.number: trigger for trigger in [message_of(raw, SetTrigger) for raw in triggers]}
    for approved_by, until, *rest in overrides:
        one = Override(*rest)
        one.approved_by, one.until = approved_by, until
        kill.overrides[one.number] = one
    for text, stage, left, tried, *rest in stops:
        stop = kill.put(text, 0, "", Stage(stage))
        for name, value in zip(FIELDS, rest, strict=True):
            setattr(stop, name, list(value) if name == "todo" else value)
        stop.left = dict(left)
        stop.tried = [(account, instrument) for account, instrument in tried]
    return kill


def begin_run(kill: KillSwitch, c: StartRun) -> None:
    """What a run's beginning says is all that is stopped: no order lives, so every stop is verified."""
    kill.generation, kill.source = c.kill_generation, c.kill_source
    kill.stops, kill.kept, kill.unsettled, kill.overrides = {}, {}, [], {}
    kill.triggers, kill.notes = {trigger.number: trigger for trigger in c.triggers}, Notes()
    kill.notes.heard_at = c.first_at
    for carried in c.stops:
        kill.put(carried.scope, carried.generation, carried.source, min(carried.stage, Stage.VERIFIED))
    if c.kill_engaged and not kill.engaged:
        kill.put("", c.kill_generation, c.kill_source, Stage.VERIFIED)
    take_settings(kill, c.stopping or carried_settings(KillSwitch()))


def carried(kill: KillSwitch) -> tuple[CarriedStop, ...]:
    """For the next run's beginning. Whoever asked for a release asks again."""
    found = []
    for text in sorted(kill.stops):
        stop = kill.stops[text]
        stage = Stage.VERIFIED if stop.stage > BLOCKED else stop.stage
        found.append(CarriedStop(text, stop.generation, stop.source, stage))
    return tuple(found)


def carried_settings(kill: KillSwitch) -> SetStopping:
    return SetStopping(kill.request_ns, kill.cap_bp, kill.cancels, kill.verify_ns, None, kill.capital)


def carried_triggers(kill: KillSwitch) -> tuple[SetTrigger, ...]:
    return tuple(kill.triggers[number] for number in sorted(kill.triggers))
