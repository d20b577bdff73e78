"""The ticket panel: sides, quantity, price, one send button that says the whole order.

Invariants: the client order id is made when the ticket opens, and a new one only after the old one's answer arrived, so
pressing Send twice sends one order; the gate's refusal is shown here in words; an engaged kill switch is announced before
anything is typed.
"""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QShortcut, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.domain.enums import OrderType, Side, TimeInForce
from core.messages.commands import PlaceOrder
from core.projections.pictures import TicketLook, TicketPicture
from widgets.flat import FlatButton, FlatField
from widgets.labels import ORDER_TYPE, SIDE_TOKEN, TIME_IN_FORCE
from widgets.style import DATA_PX, GRID_PX, SMALL_PX, Theme, font
from widgets.ticket import form, model
from widgets.ticket.send_button import SendButton
from widgets.ticket.side_button import SideButton

PRESETS = ("0.01", "0.1", "0.5", "1")


def fresh_id() -> str:
    return f"ticket-{uuid4().hex}"


class TicketView(QWidget):
    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, new_id: Callable[[], str] = fresh_id) -> None:
        super().__init__(parent)
        self._theme = theme
        self._new_id = new_id
        self._id = new_id()
        self._answered = ""
        self._waiting = False
        self._picture: TicketPicture | None = None
        self._version = -1
        self._instrument = 0
        self._side = Side.BUY
        self._type = OrderType.LIMIT
        self._tif = TimeInForce.GTC
        self._buttons: list[FlatButton] = []
        self._make(theme)
        self._lay_out()
        self._keys()
        self.setAccessibleName("Order ticket")
        self.set_theme(theme)
        self._refresh()

    # contract -------------------------------------------------------------------------------------------------------

    def look(self) -> TicketLook:
        return TicketLook(self._version, self._instrument)

    def draw(self, picture: TicketPicture) -> None:
        first = self._picture is None
        self._version, self._picture = picture.version, picture
        text = picture.instrument.price_text
        self.buy.show_price(text(picture.ask) if picture.ask else "")
        self.sell.show_price(text(picture.bid) if picture.bid else "")
        if first:
            self.qty.setText(PRESETS[0])
            self._take_price(picture.bid)
        self._hear(picture)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        themed: tuple[SideButton | FlatField | SendButton | FlatButton, ...] = (
            self.buy, self.sell, self.qty, self.price, self.send, *self._buttons
        )
        for part in themed:
            part.set_theme(theme)
        for label in self._captions:
            self._ink(label, "muted")
        self._refresh()
        self.update()

    def show_instrument(self, instrument: int) -> None:
        self._instrument, self._version, self._picture = instrument, -1, None

    def prefill(self, side: Side, price: int, qty: int) -> None:
        """From another panel: price in price units, qty in lots."""
        if self._picture is not None:
            instrument = self._picture.instrument
            self.price.setText(form.plain(instrument.price_text(price)))
            self.qty.setText(model.trimmed(form.plain(instrument.qty_text(qty))))
        self._choose_side(side)

    # parts ----------------------------------------------------------------------------------------------------------

    def _make(self, theme: Theme) -> None:
        self.buy, self.sell = SideButton(Side.BUY, theme, self), SideButton(Side.SELL, theme, self)
        self.buy.clicked.connect(lambda: self._choose_side(Side.BUY))
        self.sell.clicked.connect(lambda: self._choose_side(Side.SELL))
        self.qty = FlatField(theme, "Quantity", "Quantity in the base currency; Up and Down change the last digit", self)
        self.price = FlatField(theme, "Price", "Limit price; Up and Down move it by one tick, with Shift by ten", self)
        for field in (self.qty, self.price):
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setFont(font(DATA_PX + 2, strong=True))
            field.setFixedHeight(28)
            field.textEdited.connect(self._refresh)
            field.returnPressed.connect(self.submit)
        self.send = SendButton(theme, self)
        self.send.clicked.connect(self.submit)
        self.types = [self._choice(ORDER_TYPE[kind], partial(self._choose_type, kind), "Order type") for kind in OrderType]
        self.tifs = [self._choice(TIME_IN_FORCE[tif], partial(self._choose_tif, tif), "Time in force") for tif in TimeInForce]
        self.presets = [self._plain(text, partial(self._take_qty, text), f"Quantity {text}") for text in PRESETS]
        self.touches = [
            self._plain("Bid", lambda: self._take_price(self._picture.bid if self._picture else 0), "Price of the best bid"),
            self._plain("Mid", self._take_mid, "Price between best bid and best ask"),
            self._plain("Ask", lambda: self._take_price(self._picture.ask if self._picture else 0), "Price of the best ask"),
        ]
        self.warning, self.qty_error, self.price_error, self.note, self.outcome = (self._line() for _ in range(5))
        self._captions = [QLabel(text, self) for text in ("Quantity", "Price")]
        for caption in self._captions:
            caption.setFont(font(SMALL_PX))

    def _choice(self, text: str, chosen: Callable[[], None], what: str) -> FlatButton:
        button = self._plain(text, chosen, f"{what}: {text}")
        button.setCheckable(True)
        return button

    def _plain(self, text: str, pressed: Callable[[], None], what: str) -> FlatButton:
        button = FlatButton(text, self._theme, what, what, self)
        button.clicked.connect(lambda checked=False: pressed())
        self._buttons.append(button)
        return button

    def _line(self) -> QLabel:
        line = QLabel(self)
        line.setWordWrap(True)
        line.setFont(font(DATA_PX))
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.hide()
        return line

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        column.setSpacing(GRID_PX + 2)
        column.addWidget(self.warning)
        column.addLayout(_row(self.buy, self.sell))
        column.addLayout(_row(*self.types, None, *self.tifs))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID_PX)
        grid.setVerticalSpacing(GRID_PX)
        for line, (field, error, buttons) in enumerate(
            ((self.qty, self.qty_error, self.presets), (self.price, self.price_error, self.touches))
        ):
            grid.addWidget(self._captions[line], 3 * line, 0)
            grid.addWidget(field, 3 * line, 1)
            grid.addLayout(_row(None, *buttons), 3 * line + 1, 0, 1, 2)
            grid.addWidget(error, 3 * line + 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(self.note)
        column.addStretch(1)
        column.addWidget(self.outcome)
        column.addWidget(self.send)

    def _keys(self) -> None:
        for key, run in (("Alt+B", lambda: self._choose_side(Side.BUY)), ("Alt+S", lambda: self._choose_side(Side.SELL))):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    # what a person does ---------------------------------------------------------------------------------------------

    def submit(self) -> None:
        """Sends the order as it stands, once."""
        order = self._order()
        if self._waiting or not isinstance(order, PlaceOrder):
            self._refresh()
            return
        self._waiting = True
        self._say(self.outcome, "Sent, waiting for the answer", "muted")
        self._refresh()
        self.asked.emit(order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if steps and self.price.hasFocus():
            self._step(steps * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))
        elif event.key() == Qt.Key.Key_Escape:
            self.qty.clear()
            self._say(self.outcome, "", "text")
            self._refresh()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.price.geometry().contains(event.position().toPoint()) and event.angleDelta().y():
            self._step(1 if event.angleDelta().y() > 0 else -1)

    def _step(self, ticks: int) -> None:
        if self._picture is not None and self._type is OrderType.LIMIT:
            start = self._picture.bid if self._side is Side.BUY else self._picture.ask
            self.price.setText(form.stepped(self.price.text(), self._picture.instrument, ticks, start))
            self._refresh()

    def _take_price(self, price: int) -> None:
        if self._picture is not None and price:
            self.price.setText(form.plain(self._picture.instrument.price_text(price)))
            self._refresh()

    def _take_mid(self) -> None:
        if self._picture is not None and self._picture.bid and self._picture.ask:
            middle = (self._picture.bid + self._picture.ask) // 2
            self._take_price(middle - middle % self._picture.instrument.tick)

    def _take_qty(self, text: str) -> None:
        self.qty.setText(text)
        self._refresh()

    def _choose_side(self, side: Side) -> None:
        self._side = side
        self._refresh()

    def _choose_type(self, kind: OrderType) -> None:
        self._type = kind
        if kind is OrderType.MARKET and self._tif is TimeInForce.GTC:
            self._tif = TimeInForce.IOC
        elif kind is OrderType.LIMIT and self._tif is TimeInForce.IOC:
            self._tif = TimeInForce.GTC
        self._refresh()

    def _choose_tif(self, tif: TimeInForce) -> None:
        self._tif = tif
        self._refresh()

    # what is shown --------------------------------------------------------------------------------------------------

    def _order(self) -> PlaceOrder | form.Errors | None:
        if self._picture is None:
            return None
        fields = form.Fields(self._side, self._type, self.qty.text(), self.price.text(), self._tif)
        return form.read(fields, self._picture.instrument, self._id)

    def _hear(self, picture: TicketPicture) -> None:
        for outcome in picture.outcomes:
            if outcome.client_order_id == self._id and self._waiting:
                self._waiting = False
                self._answered = self._id
                self._id = self._new_id()
            if outcome.client_order_id == self._answered:
                self._say(self.outcome, *model.outcome_line(outcome, picture))

    def _refresh(self) -> None:
        picture, order = self._picture, self._order()
        self.buy.setChecked(self._side is Side.BUY)
        self.sell.setChecked(self._side is Side.SELL)
        for button, kind in zip(self.types, OrderType, strict=True):
            button.setChecked(kind is self._type)
        for button, tif in zip(self.tifs, TimeInForce, strict=True):
            button.setChecked(tif is self._tif)
            button.setEnabled(not (tif is TimeInForce.GTC and self._type is OrderType.MARKET))
        limit = self._type is OrderType.LIMIT
        for part in (self.price, *self.touches):
            part.setEnabled(limit)
        errors = order if isinstance(order, form.Errors) else form.Errors()
        self.qty.set_wrong(bool(errors.qty))
        self.price.set_wrong(bool(errors.price))
        self._say(self.qty_error, errors.qty, "critical")
        self._say(self.price_error, errors.price, "critical")
        killed = picture is not None and picture.kill_engaged
        self._say(self.warning, "\u25a0 Kill switch engaged: new orders are refused" if killed else "", "critical")
        if picture is None:
            self._say(self.note, "Waiting for a market: an order needs an instrument to be about.", "muted")
            self.send.show_order("Send", "raised", enabled=False)
            return
        if not isinstance(order, PlaceOrder):
            self._say(self.note, "", "muted")
            self.send.show_order("Complete the order", "raised", enabled=False)
            return
        expected = form.hint(order, picture)
        self._say(self.note, f"\u26a0 {expected}" if expected else model.summary(order, picture), "warning" if expected else "muted")
        fill = f"{SIDE_TOKEN[order.side]}_fill"
        self.send.show_order("Waiting\u2026" if self._waiting else model.order_words(order, picture), fill, not self._waiting)

    def _say(self, line: QLabel, text: str, token: str) -> None:
        if line.text() != text:
            line.setText(text)
            line.setVisible(bool(text))
        if text:
            self._ink(line, token)

    def _ink(self, line: QLabel, token: str) -> None:
        palette, color = line.palette(), self._theme.color(token)
        if palette.color(QPalette.ColorRole.WindowText) != color:
            palette.setColor(QPalette.ColorRole.WindowText, color)
            line.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """None is a stretch."""
    line = QHBoxLayout()
    line.setSpacing(GRID_PX)
    for part in parts:
        if part is None:
            line.addStretch(1)
        else:
            line.addWidget(part)
    return line
