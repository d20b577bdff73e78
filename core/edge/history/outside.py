"""Rows of what is on its way, of what outside venues get wrong, and of orders that belong together: a part of the fold.

Pure like it. A fill of an order that nobody knows has a row in the fills all the same, under the id that the venue gave.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from core.domain.enums import AnomalyKind, LegState, LinkKind, OrderState
from core.edge.history import words as w
from core.messages import events as e

_json = msgspec.json.Encoder().encode


def _on_cancel_sent(fold: Any, event: e.CancelSent, number: int) -> None:
    order = fold._order(event.order_id)
    if order is not None and order.state != w.IN_DOUBT:
        order.state = w.CANCELLING
    data = _json({"what": "cancel", "reason": w.CANCEL[event.reason], "venue": event.venue})
    fold._audit(w.REQUEST_SENT, w.ORDERS, data, order, order_id=event.order_id)


def _on_replace_sent(fold: Any, event: e.ReplaceSent, number: int) -> None:
    order = fold._order(event.order_id)
    if order is not None and order.state != w.CANCELLING:
        order.state = w.REPLACING
    data = _json({"what": "replace", "qty": event.qty, "price": event.price, "venue": event.venue})
    fold._audit(w.REQUEST_SENT, w.ORDERS, data, order, order_id=event.order_id)


def _on_query_sent(fold: Any, event: e.QuerySent, number: int) -> None:
    order = fold._order(event.order_id)
    if order is not None and order.state in w.OPEN:
        order.state = w.IN_DOUBT
    fold._audit(w.REQUEST_SENT, w.ORDERS, _json({"what": "status", "venue": event.venue}), order, order_id=event.order_id)


def _on_stands(fold: Any, event: e.OrderStands, number: int) -> None:
    order = fold._order(event.order_id)
    if order is not None:
        order.state = OrderState(event.state).name


def _on_anomaly(fold: Any, event: e.OrderAnomaly, number: int) -> None:
    data = _json({
        "what": AnomalyKind(event.kind).name, "venue": w.clean(event.venue), "report": event.report, "exec_id": w.clean(event.exec_id),
        "trade_id": event.trade_id, "qty": event.qty, "price": event.price, "fee": event.fee,
    })
    order = fold._known(event.order_id)
    fold._audit(w.ORDER_ANOMALY, w.VENUE, data, order, event.instrument, event.account, event.order_id)
    if event.kind is not AnomalyKind.UNKNOWN_FILL or event.side is None:
        return
    undone = event.report == "Busted"
    # Of another venue's fill under the number of one of ours: it is not that order's.
    id = event.order_id if order is None else 0
    lots = (0, 0, event.qty, event.price) if undone else (event.qty, event.price, 0, 0)
    fold._rows.fills.append((
        fold._seq, number, fold.run, id, "BUST" if undone else "FILL", event.trade_id, event.account, event.instrument,
        w.SIDE[event.side], *lots, "", 0 if undone else event.fee, fold._at, fold._wall_ns, "", "", "", "", str(event.order_id),
    ))


def _on_venue(fold: Any, event: e.VenueSet, number: int) -> None:
    fold._audit(w.CONFIGURATION_CHANGE, w.VENUE, _json({"what": "venue", **msgspec.structs.asdict(event)}))


def _on_parent(fold: Any, event: e.ParentOpened | e.ParentChanged, number: int) -> None:
    fields = msgspec.structs.asdict(event)
    if isinstance(event, e.ParentChanged):
        fields["state"] = OrderState(event.state).name
    fold._audit(w.PARENT_ORDER, w.ORDERS, _json({"what": type(event).__name__, **fields}), order_id=event.parent_id)


def _on_conservation(fold: Any, event: e.ConservationBroken, number: int) -> None:
    fold._audit(w.CONSERVATION_BROKEN, w.RISK, _json(msgspec.structs.asdict(event)), order_id=event.parent_id)


def _on_basket(fold: Any, event: e.BasketRefused, number: int) -> None:
    fields = {**msgspec.structs.asdict(event), "client_order_id": w.clean(event.client_order_id), "reason": w.REASON[event.reason]}
    fold._audit(w.BASKET_REFUSED, w.RISK, _json(fields))


def _on_group(fold: Any, event: e.GroupOpened | e.LegChanged | e.GroupClosed, number: int) -> None:
    fields = msgspec.structs.asdict(event)
    if isinstance(event, e.GroupOpened):
        fields["kind"] = LinkKind(event.kind).name
    elif isinstance(event, e.LegChanged):
        fields["state"] = LegState(event.state).name
        fields["reason"] = "" if event.reason is None else w.REASON[event.reason]
    fold._audit(w.LINKED_ORDERS, w.ORDERS, _json({"what": type(event).__name__, **fields}), order_id=event.group_id)


FOLDS: dict[type, Callable[[Any, Any, int], None]] = {
    e.CancelSent: _on_cancel_sent,
    e.ReplaceSent: _on_replace_sent,
    e.QuerySent: _on_query_sent,
    e.OrderStands: _on_stands,
    e.OrderAnomaly: _on_anomaly,
    e.VenueSet: _on_venue,
    e.ParentOpened: _on_parent,
    e.ParentChanged: _on_parent,
    e.ConservationBroken: _on_conservation,
    e.BasketRefused: _on_basket,
    e.GroupOpened: _on_group,
    e.LegChanged: _on_group,
    e.GroupClosed: _on_group,
}
