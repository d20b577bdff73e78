"""Who listens to the window in front: Qt gives every key and click to the window first, and a filter on every object would put Python into
each of their events.
"""

import contextlib

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow


class WindowInFront(QObject):
    """listen() and deafen(): from when until when its eventFilter() gets the events of whichever of our windows is in front."""

    def __init__(self) -> None:
        super().__init__()
        self._window: QWindow | None = None
        self._listens = False

    def listen(self) -> None:
        self._app().focusWindowChanged.connect(self._follow)
        self._listens = True
        self._follow(QGuiApplication.focusWindow())

    def deafen(self) -> None:
        if self._listens:
            self._listens = False
            self._app().focusWindowChanged.disconnect(self._follow)
            self._follow(None)

    def came(self) -> None:
        """A window came to the front, so somebody brought it there."""

    def _follow(self, window: QWindow | None) -> None:
        if self._window is not None:
            # It may be gone already.
            with contextlib.suppress(RuntimeError):
                self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
            self.came()

    def _app(self) -> QGuiApplication:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        return app
