"""Orders that belong together: linked orders and what the desk holds of them, parents with their children, baskets.

What a group is and what is held of it is the machine's to say, and is read off it when the panel looks; which orders a basket and a
parent have is folded, because the machine keeps no list of them. Nothing is decided here.
"""

from collections.abc import Callable, Mapping

from core.domain.enums import OrderType
from core.domain.instrument import Instrument
from core.domain.order import LINES
from core.messages.events import BasketRefused, GroupClosed, GroupOpened, LegChanged, OrderSent, ParentChanged, RequestRefused, RunStarted
from core.messages.groups import PlaceBasket
from core.messages.reasons import Reason
from core.projections.board import Fold
from core.projections.group_pictures import (
    MOST_OVER,
    BasketRow,
    GroupReading,
    GroupRow,
    GroupsPicture,
    GroupsReading,
    LegReading,
    LegRow,
    ParentReading,
    ParentRow,
)
from core.projections.orders import Orders
from core.projections.people import Seating
from core.projections.pictures import OrderRow, VersionLook

KEPT_BASKETS = 200


class OrderGroups:
    """read: off the machine. seq: of its last entry."""

    def __init__(
        self, read: Callable[[], GroupsReading], seq: Callable[[], int], orders: Orders, instrument_of: Callable[[int], Instrument | None],
        seating: Seating,
    ) -> None:
        self._read, self._seq, self._orders, self._instrument_of, self._seating = read, seq, orders, instrument_of, seating
        self.version = 0
        self.folds: Mapping[type, Fold] = {
            GroupOpened: self._on_told, LegChanged: self._on_told, GroupClosed: self._on_told, ParentChanged: self._on_told,
            PlaceBasket: self._on_basket, BasketRefused: self._on_basket_refused, OrderSent: self._on_sent,
            RequestRefused: self._on_refused, RunStarted: self._on_run,
        }
        self._clear()

    def _clear(self) -> None:
        self.children: dict[int, list[int]] = {}
        self.baskets: dict[int, list[int]] = {}
        self.expected: dict[str, bool] = {}
        self.denied: Reason | None = None
        self.trails = False

    def picture(self, look: VersionLook) -> GroupsPicture | None:
        # A trailing stop that the desk holds moves with the market, without any event of ours.
        moves = self._seq() if self.trails else 0
        version = self.version + self._orders.version + self._seating.version + moves
        if version == look.version:
            return None
        told = self._read()
        self.trails = any(leg.held and leg.command.order_type is OrderType.TRAILING_STOP for group in told.groups for leg in group.legs)
        seating = self._seating
        return GroupsPicture(
            version, tuple(self._group(one) for one in told.groups), tuple(self._parent(one) for one in told.parents), self._baskets(),
            told.left, self.denied, seating.person, () if seating.locked else seating.roles_of(seating.person),
        )

    def _group(self, told: GroupReading) -> GroupRow:
        return GroupRow(told, tuple(self._leg(leg) for leg in told.legs))

    def _leg(self, told: LegReading) -> LegRow:
        rows = self._rows(told.orders)
        order = rows[-1] if rows else None
        is_open = order is not None and order.key in self._orders.open
        return LegRow(told, self._instrument_of(told.command.instrument), order, is_open, sum(row.filled for row in rows))

    def _parent(self, told: ParentReading) -> ParentRow:
        return ParentRow(told, self._instrument_of(told.instrument), tuple(self._rows(self.children.get(told.id, ()))))

    def _baskets(self) -> tuple[BasketRow, ...]:
        going: list[BasketRow] = []
        over: list[BasketRow] = []
        for id in reversed(self.baskets):
            lines = tuple(self._rows(self.baskets[id]))
            row = BasketRow(id, lines, sum(line.key in self._orders.open for line in lines))
            (going if row.open else over).append(row)
        return (*going, *over[:MOST_OVER])

    def _rows(self, ids: "list[int] | tuple[int, ...]") -> list[OrderRow]:
        return [self._orders.rows[id] for id in ids if id in self._orders.rows]

    # folds ----------------------------------------------------------------------------------------------------------

    def _on_told(self, at: int, e: object) -> None:
        self.denied = None
        self.version += 1

    def _on_basket(self, at: int, c: PlaceBasket) -> None:
        self.expected = {order.client_order_id: True for order in c.orders}

    def _on_basket_refused(self, at: int, e: BasketRefused) -> None:
        self.expected = {}

    def _on_sent(self, at: int, e: OrderSent) -> None:
        if e.parent:
            self.children.setdefault(int(e.parent), []).append(int(e.order_id))
        if self.expected.pop(e.client_order_id, False):
            # Every line has the number of the step that sent it.
            self.baskets.setdefault(int(e.order_id) % LINES, []).append(int(e.order_id))
            while len(self.baskets) > KEPT_BASKETS:
                del self.baskets[next(iter(self.baskets))]

    def _on_refused(self, at: int, e: RequestRefused) -> None:
        if e.request == "cancel":
            self.denied = e.reason
            self.version += 1

    def _on_run(self, at: int, e: RunStarted) -> None:
        self._clear()
        self.version += 1
