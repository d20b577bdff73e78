"""The ticket panel: one order, or one with its exits, written, answered by the desk before it is sent, sent once, and answered after.

Invariants: the client order id is made when the ticket opens, and a new one only after the old one's answer arrived; after an answer
nothing is sent until something was changed, or the ticket was armed again on purpose: no hurry of one hand makes two orders. What is
sent is what the button says. The desk's answer is its own, asked through the core; what it would refuse may be sent all the same, for
the gate is the authority, and its answer after sending stays in the ticket until the next change.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.messages.commands import PlaceOrder
from core.messages.groups import PlaceLinked
from core.projections.ticket_pictures import Fate, GateAnswer, TicketLook, TicketPicture
from widgets.labels import SIDE_TOKEN
from widgets.lines import LINE_PX, Note, said
from widgets.style import Theme, px
from widgets.ticket import amounts, form, gate_words, model
from widgets.ticket.controls import Controls, folded_height, least_height
from widgets.ticket.draft import CLEARED, MAIN, Draft, Errors, QtyUnit, of_another
from widgets.ticket.folding import EDGE_PX
from widgets.ticket.hands import Hands
from widgets.ticket.named import Named
from widgets.ticket.numbers import price_text, qty_text, same_number
from widgets.ticket.presets import Preset
from widgets.tongue import mark, tr
from widgets.untaken import NOT_TAKEN

KEPT = (
    "_draft", "_id", "_rested", "_edge", "_instrument", "_confirmed", "_sent", "_sent_for", "_waiting", "_locked", "_touched", "_fates",
)
WAITING = Note(mark("Sent, waiting for the answer\u2026"), "muted", "open")
LEFT_OPEN = Note(mark("The last ticket's answer is still out: look at Orders."), "warning", "warning")
NO_MARKET = Note(mark("No instrument yet. The first listed one fills this ticket as soon as a session runs."), "muted")


class TicketView(QWidget):
    asked = Signal(object)
    presets_changed = Signal(object)
    """All presets, to be kept."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, new_id: Callable[[], str] = form.fresh_id) -> None:
        super().__init__(parent)
        self._theme = theme
        self._new_id = new_id
        self._id = new_id()
        self._draft = Draft()
        self._rested = self._draft.time_in_force
        self._edge = self._draft.side
        self._picture: TicketPicture | None = None
        self._version = -1
        self._instrument = 0
        self._answer: GateAnswer | None = None
        self._confirmed: dict[int, int] = {}
        self._sent: tuple[str, ...] = ()
        self._sent_for: Instrument | None = None
        self._waiting = self._locked = self._touched = False
        self._fates: tuple[Fate, ...] = ()
        self._said: Note | None = None
        self.signed: Callable[[Any], Any] = lambda command: command
        """Gives a question the author that its command would have; the window's owner sets it."""
        self.parts = Controls(theme, self)
        self.buy, self.sell = self.parts.sides[Side.BUY], self.parts.sides[Side.SELL]
        self.qty, self.price, self.send = self.parts.qty, self.parts.main, self.parts.send
        self.outcome = self.parts.notes
        self.named = Named(self.parts.named, self)
        self._hands = Hands(self)
        self.setFocusProxy(self.qty)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Order ticket"))
        self._refresh()

    # a panel --------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(px(300), least_height() + px(60))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(276), least_height())

    def folded_size(self) -> QSize:
        """How small it may be when the rows of the order scroll."""
        return QSize(px(276), folded_height())

    def look(self) -> TicketLook:
        return TicketLook(self._version, self._instrument, self.question(), self._answer, self._sent)

    def draw(self, picture: TicketPicture) -> None:
        if self._instrument not in (0, picture.instrument.id):
            return  # an answer to what was asked before somebody chose another instrument
        before = self._picture
        self._version, self._picture = picture.version if picture.sent == self._sent else -1, picture
        if before is None or before.instrument.id != picture.instrument.id:
            # What was typed before the first picture is of no instrument, and stays.
            self._draft = of_another(self._draft, before.instrument, picture.instrument) if before is not None else self._draft
            self._answer = None
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
        written: dict[str, Any] = {"side": side}
        if self._picture is not None:
            instrument = self._picture.instrument
            if price > 0:
                written |= {"order_type": OrderType.LIMIT, "price": price_text(instrument, price)}
            if qty > 0:
                written |= {"qty": qty_text(instrument, qty), "qty_in": QtyUnit.BASE}
        self.edit(**written)

    def hand_over(self) -> dict[str, Any]:
        """Everything that the next view of this ticket needs to be the same one: what is written, sent and answered."""
        return {name: getattr(self, name) for name in KEPT}

    def take_over(self, kept: dict[str, Any]) -> None:
        for name, value in kept.items():
            setattr(self, name, value)
        self._refresh()

    def show_presets(self, presets: Sequence[Preset]) -> None:
        """Those that were kept."""
        self.named.show(presets)

    def not_taken(self, command: object) -> None:
        """The core did not take what was asked: it will never be answered."""
        if self._waiting and names_of(command) == self._sent:
            self._waiting, self._said, self._id = False, said(NOT_TAKEN), self._new_id()
            self._refresh()

    # what is written ------------------------------------------------------------------------------------------------

    @property
    def draft(self) -> Draft:
        return self._draft

    @property
    def picture(self) -> TicketPicture | None:
        return self._picture

    def edit(self, **written: Any) -> None:
        """Something was changed, so the last answers were about another order. A type brings its own time in force when the present
        one cannot be. Another number in the quantity's field is another quantity."""
        if "qty" in written or "qty_in" in written:
            written = {"lots": 0} | written
        self._draft = replace(self._draft, **written)
        if self._draft.time_in_force not in form.times_of(self._draft.order_type):
            self._draft = replace(self._draft, time_in_force=form.times_of(self._draft.order_type)[0])
        self._confirmed = {}
        if self.parts.typed.text():
            self.parts.typed.clear()
        self._answer = None
        self._touched = True
        if not self._waiting:
            self._locked, self._said, self._sent, self._fates = False, None, (), ()
        self._refresh()

    def choose_side(self, side: Side) -> None:
        self.edit(side=side)

    def choose_type(self, kind: OrderType) -> None:
        """A fresh type stands with its own terms before the eyes. A market order takes what is there; back at another type, what was
        chosen for it stands again."""
        if MAIN[kind] == "price" and kind is not OrderType.LIMIT:
            self.parts.show_page(0)
        was = self._draft.order_type
        if kind is OrderType.MARKET and was is not OrderType.MARKET:
            self._rested = self._draft.time_in_force
            self._draft = replace(self._draft, time_in_force=TimeInForce.IOC)
        elif was is OrderType.MARKET and kind is not OrderType.MARKET:
            self._draft = replace(self._draft, time_in_force=self._rested)
        self.edit(order_type=kind)

    def choose_time(self, tif: TimeInForce) -> None:
        self.edit(time_in_force=tif)
        if tif is TimeInForce.GTD:
            self.parts.until.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_unit(self, unit: QtyUnit) -> None:
        """Shows the same quantity in another unit. Its lots are kept: counted back from a rounded text, they would become fewer."""
        picture, draft = self._picture, self._draft
        lots = form.lots_meant(draft, picture) if picture is not None else 0
        shown = replace(draft, qty_in=unit, qty=draft.qty if picture is None else "", lots=lots)
        if picture is not None:
            shown = form.shown(shown, picture)
        self.edit(qty=shown.qty, qty_in=unit, lots=lots)

    def show_again(self) -> None:
        """Words that belong to no part of the order have changed."""
        self._refresh()

    def confirm(self, typed: str) -> None:
        """The number of a soft limit. Only the one that is asked for counts."""
        answer, picture = self._answer, self._picture
        number = gate_words.soft_number(answer, picture.instrument) if answer is not None and picture is not None else ""
        if answer is not None and number and same_number(typed, number):
            self._confirmed = self._confirmed | {answer.line: answer.value}
            self._answer = None
            # The field then says that it is confirmed, and is free for the number of the next leg.
            self.parts.typed.clear()
        self._refresh()

    def order(self) -> PlaceOrder | PlaceLinked | Errors | None:
        """What Send would send now. None while there is no instrument."""
        if self._picture is None:
            return None
        made = form.read(self._draft, self._picture, self._id)
        return made if isinstance(made, Errors) or not self._confirmed else form.confirmed(made, self._confirmed)

    def question(self) -> PlaceOrder | PlaceLinked | None:
        """What the desk is asked. Nothing while an answer about what was sent stands there."""
        made = self.order() if not self._waiting and not self._locked else None
        if made is None or isinstance(made, Errors):
            return None
        return self.signed(made) or made

    # sending --------------------------------------------------------------------------------------------------------

    def submit(self) -> None:
        """Sends the order as it stands, once."""
        order = self.order()
        if self._waiting or self._locked or self._picture is None or order is None:
            return
        if isinstance(order, Errors):
            first = next(iter(order.said))
            self._hands.show_field(first)
            self.parts.field(first, self._draft).setFocus(Qt.FocusReason.OtherFocusReason)
            self._refresh()
            return
        self._waiting, self._touched, self._said, self._fates = True, False, None, ()
        self._sent_for, self._sent = self._picture.instrument, names_of(order)
        self._refresh()
        self.asked.emit(order)

    def again(self) -> None:
        """Arms the same order once more, on purpose."""
        if self._locked:
            self._locked, self._said, self._sent, self._fates = False, None, (), ()
            self._version = -1
            self._refresh()

    def clear(self) -> None:
        """An empty ticket of the same side. One whose answer never came is left behind; its order may exist."""
        left = self._waiting
        if left:
            self._waiting, self._id = False, self._new_id()
        self.edit(**{name: getattr(Draft(), name) for name in CLEARED})
        self._said = said(LEFT_OPEN) if left else None
        self._refresh()

    def _hear(self, picture: TicketPicture) -> None:
        if picture.fates and picture.fates[0].client_order_id in self._sent:
            self._fates = picture.fates
            if self._waiting and picture.fates[0].client_order_id == self._sent[0]:
                # What was written while the answer was out is another order already.
                self._waiting, self._locked, self._id = False, not self._touched, self._new_id()
        elif self._sent and self._locked and not picture.fates:
            # Another run: nobody knows of it any more.
            self._fates = ()
        answer = picture.answer
        if answer is not None and (self._draft.qty_in is not QtyUnit.BASE or answer.question == self.question()):
            self._answer = answer

    # what is shown --------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        parts, picture, order = self.parts, self._picture, self.order()
        if picture is not None and not self.qty.hasFocus():
            # What is about to be typed over must not change under the hand.
            self._draft = form.shown(self._draft, picture)
        if self._edge is not self._draft.side:
            # The whole panel is painted for it, so only when it changes.
            self._edge = self._draft.side
            self.update()
        parts.show_draft(self._draft, picture)
        if picture is None or order is None:
            parts.show_preview(said(NO_MARKET))
            self.send.show_order(tr("Nothing to send yet"), self._draft.side, "raised", enabled=False)
            self._show_again()
            parts.notes.say(*self._wrong_texts())
            return
        if parts.strip.say(model.strip(picture)):
            parts.arrange()
        errors = order if isinstance(order, Errors) else Errors({})
        self._show_marks(errors)
        self._show_same(picture)
        self._show_answers(picture, order)
        self._show_typed(picture.instrument)
        self._show_send(order, picture)

    def _show_marks(self, errors: Errors) -> None:
        draft, main = self._draft, MAIN[self._draft.order_type]
        wrong = {("main" if name == main else "stop" if name == "other" else name): bool(getattr(draft, name, "")) for name in errors.said}
        self.parts.mark(wrong, "" if errors else gate_words.field_of(self._answer))

    def _show_same(self, picture: TicketPicture) -> None:
        lots, price = form.lots_and_price(self._draft, picture)
        strange = amounts.doubt(lots, self._draft.qty_in, picture, self._draft.side, self._draft.order_type) if lots else ""
        if strange:
            self.parts.same.say(Note(strange, "warning", "warning"))
        else:
            words = amounts.others(lots, self._draft.qty_in, picture, self._draft.side, price) if lots else ""
            self.parts.same.say(*([Note(words, "muted")] if words else []))

    def _show_answers(self, picture: TicketPicture, order: PlaceOrder | PlaceLinked | Errors) -> None:
        parts = self.parts
        if isinstance(order, Errors):
            parts.show_preview(*model.complaints(order, self._draft))
        else:
            parts.show_preview(*model.preview(order, picture, picture.sweep))
        notes = [said(WAITING)] if self._waiting else [self._said] if self._said is not None else []
        if not self._waiting:
            notes += [gate_words.fate_note(fate, self._sent_for or picture.instrument) for fate in self._fates]
            if self._answer is not None and not self._locked and not isinstance(order, Errors):
                room = parts.notes.height() // LINE_PX
                notes += gate_words.answer_notes(self._answer, picture.instrument, model.strip_reason(picture), room)
        parts.notes.say(*self._wrong_texts(), *notes)

    def _wrong_texts(self) -> list[Note]:
        """Of fields that are no part of the order."""
        said = [self.named.wrong, self._not_the_number()]
        return [Note(sentence, "critical", "wrong") for sentence in said if sentence]

    def _not_the_number(self) -> str:
        picture = self._picture
        return gate_words.not_the_number(self.parts.typed.text(), self._answer, picture.instrument) if picture is not None else ""

    def _show_typed(self, instrument: Instrument) -> None:
        number = gate_words.soft_number(self._answer, instrument) if self._answer is not None else ""
        typed = self.parts.typed
        self.parts.allowed["typed"].show("" if number or self._confirmed else tr("No soft limit asks for a number now"))
        typed.setPlaceholderText(tr("type {number}", number=number) if number else tr("confirmed") if self._confirmed else tr("none asked"))
        typed.set_wrong(bool(number and typed.text()) or bool(self._not_the_number()))
        self._show_again()

    def _show_again(self) -> None:
        self.parts.allowed["again"].show("" if self._locked else tr("Not before an order was sent from here, and answered"))

    def _show_send(self, order: PlaceOrder | PlaceLinked | Errors, picture: TicketPicture) -> None:
        side = self._draft.side
        fill = f"{SIDE_TOKEN[side]}_fill"
        if self._waiting:
            self.send.show_order(tr("Sending\u2026"), side, fill, enabled=False)
        elif self._locked:
            self.send.show_order(tr("Sent. Change it, or press Again"), side, fill, enabled=False)
        elif isinstance(order, Errors):
            self.send.show_order(tr("Complete the order"), side, fill, enabled=False)
        else:
            refused = self._answer is not None and (self._answer.reason is not None or self._answer.rejection is not None)
            warned = refused or model.strip_reason(picture) is not None
            self.send.show_order(model.order_words(order, picture.instrument), side, fill, enabled=True, warned=warned)

    # Qt -------------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = self._hands.on(event)
        if run is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            run()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.parts.arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The side is told by an edge too: on the left to buy, on the right to sell."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("panel"))
        left = 0 if self._draft.side is Side.BUY else self.width() - EDGE_PX
        painter.fillRect(left, 0, EDGE_PX, self.height(), self._theme.color(SIDE_TOKEN[self._draft.side]))
        if self.parts.order.folds:
            # Rows go on under what decides.
            end = self.parts.order.geometry().bottom() + 1
            painter.fillRect(EDGE_PX, end, self.width() - 2 * EDGE_PX, 1, self._theme.color("hairline"))


def names_of(command: object) -> tuple[str, ...]:
    """Client order ids of what a command asks for, the entry's first."""
    if isinstance(command, PlaceLinked):
        return tuple(leg.client_order_id for leg in command.legs)
    return (command.client_order_id,) if isinstance(command, PlaceOrder) else ()
