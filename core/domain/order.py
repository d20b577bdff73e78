"""An order of ours, as the desk keeps it while it is open: what it is, whose it is, and what it hangs on."""

from typing import Final

from core.domain.enums import CancelReason, OrderState, OrderType, Side, TimeInForce
from core.domain.holding import Holding
from core.domain.units import InstrumentId, OrderId
from core.native import mypyc_attr

LINES: Final = 10**12
"""Orders that one step sends besides the one that has the entry's number for its id: number in the step * LINES + seq."""


@mypyc_attr(acyclic=True)
class Owner:
    """Whose an order is. Empty: nobody in particular. One object may own many orders: never change it."""

    __slots__ = ("correlation", "desk", "session", "signal", "strategy", "trader")

    def __init__(
        self, trader: str = "", strategy: str = "", desk: str = "", session: str = "", signal: str = "", correlation: str = ""
    ) -> None:
        self.trader = trader
        self.strategy = strategy
        self.desk = desk
        self.session = session
        self.signal = signal
        self.correlation = correlation


NOBODY = Owner()
BUY: Final = Side.BUY


@mypyc_attr(acyclic=True)
class OwnOrder:
    """qty: total lots; leaves: open lots; filled: lots done. price: limit price, 0 for a market order. asked: of the last
    replace. parent: id of the parent order it works for, 0: none. epoch: the kill switch's generation when it was approved.

    venue: the outside venue that has it, empty: the embedded exchange. link: the group of linked orders that it is a leg of, 0:
    none. busted: of the filled lots, those that the venue undid. cancel_reason: why we last asked for its cancel; VENUE: we never did.
    replaces: how many are on their way; most_asked: the largest total among them; extra: lots that they could add to leaves,
    which count as open until they are answered. refused: the venue said no to a request about it, and its group has not looked yet.
    parent_open, parent_filled: what its parent counts of it. worth: price at which its open lots are valued. holdings: of every scope
    it belongs to.
    """

    __slots__ = (
        "account", "asked", "busted", "cancel_reason", "client_order_id", "epoch", "extra", "filled", "holdings", "id", "instrument",
        "leaves", "link", "most_asked", "order_type", "owner", "parent", "parent_filled", "parent_open", "price", "qty", "refused",
        "replaces", "side", "state", "time_in_force", "venue", "worth",
    )

    def __init__(
        self, id: OrderId, client_order_id: str, account: int, instrument: InstrumentId, side: Side, order_type: OrderType,
        qty: int, price: int, time_in_force: TimeInForce, owner: Owner = NOBODY, parent: int = 0, epoch: int = 0,
    ) -> None:
        self.id = id
        self.client_order_id = client_order_id
        self.account = account
        self.instrument = instrument
        self.side = side
        self.order_type = order_type
        self.qty: int = qty
        self.price: int = price
        self.asked: int = price
        self.time_in_force = time_in_force
        self.owner = owner
        self.parent: int = parent
        self.epoch: int = epoch
        self.worth: int = price
        self.holdings: tuple[Holding, ...] = ()
        self.filled: int = 0
        self.leaves: int = qty
        self.state: OrderState = OrderState.SENT
        self.venue: str = ""
        self.link: int = 0
        self.busted: int = 0
        self.cancel_reason: CancelReason = CancelReason.VENUE
        self.replaces: int = 0
        self.most_asked: int = 0
        self.extra: int = 0
        self.refused: bool = False
        self.parent_open: int = 0
        self.parent_filled: int = 0

    # its scopes -----------------------------------------------------------------------------------------------------

    # One pass over the scopes for everything that happens to them at once: there are six of most orders, and a call would be felt.

    def sent(self, ordered: int, most: int) -> None:
        """It goes out, and is open in each of its scopes. ordered: lots that the gate said yes to. most: VALUE that it adds to an exposure,
        or to the worth of what is open, at most; less than 0: not known."""
        lots = self.leaves
        money, buys, known = lots * self.worth, self.side is BUY, most >= 0
        for holding in self.holdings:
            usage = holding.usage
            if buys:
                holding.buy += lots
                holding.buy_worth += money
            else:
                holding.sell += lots
                holding.sell_worth += money
            holding.orders += 1
            holding.messages += 1
            holding.ordered += ordered
            usage.orders += 1
            usage.load += ordered
            if known:
                usage.more += most
                if not holding.is_changed:
                    holding.is_changed = True
                    usage.changed.append(holding)
            elif not holding.is_stale:
                holding.change()

    def opened(self, lots: int, orders: int = 0) -> None:
        """So many more lots of it, or fewer, are open in each of its scopes, and so many more orders."""
        money, buys = lots * self.worth, self.side is BUY
        for holding in self.holdings:
            if buys:
                holding.buy += lots
                holding.buy_worth += money
            else:
                holding.sell += lots
                holding.sell_worth += money
            if orders:
                holding.orders += orders
                holding.usage.orders += orders
            if lots > 0:
                holding.usage.load += lots
            if not holding.is_stale:
                holding.change()

    def fill(self, lots: int, price: int, fee: int, whole: bool, orders: int, off: int) -> None:
        """whole: nothing is left of it, and orders: -1 when it was open until now. off: lots that are not open any more."""
        buys = self.side is BUY
        signed = lots if buys else -lots
        paid, freed = signed * price, off * self.worth
        for holding in self.holdings:
            holding.trades += 1
            holding.traded += lots
            holding.qty += signed
            holding.cash -= paid
            if fee:
                holding.fees += fee
            if buys:
                holding.buy -= off
                holding.buy_worth -= freed
            else:
                holding.sell -= off
                holding.sell_worth -= freed
            usage = holding.usage
            usage.load += lots
            if whole:
                usage.filled_whole += 1
                usage.orders += orders
                holding.orders += orders
            if not holding.is_stale:
                holding.change()

    def book(self, signed: int, price: int, fee: int) -> None:
        """What a fill moved, moves again: back, or as corrected."""
        for holding in self.holdings:
            holding.book(signed, price, fee)

    def value(self, price: int) -> None:
        """Its open lots count at another price from now on."""
        if price != self.worth:
            lots = self.leaves + self.extra
            for holding in self.holdings:
                holding.open(self.side, -lots, self.worth)
                holding.open(self.side, lots, price)
            self.worth = price
