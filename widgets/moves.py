"""Orders of ours dropped at another price, as the command that asks for it, what it would do there, and what is said of it. Pure; ladder
and chart share it.

A resting order is moved by its limit; one that waits for a trigger by the trigger, and its limit stays.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from core.domain.enums import OrderType, Side, TriggerBy
from core.domain.units import OrderId, Price, Qty
from core.messages.commands import ReplaceOrder
from core.projections.pictures import OwnOrder
from widgets.tongue import mark

BREAKOUTS = (OrderType.STOP, OrderType.STOP_LIMIT, OrderType.TRAILING_STOP)


class Touch(NamedTuple):
    """Prices of the market, 0: none."""

    bid: int = 0
    ask: int = 0
    last: int = 0


UNKNOWN = Touch()


class AtOnce(IntEnum):
    """What a drop at a price would do without waiting."""

    NOTHING = 0
    CROSS = 1
    FIRE = 2


HELD_BACK = {AtOnce.CROSS: mark("not moved: Shift lets it cross"), AtOnce.FIRE: mark("not moved: Shift lets it fire")}
GIVEN_UP = mark("given up: nothing moved")


class Said(NamedTuple):
    """token: of the colour. shorter: where that is too long, the longest first."""

    text: str
    token: str
    shorter: tuple[str, ...] = ()


def move(orders: Iterable[OwnOrder], price: int) -> list[ReplaceOrder]:
    """Same total quantity at a new price; orders that are there already, or follow the market, are left out."""
    asked = []
    for order in orders:
        if order.trigger and order.trigger != price and not order.follows:
            asked.append(ReplaceOrder(OrderId(order.order_id), Qty(order.qty), Price(order.price), price))
        elif not order.trigger and order.price != price:
            asked.append(ReplaceOrder(OrderId(order.order_id), Qty(order.qty), Price(price)))
    return asked


def crosses(side: Side, price: int, touch: Touch) -> bool:
    """Whether a limit order at this price would trade at once."""
    return bool(touch.ask and price >= touch.ask) if side is Side.BUY else bool(touch.bid and price <= touch.bid)


def fires(order: OwnOrder, trigger: int, touch: Touch) -> bool:
    """Whether it would fire at once with this trigger, by the price that it watches; the mark is not known here, and the last trade
    stands for it."""
    watched = touch.last
    if order.trigger_by is TriggerBy.QUOTE:
        watched = touch.ask if order.side is Side.BUY else touch.bid
    rises = (order.side is Side.BUY) == (order.order_type in BREAKOUTS)
    return bool(watched) and (watched >= trigger if rises else watched <= trigger)


def at_once(orders: Iterable[OwnOrder], price: int, touch: Touch) -> AtOnce:
    """Of several, the gravest."""
    found = AtOnce.NOTHING
    for order in orders:
        if not order.trigger and crosses(order.side, price, touch):
            found = max(found, AtOnce.CROSS)
        elif order.trigger and not order.follows and fires(order, price, touch):
            found = AtOnce.FIRE
    return found
