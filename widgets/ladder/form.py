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
from widgets.moves import move as move

PRESETS = ("0.01", "0.1", "0.5", "1", "5")
"""Chosen for BTC: from a probe to a size that moves the touch. Texts, because only the instrument knows its lots."""


def fresh_id() -> str:
    """A client order id of one click."""
    return uuid4().hex


def size(instrument: Instrument, text: str) -> Qty:
    """Raises ValueError with a sentence for the trader."""
    return instrument.parse_qty(text)


def usable(instrument: Instrument, preset: str) -> bool:
    """Whether this preset is a quantity of the instrument at all."""
    try:
        instrument.parse_qty(preset)
    except ValueError:
        return False
    return True


def place(instrument: Instrument, side: Side, price: int, qty: Qty, client_order_id: str) -> PlaceOrder:
    return PlaceOrder(client_order_id, instrument.id, side, OrderType.LIMIT, qty, Price(price))


def cancel(orders: Iterable[OwnOrder]) -> list[CancelOrder]:
    return [CancelOrder(OrderId(order.order_id)) for order in orders]


def cancel_all(instrument: Instrument, side: Side | None) -> CancelAllOrders:
    return CancelAllOrders(InstrumentId(instrument.id), side)
