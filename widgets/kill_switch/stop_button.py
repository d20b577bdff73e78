"""The stop button: two motions, from anywhere. The first says what it would do, the second does it.

Invariants: it is never disabled, and works before anything is known; two presses (click, Space, F12) within five seconds,
or one held for 0.6 s, ask for the stop of everything; while only a part is stopped it says STOP as ever; once everything is,
it engages again, which is harmless and catches what came since. It decides nothing: it asks. Its size never changes with its
words. A twin, in another window, is the same button once more: a press there and one here are two presses, and both say the
same.
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.messages.commands import EngageKill
from core.projections.pictures import KillPicture, VersionLook
from widgets import shapes
from widgets.action_keys import key_of
from widgets.flat import outline
from widgets.kill_switch import model
from widgets.motions import TwoMotions
from widgets.style import BIG_PX, GRID_PX, HEADING_PX, SMALL_PX, Theme
from widgets.tongue import mark, tr
from widgets.type_face import TypeFace
from widgets.untaken import Sending

SOURCE = "operator at the terminal"
SIZE, LARGE_SIZE = QSize(196, 32), QSize(260, 56)
HINT = mark("press twice or hold \u00b7 {key}")


class StopButton(QAbstractButton):
    """large: the panel's; else the banner's. first: the one it is a twin of. asking: the preview when the first press was made, empty
    when it lapsed."""

    asked = Signal(object)
    asking = Signal(str)
    restated = Signal()
    """For twins: the words may be others."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, large: bool = False, first: "StopButton | None" = None) -> None:
        super().__init__(parent)
        self._first = first or self
        self._theme, self._large = theme, large
        self._picture: KillPicture | None = None
        self._version = -1
        self._sent, self._sending = False, Sending()
        self._faces = (TypeFace(BIG_PX, strong=True), TypeFace(HEADING_PX, strong=True))
        self._small = TypeFace(SMALL_PX)
        self.motions: TwoMotions = first.motions if first is not None else TwoMotions(self, self._engage, self._on_motion)
        if first is not None:
            first.restated.connect(self._say)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding if large else fixed, fixed)
        self.clicked.connect(self.press)
        self.pressed.connect(self.motions.hold)
        self.released.connect(self.motions.let_go)
        self._say()

    def twin(self) -> "StopButton":
        """For another window. It asks and draws through this one."""
        return StopButton(self._theme, first=self)

    @property
    def confirming(self) -> bool:
        return self.motions.asking

    def press(self) -> None:
        """One motion: the first asks, the second engages."""
        self.motions.press()

    def look(self) -> VersionLook:
        return VersionLook(self._version)

    def draw(self, picture: KillPicture) -> None:
        before, self._picture, self._version = self._picture, picture, picture.version
        if before is None or (before.engaged, before.whole, before.generation) != (picture.engaged, picture.whole, picture.generation):
            self._sent = False
            self._sending.forget()
        self._say()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def words(self) -> tuple[str, str]:
        """The word and the line under it."""
        picture = self._first._picture
        if self.confirming:
            return tr("CONFIRM STOP"), model.short_preview(picture)
        if self._first._sending.failed:
            return tr("NOT STOPPED"), tr("not taken: press again")
        if self._first._sent:
            return tr("STOPPING\u2026"), tr("waiting for the core")
        if picture is not None and picture.whole:
            return tr("ENGAGED"), model.progress(picture)
        return tr("STOP"), tr(HINT, key=key_of("stop"))

    def sizeHint(self) -> QSize:
        return LARGE_SIZE if self._large else SIZE

    def minimumSizeHint(self) -> QSize:
        return SIZE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F12 and not event.isAutoRepeat():
            self.press()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.motions.stop()

    def say_keys(self) -> None:
        self._say()

    def _engage(self) -> None:
        self._sent = True
        self._say()
        self._sending.ask(self.asked, EngageKill(SOURCE))

    def not_taken(self, command: object) -> None:
        """The core did not take it: nothing stops, so nothing is waited for."""
        if self._sending.not_taken():
            self._sent = False
            self._say()

    def _on_motion(self) -> None:
        self._say()
        self.asking.emit(model.preview(self._picture) if self.confirming else "")

    def _say(self) -> None:
        self.restated.emit()
        word, below = self.words()
        if (word, below) == (self.text(), self.accessibleDescription()):
            return
        self.setText(word)
        self.setAccessibleName(tr("Kill switch: {word}", word=word))
        self.setAccessibleDescription(below)
        preview, key = model.preview(self._first._picture), key_of("stop")
        self.setToolTip(tr("{preview}\nTwo presses here or on {key}, or hold it down.", preview=preview, key=key))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        roomy = self.height() >= LARGE_SIZE.height()
        face, sign = (self._faces[0], 30) if roomy else (self._faces[1], 18)
        asking, down = self.confirming, self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        # Pale grounds are quiet in a light theme, and this button never is.
        loud = asking or down or not theme.dark
        painter.setBrush(theme.color("critical" if loud else "critical_fill"))
        painter.drawRoundedRect(rect, 4, 4)
        ink = theme.color("window" if loud else "text")
        if asking and not theme.dark:
            outline(painter, rect, theme.color("text"), 3.0)
        if self.hasFocus():
            # The low one has little room between its words and its edge, which a light theme's question has thick.
            inset, width = (3, 2.0) if roomy else (3, 1.0) if asking else (1, 2.0)
            outline(painter, rect.adjusted(inset, inset, -inset, -inset), theme.color("window" if loud else "selection"), width)
        elif self.underMouse() and not asking:
            outline(painter, rect, theme.color("critical"), 2.0)
        word, below = self.words()
        left = (4 if roomy else 2) * GRID_PX
        painter.fillPath(shapes.octagon(float(sign)).translated(left, (self.height() - sign) / 2), ink)
        left += sign + (3 if roomy else 2) * GRID_PX
        top = (self.height() - face.height - self._small.height + 2) / 2
        painter.setPen(ink)
        face.use(painter)
        face.left(painter, left, top, face.height, word)
        self._small.use(painter)
        room = self.width() - left - GRID_PX
        cut = self._small.metrics.elidedText(below, Qt.TextElideMode.ElideRight, room)
        self._small.left(painter, left, top + face.height - 2, self._small.height, cut)
