"""The risk panel: limits with their present use, exposures, equity with its drawdown, and what stands in the way of an order.

Invariants: uses are the gate's own figures; groups that are shut are not measured; a change is said in words before it is sent, and
what became of it stands at the bottom. It asks, and decides nothing.
"""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.domain.scope import ScopeKind
from core.domain.units import SECOND
from core.projections.results import MONEY_DECIMALS, EquityPicture
from core.projections.risk_pictures import GaugeRow, RiskLook, RiskPicture
from widgets.cells import Row
from widgets.entry_form import EntryForm, room_for, stand_aside
from widgets.flat import FlatButton, FlatField
from widgets.keyboard import KeyTip, pressed
from widgets.labels import refusal
from widgets.line_plot import LinePlot
from widgets.lines import Lines, Note
from widgets.pace import Pace
from widgets.risk import model, new_limit
from widgets.risk.editor import LimitEditor
from widgets.risk.in_the_way import InTheWay
from widgets.scales import amount_text
from widgets.sections import Sections
from widgets.sheet import Sheet
from widgets.style import GRID_PX, ROW_PX, Theme, px
from widgets.tongue import tr
from widgets.untaken import Untaken

EVERY_FRAMES = 8
"""Four looks a second at 30 frames: uses are read off the machine, not folded."""
CHANGE_SHOWN_NS = 60 * SECOND
"""Session time. Chosen: long enough to be read by whoever comes back to the panel."""
OTHERS_PX = 3 * ROW_PX
"""Of the sections' buttons and the line at the bottom, with their margins."""
LIMITS, EXPOSURE, EQUITY, CONDITIONS = range(4)


class RiskView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: RiskPicture | None = None
        self._gauges: dict[str, GaugeRow] = {}
        self._drawn: list[tuple[GaugeRow, Row]] = []
        self._base = ""
        self._version = -1
        self._curve: EquityPicture | None = None
        self._pace = Pace(EVERY_FRAMES)
        self._make(theme)
        self._untaken = Untaken(self, self.asked, self._refresh)
        self._lay_out()
        self._connect()
        self._offer(LIMITS)
        self.setAccessibleName(tr("Risk"))
        self.setFocusProxy(self.limits)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _make(self, theme: Theme) -> None:
        self.limits = Sheet(theme, tr("Limits in force and their use"), model.LIMITS, tr("Waiting for the core."), (5, True))
        self.exposures = Sheet(
            theme, tr("Exposures by account"), model.EXPOSURES, tr(
                "Nothing is held or open. The first order of ours makes a row.",
            ), (7, True)
        )
        self.accounts = Sheet(theme, tr("Equity by account"), model.ACCOUNTS, tr("No account is known: SetAccount tells its cash."))
        self.drawdown = LinePlot(theme, tr("Drawdown of the day"), _loss_text, tr("The first fill of the day begins the curve."))
        self.way = InTheWay(theme)
        self.editor = LimitEditor(theme)
        tip = tr("A first limit counts at once; more than one that stands asks for a second person (Enter)")
        self.fresh = EntryForm(theme, tr("New limit"), new_limit.PARTS, lambda values: new_limit.judged(values, self._picture), tip)
        self.seek = FlatField(theme, tr("Find a limit"), tr("Only rows with these words: a limit, an instrument, whose"))
        self.seek.setPlaceholderText(tr("Find"))
        self.seek.setMaximumWidth(px(160))
        self.seek.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.change = FlatButton(tr("Change\u2026"), theme, tr("Change the chosen limit"), tr("A new value for the chosen limit (Enter)"))
        self.add = FlatButton(tr("New\u2026"), theme, tr("New limit"), tr("A limit that does not stand yet"))
        self.tighten = FlatButton(tr("New\u2026"), theme, tr("New tightening rule"), tr("What makes a limit count less by itself"))
        self.restrict = FlatButton(
            tr("Restrict\u2026"), theme, tr("New restriction"), tr("An instrument, a person, or both"),
        )
        for button, id in ((self.add, "risk.new"), (self.tighten, "risk.new"), (self.restrict, "risk.restrict")):
            KeyTip(button, id)
        self.said = Lines(theme, tr("Risk"), 1)
        self.said.setFixedHeight(ROW_PX)

    def _lay_out(self) -> None:
        equity = QWidget()
        line = QHBoxLayout(equity)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * GRID_PX)
        line.addWidget(self.accounts, 3)
        line.addWidget(self.drawdown, 2)
        limits = _column(self.limits, self.editor, self.fresh)
        self.editor.hide()
        self.fresh.hide()
        self.sections = Sections(self._theme, (
            (tr("Limits"), tr("Every limit in force and its present use"), limits),
            (tr("Exposure"), tr("Worst cases by account and instrument"), self.exposures),
            (tr("Equity"), tr("Equity, its highest, and the drawdown of the day"), equity),
            (tr("In the way"), tr("What tightens limits, restrictions, and what is taken out"), self.way),
        ), (self.seek, self.change, self.add, self.tighten, self.restrict))  # fmt: skip
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        foot.addWidget(self.said)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.sections, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.seek.textChanged.connect(self._search)
        self.change.clicked.connect(self._edit)
        self.limits.opened.connect(lambda _: self._edit())
        self.limits.chosen.connect(self._refresh)
        self.limits.shut_changed.connect(self._hurry)
        self.add.clicked.connect(self.new_limit)
        self.tighten.clicked.connect(self.new_rule)
        self.restrict.clicked.connect(self.new_restriction)
        self.fresh.asked.connect(self.asked)
        self.fresh.closed.connect(self._leave)
        for entry in (self.fresh, self.way.tighten, self.way.restrict):
            entry.moved.connect(self._fit)
        self.way.asked.connect(self.asked)
        self.way.changed.connect(self._refresh)
        self.sections.turned.connect(self._turned)
        self.editor.asked.connect(self.asked)
        self.editor.closed.connect(self._leave)

    def sizeHint(self) -> QSize:
        return QSize(900, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(460), max(5 * ROW_PX, room_for(self._forms(), OTHERS_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stand_aside(self, self._sheet(), self._forms(), OTHERS_PX)

    def _fit(self) -> None:
        stand_aside(self, self._sheet(), self._forms(), OTHERS_PX)
        self.updateGeometry()

    def _forms(self) -> tuple[QWidget, ...]:
        """Of the section in front."""
        return {LIMITS: (self.fresh,), CONDITIONS: (self.way.tighten, self.way.restrict)}.get(self.sections.front, ())

    # pictures -------------------------------------------------------------------------------------------------------

    def look(self) -> RiskLook | None:
        if not self._pace.due():
            return None
        shut = model.shut_kinds(self.limits.shut) if self.sections.front == LIMITS else tuple(ScopeKind)
        drawn = self._curve.version if self._curve is not None else -1
        return RiskLook(self._version, shut, drawn if self.sections.front == EQUITY else None)

    def draw(self, picture: RiskPicture) -> None:
        self._picture, self._version = picture, picture.version
        reading = picture.reading
        front = self.sections.front
        if front == LIMITS:
            self.editor.hear(picture.answers)
            self.fresh.hear(picture.answers)
            self.limits.show_rows(self._limit_rows(picture), model.groups(reading))
            row = self._gauges.get(self.limits.key)
            if not self.editor.isHidden() and row is not None:
                self.editor.edit(row, picture)
            if not self.fresh.isHidden():
                self.fresh.refresh()
        elif front == EXPOSURE:
            self.exposures.show_rows([model.exposure_row(row) for row in reading.exposures], model.exposure_groups(reading))
        elif front == EQUITY:
            self.accounts.show_rows([model.account_row(row) for row in reading.accounts])
            if picture.curve is not None:
                self._curve = picture.curve
                self.drawdown.show_points(model.drawdown_points(picture.curve, picture.day_began), picture.curve.currency)
        else:
            self.way.show_picture(picture)
        self._refresh()

    def _limit_rows(self, picture: RiskPicture) -> list[Row]:
        """A gauge that stands still keeps its row: words are made only of what changed."""
        base, made = picture.reading.base, []
        before = self._drawn if base == self._base else []
        self._base = base
        for number, gauge in enumerate(picture.reading.gauges):
            still = number < len(before) and before[number][0] == gauge
            made.append((gauge, before[number][1] if still else model.limit_row(gauge, base)))
        self._drawn = made
        self._gauges = {row.key: gauge for gauge, row in made}
        return [row for _, row in made]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: list[Any] = [
            self.limits, self.exposures, self.accounts, self.drawdown, self.way, self.editor, self.fresh, self.seek, self.change, self.add,
            self.tighten, self.restrict, self.said, self.sections,
        ]
        for part in parts:
            part.set_theme(theme)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pace.hurry()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    def not_taken(self, command: object) -> None:
        """The core did not take what was asked: nothing waits for an answer any more, and what was typed stays."""
        if not any(form.not_taken(command) for form in (self.editor, self.fresh, self.way.tighten, self.way.restrict)):
            self.way.not_taken(command)
            self._untaken.say()

    # hands ----------------------------------------------------------------------------------------------------------

    def _hurry(self) -> None:
        self._version = -1
        self._pace.hurry()

    def _turned(self, number: int) -> None:
        self.setFocusProxy((self.limits, self.exposures, self.accounts, self.way.sheet)[number])
        self._offer(number)
        self._search()
        self._hurry()

    def _search(self) -> None:
        self._sheet().search(self.seek.text())

    def _sheet(self) -> Sheet:
        return (self.limits, self.exposures, self.accounts, self.way.sheet)[self.sections.front]

    def _edit(self) -> None:
        row = self._gauges.get(self.limits.key)
        if row is not None and self._picture is not None:
            self.fresh.hide()
            self.editor.show()
            self.editor.edit(row, self._picture)
            self.editor.value.setFocus()
            self.limits.reveal()

    def _offer(self, number: int) -> None:
        """Only the buttons of the section in front."""
        for button, section in ((self.change, LIMITS), (self.add, LIMITS), (self.tighten, CONDITIONS), (self.restrict, CONDITIONS)):
            button.setVisible(number == section)

    def new_limit(self) -> None:
        self.sections.turn(LIMITS)
        self.editor.hide()
        self.fresh.fill(name="", symbol="", value="", window="", why="")
        self.fresh.begin("rule")

    def new_rule(self) -> None:
        self.sections.turn(CONDITIONS)
        self.way.new_rule()

    def new_restriction(self) -> None:
        self.sections.turn(CONDITIONS)
        self.way.new_restriction()

    def _leave(self) -> None:
        self.editor.hide()
        self.fresh.hide()
        self.limits.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        new = self.new_rule if self.sections.front == CONDITIONS else self.new_limit
        run = {"risk.new": new, "risk.restrict": self.new_restriction}.get(pressed("risk", event))
        if run is not None:
            run()
        else:
            super().keyPressEvent(event)

    # words ----------------------------------------------------------------------------------------------------------

    def _refresh(self, *_: object) -> None:
        picture = self._picture
        if picture is None:
            return
        self.change.setEnabled(self.limits.key in self._gauges)
        self.way.label()
        self.said.say(self._note(picture))

    def _note(self, picture: RiskPicture) -> Note:
        """What is most worth saying in one line."""
        if self._untaken.standing:
            return self._untaken.notes()[0]
        if picture.denied is not None:
            return Note(tr("Not done: {refusal}", refusal=refusal(picture.denied, 0, 0, None)), "warning", "warning")
        if self.sections.front == CONDITIONS:
            return Note(self.way.sentence(), "muted")
        row = self._gauges.get(self.limits.key)
        if self.sections.front == LIMITS and row is not None and row.unknown is not None:
            return Note(tr("The gate cannot measure it, so it refuses: {why}", why=model.why_unknown(row)), "warning", "warning")
        if picture.waiting:
            return Note(model.waiting_line(picture), "text", "open")
        if picture.changed is not None and picture.at - picture.changed.at < CHANGE_SHOWN_NS:
            return Note(model.changed_line(picture.changed, picture.instruments, picture.reading.base), "text", "done")
        if self.sections.front == LIMITS:
            return Note(*model.worst_line(picture))
        return Note(model.foot(self.sections.front, picture, self._curve), "muted")


def _column(*parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID_PX)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, Sheet) else 0)
    return made


def _loss_text(value: int, step: int) -> str:
    return amount_text(value, step, MONEY_DECIMALS)
