"""The form that asks for a change of somebody's roles. It asks; another person approves. The reason stays until the core has taken it,
and is of one person's change."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.domain.roles import Role
from core.messages.approvals import RequestApproval
from core.projections.answers import Answer
from core.projections.people import PersonRow
from widgets.asked import Asked
from widgets.flat import FlatButton, FlatField
from widgets.labels import ROLE
from widgets.people.form import request
from widgets.style import GRID_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.untaken import NOT_TAKEN
from widgets.words import Words


class ChangeForm(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[PersonRow, ...] = ()
        self._waiting = Asked()
        self.name = FlatField(theme, tr("Whose roles"), tr("Account name; new people are added with main.py people add"), self)
        self.name.setPlaceholderText(tr("whose roles"))
        self.reason = FlatField(theme, tr("Reason"), tr("Whoever approves reads this"), self)
        self.reason.setPlaceholderText(tr("why"))
        self.roles = {role: self._toggle(theme, ROLE[role].capitalize(), tr(
            "{capitalize}: on or off",
            capitalize=ROLE[role].capitalize(),
        )) for role in Role}
        self.enabled = self._toggle(theme, tr("Enabled"), tr("Off: may do nothing, and not sign in"))
        self.enabled.setChecked(True)
        self.ask = FlatButton(tr("Ask for approval"), theme, tr("Ask for approval"), tr("A second person approves it (Enter)"), self)
        self.wrong = Words(theme, SMALL_PX, token="critical", parent=self)
        self.wrong.say("")
        grid = QGridLayout()
        grid.setSpacing(GRID_PX)
        for number, button in enumerate((*self.roles.values(), self.enabled)):
            grid.addWidget(button, number // 2, number % 2)
        line = QHBoxLayout()
        line.setSpacing(2 * GRID_PX)
        line.addWidget(self.ask)
        line.addWidget(self.wrong, 1)
        line.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        column.setSpacing(GRID_PX)
        column.addWidget(self.name)
        column.addLayout(grid)
        column.addWidget(self.reason)
        column.addLayout(line)
        self.name.textChanged.connect(self._show_known)
        self.ask.clicked.connect(self._ask)
        for field in (self.name, self.reason):
            field.returnPressed.connect(self._ask)
            field.textEdited.connect(lambda _: self._say({}))

    def know(self, people: tuple[PersonRow, ...]) -> None:
        self._people = people

    def hear(self, answers: Sequence[Answer]) -> None:
        """Of each picture."""
        given = self._waiting.text
        if self._waiting.hear(answers) and self.reason.text() == given:
            self.reason.clear()
        self.ask.setEnabled(self._waiting.waits is None)

    def not_taken(self, command: object) -> None:
        """It came not even as far as the core."""
        if self._waiting.not_taken(command):
            self.wrong.say(tr(NOT_TAKEN.text))
        self.ask.setEnabled(self._waiting.waits is None)

    def choose(self, person: str) -> None:
        self._serves(person)
        self.name.setText(person)
        self.reason.setFocus()

    def set_theme(self, theme: Theme) -> None:
        parts: tuple[Any, ...] = (self.name, self.reason, *self.roles.values(), self.enabled, self.ask, self.wrong)
        for part in parts:
            part.set_theme(theme)

    def _toggle(self, theme: Theme, text: str, tip: str) -> FlatButton:
        made = FlatButton(text, theme, text, tip, self)
        made.setCheckable(True)
        return made

    def _show_known(self, name: str) -> None:
        """What the person is now, as the beginning of what they may be."""
        for row in self._people:
            if row.person == name.strip():
                for role, button in self.roles.items():
                    button.setChecked(role in row.roles)
                self.enabled.setChecked(row.enabled)

    def _serves(self, person: str) -> None:
        """A reason that was given for somebody else's change is gone."""
        if not self._waiting.serves(person, self.reason.text()):
            self.reason.clear()

    def _ask(self) -> None:
        if self._waiting.waits is not None:
            return
        self._serves(self.name.text().strip())
        roles = tuple(role for role, button in self.roles.items() if button.isChecked())
        made = request(self.name.text(), roles, self.enabled.isChecked(), self.reason.text(), self._people)
        if not isinstance(made, RequestApproval):
            self._say(made)
            return
        self._say({})
        self._waiting.begin(made, self.name.text().strip(), self.reason.text())
        self.ask.setEnabled(False)
        self.asked.emit(made)

    def _say(self, wrong: dict[str, str]) -> None:
        self.name.set_wrong("name" in wrong)
        self.reason.set_wrong("reason" in wrong)
        first = next(iter(wrong.values()), "")
        self.wrong.say(f"{first}." if first else "")
