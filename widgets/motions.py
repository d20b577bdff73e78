"""Two motions, or one long one: the pattern by which a hand shows that it means it.

Invariants: the second press counts only within confirm_ms of the first; a hold of hold_ms is both at once and swallows
the press that its release would be; stop() ends everything, so no timer outlives a hidden button.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

CONFIRM_MS = 5_000
"""Chosen: long enough to read one sentence under stress, short enough that a forgotten first press is safe."""
HOLD_MS = 600
"""Chosen: longer than any click, shorter than waiting."""


class TwoMotions:
    """done: the thing itself. changed: asking or not asking any more. Timers belong to owner."""

    def __init__(
        self, owner: QObject, done: Callable[[], None], changed: Callable[[], None], confirm_ms: int = CONFIRM_MS, hold_ms: int = HOLD_MS,
    ) -> None:
        self.asking = False
        self._swallow = False
        self._done, self._changed = done, changed
        self._lapse = _single_shot(owner, confirm_ms, self.stop)
        self._hold = _single_shot(owner, hold_ms, self._held)

    def press(self) -> None:
        if self._swallow:
            self._swallow = False
        elif self.asking:
            self._finish()
        else:
            self.asking = True
            self._lapse.start()
            self._changed()

    def hold(self) -> None:
        """The button went down."""
        self._swallow = False
        self._hold.start()

    def let_go(self) -> None:
        self._hold.stop()

    def stop(self) -> None:
        """Nothing is asked any more."""
        self._lapse.stop()
        self._hold.stop()
        if self.asking:
            self.asking = False
            self._changed()

    def _held(self) -> None:
        self._swallow = True
        self._finish()

    def _finish(self) -> None:
        self.stop()
        self._done()


def _single_shot(owner: QObject, interval_ms: int, ended: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(interval_ms)
    timer.timeout.connect(ended)
    return timer
