"""Parent orders: what several of our orders together are for, and that they never become more than it.

Conservation: what the children of a parent have open (replaces on their way included) and filled (undone fills taken off) is
never sent beyond the parent's quantity. It is asked in the last step before the venue, after the gate, for a new child and for a
replace of one. A late or crossing fill may still go beyond it: that is told, and cannot be refused.
Deliberately absent: how a parent is worked, which is an algorithm's; its children are ordinary orders that name it.
"""

from core.domain.enums import OrderState, Side
from core.domain.order import Owner, OwnOrder
from core.domain.order_state import OPEN
from core.domain.units import InstrumentId, OrderId, Qty
from core.messages.events import ConservationBroken, Event, ParentChanged
from core.messages.reasons import Reason


class Parent:
    """open: lots that its children have open. filled: lots that stand. done: no further child."""

    __slots__ = ("account", "client_order_id", "done", "filled", "id", "instrument", "open", "owner", "qty", "side")

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

    def touch(self, id: int) -> None:
        if id not in self.changed:
            self.changed.append(id)

    def tell(self, events: list[Event]) -> None:
        """At the end of a step: what became of the parents that it changed."""
        changed, self.changed = self.changed, []
        for id in changed:
            parent = self.known[id]
            events.append(ParentChanged(OrderId(id), parent.state, Qty(parent.open), Qty(parent.filled)))
            if parent.open + parent.filled > parent.qty:
                events.append(ConservationBroken(OrderId(id), Qty(parent.qty), Qty(parent.open + parent.filled), "", Qty(0)))
