"""Pictures of orders that belong together. Quantities are lots, prices price units, times UTC nanoseconds."""

import msgspec

from core.domain.enums import LinkKind, OrderState, Side
from core.domain.instrument import Instrument
from core.domain.roles import Role
from core.messages.commands import PlaceOrder
from core.messages.reasons import Reason
from core.projections.pictures import OrderRow

MOST_GROUPS, MOST_OVER = 200, 30
"""Of each kind in one picture: those that go on, and those that are over. More than a screen holds."""


class LegReading(msgspec.Struct, frozen=True):
    """orders: sent for it, the last is the present one. held: lots that the desk holds; trigger: where. fired: the market was there.
    lost: it is not sent again."""

    command: PlaceOrder
    orders: tuple[int, ...]
    held: int
    trigger: int
    fired: bool
    lost: bool


class GroupReading(msgspec.Struct, frozen=True):
    """done: nothing more is wanted. closed: nothing of it is open."""

    id: int
    kind: LinkKind
    qty: int
    done: bool
    closed: bool
    legs: tuple[LegReading, ...]


class ParentReading(msgspec.Struct, frozen=True):
    """open, filled: of all its children."""

    id: int
    client_order_id: str
    instrument: int
    side: Side
    qty: int
    open: int
    filled: int
    state: OrderState
    account: int


class GroupsReading(msgspec.Struct, frozen=True):
    """left: groups that go on and found no room."""

    groups: tuple[GroupReading, ...]
    parents: tuple[ParentReading, ...]
    left: int


class LegRow(msgspec.Struct, frozen=True):
    """order: the present one. filled: of all that were sent for it."""

    told: LegReading
    instrument: Instrument | None
    order: OrderRow | None
    is_open: bool
    filled: int


class GroupRow(msgspec.Struct, frozen=True):
    told: GroupReading
    legs: tuple[LegRow, ...]


class ParentRow(msgspec.Struct, frozen=True):
    told: ParentReading
    instrument: Instrument | None
    children: tuple[OrderRow, ...]


class BasketRow(msgspec.Struct, frozen=True):
    """id: of the step that sent it. open: how many of its lines are."""

    id: int
    lines: tuple[OrderRow, ...]
    open: int


class GroupsPicture(msgspec.Struct, frozen=True):
    """denied: the last cancel that was refused, until something changes."""

    version: int
    groups: tuple[GroupRow, ...]
    parents: tuple[ParentRow, ...]
    baskets: tuple[BasketRow, ...]
    left: int
    denied: Reason | None
    person: str
    roles: tuple[Role, ...]
