"""What the watchdog says: heartbeat and kill latch as sentences, the worst first. Qt-free, and decided in one place.

An alarm is of one kind for as long as it lasts, whatever its words count: a new kind brings the window back.
"""

from dataclasses import dataclass
from enum import IntEnum

from app.heartbeat import Beat, Life
from widgets.core_words import heard
from widgets.tongue import tr

CORE_LATE_NS = 1_000_000_000
"""The core beats ten times a second and four times at least; a second without is more than a busy machine."""
CLOSING_LATE_NS = 10_000_000_000
"""A terminal that is closed may take five seconds, and a last snapshot."""
WINDOW_LATE_NS = 2_000_000_000
START_NS = 10_000_000_000
NARROW_SPACE = "\u202f"


class Alarm(IntEnum):
    NONE = 0
    WINDOW_LATE = 1
    NO_HEARTBEAT = 2
    CORE_LATE = 3
    CORE_BROKEN = 4
    DIED = 5


@dataclass(frozen=True)
class LatchSeen:
    """The kill latch as the watchdog reads it. part: what is engaged while the rest goes on, in words; empty: everything is, or
    nothing. problem: why it cannot."""

    engaged: bool = False
    generation: int = 0
    source: str = ""
    problem: str = ""
    part: str = ""


@dataclass(frozen=True)
class Sight:
    """headline, detail: of the alarm, or of all being well. kill, kill_detail: the switch. engaged: of everything; part: of less, and
    the rest goes on. word, below: the stop button's, while nobody presses it. over: the terminal was closed, and there is nothing to
    watch."""

    alarm: Alarm
    headline: str
    detail: str
    kill: str
    kill_detail: str
    engaged: bool
    word: str
    below: str
    over: bool = False
    part: bool = False


def sight(beat: Beat | None, latch: LatchSeen, gone: bool, now_ns: int, watched_ns: int) -> Sight:
    """gone: the terminal's process has ended. watched_ns: how long has been watched."""
    alarm = _alarm(beat, gone, now_ns, watched_ns)
    headline, detail = _state(beat, alarm, now_ns, latch)
    kill, kill_detail = _kill(beat, latch, gone)
    word, below = (tr("STOP"), tr("press twice, or hold 1 s"))
    whole = latch.engaged and not latch.part
    if whole:
        word = tr("LATCHED") if gone or alarm >= Alarm.CORE_LATE or not _followed(beat, latch) else tr("ENGAGED")
        below = tr("press again to latch anew") if word == tr("LATCHED") else tr("new orders are refused")
    over = gone and beat is not None and beat.life == Life.CLOSED
    return Sight(alarm, headline, detail, kill, kill_detail, whole, word, below, over, bool(latch.part))


def _alarm(beat: Beat | None, gone: bool, now_ns: int, watched_ns: int) -> Alarm:
    if gone and (beat is None or beat.life != Life.CLOSED):
        return Alarm.DIED
    if beat is None or not beat.core_ns:
        return Alarm.NO_HEARTBEAT if watched_ns > START_NS else Alarm.NONE
    if beat.life == Life.CLOSED:
        return Alarm.NONE
    if beat.life == Life.BROKEN:
        return Alarm.CORE_BROKEN
    if now_ns - beat.core_ns > (CLOSING_LATE_NS if beat.life == Life.CLOSING else CORE_LATE_NS):
        return Alarm.CORE_LATE
    if beat.window_ns and now_ns - beat.window_ns > WINDOW_LATE_NS:
        return Alarm.WINDOW_LATE
    return Alarm.NONE


def _state(beat: Beat | None, alarm: Alarm, now_ns: int, latch: LatchSeen) -> tuple[str, str]:
    if alarm is Alarm.DIED:
        if latch.engaged and not latch.part:
            return tr("The terminal has died"), tr("The next start is stopped.")
        return tr("The terminal has died"), tr("Orders at outside venues may still work.")
    if alarm is Alarm.NO_HEARTBEAT:
        return tr("No heartbeat"), tr("The terminal is not seen. STOP works.")
    if beat is None or not beat.core_ns:
        return tr("Starting"), tr("Waiting for the first heartbeat.")
    age_s = max(now_ns - beat.core_ns, 0) / 1e9
    if alarm is Alarm.CORE_BROKEN:
        return tr("The core has stopped"), tr("It takes nothing more; see the terminal.")
    if alarm is Alarm.CORE_LATE:
        return tr("The core is silent for {age_s:.1f} s", age_s=age_s), tr("It may be stuck. STOP latches all the same.")
    seen = tr(
        "Core {age_s:.1f} s ago · entry {count} · {count_2} open",
        age_s=age_s, count=count(beat.seq), count_2=count(beat.open_orders),
    )
    if alarm is Alarm.WINDOW_LATE:
        return tr("Window stuck for {now_ns:.0f} s", now_ns=(now_ns - beat.window_ns) / 1000000000.0), tr(
            "The core goes on, with {count} orders open.",
            count=count(beat.open_orders),
        )
    words = {Life.RUNNING: tr("Running"), Life.PAUSED: tr("Paused"), Life.ENDED: tr("Session ended"), Life.CLOSING: tr("Closing")}
    return words.get(Life(beat.life), tr("Starting")), seen


def _kill(beat: Beat | None, latch: LatchSeen, gone: bool) -> tuple[str, str]:
    if latch.problem:
        return tr("KILL SWITCH UNKNOWN"), latch.problem
    if not latch.engaged:
        return (tr("KILL SWITCH NOT LATCHED") if gone else tr("KILL SWITCH RELEASED")), ""
    if latch.part:
        # Until the core has followed, or when it has gone, the part is as stopped as the latch says.
        return tr("PART STOPPED"), tr("{part}, by {source_is}", part=latch.part, source_is=heard(latch.source))
    if gone:
        return tr("KILL SWITCH LATCHED"), tr("by {source_is}", source_is=heard(latch.source))
    if _followed(beat, latch):
        return tr("KILL SWITCH ENGAGED"), tr("by {source_is}", source_is=heard(latch.source))
    return tr("KILL SWITCH LATCHED"), tr("the core has not followed yet")


def _followed(beat: Beat | None, latch: LatchSeen) -> bool:
    return beat is not None and bool(beat.kill_engaged) and beat.kill_generation >= latch.generation


def count(number: int) -> str:
    return f"{number:,}".replace(",", NARROW_SPACE)
