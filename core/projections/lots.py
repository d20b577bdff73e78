"""Lots of one position, first in, first out: what is still open of which fill, and which fill closed which.

Invariants: open lots all have the position's sign; realised + (mark value of the open lots) - cost is the same as at average
cost, to the last unit; the parts of a fee that go with the parts of a fill add up to the fee. A fill that is busted or corrected
is as if it had been so from the beginning: all are matched again, which is rare.
Not in the machine: realised plus unrealised does not depend on the method, so nothing there decides by FIFO.
"""

from collections import deque
from typing import NamedTuple


class Fill(NamedTuple):
    """number: of our fills, in their order. lots: signed. fee: exact money."""

    number: int
    at: int
    order_id: int
    trade_id: int
    lots: int
    price: int
    fee: int

    def share(self, first: int, count: int) -> int:
        """The fee of count lots of it after the first ones."""
        whole = abs(self.lots)
        return self.fee * (first + count) // whole - self.fee * first // whole


class Match(NamedTuple):
    """lots: how many of opened closed closed; above 0. won: exact money before fees. fees: of both sides."""

    opened: Fill
    closed: Fill
    lots: int
    won: int
    fees: int


class Lots:
    """matches: everything closed so far, in the order of closing. cost: exact money paid for what is open, negative when short."""

    __slots__ = ("_fills", "_open", "cost", "matches", "qty", "realised")

    def __init__(self) -> None:
        self._fills: list[Fill] = []
        self._clear()

    def _clear(self) -> None:
        self._open: deque[tuple[Fill, int]] = deque()
        self.matches: list[Match] = []
        self.qty = self.cost = self.realised = 0

    def book(self, fill: Fill) -> list[Match]:
        """What it closed."""
        self._fills.append(fill)
        return self._match(fill)

    def unrealised(self, mark: int) -> int:
        """Exact money, valuing the open lots at mark (0: no price, no value)."""
        return self.qty * mark - self.cost if mark else 0

    def undo(self, order_id: int, trade_id: int) -> bool:
        """False: no such fill is known."""
        return self._amend(order_id, trade_id, 0, 0, 0)

    def correct(self, order_id: int, trade_id: int, qty: int, price: int, fee: int) -> bool:
        """qty: lots, without sign. False: no such fill is known."""
        return self._amend(order_id, trade_id, qty, price, fee)

    def _amend(self, order_id: int, trade_id: int, qty: int, price: int, fee: int) -> bool:
        for place in range(len(self._fills) - 1, -1, -1):
            was = self._fills[place]
            if was.trade_id == trade_id and was.order_id == order_id:
                break
        else:
            return False
        if qty:
            self._fills[place] = was._replace(lots=qty if was.lots > 0 else -qty, price=price, fee=fee)
        else:
            del self._fills[place]
        self._clear()
        for fill in self._fills:
            self._match(fill)
        return True

    def _match(self, fill: Fill) -> list[Match]:
        sign = 1 if fill.lots > 0 else -1
        left = abs(fill.lots)
        made: list[Match] = []
        while left and self._open and (self.qty > 0) != (sign > 0):
            opened, gone = self._open[0]
            available = abs(opened.lots) - gone
            lots = min(left, available)
            fees = opened.share(gone, lots) + fill.share(abs(fill.lots) - left, lots)
            made.append(Match(opened, fill, lots, -sign * lots * (fill.price - opened.price), fees))
            self.realised += made[-1].won
            self.cost += sign * lots * opened.price
            self.qty += sign * lots
            left -= lots
            if lots == available:
                self._open.popleft()
            else:
                self._open[0] = (opened, gone + lots)
        if left:
            self._open.append((fill, abs(fill.lots) - left))
            self.qty += sign * left
            self.cost += sign * left * fill.price
        self.matches += made
        return made
