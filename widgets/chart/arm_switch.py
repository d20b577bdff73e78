"""The chart's switch for moving orders by their lines."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from widgets import shapes
from widgets.flat import RADIUS_PX, FlatButton, outline
from widgets.keyboard import KeyTip
from widgets.style import GRID_PX, PAD_PX, ROW_PX, Theme
from widgets.tongue import tr

SIGN_PX: Final = 12


class ArmSwitch(FlatButton):
    """Armed and disarmed differ by word, shape and ground, not by colour alone; without room for the word, by shape and ground."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", theme, "", tr("Arm or disarm moving orders by their lines; Esc disarms"), parent)
        self.setCheckable(True)
        KeyTip(self, "chart.arm")
        self.show_armed(False)

    def show_armed(self, armed: bool) -> None:
        self.setChecked(armed)
        self._say()
        self.setAccessibleName(tr("Moving orders is armed") if armed else tr("Moving orders is disarmed"))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._say()

    def _say(self) -> None:
        """The word where it has room: half a word would say the other thing."""
        word = tr("ARMED") if self.isChecked() else tr("Disarmed")
        self.setText(word if self.width() >= self.sizeHint().width() else "")

    def sizeHint(self) -> QSize:
        # Of the wider word: nothing beside it jumps.
        word = max(QFontMetrics(self._strong).horizontalAdvance(one) for one in (tr("ARMED"), tr("Disarmed")))
        return QSize(word + SIGN_PX + GRID_PX + 2 * PAD_PX, ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(SIGN_PX + 2 * PAD_PX, ROW_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect, armed = self._theme, QRectF(self.rect()), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("warning" if armed else "hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(rect, RADIUS_PX, RADIUS_PX)
        ink = theme.color("window" if armed else "text")
        top = (self.height() - SIGN_PX) / 2
        if armed:
            painter.fillPath(shapes.warning(float(SIGN_PX)).translated(PAD_PX, top), ink)
        else:
            outline(painter, QRectF(PAD_PX, top, SIGN_PX, SIGN_PX), theme.color("muted"), 1.5)
        if self.text():
            painter.setFont(self._strong if armed else self._plain)
            painter.setPen(ink)
            words = self.rect().adjusted(PAD_PX + SIGN_PX + GRID_PX, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.hasFocus():
            outline(painter, rect, theme.color("selection"), 2.0)
