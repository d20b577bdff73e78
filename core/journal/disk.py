"""What the journal asks of a disk, and the real one. Everything that must survive goes through here, so that a test can put a
disk underneath that fails, lies and loses power.

Promises the journal relies on, and no more: bytes are on the disk after sync(); a file's name after sync_folder() of its
folder; rename() replaces whole or not at all; a write without a sync may be there in full, in part, or as garbage.
"""

import os
import shutil
from pathlib import Path
from typing import Protocol


class File(Protocol):
    """An open file that grows at its end. Raises OSError."""

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """At the end; how many bytes were taken, which may be fewer."""

    def write_at(self, offset: int, data: bytes) -> None:
        """Over what is there."""

    def sync(self) -> None:
        """Until it returns nothing written is safe. After an error nothing is known: never call it again."""

    def truncate(self, size: int) -> None: ...

    def close(self) -> None: ...


class Disk(Protocol):
    """Raises OSError."""

    def names(self, folder: Path) -> list[str]:
        """Sorted; empty when there is no such folder."""

    def make(self, folder: Path) -> None:
        """With the folders above it; when it returns, their names are safe too."""

    def exists(self, path: Path) -> bool: ...

    def size(self, path: Path) -> int: ...

    def read(self, path: Path, offset: int = 0, length: int = -1) -> bytes: ...

    def append(self, path: Path) -> File:
        """Opened at its end; made when missing."""

    def rename(self, old: Path, new: Path) -> None: ...

    def remove(self, path: Path) -> None: ...

    def sync_folder(self, folder: Path) -> None: ...

    def free(self, folder: Path) -> int:
        """Bytes that may still be written."""


class RealFile:
    __slots__ = ("_handle",)

    def __init__(self, path: Path) -> None:
        # Not O_APPEND: with it write_at would append too.
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        os.lseek(self._handle, 0, os.SEEK_END)

    def write(self, data: bytes | bytearray | memoryview) -> int:
        return os.write(self._handle, data)

    def write_at(self, offset: int, data: bytes) -> None:
        if hasattr(os, "pwrite"):
            os.pwrite(self._handle, data, offset)
        else:
            os.lseek(self._handle, offset, os.SEEK_SET)
            os.write(self._handle, data)

    def sync(self) -> None:
        if hasattr(os, "fdatasync"):
            os.fdatasync(self._handle)
        else:
            os.fsync(self._handle)

    def truncate(self, size: int) -> None:
        os.ftruncate(self._handle, size)
        os.lseek(self._handle, size, os.SEEK_SET)

    def close(self) -> None:
        os.close(self._handle)


class RealDisk:
    def names(self, folder: Path) -> list[str]:
        try:
            return sorted(os.listdir(folder))
        except FileNotFoundError:
            return []

    def make(self, folder: Path) -> None:
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for made in missing:
            self.sync_folder(made.parent)

    def exists(self, path: Path) -> bool:
        return path.exists()

    def size(self, path: Path) -> int:
        return path.stat().st_size

    def read(self, path: Path, offset: int = 0, length: int = -1) -> bytes:
        with path.open("rb") as file:
            file.seek(offset)
            return file.read(length)

    def append(self, path: Path) -> File:
        return RealFile(path)

    def rename(self, old: Path, new: Path) -> None:
        os.replace(old, new)

    def remove(self, path: Path) -> None:
        path.unlink()

    def sync_folder(self, folder: Path) -> None:
        if os.name != "nt":  # Windows has no such call and needs none
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def free(self, folder: Path) -> int:
        return shutil.disk_usage(folder).free


REAL = RealDisk()


def write_whole(disk: Disk, path: Path, content: bytes) -> None:
    """A file that is there whole or not at all, whenever the power goes."""
    waiting = path.with_name(path.name + ".new")
    if disk.exists(waiting):
        disk.remove(waiting)
    file = disk.append(waiting)
    try:
        write_all(file, content)
        file.sync()
    finally:
        file.close()
    disk.rename(waiting, path)
    disk.sync_folder(path.parent)


def remove_unfinished(disk: Disk, folder: Path) -> None:
    """What write_whole left behind when it was killed or the disk was full. Only while nobody else writes there."""
    for name in disk.names(folder):
        if name.endswith(".new"):
            disk.remove(folder / name)


def write_all(file: File, content: bytes | bytearray | memoryview) -> None:
    view = memoryview(content)
    while view:
        taken = file.write(view)
        if taken <= 0:
            raise OSError(5, "the disk takes nothing more")
        view = view[taken:]
