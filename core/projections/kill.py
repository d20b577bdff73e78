"""The kill switch as seen: what is stopped and how far it stands, by whom, what it hit, what is still open, and what pressing it
now would do."""

from collections.abc import Mapping
from typing import Any

import msgspec

from core.domain.enums import CancelReason
from core.domain.instrument import Instrument
from core.domain.scope import EVERYTHING, ScopeKind, parse_scope, width
from core.domain.stages import BLOCKED, Stage
from core.messages.events import KillEngaged, KillReleased, OrderCancelled, OrderRefused, RequestRefused, RunStarted
from core.messages.reasons import Reason
from core.messages.stopping import OverrideChanged, ReleaseApproved, StageChanged
from core.projections.board import Fold
from core.projections.market import Market
from core.projections.orders import Orders
from core.projections.pictures import KillPicture, VersionLook
from core.projections.positions import Positions
from core.projections.stages import Stages, names_of
from core.projections.stop_pictures import Holding, Opening, Rehearsed, StopRow


class Kill:
    """rows: of what is stopped or on its way back, by scope. tested: set by whoever rehearses. denied: of the last
    request about the switch that was refused."""

    def __init__(self, market: Market, orders: Orders, positions: Positions) -> None:
        self._market = market
        self._orders = orders
        self._positions = positions
        self.version = 0
        self.stages = Stages()
        self.rows: dict[str, StopRow] = {}
        self.generation = self.at = 0
        self.source = ""
        self.denied: Reason | None = None
        self.tested: Rehearsed | None = None
        self.openings: dict[int, Opening] = {}
        self.folds: Mapping[type, Fold] = {
            KillEngaged: self._on_engaged,
            StageChanged: self._on_stage,
            ReleaseApproved: self._on_approved,
            KillReleased: self._on_released,
            OrderCancelled: self._on_cancelled,
            OrderRefused: self._on_refused,
            RequestRefused: self._on_request_refused,
            OverrideChanged: self._on_override,
            RunStarted: self._on_run,
        }

    @property
    def engaged(self) -> bool:
        return self.stages.engaged

    def blocks(self, instrument: Instrument) -> bool:
        """Whether an order placed by hand here is refused, whatever it is."""
        return self.stages.stage_of(instrument) >= BLOCKED

    def picture(self, look: VersionLook) -> KillPicture | None:
        version = self.version + self._orders.version + self._positions.version
        if version == look.version:
            return None
        stops = tuple(sorted(self.rows.values(), key=_widest_first))
        generation, source, hit, cancelled, refused = self.generation, self.source, 0, 0, 0
        if stops:
            widest = stops[0]
            generation, source, hit, cancelled, refused = widest.generation, widest.source, widest.hit, widest.cancelled, widest.refused
        return KillPicture(
            version, self.engaged, generation, source, self.at, hit, cancelled, refused,
            len(self._orders.open), self._by_instrument(self._orders.open_values), self._holdings(),
            stops, self.denied, self.tested,
            tuple(self.openings[number] for number in sorted(self.openings)),
        )

    def _holdings(self) -> tuple[Holding, ...]:
        quotes, held = self._market.quotes, self._positions.all_held()
        return tuple(Holding(quotes[id].instrument, qty, account) for id, account, qty in held if id in quotes)

    def _by_instrument(self, amounts: Mapping[int, int]) -> tuple[tuple[Instrument, int], ...]:
        quotes = self._market.quotes
        return tuple((quotes[id].instrument, amount) for id, amount in sorted(amounts.items()) if amount and id in quotes)

    def _on_engaged(self, at: int, e: KillEngaged) -> None:
        self.stages.on_engaged(at, e)
        scope = e.scope or EVERYTHING.text
        self.rows[scope] = StopRow(scope, e.generation, e.source, e.who, self.stages.stage[scope], e.orders, e.orders, at, 0, 0)
        self.generation, self.source, self.at = e.generation, e.source, at
        self.denied = None
        self.version += 1

    def _on_stage(self, at: int, e: StageChanged) -> None:
        self.stages.on_stage(at, e)
        row = self.rows.get(e.scope)
        if row is not None:
            changes: dict[str, Any] = {"stage": e.stage, "left": e.left}
            if e.stage in (Stage.VERIFIED, Stage.UNVERIFIED):
                changes |= {"asked_by": "", "why": "", "cancelled_at": row.cancelled_at or at}
                changes["verified_at"] = (row.verified_at or at) if e.stage is Stage.VERIFIED else 0
            elif e.stage is Stage.REQUESTED:
                changes |= {"asked_by": e.who, "why": e.why}
            self.rows[e.scope] = msgspec.structs.replace(row, **changes)
        self.at, self.denied = at, None
        self.version += 1

    def _on_approved(self, at: int, e: ReleaseApproved) -> None:
        row = self.rows.get(e.scope)
        if row is not None:
            self.rows[e.scope] = msgspec.structs.replace(row, asked_by=e.asked_by, approved_by=e.approved_by, why=e.why)
        self.version += 1

    def _on_released(self, at: int, e: KillReleased) -> None:
        self.stages.on_released(at, e)
        if e.scope:
            self.rows.pop(e.scope, None)
        else:
            self.rows.clear()
        self.source, self.at = e.source, at
        self.version += 1

    def _on_cancelled(self, at: int, e: OrderCancelled) -> None:
        if e.reason is CancelReason.KILL_SWITCH:
            for row in self._concerned(e.order_id):
                self.rows[row.scope] = msgspec.structs.replace(row, cancelled=min(row.cancelled + 1, row.hit))
            self.version += 1

    def _on_refused(self, at: int, e: OrderRefused) -> None:
        if e.reason is Reason.KILL_SWITCH_ENGAGED:
            account, origin = self._orders.author_of(e.client_order_id)
            quote = self._market.quotes.get(int(e.instrument))
            instrument = quote.instrument if quote is not None else None
            names = names_of(account, origin.person, origin.strategy, origin.desk, origin.session, instrument)
            self._count_refused([row for row in self.rows.values() if row.scope in names])

    def _on_request_refused(self, at: int, e: RequestRefused) -> None:
        if e.reason is Reason.KILL_SWITCH_ENGAGED:
            self._count_refused(self._concerned(e.order_id))
        elif e.request in OURS:
            self.denied = e.reason
            self.version += 1

    def _concerned(self, order_id: int) -> list[StopRow]:
        """Stops of the scopes that an order of ours is of; its desk and session are not known here."""
        order = self._orders.rows.get(order_id)
        if order is None:
            return [row for row in self.rows.values() if row.scope == EVERYTHING.text]
        own = (f"{ScopeKind.ORDER.name.lower()}:{name}" for name in (order.order_id, order.client_order_id))
        names = {*names_of(order.account, order.person, order.strategy, "", "", order.instrument), *own}
        return [row for row in self.rows.values() if row.scope in names]

    def _count_refused(self, concerned: list[StopRow]) -> None:
        """What nobody can be named for is the widest's: a refusal is never lost from the counts."""
        for row in [row for row in concerned if row.blocks] or sorted(self.rows.values(), key=_widest_first)[:1]:
            self.rows[row.scope] = msgspec.structs.replace(row, refused=row.refused + 1)
        self.version += 1

    def _on_override(self, at: int, e: OverrideChanged) -> None:
        if e.left:
            self.openings[e.number] = Opening(e.number, int(e.instrument), int(e.left), e.until, e.asked_by, e.why)
        else:
            self.openings.pop(e.number, None)
        self.version += 1

    def _on_run(self, at: int, e: RunStarted) -> None:
        self.stages.on_run(at, e)
        self.generation, self.source, self.at = e.kill_generation, e.kill_source, at
        self.denied = None
        rows = [StopRow(stop.scope, stop.generation, stop.source, "", self.stages.stage[stop.scope], 0, 0, at, at, at) for stop in e.stops]
        if self.stages.engaged and not rows:
            rows.append(StopRow(EVERYTHING.text, e.kill_generation, e.kill_source, "", Stage.VERIFIED, 0, 0, at, at, at))
        self.rows = {row.scope: row for row in rows}
        self.openings = {}
        self.version += 1


OURS = ("stop", "release", "approve release", "stage", "stopping", "flatten", "override", "approve override", "trigger")
"""Requests about the switch itself."""


def _widest_first(row: StopRow) -> tuple[int, int, int]:
    return width(parse_scope(row.scope)), -row.stage, row.generation
