"""From a key, a click or the editor's texts to the command it asks for.

Pure. Invariant: nothing is asked for an order that is no longer open. The quantity is the new total, filled part included.
"""

from collections.abc import Iterable

from core.domain.order_state import OPEN
from core.domain.units import OrderId
from core.messages.commands import CancelOrder, ReplaceOrder
from core.projections.pictures import OrderRow
from widgets.core_words import heard
from widgets.tongue import begun, tr


class FieldError(ValueError):
    """field: "qty" or "price". The text is one sentence for the trader."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def is_open(row: OrderRow) -> bool:
    return row.state in OPEN and row.order_id > 0


def cancel(rows: Iterable[OrderRow]) -> list[CancelOrder]:
    return [CancelOrder(OrderId(row.order_id)) for row in rows if is_open(row)]


def replaceable(row: OrderRow) -> bool:
    """A market order has no price to change."""
    return is_open(row) and row.price > 0 and row.instrument is not None


def replace(row: OrderRow, qty_text: str, price_text: str) -> ReplaceOrder:
    """Raises FieldError naming the field to correct."""
    if row.instrument is None or not replaceable(row):
        raise FieldError("qty", tr("The order is no longer working"))
    try:
        qty = row.instrument.parse_qty(qty_text)
    except ValueError as error:
        raise FieldError("qty", _sentence(error)) from None
    try:
        price = row.instrument.parse_price(price_text)
    except ValueError as error:
        raise FieldError("price", _sentence(error)) from None
    if price <= 0:
        raise FieldError("price", tr("Price must be more than zero"))
    if qty <= row.filled:
        done = row.instrument.qty_text(row.filled)
        raise FieldError("qty", tr("{done} is filled already: ask for more, or cancel the order", done=done))
    return ReplaceOrder(OrderId(row.order_id), qty, price)


def _sentence(error: ValueError) -> str:
    return begun(heard(str(error)))
