"""A limit's new value, typed: what it would mean and what would be over it stands under the field while it is typed.

Invariant: nothing is sent that the sentence does not say; what is wrong is one sentence, and what was typed stays, until the
core has taken it.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.projections.answers import Answer
from core.projections.risk_pictures import GaugeRow, RiskPicture
from widgets.asked import Asked
from widgets.flat import Caption, FlatButton, FlatField
from widgets.labels import RULE
from widgets.limit_words import asks_for, plain_text, whose
from widgets.lines import Lines, Note
from widgets.lines import said as note_of
from widgets.risk.form import Change, change, instrument_of
from widgets.style import GRID_PX, Theme, px
from widgets.tongue import ended, tr
from widgets.untaken import NOT_TAKEN


class LimitEditor(QWidget):
    asked = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: GaugeRow | None = None
        self._picture: RiskPicture | None = None
        self._waiting = Asked()
        self.title = Caption(theme, strong=True)
        self.value = FlatField(theme, tr("New value of the limit"), tr("New value, in the limit's own unit; the word none takes it away"))
        self.why = FlatField(theme, tr("Reason for the change"), tr("Why: it stands in the record"))
        self.why.setPlaceholderText(tr("Why##a reason"))
        tip = tr("Lowering is immediate, raising asks for a second person (Enter)")
        self.send = FlatButton(tr("Lower at once"), theme, tr("Change the limit"), tip)
        self.shut = FlatButton(tr("Leave"), theme, tr("Leave the limit as it is"), tr("Nothing is changed (Esc)"))
        self.said = Lines(theme, tr("What it means"), 2)
        self.value.setFixedWidth(px(120))
        line = QHBoxLayout()
        line.setSpacing(2 * GRID_PX)
        for part, stretch in ((self.title, 2), (self.value, 0), (self.why, 2), (self.send, 0), (self.shut, 0)):
            line.addWidget(part, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX)
        column.addLayout(line)
        column.addWidget(self.said)
        for field in (self.value, self.why):
            field.textChanged.connect(self._changed)
            field.returnPressed.connect(self._ask)
        self.send.clicked.connect(self._ask)
        self.shut.clicked.connect(self.closed)
        self.setAccessibleName(tr("Change a limit"))

    def edit(self, row: GaugeRow, picture: RiskPicture) -> None:
        """Another limit begins with its present value."""
        fresh = self._row is None or self._row.limit != row.limit
        self._row, self._picture = row, picture
        if fresh:
            limit = row.limit
            instrument = instrument_of(limit, row, picture)
            where = tr(" in {symbol}", symbol=instrument.symbol) if instrument is not None else ""
            self.title.say(tr("{rule} of {whose}{where}", rule=RULE[limit.rule], whose=whose(limit.kind, limit.name), where=where))
            self.title.setToolTip(self.title.text())
            self.value.setPlaceholderText(asks_for(limit.rule, instrument, picture.reading.base))
            self.value.setText(plain_text(limit.rule, limit.value, instrument))
            self.value.selectAll()
            self.why.clear()
            self._waiting.forget()
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        parts: tuple[Any, ...] = (self.title, self.value, self.why, self.send, self.shut, self.said)
        for part in parts:
            part.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _found(self) -> Change | None:
        if self._row is None or self._picture is None:
            return None
        return change(self._row, self.value.text(), self.why.text(), self._picture)

    def _changed(self, _text: str) -> None:
        self._waiting.changed()
        self._refresh()

    def _refresh(self) -> None:
        found = self._found()
        if found is None:
            return
        wrong = dict(found.wrong)
        untouched = found.same
        self.value.set_wrong("value" in wrong and not untouched)
        self.send.setText(tr("Ask to raise") if found.raises else tr("Lower at once"))
        waits = self._waiting.waits is not None
        self.send.setEnabled(found.ask is not None and not waits)
        self.send.set_tone("text")
        notes = [note_of(NOT_TAKEN)] if self._waiting.failed else []
        notes += [Note(found.means)] if found.means else []
        if found.over:
            notes.append(Note(found.over, "warning", "warning") if found.passed else Note(found.over, "muted"))
        for field, text in found.wrong:
            # A reason that is not typed yet, and a value that is not touched yet, are no faults.
            quiet = untouched or (field == "why" and not self.why.text())
            notes.append(Note(ended(text), "muted") if quiet else Note(ended(text), "warning", "wrong"))
        self.said.say(*([Note(tr("Waiting for the core."), "muted")] if waits else notes))

    def _ask(self) -> None:
        found = self._found()
        if found is not None and found.ask is not None and self._waiting.waits is None:
            self._waiting.begin(found.ask)
            self.asked.emit(found.ask)
            self._refresh()

    def hear(self, answers: Sequence[Answer]) -> None:
        """Of each picture, before the limit is shown as it is now: the editor leaves when what it asked for was taken."""
        waited = self._waiting.waits
        if self._waiting.hear(answers) and not self.isHidden():
            self.why.clear()
            self.closed.emit()
        elif waited is not self._waiting.waits:
            self._refresh()

    def not_taken(self, command: object) -> bool:
        """It came not even as far as the core. Whether the editor asked for it."""
        mine = self._waiting.not_taken(command)
        self._refresh()
        return mine
