"""What an outside market-data feed says: outcomes at a venue that is not ours, to be followed and never matched.

Three kinds of feed speak these words: order by order (LOBSTER, CME market by order, PITCH, Bitstamp), price levels (Binance)
and prints. An order_id is the venue's own number, above 0; a followed book holds no order of ours, so it is not negated.

instrument 0: the feed names the order only, and the order knows its instrument (PITCH cancels and executions).
side None and price 0: the feed does not say where the order stands; where it does, an order never seen can still be placed.
last: whether the venue's event is complete with this message. Only then does a book mean anything (CME sends one event in
several records, and between them the book may look crossed).
"""

import msgspec

from core.domain.enums import Side
from core.domain.units import InstrumentId, Price, Qty

NOWHERE = InstrumentId(0)


class FeedAdded(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=130):
    """A new order at the back of its price's queue."""

    instrument: InstrumentId
    order_id: int
    side: Side
    price: Price
    qty: Qty
    last: bool = True


class FeedReduced(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=131):
    """qty lots were cancelled; the rest keeps its place. With nothing left the order is gone."""

    instrument: InstrumentId
    order_id: int
    qty: Qty
    side: Side | None = None
    price: Price = Price(0)
    last: bool = True


class FeedExecuted(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=132):
    """qty lots of a resting order traded and have left the book. Counts as a print. side: the resting order's."""

    instrument: InstrumentId
    order_id: int
    qty: Qty
    side: Side | None = None
    price: Price = Price(0)
    last: bool = True


class FeedDeleted(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=133):
    """The order is gone. qty: what the venue says was still open, 0: it does not say."""

    instrument: InstrumentId
    order_id: int
    qty: Qty = Qty(0)
    side: Side | None = None
    price: Price = Price(0)
    last: bool = True


class FeedChanged(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=134):
    """An order is so from now on. At the same price with no more lots it keeps its place, otherwise it goes to the back
    (CME, Databento MBO: modify). qty 0: nothing is left of it."""

    instrument: InstrumentId
    order_id: int
    side: Side
    price: Price
    qty: Qty
    last: bool = True


class FeedFilled(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=135):
    """A resting order's part in a trade; the book is reduced by a later message, and the trade printed by another one."""

    instrument: InstrumentId
    order_id: int
    price: Price
    qty: Qty
    last: bool = True


class FeedTraded(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=136):
    """A print that changes no displayed order: a hidden execution, or a feed that tells trades apart from the book."""

    instrument: InstrumentId
    price: Price
    qty: Qty
    aggressor: Side | None = None
    last: bool = True


class FeedCleared(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=137):
    """The book begins again from nothing."""

    instrument: InstrumentId
    last: bool = True


class FeedPhase(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=138):
    """A halt, or its end. quoting: orders are taken; trading: they also trade."""

    instrument: InstrumentId
    quoting: bool
    trading: bool
    last: bool = True


class FeedSnapshot(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=139):
    """Price levels, (price, qty), as they are after update number last_update."""

    instrument: InstrumentId
    last_update: int
    bids: tuple[tuple[Price, Qty], ...]
    asks: tuple[tuple[Price, Qty], ...]


class FeedLevels(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=140):
    """Levels changed by updates first_update to last_update, both included: the new quantity, 0: the level is gone."""

    instrument: InstrumentId
    first_update: int
    last_update: int
    bids: tuple[tuple[Price, Qty], ...]
    asks: tuple[tuple[Price, Qty], ...]


class FeedTop(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=141):
    """Best prices after update number `update`; 0: none."""

    instrument: InstrumentId
    update: int
    bid: Price
    bid_qty: Qty
    ask: Price
    ask_qty: Qty


OrderFeed = FeedAdded | FeedReduced | FeedExecuted | FeedDeleted | FeedChanged | FeedFilled | FeedTraded | FeedCleared | FeedPhase
LevelFeed = FeedSnapshot | FeedLevels | FeedTop | FeedTraded
Feed = OrderFeed | LevelFeed
