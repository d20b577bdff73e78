"""The frame clock: thirty times a second it takes the pictures that the core made, draws what is visible, and asks again.

One frame is: tick, draw() and painting of every view that has a picture, one view after the other, and the next question. When some
parts are done and the next would take longer than their time, what the person did meanwhile comes first and the rest after it: a click
never waits for a whole frame, and hardly for two parts. So the window does not paint by itself in a frame: Qt would, before it hears a
click, and after it the timer would have its turn. Until the frame is done the core takes commands only. A tick that finds no answer yet
looks again soon: a late answer costs a moment, not a frame; there is one question at a time.
"""

import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.frame_link import FrameLink

Viewed = list[tuple[str, str, Any]]
"""(key, projection's name, view)."""
SLICE_NS = 1_000_000
"""Of drawing, before keys and mouse come first. One draw(), or one painting, may take longer; nothing parts it."""
PAINT, ASK = "/paint", "/ask"
"""After a view's key: its painting. And the looks of all views, the last part of a frame."""
HELD_MS = 1
"""Between two parts of a frame while something of ours waits for the disk: an acknowledgement is not to wait until all is painted."""
SOON_MS = 1
"""Until a late answer is looked for again."""
PATIENCE = 2
"""A period divided by this is how long a late answer is looked for; then the frame is left out."""


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
        self._timer.timeout.connect(self._turn)
        self._due = 0
        self._second = 0
        self._frames = 0
        self.frame_ns: deque[int] = deque(maxlen=4096)
        self.per_second: deque[int] = deque(maxlen=4096)
        self._left: deque[tuple[str, Callable[[], Any]]] = deque()
        """Parts of this frame that are still to be done, by name. Each view's painting comes after its draw(), and ASK last."""
        self._paints = False
        self._owed = False
        """The window wanted to be painted, and was put off."""
        self._took: dict[str, int] = {}
        """Nanoseconds of each part of a frame, a while ago at the longest: whether there is time for it."""
        self._started = 0
        self._begun = False
        self.first_drawn: Callable[[], None] | None = None
        """Called once, after the first frame with a picture in it."""
        self.drawn: Callable[[], None] | None = None
        """Called after each frame."""
        self.rests: Callable[[], None] = lambda: None
        """Called when nothing of a frame is left to do, also when there was none."""

    def start(self) -> None:
        self._due = time.monotonic_ns()
        self._second = self._due
        self._ask()
        self._timer.start(0)

    def stop(self) -> None:
        self._timer.stop()
        self._drop()
        self._link.drawing = False

    def paints_later(self) -> bool:
        """Whether the window, which Qt would paint now, is painted in its turn instead."""
        if self._paints or len(self._left) < 2:
            return False
        self._owed = True
        return True

    def _turn(self) -> None:
        if self._left:
            self._slice()
        else:
            self._tick()

    def _tick(self) -> None:
        self._started = time.monotonic_ns()
        pictures = self._link.take()
        if pictures is None and self._started < self._due + self._period_ns // PATIENCE:
            self._timer.start(SOON_MS)
            return
        if pictures is None:
            self._rest()
            return
        self._begun = bool(pictures)
        for key, view in self._asked.items():
            if pictures.get(key) is not None:
                self._left.append((key, partial(self._draw, key, view, pictures[key])))
                # Inside the frame: the core is held back for exactly this long.
                self._left.append((key + PAINT, self._paint))
        self._left.append((ASK, self._ask))
        self._slice()

    def _slice(self) -> None:
        """Draws and paints for a while; then the rest of the frame, or the next one, by the timer."""
        self._link.drawing = True
        until = time.monotonic_ns() + SLICE_NS
        try:
            self._do_next()
            while self._left and time.monotonic_ns() + self._took.get(self._left[0][0], 0) <= until:
                self._do_next()
        except BaseException:
            self._drop()
            raise
        finally:
            self._link.drawing = bool(self._left)
        if self._left:
            self._timer.start(HELD_MS if self._link.held else 0)
            return
        self.frame_ns.append(time.monotonic_ns() - self._started)
        self._frames += 1
        if self._begun and self.first_drawn is not None:
            self.first_drawn()
            self.first_drawn = None
        if self.drawn is not None:
            self.drawn()
        self._rest()

    def _do_next(self) -> None:
        part, do = self._left.popleft()
        began = time.monotonic_ns()
        do()
        # Slowly forgotten: a painting that Qt did by itself meanwhile took no time at all.
        self._took[part] = max(time.monotonic_ns() - began, self._took.get(part, 0) * 15 // 16)

    def _draw(self, key: str, view: Any, picture: Any) -> None:
        # It may have gone since it asked. Its successor under this key did not ask, and draws what comes next.
        if isValid(view):
            self._guarded(key, view.draw, picture)

    def _paint(self) -> None:
        """What is marked to be painted, of the whole window."""
        self._paints, self._owed = True, False
        try:
            QApplication.sendEvent(self._window, QEvent(QEvent.Type.UpdateRequest))
        finally:
            self._paints = False

    def _drop(self) -> None:
        """The rest of the frame; the window is painted by Qt again."""
        self._left.clear()
        if self._owed:
            self._owed = False
            QApplication.postEvent(self._window, QEvent(QEvent.Type.UpdateRequest))

    def _rest(self) -> None:
        self.rests()
        now = time.monotonic_ns()
        if now - self._second >= 1_000_000_000:
            self._tell_second(now)
        # Absolute deadlines: a late frame does not push the ones after it, and missed ones are not caught up in a burst.
        self._due += 2 * self._period_ns if self._link.late else self._period_ns
        if self._due < now:
            self._due = now
        self._link.due = self._due
        self._timer.start(max(0, (self._due - time.monotonic_ns()) // 1_000_000))

    def _ask(self) -> None:
        looks, self._asked = {}, {}
        for key, name, view in self._well():
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
