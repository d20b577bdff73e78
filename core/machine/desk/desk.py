"""Our side's ways with one order: judge, send, change, cancel; and what a step makes of those that hang together.

Here the gate, the order management, the venues and the kill switch meet. Every order leaves through `send`, and every request that a
venue does not answer in the step is on its way. Invariant: what follows from a step is done before it ends.
"""

from typing import Any, Final

from core.domain.enums import CancelReason, LegState, OrderState, PhaseOfRun
from core.domain.order import OwnOrder
from core.domain.scope import EVERYTHING
from core.domain.stages import BLOCKED
from core.domain.units import OrderId, Price
from core.machine.desk.abilities import lacking, lacking_for_replace
from core.machine.desk.approved import Approved
from core.machine.desk.basket import RANK
from core.machine.desk.conservation import conserve, conserve_replace, open_parent, refuse
from core.machine.desk.contingent import is_over
from core.machine.desk.dealing import Dealer
from core.machine.desk.judge import Refusal
from core.machine.desk.oms import open_orders
from core.machine.desk.override_use import spend
from core.machine.state import State
from core.messages.commands import CancelAllOrders, CancelOrder, PlaceOrder, ReplaceOrder
from core.messages.events import Event, RequestRefused
from core.messages.groups import PlaceBasket, PlaceLinked
from core.messages.limits import Restrict
from core.messages.reasons import Reason
from core.messages.reports import Accepted, Filled, Report
from core.messages.terms import Terms

RUNNING: Final = PhaseOfRun.RUNNING
REQUESTED: Final = CancelReason.REQUESTED


class Desk:
    """heard: told of every report of ours that was booked while something is stopped. touched: counts the steps that concerned us."""

    __slots__ = ("dealer", "heard", "state", "touched")

    def __init__(self, state: State, heard: Any) -> None:
        self.state = state
        self.heard = heard
        self.touched: int = 0
        self.dealer = Dealer(state, self.judge, self.send, self.cancel, self.change)

    def book(self, events: list[Event]) -> None:
        """What the venue said of our orders in this step."""
        state = self.state
        out = state.venue.out
        reports = out.reports
        out.reports = []
        self.touched += 1
        kill = state.kill
        if len(reports) == 1 and type(reports[0]) is Accepted and not kill.stops and not kill.kept:
            # What most orders hear: nobody else has to.
            state.oms.on_reports(reports, events)
            return
        state.oms.on_reports(reports, events)
        if state.gate.notes_fills:
            self.note_fills(reports, events)
        if kill.stops or kill.kept:
            self.heard(reports, events)

    def note_fills(self, reports: list[Report], events: list[Event]) -> None:
        state = self.state
        for report in reports:
            if isinstance(report, Filled):
                order = state.oms.open.get(report.order_id) or state.oms.closed.get(report.order_id)
                if order is not None:
                    state.gate.note_fill(state.at, order, report.price)
        self.tell(events)

    def tell(self, events: list[Event]) -> None:
        """The gate's warnings."""
        judge = self.state.gate.judge
        if judge.told:
            self.touched += 1
            events += judge.take_told()

    # one order ------------------------------------------------------------------------------------------------------

    def place(self, c: PlaceOrder, events: list[Event]) -> None:
        self.touched += 1
        state = self.state
        answer = self.judge(state.seq, c)  # type: ignore[arg-type]
        if isinstance(answer, Refusal):
            refuse(state, c, answer, events)
        elif not state.outside.stops or not self.dealer.hold(c, state.seq, events):
            self.send(answer, events)

    def judge(self, id: OrderId, c: PlaceOrder) -> Approved | Refusal:
        """The gate, and for an order that works for a parent the last look after it."""
        state = self.state
        venue = state.venue
        answer = state.gate.approve(
            id, state.at, c, state.phase is RUNNING, venue.instruments.get(c.instrument), venue.markets.get(c.instrument)
        )
        if state.outside.lacks and not isinstance(answer, Refusal):
            answer = self._carried(c, answer)
        return conserve(state.oms.parents, c, answer) if c.parent else answer

    def _carried(self, c: PlaceOrder, answer: Approved) -> Approved | Refusal:
        """Whether its venue has such orders."""
        outside, venue = self.state.outside, self.state.venue.instruments[c.instrument].venue
        missing = lacking(outside.lacks.get(venue, ()), c)
        return answer if missing is None else Refusal(Reason.VENUE_LACKS, 0, int(missing))

    def send(self, approved: Approved, events: list[Event]) -> None:
        order, terms = approved.order, approved.terms
        state = self.state
        state.gate.sent(approved)
        if state.outside.stops:
            venue = state.venue.instruments[order.instrument].venue
            if venue in state.outside.stops:
                self.touched += 1
                order.venue = venue
        state.oms.send(approved, events)
        if state.kill.overrides:
            self._spend(order, events)
        if state.gate.judge.told:
            self.tell(events)
        if order.venue:
            # Its edge sends it, once this is durable.
            return
        if approved.protection or approved.protection_bp:
            terms = protected(terms, approved.protection, approved.protection_bp)
        state.venue.send(
            order.account, order.instrument, order.id, order.side, order.order_type, order.qty, order.price, order.time_in_force, terms
        )
        self.book(events)

    def _spend(self, order: OwnOrder, events: list[Event]) -> None:
        kill = self.state.kill
        if not kill.passing and self._is_blocked(order):
            spend(kill, order.account, order.instrument, order.qty, events)

    def _is_blocked(self, order: OwnOrder) -> bool:
        instrument = self.state.venue.instruments[order.instrument]
        return self.state.kill.stage_for(order.owner, order.account, instrument, order.client_order_id) >= BLOCKED

    def on_cancel(self, command: CancelOrder, events: list[Event]) -> None:
        self.touched += 1
        if command.order_id in self.state.oms.open or not self.dealer.cancel(command.order_id, events):
            order = self._find(command.order_id, "cancel", events)
            if order is not None:
                self.state.gate.note_cancel(self.state.at, order, self.state.venue.instruments[order.instrument])
                self.tell(events)
                self.cancel(order, REQUESTED, events)

    def cancel(self, order: OwnOrder, reason: CancelReason, events: list[Event]) -> None:
        if not order.venue:
            self.state.venue.withdraw(order.account, order.instrument, order.id, reason)
            if self.state.venue.out.reports:
                self.book(events)
                return
        self.state.oms.ask_cancel(order, reason, events)

    def cancel_all(self, orders: list[OwnOrder], reason: CancelReason, events: list[Event]) -> None:
        """All of them before anything follows; of those that nothing is said of in this step the cancel is on its way."""
        oms, venue = self.state.oms, self.state.venue
        venue.withdraw_all([order for order in orders if not order.venue], reason)
        self.book(events)
        for order in orders:
            if order.id in oms.open and (order.venue or (reason is REQUESTED and venue.waits(order.account))):
                oms.ask_cancel(order, reason, events)

    def on_replace(self, command: ReplaceOrder, events: list[Event]) -> None:
        self.touched += 1
        order = self._find(command.order_id, "replace", events)
        if order is None:
            return
        refusal = self.change(order, command, events)
        if refusal is not None:
            events.append(RequestRefused("replace", order.id, refusal.reason, refusal.limit, refusal.value))

    def change(self, order: OwnOrder, command: ReplaceOrder, events: list[Event]) -> Refusal | None:
        """A replace, through the gate and out; or why not."""
        state = self.state
        instrument, market = state.venue.instruments[order.instrument], state.venue.markets[order.instrument]
        refusal = state.gate.approve_replace(state.at, command, order, instrument, market)
        if order.state is OrderState.IN_DOUBT and (refusal is None or RANK[int(refusal.reason)] > RANK[int(Reason.ORDER_IN_DOUBT)]):
            refusal = Refusal(Reason.ORDER_IN_DOUBT)
        if refusal is None and order.venue in state.outside.lacks:
            missing = lacking_for_replace(state.outside.lacks[order.venue], command)
            refusal = None if missing is None else Refusal(Reason.VENUE_LACKS, 0, int(missing))
        if refusal is None and order.parent:
            refusal = conserve_replace(state, order, command.qty, events)
        if refusal is not None:
            return refusal
        state.gate.note_replace(state.at, order, instrument)
        self.tell(events)
        if command.qty <= order.filled:
            # In-flight mitigation: the new total is filled already, so nothing more may trade.
            self.cancel(order, REQUESTED, events)
            return None
        state.oms.count_replace(order, command.qty, command.price)
        state.gate.own.moved(order)
        if not order.venue:
            state.venue.amend(
                order.account, order.instrument, order.id, command.qty, command.price, command.trigger, command.display
            )
            if state.venue.out.reports:
                self.book(events)
                return None
        state.oms.ask_replace(order, command.qty, command.trigger, command.display, events)
        return None

    def on_cancel_all(self, command: CancelAllOrders, events: list[Event]) -> None:
        self.touched += 1
        hit = [
            order for order in open_orders(self.state.oms)
            if command.instrument in (0, order.instrument) and command.side in (None, order.side)
        ]
        self.cancel_all(hit, REQUESTED, events)
        if self.state.groups.held:
            self.dealer.drop_held(
                lambda held: command.instrument in (0, held.instrument) and command.side in (None, held.side), events
            )

    def close(self, command: Restrict, events: list[Event]) -> None:
        """Nothing works any more where nothing may trade: orders, and what hangs together or is held."""
        state, instrument, trader = self.state, command.instrument, command.trader
        owners = state.gate.owners
        self.dealer.end_groups(
            lambda c: instrument in (0, c.instrument) and (not trader or owners.of(c.origin).trader == trader), events
        )
        hit = [
            order for order in open_orders(state.oms) if instrument in (0, order.instrument) and trader in ("", order.owner.trader)
        ]
        self.cancel_all(hit, CancelReason.RESTRICTED, events)

    def expire_held(self, at: int, day_over: bool, events: list[Event]) -> None:
        """Stops that the desk holds, at the end of the trading day and at their own times."""
        if self.state.groups.held:
            self.dealer.drop_held(lambda held: is_over(held, at, day_over), events, LegState.EXPIRED)

    def _find(self, id: OrderId, request: str, events: list[Event]) -> OwnOrder | None:
        order = self.state.oms.open.get(id)
        if order is None:
            reason = Reason.ORDER_NOT_WORKING if id in self.state.oms.closed else Reason.UNKNOWN_ORDER
            events.append(RequestRefused(request, id, reason, 0, 0))
        return order

    # several --------------------------------------------------------------------------------------------------------

    def several(self, command: Any, events: list[Event]) -> None:
        self.touched += 1
        if isinstance(command, PlaceLinked):
            self.dealer.on_linked(command, events)
        elif isinstance(command, PlaceBasket):
            self.dealer.on_basket(command, events)
        else:
            open_parent(self.state, command, events)

    def finish(self, events: list[Event]) -> None:
        """What this step's fills, ends and prices mean for orders that hang together."""
        told = len(events)
        self.dealer.finish(events)
        if len(events) != told:
            self.touched += 1

    def stop_hanging(self, events: list[Event]) -> None:
        """After an engagement: groups and parents that are blocked now send nothing more."""
        kill = self.state.kill
        stop = kill.stops.get(EVERYTHING.text)
        everything = stop is not None and stop.stage >= BLOCKED
        self.dealer.stop_all(events, everything)

    def end_run(self, events: list[Event]) -> None:
        self.dealer.stop_all(events, True)
        self.cancel_all(open_orders(self.state.oms), CancelReason.RUN_ENDED, events)
        self.finish(events)


def protected(terms: Terms | None, protection: int, protection_bp: int) -> Terms:
    """The order's terms with the gate's worst price, or distance."""
    if terms is None:
        return Terms(protection=Price(protection), protection_bp=protection_bp)
    return Terms(
        terms.trigger, terms.trigger_by, terms.trail, terms.trail_bp, terms.display, terms.display_spread, terms.hidden, terms.post_only,
        terms.peg, terms.peg_offset, terms.min_qty, terms.all_or_none, terms.expires_at,
        Price(protection) if protection else terms.protection, protection_bp,
    )
