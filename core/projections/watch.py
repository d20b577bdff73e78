"""The watchlist's rows, for the instruments in sight, however many are listed. Folds nothing of its own but that a phase changed."""

from collections.abc import Mapping

from core.domain.units import MILLISECOND
from core.messages.market_data import PhaseChanged
from core.projections.board import Fold
from core.projections.health import Health
from core.projections.ladder import PhaseOf
from core.projections.market import Market, Quote
from core.projections.positions import Positions
from core.projections.session import Session
from core.projections.watch_pictures import WatchLook, WatchPicture, WatchRow

MOST_ROWS = 200
"""Chosen: more rows than a screen of 4,320 pixels has."""
AGE_STEP_NS = 100 * MILLISECOND
"""As finely as an age is told: data that has stopped changes no row, but makes each of them older."""


class Watch:
    def __init__(self, market: Market, positions: Positions, phase_of: PhaseOf, session: Session, health: Health) -> None:
        self.folds: Mapping[type, Fold] = {PhaseChanged: self._on_phase}
        self._phase_of = phase_of
        self._turns = 0
        self._market = market
        self._positions = positions
        self._session = session
        self._health = health

    def picture(self, look: WatchLook) -> WatchPicture | None:
        market = self._market
        due_at, late = self._due_at(), self._health.data_is_late
        changes = market.version + self._positions.version + self._turns
        version = changes * 1_000_003 + due_at // AGE_STEP_NS * 2 + late
        if version == look.version and market.listing == look.listing:
            return None
        listed = tuple(quote.instrument for quote in market.quotes.values()) if look.listing != market.listing else None
        quotes = (market.quotes.get(id) for id in look.wanted[:MOST_ROWS])
        rows = tuple(self._row(quote) for quote in quotes if quote is not None)
        return WatchPicture(version, market.listing, listed, rows, market.at, due_at, late)

    def _due_at(self) -> int:
        """Session time waits for a market that is behind, so what that is behind comes on top of it."""
        health, session = self._health.current, self._session
        behind = health.data_age_ms * session.speed_milli // 1000 * MILLISECOND if health is not None else 0
        return max(session.at + behind, self._market.at)

    def _row(self, quote: Quote) -> WatchRow:
        depth, bid, ask = quote.depth, quote.depth.best_bid, quote.depth.best_ask
        return WatchRow(
            quote.instrument, bid, depth.bids.get(bid, 0), ask, depth.asks.get(ask, 0), quote.last, quote.last_qty,
            quote.last_aggressor, quote.open, quote.high, quote.low, quote.volume, quote.trades, tuple(quote.trail), quote.at,
            self._positions.held(quote.instrument.id).qty, self._phase_of(quote.instrument),
        )

    def _on_phase(self, at: int, e: PhaseChanged) -> None:
        self._turns += 1
