"""Own orders in the hand: taken by the mouse or a key, on their way to another price. Pure.

Invariants: outside their own side of the prices they are nowhere, and letting go there moves nothing; back where they came
from moves nothing either; what was never moved is a press, not a drag.
"""

from core.domain.enums import Side
from core.projections.pictures import OwnOrder

ZONES = {Side.BUY: ("own_bids", "bids"), Side.SELL: ("asks", "own_asks")}
"""Columns in which an order of that side may be let go: its chips and the sizes beside them."""


class Drag:
    """home: price of the row they were taken from. price: of the row under them, 0: outside. moved: has left home once."""

    __slots__ = ("by_key", "home", "moved", "orders", "price")

    def __init__(self, orders: tuple[OwnOrder, ...], home: int, by_key: bool) -> None:
        self.orders = orders
        self.home = self.price = home
        self.moved = self.by_key = by_key

    @property
    def side(self) -> Side:
        return self.orders[0].side

    @property
    def lots(self) -> int:
        return sum(order.leaves for order in self.orders)

    def over(self, price: int, zone: str) -> int:
        """The price where they would be let go now; 0: nowhere."""
        return price if zone in ZONES[self.side] else 0

    def carry(self, price: int) -> bool:
        """Whether anything changed."""
        changed = price != self.price
        self.price = price
        self.moved = self.moved or changed
        return changed

    @property
    def goes_somewhere(self) -> bool:
        return self.price not in (0, self.home)
