"""What became of what was asked for, by client order id: also of what never became an order.

Invariant: it adds nothing to the orders projection's rows; it only finds them, and keeps what they do not say. Kept for the run.
"""

from collections.abc import Mapping
from typing import Any

from core.domain.enums import LegState, OrderState
from core.messages.commands import PlaceOrder
from core.messages.events import BasketRefused, LegChanged, OrderRefused, OrderSent, RequestRefused, RequestRejected, RunStarted
from core.messages.groups import PlaceBasket, PlaceLinked
from core.projections.board import Fold
from core.projections.orders import Orders
from core.projections.ticket_pictures import Fate, Refused

OF_GROUPS = ("place linked", "place basket", "link")
"""Refused requests that are about a group as a whole."""
ALL = "cancel all orders"
"""As the machine calls it; it is about no order in particular."""
NEXT = "/"
"""An exit that is sent again has its leg's name with a number behind it."""


class Fates:
    """ids: of the order that a name has now. untold: fates that no order's row tells. refused: the last refused request about each order;
    refusals: how many there were. version counts what no order's row tells."""

    def __init__(self, orders: Orders) -> None:
        self._orders = orders
        self.ids: dict[str, int] = {}
        self.untold: dict[str, Fate] = {}
        self.refused: dict[int, Refused] = {}
        self.refusals = self.version = 0
        self._group: tuple[PlaceOrder, ...] = ()
        self.folds: Mapping[type, Fold] = {
            PlaceLinked: self._on_linked,
            PlaceBasket: self._on_basket,
            OrderSent: self._on_sent,
            OrderRefused: self._on_refused,
            BasketRefused: self._on_basket_refused,
            RequestRefused: self._on_request_refused,
            RequestRejected: self._on_request_rejected,
            LegChanged: self._on_leg,
            RunStarted: self._on_run,
        }

    def picture(self, look: Any) -> None:
        """Nobody looks at it but other projections."""

    def of(self, names: tuple[str, ...]) -> tuple[Fate, ...]:
        """Of those that are known, in the order asked for."""
        found = (self._one(name) for name in names)
        return tuple(one for one in found if one is not None)

    def refused_since(self, number: int, orders: tuple[int, ...]) -> tuple[Refused, ...]:
        """Later than that one, about one of these."""
        found = (self.refused.get(id) for id in orders) if self.refusals > number else ()
        return tuple(one for one in found if one is not None and one.number > number)

    def _one(self, name: str) -> Fate | None:
        row = self._orders.rows.get(self.ids.get(name, 0))
        if row is None:
            return self.untold.get(name)
        return Fate(
            name, row.order_id, row.state, row.side, row.qty, row.price, row.filled, row.cost, row.cancel_reason, rejection=row.rejection,
            undone=row.undone,
        )

    def _on_linked(self, at: int, m: PlaceLinked) -> None:
        self._group = m.legs

    def _on_basket(self, at: int, m: PlaceBasket) -> None:
        self._group = m.orders

    def _on_sent(self, at: int, e: OrderSent) -> None:
        self.ids[e.client_order_id.partition(NEXT)[0]] = e.order_id

    def _on_refused(self, at: int, e: OrderRefused) -> None:
        # A refused duplicate says nothing new about the order that has the name.
        if e.client_order_id not in self.ids:
            self._tell(Fate(
                e.client_order_id, 0, OrderState.REFUSED, e.side, e.qty, e.price, reason=e.reason, limit=e.limit, value=e.value,
                scope=e.scope, soft=e.soft,
            ))

    def _on_basket_refused(self, at: int, e: BasketRefused) -> None:
        self._refuse_group(Fate("", 0, OrderState.REFUSED, reason=e.reason, limit=e.limit, value=e.value, line=e.line, refused=e.refused))

    def _on_request_refused(self, at: int, e: RequestRefused) -> None:
        if e.order_id or e.request == ALL:
            self.refusals += 1
            self.refused[e.order_id] = Refused(self.refusals, e.order_id, e.request, e.reason, e.limit, e.value)
        if e.request in OF_GROUPS:
            self._refuse_group(Fate("", 0, OrderState.REFUSED, reason=e.reason, limit=e.limit, value=e.value))

    def _on_request_rejected(self, at: int, e: RequestRejected) -> None:
        self.refusals += 1
        self.refused[e.order_id] = Refused(self.refusals, e.order_id, e.request.name.lower(), rejection=e.reason)

    def _refuse_group(self, fate: Fate) -> None:
        """Its events follow its message in the same entry."""
        if self._group and self._group[0].client_order_id not in self.ids:
            name = self._group[0].client_order_id
            self._tell(Fate(
                name, 0, fate.state, reason=fate.reason, limit=fate.limit, value=fate.value, line=fate.line, refused=fate.refused
            ))

    def _tell(self, fate: Fate) -> None:
        self.untold[fate.client_order_id] = fate
        self.version += 1

    def _on_leg(self, at: int, e: LegChanged) -> None:
        name = e.client_order_id
        if e.state is LegState.HELD and name not in self.ids:
            self._tell(Fate(name, 0, OrderState.WORKING, qty=e.qty, held=True))
        elif e.state is LegState.LOST and e.reason is not None and name not in self.ids:
            self._tell(Fate(name, 0, OrderState.REFUSED, qty=e.qty, reason=e.reason))

    def _on_run(self, at: int, e: RunStarted) -> None:
        self.ids.clear()
        self.untold.clear()
        self.refused.clear()
        self._group = ()
        self.version += 1
