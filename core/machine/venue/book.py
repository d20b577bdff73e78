"""A limit order book: price levels of first-in-first-out queues, hidden orders beside them, and nothing that decides a trade.

Layout: one dict of levels a side; a lazy heap of prices a side gives the best level (a price is pushed when its level is
made, popped when it surfaces dead); each level is a doubly linked queue, so a cancel is O(1) anywhere. Hidden orders stand
in one sorted list a side: they are few, and are walked in order.
Invariants: no empty level is reachable from the dicts; level.qty and level.count equal the queue's sums; a queue's order is
the order of rank, never a clock's; a hidden list is sorted by (price, best first; rank). A book is dismantled when it is given up.
"""

from bisect import bisect_left, insort
from heapq import heappop, heappush
from typing import Final

from core.domain.enums import Side, TimeInForce
from core.machine.venue.parties import SILENT, Party
from core.machine.venue.special import UNKNOWN, Special
from core.native import mypyc_attr

BUY: Final = Side.BUY
GTC: Final = TimeInForce.GTC
SLACK: Final = 1000
"""Dead prices a heap may hold beyond twice its live ones before it is made anew: levels far from the touch come and go
without ever surfacing."""
ANONYMOUS: Final = Party(0, 0, 0, SILENT)
"""Of orders that a follower of an outside feed puts in: nobody is told anything."""


@mypyc_attr(acyclic=True)
class Resting:
    """A live order, wherever it waits. qty: open lots that stand in its queue (an iceberg's slice). total: lots ordered, less
    what a self match took off. level: None outside the displayed book. id as in core.domain.units.OrderId."""

    __slots__ = ("after", "before", "id", "level", "party", "price", "qty", "rank", "side", "special", "tif", "total")

    def __init__(
        self, id: int, side: Side, price: int, qty: int, party: Party, rank: int, tif: TimeInForce, special: Special | None
    ) -> None:
        # In the order of the compiled object's memory: what a cancel touches lies together.
        self.before: Resting | None = None
        self.after: Resting | None = None
        self.level: Level | None = None
        self.qty: int = qty
        self.special: Special | None = special
        self.party: Party = party
        self.side: Side = side
        self.id: int = id
        self.price: int = price
        self.total: int = qty
        self.rank: int = rank
        self.tif: TimeInForce = tif

    def open(self) -> int:
        """Lots still open, an iceberg's reserve included."""
        special = self.special
        return self.qty if special is None else self.qty + special.reserve


@mypyc_attr(acyclic=True)
class Level:
    __slots__ = ("count", "first", "last", "price", "qty")

    def __init__(self, price: int) -> None:
        self.price: int = price
        self.qty: int = 0
        self.count: int = 0
        self.first: Resting | None = None
        self.last: Resting | None = None


class Hidden:
    """One side's hidden orders. rows: (price, negated for buys; rank; order). floors: how many have one. offered: lots that came
    to the other side, within the best price here, while one had: at least."""

    __slots__ = ("floors", "offered", "rows", "sign")

    def __init__(self, sign: int) -> None:
        self.sign: int = sign
        self.rows: list[tuple[int, int, Resting]] = []
        self.floors: int = 0
        self.offered: int = 0

    def add(self, order: Resting) -> None:
        insort(self.rows, (self.sign * order.price, order.rank, order))
        special = order.special
        if special is not None and special.has_floor():
            self.floors += 1
            special.most = UNKNOWN

    def remove(self, order: Resting) -> None:
        del self.rows[bisect_left(self.rows, (self.sign * order.price, order.rank))]
        special = order.special
        if special is not None and special.has_floor():
            self.floors -= 1


class Book:
    """bid_heap holds negated prices. last: price of the last trade, 0 before the first."""

    __slots__ = ("ask_heap", "asks", "bid_heap", "bids", "hidden_asks", "hidden_bids", "last", "orders")

    def __init__(self) -> None:
        self.bids: dict[int, Level] = {}
        self.asks: dict[int, Level] = {}
        self.bid_heap: list[int] = []
        self.ask_heap: list[int] = []
        self.hidden_bids = Hidden(-1)
        self.hidden_asks = Hidden(1)
        self.orders: dict[int, Resting] = {}
        self.last: int = 0

    def add(self, id: int, side: Side, price: int, qty: int) -> Level:
        """Puts a nameless plain order at the back of its level's queue and returns the level."""
        order = Resting(id, side, price, qty, ANONYMOUS, 0, GTC, None)
        self.orders[id] = order
        return self.append(order)

    def append(self, order: Resting) -> Level:
        """Puts an order at the back of its displayed level's queue; `orders` is the caller's."""
        price = order.price
        if order.side is BUY:
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
        order.level = level
        order.before = last = level.last
        if last is None:
            level.first = order
        else:
            last.after = order
        level.last = order
        level.qty += order.qty
        level.count += 1
        return level

    def remove(self, order: Resting) -> Level:
        """Takes a displayed order out for good, wherever it stands."""
        del self.orders[order.id]
        return self.unlink(order)

    def unlink(self, order: Resting) -> Level:
        """Takes an order out of its displayed queue, and drops its level when that was the last one. Its own pointers
        are cleared: a chain of removed orders that hold each other would be freed by recursion, as deep as it is long."""
        level = order.level
        assert level is not None
        before, after = order.before, order.after
        if before is None:
            level.first = after
        else:
            before.after = after
        if after is None:
            level.last = before
        else:
            after.before = before
        order.before = order.after = None
        level.qty -= order.qty
        level.count -= 1
        if level.first is None:
            del (self.bids if order.side is BUY else self.asks)[level.price]
        return level

    def reduce(self, order: Resting, qty: int) -> Level:
        """Lowers a displayed order's quantity to qty lots (> 0); it keeps its place."""
        level = order.level
        assert level is not None
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

    def hidden(self, side: Side) -> Hidden:
        return self.hidden_bids if side is BUY else self.hidden_asks

    def hide(self, order: Resting) -> None:
        """Puts an order among the hidden ones."""
        self.hidden(order.side).add(order)
        self.offer(order)

    def offer(self, order: Resting) -> None:
        """It came to its place: those that wait for enough on the other side may hope again."""
        waiting = self.hidden_asks if order.side is BUY else self.hidden_bids
        if waiting.floors and waiting.sign * order.price >= waiting.rows[0][0]:
            waiting.offered += order.open()

    def __del__(self) -> None:
        """However it was given up, with a whole machine too."""
        self.dismantle()

    def dismantle(self) -> None:
        """When the book is given up: orders and levels point at each other, and the compiled ones are freed by reference
        count alone, out of the cyclic collector's sight (a full collection over a million of them stops the core for 0.3 s)."""
        for levels in (self.bids, self.asks):
            for level in levels.values():
                order = level.first
                level.first = level.last = None
                while order is not None:
                    following = order.after
                    order.before = order.after = order.level = None
                    order = following
            levels.clear()
        self.orders.clear()
        self.hidden_bids.rows.clear()
        self.hidden_asks.rows.clear()

    def ahead(self, order: Resting) -> int:
        """Displayed lots before this order in its level's queue. O(orders ahead)."""
        qty = 0
        other = order.before
        while other is not None:
            qty += other.qty
            other = other.before
        return qty


def by_rank(order: Resting) -> int:
    """For sorting: the order of acceptance."""
    return order.rank
