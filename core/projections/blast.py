"""What stopping would hit now, scope by scope, and what became of the orders that the last stop did hit.

Kept up to date order by order, so that a picture costs the number of scopes, not of orders. An order belongs to every scope that
names it; one without a limit counts at its trigger, and without that at the market's last price. Folds only: it decides nothing.
"""

from collections.abc import Mapping
from typing import Any

from core.domain.enums import CancelReason, Phase, Request
from core.domain.instrument import Instrument
from core.domain.scope import EVERYTHING, parse_scope
from core.domain.stages import Stage
from core.messages.events import (
    KillEngaged,
    OrderCancelled,
    OrderFilled,
    OrderRejected,
    OrderReplaced,
    OrderRestated,
    OrderSent,
    OrderWorking,
    PositionChanged,
    RequestRejected,
    RunStarted,
)
from core.messages.market_data import PhaseChanged, RulesChanged
from core.messages.origin import Origin
from core.messages.rejections import Rejection
from core.messages.stopping import CancelKept, FlattenChanged, StageChanged
from core.projections.board import Fold
from core.projections.kill import Kill
from core.projections.market import Market
from core.projections.orders import Orders
from core.projections.pictures import VersionLook
from core.projections.stop_pictures import BlastLook, BlastPicture, BlastRow, Fate, FateRow, Holding

FATES_SHOWN = 200
NOBODY = Origin()


class _Order:
    __slots__ = ("account", "instrument", "leaves", "name", "price", "scopes", "side", "value")

    def __init__(self, e: OrderSent, scopes: tuple[str, ...]) -> None:
        self.account, self.instrument, self.name, self.side = e.account, int(e.instrument), e.client_order_id, e.side
        self.leaves, self.price, self.value, self.scopes = int(e.qty), int(e.price), 0, scopes


class Blast:
    """sums: orders and value by scope and instrument. fates: of the orders that the last stop hit."""

    def __init__(self, market: Market, orders: Orders, kill: Kill) -> None:
        self._market = market
        self._orders = orders
        self._kill = kill
        self.version = 0
        self.folds: Mapping[type, Fold] = {
            OrderSent: self._on_sent, OrderWorking: self._on_left, OrderRestated: self._on_left, OrderReplaced: self._on_replaced,
            OrderFilled: self._on_filled, OrderCancelled: self._on_cancelled, OrderRejected: self._on_gone,
            RequestRejected: self._on_request_rejected, CancelKept: self._on_kept, PositionChanged: self._on_position,
            KillEngaged: self._on_engaged, StageChanged: self._on_stage, FlattenChanged: self._on_flatten, PhaseChanged: self._on_phase,
            RulesChanged: self._on_rules, RunStarted: self._on_run,
        }
        self._clear()
        self.frozen_in: dict[int, tuple[Phase, ...]] = {}
        self.phases: dict[int, Phase] = {}

    def _clear(self) -> None:
        self.orders: dict[int, _Order] = {}
        self.sums: dict[str, dict[int, list[int]]] = {EVERYTHING.text: {}}
        self.positions: dict[tuple[int, int], int] = {}
        self.fates: dict[int, FateRow] = {}
        self.counts: dict[Fate, int] = {}
        self.hit_scope, self.hit_generation = "", 0
        self.flattening: tuple[str, int, bool] = ("", 0, False)

    def picture(self, look: BlastLook) -> BlastPicture | None:
        kill = self._kill.picture(VersionLook())
        version = self.version + (kill.version if kill is not None else 0) + sum(quote.version for quote in self._market.quotes.values())
        if version == look.version:
            return None
        rows = [self._row(scope) for scope in self.sums if self.sums[scope] or scope == EVERYTHING.text or self._positions_of(scope)]
        rows += [self._row(scope) for scope in self._position_scopes() if scope not in self.sums]
        left = sorted(self.fates.values(), key=_stragglers_first)[:FATES_SHOWN]
        return BlastPicture(
            version, tuple(sorted(rows, key=_by_kind)), self.hit_scope, self.hit_generation, len(self.fates),
            tuple(self.counts.get(fate, 0) for fate in Fate), tuple(left), *self.flattening, kill,
        )

    def _row(self, scope: str) -> BlastRow:
        orders, frozen, values = 0, 0, []
        for id, (count, value) in sorted(self.sums.get(scope, {}).items()):
            orders += count
            frozen += count if self._is_frozen(id) else 0
            instrument = self._instrument(id)
            if instrument is not None and value:
                values.append((instrument, value))
        return BlastRow(scope, orders, tuple(values), frozen, *self._closing(scope))

    def _closing(self, scope: str) -> tuple[tuple[Holding, ...], int]:
        """The positions, each with what closing it would lose behind the accounts before it; and lots that the book does not hold."""
        found: list[Holding] = []
        ahead: dict[tuple[int, bool], int] = {}
        short = 0
        for id, account, qty in self._positions_of(scope):
            instrument = self._instrument(id)
            if instrument is not None:
                before = ahead.get((id, qty > 0), 0)
                ahead[id, qty > 0] = before + qty
                (least, gone), (cost, missing) = self._cost(id, before), self._cost(id, before + qty)
                found.append(Holding(instrument, qty, account, cost - least))
                short += missing - gone
        return tuple(found), short

    def _cost(self, id: int, qty: int) -> tuple[int, int]:
        """What trading so much away now would lose against the middle, from the displayed book; and lots it does not hold."""
        depth = self._market.quotes[id].depth
        bid, ask = depth.best_bid, depth.best_ask
        if not bid or not ask:
            return 0, abs(qty)
        left, doubled = abs(qty), 0
        levels, prices = (depth.bids, reversed(depth.bid_prices)) if qty > 0 else (depth.asks, iter(depth.ask_prices))
        for price in prices:
            lots = min(left, levels[price])
            doubled += abs(2 * price - bid - ask) * lots
            left -= lots
            if not left:
                break
        return doubled // 2, left

    def _positions_of(self, scope: str) -> list[tuple[int, int, int]]:
        """Instrument, account and lots, by instrument; nobody but everything, venues, instruments and accounts has any."""
        return sorted(
            (id, account, qty) for (account, id), qty in self.positions.items() if qty and scope in self._scopes_of_position(account, id)
        )

    def _position_scopes(self) -> list[str]:
        found = {scope for (account, id), qty in self.positions.items() if qty for scope in self._scopes_of_position(account, id)}
        return sorted(found)

    def _scopes_of_position(self, account: int, id: int) -> tuple[str, ...]:
        instrument = self._instrument(id)
        named = (f"venue:{instrument.venue}", f"instrument:{instrument.symbol}") if instrument is not None else ()
        return (EVERYTHING.text, f"account:{account}", *named)

    def _instrument(self, id: int) -> Instrument | None:
        quote = self._market.quotes.get(id)
        return quote.instrument if quote is not None else None

    def _is_frozen(self, id: int) -> bool:
        return self.phases.get(id, Phase.CONTINUOUS) in self.frozen_in.get(id, ())

    # orders ---------------------------------------------------------------------------------------------------------

    def _on_sent(self, at: int, e: OrderSent) -> None:
        origin = e.origin if e.origin is not None else NOBODY
        named = (("trader", origin.person), ("strategy", origin.strategy), ("desk", origin.desk), ("session", origin.session))
        owners = tuple(f"{kind}:{name}" for kind, name in named if name)
        order = self.orders[e.order_id] = _Order(e, (*self._scopes_of_position(e.account, e.instrument), *owners))
        for scope in order.scopes:
            self.sums.setdefault(scope, {}).setdefault(order.instrument, [0, 0])[0] += 1
        self._revalue(e.order_id, order)

    def _revalue(self, id: int, order: _Order) -> None:
        quote, row = self._market.quotes.get(order.instrument), self._orders.rows.get(id)
        value = order.leaves * (order.price or (row.trigger if row is not None else 0) or (quote.last if quote is not None else 0))
        for scope in order.scopes:
            self.sums[scope][order.instrument][1] += value - order.value
        order.value = value
        self.version += 1

    def _on_left(self, at: int, e: OrderWorking | OrderRestated) -> None:
        order = self.orders.get(e.order_id)
        if order is not None:
            order.leaves, order.price = int(e.leaves), int(e.price) or order.price
            self._revalue(e.order_id, order)

    def _on_replaced(self, at: int, e: OrderReplaced) -> None:
        self._on_left(at, e)  # type: ignore[arg-type]

    def _on_filled(self, at: int, e: OrderFilled) -> None:
        order = self.orders.get(e.order_id)
        if order is not None:
            order.leaves = int(e.leaves)
            self._revalue(e.order_id, order)
            if not e.leaves:
                self._close(e.order_id, Fate.FILLED)

    def _on_cancelled(self, at: int, e: OrderCancelled) -> None:
        self._close(e.order_id, Fate.CANCELLED if e.reason is CancelReason.KILL_SWITCH else Fate.OTHERWISE)

    def _on_gone(self, at: int, e: OrderRejected) -> None:
        self._close(e.order_id, Fate.OTHERWISE)

    def _close(self, id: int, fate: Fate) -> None:
        order = self.orders.pop(id, None)
        if order is None:
            return
        for scope in order.scopes:
            kept = self.sums[scope][order.instrument]
            kept[0] -= 1
            kept[1] -= order.value
            if not kept[0]:
                del self.sums[scope][order.instrument]
        self._tell(id, fate)
        self.version += 1

    def _on_position(self, at: int, e: PositionChanged) -> None:
        self.positions[(e.account, int(e.instrument))] = e.qty
        self.version += 1

    # what a stop hit ------------------------------------------------------------------------------------------------

    def _on_engaged(self, at: int, e: KillEngaged) -> None:
        scope = e.scope or EVERYTHING.text
        name = parse_scope(scope).name
        self.hit_scope, self.hit_generation = scope, e.generation
        self.fates, self.counts = {}, {}
        for id, order in self.orders.items():
            if scope in order.scopes or (scope.startswith("order:") and name in (str(id), order.name)):
                instrument = self._instrument(order.instrument)
                self.fates[id] = FateRow(id, order.name, instrument, order.side, order.leaves, Fate.WAITING, 0)
        self.counts[Fate.WAITING] = len(self.fates)
        self.version += 1

    def _tell(self, id: int, fate: Fate, attempts: int = 0, reason: Rejection | None = None) -> None:
        row = self.fates.get(id)
        if row is not None:
            self.counts[row.fate] -= 1
            self.counts[fate] = self.counts.get(fate, 0) + 1
            self.fates[id] = FateRow(id, row.name, row.instrument, row.side, row.leaves, fate, attempts or max(row.attempts, 1), reason)

    def _on_kept(self, at: int, e: CancelKept) -> None:
        self._tell(e.order_id, Fate.REFUSED, e.attempts, e.reason)
        self.version += 1

    def _on_request_rejected(self, at: int, e: RequestRejected) -> None:
        if e.request is Request.CANCEL:
            self._tell(e.order_id, Fate.REFUSED, 0, e.reason)

    def _on_stage(self, at: int, e: StageChanged) -> None:
        if e.stage is Stage.UNVERIFIED and e.generation == self.hit_generation:
            for id in [id for id, row in self.fates.items() if row.fate is Fate.WAITING]:
                self._tell(id, Fate.UNKNOWN)
        elif e.stage is Stage.HOLDING and e.generation == self.hit_generation:
            self.fates, self.counts = {}, {}
        self.version += 1

    def _on_flatten(self, at: int, e: FlattenChanged) -> None:
        self.flattening = (e.scope, e.left, e.going)
        self.version += 1

    # the market -----------------------------------------------------------------------------------------------------

    def _on_phase(self, at: int, e: PhaseChanged) -> None:
        self.phases[int(e.instrument)] = e.phase
        self.version += 1

    def _on_rules(self, at: int, e: RulesChanged) -> None:
        self.frozen_in[int(e.instrument)] = e.rules.no_cancel
        self.version += 1

    def _on_run(self, at: int, e: RunStarted) -> None:
        self._clear()
        self.frozen_in, self.phases = {}, {}
        self.version += 1


ORDER_OF_KINDS = ("everything", "venue", "instrument", "account", "desk", "trader", "strategy", "session")


def _by_kind(row: BlastRow) -> tuple[int, str]:
    kind = row.scope.partition(":")[0]
    return ORDER_OF_KINDS.index(kind), row.scope


def _stragglers_first(row: FateRow) -> tuple[int, int]:
    order: Any = (Fate.REFUSED, Fate.UNKNOWN, Fate.WAITING, Fate.OTHERWISE, Fate.FILLED, Fate.CANCELLED)
    return order.index(row.fate), row.order_id
