"""The kill switch panel: stop, what it would do, what it did, and the way back one step at a time, each in two motions.

Invariant: a step names the engagement that the person saw; when anything changes between the two presses, it begins again.
A double click on the button is one press: what lets orders through again must not slip. Whoever asks for the release types why; the
reason stays until the core has taken it, and is of that engagement alone.
"""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout, QWidget

from core.projections.pictures import KillPicture, VersionLook
from widgets.entry import reason_wrong
from widgets.flat import FlatButton, FlatField
from widgets.kill_switch import model
from widgets.kill_switch.board import openings_line
from widgets.kill_switch.steps import Step, asks_why, next_step, widest
from widgets.kill_switch.stop_button import LARGE_SIZE, SIZE, StopButton
from widgets.lines import LINE_PX, Lines, Note, said
from widgets.motions import TwoMotions
from widgets.rehearsed import tested_line
from widgets.style import DATA_PX, GRID_PX, PAD_PX, ROW_PX, SMALL_PX, Theme
from widgets.tongue import ended, mark, tr
from widgets.type_face import TypeFace
from widgets.untaken import Untaken

__all__ = ["KillSwitchView", "StopButton"]

UNKNOWN = Note(mark("State unknown: waiting for the core. Stop works already."), "muted", "warning")
EDGE_PX = 3
SHORT_PX, LEAST_PX = 196, 166
"""Below the first height the stop button takes its banner size; the second holds everything."""
TALL_PX = SHORT_PX + ROW_PX + GRID_PX
"""From here on the reason has a line of its own above the button; below it stands beside it, so that the panel is no higher for it."""


class Board(QWidget):
    """Facts in two columns, caption left and value right; a wide one takes its own line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: tuple[model.Fact, ...] = ()
        self._small, self._strong = TypeFace(SMALL_PX), TypeFace(DATA_PX, strong=True)

    def show_facts(self, facts: tuple[model.Fact, ...]) -> None:
        if facts != self._facts:
            self._facts = facts
            self.setAccessibleName("; ".join(f"{fact.what} {fact.value}" for fact in facts))
            self.setToolTip("\n".join(f"{fact.what}: {fact.value}" for fact in facts))
            self.setFixedHeight(4 * LINE_PX + GRID_PX if facts else 0)
            self.update()

    def facts(self) -> dict[str, str]:
        return {fact.what: fact.value for fact in self._facts}

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._facts:
            return
        painter, half = QPainter(self), (self.width() - 4 * GRID_PX) // 2
        painter.fillRect(QRect(0, 0, self.width(), 1), self._theme.color("hairline"))
        column = line = 0
        for fact in self._facts:
            left, width = (0, self.width()) if fact.wide else (column * (half + 4 * GRID_PX), half)
            top = GRID_PX + line * LINE_PX
            self._small.use(painter)
            painter.setPen(self._theme.color("muted"))
            self._small.left(painter, left, top, LINE_PX, fact.what)
            room = width - int(self._small.width(fact.what)) - GRID_PX
            self._strong.use(painter)
            painter.setPen(self._theme.color(fact.token))
            cut = self._strong.metrics.elidedText(fact.value, Qt.TextElideMode.ElideRight, room)
            self._strong.right(painter, left + width, top, LINE_PX, cut)
            column = 0 if fact.wide else 1 - column
            line += fact.wide or column == 0


class KillSwitchView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: KillPicture | None = None
        self._version = -1
        self.stop = StopButton(theme, self, large=True)
        self.sentence = Lines(theme, tr("Kill switch"), 3)
        self.board = Board(theme, self)
        self.release = FlatButton(
            tr("Release\u2026"), theme, tr("Release the kill switch"), tr("Lets new orders through again; two presses"), self,
        )
        self.why = FlatField(theme, tr("Reason for the release"), tr("Why it may be released: cause known, positions right"), self)
        self._about: tuple[str, int] | None = None
        """Scope and engagement that the typed reason is about."""
        self._untaken = Untaken(self, self.asked, self._refresh)
        self._motions = TwoMotions(self, self._take_step, self._refresh)
        self._lay_out()
        self.stop.asked.connect(self.asked)
        self.stop.asking.connect(lambda _sentence: self._refresh())
        self.release.clicked.connect(self._motions.press)
        self.release.installEventFilter(self)
        self.why.textChanged.connect(self._retyped)
        self.why.returnPressed.connect(self._to_release)
        self.setFocusProxy(self.stop)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Kill switch"))
        self._refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setSpacing(GRID_PX)
        column.addWidget(self.stop)
        column.addWidget(self.sentence, 1)
        column.addWidget(self.board)
        self._back = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._back.setSpacing(GRID_PX)
        self._back.addWidget(self.why, 1)
        self._back.addWidget(self.release)
        column.addLayout(self._back)
        QWidget.setTabOrder(self.stop, self.why)
        QWidget.setTabOrder(self.why, self.release)

    def sizeHint(self) -> QSize:
        return QSize(300, SHORT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(SIZE.width() + 4 * GRID_PX, LEAST_PX)

    def press(self) -> None:
        """One motion on the stop button, as a click is."""
        self.stop.press()

    def look(self) -> VersionLook:
        return VersionLook(self._version)

    def draw(self, picture: KillPicture) -> None:
        before, self._picture, self._version = self._picture, picture, picture.version
        if before is not None and _standing(before) != _standing(picture):
            # What was about to be released is not what is stopped now.
            self._motions.stop()
        step, row = self._step(), widest(picture)
        about = (row.scope, row.generation) if row is not None and asks_why(step) else None
        if about != self._about:
            self._about = about
            # The core has taken it, or it is another stop: a reason is never carried over.
            self.why.clear()
        if before is None or (before.engaged, before.whole) != (picture.engaged, picture.whole):
            self.update()
        self.stop.draw(picture)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.stop, self.sentence, self.board, self.why, self.release):
            part.set_theme(theme)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F12 and not event.isAutoRepeat():
            self.press()
        elif event.key() == Qt.Key.Key_Escape:
            self.stop.motions.stop()
            self._motions.stop()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.MouseButtonDblClick and watched is self.release

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.stop.setFixedHeight(SIZE.height() if self.height() < SHORT_PX else LARGE_SIZE.height())
        tall = self.height() >= TALL_PX
        self._back.setDirection(QBoxLayout.Direction.TopToBottom if tall else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)
        self._hint()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._motions.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        if self._picture is not None and self._picture.engaged:
            painter.fillRect(QRect(0, 0, EDGE_PX, self.height()), self._theme.color("critical" if self._picture.whole else "warning"))

    def not_taken(self, command: object) -> None:
        """The core did not take what was asked: it will never be answered."""
        self.stop.not_taken(command)
        self._untaken.say()

    def _take_step(self) -> None:
        step = self._step()
        if step is not None:
            self.asked.emit(step.ask)

    def _step(self) -> Step | None:
        row = widest(self._picture)
        return next_step(row, self.why.text().strip()) if row is not None else None

    def _hint(self) -> None:
        """In a narrow panel beside a long button a shorter one."""
        beside = 0 if self.height() >= TALL_PX else self.release.sizeHint().width() + GRID_PX
        room = self.width() - 4 * GRID_PX - beside - 2 * PAD_PX
        whole = tr("Reason for the release")
        fits = QFontMetrics(self.why.font()).horizontalAdvance(whole) <= room
        self.why.setPlaceholderText(whole if fits else tr("Why##a reason"))

    def _retyped(self) -> None:
        """What is confirmed is what stood there at the first press."""
        self._motions.stop()
        self._refresh()

    def _to_release(self) -> None:
        """Enter, in the field: a key that is held down there must not be both presses."""
        if self.release.isEnabled():
            self.release.setFocus(Qt.FocusReason.TabFocusReason)

    def _refresh(self) -> None:
        picture, step, asking = self._picture, self._step(), self._motions.asking
        stopped = picture is not None and bool(picture.stops)
        wrong = reason_wrong(self.why.text()) if asks_why(step) else ""
        self.why.set_wrong(bool(wrong and self.why.text().strip()))
        self.sentence.say(*self._notes())
        self.board.show_facts(model.board(picture) if picture is not None and stopped else ())
        self.release.setText("" if step is None else tr("Confirm: {what}", what=step.person) if asking else f"{step.label}\u2026")
        self.release.set_tone("warning" if asking else "text")
        self.release.setVisible(stopped and step is not None)
        self.why.setVisible(stopped and asks_why(step))
        self.release.setEnabled(not wrong)
        self._hint()

    def _notes(self) -> list[Note]:
        picture, step = self._picture, self._step()
        if self.stop.confirming:
            told = [Note(model.preview(picture), "critical", "stop", strong=True)]
            return [*told, Note(model.stays(picture), "muted")] if picture is not None and model.stays(picture) else told
        if picture is None:
            return [said(UNKNOWN)]
        if self._untaken.standing and not self._motions.asking:
            return self._untaken.notes()
        if self._motions.asking and step is not None:
            return [Note(step.says, "warning", "warning", strong=True)]
        if self.why.is_wrong():
            return [Note(ended(reason_wrong(self.why.text())), "warning", "wrong")]
        loud = openings_line(picture)
        if loud[0]:
            return [Note(*loud, sign="warning", strong=True)]
        if picture.stops:
            token, sign = "critical" if picture.whole else "warning", "warning" if picture.part else "stop"
            told = [Note(model.engaged_sentence(picture), token, sign, strong=True)]
            return [*told, Note(model.denied(picture), "warning")] if picture.denied is not None else told
        texts = (model.preview(picture), model.stays(picture), model.released_sentence(picture))
        notes = [Note(tr("RELEASED"), "text", "open", strong=True), *(Note(text, "muted") for text in texts if text)]
        return [*notes, Note(*tested_line(picture.tested))] if picture.tested is not None else notes


def _standing(picture: KillPicture) -> list[tuple[str, int, int]]:
    return [(row.scope, row.generation, row.stage) for row in picture.stops]
