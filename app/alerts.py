"""What the operator should hear of also when looking elsewhere: refusals, rejections, fills, stops, limits that fill up, triggers that
fired, scopes that are out, orders that the exchange took out, and anomalies, out of the entries.

Invariants: entries are looked at in the core's thread and only named there; sound, notification and notice are the window's; a burst
is one of each, and of warnings and alerts none is lost: what comes too soon is told with the next; each tier of a limit is told once a
run, however its use goes up and down. What happened before this start is silent.
"""

import time
from collections import Counter, deque
from collections.abc import Callable
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.domain.enums import CancelReason
from core.domain.instrument import Instrument
from core.domain.scope import EVERYTHING, parse_scope
from core.domain.triggers import Severity
from core.journal.entry import Entry
from core.messages.events import (
    BasketRefused,
    ConservationBroken,
    FillBusted,
    FillCorrected,
    KillEngaged,
    OrderAnomaly,
    OrderCancelled,
    OrderFilled,
    OrderRefused,
    OrderRejected,
    RequestRefused,
    RequestRejected,
    RunStarted,
)
from core.messages.limits import LimitWarning, ScopeDisabled
from core.messages.stopping import TriggerFired
from widgets.core_words import by
from widgets.labels import ANOMALY, CANCEL_REASON, REJECTION, RULE, SIDE, TRIGGER_ACTION, TRIGGER_KIND, refusal
from widgets.limit_words import value_text
from widgets.scopes import SCOPE_KIND, scope_words
from widgets.tongue import told, tr

BURST_NS = 1_000_000_000
"""Chosen: two sounds of one kind in a second are one."""
MOST_WAITING = 50
REACHED = 100
"""Percent of a limit."""


class Kind(Enum):
    """value: the sound's name. In the order of importance."""

    STOP = "stop"
    ALERT = "alert"
    WARNING = "warning"
    REFUSAL = "refusal"
    FILL = "fill"


KEPT = (Kind.STOP, Kind.ALERT, Kind.WARNING)
"""A refusal or a fill that came at once after another is in its blotter; of these the sentence is all there is."""
WHOLE = ("", EVERYTHING.text)
"""Scopes of a stop of everything; an older program named none."""


TAKEN_OUT = (CancelReason.MASS_CANCEL, CancelReason.PARTICIPANT_BLOCKED)
"""Why orders go that nobody of ours asked about: the exchange's operator did."""


class Alerts(QObject):
    """instrument_of: our order -> its instrument, None: not known.

    take() is for the board's subscription. told(kind, sentence, count) comes in the window's thread."""

    told = Signal(object, str, int)
    _came = Signal()

    def __init__(
        self, instrument: Callable[[int], Instrument | None], instrument_of: Callable[[int], Instrument | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._instrument, self._instrument_of = instrument, instrument_of
        self._waiting: deque[tuple[Kind, str]] = deque(maxlen=MOST_WAITING)
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
            else:
                # Everything is told before a part that came just before it.
                self._wait(self._named(event), first=type(event) is KillEngaged and event.scope in WHOLE)
        if taken:
            self._wait(self._taken_named(taken, getattr(entry.message, "why", "")))

    def _wait(self, named: tuple[Kind, str] | None, first: bool = False) -> None:
        if named is not None:
            (self._waiting.appendleft if first else self._waiting.append)(named)
            if not self._due:
                self._due = True
                self._came.emit()

    def _taken_named(self, taken: list[OrderCancelled], why: str) -> tuple[Kind, str]:
        """One sentence for all of them. why: in the operator's words."""
        count, found = len(taken), [self._instrument_of(event.order_id) for event in taken]
        symbols = ", ".join(dict.fromkeys(one.symbol for one in found if one is not None))
        return Kind.ALERT, told(
            "The exchange took out {orders} of ours ({symbols}): {why}",
            orders=told("1 order") if count == 1 else told("{count} orders", count=count), symbols=symbols or told("the market"),
            why=why or told(CANCEL_REASON[taken[0].reason]),
        )

    def _named(self, event: Any) -> tuple[Kind, str] | None:
        kind = type(event)
        if kind is RunStarted:
            self._tiers.clear()
            return None
        found = self._risk_named(event)
        if found is not None:
            return found
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
            return Kind.STOP, _stopped(event)
        if kind is OrderAnomaly:
            return Kind.ALERT, tr(
                "{venue}: a report that does not fit ({what}), order {order_id}",
                venue=event.venue, what=ANOMALY[event.kind], order_id=event.order_id,
            )
        return None

    def _risk_named(self, event: Any) -> tuple[Kind, str] | None:
        """What says of itself that it is serious is an alert, what is on its way there a warning."""
        kind = type(event)
        if kind is LimitWarning:
            return self._limit_named(event)
        if kind is TriggerFired:
            return Kind.WARNING if event.severity is Severity.WARNING else Kind.ALERT, told(
                "Trigger {number} fired: {what}. {action}",
                number=event.number, what=TRIGGER_KIND[event.kind], action=TRIGGER_ACTION[event.action],
            )
        if kind is ScopeDisabled:
            return Kind.ALERT, told(
                "{scope} {name} takes no more orders until a person enables it: {rule}",
                scope=SCOPE_KIND[event.kind], name=event.name, rule=RULE[event.rule],
            )
        if kind is ConservationBroken:
            return Kind.ALERT, told("Children of order {order_id} would be more than it, or are", order_id=event.parent_id)
        if kind is FillBusted:
            return Kind.ALERT, told("A fill of order {order_id} was taken back", order_id=event.order_id)
        if kind is FillCorrected:
            return Kind.ALERT, told("A fill of order {order_id} was corrected", order_id=event.order_id)
        if kind is BasketRefused:
            words = refusal(event.reason, event.limit, event.value, None)
            return Kind.REFUSAL, told("Basket refused: {refusal}", refusal=words)
        return None

    def _limit_named(self, event: LimitWarning) -> tuple[Kind, str] | None:
        limit = (event.rule, event.scope, event.instrument, event.value)
        if event.percent <= self._tiers.get(limit, 0):
            return None
        self._tiers[limit] = event.percent
        instrument = self._instrument(event.instrument)
        used, value = (value_text(event.rule, one, instrument, "") for one in (event.used, event.value))
        return Kind.ALERT if event.percent >= REACHED else Kind.WARNING, told(
            "{rule}: {percent} % of the limit is used, {used} of {value} ({scope})",
            rule=RULE[event.rule], percent=event.percent, used=used, value=value, scope=scope_words(event.scope),
        )

    def _tell(self) -> None:
        self._due = False
        waiting = [self._waiting.popleft() for _ in range(len(self._waiting))]
        counts = Counter(kind for kind, _ in waiting)
        now = time.monotonic_ns()
        for kind in Kind:
            if counts[kind] and now - self._last.get(kind, -BURST_NS) >= BURST_NS:
                self._last[kind] = now
                self.told.emit(kind, next(sentence for one, sentence in waiting if one is kind), counts[kind])
            elif counts[kind] and kind in KEPT:
                self._waiting.extend(one for one in waiting if one[0] is kind)
                if not self._later.isActive():
                    self._later.start()


def _stopped(event: KillEngaged) -> str:
    """Of everything, or of the part that is stopped while the rest goes on."""
    source = by(event.source, event.who)
    if event.scope in WHOLE:
        return tr("Kill switch engaged: {source_is}", source_is=source)
    return tr("Part stopped, {scope}: {source_is}", scope=scope_words(parse_scope(event.scope).words), source_is=source)
