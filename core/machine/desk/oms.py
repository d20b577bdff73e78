"""Order management: our orders from sent to final, by one table of legal moves, whatever venue answers.

Invariants: an order is in `open` exactly while its state is one of OPEN; open_buy and open_sell equal the sums of open
leaves per instrument; every fill is booked, even one that the table does not expect. `send` takes nothing but Approved,
and only the risk gate makes one.
"""

from core.domain.enums import OrderState, Side
from core.domain.order import OwnOrder
from core.domain.order_state import NEXT, OPEN, Happening
from core.domain.position import Position
from core.domain.units import Money, Price, Qty
from core.messages.events import (
    Event,
    OrderCancelled,
    OrderFilled,
    OrderReplaced,
    OrderSent,
    OrderWorking,
    PositionChanged,
)
from core.messages.reports import Accepted, Cancelled, Filled, Rejected, Replaced, Report

BUY = Side.BUY


class Approved:
    """Proof that the risk gate said yes to exactly this order. protection: worst price for a market order, else 0."""

    __slots__ = ("order", "protection")

    def __init__(self, order: OwnOrder, protection: int) -> None:
        self.order = order
        self.protection = protection


class Oms:
    """closed: final states of orders that are done, by id. client_ids: every client order id of the run.

    changes counts everything that happened to us: the sequencer compares it to know whether a step touched ours.
    """

    __slots__ = ("changes", "client_ids", "closed", "open", "open_buy", "open_sell", "positions")

    def __init__(self) -> None:
        self.open: dict[int, OwnOrder] = {}
        self.closed: dict[int, OrderState] = {}
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
        events.append(
            OrderSent(
                order.id, order.client_order_id, order.account, order.instrument, order.side, order.order_type,
                Qty(order.qty), Price(order.price), order.time_in_force, Price(approved.protection),
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
            order = self.open[report.order_id]
            if isinstance(report, Filled):
                self._on_filled(order, report, events)
            elif isinstance(report, Accepted):
                self._move(order, Happening.ACCEPTED)
                events.append(OrderWorking(report.order_id, report.leaves, report.ahead))
            elif isinstance(report, Cancelled):
                self._move(order, Happening.CANCELLED)
                events.append(OrderCancelled(report.order_id, report.qty, report.reason))
            elif isinstance(report, Replaced):
                self._on_replaced(order, report, events)
            else:
                self._on_rejected(report)

    def _on_filled(self, order: OwnOrder, report: Filled, events: list[Event]) -> None:
        order.filled += report.qty
        order.leaves -= report.qty
        self._open_qty(order, -report.qty)
        events.append(OrderFilled(report.order_id, report.qty, report.price, report.leaves, report.liquidity))
        self._move(order, Happening.FILLED_PART if order.leaves else Happening.FILLED_WHOLE)
        held = self.position(order.account, order.instrument)
        held.book(order.side, report.qty, report.price)
        events.append(
            PositionChanged(
                order.account, order.instrument, held.qty, Money(held.cost), Money(held.realised), Qty(held.bought), Qty(held.sold)
            )
        )

    def _on_replaced(self, order: OwnOrder, report: Replaced, events: list[Event]) -> None:
        self._move(order, Happening.REPLACED)
        self._open_qty(order, report.leaves - order.leaves)
        order.qty = report.qty
        order.price = report.price
        order.leaves = report.leaves
        events.append(OrderReplaced(report.order_id, report.qty, report.price, report.leaves, report.kept_place))

    def _on_rejected(self, report: Rejected) -> None:
        # The embedded exchange and this table live in one step: a disagreement is a bug, and stops the machine.
        raise AssertionError(f"order {report.order_id}: {report.text}")

    def _move(self, order: OwnOrder, happening: Happening) -> None:
        state = NEXT.get((order.state, happening))
        assert state is not None, f"order {order.id}: {happening.name} while {order.state.name}"
        order.state = state
        if state not in OPEN:
            self._open_qty(order, -order.leaves)
            del self.open[order.id]
            self.closed[order.id] = state

    def _open_qty(self, order: OwnOrder, change: int) -> None:
        sums = self.open_buy if order.side is BUY else self.open_sell
        sums[order.instrument] = sums.get(order.instrument, 0) + change


def open_orders(oms: Oms) -> list[OwnOrder]:
    """Every open order, oldest first."""
    return [oms.open[id] for id in sorted(oms.open)]
