"""How long nobody has touched the terminal: keys, clicks, wheel and mouse over any window of it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer

from app.window_in_front import WindowInFront

TOUCHES = (
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
)
LOOK_MS = 1000


class Idle(WindowInFront):
    """after_s: 0 never. idle is called once for each silence."""

    def __init__(self, after_s: int, idle: Callable[[], None], clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._after_s, self._idle, self._clock = after_s, idle, clock
        self._touched = clock()
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        if self._after_s:
            self.listen()
            self._timer.start()

    def stop(self) -> None:
        self.deafen()
        self._timer.stop()

    def look(self) -> None:
        idle = self._clock() - self._touched >= self._after_s
        if idle and not self._told:
            self._idle()
        self._told = idle

    def came(self) -> None:
        self._touched = self._clock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._touched = self._clock()
        return False
