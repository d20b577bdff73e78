"""Order management: our orders from sent to final, by one table of legal moves, whatever venue answers.

Invariants: an order is in `open` exactly while its state is one of OPEN, and then qty == filled + leaves; in each of its scopes as
many lots count as open as it has leaves, and a replace on its way could add; every fill is booked with its fee.
`send` takes nothing but Approved, and only the risk gate makes one. What an outside venue may get wrong is core.machine.desk.outside's;
here an unexpected report is a bug.
"""

from typing import Any, Final

from core.domain.enums import CancelReason, OrderState, OrderType, Request, Side
from core.domain.order import OwnOrder
from core.domain.order_state import IN_FLIGHT, NEXT, OPEN, Happening
from core.domain.position import Position
from core.domain.units import InstrumentId, Price, Qty
from core.machine.desk.approved import Approved as Approved
from core.machine.desk.parents import Parents
from core.messages.events import (
    CancelSent,
    Event,
    FillBusted,
    FillCorrected,
    OrderCancelled,
    OrderFilled,
    OrderRejected,
    OrderReplaced,
    OrderRestated,
    OrderSent,
    OrderStands,
    OrderTriggered,
    OrderWorking,
    PositionChanged,
    QuerySent,
    ReplaceSent,
    RequestRejected,
)
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

BUY: Final = Side.BUY
PEGGED: Final = OrderType.PEGGED
SENT: Final = OrderState.SENT
ACCEPTED: Final = Happening.ACCEPTED
FILLED_PART: Final = Happening.FILLED_PART
FILLED_WHOLE: Final = Happening.FILLED_WHOLE
CANCELLED: Final = Happening.CANCELLED
EXPIRED: Final = CancelReason.EXPIRED
SENT_ACCEPTED: Final = NEXT[(SENT, ACCEPTED)]
"""The move that most orders make first."""


class Oms:
    """closed: orders that are done, by id. client_ids: every client order id of the run. stirred: legs and children that
    this step changed, empty between steps. whose: holdings of an account in an instrument, from the gate. changes counts everything that
    happened to us."""

    __slots__ = ("changes", "client_ids", "closed", "open", "parents", "positions", "stirred", "whose")

    def __init__(self) -> None:
        self.open: dict[int, OwnOrder] = {}
        self.closed: dict[int, OwnOrder] = {}
        self.client_ids: dict[str, int] = {}
        self.positions: dict[tuple[int, int], Position] = {}
        self.changes: int = 0
        self.parents = Parents()
        self.stirred: list[OwnOrder] = []
        self.whose: Any = None

    def send(self, approved: Approved, events: list[Event]) -> None:
        order, attempt = approved.order, approved.attempt
        self.open[order.id] = order
        self.client_ids[order.client_order_id] = order.id
        order.sent(attempt.qty, attempt.most)
        # As everywhere on an order's way: to name a number's type anew is a call.
        events.append(
            OrderSent(
                order.id, order.client_order_id, order.account, order.instrument, order.side, order.order_type,
                order.qty, order.price, order.time_in_force, approved.protection, approved.terms,  # type: ignore[arg-type]
                approved.protection_bp, approved.origin, order.parent, order.epoch, order.venue,  # type: ignore[arg-type]
            )
        )
        if order.parent or order.link:
            self.stir(order)

    def register(self, order: OwnOrder) -> None:
        """It counts as open, as if it had been sent."""
        self.open[order.id] = order
        self.client_ids[order.client_order_id] = order.id
        order.opened(order.leaves, 1)

    def forget(self, order: OwnOrder) -> None:
        """As if it had never been registered: it was not sent."""
        del self.open[order.id], self.client_ids[order.client_order_id]
        order.opened(-order.leaves, -1)

    def position(self, account: int, instrument: int) -> Position:
        found = self.positions.get((account, instrument))
        if found is None:
            found = self.positions[(account, instrument)] = Position()
        return found

    def on_reports(self, reports: list[Report], events: list[Event]) -> None:
        """Books what a venue said, in its order."""
        self.changes += len(reports)
        for report in reports:
            BOOKS[type(report)](self, report, events)

    def on_report(self, report: Report, events: list[Event]) -> None:
        """One that fits: of an order of ours, with a row in the table."""
        BOOKS[type(report)](self, report, events)

    # requests on their way ------------------------------------------------------------------------------------------

    def ask_cancel(self, order: OwnOrder, reason: CancelReason, events: list[Event]) -> None:
        """A cancel that is not answered in this step."""
        self.changes += 1
        order.cancel_reason = reason
        events.append(CancelSent(order.id, reason, order.venue))
        self._move(order, Happening.CANCEL_ASKED, events)

    def count_replace(self, order: OwnOrder, total: int, price: int) -> None:
        """Before a replace goes out: until it is answered the larger of old and asked counts."""
        order.asked = price
        order.replaces += 1
        order.most_asked = max(order.most_asked, total)
        order.value(max(order.worth, price))
        self._recount(order)

    def ask_replace(self, order: OwnOrder, total: int, trigger: int, display: int, events: list[Event]) -> None:
        """The replace that was counted is not answered in this step."""
        self.changes += 1
        events.append(ReplaceSent(order.id, Qty(total), Price(order.asked), trigger, display, order.venue))
        self._move(order, Happening.REPLACE_ASKED, events)

    def ask_status(self, order: OwnOrder, events: list[Event]) -> None:
        """Nobody knows what the venue holds."""
        self.changes += 1
        if order.state is not OrderState.IN_DOUBT:
            self._move(order, Happening.DOUBTED, events)
        events.append(QuerySent(order.id, order.venue))

    def doubt(self, order: OwnOrder, events: list[Event]) -> None:
        """The venue answered, and the answer cannot be true: fills are missing. It is not asked again."""
        if order.state is not OrderState.IN_DOUBT:
            self._move(order, Happening.DOUBTED, events)
            events.append(OrderStands(order.id, order.state))

    def found(self, order: OwnOrder, leaves: int, events: list[Event]) -> None:
        """The venue was asked, and has so much open of it."""
        if order.state is OrderState.IN_DOUBT:
            order.replaces = order.most_asked = 0
        self._move(order, Happening.FOUND, events)
        self._follow(order, leaves)
        self._recount(order)
        if order.parent or order.link:
            self.stir(order)
        events.append(OrderWorking(order.id, Qty(leaves), Qty(0), Price(0)))

    def set_open(self, order: OwnOrder, leaves: int) -> None:
        """What is open of the order; its total follows."""
        order.qty = order.filled + leaves
        self._set_leaves(order, leaves)
        self._recount(order)

    def _answered(self, order: OwnOrder) -> bool:
        """A replace of the order was answered. Whether it was the last on its way."""
        order.replaces = max(order.replaces - 1, 0)
        if not order.replaces:
            order.most_asked = 0
        self._recount(order)
        return not order.replaces

    def _recount(self, order: OwnOrder) -> None:
        extra = max(order.most_asked - order.qty, 0) if order.replaces else 0
        if extra != order.extra:
            order.opened(extra - order.extra)
            order.extra = extra
            if order.parent:
                self.stir(order)

    # reports --------------------------------------------------------------------------------------------------------

    def _on_accepted(self, report: Accepted, events: list[Event]) -> None:
        order = self.open[report.order_id]
        if order.state is SENT:
            order.state = SENT_ACCEPTED
        else:
            self._move(order, ACCEPTED, events)
        price = report.price
        if report.leaves != order.leaves:
            self._follow(order, report.leaves)
        if price != order.price and price and order.price and order.order_type is not PEGGED:
            # Where it stands may not be where it was sent to: a post-only order that slid, a band.
            order.price = price
        events.append(OrderWorking(report.order_id, report.leaves, report.ahead, price))

    def _on_held(self, report: Held, events: list[Event]) -> None:
        order = self.open[report.order_id]
        self._move(order, ACCEPTED, events)
        self._follow(order, report.leaves)
        events.append(OrderWorking(report.order_id, report.leaves, Qty(0), Price(0)))

    def _on_triggered(self, report: Triggered, events: list[Event]) -> None:
        self._move(self.open[report.order_id], Happening.TRIGGERED, events)
        events.append(OrderTriggered(report.order_id, report.trigger))

    def _on_cancelled(self, report: Cancelled, events: list[Event]) -> None:
        order = self.open[report.order_id]
        if report.qty != order.leaves:
            # A self match took the rest off.
            self._follow(order, report.qty)
        self._move(order, Happening.EXPIRED if report.reason is EXPIRED else CANCELLED, events)
        events.append(OrderCancelled(report.order_id, report.qty, report.reason))

    def _on_filled(self, report: Filled, events: list[Event]) -> None:
        order = self.open[report.order_id]
        order.filled += report.qty
        order.leaves -= report.qty
        if report.leaves != order.leaves:
            self._follow(order, report.leaves)
        self.tell_fill(order, report, report.leaves, "", events, report.qty)

    def tell_fill(self, order: OwnOrder, report: Filled, leaves: Qty, venue: str, events: list[Event], off: int = 0) -> None:
        """The order's own numbers hold the fill already; its end, if it is, and the position follow. off: lots that its scopes still
        count as open."""
        qty, price, fee, was = report.qty, report.price, report.fee, order.state
        events.append(OrderFilled(report.order_id, qty, price, leaves, report.liquidity, report.trade_id, fee, venue))
        ends = not leaves and was in OPEN
        state = NEXT.get((was, FILLED_WHOLE if ends else FILLED_PART))
        assert state is not None, f"order {order.id}: filled while {was.name}"
        order.state = state
        if ends:
            self._end(order)
        held = self.position(order.account, order.instrument)
        held.book(order.side, qty, price, fee, report.order_id, report.trade_id)
        order.fill(qty, price, fee, not leaves, -1 if ends else 0, off)
        self.tell_position(order.account, order.instrument, held, events)
        if order.parent or order.link:
            self.stir(order)

    def _on_replaced(self, report: Replaced, events: list[Event]) -> None:
        order = self.open[report.order_id]
        self._set_leaves(order, report.leaves)
        order.qty = report.qty
        last = self._answered(order)
        self._move(order, Happening.REPLACED if last else Happening.REPLACED_MORE, events)
        # A peg's price is its limit; where it stands is the venue's.
        order.price = order.asked if order.order_type is PEGGED else report.price
        if last and order.price:
            order.value(order.price)
        events.append(OrderReplaced(report.order_id, report.qty, report.price, report.leaves, report.kept_place))
        if order.parent or order.link:
            self.stir(order)

    def _on_restated(self, report: Restated, events: list[Event]) -> None:
        order = self.open[report.order_id]
        self._move(order, Happening.RESTATED, events)
        self._follow(order, report.leaves)
        events.append(OrderRestated(report.order_id, report.price, report.leaves))

    def _on_rejected(self, report: Rejected, events: list[Event]) -> None:
        if report.request is Request.NEW:
            order = self.open[report.order_id]
            self._move(order, Happening.REJECTED, events)
            events.append(OrderRejected(report.order_id, Qty(order.qty), report.reason))
            return
        # A request that a fill overtook: the order may be done by now.
        events.append(RequestRejected(report.order_id, report.request, report.reason))
        found = self.open.get(report.order_id)
        if found is None:
            return
        last = self._answered(found) if report.request is Request.REPLACE else not found.replaces
        if found.state in IN_FLIGHT:
            self._move(found, REJECTED_REQUEST[(report.request, last)], events)
        if found.parent or found.link:
            found.refused = True
            self.stir(found)

    def _on_busted(self, report: Busted, events: list[Event]) -> None:
        order = self.known(report.order_id)
        order.busted += report.qty
        events.append(FillBusted(report.order_id, report.trade_id, report.qty, report.price, report.fee))
        held = self.position(order.account, order.instrument)
        order.book(-report.qty if report.side is BUY else report.qty, report.price, -report.fee)
        held.undo(report.side, report.qty, report.price, report.fee, report.order_id, report.trade_id)
        self.tell_position(order.account, order.instrument, held, events)
        if order.parent or order.link:
            self.stir(order)

    def _on_corrected(self, report: Corrected, events: list[Event]) -> None:
        order = self.known(report.order_id)
        order.busted += report.was_qty - report.qty
        events.append(
            FillCorrected(
                report.order_id, report.trade_id, report.qty, report.price, report.was_qty, report.was_price, report.fee, report.was_fee
            )
        )
        held = self.position(order.account, order.instrument)
        sign = 1 if report.side is BUY else -1
        order.book(-sign * report.was_qty, report.was_price, -report.was_fee)
        order.book(sign * report.qty, report.price, report.fee)
        held.correct(
            report.side, report.qty, report.price, report.fee, report.was_qty, report.was_price, report.was_fee, report.order_id,
            report.trade_id,
        )
        self.tell_position(order.account, order.instrument, held, events)
        if order.parent or order.link:
            self.stir(order)

    def known(self, id: int) -> OwnOrder:
        order = self.open.get(id)
        return self.closed[id] if order is None else order

    def tell_position(self, account: int, instrument: InstrumentId, held: Position, events: list[Event]) -> None:
        h = held
        events.append(PositionChanged(account, instrument, h.qty, h.cost, h.realised, h.bought, h.sold, h.fees))  # type: ignore[arg-type]

    # the order's own numbers ----------------------------------------------------------------------------------------

    def stir(self, order: OwnOrder) -> None:
        """An order that others hang on changed: they are looked at before the step ends."""
        if order.parent:
            self.parents.follow(order)
        self.stirred.append(order)

    def _follow(self, order: OwnOrder, leaves: int) -> None:
        """What the venue holds counts: a self match may have taken quantity off without a fill."""
        if leaves != order.leaves:
            order.qty -= order.leaves - leaves
            self._set_leaves(order, leaves)
            if order.replaces:
                self._recount(order)
            if order.parent or order.link:
                self.stir(order)

    def _set_leaves(self, order: OwnOrder, leaves: int) -> None:
        order.opened(leaves - order.leaves)
        order.leaves = leaves

    def _move(self, order: OwnOrder, happening: Happening, events: list[Event]) -> None:
        was = order.state
        state = NEXT.get((was, happening))
        assert state is not None, f"order {order.id}: {happening.name} while {was.name}"
        order.state = state
        if state not in OPEN:
            if was in OPEN:
                self._end(order)
                order.opened(-order.leaves, -1)
        elif was in IN_FLIGHT and state is not was:
            events.append(OrderStands(order.id, state))

    def _end(self, order: OwnOrder) -> None:
        """It is done. That it is not open any more, its scopes are told by the caller."""
        if order.replaces:
            order.replaces = order.most_asked = 0
            self._recount(order)
        del self.open[order.id]
        self.closed[order.id] = order
        if order.parent or order.link:
            self.stir(order)


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

REJECTED_REQUEST: Final[dict[tuple[Request, bool], Happening]] = {
    (Request.CANCEL, True): Happening.CANCEL_REJECTED,
    (Request.CANCEL, False): Happening.CANCEL_REJECTED_MORE,
    (Request.REPLACE, True): Happening.REPLACE_REJECTED,
    (Request.REPLACE, False): Happening.REPLACE_REJECTED_MORE,
}
"""By the request, and whether no replace is on its way any more."""


def open_orders(oms: Oms) -> list[OwnOrder]:
    """Every open order, oldest first."""
    return [oms.open[id] for id in sorted(oms.open)]
