"""Mode and kill switch in the height of a panel's title, for a panel that floats where no banner is.

As in the banner: the mode is told by word, shape and tone together, and an engaged kill switch outranks it. A switch that is released
takes no room.
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.domain.enums import Mode
from core.projections.pictures import KillPicture, SessionPicture
from widgets import shapes
from widgets.banner import model
from widgets.banner.view import MODE_SHAPE, Part
from widgets.labels import MODE
from widgets.shapes import Shape
from widgets.style import GRID_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.type_face import TypeFace

HEIGHT_PX = 18
SIGN_PX = 10


class StateChip(QWidget):
    """parts: by projection's name, for the frame clock. tone: the token for the frame of what it stands on. changed: it, or the width."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.parts = {"session": Part(self.draw_session, self), "kill": Part(self.draw_kill, self)}
        self.tone = model.tone(None)
        self._mode: Mode | None = None
        self._kill = ""
        self._kill_tone = ""
        self._face = TypeFace(SMALL_PX, strong=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()

    def draw_session(self, picture: SessionPicture) -> None:
        if picture.mode is not self._mode:
            self._mode = picture.mode
            self._tell()

    def draw_kill(self, picture: KillPicture) -> None:
        kill = model.kill_word(picture) if picture.engaged or picture.stops else ""
        tone = model.kill_tone(picture)
        if (kill, tone) != (self._kill, self._kill_tone):
            self._kill, self._kill_tone = kill, tone
            self._tell()

    def words(self) -> list[str]:
        return [word for word, _, _ in self._blocks()]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sum(self._width(word) + GRID_PX for word in self.words()), HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._face.use(painter)
        left = 0
        for word, fill, sign in self._blocks():
            width = self._width(word)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(fill))
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), 3, 3)
            path = sign(SIGN_PX)
            path.translate(left + GRID_PX, (self.height() - SIGN_PX) / 2)
            painter.fillPath(path, self._theme.color("text"))
            painter.setPen(self._theme.color("text"))
            self._face.left(painter, left + SIGN_PX + 2 * GRID_PX, 0, self.height(), word)
            left += width + GRID_PX

    def _blocks(self) -> list[tuple[str, str, Shape]]:
        """Word, ground and sign."""
        mode = Mode.ENDED if self._mode is None else self._mode
        told = tr("NO SESSION") if self._mode is None else MODE[mode]
        blocks: list[tuple[str, str, Shape]] = [(told, model.MODE_FILL[mode], MODE_SHAPE[mode])]
        if self._kill:
            fill, sign = ("critical_fill", shapes.octagon) if self._kill_tone == "critical" else ("warning_fill", shapes.warning)
            blocks.append((self._kill, fill, sign))
        return blocks

    def _width(self, word: str) -> int:
        return int(self._face.width(word)) + SIGN_PX + 3 * GRID_PX

    def _tell(self) -> None:
        self.tone = model.tone(self._mode, self._kill_tone)
        words = self.words()
        kill = tr("Kill switch: {word}", word=self._kill) if self._kill else tr("Kill switch released")
        self.setAccessibleName(f"{words[0]}. {kill}.")
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()
        self.changed.emit()
