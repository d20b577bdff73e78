"""That the core did not take what a panel asked for: its inbox was full, its disk did not keep up, or nobody may ask from here.

Invariants: no answer will ever come, so whoever asked says it at the place where the answer would stand, and waits for none; what was
typed for it stays. The window tells it while `asked` is still being emitted: by that a panel knows its own asking. A panel that has
more to say there says this until it asks again, SHOWN_MS at most.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from widgets.lines import Note, said
from widgets.tongue import mark

NOT_TAKEN = Note(mark("Not sent: the core did not take it. The notice above says why."), "critical", "wrong")
SHOWN_MS = 8_000
"""Chosen: it is read after the eye has come back from where the hand was."""


class Sending:
    """For a form that closes, and a button that waits, once it has asked. failed: what it asked for last was not taken."""

    def __init__(self) -> None:
        self.failed = self._under_way = False

    def ask(self, asked: Any, command: object) -> bool:
        """Emits the signal asked; whether the command was taken."""
        self.failed, self._under_way = False, True
        try:
            asked.emit(command)
        finally:
            self._under_way = False
        return not self.failed

    def not_taken(self) -> bool:
        """Whether it was this one that asked."""
        self.failed = self._under_way
        return self.failed

    def forget(self) -> None:
        """Something was changed, so it is about another command."""
        self.failed = False

    def notes(self) -> list[Note]:
        return [said(NOT_TAKEN)] if self.failed else []


class Untaken:
    """For a panel's own line. owner: the panel, with its signal `asked`. changed: called when it begins and when it ends."""

    def __init__(self, owner: QObject, asked: Any, changed: Callable[[], None]) -> None:
        self.standing = False
        self._changed = changed
        self._end = QTimer(owner)
        self._end.setSingleShot(True)
        self._end.setInterval(SHOWN_MS)
        self._end.timeout.connect(self.forget)
        asked.connect(self.forget)

    def say(self) -> None:
        self.standing = True
        self._end.start()
        self._changed()

    def forget(self, *_: object) -> None:
        if self.standing:
            self.standing = False
            self._end.stop()
            self._changed()

    def notes(self) -> list[Note]:
        return [said(NOT_TAKEN)] if self.standing else []
