"""What the order ticket needs: the touch, the limits in force, the position, and what became of the tickets sent."""

from collections.abc import Mapping

from core.domain.enums import PhaseOfRun, Side
from core.messages.events import LimitsSet, RunStarted
from core.projections.board import Fold
from core.projections.kill import Kill
from core.projections.market import Market
from core.projections.orders import Orders
from core.projections.pictures import TicketLook, TicketPicture
from core.projections.positions import Positions
from core.projections.session import Session


class Ticket:
    def __init__(self, market: Market, orders: Orders, positions: Positions, kill: Kill, session: Session) -> None:
        self._market = market
        self._orders = orders
        self._positions = positions
        self._kill = kill
        self._session = session
        self._limits: dict[int, LimitsSet] = {}
        self.version = 0
        self.folds: Mapping[type, Fold] = {LimitsSet: self._on_limits, RunStarted: self._on_run}

    def picture(self, look: TicketLook) -> TicketPicture | None:
        quote = self._market.quote(look.instrument)
        if quote is None:
            return None
        version = self.version + quote.version + self._orders.version + self._kill.version + self._session.version
        if version == look.version:
            return None
        depth, held = quote.depth, self._positions.held(quote.instrument.id)
        limits = self._limits.get(quote.instrument.id)
        bid, ask = depth.best_bid, depth.best_ask
        return TicketPicture(
            version, quote.instrument, bid, depth.bids.get(bid, 0), ask, depth.asks.get(ask, 0), quote.last, held.qty, held.cost,
            len(self._orders.open), limits.max_order_qty if limits else 0, limits.max_order_value if limits else 0,
            limits.collar_bp if limits else 0, limits.max_position if limits else 0, limits.max_open_orders if limits else 0,
            self._kill.blocks(quote.instrument), self._kill.source, self._session.phase is PhaseOfRun.RUNNING,
            tuple(self._orders.outcomes.values()), self._orders.open_lots(quote.instrument.id, Side.BUY),
            self._orders.open_lots(quote.instrument.id, Side.SELL),
        )

    def _on_limits(self, at: int, event: LimitsSet) -> None:
        self._limits[event.instrument] = event
        self.version += 1

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._limits.clear()
        self.version += 1
