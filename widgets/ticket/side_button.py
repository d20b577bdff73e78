"""One of the two sides of a ticket: the word, the best price it would meet, and whether it is chosen."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.domain.enums import Side
from widgets.flat import outline
from widgets.labels import SIDE, SIDE_TOKEN
from widgets.style import BIG_PX, GRID_PX, HEADING_PX, Theme, font


class SideButton(QAbstractButton):
    """price: text; its last two digits are drawn large, as traders read them."""

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._side, self._price = theme, side, ""
        self._heading, self._big = font(HEADING_PX, strong=True), font(BIG_PX - 4, strong=True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{SIDE[side]} side")
        self.setToolTip(f"{SIDE[side]} ({'Alt+B' if side is Side.BUY else 'Alt+S'})")

    def show_price(self, text: str) -> None:
        if text != self._price:
            self._price = text
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect, tone = self._theme, QRectF(self.rect()), SIDE_TOKEN[self._side]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{tone}_fill" if self.isChecked() else "raised"))
        painter.drawRoundedRect(rect, 4, 4)
        if self.hasFocus():
            outline(painter, rect, theme.color("selection"), 2.0)
        elif self.isChecked():
            outline(painter, rect, theme.color(tone), 2.0)
        at_left = self._side is Side.BUY
        inner = self.rect().adjusted(2 * GRID_PX, GRID_PX, -2 * GRID_PX, -GRID_PX)
        edge = Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignRight
        painter.setFont(self._heading)
        painter.setPen(theme.color("text" if self.isChecked() else tone))
        above = QRect(inner.left(), inner.top(), inner.width(), 18)
        painter.drawText(above, edge | Qt.AlignmentFlag.AlignVCenter, SIDE[self._side].upper())
        painter.setFont(self._big)
        painter.setPen(theme.color("text" if self.isChecked() else "muted"))
        below = QRect(inner.left(), inner.top() + 17, inner.width(), inner.height() - 17)
        painter.drawText(below, edge | Qt.AlignmentFlag.AlignVCenter, self._price)
