"""The kill switch as seen: engaged or not, by whom, what it hit, what is still open, and what pressing it now would do."""

from collections.abc import Mapping

from core.domain.enums import CancelReason
from core.messages.events import KillEngaged, KillReleased, OrderCancelled, OrderRefused, RequestRefused, RunStarted
from core.messages.reasons import Reason
from core.projections.board import Fold
from core.projections.market import Market
from core.projections.orders import Orders
from core.projections.pictures import KillPicture, VersionLook
from core.projections.positions import Positions


class Kill:
    def __init__(self, market: Market, orders: Orders, positions: Positions) -> None:
        self._market = market
        self._orders = orders
        self._positions = positions
        self.version = 0
        self.engaged = False
        self.generation = self.at = self.orders_hit = self.cancelled = self.refused_since = 0
        self.source = ""
        self.folds: Mapping[type, Fold] = {
            KillEngaged: self._on_engaged,
            KillReleased: self._on_released,
            OrderCancelled: self._on_cancelled,
            OrderRefused: self._on_refused,
            RequestRefused: self._on_refused,
            RunStarted: self._on_run,
        }

    def picture(self, look: VersionLook) -> KillPicture | None:
        version = self.version + self._orders.version + self._positions.version
        if version == look.version:
            return None
        quote = self._market.quote(0)
        instrument = quote.instrument if quote is not None else None
        position = self._positions.held(instrument.id).qty if instrument is not None else 0
        return KillPicture(
            version, self.engaged, self.generation, self.source, self.at, self.orders_hit, self.cancelled, self.refused_since,
            len(self._orders.open), self._orders.open_value, instrument, position,
        )

    def _on_engaged(self, at: int, e: KillEngaged) -> None:
        self.engaged, self.generation, self.source, self.at = True, e.generation, e.source, at
        self.orders_hit, self.cancelled, self.refused_since = e.orders, 0, 0
        self.version += 1

    def _on_released(self, at: int, e: KillReleased) -> None:
        self.engaged, self.source, self.at = False, e.source, at
        self.version += 1

    def _on_cancelled(self, at: int, e: OrderCancelled) -> None:
        if e.reason is CancelReason.KILL_SWITCH:
            self.cancelled += 1
            self.version += 1

    def _on_refused(self, at: int, e: OrderRefused | RequestRefused) -> None:
        if e.reason is Reason.KILL_SWITCH_ENGAGED:
            self.refused_since += 1
            self.version += 1

    def _on_run(self, at: int, e: RunStarted) -> None:
        self.engaged, self.generation, self.source, self.at = e.kill_engaged, e.kill_generation, e.kill_source, at
        self.orders_hit = self.cancelled = self.refused_since = 0
        self.version += 1
