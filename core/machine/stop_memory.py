"""The kill switch as one value, and back: for the state's hash, for snapshots, and for the run that comes next.

Invariant: rows() holds whatever can change a later decision, in an order that does not depend on container layout.
"""

from typing import Any, Final

from core.domain.stages import BLOCKED, Stage
from core.machine.desk.kill_switch import KillSwitch, take_settings
from core.messages.commands import StartRun
from core.messages.stopping import CarriedStop, SetStopping

FIELDS: Final = ("generation", "source", "hit", "todo", "verify_by", "asked_at", "asked_by", "why")


def rows(kill: KillSwitch) -> tuple[Any, ...]:
    return (
        kill.generation, kill.source, kill.request_ns, kill.cap_bp, kill.cancels, kill.verify_ns, kill.due, sorted(kill.unsettled),
        sorted(kill.kept.items()),
        tuple(
            (text, int(stop.stage), sorted(stop.left.items()), *(getattr(stop, name) for name in FIELDS))
            for text, stop in sorted(kill.stops.items())
        ),
    )


def restore(given: Any) -> KillSwitch:
    generation, source, request_ns, cap_bp, cancels, verify_ns, due, unsettled, kept, stops = given
    kill = KillSwitch()
    kill.generation, kill.source, kill.due, kill.unsettled = generation, source, due, list(unsettled)
    kill.request_ns, kill.cap_bp, kill.cancels, kill.verify_ns = request_ns, cap_bp, cancels, verify_ns
    kill.kept = dict(kept)
    for text, stage, left, *rest in stops:
        stop = kill.put(text, 0, "", Stage(stage))
        for name, value in zip(FIELDS, rest, strict=True):
            setattr(stop, name, list(value) if name == "todo" else value)
        stop.left = dict(left)
    return kill


def begin_run(kill: KillSwitch, c: StartRun) -> None:
    """What a run's beginning says is all that is stopped: no order lives, so every stop is verified."""
    kill.generation, kill.source = c.kill_generation, c.kill_source
    kill.stops, kill.kept, kill.unsettled = {}, {}, []
    for carried in c.stops:
        kill.put(carried.scope, carried.generation, carried.source, min(carried.stage, Stage.VERIFIED))
    if c.kill_engaged and not kill.engaged:
        kill.put("", c.kill_generation, c.kill_source, Stage.VERIFIED)
    if c.stopping is not None:
        take_settings(kill, c.stopping)


def carried(kill: KillSwitch) -> tuple[CarriedStop, ...]:
    """For the next run's beginning. Whoever asked for a release asks again."""
    found = []
    for text in sorted(kill.stops):
        stop = kill.stops[text]
        stage = Stage.VERIFIED if stop.stage > BLOCKED else stop.stage
        found.append(CarriedStop(text, stop.generation, stop.source, stage))
    return tuple(found)


def carried_settings(kill: KillSwitch) -> SetStopping:
    return SetStopping(kill.request_ns, kill.cap_bp, kill.cancels, kill.verify_ns)
