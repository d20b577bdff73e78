"""Orders that belong together: as one decision (a basket), as one plan (linked orders), as one order worked in parts (a parent).

Lines and legs are ordinary orders. Their ids: number of the line or leg in its step * core.domain.order.LINES + the entry's seq. The
group's own id is the seq: a cancel of it cancels all of them, a cancel of one of them that one alone.
"""

import msgspec

from core.domain.enums import LinkKind, Side
from core.domain.units import InstrumentId, Qty
from core.messages.commands import PlaceOrder
from core.messages.origin import Origin


class PlaceLinked(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=202):
    """legs: all of one quantity and one account. Of a BRACKET and an OTO the first is the entry, and the others go out for what it
    fills; a bracket's others are of the other side of its instrument. origin: of the legs that have none."""

    kind: LinkKind
    legs: tuple[PlaceOrder, ...]
    origin: Origin | None = None


class PlaceBasket(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=203):
    """All of them are sent, or none. origin: of the orders that have none."""

    orders: tuple[PlaceOrder, ...]
    origin: Origin | None = None


class PlaceParent(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=216):
    """What orders that name its id (the entry's seq) as their parent may become together. Nothing is sent for it."""

    client_order_id: str
    instrument: InstrumentId
    side: Side
    qty: Qty
    account: int = 1
    origin: Origin | None = None


Groups = PlaceLinked | PlaceBasket | PlaceParent
