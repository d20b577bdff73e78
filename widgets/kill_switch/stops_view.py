"""The stops panel: what each scope's stop would hit, what is stopped and how far it stands, and what became of every order.

Left, before the press: blast radius by scope, stop and flatten for the chosen one, each in two motions with its sentence. Right, after
it: the stops with their three times, the way back step by step as two persons, and the orders, stragglers first. Below, when the
switch was last rehearsed. Invariant: a changed picture ends a motion that was about something else. It asks, and decides nothing.
"""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.domain.stages import Stage
from core.messages.commands import EngageKill
from core.messages.origin import Origin
from core.messages.stopping import Flatten, SetStage
from core.projections.stop_pictures import BlastLook, BlastPicture, BlastRow, Rehearse, StopRow
from widgets.core_words import by
from widgets.entry import reason_wrong
from widgets.flat import Caption, FlatButton, FlatField
from widgets.kill_switch import board
from widgets.kill_switch.rows import Rows
from widgets.kill_switch.steps import FIRST, SECOND, Step, asks_why, next_step
from widgets.lines import Lines, Note
from widgets.motions import TwoMotions
from widgets.rehearsed import tested_line
from widgets.style import GRID_PX, HEADING_PX, ROW_PX, Theme, px
from widgets.tongue import ended, tr
from widgets.untaken import Untaken

SOURCE = "operator at the stops panel"
HAVE_POSITIONS = ("everything", "venue", "instrument", "account")
DOWN = (Stage.CAPPED, Stage.REDUCE_ONLY)
EMPTY = BlastPicture(-1, (), "", 0, 0, (), (), "", 0, False)


class StopsView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = EMPTY
        self._about: tuple[str, int] | None = None
        """Scope and engagement that the typed reason is about."""
        self._reasons: dict[tuple[str, int], str] = {}
        """Typed for the other stops, and not taken by the core yet."""
        self._make(theme)
        self._untaken = Untaken(self, self.asked, self._refresh)
        self._about_stop = False
        self._motions = {
            button: TwoMotions(self, act, self._refresh)
            for button, act in (
                (self.stop, self._ask_stop), (self.flatten, self._ask_flatten), (self.next, self._ask_next), (self.down, self._ask_down)
            )
        }
        for button, motions in self._motions.items():
            button.clicked.connect(motions.press)
        self.test.clicked.connect(lambda: self.asked.emit(Rehearse()))
        self.blast.chosen.connect(self._forget)
        self.stops.chosen.connect(self._forget)
        self._lay_out()
        self.setAccessibleName(tr("Stops"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._refresh()

    def _make(self, theme: Theme) -> None:
        self.heads = [Caption(theme, px=HEADING_PX, strong=True) for _ in range(3)]
        for head, text in zip(
            self.heads, (tr("What stopping would hit now"), tr("What is stopped"), tr("Orders of the last stop")), strict=True,
        ):
            head.say(text)
        self.blast = Rows(theme, tr("What stopping would hit, by scope"), board.BLAST, tr("Waiting for the core."))
        self.stops = Rows(theme, tr("What is stopped"), board.STOPS, tr("Nothing is stopped."))
        self.fates = Rows(theme, tr("Orders of the last stop, stragglers first"), board.FATES, tr("No stop has hit an order in this run."))
        self.preview = Lines(theme, tr("What it would do"), 2)
        self.step_says = Lines(theme, tr("The next step"), 2)
        self.fates_line = Lines(theme, tr("Orders of the last stop"), 2)
        self.tested = Lines(theme, tr("Last rehearsal"), 1)
        self.loud = Lines(theme, tr("Overrides and flattening"), 1)
        self.stop = FlatButton("", theme, tr("Stop the chosen scope"), tr("Blocks its new orders and cancels its open ones; two presses"))
        self.flatten = FlatButton("", theme, tr("Flatten the chosen scope"), tr("Stops it, then brings its positions to zero; two presses"))
        self.next = FlatButton("", theme, tr("The next step back"), tr("Two persons release, then stage by stage; two presses"))
        self.down = FlatButton(tr("Back down"), theme, tr("A stage down again"), tr("Takes back the last stage; two presses"))
        self.test = FlatButton(tr("Rehearse now"), theme, tr("Rehearse now"), tr("Stops a shadow of the machine; nothing real is touched"))
        self.why = FlatField(theme, tr("Reason for the release"), tr("Why it may be released: cause known, positions right"))
        self.why.setPlaceholderText(tr("Reason for the release"))
        self.why.textChanged.connect(self._retyped)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6 * GRID_PX)
        grid.setVerticalSpacing(GRID_PX)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        left: list[Any] = [self.heads[0], self.blast, self.preview, _line(self.stop, self.flatten)]
        right: list[Any] = [self.heads[1], self.stops, self.step_says, _line(self.why, self.next, self.down)]
        left_column, right_column = QVBoxLayout(), QVBoxLayout()
        for column, parts in ((left_column, left), (right_column, [*right, self.heads[2], self.fates_line, self.fates])):
            column.setSpacing(GRID_PX)
            for part in parts:
                if isinstance(part, QHBoxLayout):
                    column.addLayout(part)
                else:
                    column.addWidget(part, 1 if isinstance(part, Rows) else 0)
        grid.addLayout(left_column, 0, 0)
        grid.addLayout(right_column, 0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        whole.setSpacing(GRID_PX)
        whole.addWidget(self.loud)
        whole.addLayout(grid, 1)
        whole.addLayout(_line(self.tested, self.test))
        for lines in (self.tested, self.loud):
            lines.setFixedHeight(ROW_PX)

    def sizeHint(self) -> QSize:
        return QSize(1000, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(760), px(300))

    def look(self) -> BlastLook:
        return BlastLook(self._picture.version)

    def draw(self, picture: BlastPicture) -> None:
        before, self._picture = self._picture, picture
        if before.kill is None or picture.kill is None or _standing(before) != _standing(picture):
            self._forget()
        self.blast.show_rows([board.blast_row(row) for row in picture.rows])
        self.stops.show_rows([board.stop_row(row) for row in picture.kill.stops] if picture.kill is not None else [])
        self.fates.show_rows([board.fate_row(row) for row in picture.fates])
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: list[Any] = [
            *self.heads, self.blast, self.stops, self.fates, self.preview, self.step_says, self.fates_line, self.tested, self.loud,
            self.stop, self.flatten, self.next, self.down, self.test, self.why,
        ]
        for part in parts:
            part.set_theme(theme)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    def _retyped(self) -> None:
        """What is confirmed is what stood there at the first press."""
        self._motions[self.next].stop()
        self._refresh()

    def _turn_reason(self) -> None:
        """A reason is of one engagement: another stop has its own, and one that was taken has none any more."""
        row, kill = self._stop_row(), self._picture.kill
        about = (row.scope, row.generation) if row is not None and asks_why(self._step()) else None
        if about == self._about:
            return
        if self._about is not None:
            self._reasons[self._about] = self.why.text()
        asked = {(one.scope, one.generation) for one in (kill.stops if kill is not None else ()) if asks_why(next_step(one))}
        self._reasons = {key: text for key, text in self._reasons.items() if key in asked}
        self._about = about
        self.why.setText(self._reasons.pop(about, "") if about is not None else "")

    def _forget(self, *_: object) -> None:
        for motions in self._motions.values():
            motions.stop()
        self._refresh()

    def _scope(self) -> str:
        return self.blast.key or "everything"

    def _blast_row(self) -> BlastRow | None:
        return next((row for row in self._picture.rows if row.scope == self._scope()), None)

    def _stop_row(self) -> StopRow | None:
        kill = self._picture.kill
        return next((row for row in kill.stops if row.scope == self.stops.key), None) if kill is not None else None

    def _step(self) -> Step | None:
        row = self._stop_row()
        return next_step(row, self.why.text().strip() or "", FIRST, SECOND) if row is not None else None

    def not_taken(self, command: object) -> None:
        """The core did not take what was asked: it will never be answered. What stops is said at the left, what
        leads back at the right."""
        self._about_stop = isinstance(command, EngageKill | Flatten)
        self._untaken.say()

    def _ask_stop(self) -> None:
        self.asked.emit(EngageKill(SOURCE, scope=self._scope()))

    def _ask_flatten(self) -> None:
        self.asked.emit(Flatten(self._scope(), SOURCE))

    def _ask_next(self) -> None:
        step = self._step()
        if step is not None:
            self.asked.emit(step.ask)

    def _ask_down(self) -> None:
        row = self._stop_row()
        if row is not None and row.stage in DOWN:
            self.asked.emit(SetStage(row.scope, Stage(row.stage + 1), Origin(SECOND)))

    def _asking(self, button: FlatButton) -> bool:
        return self._motions[button].asking

    def _refresh(self, *_: object) -> None:
        self._turn_reason()
        scope, row, stop, step = self._scope(), self._blast_row(), self._stop_row(), self._step()
        flat = scope.partition(":")[0] in HAVE_POSITIONS
        asking = self._asking(self.flatten)
        said = board.flatten_preview(row, scope) if asking else board.stop_preview(row, scope)
        token = "critical" if asking or self._asking(self.stop) else "muted"
        untaken = self._untaken.notes() if token == "muted" else []
        preview = Note(said, token, "stop" if token == "critical" else "", strong=token == "critical")
        self.preview.say(*(untaken if untaken and self._about_stop else [preview]))
        self._label(self.stop, tr("Stop {words}", words=board.words(scope)), True)
        self._label(self.flatten, tr("Flatten {words}", words=board.words(scope)), flat)
        wrong = reason_wrong(self.why.text()) if asks_why(step) else ""
        self.why.setVisible(asks_why(step))
        self.why.set_wrong(bool(wrong and self.why.text().strip()))
        self.next.setVisible(step is not None)
        self._label(self.next, step.label if step is not None else "", step is not None and not wrong)
        self.down.setVisible(stop is not None and stop.stage in DOWN)
        self._label(self.down, tr("Back down"), True)
        denied = self._picture.kill.denied if self._picture.kill is not None else None
        notes = [Note(step.says, "warning" if self._asking(self.next) else "muted")] if step is not None else []
        if self.why.is_wrong():
            notes = [Note(ended(wrong), "warning", "wrong")]
        notes = untaken if untaken and not self._about_stop else notes
        if denied is not None:
            notes.append(Note(board.refused(denied), "warning", "warning"))
        elif stop is not None:
            notes.append(Note(tr("Stopped by {who}.", who=by(stop.source, stop.who) or tr("unknown")), "muted"))
        self.step_says.say(*notes)
        kill = self._picture.kill
        self.tested.say(Note(*tested_line(kill.tested if kill is not None else None)))
        self.fates_line.say(Note(*board.fates_line(self._picture)))
        loud = board.openings_line(kill) if kill is not None else ("", "text")
        loud = loud if loud[0] else board.flatten_line(self._picture)
        self.loud.say(*([Note(*loud, sign="warning" if loud[1] in ("critical", "warning") else "")] if loud[0] else []))
        self.loud.setVisible(bool(loud[0]))

    def _label(self, button: FlatButton, text: str, enabled: bool) -> None:
        asking = self._asking(button)
        button.setText(tr("Confirm: {what}", what=f"{text[0].lower()}{text[1:]}") if asking and text else f"{text}\u2026" if text else "")
        button.set_tone("critical" if asking else "text")
        button.setEnabled(enabled)
        button.updateGeometry()


def _line(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(2 * GRID_PX)
    for widget in widgets:
        line.addWidget(widget, 1 if isinstance(widget, Lines | FlatField) else 0)
    if not any(isinstance(widget, Lines | FlatField) for widget in widgets):
        line.addStretch(1)
    return line


def _standing(picture: BlastPicture) -> list[tuple[str, int, int]]:
    return [(row.scope, row.generation, row.stage) for row in picture.kill.stops] if picture.kill is not None else []
