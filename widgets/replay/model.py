"""Session picture -> the tape bar's words, and the steps of speed. No Qt."""

from dataclasses import dataclass
from math import inf

from core.domain.enums import PhaseOfRun
from core.domain.instrument import decimal_text
from core.domain.units import SECOND
from core.projections.pictures import SessionPicture
from widgets.tongue import tr

SPEEDS = (0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 50.0, 100.0, 0.0)
"""Slowest first; 0 is as fast as possible."""


@dataclass(frozen=True)
class Progress:
    """fraction: of the tape's time, 0 to 1."""

    fraction: float
    elapsed: str
    total: str
    clock: str


def speed_text(speed: float) -> str:
    return tr("Max") if speed == 0 else f"{speed:g}×"


def faster(speed: float) -> float:
    """The next step above; a speed between two steps goes to its neighbour."""
    return next((step for step in SPEEDS if _rank(step) > _rank(speed)), speed)


def slower(speed: float) -> float:
    return next((step for step in reversed(SPEEDS) if _rank(step) < _rank(speed)), speed)


def _rank(speed: float) -> float:
    return speed if speed > 0 else inf


def progress(picture: SessionPicture) -> Progress:
    length = max(picture.last_at - picture.first_at, 0)
    elapsed = max(0, min(picture.at - picture.first_at, length))
    return Progress(
        elapsed / length if length else 0.0, _span(elapsed), _span(length),
        _time_of_day(picture.at) if picture.at else "",
    )


def messages_text(picture: SessionPicture) -> str:
    return tr("{done} of {all}", done=decimal_text(picture.messages, 0), all=decimal_text(picture.messages_total, 0))


def trades_text(picture: SessionPicture) -> str:
    return tr("{done} of {all}", done=decimal_text(picture.trades_matched, 0), all=decimal_text(picture.trades_recorded, 0))


def trades_sentence(picture: SessionPicture) -> str:
    return tr(
        "{trades} recorded trades reproduced: of the trades history made up to here, our engine made this many with the same "
        "two orders, price and quantity.",
        trades=trades_text(picture),
    )


def diverged_text(picture: SessionPicture) -> str:
    return tr("{count} messages", count=decimal_text(picture.diverged, 0)) if picture.diverged != 1 else tr("1 message")


def can_play(picture: SessionPicture) -> bool:
    return picture.phase is PhaseOfRun.RUNNING


def _span(duration_ns: int) -> str:
    seconds = duration_ns // SECOND
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02d}:{seconds % 60:02d}" if hours else f"{minutes:02d}:{seconds % 60:02d}"


def _time_of_day(at: int) -> str:
    seconds = at // SECOND
    return f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d} UTC"
