"""What a venue says of our orders. The embedded exchange answers with these inside the step; an outside venue's edge brings
the same ones as messages (core.messages.outside), and more: what only somebody far away can say.
"""

import msgspec

from core.domain.enums import CancelReason, Liquidity, OrderState, Request, Side
from core.domain.units import Money, OrderId, Price, Qty
from core.messages.rejections import Rejection


class Accepted(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=30):
    """It rests in the book. ahead: displayed quantity before it in its level's queue. price: where it stands, which
    may not be where it was sent to (post-only that slid, peg, band)."""

    order_id: OrderId
    leaves: Qty
    ahead: Qty
    price: Price = Price(0)


class Filled(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=31):
    order_id: OrderId
    qty: Qty
    price: Price
    leaves: Qty
    liquidity: Liquidity
    trade_id: int = 0
    fee: Money = Money(0)


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
    """text: an outside venue's own words."""

    order_id: OrderId
    text: str
    request: Request = Request.NEW
    reason: Rejection = Rejection.BAD_TERMS


class Held(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=35):
    """The venue has it, outside the book: a stop before its trigger, an order that waits for its auction, a peg without
    anything to follow. trigger: where it stands, 0 when it waits for something else."""

    order_id: OrderId
    leaves: Qty
    trigger: Price = Price(0)


class Triggered(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=36):
    """A waiting order fired; what it then does follows."""

    order_id: OrderId
    trigger: Price


class Restated(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=37):
    """The venue changed it unasked (FIX ExecType D): a peg moved, a self match took quantity off, an auction ended."""

    order_id: OrderId
    price: Price
    leaves: Qty


class Busted(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=38):
    """A fill that is undone. The order does not come back (FIX ExecType H)."""

    order_id: OrderId
    trade_id: int
    side: Side
    qty: Qty
    price: Price
    fee: Money


class Corrected(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=39):
    """A fill that was at another price, or for less (FIX ExecType G). qty, price, fee: what it is now; was_...: before."""

    order_id: OrderId
    trade_id: int
    side: Side
    qty: Qty
    price: Price
    fee: Money
    was_qty: Qty
    was_price: Price
    was_fee: Money


class Status(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=217):
    """The answer to a query (FIX ExecType I). state: WORKING, FILLED, CANCELLED, REJECTED or EXPIRED; IN_DOUBT: the venue does not
    have it. filled: everything that traded so far. leaves: open lots. Say missing fills first."""

    order_id: OrderId
    state: OrderState
    filled: Qty
    leaves: Qty


class Doubted(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=218):
    """No answer came in time, or the line was lost: nobody knows what the venue holds. order_id 0: every open order there."""

    order_id: OrderId


Report = (
    Accepted | Filled | Cancelled | Replaced | Rejected | Held | Triggered | Restated | Busted | Corrected | Status | Doubted
)
