"""What follows an engagement of the kill switch: block, then cancel in steps, then verify; three times, each an entry's own.

Decided here: the trip's own entry blocks and says how many orders it hit. Their cancels follow at the same time of the session,
so many in an entry, before any deadline of the venue and anything else; what they set free follows the last of them. It is
verified when no order that it hit is open. A cancel that the market's phase forbids stays as an intent, and is the first thing
that happens when the phase allows it. Fills and answers are booked all the while. An older program's engagement, which names no
scope, cancels in its own entry and says nothing of stages.
"""

from typing import Any, Final

from core.domain.enums import CancelReason, OrderState, Request, Side
from core.domain.order import OwnOrder
from core.domain.scope import ScopeKind
from core.domain.stages import Stage
from core.domain.units import OrderId
from core.machine.desk.desk import Desk
from core.machine.desk.kill_switch import KillSwitch, Stop, reduces
from core.machine.desk.override_use import lapse
from core.machine.desk.owners import concerns
from core.machine.desk.stop_gate import held
from core.machine.state import State
from core.machine.timers import NEVER
from core.messages.events import Event, KillEngaged
from core.messages.rejections import Rejection
from core.messages.reports import Rejected, Report, Status
from core.messages.stopping import CancelKept, StageChanged

KILL: Final = CancelReason.KILL_SWITCH
ATTEMPTS: Final = 5
"""Chosen: a venue that did not answer five cancels is not asked by a machine any more."""
MOST_ATTEMPTS: Final = 50
"""Chosen: nor one that says as often that it still has the order. Each time its line came back, and it was asked what it has."""


class Stopping:
    """state: the machine's; its oms and venue are new in each run. desk: where their orders are."""

    __slots__ = ("_desk", "_state")

    def __init__(self, state: State, desk: Desk) -> None:
        self._state = state
        self._desk = desk

    def engage(self, scope: str, source: str, generation: int, who: str, events: list[Event], holds: bool = False) -> None:
        """holds: nothing new, but no cancels."""
        state = self._state
        kill = state.kill
        # Through the latch the number is the latch's, never ahead of it: an engagement from outside must look newer.
        kill.generation = max(kill.generation, generation) if generation else kill.generation + 1
        kill.source = source
        stop = kill.put(scope, kill.generation, source, Stage.BLOCKING)
        hit = self._concerned(stop)
        stop.hit, stop.todo = len(hit), hit
        stop.left = {id: 0 for id in sorted(stop.left) if id in state.oms.open}
        if not scope:
            self._engage_at_once(stop, hit, events)
            return
        events.append(KillEngaged(kill.generation, source, len(hit), stop.text, who))
        self._desk.stop_hanging(events)
        if holds:
            stop.holds, stop.todo = True, []
        if holds or not hit:
            self._rest(stop, events)
        self.renew(kill)

    def _engage_at_once(self, stop: Stop, hit: list[int], events: list[Event]) -> None:
        stop.todo, stop.left, stop.stage = [], {}, Stage.VERIFIED
        events.append(KillEngaged(stop.generation, stop.source, len(hit)))
        self._desk.stop_hanging(events)
        self._desk.cancel_all([self._state.oms.open[id] for id in hit], KILL, events)

    def _concerned(self, stop: Stop) -> list[int]:
        """Ids of the open orders, oldest first. By the scope's kind, because the trip waits for it."""
        state, (kind, name) = self._state, stop.scope
        open_now, instruments = state.oms.open, state.venue.instruments
        if kind is ScopeKind.EVERYTHING:
            return sorted(open_now)
        if kind is ScopeKind.INSTRUMENT or kind is ScopeKind.VENUE:
            meant = {id: name == (one.symbol if kind is ScopeKind.INSTRUMENT else one.venue) for id, one in instruments.items()}
            return sorted([id for id, order in open_now.items() if meant[order.instrument]])
        if kind is ScopeKind.ACCOUNT:
            account = int(name) if name.isdecimal() else -1
            return sorted([id for id, order in open_now.items() if order.account == account and str(account) == name])
        if kind is ScopeKind.ORDER:
            number = int(name) if name.isdecimal() else -1
            return sorted([id for id, order in open_now.items() if order.client_order_id == name or id == number])
        if kind is ScopeKind.TRADER:
            return sorted([id for id, order in open_now.items() if order.owner.trader == name])
        if kind is ScopeKind.STRATEGY:
            return sorted([id for id, order in open_now.items() if order.owner.strategy == name])
        if kind is ScopeKind.SESSION:
            return sorted([id for id, order in open_now.items() if order.owner.session == name])
        return sorted([id for id, order in open_now.items() if concerns(stop.scope, order, instruments[order.instrument])])

    def take_back(self, stop: Stop) -> None:
        """A stage down: cancels, in the steps of a trip, for what it would not have let pass."""
        room: dict[tuple[int, int], int] = {}
        for id in self._concerned(stop):
            order = self._state.oms.open[id]
            key = (order.account, order.instrument)
            left = room.get(key, held(self._state.oms, *key))
            reducing = stop.stage is Stage.REDUCE_ONLY and reduces(order.side, order.leaves, left, 0)
            if reducing:
                left += order.leaves if order.side is Side.BUY else -order.leaves
            else:
                stop.todo.append(order.id)
            room[key] = left

    # time -----------------------------------------------------------------------------------------------------------

    def go_on(self, at: int, events: list[Event]) -> bool:
        """The next step at its deadline. True: it was one of cancels, and nothing else may happen in its entry."""
        kill = self._state.kill
        for stop in kill.in_turn():
            if stop.todo:
                self._cancel_some(stop, at, events)
                self.renew(kill)
                return True
        for stop in kill.in_turn():
            if 0 < stop.verify_by <= at:
                self._unanswered(stop, at, events)
            if stop.asked_at and stop.asked_at + kill.request_ns <= at:
                stop.forget_request()
                if stop.stage is Stage.REQUESTED:
                    self.tell(stop, stop.rested, events, why="the request lapsed")
        lapse(kill, at, events)
        self.renew(kill)
        return False

    def _unanswered(self, stop: Stop, at: int, events: list[Event]) -> None:
        """Stragglers are asked for again, a few times; they stay in sight whatever becomes of that."""
        kill, open_now = self._state.kill, self._state.oms.open
        stop.verify_by = 0
        if stop.stage is Stage.CANCELLING:
            self.tell(stop, Stage.UNVERIFIED, events)
        again = [open_now[id] for id in sorted(stop.left) if id not in kill.kept and id in open_now and stop.left[id] < ATTEMPTS]
        if again:
            stop.verify_by = at + kill.verify_ns
            self._ask(stop, again, events)
            self._follow_up(events)

    def renew(self, kill: KillSwitch) -> None:
        """The next deadline, anew. 0: at once, whatever the time is."""
        due = NEVER
        for stop in kill.stops.values():
            if stop.todo:
                due = 0
            if stop.verify_by:
                due = min(due, stop.verify_by)
            if stop.asked_at:
                due = min(due, stop.asked_at + kill.request_ns)
            if stop.round and stop.stage is Stage.VERIFIED:
                due = min(due, stop.flatten_at)
        for override in kill.overrides.values():
            due = min(due, override.until or override.asked_at + kill.request_ns, due if override.left else 0)
        kill.due = min(due, kill.notes.due or due)

    def _cancel_some(self, stop: Stop, at: int, events: list[Event]) -> None:
        kill, oms = self._state.kill, self._state.oms
        if stop.stage is Stage.BLOCKING:
            stop.stage = Stage.CANCELLING
        ids, stop.todo = stop.todo[: kill.cancels], stop.todo[kill.cancels :]
        orders = [oms.open[id] for id in ids if id in oms.open]
        self._ask(stop, orders, events)
        if any(other.todo for other in kill.stops.values()):
            return
        self._follow_up(events)
        for other in kill.in_turn():
            if other.stage in (Stage.BLOCKING, Stage.CANCELLING):
                self._all_asked(other, at, events)

    def _ask(self, stop: Stop | None, orders: list[OwnOrder], events: list[Event]) -> None:
        """Cancels, without what follows them."""
        kill = self._state.kill
        if stop is not None:
            for order in orders:
                stop.left[order.id] = stop.left.get(order.id, 0) + 1
        oms, venue = self._state.oms, self._state.venue
        for instrument in venue.take_out([order for order in orders if not order.venue], KILL):
            if instrument not in kill.unsettled:
                kill.unsettled.append(instrument)
        self._desk.book(events)
        for order in orders:
            if order.venue and order.id in oms.open:
                oms.ask_cancel(order, KILL, events)

    def _follow_up(self, events: list[Event]) -> None:
        """What the orders taken out set free, after the last of them."""
        kill = self._state.kill
        unsettled, kill.unsettled = sorted(kill.unsettled), []
        self._state.venue.settle(unsettled)
        self._desk.book(events)
        self._verify(events)

    def _all_asked(self, stop: Stop, at: int, events: list[Event]) -> None:
        kill = self._state.kill
        if stop.left and not all(id in kill.kept for id in stop.left):
            stop.stage, stop.verify_by = Stage.CANCELLING, at + kill.verify_ns
        else:
            # Nothing is left, or the market itself said that what is left stays for now: there is nothing to wait for.
            self._rest(stop, events)

    def retry(self, events: list[Event]) -> None:
        """At the end of a step: intents whose market allows cancels again."""
        state, kill = self._state, self._state.kill
        markets = state.venue.markets
        freed = [id for id, instrument in kill.kept.items() if not markets[instrument].frozen]
        if not freed:
            return
        orders = [state.oms.open[id] for id in sorted(freed) if id in state.oms.open]
        for id in freed:
            del kill.kept[id]
        for order in orders:
            for stop in kill.stops.values():
                if order.id in stop.left:
                    stop.left[order.id] += 1
        self._ask(None, orders, events)
        if not any(stop.todo for stop in kill.stops.values()):
            self._follow_up(events)
        self.renew(kill)

    # answers --------------------------------------------------------------------------------------------------------

    def heard(self, reports: list[Report], events: list[Event]) -> None:
        """After what the venue said was booked."""
        kill, open_now = self._state.kill, self._state.oms.open
        concerned = False
        for report in reports:
            id = _order_of(report)
            if isinstance(report, Rejected) and report.request is Request.CANCEL and id in open_now:
                self._kept(report, events)
            elif isinstance(report, Status) and id in open_now:
                self._stands(open_now[id], events)
            elif id not in open_now:
                kill.kept.pop(id, None)
                for stop in kill.stops.values():
                    if stop.left.pop(id, None) is not None:
                        concerned = True
        if concerned:
            self._verify(events)

    def _verify(self, events: list[Event]) -> None:
        kill = self._state.kill
        for stop in kill.in_turn():
            if not stop.left and not stop.todo and stop.stage in (Stage.CANCELLING, Stage.UNVERIFIED) and not kill.unsettled:
                self._rest(stop, events)
        self.renew(kill)

    def _stands(self, order: OwnOrder, events: list[Event]) -> None:
        """The venue was asked, and has it still: the cancels were lost, as those on a line that is down, so it is asked for anew."""
        kill = self._state.kill
        for stop in kill.in_turn():
            if 0 < stop.left.get(order.id, 0) < MOST_ATTEMPTS and order.state is OrderState.WORKING:
                stop.verify_by = self._state.at + kill.verify_ns
                self._ask(stop, [order], events)
                self._follow_up(events)

    def _kept(self, report: Rejected, events: list[Event]) -> None:
        kill = self._state.kill
        attempts = max((stop.left.get(report.order_id, 0) for stop in kill.stops.values()), default=0)
        if attempts:
            if report.reason is Rejection.WRONG_PHASE:
                kill.kept[report.order_id] = self._state.oms.open[report.order_id].instrument
            events.append(CancelKept(report.order_id, attempts, report.reason))

    def _rest(self, stop: Stop, events: list[Event]) -> None:
        stop.verify_by = 0
        self.tell(stop, stop.rested, events)

    def tell(self, stop: Stop, stage: Stage, events: list[Event], who: str = "", why: str = "") -> None:
        stop.stage = stage
        events.append(StageChanged(stop.text, stop.generation, stage, len(stop.left), who, why))

    def ended(self, events: list[Event]) -> None:
        """The run is over, and no order of it lives."""
        kill = self._state.kill
        kill.kept, kill.unsettled = {}, []
        for stop in kill.in_turn():
            stop.todo, stop.left, stop.verify_by = [], {}, 0
            if stop.stage in (Stage.BLOCKING, Stage.CANCELLING, Stage.UNVERIFIED):
                self._rest(stop, events)
        self.renew(kill)


def _order_of(report: Any) -> OrderId:
    id: OrderId = report.order_id
    return id
