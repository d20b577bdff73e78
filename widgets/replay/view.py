"""The tape bar at the bottom of the window: play or pause, restart, speed, progress, fidelity to history.

Invariants: it shows what the core says, never what was clicked; a restart takes two motions, asked in place, and the
question goes away by itself. It does not seek: a session goes forward, or begins again.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from core.messages.commands import Pause, RestartSession, Resume, SetSpeed
from core.projections.pictures import SessionPicture, VersionLook
from widgets import shapes
from widgets.action_keys import with_key
from widgets.facts import FactStrip, Slot
from widgets.flat import Caption, FlatButton
from widgets.pace import Pace
from widgets.replay import model
from widgets.replay.controls import ProgressLine, SignButton, SpeedRow
from widgets.style import GRID_PX, Theme
from widgets.tongue import mark, tr

HEIGHT_PX = 44
EVERY_FRAMES = 2
"""Between two looks: its counters run too fast to be read one by one, and its line moves less than a pixel."""
QUESTION_MS = 6000
"""Chosen: long enough to read the sentence, short enough that a forgotten question does not meet a later Enter."""
QUESTION = mark("Ends this run: orders and positions of the simulation are gone.")
SLOTS = (
    Slot("trades", mark("Recorded trades reproduced"), mark("000 of 000")),
    Slot("messages", mark("Messages"), mark("00\u202f000 of 00\u202f000"), drop=2),
    Slot("diverged", mark("Tape diverged by"), mark("10 messages"), drop=1),
)


class ReplayView(QWidget):
    """toggle, faster, slower and ask_restart are for keys; they do what the controls do."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: SessionPicture | None = None
        self._version = -1
        self._pace = Pace(EVERY_FRAMES)
        self.play = SignButton(theme, shapes.play, tr("Play"), with_key(tr("Play"), "pause"), self)
        self.play.clicked.connect(self.toggle)
        self.play.setEnabled(False)
        self.speeds = SpeedRow(theme)
        self.speeds.chosen.connect(self._choose_speed)
        self.restart = SignButton(theme, shapes.again, tr("Restart"), tr("Restart from the tape's beginning; asks first"))
        self.restart.clicked.connect(self.ask_restart)
        self._sentence = Caption(theme, token="warning")
        self._sentence.say(tr(QUESTION))
        self.confirm = FlatButton(tr("Restart"), theme, tr("Yes, restart from the beginning"), tr(QUESTION))
        self.confirm.clicked.connect(self._restart)
        self.keep = FlatButton(tr("Keep running"), theme, tr("No, keep this run"), tr("Keep this run (Esc)"))
        self.keep.clicked.connect(self._drop_question)
        self._pages = QStackedWidget()
        self.progress = ProgressLine(theme)
        self._pages.addWidget(_line(self.restart, self.speeds, self.progress))
        self._pages.addWidget(_line(self._sentence, self.confirm, self.keep))
        self.facts = FactStrip(theme, SLOTS, HEIGHT_PX - 2)
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * GRID_PX, 1, 0, 0)
        line.setSpacing(2 * GRID_PX)
        for part, stretch in ((self.play, 0), (self._pages, 1), (self.facts, 0)):
            line.addWidget(part, stretch)
        self._sentence.setMaximumWidth(self._sentence.width_of(tr(QUESTION)) + GRID_PX)
        self._question_end = QTimer(self)
        self._question_end.setSingleShot(True)
        self._question_end.setInterval(QUESTION_MS)
        self._question_end.timeout.connect(self._drop_question)
        self.setFixedHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Tape control"))

    def look(self) -> VersionLook | None:
        return VersionLook(self._version) if self._pace.due() else None

    def draw(self, picture: SessionPicture) -> None:
        before, self._picture = self._picture, picture
        self._version = picture.version
        if before is None or (before.paused, before.phase) != (picture.paused, picture.phase):
            self._draw_play(picture)
        self.speeds.show_speed(picture.speed)
        self.progress.show_progress(model.progress(picture))
        self.facts.say("messages", model.messages_text(picture))
        self.facts.say("trades", model.trades_text(picture))
        self.facts.set_tip(model.trades_sentence(picture))
        if picture.diverged:
            self.facts.say("diverged", model.diverged_text(picture), "warning", sign=shapes.warning)
        else:
            self.facts.say("diverged", "")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in (self.play, self.restart, self.confirm, self.keep):
            button.set_theme(theme)
        for part in (self.speeds, self.progress, self.facts, self._sentence):
            part.set_theme(theme)
        self.update()

    def toggle(self) -> None:
        """Pause when playing, play when paused; nothing when no run is going."""
        if self._picture is not None and model.can_play(self._picture):
            self.asked.emit(Resume() if self._picture.paused else Pause())

    def faster(self) -> None:
        self._step(model.faster)

    def slower(self) -> None:
        self._step(model.slower)

    def ask_restart(self) -> None:
        if self._picture is not None:
            self._pages.setCurrentIndex(1)
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
            self._question_end.start()

    def is_asking(self) -> bool:
        return self._pages.currentIndex() == 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_asking():
            self._drop_question()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_asking():
            (self.confirm if self.confirm.hasFocus() else self.keep).click()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._drop_question()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        painter.setPen(self._theme.color("hairline"))
        painter.drawLine(0, 0, self.width(), 0)

    def say_keys(self) -> None:
        if self._picture is not None:
            self._draw_play(self._picture)
        else:
            self.play.set_sign(shapes.play, tr("Play"), with_key(tr("Play"), "pause"))

    def _draw_play(self, picture: SessionPicture) -> None:
        able = model.can_play(picture)
        self.play.setEnabled(able)
        if not able:
            self.play.set_sign(shapes.square, tr("Ended"), tr("The run has ended: restart to play the tape again"))
        elif picture.paused:
            self.play.set_sign(shapes.play, tr("Play"), with_key(tr("Play"), "pause"))
        else:
            self.play.set_sign(shapes.pause, tr("Pause"), with_key(tr("Pause"), "pause"))

    def _choose_speed(self, speed: float) -> None:
        self.asked.emit(SetSpeed(speed))

    def _step(self, next_to: Callable[[float], float]) -> None:
        present = self._picture.speed if self._picture is not None else self.speeds.speed()
        wanted = next_to(present)
        if wanted != present:
            self.asked.emit(SetSpeed(wanted))

    def _restart(self) -> None:
        self._drop_question()
        self.asked.emit(RestartSession())

    def _drop_question(self) -> None:
        self._question_end.stop()
        self._pages.setCurrentIndex(0)


def _line(*parts: QWidget) -> QWidget:
    page = QWidget()
    line = QHBoxLayout(page)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(2 * GRID_PX)
    for part in parts:
        line.addWidget(part)
    if not isinstance(parts[-1], ProgressLine):
        line.addStretch(1)
    return page
