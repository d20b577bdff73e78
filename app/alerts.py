"""What the operator should hear of also when looking elsewhere: refusals, rejections, fills, stops, limits that fill up, triggers that
fired, scopes that are out, orders that the exchange took out, and anomalies, out of the entries.

Invariants: entries are looked at in the core's thread and only named there (app/alert_words.py); sound, notification, notice and list
are the window's; a burst is one sound and one notice, and of warnings and alerts none is lost: what comes too soon is told with the
next; each tier of a limit is told once a run, however its use goes up and down. All but fills is handed on to be listed, one by one.
What happened before this start is silent.
"""

import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.alert_words import TAKEN_OUT, WHOLE, Held, InstrumentOf, Kind, Named, ended_by, limit_of, named, taken_named
from core.journal.entry import Entry
from core.messages.events import KillEngaged, OrderCancelled, RunStarted
from core.messages.limits import LimitChanged, LimitWarning
from widgets.alerts.model import Source

__all__ = ["Alerts", "Heard", "Kind"]
BURST_NS = 1_000_000_000
"""Chosen: two sounds of one kind in a second are one."""
MOST_WAITING = 50
MOST_UNLISTED = 5_000
"""Chosen: what the core tells in a minute of the worst flood while the window stands still; the oldest go."""
KEPT = (Kind.STOP, Kind.ALERT, Kind.WARNING)
"""A refusal or a fill that came at once after another is in its blotter; of these the sentence is all there is."""
SILENCED = (Kind.WARNING, Kind.REFUSAL)
"""A kind that is shelved is not told in these; a critical one always is."""


@dataclass(frozen=True)
class Heard:
    """One thing for the list. at: session time, ns. named None: nothing new, but what begins with `ends` is over."""

    at: int
    named: Named | None
    ends: Held = ()


class Alerts(QObject):
    """instrument_of: our order -> its instrument, None: not known.

    take() is for the board's subscription. told(kind, sentence, count) and heard(batch) come in the window's thread; the batch first."""

    told = Signal(object, str, int)
    heard = Signal(object)
    _came = Signal()

    def __init__(self, instrument: InstrumentOf, instrument_of: InstrumentOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._instrument, self._instrument_of = instrument, instrument_of
        self.is_shelved: Callable[[Source], bool] = lambda source: False
        self._waiting: deque[Named] = deque(maxlen=MOST_WAITING)
        self._unlisted: deque[Heard] = deque(maxlen=MOST_UNLISTED)
        self._due = False
        self._last: dict[Kind, int] = {}
        self._tiers: dict[tuple[Any, ...], int] = {}
        """The highest percent told of each limit, as it is set now."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(BURST_NS // 1_000_000)
        self._later.timeout.connect(self._tell)
        self._came.connect(self._tell)

    def take(self, entry: Entry) -> None:
        taken: list[OrderCancelled] = []
        for event in entry.events:
            if type(event) is OrderCancelled and event.reason in TAKEN_OUT:
                taken.append(event)
            elif self._is_new(event):
                # Everything is told before a part that came just before it.
                whole = type(event) is KillEngaged and event.scope in WHOLE
                self._wait(entry.at, named(event, self._instrument, self._instrument_of), first=whole)
            self._end(entry.at, event)
        if taken:
            self._wait(entry.at, taken_named(taken, getattr(entry.message, "why", ""), self._instrument_of))

    def _is_new(self, event: Any) -> bool:
        if type(event) is not LimitWarning:
            return True
        limit = (*limit_of(event), event.value)
        if event.percent <= self._tiers.get(limit, 0):
            return False
        self._tiers[limit] = event.percent
        return True

    def _wait(self, at: int, found: Named | None, first: bool = False) -> None:
        if found is None:
            return
        (self._waiting.appendleft if first else self._waiting.append)(found)
        if found.kind is not Kind.FILL:
            self._unlisted.append(Heard(at, found, found.ends))
        self._call()

    def _end(self, at: int, event: Any) -> None:
        kind = type(event)
        if kind is RunStarted:
            self._tiers.clear()
            ends: Held = ("limit",)
        elif kind is LimitChanged:
            ends = ("limit", int(event.limit.rule))
        else:
            ends = ended_by(event)
        if ends:
            self._unlisted.append(Heard(at, None, ends))
            self._call()

    def _call(self) -> None:
        if not self._due:
            self._due = True
            self._came.emit()

    def _tell(self) -> None:
        self._due = False
        heard = [self._unlisted.popleft() for _ in range(len(self._unlisted))]
        if heard:
            self.heard.emit(heard)
        came = [self._waiting.popleft() for _ in range(len(self._waiting))]
        waiting = [one for one in came if one.kind not in SILENCED or not self.is_shelved(one.source)]
        counts = Counter(one.kind for one in waiting)
        now = time.monotonic_ns()
        for kind in Kind:
            if counts[kind] and now - self._last.get(kind, -BURST_NS) >= BURST_NS:
                self._last[kind] = now
                self.told.emit(kind, next(one.sentence for one in waiting if one.kind is kind), counts[kind])
            elif counts[kind] and kind in KEPT:
                self._waiting.extend(one for one in waiting if one.kind is kind)
                if not self._later.isActive():
                    self._later.start()
