"""Which cells changed in the last 150 ms. What is over goes out with the next picture, so that a frame paints once; where none comes, one
single-shot timer ends it. Nothing polls.

Invariant: the timer runs only while something is lit. clear() when the view is hidden.
"""

from collections.abc import Callable, Hashable, Iterable
from time import monotonic_ns

from PySide6.QtCore import QObject, Qt, QTimer

from core.domain.units import MILLISECOND
from widgets.style import FLASH_MS

PATIENCE_MS = 40
"""More than a frame: this long the timer leaves it to the next picture."""


class Flash:
    """ended: called with the keys that went out, to repaint their cells."""

    def __init__(self, parent: QObject, ended: Callable[[list[Hashable]], None]) -> None:
        self._until: dict[Hashable, int] = {}
        self._ended = ended
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._expire)

    def light(self, keys: Iterable[Hashable]) -> None:
        now = monotonic_ns()
        until = now + FLASH_MS * MILLISECOND
        for key in keys:
            self._until[key] = until
        self._put_out(now)

    def is_lit(self, key: Hashable) -> bool:
        return key in self._until

    def clear(self) -> None:
        self._timer.stop()
        self._until.clear()

    def _expire(self) -> None:
        self._put_out(monotonic_ns())

    def _put_out(self, now: int) -> None:
        out = [key for key, until in self._until.items() if until <= now]
        for key in out:
            del self._until[key]
        if self._until:
            self._timer.start((min(self._until.values()) - now) // MILLISECOND + PATIENCE_MS)
        else:
            self._timer.stop()
        if out:
            self._ended(out)
