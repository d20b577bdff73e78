"""Parent orders: what several of our orders together are for, and that they never become more than it.

Conservation: what the children of a parent have open (replaces on their way included) and filled (undone fills taken off) is
never sent beyond the parent's quantity. It is asked in the last step before the venue, after the gate, for a new child and for a
replace of one. A late or crossing fill may still go beyond it: that is told, and cannot be refused.
Deliberately absent: how a parent is worked, which is an algorithm's; its children are ordinary orders that name it.
"""

from typing import Any

from core.domain.enums import OrderState, Side
from core.domain.order import Owner, OwnOrder
from core.domain.order_state import OPEN
from core.domain.units import InstrumentId, OrderId, Qty
from core.messages.events import ConservationBroken, Event, ParentChanged
from core.messages.reasons import Reason


class Parent:
    """open: lots that its children have open. filled: lots that stand. done: no further child. worst: the most that they were
    beyond its quantity, as told."""

    __slots__ = ("account", "client_order_id", "done", "filled", "id", "instrument", "open", "owner", "qty", "side", "worst")

    def __init__(self, id: int, client_order_id: str, account: int, instrument: InstrumentId, side: Side, qty: int, owner: Owner) -> None:
        self.id: int = id
        self.client_order_id = client_order_id
        self.account: int = account
        self.instrument = instrument
        self.side = side
        self.qty: int = qty
        self.owner = owner
        self.open: int = 0
        self.filled: int = 0
        self.done: bool = False
        self.worst: int = 0

    @property
    def state(self) -> OrderState:
        if self.filled >= self.qty:
            return OrderState.FILLED
        if not self.done:
            return OrderState.WORKING
        return OrderState.CANCELLING if self.open else OrderState.CANCELLED


class Parents:
    """known: by id. changed: ids of those that this step changed, in that order, empty between steps."""

    __slots__ = ("changed", "known")

    def __init__(self) -> None:
        self.known: dict[int, Parent] = {}
        self.changed: list[int] = []

    def fits(self, id: int, account: int, instrument: InstrumentId, side: Side) -> Reason | None:
        """Whether such an order may be a child of the parent, whatever its size."""
        parent = self.known.get(id)
        if parent is None or (parent.account, parent.instrument, parent.side) != (account, instrument, side):
            return Reason.UNKNOWN_PARENT
        return Reason.PARENT_DONE if parent.done else None

    def room(self, id: int) -> int:
        """Lots that its children may still add."""
        parent = self.known[id]
        return parent.qty - parent.open - parent.filled

    def follow(self, order: OwnOrder) -> None:
        """The order is, or was, a child, or has no parent; its parent's numbers become what the order's are."""
        parent = self.known.get(order.parent)
        if parent is None:
            return
        lots = order.leaves + order.extra if order.state in OPEN else 0
        filled = order.filled - order.busted
        if (lots, filled) != (order.parent_open, order.parent_filled):
            parent.open += lots - order.parent_open
            parent.filled += filled - order.parent_filled
            order.parent_open = lots
            order.parent_filled = filled
            self.touch(parent.id)

    def reserve(self, order: OwnOrder) -> None:
        """A child that is about to be sent."""
        parent = self.known.get(order.parent)
        if parent is not None:
            parent.open += order.leaves
            order.parent_open = order.leaves

    def release(self, order: OwnOrder) -> None:
        """It is not sent after all."""
        parent = self.known.get(order.parent)
        if parent is not None:
            parent.open -= order.parent_open
            order.parent_open = 0

    def touch(self, id: int) -> None:
        if id not in self.changed:
            self.changed.append(id)

    def tell(self, events: list[Event]) -> None:
        """At the end of a step: what became of the parents that it changed."""
        changed, self.changed = self.changed, []
        for id in changed:
            parent = self.known[id]
            events.append(ParentChanged(OrderId(id), parent.state, Qty(parent.open), Qty(parent.filled)))
            committed = parent.open + parent.filled
            if committed - parent.qty > parent.worst:
                parent.worst = committed - parent.qty
                events.append(ConservationBroken(OrderId(id), Qty(parent.qty), Qty(committed), "", Qty(0)))


def parents_rows(parents: Parents) -> tuple[Any, ...]:
    """All of it as one value."""
    return tuple(
        (
            p.id, p.client_order_id, p.account, p.instrument, int(p.side), p.qty, p.open, p.filled, p.done, p.worst,
            (p.owner.trader, p.owner.strategy, p.owner.desk, p.owner.session, p.owner.signal, p.owner.correlation),
        )
        for p in [parents.known[id] for id in sorted(parents.known)]
    )


def restore_parents(given: Any) -> Parents:
    parents = Parents()
    for id, name, account, instrument, side, qty, lots, filled, done, worst, owner in given:
        parent = Parent(id, name, account, InstrumentId(instrument), Side(side), qty, Owner(*owner))
        parent.open, parent.filled, parent.done, parent.worst = lots, filled, bool(done), worst
        parents.known[id] = parent
    return parents
