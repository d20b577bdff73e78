"""How one instrument trades, ready for use: ticks, bounds, bands and fees in plain integers.

A tick of a table counts from 0, not from where its range begins; rounding never leaves the range of prices that are legal.
"""

from typing import Final

from core.domain.enums import Allocation, Phase, Side
from core.domain.instrument import Instrument
from core.domain.units import MILLISECOND
from core.messages.terms import MarketRules

BUY: Final = Side.BUY
LARGEST: Final = 1 << 61
"""Quantity times price stays below: money fits the journal's 64 bits, and two of them still add up."""
LARGEST_QTY: Final = 1 << 48
"""Lots of one order stay below: thousands of the largest orders at one price still add up within 64 bits."""
SHORTEST_NS: Final = MILLISECOND
"""Of a limit state, a halt, a call that the market itself begins: shorter ones could follow each other without end."""
MILLION: Final = 1_000_000
BASIS_POINTS: Final = 10_000


class Rules:
    """given: the message these were made from. See there for units. closer: an order needs a closer look than lot and tick."""

    __slots__ = (
        "allocation", "auction_ppm", "call_ns", "call_random_ns", "closer", "collar", "dynamic_bp", "dynamic_window_ns", "feeds", "fifo",
        "given", "halt_ns", "has_fees", "ids_ascending", "indicative_ns", "limit_state_ns", "lot", "maker_ppm", "max_qty", "min_qty",
        "no_cancel", "per_lot", "pro_rata_min", "replace_open", "rest_at_collar", "starts", "static_bp", "taker_ppm", "tick", "ticks",
        "velocity", "velocity_ns",
    )

    def __init__(self, given: MarketRules, instrument: Instrument) -> None:
        self.given = given
        self.tick: int = instrument.tick
        self.lot: int = instrument.lot
        self.replace_open: bool = given.replace_open
        self.allocation: Allocation = given.allocation
        self.fifo: bool = given.allocation is Allocation.FIFO
        self.pro_rata_min: int = given.pro_rata_min
        self.collar: int = given.collar
        self.rest_at_collar: bool = given.rest_at_collar
        self.ids_ascending: bool = given.ids_ascending
        self.min_qty: int = given.min_qty
        self.max_qty: int = given.max_qty
        self.starts: list[int] = [start for start, _ in given.ticks]
        self.ticks: list[int] = [tick for _, tick in given.ticks]
        if self.starts and self.starts[0] > 0:
            self.starts.insert(0, 0)
            self.ticks.insert(0, instrument.tick)
        self.closer: bool = bool(given.ids_ascending or given.min_qty or given.max_qty or given.ticks)
        self.static_bp: int = given.static_bp
        self.dynamic_bp: int = given.dynamic_bp
        self.dynamic_window_ns: int = given.dynamic_window_ns
        self.limit_state_ns: int = given.limit_state_ns
        self.halt_ns: int = given.halt_ns
        self.velocity: int = given.velocity
        self.velocity_ns: int = given.velocity_ns
        self.call_ns: int = given.call_ns
        self.call_random_ns: int = given.call_random_ns
        self.indicative_ns: int = given.indicative_ns
        self.feeds: int = given.feeds
        self.no_cancel: tuple[Phase, ...] = given.no_cancel
        fees = given.fees
        self.maker_ppm: int = fees.maker_ppm
        self.taker_ppm: int = fees.taker_ppm
        self.auction_ppm: int = fees.auction_ppm
        self.per_lot: int = fees.per_lot
        self.has_fees: bool = bool(fees.maker_ppm or fees.taker_ppm or fees.auction_ppm or fees.per_lot)

    # ticks ----------------------------------------------------------------------------------------------------------

    def _range(self, price: int) -> int:
        """Index of the tick range that holds price; -1 without a table."""
        index = len(self.starts) - 1
        while index > 0 and self.starts[index] > price:
            index -= 1
        return index

    def tick_at(self, price: int) -> int:
        return self.ticks[self._range(price)] if self.starts else self.tick

    def on_tick(self, price: int) -> bool:
        return price % (self.ticks[self._range(price)] if self.starts else self.tick) == 0

    def down(self, price: int) -> int:
        """The highest legal price not above; may be 0 or less when there is none."""
        if not self.starts:
            return price - price % self.tick
        index = self._range(price)
        rounded = price - price % self.ticks[index]
        while index > 0 and rounded < self.starts[index]:
            price = self.starts[index] - 1
            index -= 1
            rounded = price - price % self.ticks[index]
        return rounded

    def up(self, price: int) -> int:
        """The lowest legal price not below."""
        if not self.starts:
            return price + -price % self.tick
        index = self._range(price)
        rounded = price + -price % self.ticks[index]
        while index + 1 < len(self.starts) and rounded >= self.starts[index + 1]:
            price = max(price, self.starts[index + 1])
            index += 1
            rounded = price + -price % self.ticks[index]
        return rounded

    def passive(self, side: Side, price: int) -> int:
        """Rounded to the tick away from the other side: buys down, sells up."""
        return self.down(price) if side is BUY else self.up(price)

    # money ----------------------------------------------------------------------------------------------------------

    def fee(self, ppm: int, price: int, qty: int) -> int:
        """Of the traded value, to the nearest unit of money, halves away from zero; plus the fee a lot."""
        scaled = price * qty * ppm
        rounded = (abs(scaled) + MILLION // 2) // MILLION
        return (rounded if scaled >= 0 else -rounded) + self.per_lot * qty


def unsound(given: MarketRules) -> bool:
    """Whether the settings cannot be traded by: negative counts, ticks that are no ticks or do not ascend."""
    counts = (
        given.pro_rata_min, given.collar, given.min_qty, given.max_qty, given.static_bp, given.dynamic_bp, given.dynamic_window_ns,
        given.limit_state_ns, given.halt_ns, given.velocity, given.velocity_ns, given.call_ns, given.call_random_ns, given.indicative_ns,
    )
    if min(counts) < 0 or given.static_bp >= BASIS_POINTS or given.dynamic_bp >= BASIS_POINTS or not 0 <= given.feeds <= 63:
        return True
    fees = given.fees
    if max(abs(fees.maker_ppm), abs(fees.taker_ppm), abs(fees.auction_ppm)) > MILLION or abs(fees.per_lot) >= 1 << 13:
        return True
    if (given.dynamic_bp or given.velocity) and min(given.limit_state_ns, given.halt_ns, given.call_ns) < SHORTEST_NS:
        return True
    before = -1
    for start, tick in given.ticks:
        if start <= before or tick < 1:
            return True
        before = start
    return max(counts) > LARGEST or 0 < given.max_qty < given.min_qty
