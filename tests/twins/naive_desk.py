"""What can be counted of naive order management, its gate, and what people ask of it."""

from core.domain.enums import CancelReason, OrderState, Side
from core.domain.order import LINES
from core.messages.reasons import Reason
from tests.twins.naive_order import Group, Order, Parent, Trade

S, R = OrderState, Reason
PRECEDENCE = list(Reason)


class Desk:
    """limit: lots of position, with everything open on that side. told: of this step, anomalies and refusals by name."""

    def __init__(self, venue: str, limit: int) -> None:
        self.venue, self.limit = venue, limit
        self.orders: dict[int, Order] = {}
        self.parents: dict[int, Parent] = {}
        self.groups: dict[int, Group] = {}
        self.names: set[str] = set()
        self.said: set[tuple[str, str]] = set()
        self.trades: dict[tuple[str, int, int], Trade] = {}
        self.nameless: list[Trade] = []
        self.engaged = False
        self.seq = self.line = 0
        self.told: list[str] = []

    def begin(self, seq: int) -> None:
        self.seq, self.line, self.told = seq, 0, []

    # what can be counted ----------------------------------------------------------------------------------------------

    def open(self) -> list[Order]:
        return [self.orders[id] for id in sorted(self.orders) if self.orders[id].now.end is None]

    def exposed(self, side: Side) -> int:
        return sum(order.now.leaves + order.now.extra for order in self.open() if order.side is side)

    @property
    def position(self) -> int:
        every = [*self.trades.values(), *self.nameless]
        return sum(trade.lots if trade.side is Side.BUY else -trade.lots for trade in every)

    def committed(self, id: int) -> int:
        found = [order.now for order in self.orders.values() if order.parent == id]
        return sum(now.leaves + now.extra + now.filled - now.undone for now in found)

    # the gate -----------------------------------------------------------------------------------------------------------

    def judge(self, name: str, side: Side, qty: int, parent: int, ahead: list[Order]) -> Reason | None:
        """ahead: lines of the same basket, as if they were sent."""
        reasons = []
        if self.engaged:
            reasons.append(R.KILL_SWITCH_ENGAGED)
        if name in self.names or any(order.name == name for order in ahead):
            reasons.append(R.DUPLICATE_CLIENT_ORDER_ID)
        mine = sum(order.qty for order in ahead if order.side is side)
        sign = 1 if side is Side.BUY else -1
        if sign * self.position + self.exposed(side) + mine + qty > self.limit:
            reasons.append(R.MAX_POSITION)
        if parent:
            known = self.parents.get(parent)
            if known is None or known.side is not side:
                reasons.append(R.UNKNOWN_PARENT)
            elif known.done:
                reasons.append(R.PARENT_DONE)
            elif self.committed(parent) + sum(order.qty for order in ahead if order.parent == parent) + qty > known.qty:
                reasons.append(R.PARENT_QTY)
        return min(reasons, key=PRECEDENCE.index) if reasons else None

    def send(self, id: int, name: str, side: Side, qty: int, parent: int = 0, group: int = 0) -> Order:
        self.names.add(name)
        order = self.orders[id] = Order(id, name, side, qty, self.venue, parent, group)
        return order

    def next_id(self) -> int:
        self.line += 1
        return self.line * LINES + self.seq

    # commands -----------------------------------------------------------------------------------------------------------

    def place(self, name: str, side: Side, qty: int, parent: int) -> None:
        reason = self.judge(name, side, qty, parent, [])
        if reason is not None:
            self.refuse(reason)
        else:
            self.send(self.seq, name, side, qty, parent)

    def refuse(self, reason: Reason) -> None:
        self.told.append(reason.name)

    def basket(self, lines: list[tuple[str, Side, int, int]]) -> None:
        passed: list[Order] = []
        reasons: list[Reason] = []
        for number, (name, side, qty, parent) in enumerate(lines, 1):
            reason = self.judge(name, side, qty, parent, passed)
            if reason is None:
                passed.append(Order(number * LINES + self.seq, name, side, qty, self.venue, parent))
            else:
                reasons.append(reason)
        if reasons:
            self.refuse(min(reasons, key=PRECEDENCE.index))
            return
        for order in passed:
            self.send(self.next_id(), order.name, order.side, order.qty, order.parent)

    def open_parent(self, name: str, side: Side, qty: int) -> None:
        if self.engaged:
            self.refuse(R.KILL_SWITCH_ENGAGED)
        elif name in self.names:
            self.refuse(R.DUPLICATE_CLIENT_ORDER_ID)
        else:
            self.names.add(name)
            self.parents[self.seq] = Parent(self.seq, side, qty)

    def cancel(self, id: int) -> None:
        order = self.orders.get(id)
        if order is not None and order.now.end is None:
            self._ask_cancel(order, CancelReason.REQUESTED)
        elif id in self.groups and not self.groups[id].done:
            self.groups[id].done = True
        elif id in self.parents and not self.parents[id].done:
            self.parents[id].done = True
            for child in self.open():
                if child.parent == id:
                    self._ask_cancel(child, CancelReason.PARENT_CANCELLED)
        else:
            self.refuse(R.ORDER_NOT_WORKING if id in {**self.orders, **self.groups, **self.parents} else R.UNKNOWN_ORDER)

    def _ask_cancel(self, order: Order, reason: CancelReason) -> None:
        order.tell("cancel asked")
        order.reasons.append(reason)

    def replace(self, id: int, total: int) -> None:
        order = self.orders.get(id)
        if order is None or order.now.end is not None:
            self.refuse(R.ORDER_NOT_WORKING if order is not None else R.UNKNOWN_ORDER)
            return
        reason = self.change(order, total)
        if reason is not None:
            self.refuse(reason)

    def change(self, order: Order, total: int) -> Reason | None:
        now = order.now
        reasons = []
        if self.engaged:
            reasons.append(R.KILL_SWITCH_ENGAGED)
        if now.doubt:
            reasons.append(R.ORDER_IN_DOUBT)
        if total == now.qty and not now.on_their_way:
            reasons.append(R.NOTHING_CHANGES)
        sign = 1 if order.side is Side.BUY else -1
        others = self.exposed(order.side) - now.leaves - now.extra
        if total > now.qty and sign * self.position + others + total - now.filled > self.limit:
            reasons.append(R.MAX_POSITION)
        # In the gate a change that is none is told before its size is looked at.
        first = [reason for reason in reasons if reason is not R.NOTHING_CHANGES or len(reasons) == 1]
        more = total - now.qty - now.extra
        if not reasons and order.parent in self.parents and more > 0:
            if self.parents[order.parent].done:
                return R.PARENT_DONE
            if self.committed(order.parent) + more > self.parents[order.parent].qty:
                return R.PARENT_QTY
        if reasons:
            return min(first, key=PRECEDENCE.index)
        if total <= now.filled:
            self._ask_cancel(order, CancelReason.REQUESTED)
        else:
            order.tell("replace asked", total)
        return None

    def kill(self) -> None:
        self.engaged = True
        for group in self.groups.values():
            group.done = True
            for leg in group.legs:
                leg.pulled = bool(leg.orders)
        for parent in self.parents.values():
            parent.done = True
        for order in self.open():
            self._ask_cancel(order, CancelReason.KILL_SWITCH)
