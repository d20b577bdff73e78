"""What the operator must read, under the banner until dismissed: one sentence, or several, one by one. Hidden when there is nothing to say.

Invariants: every sentence stands there whole, on as many lines as it takes; while one after the other is read the height stays, so that
no panel moves. Each is dismissed by itself, and the strip goes with the last. The newest is shown first. An answer gives way to the next
answer; what was told gives way to nobody, up to MOST, and what is older is in the alerts panel all the same.
"""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.core_words import heard
from widgets.fitted import Fitted
from widgets.flat import Caption, FlatButton
from widgets.shapes import warning
from widgets.style import DATA_PX, GRID_PX, Theme
from widgets.tongue import again, tr
from widgets.words import Words

HEIGHT_PX = 28
SIGN_PX = 14
MOST_LINES_PX = 10_000
MOST = 9
"""Chosen: more are not read one by one."""


class Notice(Fitted):
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
        self._words, self._place = Words(theme, DATA_PX, parent=self), Caption(theme, parent=self)
        stays = tr("The next of them; this one stays until it is dismissed")
        self._next = FlatButton(tr("Next##notice"), theme, tr("Next notice"), stays, self)
        self._next.clicked.connect(self._on_next)
        self._dismiss = FlatButton(tr("Dismiss"), theme, tr("Dismiss this notice"), tr("Take this notice away"), self)
        self._dismiss.clicked.connect(self._on_dismissed)
        line = QHBoxLayout(self)
        line.setContentsMargins(3 * GRID_PX + SIGN_PX + 2 * GRID_PX, 0, 2 * GRID_PX, 0)
        line.setSpacing(2 * GRID_PX)
        line.addWidget(self._words, 1)
        for part in (self._place, self._next, self._dismiss):
            line.addWidget(part)
        self.setFixedHeight(HEIGHT_PX)
        self._sentences: tuple[str, ...] = ()
        self._answer = ""
        """The one of them that is an answer, or an alert."""
        self._at = 0
        self.hide()

    def say(self, sentence: str) -> None:
        """An answer to what a person did, or an alert."""
        before, self._answer = self._answer, heard(sentence)
        self._put([self._answer], [one for one in self._sentences if one != before])

    def tell(self, sentences: Iterable[str]) -> None:
        """What came by itself, in the order in which it is to be read."""
        self._put([heard(one) for one in sentences], self._sentences)

    def take_over(self, before: "Notice") -> None:
        """What stands there, and is news to nobody."""
        self._sentences, self._answer, self._at = before._sentences, before._answer, before._at
        self._show()

    def clear(self) -> None:
        self._sentences, self._answer, self._at = (), "", 0
        self._show()

    def _put(self, news: list[str], others: Iterable[str]) -> None:
        news = list(dict.fromkeys(news))
        self._sentences = (*news[-MOST:], *(one for one in others if one not in news))[:MOST]
        self._at = 0
        self._show()
        for one in news:
            self.said.emit(one)

    def _show(self) -> None:
        count = len(self._sentences)
        sentence = again(self._shown())
        self.setToolTip(sentence)
        if not count:
            self._go()
            return
        self._words.say(sentence)
        self._place.say(tr("{number} of {count}", number=self._at + 1, count=count))
        # Of the widest, and what rounding takes from it: the buttons stay under the pointer.
        self._place.setFixedWidth(self._place.width_of(tr("{number} of {count}", number=count, count=count)) + GRID_PX)
        for part in (self._place, self._next):
            part.setVisible(count > 1)
        self.fit()
        if self.isHidden():
            self.coming.emit()
            self.show()

    def _shown(self) -> str:
        return self._sentences[self._at] if self._sentences else ""

    def _on_next(self) -> None:
        self._at = (self._at + 1) % len(self._sentences)
        self._show()

    def _on_dismissed(self) -> None:
        sentence = self._shown()
        self._sentences = (*self._sentences[: self._at], *self._sentences[self._at + 1 :])
        self._at = self._at if self._at < len(self._sentences) else 0
        self._show()
        self.dismissed.emit(sentence)

    def _go(self) -> None:
        if not self.isHidden():
            self.going.emit()
            self.hide()
            self.gone.emit()

    def text(self) -> str:
        """The one that is shown."""
        return self._words.text() if not self.isHidden() else ""

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self._words, self._place, self._next, self._dismiss):
            part.set_theme(theme)
        self.update()

    def fit(self) -> None:
        """As high as the longest of the sentences is at this width."""
        above = self.parentWidget()
        width = self.width() if above is None or not self.isHidden() else above.width()
        beside, line = (self._place, self._next, self._dismiss), self.layout()
        assert line is not None
        margins = line.contentsMargins()
        room = width - margins.left() - margins.right()
        room -= sum(max(part.minimumWidth(), part.sizeHint().width()) + line.spacing() for part in beside if not part.isHidden())
        measure = self._words.fontMetrics()
        within = QRect(0, 0, max(room, 1), MOST_LINES_PX)
        heights = [measure.boundingRect(within, Qt.TextFlag.TextWordWrap, again(one)).height() for one in self._sentences]
        height = max(HEIGHT_PX, max(heights, default=0) + 2 * GRID_PX) if room > HEIGHT_PX else HEIGHT_PX
        if height != self.height():
            self.setFixedHeight(height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(self.rect()), self._theme.color("warning_fill"))
        path = warning(SIGN_PX)
        path.translate(3 * GRID_PX, (self.height() - SIGN_PX) / 2)
        painter.fillPath(path, self._theme.color("text"))
