"""Bars of one instrument in one flat array of 64-bit integers: by time, or of equal volume.

Invariants: bars are in order of time; a bar by time begins at a multiple of its interval since 1970 and exists only where
something traded; a bar by volume holds exactly its lots, only the last one may hold fewer. What grows is the last bar and
the end of the array; beyond MAX_BARS the older half is dropped at once, and `dropped` says so.
"""

from array import array

FIELDS = 8
"""Open time (UTC ns), open, high, low, close, lots, lots bought by aggressors, moved: the sum of (price - open) * lots, from
which the volume-weighted price is exact without sums that 64 bits cannot hold."""
MAX_BARS = 1_000_000
"""Kept an instrument and interval: eleven days of seconds, 64 MB. Older ones are dropped, half at a time."""
MOST_OF_ONE_TRADE = 1_000
"""Bars of equal volume that one trade may fill; what is left of it stays in the last."""
LARGEST = (1 << 63) - 1


class Bars:
    """interval_ns 0: bars of `size` lots each."""

    __slots__ = ("cells", "dropped", "interval_ns", "size")

    def __init__(self, interval_ns: int, size: int = 0) -> None:
        self.interval_ns = interval_ns
        self.size = size
        self.cells = array("q")
        self.dropped = 0

    def __len__(self) -> int:
        return len(self.cells) // FIELDS

    def trade(self, at: int, price: int, lots: int, bought: int) -> None:
        """bought: lots, when the aggressor bought, else 0. Not older than the last bar."""
        if self.interval_ns:
            self.add(at, price, price, price, price, lots, bought, 0)
            return
        for _ in range(MOST_OF_ONE_TRADE):
            room = self.size - self.cells[-3] if self.cells else 0
            part = min(room or self.size, lots)
            self._put(at, price, price, price, price, part, part if bought else 0, 0, joins=room > 0)
            lots -= part
            if not lots:
                return
        self._put(at, price, price, price, price, lots, lots if bought else 0, 0, joins=True)

    def add(self, at: int, o: int, h: int, l: int, c: int, lots: int, bought: int, moved: int) -> None:  # noqa: E741
        """Merges a trade, or a shorter bar, that is not older than the last bar."""
        start = at - at % self.interval_ns
        self._put(start, o, h, l, c, lots, bought, moved, joins=bool(self.cells) and self.cells[-FIELDS] == start)

    def _put(
        self, at: int, o: int, h: int, l: int, c: int, lots: int, bought: int, moved: int, joins: bool  # noqa: E741
    ) -> None:
        cells = self.cells
        if joins:
            first = cells[-7]
            if h > cells[-6]:
                cells[-6] = h
            if l < cells[-5]:
                cells[-5] = l
            cells[-4] = c
            cells[-3] += lots
            cells[-2] += bought
            cells[-1] = min(max(cells[-1] + moved + (o - first) * lots, -LARGEST), LARGEST)
            return
        cells.extend((at, o, h, l, c, lots, bought, moved))
        if len(cells) > MAX_BARS * FIELDS:
            half = MAX_BARS // 2
            del cells[:half * FIELDS]
            self.dropped += half

    def rows(self, first: int = 0) -> bytes:
        """Packed, from bar `first` on."""
        return self.cells[first * FIELDS:].tobytes()
