"""Prices that are too far from the mark to be believed at once.

A mark is what positions are valued at, losses counted by and orders judged by. It follows the last trade, no further away than the best
prices (funds.reference). While both sides of the book quote near each other it follows wherever they go. In a book that lacks a side, or
has none, or has two that lie far apart, it does not go further at once than a band: beyond, it goes where two trades of different steps
agree that it is (to the nearer of them), or where somebody has offered to trade for a minute. So one small trade with nobody else in the
book moves no loss, and a market that really fell is followed from its second trade on. Invariant: what is in doubt never depends on who
looked. Deliberately absent: the age of everything else (PRICE_AGE).
"""

from typing import Any, Final

from core.domain.units import SECOND
from core.machine.desk.funds import Funds
from core.machine.venue.book import Book

STANDS_NS: Final = 60 * SECOND
"""Chosen: as old as a market's news may be out of the box."""


class Doubt:
    """Of one market. trades: how many it had when it was last looked at. side: where the prices in doubt lie, 1 above the mark, -1 below
    it, 0 nowhere. since: when they began to. printed: the last trade among them, 0: none. sound: the mark is more than the middle of a
    wide book."""

    __slots__ = ("printed", "side", "since", "sound", "trades")

    def __init__(self) -> None:
        self.trades: int = 0
        self.side: int = 0
        self.since: int = 0
        self.printed: int = 0
        self.sound: bool = False


class Doubts:
    """known: by instrument."""

    __slots__ = ("known",)

    def __init__(self) -> None:
        self.known: dict[int, Doubt] = {}

    def follow(self, funds: Funds, instrument: int, book: Book, at: int) -> int:
        """The market moved, or may have: its mark from now on."""
        doubt = self.known.get(instrument)
        if doubt is None:
            doubt = self.known[instrument] = Doubt()
        trades = funds.venue.markets[instrument].trades
        printed, doubt.trades = trades != doubt.trades, trades
        told, mark = funds.nearest(book), funds.marks.get(instrument, 0)
        if told != mark and doubt.sound and funds.is_far(instrument, told, mark):
            mark = funds.reference(instrument, book)
        else:
            mark = told
        if told == mark:
            doubt.side = doubt.since = doubt.printed = 0
            if not doubt.sound:
                doubt.sound = book.last != 0 or _quotes(funds, instrument, book)
            return told
        side = 1 if told > mark else -1
        if side != doubt.side:
            doubt.side, doubt.since, doubt.printed = side, at, 0
        if printed and funds.is_far(instrument, book.last, mark) and (book.last > mark) == (side > 0):
            before, doubt.printed = doubt.printed, book.last
            if before:
                doubt.since = at
                return min(before, book.last) if side > 0 else max(before, book.last)
        offered = book.best_bid() if side > 0 else book.best_ask()
        if offered is None or at - doubt.since < STANDS_NS or not funds.is_far(instrument, offered.price, mark):
            return mark
        return offered.price if (offered.price > mark) == (side > 0) else mark

    def rows(self) -> tuple[Any, ...]:
        found = [(id, self.known[id]) for id in sorted(self.known)]
        return tuple((id, one.trades, one.side, one.since, one.printed, one.sound) for id, one in found)

    def restore(self, given: Any) -> None:
        for id, trades, side, since, printed, sound in given:
            made = self.known[int(id)] = Doubt()
            made.trades, made.side, made.since, made.printed, made.sound = trades, side, since, printed, bool(sound)


def _quotes(funds: Funds, instrument: int, book: Book) -> bool:
    """Whether both sides quote near each other."""
    bid, ask = book.best_bid(), book.best_ask()
    return bid is not None and ask is not None and bid.price <= ask.price and not funds.is_far(instrument, ask.price, bid.price)
