"""The button that sends: it says the whole order, on its side's ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.flat import outline
from widgets.style import HEADING_PX, Theme, font


class SendButton(QAbstractButton):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._fill = theme, "raised"
        self._font = font(HEADING_PX + 1, strong=True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip("Sends this order once (Enter)")

    def show_order(self, text: str, fill: str, enabled: bool) -> None:
        if (text, fill, enabled) == (self.text(), self._fill, self.isEnabled()):
            return
        self._fill = fill
        self.setText(text)
        self.setAccessibleName(f"Send: {text}")
        self.setEnabled(enabled)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._fill if self.isEnabled() else "raised"))
        painter.drawRoundedRect(rect, 4, 4)
        if self.hasFocus():
            outline(painter, rect, theme.color("selection"), 2.0)
        elif self.isEnabled() and self.underMouse():
            outline(painter, rect, theme.color("text"))
        painter.setFont(self._font)
        painter.setPen(theme.color("text" if self.isEnabled() else "muted"))
        inner = self.rect().adjusted(8, 0, -8, 0)
        cut = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, cut)
