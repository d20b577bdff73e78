"""Windows and the screens that exist: none stands where nobody can take hold of it, and what an unplugged screen moved goes back with it.

Invariants: a window that a person can take hold of is left alone; one that was moved away returns only to where it stood, and only
while nobody has moved it since.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from widgets.tongue import told

TITLE_PX = 30
GRIP_PX = 80
"""So much of a window's title must be on a screen for a person to take hold of it."""
SETTLED_MS = 200
"""A change of screens comes in several parts, and the window manager moves windows of its own accord meanwhile."""


class Screens(QObject):
    """windows: all that stand now, docks that float among them. tell: takes one sentence."""

    def __init__(self, parent: QObject, windows: Callable[[], Iterable[QWidget]], tell: Callable[[str], object]) -> None:
        super().__init__(parent)
        self._windows, self._tell = windows, tell
        self._stood: dict[QWidget, tuple[QRect, QRect]] = {}
        """(where it stood on a screen that is gone, where it was put)."""
        self._watched: set[QScreen] = set()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._add)
        app.screenRemoved.connect(self._remove)
        for screen in app.screens():
            self._watch(screen)

    def look(self) -> None:
        """Puts every window where it can be taken hold of; first those back whose screen is there again."""
        room = _rooms()
        back = moved = 0
        for window, (stood, put) in list(self._stood.items()):
            if not isValid(window) or window.geometry() != put:
                del self._stood[window]
            elif clamped(stood, _framed(window, stood), room) == stood:
                del self._stood[window]
                window.setGeometry(stood)
                back += 1
        for window in self._windows():
            stood = window.geometry()
            lost = window.isMaximized() and not any(one.contains(stood.center()) for one in room)
            if lost:
                window.showNormal()
            if clamp(window):
                self._stood[window] = stood, window.geometry()
                moved += 1
            if lost:
                window.showMaximized()
        if moved:
            self._tell(told("A screen is gone. Windows that stand on another one now: {count}.", count=moved))
        elif back:
            self._tell(told("The screen is back. Windows that went back to it: {count}.", count=back))

    def _add(self, screen: QScreen) -> None:
        self._watch(screen)
        self._settled.start()

    def _remove(self, screen: QScreen) -> None:
        self._watched.discard(screen)
        self._settled.start()

    def _resized(self, _room: QRect) -> None:
        self._settled.start()

    def _watch(self, screen: QScreen) -> None:
        if screen not in self._watched:
            self._watched.add(screen)
            # No lambda: a screen outlives every window, and would hold all that the lambda can reach.
            screen.availableGeometryChanged.connect(self._resized)


def screen_of(widget: QWidget) -> QScreen:
    """Where the middle of its window is; outside of all of them, the nearest.

    Not QWidget.screen(): PySide6 makes the screen's object a child of the widget's, and takes it away from everybody who has it when that
    widget is destroyed (seen in 6.11: later uses crashed)."""
    middle = widget.window().geometry().center()
    return QGuiApplication.screenAt(middle) or min(
        QGuiApplication.screens(), key=lambda one: (one.geometry().center() - middle).manhattanLength(),
    )


def clamp(window: QWidget) -> bool:
    """Moves a window that no screen shows well enough to take hold of onto the nearest one, and cuts it to its size. True: moved."""
    if window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
        return False
    place = clamped(window.geometry(), window.frameGeometry(), _rooms())
    if place == window.geometry():
        return False
    window.setGeometry(place)
    return True


def clamped(inner: QRect, frame: QRect, screens: Sequence[QRect]) -> QRect:
    """inner: the window without its frame. The same place when enough of its title is on a screen and it fits one."""
    if not screens:
        return inner
    title = QRect(frame.left(), frame.top(), frame.width(), TITLE_PX)
    seen = [title.intersected(room) for room in screens]
    if any(part.width() >= min(GRIP_PX, frame.width()) and part.height() >= TITLE_PX * 2 // 3 for part in seen) and any(
        frame.width() <= room.width() and frame.height() <= room.height() for room in screens
    ):
        return inner
    room = min(screens, key=lambda one: (one.center() - frame.center()).manhattanLength())
    width, height = min(inner.width(), room.width()), min(inner.height(), room.height())
    left = max(room.left(), min(inner.left(), room.right() - width + 1))
    top = max(room.top(), min(inner.top(), room.bottom() - height + 1))
    return QRect(left, top, width, height)


def _rooms() -> list[QRect]:
    return [screen.availableGeometry() for screen in QGuiApplication.screens()]


def _framed(window: QWidget, inner: QRect) -> QRect:
    """Where its frame would be around that."""
    now, frame = window.geometry(), window.frameGeometry()
    return inner.adjusted(frame.left() - now.left(), frame.top() - now.top(), frame.right() - now.right(), frame.bottom() - now.bottom())
