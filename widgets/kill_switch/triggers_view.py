"""The triggers panel: everything that engages the kill switch by itself, with its number, what it does, and when it last fired.

Invariants: a change is said in words before it is sent; what loosens a row or turns it off is asked for and needs a second person. It
asks, and decides nothing.
"""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.triggers import Severity, TriggerAction
from core.messages.stopping import SetTrigger
from core.projections.pictures import VersionLook
from core.projections.triggers import TriggersPicture
from widgets.entry_form import EntryForm, room_for, stand_aside
from widgets.flat import FlatButton
from widgets.keyboard import KeyTip, pressed
from widgets.kill_switch import triggers_form as form
from widgets.lines import Lines, Note
from widgets.sheet import Sheet
from widgets.style import GRID_PX, ROW_PX, Theme, px
from widgets.tongue import tr

OTHERS_PX = 3 * ROW_PX
"""Of the line below the list, with its margins."""


class TriggersView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: TriggersPicture | None = None
        self._number = 0
        self._wanted = False
        self.sheet = Sheet(theme, tr("Triggers"), form.TABLE, "")
        tip = tr("What tightens counts at once, what loosens asks for a second person (Enter)")
        self.entry = EntryForm(
            theme, tr("Trigger##of the kill switch"), form.PARTS, lambda values: form.judged(self._number, values, self._picture), tip,
        )
        self.change = FlatButton(
            tr("Change\u2026"), theme, tr("Change the chosen trigger"), tr("Number, action, severity, on or off (Enter)"),
        )
        self.switch = FlatButton(
            tr("Switch off\u2026"), theme, tr("Switch the chosen trigger on or off"), tr("Off takes two people"),
        )
        self.add = FlatButton(tr("New\u2026"), theme, tr("New trigger"), tr("A trigger that does not stand yet"))
        KeyTip(self.switch, "triggers.switch")
        KeyTip(self.add, "triggers.new")
        self.said = Lines(theme, tr("Triggers"), 2)
        self.said.setFixedHeight(2 * ROW_PX - 2 * GRID_PX)
        self._lay_out()
        self.sheet.opened.connect(lambda _: self.edit())
        self.sheet.chosen.connect(lambda _: self._refresh())
        self.change.clicked.connect(self.edit)
        self.switch.clicked.connect(self.turn)
        self.add.clicked.connect(self.new_trigger)
        self.entry.asked.connect(self.asked)
        self.entry.closed.connect(self._leave)
        self.entry.moved.connect(self._fit)
        self.setAccessibleName(tr("Triggers"))
        self.setFocusProxy(self.sheet)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.say_keys()

    def _lay_out(self) -> None:
        strip = QHBoxLayout()
        strip.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, GRID_PX)
        strip.setSpacing(GRID_PX)
        strip.addWidget(self.said, 1)
        for button in (self.change, self.switch, self.add):
            strip.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GRID_PX, 0, 0)
        whole.setSpacing(GRID_PX)
        whole.addWidget(self.sheet, 1)
        whole.addWidget(self.entry)
        whole.addLayout(strip)
        self.entry.hide()

    def sizeHint(self) -> QSize:
        return QSize(900, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(420), max(6 * ROW_PX, room_for((self.entry,), OTHERS_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stand_aside(self, self.sheet, (self.entry,), OTHERS_PX)

    def _fit(self) -> None:
        stand_aside(self, self.sheet, (self.entry,), OTHERS_PX)
        self.updateGeometry()

    # pictures -------------------------------------------------------------------------------------------------------

    def look(self) -> VersionLook:
        return VersionLook(self._picture.version if self._picture is not None else -1)

    def draw(self, picture: TriggersPicture) -> None:
        self._picture = picture
        self.sheet.show_rows([form.row_cells(row) for row in picture.rows])
        if not self.entry.isHidden():
            self.entry.refresh()
        self._refresh()
        if self._wanted:
            self.new_trigger()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: tuple[Any, ...] = (self.sheet, self.entry, self.change, self.switch, self.add, self.said)
        for part in parts:
            part.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    def say_keys(self) -> None:
        self.sheet.empty = tr("Nothing stops by itself: no trigger stands. {new} makes one.", new=form.new_key())
        self.sheet.viewport().update()
        self._refresh()

    def not_taken(self, command: object) -> None:
        """The core did not take what was asked: it will never be answered."""
        self.entry.sending.not_taken()

    # hands ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {"triggers.new": self.new_trigger, "triggers.switch": self.turn}.get(pressed("triggers", event))
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def edit(self) -> None:
        told = self._chosen()
        if told is not None:
            self._number = told.number
            self.entry.fill(tr("Trigger {number}", number=told.number), **form.values_of(told))
            self.entry.begin("action")
            self._refresh()

    def turn(self) -> None:
        """The chosen one as a form that turns it off, or on."""
        told = self._chosen()
        if told is not None:
            self._number = told.number
            self.entry.fill(tr("Trigger {number}", number=told.number), **(form.values_of(told) | {"on": not told.on}))
            self.entry.begin("why" if told.on else "on")
            self._refresh()

    def new_trigger(self) -> None:
        if self._picture is None:
            # Asked for before the core answered: it opens with the first picture.
            self._wanted = True
            return
        self._wanted = False
        self._number = form.next_number(self._picture)
        started = {"threshold": "", "window": "", "scope": "everything", "on": True, "why": ""}
        self.entry.fill(tr("New trigger {number}", number=self._number), action=TriggerAction.STOP_NEW, severity=Severity.HALT, **started)
        self.entry.begin("kind")
        self._refresh()

    def _leave(self) -> None:
        self.entry.hide()
        self.sheet.setFocus()
        self._refresh()

    def _chosen(self) -> SetTrigger | None:
        rows = self._picture.rows if self._picture is not None else ()
        return next((row.told for row in rows if str(row.told.number) == self.sheet.key), None)

    def _refresh(self) -> None:
        told = self._chosen()
        for button in (self.change, self.switch):
            button.setEnabled(told is not None)
        self.switch.setText(tr("Switch on\u2026") if told is not None and not told.on else tr("Switch off\u2026"))
        if self._picture is not None:
            # While the form speaks, only what became of the last request is said here.
            open_form = not self.entry.isHidden()
            blind = "" if open_form else form.capital_line(self._picture)
            said = form.note(self._picture, None if open_form else told)
            notes = [Note(*said), *([Note(blind, "warning", "warning")] if blind else [])]
            self.said.say(*notes)
