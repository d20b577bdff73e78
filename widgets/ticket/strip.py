"""The strip over a ticket: one sentence on a ground of its own while orders are being refused; else it is not there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.lines import SIGN_PX, SIGNS, Note
from widgets.style import DATA_PX, GRID_PX, SMALL_PX, Theme
from widgets.type_face import TypeFace

STRIP_PX = 24


class Strip(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._note: Note | None = None
        self._faces = (TypeFace(DATA_PX, strong=True), TypeFace(SMALL_PX, strong=True))
        self.setFixedHeight(STRIP_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def say(self, note: Note | None) -> bool:
        """Whether it came or went."""
        if note == self._note:
            return False
        turned = (note is None) != (self._note is None)
        self._note = note
        self.setAccessibleName(note.text if note is not None else "")
        self.setToolTip(note.text if note is not None else "")
        self.setVisible(note is not None)
        self.update()
        return turned

    def text(self) -> str:
        return self._note.text if self._note is not None else ""

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._note is None:
            return
        painter, ink = QPainter(self), self._theme.color("text")
        painter.fillRect(self.rect(), self._theme.color(self._note.token))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        path = SIGNS[self._note.sign](float(SIGN_PX))
        painter.fillPath(path.translated(2.0 * GRID_PX, (STRIP_PX - SIGN_PX) / 2), ink)
        left = 3 * GRID_PX + SIGN_PX
        room = self.width() - left - GRID_PX
        # The first that fits: these words should not be cut.
        fitting = ((face, text) for text in (self._note.text, self._note.aside) for face in self._faces if face.width(text) <= room)
        face, text = next(fitting, (self._faces[-1], self._note.aside))
        face.use(painter)
        painter.setPen(ink)
        face.left(painter, left, 0, STRIP_PX, face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
