"""The button that sends: it says the whole order, on its side's ground, with its side's arrow at its side's end."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.domain.enums import Side
from widgets.arrow import triangle
from widgets.flat import outline
from widgets.lines import SIGN_PX, SIGNS
from widgets.style import DATA_PX, GRID_PX, HEADING_PX, SMALL_PX, Theme, px
from widgets.tongue import tr
from widgets.type_face import TypeFace

SEND_PX = 40
ARROW_PX = 12
"""From the end to the arrow's middle."""
BREAK = " @ "
"""Where a text that is too long for one line goes on in a second."""


class SendButton(QAbstractButton):
    """fill: token of its ground. warned: the gate will probably refuse; it can be pressed all the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._fill, self._warned, self._side = theme, "raised", False, Side.BUY
        self._face, self._two = TypeFace(HEADING_PX + 1, strong=True), TypeFace(DATA_PX, strong=True)
        self._small = TypeFace(SMALL_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Sends this order once (Ctrl+Enter)"))

    def show_order(self, text: str, side: Side, fill: str, enabled: bool, warned: bool = False) -> None:
        if (text, side, fill, enabled, warned) == (self.text(), self._side, self._fill, self.isEnabled(), self._warned):
            return
        self._side, self._fill, self._warned = side, fill, warned
        self.setText(text)
        self.setAccessibleName(tr("Send: {text}", text=text))
        self.setEnabled(enabled)
        self.update()

    def is_warned(self) -> bool:
        return self._warned

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), SEND_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), SEND_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect, enabled = self._theme, QRectF(self.rect()), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._fill if enabled and not self.isDown() else "raised"))
        painter.drawRoundedRect(rect, 4, 4)
        if self.hasFocus():
            outline(painter, rect, theme.color("selection"), 2.0)
        elif self._warned:
            outline(painter, rect, theme.color("warning"), 2.0)
        elif enabled:
            # The edge is the side's own colour: the ground alone is too quiet for the button that matters most.
            edge = self._fill.removesuffix("_fill")
            outline(painter, rect, theme.color("text" if self.underMouse() else edge))
        buying = self._side is Side.BUY
        if self._warned:
            path = SIGNS["warning"](float(SIGN_PX + 3))
            x = self.width() - 2.0 * GRID_PX - SIGN_PX - 3 if buying else 2.0 * GRID_PX
            painter.fillPath(path.translated(x, (self.height() - SIGN_PX - 3) / 2), theme.color("warning"))
        ink = theme.color(self._fill.removesuffix("_fill") if enabled else "muted")
        triangle(painter, ARROW_PX if buying else self.width() - ARROW_PX, self.height() / 2, buying, ink)
        painter.setPen(theme.color("text" if enabled else "muted"))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        text, middle = self.text(), self.width() / 2
        room = self.width() - 4 * ARROW_PX
        if self._face.width(text) <= room:
            self._face.use(painter)
            self._face.centre(painter, middle, 0, self.height(), text)
            return
        above, at, below = text.partition(BREAK)
        for line, words in enumerate((above, f"{at.lstrip()}{below}")):
            # Smaller letters before cut words: the button says all that it sends.
            face = self._two if self._two.width(words) <= room else self._small
            face.use(painter)
            cut = face.metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            face.centre(painter, middle, px(4) + line * px(16), px(16), cut)
