"""What the operator should hear of also when looking elsewhere: refusals, rejections, fills, stops and anomalies out of the entries.

Invariants: entries are looked at in the core's thread and only named there; sound and notification are the window's; a burst is
one of each. What happened before this start is silent.
"""

import time
from collections import Counter, deque
from collections.abc import Callable
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.domain.instrument import Instrument
from core.journal.entry import Entry
from core.messages.events import (
    KillEngaged,
    OrderAnomaly,
    OrderFilled,
    OrderRefused,
    OrderRejected,
    RequestRefused,
    RequestRejected,
)
from widgets.core_words import heard
from widgets.labels import REJECTION, SIDE, refusal
from widgets.tongue import tr

BURST_NS = 1_000_000_000
"""Chosen: two sounds of one kind in a second are one."""
MOST_WAITING = 50


class Kind(Enum):
    """value: the sound's name. In the order of importance."""

    STOP = "stop"
    ALERT = "alert"
    REFUSAL = "refusal"
    FILL = "fill"


class Alerts(QObject):
    """take() is for the board's subscription. told(kind, sentence, count) comes in the window's thread."""

    told = Signal(object, str, int)
    _came = Signal()

    def __init__(self, instrument: Callable[[int], Instrument | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._instrument = instrument
        self._waiting: deque[tuple[Kind, str]] = deque(maxlen=MOST_WAITING)
        self._due = False
        self._last: dict[Kind, int] = {}
        self._came.connect(self._tell)

    def take(self, entry: Entry) -> None:
        for event in entry.events:
            named = self._named(event)
            if named is not None:
                self._waiting.append(named)
                if not self._due:
                    self._due = True
                    self._came.emit()

    def _named(self, event: Any) -> tuple[Kind, str] | None:
        kind = type(event)
        if kind is OrderFilled:
            return Kind.FILL, tr("Order {order_id} filled", order_id=event.order_id)
        if kind is OrderRefused:
            side = SIDE[event.side]
            return Kind.REFUSAL, tr(
                "{side} refused: {refusal}",
                side=side, refusal=refusal(event.reason, event.limit, event.value, self._instrument(event.instrument)),
            )
        if kind is RequestRefused:
            return Kind.REFUSAL, tr("Refused: {refusal}", refusal=refusal(event.reason, event.limit, event.value, None))
        if kind in (OrderRejected, RequestRejected):
            return Kind.REFUSAL, tr(
                "Order {order_id} rejected: {get}.",
                order_id=event.order_id, get=REJECTION.get(event.reason, event.reason.name),
            )
        if kind is KillEngaged:
            return Kind.STOP, tr("Kill switch engaged: {source_is}", source_is=heard(event.source))
        if kind is OrderAnomaly:
            what = event.kind.name.replace("_", " ").lower()
            return Kind.ALERT, tr(
                "{venue}: a report that does not fit ({what}), order {order_id}",
                venue=event.venue, what=what, order_id=event.order_id,
            )
        return None

    def _tell(self) -> None:
        self._due = False
        waiting = [self._waiting.popleft() for _ in range(len(self._waiting))]
        counts = Counter(kind for kind, _ in waiting)
        now = time.monotonic_ns()
        for kind in Kind:
            if counts[kind] and now - self._last.get(kind, -BURST_NS) >= BURST_NS:
                self._last[kind] = now
                self.told.emit(kind, next(sentence for one, sentence in waiting if one is kind), counts[kind])
