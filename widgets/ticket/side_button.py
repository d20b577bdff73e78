"""One of the two sides of a ticket: the word, the price it would meet with the size there, and whether it is chosen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.domain.enums import Side
from widgets.arrow import triangle
from widgets.flat import outline
from widgets.keyboard import KeyTip
from widgets.labels import SIDE, SIDE_TOKEN
from widgets.style import BIG_PX, DATA_PX, GRID_PX, HEADING_PX, SMALL_PX, Theme, px
from widgets.tongue import tr
from widgets.type_face import TypeFace

TOP_PX = 18
SIDE_PX = 44


class SideButton(QAbstractButton):
    """Chosen is told by ground, edge and ink together; the side by place, word, arrow and colour."""

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._side = theme, side
        self._price, self._whose = "", ""
        self._word, self._small = TypeFace(HEADING_PX + 1, strong=True), TypeFace(SMALL_PX)
        # A price of many digits takes the next smaller face instead of being cut.
        self._prices = (TypeFace(BIG_PX, strong=True), TypeFace(BIG_PX - 6, strong=True), TypeFace(DATA_PX, strong=True))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("{side} side", side=SIDE[side]))
        self.setToolTip(tr("The order will {lower}", lower=SIDE[side].lower()))
        KeyTip(self, "ticket.buy" if side is Side.BUY else "ticket.sell")

    def show_market(self, price: str, whose: str) -> None:
        if (price, whose) != (self._price, self._whose):
            self._price, self._whose = price, whose
            self.setAccessibleDescription(tr("{whose} at {price}", whose=whose, price=price))
            self.update()

    def price(self) -> str:
        return self._price

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(136), SIDE_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(96), SIDE_PX)

    def showEvent(self, event: QShowEvent) -> None:
        # Its price changes each frame: the ticket behind it is not to be painted for its four corners. The style took it back.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect, tone, chosen = self._theme, QRectF(self.rect()), SIDE_TOKEN[self._side], self.isChecked()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{tone}_fill" if chosen else "hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(rect, 4, 4)
        if chosen:
            outline(painter, rect, theme.color(tone), 2.0)
        if self.hasFocus():
            outline(painter, rect.adjusted(3, 3, -3, -3), theme.color("selection"), 2.0)
        ink = theme.color("text" if chosen else tone)
        left, right, top = 2.0 * GRID_PX, self.width() - 2.0 * GRID_PX, px(5)
        triangle(painter, left + px(4), top + TOP_PX / 2, self._side is Side.BUY, ink)
        self._word.use(painter)
        painter.setPen(ink)
        self._word.left(painter, left + px(14), top, TOP_PX, SIDE[self._side].upper())
        self._small.use(painter)
        painter.setPen(theme.color("text" if chosen else "muted"))
        self._small.right(painter, right, top, TOP_PX, self._whose)
        face = next((one for one in self._prices if one.width(self._price) <= right - left), self._prices[-1])
        face.use(painter)
        painter.setPen(theme.color("text"))
        face.right(painter, right, top + TOP_PX, self.height() - top - TOP_PX - px(4), self._price)
