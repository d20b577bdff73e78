"""The bar's own controls: a button with a sign, the row of speeds, and the progress of the tape.

The progress line only shows: a session cannot be moved to another place of the tape, so it takes no clicks.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.flat import RADIUS_PX, outline
from widgets.replay.model import SPEEDS, Progress, faster, slower, speed_text
from widgets.shapes import Shape
from widgets.style import GRID_PX, SMALL_PX, Theme
from widgets.tongue import tr
from widgets.type_face import TypeFace

CONTROL_PX = 28
SIGN_PX = 14
TRACK_PX = 4


class SignButton(QAbstractButton):
    """A square button with a painted sign; its name and tooltip carry the words."""

    def __init__(self, theme: Theme, sign: Shape, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._sign = theme, sign
        self.setFixedSize(CONTROL_PX, CONTROL_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_sign(sign, name, tip)

    def set_sign(self, sign: Shape, name: str, tip: str) -> None:
        self._sign = sign
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        live = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setBrush(theme.color("hover" if live else "raised"))
        painter.drawRoundedRect(rect, RADIUS_PX, RADIUS_PX)
        path = self._sign(SIGN_PX)
        path.translate((rect.width() - SIGN_PX) / 2, (rect.height() - SIGN_PX) / 2)
        painter.fillPath(path, theme.color("text" if self.isEnabled() else "hairline"))
        if self.hasFocus():
            outline(painter, rect, theme.color("selection"), 2.0)


class SpeedRow(QWidget):
    """All speeds side by side; the present one is filled and strong, none when it lies between two.

    Arrow keys move it while it has the focus.
    """

    chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain, self._strong = TypeFace(), TypeFace(strong=True)
        self._speed = 1.0
        self._rects: list[QRect] = []
        x = 0
        for speed in SPEEDS:
            width = int(self._strong.width(speed_text(speed))) + 2 * GRID_PX + 4
            self._rects.append(QRect(x, 0, width, CONTROL_PX))
            x += width
        self.setFixedSize(QSize(x, CONTROL_PX))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._hover = -1
        self.setToolTip(tr("Speed of the tape: + faster, \u2212 slower. Max plays as fast as possible."))
        self._name()

    def show_speed(self, speed: float) -> None:
        if speed != self._speed:
            self._speed = speed
            self._name()
            self.update()

    def speed(self) -> float:
        return self._speed

    def rect_of(self, speed: float) -> QRect:
        return self._rects[SPEEDS.index(speed)]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event)
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.chosen.emit(SPEEDS[index])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self._index_at(event))

    def leaveEvent(self, event: object) -> None:
        self._set_hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self.chosen.emit(faster(self._speed))
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            self.chosen.emit(slower(self._speed))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)
        present = SPEEDS.index(self._speed) if self._speed in SPEEDS else -1
        for index, (speed, rect) in enumerate(zip(SPEEDS, self._rects, strict=True)):
            if index in (present, self._hover):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("selection_fill" if index == present else "hairline"))
                painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)
            face = self._strong if index == present else self._plain
            face.use(painter)
            painter.setPen(theme.color("text" if index == present else "muted"))
            face.centre(painter, rect.center().x() + 0.5, 0, rect.height(), speed_text(speed))
        if self.hasFocus():
            outline(painter, QRectF(self.rect()), theme.color("selection"), 2.0)

    def _index_at(self, event: QMouseEvent) -> int:
        point = event.position().toPoint()
        return next((index for index, rect in enumerate(self._rects) if rect.contains(point)), -1)

    def _set_hover(self, index: int) -> None:
        if index != self._hover:
            self._hover = index
            self.update()

    def _name(self) -> None:
        self.setAccessibleName(tr("Speed {speed}", speed=speed_text(self._speed)))


class ProgressLine(QWidget):
    """How far the tape has played: elapsed and whole time, a line, and the tape's time of day."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face, self._strong = TypeFace(SMALL_PX), TypeFace(strong=True)
        self._progress = Progress(0.0, "00:00", "00:00", "")
        self.setFixedHeight(CONTROL_PX + 2 * GRID_PX)
        self.setMinimumWidth(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Progress of the tape"))

    def show_progress(self, progress: Progress) -> None:
        before, self._progress = self._progress, progress
        words = (progress.elapsed, progress.total, progress.clock) != (before.elapsed, before.total, before.clock)
        if words or round(progress.fraction * self.width()) != round(before.fraction * self.width()):
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, progress, width = self._theme, self._progress, self.width()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        top, line = 3, 18
        self._strong.use(painter)
        painter.setPen(theme.color("text"))
        self._strong.left(painter, 0, top, line, progress.elapsed)
        self._face.use(painter)
        painter.setPen(theme.color("muted"))
        whole, used = tr("of {total}", total=progress.total), self._strong.width(progress.elapsed) + GRID_PX
        if used + self._face.width(whole) <= width:
            self._face.left(painter, used, top, line, whole)
            used += self._face.width(whole) + GRID_PX
        if used + self._face.width(progress.clock) <= width:
            self._face.right(painter, width, top, line, progress.clock)
        track = QRectF(0, top + line + 3, width, TRACK_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("hairline"))
        painter.drawRoundedRect(track, 2, 2)
        if progress.fraction > 0:
            painter.setBrush(theme.color("text"))
            painter.drawRoundedRect(QRectF(0, track.top(), max(TRACK_PX, width * progress.fraction), TRACK_PX), 2, 2)
