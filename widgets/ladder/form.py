"""From a click, a key or a drag on the ladder to the command it asks for.

Pure. Invariant: the price of an order is exactly the price written on the row. Nothing here knows whether the ladder is
armed; the view asks only when it is.
"""

from collections.abc import Iterable
from uuid import uuid4

from core.domain.enums import OrderType, Side
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId, OrderId, Price, Qty
from core.messages.commands import CancelAllOrders, CancelOrder, PlaceOrder
from core.projections.pictures import OwnOrder
from widgets.core_words import REPEATS, heard
from widgets.moves import move as move
from widgets.sizes import plain_qty_text
from widgets.tongue import tr

PRESETS = ("0.01", "0.1", "0.5", "1", "5")
"""Chosen for BTC: from a probe to a size that moves the touch. Texts, because only the instrument knows its lots."""
LOTS = (1, 2, 5, 10, 50)
"""Presets where those are no quantities of the instrument: so many of its order size increments."""
PRESET_LENGTH = 24


def fresh_id() -> str:
    """A client order id of one click."""
    return uuid4().hex


def size(instrument: Instrument, text: str) -> Qty:
    """Raises ValueError with a sentence for the trader."""
    return instrument.parse_qty(text)


def default_presets(instrument: Instrument) -> tuple[str, ...]:
    if all(wrong_preset(instrument, text) == "" for text in PRESETS):
        return PRESETS
    return tuple(plain_qty_text(instrument, number * instrument.lot) for number in LOTS)


def wrong_preset(instrument: Instrument, text: str) -> str:
    """One sentence, or nothing when this may be an order size here."""
    if len(text.strip()) > PRESET_LENGTH:
        return tr("a size has at most {preset_length} characters", preset_length=PRESET_LENGTH)
    return wrong_size(instrument, text)


def wrong_size(instrument: Instrument, text: str) -> str:
    """One sentence, short enough for the status line, or nothing when orders can have this size. What was typed is not repeated: it
    stands in its field, and may be of any length."""
    try:
        instrument.parse_qty(text)
    except ValueError as error:
        return tr("the size must be a number") if REPEATS in str(error) else heard(str(error))
    except ArithmeticError:
        return tr("the size is out of range")
    return ""


def preset(instrument: Instrument, text: str) -> str:
    """As it is shown on its button. Raises ValueError."""
    return plain_qty_text(instrument, instrument.parse_qty(text))


def place(instrument: Instrument, side: Side, price: int, qty: Qty, client_order_id: str) -> PlaceOrder:
    return PlaceOrder(client_order_id, instrument.id, side, OrderType.LIMIT, qty, Price(price))


def cancel(orders: Iterable[OwnOrder]) -> list[CancelOrder]:
    return [CancelOrder(OrderId(order.order_id)) for order in orders]


def cancel_all(instrument: Instrument, side: Side | None) -> CancelAllOrders:
    return CancelAllOrders(InstrumentId(instrument.id), side)
