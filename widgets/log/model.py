"""Log lines as the panel shows them, and which of them a choice of importance and words leaves. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.record_list import Field, Record
from widgets.tongue import mark

LEVELS = (mark("All"), mark("Warnings"), mark("Errors"))
FLOOR = {"All": 0, "Warnings": 30, "Errors": 40}
COLUMNS = (Field(mark("Time UTC"), 100), Field(mark("Level"), 70), Field(mark("From##the logger"), 150), Field(mark("What"), 0))
EMPTY = (mark("Nothing logged"), mark("What the program does, and what goes wrong, appears here and in the log file."))


@dataclass(frozen=True)
class LogLine:
    """number: logging's own level number. error: a traceback, or empty."""

    time: str
    number: int
    level: str
    logger: str
    message: str
    error: str = ""


def record(line: LogLine) -> Record:
    token = "critical" if line.number >= 40 else "warning" if line.number >= 30 else "text" if line.number >= 20 else "muted"
    return Record((line.time, line.level.capitalize(), line.logger, line.message.replace("\n", " ")), token, 1 if line.number >= 30 else -1)


def found(lines: Sequence[LogLine], level: str, typed: str) -> list[LogLine]:
    words = typed.casefold().split()
    return [
        line for line in lines
        if line.number >= FLOOR[level] and all(word in f"{line.logger} {line.message} {line.error}".casefold() for word in words)
    ]
