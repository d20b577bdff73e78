"""One terminal a data folder: an exclusive lock on a file in it, held as long as the process lives."""

import os
from pathlib import Path
from typing import IO


class FolderInUse(Exception):
    """Text names the folder, why it cannot be used, and what to do."""


def lock(folder: Path) -> IO[bytes]:
    """Locks DATA/lock and returns the open file; keep it. Raises FolderInUse."""
    path = folder / "lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as error:
        raise FolderInUse(f"cannot use data folder {folder}: {error.strerror}; choose another one with --data") from error
    try:
        exclusive(file)
    except OSError as error:
        who = _written(file)
        file.close()
        raise FolderInUse(
            f"data folder {folder} is in use by another Quarterdeck{who}; close it, or start this one with another --data"
        ) from error
    file.truncate(0)
    file.write(str(os.getpid()).encode())
    file.flush()
    return file


def _written(file: IO[bytes]) -> str:
    """The number of the process that has it, as it wrote it down."""
    try:
        file.seek(0)
        number = file.read(20).decode("ascii", errors="replace")
    except OSError:
        return ""
    return f" (process {number})" if number.isdigit() else ""


def exclusive(file: IO[bytes], wait: bool = False) -> None:
    """Locks an open file for this process alone until it is closed. Raises OSError when another one has it."""
    if os.name == "nt":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
