"""The market as everybody sees it: instruments, depth, last trades, the day's range. Ladder, depth chart, watchlist and
ticket look through it, so that the book is folded once.
"""

from collections import deque
from collections.abc import Mapping

from core.domain.depth import Depth
from core.domain.enums import PhaseCause, Side
from core.domain.instrument import Instrument
from core.domain.units import SECOND, InstrumentId
from core.messages.events import RunStarted
from core.messages.market_data import BookSeeded, DepthChanged, IndicativeChanged, InstrumentListed, PhaseChanged, TradePrinted
from core.projections.board import Fold
from core.projections.uncross import NO_UNCROSS, Uncross

TRAIL = 60
TRAIL_NS = 5 * SECOND
"""Chosen: a point of the trail stands for so long, so that 60 of them show five minutes at least, however fast it trades."""
STALE_AFTER_NS = 5 * SECOND
"""Chosen: no listed instrument is silent so long while another one moves, unless its data has stopped."""


class Quote:
    """What is known of one instrument. Prices 0: none yet. trail: past last-prices, one every TRAIL_NS with trades.
    deltas: at the same times, what aggressors had bought less what they had sold. indicative: what an uncross now would give, as
    `IndicativeChanged` has it; price 0 outside of auctions."""

    __slots__ = (
        "at", "deltas", "depth", "high", "indicative", "instrument", "last", "last_aggressor", "last_qty", "low", "open", "traded",
        "trades", "trail", "trail_step", "version", "volume",
    )

    def __init__(self, instrument: Instrument, version: int) -> None:
        """version: where its count starts, so that no number comes twice over runs."""
        self.instrument = instrument
        self.depth = Depth()
        self.last = self.last_qty = self.open = self.high = self.low = self.volume = self.trades = self.at = 0
        self.last_aggressor = Side.BUY
        self.traded: dict[int, int] = {}
        self.trail: deque[int] = deque(maxlen=TRAIL)
        self.deltas: deque[int] = deque(maxlen=TRAIL)
        self.trail_step = -1
        self.indicative = NO_UNCROSS
        self.version = version

    @property
    def mark(self) -> int:
        """The price positions are valued at: last trade, else the middle, else 0."""
        bid, ask = self.depth.best_bid, self.depth.best_ask
        return self.last or ((bid + ask) // 2 if bid and ask else 0)


class Market:
    """quotes by instrument id; version counts changes to any of them, listing those of which there are. at: of the latest."""

    def __init__(self) -> None:
        self.quotes: dict[int, Quote] = {}
        self.version = self.listing = self.at = 0
        self.folds: Mapping[type, Fold] = {
            DepthChanged: self._on_depth,
            TradePrinted: self._on_trade,
            IndicativeChanged: self._on_indicative,
            PhaseChanged: self._on_phase,
            BookSeeded: self._on_seeded,
            InstrumentListed: self._on_listed,
            RunStarted: self._on_run,
        }

    def quote(self, instrument: int) -> Quote | None:
        """By id; 0 means the first one listed."""
        if instrument == 0 and self.quotes:
            return next(iter(self.quotes.values()))
        return self.quotes.get(instrument)

    def is_stale(self, quote: Quote) -> bool:
        """Counted from the newest of all instruments, so that a pause makes nothing stale."""
        return quote.at > 0 and self.at - quote.at > STALE_AFTER_NS

    def picture(self, look: object) -> None:
        """None of its own."""

    def _on_run(self, at: int, event: RunStarted) -> None:
        self.quotes.clear()
        self.version += 1
        self.listing += 1

    def _on_listed(self, at: int, event: InstrumentListed) -> None:
        e = event
        instrument = Instrument(
            InstrumentId(e.instrument), e.symbol, e.venue, e.base, e.quote, e.price_decimals, e.qty_decimals, e.tick, e.lot
        )
        self.quotes[e.instrument] = Quote(instrument, self.version)
        self.version += 1
        self.listing += 1

    def _on_seeded(self, at: int, event: BookSeeded) -> None:
        quote = self.quotes[event.instrument]
        quote.depth.seed(event.side, [(price, qty) for price, qty, _ in event.levels])
        self._changed(quote, at)

    def _on_depth(self, at: int, event: DepthChanged) -> None:
        quote = self.quotes[event.instrument]
        quote.depth.change(event.side, event.price, event.qty)
        quote.at = self.at = at
        quote.version += 1
        self.version += 1

    def _on_trade(self, at: int, event: TradePrinted) -> None:
        quote, price, qty = self.quotes[event.instrument], event.price, event.qty
        step, deltas = at // TRAIL_NS, quote.deltas
        delta = (deltas[-1] if deltas else 0) + (qty if event.aggressor is Side.BUY else -qty)
        if step == quote.trail_step:
            quote.trail[-1], deltas[-1] = price, delta
        else:
            quote.trail_step = step
            quote.trail.append(price)
            deltas.append(delta)
        quote.last, quote.last_qty, quote.last_aggressor = price, qty, event.aggressor
        quote.open = quote.open or price
        quote.high = max(quote.high, price)
        quote.low = min(quote.low or price, price)
        quote.volume += qty
        quote.trades += 1
        quote.traded[price] = quote.traded.get(price, 0) + qty
        self._changed(quote, at)

    def _on_indicative(self, at: int, event: IndicativeChanged) -> None:
        self._would_uncross(event.instrument, Uncross(event.price, event.qty, event.surplus))

    def _on_phase(self, at: int, event: PhaseChanged) -> None:
        """The venue does not say that the price of an auction is gone with it."""
        if event.cause is not PhaseCause.EXTENDED:
            self._would_uncross(event.instrument, NO_UNCROSS)

    def _would_uncross(self, instrument: int, found: Uncross) -> None:
        quote = self.quotes[instrument]
        if found != quote.indicative:
            quote.indicative = found
            quote.version += 1
            self.version += 1

    def _changed(self, quote: Quote, at: int) -> None:
        quote.at = self.at = at
        quote.version += 1
        self.version += 1
