"""The banner in the height of a panel's title, for a panel that floats where no banner is.

As in the banner: the mode is told by word, shape and tone together, and an engaged kill switch outranks it. A switch that is released
takes no room, nor do data in time and lines that are up. Where the room is short, what is less important goes (blocks.py); the tip has
all of it.
"""

from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.banner import blocks, model
from widgets.banner.blocks import Block, Shown, Told
from widgets.banner.view import CLOCK_FRAMES, Part
from widgets.style import GRID_PX, SMALL_PX, Theme
from widgets.type_face import TypeFace

HEIGHT_PX = 18
SIGN_PX = 10


class StateChip(QWidget):
    """parts: by projection's name, for the frame clock. tone: the token for the frame of what it stands on. changed: it, or the width."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        names = ("session", "kill", "health", "day", "lines")
        self.parts = {name: Part(self._hearing(name), self, CLOCK_FRAMES if name == "session" else 1) for name in names}
        self.tone = model.tone(None)
        self._told = Told()
        self._face = TypeFace(SMALL_PX, strong=True)
        self._room = 0
        self._shown: Shown = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()

    def _hearing(self, name: str) -> Any:
        def hear(picture: Any) -> None:
            self._told = self._told._replace(**{name: picture})
            self._tell()

        return hear

    def words(self) -> list[str]:
        """Those that have room."""
        return [word for _, word in self._shown if word]

    def give_room(self, room: int) -> None:
        """Pixels that it may take; what it cannot do without it takes all the same."""
        if room != self._room:
            self._room = room
            self._tell()

    def least_px(self) -> int:
        """Of what it cannot do without; nothing while it is hidden."""
        return 0 if self.isHidden() else self._total(blocks.fitted(blocks.blocks(self._told), self._width, 0))

    def tip(self) -> str:
        return blocks.tip(self._told)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._total(self._shown), HEIGHT_PX)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, color = QPainter(self), self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._face.use(painter)
        left = 0
        for block, word in self._shown:
            width = self._width(block, word) - GRID_PX
            if block.fill:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color(block.fill))
                painter.drawRoundedRect(QRectF(left, 0, width, self.height()), 3, 3)
            inner = left + GRID_PX
            if block.sign is not None:
                painter.fillPath(block.sign(SIGN_PX).translated(inner, (self.height() - SIGN_PX) / 2), color("text"))
                inner += SIGN_PX + GRID_PX
            painter.setPen(color("text"))
            self._face.left(painter, inner, 0, self.height(), word)
            left += width + GRID_PX

    def _width(self, block: Block, word: str) -> int:
        """With the gap behind it."""
        sign = SIGN_PX + GRID_PX if block.sign is not None else 0
        return sign + (int(self._face.width(blocks.steady(word))) + GRID_PX if word else 0) + 2 * GRID_PX

    def _total(self, shown: Shown) -> int:
        return sum(self._width(block, word) for block, word in shown)

    def _tell(self) -> None:
        before, told = (self.tone, self._total(self._shown)), self._told
        self.tone = model.tone(
            told.session.mode if told.session is not None else None, model.kill_tone(told.kill) if told.kill is not None else "",
        )
        shown = blocks.fitted(blocks.blocks(told), self._width, self._room)
        if shown != self._shown:
            self._shown = shown
            self.update()
        name = blocks.state(told)
        if name != self.accessibleName():
            self.setAccessibleName(name)
        if (self.tone, self._total(shown)) != before:
            self.updateGeometry()
            self.changed.emit()
