"""Every trade of the last while, packed: what footprints, profiles, bars of equal volume and the heatmap's dots are made of.

Invariant: a trade is three integers: time, price, lots, the lots negative when the aggressor sold. Beyond MAX_TRADES the
older half is dropped at once; `count` never goes back within a run, so a view knows what it has missed.
"""

from array import array
from collections.abc import Iterator, Mapping

from core.domain.enums import Side
from core.messages.events import RunStarted
from core.messages.market_data import TradePrinted
from core.projections.board import Fold

FIELDS = 3
MAX_TRADES = 500_000
"""Kept an instrument: 12 MB."""
TRADES_A_PICTURE = 100_000
"""Travel in one frame; the rest follow in the next ones."""


class Trades:
    """cells: the packed trades that are kept. dropped: how many are not any more."""

    __slots__ = ("cells", "dropped")

    def __init__(self) -> None:
        self.cells = array("q")
        self.dropped = 0

    @property
    def count(self) -> int:
        """Of the whole run."""
        return self.dropped + len(self.cells) // FIELDS

    def add(self, at: int, price: int, lots: int) -> None:
        self.cells.extend((at, price, lots))
        if len(self.cells) > MAX_TRADES * FIELDS:
            half = MAX_TRADES // 2
            del self.cells[:half * FIELDS]
            self.dropped += half

    def since(self, cursor: int) -> tuple[int, bytes]:
        """(number of the first trade given, packed trades from cursor on, as far as they are kept)."""
        first = min(max(cursor, self.dropped), self.count)
        start = (first - self.dropped) * FIELDS
        return first, self.cells[start:start + TRADES_A_PICTURE * FIELDS].tobytes()

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        cells = iter(self.cells)
        return zip(cells, cells, cells, strict=True)


class Prints:
    """trades by instrument id."""

    def __init__(self) -> None:
        self.trades: dict[int, Trades] = {}
        self.folds: Mapping[type, Fold] = {TradePrinted: self._on_trade, RunStarted: self._on_run}

    def of(self, instrument: int) -> Trades:
        return self.trades.setdefault(instrument, Trades())

    def picture(self, look: object) -> None:
        """None of its own."""

    def _on_run(self, at: int, event: RunStarted) -> None:
        self.trades.clear()

    def _on_trade(self, at: int, e: TradePrinted) -> None:
        self.of(e.instrument).add(at, e.price, e.qty if e.aggressor is Side.BUY else -e.qty)
