"""What the command line denied, kept in DATA/denied.jsonl until a core has it in its journal.

The command that was denied is another process than the one that writes the journal, and there may be none. So it adds a line here,
safe on disk before it says no; the core that runs, or the next one, takes the lines in, and lets go of them once they are durable.
Invariants: a line is never lost by this, and is there twice only after a crash in between; the file is its owner's alone to read;
what was typed as a password, or as a name that nobody has, is never in it. Nobody waits for the other side's lock in the core's thread.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from core.messages.people import ActionDenied, SignInFailed

FILE_NAME: Final = "denied.jsonl"
MOST: Final = 100
"""Lines taken in at once; the rest waits until those are durable."""
LINE: Final = 4096
Note = SignInFailed | ActionDenied


class DoorNotes:
    def __init__(self, data: Path) -> None:
        self.path = data / FILE_NAME
        self._taken = 0

    def add(self, note: Note) -> None:
        """Raises OSError."""
        opened = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            with _locked(opened, wait=True):
                os.write(opened, msgspec.json.encode(note) + b"\n")
                os.fsync(opened)
        finally:
            os.close(opened)

    def take(self) -> tuple[list[Note], int]:
        """Those that were not taken yet, and how many lines are none. Until let_go they stay in the file. Raises OSError."""
        try:
            if self.path.stat().st_size <= self._taken:
                return [], 0
            opened = os.open(self.path, os.O_RDONLY)
        except FileNotFoundError:
            return [], 0
        try:
            with _locked(opened, wait=False) as mine:
                if not mine:
                    return [], 0
                os.lseek(opened, self._taken, os.SEEK_SET)
                lines = os.read(opened, MOST * LINE).split(b"\n")[:-1][:MOST]
        finally:
            os.close(opened)
        found: list[Note] = []
        for line in lines:
            self._taken += len(line) + 1
            with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError):
                found.append(msgspec.json.decode(line, type=Note))
        return found, len(lines) - len(found)

    def let_go(self) -> None:
        """All that was taken is in the journal. What came since keeps the file. Raises OSError."""
        opened = os.open(self.path, os.O_RDWR)
        try:
            with _locked(opened, wait=False) as mine:
                if not mine:
                    return
                os.lseek(opened, self._taken, os.SEEK_SET)
                # A rest without an end is of a process that died, for whoever writes has the lock.
                if b"\n" not in os.read(opened, LINE):
                    os.ftruncate(opened, 0)
                    self._taken = 0
        finally:
            os.close(opened)


@contextlib.contextmanager
def _locked(opened: int, wait: bool) -> Iterator[bool]:
    """Whether it is ours; given back when the file is closed."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(opened, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(opened, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield False
        return
    yield True
