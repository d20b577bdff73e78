"""The stop button: two motions, from anywhere. The first shows what it would do, the second does it.

Invariants: it is never disabled; the second press counts only within CONFIRM_MS; once engaged a press engages again,
which is harmless and catches what came since. It decides nothing: it asks.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from core.messages.commands import EngageKill
from core.projections.pictures import KillPicture, VersionLook
from widgets import shapes
from widgets.flat import outline
from widgets.kill_switch.model import preview
from widgets.style import BIG_PX, GRID_PX, HEADING_PX, Theme, font

CONFIRM_MS = 5_000
SOURCE = "operator at the terminal"


class StopButton(QAbstractButton):
    """large: the panel's; else the banner's. asking(sentence): the first press was made, or (empty) it lapsed."""

    asked = Signal(object)
    asking = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None, large: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._large = large
        self._picture: KillPicture | None = None
        self._version = -1
        self._confirming = False
        self._font = font(BIG_PX if large else HEADING_PX, strong=True)
        self._lapse = QTimer(self)
        self._lapse.setSingleShot(True)
        self._lapse.setInterval(CONFIRM_MS)
        self._lapse.timeout.connect(self._back)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        fixed = QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding if large else fixed, fixed)
        self.clicked.connect(self.press)
        self._say()

    @property
    def confirming(self) -> bool:
        return self._confirming

    def press(self) -> None:
        """One motion: the first asks, the second engages."""
        if not self._confirming:
            self._confirming = True
            self._lapse.start()
            self._say()
            self.asking.emit(preview(self._picture))
            if not self._large and self.isVisible():
                below = self.mapToGlobal(self.rect().bottomLeft())
                QToolTip.showText(below, f"{preview(self._picture)} Press again to stop.", self, QRect(), CONFIRM_MS)
            return
        self._back()
        self.asked.emit(EngageKill(SOURCE))

    def look(self) -> VersionLook:
        return VersionLook(self._version)

    def draw(self, picture: KillPicture) -> None:
        self._version = picture.version
        before, self._picture = self._picture, picture
        if self._confirming or before is None or before.engaged != picture.engaged:
            self._say()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, 56) if self._large else QSize(132, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 44) if self._large else QSize(132, 30)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._back()

    def _back(self) -> None:
        self._lapse.stop()
        if self._confirming:
            self._confirming = False
            self._say()
            self.asking.emit("")

    def _say(self) -> None:
        engaged = self._picture is not None and self._picture.engaged
        self.setText("CONFIRM STOP" if self._confirming else "STOPPED" if engaged else "STOP")
        sentence = preview(self._picture)
        self.setAccessibleName(f"Kill switch: {self.text()}")
        self.setAccessibleDescription(sentence)
        self.setToolTip(f"{sentence}\nTwo presses, here or on F12.")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        # The loudest ground on the screen, in every theme.
        ground, ink = ("critical_fill", "text") if theme.dark else ("critical", "panel")
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(rect, 4, 4)
        if self._confirming:
            outline(painter, rect, theme.color("critical" if theme.dark else "text"), 3.0)
        elif self.hasFocus():
            outline(painter, rect, theme.color("selection"), 2.0)
        elif self.underMouse():
            outline(painter, rect, theme.color("critical"), 1.0)
        painter.setFont(self._font)
        sign = 24 if self._large else 14
        width = painter.fontMetrics().horizontalAdvance(self.text()) + sign + 2 * GRID_PX
        left = max((self.width() - width) // 2, GRID_PX)
        painter.save()
        painter.translate(left, (self.height() - sign) / 2)
        painter.fillPath(shapes.octagon(sign), theme.color(ink))
        painter.restore()
        painter.setPen(theme.color(ink))
        area = QRect(left + sign + 2 * GRID_PX, 0, self.width() - left - sign - 2 * GRID_PX, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
