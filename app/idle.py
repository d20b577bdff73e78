"""How long nobody has touched the terminal: keys, clicks, wheel and mouse over any window of it.

The window in front is listened to, not each widget: Qt gives every key and click to the window first, and a filter on every
object would put Python into each of their events.
"""

import contextlib
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

TOUCHES = (
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
)
LOOK_MS = 1000


class Idle(QObject):
    """after_s: 0 never. idle is called once for each silence."""

    def __init__(self, after_s: int, idle: Callable[[], None], clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._after_s, self._idle, self._clock = after_s, idle, clock
        self._touched = clock()
        self._told = False
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        if not self._after_s:
            return
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)
        self._listen(QGuiApplication.focusWindow())
        self._timer.start()

    def stop(self) -> None:
        if not self._timer.isActive():
            return
        self._timer.stop()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.disconnect(self._listen)
        self._listen(None)

    def look(self) -> None:
        idle = self._clock() - self._touched >= self._after_s
        if idle and not self._told:
            self._idle()
        self._told = idle

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._touched = self._clock()
        return False

    def _listen(self, window: QWindow | None) -> None:
        if self._window is not None:
            # It may be gone already.
            with contextlib.suppress(RuntimeError):
                self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
            # It came to the front, so somebody brought it there.
            self._touched = self._clock()
