"""Strips at the top of the window, a question or a notice, take height from the panels for as long as they stand there.

Invariant: what they take is no layout of a person's. While one stands there, the panels count as they stood before it came, until
somebody moves one. Qt shares height that comes back otherwise than it took it, so afterwards it is too late to look.
"""

from PySide6.QtCore import QObject

from app.window import TerminalWindow
from app.workspace import capture
from app.workspace_file import WindowLayout


class Strips(QObject):
    def __init__(self, window: TerminalWindow) -> None:
        super().__init__(window)
        self._window = window
        self._stood: WindowLayout | None = None
        window.layout_changed.connect(self._forget)
        window.renewed.connect(self._follow)
        self._follow()

    def before(self) -> WindowLayout | None:
        """How the first window stood without them; None while there is none, or since somebody moved a panel."""
        return self._stood if self._some() else None

    def _some(self) -> bool:
        return not self._window.offers.isHidden() or self._window.banner.has_notice()

    def _follow(self) -> None:
        """Those that the window has now, in another language or size of type."""
        self._forget()
        self._window.offers.coming.connect(self._look)
        self._window.banner.coming.connect(self._look)

    def _forget(self) -> None:
        self._stood = None

    def _look(self) -> None:
        if self._stood is None or not self._some():
            self._stood = capture(self._window).windows[0]
