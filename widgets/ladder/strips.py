"""The ladder's two strips of controls: trading above the rows, viewing below.

They show and they say what was pressed. Whether the ladder is armed, and what an order is, belongs to the view.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.projections.pictures import LadderPicture
from widgets.action_keys import now
from widgets.flat import RADIUS_PX, Caption, FlatButton, outline
from widgets.keyboard import KeyTip
from widgets.ladder.model import position_texts, profit_texts, profit_tip
from widgets.ladder.size_row import SizeRow
from widgets.ladder.words import market
from widgets.status_line import StatusLine
from widgets.style import DATA_PX, GRID_PX, HEADING_PX, ROW_PX, Theme, font, px
from widgets.tongue import tr

ARM_PX = 28
MONEY_GAP_PX = 2 * GRID_PX
ROOMY_PX = 380
"""From this width on the size of a row is said with its word."""
RIGHT = Qt.AlignmentFlag.AlignRight


class ArmToggle(QAbstractButton):
    """Armed and disarmed differ by word, shape and ground, not by colour alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = font(HEADING_PX, strong=True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(px(132), ARM_PX)
        self.setToolTip(tr("Arm or disarm one-click trading; Esc disarms"))
        KeyTip(self, "ladder.arm")
        self.show_armed(False)

    def show_armed(self, armed: bool) -> None:
        self.setChecked(armed)
        self.setText(tr("ARMED") if armed else tr("Disarmed"))
        self.setAccessibleName(tr("One-click trading is armed") if armed else tr("One-click trading is disarmed"))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def say_keys(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, rect, armed = self._theme, QRectF(self.rect()), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("warning" if armed else "hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(rect, RADIUS_PX, RADIUS_PX)
        ink = theme.color("window" if armed else "text")
        middle = rect.center().y()
        if armed:
            painter.setBrush(ink)
            shape = QPolygonF([QPointF(10, middle + 6), QPointF(24, middle + 6), QPointF(17, middle - 7)])
            painter.drawPolygon(shape)
        else:
            outline(painter, QRectF(11, middle - 6, 12, 12), theme.color("muted"), 1.5)
        painter.setFont(self._font)
        painter.setPen(ink)
        painter.drawText(self.rect().adjusted(32, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(font(DATA_PX))
        painter.setPen(ink if armed else theme.color("muted"))
        key, taken = now("ladder.arm"), 32 + QFontMetrics(self._font).horizontalAdvance(self.text()) + GRID_PX
        if painter.fontMetrics().horizontalAdvance(key) <= self.width() - 10 - taken:
            # A longer one stands in the tip alone.
            painter.drawText(self.rect().adjusted(0, 0, -10, 0), RIGHT | Qt.AlignmentFlag.AlignVCenter, key)
        if self.hasFocus():
            outline(painter, rect, theme.color("selection"), 2.0)


class MoneyRow(QWidget):
    """What is held at the left, what it has won or lost at the right. Placed by hand: both change with every picture, and a layout would
    put them right a moment later."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.position = Caption(theme, px=HEADING_PX, parent=self)
        self.profit = Caption(theme, RIGHT, px=HEADING_PX, strong=True, parent=self)
        self._texts: tuple[tuple[str, ...], tuple[str, ...]] = ("",), ("",)
        self.setFixedHeight(self.position.height())

    def show_texts(self, held: tuple[str, ...], token: str, worth: tuple[str, ...]) -> None:
        """Each the longest first."""
        self.position.say(held[0], token, held[1:])
        self.profit.say(worth[0], shorter=worth[1:])
        if self._texts != (held, worth):
            self._texts = held, worth
            self._place()

    def _place(self) -> None:
        """The P&L gives up its name before the position gives up anything."""
        held, worth = self._texts
        pairs = [(held[0], one) for one in worth] + [(one, worth[-1]) for one in held[1:]]
        room, spare = self.width() - MONEY_GAP_PX, 2
        found = next((
            one for text, one in pairs if self.position.width_of(text) + self.profit.width_of(one) + spare <= room
        ), worth[-1])
        taken = min(self.profit.width_of(found) + 1, self.width()) if found else 0
        self.profit.setGeometry(self.width() - taken, 0, taken, self.height())
        self.position.setGeometry(0, 0, max(room - taken, 0), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()


class TradeStrip(QWidget):
    """Arm toggle and status, position, order size, cancels."""

    arm_pressed = Signal()
    cancel_pressed = Signal(object)
    """The side, or None for both."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._armed = False
        self.arm = ArmToggle(theme, self)
        self.status = StatusLine(theme, RIGHT, token="muted")
        self.money = MoneyRow(theme, self)
        self.position, self.profit = self.money.position, self.money.profit
        self.sizes = SizeRow(theme, self)
        self.cancels = {
            Side.BUY: FlatButton(tr("Cancel bids"), theme, tr("Cancel bids"), tr("Cancel all own buy orders here")),
            None: FlatButton(tr("Cancel all"), theme, tr("Cancel all"), tr("Cancel all own orders of this instrument")),
            Side.SELL: FlatButton(tr("Cancel asks"), theme, tr("Cancel asks"), tr("Cancel all own sell orders here")),
        }
        for side, id in ((Side.BUY, "cancel_bids"), (None, "cancel_all"), (Side.SELL, "cancel_asks")):
            KeyTip(self.cancels[side], f"ladder.{id}")
        self.cancels[Side.BUY].set_tone("bid")
        self.cancels[Side.SELL].set_tone("ask")
        self._arrange()
        self.arm.clicked.connect(self.arm_pressed)
        for side, button in self.cancels.items():
            button.clicked.connect(lambda _checked=False, side=side: self.cancel_pressed.emit(side))

    def _arrange(self) -> None:
        arm_row = QHBoxLayout()
        arm_row.setSpacing(2 * GRID_PX)
        arm_row.addWidget(self.arm)
        arm_row.addWidget(self.status, 1)
        cancel_row = QGridLayout()
        cancel_row.setSpacing(GRID_PX)
        for column, button in enumerate(self.cancels.values()):
            cancel_row.addWidget(button, 0, column)
            cancel_row.setColumnStretch(column, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        rows.setSpacing(GRID_PX)
        rows.addLayout(arm_row)
        rows.addWidget(self.money)
        rows.addWidget(self.sizes)
        rows.addLayout(cancel_row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_armed(self, armed: bool) -> None:
        self._armed = armed
        self.arm.show_armed(armed)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in self.cancels.values():
            button.set_theme(theme)
        for caption in (self.status, self.position, self.profit):
            caption.set_theme(theme)
        self.arm.set_theme(theme)
        self.sizes.set_theme(theme)
        self.update()

    def draw(self, picture: LadderPicture) -> None:
        self.sizes.show_instrument(picture.instrument)
        self.money.show_texts(position_texts(picture), "text" if picture.position else "muted", profit_texts(picture))
        self.profit.setToolTip(profit_tip(picture))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._armed:
            QPainter(self).fillRect(0, 0, self.width(), ARM_PX + 2 * GRID_PX, self._theme.color("warning_fill"))


class ViewStrip(QWidget):
    """Spread, row size, auto and centre."""

    group_pressed = Signal(int)
    auto_pressed = Signal(bool)
    centre_pressed = Signal()
    profits_pressed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.market = Caption(theme, token="muted")
        self.group = Caption(theme, RIGHT, token="muted")
        self.finer = FlatButton("\u2212", theme, tr("Finer rows"), tr("Fewer ticks a row, also by Ctrl+wheel"))
        self.coarser = FlatButton("+", theme, tr("Coarser rows"), tr("More ticks a row, also by Ctrl+wheel"))
        self.auto = FlatButton(tr("Auto"), theme, tr("Auto centre"), tr("Re-centre when the touch leaves the middle of the rows"))
        self.centre = FlatButton(tr("Centre"), theme, tr("Centre on the touch"), tr("Centre on the touch, also by a middle click"))
        self.profits = FlatButton(
            "P&L", theme, tr("Profit along the prices"), tr("What the open position would have won at each price"),
        )
        for button, id in ((self.finer, "finer"), (self.coarser, "coarser"), (self.centre, "centre"), (self.profits, "profits")):
            KeyTip(button, f"ladder.{id}")
        self.profits.setCheckable(True)
        self.auto.setCheckable(True)
        self.auto.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        row.setSpacing(GRID_PX)
        for part, stretch in (
            (self.market, 5), (self.group, 3), (self.finer, 0), (self.coarser, 0), (self.auto, 0), (self.centre, 0),
            (self.profits, 0),
        ):
            row.addWidget(part, stretch)
        self.finer.clicked.connect(lambda: self.group_pressed.emit(-1))
        self.coarser.clicked.connect(lambda: self.group_pressed.emit(1))
        self.auto.clicked.connect(self.auto_pressed)
        self.centre.clicked.connect(self.centre_pressed)
        self.profits.clicked.connect(self.profits_pressed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, ROW_PX + 2 * GRID_PX)

    def set_theme(self, theme: Theme) -> None:
        for part in (self.market, self.group, self.finer, self.coarser, self.auto, self.centre, self.profits):
            part.set_theme(theme)

    def show_group(self, instrument: Instrument, group: int, finest: bool, coarsest: bool) -> None:
        text = instrument.price_text(group) if self.width() < ROOMY_PX else tr("Row {price}", price=instrument.price_text(group))
        self.group.say(text)
        self.finer.setEnabled(not finest)
        self.coarser.setEnabled(not coarsest)

    def draw(self, picture: LadderPicture, where: str) -> None:
        """where: 'above' or 'below' when the touch is off the rows."""
        self.market.say(*market(picture, where))
