"""Pictures -> the banner's words and tokens. No Qt.

Limits of comfort are the operator's, not the machine's: nothing is decided here.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from core.domain.enums import Mode
from core.domain.instrument import decimal_text
from core.domain.scope import parse_scope
from core.domain.stages import Stage
from core.domain.units import MILLISECOND, SECOND
from core.projections.health import DATA_LATE_MS
from core.projections.lines import Line
from core.projections.people import ApprovalsPicture, PeoplePicture
from core.projections.pictures import HealthPicture, KillPicture, PositionRow, SessionPicture
from core.projections.results import DayRow
from widgets.dates import day_text
from widgets.labels import ROLE
from widgets.money import money
from widgets.scopes import part_caption, part_sentence, scope_words
from widgets.tongue import mark, tr

LAG_SLOW_US = 50_000
"""Chosen: longer than one frame, so what is seen is no longer what is."""
ENDED_OR_PAUSED = (Mode.PAUSED, Mode.ENDED)

MODE_TOKEN = {
    Mode.LIVE_SIM: "hairline", Mode.REPLAY: "selection", Mode.PAUSED: "stale", Mode.DRILL: "warning",
    Mode.ENDED: "stale",
}
MODE_FILL = {
    Mode.LIVE_SIM: "raised", Mode.REPLAY: "selection_fill", Mode.PAUSED: "stale_fill", Mode.DRILL: "warning_fill",
    Mode.ENDED: "stale_fill",
}


def tone(mode: Mode | None, kill: str = "") -> str:
    """The token of a window's frame; None: no session yet. kill: the switch's own tone, which outranks the mode's."""
    return kill or ("hairline" if mode is None else MODE_TOKEN[mode])


def kill_tone(picture: KillPicture) -> str:
    """Red is kept for a stop of everything; where a part is stopped and the rest goes on, it is another. Empty: nothing is stopped."""
    return "critical" if picture.whole else "warning" if picture.part else ""


@dataclass(frozen=True)
class Said:
    text: str
    token: str = "text"


def date_text(at: int) -> str:
    return datetime.fromtimestamp(at // SECOND, UTC).strftime("%Y-%m-%d UTC")


def clock_text(at: int) -> str:
    """Hours to milliseconds: 20:51:34.027."""
    seconds = at // SECOND
    return f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{at // MILLISECOND % 1000:03d}"


def speed_text(speed: float) -> str:
    return tr("Max") if speed == 0 else f"{speed:g}×"


ENVIRONMENTS = (mark("development"), mark("staging"), mark("production"))


def is_production(environment: str) -> bool:
    return environment.lower() == "production"


def environment_said(environment: str) -> Said:
    """Production is the word that must not be overlooked."""
    return Said(tr(environment).upper(), "warning" if is_production(environment) else "muted")


def data_age_said(health: HealthPicture, mode: Mode) -> Said:
    if mode in ENDED_OR_PAUSED:
        return Said(tr("on hold"), "stale")
    age = health.data_age_ms
    text = tr("{age} ms", age=age) if age < 1000 else f"{age / 1000:.1f} s" if age < 60_000 else tr("{age} min", age=age // 60000)
    return Said(tr("{text} late", text=text), "warning") if age >= DATA_LATE_MS else Said(text)


def lag_said(lag_us: int) -> Said:
    text = tr("{lag_us:.1f} ms", lag_us=lag_us / 1000) if lag_us < 100_000 else tr("{lag_us} ms", lag_us=lag_us // 1000)
    return Said(tr("{text} slow", text=text), "warning") if lag_us >= LAG_SLOW_US else Said(text)


def diverged_text(session: SessionPicture) -> str:
    if not session.diverged:
        return ""
    return tr("by {decimal} message{s}", decimal=decimal_text(session.diverged, 0), s="" if session.diverged == 1 else "s")


def day_said(rows: tuple[DayRow, ...]) -> str:
    """Net of fees, since the trading day began; several currencies stand side by side."""
    return "  ".join(f"{money(row.pnl, True)} {row.currency}" for row in rows) or tr("flat")


def day_caption(day: int) -> str:
    return tr("Day P&L, {day}", day=day_text(date.fromordinal(day)))


def profit_parts(rows: tuple[PositionRow, ...]) -> list[str]:
    """The run's net P&L and what it is made of, a line a currency."""
    lines = []
    for held in _by_quote(rows):
        parts = (
            (tr("P&L net"), [_net(row) for row in held]), (tr("gross"), [row.realised + row.unrealised for row in held]),
            (tr("realised"), [row.realised for row in held]), (tr("unrealised"), [row.unrealised for row in held]),
            (tr("fees"), [-row.fees for row in held]),
        )
        lines.append(", ".join(f"{name} {_money(held, values)}" for name, values in parts) + tr(", since the run began."))
    return lines


def _net(row: PositionRow) -> int:
    return row.realised + row.unrealised - row.fees


def _by_quote(rows: tuple[PositionRow, ...]) -> list[list[PositionRow]]:
    held: dict[str, list[PositionRow]] = {}
    for row in rows:
        held.setdefault(row.instrument.quote, []).append(row)
    return list(held.values())


def _money(rows: list[PositionRow], values: list[int]) -> str:
    """Exact money of each row's own instrument, added up in the finest unit of them."""
    finest = max((row.instrument for row in rows), key=lambda i: i.price_decimals + i.qty_decimals)
    digits = finest.price_decimals + finest.qty_decimals
    total = 0
    for row, value in zip(rows, values, strict=True):
        coarser: int = 10 ** (digits - row.instrument.price_decimals - row.instrument.qty_decimals)
        total += value * coarser
    return f"{finest.money_text(total, signed=True)} {finest.quote}"


@dataclass(frozen=True)
class LineSaid:
    """lost: it was up. waits: it was not yet. Either must be seen."""

    caption: str
    text: str
    lost: bool = False
    waits: bool = False


def line_said(lines: tuple[Line, ...]) -> LineSaid:
    """The worst of them, or how many are up."""
    if not lines:
        return LineSaid(tr("Venue"), tr("embedded"))
    worst = lines[0]
    caption = tr("Line to {venue}", venue=worst.venue)
    if not worst.up and worst.since:
        return LineSaid(caption, tr("LOST {time}", time=_time_text(worst.since)), lost=True)
    if not worst.up:
        return LineSaid(caption, tr("not up yet"), waits=True)
    return LineSaid(caption, tr("up##a line")) if len(lines) == 1 else LineSaid(tr("Lines"), tr("{count} up", count=len(lines)))


def line_sentences(lines: tuple[Line, ...]) -> list[str]:
    """One for each line, and where the market comes from."""
    return [*(_line_sentence(line) for line in lines), tr("Market data: the recorded session. No feed from outside is connected.")]


def _line_sentence(line: Line) -> str:
    if line.up:
        return tr("The line to {venue} is up since {time}.", venue=line.venue, time=_time_text(line.since))
    if line.since:
        return tr(
            "The line to {venue} is down since {time}: what it holds of ours is not known.", venue=line.venue, time=_time_text(line.since),
        )
    return tr("The line to {venue} has not been up yet.", venue=line.venue)


def _time_text(at: int) -> str:
    return clock_text(at)[:8]


def person_said(picture: PeoplePicture) -> Said:
    if not picture.person:
        return Said(tr("nobody"), "stale")
    return Said(tr("{person} (locked)", person=picture.person) if picture.locked else picture.person, "stale" if picture.locked else "text")


def person_caption(picture: PeoplePicture) -> str:
    """Roles; of a demo person the name says it."""
    if not picture.person:
        return tr("Signed in")
    return (", ".join(ROLE[role] for role in picture.roles) or tr("no role")).capitalize()


def waits_text(picture: ApprovalsPicture) -> str:
    """Requests that who is signed in can approve; those of others are theirs to see to."""
    able = sum(row.able for row in picture.waiting)
    return "" if not able else tr("1 waits") if able == 1 else tr("{able} wait", able=able)


def kill_word(picture: KillPicture) -> str:
    """An override is a hole in a stop: louder than the stop itself."""
    if any(opening.until for opening in picture.openings):
        return tr("OVERRIDE")
    if picture.whole:
        return tr("ENGAGED")
    if picture.part:
        return part_caption(len(picture.blocked))
    worst = max((row.stage for row in picture.stops), default=Stage.RELEASED)
    return {Stage.REDUCE_ONLY: tr("REDUCE ONLY"), Stage.CAPPED: tr("SMALL SIZE")}.get(worst, tr("RELEASED"))


WIDEST_NAME = 22
"""Characters of a scope in the banner, which must not push the window wider; the tooltip has all of it."""


def part_scope(picture: KillPicture) -> str:
    """Of a switch that stops a part: the widest that is stopped, and how many more."""
    first, *others = picture.blocked
    words = scope_words(parse_scope(first.scope).words)
    cut = words if len(words) <= WIDEST_NAME else f"{words[: WIDEST_NAME - 1]}\u2026"
    return tr("{scope} +{count}", scope=cut, count=len(others)) if others else cut


def stopped_said(picture: KillPicture | None) -> str:
    """In a title or a tooltip; empty: nothing is stopped."""
    if picture is None or not picture.engaged:
        return ""
    return tr("Kill switch engaged") if picture.whole else part_sentence([parse_scope(row.scope).words for row in picture.blocked])


def spoken(session: SessionPicture, mode_word: str, stopped: str, lines: tuple[Line, ...] = ()) -> str:
    """What a screen reader says of the banner. stopped: as stopped_said() has it."""
    kill = stopped or tr("Kill switch released")
    told = tr(
        "{mode}. {kill}. {environment}. {title}.", mode=mode_word, kill=kill, environment=tr(session.environment), title=session.title,
    )
    return " ".join([told, *(_line_sentence(line) for line in lines if not line.up)])
