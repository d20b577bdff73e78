"""The kill latch: a 4 KB file that survives the program and can be engaged from outside it.

Layout, little endian: magic 8 B | generation u64 | released u64 | slots of 128 B: generation u64, length u64, source text.
The switch is engaged while generation > released. A writer locks, fills the slot of the next generation, and bumps
`generation` last, so that a reader who sees the number also finds the source. A release lifts only up to the generation
its author saw. Slots are used in turn; an overwritten source is shown as such.
Missing latch beside a journal: engaged (somebody removed the evidence). Empty data folder: released.
"""

import mmap
import os
import struct
from pathlib import Path
from typing import Final

MAGIC: Final = b"QDLATCH1"
SIZE: Final = 4096
_HEAD: Final = struct.Struct("<8sQQ")
_SLOT: Final = struct.Struct("<QQ")
_SLOT_BYTES: Final = 128
_SLOTS_AT: Final = 128
_SLOTS: Final = (SIZE - _SLOTS_AT) // _SLOT_BYTES
_TEXT_BYTES: Final = _SLOT_BYTES - _SLOT.size
_GENERATION: Final = struct.Struct("<Q")


class LatchError(Exception):
    """The latch file cannot be used; the text names file and remedy."""


class Latch:
    def __init__(self, path: Path, missing_means_engaged: bool) -> None:
        """Opens the file, making it when missing. Raises LatchError."""
        self.path = path
        try:
            if not path.exists():
                _create(path, engaged=missing_means_engaged)
            self._attach()
        except OSError as error:
            raise LatchError(f"cannot use the kill latch {path}: {error.strerror}; choose another folder with --data") from error
        except ValueError:
            raise LatchError(f"{path} is not a kill latch; move it away: the next start is then engaged") from None

    def _attach(self) -> None:
        """Raises OSError, or ValueError when the file is something else."""
        self._handle = os.open(self.path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        if os.fstat(self._handle).st_size != SIZE:
            os.close(self._handle)
            raise ValueError
        self._map = mmap.mmap(self._handle, SIZE)
        if self._map[:8] != MAGIC:
            self.close()
            raise ValueError

    def intact(self) -> bool:
        """Whether the file at the path is still the one that is open here."""
        try:
            there, here = os.stat(self.path), os.fstat(self._handle)
        except OSError:
            return False
        return (there.st_ino, there.st_dev) == (here.st_ino, here.st_dev)

    def reattach(self, newer_than: int) -> None:
        """After the file was removed or replaced: follows the new one, engaged, and newer than what the machine knows."""
        old_map, old_handle = self._map, self._handle
        if not self.path.exists():
            _create(self.path, engaged=True)
        self._attach()
        old_map.close()
        os.close(old_handle)
        while self.generation <= newer_than:
            self.engage("kill latch file was removed or replaced")

    @property
    def generation(self) -> int:
        return int(_GENERATION.unpack_from(self._map, 8)[0])

    @property
    def released(self) -> int:
        return int(_GENERATION.unpack_from(self._map, 16)[0])

    @property
    def engaged(self) -> bool:
        return self.generation > self.released

    def source(self, generation: int) -> str:
        at = _SLOTS_AT + generation % _SLOTS * _SLOT_BYTES
        found, length = _SLOT.unpack_from(self._map, at)
        if found != generation:
            return "unknown (latch slot was reused)"
        return self._map[at + _SLOT.size : at + _SLOT.size + min(length, _TEXT_BYTES)].decode(errors="replace")

    def engage(self, source: str) -> int:
        """Latches, durably; returns the new generation. Safe from any thread and any process."""
        text = source.encode(errors="replace")[:_TEXT_BYTES]
        with _locked(self._handle):
            generation = self.generation + 1
            at = _SLOTS_AT + generation % _SLOTS * _SLOT_BYTES
            _SLOT.pack_into(self._map, at, generation, len(text))
            self._map[at + _SLOT.size : at + _SLOT.size + len(text)] = text
            _GENERATION.pack_into(self._map, 8, generation)
            self._map.flush()
        return generation

    def release(self, generation: int) -> None:
        """Lifts every engagement up to generation, durably."""
        with _locked(self._handle):
            if generation > self.released:
                _GENERATION.pack_into(self._map, 16, min(generation, self.generation))
                self._map.flush()

    def close(self) -> None:
        self._map.close()
        os.close(self._handle)


def _create(path: Path, engaged: bool) -> None:
    """Makes the file whole or not at all, and never over one that appeared meanwhile."""
    text = b"latch file was missing beside a journal"
    content = bytearray(_HEAD.pack(MAGIC, int(engaged), 0).ljust(SIZE, b"\0"))
    if engaged:
        at = _SLOTS_AT + _SLOT_BYTES
        content[at : at + _SLOT.size + len(text)] = _SLOT.pack(1, len(text)) + text
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_suffix(f".{os.getpid()}.new")
    with waiting.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(waiting, path)
    except FileExistsError:
        pass
    finally:
        waiting.unlink()


class _locked:
    """An exclusive lock on an open file, over processes; blocks for the microseconds that another writer needs."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def __enter__(self) -> None:
        if os.name == "nt":
            import msvcrt

            os.lseek(self._handle, 0, os.SEEK_SET)
            msvcrt.locking(self._handle, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(self._handle, fcntl.LOCK_EX)

    def __exit__(self, *_: object) -> None:
        if os.name == "nt":
            import msvcrt

            os.lseek(self._handle, 0, os.SEEK_SET)
            msvcrt.locking(self._handle, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(self._handle, fcntl.LOCK_UN)
