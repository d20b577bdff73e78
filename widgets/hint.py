"""One sentence for a moment: what was just refused, ended or held back. Ladder and chart show theirs beside their arm switch."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

HINT_MS: Final = 4_000
REFUSED_MS: Final = 8_000
"""Chosen: a refusal is read after the eye has come back from the rows."""


class Hint(QObject):
    """token: of its colour. Nobody counts its time while it cannot be seen."""

    changed = Signal()

    def __init__(self, is_seen: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_seen = is_seen
        self.text, self.token = "", "text"
        self.end = QTimer(self)
        self.end.setSingleShot(True)
        self.end.timeout.connect(lambda: self.give(""))

    def give(self, text: str, token: str = "text", for_ms: int = HINT_MS) -> None:
        """Empty: it ends now."""
        self.text, self.token = text, token
        if not text:
            self.end.stop()
        elif self._is_seen():
            self.end.start(for_ms)
        self.changed.emit()
