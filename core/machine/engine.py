"""The only door into the machine, and the order in which it thinks.

    apply(seq, at, message) -> events

A step: route the message to its owner; let the venue answer with reports; book the reports; return what happened. Same
messages, same seq and at: same events and same state, on every machine and at every speed.
Invariant: after a refusal the state is what it was before, but for seq and at.
"""

from collections.abc import Callable
from typing import Any, Final

from core.domain.enums import CancelReason, PhaseOfRun
from core.domain.order import OwnOrder
from core.domain.units import OrderId, Price, Qty
from core.machine.desk.instructions import INSTRUCTIONS, carry, set_limits
from core.machine.desk.judge import Refusal
from core.machine.desk.oms import Approved, open_orders
from core.machine.desk.people import Right
from core.machine.desk.releasing import Releasing, person, refuse
from core.machine.desk.stopping import Stopping
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
    StartRun,
)
from core.messages.events import (
    Event,
    OrderRefused,
    RequestRefused,
    RunEnded,
    RunStarted,
)
from core.messages.notes import ClockStepped, DiskSpace, SegmentsDropped, Space, TailTruncated
from core.messages.operations import Operation, TimePassed
from core.messages.reasons import Reason
from core.messages.reports import Cancelled, Filled, Report
from core.messages.stopping import ApproveRelease, OrderFenced, RequestRelease, SendFenced, SetStage, SetStopping
from core.messages.terms import Terms

RUNNING: Final = PhaseOfRun.RUNNING
OPERATIONS: Final = dict.fromkeys(Operation.__args__, True)
"""What the exchange's operator does concerns us like a command: nobody may see it before it is durable."""


class Engine:
    """Holds the state; `touched` counts the steps that concerned our orders, positions, limits, kill switch or run."""

    __slots__ = ("_releasing", "_routes", "_stopping", "state", "touched")

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
            StartRun: self._on_start,
            EndRun: self._on_end,
            DiskSpace: self._on_disk_space,
            TailTruncated: self._on_note,
            SegmentsDropped: self._on_dropped,
            ClockStepped: self._on_note,
        }
        for kind in INSTRUCTIONS:
            self._routes[kind] = self._on_instruction
        self._stopping = Stopping(state, self._book)
        self._releasing = Releasing(state, self._stopping)
        self._routes |= {
            RequestRelease: self._on_stop_command(self._releasing.request),
            ApproveRelease: self._on_stop_command(self._releasing.approve),
            SetStage: self._on_stop_command(self._releasing.set_stage),
            SetStopping: self._on_stop_command(self._releasing.set_stopping),
            SendFenced: self._on_fenced,
        }

    def apply(self, seq: int, at: int, message: Any) -> list[Event]:
        state = self.state
        state.seq = seq
        state.at = at
        events: list[Event] = []
        kind = type(message)
        venue = state.venue
        venue.begin(at, events)
        route = ROUTES.get(kind)
        if route is None:
            self._routes[kind](message, events)
        elif kind is TimePassed and state.kill.due <= at and self._go_on(at, events):
            # Cancels of the kill switch come before whatever else is due.
            pass
        else:
            route(venue, message)
            if kind in OPERATIONS:
                self.touched += 1
            if venue.out.reports:
                self._book(events)
            if state.gate.watch.listens and state.phase is RUNNING:
                self._hear(message, at, events)
        if state.kill.kept:
            self._stopping.retry(events)
        if state.venue.timers.heap:
            state.venue.end()
        return events

    def _hear(self, message: Any, at: int, events: list[Event]) -> None:
        """The gate's watch over news, trades and marks."""
        gate = self.state.gate
        gate.watch.heard(getattr(message, "instrument", 0), at)
        if gate.judge.told:
            self.touched += 1
            events += gate.judge.take_told()

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
        if self.state.gate.notes_fills:
            self._note_fills(reports, events)
        if self.state.kill.stops or self.state.kill.kept:
            self._stopping.heard(reports, events)

    def _note_fills(self, reports: list[Report], events: list[Event]) -> None:
        state = self.state
        for report in reports:
            if isinstance(report, Filled):
                order = state.oms.open.get(report.order_id) or state.oms.closed.get(report.order_id)
                if order is not None:
                    state.gate.note_fill(state.at, order, report.price)
        events += state.gate.judge.take_told()

    # our orders -----------------------------------------------------------------------------------------------------

    def _on_place(self, c: PlaceOrder, events: list[Event]) -> None:
        self.touched += 1
        state = self.state
        venue = state.venue
        market = venue.markets.get(c.instrument)
        answer = state.gate.approve(
            OrderId(state.seq), state.at, c, state.phase is PhaseOfRun.RUNNING, venue.instruments.get(c.instrument), market
        )
        if isinstance(answer, Refusal):
            events.append(
                OrderRefused(
                    c.client_order_id, c.instrument, c.side, c.order_type, c.qty, c.price, answer.reason, answer.limit, answer.value,
                    answer.rule, answer.scope, answer.soft, answer.also,
                )
            )
            return
        self._send(answer, events)

    def _send(self, approved: Approved, events: list[Event]) -> None:
        order, terms = approved.order, approved.terms
        self.state.oms.send(approved, events)
        if self.state.gate.judge.told:
            events += self.state.gate.judge.take_told()
        if approved.protection or approved.protection_bp:
            terms = _protected(terms, approved.protection, approved.protection_bp)
        self.state.venue.send(
            order.account, order.instrument, order.id, order.side, order.order_type, order.qty, order.price, order.time_in_force, terms
        )
        self._book(events)

    def _on_cancel(self, command: CancelOrder, events: list[Event]) -> None:
        self.touched += 1
        order = self._find(command.order_id, "cancel", events)
        if order is not None:
            gate = self.state.gate
            gate.note_cancel(self.state.at, order, self.state.venue.instruments[order.instrument])
            events += gate.judge.take_told()
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
        instrument, market = state.venue.instruments[order.instrument], state.venue.markets[order.instrument]
        refusal = state.gate.approve_replace(state.at, command, order, instrument, market)
        if refusal is not None:
            events.append(RequestRefused("replace", order.id, refusal.reason, refusal.limit, refusal.value))
            return
        leaves = command.qty - order.filled
        if leaves <= 0:
            # In-flight mitigation: the new total is filled already, so nothing more may trade.
            self._cancel(order, CancelReason.REQUESTED, events)
            return
        order.asked = command.price
        events += state.gate.judge.take_told()
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
        return self._stopping.go_on(at, events)

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

    def _on_instruction(self, command: Any, events: list[Event]) -> None:
        self.touched += 1
        gate = self.state.gate
        gate.funds.at = self.state.at
        INSTRUCTIONS[type(command)](gate, command, events)

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
            set_limits(state.gate, limits, events)
        carry(state.gate, c.risk, events)
        state.gate.reducing_passes = c.reducing_passes

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
