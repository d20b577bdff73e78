"""What the title of a floating panel tells of the terminal's state, and what of it has room. Pure.

Invariants: mode and kill switch stay whole, an alarm at least as its sign; the rest goes from the last to the first. Words and limits are
the banner's own.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from core.domain.enums import Mode
from core.projections.lines import LinesPicture
from core.projections.pictures import HealthPicture, KillPicture, SessionPicture
from core.projections.results import DayPicture
from widgets import shapes
from widgets.banner import model
from widgets.labels import MODE
from widgets.rehearsed import tested_line
from widgets.shapes import Shape
from widgets.tongue import tr

MODE_SHAPE = {
    Mode.LIVE_SIM: shapes.play, Mode.REPLAY: shapes.again, Mode.PAUSED: shapes.pause, Mode.DRILL: shapes.warning,
    Mode.ENDED: shapes.square,
}


class Told(NamedTuple):
    """What has come of the core so far; None: nothing yet."""

    session: SessionPicture | None = None
    kill: KillPicture | None = None
    health: HealthPicture | None = None
    day: DayPicture | None = None
    lines: LinesPicture | None = None


class Block(NamedTuple):
    """forms: its words, the longest first; an empty one is the sign alone. fill: token of its ground, empty: none. spare: may be left
    out."""

    forms: tuple[str, ...]
    fill: str = ""
    sign: Shape | None = None
    spare: bool = False


Shown = list[tuple[Block, str]]


def blocks(told: Told) -> list[Block]:
    """The most important first."""
    mode = Mode.ENDED if told.session is None else told.session.mode
    word = tr("NO SESSION") if told.session is None else MODE[mode]
    made = [Block((word,), model.MODE_FILL[mode], MODE_SHAPE[mode])]
    kill = told.kill
    if kill is not None and (kill.engaged or kill.stops):
        engaged = model.kill_tone(kill) == "critical"
        made.append(Block(
            (model.kill_word(kill),), "critical_fill" if engaged else "warning_fill", shapes.octagon if engaged else shapes.warning,
        ))
    line = model.line_said(told.lines.lines) if told.lines is not None else None
    if line is not None and (line.lost or line.waits):
        words = f"{line.caption} {line.text}", line.text, ""
        made.append(Block(words, "critical_fill" if line.lost else "warning_fill", shapes.warning))
    age = data_age(told)
    if age is not None and age.token == "warning":
        made.append(Block((tr("Data {age}", age=age.text), age.text, ""), "warning_fill", shapes.clock))
    if told.day is not None:
        profit = model.day_said(told.day.rows)
        # "flat" alone says nothing; a signed amount of money does.
        made.append(Block((tr("Day {profit}", profit=profit), *([profit] if told.day.rows else [])), spare=True))
    if told.session is not None:
        made.append(Block((model.clock_text(told.session.at)[:8],), spare=True))
    return made


def data_age(told: Told) -> model.Said | None:
    if told.health is None or told.session is None:
        return None
    return model.data_age_said(told.health, told.session.mode)


def fitted(wanted: Sequence[Block], width: Callable[[Block, str], int], room: int) -> Shown:
    """Each as long as the room allows, the most important first."""
    shown = {number: block.forms[-1] for number, block in enumerate(wanted) if not block.spare}
    used = sum(width(wanted[number], form) for number, form in shown.items())
    for number, block in enumerate(wanted):
        now = width(block, shown[number]) if number in shown else 0
        longer = next((form for form in block.forms if used - now + width(block, form) <= room), None)
        if longer is None:
            # Nothing less important stands where this had no room.
            break
        shown[number] = longer
        used += width(block, longer) - now
    return [(block, shown[number]) for number, block in enumerate(wanted) if number in shown]


def steady(words: str) -> str:
    """As wide as the words while only their digits change."""
    return re.sub(r"\d", "0", words)


def state(told: Told) -> str:
    """Mode and kill switch, and what is wrong, in a sentence each: for who cannot see the blocks."""
    mode = MODE[told.session.mode] if told.session is not None else tr("NO SESSION")
    kill = told.kill
    if kill is None:
        switch = tr("Kill switch: {word}", word=tr("unknown"))
    elif kill.engaged or kill.stops:
        switch = tr("Kill switch: {word}", word=model.kill_word(kill))
    else:
        switch = tr("Kill switch released")
    alarms = [block.forms[0] for block in blocks(told) if "" in block.forms]
    return " ".join(f"{one}." for one in (mode, switch, *alarms))


def tip(told: Told) -> str:
    """All of it, also what has no room."""
    lines = [state(told)]
    if told.kill is not None:
        lines += [model.stopped_said(told.kill)] if told.kill.part else []
        lines.append(tested_line(told.kill.tested)[0])
    age, session = data_age(told), told.session
    facts = [
        (tr("Data age"), age.text if age is not None else ""),
        (tr("Core lag p99"), model.lag_said(told.health.core_lag_p99_us).text if told.health is not None else ""),
        (model.day_caption(told.day.day), model.day_said(told.day.rows)) if told.day is not None else ("", ""),
        (model.date_text(session.at), model.clock_text(session.at)) if session is not None else ("", ""),
        (tr("Session"), f"{session.title}, {model.environment_said(session.environment).text}") if session is not None else ("", ""),
    ]
    lines += [f"{name}: {value}" for name, value in facts if value]
    if told.lines is not None:
        lines += model.line_sentences(told.lines.lines)
    return "\n".join(lines)
