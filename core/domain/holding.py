"""What one scope (an account, a trader, a strategy, the whole firm …) has in one instrument, and in all of them.

Invariants: buy and sell are the open lots of the scope's orders; cash is minus what its fills paid, so that cash plus qty at the
mark, less fees, is what it has won or lost since the run began, whatever the order of the fills. Exact integers; a bust or a
correction is booked as its opposite. Deliberately absent: what may be held; and average cost, which is the position's.
"""

from bisect import bisect_left, insort

from core.domain.enums import Side
from core.domain.scope import ScopeKind

SIZES_KEPT = 32
"""Last orders whose worth tells what is usual for an owner."""
FEWEST_SIZES = 8


class Usage:
    """One scope: its holdings by instrument id, open orders, and what was noted of its day.

    filled_whole: orders of it filled since a person last enabled it. disabled: number of the rule that disabled it, 0: none.
    day_result, best_result: result when the trading day began, and the highest, in millionths of the base currency.
    """

    __slots__ = ("best_result", "day_result", "disabled", "filled_whole", "held", "kind", "name", "orders")

    def __init__(self, kind: ScopeKind, name: str) -> None:
        self.kind = kind
        self.name = name
        self.held: dict[int, Holding] = {}
        self.orders: int = 0
        self.filled_whole: int = 0
        self.disabled: int = 0
        self.day_result: int = 0
        self.best_result: int = 0

    def holding(self, instrument: int) -> "Holding":
        found = self.held.get(instrument)
        if found is None:
            found = self.held[instrument] = Holding(self, instrument)
        return found


class Holding:
    """qty: signed lots. buy, sell: open lots. worth: of them at their worst prices, exact money. ordered, traded: lots; messages:
    new orders, replaces and cancels; trades: fills. sizes: value of the last orders, oldest first; ranked: the same, smallest first."""

    __slots__ = (
        "buy", "buy_worth", "cash", "fees", "instrument", "messages", "ordered", "qty", "ranked", "sell", "sell_worth", "sizes", "traded",
        "trades", "usage",
    )

    def __init__(self, usage: Usage, instrument: int) -> None:
        self.usage = usage
        self.instrument: int = instrument
        self.qty: int = 0
        self.cash: int = 0
        self.fees: int = 0
        self.buy: int = 0
        self.sell: int = 0
        self.buy_worth: int = 0
        self.sell_worth: int = 0
        self.messages: int = 0
        self.trades: int = 0
        self.ordered: int = 0
        self.traded: int = 0
        self.sizes: list[int] = []
        self.ranked: list[int] = []

    def open(self, side: Side, lots: int, price: int) -> None:
        """lots more, or fewer, of the scope's orders are open on that side, valued at price."""
        if side is Side.BUY:
            self.buy += lots
            self.buy_worth += lots * price
        else:
            self.sell += lots
            self.sell_worth += lots * price

    def book(self, signed: int, price: int, fee: int) -> None:
        """A fill of signed lots; its opposite undoes it."""
        self.qty += signed
        self.cash -= signed * price
        self.fees += fee

    def result(self, mark: int) -> int:
        """Exact money won or lost since the run began, after fees; what is open at mark."""
        return self.cash + self.qty * mark - self.fees

    def note_size(self, value: int) -> None:
        self.sizes.append(value)
        insort(self.ranked, value)
        if len(self.sizes) > SIZES_KEPT:
            del self.ranked[bisect_left(self.ranked, self.sizes[0])]
            del self.sizes[0]

    def usual_size(self) -> int:
        """Median of the last orders' worth; 0 while there are fewer than eight."""
        ranked = self.ranked
        return ranked[len(ranked) // 2] if len(ranked) >= FEWEST_SIZES else 0
