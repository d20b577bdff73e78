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
from core.messages.stopping import OrderFenced
from core.projections.pictures import Moment, OrderRow
from widgets import labels
from widgets.sizes import plain_qty_text

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
        return Said(moment.at, title, tuple(one for one in details if one), token)

    # texts ----------------------------------------------------------------------------------------------------------

    def qty(self, qty: int) -> str:
        return plain_qty_text(self._i, qty) if self._i is not None else str(qty)

    def price(self, price: int) -> str:
        if not price:
            return "market"
        return self._i.price_text(price) if self._i is not None else str(price)

    def money(self, money: int) -> str:
        return f"{self._i.money_text(money)} {self._i.quote}" if self._i is not None else str(money)

    def _step(self, noun: str, was: str, now: str) -> str:
        return f"{noun} {now}" if was == now else f"{noun} {was} {ARROW} {now}"

    # what was asked -------------------------------------------------------------------------------------------------

    def _asked(self, m: PlaceOrder) -> tuple[str, tuple[str, ...], str]:
        what = f"{labels.SIDE[m.side]} {self.qty(m.qty)} at {self.price(m.price)}, {labels.ORDER_TYPE[m.order_type].lower()}"
        passed = "a soft limit was passed by typing its number" if m.confirmed else ""
        return "Asked for", (f"{what}, {labels.TIME_IN_FORCE[m.time_in_force]}", *who(m.origin), passed), "text"

    def _cancel_asked(self, m: CancelOrder | CancelAllOrders) -> tuple[str, tuple[str, ...], str]:
        wide = "with all others" if isinstance(m, CancelAllOrders) else ""
        return "Cancel asked for", (wide, *who(m.origin)), "text"

    def _replace_asked(self, m: ReplaceOrder) -> tuple[str, tuple[str, ...], str]:
        quantity = self._step("quantity", self.qty(self._qty), self.qty(m.qty))
        price = self._step("price", self.price(self._price), self.price(m.price))
        return "Replace asked for", (f"{quantity}, {price}", *who(m.origin)), "text"

    # ours -----------------------------------------------------------------------------------------------------------

    def _sent(self, e: OrderSent) -> tuple[str, tuple[str, ...], str]:
        self._qty, self._price, self._leaves = e.qty, e.price, e.qty
        where = e.venue or (f"{self._i.venue}, the exchange inside" if self._i is not None else "")
        worst = f"trades no worse than {self.price(e.protection)}" if e.protection else ""
        named = f"client id {e.client_order_id}, account {e.account}"
        return "Passed the gate, sent", (f"to {where}" if where else "", named, worst), "text"

    def _refused(self, e: OrderRefused) -> tuple[str, tuple[str, ...], str]:
        why = labels.refusal(e.reason, e.limit, e.value, self._i)
        also = f"{e.also} further limits would have refused it." if e.also else ""
        return "Refused by the gate", (why, f"The limit is {e.scope}'s." if e.scope else "", also), "warning"

    def _request_refused(self, e: RequestRefused) -> tuple[str, tuple[str, ...], str]:
        return f"{e.request.capitalize()} refused", (labels.refusal(e.reason, e.limit, e.value, self._i),), "warning"

    def _kill(self, e: KillEngaged) -> tuple[str, tuple[str, ...], str]:
        by = f"by {e.who}" if e.who else ""
        return "Kill switch engaged", (e.source, f"scope {e.scope or 'everything'}", by), "critical"

    def _leg(self, e: LegChanged) -> tuple[str, tuple[str, ...], str]:
        why = labels.refusal(e.reason, 0, 0, None) if e.reason is not None else ""
        at = f"trigger {self.price(e.trigger)}" if e.trigger else ""
        return f"Leg {e.leg} {labels.LEG_STATE[e.state]}", (f"for {self.qty(e.qty)}", at, why), "text"

    def _cancel_sent(self, e: CancelSent) -> tuple[str, tuple[str, ...], str]:
        return "Cancel sent", (labels.CANCEL_REASON[e.reason], f"to {e.venue}" if e.venue else ""), "text"

    def _replace_sent(self, e: ReplaceSent) -> tuple[str, tuple[str, ...], str]:
        return "Replace sent", (f"quantity {self.qty(e.qty)}, price {self.price(e.price)}", f"to {e.venue}" if e.venue else ""), "text"

    def _fenced(self, e: OrderFenced) -> tuple[str, tuple[str, ...], str]:
        return "Held back by the kill switch", ("a stop came between its approval and its sending",), "warning"

    def _query(self, e: QuerySent) -> tuple[str, tuple[str, ...], str]:
        return "In doubt, venue asked", (f"{e.venue} is asked for every fill and its state",), "warning"

    def _stands(self, e: OrderStands) -> tuple[str, tuple[str, ...], str]:
        return f"Stands: {labels.ORDER_STATE[e.state].lower()}", (), "text"

    # theirs ---------------------------------------------------------------------------------------------------------

    def _working(self, e: OrderWorking) -> tuple[str, tuple[str, ...], str]:
        self._leaves = e.leaves
        title, self._known = "Working on" if self._known else "Acknowledged, working", True
        where = f"{self.qty(e.leaves)} open" + (f" at {self.price(e.price)}" if e.price else "")
        return title, (where, f"{self.qty(e.ahead)} ahead in its queue" if e.ahead else ""), "text"

    def _filled(self, e: OrderFilled) -> tuple[str, tuple[str, ...], str]:
        self._leaves = e.leaves
        venue = e.venue or (self._i.venue if self._i is not None else "")
        how = f"{labels.LIQUIDITY[e.liquidity].lower()} at {venue}" + (f", trade {e.trade_id}" if e.trade_id else "")
        left = f"{self.qty(e.leaves)} left" if e.leaves else "nothing left"
        return f"Filled {self.qty(e.qty)} at {self.price(e.price)}", (f"{how}, fee {self.money(e.fee)}", left), "own"

    def _cancelled(self, e: OrderCancelled) -> tuple[str, tuple[str, ...], str]:
        self._leaves = 0
        return "Cancelled", (f"{self.qty(e.qty)} will not trade: {labels.CANCEL_REASON[e.reason]}",), "text"

    def _replaced(self, e: OrderReplaced) -> tuple[str, tuple[str, ...], str]:
        quantity = self._step("quantity", self.qty(self._qty), self.qty(e.qty))
        price = self._step("price", self.price(self._price), self.price(e.price))
        self._qty, self._price, self._leaves = e.qty, e.price, e.leaves
        place = "kept its place in the queue" if e.kept_place else "lost its place in the queue"
        return "Replaced", (f"{quantity}, {price}", f"{self.qty(e.leaves)} open, {place}"), "text"

    def _rejected(self, e: OrderRejected) -> tuple[str, tuple[str, ...], str]:
        return "Rejected by the exchange", (f"{labels.REJECTION[e.reason]}.",), "warning"

    def _request_rejected(self, e: RequestRejected) -> tuple[str, tuple[str, ...], str]:
        title = f"{labels.REQUEST[e.request]} rejected by the exchange"
        return title, (f"{labels.REJECTION[e.reason]}.", "It stands as it stood."), "warning"

    def _triggered(self, e: OrderTriggered) -> tuple[str, tuple[str, ...], str]:
        return "Triggered", (f"at {self.price(e.trigger)}",), "text"

    def _restated(self, e: OrderRestated) -> tuple[str, tuple[str, ...], str]:
        price = self._step("price", self.price(self._price), self.price(e.price)) if e.price else ""
        open_ = self._step("open", self.qty(self._leaves), self.qty(e.leaves))
        self._price, self._leaves = e.price or self._price, e.leaves
        return "Changed by the venue unasked", (", ".join(one for one in (price, open_) if one),), "text"

    def _busted(self, e: FillBusted) -> tuple[str, tuple[str, ...], str]:
        back = f"fee {self.money(e.fee)} given back" if e.fee else ""
        return f"Trade {e.trade_id} undone", (f"{self.qty(e.qty)} at {self.price(e.price)}", back), "warning"

    def _corrected(self, e: FillCorrected) -> tuple[str, tuple[str, ...], str]:
        was, now = f"{self.qty(e.was_qty)} at {self.price(e.was_price)}", f"{self.qty(e.qty)} at {self.price(e.price)}"
        fee = self._step("fee", self.money(e.was_fee), self.money(e.fee))
        return f"Trade {e.trade_id} corrected", (f"{was} {ARROW} {now}", fee), "warning"

    def _anomaly(self, e: OrderAnomaly) -> tuple[str, tuple[str, ...], str]:
        numbers = f"{self.qty(e.qty)} at {self.price(e.price)}" if e.qty else ""
        return f"{e.venue} said something that does not fit", (f"{e.report}: {labels.ANOMALY[e.kind]}", numbers), "warning"


def who(origin: Origin | None) -> tuple[str, ...]:
    """Who and what is behind it, as far as it is said."""
    if origin is None:
        return ()
    parts = (
        ("by", origin.person), ("desk", origin.desk), ("strategy", origin.strategy), ("signal", origin.signal), ("session", origin.session),
    )
    named = ", ".join(f"{noun} {name}" for noun, name in parts if name)
    return named, f"correlation {origin.correlation}" if origin.correlation else ""
