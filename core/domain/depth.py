"""Aggregated depth of one instrument, kept from level changes: quantity by price, and prices in order."""

from bisect import bisect_left, insort

from core.domain.enums import Side


class Depth:
    """bids and asks: price -> lots. bid_prices and ask_prices: ascending. Best bid is the last of bid_prices."""

    __slots__ = ("ask_prices", "asks", "bid_prices", "bids")

    def __init__(self) -> None:
        self.bids: dict[int, int] = {}
        self.asks: dict[int, int] = {}
        self.bid_prices: list[int] = []
        self.ask_prices: list[int] = []

    def seed(self, side: Side, levels: list[tuple[int, int]]) -> None:
        """Sets many levels at once: (price, lots)."""
        mine = self.bids if side is Side.BUY else self.asks
        mine.update(levels)
        if side is Side.BUY:
            self.bid_prices = sorted(mine)
        else:
            self.ask_prices = sorted(mine)

    def change(self, side: Side, price: int, qty: int) -> None:
        """Sets a level; qty 0 removes it."""
        if side is Side.BUY:
            levels, prices = self.bids, self.bid_prices
        else:
            levels, prices = self.asks, self.ask_prices
        if qty:
            if price not in levels:
                insort(prices, price)
            levels[price] = qty
        elif price in levels:
            del levels[price]
            del prices[bisect_left(prices, price)]

    @property
    def best_bid(self) -> int:
        return self.bid_prices[-1] if self.bid_prices else 0

    @property
    def best_ask(self) -> int:
        return self.ask_prices[0] if self.ask_prices else 0

    def top_bids(self, count: int) -> tuple[tuple[int, int], ...]:
        """Best first."""
        return tuple((price, self.bids[price]) for price in reversed(self.bid_prices[-count:]))

    def top_asks(self, count: int) -> tuple[tuple[int, int], ...]:
        return tuple((price, self.asks[price]) for price in self.ask_prices[:count])

    def between(self, side: Side, low: int, high: int) -> list[tuple[int, int]]:
        """Levels with low <= price <= high, ascending."""
        levels, prices = (self.bids, self.bid_prices) if side is Side.BUY else (self.asks, self.ask_prices)
        start = bisect_left(prices, low)
        stop = bisect_left(prices, high + 1)
        return [(price, levels[price]) for price in prices[start:stop]]
