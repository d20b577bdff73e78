"""A followed book beside the best levels that its venue publishes: compared, and corrected where the feed could not know.

A feed of the L best levels tells what touches them, and nothing of what happens deeper. A level that comes into sight may
hold more than we know (orders that came unseen), less, or be gone. So after each message, in this order:
- within what was in sight before it, the book must equal the published levels by itself: else the row `disagrees`;
- what comes into sight is set: missing lots become anonymous, lots too many are cut; then the row is `adjusted`.
After that the book's best levels are the published ones. Deeper levels are kept as they were last seen.
"""

from core.domain.enums import Side
from core.machine.market.followed import FollowedBook

Levels = tuple[tuple[int, int], ...]
"""(price, lots), best first."""


class Published:
    """depth: how many levels a side are published. rows: how many were compared, the first one aside, which only seeds."""

    __slots__ = ("_asks", "_bids", "adjusted", "cut", "depth", "disagreeing", "followed", "revealed", "rows")

    def __init__(self, followed: FollowedBook, depth: int) -> None:
        self.followed = followed
        followed.exact = True
        self.depth = depth
        self._bids: Levels | None = None
        self._asks: Levels | None = None
        self.rows: int = 0
        self.disagreeing: int = 0
        self.adjusted: int = 0
        self.revealed: int = 0
        self.cut: int = 0

    def compare(self, bids: Levels, asks: Levels) -> bool:
        """The levels after the message that the book followed last. Returns whether what was in sight agrees."""
        before = self.revealed + self.cut
        agrees = self._side(Side.BUY, self._bids, bids) & self._side(Side.SELL, self._asks, asks)
        self.adjusted += self.revealed + self.cut > before
        if self._bids is not None:
            self.rows += 1
            self.disagreeing += not agrees
        self._bids, self._asks = bids, asks
        return agrees

    def _side(self, side: Side, before: Levels | None, now: Levels) -> bool:
        """sign makes the larger key the better price, on both sides."""
        sign = 1 if side is Side.BUY else -1
        seen = self._edge(sign, before) if before is not None else None
        edge = self._edge(sign, now)
        agrees = True
        for price, qty in now:
            difference = self._set(side, price, qty)
            if difference and seen is not None and sign * price >= seen:
                agrees = False
        for price in self._too_many(side, sign, seen, before, now, edge):
            self._set(side, price, 0)
            if seen is not None and sign * price >= seen:
                agrees = False
        return agrees

    def _set(self, side: Side, price: int, qty: int) -> int:
        level = self.followed.level(side, price)
        if (level.qty if level is not None else 0) == qty:
            return 0
        difference = self.followed.set_level(side, price, qty)
        if difference > 0:
            self.revealed += 1
        else:
            self.cut += 1
        return difference

    def _edge(self, sign: int, levels: Levels) -> int:
        """Key of the worst price in sight. With fewer levels than published everything is in sight."""
        return sign * levels[-1][0] if len(levels) == self.depth else -(1 << 62)

    def _too_many(self, side: Side, sign: int, seen: int | None, before: Levels | None, now: Levels, edge: int) -> list[int]:
        """Levels of ours that should be in sight and are not published. Where the sight did not widen they can only be what
        was in sight before, or what the message touched; the whole side is gone through only when it did."""
        levels = self.followed.book.bids if side is Side.BUY else self.followed.book.asks
        if before is None or seen is None or edge < seen:
            candidates = list(levels)
        else:
            candidates = [price for price, _ in before] + [level.price for on, level in self.followed.touched if on is side]
        published = dict(now)
        return [price for price in dict.fromkeys(candidates) if sign * price >= edge and price not in published and price in levels]
