"""What an operator's hands need under the lists: the buttons of what may be done, and the fields that go with it.

Invariants: what does not find room in a line begins another one, nothing is cut; the reason takes what its line has left; a reason
belongs to the section that it was typed under, and to one action: it stays until the core has done that, and the next one begins
empty. It holds no meaning: which of them stand there, what they say and whether they can be pressed comes from outside.
"""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from core.projections.answers import Answer
from widgets.asked import Asked
from widgets.fitted import Fitted
from widgets.flat import FlatButton, FlatField
from widgets.market_operations.chosen import BLOCK, BUST, CANCEL, CORRECT, HALT_ALL
from widgets.style import GRID_PX, ROW_PX, Theme
from widgets.tongue import tr

MOST_MOVES = 4
"""No phase has more that may follow it."""
LASTS_PX, NUMBER_PX, LEAST_WHY_PX = 72, 112, 140
GAP_PX = 2 * GRID_PX


class Hands(Fitted):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moves = [FlatButton("", theme, tr("Change the phase"), tr("Two presses"), self) for _ in range(MOST_MOVES)]
        tip = tr("How long an auction or halt lasts: 30 s, 5 min; empty: until told otherwise")
        self.lasts = self._field(theme, tr("How long it lasts"), tip, tr("Lasts"))
        self.why = self._field(theme, tr("Reason"), tr("Why: it stands in the record with your name"), tr("Why##a reason"))
        self.price = self._field(theme, tr("Corrected price"), tr("The price that the trade should have had"), tr("Price"))
        self.qty = self._field(theme, tr("Corrected quantity"), tr("Never more than the trade's"), tr("Quantity"))
        buttons = (
            (CORRECT, tr("Correct the chosen trade")), (BUST, tr("Undo the chosen trade")),
            (CANCEL, tr("Cancel all orders of the chosen firm")), (BLOCK, tr("Block or readmit the chosen firm")),
            (HALT_ALL, tr("Halt the whole market")),
        )
        self.buttons = {key: FlatButton("", theme, name, tr("{name}; two presses", name=name), self) for key, name in buttons}
        self._parts: tuple[FlatButton | FlatField, ...] = (*self.moves, self.price, self.qty, self.lasts, self.why, *self.buttons.values())
        self._section = 0
        self._asked: dict[int, Asked] = {}
        """By section."""
        self._lasted = ""
        """How long the last action under the first section was to last."""
        self._reasons: dict[int, str] = {}
        """Typed under the other sections, and not used yet."""
        self.setFixedHeight(ROW_PX)
        for part in (*self.moves, *self.buttons.values(), self.price, self.qty):
            part.hide()  # until somebody says what it does
        # In the order in which they stand there, not in the one in which they were made.
        for one, other in zip(self._parts, self._parts[1:], strict=False):
            QWidget.setTabOrder(one, other)

    def _field(self, theme: Theme, name: str, tip: str, hint: str) -> FlatField:
        made = FlatField(theme, name, tip, self)
        made.setPlaceholderText(hint)
        return made

    def turn(self, section: int) -> None:
        if section != self._section:
            self._reasons[self._section] = self.why.text()
            self._section = section
            self.why.setText(self._reasons.pop(section, ""))

    @property
    def waits(self) -> bool:
        """For the core's answer, under this section."""
        return self._here().waits is not None

    def begin(self, command: object, about: tuple[str, str]) -> None:
        """It is asked for now. about: which button, and the row that it is for; no row: for all."""
        self._here().begin(command, about, self.why.text())
        self._lasted = self.lasts.text()

    def serves(self, about: tuple[str, str]) -> bool:
        """Whether the reason may be given for that; one that was given for something else is gone."""
        fits = self._here().serves(about, self.why.text())
        if not fits:
            self.why.clear()
        return fits

    def move_on(self, row: str) -> None:
        """Another row was chosen."""
        about = self._here().about
        if about is not None and about[1]:
            self.serves((about[0], row))

    def hear(self, answers: Sequence[Answer]) -> None:
        """What the core has done stands in the record, and is for nothing else: neither the reason nor how long it lasts."""
        for section, asked in self._asked.items():
            given = asked.text
            if not asked.hear(answers):
                continue
            if section == self._section and self.why.text() == given:
                self.why.clear()
            elif self._reasons.get(section) == given:
                del self._reasons[section]
            if self.lasts.text() == self._lasted:
                self.lasts.clear()

    def not_taken(self, command: object) -> None:
        for asked in self._asked.values():
            asked.not_taken(command)

    def _here(self) -> Asked:
        return self._asked.setdefault(self._section, Asked())

    def set_theme(self, theme: Theme) -> None:
        for part in self._parts:
            part.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """What was said while nobody saw it asked for no place."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Called once words have changed, so that no frame shows them where the old ones stood."""
        left, room = 2 * GRID_PX, self.width() - 4 * GRID_PX
        lines: list[list[tuple[FlatButton | FlatField, int]]] = [[]]
        used = 0
        for part in self._parts:
            if part.isHidden():
                continue
            wanted = self._wanted(part)
            if lines[-1] and used + GAP_PX + wanted > room:
                lines.append([])
                used = 0
            used += wanted + (GAP_PX if lines[-1] else 0)
            lines[-1].append((part, wanted))
        for number, line in enumerate(lines):
            spare = max(room - sum(wanted for _, wanted in line) - GAP_PX * (len(line) - 1), 0)
            x = left
            for part, wanted in line:
                width = min(wanted + (spare if part is self.why else 0), room)
                part.setGeometry(x, number * (ROW_PX + GRID_PX), width, ROW_PX)
                x += width + GAP_PX
        height = len(lines) * (ROW_PX + GRID_PX) - GRID_PX
        if height != self.height():
            self.setFixedHeight(height)
            self.updateGeometry()
            around = self.parentWidget()
            whole = around.layout() if around is not None else None
            if whole is not None and self.isVisible():
                # Now: a frame painted before Qt lays out the rest would show these parts on the words below.
                whole.activate()

    def _wanted(self, part: FlatButton | FlatField) -> int:
        if part is self.why:
            return LEAST_WHY_PX
        if part is self.lasts:
            return LASTS_PX
        return NUMBER_PX if part in (self.price, self.qty) else part.sizeHint().width()
