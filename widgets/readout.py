"""One line of captions and values in a panel's header: what the pointer, or the latest moment, says.

Invariants: a slot never shrinks while shown, so numbers do not make their neighbours jump; values end at their slot's
right edge; when the room is short the slot with the highest `drop` goes first. Knows no meaning: words come from
outside.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.style import GRID_PX, ROW_PX, SMALL_PX, Theme, px
from widgets.tongue import tr
from widgets.type_face import TypeFace

GAP_PX = 2 * GRID_PX


@dataclass(frozen=True)
class Part:
    """caption may be empty. drop 0: the last to go. strong: half bold."""

    key: str
    caption: str
    drop: int = 0
    strong: bool = False


class Readout(QWidget):
    """A part without a value takes no room."""

    def __init__(self, theme: Theme, parts: tuple[Part, ...], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._parts = parts
        self._small, self._plain, self._strong = TypeFace(SMALL_PX), TypeFace(), TypeFace(strong=True)
        self._values: dict[str, str] = {}
        self._tokens: dict[str, str] = {}
        self._captions: dict[str, str] = {}
        self._widths = {part.key: 0 for part in parts}
        self.setFixedHeight(ROW_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(name)

    def say(
        self, values: Mapping[str, str], tokens: Mapping[str, str] | None = None,
        captions: Mapping[str, str] | None = None,
    ) -> None:
        """Replaces everything shown. tokens: colours other than text. captions: words other than the part's own."""
        new = (dict(values), dict(tokens or {}), dict(captions or {}))
        if new == (self._values, self._tokens, self._captions):
            return
        self._values, self._tokens, self._captions = new
        for part in self._parts:
            if self._values.get(part.key):
                self._widths[part.key] = max(self._widths[part.key], self._width(part))
        self.update()

    def forget_widths(self) -> None:
        """Another instrument has other digits."""
        self._widths = {part.key: self._width(part) if self._values.get(part.key) else 0 for part in self._parts}
        self.update()

    def value(self, key: str) -> str:
        return self._values.get(key, "")

    def text(self) -> str:
        """Everything it says, also what found no room."""
        said = [(self._caption(part), self._values.get(part.key, "")) for part in self._parts]
        return "  ".join(f"{caption} {value}".strip() for caption, value in said if value)

    def wanted_width(self) -> int:
        return sum(self._widths[part.key] + GAP_PX for part in self._parts if self._values.get(part.key))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(), ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(16), ROW_PX)

    def shown(self) -> list[Part]:
        """The parts that have a value and find room."""
        parts = [part for part in self._parts if self._values.get(part.key)]
        room = self.width() + GAP_PX
        while len(parts) > 1 and sum(self._widths[part.key] + GAP_PX for part in parts) > room:
            parts.remove(max(parts, key=lambda part: part.drop))
        return parts

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        x = 0
        for part in self.shown():
            caption = self._caption(part)
            if caption:
                self._small.use(painter)
                painter.setPen(self._theme.color("muted"))
                self._small.left(painter, x, 0, ROW_PX, caption)
            face = self._strong if part.strong else self._plain
            face.use(painter)
            painter.setPen(self._theme.color(self._tokens.get(part.key, "text")))
            x += self._widths[part.key]
            face.right(painter, x, 0, ROW_PX, self._values[part.key])
            x += GAP_PX

    def _caption(self, part: Part) -> str:
        return self._captions.get(part.key) or tr(part.caption)

    def _width(self, part: Part) -> int:
        caption = self._caption(part)
        face = self._strong if part.strong else self._plain
        before = self._small.width(caption) + GRID_PX if caption else 0.0
        return round(before + face.width(self._values[part.key]) + 0.5)
