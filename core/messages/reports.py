"""What a venue says of our orders. The embedded exchange answers with these inside the step; an outside venue's edge will
bring the same ones as messages. The order management does not know the difference.
"""

import msgspec

from core.domain.enums import CancelReason, Liquidity
from core.domain.units import OrderId, Price, Qty


class Accepted(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=30):
    """It rests in the book. ahead: quantity before it in its level's queue."""

    order_id: OrderId
    leaves: Qty
    ahead: Qty


class Filled(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=31):
    order_id: OrderId
    qty: Qty
    price: Price
    leaves: Qty
    liquidity: Liquidity


class Cancelled(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=32):
    order_id: OrderId
    qty: Qty
    reason: CancelReason


class Replaced(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=33):
    order_id: OrderId
    qty: Qty
    price: Price
    leaves: Qty
    kept_place: bool


class Rejected(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=34):
    """text: the venue's own words."""

    order_id: OrderId
    text: str


Report = Accepted | Filled | Cancelled | Replaced | Rejected
