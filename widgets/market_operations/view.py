"""The market operations panel: phases and auctions, trades to undo or correct, participants.

Invariants: only what may follow is offered; everything is two motions, and its sentence stands there between them; a changed market
ends a motion that was about something else; what was refused says why. Rules, schedules and reference prices are forms: what they would
change stands under them, and Enter sends it. It asks, and decides nothing.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.enums import Phase
from core.projections.operations_pictures import OperationsLook, OperationsPicture, Part, ParticipantRow, PhaseRow, TradeRow
from widgets.action_keys import with_key
from widgets.entry import Values, Verdict
from widgets.entry_form import EntryForm, room_for, stand_aside
from widgets.flat import FlatButton
from widgets.lines import Lines, Note
from widgets.market_operations import form, model, rules_form
from widgets.market_operations.chosen import BLOCK, BUST, CANCEL, CORRECT, HALT_ALL, MOVE, Chosen
from widgets.market_operations.hands import Hands
from widgets.motions import TwoMotions
from widgets.pace import Pace
from widgets.sections import Sections
from widgets.sheet import Sheet
from widgets.style import GRID_PX, ROW_PX, Theme, px
from widgets.tongue import mark, tr
from widgets.untaken import Untaken

EVERY_FRAMES, EVERY_PARTICIPANTS = 8, 30
"""Four looks a second at 30 frames: markets are read off the machine, not folded. Participants once: it may take a walk through all
orders."""
OTHERS_PX = 4 * ROW_PX
"""Of the sections' buttons and the lines at the bottom, with their margins."""
Judge = Callable[[PhaseRow | None, Values, OperationsPicture | None], Verdict]


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
        self._untaken = Untaken(self, self.asked, self._refresh)
        self._make(theme)
        self._lay_out()
        self._connect()
        self.setAccessibleName(tr("Market operations"))
        self.setFocusProxy(self.phases)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _make(self, theme: Theme) -> None:
        self.phases = Sheet(theme, tr("Instruments and their phases"), model.PHASES, tr("No instrument is listed: a session lists them."))
        self.trades = Sheet(theme, tr("Trades that can be amended"), model.TRADES, tr("No trade yet: each one is listed as it prints."))
        self.participants = Sheet(
            theme, tr("Participants"), model.PARTICIPANTS, tr("Nobody takes part yet: a session's first order makes a row."), (2, True)
        )
        self.hands = hands = Hands(theme)
        self.moves, self.buttons = hands.moves, hands.buttons
        self.lasts, self.why, self.price, self.qty = hands.lasts, hands.why, hands.price, hands.qty
        tip = tr("What it would change stands below (Enter)")
        self.rules, self.schedule, self.prices = (
            EntryForm(theme, name, parts, partial(self._judged, judged), tip) for name, parts, judged in (
                (tr("Rules"), rules_form.RULES, rules_form.rules_judged),
                (tr("Schedule"), rules_form.SCHEDULE, rules_form.schedule_judged),
                (tr("Reference prices"), rules_form.PRICES, rules_form.price_judged),
            )
        )
        self.forms = (self.rules, self.schedule, self.prices)
        self.openers = (
            FlatButton(tr("Rules\u2026"), theme, tr("Rules of the chosen instrument"), ""),
            FlatButton(tr("Schedule\u2026"), theme, tr("Schedule of the chosen instrument"), ""),
            FlatButton(tr("Prices\u2026"), theme, tr("Reference and mark price"), ""),
        )
        self.say_keys()
        self.said = Lines(theme, tr("What it would do"), 2)
        self.said.setFixedHeight(2 * ROW_PX - 2 * GRID_PX)
        for sheet in (self.phases, self.trades, self.participants):
            sheet.setMinimumHeight(1)  # a list that stands aside for a form asks for no room

    def say_keys(self) -> None:
        tips = (
            (tr("Bands, velocity, halts, sizes, cancels"), "operations_set_rules"),
            (tr("What comes by itself, and when"), "operations_set_schedule"),
            (tr("What bands and stops are measured from"), "operations_set_price"),
        )
        for button, (words, id) in zip(self.openers, tips, strict=True):
            button.setToolTip(with_key(words, id))

    def _lay_out(self) -> None:
        self.sections = Sections(self._theme, (
            (tr("Phases"), tr("Phases, auctions, bands"), self.phases), (tr("Trades"), tr("The newest trades: undo, correct"), self.trades),
            (tr("Participants"), tr("Who takes part: cancel, block, readmit"), self.participants),
        ), self.openers)  # fmt: skip
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        foot.addWidget(self.said)
        self._whole = whole = QVBoxLayout(self)
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
            button.clicked.connect(lambda _=False, number=number: self._press(f"{MOVE}{number}"))
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
        self.participants.chosen.connect(self._choose_participant)
        self.sections.turned.connect(self._turned)

    def sizeHint(self) -> QSize:
        return QSize(900, 300)

    def minimumSizeHint(self) -> QSize:
        opened = room_for(self.forms, OTHERS_PX)
        return QSize(px(460), max(7 * ROW_PX, opened, self._whole.minimumSize().height() if opened else 0))

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
        for part in (self.hands, *self.forms):
            part.hear(picture.answers)
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
            self.phases, self.trades, self.participants, self.hands, self.said, self.sections, *self.forms, *self.openers,
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
        self._move_on(Part.PHASES, key)

    def _choose_trade(self, key: str) -> None:
        row = self._trade()
        self.price.setText(row.instrument.price_text(row.price) if row is not None else "")
        self.qty.setText(row.instrument.qty_text(row.qty) if row is not None else "")
        self._move_on(Part.TRADES, key)

    def _choose_participant(self, key: str) -> None:
        self._move_on(Part.PARTICIPANTS, key)

    def _move_on(self, part: Part, key: str) -> None:
        if part == self.sections.front:
            self.hands.move_on(key)
        self._forget()

    def _turned(self, number: int) -> None:
        self.setFocusProxy((self.phases, self.trades, self.participants)[number])
        self._leave()
        self.hands.turn(number)
        self._version = -1
        self._pace = Pace(EVERY_PARTICIPANTS if number == Part.PARTICIPANTS else EVERY_FRAMES)
        self._forget()

    def _forget(self, *_: object) -> None:
        self._motions.stop()
        self._refresh()

    def _judged(self, judge: Judge, values: Values) -> Verdict:
        return judge(self._row(), values, self._picture)

    # forms ----------------------------------------------------------------------------------------------------------

    def set_rules(self) -> None:
        self._begin(self.rules, mark("Rules of {symbol}"), rules_form.rules_values, "static_bp")

    def set_schedule(self) -> None:
        self._begin(self.schedule, mark("Schedule of {symbol}"), rules_form.schedule_values, "entries")

    def set_price(self) -> None:
        self._begin(self.prices, mark("Reference prices of {symbol}"), rules_form.price_values, "price")

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
        entry.fill(tr(title, symbol=row.instrument.symbol), **values(row))
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
        if isinstance(self._operation(key), str) or self.hands.waits or not self.hands.serves(self._about(key)):
            return
        if key != self._key:
            self._motions.stop()
        self._key = key
        self._motions.press()

    def _do(self) -> None:
        said = self._operation(self._key)
        if not isinstance(said, str):
            self.hands.begin(said, self._about(self._key))
            self.asked.emit(said)
            self._refresh()

    def _about(self, key: str) -> tuple[str, str]:
        """The button, by what it does now, and the row that it is for."""
        if key == HALT_ALL:
            return key, ""
        to = self._move(key) if key.startswith(MOVE) else None
        sheet = (self.phases, self.trades, self.participants)[self.sections.front]
        return f"{MOVE}{int(to)}" if to is not None else key, sheet.key

    def not_taken(self, command: object) -> None:
        """The core did not take what was asked: nothing waits for an answer any more, and what was typed stays."""
        if not any(entry.not_taken(command) for entry in self.forms):
            self.hands.not_taken(command)
            self._untaken.say()

    def _chosen(self) -> Chosen:
        typed = (field.text() for field in (self.why, self.lasts, self.price, self.qty))
        return Chosen(self._picture, self._row(), self._trade(), self._participant(), *typed)

    def _operation(self, key: str) -> form.Said:
        return self._chosen().operation(key)

    def _move(self, key: str) -> Phase | None:
        return self._chosen().move(key)

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
            to = self._move(f"{MOVE}{number}") if front == Part.PHASES else None
            self._label(button, f"{MOVE}{number}", model.verb(row.phase, to) if row is not None and to is not None else "")
        participant = self._participant()
        blocked = participant is not None and participant.blocked
        words = {
            HALT_ALL: tr("Halt everything"), BUST: tr("Undo##a trade"), CORRECT: tr("Correct"), CANCEL: tr("Cancel orders"),
            BLOCK: tr("Readmit") if blocked else tr("Block"),
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
        self.hands.fit()
        if picture is not None:
            self.said.say(*self._notes(picture))

    def _label(self, button: FlatButton, key: str, text: str) -> None:
        asking = self._motions.asking and self._key == key
        button.setText(tr("Confirm: {what}", what=text.lower()) if asking and text else f"{text}\u2026" if text else "")
        button.set_tone("critical" if asking or key == HALT_ALL else "text")
        button.setVisible(bool(text))
        button.setEnabled(not self.hands.waits and not isinstance(self._operation(key), str))
        if text:
            button.setAccessibleName(text)
        button.updateGeometry()

    def _notes(self, picture: OperationsPicture) -> list[Note]:
        """What is about to happen; else why nothing can be done now, and what happened last."""
        if self._motions.asking:
            return [Note(self._chosen().preview(self._key), "critical", "stop", strong=True)]
        notes = self._untaken.notes()
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


def _standing(picture: OperationsPicture | None) -> list[tuple[int, Phase]]:
    return [(int(row.instrument.id), row.phase) for row in picture.reading.phases] if picture is not None else []
