"""An outside venue tied to a core: its edge, the fence before each order, and the comparison of both sides' books, once a second.

An order that was approved before an engagement that concerns it stays here: core.edge.fence is asked right before it is written.
What does not fit or does not come is told to the operator; a line that went down while orders go out by it is told to the triggers.
"""

import logging
import threading
from typing import Any, Final

from app.assembly import Assembly
from core.domain.enums import AnomalyKind
from core.domain.triggers import TriggerKind
from core.domain.units import OrderId
from core.edge.answer_times import AnswerTimes
from core.edge.fence import held_back
from core.edge.line_faults import Faults
from core.edge.reconciliation import EVERY_S, Break, Reconciliation
from core.edge.remote_venue import RemoteVenue
from core.journal.entry import Entry
from core.machine.state import State
from core.messages.events import OrderAnomaly, OrderSent
from core.messages.stopping import SendFenced, TroubleFound
from core.projections.breaks import Standing
from widgets.tongue import joined, mark, told

log = logging.getLogger(__name__)
WORDS: Final = {
    AnomalyKind.UNKNOWN_ORDER: mark("a report about order {order}, which we never sent there"),
    AnomalyKind.UNKNOWN_FILL: mark("a fill of order {order}, which we never sent there; the position has it"),
    AnomalyKind.UNEXPECTED: mark("a report about order {order} that cannot be true; nothing was booked"),
    AnomalyKind.LATE_FILL: mark("a fill of order {order} came after its end; it is booked"),
    AnomalyKind.OVERFILL: mark("more of order {order} was filled than was open; it is booked"),
    AnomalyKind.UNKNOWN_TRADE: mark("a bust or correction of a fill of order {order} that we do not have"),
    AnomalyKind.BUSTED_BEFORE: mark("a fill of order {order} came after its bust; it counts for nothing"),
    AnomalyKind.GREW: mark("order {order} is larger there than anybody asked"),
    AnomalyKind.FILLS_MISSING: mark("order {order} has other fills there than here: it is in doubt until they come"),
    AnomalyKind.MALFORMED: mark("a report about order {order} with numbers that cannot be; nothing was booked"),
    AnomalyKind.NO_ANSWER: mark("no answer about order {order}: what it holds of it is not known, and it is asked"),
}
"""For the banner. A report that comes twice is not among them: it is what a venue answers when it is asked again."""


class OutsideVenue:
    """Made before the core starts. start() connects; stop() before the core stops."""

    def __init__(
        self, assembly: Assembly, venue: str, port: int, faults: Faults | None = None, kill_on_unknown_fill: bool = True,
        every_s: float = EVERY_S,
    ) -> None:
        self._assembly, self.venue = assembly, venue
        self.reconciliation = Reconciliation(venue, assembly.session.tell, self._submit, kill_on_unknown_fill, self._compared)
        state = assembly.engine.state
        seed(self.reconciliation, state)
        self.remote = RemoteVenue(
            venue, port, self._submit, self._fence, heard(state, venue), faults, pictured=self.reconciliation.pictured,
            changed=self._changed, times=times(state, venue),
        )
        self._assembly.projections.lines.expect(venue)
        self._every_s = every_s
        self._stop = threading.Event()
        self._asking = threading.Thread(target=self._ask, name=f"reconcile {venue}", daemon=True)
        assembly.board.subscribe(f"venue {venue}", self.remote.take)
        assembly.board.subscribe(f"anomalies {venue}", self._tell_anomalies)
        assembly.board.subscribe(f"reconcile {venue}", self.reconciliation.take)

    def start(self) -> None:
        self.remote.start()
        self._asking.start()

    def stop(self) -> bool:
        self._stop.set()
        self._asking.join(5)
        return self.remote.stop()

    def _ask(self) -> None:
        while not self._stop.wait(self._every_s):
            self.remote.ask_picture()

    def _submit(self, message: Any) -> object:
        return self._assembly.core.submit(message, by_program=True)

    def _compared(self, breaks: tuple[Break, ...]) -> None:
        """In the venue's thread: one value is put, whole."""
        found = tuple(Standing(self.venue, one.kind, one.what, one.ours, one.theirs, one.words) for one in breaks)
        self._assembly.projections.breaks.show(self.venue, found)

    def _fence(self, sent: OrderSent) -> SendFenced | None:
        instrument = self._assembly.engine.state.venue.instruments[sent.instrument]
        return held_back(sent, instrument, self._assembly.latch.newest_for)

    def _changed(self, up: bool) -> None:
        self._assembly.projections.lines.show(self.venue, up, self._assembly.engine.state.at)
        self._assembly.session.tell(
            told("The line to {venue} is up.", venue=self.venue) if up else told(
                "The line to {venue} is down: what it holds of ours is not known.",
                venue=self.venue,
            )
        )
        if not up and self.venue in self._assembly.engine.state.outside.stops:
            self._submit(TroubleFound(TriggerKind.VENUE_DOWN, f"the line to {self.venue} is down"))

    def _tell_anomalies(self, entry: Entry) -> None:
        """The first of an entry, and how many more there are."""
        found = [event for event in entry.events if isinstance(event, OrderAnomaly) and event.venue == self.venue and event.kind in WORDS]
        if found:
            more = told("And {found} more.", found=len(found) - 1) if len(found) > 1 else ""
            first = found[0]
            log.warning("%s at %s about order %s (%s), entry %s", first.kind.name, self.venue, first.order_id, first.report, entry.seq)
            self._assembly.session.tell(
                joined(told("{venue}: {what}.", venue=self.venue, what=told(WORDS[first.kind], order=first.order_id)), more),
            )


def times(state: State, venue: str) -> AnswerTimes:
    """Goes on with what a process before this one had asked, as if it had been asked just now."""
    unanswered, orders = state.outside.unanswered, state.oms.open
    asked = tuple(id for id in unanswered.asked if id in orders and orders[OrderId(id)].venue == venue)
    return AnswerTimes(venue, unanswered.answer_ns.get(venue, 0), asked)


def heard(state: State, venue: str) -> tuple[str, int]:
    """Process and number of the venue's last report that the machine has."""
    last = ("", 0)
    for name, exec_id in state.outside.seen:
        life, _, number = exec_id.rpartition(".")
        if name == venue and number.isdigit() and (life != last[0] or int(number) > last[1]):
            last = (life, int(number))
    return last


def seed(reconciliation: Reconciliation, state: State) -> None:
    """What stood at the venue when the run was recovered."""
    oms, ours = state.oms, reconciliation.ours
    for order in (*oms.open.values(), *oms.closed.values()):
        if order.venue == reconciliation.venue:
            fills = {
                (venue_id, trade): (fill[0], fill[1]) for (name, venue_id, trade), fill in state.outside.trades.items()
                if name == reconciliation.venue and venue_id == order.id and fill[0] > 0
            }
            ours.seed(0, (order.id, order.account, order.instrument), order.leaves if order.id in oms.open else 0, fills)
    for (account, instrument), held in oms.positions.items():
        ours.positions[(account, instrument)] = held.qty


