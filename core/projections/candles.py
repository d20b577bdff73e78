"""Candles from trades, one-second bars kept, longer ones made of them on demand and kept up to date; own fills as marks.

A bar exists only where something traded. Bars of an interval begin at multiples of it since 1970.
"""

from collections.abc import Mapping

from core.domain.enums import Side
from core.domain.units import SECOND
from core.messages.events import OrderFilled, OrderSent, RunStarted
from core.messages.market_data import TradePrinted
from core.projections.board import Fold
from core.projections.market import Market
from core.projections.pictures import CandlesLook, CandlesPicture

Candle = tuple[int, int, int, int, int, int, int]
"""Open time (UTC ns), open, high, low, close, lots, lots bought by aggressors."""
MAX_BARS = 200_000
"""Bars kept an instrument and interval: over two days of seconds. Older ones are dropped, half at a time."""


class Bars:
    """Closed and current bars of one instrument at one interval."""

    __slots__ = ("dropped", "interval_ns", "rows")

    def __init__(self, interval_ns: int) -> None:
        self.interval_ns = interval_ns
        self.rows: list[Candle] = []
        self.dropped = 0

    def add(self, at: int, o: int, h: int, l: int, c: int, lots: int, bought: int) -> None:  # noqa: E741
        """Merges a trade, or a shorter bar, that is not older than the last bar."""
        start = at - at % self.interval_ns
        if self.rows and self.rows[-1][0] == start:
            _, first, high, low, _, volume, buys = self.rows[-1]
            self.rows[-1] = (start, first, max(high, h), min(low, l), c, volume + lots, buys + bought)
            return
        self.rows.append((start, o, h, l, c, lots, bought))
        if len(self.rows) > MAX_BARS:
            half = MAX_BARS // 2
            del self.rows[:half]
            self.dropped += half


class Candles:
    def __init__(self, market: Market) -> None:
        self._market = market
        self.generation = 0
        self.version = 0
        self._bars: dict[int, dict[int, Bars]] = {}
        self._own: dict[int, tuple[int, Side]] = {}
        self._fills: dict[int, list[tuple[int, int, Side, int]]] = {}
        self.folds: Mapping[type, Fold] = {
            TradePrinted: self._on_trade,
            OrderSent: self._on_sent,
            OrderFilled: self._on_filled,
            RunStarted: self._on_run,
        }

    def picture(self, look: CandlesLook) -> CandlesPicture | None:
        quote = self._market.quote(look.instrument)
        if quote is None:
            return None
        version = self.version
        if version == look.version and look.generation == self.generation:
            return None
        bars = self._interval(quote.instrument.id, look.interval_ns)
        held = look.rows if look.generation == self.generation else 0
        first = min(max(held - 1, 0), len(bars.rows))
        fills = self._fills.get(quote.instrument.id, [])
        known = look.fills if look.generation == self.generation else 0
        return CandlesPicture(
            version, self.generation, quote.instrument, look.interval_ns, first, tuple(bars.rows[first:]), tuple(fills[known:]),
            quote.depth.best_bid, quote.depth.best_ask, quote.at,
        )

    def _interval(self, instrument: int, interval_ns: int) -> Bars:
        intervals = self._bars.setdefault(instrument, {SECOND: Bars(SECOND)})
        if interval_ns not in intervals:
            longer = Bars(interval_ns)
            for bar in intervals[SECOND].rows:
                longer.add(*bar)
            intervals[interval_ns] = longer
        return intervals[interval_ns]

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._bars.clear()
        self._own.clear()
        self._fills.clear()
        self.generation += 1
        self.version += 1

    def _on_trade(self, at: int, e: TradePrinted) -> None:
        bought = e.qty if e.aggressor is Side.BUY else 0
        self._interval(e.instrument, SECOND)
        for bars in self._bars[e.instrument].values():
            dropped = bars.dropped
            bars.add(at, e.price, e.price, e.price, e.price, e.qty, bought)
            if bars.dropped != dropped:
                self.generation += 1
        self.version += 1

    def _on_sent(self, at: int, e: OrderSent) -> None:
        self._own[e.order_id] = (e.instrument, e.side)

    def _on_filled(self, at: int, e: OrderFilled) -> None:
        instrument, side = self._own[e.order_id]
        self._fills.setdefault(instrument, []).append((at, e.price, side, e.qty))
        self.version += 1
