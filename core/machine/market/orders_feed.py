"""An order-by-order feed of one or many instruments: each message to its book.

    feed = OrdersFeed(); feed.on(message); feed.books[instrument].book.best_bid()

A book begins with its instrument's first message. A message without an instrument goes where its order rests; `by_order`
says that the feed sends such (PITCH), so that the way from an order to its book is kept, at the price of one entry an order.
lost: messages that name no instrument and an order nobody knows; they are in no book's counts.
"""

from collections.abc import Callable
from typing import Any

from core.machine.market.followed import FollowedBook
from core.messages.feed import (
    FeedAdded,
    FeedChanged,
    FeedCleared,
    FeedDeleted,
    FeedExecuted,
    FeedFilled,
    FeedPhase,
    FeedReduced,
    FeedTraded,
)


class OrdersFeed:
    """prints and volume: trades told, and their lots. halted: instruments that do not trade now."""

    __slots__ = ("_by_order", "_homes", "_routes", "books", "halted", "lost", "prints", "volume")

    def __init__(self, by_order: bool = False) -> None:
        self.books: dict[int, FollowedBook] = {}
        self.halted: dict[int, bool] = {}
        self.lost: int = 0
        self.prints: int = 0
        self.volume: int = 0
        self._by_order: bool = by_order
        self._homes: dict[int, FollowedBook] = {}
        self._routes: dict[Any, Callable[[FollowedBook, Any], None]] = {
            FeedAdded: self._on_added,
            FeedReduced: self._on_reduced,
            FeedExecuted: self._on_executed,
            FeedDeleted: self._on_deleted,
            FeedChanged: self._on_changed,
            FeedFilled: self._on_filled,
            FeedTraded: self._on_traded,
            FeedCleared: self._on_cleared,
            FeedPhase: self._on_phase,
        }

    def on(self, message: Any) -> FollowedBook | None:
        """Takes one of core.messages.feed.OrderFeed and returns the book concerned, None when nobody knows which."""
        instrument: int = message.instrument
        if instrument:
            followed = self.books.get(instrument)
            if followed is None:
                followed = self.books[instrument] = FollowedBook()
        else:
            followed = self._homes.get(message.order_id)
            if followed is None:
                self.lost += 1
                return None
        followed.begin()
        self._routes[type(message)](followed, message)
        if message.last:
            followed.settle()
        return followed

    def _on_added(self, followed: FollowedBook, m: FeedAdded) -> None:
        followed.add(m.order_id, m.side, m.price, m.qty)
        if self._by_order:
            self._homes[m.order_id] = followed

    def _on_reduced(self, followed: FollowedBook, m: FeedReduced) -> None:
        followed.reduce(m.order_id, m.qty, m.side, m.price)
        self._forget(followed, m.order_id)

    def _on_executed(self, followed: FollowedBook, m: FeedExecuted) -> None:
        self.prints += 1
        self.volume += m.qty
        followed.execute(m.order_id, m.qty, m.side, m.price)
        self._forget(followed, m.order_id)

    def _on_deleted(self, followed: FollowedBook, m: FeedDeleted) -> None:
        followed.delete(m.order_id, m.qty, m.side, m.price)
        self._forget(followed, m.order_id)

    def _on_changed(self, followed: FollowedBook, m: FeedChanged) -> None:
        followed.change(m.order_id, m.side, m.price, m.qty)

    def _on_filled(self, followed: FollowedBook, m: FeedFilled) -> None:
        followed.unknown += m.order_id not in followed.book.orders

    def _on_traded(self, followed: FollowedBook, m: FeedTraded) -> None:
        self.prints += 1
        self.volume += m.qty
        followed.last = m.price

    def _on_cleared(self, followed: FollowedBook, m: FeedCleared) -> None:
        followed.clear()

    def _on_phase(self, followed: FollowedBook, m: FeedPhase) -> None:
        if m.trading:
            self.halted.pop(m.instrument, None)
        else:
            self.halted[m.instrument] = True

    def _forget(self, followed: FollowedBook, id: int) -> None:
        if self._by_order and id not in followed.book.orders:
            self._homes.pop(id, None)
