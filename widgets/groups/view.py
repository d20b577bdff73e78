"""The order groups panel: brackets, OCO, OTO, stops that the desk holds, parents with their children, baskets.

Invariants: what only the desk holds is marked, in words and by a sign; cancelling a whole group takes two motions with its sentence
between them, cancelling one order one. It asks, and decides nothing.
"""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.roles import Right
from core.projections.group_pictures import GroupsPicture
from core.projections.pictures import VersionLook
from widgets.flat import FlatButton, FlatField
from widgets.groups import model
from widgets.keyboard import KeyTip, pressed
from widgets.labels import refusal
from widgets.lines import Lines, Note
from widgets.motions import TwoMotions
from widgets.pace import Pace
from widgets.rights import able, has
from widgets.sheet import Sheet
from widgets.style import GRID_PX, ROW_PX, Theme, px
from widgets.tongue import mark, tr
from widgets.untaken import Untaken

EVERY_FRAMES = 8
"""Four looks a second at 30 frames: groups are read off the machine, not folded."""
FILLS = mark("Exits in the ticket make a bracket, OCO or OTO; the basket panel a basket; a stop for a venue without stops is held here.")


class GroupsView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: GroupsPicture | None = None
        self._pace = Pace(EVERY_FRAMES)
        self.sheet = Sheet(theme, tr("Orders that belong together"), model.TABLE, f"{tr('No orders hang together.')} {tr(FILLS)}")
        self.seek = FlatField(theme, tr("Find a group"), tr("Only rows with these words"))
        self.seek.setPlaceholderText(tr("Find"))
        self.seek.setMaximumWidth(px(160))
        self.over = FlatButton(tr("Also what is over"), theme, tr("Also what is over"), tr("Shows groups that are done, too"))
        self.over.setCheckable(True)
        self.leg = FlatButton(tr("Cancel order"), theme, tr("Cancel the chosen order"), tr("This one alone; its group goes on"))
        tip = tr("Every order of it, also those that the desk holds; two presses")
        self.group = FlatButton("", theme, tr("Cancel the whole group"), tip)
        KeyTip(self.leg, "groups.cancel")
        KeyTip(self.group, "groups.cancel_group")
        self.said = Lines(theme, tr("Order groups"), 1)
        self.said.setFixedHeight(ROW_PX)
        self._untaken = Untaken(self, self.asked, self._refresh)
        self._motions = TwoMotions(self, self._cancel_group, self._refresh)
        self._lay_out()
        self.sheet.chosen.connect(lambda _: self._forget())
        self.seek.textChanged.connect(self.sheet.search)
        self.over.toggled.connect(lambda _: self._show())
        self.leg.clicked.connect(self.cancel_order)
        self.group.clicked.connect(self.cancel_group)
        self.setAccessibleName(tr("Order groups"))
        self.setFocusProxy(self.sheet)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._refresh()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, 0)
        top.setSpacing(GRID_PX)
        top.addWidget(self.seek)
        top.addWidget(self.over)
        top.addStretch(1)
        top.addWidget(self.leg)
        top.addWidget(self.group)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        foot.addWidget(self.said)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID_PX)
        whole.addLayout(top)
        whole.addWidget(self.sheet, 1)
        whole.addLayout(foot)

    def sizeHint(self) -> QSize:
        return QSize(900, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(360), 5 * ROW_PX)

    # pictures -------------------------------------------------------------------------------------------------------

    def look(self) -> VersionLook | None:
        return VersionLook(self._picture.version if self._picture is not None else -1) if self._pace.due() else None

    def draw(self, picture: GroupsPicture) -> None:
        self._picture = picture
        self._show()

    def _show(self) -> None:
        if self._picture is not None:
            self.sheet.show_rows(*model.groups(self._picture, self.over.isChecked()))
            self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        parts: tuple[Any, ...] = (self.sheet, self.seek, self.over, self.leg, self.group, self.said)
        for part in parts:
            part.set_theme(theme)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._motions.stop()
        self._pace.hurry()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    # hands ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = {"groups.cancel": self.cancel_order, "groups.cancel_group": self.cancel_group}.get(pressed("groups", event))
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
        """The chosen one alone."""
        found = model.cancel_leg(self._picture, self.sheet.key) if self._picture is not None else None
        if found is not None and not self._may_not():
            self.asked.emit(found)

    def cancel_group(self) -> None:
        """The chosen row's, in two motions."""
        if self._picture is not None and model.cancel_group(self._picture, self.sheet.key) and not self._may_not():
            self._motions.press()

    def _cancel_group(self) -> None:
        if self._picture is not None:
            for command in model.cancel_group(self._picture, self.sheet.key):
                self.asked.emit(command)

    def _forget(self) -> None:
        self._motions.stop()
        self._refresh()

    def _may_not(self) -> str:
        picture = self._picture
        if picture is None or has(picture.roles, Right.TRADE):
            return ""
        return tr("{who} cancels orders.", who=able(Right.TRADE).capitalize()) if picture.person else tr("Sign in to cancel orders.")

    def _refresh(self) -> None:
        picture, key, asking = self._picture, self.sheet.key, self._motions.asking
        wrong = self._may_not()
        kind = key.partition(" ")[0]
        what = {model.PARENT: tr("parent"), model.BASKET: tr("basket")}.get(kind, tr("group"))
        self.group.setText(tr("Confirm: cancel the {what}", what=what) if asking else tr("Cancel the {what}\u2026", what=what))
        self.group.set_tone("critical" if asking else "text")
        self.group.setEnabled(picture is not None and not wrong and bool(model.cancel_group(picture, key)))
        self.leg.setEnabled(picture is not None and not wrong and model.cancel_leg(picture, key) is not None)
        self.group.updateGeometry()
        if picture is not None:
            self.said.say(*self._notes(picture, wrong))

    def _notes(self, picture: GroupsPicture, wrong: str) -> list[Note]:
        said = model.preview(picture, self.sheet.key)
        if self._motions.asking:
            return [Note(said, "critical", "stop", strong=True)]
        if self._untaken.standing:
            return self._untaken.notes()
        if picture.denied is not None:
            return [Note(tr("Not done: {refusal}", refusal=refusal(picture.denied, 0, 0, None)), "warning", "warning")]
        foot = model.foot(picture)
        if foot:
            return [Note(foot, "warning", "open")]
        return [Note(wrong if wrong and said else said, "muted")] if said else []
