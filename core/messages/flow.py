"""What the other participants of the embedded exchange do: a recorded tape now, market makers and noise later.

Order ids here are negative (the participant's own number, negated), so that they can never meet an id of ours.
"""

import msgspec

from core.domain.enums import Side
from core.domain.units import InstrumentId, Money, OrderId, Price, Qty


class ListInstrument(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=20):
    """The venue opens an instrument, with an empty book. Units as in core.domain.instrument.Instrument."""

    instrument: InstrumentId
    symbol: str
    venue: str
    base: str
    quote: str
    price_decimals: int
    qty_decimals: int
    tick: int
    lot: int


class SeedBook(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=21):
    """Resting orders of the opening book on one side, in queue order within a price: (order id, price, qty)."""

    instrument: InstrumentId
    side: Side
    orders: tuple[tuple[OrderId, Price, Qty], ...]


class FlowLimit(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=22):
    instrument: InstrumentId
    order_id: OrderId
    side: Side
    qty: Qty
    price: Price


class FlowMarket(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=23):
    """qty > 0: bounded by quantity. funds > 0: bounded by money, filled to the last lot the funds pay for."""

    instrument: InstrumentId
    order_id: OrderId
    side: Side
    qty: Qty
    funds: Money


class FlowCancel(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=24):
    """qty: what history says was still open."""

    instrument: InstrumentId
    order_id: OrderId
    qty: Qty


class FlowFilled(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=25):
    """History says this order is filled. Normally it has left our book by then; if it still rests it is retired."""

    instrument: InstrumentId
    order_id: OrderId


Flow = ListInstrument | SeedBook | FlowLimit | FlowMarket | FlowCancel | FlowFilled
