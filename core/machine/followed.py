"""A book that follows an outside venue: its order-by-order messages say what became of each order, nothing is matched here.

An outside feed is not to be trusted, so what cannot be is counted, never an error: messages about orders that were never seen,
quantities larger than what is left, a book that stands crossed. Where only the best levels of a venue are published, quantity
that comes into sight without orders is kept as a nameless order, whose place in the queue nobody knows.
It lives beside the machine, because it uses the venue's own book; readers of files and lines are in core.edge.
"""

from core.domain.enums import Side
from core.machine.venue.book import Book, Resting

BUY = Side.BUY


class FollowedBook:
    """unknown: messages about orders that were never seen. oversize: more taken off than was there. adjusted: levels that were
    corrected to what was published. Ids of named orders are > 0, of nameless ones < 0."""

    __slots__ = ("_next", "adjusted", "book", "oversize", "unknown")

    def __init__(self) -> None:
        self.book = Book()
        self.unknown: int = 0
        self.oversize: int = 0
        self.adjusted: int = 0
        self._next: int = 0

    def add(self, id: int, side: Side, price: int, qty: int) -> bool:
        """False: the id is there already; nothing changes."""
        if id in self.book.orders:
            return False
        self.book.add(id, side, price, qty)
        return True

    def take_off(self, id: int, qty: int) -> int:
        """An execution or a cancel. Returns the lots it found: 0 of an order that was never seen, fewer than qty of one that was
        cut."""
        order = self.book.orders.get(id)
        if order is None:
            self.unknown += 1
            return 0
        found = min(order.qty, qty)
        self._lower(order, qty)
        return found

    def remove(self, id: int) -> bool:
        order = self.book.orders.get(id)
        if order is None:
            self.unknown += 1
            return False
        self.book.remove(order)
        return True

    def change(self, id: int, price: int, qty: int) -> bool:
        """A modification: smaller at its price keeps its place, anything else goes to the back."""
        order = self.book.orders.get(id)
        if order is None:
            self.unknown += 1
            return False
        if price == order.price and 0 < qty <= order.qty:
            self.book.reduce(order, qty)
            return True
        side = order.side
        self.book.remove(order)
        if qty > 0:
            self.book.add(id, side, price, qty)
        return True

    def take_off_level(self, side: Side, price: int, qty: int) -> int:
        """Quantity of orders that were never seen, off the nameless ones of the level. Returns the lots it did not find."""
        level = (self.book.bids if side is BUY else self.book.asks).get(price)
        order = level.first if level is not None else None
        while order is not None and qty > 0:
            following = order.after
            if order.id < 0:
                off = min(qty, order.qty)
                qty -= off
                self._lower(order, off)
            order = following
        return qty

    def cut(self, side: Side, price: int, qty: int) -> None:
        """Takes so much off a level, from the back: whose it was nobody knows."""
        level = (self.book.bids if side is BUY else self.book.asks).get(price)
        while level is not None and qty > 0 and level.last is not None:
            off = min(qty, level.last.qty)
            qty -= off
            self._lower(level.last, off)

    def correct(self, side: Side, price: int, qty: int) -> None:
        """Makes a level what was published: a nameless order fills it up, or it is cut from the back."""
        level = (self.book.bids if side is BUY else self.book.asks).get(price)
        have = 0 if level is None else level.qty
        if have == qty:
            return
        self.adjusted += 1
        if have < qty:
            self._next -= 1
            self.book.add(self._next, side, price, qty - have)
        else:
            self.cut(side, price, have - qty)

    def crossed(self) -> bool:
        """Best bid at or above the best offer."""
        bid, ask = self.book.best_bid(), self.book.best_ask()
        return bid is not None and ask is not None and bid.price >= ask.price

    def _lower(self, order: Resting, qty: int) -> None:
        if qty > order.qty:
            self.oversize += 1
        if qty >= order.qty:
            self.book.remove(order)
        else:
            self.book.reduce(order, order.qty - qty)
