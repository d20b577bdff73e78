"""The reconciliation panel: where an outside venue's orders, fills and positions differ from ours, since when, and what can be done.

Invariants: what stands comes first and is never colour alone; stopping a venue takes two motions with its sentence between them. A break
is mended by what the venue says, never here: it can be marked as seen (Enter), which takes nothing away, and not as done.
"""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.messages.commands import EngageKill
from core.projections.breaks import BreakRow, BreaksPicture
from core.projections.pictures import VersionLook
from widgets.flat import FlatButton
from widgets.keyboard import KeyTip, pressed
from widgets.lines import LINE_PX, Lines, Note
from widgets.motions import TwoMotions
from widgets.reconciliation import model
from widgets.sheet import Sheet
from widgets.style import GRID_PX, ROW_PX, Theme, px
from widgets.tongue import mark, tr
from widgets.untaken import Untaken

SOURCE = "operator at the reconciliation panel"


class ReconciliationView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: BreaksPicture | None = None
        self.head = Lines(theme, tr("What is compared"), 1)
        self.head.setFixedHeight(LINE_PX)
        self.sheet = Sheet(theme, tr("Breaks"), model.TABLE, tr("No break."))
        self.said = Lines(theme, tr("What can be done"), 2)
        self.said.setFixedHeight(2 * LINE_PX)
        self.cancel = FlatButton(
            tr("Cancel ours"), theme, tr("Cancel our order"), tr("Asks the venue to take it out; its answer settles it"),
        )
        self.stop = FlatButton("", theme, tr("Stop the venue"), tr("Kill switch for this venue alone; two presses"))
        KeyTip(self.cancel, "reconciliation.cancel")
        KeyTip(self.stop, "reconciliation.stop")
        self._untaken = Untaken(self, self.asked, self._refresh)
        self._motions = TwoMotions(self, self._ask_stop, self._refresh)
        self._lay_out()
        self.sheet.opened.connect(lambda _: self.mark_seen())
        self.sheet.setToolTip(tr("Enter: mark the chosen break as seen"))
        self.sheet.chosen.connect(lambda _: self._forget())
        self.cancel.clicked.connect(self.cancel_order)
        self.stop.clicked.connect(self.stop_venue)
        self.setAccessibleName(tr("Reconciliation"))
        self.setFocusProxy(self.sheet)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._refresh()

    def _lay_out(self) -> None:
        top, strip = QHBoxLayout(), QHBoxLayout()
        for line in (top, strip):
            line.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
            line.setSpacing(2 * GRID_PX)
        top.addWidget(self.head)
        strip.addWidget(self.said, 1)
        for button in (self.cancel, self.stop):
            strip.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, GRID_PX, 0, GRID_PX)
        whole.setSpacing(GRID_PX)
        whole.addLayout(top)
        whole.addWidget(self.sheet, 1)
        whole.addLayout(strip)

    def sizeHint(self) -> QSize:
        return QSize(900, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(360), 6 * ROW_PX)

    # pictures -------------------------------------------------------------------------------------------------------

    def look(self) -> VersionLook:
        return VersionLook(self._picture.version if self._picture is not None else -1)

    def draw(self, picture: BreaksPicture) -> None:
        self._picture = picture
        self.sheet.empty = mark("Both sides agree: no break was found in this run.") if picture.venues else mark("No break.")
        self.sheet.show_rows([model.break_row(row) for row in picture.rows])
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: tuple[Any, ...] = (self.head, self.sheet, self.said, self.cancel, self.stop)
        for part in parts:
            part.set_theme(theme)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._motions.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    # hands ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = {"reconciliation.cancel": self.cancel_order, "reconciliation.stop": self.stop_venue}.get(pressed("reconciliation", event))
        if run is not None:
            # A key held down is one motion, not both.
            if not event.isAutoRepeat():
                run()
        elif event.key() == Qt.Key.Key_Escape:
            self._motions.stop()
        else:
            super().keyPressEvent(event)

    def not_taken(self, command: object) -> None:
        """The core did not take what was asked: it will never be answered."""
        self._untaken.say()

    def cancel_order(self) -> None:
        found = model.cancel(self._row(), self._picture) if self._picture is not None else ""
        if not isinstance(found, str):
            self.asked.emit(found)

    def mark_seen(self) -> None:
        found = model.seen(self._row(), self._picture) if self._picture is not None else None
        if found is not None:
            self.asked.emit(found)

    def stop_venue(self) -> None:
        row = self._row()
        if row is not None and row.stands:
            self._motions.press()

    def _ask_stop(self) -> None:
        row = self._row()
        if row is not None:
            self.asked.emit(EngageKill(SOURCE, scope=f"venue:{row.venue}"))

    def _row(self) -> BreakRow | None:
        rows = self._picture.rows if self._picture is not None else ()
        return next((row for row in rows if f"{row.venue}|{row.words}" == self.sheet.key), None)

    def _forget(self) -> None:
        self._motions.stop()
        self._refresh()

    def _refresh(self) -> None:
        row, picture, asking = self._row(), self._picture, self._motions.asking
        standing = row is not None and row.stands
        venue = row.venue if row is not None else tr("venue")
        self.stop.setText(tr("Confirm: stop {venue}", venue=venue) if asking else tr("Stop {venue}\u2026", venue=venue))
        self.stop.set_tone("critical" if asking else "text")
        self.stop.setEnabled(standing)
        self.stop.updateGeometry()
        found = model.cancel(row, picture) if picture is not None else ""
        self.cancel.setEnabled(not isinstance(found, str))
        if picture is None:
            return
        self.head.say(Note(*model.head(picture)))
        if asking and row is not None:
            self.said.say(Note(model.stop_words(row), "critical", "stop", strong=True))
        elif self._untaken.standing:
            self.said.say(*self._untaken.notes())
        elif row is None:
            self.said.say(*([] if picture.venues else [Note(tr(model.EMPTY), "muted")]))
        else:
            self.said.say(Note(found if isinstance(found, str) else model.mends(row), "muted"))
