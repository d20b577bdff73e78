"""The market operations panel: phases and auctions, trades to undo or correct, participants.

Invariants: only what may follow is offered; everything is two motions, and its sentence stands there between them; a changed market
ends a motion that was about something else; what was refused says why. Rules, schedules and reference prices are forms: what they would
change stands under them, and Enter sends it. It asks, and decides nothing.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.enums import Phase
from core.projections.operations_pictures import OperationsLook, OperationsPicture, Part, ParticipantRow, PhaseRow, TradeRow
from widgets.entry_form import EntryForm, room_for, stand_aside
from widgets.flat import FlatButton, FlatField
from widgets.lines import Lines, Note
from widgets.market_operations import form, model, rules_form
from widgets.motions import TwoMotions
from widgets.pace import Pace
from widgets.sections import Sections
from widgets.sheet import Sheet
from widgets.style import GRID_PX, ROW_PX, Theme

EVERY_FRAMES, EVERY_PARTICIPANTS = 8, 30
"""Four looks a second at 30 frames: markets are read off the machine, not folded. Participants once: it may take a walk through all
orders."""
OTHERS_PX = 4 * ROW_PX
"""Of the sections' buttons and the lines at the bottom, with their margins."""
MOST_MOVES = 4
"""No phase has more that may follow it."""
HALT_ALL, BUST, CORRECT, CANCEL, BLOCK = "halt all", "bust", "correct", "cancel", "block"


class OperationsView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: OperationsPicture | None = None
        self._version = -1
        self._pace = Pace(EVERY_FRAMES)
        self._key = ""
        self._instrument = 0
        self._wanted: tuple[EntryForm, str, Callable[[PhaseRow], dict[str, object]], str] | None = None
        self._motions = TwoMotions(self, self._do, self._refresh)
        self._make(theme)
        self._lay_out()
        self._connect()
        self.setAccessibleName("Market operations")
        self.setFocusProxy(self.phases)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _make(self, theme: Theme) -> None:
        self.phases = Sheet(theme, "Instruments and their phases", model.PHASES, "No instrument is listed: a session lists them.")
        self.trades = Sheet(theme, "Trades that can be amended", model.TRADES, "No trade yet: each one is listed as it prints.")
        self.participants = Sheet(
            theme, "Participants", model.PARTICIPANTS, "Nobody takes part yet: a session's first order makes a row.", (2, True)
        )
        self.moves = [FlatButton("", theme, "Change the phase", "Two presses") for _ in range(MOST_MOVES)]
        tip = "How long an auction or halt lasts: 30 s, 5 min; empty: until told otherwise"
        self.lasts = _field(theme, "How long it lasts", tip, "Lasts")
        self.lasts.setFixedWidth(72)
        self.why = _field(theme, "Reason", "Why: it stands in the record with your name", "Why")
        self.price = _field(theme, "Corrected price", "The price that the trade should have had", "Price")
        self.qty = _field(theme, "Corrected quantity", "Never more than the trade's", "Quantity")
        for field in (self.price, self.qty):
            field.setFixedWidth(112)
        buttons = (
            (HALT_ALL, "Halt the whole market"), (BUST, "Undo the chosen trade"), (CORRECT, "Correct the chosen trade"),
            (CANCEL, "Cancel all orders of the chosen firm"), (BLOCK, "Block or readmit the chosen firm"),
        )
        self.buttons = {key: FlatButton("", theme, name, f"{name}; two presses") for key, name in buttons}
        tip = "What it would change stands below (Enter)"
        self.rules = EntryForm(
            theme, "Rules", rules_form.RULES, lambda values: rules_form.rules_judged(self._row(), values, self._picture), tip
        )
        self.schedule = EntryForm(
            theme, "Schedule", rules_form.SCHEDULE, lambda values: rules_form.schedule_judged(self._row(), values, self._picture), tip
        )
        self.prices = EntryForm(
            theme, "Reference prices", rules_form.PRICES, lambda values: rules_form.price_judged(self._row(), values, self._picture), tip
        )
        self.forms = (self.rules, self.schedule, self.prices)
        self.openers = (
            FlatButton("Rules\u2026", theme, "Rules of the chosen instrument", "Bands, velocity, halts, sizes, cancels (Ctrl+Alt+Shift+B)"),
            FlatButton("Schedule\u2026", theme, "Schedule of the chosen instrument", "What comes by itself, and when (Ctrl+Alt+Shift+S)"),
            FlatButton("Prices\u2026", theme, "Reference and mark price", "What bands and stops are measured from (Ctrl+Alt+Shift+P)"),
        )
        self.said = Lines(theme, "What it would do", 2)
        self.said.setFixedHeight(2 * ROW_PX - 2 * GRID_PX)

    def _lay_out(self) -> None:
        self.sections = Sections(self._theme, (
            ("Phases", "Phases, auctions, bands", self.phases), ("Trades", "The newest trades: undo, correct", self.trades),
            ("Participants", "Who takes part: cancel, block, readmit", self.participants),
        ), self.openers)  # fmt: skip
        self.hands = QWidget()
        strip = QHBoxLayout(self.hands)
        strip.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        strip.setSpacing(2 * GRID_PX)
        last = [self.buttons[key] for key in (CORRECT, BUST, CANCEL, BLOCK, HALT_ALL)]
        for part in (*self.moves, self.price, self.qty, self.lasts, self.why, *last):
            strip.addWidget(part, 1 if part is self.why else 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        foot.addWidget(self.said)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, GRID_PX)
        whole.setSpacing(GRID_PX)
        whole.addWidget(self.sections, 1)
        for entry in self.forms:
            whole.addWidget(entry)
            entry.hide()
        whole.addWidget(self.hands)
        whole.addLayout(foot)

    def _connect(self) -> None:
        for number, button in enumerate(self.moves):
            button.clicked.connect(lambda _=False, number=number: self._press(f"move {number}"))
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _=False, key=key: self._press(key))
        for field in (self.lasts, self.why, self.price, self.qty):
            field.textChanged.connect(self._forget)
        for button, begin in zip(self.openers, (self.set_rules, self.set_schedule, self.set_price), strict=True):
            button.clicked.connect(begin)
        for entry in self.forms:
            entry.asked.connect(self.asked)
            entry.closed.connect(self._leave)
            entry.moved.connect(self._fit)
        self.phases.chosen.connect(self._choose_instrument)
        self.trades.chosen.connect(self._choose_trade)
        self.participants.chosen.connect(self._forget)
        self.sections.turned.connect(self._turned)

    def sizeHint(self) -> QSize:
        return QSize(900, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, max(7 * ROW_PX, room_for(self.forms, OTHERS_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stand_aside(self, self.phases, self.forms, OTHERS_PX)

    def _fit(self) -> None:
        stand_aside(self, self.phases, self.forms, OTHERS_PX)
        self.updateGeometry()

    # pictures -------------------------------------------------------------------------------------------------------

    def look(self) -> OperationsLook | None:
        return OperationsLook(self._version, Part(self.sections.front), self._instrument) if self._pace.due() else None

    def draw(self, picture: OperationsPicture) -> None:
        before = _standing(self._picture)
        self._picture, self._version = picture, picture.version
        if _standing(picture) != before:
            self._motions.stop()
        reading = picture.reading
        self.phases.show_rows([model.phase_row(row, picture.at) for row in reading.phases])
        if picture.part is Part.TRADES:
            self.trades.show_rows([model.trade_row(row) for row in reading.trades])
        elif picture.part is Part.PARTICIPANTS:
            self.participants.show_rows([model.participant_row(row) for row in reading.participants])
        self._refresh()
        if self._wanted is not None:
            self._begin(*self._wanted)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: list[Any] = [
            self.phases, self.trades, self.participants, *self.moves, *self.buttons.values(), self.lasts, self.why, self.price, self.qty,
            self.said, self.sections, *self.forms, *self.openers,
        ]
        for part in parts:
            part.set_theme(theme)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._motions.stop()
        self._pace.hurry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._motions.stop()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    # what is chosen -------------------------------------------------------------------------------------------------

    def _row(self) -> PhaseRow | None:
        rows = self._picture.reading.phases if self._picture is not None else ()
        return next((row for row in rows if str(int(row.instrument.id)) == self.phases.key), None)

    def _trade(self) -> TradeRow | None:
        rows = self._picture.reading.trades if self._picture is not None else ()
        return next((row for row in rows if str(row.trade_id) == self.trades.key), None)

    def _participant(self) -> ParticipantRow | None:
        rows = self._picture.reading.participants if self._picture is not None else ()
        return next((row for row in rows if str(row.firm) == self.participants.key), None)

    def _choose_instrument(self, key: str) -> None:
        if int(key or 0) != self._instrument:
            # A form is about the instrument that it was opened on.
            self._leave()
        self._instrument = int(key or 0)
        self._version = -1
        self._forget()

    def _choose_trade(self, key: str) -> None:
        row = self._trade()
        self.price.setText(row.instrument.price_text(row.price) if row is not None else "")
        self.qty.setText(row.instrument.qty_text(row.qty) if row is not None else "")
        self._forget()

    def _turned(self, number: int) -> None:
        self.setFocusProxy((self.phases, self.trades, self.participants)[number])
        self._leave()
        self._version = -1
        self._pace = Pace(EVERY_PARTICIPANTS if number == Part.PARTICIPANTS else EVERY_FRAMES)
        self._forget()

    def _forget(self, *_: object) -> None:
        self._motions.stop()
        self._refresh()

    # forms ----------------------------------------------------------------------------------------------------------

    def set_rules(self) -> None:
        self._begin(self.rules, "Rules of", rules_form.rules_values, "static_bp")

    def set_schedule(self) -> None:
        self._begin(self.schedule, "Schedule of", rules_form.schedule_values, "entries")

    def set_price(self) -> None:
        self._begin(self.prices, "Reference prices of", rules_form.price_values, "price")

    def _begin(self, entry: EntryForm, title: str, values: Callable[[PhaseRow], dict[str, object]], key: str) -> None:
        """Of the chosen instrument, as it stands now; before the core has answered, with the first picture."""
        self.sections.turn(int(Part.PHASES))
        row = self._row()
        self._wanted = (entry, title, values, key) if row is None else None
        if row is None:
            return
        self._motions.stop()
        self._leave()
        self.hands.hide()
        entry.fill(f"{title} {row.instrument.symbol}", **values(row))
        entry.begin(key)
        self._refresh()

    def _leave(self) -> None:
        had = [entry for entry in self.forms if not entry.isHidden()]
        for entry in had:
            entry.hide()
        self.hands.show()
        if had:
            self.phases.setFocus()
            self._refresh()

    # two motions ----------------------------------------------------------------------------------------------------

    def _press(self, key: str) -> None:
        if isinstance(self._operation(key), str):
            return
        if key != self._key:
            self._motions.stop()
        self._key = key
        self._motions.press()

    def _do(self) -> None:
        said = self._operation(self._key)
        if not isinstance(said, str):
            self.asked.emit(said)
            self.why.clear()

    def _operation(self, key: str) -> form.Said:
        picture, why = self._picture, self.why.text()
        if picture is None:
            return "Waiting for the core."
        if key == HALT_ALL:
            return form.halt_everything(self.lasts.text(), why, picture)
        if key == BUST:
            return form.bust(self._trade(), why, picture)
        if key == CORRECT:
            return form.correct(self._trade(), self.price.text(), self.qty.text(), why, picture)
        if key == CANCEL:
            return form.cancel(self._participant(), why, picture)
        if key == BLOCK:
            return form.block(self._participant(), why, picture)
        row, to = self._row(), self._move(key)
        if row is None or to is None:
            return "Choose an instrument."
        return form.phase(row, to, self.lasts.text(), why, picture)

    def _move(self, key: str) -> Phase | None:
        row, number = self._row(), int(key.removeprefix("move ") or 0)
        return row.allowed[number] if row is not None and number < len(row.allowed) else None

    # words ----------------------------------------------------------------------------------------------------------

    def _refresh(self, *_: object) -> None:
        picture, front = self._picture, self.sections.front
        row = self._row()
        for button in self.openers:
            button.setVisible(front == Part.PHASES)
            button.setEnabled(row is not None)
        for entry in self.forms:
            if not entry.isHidden():
                entry.refresh()
        for number, button in enumerate(self.moves):
            to = self._move(f"move {number}") if front == Part.PHASES else None
            self._label(button, f"move {number}", model.verb(row.phase, to) if row is not None and to is not None else "")
        participant = self._participant()
        blocked = participant is not None and participant.blocked
        words = {
            HALT_ALL: "Halt everything", BUST: "Undo", CORRECT: "Correct", CANCEL: "Cancel orders", BLOCK: "Readmit" if blocked else "Block"
        }
        places = {HALT_ALL: Part.PHASES, BUST: Part.TRADES, CORRECT: Part.TRADES, CANCEL: Part.PARTICIPANTS, BLOCK: Part.PARTICIPANTS}
        for key, button in self.buttons.items():
            self._label(button, key, words[key] if places[key] == front else "")
        self.lasts.setVisible(front == Part.PHASES)
        self.lasts.set_wrong(isinstance(form.lasting(self.lasts.text()), str))
        trade = self._trade()
        for field in (self.price, self.qty):
            field.setVisible(front == Part.TRADES)
            field.setEnabled(trade is not None and trade.qty > 0)
        if picture is not None:
            self.said.say(*self._notes(picture))

    def _label(self, button: FlatButton, key: str, text: str) -> None:
        asking = self._motions.asking and self._key == key
        button.setText(f"Confirm: {text.lower()}" if asking and text else f"{text}\u2026" if text else "")
        button.set_tone("critical" if asking or key == HALT_ALL else "text")
        button.setVisible(bool(text))
        button.setEnabled(not isinstance(self._operation(key), str))
        button.setAccessibleName(text or key)
        button.updateGeometry()

    def _notes(self, picture: OperationsPicture) -> list[Note]:
        """What is about to happen; else why nothing can be done now, and what happened last."""
        if self._motions.asking:
            return [Note(self._preview(self._key), "critical", "stop", strong=True)]
        notes = []
        refused = model.refused_line(picture)
        if refused:
            notes.append(Note(refused, "warning", "warning"))
        # While a form is open it says by itself what is missing.
        missing = "" if any(not entry.isHidden() for entry in self.forms) else self._missing(picture)
        if missing:
            notes.append(Note(missing, "muted"))
        happened = model.happened_line(picture.happened, picture.reading.phases)
        return [*notes, *([Note(happened, "muted")] if happened else [])][:2]

    def _missing(self, picture: OperationsPicture) -> str:
        """Of what the section is for."""
        front = self.sections.front
        if front == Part.TRADES:
            found = self._operation(CORRECT) if self._trade() is not None and self.why.text().strip() else self._operation(BUST)
            return found if isinstance(found, str) else ""
        if front == Part.PARTICIPANTS:
            found = self._operation(CANCEL)
            row = self._participant()
            return found if isinstance(found, str) else model.cancel_preview(row) if row is not None else ""
        wrong = form.lasting(self.lasts.text())
        return wrong if isinstance(wrong, str) else form.missing(picture, self.why.text())

    def _preview(self, key: str) -> str:
        picture, row, trade, participant = self._picture, self._row(), self._trade(), self._participant()
        lasts = self.lasts.text().strip()
        if key == HALT_ALL and picture is not None:
            return model.everything_preview(picture.reading.phases, lasts)
        if key == BUST and trade is not None:
            return model.bust_preview(trade)
        if key == CORRECT and trade is not None:
            found = form.corrected(trade, self.price.text(), self.qty.text())
            return found if isinstance(found, str) else model.correct_preview(trade, *found)
        if participant is not None and key in (CANCEL, BLOCK):
            return model.cancel_preview(participant) if key == CANCEL else model.block_preview(participant)
        to = self._move(key) if key.startswith("move ") else None
        return model.preview(row, to, lasts if to in form.LASTS else "") if row is not None and to is not None else ""


def _field(theme: Theme, name: str, tip: str, hint: str) -> FlatField:
    made = FlatField(theme, name, tip)
    made.setPlaceholderText(hint)
    return made


def _standing(picture: OperationsPicture | None) -> list[tuple[int, Phase]]:
    return [(int(row.instrument.id), row.phase) for row in picture.reading.phases] if picture is not None else []
