"""The frame clock: thirty times a second it takes the pictures that the core made, draws what is visible, and asks again.

One frame is: tick, draw() of every view that has a picture, painting of what became dirty, all at once. While it lasts the
core takes commands only. A tick that finds no answer yet draws nothing and asks nothing: there is one question at a time.
"""

import time
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.frame_link import FrameLink

Viewed = list[tuple[str, str, Any]]
"""(key, projection's name, view)."""


class FrameClock(QObject):
    """visible: what can be seen now. wake: tells the core that a request is there. on_second: (frames, p50 us, p99 us). on_fault: a
    view raised."""

    def __init__(
        self, link: FrameLink, window: QWidget, visible: Callable[[], Viewed], wake: Callable[[], Any],
        on_second: Callable[[int, int, int], None], on_fault: Callable[[str, Exception], None], rate_hz: int = 30,
    ) -> None:
        super().__init__(window)
        self._link = link
        self._window = window
        self._visible = visible
        self._wake = wake
        self._on_second = on_second
        self._on_fault = on_fault
        self._failed: set[str] = set()
        self._asked: dict[str, Any] = {}
        """Whom the pictures that are on their way are for."""
        self._period_ns = 1_000_000_000 // rate_hz
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        self._due = 0
        self._second = 0
        self._frames = 0
        self.frame_ns: deque[int] = deque(maxlen=4096)
        self.per_second: deque[int] = deque(maxlen=4096)
        self.first_drawn: Callable[[], None] | None = None

    def start(self) -> None:
        self._due = time.monotonic_ns()
        self._second = self._due
        self._ask()
        self._timer.start(0)

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        started = time.monotonic_ns()
        pictures = self._link.take()
        if pictures is not None:
            self._frame(pictures, started)
        now = time.monotonic_ns()
        if now - self._second >= 1_000_000_000:
            self._tell_second(now)
        # Absolute deadlines: a late frame does not push the ones after it, and missed ones are not caught up in a burst.
        self._due += self._period_ns
        if self._due < now:
            self._due = now
        self._link.due = self._due
        self._timer.start(max(0, (self._due - time.monotonic_ns()) // 1_000_000))

    def _frame(self, pictures: dict[str, Any], started: int) -> None:
        self._link.drawing = True
        try:
            views = self._well()
            for key, _, view in views:
                picture = pictures.get(key)
                # A view that was made anew since did not ask for it: its predecessor had drawn what this one lacks.
                own = self._asked.get(key) is view
                if picture is not None and own:
                    self._guarded(key, view.draw, picture)
            # Paint now, inside the frame, what draw() marked: the core is held back for exactly this long.
            QApplication.sendEvent(self._window, QEvent(QEvent.Type.UpdateRequest))
        finally:
            self._link.drawing = False
        self.frame_ns.append(time.monotonic_ns() - started)
        self._frames += 1
        self._ask(views)
        if self.first_drawn is not None and pictures:
            self.first_drawn()
            self.first_drawn = None

    def _ask(self, views: Viewed | None = None) -> None:
        looks, self._asked = {}, {}
        for key, name, view in self._well() if views is None else views:
            look = self._guarded(key, view.look)
            if look is not None:
                looks[key], self._asked[key] = (name, look), view
        self._link.due = self._due + self._period_ns
        self._link.request = looks
        self._wake()

    def _well(self) -> Viewed:
        """What can be seen and has not failed."""
        return [one for one in self._visible() if one[0] not in self._failed]

    def _guarded(self, key: str, call: Callable[..., Any], *arguments: Any) -> Any:
        """A view that raises is off until the next start; the frame and the others go on."""
        try:
            return call(*arguments)
        except Exception as error:
            self._failed.add(key)
            self._on_fault(key, error)
            return None

    def _tell_second(self, now: int) -> None:
        frames = round(self._frames * 1_000_000_000 / (now - self._second))
        recent = sorted(list(self.frame_ns)[-max(self._frames, 1):]) or [0]
        self._on_second(frames, recent[len(recent) // 2] // 1000, recent[len(recent) * 99 // 100] // 1000)
        self.per_second.append(frames)
        self._second, self._frames = now, 0
