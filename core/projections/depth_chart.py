"""Levels from the touch outwards, with our orders on them. Folds nothing of its own."""

from collections.abc import Mapping

from core.domain.enums import Phase
from core.projections.board import Fold
from core.projections.ladder import PhaseOf
from core.projections.market import Market
from core.projections.orders import Orders
from core.projections.pictures import DepthLook, DepthPicture
from core.projections.uncross import NO_UNCROSS


class DepthChart:
    folds: Mapping[type, Fold] = {}

    def __init__(self, market: Market, orders: Orders, phase_of: PhaseOf) -> None:
        self._market = market
        self._orders = orders
        self._phase_of = phase_of

    def picture(self, look: DepthLook) -> DepthPicture | None:
        quote = self._market.quote(look.instrument)
        if quote is None:
            return None
        # Whose market the instrument trades in changes no version.
        calls = self._phase_of(quote.instrument) is not Phase.CONTINUOUS
        version = 2 * (quote.version + self._orders.version) + calls
        if version == look.version:
            return None
        own = self._orders.working(quote.instrument.id)
        depth, indicative = quote.depth, quote.indicative if calls else NO_UNCROSS
        return DepthPicture(
            version, quote.instrument, depth.top_bids(look.levels), depth.top_asks(look.levels), own, tuple(quote.deltas), indicative,
        )
