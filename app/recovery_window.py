"""The small window of a start that takes long: what is done, how far it is, and a way out. It is only there while the journal is read.

Invariants: a start that is soon through shows nothing of it; while it stands it is painted and heard twenty times a second; whatever
way it is left (its button, Esc, its close box) ends the start in order.
"""

import signal
import time
from types import FrameType
from typing import Any

from PySide6.QtCore import QEventLoop, QRectF, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app import emblem
from app.recovering import Cancelled
from widgets.flat import FlatButton
from widgets.style import GRID_PX, HEADING_PX, Theme, font, px
from widgets.tongue import tr

PATIENCE_S = 0.5
"""Chosen: before, nobody wonders whether anything happens."""
LOOK_S = 0.05
RATE_AFTER_S = 2.0
"""What is left is told once it can be judged."""
NARROW = "\u202f"


class Bar(QWidget):
    """share: 0 to 1 of it is done."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.share = theme, 0.0
        self.setFixedHeight(px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, radius = QPainter(self), self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for width, tone in ((self.width(), "hover"), (max(self.width() * self.share, 2 * radius), "selection")):
            painter.setBrush(self._theme.color(tone))
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), radius, radius)


class RecoveryWindow(QWidget):
    """cancelled: somebody wants out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cancelled = False
        self.setWindowTitle("Quarterdeck")
        self.setStyleSheet(f"RecoveryWindow {{ background: {theme.panel}; }} QLabel {{ color: {theme.text}; background: transparent; }}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sign = QLabel(self)
        self.sign.setPixmap(emblem.icon(theme).pixmap(px(48), px(48)))
        self.title = self._label(tr("Quarterdeck is putting the desk together"), font(HEADING_PX, True))
        self.why = self._label(tr(
            "What happened since the last snapshot is read from the journal, so that every order, position and limit stands where it "
            "stood.",
        ), font())
        self.why.setWordWrap(True)
        self.far, self.left = self._label("", font(), theme.muted), self._label("", font(), theme.muted)
        self.left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.bar = Bar(theme, self)
        words = tr("Cancel the start")
        self.cancel = FlatButton(words, theme, words, tr("Nothing is changed; the next start reads again (Esc)"))
        # Whoever presses keys because nothing seems to happen does not want this.
        self.cancel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cancel.clicked.connect(self.close)
        self._lay_out()

    def _label(self, text: str, shown: object, color: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(shown)  # type: ignore[arg-type]
        if color:
            label.setStyleSheet(f"color: {color};")
        return label

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(2 * GRID_PX)
        beside.addWidget(self.title)
        beside.addWidget(self.why)
        top = QHBoxLayout()
        top.setSpacing(4 * GRID_PX)
        top.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(beside, 1)
        facts, foot = QHBoxLayout(), QHBoxLayout()
        facts.addWidget(self.far, 1)
        facts.addWidget(self.left)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6 * GRID_PX, 6 * GRID_PX, 6 * GRID_PX, 5 * GRID_PX)
        whole.setSpacing(2 * GRID_PX)
        whole.addLayout(top)
        whole.addSpacing(2 * GRID_PX)
        whole.addWidget(self.bar)
        whole.addLayout(facts)
        whole.addSpacing(GRID_PX)
        whole.addLayout(foot)
        self.cancel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(px(520))
        self.setFixedHeight(whole.heightForWidth(px(520)))

    def say(self, done: int, whole: int, seconds: float) -> None:
        """done, whole: entries. seconds: since it began."""
        self.far.setText(tr("{done} of {whole} entries", done=_count(done), whole=_count(whole)))
        if seconds >= RATE_AFTER_S and done:
            self.left.setText(tr("about {seconds} s left", seconds=_count(round(seconds * (whole - done) / done))))
        self.bar.share = min(done / whole, 1.0) if whole else 0.0
        self.bar.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.cancelled = True


class Patience:
    """Is told how far the recovery is, and opens the window once that takes long. Raises Cancelled from within, and KeyboardInterrupt."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.window: RecoveryWindow | None = None
        self._began = time.monotonic()
        self._next = self._began + PATIENCE_S
        self._interrupted = False
        self._before: Any = None

    def __call__(self, done: int, whole: int) -> None:
        now = time.monotonic()
        if self._interrupted:
            raise KeyboardInterrupt
        if now < self._next:
            return
        if self.window is None:
            # Python's own way would be an error in the middle of a painting, where Qt keeps it.
            self._before = signal.signal(signal.SIGINT, self._on_interrupt)
            self.window = RecoveryWindow(self._theme)
            self.window.show()
        self.window.say(done, whole, now - self._began)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        self._next = time.monotonic() + LOOK_S
        if self.window.cancelled:
            raise Cancelled

    def _on_interrupt(self, number: int, frame: FrameType | None) -> None:
        self._interrupted = True

    def end(self) -> None:
        if self.window is not None:
            signal.signal(signal.SIGINT, self._before)
            self.window.hide()
            self.window.deleteLater()
            self.window = None


def _count(number: int) -> str:
    return f"{number:,}".replace(",", NARROW)
