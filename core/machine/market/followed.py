"""One instrument's order book at an outside venue, kept from what its feed says, in the same Book as our own exchange's.

What the feed says is done, whatever it is; what cannot be is counted, never raised: a feed that starts in mid-session, loses
messages or shows only the best levels is normal. Lots that are known without their orders (an opening level, a level that
came into sight, a feed of levels) stand as one anonymous order a level, with a number below 0; at such a level nobody's
place in the queue is known. An order that the feed takes away without ever having told of it is taken from them, when the
feed says where it stood.
With `exact` each level holds the venue's total (who compares it with published levels sets it): then what the feed takes off
a level is taken off, to the lot, from whichever orders stand there. Without it, an unknown order never costs a known one.
Invariants: at most one anonymous order a level and side; the book's numbers above 0 are the venue's.
It lives in the machine, not in the edge: it decides what is believed, so it must replay, and it needs the venue's Book.
Deliberately absent: time and staleness, whose orders these are, prints beyond the last price.
"""

from typing import Final

from core.domain.enums import Side
from core.machine.venue.book import Book, Level, Resting

BUY: Final = Side.BUY
SELL: Final = Side.SELL


class FollowedBook:
    """touched: (side, level) of the last message, in order; a level that is gone has quantity 0. Who publishes depth reads
    it and clears it with `begin`.

    Counted: unknown, references to an order that is not here; unplaced, those of them for which nothing could be taken off
    the book; duplicates, orders added twice; oversize, more taken than was open; differing, deletes that name another open
    quantity; settled, complete events that changed the book, with both sides there; crossed and locked, those of them with
    the best bid above or at the best ask.
    """

    __slots__ = (
        "_anonymous_asks", "_anonymous_bids", "_changed", "_next", "book", "crossed", "differing", "duplicates", "exact", "last", "locked",
        "oversize", "settled", "touched", "unknown", "unplaced",
    )

    def __init__(self) -> None:
        self.book = Book()
        self.touched: list[tuple[Side, Level]] = []
        self.last: int = 0
        self.exact: bool = False
        self._anonymous_bids: dict[int, int] = {}
        self._anonymous_asks: dict[int, int] = {}
        self._next: int = -1
        self._changed: bool = False
        self.unknown: int = 0
        self.unplaced: int = 0
        self.duplicates: int = 0
        self.oversize: int = 0
        self.differing: int = 0
        self.settled: int = 0
        self.crossed: int = 0
        self.locked: int = 0

    def begin(self) -> None:
        self.touched = []

    # order by order -------------------------------------------------------------------------------------------------

    def add(self, id: int, side: Side, price: int, qty: int) -> None:
        """The last word counts: an order told twice stands as it was told last."""
        known = self.book.orders.get(id)
        if known is not None:
            self.duplicates += 1
            self._remove(known)
        self._add(id, side, price, qty)

    def reduce(self, id: int, qty: int, side: Side | None, price: int) -> None:
        """Takes qty lots off; the rest keeps its place."""
        order = self.book.orders.get(id)
        if order is None:
            self._not_here(id, qty, side, price)
        elif qty < order.qty:
            self._shrink(order, order.qty - qty)
        else:
            self.oversize += qty > order.qty
            self._take(order, qty)

    def execute(self, id: int, qty: int, side: Side | None, price: int) -> None:
        order = self.book.orders.get(id)
        traded = price or (order.price if order is not None else 0)
        self.reduce(id, qty, side, price)
        self.last = traded or self.last

    def delete(self, id: int, qty: int, side: Side | None, price: int) -> None:
        """qty: what the venue says was open, 0: it does not say."""
        order = self.book.orders.get(id)
        if order is not None:
            self.differing += 0 < qty != order.qty
            self._take(order, qty or order.qty)
        else:
            self._not_here(id, qty, side, price)

    def change(self, id: int, side: Side, price: int, qty: int) -> None:
        """The message tells all there is to know of an order, so an unknown one is put in."""
        order = self.book.orders.get(id)
        if order is None:
            # Its lots may stand here without a name, but how many they were is not said: they stay.
            self.unknown += 1
            self.unplaced += 1
        elif qty and order.side is side and order.price == price and qty <= order.qty:
            self._shrink(order, qty)
            return
        else:
            self._remove(order)
        if qty:
            self._add(id, side, price, qty)

    def clear(self) -> None:
        for side, levels in ((BUY, self.book.bids), (SELL, self.book.asks)):
            for price in list(levels):
                self.set_level(side, price, 0)

    # level by level -------------------------------------------------------------------------------------------------

    def set_level(self, side: Side, price: int, qty: int) -> int:
        """Makes a level hold qty lots; returns how many more (or, below 0, fewer) these are than were known.

        More: they are anonymous. Fewer: anonymous lots go first, then the newest orders, because most cancels hit the young.
        """
        level = self.level(side, price)
        known = level.qty if level is not None else 0
        if qty > known:
            self._appear(side, price, qty - known)
        elif qty < known:
            self._lose(side, price, known - qty)
        return qty - known

    def level(self, side: Side, price: int) -> Level | None:
        return (self.book.bids if side is BUY else self.book.asks).get(price)

    def anonymous(self, side: Side, price: int) -> Resting | None:
        """The lots at a level whose orders are not known. Where there are any, nobody's place in the queue is known."""
        id = (self._anonymous_bids if side is BUY else self._anonymous_asks).get(price)
        return self.book.orders[id] if id is not None else None

    # ----------------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """The venue's event is complete: now the book must make sense."""
        changed, self._changed = self._changed, False
        bid, ask = self.book.best_bid(), self.book.best_ask()
        if not changed or bid is None or ask is None:
            return
        self.settled += 1
        self.crossed += bid.price > ask.price
        self.locked += bid.price == ask.price

    def _not_here(self, id: int, qty: int, side: Side | None, price: int) -> None:
        self.unknown += 1
        if side is None or not price or not qty or self._lose(side, price, qty, self.exact) < qty:
            self.unplaced += 1

    def _take(self, order: Resting, qty: int) -> None:
        """The order goes, and the feed says that qty lots go with it."""
        other = qty - order.qty
        self._remove(order)
        if self.exact and other > 0:
            self._lose(order.side, order.price, other)
        elif self.exact and other < 0:
            self._appear(order.side, order.price, -other)

    def _appear(self, side: Side, price: int, qty: int) -> None:
        """Goes to the back: whether it stood before the orders known is not known."""
        order = self.anonymous(side, price)
        if order is not None:
            qty += order.qty
            self._remove(order)
        (self._anonymous_bids if side is BUY else self._anonymous_asks)[price] = self._next
        self._add(self._next, side, price, qty)
        self._next -= 1

    def _lose(self, side: Side, price: int, qty: int, named: bool = True) -> int:
        """Takes up to qty lots off a level, anonymous ones first, then with `named` the newest orders; returns how many."""
        order = self.anonymous(side, price)
        taken = self._shorten(order, qty) if order is not None else 0
        while named and taken < qty:
            level = self.level(side, price)
            order = level.last if level is not None else None
            if order is None:
                break
            taken += self._shorten(order, qty - taken)
        return taken

    def _shorten(self, order: Resting, qty: int) -> int:
        """Takes up to qty lots off an order; returns how many."""
        if qty < order.qty:
            self._shrink(order, order.qty - qty)
            return qty
        self._remove(order)
        return order.qty

    def _add(self, id: int, side: Side, price: int, qty: int) -> None:
        self._touch(side, self.book.add(id, side, price, qty))

    def _shrink(self, order: Resting, qty: int) -> None:
        self._touch(order.side, self.book.reduce(order, qty))

    def _remove(self, order: Resting) -> None:
        self._touch(order.side, self.book.remove(order))
        if order.id < 0:
            del (self._anonymous_bids if order.side is BUY else self._anonymous_asks)[order.price]

    def _touch(self, side: Side, level: Level) -> None:
        self._changed = True
        self.touched.append((side, level))
