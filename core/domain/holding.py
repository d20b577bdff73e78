"""What one scope (an account, a trader, a strategy, the whole firm …) has in one instrument, and in all of them.

Invariants: buy and sell are the open lots of the scope's orders; cash is minus what its fills paid, so that cash plus qty at the mark,
less fees, is what it has won or lost since the run began, whatever the order of the fills. Exact integers; a bust or a correction is
booked as its opposite. A usage's totals are the sums over its holdings as they were last valued; those that are worth something else
since stand in `stale`, those that only have new orders in `changed`: with these, gross exposure and the worth of open orders are at most
`more` above the totals, all of them may be live, and the result is what it was. What no limit tells apart is kept once, Together. While
orders are noted, `load` grows by no less than any count of the scope does: orders, messages, whole fills, lots held, open or ordered.
Deliberately absent: what may be held; what things are worth; and average cost, which is the position's.
"""

from core.domain.enums import Side
from core.domain.scope import ScopeKind

SIZES_KEPT = 32
"""Last orders whose worth tells what is usual for an owner."""
FEWEST_SIZES = 8
MUCH = 1 << 61
"""More than any order is worth."""


class Usage:
    """One scope: its holdings by instrument id, open orders, and what was noted of its day.

    filled_whole: orders of it filled since a person last enabled it. disabled: number of the rule that disabled it, 0: none.
    day_result, best_result: result when the trading day began, and the highest. long, short: worst cases of all holdings, gross: the
    larger of the two of each; won: result; groups: gross by sector and cluster; open: worth of all open orders, each holding's rounded
    up; live: instruments in which it has something; is_kept: orders were sent for it. Money in millionths of the base currency.
    """

    __slots__ = (
        "best_result", "changed", "day_result", "disabled", "filled_whole", "gross", "groups", "held", "is_kept", "kind", "live", "load",
        "long", "more", "name", "open", "orders", "short", "stale", "won",
    )

    def __init__(self, kind: ScopeKind, name: str) -> None:
        self.kind = kind
        self.name = name
        self.held: dict[int, Holding] = {}
        self.changed: list[Holding] = []
        self.stale: list[Holding] = []
        self.is_kept: bool = False
        self.more: int = 0
        self.load: int = 0
        self.orders: int = 0
        self.filled_whole: int = 0
        self.disabled: int = 0
        self.day_result: int = 0
        self.best_result: int = 0
        self.long: int = 0
        self.short: int = 0
        self.gross: int = 0
        self.won: int = 0
        self.open: int = 0
        self.live: int = 0
        self.groups: dict[str, int] = {}

    @property
    def is_idle(self) -> bool:
        """Nothing of it has to be remembered: as if nobody had ever looked."""
        if self.orders or self.filled_whole or self.disabled or self.day_result or self.best_result:
            return False
        return not any(held.holds() for held in self.held.values())

    @property
    def words(self) -> str:
        """Whose it is, for a sentence."""
        return f"{self.kind.name.lower()} {self.name}".rstrip()

    def holding(self, instrument: int) -> "Holding":
        found = self.held.get(instrument)
        if found is None:
            found = self.held[instrument] = Holding(self, instrument)
        return found

    def revalue(self) -> None:
        """Nothing is known any more of what anything is worth."""
        self.long = self.short = self.gross = self.won = self.open = self.live = self.more = 0
        self.groups.clear()
        self.changed.clear()
        self.stale = list(self.held.values())
        for held in self.stale:
            held.long = held.short = held.gross = held.won = held.worth = 0
            held.is_live = held.is_changed = False
            held.is_stale = True


class Holding:
    """qty: signed lots. buy, sell: open lots. buy_worth, sell_worth: of them at their worst prices, exact money. orders: how many.
    ordered, traded: lots; messages: new orders, replaces and cancels; trades: fills. sizes: value of the last orders, oldest first, and
    some more; usual: at most their median, which is the one of that rank in ranked, or was lately. long, short, gross, won, worth (of
    open orders), is_live: as in Usage, as they were last valued."""

    __slots__ = (
        "buy", "buy_worth", "cash", "fees", "gross", "instrument", "is_changed", "is_live", "is_stale", "long", "messages", "ordered",
        "orders", "qty", "rank", "ranked", "sell", "sell_worth", "short", "sizes", "traded", "trades", "usage", "usual", "won", "worth",
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
        self.orders: int = 0
        self.messages: int = 0
        self.trades: int = 0
        self.ordered: int = 0
        self.traded: int = 0
        self.sizes: list[int] = []
        self.ranked: list[int] = []
        self.rank: int = 0
        self.usual: int = MUCH
        self.long: int = 0
        self.short: int = 0
        self.gross: int = 0
        self.won: int = 0
        self.worth: int = 0
        self.is_live: bool = False
        self.is_changed: bool = False
        self.is_stale: bool = False

    def holds(self) -> bool:
        """Whether it has, or had, anything."""
        if self.messages or self.trades or self.qty or self.cash or self.fees or self.buy or self.sell:
            return True
        return len(self.sizes) > 0

    def change(self) -> None:
        """Its worth is not known any more."""
        if not self.is_stale:
            self.is_stale = True
            self.usage.stale.append(self)

    def open(self, side: Side, lots: int, price: int) -> None:
        """lots more, or fewer, of the scope's orders are open on that side, valued at price."""
        if side is Side.BUY:
            self.buy += lots
            self.buy_worth += lots * price
        else:
            self.sell += lots
            self.sell_worth += lots * price
        self.usage.load += abs(lots)
        if not self.is_stale:
            self.change()

    def count(self, orders: int) -> None:
        """So many more orders are open."""
        self.orders += orders
        self.usage.orders += orders

    def fill(self, signed: int, price: int, fee: int) -> None:
        """A fill of signed lots."""
        self.trades += 1
        self.traded += abs(signed)
        self.book(signed, price, fee)

    def book(self, signed: int, price: int, fee: int) -> None:
        """Lots come and are paid for; the opposite undoes it."""
        self.shift(signed, -signed * price, fee)

    def shift(self, lots: int, cash: int, fees: int) -> None:
        self.qty += lots
        self.cash += cash
        self.fees += fees
        self.usage.load += abs(lots)
        if not self.is_stale:
            self.change()

    def note_size(self, value: int) -> None:
        sizes = self.sizes
        sizes.append(value)
        if len(sizes) >= 2 * SIZES_KEPT:
            del sizes[:SIZES_KEPT]
        if self.rank:
            # One more size, and perhaps one less, moves each rank by one at most.
            self.rank -= 1
            self.usual = self.ranked[self.rank]
        elif value < self.usual:
            self.usual = value

    def begin_sizes(self, values: list[int]) -> None:
        self.sizes = values[-SIZES_KEPT:]
        self.usual_size()

    def last_sizes(self) -> list[int]:
        return self.sizes[-SIZES_KEPT:]

    def usual_size(self) -> int:
        """Median of the last orders' worth; 0 while there are too few."""
        ranked = self.ranked = sorted(self.sizes[-SIZES_KEPT:])
        if not ranked:
            return 0
        self.rank = len(ranked) // 2
        self.usual = ranked[self.rank]
        return self.usual if len(ranked) >= FEWEST_SIZES else 0

    def take_over(self, other: "Holding") -> None:
        """Begins with everything that the other had until now."""
        self.qty, self.cash, self.fees, self.buy, self.sell = other.qty, other.cash, other.fees, other.buy, other.sell
        self.buy_worth, self.sell_worth, self.messages, self.trades = other.buy_worth, other.sell_worth, other.messages, other.trades
        self.ordered, self.traded = other.ordered, other.traded
        self.count(other.orders)
        self.change()


class Together(Holding):
    """What several scopes get alike, because the same orders are theirs: kept once, until somebody looks at one of them. It holds what
    came since. Its usage is nobody's."""

    __slots__ = ("scopes",)

    def __init__(self, instrument: int, scopes: tuple[Holding, ...]) -> None:
        super().__init__(Usage(ScopeKind.ORDER, ""), instrument)
        self.scopes = scopes
        # It is valued in its scopes.
        self.is_changed = self.is_stale = True

    def settle(self) -> None:
        """Each scope gets it."""
        usage = self.usage
        if not (self.holds() or usage.orders or usage.filled_whole or self.orders or self.buy_worth or self.sell_worth):
            return
        for h in self.scopes:
            h.qty += self.qty
            h.cash += self.cash
            h.fees += self.fees
            h.buy += self.buy
            h.sell += self.sell
            h.buy_worth += self.buy_worth
            h.sell_worth += self.sell_worth
            h.messages += self.messages
            h.trades += self.trades
            h.ordered += self.ordered
            h.traded += self.traded
            h.orders += self.orders
            h.usage.orders += usage.orders
            h.usage.filled_whole += usage.filled_whole
            h.change()
        self.qty = self.cash = self.fees = self.buy = self.sell = self.buy_worth = self.sell_worth = 0
        self.messages = self.trades = self.ordered = self.traded = self.orders = 0
        usage.orders = usage.filled_whole = usage.more = 0


def apart(holdings: tuple[Holding, ...]) -> tuple[Holding, ...]:
    """With the scopes themselves in the place of what is kept once for them, and is settled."""
    found: list[Holding] = []
    for holding in holdings:
        if isinstance(holding, Together):
            found += holding.scopes
        else:
            found.append(holding)
    return tuple(found)
