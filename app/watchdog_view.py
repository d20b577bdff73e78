"""The watchdog's two faces: the stop window, and the bar it hides in. They paint a Sight and ask for the stop.

Invariants: the button works whatever is known, in two presses within CONFIRM_MS or one hold of HOLD_MS; closing the window,
or a click on its upper part, far from the button, only hides it in the bar, and stops nothing. A drag moves the bar and opens
nothing. They take no focus when they come, so that no key goes astray; alarms tell their kind by a sign and words as well as
by colour. Deliberately absent: releasing, which needs the terminal.
"""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from app.watchdog_words import Alarm, Sight
from widgets import shapes
from widgets.flat import outline
from widgets.motions import TwoMotions
from widgets.style import BIG_PX, DATA_PX, GRID_PX, HEADING_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.type_face import TypeFace

CONFIRM_MS, HOLD_MS = 3_000, 1_000
SIZE, BAR = QSize(308, 196), QSize(308, 26)
STATE_PX, KILL_PX, BUTTON_PX = 52, 40, 72
FLAGS = Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint
SHOUTING = (Alarm.NO_HEARTBEAT, Alarm.CORE_LATE, Alarm.CORE_BROKEN, Alarm.DIED)


def colours(alarm: Alarm) -> tuple[str, str]:
    """(ground, sign) as tokens."""
    if alarm in SHOUTING:
        return "critical_fill", "critical"
    return ("warning_fill", "warning") if alarm is Alarm.WINDOW_LATE else ("panel", "text")


class StopNow(QAbstractButton):
    """meant: somebody pressed twice, or held it."""

    meant = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = (tr("STOP"), tr("press twice, or hold 1 s"))
        self._big, self._small = TypeFace(BIG_PX, strong=True), TypeFace(SMALL_PX)
        self.motions = TwoMotions(self, self.meant.emit, self._say, CONFIRM_MS, HOLD_MS)
        self.setFixedHeight(BUTTON_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.motions.press)
        self.pressed.connect(self.motions.hold)
        self.released.connect(self.motions.let_go)
        self._say()

    def say(self, word: str, below: str) -> None:
        if (word, below) != self._words:
            self._words = (word, below)
            self._say()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _say(self) -> None:
        word, below = (tr("PRESS AGAIN"), tr("to stop everything")) if self.motions.asking else self._words
        self.setText(word)
        self.setAccessibleName(tr("Kill switch: {word}", word=word))
        self.setAccessibleDescription(below)
        self.setToolTip(tr("Blocks every new order and cancels all of ours. Two presses within 3 s, or hold it for 1 s."))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        asking = self.motions.asking
        loud = asking or self.isDown() or not theme.dark
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("critical" if loud else "critical_fill"))
        painter.drawRoundedRect(rect, 4, 4)
        ink = theme.color("window" if loud else "text")
        if asking and not theme.dark:
            outline(painter, rect, theme.color("text"), 3.0)
        elif self.hasFocus():
            outline(painter, rect.adjusted(3, 3, -3, -3), theme.color("window" if loud else "selection"), 2.0)
        elif not loud:
            # A window among others' windows: its edge says that this is the button.
            outline(painter, rect, theme.color("critical"), 2.0 if self.underMouse() else 1.0)
        sign = 36.0
        painter.fillPath(shapes.octagon(sign).translated(5 * GRID_PX, (self.height() - sign) / 2), ink)
        left = 5 * GRID_PX + sign + 4 * GRID_PX
        top = (self.height() - self._big.height - self._small.height + 2) / 2
        painter.setPen(ink)
        self._big.use(painter)
        self._big.left(painter, left, top, self._big.height, self.text())
        self._small.use(painter)
        self._small.left(painter, left, top + self._big.height - 2, self._small.height, self.accessibleDescription())


class StopWindow(QWidget):
    """hidden_by_hand: it was closed, or clicked on its upper part, while there is something to watch. left: it was closed when there is
    not."""

    meant = Signal()
    hidden_by_hand = Signal()
    left = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(None, FLAGS)
        self._theme = theme
        self._sight: Sight | None = None
        self._heading, self._strong = TypeFace(HEADING_PX, strong=True), TypeFace(DATA_PX, strong=True)
        self._small = TypeFace(SMALL_PX)
        self._name = name
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedSize(SIZE)
        self.button = StopNow(theme, self)
        self.button.meant.connect(self.meant)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID_PX, 0, 3 * GRID_PX, 3 * GRID_PX)
        column.addStretch(1)
        column.addWidget(self.button)
        self.say_again()

    def say_again(self) -> None:
        self.setWindowTitle(tr("Quarterdeck stop · {name}", name=self._name))
        self._sight = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.button.set_theme(theme)
        self.update()

    def in_use(self) -> bool:
        """Somebody presses, or is about to."""
        return self.button.motions.asking or self.button.isDown() or self.underMouse()

    def see(self, sight: Sight) -> None:
        self.button.say(sight.word, sight.below)
        if sight != self._sight:
            self._sight = sight
            self.setAccessibleName(f"{sight.headline}. {sight.detail} {sight.kill} {sight.kill_detail}")
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Whoever misses the button must not lose it: below the line a click folds nothing, nor does one while it asks."""
        above = QRect(0, 0, self.width(), STATE_PX).contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and above and not self.button.motions.asking and not self._died():
            self.hidden_by_hand.emit()

    def _died(self) -> bool:
        return self._sight is not None and self._sight.alarm is Alarm.DIED

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._died():
            self.left.emit()
            return
        event.ignore()
        self.button.motions.stop()
        self.hidden_by_hand.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F12 and not event.isAutoRepeat():
            self.button.motions.press()
        elif event.key() == Qt.Key.Key_Escape:
            self.button.motions.stop()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, sight = QPainter(self), self._theme, self._sight
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("panel"))
        if sight is None:
            return
        ground, token = colours(sight.alarm)
        painter.fillRect(QRect(0, 0, self.width(), STATE_PX), theme.color(ground))
        calm = sight.alarm is Alarm.NONE
        path = shapes.disc(14.0) if calm else shapes.warning(18.0)
        size = 14 if calm else 18
        left = 3 * GRID_PX
        painter.fillPath(path.translated(left, 2 * GRID_PX + (18 - size) / 2), theme.color("muted" if calm else token))
        text = left + 26
        painter.setPen(theme.color("text"))
        self._heading.use(painter)
        self._heading.left(painter, text, 2 * GRID_PX, 18, sight.headline)
        painter.setPen(theme.color("muted" if calm else "text"))
        self._fitted(painter, self._small, QPointF(text, 2 * GRID_PX + 19), sight.detail)
        if not self._died():
            # A window of its own has this sign for what folds it up.
            painter.fillRect(QRect(self.width() - 3 * GRID_PX - 10, 4 * GRID_PX, 10, 2), theme.color("muted" if calm else "text"))
        painter.fillRect(QRect(0, STATE_PX, self.width(), 1), theme.color("hairline"))
        self._paint_kill(painter, sight, left, text)

    def _paint_kill(self, painter: QPainter, sight: Sight, left: int, text: int) -> None:
        theme = self._theme
        token = "critical" if sight.engaged else "warning" if sight.part else "text"
        top = STATE_PX + 2 * GRID_PX
        sign = shapes.octagon(16.0) if sight.engaged else shapes.warning(16.0) if sight.part else shapes.ring(16.0)
        painter.fillPath(sign.translated(left, top + 1), theme.color("muted" if token == "text" else token))
        painter.setPen(theme.color(token))
        self._strong.use(painter)
        self._strong.left(painter, text, top, 18, sight.kill)
        painter.setPen(theme.color("muted"))
        detail = sight.kill_detail or (tr("New orders pass the gate.") if not sight.engaged and sight.alarm is not Alarm.DIED else "")
        self._fitted(painter, self._small, QPointF(text, top + 18), detail)

    def _fitted(self, painter: QPainter, face: TypeFace, at: QPointF, words: str) -> None:
        face.use(painter)
        room = self.width() - int(at.x()) - 2 * GRID_PX
        face.left(painter, at.x(), at.y(), 16, face.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))


class Bar(QWidget):
    """wanted: somebody clicked it; a drag moves it."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, FLAGS | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._sight: Sight | None = None
        self._pressed: QPoint | None = None
        """Where it was taken hold of, within it."""
        self._dragged = False
        self._strong, self._small = TypeFace(DATA_PX, strong=True), TypeFace(SMALL_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(BAR)
        self.say_again()

    def say_again(self) -> None:
        self.setWindowTitle(tr("Quarterdeck stop bar"))
        self.setToolTip(tr("Shows the stop button; a drag moves it"))
        self._sight = None

    def see(self, sight: Sight) -> None:
        if sight != self._sight:
            self._sight = sight
            self.setAccessibleName(tr("Show the stop button. {headline}. {kill}", headline=sight.headline, kill=sight.kill))
            self.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged or far:
            self._dragged = True
            self._drag(event.globalPosition().toPoint() - self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        taken, self._pressed = self._pressed, None
        if event.button() == Qt.MouseButton.LeftButton and taken is not None and not self._dragged:
            self.wanted.emit()

    def _drag(self, to: QPoint) -> None:
        """Where the desktop alone may move a window, it does."""
        handle = self.windowHandle()
        if handle is not None and QGuiApplication.platformName().startswith("wayland"):
            self._pressed = None
            handle.startSystemMove()
        else:
            self.move(to)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, sight = QPainter(self), self._theme, self._sight
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("raised"))
        painter.fillPath(shapes.octagon(16.0).translated(2 * GRID_PX, 5), theme.color("critical"))
        if sight is None:
            return
        painter.setPen(theme.color("text"))
        self._strong.use(painter)
        self._strong.left(painter, 8 * GRID_PX, 0, self.height(), tr("STOP\u2026"))
        painter.setPen(theme.color("critical" if sight.engaged else "warning" if sight.part else "muted"))
        self._small.use(painter)
        self._small.right(painter, self.width() - 3 * GRID_PX, 0, self.height(), sight.kill)
        outline(painter, QRectF(self.rect()), theme.color("hairline"))
