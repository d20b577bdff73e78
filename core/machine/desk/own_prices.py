"""The best prices of our own open orders, for venues that do not keep us from trading with ourselves.

Kept only while a limit asks for it; made anew from the open orders whenever one begins to. Dead prices surface and are dropped.
"""

from heapq import heappop, heappush

from core.domain.enums import Side
from core.domain.order import OwnOrder


class OwnPrices:
    """heaps by (instrument, whether buys): (price, negated for buys; order id)."""

    __slots__ = ("heaps", "kept", "open")

    def __init__(self, open: dict[int, OwnOrder]) -> None:
        self.open = open
        self.kept: bool = False
        self.heaps: dict[tuple[int, bool], list[tuple[int, int]]] = {}

    def keep(self, wanted: bool) -> None:
        if wanted and not self.kept:
            self.heaps.clear()
            for order in self.open.values():
                self.add(order)
        self.kept = wanted

    def add(self, order: OwnOrder) -> None:
        buys = order.side is Side.BUY
        heap = self.heaps.get((order.instrument, buys))
        if heap is None:
            heap = self.heaps[(order.instrument, buys)] = []
        heappush(heap, (-order.worth if buys else order.worth, order.id))

    def moved(self, order: OwnOrder) -> None:
        """Its price may have changed."""
        if self.kept:
            self.add(order)

    def best(self, instrument: int, buys: bool) -> int:
        """0: none is open."""
        heap = self.heaps.get((instrument, buys))
        if heap is None:
            return 0
        while heap:
            price, id = heap[0]
            order = self.open.get(id)
            if order is not None and abs(price) == order.worth:
                return abs(price)
            heappop(heap)
        return 0
