"""A feed of price levels with numbered updates and a snapshot somewhere among them, put together to one book.

Rules (Binance, "How to manage a local order book correctly"): updates before the snapshot wait; what the snapshot already
has is dropped; the first one used must reach from at or before the snapshot's next number, and from then on each must begin
right after the last. A gap makes the book untrue: it is given up, and what follows waits for the next snapshot.
Each level is one anonymous order, so a level feed is read through the same Book as every other.
"""

from typing import Final

from core.machine.market.followed import BUY, SELL, FollowedBook
from core.messages.feed import FeedLevels, FeedSnapshot, FeedTop, FeedTraded, LevelFeed

WAITING: Final = 10_000
"""Chosen: updates kept while there is no snapshot (17 minutes of a 100 ms feed). The oldest go first; then only a later snapshot helps."""


class LevelsFeed:
    """One instrument. synced: a snapshot is in, and no update was missing since. update: number of the last one in the book.

    gaps: breaks in the numbers since the start, snapshot or not; stale: updates that the snapshot already had, and snapshots
    behind the book; unusable: snapshots from before the oldest update kept; prints and volume: trades told; top: the best
    prices told, None before.
    """

    __slots__ = ("_waiting", "followed", "gaps", "prints", "stale", "synced", "top", "unusable", "update", "volume")

    def __init__(self) -> None:
        self.followed = FollowedBook()
        self.synced: bool = False
        self.update: int = 0
        self.gaps: int = 0
        self.stale: int = 0
        self.unusable: int = 0
        self.prints: int = 0
        self.volume: int = 0
        self.top: FeedTop | None = None
        self._waiting: list[FeedLevels] = []

    def on(self, message: LevelFeed) -> None:
        self.followed.begin()
        if isinstance(message, FeedLevels):
            self._on_levels(message)
        elif isinstance(message, FeedTop):
            self.top = message
        elif isinstance(message, FeedTraded):
            self.prints += 1
            self.volume += message.qty
            self.followed.last = message.price
        else:
            self._on_snapshot(message)

    def _on_levels(self, m: FeedLevels) -> None:
        if self.synced and m.first_update > self.update + 1:
            self.gaps += 1
            self.synced = False
            self.followed.clear()
        if self.synced:
            self._apply(m)
            return
        if self._waiting and m.first_update > self._waiting[-1].last_update + 1:
            self.gaps += 1
            self._waiting.clear()
        if len(self._waiting) == WAITING:
            del self._waiting[0]
        self._waiting.append(m)

    def _on_snapshot(self, m: FeedSnapshot) -> None:
        if self.synced and m.last_update < self.update:
            self.stale += 1
            return
        if self._waiting and self._waiting[0].first_update > m.last_update + 1:
            # Between the snapshot and the oldest update kept there is something we never saw.
            self.unusable += 1
            return
        self.followed.clear()
        for side, levels in ((BUY, m.bids), (SELL, m.asks)):
            for price, qty in levels:
                self.followed.set_level(side, price, qty)
        self.update = m.last_update
        self.synced = True
        waiting, self._waiting = self._waiting, []
        for update in waiting:
            self._apply(update)
        self.followed.settle()

    def _apply(self, m: FeedLevels) -> None:
        """It begins at or before the next number: what came twice is set twice, to the same."""
        if m.last_update <= self.update:
            self.stale += 1
            return
        for price, qty in m.bids:
            self.followed.set_level(BUY, price, qty)
        for price, qty in m.asks:
            self.followed.set_level(SELL, price, qty)
        self.update = m.last_update
        self.followed.settle()
