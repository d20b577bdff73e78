"""What an order would trade at once, asked before anything changes (section 3.8 of the rules): nothing here does anything.

A waiting order that wants more than there is is asked about after every step. Two things keep that cheap. The levels are walked
from the best one on, as far as it takes. And the order remembers how much was there at most; what came since, within the best
price that anybody hidden on its side would pay, is counted by `Hidden.offered`; as long as both together are too little the
answer stands. It stands through everything else, too: whatever leaves, is passed over or belongs to oneself only makes it less.
"""

from heapq import heappop, heappush
from typing import Final

from core.domain.enums import SelfMatch, Side
from core.machine.venue.book import Level, Resting
from core.machine.venue.market import Market
from core.machine.venue.special import UNKNOWN, Special

BUY: Final = Side.BUY
OLDEST: Final = SelfMatch.CANCEL_OLDEST
NEAR: Final = 32
"""Levels that are looked up one by one; an order that reaches beyond them has the others sorted. Chosen: few orders do."""


def takes(maker: Resting, left: int) -> bool:
    """Whether a hidden order's floor lets it trade with an order that has so much left."""
    special = maker.special
    if special is None or not special.has_floor():
        return True
    floor = special.floor(maker.qty)
    return left >= floor and maker.qty >= floor


def reachable(m: Market, taker: Resting, bound: int, brake: int) -> int:
    """Lots that the order would trade at once, up to its own. A brake ends it like a bound."""
    walk = _Walk(taker)
    walk.run(m, min(bound, brake) if taker.side is BUY else max(bound, brake))
    return taker.qty - walk.left


def suffices(m: Market, order: Resting, special: Special, bound: int, brake: int) -> bool:
    """Whether a waiting order reaches its floor."""
    floor = special.floor(order.qty)
    buying = order.side is BUY
    worst = min(bound, brake) if buying else max(bound, brake)
    offered = m.book.hidden(order.side).offered
    if special.most + offered < floor and (worst <= special.most_to if buying else worst >= special.most_to):
        return False
    walk = _Walk(order)
    walk.run(m, worst)
    found = order.qty - walk.left
    special.most = found + walk.passed - offered if walk.left and not walk.ended else UNKNOWN
    special.most_to = worst
    return found >= floor


class _Walk:
    """left: lots that found nothing yet. index: of the next hidden order. passed: lots that cannot be traded with as things
    stand. ended: a self match ended it."""

    __slots__ = ("ended", "index", "left", "passed", "taker")

    def __init__(self, taker: Resting) -> None:
        self.taker = taker
        self.left: int = taker.qty
        self.index: int = 0
        self.passed: int = 0
        self.ended: bool = False

    def run(self, m: Market, worst: int) -> None:
        buying = self.taker.side is BUY
        book = m.book
        levels = book.asks if buying else book.bids
        rows = (book.hidden_asks if buying else book.hidden_bids).rows
        prices = _nearest(book.ask_heap if buying else book.bid_heap, levels, buying, worst)
        further = len(prices) == NEAR
        while True:
            for price in prices:
                # Hidden orders at better prices come before the level, those at its own price after it.
                self._dark(rows, price - 1 if buying else price + 1)
                if self.left == 0 or self.ended:
                    return
                self._level(m, levels[price])
                if self.left == 0 or self.ended:
                    return
            if not further:
                self._dark(rows, worst)
                return
            last = prices[-1]
            prices = sorted((price for price in levels if (last < price <= worst if buying else last > price >= worst)), reverse=not buying)
            further = False

    def _dark(self, rows: list[tuple[int, int, Resting]], worst: int) -> None:
        """The hidden orders up to a price."""
        taker = self.taker
        buying = taker.side is BUY
        while self.index < len(rows) and self.left > 0 and not self.ended:
            maker = rows[self.index][2]
            if maker.price > worst if buying else maker.price < worst:
                return
            self.index += 1
            if not takes(maker, self.left):
                self.passed += maker.qty
            elif taker.party.prevents and taker.party.meets(maker.party):
                self.passed += maker.qty
                self.ended = taker.party.mode is not OLDEST
            else:
                self.left -= min(self.left, maker.qty)

    def _level(self, m: Market, level: Level) -> None:
        """A displayed level, and whether a self match ends it there."""
        party = self.taker.party
        prevents = party.prevents
        displayed = total = 0
        met = False
        order = level.first
        while order is not None:
            if prevents and party.meets(order.party):
                self.passed += order.open()
                met = met or party.mode is not OLDEST
            else:
                total += order.open()
                if not met:
                    displayed += order.qty
            order = order.after
        if not met:
            self.left -= min(self.left, total)
        elif not m.rules.fifo:
            self.ended = True
        else:
            self.ended = displayed < self.left
            self.left -= min(self.left, displayed)


def _nearest(heap: list[int], levels: dict[int, Level], buying: bool, worst: int) -> list[int]:
    """The first prices of a side, best first, none beyond worst, NEAR of them at most; its heap of prices, dead ones and doubles
    among them, stays as it is."""
    found: list[int] = []
    edge: list[tuple[int, int]] = [(heap[0], 0)] if heap else []
    while edge and len(found) < NEAR:
        key, at = heappop(edge)
        for below in (2 * at + 1, 2 * at + 2):
            if below < len(heap):
                heappush(edge, (heap[below], below))
        price = key if buying else -key
        if price > worst if buying else price < worst:
            break
        if price in levels and (not found or found[-1] != price):
            found.append(price)
    return found
