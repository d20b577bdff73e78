"""A font for numbers that are seldom the same twice: drawn as they come, with nothing kept but the width of each character.

Where texts come back (a ladder's prices, names) TypeFace is cheaper; where hundreds of new ones come each frame, laying them out
to keep them costs three times as much, and letting the store go costs a frame.
"""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter

from widgets.style import DATA_PX, font


class Figures:
    """y and height: the row's top and height; texts are centred between. Tabular: a text is as wide as its characters are."""

    __slots__ = ("_advances", "_ascent", "_metrics", "font", "height")

    def __init__(self, px: int = DATA_PX, strong: bool = False) -> None:
        self.font = font(px, strong)
        self._metrics = QFontMetricsF(self.font)
        # Whole pixels, as in TypeFace: the two stand side by side on one line.
        whole = QFontMetrics(self.font)
        self.height, self._ascent = whole.height(), whole.ascent()
        self._advances: dict[str, float] = {}

    def use(self, painter: QPainter) -> None:
        painter.setFont(self.font)

    def width(self, text: str) -> float:
        advances = self._advances
        try:
            return sum(map(advances.__getitem__, text))
        except KeyError:
            for letter in text:
                advances[letter] = self._metrics.horizontalAdvance(letter)
            return sum(map(advances.__getitem__, text))

    def left(self, painter: QPainter, x: float, y: float, height: float, text: str) -> None:
        painter.drawText(QPointF(x, y + (height - self.height) // 2 + self._ascent), text)

    def right(self, painter: QPainter, x: float, y: float, height: float, text: str) -> None:
        """x: the text's right edge."""
        painter.drawText(QPointF(x - self.width(text), y + (height - self.height) // 2 + self._ascent), text)
