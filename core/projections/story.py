"""The whole story of an order: everything that was asked and told of it, by session time; and the blotters' pictures that carry it.

Invariants: nothing is worded or judged here, a moment is the message or event itself; what a message asked for stands before what
came of it. Memory is bounded: the newest KEPT stories, each with its first and its latest moments; older ones are in the journal.
"""

from collections import deque
from collections.abc import Mapping
from typing import Any

from core.domain.enums import CancelReason, LinkKind
from core.domain.order import LINES
from core.messages.commands import CancelAllOrders, CancelOrder, PlaceOrder, ReplaceOrder
from core.messages.events import (
    CancelSent,
    FillBusted,
    FillCorrected,
    GroupOpened,
    KillEngaged,
    LegChanged,
    OrderAnomaly,
    OrderCancelled,
    OrderFilled,
    OrderRefused,
    OrderRejected,
    OrderReplaced,
    OrderRestated,
    OrderSent,
    OrderStands,
    OrderTriggered,
    OrderWorking,
    QuerySent,
    ReplaceSent,
    RequestRefused,
    RequestRejected,
    RunStarted,
)
from core.messages.groups import PlaceBasket, PlaceLinked
from core.messages.stopping import OrderFenced
from core.projections.board import Fold
from core.projections.journeys import Journeys
from core.projections.orders import ROWS_A_PICTURE, Orders
from core.projections.pictures import FillsPicture, Leg, Moment, OrdersPicture, RowsLook, StoryPicture

KEPT = 5_000
"""Chosen: a busy day of a person's orders, some 10 MB with six moments each."""
FIRST, LATEST = 50, 200
"""Moments kept of one order: a pegged one may be restated all day."""
TELLS = (
    OrderWorking, OrderFilled, OrderReplaced, OrderRejected, RequestRejected, OrderTriggered, OrderRestated, FillBusted, FillCorrected,
    ReplaceSent, QuerySent, OrderStands, OrderAnomaly, OrderFenced,
)
NEXT = "/"
"""A leg that is sent again has its name with a number behind it."""


class Story:
    __slots__ = ("first", "latest", "left_out", "name", "parent", "version")

    def __init__(self, name: str, parent: int) -> None:
        self.name, self.parent = name, parent
        self.first: list[Moment] = []
        self.latest: deque[Moment] = deque()
        self.left_out = self.version = 0

    def add(self, moment: Moment) -> None:
        if len(self.first) < FIRST:
            self.first.append(moment)
            return
        self.latest.append(moment)
        if len(self.latest) > LATEST:
            self.latest.popleft()
            self.left_out += 1

    def has(self, told: Any) -> bool:
        return any(one.told is told for one in (*self.first, *self.latest))


class Group:
    """Orders that were asked for together. names: client order ids of its legs or lines."""

    __slots__ = ("id", "kind", "names")

    def __init__(self, id: int, kind: LinkKind | None, names: tuple[str, ...]) -> None:
        self.id, self.kind, self.names = id, kind, names


class Stories:
    """Folded after the orders projection, whose rows it points to."""

    def __init__(self, orders: Orders, journeys: Journeys) -> None:
        self._orders, self._journeys = orders, journeys
        self.folds: Mapping[type, Fold] = {
            PlaceOrder: self._on_asked, PlaceLinked: self._on_linked, PlaceBasket: self._on_basket,
            CancelOrder: self._on_request, ReplaceOrder: self._on_request, CancelAllOrders: self._on_cancel_all,
            OrderSent: self._on_sent, OrderRefused: self._on_refused, RequestRefused: self._on_request_refused,
            OrderCancelled: self._on_cancel, CancelSent: self._on_cancel, KillEngaged: self._on_kill,
            GroupOpened: self._on_group, LegChanged: self._on_leg, RunStarted: self._on_run,
            **dict.fromkeys(TELLS, self._on_told),
        }
        self._clear()

    def _clear(self) -> None:
        self.stories: dict[int, Story] = {}
        self._journeys.clear()
        self._keys: dict[str, int] = {}
        self._groups: dict[str, Group] = {}
        self._children: dict[int, list[int]] = {}
        self._asked: dict[str, Any] = {}
        self._wide: Moment | None = None
        self._kill: KillEngaged | None = None
        self._legs: tuple[str, ...] = ()
        self._version = 0

    def picture(self, look: Any) -> None:
        """The blotters ask with tell()."""

    def tell(self, look: RowsLook, generation: int) -> StoryPicture | None:
        if not look.story or look.generation != generation:
            return None
        story, row = self.stories.get(look.story), self._orders.rows.get(look.story)
        if story is None or row is None:
            return None if look.told == 0 else StoryPicture(0, look.story, row, False)
        # Its relations change with other orders: they are looked at whenever anything was told.
        if look.told == self._version:
            return None
        group = self._groups.get(story.name.partition(NEXT)[0])
        return StoryPicture(
            self._version, look.story, row, True, self._measured(look.story, story), story.left_out, story.parent,
            tuple(self._leg(self.stories[key].name) for key in self._children.get(look.story, ()) if key in self.stories),
            group.id if group is not None else 0, group.kind if group is not None else None,
            tuple(self._leg(name, number) for number, name in enumerate(group.names, 1)) if group is not None else (),
        )

    def _measured(self, key: int, story: Story) -> tuple[Moment, ...]:
        """The moments, each command with how long it took, where that is known."""
        moments = (*story.first, *story.latest)
        found = [(one, self._journeys.of(key, one.told)) for one in moments]
        return tuple(Moment(one.at, one.told, journey) if journey is not None else one for one, journey in found)

    def _leg(self, name: str, number: int = 0) -> Leg:
        row = self._orders.rows.get(self._keys.get(name, 0))
        return Leg(row.key, name, number, row.state, row.filled, row.undone) if row is not None else Leg(0, name, number)

    # folds ----------------------------------------------------------------------------------------------------------

    def _on_run(self, at: int, e: RunStarted) -> None:
        self._clear()

    def _on_asked(self, at: int, m: PlaceOrder) -> None:
        self._asked, self._legs = {m.client_order_id: m}, ()

    def _on_linked(self, at: int, m: PlaceLinked) -> None:
        self._legs = tuple(leg.client_order_id for leg in m.legs)
        self._asked = {leg.client_order_id: _signed(leg, m) for leg in m.legs}

    def _on_basket(self, at: int, m: PlaceBasket) -> None:
        self._asked = {line.client_order_id: _signed(line, m) for line in m.orders}
        self._legs = ()
        self._group(Group(0, None, tuple(self._asked)))

    def _on_group(self, at: int, e: GroupOpened) -> None:
        self._group(Group(e.group_id, e.kind, self._legs))

    def _group(self, group: Group) -> None:
        for name in group.names:
            self._groups[name] = group
        while len(self._groups) > 2 * KEPT:
            del self._groups[next(iter(self._groups))]

    def _on_sent(self, at: int, e: OrderSent) -> None:
        self._open(at, e.order_id, e.client_order_id, e.parent, e)
        group = self._groups.get(e.client_order_id)
        if group is not None and not group.id:
            group.id = e.order_id % LINES
        if e.parent:
            self._children.setdefault(e.parent, []).append(e.order_id)

    def _on_refused(self, at: int, e: OrderRefused) -> None:
        asked = self._asked.get(e.client_order_id)
        self._open(at, -self._orders.refused, e.client_order_id, asked.parent if asked is not None else 0, e)

    def _open(self, at: int, key: int, name: str, parent: int, told: Any) -> None:
        story = self.stories[key] = Story(name, parent)
        # A refused one of the same name does not take the place of the order that has it.
        if key > 0 or name.partition(NEXT)[0] not in self._keys:
            self._keys[name.partition(NEXT)[0]] = key
        asked = self._asked.get(name)
        if asked is not None:
            story.add(Moment(at, asked))
            self._journeys.keep(key, asked)
        self._add(key, Moment(at, told))
        while len(self.stories) > KEPT:
            self._forget(next(iter(self.stories)))

    def _forget(self, key: int) -> None:
        story = self.stories.pop(key)
        self._journeys.forget(key)
        name = story.name.partition(NEXT)[0]
        if self._keys.get(name) == key:
            del self._keys[name]
        siblings = self._children.get(story.parent)
        if siblings is not None and key in siblings:
            siblings.remove(key)
            if not siblings:
                del self._children[story.parent]

    def _add(self, key: int, moment: Moment) -> None:
        self._version += 1
        story = self.stories.get(key)
        if story is not None:
            story.add(moment)

    def _on_told(self, at: int, e: Any) -> None:
        self._add(e.order_id, Moment(at, e))

    def _on_request(self, at: int, m: CancelOrder | ReplaceOrder) -> None:
        if m.order_id in self.stories:
            self._wide = None
            self._journeys.keep(m.order_id, m)
            self._add(m.order_id, Moment(at, m))
        else:
            # A group's, a basket's or a parent's: told with what it does to each of them.
            self._wide = Moment(at, m)

    def _on_cancel_all(self, at: int, m: CancelAllOrders) -> None:
        self._wide = Moment(at, m)

    def _on_kill(self, at: int, e: KillEngaged) -> None:
        self._kill = e

    def _on_cancel(self, at: int, e: OrderCancelled | CancelSent) -> None:
        story = self.stories.get(e.order_id)
        if story is not None and e.reason is CancelReason.KILL_SWITCH and self._kill is not None and not story.has(self._kill):
            story.add(Moment(at, self._kill))
        wide = self._wide
        if story is not None and e.reason is CancelReason.REQUESTED and wide is not None and wide.at == at and not story.has(wide.told):
            story.add(wide)
            self._journeys.keep(e.order_id, wide.told)
        self._add(e.order_id, Moment(at, e))

    def _on_request_refused(self, at: int, e: RequestRefused) -> None:
        if e.order_id:
            self._add(e.order_id, Moment(at, e))

    def _on_leg(self, at: int, e: LegChanged) -> None:
        self._add(e.order_id or self._keys.get(e.client_order_id, 0), Moment(at, e))


def _signed(order: PlaceOrder, whole: PlaceLinked | PlaceBasket) -> PlaceOrder:
    """The order with the author of what it came in."""
    if order.origin is not None or whole.origin is None:
        return order
    fields = {name: getattr(order, name) for name in order.__struct_fields__}
    return PlaceOrder(**fields | {"origin": whole.origin})


class OrdersBlotter:
    """The orders' rows, and the story of the one that is looked at. Folds nothing of its own."""

    folds: Mapping[type, Fold] = {}

    def __init__(self, orders: Orders, stories: Stories) -> None:
        self._orders, self._stories = orders, stories

    def picture(self, look: RowsLook) -> OrdersPicture | None:
        orders = self._orders
        rows, story = orders.picture(look), self._stories.tell(look, orders.generation)
        if story is None:
            return rows
        if rows is None:
            return OrdersPicture(look.generation, look.cursor, (), story)
        return OrdersPicture(rows.generation, rows.cursor, rows.rows, story)


class Fills:
    """The fills blotter's rows, out of the orders projection, and the story of the order that is looked at."""

    folds: Mapping[type, Fold] = {}

    def __init__(self, orders: Orders, stories: Stories) -> None:
        self._orders, self._stories = orders, stories

    def picture(self, look: RowsLook) -> FillsPicture | None:
        fills, log, generation = self._orders.fills, self._orders.fill_log, self._orders.generation
        cursor = look.cursor if look.generation == generation else 0
        story = self._stories.tell(look, generation)
        if look.generation == generation and cursor == len(log) and story is None:
            return None
        places = log[cursor : cursor + ROWS_A_PICTURE]
        return FillsPicture(generation, cursor + len(places), tuple(fills[place] for place in dict.fromkeys(places)), story)
