"""Whose turn it is when a person presses something: the core leaves the interpreter to the window until that is dealt with.

For one press Qt calls into Python several times, a filter, an event, a handler and the signals from there, and each time Python has to be
got back from the core's thread. So the first of them says that a hand is at work.
"""

from PySide6.QtCore import QEvent, QObject

from app.frame_link import FrameLink
from app.window_in_front import WindowInFront

PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.KeyPress)


class HandFirst(WindowInFront):
    def __init__(self, link: FrameLink) -> None:
        super().__init__()
        self._link = link

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in PRESSES:
            self._link.hand_is_at_work()
        return False
