"""How our orders were executed, each against what the market was while it lived.

Benchmarks: the middle of the book at arrival, when the order was sent and before it did anything; and the volume-weighted average
price of every trade of the instrument from arrival until the order was done, our own among them. An order that was all
that traded is therefore its own average price, with no slippage. A trade that the venue undoes later stays in the average.
An order counts when it is done: what is still open can still become anything. One that the venue rejected never was one.
"""

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.projections.results import scale

RATIO = 1_000_000_000
"""Fill ratios are summed in billionths, so that the sum does not depend on the order."""


class Traded:
    """Everything that traded in one instrument since the run began. value: price x lots."""

    __slots__ = ("lots", "value")

    def __init__(self) -> None:
        self.lots = 0
        self.value = 0


class Order:
    """qty: lots asked for last. cost: value of what was filled. twice_mid: best bid + best ask at arrival, 0: one was missing.
    began, ended: (lots, value) of the market then."""

    __slots__ = (
        "arrived", "began", "cost", "currency", "done", "ended", "filled", "first_fill", "hour", "instrument", "last_fill", "qty",
        "rejected", "scale", "side", "strategy", "symbol", "told", "twice_mid",
    )

    def __init__(
        self, at: int, strategy: str, hour: int, instrument: Instrument, side: Side, qty: int, twice_mid: int, market: Traded
    ) -> None:
        self.arrived = at
        self.strategy = strategy
        self.hour = hour
        self.side = side
        self.qty = qty
        self.twice_mid = twice_mid
        self.began = self.ended = (market.lots, market.value)
        self.filled = self.cost = self.first_fill = self.last_fill = 0
        self.instrument, self.symbol, self.currency = instrument.id, instrument.symbol, instrument.quote
        self.scale = scale(instrument)
        self.done = self.rejected = False
        self.told: Told | None = None

    def fill(self, at: int, qty: int, price: int) -> None:
        if not self.filled:
            self.first_fill = at
        self.filled += qty
        self.cost += qty * price
        self.last_fill = at

    def amend(self, qty: int, value: int) -> None:
        """A fill that is so much more, or less."""
        self.filled += qty
        self.cost += value

    def finish(self, market: Traded) -> None:
        if not self.done:
            self.done = True
            self.ended = (market.lots, market.value)


class Told:
    """What one order adds to its groups, as it stood when it was told."""

    __slots__ = ("first_ns", "is_filled", "last_ns", "mid_cost", "mid_value", "ratio", "vwap_cost", "vwap_value")

    def __init__(self, order: Order) -> None:
        paid = 1 if order.side is Side.BUY else -1
        filled, factor = order.filled, order.scale
        self.ratio = filled * RATIO // order.qty if order.qty > 0 else 0
        self.is_filled = 1 if filled > 0 else 0
        self.first_ns = order.first_fill - order.arrived if filled > 0 else 0
        self.last_ns = order.last_fill - order.arrived if filled > 0 else 0
        self.mid_cost = self.mid_value = self.vwap_cost = self.vwap_value = 0
        if order.twice_mid and filled > 0:
            # In twice the money, for the middle may be half a price unit.
            self.mid_value = filled * order.twice_mid * factor
            self.mid_cost = paid * (2 * order.cost * factor - self.mid_value)
        lots, value = order.ended[0] - order.began[0], order.ended[1] - order.began[1]
        if lots and filled > 0:
            # Rounded down to the smallest unit of money that results have, 24 decimals.
            self.vwap_value = filled * value * factor // lots
            self.vwap_cost = paid * (order.cost * factor - self.vwap_value)


class Execution:
    """Sums over the orders of a group."""

    __slots__ = ("filled", "first_ns", "last_ns", "mid_cost", "mid_value", "orders", "ratio", "vwap_cost", "vwap_value")

    def __init__(self) -> None:
        self.orders = self.filled = self.ratio = self.first_ns = self.last_ns = 0
        self.mid_cost = self.mid_value = self.vwap_cost = self.vwap_value = 0

    def add(self, told: Told, sign: int = 1) -> None:
        """sign -1: takes back what was told before."""
        self.orders += sign
        self.filled += sign * told.is_filled
        self.ratio += sign * told.ratio
        self.first_ns += sign * told.first_ns
        self.last_ns += sign * told.last_ns
        self.mid_cost += sign * told.mid_cost
        self.mid_value += sign * told.mid_value
        self.vwap_cost += sign * told.vwap_cost
        self.vwap_value += sign * told.vwap_value

