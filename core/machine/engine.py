"""The only door into the machine, and the order in which it thinks.

    apply(seq, at, message) -> events

A step: route the message to its owner; let the venue answer with reports; book the reports; return what happened. Same
messages, same seq and at: same events and same state, on every machine and at every speed.
Invariant: after a refusal the state is what it was before, but for seq and at.
"""

from collections.abc import Callable
from typing import Any, Final

from core.domain.enums import CancelReason, OrderState, Phase, PhaseOfRun
from core.domain.order import OwnOrder
from core.domain.units import OrderId, Price, Qty
from core.machine.desk import consent
from core.machine.desk.oms import Approved, open_orders
from core.machine.desk.risk import Refusal
from core.machine.state import State
from core.machine.timers import NEVER
from core.machine.venue.door import ROUTES
from core.messages.approvals import Approve, Decline, RequestApproval
from core.messages.commands import (
    CancelAllOrders,
    CancelOrder,
    EndRun,
    EngageKill,
    PlaceOrder,
    ReleaseKill,
    ReplaceOrder,
    SetLimits,
    StartRun,
)
from core.messages.events import (
    Event,
    KillEngaged,
    KillReleased,
    LimitsSet,
    OrderRefused,
    RequestRefused,
    RunEnded,
    RunStarted,
    VenueSet,
)
from core.messages.notes import BreaksFound, ClockStepped, DiskSpace, SegmentsDropped, Space, TailTruncated
from core.messages.operations import Operation
from core.messages.outside import OutsideReport, SetVenue
from core.messages.people import SetPerson, SignedIn, SignedOut, SignInFailed, TerminalLocked
from core.messages.reasons import Reason
from core.messages.terms import Terms

CONTINUOUS: Final = Phase.CONTINUOUS
OPERATIONS: Final = dict.fromkeys(Operation.__args__, True)
"""What the exchange's operator does concerns us like a command: nobody may see it before it is durable."""


class Engine:
    """Holds the state; `touched` counts the steps that concerned our orders, positions, limits, kill switch or run."""

    __slots__ = ("_routes", "state", "touched")

    def __init__(self, state: State) -> None:
        self.state = state
        self.touched: int = 0
        self._routes: dict[Any, Callable[..., None]] = {
            PlaceOrder: self._on_place,
            CancelOrder: self._on_cancel,
            ReplaceOrder: self._on_replace,
            CancelAllOrders: self._on_cancel_all,
            EngageKill: self._on_engage,
            ReleaseKill: self._on_release,
            SetLimits: self._on_limits,
            StartRun: self._on_start,
            EndRun: self._on_end,
            DiskSpace: self._on_disk_space,
            TailTruncated: self._on_note,
            SegmentsDropped: self._on_dropped,
            ClockStepped: self._on_note,
            SetPerson: self._on_person,
            RequestApproval: self._on_ask,
            Approve: self._on_approve,
            Decline: self._on_decline,
            SignedIn: self._on_note,
            SignInFailed: self._on_note,
            SignedOut: self._on_note,
            TerminalLocked: self._on_note,
            BreaksFound: self._on_note,
            SetVenue: self._on_venue,
            OutsideReport: self._on_outside,
        }

    def apply(self, seq: int, at: int, message: Any) -> list[Event]:
        state = self.state
        state.seq = seq
        state.at = at
        events: list[Event] = []
        kind = type(message)
        venue = state.venue
        venue.begin(at, events)
        if state.approvals.next_due <= at:
            self._lapse(events)
        route = ROUTES.get(kind)
        if route is None:
            if consent.denied(state, message, events):
                self.touched += 1
            else:
                self._routes[kind](message, events)
        else:
            route(venue, message)
            if kind in OPERATIONS:
                self.touched += 1
            if venue.out.reports:
                self._book(events)
        if state.venue.timers.heap:
            state.venue.end()
        return events

    def next_due(self) -> int:
        """The machine's next deadline; NEVER when it has none. Whoever stamps messages enters TimePassed at it, before
        anything later."""
        state = self.state
        return min(state.venue.timers.next_due, state.approvals.next_due) if state.phase is PhaseOfRun.RUNNING else NEVER

    def _book(self, events: list[Event]) -> None:
        """What the venue said of our orders in this step."""
        out = self.state.venue.out
        reports, out.reports = out.reports, []
        self.touched += 1
        self.state.oms.on_reports(reports, events)

    # our orders -----------------------------------------------------------------------------------------------------

    def _on_place(self, c: PlaceOrder, events: list[Event]) -> None:
        self.touched += 1
        state = self.state
        venue = state.venue
        market = venue.markets.get(c.instrument)
        answer = state.gate.approve(
            OrderId(state.seq), c, state.phase is PhaseOfRun.RUNNING, venue.instruments.get(c.instrument), venue.books.get(c.instrument),
            market is not None and market.phase is CONTINUOUS,
        )
        if isinstance(answer, Refusal):
            events.append(
                OrderRefused(
                    c.client_order_id, c.instrument, c.side, c.order_type, c.qty, c.price, answer.reason, answer.limit, answer.value
                )
            )
            return
        self._send(answer, events)

    def _send(self, approved: Approved, events: list[Event]) -> None:
        order, terms = approved.order, approved.terms
        state = self.state
        if state.outside.stops:
            venue = state.venue.instruments[order.instrument].venue
            if venue in state.outside.stops:
                order.venue = venue
                state.oms.send(approved, events)
                return
        state.oms.send(approved, events)
        if approved.protection or approved.protection_bp:
            terms = _protected(terms, approved.protection, approved.protection_bp)
        state.venue.send(
            order.account, order.instrument, order.id, order.side, order.order_type, order.qty, order.price, order.time_in_force, terms
        )
        self._book(events)

    def _on_cancel(self, command: CancelOrder, events: list[Event]) -> None:
        self.touched += 1
        order = self._find(command.order_id, "cancel", events)
        if order is not None:
            self._cancel(order, CancelReason.REQUESTED, events)

    def _cancel(self, order: OwnOrder, reason: CancelReason, events: list[Event]) -> None:
        if not order.venue:
            self.state.venue.withdraw(order.account, order.instrument, order.id, reason)
            if self.state.venue.out.reports:
                self._book(events)
                return
        self.state.oms.ask_cancel(order, reason, events)

    def _cancel_all(self, orders: list[OwnOrder], reason: CancelReason, events: list[Event]) -> None:
        """All of them before anything follows; of those that nothing is said of in this step the cancel is on its way."""
        oms, venue = self.state.oms, self.state.venue
        venue.withdraw_all([order for order in orders if not order.venue], reason)
        self._book(events)
        for order in orders:
            if order.id in oms.open and (order.venue or (reason is CancelReason.REQUESTED and venue.waits(order.account))):
                oms.ask_cancel(order, reason, events)

    def _on_replace(self, command: ReplaceOrder, events: list[Event]) -> None:
        self.touched += 1
        state = self.state
        order = self._find(command.order_id, "replace", events)
        if order is None:
            return
        instrument, book = state.venue.instruments[order.instrument], state.venue.books[order.instrument]
        refusal = state.gate.approve_replace(command, order, instrument, book)
        if refusal is not None:
            events.append(RequestRefused("replace", order.id, refusal.reason, refusal.limit, refusal.value))
            return
        leaves = command.qty - order.filled
        if leaves <= 0:
            # In-flight mitigation: the new total is filled already, so nothing more may trade.
            self._cancel(order, CancelReason.REQUESTED, events)
            return
        if order.state is OrderState.IN_DOUBT:
            events.append(RequestRefused("replace", order.id, Reason.ORDER_IN_DOUBT, 0, 0))
            return
        state.oms.count_replace(order, command.qty, command.price)
        if not order.venue:
            state.venue.amend(
                order.account, order.instrument, order.id, command.qty, command.price, command.trigger, command.display
            )
            if state.venue.out.reports:
                self._book(events)
                return
        state.oms.ask_replace(order, command.qty, command.trigger, command.display, events)

    def _on_cancel_all(self, command: CancelAllOrders, events: list[Event]) -> None:
        self.touched += 1
        hit = [
            order for order in open_orders(self.state.oms)
            if command.instrument in (0, order.instrument) and command.side in (None, order.side)
        ]
        self._cancel_all(hit, CancelReason.REQUESTED, events)

    def _find(self, id: OrderId, request: str, events: list[Event]) -> OwnOrder | None:
        order = self.state.oms.open.get(id)
        if order is None:
            reason = Reason.ORDER_NOT_WORKING if id in self.state.oms.closed else Reason.UNKNOWN_ORDER
            events.append(RequestRefused(request, id, reason, 0, 0))
        return order

    # outside venues -------------------------------------------------------------------------------------------------

    def _on_venue(self, command: SetVenue, events: list[Event]) -> None:
        self.touched += 1
        if command.outside:
            self.state.outside.stops[command.venue] = command.stops
        else:
            self.state.outside.stops.pop(command.venue, None)
        events.append(VenueSet(command.venue, command.outside, command.stops))

    def _on_outside(self, message: OutsideReport, events: list[Event]) -> None:
        self.touched += 1
        state = self.state
        state.outside.book(state.oms, state.venue.instruments, message, events)

    # control --------------------------------------------------------------------------------------------------------

    def _on_engage(self, command: EngageKill, events: list[Event]) -> None:
        self.touched += 1
        kill = self.state.kill
        kill.engaged = True
        # Through the latch the number is the latch's, never ahead of it: an engagement from outside must look newer.
        kill.generation = max(kill.generation, command.generation) if command.generation else kill.generation + 1
        kill.source = command.source
        hit = open_orders(self.state.oms)
        events.append(KillEngaged(kill.generation, command.source, len(hit)))
        self._cancel_all(hit, CancelReason.KILL_SWITCH, events)

    def _on_release(self, command: ReleaseKill, events: list[Event]) -> None:
        self.touched += 1
        kill = self.state.kill
        if not kill.engaged:
            events.append(RequestRefused("release", OrderId(0), Reason.ALREADY_RELEASED, 0, 0))
        elif command.generation < kill.generation:
            events.append(RequestRefused("release", OrderId(0), Reason.NEWER_ENGAGEMENT, kill.generation, command.generation))
        else:
            kill.engaged = False
            kill.source = command.source
            events.append(KillReleased(kill.generation, command.source))

    def _on_limits(self, c: SetLimits, events: list[Event]) -> None:
        self.touched += 1
        if min(c.max_order_qty, c.max_order_value, c.collar_bp, c.max_position, c.max_open_orders) <= 0:
            events.append(RequestRefused("set limits", OrderId(0), Reason.BAD_LIMITS, 0, 0))
            return
        self.state.gate.limits[c.instrument] = c
        events.append(_limits_set(c))

    def _on_start(self, c: StartRun, events: list[Event]) -> None:
        self.touched += 1
        state = self.state
        state.kill.engaged = c.kill_engaged
        state.kill.generation = c.kill_generation
        state.kill.source = c.kill_source
        state.reset()
        consent.told_expired(state.approvals.clear(), events)
        state.venue.parties.own_mode = c.self_match
        state.phase = PhaseOfRun.RUNNING
        state.session = c.session
        state.tape_sha256 = c.tape_sha256
        state.first_at = c.first_at
        state.dropped = list(c.dropped)
        events.append(RunStarted(c.session, c.tape_sha256, c.first_at, c.kill_generation, c.kill_engaged, c.kill_source))
        for limits in c.limits:
            state.gate.limits[limits.instrument] = limits
            events.append(_limits_set(limits))
        state.people.forget()
        for person in c.people:
            consent.set_person(state, person, events)

    def _on_end(self, command: EndRun, events: list[Event]) -> None:
        self.touched += 1
        self._cancel_all(open_orders(self.state.oms), CancelReason.RUN_ENDED, events)
        consent.told_expired(self.state.approvals.clear(), events)
        self.state.phase = PhaseOfRun.ENDED
        events.append(RunEnded(command.why))

    # people ---------------------------------------------------------------------------------------------------------

    def _on_person(self, command: SetPerson, events: list[Event]) -> None:
        self.touched += 1
        consent.set_person(self.state, command, events)

    def _on_ask(self, command: RequestApproval, events: list[Event]) -> None:
        self.touched += 1
        consent.ask(self.state, command, events)

    def _on_decline(self, command: Decline, events: list[Event]) -> None:
        self.touched += 1
        consent.decline(self.state, command, events)

    def _on_approve(self, command: Approve, events: list[Event]) -> None:
        """What was asked for happens now, signed by both."""
        self.touched += 1
        found = consent.approve(self.state, command, events)
        if found is None or command.origin is None:
            return
        approvals = self.state.approvals
        approvals.signed_by = (found.by, command.origin.person)
        self._routes[type(found.command)](found.command, events)
        approvals.signed_by = ()

    def _lapse(self, events: list[Event]) -> None:
        self.touched += 1
        consent.told_expired(self.state.approvals.lapse(self.state.at), events)

    # the program's notes --------------------------------------------------------------------------------------------

    def _on_disk_space(self, note: DiskSpace, events: list[Event]) -> None:
        self.touched += 1
        self.state.gate.no_space = note.space is Space.BLOCKED

    def _on_dropped(self, note: SegmentsDropped, events: list[Event]) -> None:
        self.touched += 1
        self.state.dropped = sorted({*self.state.dropped, *note.first_seqs})

    def _on_note(self, note: Any, events: list[Event]) -> None:
        """It decides nothing, but it is in the record before anybody acts on it."""
        self.touched += 1


def _protected(terms: Terms | None, protection: int, protection_bp: int) -> Terms:
    """The order's terms with the gate's worst price, or distance."""
    if terms is None:
        return Terms(protection=Price(protection), protection_bp=protection_bp)
    return Terms(
        terms.trigger, terms.trigger_by, terms.trail, terms.trail_bp, terms.display, terms.display_spread, terms.hidden, terms.post_only,
        terms.peg, terms.peg_offset, terms.min_qty, terms.all_or_none, terms.expires_at,
        Price(protection) if protection else terms.protection, protection_bp,
    )


def _limits_set(c: SetLimits) -> LimitsSet:
    return LimitsSet(c.instrument, Qty(c.max_order_qty), c.max_order_value, c.collar_bp, c.max_position, c.max_open_orders)
