"""A position at average cost, in exact integers, with the fees paid for it.

Invariants: cost is 0 when qty is 0; realised + (mark value of qty) - cost never depends on the order of equal-priced
fills; closing releases cost in proportion, and what integer division leaves over stays with the open part, so nothing is
ever lost or made. After a bust or a correction every number is as if the fill had been so, or not at all, from the
beginning: `fills` remembers the fills that stand, and they are booked again.
Fees are their own number, never part of cost or realised: gross and net stay apart, and net() is what a limit on losses
looks at. Deliberately absent: FIFO. Realised plus unrealised is the same by every method, so no decision needs the lots; they
are the projections' (core/projections/lots.py).
"""

from core.domain.enums import Side

Fill = tuple[int, int, int, int]
"""Order id, trade id, signed lots, price."""


class Position:
    """qty: signed lots. cost: exact money paid for the open part (negative when short). realised: exact money, before fees.
    fees: exact money paid, negative when rebates were more. fills: those that stand, oldest first."""

    __slots__ = ("bought", "cost", "fees", "fills", "qty", "realised", "sold")

    def __init__(self) -> None:
        self.qty: int = 0
        self.cost: int = 0
        self.realised: int = 0
        self.bought: int = 0
        self.sold: int = 0
        self.fees: int = 0
        self.fills: list[Fill] = []

    def book(self, side: Side, qty: int, price: int, fee: int = 0, order_id: int = 0, trade_id: int = 0) -> None:
        """Books one fill of qty lots at price. The ids are what undo and correct find it by."""
        signed = qty if side is Side.BUY else -qty
        self.fees += fee
        self.fills.append((order_id, trade_id, signed, price))
        self._move(signed, price)

    def undo(self, side: Side, qty: int, price: int, fee: int, order_id: int, trade_id: int) -> None:
        """Takes a fill back that the venue undid, and its fee."""
        self.fees -= fee
        place = self._find(order_id, trade_id)
        if place < 0:
            self._reverse(side, qty, price)
            return
        del self.fills[place]
        self._book_again()

    def correct(
        self, side: Side, qty: int, price: int, fee: int, was_qty: int, was_price: int, was_fee: int, order_id: int, trade_id: int
    ) -> None:
        """A fill keeps its place, with other lots, price and fee."""
        self.fees += fee - was_fee
        signed = qty if side is Side.BUY else -qty
        place = self._find(order_id, trade_id)
        if place < 0:
            self._reverse(side, was_qty, was_price)
            self.fills.append((order_id, trade_id, signed, price))
            self._move(signed, price)
            return
        self.fills[place] = (order_id, trade_id, signed, price)
        self._book_again()

    def unrealised(self, mark: int) -> int:
        """Exact money, valuing the open part at mark (0: no price, no value)."""
        return self.qty * mark - self.cost if mark else 0

    def net(self, mark: int) -> int:
        """Exact money won or lost since the run began, after fees."""
        return self.realised + self.unrealised(mark) - self.fees

    def _move(self, signed: int, price: int) -> None:
        if signed > 0:
            self.bought += signed
        else:
            self.sold -= signed
        held = self.qty
        if held == 0 or (held > 0) == (signed > 0):
            self.qty = held + signed
            self.cost += signed * price
            return
        closing = min(abs(signed), abs(held))
        released = self.cost * closing // abs(held)
        self.realised += (closing if held > 0 else -closing) * price - released
        self.cost -= released
        self.qty = held + (closing if signed > 0 else -closing)
        opening = abs(signed) - closing
        if opening:
            self.qty = opening if signed > 0 else -opening
            self.cost = self.qty * price

    def _find(self, order_id: int, trade_id: int) -> int:
        """From the end: what is amended is seldom old."""
        for place in range(len(self.fills) - 1, -1, -1):
            fill = self.fills[place]
            if fill[1] == trade_id and fill[0] == order_id:
                return place
        return -1

    def _book_again(self) -> None:
        self.qty = self.cost = self.realised = self.bought = self.sold = 0
        for fill in self.fills:
            self._move(fill[2], fill[3])

    def _reverse(self, side: Side, qty: int, price: int) -> None:
        """The opposite of a fill that nobody remembers: realised plus unrealised is right, how it splits, and the turnover, are
        not. It is kept as a fill of no order, so that booking again ends where this does."""
        signed = -qty if side is Side.BUY else qty
        self.fills.append((0, 0, signed, price))
        self._move(signed, price)
