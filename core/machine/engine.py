"""The only door into the machine, and the order in which it thinks.

    apply(seq, at, message) -> events

A step: route the message to its owner; let the venue answer with reports; book the reports; return what happened. Same
messages, same seq and at: same events and same state, on every machine and at every speed.
Invariant: after a refusal the state is what it was before, but for seq and at.
"""

from collections.abc import Callable
from typing import Any, Final

from core.domain.enums import CancelReason, PhaseOfRun
from core.domain.units import Qty
from core.machine.desk import consent
from core.machine.desk.desk import Desk
from core.machine.desk.flattening import Flattening
from core.machine.desk.instructions import INSTRUCTIONS, carry, roll_day, set_limits
from core.machine.desk.overriding import Overriding
from core.machine.desk.people import Right
from core.machine.desk.releasing import Releasing, person, refuse
from core.machine.desk.stopping import Stopping
from core.machine.desk.triggers import Triggers
from core.machine.desk.unanswered import EDGES_TIME
from core.machine.state import State
from core.machine.stop_memory import begin_run
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
    StartRun,
)
from core.messages.events import BreakAcknowledged, Event, RunEnded, RunStarted
from core.messages.groups import PlaceBasket, PlaceLinked, PlaceParent
from core.messages.limits import Restrict, Restriction
from core.messages.notes import BreaksFound, ClockStepped, DiskSpace, SegmentsDropped, Space, TailTruncated
from core.messages.operations import Operation, TimePassed
from core.messages.outside import AcknowledgeBreak, AnswerOverdue, OutsideReport, SetVenue
from core.messages.participants import MassCancel
from core.messages.people import ActionDenied, SetPerson, SignedIn, SignedOut, SignInFailed, TerminalLocked
from core.messages.reasons import Reason
from core.messages.reports import Cancelled, Report
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

RUNNING: Final = PhaseOfRun.RUNNING
CLOSING_CANCELS: Final = 2
"""From these rules of the gate on a restriction takes out what works."""
NOTES: Final[tuple[Any, ...]] = (
    TailTruncated, ClockStepped, TroubleFound, SignedIn, SignInFailed, ActionDenied, SignedOut, TerminalLocked, BreaksFound,
)
"""They decide nothing by themselves; triggers look at some."""
OPERATIONS: Final = dict.fromkeys((*Operation.__args__, MassCancel), True)
"""What the exchange's operator does concerns us like a command: it is asked who says it, and nobody may see it before it is durable."""


class Engine:
    """Holds the state."""

    __slots__ = ("_flattening", "_releasing", "_routes", "_stopping", "_triggers", "desk", "state")

    def __init__(self, state: State) -> None:
        self.state = state
        self.desk = Desk(state, self._heard)
        self._stopping = Stopping(state, self.desk)
        self._releasing = Releasing(state, self._stopping)
        self._flattening = Flattening(state, self._stopping, self.desk.place)
        self._triggers = Triggers(state, self._stopping, self._flattening)
        overriding = Overriding(state)
        self._routes: dict[Any, Callable[..., None]] = {
            PlaceOrder: self.desk.place,
            CancelOrder: self.desk.on_cancel,
            ReplaceOrder: self.desk.on_replace,
            CancelAllOrders: self.desk.on_cancel_all,
            PlaceLinked: self.desk.several,
            PlaceBasket: self.desk.several,
            PlaceParent: self.desk.several,
            SetVenue: self._on_venue,
            OutsideReport: self._on_outside,
            AnswerOverdue: self._on_overdue,
            AcknowledgeBreak: self._on_seen,
            EngageKill: self._on_engage,
            ReleaseKill: self._on_release,
            StartRun: self._on_start,
            EndRun: self._on_end,
            DiskSpace: self._on_disk_space,
            SegmentsDropped: self._on_dropped,
        }
        for kind in NOTES:
            self._routes[kind] = self._on_note
        for kind in INSTRUCTIONS:
            self._routes[kind] = self._on_instruction
        self._routes |= {
            RequestRelease: self._on_stop_command(self._releasing.request),
            ApproveRelease: self._on_stop_command(self._releasing.approve),
            SetStage: self._on_stop_command(self._releasing.set_stage),
            SetStopping: self._on_stop_command(self._releasing.set_stopping),
            SetTrigger: self._on_stop_command(self._triggers.set_one),
            Flatten: self._on_stop_command(self._flattening.asked),
            RequestOverride: self._on_stop_command(overriding.request),
            ApproveOverride: self._on_stop_command(overriding.approve),
            SendFenced: self._on_fenced,
            SetPerson: self._on_person,
            RequestApproval: self._on_ask,
            Approve: self._on_approve,
            Decline: self._on_decline,
        }

    def apply(self, seq: int, at: int, message: Any) -> list[Event]:
        state, desk = self.state, self.desk
        state.seq = seq
        state.at = at
        kill, touched = state.kill, desk.touched
        events: list[Event] = []
        kind = type(message)
        venue = state.venue
        venue.begin(at, events)
        ends = state.gate.day_ends
        if (
            state.approvals.next_due <= at or state.groups.next_due <= at or state.outside.unanswered.next_due <= at
            or (ends and ends[0] <= at)
        ):
            self._lapse(at, events)
        route = ROUTES.get(kind)
        if route is None:
            if consent.denied(state, message, events):
                desk.touched += 1
            else:
                self._routes[kind](message, events)
        elif kind is TimePassed and kill.due <= at and self._go_on(at, events):
            # Cancels of the kill switch come before whatever else is due.
            pass
        elif kind in OPERATIONS and self._denies(message, events):
            pass
        else:
            route(venue, message)
            if venue.out.reports:
                desk.book(events)
            if state.gate.watch.listens and state.phase is RUNNING:
                self._hear(message, at, events)
            if kill.triggers and kind is not TimePassed:
                kill.notes.heard_at = at
        oms = state.oms
        if oms.stirred or state.groups.held or oms.parents.changed:
            desk.finish(events)
        if kill.triggers or kill.kept:
            self._guard(message, desk.touched != touched, at, events)
        if state.outside.stops or state.outside.unanswered.asked:
            state.outside.unanswered.follow(state.oms, message, at, events)
        if state.groups.held or state.groups.next_due != NEVER:
            state.groups.renew()
        if state.venue.timers.heap:
            state.venue.end()
        return events

    def _denies(self, message: Any, events: list[Event]) -> bool:
        """An operation on the market, whose author may not say it."""
        self.desk.touched += 1
        return message.origin is not None and consent.denied(self.state, message, events)

    def _guard(self, message: Any, touched: bool, at: int, events: list[Event]) -> None:
        """What the kill switch makes of the step. What it ends is told in this step: a snapshot between two keeps no such debts."""
        state = self.state
        if state.kill.triggers and state.phase is RUNNING and self._triggers.after(message, touched, at, events):
            self.desk.touched += 1
            state.oms.parents.tell(events)
        if state.kill.kept:
            self._stopping.retry(events)
        if state.oms.parents.changed:
            state.oms.parents.tell(events)

    @property
    def touched(self) -> int:
        """Counts the steps that concerned our orders, positions, limits, kill switch or run."""
        return self.desk.touched

    def _heard(self, reports: list[Report], events: list[Event]) -> None:
        self._stopping.heard(reports, events)

    def _hear(self, message: Any, at: int, events: list[Event]) -> None:
        """The gate's watch over news, trades and marks."""
        gate = self.state.gate
        gate.watch.heard(getattr(message, "instrument", 0), at)
        self.desk.tell(events)

    def next_due(self) -> int:
        """The machine's next deadline; NEVER when it has none. Whoever stamps messages enters TimePassed at it, before
        anything later."""
        state = self.state
        if state.phase is not RUNNING:
            return NEVER
        due, ends = state.venue.timers.next_due, state.gate.day_ends
        # One after the other: they are looked at before every message.
        if state.kill.due < due:
            due = state.kill.due
        if state.approvals.next_due < due:
            due = state.approvals.next_due
        if state.outside.unanswered.next_due < due:
            due = state.outside.unanswered.next_due
        if state.groups.next_due < due:
            due = state.groups.next_due
        return ends[0] if ends and ends[0] < due else due

    def _lapse(self, at: int, events: list[Event]) -> None:
        """Our own deadlines that have come."""
        self.desk.touched += 1
        state, gate = self.state, self.state.gate
        consent.told_expired(state.approvals.lapse(at), events)
        if state.phase is RUNNING:
            state.outside.unanswered.lapse(state.oms, at, events)
        day_over = len(gate.day_ends) > 0 and gate.day_ends[0] <= at
        if state.groups.expire and state.phase is RUNNING:
            self.desk.expire_held(at, day_over, events)
        if day_over:
            gate.funds.at = at
            roll_day(gate, events)

    # outside venues -------------------------------------------------------------------------------------------------

    def _on_venue(self, command: SetVenue, events: list[Event]) -> None:
        self.desk.touched += 1
        self.state.outside.set_venue(command, events)

    def _on_outside(self, message: OutsideReport, events: list[Event]) -> None:
        self.desk.touched += 1
        state = self.state
        state.outside.book(state.oms, state.venue.instruments, message, events)
        if state.gate.notes_fills:
            self.desk.note_fills([message.report], events)
        if state.kill.stops or state.kill.kept:
            self._stopping.heard([message.report], events)

    def _on_overdue(self, message: AnswerOverdue, events: list[Event]) -> None:
        self.desk.touched += 1
        self.state.outside.unanswered.overdue(self.state.oms, message, events)

    def _on_seen(self, command: AcknowledgeBreak, events: list[Event]) -> None:
        """Breaks decide nothing, so who has seen one is a matter of the record."""
        self.desk.touched += 1
        events.append(BreakAcknowledged(command.venue, command.words, person(command.origin)))

    # control --------------------------------------------------------------------------------------------------------

    def _go_on(self, at: int, events: list[Event]) -> bool:
        self.desk.touched += 1
        if self._stopping.go_on(at, events) or self._flattening.go_on(at, events):
            return True
        if 0 < self.state.kill.notes.due <= at:
            self._triggers.aged(at, events)
        return False

    def _on_stop_command(self, act: Callable[..., None]) -> Callable[..., None]:
        def handle(command: Any, events: list[Event]) -> None:
            self.desk.touched += 1
            act(command, events)

        return handle

    def _on_engage(self, command: EngageKill, events: list[Event]) -> None:
        self.desk.touched += 1
        if self.may_engage(command):
            self._stopping.engage(command.scope, command.source, command.generation, person(command.origin), events)
            self.desk.finish(events)
        else:
            refuse("stop", (Reason.NO_RIGHT_TO_STOP, 0, 0), events)

    def may_engage(self, command: EngageKill) -> bool:
        """One person with the right, or the program itself; through the latch it is engaged already, whoever did it."""
        who = person(command.origin)
        return command.generation > 0 or not who or self.state.people.may(who, Right.KILL)

    def _on_release(self, command: ReleaseKill, events: list[Event]) -> None:
        self.desk.touched += 1
        self._releasing.release_at_once(command, events)

    def _on_fenced(self, note: SendFenced, events: list[Event]) -> None:
        self.desk.touched += 1
        order = self.state.oms.open.get(note.order_id)
        if order is not None:
            events.append(OrderFenced(order.id, note.epoch, note.generation))
            self.state.venue.out.reports.append(Cancelled(order.id, Qty(order.leaves), CancelReason.FENCED))
            self.desk.book(events)

    def _on_instruction(self, command: Any, events: list[Event]) -> None:
        self.desk.touched += 1
        gate = self.state.gate
        gate.funds.at = self.state.at
        INSTRUCTIONS[type(command)](gate, command, events)
        if type(command) is Restrict and gate.funds.rules >= CLOSING_CANCELS:
            if gate.restrictions.get((int(command.instrument), command.trader)) is Restriction.CLOSED:
                self.desk.close(command, events)
                self.desk.finish(events)

    def _on_start(self, c: StartRun, events: list[Event]) -> None:
        self.desk.touched += 1
        state = self.state
        begin_run(state.kill, c)
        state.reset()
        self._stopping.renew(state.kill)
        consent.told_expired(state.approvals.clear(), events)
        state.venue.parties.own_mode = c.self_match
        state.phase = PhaseOfRun.RUNNING
        state.groups.expire = c.held_expire
        state.session = c.session
        state.tape_sha256 = c.tape_sha256
        state.first_at = c.first_at
        state.dropped = list(c.dropped)
        events.append(RunStarted(c.session, c.tape_sha256, c.first_at, c.kill_generation, c.kill_engaged, c.kill_source, c.stops))
        state.gate.funds.rules = c.gate_rules
        state.outside.unanswered.by_edges = c.gate_rules >= EDGES_TIME
        for limits in c.limits:
            set_limits(state.gate, limits, events)
        carry(state.gate, c.risk, events)
        state.gate.reducing_passes = c.reducing_passes
        state.gate.renew()
        state.people.forget()
        for told in c.people:
            consent.set_person(state, told, events)

    def _on_end(self, command: EndRun, events: list[Event]) -> None:
        self.desk.touched += 1
        self.desk.end_run(events)
        self._stopping.ended(events)
        consent.told_expired(self.state.approvals.clear(), events)
        self.state.phase = PhaseOfRun.ENDED
        events.append(RunEnded(command.why))

    # people ---------------------------------------------------------------------------------------------------------

    def _on_person(self, command: SetPerson, events: list[Event]) -> None:
        self.desk.touched += 1
        consent.set_person(self.state, command, events)

    def _on_ask(self, command: RequestApproval, events: list[Event]) -> None:
        self.desk.touched += 1
        consent.ask(self.state, command, events)

    def _on_decline(self, command: Decline, events: list[Event]) -> None:
        self.desk.touched += 1
        consent.decline(self.state, command, events)

    def _on_approve(self, command: Approve, events: list[Event]) -> None:
        """What was asked for happens now, signed by both."""
        self.desk.touched += 1
        found = consent.approve(self.state, command, events)
        if found is None or command.origin is None:
            return
        approvals = self.state.approvals
        approvals.signed_by = self.state.gate.signed_by = (found.by, command.origin.person)
        self._routes[type(found.command)](found.command, events)
        approvals.signed_by = self.state.gate.signed_by = ()


    # the program's notes --------------------------------------------------------------------------------------------

    def _on_disk_space(self, note: DiskSpace, events: list[Event]) -> None:
        self.desk.touched += 1
        self.state.gate.no_space = note.space is Space.BLOCKED

    def _on_dropped(self, note: SegmentsDropped, events: list[Event]) -> None:
        self.desk.touched += 1
        self.state.dropped = sorted({*self.state.dropped, *note.first_seqs})

    def _on_note(self, note: Any, events: list[Event]) -> None:
        """It decides nothing, but it is in the record before anybody acts on it."""
        self.desk.touched += 1
