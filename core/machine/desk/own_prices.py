"""The best prices of our own open orders, for venues that do not keep us from trading with ourselves.

Kept only while a limit asks for it; made anew from the open orders whenever one begins to. Dead prices surface and are dropped. An
order whose replace is on its way stands at both of its prices, for nobody knows at which.
"""

from heapq import heappop, heappush
from typing import Final

from core.domain.enums import Side
from core.domain.order import OwnOrder
from core.machine.desk.windows import MASK

SHIFT: Final = 64
Heap = list[int]
"""Price, negated for buys, and order id in one whole number, which the garbage collector has no work with."""


class OwnPrices:
    """buys, sells: by instrument."""

    __slots__ = ("buys", "kept", "open", "sells")

    def __init__(self, open: dict[int, OwnOrder]) -> None:
        self.open = open
        self.kept: bool = False
        self.buys: dict[int, Heap] = {}
        self.sells: dict[int, Heap] = {}

    def keep(self, wanted: bool) -> None:
        if wanted and not self.kept:
            self.buys.clear()
            self.sells.clear()
            for order in self.open.values():
                self.add(order)
        self.kept = wanted

    def add(self, order: OwnOrder) -> None:
        buys = order.side is Side.BUY
        heaps = self.buys if buys else self.sells
        heap = heaps.get(order.instrument)
        if heap is None:
            heap = heaps[order.instrument] = []
        heappush(heap, ((-order.worth if buys else order.worth) << SHIFT) + order.id)
        if order.replaces and order.asked and order.asked != order.worth:
            heappush(heap, ((-order.asked if buys else order.asked) << SHIFT) + order.id)

    def moved(self, order: OwnOrder) -> None:
        """Its price may have changed."""
        if self.kept:
            self.add(order)

    def may_meet(self, instrument: int, side: Side, worst: int) -> bool:
        """Whether an order of that side could reach one of ours on the other: no is certain."""
        if side is Side.BUY:
            heap = self.sells.get(instrument)
            return heap is not None and len(heap) > 0 and heap[0] >> SHIFT <= worst
        heap = self.buys.get(instrument)
        return heap is not None and len(heap) > 0 and -(heap[0] >> SHIFT) >= worst

    def best(self, instrument: int, buys: bool) -> int:
        """0: none is open."""
        heap = (self.buys if buys else self.sells).get(instrument)
        if heap is None:
            return 0
        while heap:
            price = abs(heap[0] >> SHIFT)
            order = self.open.get(heap[0] & MASK)
            if order is not None and (price == order.worth or (order.replaces and price == order.asked)):
                return price
            heappop(heap)
        return 0
