"""What outside venues have not answered yet: by when each must, and what is done about those that do not.

An order, cancel or replace that a venue does not answer in its time makes the order doubtful: that is told once, and the venue is asked
what it has. A query that is not answered either is put again, a few times; then it is told again, and a person has to look. An outside
venue lives in real time, whatever the session's does: its edge measures, and says AnswerOverdue; here it is judged whether an answer is
still missing, so every replay says the same. In runs of older programs the deadline is the machine's own, in session time.
Invariants: a request that is older is not forgiven because another one follows it; a venue without a time is never asked by this.
Deliberately absent: what an answer means (outside), and the line (an edge that lost it says Doubted at once).
"""

from heapq import heapify, heappop, heappush
from typing import Any, Final

from core.domain.enums import AnomalyKind, OrderState
from core.domain.units import SECOND
from core.machine.desk.oms import Oms
from core.machine.timers import NEVER
from core.messages.events import CancelSent, Event, OrderAnomaly, OrderSent, QuerySent, ReplaceSent
from core.messages.outside import AnswerOverdue, OutsideReport
from core.messages.reports import Accepted, Held, Rejected, Replaced, Status

EDGES_TIME: Final = 2
"""From these rules of the gate on the venues' edges measure."""
LONGEST_NS: Final = 3_600 * SECOND
QUERIES: Final = 5
"""Chosen: a venue that did not answer five queries is not asked by a machine any more."""
WAITING: Final = (OrderState.SENT, OrderState.CANCELLING, OrderState.REPLACING, OrderState.IN_DOUBT)
ANSWERS: Final = (Accepted, Held, Rejected, Replaced)
"""An answer to one request; where another one is on its way still, its time begins now."""


class Unanswered:
    """answer_ns: by venue, how long it may take. asked: by order id, deadline and queries so far. next_due: the first deadline. by_edges:
    the venues' edges measure; there are no deadlines then."""

    __slots__ = ("_heap", "answer_ns", "asked", "by_edges", "next_due")

    def __init__(self) -> None:
        self.answer_ns: dict[str, int] = {}
        self.asked: dict[int, tuple[int, int]] = {}
        self._heap: list[tuple[int, int]] = []
        self.by_edges: bool = False
        self.next_due: int = NEVER

    def set(self, venue: str, answer_ns: int) -> int:
        """0: it may take as long as it likes. What holds from now on."""
        held = min(max(answer_ns, 0), LONGEST_NS)
        self.answer_ns.pop(venue, None)
        if held:
            self.answer_ns[venue] = held
        return held

    def follow(self, oms: Oms, message: Any, at: int, events: list[Event]) -> None:
        """At the end of a step: what it asked, and what it answered."""
        if isinstance(message, OutsideReport):
            self._heard(oms, message, at)
        for event in events:
            if isinstance(event, OrderSent | CancelSent | ReplaceSent | QuerySent):
                wait = self.answer_ns.get(event.venue, 0)
                known = self.asked.get(event.order_id)
                if wait and (known is None or isinstance(event, QuerySent)):
                    self._ask(event.order_id, at + wait, known[1] if known is not None else 0)
        self._prune()

    def _heard(self, oms: Oms, message: OutsideReport, at: int) -> None:
        report: Any = message.report
        id = int(report.order_id)
        known, order = self.asked.get(id), oms.open.get(id)
        if known is None or (order is not None and order.venue != message.venue):
            return
        if order is None or order.state not in WAITING or isinstance(report, Status):
            del self.asked[id]
        elif isinstance(report, ANSWERS) and order.state is not OrderState.IN_DOUBT:
            self._ask(id, at + self.answer_ns.get(message.venue, LONGEST_NS), 0)

    def _ask(self, id: int, deadline: int, queries: int) -> None:
        if self.by_edges:
            self.asked[id] = (0, queries)
            return
        self.asked[id] = (deadline, queries)
        heappush(self._heap, (deadline, id))

    def _prune(self) -> None:
        """So that the first deadline is one that is meant."""
        heap = self._heap
        while heap and self.asked.get(heap[0][1], (0, 0))[0] != heap[0][0]:
            heappop(heap)
        self.next_due = heap[0][0] if heap else NEVER

    def lapse(self, oms: Oms, at: int, events: list[Event]) -> None:
        """The deadlines that have come. The queries that follow are put anew by follow, at the step's end."""
        while self._heap and self.next_due <= at:
            _, id = heappop(self._heap)
            self._doubt(oms, id, events)
            self._prune()

    def overdue(self, oms: Oms, message: AnswerOverdue, events: list[Event]) -> None:
        """An edge has waited long enough."""
        order = oms.open.get(message.order_id)
        if self.by_edges and message.order_id in self.asked and order is not None and order.venue == message.venue:
            self._doubt(oms, message.order_id, events)

    def _doubt(self, oms: Oms, id: int, events: list[Event]) -> None:
        order = oms.open.get(id)
        _, queries = self.asked.pop(id)
        if order is None or order.state not in WAITING or order.venue not in self.answer_ns:
            return
        if queries in (0, QUERIES):
            events.append(
                OrderAnomaly(
                    order.id, AnomalyKind.NO_ANSWER, order.venue, order.state.name, account=order.account,
                    instrument=order.instrument, side=order.side,
                )
            )
        if queries < QUERIES:
            self.asked[id] = (0, queries + 1)
            oms.ask_status(order, events)

    # as one value -----------------------------------------------------------------------------------------------------

    def rows(self) -> tuple[Any, ...]:
        return (tuple(sorted(self.answer_ns.items())), tuple((id, *self.asked[id]) for id in sorted(self.asked)))

    def restore(self, given: Any) -> None:
        times, asked = given
        self.answer_ns = {venue: int(ns) for venue, ns in times}
        self.asked = {id: (deadline, queries) for id, deadline, queries in asked}
        self._heap = [(deadline, id) for id, (deadline, _) in self.asked.items() if deadline]
        heapify(self._heap)
        self._prune()
