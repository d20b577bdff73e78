"""The alerts panel: everything that was raised in this run, the newest first, until a person has acknowledged it, and afterwards.

Invariants: it decides nothing and asks the core for nothing; whoever keeps the alerts gives them (give), and is told what a person
does. A row that is marked stays marked while new ones come above it. Several at once are acknowledged only of one severity, and only
those that are shown.
"""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from core.projections.risk_pictures import RiskLook, RiskPicture
from widgets.action_keys import with_key
from widgets.alerts import model
from widgets.alerts.bar import Bar
from widgets.alerts.model import Alert, Picture, Severity
from widgets.flat import FlatButton, FlatField
from widgets.keyboard import KeyTip, is_typing, pressed
from widgets.lines import LINE_PX, Lines, Note
from widgets.record_list import RecordList
from widgets.style import GRID_PX, ROW_PX, Theme, px
from widgets.tongue import tr

WIDE_PX, SEARCH_PX = 500, 90
LOW_PX = 11 * ROW_PX
"""Below this height the list has the room, and the whole of the marked alert is in its tooltip."""
SHELF_MIN = 15
"""Chosen: long enough to put right what keeps telling, short enough to be told again in the same hour."""


class AlertsView(QWidget):
    """acknowledged: ids of alerts. followed: the alert whose panel is wanted. shelved: a kind, to be put aside or taken back."""

    asked = Signal(object)
    acknowledged = Signal(object)
    followed = Signal(object)
    shelved = Signal(object)
    measured = Signal(object)
    """What look() asked for: the uses of limits."""
    shown = Signal()
    """It can be seen again: whoever has the alerts gives them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = Picture()
        self._found: list[Alert] = []
        self._marked = 0
        self._told: Note | None = None
        self.severity: Severity | None = None
        self.wants_uses = False
        self._make()
        self._lay_out()
        self.setFocusProxy(self.list)
        self.setAccessibleName(tr("Alerts"))
        self.choose(None)

    def _make(self) -> None:
        theme = self._theme
        self.filters: dict[Severity | None, FlatButton] = {}
        for words, severity in model.FILTERS:
            tip = tr("Alerts of every severity") if severity is None else tr("Only this severity: {words}", words=tr(words))
            button = FlatButton(tr(words), theme, tr("Show alerts: {words}", words=tr(words)), tip)
            button.setCheckable(True)
            button.clicked.connect(lambda checked=False, severity=severity: self.choose(severity))
            self.filters[severity] = button
        self.unread = FlatButton(tr("Unread"), theme, tr("Only unread alerts"), tr("Only what nobody acknowledged"))
        self.unread.setCheckable(True)
        self.unread.clicked.connect(self._fill)
        self.search = FlatField(theme, tr("Search the alerts"), tr("Words of an alert, its kind or a person"))
        self.search.setPlaceholderText(tr("Search"))
        self.search.textChanged.connect(self._fill)
        self.read = FlatButton(
            tr("Acknowledge"), theme, tr("Acknowledge the marked alert"), tr("You have read it; it stays in the list, with your name"),
        )
        self.read_all = FlatButton(tr("Acknowledge all"), theme, tr("Acknowledge all of the chosen severity"), "")
        self.follow = FlatButton(
            tr("Go to"), theme, tr("Go to what the marked alert is about"), tr("Its panel, instrument or order (Enter, double click)"),
        )
        self.shelve = FlatButton(tr("Shelve"), theme, tr("Shelve the marked alert's kind, or take it back"), "")
        self.export = FlatButton(tr("Export\u2026"), theme, tr("Export the alerts"), tr("What is shown, to a CSV file"))
        acts = ((self.read, self.acknowledge), (self.read_all, self.acknowledge_all), (self.follow, self.go), (self.shelve, self.put_aside))
        for button, act in (*acts, (self.export, self.ask_export)):
            button.clicked.connect(lambda checked=False, act=act: act())
        for button, id in ((self.read, "read"), (self.follow, "follow"), (self.unread, "unread"), (self.export, "export")):
            KeyTip(button, f"alerts.{id}")
        self.list = RecordList(theme, model.COLUMNS, tr("Alerts"), model.EMPTY, last_px=140, last_part=40)
        self.list.marked.connect(self._on_marked)
        self.list.opened.connect(lambda index: self.go())
        self.list.copied = lambda index: model.copied(self._found[index])
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.detail.setAccessibleName(tr("The whole of the marked alert"))
        self.detail.hide()
        self.said = Lines(theme, tr("Alerts"), 1)
        self.said.setFixedHeight(LINE_PX)

    def _lay_out(self) -> None:
        acts = (self.read, self.follow, self.read_all, self.shelve, self.export)
        self.bar = Bar((*self.filters.values(), self.unread, self.search), acts, self.search, px(SEARCH_PX))
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, GRID_PX)
        foot.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        column.addLayout(foot)

    # pictures -------------------------------------------------------------------------------------------------------

    def give(self, picture: Picture) -> None:
        self._picture, self._told = picture, None
        self._fill()

    def choose(self, severity: Severity | None) -> None:
        self.severity = severity
        for one, button in self.filters.items():
            button.setChecked(one is severity)
        self._fill()

    def shows_shelves(self) -> bool:
        return bool(self._picture.shelved)

    def marked(self) -> Alert | None:
        return next((one for one in self._found if one.id == self._marked), None)

    def look(self) -> RiskLook | None:
        """Nothing, until somebody wants to know whether limits still stand where their alerts say (wants_uses)."""
        return RiskLook() if self.wants_uses else None

    def draw(self, picture: RiskPicture) -> None:
        self.wants_uses = False
        self.measured.emit(picture)

    def hand_over(self) -> tuple[Any, ...]:
        return self._picture, self.severity, self.unread.isChecked(), self.search.text(), self._marked

    def take_over(self, kept: tuple[Any, ...]) -> None:
        self._picture, severity, unread, typed, self._marked = kept
        self.unread.setChecked(unread)
        self.search.setText(typed)
        self.choose(severity)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        buttons = (*self.filters.values(), self.unread, self.read, self.read_all, self.follow, self.shelve, self.export)
        parts: tuple[Any, ...] = (*buttons, self.search, self.list, self.said)
        for part in parts:
            part.set_theme(theme)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(640), px(260))

    def minimumSizeHint(self) -> QSize:
        """Every button, a head and two rows, and the line below them, also where it is narrowest."""
        least = px(300)
        return QSize(least, self.bar.height_at(least) + 3 * ROW_PX + LINE_PX + GRID_PX)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_detail()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))

    # hands ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            "alerts.read": self.acknowledge, "alerts.read_all": self.acknowledge_all, "alerts.follow": self.go,
            "alerts.shelve": self.put_aside, "alerts.export": self.ask_export, "alerts.unread": self.unread.click,
        }
        meant = "" if is_typing() else pressed("alerts", event)
        if meant:
            acts[meant]()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def acknowledge(self) -> None:
        """The marked one; then the next unread one below it is marked."""
        alert = self.marked()
        if alert is None or not alert.unread:
            return
        index = self._found.index(alert)
        after = next((one for one in (*self._found[index + 1:], *self._found[:index]) if one.unread), None)
        if after is not None:
            self._marked = after.id
        self.acknowledged.emit((alert.id,))

    def acknowledge_all(self) -> None:
        """Of the chosen severity, those that are shown."""
        unread = tuple(one.id for one in self._found if one.unread)
        if self.severity is not None and unread:
            self.acknowledged.emit(unread)

    def go(self) -> None:
        alert = self.marked()
        if alert is not None and alert.target.panel:
            self.followed.emit(alert)

    def put_aside(self) -> None:
        alert = self.marked()
        if alert is not None and self._may_shelve(alert):
            self.shelved.emit(alert.source)

    def ask_export(self) -> QFileDialog | None:
        if not self._found:
            return None
        dialog = QFileDialog(self, tr("Export the alerts"), "alerts.csv", tr("CSV (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save)
        dialog.open()
        return dialog

    def save(self, chosen: str) -> None:
        """What is shown now."""
        try:
            Path(chosen).write_text(model.csv_text(self._found), encoding="utf-8", newline="")
        except OSError as error:
            why = tr("Not exported: {strerror}. Choose another place.", strerror=error.strerror)
            self._told = Note(why, "warning", "warning")
        else:
            self._told = Note(tr("{count} rows exported to {name}.", count=len(self._found), name=Path(chosen).name), "text", "done")
        self.said.say(self._told)

    def say_keys(self) -> None:
        self._refresh()

    # parts ----------------------------------------------------------------------------------------------------------

    def _fill(self, _: object = None) -> None:
        """Rows that were in sight stay there, and the marked one marked, while new ones come above."""
        bar = self.list.verticalScrollBar()
        first = self._found[bar.value()].id if 0 < bar.value() < len(self._found) else 0
        self._found = model.found(self._picture.alerts, self.severity, self.unread.isChecked(), self.search.text())
        self.list.show_empty(model.NONE_FOUND if self._picture.alerts else model.EMPTY)
        places = {one.id: number for number, one in enumerate(self._found)}
        self.list.current = places.get(self._marked, -1)
        self.list.show_records([model.record(one) for one in self._found])
        if first in places:
            bar.setValue(places[first])
        self._refresh()

    def _on_marked(self, index: int) -> None:
        self._marked = self._found[index].id
        self._refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _may_shelve(self, alert: Alert) -> bool:
        return alert.severity is not Severity.CRITICAL

    def _refresh(self) -> None:
        alert = self.marked()
        unread = sum(one.unread for one in self._found)
        self.read.setEnabled(alert is not None and alert.unread)
        self.read_all.setEnabled(self.severity is not None and unread > 0)
        self.read_all.setToolTip(with_key(
            tr("Acknowledges the {count} unread ones that are shown", count=unread) if self.severity is not None and unread
            else tr("Choose a severity with unread alerts first"), "alerts.read_all",
        ))
        self.follow.setEnabled(alert is not None and bool(alert.target.panel))
        shelved = alert is not None and alert.source in (self._picture.shelved or {})
        self.shelve.setText(tr("Take back") if shelved else tr("Shelve {minutes} min", minutes=SHELF_MIN))
        self.bar.place()
        self.shelve.setEnabled(alert is not None and (shelved or self._may_shelve(alert)))
        self.shelve.setToolTip(with_key(
            tr("Never a critical one: it is told each time") if alert is not None and not self._may_shelve(alert) else
            tr("Warnings and notes of its kind are listed, but not told, for {minutes} minutes", minutes=SHELF_MIN), "alerts.shelve",
        ))
        self.export.setEnabled(bool(self._found))
        self.said.say(self._told or model.state_note(self._picture, len(self._found)))
        self._show_detail()

    def _show_detail(self) -> None:
        alert = self.marked()
        whole = model.detail(alert) if alert is not None else ""
        self.list.viewport().setToolTip(whole)
        if whole != self.detail.toPlainText():
            self.detail.setPlainText(whole)
        self.detail.setFixedHeight((2 if self.width() >= px(WIDE_PX) else 4) * LINE_PX + 2 * GRID_PX)
        self.detail.setVisible(bool(whole) and self.height() >= LOW_PX)
