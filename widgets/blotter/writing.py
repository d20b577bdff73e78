"""Writes many rows to a file while the window goes on: some milliseconds at a time, beside the file, which appears only when it is
whole. It can be left at any moment, and then nothing is there."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from time import monotonic_ns
from typing import TextIO

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from core.domain.units import MILLISECOND
from widgets.tongue import mark, tr

SLICE_NS = 6 * MILLISECOND
"""Chosen: a fifth of a frame."""


class Writing(QObject):
    """lines: of the file; total: how many there will be, for the progress."""

    progressed = Signal(int)
    """Percent."""
    ended = Signal(str)
    """Empty: the file is there. Else why it is not."""

    def __init__(self, path: Path, lines: Iterator[str], total: int, parent: QObject) -> None:
        super().__init__(parent)
        self._path, self._lines, self._total = path, lines, max(total, 1)
        self._waiting = path.with_name(path.name + ".part")
        self._file: TextIO | None = None
        self._written = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        try:
            self._file = self._waiting.open("w", newline="", encoding="utf-8", errors="replace")
        except OSError as error:
            self.ended.emit(tr("{strerror}. Choose another place.", strerror=error.strerror))
            return
        self._timer.start(0)

    def leave(self, why: str = mark("it was stopped.")) -> None:
        """Nothing of it stays."""
        self._timer.stop()
        self._close(keep=False)
        self.ended.emit(tr(why))

    def _go_on(self) -> None:
        assert self._file is not None
        until = monotonic_ns() + SLICE_NS
        try:
            for line in self._lines:
                self._file.write(line)
                self._written += 1
                if not self._written % 32 and monotonic_ns() > until:
                    self.progressed.emit(min(100 * self._written // self._total, 99))
                    self._timer.start(1)
                    return
            self._file.flush()
            os.fsync(self._file.fileno())
            self._close(keep=True)
        except OSError as error:
            self._close(keep=False)
            self.ended.emit(tr("{strerror}. Choose another place.", strerror=error.strerror))
            return
        self.ended.emit("")

    def _close(self, keep: bool) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None
            if keep:
                os.replace(self._waiting, self._path)
            else:
                self._waiting.unlink(missing_ok=True)
