"""Why the history database cannot be used now, in one sentence for a person. Imports no database."""

from typing import Any


class HistoryError(Exception):
    """lasting: trying again will not help; somebody has to do something first."""

    def __init__(self, sentence: str, lasting: bool = False) -> None:
        self.lasting = lasting
        super().__init__(sentence)


# The drivers' own words, and what a person can do.
REMEDIES = (
    ("database is locked", "it is locked by another program"),
    ("unable to open database file", "its file cannot be opened: check that the folder exists and may be written"),
    ("readonly database", "its file or folder is read-only: give write permission, or choose another place with --history"),
    ("file is not a database", "its file is not a database: move it away"),
    ("disk is full", "the disk is full: free some space"),
    ("malformed", "its file is damaged: move it away, and run: main.py history rebuild"),
)


def explained(where: str, error: BaseException) -> HistoryError:
    """where: the database's name without its password."""
    if isinstance(error, HistoryError):
        return error
    reason = _reason(error)
    for words, remedy in REMEDIES:
        if words in reason:
            return HistoryError(f"history database {where}: {remedy}")
    return HistoryError(f"history database {where}: {reason}")


def _reason(error: BaseException) -> str:
    cause: Any = getattr(error, "orig", None) or error
    told = cause.args[0] if cause.args else cause
    if isinstance(told, dict):
        # PostgreSQL's own answer: M is its sentence.
        return str(told.get("M", told))
    return f"{told}" if str(told).strip() else type(cause).__name__
