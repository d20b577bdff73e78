"""What outside venues report, booked whatever they say: late, doubled, lost, reordered, or about orders that nobody knows.

Rules: nothing is booked twice (report ids and trade ids are remembered for the run); a fill is always booked, in whatever state
the order is, and even without an order; what an order has open follows from its total and its own fills, never from a report that
may be old; everything else needs a row in the table of moves. Whatever does not fit is told as OrderAnomaly. Nothing here raises.
Deliberately absent: the wire. Edges send what the events say, and bring reports as messages.
"""

from typing import Any, Final

from core.domain.enums import Ability, AnomalyKind, CancelReason, Liquidity, OrderState, Request, Side
from core.domain.order import OwnOrder
from core.domain.order_state import NEXT, OPEN, Happening
from core.domain.position import Position
from core.domain.units import INT64_MAX, InstrumentId, Money, Nanos, OrderId, Price, Qty
from core.machine.desk.oms import Oms
from core.machine.desk.unanswered import Unanswered
from core.messages.events import Event, OrderAnomaly, QuerySent, VenueSet
from core.messages.outside import OutsideReport, SetVenue
from core.messages.rejections import Rejection
from core.messages.reports import (
    Accepted,
    Busted,
    Cancelled,
    Corrected,
    Doubted,
    Filled,
    Held,
    Rejected,
    Replaced,
    Restated,
    Status,
    Triggered,
)

A = AnomalyKind
LARGEST: Final = INT64_MAX // 4
MOST_LOTS: Final = 1 << 50
DEAREST: Final = 1 << 50
"""Beyond these no report is taken for true: the sums must stay in the journal's integers."""
ACCOUNTS: Final = 1 << 31
NOT_THERE: Final = (Rejection.UNKNOWN_ORDER, Rejection.ORDER_NOT_WORKING)
HAPPENING: Final[dict[Any, Happening]] = {
    Accepted: Happening.ACCEPTED, Held: Happening.ACCEPTED, Triggered: Happening.TRIGGERED, Restated: Happening.RESTATED,
    Cancelled: Happening.CANCELLED, Replaced: Happening.REPLACED,
}
ENDS: Final = (OrderState.FILLED, OrderState.CANCELLED, OrderState.REJECTED, OrderState.EXPIRED)

Trade = tuple[int, int, int]
"""Lots, price, fee, as they stand. No lots: undone; EARLY: undone before the fill itself has come."""
EARLY: Final = -1


class Outside:
    """stops: the outside venues, by name, and whether each takes stop orders. lacks: what else those that said so lack. seen: (venue,
    report id). trades: by venue, order id and trade id. unanswered: what was asked of them and is not answered yet."""

    __slots__ = ("lacks", "seen", "stops", "trades", "unanswered")

    def __init__(self) -> None:
        self.stops: dict[str, bool] = {}
        self.lacks: dict[str, tuple[Ability, ...]] = {}
        self.unanswered = Unanswered()
        self.seen: dict[tuple[str, str], bool] = {}
        self.trades: dict[tuple[str, int, int], Trade] = {}

    def set_venue(self, c: SetVenue, events: list[Event]) -> None:
        self.lacks.pop(c.venue, None)
        if c.outside:
            self.stops[c.venue] = c.stops
            if c.lacks:
                self.lacks[c.venue] = c.lacks
        else:
            self.stops.pop(c.venue, None)
        events.append(VenueSet(c.venue, c.outside, c.stops, Nanos(self.unanswered.set(c.venue, c.answer_ns)), c.lacks))

    def book(self, oms: Oms, listed: dict[int, Any], message: OutsideReport, events: list[Event]) -> None:
        """listed: instruments by id."""
        oms.changes += 1
        name = (message.venue, message.exec_id)
        if message.exec_id:
            if name in self.seen:
                _anomaly(A.DOUBLED, None, message, events)
                return
            self.seen[name] = True
        report = message.report
        if isinstance(report, Doubted) and not report.order_id:
            for id in sorted(oms.open):
                if oms.open[id].venue == message.venue:
                    oms.ask_status(oms.open[id], events)
            return
        order = _ours(oms, message)
        if not _sane(report):
            _anomaly(A.MALFORMED, order, message, events)
        elif isinstance(report, Filled | Busted | Corrected):
            self._trade(oms, order, listed, message, events)
        elif order is None:
            _anomaly(A.UNKNOWN_ORDER, None, message, events)
        elif isinstance(report, Doubted):
            if order.state in OPEN:
                oms.ask_status(order, events)
        elif isinstance(report, Status):
            _on_status(oms, order, report, message, events)
        elif isinstance(report, Rejected):
            _on_rejected(oms, order, report, message, events)
        else:
            _on_other(oms, order, report, message, events)

    # fills ----------------------------------------------------------------------------------------------------------

    def _trade(
        self, oms: Oms, order: OwnOrder | None, listed: dict[int, Any], message: OutsideReport, events: list[Event]
    ) -> None:
        report: Any = message.report
        key = (message.venue, int(report.order_id), int(report.trade_id))
        known = self.trades.get(key) if report.trade_id else None
        if isinstance(report, Filled):
            if known is not None and known[0] != EARLY:
                _anomaly(A.DOUBLED, order, message, events)
                return
        elif known is None or known[0] <= 0:
            if isinstance(report, Busted) and known is None and report.trade_id:
                self.trades[key] = (EARLY, 0, 0)
            if isinstance(report, Busted) or known is not None or not report.trade_id:
                _anomaly(A.UNKNOWN_TRADE, order, message, events)
                return
            # A correction says all that the fill would have said.
            _anomaly(A.UNKNOWN_TRADE, order, message, events)
        account, instrument, side = _where(order, listed, message)
        if side is None:
            _anomaly(A.UNKNOWN_ORDER, None, message, events)
            return
        if not isinstance(report, Busted) and not _fits(oms, account, instrument, report):
            _anomaly(A.MALFORMED, order, message, events)
            return
        now = (0, 0, 0) if isinstance(report, Busted) else (int(report.qty), int(report.price), int(report.fee))
        if report.trade_id:
            self.trades[key] = now
        if known is not None and known[0] == EARLY:
            # As if the two had come in their order: the lots are done, and the money never was.
            _anomaly(A.BUSTED_BEFORE, order, message, events)
            self.trades[key] = (0, 0, 0)
            if order is not None:
                _fill(oms, order, _as_fill(report), message, events)
                _amend(oms, order, (account, instrument, side), now, (0, 0, 0), report, events)
        elif known is not None:
            if order is None:
                # Told as a bust and a fill, with what was booked.
                _anomaly(A.UNKNOWN_FILL, None, message, events, "Busted", known)
                if now[0]:
                    _anomaly(A.UNKNOWN_FILL, None, message, events, "Filled")
            _amend(oms, order, (account, instrument, side), known, now, report, events)
        elif order is not None:
            _fill(oms, order, _as_fill(report), message, events)
        else:
            _anomaly(A.UNKNOWN_FILL, None, message, events)
            held = oms.position(account, instrument)
            before = _books(held)
            held.book(side, report.qty, report.price, report.fee, report.order_id, report.trade_id)
            _tell_nameless(oms, account, instrument, before, held, events)


def outside_rows(outside: Outside) -> tuple[Any, ...]:
    """All of it as one value."""
    return (
        tuple(sorted(outside.stops.items())), tuple(sorted(outside.seen)),
        tuple((*key, *outside.trades[key]) for key in sorted(outside.trades)), outside.unanswered.rows(),
        tuple((venue, [int(one) for one in outside.lacks[venue]]) for venue in sorted(outside.lacks)),
    )


def restore_outside(given: Any) -> Outside:
    stops, seen, trades, unanswered, lacks = given
    outside = Outside()
    outside.unanswered.restore(unanswered)
    outside.stops = {venue: bool(takes) for venue, takes in stops}
    outside.lacks = {venue: tuple([Ability(one) for one in kept]) for venue, kept in lacks}
    for venue, exec_id in seen:
        outside.seen[(venue, exec_id)] = True
    outside.trades = {(venue, id, trade): (qty, price, fee) for venue, id, trade, qty, price, fee in trades}
    return outside


def _as_fill(report: Any) -> Filled:
    """Of a correction that came first: who gave and who took it does not say."""
    if isinstance(report, Filled):
        return report
    return Filled(report.order_id, report.qty, report.price, Qty(0), Liquidity.TAKER, report.trade_id, report.fee)


def _fill(oms: Oms, order: OwnOrder, report: Filled, message: OutsideReport, events: list[Event]) -> None:
    order.filled += report.qty
    if order.state not in OPEN:
        _anomaly(A.OVERFILL if order.state is OrderState.FILLED else A.LATE_FILL, order, message, events)
        order.qty = max(order.qty, order.filled)
        order.leaves = 0
        oms.tell_fill(order, report, Qty(order.leaves), message.venue, events)
        return
    left = order.qty - order.filled
    if left <= 0 and order.replaces and order.filled <= order.most_asked:
        # The replace on its way was there before this fill; its own report is still to come, or lost.
        more = order.most_asked - order.filled
        left = more if left < 0 else min(report.leaves, more)
    if left < 0:
        _anomaly(A.OVERFILL, order, message, events)
        left = 0
    oms.set_open(order, left)
    oms.tell_fill(order, report, Qty(order.leaves), message.venue, events)


def _amend(
    oms: Oms, order: OwnOrder | None, where: tuple[int, InstrumentId, Side], was: Trade, now: Trade, report: Any, events: list[Event]
) -> None:
    """A fill that was booked is undone, or becomes another one. What it was is ours to say, not the report's."""
    account, instrument, side = where
    id, trade = OrderId(report.order_id), int(report.trade_id)
    if order is not None:
        if now[0]:
            amended: Any = Corrected(
                id, trade, side, Qty(now[0]), Price(now[1]), Money(now[2]), Qty(was[0]), Price(was[1]), Money(was[2])
            )
        else:
            amended = Busted(id, trade, side, Qty(was[0]), Price(was[1]), Money(was[2]))
        oms.on_report(amended, events)
        return
    held = oms.position(account, instrument)
    before = _books(held)
    if now[0]:
        held.correct(side, now[0], now[1], now[2], was[0], was[1], was[2], id, trade)
    else:
        held.undo(side, was[0], was[1], was[2], id, trade)
    _tell_nameless(oms, account, instrument, before, held, events)


def _books(held: Position) -> Trade:
    """Lots, money that came in less what went out, fees."""
    return held.qty, held.realised - held.cost, held.fees


def _tell_nameless(
    oms: Oms, account: int, instrument: InstrumentId, before: Trade, held: Position, events: list[Event]
) -> None:
    """A fill of an order that nobody knows counts in the scopes of its account."""
    after = _books(held)
    for holding in oms.whose(account, instrument) if oms.whose is not None else ():
        holding.shift(after[0] - before[0], after[1] - before[1], after[2] - before[2])
    oms.tell_position(account, instrument, held, events)


# everything else --------------------------------------------------------------------------------------------------------


def _on_rejected(oms: Oms, order: OwnOrder, report: Rejected, message: OutsideReport, events: list[Event]) -> None:
    if report.request is not Request.NEW:
        oms.on_report(report, events)
        if order.state in OPEN and report.reason in NOT_THERE:
            # We think that it is open, and the venue does not: something was lost on the way.
            oms.ask_status(order, events)
        return
    if order.state not in OPEN:
        _anomaly(A.UNEXPECTED, order, message, events)
    elif order.filled == 0 and (order.state, Happening.REJECTED) in NEXT:
        oms.on_report(report, events)
    else:
        # It had been accepted, so what is left of it is taken out.
        _anomaly(A.UNEXPECTED, order, message, events)
        _end(oms, order, CancelReason.VENUE, events)


def _end(oms: Oms, order: OwnOrder, reason: CancelReason, events: list[Event], qty: int = 0) -> None:
    """qty: what the venue took out; 0: it does not say."""
    if reason in (CancelReason.REQUESTED, CancelReason.VENUE):
        # Why it was asked for is known here; the venue knows only that it was.
        reason = order.cancel_reason
    lots = qty if 0 < qty < order.leaves else order.leaves
    oms.on_report(Cancelled(order.id, Qty(lots), reason), events)


def _on_other(oms: Oms, order: OwnOrder, report: Any, message: OutsideReport, events: list[Event]) -> None:
    happening = HAPPENING[type(report)]
    if isinstance(report, Replaced) and order.replaces > 1:
        happening = Happening.REPLACED_MORE
    if order.state not in OPEN or (order.state, happening) not in NEXT:
        _anomaly(A.UNEXPECTED, order, message, events)
    elif isinstance(report, Accepted):
        oms.on_report(Accepted(order.id, Qty(order.leaves), report.ahead, report.price), events)
    elif isinstance(report, Held):
        oms.on_report(Held(order.id, Qty(order.leaves), report.trigger), events)
    elif isinstance(report, Triggered):
        oms.on_report(report, events)
    elif isinstance(report, Cancelled):
        short = 0 < report.qty < order.leaves
        if short:
            _anomaly(A.FILLS_MISSING, order, message, events)
        _end(oms, order, report.reason, events, report.qty)
        if short:
            # Less was left than we know of: fills are late, or lost. The answer says them again.
            events.append(QuerySent(order.id, order.venue))
    elif isinstance(report, Restated):
        # An old one must not give back what was filled since.
        oms.on_report(Restated(order.id, report.price, Qty(min(report.leaves or order.leaves, order.leaves))), events)
    elif report.qty <= order.filled:
        # It was made as small as what had traded: nothing more will.
        oms.on_report(Cancelled(order.id, Qty(order.leaves), CancelReason.REQUESTED), events)
    else:
        if report.qty > max(order.qty, order.most_asked):
            _anomaly(A.GREW, order, message, events)
        price = report.price or Price(order.asked)
        oms.on_report(Replaced(order.id, report.qty, price, Qty(report.qty - order.filled), report.kept_place), events)


def _on_status(oms: Oms, order: OwnOrder, report: Status, message: OutsideReport, events: list[Event]) -> None:
    state = report.state
    if report.filled != order.filled - order.busted and state is not OrderState.IN_DOUBT:
        _anomaly(A.FILLS_MISSING, order, message, events)
        if order.state in OPEN:
            oms.doubt(order, events)
    elif order.state not in OPEN:
        if state not in ENDS and state is not OrderState.IN_DOUBT:
            _anomaly(A.UNEXPECTED, order, message, events)
    elif state is OrderState.IN_DOUBT:
        _end(oms, order, CancelReason.NOT_AT_VENUE, events)
    elif state is OrderState.EXPIRED:
        _end(oms, order, CancelReason.EXPIRED, events)
    elif state is OrderState.REJECTED and order.filled == 0 and (order.state, Happening.REJECTED) in NEXT:
        oms.on_report(Rejected(order.id, "", Request.NEW, Rejection.BAD_TERMS), events)
    elif state in ENDS:
        _end(oms, order, CancelReason.VENUE, events)
    elif not report.leaves:
        _anomaly(A.MALFORMED, order, message, events)
    else:
        if report.filled + order.busted + report.leaves > max(order.qty, order.most_asked):
            _anomaly(A.GREW, order, message, events)
        oms.found(order, report.leaves, events)


# what is said at all ----------------------------------------------------------------------------------------------------


def _ours(oms: Oms, message: OutsideReport) -> OwnOrder | None:
    report: Any = message.report
    id = int(report.order_id)
    order = oms.open.get(id)
    if order is None:
        order = oms.closed.get(id)
    return order if order is not None and order.venue == message.venue else None


def _where(order: OwnOrder | None, listed: dict[int, Any], message: OutsideReport) -> tuple[int, InstrumentId, Side | None]:
    if order is not None:
        return order.account, order.instrument, order.side
    report: Any = message.report
    side = report.side if isinstance(report, Busted | Corrected) else message.side
    known = 0 < message.account < ACCOUNTS and message.instrument in listed
    return message.account, message.instrument, side if known else None


def _sane(report: Any) -> bool:
    """Whether the numbers can be those of an order or a fill."""
    qty, price = int(getattr(report, "qty", 0)), int(getattr(report, "price", 0))
    if qty < 0 or price < 0 or qty > MOST_LOTS or price > DEAREST or qty * price > LARGEST:
        return False
    if not 0 <= int(getattr(report, "leaves", 0)) <= MOST_LOTS or not 0 <= int(getattr(report, "filled", 0)) <= MOST_LOTS:
        return False
    if abs(int(getattr(report, "fee", 0))) > LARGEST:
        return False
    return qty > 0 or not isinstance(report, Filled | Corrected | Replaced)


def _fits(oms: Oms, account: int, instrument: InstrumentId, report: Any) -> bool:
    """Whether the position's sums, with it, stay in the journal's integers, whatever is undone later."""
    held = oms.positions.get((account, instrument))
    worth = int(report.qty) * int(report.price) + abs(int(report.fee))
    if held is None:
        return worth <= LARGEST
    lots = held.bought + held.sold + int(report.qty)
    return lots <= MOST_LOTS and abs(held.cost) + abs(held.realised) + abs(held.fees) + worth <= LARGEST


def _anomaly(
    kind: AnomalyKind, order: OwnOrder | None, message: OutsideReport, events: list[Event], name: str = "", numbers: Trade | None = None
) -> None:
    """name, numbers: in place of the report's own."""
    report: Any = message.report
    account, instrument, side = message.account, message.instrument, message.side
    if order is not None:
        account, instrument, side = order.account, order.instrument, order.side
    qty, price, fee = getattr(report, "qty", Qty(0)), getattr(report, "price", Price(0)), getattr(report, "fee", Money(0))
    if numbers is not None:
        qty, price, fee = Qty(numbers[0]), Price(numbers[1]), Money(numbers[2])
    events.append(
        OrderAnomaly(
            report.order_id, kind, message.venue, name or type(report).__name__, message.exec_id, getattr(report, "trade_id", 0), qty,
            price, fee, account, instrument, side,
        )
    )
