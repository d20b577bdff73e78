"""The only door into the machine, and the order in which it thinks.

    apply(seq, at, message) -> events

A step: route the message to its owner; let the venue answer with reports; book the reports; return what happened. Same
messages, same seq and at: same events and same state, on every machine and at every speed.
Invariant: after a refusal the state is what it was before, but for seq and at.
"""

from collections.abc import Callable
from typing import Any, Final

from core.domain.enums import CancelReason, Phase, PhaseOfRun
from core.domain.order import OwnOrder
from core.domain.stages import BLOCKED
from core.domain.units import OrderId, Price, Qty
from core.machine.desk.flattening import Flattening
from core.machine.desk.oms import Approved, open_orders
from core.machine.desk.override_use import spend
from core.machine.desk.overriding import Overriding
from core.machine.desk.people import Right
from core.machine.desk.releasing import Releasing, person, refuse
from core.machine.desk.risk import Refusal
from core.machine.desk.stopping import Stopping
from core.machine.desk.triggers import Triggers
from core.machine.state import State
from core.machine.stop_memory import begin_run
from core.machine.timers import NEVER
from core.machine.venue.door import ROUTES
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
    LimitsSet,
    OrderRefused,
    RequestRefused,
    RunEnded,
    RunStarted,
)
from core.messages.notes import ClockStepped, DiskSpace, SegmentsDropped, Space, TailTruncated
from core.messages.operations import Operation, TimePassed
from core.messages.reasons import Reason
from core.messages.reports import Cancelled
from core.messages.stopping import (
    ApproveOverride,
    ApproveRelease,
    Flatten,
    OrderFenced,
    RequestOverride,
    RequestRelease,
    SendFenced,
    SetStage,
    SetStopping,
    SetTrigger,
    TroubleFound,
)
from core.messages.terms import Terms

CONTINUOUS: Final = Phase.CONTINUOUS
OPERATIONS: Final = dict.fromkeys(Operation.__args__, True)
"""What the exchange's operator does concerns us like a command: nobody may see it before it is durable."""


class Engine:
    """Holds the state; `touched` counts the steps that concerned our orders, positions, limits, kill switch or run."""

    __slots__ = ("_flattening", "_releasing", "_routes", "_stopping", "_triggers", "state", "touched")

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
        }
        self._stopping = Stopping(state, self._book)
        self._releasing = Releasing(state, self._stopping)
        self._flattening = Flattening(state, self._stopping, self._on_place)
        self._triggers = Triggers(state, self._stopping, self._flattening)
        overriding = Overriding(state)
        self._routes |= {
            RequestRelease: self._on_stop_command(self._releasing.request),
            ApproveRelease: self._on_stop_command(self._releasing.approve),
            SetStage: self._on_stop_command(self._releasing.set_stage),
            SetStopping: self._on_stop_command(self._releasing.set_stopping),
            SetTrigger: self._on_stop_command(self._triggers.set_one),
            Flatten: self._on_stop_command(self._flattening.asked),
            RequestOverride: self._on_stop_command(overriding.request),
            ApproveOverride: self._on_stop_command(overriding.approve),
            TroubleFound: self._on_note,
            SendFenced: self._on_fenced,
        }

    def apply(self, seq: int, at: int, message: Any) -> list[Event]:
        state = self.state
        state.seq = seq
        state.at = at
        kill, touched = state.kill, self.touched
        events: list[Event] = []
        kind = type(message)
        venue = state.venue
        venue.begin(at, events)
        route = ROUTES.get(kind)
        if route is None:
            self._routes[kind](message, events)
        elif kind is TimePassed and kill.due <= at and self._go_on(at, events):
            # Cancels of the kill switch come before whatever else is due.
            pass
        else:
            route(venue, message)
            if kind in OPERATIONS:
                self.touched += 1
            if venue.out.reports:
                self._book(events)
            if kill.triggers and kind is not TimePassed:
                kill.notes.heard_at = at
        if kill.triggers and state.phase is PhaseOfRun.RUNNING and self._triggers.after(message, self.touched != touched, at, events):
            self.touched += 1
        if kill.kept:
            self._stopping.retry(events)
        if state.venue.timers.heap:
            state.venue.end()
        return events

    def next_due(self) -> int:
        """The machine's next deadline; NEVER when it has none. Whoever stamps messages enters TimePassed at it, before
        anything later."""
        state = self.state
        return min(state.venue.timers.next_due, state.kill.due) if state.phase is PhaseOfRun.RUNNING else NEVER

    def _book(self, events: list[Event]) -> None:
        """What the venue said of our orders in this step."""
        out = self.state.venue.out
        reports, out.reports = out.reports, []
        self.touched += 1
        self.state.oms.on_reports(reports, events)
        if self.state.kill.stops or self.state.kill.kept:
            self._stopping.heard(reports, events)

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
        self.state.oms.send(approved, events)
        kill = self.state.kill
        if kill.overrides and not kill.passing and self._is_blocked(order):
            spend(kill, order.account, order.instrument, order.qty, events)
        if approved.protection or approved.protection_bp:
            terms = _protected(terms, approved.protection, approved.protection_bp)
        self.state.venue.send(
            order.account, order.instrument, order.id, order.side, order.order_type, order.qty, order.price, order.time_in_force, terms
        )
        self._book(events)

    def _is_blocked(self, order: OwnOrder) -> bool:
        instrument = self.state.venue.instruments[order.instrument]
        return self.state.kill.stage_for(order.owner, order.account, instrument, order.client_order_id) >= BLOCKED

    def _on_cancel(self, command: CancelOrder, events: list[Event]) -> None:
        self.touched += 1
        order = self._find(command.order_id, "cancel", events)
        if order is not None:
            self._cancel(order, CancelReason.REQUESTED, events)

    def _cancel(self, order: OwnOrder, reason: CancelReason, events: list[Event]) -> None:
        self.state.venue.withdraw(order.account, order.instrument, order.id, reason)
        self._book(events)

    def _cancel_all(self, orders: list[OwnOrder], reason: CancelReason, events: list[Event]) -> None:
        self.state.venue.withdraw_all(orders, reason)
        self._book(events)

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
        order.asked = command.price
        state.venue.amend(
            order.account, order.instrument, order.id, command.qty, command.price, command.trigger, command.display
        )
        self._book(events)

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

    # control --------------------------------------------------------------------------------------------------------

    def _go_on(self, at: int, events: list[Event]) -> bool:
        self.touched += 1
        if self._stopping.go_on(at, events) or self._flattening.go_on(at, events):
            return True
        if 0 < self.state.kill.notes.due <= at:
            self._triggers.aged(at, events)
        return False

    def _on_stop_command(self, act: Callable[..., None]) -> Callable[..., None]:
        def handle(command: Any, events: list[Event]) -> None:
            self.touched += 1
            act(command, events)

        return handle

    def _on_engage(self, command: EngageKill, events: list[Event]) -> None:
        self.touched += 1
        if self.may_engage(command):
            self._stopping.engage(command.scope, command.source, command.generation, person(command.origin), events)
        else:
            refuse("stop", (Reason.NO_RIGHT_TO_STOP, 0, 0), events)

    def may_engage(self, command: EngageKill) -> bool:
        """One person with the right, or the program itself; through the latch it is engaged already, whoever did it."""
        who = person(command.origin)
        return command.generation > 0 or not who or self.state.people.may(who, Right.KILL)

    def _on_release(self, command: ReleaseKill, events: list[Event]) -> None:
        self.touched += 1
        self._releasing.release_at_once(command, events)

    def _on_fenced(self, note: SendFenced, events: list[Event]) -> None:
        self.touched += 1
        order = self.state.oms.open.get(note.order_id)
        if order is not None:
            events.append(OrderFenced(order.id, note.epoch, note.generation))
            self.state.venue.out.reports.append(Cancelled(order.id, Qty(order.leaves), CancelReason.FENCED))
            self._book(events)

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
        begin_run(state.kill, c)
        state.reset()
        self._stopping.renew(state.kill)
        state.venue.parties.own_mode = c.self_match
        state.phase = PhaseOfRun.RUNNING
        state.session = c.session
        state.tape_sha256 = c.tape_sha256
        state.first_at = c.first_at
        state.dropped = list(c.dropped)
        events.append(RunStarted(c.session, c.tape_sha256, c.first_at, c.kill_generation, c.kill_engaged, c.kill_source, c.stops))
        for limits in c.limits:
            state.gate.limits[limits.instrument] = limits
            events.append(_limits_set(limits))

    def _on_end(self, command: EndRun, events: list[Event]) -> None:
        self.touched += 1
        self._cancel_all(open_orders(self.state.oms), CancelReason.RUN_ENDED, events)
        self._stopping.ended(events)
        self.state.phase = PhaseOfRun.ENDED
        events.append(RunEnded(command.why))

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
