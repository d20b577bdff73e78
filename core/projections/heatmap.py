"""The book over time: every half second its levels near the touch, for the liquidity heatmap; the trades beside it.

Invariants: a column is the book as it stood at the first change after its time; where nothing changes there is no column,
the one before holds. At most MAX_COLUMNS columns are kept an instrument, the older half dropped at once; `count` never goes
back within a run, so a view knows what it has missed.
"""

from array import array
from collections.abc import Mapping
from operator import neg

from core.domain.depth import Depth
from core.domain.units import SECOND
from core.messages.events import RunStarted
from core.messages.market_data import BookSeeded, DepthChanged
from core.projections.board import Fold
from core.projections.chart_pictures import HeatLook, HeatPicture
from core.projections.market import Market
from core.projections.orders import Orders
from core.projections.prints import Prints

STEP_NS = SECOND // 2
LEVELS = 150
"""A side."""
MAX_COLUMNS = 3_600
"""Half an hour, at most 17 MB an instrument."""
COLUMNS_A_PICTURE = 400
"""Travel in one frame; the rest follow in the next ones."""


class Columns:
    """times: when each kept column was taken. ends: where its levels end, counted from `cut`. prices, lots (negative: offered):
    the levels of all columns, bids from the best down, then asks from the best up."""

    __slots__ = ("cut", "dropped", "due", "ends", "lots", "prices", "times")

    def __init__(self) -> None:
        self.times = array("q")
        self.ends = array("q")
        self.prices = array("q")
        self.lots = array("q")
        self.dropped = self.cut = self.due = 0

    @property
    def count(self) -> int:
        return self.dropped + len(self.times)

    def take(self, at: int, depth: Depth) -> None:
        # No loop of our own: at full speed of a tape this is a thousand books in half a second.
        bids, asks = depth.bid_prices[-LEVELS:], depth.ask_prices[:LEVELS]
        bids.reverse()
        self.prices.fromlist(bids)
        self.prices.fromlist(asks)
        self.lots.fromlist(list(map(depth.bids.__getitem__, bids)))
        self.lots.fromlist(list(map(neg, map(depth.asks.__getitem__, asks))))
        self.times.append(at)
        self.ends.append(self.cut + len(self.prices))
        self.due = at - at % STEP_NS + STEP_NS
        if len(self.times) > MAX_COLUMNS:
            half = MAX_COLUMNS // 2
            end = self.ends[half - 1]
            del self.prices[:end - self.cut], self.lots[:end - self.cut], self.times[:half], self.ends[:half]
            self.cut, self.dropped = end, self.dropped + half

    def since(self, cursor: int) -> tuple[int, bytes, bytes, bytes, bytes]:
        """(number of the first column given, its and the later ones' times, how many levels each has, their prices and lots)."""
        first = min(max(cursor, self.dropped), self.count)
        start = first - self.dropped
        stop = min(start + COLUMNS_A_PICTURE, len(self.times))
        begin = self.ends[start - 1] if start else self.cut
        counts, before = array("q"), begin
        for end in self.ends[start:stop]:
            counts.append(end - before)
            before = end
        part = slice(begin - self.cut, before - self.cut)
        return first, self.times[start:stop].tobytes(), counts.tobytes(), self.prices[part].tobytes(), self.lots[part].tobytes()


class Heatmap:
    def __init__(self, market: Market, orders: Orders, prints: Prints) -> None:
        self._market, self._orders, self._prints = market, orders, prints
        self.generation = 0
        self._columns: dict[int, Columns] = {}
        self.folds: Mapping[type, Fold] = {DepthChanged: self._on_depth, BookSeeded: self._on_depth, RunStarted: self._on_run}

    def picture(self, look: HeatLook) -> HeatPicture | None:
        quote = self._market.quote(look.instrument)
        if quote is None:
            return None
        id, known = quote.instrument.id, look.generation == self.generation
        columns, trades = self._columns.setdefault(id, Columns()), self._prints.of(id)
        version = quote.version + self._orders.version
        if known and (look.version, look.columns, look.prints) == (version, columns.count, trades.count):
            return None
        first, times, counts, prices, lots = columns.since(look.columns if known else 0)
        print_first, prints = trades.since(look.prints if known else 0)
        return HeatPicture(
            version, self.generation, quote.instrument, STEP_NS, first, times, counts, prices, lots, print_first, prints,
            self._orders.own(id), quote.depth.best_bid, quote.depth.best_ask, quote.at,
        )

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._columns.clear()
        self.generation += 1

    def _on_depth(self, at: int, event: DepthChanged | BookSeeded) -> None:
        columns = self._columns.get(event.instrument)
        if columns is None:
            columns = self._columns[event.instrument] = Columns()
        if at >= columns.due:
            columns.take(at, self._market.quotes[event.instrument].depth)
