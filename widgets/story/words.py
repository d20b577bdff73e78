"""What was asked and told of an order, in words: one entry a moment. Qt-free.

Invariants: the words of codes are widgets/labels.py's; of a change, what was stands before what is; every refusal says its reason and
its numbers. It leaves nothing out: what it has no sentence for is named as the core names it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.domain.instrument import Instrument
from core.messages.commands import CancelAllOrders, CancelOrder, PlaceOrder, ReplaceOrder
from core.messages.events import (
    CancelSent,
    FillBusted,
    FillCorrected,
    KillEngaged,
    LegChanged,
    OrderAnomaly,
    OrderCancelled,
    OrderFilled,
    OrderRefused,
    OrderRejected,
    OrderReplaced,
    OrderRestated,
    OrderSent,
    OrderStands,
    OrderTriggered,
    OrderWorking,
    QuerySent,
    ReplaceSent,
    RequestRefused,
    RequestRejected,
)
from core.messages.origin import Origin
from core.messages.participants import KEEP
from core.messages.stopping import OrderFenced
from core.projections.journeys import Journey
from core.projections.pictures import Moment, OrderRow
from widgets import labels, trigger_at
from widgets.sizes import plain_qty_text
from widgets.story.durations import duration
from widgets.tongue import begun, tr

ARROW = "\u2192"

@dataclass(frozen=True, slots=True)
class Said:
    """details: sentences below the title. token: of the title's colour."""

    at: int
    title: str
    details: tuple[str, ...] = ()
    token: str = "text"


class Teller:
    """Walks an order's moments in their order, for a change is told against what stood before."""

    def __init__(self, row: OrderRow) -> None:
        self._i: Instrument | None = row.instrument
        self._qty, self._price, self._leaves = row.qty, row.price, row.leaves
        self._trigger, self._new_trigger = row.trigger, KEEP
        self._known = False
        self._ways: dict[type, Callable[[Any], tuple[str, tuple[str, ...], str]]] = {
            PlaceOrder: self._asked, CancelOrder: self._cancel_asked, CancelAllOrders: self._cancel_asked,
            ReplaceOrder: self._replace_asked,
            OrderSent: self._sent, OrderRefused: self._refused, RequestRefused: self._request_refused, OrderWorking: self._working,
            OrderFilled: self._filled, OrderCancelled: self._cancelled, OrderReplaced: self._replaced, OrderRejected: self._rejected,
            RequestRejected: self._request_rejected, OrderTriggered: self._triggered, OrderRestated: self._restated,
            FillBusted: self._busted, FillCorrected: self._corrected, CancelSent: self._cancel_sent, ReplaceSent: self._replace_sent,
            QuerySent: self._query, OrderStands: self._stands, OrderAnomaly: self._anomaly, LegChanged: self._leg, KillEngaged: self._kill,
            OrderFenced: self._fenced,
        }

    def tell(self, moment: Moment) -> Said:
        way = self._ways.get(type(moment.told))
        if way is None:
            return Said(moment.at, type(moment.told).__name__)
        title, details, token = way(moment.told)
        return Said(moment.at, title, tuple(one for one in (*details, _way_of(moment.journey)) if one), token)

    # texts ----------------------------------------------------------------------------------------------------------

    def qty(self, qty: int) -> str:
        return plain_qty_text(self._i, qty) if self._i is not None else str(qty)

    def price(self, price: int) -> str:
        if not price:
            return tr("market")
        return self._i.price_text(price) if self._i is not None else str(price)

    def money(self, money: int) -> str:
        return f"{self._i.money_text(money)} {self._i.quote}" if self._i is not None else str(money)

    def _step(self, noun: str, was: str, now: str) -> str:
        return f"{noun} {now}" if was == now else f"{noun} {was} {ARROW} {now}"

    # what was asked -------------------------------------------------------------------------------------------------

    def _asked(self, m: PlaceOrder) -> tuple[str, tuple[str, ...], str]:
        stop = trigger_at.said(self._i, m.order_type, m.terms.trigger if m.terms is not None else 0, m.price)
        if stop:
            what = f"{labels.SIDE[m.side]} {self.qty(m.qty)}, {stop}"
        else:
            what = tr(
                "{side} {qty} at {price}, {lower}",
                side=labels.SIDE[m.side], qty=self.qty(m.qty), price=self.price(m.price), lower=labels.ORDER_TYPE[m.order_type].lower(),
            )
        passed = tr("a soft limit was passed by typing its number") if m.confirmed else ""
        return tr("Asked for"), (f"{what}, {labels.TIME_IN_FORCE[m.time_in_force]}", *who(m.origin), passed), "text"

    def _cancel_asked(self, m: CancelOrder | CancelAllOrders) -> tuple[str, tuple[str, ...], str]:
        wide = tr("with all others") if isinstance(m, CancelAllOrders) else ""
        return tr("Cancel asked for"), (wide, *who(m.origin)), "text"

    def _replace_asked(self, m: ReplaceOrder) -> tuple[str, tuple[str, ...], str]:
        self._new_trigger = m.trigger
        return tr("Replace asked for"), (self._steps(m.qty, m.price), *who(m.origin)), "text"

    def _steps(self, qty: int, price: int) -> str:
        """Of a replace: what an order that fires has no price for is left out."""
        said = [self._step(tr("quantity"), self.qty(self._qty), self.qty(qty))]
        if self._new_trigger != KEEP:
            said.append(self._step(tr("trigger"), self.price(self._trigger), self.price(self._new_trigger)))
        if price or not self._trigger:
            said.append(self._step(tr("price"), self.price(self._price), self.price(price)))
        return ", ".join(said)

    # ours -----------------------------------------------------------------------------------------------------------

    def _sent(self, e: OrderSent) -> tuple[str, tuple[str, ...], str]:
        self._qty, self._price, self._leaves = e.qty, e.price, e.qty
        self._trigger = e.terms.trigger if e.terms is not None else 0
        where = e.venue or (tr("{venue}, the exchange inside", venue=self._i.venue) if self._i is not None else "")
        worst = tr("trades no worse than {price}", price=self.price(e.protection)) if e.protection else ""
        named = tr("client id {client_order_id}, account {account}", client_order_id=e.client_order_id, account=e.account)
        return tr("Passed the gate, sent"), (tr("to {where}", where=where) if where else "", named, worst), "text"

    def _refused(self, e: OrderRefused) -> tuple[str, tuple[str, ...], str]:
        why = labels.refusal(e.reason, e.limit, e.value, self._i)
        also = tr("{also} further limits would have refused it.", also=e.also) if e.also else ""
        return tr("Refused by the gate"), (why, tr("The limit is {scope}'s.", scope=e.scope) if e.scope else "", also), "warning"

    def _request_refused(self, e: RequestRefused) -> tuple[str, tuple[str, ...], str]:
        return tr(
            "{capitalize} refused", capitalize=begun(labels.asked(e.request)),
        ), (labels.refusal(e.reason, e.limit, e.value, self._i),), "warning"

    def _kill(self, e: KillEngaged) -> tuple[str, tuple[str, ...], str]:
        by = tr("by {who}", who=e.who) if e.who else ""
        return tr("Kill switch engaged"), (e.source, tr("scope {scope}", scope=e.scope or tr("everything")), by), "critical"

    def _leg(self, e: LegChanged) -> tuple[str, tuple[str, ...], str]:
        why = labels.refusal(e.reason, 0, 0, None) if e.reason is not None else ""
        at = tr("trigger {price}", price=self.price(e.trigger)) if e.trigger else ""
        return tr("Leg {leg} {state}", leg=e.leg, state=labels.LEG_STATE[e.state]), (tr("for {qty}", qty=self.qty(e.qty)), at, why), "text"

    def _cancel_sent(self, e: CancelSent) -> tuple[str, tuple[str, ...], str]:
        return tr("Cancel sent"), (labels.CANCEL_REASON[e.reason], tr("to {venue}", venue=e.venue) if e.venue else ""), "text"

    def _replace_sent(self, e: ReplaceSent) -> tuple[str, tuple[str, ...], str]:
        at = tr("trigger {price}", price=self.price(e.trigger)) if e.trigger != KEEP else ""
        price = tr("price {price}", price=self.price(e.price)) if e.price or not self._trigger else ""
        return tr("Replace sent"), (
            ", ".join(one for one in (tr("quantity {qty}", qty=self.qty(e.qty)), at, price) if one),
            tr("to {venue}", venue=e.venue) if e.venue else "",
        ), "text"

    def _fenced(self, e: OrderFenced) -> tuple[str, tuple[str, ...], str]:
        return tr("Held back by the kill switch"), (tr("a stop came between its approval and its sending"),), "warning"

    def _query(self, e: QuerySent) -> tuple[str, tuple[str, ...], str]:
        return tr("In doubt, venue asked"), (tr("{venue} is asked for every fill and its state", venue=e.venue),), "warning"

    def _stands(self, e: OrderStands) -> tuple[str, tuple[str, ...], str]:
        return tr("Stands: {lower}", lower=labels.ORDER_STATE[e.state].lower()), (), "text"

    # theirs ---------------------------------------------------------------------------------------------------------

    def _working(self, e: OrderWorking) -> tuple[str, tuple[str, ...], str]:
        self._leaves = e.leaves
        title, self._known = tr("Working on") if self._known else tr("Acknowledged, working"), True
        where = tr("{qty} open", qty=self.qty(e.leaves)) + (tr(" at {price}", price=self.price(e.price)) if e.price else "")
        return title, (where, tr("{qty} ahead in its queue", qty=self.qty(e.ahead)) if e.ahead else ""), "text"

    def _filled(self, e: OrderFilled) -> tuple[str, tuple[str, ...], str]:
        self._leaves = e.leaves
        venue = e.venue or (self._i.venue if self._i is not None else "")
        how = tr(
            "{lower} at {venue}", lower=labels.LIQUIDITY[e.liquidity].lower(), venue=venue,
        ) + (tr(", trade {trade_id}", trade_id=e.trade_id) if e.trade_id else "")
        left = tr("{qty} left", qty=self.qty(e.leaves)) if e.leaves else tr("nothing left")
        return tr(
            "Filled {qty} at {price}", qty=self.qty(e.qty), price=self.price(e.price),
        ), (tr("{how}, fee {money}", how=how, money=self.money(e.fee)), left), "own"

    def _cancelled(self, e: OrderCancelled) -> tuple[str, tuple[str, ...], str]:
        self._leaves = 0
        return tr("Cancelled"), (tr("{qty} will not trade: {reason}", qty=self.qty(e.qty), reason=labels.CANCEL_REASON[e.reason]),), "text"

    def _replaced(self, e: OrderReplaced) -> tuple[str, tuple[str, ...], str]:
        steps = self._steps(e.qty, e.price)
        self._qty, self._price, self._leaves = e.qty, e.price, e.leaves
        self._trigger = self._trigger if self._new_trigger == KEEP else self._new_trigger
        self._new_trigger = KEEP
        place = tr("kept its place in the queue") if e.kept_place else tr("lost its place in the queue")
        return tr("Replaced"), (steps, tr("{qty} open, {place}", qty=self.qty(e.leaves), place=place)), "text"

    def _rejected(self, e: OrderRejected) -> tuple[str, tuple[str, ...], str]:
        return tr("Rejected by the exchange"), (f"{labels.REJECTION[e.reason]}.",), "warning"

    def _request_rejected(self, e: RequestRejected) -> tuple[str, tuple[str, ...], str]:
        title = tr("{request} rejected by the exchange", request=labels.REQUEST[e.request])
        return title, (f"{labels.REJECTION[e.reason]}.", tr("It stands as it stood.")), "warning"

    def _triggered(self, e: OrderTriggered) -> tuple[str, tuple[str, ...], str]:
        return tr("Triggered"), (tr("at {price}", price=self.price(e.trigger)),), "text"

    def _restated(self, e: OrderRestated) -> tuple[str, tuple[str, ...], str]:
        price = self._step(tr("price"), self.price(self._price), self.price(e.price)) if e.price else ""
        open_ = self._step(tr("open"), self.qty(self._leaves), self.qty(e.leaves))
        self._price, self._leaves = e.price or self._price, e.leaves
        return tr("Changed by the venue unasked"), (", ".join(one for one in (price, open_) if one),), "text"

    def _busted(self, e: FillBusted) -> tuple[str, tuple[str, ...], str]:
        back = tr("fee {money} given back", money=self.money(e.fee)) if e.fee else ""
        return tr("Trade {trade_id} undone", trade_id=e.trade_id), (
            tr("{qty} at {price}", qty=self.qty(e.qty), price=self.price(e.price)), back,
        ), "warning"

    def _corrected(self, e: FillCorrected) -> tuple[str, tuple[str, ...], str]:
        was, now = tr("{qty} at {price}", qty=self.qty(e.was_qty), price=self.price(e.was_price)), tr(
            "{qty} at {price}",
            qty=self.qty(e.qty), price=self.price(e.price),
        )
        fee = self._step(tr("fee"), self.money(e.was_fee), self.money(e.fee))
        return tr("Trade {trade_id} corrected", trade_id=e.trade_id), (f"{was} {ARROW} {now}", fee), "warning"

    def _anomaly(self, e: OrderAnomaly) -> tuple[str, tuple[str, ...], str]:
        numbers = tr("{qty} at {price}", qty=self.qty(e.qty), price=self.price(e.price)) if e.qty else ""
        return tr("{venue} said something that does not fit", venue=e.venue), (f"{e.report}: {labels.ANOMALY[e.kind]}", numbers), "warning"


def _way_of(journey: Journey | None) -> str:
    if journey is None:
        return ""
    return tr(
        "to the core {to_core}, decided in {decided}, on the record and shown {shown} after it was asked",
        to_core=duration(journey.taken - journey.asked), decided=duration(journey.decided - journey.taken),
        shown=duration(journey.shown - journey.asked),
    )


def who(origin: Origin | None) -> tuple[str, ...]:
    """Who and what is behind it, as far as it is said."""
    if origin is None:
        return ()
    parts = (
        (tr("by"), origin.person), (tr("desk"), origin.desk), (tr("strategy"), origin.strategy), (tr("signal"), origin.signal),
        (tr("session"), origin.session),
    )
    named = ", ".join(f"{noun} {name}" for noun, name in parts if name)
    return named, tr("correlation {correlation}", correlation=origin.correlation) if origin.correlation else ""
