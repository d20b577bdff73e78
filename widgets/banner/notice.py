"""One sentence that the operator must read, under the banner until dismissed. Hidden when there is nothing to say."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.core_words import heard
from widgets.flat import Caption, FlatButton
from widgets.shapes import warning
from widgets.style import GRID_PX, Theme
from widgets.tongue import again, tr

HEIGHT_PX = 28
SIGN_PX = 14


class Notice(QWidget):
    coming = Signal()
    """Right before it takes its room."""
    going = Signal()
    gone = Signal()
    """Right before and after it gives it back."""
    said = Signal(object)
    """Another sentence stands there; it can be said again."""
    dismissed = Signal(object)
    """A person took that one away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = Caption(theme, parent=self)
        self._dismiss = FlatButton(tr("Dismiss"), theme, tr("Dismiss this notice"), tr("Take this notice away"), self)
        self._dismiss.clicked.connect(self._on_dismissed)
        line = QHBoxLayout(self)
        line.setContentsMargins(3 * GRID_PX + SIGN_PX + 2 * GRID_PX, 0, 2 * GRID_PX, 0)
        line.addWidget(self._words, 1)
        line.addWidget(self._dismiss)
        self.setFixedHeight(HEIGHT_PX)
        self._sentence = ""
        self.hide()

    def say(self, sentence: str) -> None:
        self._sentence = told = heard(sentence)
        sentence = again(self._sentence)
        self._words.say(sentence)
        self.setToolTip(sentence)
        if not sentence:
            self._go()
        elif self.isHidden():
            self.coming.emit()
            self.show()
        if sentence:
            self.said.emit(told)

    def _on_dismissed(self) -> None:
        sentence = self._sentence
        self._go()
        self.dismissed.emit(sentence)

    def _go(self) -> None:
        if not self.isHidden():
            self.going.emit()
            self.hide()
            self.gone.emit()

    def sentence(self) -> str:
        """What stands there, and can be said again."""
        return self._sentence if not self.isHidden() else ""

    def text(self) -> str:
        return self._words.text() if not self.isHidden() else ""

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._words.set_theme(theme)
        self._dismiss.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(self.rect()), self._theme.color("warning_fill"))
        path = warning(SIGN_PX)
        path.translate(3 * GRID_PX, (self.height() - SIGN_PX) / 2)
        painter.fillPath(path, self._theme.color("text"))
        painter.setPen(Qt.PenStyle.NoPen)
