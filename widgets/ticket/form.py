"""Text fields -> PlaceOrder, or what is wrong with which field. Pure, no Qt.

Any text gives a command or sentences, never an exception, and a command holds exactly the numbers written. What the gate
would say of the order is foreseen in model.py.
"""

from dataclasses import dataclass
from uuid import uuid4

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.instrument import MINUS, NARROW_SPACE, Instrument
from core.domain.units import INT64_MAX, Price, Qty
from core.messages.commands import PlaceOrder
from widgets.sizes import plain_qty_text

PRESETS = ("0.01", "0.1", "0.5", "1", "5")
"""Chosen for BTC: from a probe to a size that moves the touch. Texts, because only the instrument knows its lots."""
QTY_STEP = PRESETS[0]
"""An instrument that cannot hold it steps by its lot."""


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
    time_in_force: str = ""

    def __bool__(self) -> bool:
        return bool(self.qty or self.price or self.time_in_force)


def fresh_id() -> str:
    """The client order id of one ticket."""
    return f"ticket-{uuid4().hex}"


def read(fields: Fields, instrument: Instrument, client_order_id: str) -> PlaceOrder | Errors:
    """Never raises: any text gives a command or sentences."""
    qty, qty_error = _parsed(instrument, fields.qty, "quantity")
    price, price_error, time_error = 0, "", ""
    if fields.order_type is OrderType.LIMIT:
        price, price_error = _parsed(instrument, fields.price, "price")
        if not price_error and price <= 0:
            price_error = "Price must be more than zero."
    elif fields.time_in_force is TimeInForce.GTC:
        time_error = "A market order cannot rest: use IOC or FOK."
    if qty_error or price_error or time_error:
        return Errors(qty_error, price_error, time_error)
    return PlaceOrder(
        client_order_id, instrument.id, fields.side, fields.order_type, Qty(qty), Price(price), fields.time_in_force
    )


def _parsed(instrument: Instrument, text: str, what: str) -> tuple[int, str]:
    """The journal holds 64-bit integers: a longer number must not even leave the ticket."""
    try:
        number = int(instrument.parse_qty(text) if what == "quantity" else instrument.parse_price(text))
    except ValueError as error:
        sentence = str(error)
        return 0, f"{sentence[:1].upper()}{sentence[1:]}."
    except ArithmeticError:  # an exponent beyond what Decimal computes with
        number = INT64_MAX + 1
    if abs(number) > INT64_MAX:
        return 0, f"{what.capitalize()} is out of range."
    return number, ""


# stepping ---------------------------------------------------------------------------------------------------------------


def stepped_price(text: str, instrument: Instrument, ticks: int, start: int) -> str:
    """The price text moved by so many ticks; start when the text is no price yet (0: the text stays)."""
    price, error = _parsed(instrument, text, "price")
    if error:
        return price_text(instrument, start) if start > 0 else text
    return price_text(instrument, max(price + ticks * instrument.tick, instrument.tick))


def stepped_qty(text: str, instrument: Instrument, steps: int) -> str:
    """Moved by so many steps, but never down to nothing; one step when the text is no quantity yet."""
    step = qty_step(instrument)
    lots, error = _parsed(instrument, text, "quantity")
    wanted = step if error else lots + steps * step
    return qty_text(instrument, wanted if wanted > 0 else min(lots, step))


def qty_step(instrument: Instrument) -> int:
    lots, error = _parsed(instrument, QTY_STEP, "quantity")
    return instrument.lot if error else lots


def is_qty(instrument: Instrument, text: str) -> bool:
    return not _parsed(instrument, text, "quantity")[1]


def middle(instrument: Instrument, bid: int, ask: int, side: Side) -> int:
    """The middle of the touch on the tick grid, on the patient side of it; 0 without two sides."""
    if bid <= 0 or ask <= 0:
        return 0
    below: int = (bid + ask) // 2 // instrument.tick * instrument.tick
    return below if side is Side.BUY or 2 * below == bid + ask else below + instrument.tick


def price_text(instrument: Instrument, price: int) -> str:
    """As a person would type it."""
    return plain(instrument.price_text(price))


def qty_text(instrument: Instrument, qty: int) -> str:
    """As a person would type it."""
    return plain(plain_qty_text(instrument, qty))


def plain(text: str) -> str:
    """A number's text without narrow spaces and with a plain minus."""
    return text.replace(NARROW_SPACE, "").replace(MINUS, "-")
