"""A venue outside the core: it takes what is durable and told, does with it what venues do, and answers over a bad line.

Its own record is the truth. Reports are lost, late, doubled and out of order; what is lost is found again by asking, as an edge would:
a query is answered with every fill of the order, then with its status. It outlives the program, like a real one.
"""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from core.domain.enums import CancelReason, LinkKind, Liquidity, OrderState, OrderType, Request, Side, TimeInForce
from core.domain.order import LINES
from core.machine.state import State
from core.messages.commands import CancelOrder, PlaceOrder, ReplaceOrder, SetLimits
from core.messages.events import CancelSent, OrderSent, QuerySent, ReplaceSent
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.groups import PlaceBasket, PlaceLinked, PlaceParent
from core.messages.outside import OutsideReport, SetVenue
from core.messages.rejections import Rejection
from core.messages.reports import Accepted, Cancelled, Doubted, Filled, Held, Rejected, Replaced, Report, Status
from core.messages.terms import Terms

VENUE, INSTRUMENT = "ABROAD", 2
OPENING: tuple[Any, ...] = (
    ListInstrument(INSTRUMENT, "Y", VENUE, "B", "Q", 2, 0, 1, 1), SetVenue(VENUE, True, False),  # type: ignore[arg-type]
    SetLimits(INSTRUMENT, 20, 10**9, 5_000, 200, 200),  # type: ignore[arg-type]
    FlowLimit(INSTRUMENT, -900_001, Side.BUY, 1, 99), FlowLimit(INSTRUMENT, -900_002, Side.SELL, 1, 101),  # type: ignore[arg-type]
)


@dataclass
class Theirs:
    """An order as the venue has it."""

    id: int
    side: Side
    total: int
    filled: int = 0
    state: OrderState = OrderState.WORKING
    fills: list[Filled] = field(default_factory=list)

    @property
    def left(self) -> int:
        return self.total - self.filled if self.state is OrderState.WORKING else 0


class Abroad:
    """line: reports on their way. steady: nothing is lost any more."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.orders: dict[int, Theirs] = {}
        self.line: list[OutsideReport] = []
        self.inbox: list[Any] = []
        self.trades = self.reports = self.names = self.flow = 0
        self.first = 0
        self.steady = False

    def new_run(self, seq: int) -> None:
        """A day of its own there, too. seq: of the run's first entry."""
        self.first = seq
        self.orders.clear()
        self.line.clear()
        self.inbox.clear()

    def take(self, event: Any) -> None:
        """Something that the core told, and will never take back."""
        if getattr(event, "venue", "") == VENUE and isinstance(event, OrderSent | CancelSent | ReplaceSent | QuerySent):
            if event.order_id % LINES > self.first:
                self.inbox.append(event)

    # the venue --------------------------------------------------------------------------------------------------------

    def work(self) -> None:
        """It takes some of what has arrived, and trades a little."""
        while self.inbox and (self.steady or self.chance.random() < 0.8):
            self._handle(self.inbox.pop(0))
        alive = [order for order in self.orders.values() if order.left and not self.steady]
        if alive and self.chance.random() < 0.5:
            order = self.chance.choice(alive)
            self._trade(order, self.chance.randint(1, order.left))
        if alive and self.chance.random() < 0.03:
            self._end(self.chance.choice(alive), CancelReason.EXPIRED)

    def _handle(self, event: Any) -> None:
        if isinstance(event, OrderSent):
            self._enter(event)
            return
        order = self.orders.get(event.order_id)
        if isinstance(event, QuerySent):
            self._answer(event.order_id, order)
            return
        request = Request.CANCEL if isinstance(event, CancelSent) else Request.REPLACE
        if order is None or not order.left:
            reason = Rejection.UNKNOWN_ORDER if order is None else Rejection.ORDER_NOT_WORKING
            self._say(Rejected(event.order_id, "", request, reason))
        elif self.chance.random() < 0.1 and not self.steady:
            self._say(Rejected(event.order_id, "", request, Rejection.WRONG_PHASE))
        elif isinstance(event, CancelSent) or event.qty <= order.filled:
            self._end(order, CancelReason.REQUESTED)
        else:
            order.total = event.qty
            self._say(Replaced(event.order_id, event.qty, event.price, order.left, True))  # type: ignore[arg-type]

    def _enter(self, event: OrderSent) -> None:
        if self.chance.random() < 0.1:
            self._say(Rejected(event.order_id, "no", Request.NEW, Rejection.WRONG_PHASE))
            return
        order = self.orders[event.order_id] = Theirs(event.order_id, event.side, event.qty)
        if event.time_in_force is TimeInForce.IOC:
            self._trade(order, self.chance.randint(1, order.left))
            if order.left:
                self._end(order, CancelReason.IMMEDIATE_REMAINDER)
            return
        said = Held if self.chance.random() < 0.2 else Accepted
        self._say(said(event.order_id, event.qty, 0))  # type: ignore[arg-type]

    def _trade(self, order: Theirs, lots: int) -> None:
        self.trades += 1
        order.filled += lots
        if order.filled == order.total:
            order.state = OrderState.FILLED
        fill = Filled(order.id, lots, 100, order.left, Liquidity.MAKER, self.trades, 1)  # type: ignore[arg-type]
        order.fills.append(fill)
        self._say(fill)

    def _end(self, order: Theirs, reason: CancelReason) -> None:
        lots = order.left
        order.state = OrderState.EXPIRED if reason is CancelReason.EXPIRED else OrderState.CANCELLED
        self._say(Cancelled(order.id, lots, reason))  # type: ignore[arg-type]

    def _answer(self, id: int, order: Theirs | None) -> None:
        """In order, and over a line that works: whoever asks waits for it. What is still on the bad line is dropped at its end."""
        self.line = [one for one in self.line if getattr(one.report, "order_id", 0) != id]
        if order is None:
            self._say(Status(id, OrderState.IN_DOUBT, 0, 0), True)  # type: ignore[arg-type]
            return
        for fill in order.fills:
            self._say(fill, True)
        self._say(Status(id, order.state, order.filled, order.left), True)  # type: ignore[arg-type]

    def _say(self, report: Report, surely: bool = False) -> None:
        fate = 0.5 if self.steady or surely else self.chance.random()
        self.reports += 1
        order = self.orders.get(getattr(report, "order_id", 0))
        message = OutsideReport(
            VENUE, f"r{self.reports}", report, 1, INSTRUMENT, order.side if order is not None else None  # type: ignore[arg-type]
        )
        if fate < 0.06:
            return
        self.line.append(message)
        if fate < 0.12:
            self.line.append(message)
        elif fate < 0.24:
            self.line.insert(self.chance.randrange(len(self.line)), self.line.pop())

    def say_all_fills(self) -> None:
        """What a reconciliation asks for: a program that died may have heard a fill and not kept it."""
        for order in self.orders.values():
            for fill in order.fills:
                self._say(fill, True)

    def arriving(self, at_most: int = 4) -> list[OutsideReport]:
        count = len(self.line) if self.steady else min(self.chance.randint(0, at_most), len(self.line))
        arrived, self.line = self.line[:count], self.line[count:]
        return arrived

    # our desk -----------------------------------------------------------------------------------------------------------

    def ask(self, state: State) -> list[Any]:
        """What people and strategies want of orders there, and the edge that waited too long for an answer."""
        chance = self.chance
        ours = sorted(id for id, order in state.oms.open.items() if order.venue == VENUE)
        found: list[Any] = []
        if chance.random() < 0.25:
            found.append(self._new(state))
        if ours and chance.random() < 0.15:
            found.append(CancelOrder(chance.choice(ours)))  # type: ignore[arg-type]
        if ours and chance.random() < 0.15:
            order = state.oms.open[chance.choice(ours)]
            found.append(ReplaceOrder(order.id, max(order.qty + chance.randint(-3, 3), 1), order.price))  # type: ignore[arg-type]
        if ours and chance.random() < 0.05:
            found.append(OutsideReport(VENUE, "", Doubted(chance.choice(ours))))  # type: ignore[arg-type]
        book = state.venue.books.get(1)
        if book is not None and book.last and chance.random() < 0.1:
            found.append(self._home(book.last))
        if chance.random() < 0.1:
            # The market there: what stops that the desk holds look at.
            self.flow -= 1
            side = chance.choice((Side.BUY, Side.SELL))
            found.append(FlowLimit(INSTRUMENT, -910_000 + self.flow, side, 1, 100 + chance.randint(-6, 6)))  # type: ignore[arg-type]
        return found

    def _new(self, state: State) -> Any:
        chance = self.chance
        self.names += 1
        kind = chance.random()
        side, qty = chance.choice((Side.BUY, Side.SELL)), chance.randint(1, 9)
        parents = sorted(id for id, parent in state.oms.parents.known.items() if parent.side is side)
        if kind < 0.5:
            return self._order("a", side, qty, chance.choice(parents) if parents and chance.random() < 0.5 else 0)
        if kind < 0.6:
            return PlaceBasket(tuple(self._order(f"b{n}", side, qty) for n in range(3)))
        if kind < 0.7:
            return PlaceParent(f"abroad {self.names} p", INSTRUMENT, side, qty * 3)  # type: ignore[arg-type]
        other = Side.SELL if side is Side.BUY else Side.BUY
        link = chance.choice((LinkKind.BRACKET, LinkKind.OCO, LinkKind.OTO))
        stop = PlaceOrder(
            f"abroad {self.names} s", INSTRUMENT, other, OrderType.STOP, qty, 0, TimeInForce.GTC, 1,  # type: ignore[arg-type]
            Terms(trigger=97 if other is Side.SELL else 103),  # type: ignore[arg-type]
        )
        return PlaceLinked(link, (self._order("e", side, qty), self._order("t", other, qty), stop))

    def _home(self, last: int) -> Any:
        """Linked orders and baskets at the embedded exchange, too."""
        chance = self.chance
        self.names += 1
        side, qty = chance.choice((Side.BUY, Side.SELL)), chance.randint(1, 5)
        up = 1 if side is Side.BUY else -1
        entry = self._order("h", side, qty, 0, 1, last - up * chance.randint(-2, 3))
        other = Side.SELL if side is Side.BUY else Side.BUY
        profit = self._order("hp", other, qty, 0, 1, last + up * chance.randint(-1, 4))
        if chance.random() < 0.2:
            return PlaceBasket((entry, profit))
        stop = PlaceOrder(
            f"abroad {self.names} hs", 1, other, OrderType.STOP, qty, 0, TimeInForce.GTC, 1,  # type: ignore[arg-type]
            Terms(trigger=last - up * chance.randint(1, 5)),  # type: ignore[arg-type]
        )
        return PlaceLinked(chance.choice((LinkKind.BRACKET, LinkKind.BRACKET, LinkKind.OCO, LinkKind.OTO)), (entry, profit, stop))

    def _order(self, leg: str, side: Side, qty: int, parent: int = 0, instrument: int = INSTRUMENT, price: int = 100) -> PlaceOrder:
        name = f"abroad {self.names} {leg}"
        return PlaceOrder(name, instrument, side, OrderType.LIMIT, qty, price, TimeInForce.GTC, 1, None, None, parent)  # type: ignore[arg-type]

    @property
    def position(self) -> int:
        return sum(order.filled if order.side is Side.BUY else -order.filled for order in self.orders.values())


def must_agree(abroad: Abroad, state: State) -> None:
    """After everything was asked and answered. Raises AssertionError."""
    oms = state.oms
    for id, order in abroad.orders.items():
        assert id in oms.open or id in oms.closed, f"the venue has order {id}, the desk does not"
        ours = oms.open.get(id) or oms.closed[id]
        assert ours.filled == order.filled, f"order {id}: {order.filled} lots filled there, {ours.filled} here"
        leaves = ours.leaves if id in oms.open else 0
        assert leaves == order.left, f"order {id}: {order.left} open there, {leaves} here, {ours.state.name}"
    lost = [id for id, ours in oms.open.items() if ours.venue and id not in abroad.orders]
    assert not lost, f"the desk thinks open what the venue does not have: {lost}"
    held = oms.positions.get((1, INSTRUMENT))
    position = held.qty if held is not None else 0
    assert position == abroad.position, f"position {position}, there {abroad.position}"
