"""Orders of ours dropped at another price, as the command that asks for it, and whether they would trade there at once. Pure; ladder
and chart share it."""

from collections.abc import Iterable

from core.domain.enums import Side
from core.domain.units import OrderId, Price, Qty
from core.messages.commands import ReplaceOrder
from core.projections.pictures import OwnOrder


def move(orders: Iterable[OwnOrder], price: int) -> list[ReplaceOrder]:
    """Same total quantity at a new price; orders that are there already are left out."""
    moved = (order for order in orders if order.price != price)
    return [ReplaceOrder(OrderId(order.order_id), Qty(order.qty), Price(price)) for order in moved]


def crosses(side: Side, price: int, touch: tuple[int, int]) -> bool:
    """Whether a limit order at this price would trade at once. touch: best bid and ask, 0: none."""
    bid, ask = touch
    return bool(ask and price >= ask) if side is Side.BUY else bool(bid and price <= bid)
