"""What the command line denied, brought into the journal by the core that runs: looked for ten times a second, in the core's thread."""

import logging
from typing import Any

from app.assembly import Assembly
from core.edge.door_notes import DoorNotes
from core.journal.entry import Entry
from widgets.tongue import english, told

log = logging.getLogger(__name__)


class Denied:
    """Made before the core starts."""

    def __init__(self, assembly: Assembly) -> None:
        self._core = assembly.core
        self._notes = DoorNotes(assembly.folders.data)
        self._waiting: list[Any] = []
        self._trouble = ""
        assembly.board.subscribe("denied", self._follow, ours_only=True)

    def look(self) -> None:
        """Raises nothing: a file that cannot be read is said once, and the core goes on."""
        if self._waiting:
            return
        try:
            found, strange = self._notes.take()
        except OSError as error:
            self._say(told("{path} cannot be read: {strerror}", path=self._notes.path, strerror=error.strerror or error))
            return
        if strange:
            self._say(told("{strange} lines of {path} are none", strange=strange, path=self._notes.path))
        for note in found:
            if self._core.submit(note, by_program=True):
                self._waiting.append(note)
                log.info("denied on the command line: %s", note)
        if strange and not self._waiting:
            self._forget()

    def _follow(self, entry: Entry) -> None:
        """Published, so durable."""
        if self._waiting and entry.message is self._waiting[0]:
            del self._waiting[0]
            if not self._waiting:
                self._forget()

    def _forget(self) -> None:
        try:
            self._notes.let_go()
        except OSError as error:
            self._say(told("{path} cannot be emptied: {strerror}", path=self._notes.path, strerror=error.strerror or error))

    def _say(self, sentence: str) -> None:
        if sentence != self._trouble:
            self._trouble = sentence
            log.warning("%s", english(sentence))
