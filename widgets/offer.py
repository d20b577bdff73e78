"""A strip under the banner that says something and offers choices, perhaps with a line to type in; nothing waits for it.

Invariants: it takes no room when nothing is offered; what came first stays until it is answered, a second one with the same
key replaces the first; Esc answers "" (nothing chosen); it never takes the focus from a field by itself unless it has one, or
asks what must be answered now: then the choice that changes nothing has it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from widgets import shapes
from widgets.fitted import Fitted
from widgets.flat import FlatButton, FlatField
from widgets.keyboard import take_keys
from widgets.style import DATA_PX, GRID_PX, ROW_PX, Theme
from widgets.tongue import again
from widgets.words import Words

SIGN_PX = 14
FIELD_PX = 220


@dataclass(frozen=True)
class Choice:
    """id: what is answered. stays: the strip is not taken away by it."""

    id: str
    text: str
    tip: str
    stays: bool = False


@dataclass(frozen=True)
class Question:
    """key: two with one key are the same matter. tone: warning, critical or selection. field: name of the line to type in;
    Enter there answers the first choice. answered(choice, typed): choice "" when Esc was pressed. patient: it stands behind all that
    are not."""

    key: str
    heading: str
    words: str
    choices: tuple[Choice, ...]
    answered: Callable[[str, str], None]
    tone: str = "warning"
    field: str = ""
    typed: str = ""
    takes_focus: bool = False
    patient: bool = False


class OfferStrip(Fitted):
    coming = Signal()
    """Right before it takes its room."""
    going = Signal()
    gone = Signal()
    """Right before and after it gives it back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._waiting: dict[str, Question] = {}
        self._drawn: Question | None = None
        self._before: QWidget | None = None
        self.buttons: dict[str, FlatButton] = {}
        self.heading, self.words = Words(theme, DATA_PX, strong=True), Words(theme, DATA_PX)
        self.wrong = Words(theme, DATA_PX, token="critical")
        self.line = FlatField(theme, "", "")
        self.line.setFixedWidth(FIELD_PX)
        self.line.returnPressed.connect(self._on_return)
        said = QVBoxLayout()
        said.setSpacing(2)
        for part in (self.heading, self.words, self.wrong):
            said.addWidget(part)
        self._row = QHBoxLayout()
        self._row.setSpacing(2 * GRID_PX)
        self._row.addWidget(self.line)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(5 * GRID_PX + SIGN_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        whole.setSpacing(4 * GRID_PX)
        whole.addLayout(said, 1)
        whole.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def ask(self, question: Question) -> None:
        self._waiting[question.key] = question
        if self.shown() is question:
            self._show(question)

    def withdraw(self, key: str) -> None:
        """The matter is over without an answer."""
        shown = self.shown()
        self._waiting.pop(key, None)
        if shown is not None and shown.key == key:
            self._next()

    def shown(self) -> Question | None:
        return min(self._waiting.values(), key=lambda question: question.patient, default=None)

    def is_waiting(self, key: str) -> bool:
        return key in self._waiting

    def complain(self, sentence: str) -> None:
        """What was typed is wrong: it stays, with the sentence."""
        self.wrong.say(sentence)
        self.line.set_wrong(bool(sentence))
        self.fit()

    def answer(self, id: str) -> None:
        question = self.shown()
        if question is None:
            return
        stays = any(choice.stays for choice in question.choices if choice.id == id)
        typed = self.line.text() if question.field else ""
        self.complain("")
        if not stays:
            self._waiting.pop(question.key, None)
        question.answered(id, typed)
        if not stays and self._drawn is question:
            self._next()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: tuple[Any, ...] = (self.heading, self.words, self.wrong, self.line, *self.buttons.values())
        for part in parts:
            part.set_theme(theme)
        self.update()

    def take_over(self, before: "OfferStrip") -> None:
        """In its place, with what it asks and what was typed."""
        self._waiting, question = dict(before._waiting), before.shown()
        if question is not None:
            self._show(question)
            self.line.setText(before.line.text())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.answer("")
            return True
        return super().event(event)

    def fit(self) -> None:
        """As high as its words at this width: whoever lays out the window's top asks for no height by width."""
        whole = self.layout()
        if whole is None or self.width() <= FIELD_PX:
            return
        height = whole.totalHeightForWidth(self.width())
        if height != self.height():
            self.setFixedHeight(height)
        whole.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        question = self.shown()
        tone = question.tone if question is not None else "warning"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(self.rect()), self._theme.color("panel"))
        painter.fillRect(QRectF(0, 0, 3, self.height()), self._theme.color(tone))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.color("hairline"))
        path = (shapes.octagon if tone == "critical" else shapes.warning if tone == "warning" else shapes.play)(SIGN_PX)
        path.translate(3 * GRID_PX, GRID_PX + (ROW_PX - SIGN_PX) / 2)
        painter.fillPath(path, self._theme.color(tone))

    def _next(self) -> None:
        question = self.shown()
        if question is not None:
            self._show(question)
            return
        self._drawn = None
        focused = QApplication.focusWidget() or self.window().focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        self.going.emit()
        self.hide()
        self.gone.emit()
        # Whoever has gone on elsewhere is left there.
        if held and self._before is not None and isValid(self._before):
            take_keys(self._before)
        self._before = None

    def _show(self, question: Question) -> None:
        self._drawn = question
        for button in self.buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        self.complain("")
        self.heading.say(again(question.heading))
        self.words.say(again(question.words))
        self.line.setVisible(bool(question.field))
        self.line.setAccessibleName(again(question.field))
        self.line.setPlaceholderText(again(question.field))
        self.line.setText(question.typed)
        for choice in question.choices:
            button = FlatButton(again(choice.text), self._theme, again(choice.text), again(choice.tip))
            button.clicked.connect(lambda checked=False, id=choice.id: self.answer(id))
            self._row.addWidget(button)
            self.buttons[choice.id] = button
        self.setAccessibleName(f"{again(question.heading)} {again(question.words)}")
        if self.isHidden():
            self.coming.emit()
        self.show()
        self.fit()
        self.update()
        target: QWidget | None = self.line if question.field else self._safe() if question.takes_focus else None
        if target is not None:
            before = QApplication.focusWidget() or self.window().focusWidget()
            if before is None or not self.isAncestorOf(before):
                self._before = before
            if self.isWindow():
                # Not yet where it belongs: there is no window to bring the keys to.
                target.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                take_keys(target)

    def _safe(self) -> QWidget | None:
        """Whose key was meant for something else, and came a moment after the question, has chosen nothing."""
        return self.buttons.get("") or next(iter(self.buttons.values()), None)

    def _on_return(self) -> None:
        question = self.shown()
        if question is not None and question.choices:
            self.answer(question.choices[0].id)
