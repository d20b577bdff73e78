"""When the kill switch has to act next, added up from everything that waits: the machine says the same after every message."""

from core.domain.stages import Stage
from core.domain.triggers import TriggerKind
from core.machine.desk.kill_switch import KillSwitch
from core.machine.timers import NEVER


def keeps_time(kill: KillSwitch) -> bool:
    """An age of the market's data that nobody has to wait for any more is looked at once more, and then forgotten."""
    due, ages = next_deadline(kill), any(one.kind is TriggerKind.FEED_STALE for one in kill.triggers.values())
    return kill.due == due or (kill.due < due and ages)


def next_deadline(kill: KillSwitch) -> int:
    """Session time; NEVER: nothing waits."""
    waits = [kill.notes.due] if kill.notes.due else []
    for stop in kill.stops.values():
        waits += [0] if stop.todo else []
        waits += [stop.verify_by] if stop.verify_by else []
        waits += [stop.asked_at + kill.request_ns] if stop.asked_at else []
        waits += [stop.flatten_at] if stop.round and stop.stage is Stage.VERIFIED else []
    for override in kill.overrides.values():
        ends = override.until if override.until else override.asked_at + kill.request_ns
        waits.append(ends if override.left else 0)
    return min(waits, default=NEVER)
