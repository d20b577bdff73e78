"""How long an outside venue has not answered, in real time: by the machine's own monotonic clock, whatever the session's time does.

It follows what was published, so it knows what went out and what became of it; when a request has waited as long as SetVenue said, it says
so, and the machine judges (core/machine/desk/unanswered.py). A time too many is harmless: the machine knows whether an answer is missing.
Invariants: an order has one time, of its oldest request that is not answered; a query's begins anew. take and lapse may be called from
different threads.
"""

import threading
import time
from collections.abc import Callable
from typing import Any, Final

from core.domain.enums import OrderState
from core.domain.units import SECOND
from core.journal.entry import Entry
from core.messages import events as e

WAITING: Final = (OrderState.SENT, OrderState.CANCELLING, OrderState.REPLACING, OrderState.IN_DOUBT)
REQUESTS: Final = frozenset((e.OrderSent, e.CancelSent, e.ReplaceSent, e.QuerySent))
ANSWERS: Final = frozenset((e.OrderWorking, e.OrderReplaced, e.RequestRejected))
ENDS: Final = frozenset((e.OrderCancelled, e.OrderRejected))


class AnswerTimes:
    """venue: as instruments name it. answer_ns, asked: as the machine had them when this was made. clock: seconds."""

    def __init__(
        self, venue: str, answer_ns: int = 0, asked: tuple[int, ...] = (), clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._venue, self._clock = venue, clock
        self._answer_s = answer_ns / SECOND
        self._lock = threading.Lock()
        self._due: dict[int, float] = {}
        self._last: dict[int, Any] = {}
        for id in asked:
            self._begin(id, e.QuerySent)

    def take(self, entry: Entry) -> None:
        """A published entry."""
        if not entry.touches_ours:
            return
        with self._lock:
            for event in entry.events:
                self._follow(event)

    def lapse(self) -> list[int]:
        """Orders whose time is over, each told once."""
        now = self._clock()
        with self._lock:
            over = [id for id, due in self._due.items() if due <= now]
            for id in over:
                self._end(id)
        return over

    def again(self, id: int) -> None:
        """Nobody could be told: it is told later."""
        with self._lock:
            self._begin(id, e.QuerySent)

    def _follow(self, event: Any) -> None:
        kind = type(event)
        if kind in REQUESTS:
            if event.venue == self._venue:
                self._ask(event.order_id, kind)
        elif kind is e.VenueSet:
            if event.venue == self._venue:
                self._answer_s = event.answer_ns / SECOND
        elif kind is e.RunStarted:
            self._due.clear()
            self._last.clear()
        elif kind is e.OrderStands:
            if event.state not in WAITING:
                self._end(event.order_id)
        elif kind in ENDS or (kind is e.OrderFilled and not event.leaves):
            self._end(event.order_id)
        elif kind in ANSWERS and event.order_id in self._due:
            self._answer(event.order_id)

    def _ask(self, id: int, kind: Any) -> None:
        if id in self._due and kind is not e.QuerySent:
            self._last[id] = kind
        elif self._answer_s > 0:
            self._begin(id, kind)

    def _answer(self, id: int) -> None:
        """Of one request; where another one is on its way still, its time begins now."""
        if self._last[id] in (e.OrderSent, e.QuerySent):
            self._end(id)
        else:
            self._begin(id, self._last[id])

    def _begin(self, id: int, kind: Any) -> None:
        self._due[id], self._last[id] = self._clock() + self._answer_s, kind

    def _end(self, id: int) -> None:
        self._due.pop(id, None)
        self._last.pop(id, None)
