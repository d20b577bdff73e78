"""The best prices of our own open orders, for venues that do not keep us from trading with ourselves.

Kept only while a limit asks for it; made anew from the open orders whenever one begins to. Orders are put in their place when somebody
wants to know the best price exactly; until then they only wait, and `most` says how good a price may be. Dead prices surface and
are dropped. An order whose replace is on its way stands at both of its prices, for nobody knows at which.
"""

from heapq import heappop, heappush
from typing import Final

from core.domain.enums import Side
from core.domain.order import OwnOrder
from core.machine.desk.windows import MASK

BUY: Final = Side.BUY
SHIFT: Final = 64
NONE: Final = 1 << 61
"""Worse than every price."""


class OwnSide:
    """Our open orders of one side in an instrument; prices of buys are negated. most: no price is better. heap: price and order id in
    one whole number, which the garbage collector has no work with."""

    __slots__ = ("heap", "most", "waiting")

    def __init__(self) -> None:
        self.most: int = NONE
        self.waiting: list[OwnOrder] = []
        self.heap: list[int] = []

    def add(self, order: OwnOrder, sign: int) -> None:
        self.waiting.append(order)
        price = order.worth * sign
        if price < self.most:
            self.most = price
        if order.replaces and order.asked and order.asked * sign < self.most:
            self.most = order.asked * sign

    def settle(self, open: dict[int, OwnOrder], sign: int) -> int:
        """Brings `most` to the best price there is."""
        heap = self.heap
        for order in self.waiting:
            if order.id in open:
                heappush(heap, (order.worth * sign << SHIFT) + order.id)
                if order.replaces and order.asked and order.asked != order.worth:
                    heappush(heap, (order.asked * sign << SHIFT) + order.id)
        self.waiting.clear()
        while heap:
            price = heap[0] >> SHIFT
            found = open.get(heap[0] & MASK)
            if found is not None and (price == found.worth * sign or (found.replaces and price == found.asked * sign)):
                self.most = price
                return price
            heappop(heap)
        self.most = NONE
        return NONE


class OwnPrices:
    """buys, sells: by instrument."""

    __slots__ = ("buys", "kept", "open", "sells")

    def __init__(self, open: dict[int, OwnOrder]) -> None:
        self.open = open
        self.kept: bool = False
        self.buys: dict[int, OwnSide] = {}
        self.sells: dict[int, OwnSide] = {}

    def keep(self, wanted: bool) -> None:
        if wanted and not self.kept:
            self.buys.clear()
            self.sells.clear()
            for order in self.open.values():
                self.add(order)
        self.kept = wanted

    def add(self, order: OwnOrder) -> None:
        buys = order.side is BUY
        sides = self.buys if buys else self.sells
        side = sides.get(order.instrument)
        if side is None:
            side = sides[order.instrument] = OwnSide()
        side.add(order, -1 if buys else 1)

    def moved(self, order: OwnOrder) -> None:
        """Its price may have changed."""
        if self.kept:
            self.add(order)

    def may_meet(self, instrument: int, side: Side, worst: int) -> bool:
        """Whether an order of that side could reach one of ours on the other: no is certain."""
        if side is BUY:
            other = self.sells.get(instrument)
            return other is not None and other.most <= worst
        other = self.buys.get(instrument)
        return other is not None and -other.most >= worst

    def best(self, instrument: int, buys: bool) -> int:
        """0: none is open."""
        side = (self.buys if buys else self.sells).get(instrument)
        if side is None:
            return 0
        price = side.settle(self.open, -1 if buys else 1)
        return 0 if price == NONE else abs(price)
