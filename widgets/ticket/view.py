"""The ticket panel: sides, quantity, price, one send button that says the whole order.

Invariants: the client order id is made when the ticket opens, and a new one only after the old one's answer arrived, so
pressing Send twice sends one order; an answer that comes between two presses of one hand opens no second order either
(SETTLE_MS). What the gate will probably refuse is said before, and may be sent all the same: the gate is the authority,
and its answer is shown here in words.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.messages.commands import PlaceOrder
from core.projections.pictures import TicketLook, TicketPicture
from widgets.labels import SIDE_TOKEN
from widgets.lines import Note
from widgets.style import Theme
from widgets.ticket import form, model
from widgets.ticket.controls import Controls, least_height

SETTLE_MS = 400
"""Qt's usual time between the two presses of a double click."""
WAITING = Note("Sent, waiting for the answer\u2026", "muted", "open")
LEFT_OPEN = Note("The last ticket's answer is still out: look at Orders.", "warning", "warning")
NO_MARKET = Note("No instrument yet. The first listed one fills this ticket as soon as a session runs.", "muted")


class TicketView(QWidget):
    asked = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, new_id: Callable[[], str] = form.fresh_id,
        settle_ms: int = SETTLE_MS,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._new_id = new_id
        self._id = new_id()
        self._waiting = False
        self._answered = ""
        self._answer: Note | None = None
        self._sent_for: Instrument | None = None
        self._picture: TicketPicture | None = None
        self._version = -1
        self._instrument = 0
        self._side, self._type, self._tif = Side.BUY, OrderType.LIMIT, TimeInForce.GTC
        self._limit = (TimeInForce.GTC, "")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(settle_ms)
        self._settle.timeout.connect(self._refresh)
        self.parts = Controls(theme, self)
        self.buy, self.sell = self.parts.sides[Side.BUY], self.parts.sides[Side.SELL]
        self.qty, self.price, self.send = self.parts.qty, self.parts.price, self.parts.send
        self.outcome = self.parts.notes
        self._connect()
        self.setFocusProxy(self.qty)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Order ticket")
        self._refresh()

    def _connect(self) -> None:
        parts = self.parts
        for side, side_button in parts.sides.items():
            side_button.clicked.connect(lambda _on=False, side=side: self.choose_side(side))
        for kind, button in parts.types.items():
            button.clicked.connect(lambda _on=False, kind=kind: self.choose_type(kind))
        for tif, button in parts.times.items():
            button.clicked.connect(lambda _on=False, tif=tif: self._choose_time(tif))
        for text, button in parts.presets.items():
            button.clicked.connect(lambda _on=False, text=text: self._write(self.qty.setText, text))
        for which, button in parts.touches.items():
            button.clicked.connect(lambda _on=False, which=which: self._take_touch(which))
        for field in (self.qty, self.price):
            field.textEdited.connect(lambda _text: self._edited())
        self.qty.stepped.connect(self._step_qty)
        self.price.stepped.connect(self._step_price)
        self.send.clicked.connect(self.submit)

    # a panel --------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(300, 346)

    def minimumSizeHint(self) -> QSize:
        return QSize(264, least_height())

    def look(self) -> TicketLook:
        return TicketLook(self._version, self._instrument)

    def draw(self, picture: TicketPicture) -> None:
        other = self._picture is None or self._picture.instrument.id != picture.instrument.id
        self._version, self._picture = picture.version, picture
        if other:
            # A price of another instrument must not stay in the field.
            self.price.clear()
            self._limit = (self._limit[0], "")
            self.parts.show_instrument(picture.instrument)
        self.parts.show_market(picture)
        self._hear(picture)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.parts.set_theme(theme)
        self.update()

    def show_instrument(self, instrument_id: int) -> None:
        """0: the first listed."""
        if instrument_id != self._instrument:
            self._instrument, self._version = instrument_id, -1

    def prefill(self, side: Side, price: int, qty: int) -> None:
        """From another panel: price units and lots; 0 leaves that field as it is. It sends nothing."""
        if self._picture is not None:
            instrument = self._picture.instrument
            if price > 0:
                self.choose_type(OrderType.LIMIT)
                self.price.setText(form.price_text(instrument, price))
            if qty > 0:
                self.qty.setText(form.qty_text(instrument, qty))
        self.choose_side(side)

    # what a person does ---------------------------------------------------------------------------------------------

    def submit(self) -> None:
        """Sends the order as it stands, once."""
        order = self.order()
        if self._waiting or self._settle.isActive() or self._picture is None:
            return
        if not isinstance(order, PlaceOrder):
            wrong = self.qty if order is None or order.qty else self.price
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            self._refresh()
            return
        self._waiting, self._answer, self._sent_for = True, None, self._picture.instrument
        self._refresh()
        self.asked.emit(order)

    def order(self) -> PlaceOrder | form.Errors | None:
        """What Send would send now. None while there is no instrument."""
        if self._picture is None:
            return None
        fields = form.Fields(self._side, self._type, self.qty.text(), self.price.text(), self._tif)
        return form.read(fields, self._picture.instrument, self._id)

    def choose_side(self, side: Side) -> None:
        self._side = side
        self._edited()

    def choose_type(self, kind: OrderType) -> None:
        """A market order cannot rest; back at a limit order, what was chosen for it stands again."""
        if kind is not self._type:
            if kind is OrderType.MARKET:
                self._limit = (self._tif, self.price.text())
                self._tif = TimeInForce.IOC if self._tif is TimeInForce.GTC else self._tif
                self.price.clear()
            else:
                self._tif = self._limit[0]
                self.price.setText(self._limit[1])
        self._type = kind
        self._edited()

    def clear(self) -> None:
        """An empty ticket of the same side. One whose answer never came is left behind; its order may exist."""
        self._answer = None
        if self._waiting:
            self._waiting, self._id, self._answer = False, self._new_id(), LEFT_OPEN
        self._answered = ""
        self._type, self._tif = OrderType.LIMIT, TimeInForce.GTC
        self.qty.clear()
        self.price.clear()
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.submit, Qt.Key.Key_Enter: self.submit, Qt.Key.Key_Escape: self.clear,
            Qt.Key.Key_B: lambda: self.choose_side(Side.BUY), Qt.Key.Key_S: lambda: self.choose_side(Side.SELL),
            Qt.Key.Key_L: lambda: self.choose_type(OrderType.LIMIT),
            Qt.Key.Key_M: lambda: self.choose_type(OrderType.MARKET),
        }
        run = keys.get(event.key()) if plain else None
        if run is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            run()

    def _choose_time(self, tif: TimeInForce) -> None:
        self._tif = tif
        self._limit = (tif, self._limit[1])
        self._edited()

    def _step_qty(self, steps: int) -> None:
        if self._picture is not None:
            self._write(self.qty.setText, form.stepped_qty(self.qty.text(), self._picture.instrument, steps))

    def _step_price(self, ticks: int) -> None:
        picture = self._picture
        if picture is not None and self._type is OrderType.LIMIT:
            start = (picture.bid if self._side is Side.BUY else picture.ask) or picture.last
            self._write(self.price.setText, form.stepped_price(self.price.text(), picture.instrument, ticks, start))

    def _take_touch(self, which: str) -> None:
        picture = self._picture
        if picture is None:
            return
        prices = {
            "Bid": picture.bid, "Ask": picture.ask,
            "Mid": form.middle(picture.instrument, picture.bid, picture.ask, self._side),
        }
        if prices[which] > 0:
            self._write(self.price.setText, form.price_text(picture.instrument, prices[which]))

    def _write(self, write: Callable[[str], None], text: str) -> None:
        write(text)
        self._edited()

    def _edited(self) -> None:
        """The last answer was about another order than the one now written."""
        if not self._waiting:
            self._answer, self._answered = None, ""
        self._refresh()

    # what is shown --------------------------------------------------------------------------------------------------

    def _hear(self, picture: TicketPicture) -> None:
        for outcome in picture.outcomes:
            if self._waiting and outcome.client_order_id == self._id:
                self._waiting, self._answered, self._id = False, self._id, self._new_id()
                if self.isVisible():
                    self._settle.start()
            if self._answered and outcome.client_order_id == self._answered:
                self._answer = model.outcome_note(outcome, self._sent_for or picture.instrument)

    def _refresh(self) -> None:
        parts, picture, order = self.parts, self._picture, self.order()
        parts.show_choices(self._side, self._type, self._tif)
        if picture is None or order is None:
            parts.show_preview(NO_MARKET)
            self.send.show_order("Nothing to send yet", "raised", enabled=False)
            return
        if parts.strip.say(model.strip(picture)):
            parts.arrange()
        fill = f"{SIDE_TOKEN[self._side]}_fill"
        errors = order if isinstance(order, form.Errors) else form.Errors()
        hints = model.foreseen(order, picture) if isinstance(order, PlaceOrder) else []
        fields = {hint.field for hint in hints}
        parts.mark("qty", bool(errors.qty and self.qty.text()), "qty" in fields)
        parts.mark("price", bool(errors.price and self.price.text()), "price" in fields)
        answer = WAITING if self._waiting else self._answer
        # The strip has said it, and so has the answer.
        said = {model.strip_says(picture)} | ({answer.text.partition(". ")[2]} if answer is not None else set())
        warned = [Note(hint.text, "warning", "warning") for hint in hints if hint.text not in said]
        parts.notes.say(*([answer] if answer is not None else []), *warned)
        if not isinstance(order, PlaceOrder):
            parts.show_preview(*parts.complaints(errors))
            self.send.show_order("Complete the order", fill, enabled=False)
            return
        parts.show_preview(*model.preview(order, picture))
        words = model.order_words(order, picture.instrument)
        free = not self._waiting and not self._settle.isActive()
        self.send.show_order("Sending\u2026" if self._waiting else words, fill, enabled=free, warned=bool(hints) and free)

    def hideEvent(self, event: QHideEvent) -> None:
        self._settle.stop()
        self._refresh()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.parts.arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.color("panel"))
