"""A limit order book: price levels of first-in-first-out queues, and nothing that decides a trade.

Layout: one dict of levels a side; a lazy heap of prices a side gives the best level (a price is pushed when its level is
made, popped when it surfaces dead); each level is a doubly linked queue, so a cancel is O(1) anywhere.
Invariants: no empty level is reachable from the dicts; level.qty and level.count equal the queue's sums; an order is in
`orders` exactly while it rests. A queue's order is the order of acceptance, never a clock's.
"""

from heapq import heappop, heappush

from core.domain.enums import Side

BUY = Side.BUY
SLACK = 1000
"""Dead prices a heap may hold beyond twice its live ones before it is made anew: levels far from the touch come and go
without ever surfacing."""


class Resting:
    """An order in the book. qty: open lots. id as in core.domain.units.OrderId."""

    __slots__ = ("after", "before", "id", "level", "price", "qty", "side")

    def __init__(self, id: int, side: Side, price: int, qty: int, level: "Level") -> None:
        self.id = id
        self.side = side
        self.price = price
        self.qty = qty
        self.level = level
        self.before: Resting | None = None
        self.after: Resting | None = None


class Level:
    __slots__ = ("count", "first", "last", "price", "qty")

    def __init__(self, price: int) -> None:
        self.price = price
        self.qty: int = 0
        self.count: int = 0
        self.first: Resting | None = None
        self.last: Resting | None = None


class Book:
    """bid_heap holds negated prices. last: price of the last trade, 0 before the first."""

    __slots__ = ("ask_heap", "asks", "bid_heap", "bids", "last", "orders")

    def __init__(self) -> None:
        self.bids: dict[int, Level] = {}
        self.asks: dict[int, Level] = {}
        self.bid_heap: list[int] = []
        self.ask_heap: list[int] = []
        self.orders: dict[int, Resting] = {}
        self.last: int = 0

    def add(self, id: int, side: Side, price: int, qty: int) -> Level:
        """Puts an order at the back of its level's queue and returns the level."""
        if side is BUY:
            level = self.bids.get(price)
            if level is None:
                level = self.bids[price] = Level(price)
                heappush(self.bid_heap, -price)
                if len(self.bid_heap) > 2 * len(self.bids) + SLACK:
                    self.bid_heap = sorted(-live for live in self.bids)
        else:
            level = self.asks.get(price)
            if level is None:
                level = self.asks[price] = Level(price)
                heappush(self.ask_heap, price)
                if len(self.ask_heap) > 2 * len(self.asks) + SLACK:
                    self.ask_heap = sorted(self.asks)
        order = Resting(id, side, price, qty, level)
        last = level.last
        if last is None:
            level.first = order
        else:
            last.after = order
            order.before = last
        level.last = order
        level.qty += qty
        level.count += 1
        self.orders[id] = order
        return level

    def remove(self, order: Resting) -> Level:
        """Takes an order out, wherever it stands, and drops its level when that was the last one."""
        del self.orders[order.id]
        level = order.level
        before, after = order.before, order.after
        if before is None:
            level.first = after
        else:
            before.after = after
        if after is None:
            level.last = before
        else:
            after.before = before
        level.qty -= order.qty
        level.count -= 1
        if level.first is None:
            del (self.bids if order.side is BUY else self.asks)[level.price]
        return level

    def reduce(self, order: Resting, qty: int) -> Level:
        """Lowers an order's open quantity to qty lots (> 0); it keeps its place."""
        level = order.level
        level.qty -= order.qty - qty
        order.qty = qty
        return level

    def best_bid(self) -> Level | None:
        heap, levels = self.bid_heap, self.bids
        while heap:
            level = levels.get(-heap[0])
            if level is not None:
                return level
            heappop(heap)
        return None

    def best_ask(self) -> Level | None:
        heap, levels = self.ask_heap, self.asks
        while heap:
            level = levels.get(heap[0])
            if level is not None:
                return level
            heappop(heap)
        return None

    def ahead(self, order: Resting) -> int:
        """Lots before this order in its level's queue. O(orders ahead)."""
        qty = 0
        other = order.before
        while other is not None:
            qty += other.qty
            other = other.before
        return qty
