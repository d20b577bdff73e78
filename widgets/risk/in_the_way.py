"""What stands in an order's way: conservative mode, rules that tighten, restrictions, scopes that are taken out; and the forms that
make, change and end them.

Invariants: whatever lets more through is asked for and needs a second person; a form is about the row it was opened on, or a new one;
conservative mode takes two presses. It asks, and decides nothing.
"""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.scope import ScopeKind
from core.messages.approvals import RequestApproval
from core.messages.limits import Enable, Restriction, SetConservative
from core.projections.risk_pictures import RiskPicture
from widgets.entry_form import EntryForm
from widgets.flat import FlatButton, FlatField
from widgets.motions import TwoMotions
from widgets.risk import form, model, new_rule
from widgets.sheet import Sheet
from widgets.style import GRID_PX, Theme
from widgets.tongue import tr
from widgets.untaken import Sending


class InTheWay(QWidget):
    asked = Signal(object)
    changed = Signal()
    """What it would do, or why it cannot, is another sentence now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: RiskPicture | None = None
        self.sending = Sending()
        self.sheet = Sheet(theme, tr("What stands in the way"), model.CONDITIONS, tr("Waiting for the core."))
        send = tr("What tightens counts at once, what loosens asks for a second person (Enter)")
        self.tighten = EntryForm(
            theme, tr("New tightening rule"), new_rule.TIGHTEN, lambda values: new_rule.tightened(values, self.picture), send
        )
        self.restrict = EntryForm(
            theme, tr("Restriction"), new_rule.RESTRICT, lambda values: new_rule.restricted(values, self.picture), send,
        )
        self.why = FlatField(theme, tr("Reason"), tr("Why: it stands in the record"))
        self.why.setPlaceholderText(tr("Why##a reason"))
        self.back = FlatButton(
            tr("Enable"), theme, tr("Undo the chosen row"), tr("Enables a scope, or asks to lift a restriction or end a rule"),
        )
        self.mode = FlatButton("", theme, tr("Conservative mode"), tr("Half sizes, and no new instruments; two presses"))
        self.motions = TwoMotions(self, self._ask_mode, self.changed.emit)
        self._lay_out()
        self.sheet.chosen.connect(lambda _: self.changed.emit())
        self.sheet.opened.connect(lambda _: self.change())
        self.why.textChanged.connect(lambda _: self.changed.emit())
        self.mode.clicked.connect(self._press_mode)
        self.back.clicked.connect(self._ask_back)
        for entry in (self.tighten, self.restrict):
            entry.asked.connect(self.asked)
            entry.closed.connect(self._leave)

    def _lay_out(self) -> None:
        self.hands = QWidget()
        strip = QHBoxLayout(self.hands)
        strip.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        strip.setSpacing(2 * GRID_PX)
        for part, stretch in ((self.why, 1), (self.mode, 0), (self.back, 0)):
            strip.addWidget(part, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addWidget(self.sheet, 1)
        for entry in (self.tighten, self.restrict):
            column.addWidget(entry)
            entry.hide()
        column.addWidget(self.hands)

    def show_picture(self, picture: RiskPicture) -> None:
        self.picture = picture
        self.sheet.show_rows(model.condition_rows(picture.reading), model.condition_groups())
        for entry in (self.tighten, self.restrict):
            if not entry.isHidden():
                entry.refresh()

    def set_theme(self, theme: Theme) -> None:
        parts: tuple[Any, ...] = (self.sheet, self.tighten, self.restrict, self.why, self.back, self.mode)
        for part in parts:
            part.set_theme(theme)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.motions.stop()

    # forms ----------------------------------------------------------------------------------------------------------

    def new_rule(self) -> None:
        self._make_room(self.restrict)
        self.tighten.fill(tr("New tightening rule"), percent="", threshold="", window="", **{"from": "", "until": "", "why": ""})
        self.tighten.begin("rule")

    def new_restriction(self) -> None:
        self._make_room(self.tighten)
        self.restrict.fill(tr("New restriction"), symbol="", trader="", restriction=Restriction.REDUCE_ONLY, why="")
        self.restrict.begin("symbol")

    def change(self) -> None:
        """The chosen rule or restriction as a form."""
        kind, number = self._chosen()
        if self.picture is None:
            return
        reading = self.picture.reading
        if kind == model.TIGHTENS and number < len(reading.tightenings):
            self._make_room(self.restrict)
            self.tighten.fill(tr("Change the rule"), why="", **new_rule.values_of(reading.tightenings[number].told))
            self.tighten.begin("percent")
        elif kind == model.RESTRICTS and number < len(reading.restrictions):
            self._make_room(self.tighten)
            self.restrict.fill(tr("Change the restriction"), why="", **new_rule.restriction_values(reading.restrictions[number]))
            self.restrict.begin("restriction")

    def _make_room(self, other: EntryForm) -> None:
        """For one form, in the place of the other and of the row's own buttons."""
        other.hide()
        self.hands.hide()
        self.motions.stop()

    def _leave(self) -> None:
        self.tighten.hide()
        self.restrict.hide()
        self.hands.show()
        self.sheet.setFocus()
        self.changed.emit()

    def _chosen(self) -> tuple[str, int]:
        kind, _, rest = self.sheet.key.partition(" ")
        return kind, int(rest) if rest.isdigit() else 0

    # the chosen row, undone -----------------------------------------------------------------------------------------

    def way_back(self) -> tuple[str, Enable | RequestApproval | str]:
        """The button's words, and what it asks, or why not. Empty words: there is nothing to undo."""
        kind, _, rest = self.sheet.key.partition(" ")
        picture = self.picture
        if picture is None:
            return "", ""
        reading, number = picture.reading, self._chosen()[1]
        if kind == model.OUT:
            scope, _, name = rest.partition(" ")
            return tr("Enable"), form.enable(ScopeKind(int(scope)), name, picture.roles)
        if kind == model.RESTRICTS and number < len(reading.restrictions):
            return tr("Ask to lift"), form.lift(reading.restrictions[number], self.why.text(), picture.roles)
        if kind == model.TIGHTENS and number < len(reading.tightenings):
            return tr("Ask to end"), new_rule.no_more(reading.tightenings[number].told, self.why.text(), picture)
        return "", ""

    def _ask_back(self) -> None:
        words, found = self.way_back()
        if words and not isinstance(found, str):
            if self.sending.ask(self.asked, found):
                self.why.clear()

    def mode_ask(self) -> SetConservative | RequestApproval | str:
        picture = self.picture
        if picture is None:
            return ""
        return form.conservative(not picture.reading.conservative, self.why.text(), picture.roles)

    def _press_mode(self) -> None:
        if not isinstance(self.mode_ask(), str):
            self.motions.press()

    def _ask_mode(self) -> None:
        found = self.mode_ask()
        if not isinstance(found, str):
            if self.sending.ask(self.asked, found):
                self.why.clear()

    def label(self) -> None:
        """The buttons as they stand."""
        picture = self.picture
        if picture is None:
            return
        on, asking = picture.reading.conservative, self.motions.asking
        words = tr("Turn conservative mode off") if on else tr("Turn conservative mode on")
        self.mode.setText(tr("Confirm: {what}", what=words.lower()) if asking else f"{words}\u2026")
        self.mode.set_tone("critical" if asking else "text")
        self.mode.setEnabled(not isinstance(self.mode_ask(), str))
        back, ask = self.way_back()
        self.back.setText(back)
        self.back.setVisible(bool(back))
        self.back.setEnabled(not isinstance(ask, str))

    def sentence(self) -> str:
        """Why nothing can be done with the chosen row now, or what becomes of it. A form says so by itself."""
        if not (self.tighten.isHidden() and self.restrict.isHidden()):
            return ""
        back, ask = self.way_back()
        wrong = ask if back else self.mode_ask()
        return wrong if isinstance(wrong, str) else tr("It stands in the record with your name.")
