"""What must hold after every entry, whatever happened: kept from the events alone and compared with the machine.

Every lot of an order is filled, open or cancelled; a position is the sum of its fills; nothing is sent, open or filled while the
kill switch is engaged; exposure grows only within the limits in force; client order ids are used once; the displayed book is
never crossed in continuous trading; the limits told are the limits in force.
"""

from typing import Any

from core.domain.enums import OrderState, Phase, Side
from core.domain.scope import ScopeKind
from core.domain.stages import BLOCKED, REARMING, Stage
from core.journal.entry import Entry
from core.machine.state import State
from core.messages.commands import EngageKill, StartRun
from core.messages.events import (
    FillBusted,
    FillCorrected,
    KillEngaged,
    KillReleased,
    LimitsSet,
    OrderCancelled,
    OrderFilled,
    OrderRejected,
    OrderReplaced,
    OrderRestated,
    OrderSent,
    OrderWorking,
    RunStarted,
)
from core.messages.operations import TimePassed
from core.messages.stopping import OverrideChanged, StageChanged

CONCERN = ("everything", "instrument:X", "venue:V", "account:1")
"""The scopes of every order at home."""
CONCERN_ABROAD = ("everything", "account:1")


class Violation(AssertionError):
    """An invariant does not hold."""


class Account:
    """One order of ours, by the events that told of it."""

    __slots__ = ("cancelled", "filled", "leaves", "passes", "side", "total")

    def __init__(self, side: Side, total: int) -> None:
        self.side, self.total, self.leaves, self.filled, self.cancelled = side, total, total, 0, 0
        self.passes = False


class Ledger:
    """stages: of what is stopped, by the events. steps: of cancels are still to come. limits: in force, by the events; they outlive
    runs."""

    def __init__(self) -> None:
        self.stages: dict[str, Stage] = {}
        self.holding: dict[str, bool] = {}
        self.overrides: dict[int, int] = {}
        self.steps = False
        self.limits: dict[int, LimitsSet] = {}
        self._empty()

    def _empty(self) -> None:
        self.orders: dict[int, Account] = {}
        # Orders of outside venues: late and doubled reports are booked by rules of their own (tests/twins/naive_oms.py).
        self.abroad: dict[int, int] = {}
        self.names: set[str] = set()
        self.bought = self.sold = 0
        self.exposure = (0, 0)

    @property
    def stage(self) -> Stage:
        """The worst of those that concern our orders."""
        return self._worst(CONCERN)

    def _worst(self, scopes: tuple[str, ...]) -> Stage:
        return max((stage for scope, stage in self.stages.items() if scope in scopes), default=Stage.RELEASED)

    def follow(self, entry: Entry) -> None:
        """Raises Violation when the events contradict each other."""
        if type(entry.message) is StartRun:
            self.stages = {stop.scope: stop.stage for stop in entry.message.stops}
            self.holding, self.overrides = {}, {}
        for event in entry.events:
            if getattr(event, "venue", "") and isinstance(event, OrderSent):
                self._name(event)
                self.abroad[event.order_id] = 0
                continue
            if getattr(event, "order_id", 0) in self.abroad:
                self._on_abroad(event)
                continue
            fold = FOLDS.get(type(event))
            if fold is not None:
                fold(self, event)
        if type(entry.message) is StartRun:
            self.exposure = (0, 0)

    def compare(self, entry: Entry, state: State) -> None:
        """The machine stands after entry. Raises Violation."""
        oms = state.oms
        for id, order in oms.open.items():
            if order.venue:
                must(order.qty == order.filled + order.leaves and order.leaves > 0, f"order {id} abroad does not add up")
                must(order.filled == self.abroad[id], f"order {id} abroad was told otherwise than it is")
                continue
            known = self.orders[id]
            must(order.qty == order.filled + order.leaves and order.leaves > 0, f"order {id}: {order.qty} lots, {order.filled} filled, "
                 f"{order.leaves} open")  # fmt: skip
            must((known.filled, known.leaves) == (order.filled, order.leaves), f"order {id} was told otherwise than it is")
        for event in entry.events:
            if isinstance(event, OrderCancelled | OrderFilled) and event.order_id in oms.closed and event.order_id in self.orders:
                order, known = oms.closed[event.order_id], self.orders[event.order_id]
                whole = order.qty == known.filled + known.cancelled + known.leaves
                must(whole, f"order {event.order_id} lost lots when it ended")
        held = oms.positions.get((1, 1))
        position = held.qty if held is not None else 0
        must(position == self.bought - self.sold, f"position {position}, but the fills make {self.bought - self.sold}")
        must(held is None or (held.bought, held.sold) == (self.bought, self.sold), "turnover is not the sum of fills")
        self._control(entry, state)
        same_scopes(state)
        self._exposure(entry, state, position)
        self._linked(state)
        market = state.venue.markets.get(1)
        if market is not None and market.phase is Phase.CONTINUOUS:
            bid, ask = market.book.best_bid(), market.book.best_ask()
            must(bid is None or ask is None or bid.price < ask.price, "the book is crossed in continuous trading")

    def _control(self, entry: Entry, state: State) -> None:
        stages = {text: stop.stage for text, stop in state.kill.stops.items()}
        for text, stage in self.stages.items():
            stands = stages.get(text, Stage.RELEASED)
            # Of the steps of cancels only the last one tells.
            must(stands == stage or (stage, stands) == (Stage.BLOCKING, Stage.CANCELLING), f"{text} is {stands!r}, {stage!r} was told")
        must(stages.keys() <= self.stages.keys(), "something is stopped that was not told")
        rested = (Stage.CANCEL_ONLY, Stage.REQUESTED, Stage.VERIFIED)
        blocked = any(not self.orders[id].passes for id in state.oms.open if id in self.orders)
        # A stage down is told first, and its cancels follow in steps as those of a trip do: each at once, before whatever waits.
        steps = any(stop.todo for stop in state.kill.stops.values())
        must(not steps or state.kill.due == 0, "the next step of cancels waits for something")
        must(not self.steps or isinstance(entry.message, TimePassed | EngageKill), "something came between two steps of cancels")
        self.steps = steps
        still = self.stage in rested and blocked and not self.held and not steps
        must(not still, "orders are open while the kill switch is engaged, and verified")
        abroad = any(id in self.abroad for id in state.oms.open)
        must(self.stage is not Stage.UNVERIFIED or abroad, "a cancel is not verified on an exchange that takes every cancel")
        for parent in state.oms.parents.known.values():
            beyond = parent.open + parent.filled - parent.qty
            must(beyond <= parent.worst, f"parent {parent.id} became more than it is, and nobody was told")
        limits = state.gate.limits
        must(limits.keys() == self.limits.keys(), "limits in force are not those told")
        for id, told in self.limits.items():
            must(limits[id].max_position == told.max_position and limits[id].max_order_qty == told.max_order_qty, "limits differ")

    def _linked(self, state: State) -> None:
        """An exit that nothing is on its way for is what is filled and not yet exited."""
        oms = state.oms
        for group in state.groups.known.values():
            for number, leg in enumerate(group.legs):
                if group.done or leg.lost or leg.pulled or leg.renew or leg.short or (number == 0 and group.entered_by_leg):
                    continue
                order = leg.order(oms)
                if order is not None and order.id in oms.open and order.state is OrderState.WORKING:
                    must(order.leaves == group.wants(number, oms), f"leg {number + 1} of group {group.id} is not what it should be")

    def _exposure(self, entry: Entry, state: State, position: int) -> None:
        """It grows within the limits only; an exchange that undoes fills may push it beyond, and nothing else."""
        oms, before = state.oms, self.exposure
        sums = [0, 0]
        for order in oms.open.values():
            if order.venue:
                continue
            # A replace on its way counts for the larger of old and asked.
            sums[order.side] += order.leaves + order.extra
        held = state.gate.usage(ScopeKind.ACCOUNT, "1").holding(1)
        must(sums == [held.buy, held.sell], "the sums of open lots are not the sums of open lots")
        self.exposure = (position + sums[Side.BUY], -position + sums[Side.SELL])
        if 1 not in self.limits or any(isinstance(event, FillBusted | FillCorrected) for event in entry.events):
            return
        limit = self.limits[1].max_position
        for side, was, now in zip(Side, before, self.exposure, strict=True):
            must(now <= was or now <= limit, f"{side.name} exposure grew from {was} to {now}, the limit is {limit}")

    # folds ------------------------------------------------------------------------------------------------------------

    def _on_run(self, e: RunStarted) -> None:
        self._empty()
        self.limits = {}

    def _name(self, e: OrderSent) -> None:
        passes = e.client_order_id.startswith("flatten-") or any(e.qty <= left for left in self.overrides.values())
        stage = self._worst(CONCERN_ABROAD) if e.venue else self.stage
        must(stage < BLOCKED or passes, f"order {e.order_id} was sent while the kill switch was engaged")
        must(e.client_order_id not in self.names, f"client order id {e.client_order_id} was sent twice")
        self.names.add(e.client_order_id)

    def _on_abroad(self, e: Any) -> None:
        if isinstance(e, OrderFilled):
            self.abroad[e.order_id] += e.qty

    def _on_sent(self, e: OrderSent) -> None:
        self._name(e)
        if self.stage >= Stage.REDUCE_ONLY:
            same = sum(order.leaves for order in self.orders.values() if order.side is e.side)
            position = self.bought - self.sold
            must(same + e.qty <= (position if e.side is Side.SELL else -position), f"order {e.order_id} does not only reduce")
        self.orders[e.order_id] = Account(e.side, e.qty)
        self.orders[e.order_id].passes = self.stage >= BLOCKED

    def _on_working(self, e: OrderWorking | OrderRestated) -> None:
        order = self.orders[e.order_id]
        must(e.leaves <= order.leaves, f"order {e.order_id} grew by itself")
        order.total -= order.leaves - e.leaves
        order.leaves = e.leaves

    def _on_filled(self, e: OrderFilled) -> None:
        order = self.orders[e.order_id]
        must(self.stage < BLOCKED or order.passes or self.held, f"order {e.order_id} was filled after the kill switch was engaged")
        # A self match may have taken lots off as well.
        must(e.qty > 0 and e.leaves <= order.leaves - e.qty, f"order {e.order_id}: more was filled than was open")
        order.total -= order.leaves - e.qty - e.leaves
        order.filled += e.qty
        order.leaves = e.leaves
        self._turnover(order.side, e.qty)

    def _turnover(self, side: Side, qty: int) -> None:
        if side is Side.BUY:
            self.bought += qty
        else:
            self.sold += qty

    def _on_cancelled(self, e: OrderCancelled) -> None:
        order = self.orders[e.order_id]
        must(0 < e.qty <= order.leaves, f"order {e.order_id}: {e.qty} lots cancelled, {order.leaves} were open")
        order.total -= order.leaves - e.qty
        order.cancelled, order.leaves = e.qty, 0
        must(order.total == order.filled + order.cancelled, f"order {e.order_id} lost lots")

    def _on_rejected(self, e: OrderRejected) -> None:
        order = self.orders[e.order_id]
        must(order.filled == 0, f"order {e.order_id} was filled and then rejected")
        order.cancelled, order.leaves = order.leaves, 0

    def _on_replaced(self, e: OrderReplaced) -> None:
        order = self.orders[e.order_id]
        must(e.qty == order.filled + e.leaves, f"order {e.order_id}: replaced to {e.qty}, {order.filled} filled, {e.leaves} open")
        order.total, order.leaves = e.qty, e.leaves

    def _on_busted(self, e: FillBusted) -> None:
        self._turnover(self.orders[e.order_id].side, -e.qty)

    def _on_corrected(self, e: FillCorrected) -> None:
        self._turnover(self.orders[e.order_id].side, e.qty - e.was_qty)

    def _on_engaged(self, e: KillEngaged) -> None:
        self.stages[e.scope] = Stage.BLOCKING
        self.holding[e.scope] = False

    def _on_stage(self, e: StageChanged) -> None:
        self.stages[e.scope] = e.stage
        self.holding[e.scope] = e.stage is Stage.HOLDING or (self.holding.get(e.scope, False) and e.stage in (*REARMING, Stage.REQUESTED))

    def _on_override(self, e: OverrideChanged) -> None:
        self.overrides[e.number] = e.left if e.until else 0

    @property
    def held(self) -> bool:
        """Whether what is blocked only holds: what was open goes on working."""
        return all(self.holding.get(scope, False) for scope, stage in self.stages.items() if scope in CONCERN and stage >= BLOCKED)

    def _on_released(self, e: KillReleased) -> None:
        must(self.stages.pop(e.scope) is Stage.RELEASED, "released before its last stage")

    def _on_limits(self, e: LimitsSet) -> None:
        self.limits[e.instrument] = e


FOLDS: dict[type, Any] = {
    RunStarted: Ledger._on_run, OrderSent: Ledger._on_sent, OrderWorking: Ledger._on_working, OrderRestated: Ledger._on_working,
    OrderFilled: Ledger._on_filled, OrderCancelled: Ledger._on_cancelled, OrderRejected: Ledger._on_rejected,
    OrderReplaced: Ledger._on_replaced, FillBusted: Ledger._on_busted, FillCorrected: Ledger._on_corrected,
    KillEngaged: Ledger._on_engaged, KillReleased: Ledger._on_released,
    StageChanged: Ledger._on_stage, OverrideChanged: Ledger._on_override, LimitsSet: Ledger._on_limits,
}


def must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Violation(otherwise)


def same_scopes(state: State) -> None:
    """What the gate has in its scopes is what the orders and positions are."""
    for (account, instrument), held in state.oms.positions.items():
        usage = state.gate.usages.get((ScopeKind.ACCOUNT, str(account)))
        found = usage.held.get(instrument) if usage is not None else None
        must((found.qty if found is not None else 0) == held.qty, f"account {account} holds {held.qty} in {instrument}, its scope does not")
    for usage in state.gate.usages.values():
        if usage.kind is not ScopeKind.ACCOUNT:
            continue
        mine = [order for order in state.oms.open.values() if str(order.account) == usage.name]
        must(usage.orders == len(mine), f"scope {usage.name} has {usage.orders} orders, {len(mine)} are open")
        for instrument, found in usage.held.items():
            sums = [0, 0]
            for order in mine:
                if order.instrument == instrument:
                    sums[order.side] += order.leaves + order.extra
            must([found.buy, found.sell] == sums, f"scope {usage.name} has {found.buy}, {found.sell} open in {instrument}, it is {sums}")
            must(found.buy_worth >= 0 and found.sell_worth >= 0, "less than nothing is open")
