"""A font with its laid-out texts kept, for painting the same numbers again and again.

Laying out a text costs several times what drawing it does, and keeping it 0.9 KB. So all faces of one size and weight have one store, and
it is bounded: when it is full it becomes the older one, of which only what is drawn again is kept. Call use() before drawing.
"""

from weakref import WeakValueDictionary

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText

from widgets.style import DATA_PX, HAN_FAMILY, font

FIRST_HAN = "\u2e80"
"""Radicals; punctuation and characters follow."""
KEPT_TEXTS = 512
"""In each of the two stores of a size and weight. A text that is laid out takes 1.3 KB, and all panels of a full workspace together, in
all sizes and weights, show about a thousand; more would fill up for hours."""


Laid = tuple[QStaticText, float, int]
"""The text laid out, its width, and how much higher than others it begins."""


class _Store:
    """texts: those drawn lately. older: those before."""

    __slots__ = ("__weakref__", "older", "texts")

    def __init__(self) -> None:
        self.texts: dict[str, Laid] = {}
        self.older: dict[str, Laid] = {}


_STORES: WeakValueDictionary[tuple[int, bool], _Store] = WeakValueDictionary()
"""By the font's size in pixels, as it is now, and whether it is strong; as long as a face of it is used."""


class TypeFace:
    """y and height: the row's top and height; texts are centred between."""

    __slots__ = ("_higher", "_store", "font", "height", "metrics")

    def __init__(self, px: int = DATA_PX, strong: bool = False) -> None:
        self.font = font(px, strong)
        self.metrics = QFontMetrics(self.font)
        self.height = self.metrics.height()
        # Chinese characters come from a font that reaches higher: a line with them would stand lower than its neighbours.
        han = QFont(self.font)
        han.setFamilies([HAN_FAMILY])
        self._higher = max(QFontMetrics(han).ascent() - self.metrics.ascent(), 0)
        self._store = _STORES.setdefault((self.font.pixelSize(), strong), _Store())

    def use(self, painter: QPainter) -> None:
        painter.setFont(self.font)

    def width(self, text: str) -> float:
        return self._laid(text)[1]

    def left(self, painter: QPainter, x: float, y: float, height: float, text: str) -> None:
        laid, _, higher = self._laid(text)
        painter.drawStaticText(QPointF(x, y + (height - self.height) // 2 - higher), laid)

    def right(self, painter: QPainter, x: float, y: float, height: float, text: str) -> None:
        """x: the text's right edge."""
        laid, width, higher = self._laid(text)
        painter.drawStaticText(QPointF(x - width, y + (height - self.height) // 2 - higher), laid)

    def centre(self, painter: QPainter, x: float, y: float, height: float, text: str) -> None:
        laid, width, higher = self._laid(text)
        painter.drawStaticText(QPointF(x - width / 2, y + (height - self.height) // 2 - higher), laid)

    def _laid(self, text: str) -> Laid:
        store = self._store
        found = store.texts.get(text)
        if found is None:
            if len(store.texts) >= KEPT_TEXTS:
                store.texts, store.older = {}, store.texts
            found = store.texts[text] = store.older.get(text) or self._lay_out(text)
        return found

    def _lay_out(self, text: str) -> Laid:
        static = QStaticText(text)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.prepare(font=self.font)
        higher = self._higher if not text.isascii() and max(text) >= FIRST_HAN else 0
        return static, static.size().width(), higher
