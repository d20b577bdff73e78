"""What came of an entry, in one sentence of the language of now: the one table of sentences. Kinds without one keep their fields. No Qt.

Invariants: a sentence names only what its message has; the words of codes are widgets/labels.py's; numbers are written as the instrument
writes them, and as they are without one.
"""

from collections.abc import Callable
from typing import Any

from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.messages.events import (
    KillEngaged,
    KillReleased,
    OrderCancelled,
    OrderFilled,
    OrderRefused,
    OrderReplaced,
    OrderSent,
    OrderWorking,
    PositionChanged,
    RequestRefused,
    RunEnded,
    RunStarted,
)
from core.messages.limits import NO_LIMIT, Condition, LimitChanged, Restriction, RiskTold
from core.messages.people import SignedIn, SignedOut, SignInFailed, TerminalLocked
from widgets import labels
from widgets.core_words import heard
from widgets.journal.fields import FAILURE, LEAVING, MEANS, RISK, listing, price, qty, request, scope
from widgets.journal.kinds import kind
from widgets.limit_words import value_text, whose
from widgets.scopes import scope_words
from widgets.tongue import tr


def outcome(message: Any, events: tuple[Any, ...], instrument: Instrument | None) -> str:
    """What happened to us before what it did to the market; the same is said once. Without events: what entered."""
    first = sorted(events, key=lambda event: type(event) not in SENTENCES)
    return "; ".join(dict.fromkeys(said(event, instrument) for event in first)) or said(message, instrument)


def said(part: Any, instrument: Instrument | None) -> str:
    return sentence(part, instrument) or f"{kind(part)} {listing(part, instrument, short=True)}".strip()


def sentence(part: Any, instrument: Instrument | None) -> str:
    """Empty: there is none for this kind."""
    made = SENTENCES.get(type(part))
    return made(part, instrument) if made is not None else ""


def _order(e: OrderSent | OrderRefused, i: Instrument | None) -> str:
    side, lots, lower = labels.SIDE[e.side].lower(), qty(e.qty, i), labels.ORDER_TYPE[e.order_type].lower()
    if e.price:
        return tr("{side} {qty} at {price}, {lower}", side=side, qty=lots, price=price(e.price, i), lower=lower)
    return tr("{side} {qty}, {lower}", side=side, qty=lots, lower=lower)


def _sent(e: OrderSent, i: Instrument | None) -> str:
    order, tif = _order(e, i), labels.TIME_IN_FORCE[e.time_in_force]
    if e.venue:
        return tr("Order {order_id} sent to {venue}: {order}, {tif}", order_id=e.order_id, venue=e.venue, order=order, tif=tif)
    return tr("Order {order_id} sent: {order}, {tif}", order_id=e.order_id, order=order, tif=tif)


def _refused(e: OrderRefused, i: Instrument | None) -> str:
    why = labels.refusal(e.reason, e.limit, e.value, i)
    also = " " + tr("{also} further limits would have refused it.", also=e.also) if e.also else ""
    return tr("Order refused by the desk: {order}. {why}", order=_order(e, i), why=why) + also


def _working(e: OrderWorking, i: Instrument | None) -> str:
    leaves, ahead = qty(e.leaves, i), qty(e.ahead, i)
    if e.price:
        return tr(
            "Order {order_id} works at {price}: {leaves} open, {ahead} ahead of it",
            order_id=e.order_id, price=price(e.price, i), leaves=leaves, ahead=ahead,
        )
    return tr(
        "Order {order_id} works outside the book: {leaves} open, {ahead} ahead of it", order_id=e.order_id, leaves=leaves, ahead=ahead,
    )


def _filled(e: OrderFilled, i: Instrument | None) -> str:
    rest = tr("{qty} left", qty=qty(e.leaves, i)) if e.leaves else tr("nothing left")
    return tr(
        "Order {order_id} filled {qty} at {price} as {liquidity}, {rest}",
        order_id=e.order_id, qty=qty(e.qty, i), price=price(e.price, i), liquidity=labels.LIQUIDITY[e.liquidity].lower(), rest=rest,
    )


def _cancelled(e: OrderCancelled, i: Instrument | None) -> str:
    return tr(
        "Order {order_id} cancelled ({reason}) with {qty} open",
        order_id=e.order_id, reason=labels.CANCEL_REASON[e.reason], qty=qty(e.qty, i),
    )


def _replaced(e: OrderReplaced, i: Instrument | None) -> str:
    place = tr("kept its place in the queue") if e.kept_place else tr("lost its place in the queue")
    return tr(
        "Order {order_id} replaced: {qty} at {price}, {leaves} open; {place}",
        order_id=e.order_id, qty=qty(e.qty, i), price=price(e.price, i), leaves=qty(e.leaves, i), place=place,
    )


def _request(e: RequestRefused, i: Instrument | None) -> str:
    what, why = request(e.request), labels.refusal(e.reason, e.limit, e.value, i)
    if e.order_id:
        return tr("Request refused: {what} of order {order_id}. {why}", what=what, order_id=e.order_id, why=why)
    return tr("Request refused: {what}. {why}", what=what, why=why)


def _position(e: PositionChanged, i: Instrument | None) -> str:
    if not e.qty:
        return tr("Account {account} is flat", account=e.account)
    if e.qty > 0:
        return tr("Account {account} is long {qty}", account=e.account, qty=qty(e.qty, i))
    return tr("Account {account} is short {qty}", account=e.account, qty=qty(-e.qty, i))


def _engaged(e: KillEngaged, _: Instrument | None) -> str:
    return tr(
        "Kill switch engaged for {scope} by {who}: {orders} orders open",
        scope=scope(e.scope), who=e.who or heard(e.source), orders=e.orders,
    )


def _released(e: KillReleased, _: Instrument | None) -> str:
    return tr("Kill switch released for {scope} by {who}", scope=scope(e.scope), who=heard(e.source))


def _limit(e: LimitChanged, i: Instrument | None) -> str:
    limit = e.limit
    where = i if limit.instrument else None
    whom = whose(limit.kind, limit.name) + (tr(" in {symbol}", symbol=where.symbol) if where is not None else "")
    by = tr(" and ").join(one for one in (e.by, e.second) if one)
    who = tr(" by {who}", who=by) if by else ""
    was = tr(", was {value}", value=value_text(limit.rule, e.was, where, "")) if e.was != NO_LIMIT else ""
    why = tr(": {why}", why=heard(e.why)) if e.why else ""
    rule = labels.RULE[limit.rule].lower()
    if limit.value == NO_LIMIT:
        return tr("Limit {rule} of {whose} taken away{was}{who}{why}", rule=rule, whose=whom, was=was, who=who, why=why)
    value = value_text(limit.rule, limit.value, where, "")
    return tr("Limit {rule} of {whose} set to {value}{was}{who}{why}", rule=rule, whose=whom, value=value, was=was, who=who, why=why)


def _risk(e: RiskTold, _: Instrument | None) -> str:
    what, name = RISK.get(e.what, e.what), e.name
    if e.what == "restriction":
        name = labels.RESTRICTION[Restriction[name]]
    elif e.what == "conservative mode":
        name = tr("on") if name == "on" else tr("off")
    elif e.what == "enabled":
        name = scope_words(name)
    elif e.what == "tighten":
        rule, condition = name.upper().split(" BY ")
        name = f"{labels.RULE[Rule[rule]]}, {labels.CONDITION[Condition[condition]]}, {e.value} %"
    who, why = tr(" by {who}", who=e.by) if e.by else "", tr(": {why}", why=heard(e.why)) if e.why else ""
    return tr("{what}: {name}{who}{why}", what=what, name=name, who=who, why=why)


def _started(e: RunStarted, _: Instrument | None) -> str:
    if e.kill_engaged:
        return tr("Run of {session} started, stopped by {who}", session=e.session, who=heard(e.kill_source))
    return tr("Run of {session} started", session=e.session)


def _failed(e: SignInFailed, _: Instrument | None) -> str:
    return tr(
        "Sign-in of {person} failed{where}: {why}, {failures} in a row",
        person=e.person or tr("an unknown name"), where=tr(" at {where}", where=e.where) if e.where else "", why=FAILURE[e.why],
        failures=e.failures,
    )


def _locked(e: TerminalLocked, _: Instrument | None) -> str:
    return tr("Terminal locked because nobody touched it") if e.idle else tr("Terminal locked by {person}", person=e.person)


SENTENCES: dict[type, Callable[[Any, Instrument | None], str]] = {
    OrderSent: _sent, OrderRefused: _refused, OrderWorking: _working, OrderFilled: _filled, OrderCancelled: _cancelled,
    OrderReplaced: _replaced, RequestRefused: _request, PositionChanged: _position, KillEngaged: _engaged, KillReleased: _released,
    LimitChanged: _limit, RunStarted: _started, RiskTold: _risk,
    RunEnded: lambda e, _: tr("Run ended: {why}", why=heard(e.why)),
    SignedIn: lambda e, _: tr("{person} signed in {means}", person=e.person, means=MEANS[e.means]), SignInFailed: _failed,
    SignedOut: lambda e, _: tr("{person} signed out: {why}", person=e.person, why=LEAVING[e.why]), TerminalLocked: _locked,
}
