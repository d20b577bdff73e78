"""Order management: our orders from sent to final, by one table of legal moves, whatever venue answers.

Invariants: an order is in `open` exactly while its state is one of OPEN; open_buy and open_sell equal the sums of open
leaves per instrument; every fill is booked with its fee, even one that the table does not expect. `send` takes nothing but Approved,
and only the risk gate makes one.
"""

from typing import Any, Final

from core.domain.enums import OrderType, Request, Side
from core.domain.order import OwnOrder
from core.domain.order_state import NEXT, OPEN, Happening
from core.domain.position import Position
from core.domain.units import Money, OrderId, Price, Qty
from core.messages.events import (
    Event,
    FillBusted,
    FillCorrected,
    OrderCancelled,
    OrderFilled,
    OrderRejected,
    OrderReplaced,
    OrderRestated,
    OrderSent,
    OrderTriggered,
    OrderWorking,
    PositionChanged,
    RequestRejected,
)
from core.messages.origin import Origin
from core.messages.reports import (
    Accepted,
    Busted,
    Cancelled,
    Corrected,
    Filled,
    Held,
    Rejected,
    Replaced,
    Report,
    Restated,
    Triggered,
)
from core.messages.terms import Terms

BUY: Final = Side.BUY
PEGGED: Final = OrderType.PEGGED


class Approved:
    """Proof that the risk gate said yes to exactly this order. protection: worst price of a market order, else 0.
    protection_bp: of an order that will fire as one, hundredths of a percent from its trigger, else 0."""

    __slots__ = ("order", "origin", "protection", "protection_bp", "terms")

    def __init__(
        self, order: OwnOrder, protection: int, protection_bp: int, terms: Terms | None, origin: Origin | None = None
    ) -> None:
        self.order = order
        self.protection: int = protection
        self.protection_bp: int = protection_bp
        self.terms: Terms | None = terms
        self.origin: Origin | None = origin


class Oms:
    """closed: orders that are done, by id. client_ids: every client order id of the run.

    changes counts everything that happened to us: the sequencer compares it to know whether a step touched ours.
    """

    __slots__ = ("changes", "client_ids", "closed", "open", "open_buy", "open_sell", "positions")

    def __init__(self) -> None:
        self.open: dict[int, OwnOrder] = {}
        self.closed: dict[int, OwnOrder] = {}
        self.client_ids: dict[str, int] = {}
        self.positions: dict[tuple[int, int], Position] = {}
        self.open_buy: dict[int, int] = {}
        self.open_sell: dict[int, int] = {}
        self.changes: int = 0

    def send(self, approved: Approved, events: list[Event]) -> None:
        order = approved.order
        self.open[order.id] = order
        self.client_ids[order.client_order_id] = order.id
        self._open_qty(order, order.leaves)
        for holding in order.holdings:
            holding.count(1)
        events.append(
            OrderSent(
                order.id, order.client_order_id, order.account, order.instrument, order.side, order.order_type,
                Qty(order.qty), Price(order.price), order.time_in_force, Price(approved.protection), approved.terms, approved.protection_bp,
                approved.origin, OrderId(order.parent), order.epoch,
            )
        )

    def position(self, account: int, instrument: int) -> Position:
        found = self.positions.get((account, instrument))
        if found is None:
            found = self.positions[(account, instrument)] = Position()
        return found

    def on_reports(self, reports: list[Report], events: list[Event]) -> None:
        """Books what a venue said, in its order."""
        for report in reports:
            self.changes += 1
            BOOKS[type(report)](self, report, events)

    def _on_accepted(self, report: Accepted, events: list[Event]) -> None:
        order = self.open[report.order_id]
        self._move(order, Happening.ACCEPTED)
        self._follow(order, report.leaves)
        if report.price and order.price and order.order_type is not PEGGED:
            # Where it stands may not be where it was sent to: a post-only order that slid, a band.
            order.price = report.price
        events.append(OrderWorking(report.order_id, report.leaves, report.ahead, report.price))

    def _on_held(self, report: Held, events: list[Event]) -> None:
        order = self.open[report.order_id]
        self._move(order, Happening.ACCEPTED)
        self._follow(order, report.leaves)
        events.append(OrderWorking(report.order_id, report.leaves, Qty(0), Price(0)))

    def _on_triggered(self, report: Triggered, events: list[Event]) -> None:
        self._move(self.open[report.order_id], Happening.TRIGGERED)
        events.append(OrderTriggered(report.order_id, report.trigger))

    def _on_cancelled(self, report: Cancelled, events: list[Event]) -> None:
        self._move(self.open[report.order_id], Happening.CANCELLED)
        events.append(OrderCancelled(report.order_id, report.qty, report.reason))

    def _on_filled(self, report: Filled, events: list[Event]) -> None:
        order = self.open[report.order_id]
        order.filled += report.qty
        self._set_leaves(order, order.leaves - report.qty)
        self._follow(order, report.leaves)
        events.append(
            OrderFilled(report.order_id, report.qty, report.price, report.leaves, report.liquidity, report.trade_id, report.fee)
        )
        self._move(order, Happening.FILLED_PART if order.leaves else Happening.FILLED_WHOLE)
        held = self.position(order.account, order.instrument)
        held.book(order.side, report.qty, report.price, report.fee, report.order_id, report.trade_id)
        signed = report.qty if order.side is BUY else -report.qty
        for holding in order.holdings:
            holding.fill(signed, report.price, report.fee)
        if not order.leaves and order.owner.strategy:
            for holding in order.holdings:
                holding.usage.filled_whole += 1
        self._tell_position(order, held, events)

    def _on_replaced(self, report: Replaced, events: list[Event]) -> None:
        order = self.open[report.order_id]
        self._move(order, Happening.REPLACED)
        self._set_leaves(order, report.leaves)
        order.qty = report.qty
        # A peg's price is its limit; where it stands is the venue's.
        order.price = order.asked if order.order_type is PEGGED else report.price
        events.append(OrderReplaced(report.order_id, report.qty, report.price, report.leaves, report.kept_place))

    def _on_restated(self, report: Restated, events: list[Event]) -> None:
        order = self.open[report.order_id]
        self._move(order, Happening.RESTATED)
        self._follow(order, report.leaves)
        events.append(OrderRestated(report.order_id, report.price, report.leaves))

    def _on_rejected(self, report: Rejected, events: list[Event]) -> None:
        if report.request is Request.NEW:
            order = self.open[report.order_id]
            self._move(order, Happening.REJECTED)
            events.append(OrderRejected(report.order_id, Qty(order.qty), report.reason))
        else:
            # A request that a fill overtook: the order may be done by now.
            events.append(RequestRejected(report.order_id, report.request, report.reason))

    def _on_busted(self, report: Busted, events: list[Event]) -> None:
        order = self._known(report.order_id)
        events.append(FillBusted(report.order_id, report.trade_id, report.qty, report.price, report.fee))
        held = self.position(order.account, order.instrument)
        self._book_holdings(order, -report.qty if report.side is BUY else report.qty, report.price, -report.fee)
        held.undo(report.side, report.qty, report.price, report.fee, report.order_id, report.trade_id)
        self._tell_position(order, held, events)

    def _on_corrected(self, report: Corrected, events: list[Event]) -> None:
        order = self._known(report.order_id)
        events.append(
            FillCorrected(
                report.order_id, report.trade_id, report.qty, report.price, report.was_qty, report.was_price, report.fee, report.was_fee
            )
        )
        held = self.position(order.account, order.instrument)
        sign = 1 if report.side is BUY else -1
        self._book_holdings(order, -sign * report.was_qty, report.was_price, -report.was_fee)
        self._book_holdings(order, sign * report.qty, report.price, report.fee)
        held.correct(
            report.side, report.qty, report.price, report.fee, report.was_qty, report.was_price, report.was_fee, report.order_id,
            report.trade_id,
        )
        self._tell_position(order, held, events)

    def _known(self, id: int) -> OwnOrder:
        order = self.open.get(id)
        return self.closed[id] if order is None else order

    def _tell_position(self, order: OwnOrder, held: Position, events: list[Event]) -> None:
        events.append(
            PositionChanged(
                order.account, order.instrument, held.qty, Money(held.cost), Money(held.realised), Qty(held.bought), Qty(held.sold),
                Money(held.fees),
            )
        )

    def _follow(self, order: OwnOrder, leaves: int) -> None:
        """What the venue holds counts: a self match may have taken quantity off without a fill."""
        order.qty -= order.leaves - leaves
        self._set_leaves(order, leaves)

    def _set_leaves(self, order: OwnOrder, leaves: int) -> None:
        self._open_qty(order, leaves - order.leaves)
        order.leaves = leaves

    def _move(self, order: OwnOrder, happening: Happening) -> None:
        state = NEXT.get((order.state, happening))
        assert state is not None, f"order {order.id}: {happening.name} while {order.state.name}"
        order.state = state
        if state not in OPEN:
            self._open_qty(order, -order.leaves)
            del self.open[order.id]
            for holding in order.holdings:
                holding.count(-1)
            self.closed[order.id] = order

    def _open_qty(self, order: OwnOrder, change: int) -> None:
        sums = self.open_buy if order.side is BUY else self.open_sell
        sums[order.instrument] = sums.get(order.instrument, 0) + change
        for holding in order.holdings:
            holding.open(order.side, change, order.worth)

    def _book_holdings(self, order: OwnOrder, signed: int, price: int, fee: int) -> None:
        for holding in order.holdings:
            holding.book(signed, price, fee)


BOOKS: dict[Any, Any] = {
    Accepted: Oms._on_accepted,
    Held: Oms._on_held,
    Triggered: Oms._on_triggered,
    Cancelled: Oms._on_cancelled,
    Filled: Oms._on_filled,
    Replaced: Oms._on_replaced,
    Restated: Oms._on_restated,
    Rejected: Oms._on_rejected,
    Busted: Oms._on_busted,
    Corrected: Oms._on_corrected,
}
"""Which report is booked how."""


def open_orders(oms: Oms) -> list[OwnOrder]:
    """Every open order, oldest first."""
    return [oms.open[id] for id in sorted(oms.open)]
