"""The book's two cumulative curves, and what it costs to trade up to a price. Integers throughout, Qt-free.

Invariants: the view is symmetric about the middle of the touch; sizes and money are exact sums over whole levels; it
asks for as many levels as the span needs (doubling and halving), and where the known levels end before the span does,
nothing is drawn and every sum says that it is a least one.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from core.domain.enums import Side
from core.domain.instrument import MINUS, Instrument, decimal_text
from core.projections.pictures import DepthLook, DepthPicture, OwnOrder
from core.projections.uncross import NO_UNCROSS
from widgets.scales import nice_top
from widgets.sizes import size_text
from widgets.tongue import tr
from widgets.uncross import uncross_texts

SPANS_BP: Final = {"0.1 %": 10, "0.25 %": 25, "0.5 %": 50, "1 %": 100}
"""Each side of the middle, in hundredths of a percent."""
DEFAULT_SPAN: Final = "0.5 %"
FIRST_LEVELS, LEAST_LEVELS, MOST_LEVELS = 300, 100, 4800
SHRINK_BELOW: Final = 0.6
"""The scale comes down only when the curves fill less than this of it, so that it does not flicker."""


class Curve:
    """One side, best first. sums: lots up to and with each level. whole: the book holds no more than these levels."""

    __slots__ = ("levels", "side", "steps", "sums", "whole")

    def __init__(self, side: Side, levels: Sequence[tuple[int, int]], whole: bool) -> None:
        self.side = side
        self.levels = levels
        self.whole = whole
        self.sums = list(accumulate(qty for _, qty in levels))
        # Ascending on both sides, for bisect.
        self.steps = [price if side is Side.SELL else -price for price, _ in levels]

    def count_to(self, price: int) -> int:
        """How many levels are at the price or better."""
        return bisect_right(self.steps, price if self.side is Side.SELL else -price)

    def size_to(self, price: int) -> int:
        count = self.count_to(price)
        return self.sums[count - 1] if count else 0

    def money_to(self, price: int) -> int:
        """Exact money for everything at the price or better."""
        return sum(at * qty for at, qty in self.levels[:self.count_to(price)])

    def knows(self, price: int) -> bool:
        """False: there may be more levels up to the price than are known."""
        return self.whole or self.count_to(price) < len(self.levels)


class Reading(NamedTuple):
    """What the curves say of a price. side None: inside the spread. least: there may be more."""

    price: int
    side: Side | None
    size: int
    money: int
    least: bool


class DepthModel:
    def __init__(self) -> None:
        self.instrument_id = 0
        self.span_bp = SPANS_BP[DEFAULT_SPAN]
        self.instrument: Instrument | None = None
        self.bids, self.asks = Curve(Side.BUY, (), True), Curve(Side.SELL, (), True)
        self.own: tuple[OwnOrder, ...] = ()
        self.deltas: tuple[int, ...] = ()
        self.indicative = NO_UNCROSS
        self.top = 1
        self._levels = self._held_levels = self._asked_levels = FIRST_LEVELS
        self._version = -1

    def look(self) -> DepthLook:
        self._asked_levels = self._levels
        version = self._version if self._levels == self._held_levels else -1
        return DepthLook(version, self.instrument_id, self._levels)

    def want_instrument(self, instrument_id: int) -> None:
        self.instrument_id = instrument_id
        self.instrument, self.own, self.deltas, self.indicative, self.top = None, (), (), NO_UNCROSS, 1
        self.bids, self.asks = Curve(Side.BUY, (), True), Curve(Side.SELL, (), True)
        self._levels = FIRST_LEVELS
        self._version = -1

    def want_span(self, span_bp: int) -> None:
        self.span_bp = span_bp
        self._adapt()
        self._scale(steady=False)

    def take(self, picture: DepthPicture) -> bool:
        """False: an answer to what was asked before somebody chose another instrument."""
        if self.instrument_id not in (0, picture.instrument.id):
            return False
        other = self.instrument is None or self.instrument.id != picture.instrument.id
        asked = self._held_levels = self._asked_levels
        self._version, self.instrument, self.own = picture.version, picture.instrument, picture.own
        self.deltas, self.indicative = picture.deltas, picture.indicative
        self.bids = Curve(Side.BUY, picture.bids, len(picture.bids) < asked)
        self.asks = Curve(Side.SELL, picture.asks, len(picture.asks) < asked)
        self._adapt()
        self._scale(steady=not other)
        return True

    # where -----------------------------------------------------------------------------------------------------------

    @property
    def is_empty(self) -> bool:
        return not (self.bids.levels or self.asks.levels)

    @property
    def bid(self) -> int:
        return self.bids.levels[0][0] if self.bids.levels else 0

    @property
    def ask(self) -> int:
        return self.asks.levels[0][0] if self.asks.levels else 0

    @property
    def twice_mid(self) -> int:
        """Bid and ask together; a missing side is taken to be where the other one is. In an auction twice what an uncross would give: the
        book is crossed, and its curves meet there."""
        if self.indicative.price:
            return 2 * self.indicative.price
        return (self.bid or self.ask) + (self.ask or self.bid)

    def edges(self) -> tuple[float, float]:
        """Lowest and highest price in view, in price units. For drawing."""
        mid, part = self.twice_mid / 2, self.span_bp / 10_000
        return mid * (1 - part), mid * (1 + part)

    def outermost(self) -> tuple[int, int]:
        """The last whole price units in view."""
        low = -(-self.twice_mid * (10_000 - self.span_bp) // 20_000)
        return low, self.twice_mid * (10_000 + self.span_bp) // 20_000

    def read(self, price: int) -> Reading:
        if self.asks.levels and price >= self.ask:
            curve = self.asks
        elif self.bids.levels and price <= self.bid:
            curve = self.bids
        else:
            return Reading(price, None, 0, 0, False)
        return Reading(price, curve.side, curve.size_to(price), curve.money_to(price), not curve.knows(price))

    def imbalance(self) -> tuple[int, bool] | None:
        """(how much more the bids hold within the span than the asks, in percent of both, -100 to 100; whether both sides are known
        that far). None: there is nothing to compare."""
        if self.is_empty:
            return None
        low, high = self.outermost()
        bids, asks = self.bids.size_to(low), self.asks.size_to(high)
        if not bids + asks:
            return None
        hundredths = 200 * abs(bids - asks) // (bids + asks)
        percent = (hundredths + 1) // 2
        return percent if bids >= asks else -percent, self.bids.knows(low) and self.asks.knows(high)

    def own_at(self, low: int, high: int) -> list[OwnOrder]:
        return [order for order in self.own if low <= order.price <= high]

    def _adapt(self) -> None:
        low, high = self.outermost()
        short = not (self.bids.knows(low) and self.asks.knows(high))
        needed = max(self.bids.count_to(low), self.asks.count_to(high))
        if short:
            self._levels = min(2 * self._held_levels, MOST_LEVELS)
        elif self._levels > LEAST_LEVELS and needed * 4 < self._levels:
            self._levels = max(self._levels // 2, LEAST_LEVELS)

    def _scale(self, steady: bool) -> None:
        low, high = self.outermost()
        largest = max(self.bids.size_to(low), self.asks.size_to(high), 1)
        if not steady or largest > self.top or largest < self.top * SHRINK_BELOW:
            self.top = nice_top(largest + largest // 20)

    # words -----------------------------------------------------------------------------------------------------------

    def idle_facts(self) -> dict[str, str]:
        """Nobody points: how much either side holds within the span."""
        instrument = self.instrument
        if instrument is None or self.is_empty:
            return {}
        low, high = self.outermost()
        bids, asks = (
            _least(not curve.knows(edge)) + size_text(instrument, curve.size_to(edge))
            for curve, edge in ((self.bids, low), (self.asks, high))
        )
        return {"bids": bids, "asks": asks}

    def facts(self, reading: Reading, own: Sequence[OwnOrder]) -> dict[str, str]:
        instrument = self.instrument
        if instrument is None:
            return {}
        said = {"price": instrument.price_text(reading.price)}
        if reading.side is None:
            return said | {"note": tr("inside the spread")}
        more = _least(reading.least)
        said["size"] = more + size_text(instrument, reading.size)
        said["money"] = more + instrument.money_text(reading.money)
        if own:
            said["own"] = size_text(instrument, sum(order.leaves for order in own))
        return said

    def imbalance_text(self) -> str:
        found = self.imbalance()
        if found is None:
            return ""
        percent, known = found
        return f"{'' if known else '~'}{'+' if percent > 0 else MINUS if percent < 0 else ''}{abs(percent)} %"

    def delta_text(self) -> str:
        """Bought less sold by aggressors since the run began; empty before the first trade."""
        instrument = self.instrument
        if instrument is None or not self.deltas:
            return ""
        delta = self.deltas[-1]
        return f"{'+' if delta > 0 else MINUS if delta < 0 else ''}{size_text(instrument, abs(delta))}"

    def middle_text(self) -> str:
        """Mid and spread; the mid has one more digit when it lies between two price units. In an auction what it would give."""
        instrument = self.instrument
        if instrument is not None and self.indicative.price:
            return tr("Auction: {uncross}", uncross=uncross_texts(instrument, self.indicative)[0])
        if instrument is None or not (self.bid and self.ask):
            return tr("No bids") if not self.bid else tr("No asks")
        twice, spread = self.twice_mid, self.ask - self.bid
        mid = decimal_text(twice * 5, instrument.price_decimals + 1) if twice % 2 else instrument.price_text(twice // 2)
        hundredths = (spread * 2 * 10_000 * 100 + twice // 2) // twice
        return tr(
            "Mid {mid}   spread {price} ({decimal} bp)",
            mid=mid, price=instrument.price_text(spread), decimal=decimal_text(hundredths, 2),
        )


def _least(least: bool) -> str:
    return "\u2265" if least else ""
