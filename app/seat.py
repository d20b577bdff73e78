"""Who sits at this terminal: gives every command its author, and takes nothing from an empty or locked seat but Stop.

Any thread. It is changed by app.signing alone. The machine asks again, by the author's roles: this door only keeps what is
said in somebody's name from being said by nobody, or by whoever passes a locked terminal.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from core.messages.commands import Control, EngageKill, PlayTo, RestartSession
from core.messages.origin import Origin
from widgets.tongue import mark, tr

NOBODY = Origin()
SIGN_IN = mark("sign in first")
UNLOCK = mark("the terminal is locked")
READS_ONLY = mark("this person only reads")


class Seat:
    """person: empty for nobody. A seat that is made with a person is somebody's from the start: for programs and tests."""

    def __init__(self, person: str = "") -> None:
        self._origin = Origin(person=person) if person else None
        self.locked = False
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
