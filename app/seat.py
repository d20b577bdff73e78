"""Who sits at this terminal: gives every command its author, and takes nothing from an empty or locked seat but Stop.

Any thread. It is changed by app.signing alone. The machine asks again, by the author's roles: this door only keeps what is
said in somebody's name from being said by nobody, or by whoever passes a locked terminal.
"""

import time
from collections.abc import Callable
from typing import Any

import msgspec

from core.messages.commands import Control, EngageKill, PlayTo, RestartSession
from core.messages.origin import Origin
from core.messages.people import TERMINAL, ActionDenied
from widgets.tongue import mark, tr

NOBODY = Origin()
SIGN_IN = mark("sign in first")
UNLOCK = mark("the terminal is locked")
READS_ONLY = mark("this person only reads")
DENIED_S = 1.0
"""The same thing tried again within it is not noted again."""


class Seat:
    """person: empty for nobody. A seat that is made with a person is somebody's from the start: for programs and tests."""

    def __init__(self, person: str = "") -> None:
        self._origin = Origin(person=person) if person else None
        self.locked = False
        self._denied: tuple[tuple[str, str], float] = (("", ""), 0.0)
        self.may_restart: Callable[[str], bool] = lambda person: True
        """A new session begins with an empty account, so not everybody may ask for it."""

    @property
    def person(self) -> str:
        return self._origin.person if self._origin is not None else ""

    def take(self, person: str) -> None:
        """Also how a locked one is opened again."""
        self._origin, self.locked = Origin(person=person), False

    def leave(self) -> None:
        self._origin, self.locked = None, False

    def lock(self) -> None:
        self.locked = True

    def closed(self) -> str:
        """Why nothing can be asked from here now; empty when it can."""
        return tr(SIGN_IN) if self._origin is None else tr(UNLOCK) if self.locked else ""

    def denied(self, asked: Any) -> ActionDenied | None:
        """For the record, that somebody tried; once for a key that is held down. None: nothing to note."""
        what, now = (type(asked).__name__, self.person), time.monotonic()
        if not hasattr(asked, "origin") or (what == self._denied[0] and now - self._denied[1] <= DENIED_S):
            return None
        self._denied = (what, now)
        why = "locked" if self.locked else "empty"
        return ActionDenied(self.person, TERMINAL, f"{what[0]}: {why}", time.time_ns())

    def signed(self, message: Any) -> Any:
        """The message with its author. None: nothing is taken from this seat now. What has an author keeps it, and what is no
        person's, such as a note of the program, passes."""
        # Whatever can have an author is somebody's.
        authored = hasattr(message, "origin")
        if not authored and not isinstance(message, Control):
            return message
        if authored and message.origin is not None:
            return message
        if self.closed():
            return msgspec.structs.replace(message, origin=NOBODY) if isinstance(message, EngageKill) else None
        if isinstance(message, RestartSession | PlayTo) and not self.may_restart(self.person):
            return None
        return message if isinstance(message, Control) else msgspec.structs.replace(message, origin=self._origin)
