"""What the triggers remember between steps: counts, levels that fired, the run's best result, when the market was last heard."""

from typing import Any


class Notes:
    """times: of counted happenings in the window, by trigger number. levels: what fired last, by number; a loss fires again only
    that much further on. best: the run's best result. heard_at: the market's newest message; due: when to look at its age, 0: never.
    """

    __slots__ = ("best", "due", "heard_at", "levels", "times")

    def __init__(self) -> None:
        self.times: dict[int, list[int]] = {}
        self.levels: dict[int, int] = {}
        self.best: int = 0
        self.heard_at: int = 0
        self.due: int = 0

    def rows(self) -> tuple[Any, ...]:
        # As text: a long day's money may be more than 64 bits hold.
        levels = tuple((number, str(level)) for number, level in sorted(self.levels.items()))
        return (sorted(self.times.items()), levels, str(self.best), self.heard_at, self.due)


def notes_of(rows: Any) -> Notes:
    notes = Notes()
    times, levels, best, notes.heard_at, notes.due = rows
    notes.times = {number: list(kept) for number, kept in times}
    notes.levels = {number: int(level) for number, level in levels}
    notes.best = int(best)
    return notes
