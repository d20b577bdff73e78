"""An exclusive lock on an open file, over threads and processes, that is waited for only so long.

The system's own lock belongs to the open file, so two threads that share it would both have it: a lock of threads comes
first. It ends with the process that holds it, however that ends.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_STEP_S = 0.0002


class FileLock:
    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._threads = threading.Lock()

    @contextmanager
    def held(self, wait_s: float) -> Iterator[bool]:
        """False: it could not be had in time; the body runs without it."""
        deadline = time.monotonic() + wait_s
        if not self._threads.acquire(timeout=wait_s):
            yield False
            return
        try:
            locked = self._lock()
            while not locked and time.monotonic() < deadline:
                time.sleep(_STEP_S)
                locked = self._lock()
            try:
                yield locked
            finally:
                if locked:
                    self._unlock()
        finally:
            self._threads.release()

    def _lock(self) -> bool:
        try:
            if os.name == "nt":
                import msvcrt

                os.lseek(self._handle, 0, os.SEEK_SET)
                msvcrt.locking(self._handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
            else:
                import fcntl

                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(self) -> None:
        if os.name == "nt":
            import msvcrt

            os.lseek(self._handle, 0, os.SEEK_SET)
            msvcrt.locking(self._handle, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(self._handle, fcntl.LOCK_UN)
