"""From a key, a click or the editor's texts to the command it asks for.

Pure. Invariant: nothing is asked for an order that is no longer open. The quantity is the new total, filled part included. An order that
waits for a trigger is told its trigger with every change but a smaller quantity: the gate judges it from there.
"""

from collections.abc import Iterable

from core.domain.instrument import Instrument
from core.domain.order_state import OPEN
from core.domain.order_types import PRICELESS, TRIGGERED
from core.domain.units import OrderId, Price, Qty
from core.messages.commands import CancelOrder, ReplaceOrder
from core.messages.participants import KEEP
from core.projections.pictures import OrderRow
from widgets.core_words import heard
from widgets.tongue import begun, tr


class FieldError(ValueError):
    """field: "qty", "price" or "trigger". The text is one sentence for the trader."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def is_open(row: OrderRow) -> bool:
    return row.state in OPEN and row.order_id > 0


def cancel(rows: Iterable[OrderRow]) -> list[CancelOrder]:
    return [CancelOrder(OrderId(row.order_id)) for row in rows if is_open(row)]


def replaceable(row: OrderRow) -> bool:
    """A market order stands nowhere; of a trailing stop, whose trigger is its own, the quantity is replaced."""
    return is_open(row) and (row.price > 0 or row.waits) and row.instrument is not None


def has_limit(row: OrderRow) -> bool:
    return row.order_type not in PRICELESS


def has_trigger(row: OrderRow) -> bool:
    """Whether it waits for a trigger that can be set."""
    return row.waits and row.order_type in TRIGGERED


def replace(row: OrderRow, qty_text: str, price_text: str, trigger_text: str = "") -> ReplaceOrder:
    """Of price and trigger only what the order has is read. Raises FieldError naming the field to correct."""
    if row.instrument is None or not replaceable(row):
        raise FieldError("qty", tr("The order is no longer working"))
    try:
        qty = row.instrument.parse_qty(qty_text)
    except ValueError as error:
        raise FieldError("qty", _sentence(error)) from None
    price = _price(row.instrument, "price", price_text) if has_limit(row) else Price(0)
    trigger = _price(row.instrument, "trigger", trigger_text) if has_trigger(row) else KEEP
    if qty <= row.filled:
        done = row.instrument.qty_text(row.filled)
        raise FieldError("qty", tr("{done} is filled already: ask for more, or cancel the order", done=done))
    if (price, trigger) == (row.price, row.trigger) and qty <= row.qty:
        trigger = KEEP
    return ReplaceOrder(OrderId(row.order_id), Qty(qty), price, trigger)


def _price(instrument: Instrument, field: str, text: str) -> Price:
    try:
        price = instrument.parse_price(text)
    except ValueError as error:
        raise FieldError(field, _sentence(error)) from None
    if price <= 0:
        raise FieldError(field, tr("Price must be more than zero") if field == "price" else tr("The trigger must be more than zero"))
    return price


def _sentence(error: ValueError) -> str:
    return begun(heard(str(error)))
