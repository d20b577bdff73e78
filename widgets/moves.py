"""Orders of ours dropped at another price, as the command that asks for it. Pure; ladder and chart share it."""

from collections.abc import Iterable

from core.domain.units import OrderId, Price, Qty
from core.messages.commands import ReplaceOrder
from core.projections.pictures import OwnOrder


def move(orders: Iterable[OwnOrder], price: int) -> list[ReplaceOrder]:
    """Same total quantity at a new price; orders that are there already are left out."""
    moved = (order for order in orders if order.price != price)
    return [ReplaceOrder(OrderId(order.order_id), Qty(order.qty), Price(price)) for order in moved]
