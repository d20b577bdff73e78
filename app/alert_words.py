"""What an event says to an operator who looks elsewhere: how grave it is, its sentence, what it is about, and what ends it.

In the core's thread. A sentence can be said again in another language; nothing is counted or kept here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from core.domain.enums import CancelReason
from core.domain.instrument import Instrument
from core.domain.scope import EVERYTHING, ScopeKind, parse_scope
from core.domain.triggers import Severity as Weight
from core.messages.events import (
    BasketRefused,
    ConservationBroken,
    FillBusted,
    FillCorrected,
    KillEngaged,
    KillReleased,
    OrderAnomaly,
    OrderCancelled,
    OrderFilled,
    OrderRefused,
    OrderRejected,
    RequestRefused,
    RequestRejected,
)
from core.messages.limits import LimitWarning, RiskTold, ScopeDisabled
from core.messages.stopping import TriggerFired
from widgets.alerts.model import NOWHERE, Source, Target
from widgets.core_words import by
from widgets.labels import ANOMALY, CANCEL_REASON, REJECTION, RULE, SIDE, TRIGGER_ACTION, TRIGGER_KIND, refusal
from widgets.limit_words import value_text
from widgets.scopes import SCOPE_KIND, scope_words
from widgets.tongue import retold, told, tr

REACHED = 100
"""Percent of a limit."""
WHOLE = ("", EVERYTHING.text)
"""Scopes of a stop of everything; an older program named none."""
Held = tuple[Any, ...]
"""What holds until something ends it."""
InstrumentOf = Callable[[int], Instrument | None]


class Kind(Enum):
    """value: the sound's name. In the order of importance."""

    STOP = "stop"
    ALERT = "alert"
    WARNING = "warning"
    REFUSAL = "refusal"
    FILL = "fill"


@dataclass(frozen=True)
class Named:
    """held: what holds from now on; empty: it happened, and nothing tells of an end. ends: what begins so holds no more by it."""

    kind: Kind
    source: Source
    sentence: str
    target: Target = NOWHERE
    held: Held = ()
    ends: Held = ()


def limit_of(event: LimitWarning) -> Held:
    """Of its alerts of every tier; behind it stands the tier's percent."""
    return ("limit", int(event.rule), event.scope, int(event.instrument))


def ended_by(event: Any) -> Held:
    """What an event says is over; empty: nothing."""
    if type(event) is KillReleased:
        return ("kill", event.scope or "everything")
    if type(event) is RiskTold and event.what == "enabled":
        return ("scope", event.name)
    return ()


def taken_named(taken: list[OrderCancelled], why: str, instrument_of: InstrumentOf) -> Named:
    """One sentence for all that the exchange took out. why: in its operator's words."""
    count, found = len(taken), [instrument_of(event.order_id) for event in taken]
    known = [one for one in found if one is not None]
    symbols = ", ".join(dict.fromkeys(one.symbol for one in known))
    return Named(Kind.ALERT, Source.EXCHANGE, retold(lambda: tr(
        "The exchange took out {orders} of ours ({symbols}): {why}",
        orders=tr("1 order") if count == 1 else tr("{count} orders", count=count), symbols=symbols or tr("the market"),
        why=why or CANCEL_REASON[taken[0].reason],
    )), Target("orders", known[0].id if known else 0, int(taken[0].order_id)))


def named(event: Any, instrument_at: InstrumentOf, instrument_of: InstrumentOf) -> Named | None:
    """instrument_at: by its id; instrument_of: of an order of ours. None: nobody needs to hear of it."""
    make = MAKERS.get(type(event))
    return make(event, instrument_at, instrument_of) if make is not None else None


def _of(order_id: int, instrument_of: InstrumentOf, panel: str = "orders") -> Target:
    found = instrument_of(order_id)
    return Target(panel, found.id if found is not None else 0, int(order_id))


def _filled(e: OrderFilled, at: InstrumentOf, of: InstrumentOf) -> Named:
    return Named(Kind.FILL, Source.FILL, told("Order {order_id} filled", order_id=e.order_id), Target("fills", 0, int(e.order_id)))


def _refused(e: OrderRefused, at: InstrumentOf, of: InstrumentOf) -> Named:
    instrument = at(e.instrument)
    return Named(Kind.REFUSAL, Source.REFUSAL, retold(lambda: tr(
        "{side} refused: {refusal}", side=SIDE[e.side], refusal=refusal(e.reason, e.limit, e.value, instrument),
    )), Target("orders", int(e.instrument)))


def _request_refused(e: RequestRefused, at: InstrumentOf, of: InstrumentOf) -> Named:
    sentence = retold(lambda: tr("Refused: {refusal}", refusal=refusal(e.reason, e.limit, e.value, None)))
    return Named(Kind.REFUSAL, Source.REFUSAL, sentence, _of(e.order_id, of) if e.order_id else NOWHERE)


def _rejected(e: OrderRejected | RequestRejected, at: InstrumentOf, of: InstrumentOf) -> Named:
    return Named(Kind.REFUSAL, Source.REFUSAL, retold(lambda: tr(
        "Order {order_id} rejected: {get}.", order_id=e.order_id, get=REJECTION.get(e.reason, e.reason.name),
    )), _of(e.order_id, of))


def _basket_refused(e: BasketRefused, at: InstrumentOf, of: InstrumentOf) -> Named:
    sentence = retold(lambda: tr("Basket refused: {refusal}", refusal=refusal(e.reason, e.limit, e.value, None)))
    return Named(Kind.REFUSAL, Source.REFUSAL, sentence, Target("basket"))


def _engaged(e: KillEngaged, at: InstrumentOf, of: InstrumentOf) -> Named:
    """Of everything, or of the part that is stopped while the rest goes on."""
    source = by(e.source, e.who)
    if e.scope in WHOLE:
        sentence = told("Kill switch engaged: {source_is}", source_is=source)
    else:
        scope = parse_scope(e.scope).words
        sentence = retold(lambda: tr("Part stopped, {scope}: {source_is}", scope=scope_words(scope), source_is=by(e.source, e.who)))
    return Named(Kind.STOP, Source.KILL, sentence, Target("kill"), ("kill", e.scope or "everything"))


def _anomaly(e: OrderAnomaly, at: InstrumentOf, of: InstrumentOf) -> Named:
    return Named(Kind.ALERT, Source.VENUE, retold(lambda: tr(
        "{venue}: a report that does not fit ({what}), order {order_id}", venue=e.venue, what=ANOMALY[e.kind], order_id=e.order_id,
    )), _of(e.order_id, of))


def _limit(e: LimitWarning, at: InstrumentOf, of: InstrumentOf) -> Named:
    instrument = at(e.instrument)
    sentence = retold(lambda: tr(
        "{rule}: {percent} % of the limit is used, {used} of {value} ({scope})",
        rule=RULE[e.rule], percent=e.percent, used=value_text(e.rule, e.used, instrument, ""),
        value=value_text(e.rule, e.value, instrument, ""), scope=scope_words(e.scope),
    ))
    # A higher tier takes the place of the one before.
    limit = limit_of(e)
    kind = Kind.ALERT if e.percent >= REACHED else Kind.WARNING
    return Named(kind, Source.LIMIT, sentence, Target("risk", int(e.instrument)), (*limit, e.percent), ends=limit)


def _fired(e: TriggerFired, at: InstrumentOf, of: InstrumentOf) -> Named:
    return Named(Kind.WARNING if e.severity is Weight.WARNING else Kind.ALERT, Source.TRIGGER, retold(lambda: tr(
        "Trigger {number} fired: {what}. {action}", number=e.number, what=TRIGGER_KIND[e.kind], action=TRIGGER_ACTION[e.action],
    )), Target("triggers"))


def _disabled(e: ScopeDisabled, at: InstrumentOf, of: InstrumentOf) -> Named:
    return Named(Kind.ALERT, Source.SCOPE, retold(lambda: tr(
        "{scope} {name} takes no more orders until a person enables it: {rule}",
        scope=SCOPE_KIND[e.kind], name=e.name, rule=RULE[e.rule],
    )), Target("risk"), ("scope", f"{ScopeKind(e.kind).name.lower()} {e.name}"))


def _broken(e: ConservationBroken, at: InstrumentOf, of: InstrumentOf) -> Named:
    sentence = told("Children of order {order_id} would be more than it, or are", order_id=e.parent_id)
    return Named(Kind.ALERT, Source.PARENT, sentence, Target("groups", 0, int(e.parent_id)))


def _busted(e: FillBusted, at: InstrumentOf, of: InstrumentOf) -> Named:
    return Named(Kind.ALERT, Source.FILL, told("A fill of order {order_id} was taken back", order_id=e.order_id), _of(e.order_id, of))


def _corrected(e: FillCorrected, at: InstrumentOf, of: InstrumentOf) -> Named:
    return Named(Kind.ALERT, Source.FILL, told("A fill of order {order_id} was corrected", order_id=e.order_id), _of(e.order_id, of))


MAKERS: dict[type, Callable[[Any, InstrumentOf, InstrumentOf], Named]] = {
    OrderFilled: _filled, OrderRefused: _refused, RequestRefused: _request_refused, OrderRejected: _rejected,
    RequestRejected: _rejected, BasketRefused: _basket_refused, KillEngaged: _engaged, OrderAnomaly: _anomaly, LimitWarning: _limit,
    TriggerFired: _fired, ScopeDisabled: _disabled, ConservationBroken: _broken, FillBusted: _busted, FillCorrected: _corrected,
}
"""By type: most events are nothing to anybody, and cost one look."""
TAKEN_OUT = (CancelReason.MASS_CANCEL, CancelReason.PARTICIPANT_BLOCKED)
"""Why orders go that nobody of ours asked about: the exchange's operator did."""
