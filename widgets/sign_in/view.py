"""The sign-in and lock sheet: laid over everything but the banner, so that state and stop button stay in sight.

Invariants: it is a child of the window, never a dialog; Tab stays inside it; a password is given away once and cleared at
once, and never shown; errors are one sentence under the fields. It knows no accounts: it asks, and is told what to say.
"""

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from widgets.action_keys import key_of
from widgets.flat import RADIUS_PX, FlatButton, FlatField
from widgets.style import BIG_PX, DATA_PX, GRID_PX, SMALL_PX, Theme
from widgets.tongue import mark, tr
from widgets.words import Words

CARD_PX = 400
FIELD_PX = 30
STOP_WORKS = mark("Stop works without signing in: {key}, or the button above.")


class Field(FlatField):
    def __init__(self, theme: Theme, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(theme, name, hint, parent)
        self.setPlaceholderText(name)
        self.setFixedHeight(FIELD_PX)


class SignInSheet(QWidget):
    """tried: name, password, code. chosen: a demo person. switched: another person than who is signed in. left: back."""

    tried = Signal(str, str, str)
    chosen = Signal(str)
    switched = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._may_leave = False
        self.title = Words(theme, BIG_PX, strong=True, parent=self)
        self.line = Words(theme, DATA_PX, parent=self)
        self.name = Field(theme, tr("Name"), tr("Your account's name"), self)
        self.password = Field(theme, tr("Password"), tr("Your password"), self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.code = Field(theme, tr("Code"), tr("The code your authenticator app shows now"), self)
        self.error = Words(theme, DATA_PX, token="critical", parent=self)
        self.enter = FlatButton(tr("Sign in"), theme, tr("Sign in"), tr("Sign in (Enter)"), self)
        self.other = FlatButton(tr("Another person"), theme, tr("Another person"), tr("Sign in as somebody else"), self)
        self.back = FlatButton(tr("Back"), theme, tr("Back"), tr("Stay signed in (Esc)"), self)
        self.demo: dict[str, FlatButton] = {}
        self.foot = Words(theme, SMALL_PX, token="muted", parent=self)
        self._lay_out()
        self.enter.clicked.connect(self._try)
        self.other.clicked.connect(self.switched)
        self.back.clicked.connect(self.left)
        for field in (self.name, self.password, self.code):
            field.returnPressed.connect(self._next)
            field.textEdited.connect(lambda _: self._clear_error())
        self.hide()

    def _lay_out(self) -> None:
        self._card = QWidget(self)
        self._card.setFixedWidth(CARD_PX)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(8 * GRID_PX, 7 * GRID_PX, 8 * GRID_PX, 6 * GRID_PX)
        column.setSpacing(2 * GRID_PX)
        for part in (self.title, self.line, self.name, self.password, self.code, self.error):
            column.addWidget(part)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(GRID_PX)
        column.addLayout(self._choices)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GRID_PX)
        for button in (self.enter, self.other, self.back):
            button.setFixedHeight(FIELD_PX)
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(self.foot)
        across, down = QHBoxLayout(), QVBoxLayout(self)
        across.addStretch(1)
        across.addWidget(self._card)
        across.addStretch(1)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)

    # what is shown --------------------------------------------------------------------------------------------------

    def ask_in(self, may_leave: bool, line: str = "") -> None:
        """Anybody with an account. may_leave: somebody is signed in and may stay so."""
        self._show(tr("Change person") if may_leave else tr("Sign in"), line, fields=True, may_leave=may_leave)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_back(self, person: str, line: str) -> None:
        """Locked: the same person, or another one."""
        self._show(tr("Locked"), line, fields=True, may_leave=False, person=person)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, people: tuple[tuple[str, str], ...], title: str, line: str, may_leave: bool) -> None:
        """Demo people, (name, words), by a click or their number."""
        self._show(title, line, fields=False, may_leave=may_leave, people=people)
        next(iter(self.demo.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def say_keys(self) -> None:
        self.foot.say(tr(STOP_WORKS, key=key_of("stop")))

    def _show(
        self, title: str, line: str, fields: bool, may_leave: bool, person: str = "", people: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self._may_leave = may_leave
        self.title.say(title)
        self.line.say(line)
        self.error.say("")
        self.say_keys()
        for field in (self.name, self.password, self.code):
            field.clear()
            field.set_wrong(False)
        self.name.setText(person)
        self.name.setReadOnly(bool(person))
        self.name.setFocusPolicy(Qt.FocusPolicy.NoFocus if person else Qt.FocusPolicy.StrongFocus)
        self.name.setVisible(fields)
        self.password.setVisible(fields)
        self.code.hide()
        self.enter.setText(tr("Unlock") if person else tr("Sign in"))
        self.enter.setVisible(fields)
        self.other.setVisible(bool(person))
        self.back.setVisible(may_leave)
        self._offer(people)
        self.busy(False)
        self.show()
        self.raise_()

    def _offer(self, people: tuple[tuple[str, str], ...]) -> None:
        for button in self.demo.values():
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.demo = {}
        for number, (name, words) in enumerate(people, start=1):
            said = f"{name}: {words}"
            button = FlatButton(
                f"{number}   {said}", self._theme, said, tr("Sit down as {name} ({number})", name=name, number=number), self._card,
            )
            button.setFixedHeight(FIELD_PX)
            button.clicked.connect(lambda checked=False, name=name: self.chosen.emit(name))
            self._choices.addWidget(button)
            self.demo[name] = button

    def say(self, sentence: str) -> None:
        """What was wrong. The password is asked for again."""
        self.busy(False)
        self.password.clear()
        self.error.say(sentence)
        (self.code if not self.code.isHidden() else self.password).set_wrong(True)
        self.code.hide()
        self.code.clear()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def want_code(self) -> None:
        """The password was right; the second factor is still missing."""
        self.busy(False)
        self.error.say("")
        self.code.show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def busy(self, on: bool) -> None:
        """A password is being looked at."""
        self._busy = on
        self.enter.setEnabled(not on)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        fields = (self.name, self.password, self.code, self.enter, self.other, self.back)
        parts: tuple[Any, ...] = (self.title, self.line, *fields, self.error, self.foot, *self.demo.values())
        for part in parts:
            part.set_theme(theme)
        self.update()

    # hands ----------------------------------------------------------------------------------------------------------

    def _next(self) -> None:
        """Enter: on to the next empty field, then in."""
        for field in (self.name, self.password, self.code):
            if not field.isHidden() and not field.text():
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self._try()

    def _try(self) -> None:
        if self._busy or self.enter.isHidden():
            return
        if not self.name.text().strip() or not self.password.text():
            self.error.say(tr("Give your name and your password."))
            return
        self.busy(True)
        self.error.say("")
        self.tried.emit(self.name.text().strip(), self.password.text(), self.code.text().strip())

    def forget(self) -> None:
        """Nothing typed stays behind."""
        for field in (self.name, self.password, self.code):
            field.clear()

    def _clear_error(self) -> None:
        self.error.say("")
        for field in (self.name, self.password, self.code):
            field.set_wrong(False)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round in the sheet: what is behind it is covered."""
        parts = [
            part for part in (self.name, self.password, self.code, *self.demo.values(), self.enter, self.other, self.back)
            if not part.isHidden() and part.isEnabled() and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        if not parts:
            return False
        now = next((number for number, part in enumerate(parts) if part.hasFocus()), -1 if forward else 0)
        parts[(now + (1 if forward else -1)) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._may_leave:
            self.left.emit()
        elif self.demo and event.text().isdigit() and 1 <= int(event.text()) <= len(self.demo):
            self.chosen.emit(list(self.demo)[int(event.text()) - 1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for button in (*self.demo.values(), self.enter, self.other, self.back):
                if button.hasFocus():
                    button.click()
                    return
        else:
            # Nothing goes through to what is behind.
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("window"))
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("hairline"))
        painter.setBrush(self._theme.color("panel"))
        painter.drawRoundedRect(QRectF(self._card.geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 2 * RADIUS_PX, 2 * RADIUS_PX)
