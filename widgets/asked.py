"""What a form has asked for and is not answered yet: what was typed for it stays until the core has taken it. Qt-free.

Invariants: one request waits at a time, and only its own answer ends it; a reason that was refused serves for the same thing again, and
for nothing else until somebody has changed it.
"""

from collections.abc import Sequence
from typing import Any

from core.projections.answers import Answer


class Asked:
    """waits: for its answer; None: nothing does. failed: the core did not even take it, and nothing was changed since. about: what the
    last request was about, in the form's own words, until it is taken; text: the reason that it was asked with."""

    def __init__(self) -> None:
        self.waits: Any = None
        self.about: Any = None
        self.text = ""
        self.failed = False
        self._seen = 0

    def begin(self, command: Any, about: Any = "", text: str = "") -> None:
        self.waits, self.about, self.text, self.failed = command, about, text, False

    def serves(self, about: Any, text: str) -> bool:
        """Whether this reason may be given for that: not when it was given for something else."""
        return self.about is None or text != self.text or about == self.about

    def hear(self, answers: Sequence[Answer]) -> bool:
        """Of each picture. Whether what waited was taken now."""
        fresh = [answer for answer in answers if answer.number > self._seen]
        self._seen = answers[-1].number if answers else self._seen
        found = next((answer for answer in fresh if answer.command == self.waits), None) if self.waits is not None else None
        if found is None:
            return False
        self.waits = None
        if not found.refused:
            self.about = None
        return not found.refused

    def not_taken(self, command: Any) -> bool:
        """It never came as far as the core, so nothing will answer it. Whether it was this one that asked."""
        mine = self.waits is not None and command is self.waits
        if mine:
            self.waits, self.failed = None, True
        return mine

    def changed(self) -> None:
        """What was typed is about another command now."""
        self.failed = False

    def forget(self) -> None:
        self.waits, self.about, self.failed = None, None, False
