"""The line beside an arm switch: words that warn or refuse have a sign before them, so that not the colour alone tells them apart."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent

from widgets import shapes
from widgets.flat import Caption
from widgets.style import GRID_PX

SIGN_PX: Final = 12
SIGNS: Final = {"warning": shapes.warning, "critical": shapes.octagon}
"""Token of the words -> their sign."""


class StatusLine(Caption):
    """Its tip is all that it says."""

    def say(self, text: str, token: str = "", shorter: tuple[str, ...] = ()) -> None:
        super().say(text, token, shorter)
        self.setToolTip(text)

    def has_sign(self) -> bool:
        return self._token in SIGNS and bool(self.text())

    def room(self) -> int:
        return self.width() - (SIGN_PX + GRID_PX if self.has_sign() else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.has_sign():
            super().paintEvent(event)
            return
        painter, color, said = QPainter(self), self._theme.color(self._token), self.seen()
        words, taken = self.rect().adjusted(SIGN_PX + GRID_PX, 0, 0, 0), self.width_of(said)
        left = max(words.right() + 1 - taken, words.left()) if self._align & Qt.AlignmentFlag.AlignRight else words.left()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign = SIGNS[self._token](float(SIGN_PX))
        painter.fillPath(sign.translated(left - SIGN_PX - GRID_PX, (self.height() - SIGN_PX) / 2), color)
        painter.setFont(self._font)
        painter.setPen(color)
        painter.drawText(words, self._align | Qt.AlignmentFlag.AlignVCenter, said)
