"""The terminal's heartbeat: a small memory-mapped file in the data folder that other processes read, also when nobody answers.

Words of 8 bytes, each written and read whole; they belong to different moments, and each means something alone. The core
writes its own, the window its one. mono_ns is the system's monotonic clock, the same for every process of the machine.
Invariants: nothing waits for the file or for a disk; without it the terminal runs on, unwatched. It outlives a dead
terminal, and tells what it knew last. Deliberately absent: what follows from silence (app.stopping, app.watchdog).
"""

import contextlib
import mmap
import os
import time
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

from widgets.tongue import told

MAGIC = int.from_bytes(b"QDBEAT01", "little")
SIZE = 4096
"""One page. Written once as a whole, so that the room on the disk is there when a word is written into the map."""
FILE_NAME = "heartbeat"


class Life(IntEnum):
    """How the terminal stands. The numbers are in the file."""

    STARTING = 0
    RUNNING = 1
    PAUSED = 2
    ENDED = 3
    """The session was played to its end; orders may still be placed and cancelled."""
    BROKEN = 4
    """The core takes nothing more."""
    CLOSED = 5
    """The process ends, or has ended, as it should."""
    CLOSING = 6
    """Somebody closed it: the run ends, the last batch and a snapshot are written."""


class Beat(NamedTuple):
    """core_ns, window_ns: monotonic time of the last beat; 0: none yet. wall_ns: of the core's."""

    magic: int
    pid: int
    life: int
    core_ns: int
    wall_ns: int
    seq: int
    kill_generation: int
    kill_engaged: int
    open_orders: int
    window_ns: int


_WORDS = {name: number for number, name in enumerate(Beat._fields)}
_LIFE, _CORE, _WALL, _WINDOW = (_WORDS[name] for name in ("life", "core_ns", "wall_ns", "window_ns"))
_SEQ, _GENERATION, _ENGAGED, _OPEN = (_WORDS[name] for name in ("seq", "kill_generation", "kill_engaged", "open_orders"))


class Heartbeat:
    """The writer's end. problem: why nobody outside can see it; it then beats in memory only, for the dead man's switch."""

    def __init__(self, folder: Path) -> None:
        self.problem = ""
        self._map: mmap.mmap | None = None
        waiting = folder / f"{FILE_NAME}.new"
        try:
            # A new file: a watchdog that still has the last terminal's open sees that one stand still, not this one.
            waiting.write_bytes(MAGIC.to_bytes(8, "little") + os.getpid().to_bytes(8, "little") + bytes(SIZE - 16))
            waiting.replace(folder / FILE_NAME)
            self._map, self._words = _mapped(folder / FILE_NAME, write=True)
        except OSError as error:
            self.problem = told(
                "No heartbeat can be written ({strerror}): a watchdog sees nothing of this terminal.",
                strerror=error.strerror or error,
            )
            self._words = memoryview(bytearray(SIZE)).cast("Q")

    def core(self, mono_ns: int, life: Life, seq: int, kill_generation: int, kill_engaged: bool, open_orders: int) -> None:
        """From the core's thread."""
        words = self._words
        words[_LIFE], words[_SEQ], words[_OPEN] = life, seq, open_orders
        words[_GENERATION], words[_ENGAGED] = kill_generation, kill_engaged
        words[_WALL], words[_CORE] = time.time_ns(), mono_ns

    def window(self, mono_ns: int) -> None:
        """From the window's thread. 0: there is no window any more."""
        self._words[_WINDOW] = mono_ns

    @property
    def window_ns(self) -> int:
        return self._words[_WINDOW]

    def close(self, clean: bool) -> None:
        """clean: the process ends as it should. Otherwise the last words stay as they are."""
        if clean:
            self._words[_LIFE] = Life.CLOSED
        self._words.release()
        if self._map is not None:
            self._map.close()


class Pulse:
    """The reader's end. It follows the file to the next terminal on the same folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._map: mmap.mmap | None = None
        self._words: memoryview | None = None
        self._inode = 0

    def read(self) -> Beat | None:
        """None: there is no heartbeat, or the file is something else."""
        try:
            there = os.stat(self._path)
            if self._words is None or there.st_ino != self._inode:
                self.close()
                self._map, self._words = _mapped(self._path, write=False)
                self._inode = there.st_ino
        except (OSError, ValueError):
            return None
        beat = Beat(*self._words[: len(Beat._fields)])
        return beat if beat.magic == MAGIC else None

    def close(self) -> None:
        if self._words is not None and self._map is not None:
            self._words.release()
            self._map.close()
        self._words = self._map = None


def _mapped(path: Path, write: bool) -> tuple[mmap.mmap, memoryview]:
    """Raises OSError; ValueError when the file is too short."""
    handle = os.open(path, (os.O_RDWR if write else os.O_RDONLY) | getattr(os, "O_BINARY", 0))
    try:
        content = mmap.mmap(handle, SIZE, access=mmap.ACCESS_WRITE if write else mmap.ACCESS_READ)
    finally:
        with contextlib.suppress(OSError):
            os.close(handle)
    return content, memoryview(content).cast("Q")
