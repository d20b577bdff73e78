"""Text fields -> PlaceOrder, or what is wrong with which field. Pure, no Qt.

The hints repeat the gate's rules with the limits on screen, so that a person sees a refusal before it happens. The gate
stays the authority: a ticket with hints may still be sent, one with errors cannot.
"""

from dataclasses import dataclass

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.domain.units import Price, Qty
from core.messages.commands import PlaceOrder
from core.messages.reasons import Reason
from core.projections.pictures import TicketPicture
from widgets.labels import refusal

BASIS_POINTS = 10_000


@dataclass(frozen=True)
class Fields:
    """What a person has typed and chosen. price is ignored for a market order."""

    side: Side
    order_type: OrderType
    qty: str
    price: str
    time_in_force: TimeInForce


@dataclass(frozen=True)
class Errors:
    """A sentence for each wrong field, empty when it is right."""

    qty: str = ""
    price: str = ""

    def __bool__(self) -> bool:
        return bool(self.qty or self.price)


def read(fields: Fields, instrument: Instrument, client_order_id: str) -> PlaceOrder | Errors:
    """Never raises: any text gives a command or sentences."""
    qty, qty_error = _parsed(instrument, fields.qty, "qty")
    price, price_error = 0, ""
    if fields.order_type is OrderType.LIMIT:
        price, price_error = _parsed(instrument, fields.price, "price")
        if not price_error and price <= 0:
            price_error = "Price must be more than zero"
    if qty_error or price_error:
        return Errors(qty_error, price_error)
    tif = fields.time_in_force
    if fields.order_type is OrderType.MARKET and tif is TimeInForce.GTC:
        tif = TimeInForce.IOC
    return PlaceOrder(client_order_id, instrument.id, fields.side, fields.order_type, Qty(qty), Price(price), tif)


def _parsed(instrument: Instrument, text: str, what: str) -> tuple[int, str]:
    try:
        return (instrument.parse_qty(text) if what == "qty" else instrument.parse_price(text)), ""
    except ValueError as error:
        sentence = str(error)
        return 0, sentence[:1].upper() + sentence[1:]


def hint(order: PlaceOrder, picture: TicketPicture) -> str:
    """The refusal to expect, in the gate's order, or nothing."""
    instrument, p = picture.instrument, picture
    if p.kill_engaged:
        return refusal(Reason.KILL_SWITCH_ENGAGED, 0, 0, instrument)
    if not p.running:
        return refusal(Reason.NOT_RUNNING, 0, 0, instrument)
    if order.qty > p.max_order_qty:
        return refusal(Reason.MAX_ORDER_QTY, p.max_order_qty, order.qty, instrument)
    reference = p.last or ((p.bid + p.ask) // 2 if p.bid and p.ask else 0)
    if reference == 0:
        return refusal(Reason.NO_REFERENCE_PRICE, 0, 0, instrument)
    width = reference * p.collar_bp // BASIS_POINTS
    if order.price and abs(order.price - reference) > width:
        edge = reference + width if order.price > reference else reference - width
        return refusal(Reason.PRICE_COLLAR, edge, order.price, instrument)
    value = order.qty * (order.price or reference + width)
    if value > p.max_order_value:
        return refusal(Reason.MAX_ORDER_VALUE, p.max_order_value, value, instrument)
    reach = (p.position if order.side is Side.BUY else -p.position) + order.qty
    if reach > p.max_position:
        return refusal(Reason.MAX_POSITION, p.max_position, reach, instrument)
    if p.open_orders + 1 > p.max_open_orders:
        return refusal(Reason.MAX_OPEN_ORDERS, p.max_open_orders, p.open_orders + 1, instrument)
    return ""


def stepped(text: str, instrument: Instrument, steps: int, start: int) -> str:
    """The price text moved by so many ticks; from start when the text is no price yet."""
    try:
        price: int = instrument.parse_price(text)
    except ValueError:
        price = start
    return plain(instrument.price_text(max(price + steps * instrument.tick, instrument.tick)))


def plain(text: str) -> str:
    """A number's text as a person would type it: no thin spaces, a plain minus."""
    return text.replace("\u202f", "").replace("\u2212", "-")
