"""Entry -> rows of the history database. Pure: the same entries make the same rows, however they are cut into batches.

It holds what the next entry needs: the run, our open orders, the sign of each position. Orders that are done live in the
database alone; `recall` brings one back when the venue busts its fill later.
Whose is it? Every row about an order carries the order's correlation (its id, when the command gave none), and the person
who asked: for a cancel, a replace or Stop the one who asked for that, else the order's own. Rows of one entry share its seq.
Deliberately absent: market data, and other participants' orders.
"""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from core.edge.history import desk_words, people_words
from core.edge.history import words as w
from core.edge.history.outside import FOLDS as OUTSIDE
from core.edge.history.rows import Order, Row, Rows
from core.journal.entry import Entry
from core.messages import events as e
from core.messages.commands import CancelAllOrders, CancelOrder, EndRun, EngageKill, PlaceOrder, ReleaseKill, ReplaceOrder, StartRun
from core.messages.flow import ListInstrument
from core.messages.market_data import InstrumentListed
from core.messages.notes import Note
from core.messages.operations import Operation, SetMark, SetReference, SetRules, SetSchedule
from core.messages.origin import Origin
from core.messages.participants import MassCancel
from core.messages.stopping import StopEvent

VERSION = 2
"""Number of what the rows mean. A database of another version is filled again from the journal."""
NOBODY = Origin()
OPERATIONS = frozenset((*Operation.__args__, MassCancel))
NOTES = frozenset(Note.__args__)
CONFIGURES = (SetReference, SetRules, SetSchedule)
ASKS = (CancelAllOrders, CancelOrder, EndRun, EngageKill, ReleaseKill, ReplaceOrder, StartRun)
"""Commands whose author is behind whatever they do to an order in the same step."""

_json = msgspec.json.Encoder().encode


def concerns(entry: Entry) -> bool:
    """Whether it can make rows. Most entries are the market's, and do not."""
    return entry.touches_ours or type(entry.message) is ListInstrument


def origin_of(message: Any) -> Origin:
    found = getattr(message, "origin", None)
    return people_words.at_the_door(message) if found is None else found


class Fold:
    """recall(order id): the order's row as the database has it, or None."""

    def __init__(self, recall: Callable[[int], Row | None]) -> None:
        self._recall = recall
        self.run = 0
        self._run_row: Row = ()
        self._orders: dict[int, Order] = {}
        self._held: dict[tuple[int, int], int] = {}
        self._rows = Rows()
        self._n = 0
        self._entry: Entry | None = None
        self._seq = self._at = self._wall_ns = 0
        self._origin = NOBODY
        self._acting = ""
        self._about: Order | None = None

    def resume(self, run: Row | None, orders: Iterable[Row], positions: Iterable[Row]) -> None:
        """run: the last one. orders: its open ones. positions: (account, instrument, lots) of it."""
        self.run, self._run_row = (run[0], tuple(run)) if run is not None else (0, ())
        self._orders = {row[0]: Order(*row) for row in orders}
        self._held = {(account, instrument): qty for account, instrument, qty in positions}

    def add(self, entry: Entry) -> None:
        if not concerns(entry):
            return
        self._entry = entry
        self._seq, self._at, self._wall_ns = entry.seq, entry.at, entry.wall_ns
        self._n = 0
        self._about = None
        message = entry.message
        self._origin = origin = origin_of(message)
        self._acting = w.clean(origin.person) if isinstance(message, ASKS) else ""
        if type(message) in OPERATIONS:
            self._operation(message)
        elif type(message) in NOTES:
            kind, component = people_words.NOTES.get(type(message), (w.SYSTEM_EVENT, w.RUN))
            self._audit(kind, component, _json({"what": type(message).__name__, **msgspec.structs.asdict(message)}))
        elif isinstance(message, CancelOrder | ReplaceOrder | CancelAllOrders):
            self._asked(message)
        for number, event in enumerate(entry.events):
            fold = FOLDS.get(type(event))
            if fold is not None:
                fold(self, event, number)

    def take(self) -> Rows:
        """The rows since the last call."""
        rows, self._rows = self._rows, Rows()
        for id, order in rows.orders.items():
            if order.state not in w.OPEN:
                self._orders.pop(id, None)
        return rows

    def _audit(
        self, kind: str, component: str, data: bytes, order: Order | None = None, instrument: int = 0, account: int = 0, order_id: int = 0,
    ) -> None:
        if order is not None:
            order_id, instrument, account = order.id, order.instrument, order.account
            person, correlation = self._acting or order.person, order.correlation
        else:
            person = w.clean(self._origin.person)
            correlation = w.clean(self._origin.correlation) or str(order_id or self._seq)
        self._rows.audit.append((
            self._seq, self._n, self.run, self._at, self._wall_ns, kind, component, person, correlation, order_id, instrument, account,
            data.decode(),
        ))
        self._n += 1

    # orders ---------------------------------------------------------------------------------------------------------

    def _order(self, id: int) -> Order | None:
        """Whether open, done in this batch, or done long ago; counted as changed."""
        order = self._orders.get(id)
        if order is None:
            row = self._recall(id)
            if row is None:
                return None
            order = self._orders[id] = Order(*row)
        self._about = self._rows.orders[id] = order
        order.updated_seq, order.updated_at = self._seq, self._at
        return order

    def _placed(self, event: e.OrderSent | e.OrderRefused, id: int, account: int, force: str, terms: str, state: str) -> Order:
        # A leg that a fill set off has its own author; the entry's message may be the market's.
        origin = origin_of(event) if self._origin is NOBODY else self._origin
        order = Order(
            id, self.run, w.clean(event.client_order_id), account, event.instrument, w.SIDE[event.side], w.TYPE[event.order_type], force,
            event.qty, event.price, terms, state, "", 0, 0, 0, self._at, self._wall_ns, self._seq, self._at,
            w.clean(origin.person), w.clean(origin.desk), w.clean(origin.strategy), w.clean(origin.signal),
            w.clean(origin.correlation) or str(id),
        )
        self._orders[id] = self._rows.orders[id] = self._about = order
        return order

    def _on_sent(self, event: e.OrderSent, number: int) -> None:
        terms = "" if event.terms is None else _json(msgspec.structs.asdict(event.terms)).decode()
        order = self._placed(event, event.order_id, event.account, w.FORCE[event.time_in_force], terms, w.SENT)
        order.leaves = event.qty
        self._audit(w.RISK_CHECK, w.RISK, b'{"verdict":"passed"}', order)
        self._audit(w.ORDER_SUBMITTED, w.ORDERS, _json({
            "client_order_id": event.client_order_id, "side": order.side, "order_type": order.order_type, "qty": event.qty,
            "price": event.price, "time_in_force": order.time_in_force, "protection": event.protection,
        }), order)

    def _on_refused(self, event: e.OrderRefused, number: int) -> None:
        message = self._entry.message if self._entry is not None else None
        account, force = (message.account, w.FORCE[message.time_in_force]) if isinstance(message, PlaceOrder) else (1, "GTC")
        order = self._placed(event, self._seq, account, force, "", w.REFUSED)
        order.why = w.REASON[event.reason]
        self._judged(event.reason, event.limit, event.value, order)
        self._audit(w.ORDER_REFUSED, w.RISK, _json({
            "client_order_id": event.client_order_id, "side": order.side, "order_type": order.order_type, "qty": event.qty,
            "price": event.price, "reason": order.why,
        }), order)

    def _judged(self, reason: int, limit: int, value: int, order: Order | None) -> None:
        data = _json({"verdict": "refused", "reason": w.REASON[reason], "limit": limit, "value": value})
        self._audit(w.RISK_CHECK, w.RISK, data, order)
        if reason in w.LIMITS:
            self._audit(w.LIMIT_BREACH, w.RISK, data, order)

    def _on_working(self, event: e.OrderWorking, number: int) -> None:
        order = self._order(event.order_id)
        if order is not None:
            # The venue's leaves count: a self match may have taken quantity off without a fill.
            order.qty -= order.leaves - event.leaves
            order.leaves, order.state = event.leaves, w.WORKING if order.state == w.SENT else order.state
            if order.price and event.price:
                order.price = event.price
        data = b'{"leaves":%d,"ahead":%d,"price":%d}' % (event.leaves, event.ahead, event.price)
        self._audit(w.ORDER_WORKING, w.VENUE, data, order, order_id=event.order_id)

    def _on_filled(self, event: e.OrderFilled, number: int) -> None:
        order = self._order(event.order_id)
        if order is not None:
            order.filled += event.qty
            order.cost += event.qty * event.price
            if order.state in w.OPEN:
                order.qty -= order.leaves - event.qty - event.leaves
                order.leaves = event.leaves
                order.state = order.state if event.leaves else w.FILLED
            else:
                order.qty = max(order.qty, order.filled)
        self._fill(number, "FILL", event.order_id, event.trade_id, (event.qty, event.price, 0, 0), w.LIQUIDITY[event.liquidity], event.fee)
        data = b'{"qty":%d,"price":%d,"leaves":%d,"trade_id":%d,"fee":%d}' % (
            event.qty, event.price, event.leaves, event.trade_id, event.fee
        )
        self._audit(w.ORDER_FILLED, w.VENUE, data, order, order_id=event.order_id)

    def _fill(self, number: int, what: str, id: int, trade: int, is_and_was: tuple[int, int, int, int], liquidity: str, fee: int) -> None:
        order = self._about
        if order is None or order.id != id:
            return
        self._rows.fills.append((
            self._seq, number, self.run, id, what, trade, order.account, order.instrument, order.side, *is_and_was, liquidity, fee,
            self._at, self._wall_ns, order.person, order.desk, order.strategy, order.signal, order.correlation,
        ))

    def _on_cancelled(self, event: e.OrderCancelled, number: int) -> None:
        reason = w.CANCEL[event.reason]
        order = self._order(event.order_id)
        if order is not None:
            order.qty -= order.leaves - event.qty
            order.state = w.EXPIRED if reason == w.EXPIRED else w.CANCELLED
            order.leaves, order.why = 0, reason
        data = b'{"qty":%d,"reason":"%s"}' % (event.qty, reason.encode())
        self._audit(w.ORDER_CANCELLED, w.VENUE, data, order, order_id=event.order_id)

    def _on_replaced(self, event: e.OrderReplaced, number: int) -> None:
        order = self._order(event.order_id)
        if order is not None:
            order.qty, order.price, order.leaves = event.qty, event.price, event.leaves
        data = _json({"qty": event.qty, "price": event.price, "leaves": event.leaves, "kept_place": event.kept_place})
        self._audit(w.ORDER_REPLACED, w.VENUE, data, order, order_id=event.order_id)

    def _on_restated(self, event: e.OrderRestated, number: int) -> None:
        order = self._order(event.order_id)
        if order is not None:
            order.qty -= order.leaves - event.leaves
            order.leaves = event.leaves
            if order.price and event.price:
                order.price = event.price
        data = b'{"price":%d,"leaves":%d}' % (event.price, event.leaves)
        self._audit(w.ORDER_RESTATED, w.VENUE, data, order, order_id=event.order_id)

    def _on_rejected(self, event: e.OrderRejected, number: int) -> None:
        order = self._order(event.order_id)
        reason = w.REJECTION[event.reason]
        if order is not None:
            order.state, order.leaves, order.why = w.REJECTED, 0, reason
        self._audit(w.ORDER_REJECTED, w.VENUE, _json({"qty": event.qty, "reason": reason}), order, order_id=event.order_id)

    def _on_triggered(self, event: e.OrderTriggered, number: int) -> None:
        self._audit(w.STOP_TRIGGERED, w.VENUE, b'{"trigger":%d}' % event.trigger, self._order(event.order_id), order_id=event.order_id)

    def _on_busted(self, event: e.FillBusted, number: int) -> None:
        order = self._order(event.order_id)
        if order is not None:
            order.filled -= event.qty
            order.cost -= event.qty * event.price
        self._fill(number, "BUST", event.order_id, event.trade_id, (0, 0, event.qty, event.price), "", 0)
        data = _json({"trade_id": event.trade_id, "was_qty": event.qty, "was_price": event.price})
        self._audit(w.FILL_BUSTED, w.VENUE, data, order, order_id=event.order_id)

    def _on_corrected(self, event: e.FillCorrected, number: int) -> None:
        order = self._order(event.order_id)
        if order is not None:
            order.filled += event.qty - event.was_qty
            order.cost += event.qty * event.price - event.was_qty * event.was_price
        is_and_was = (event.qty, event.price, event.was_qty, event.was_price)
        self._fill(number, "CORRECTION", event.order_id, event.trade_id, is_and_was, "", 0)
        data = _json(dict(zip(("trade_id", "qty", "price", "was_qty", "was_price"), (event.trade_id, *is_and_was), strict=True)))
        self._audit(w.FILL_CORRECTED, w.VENUE, data, order, order_id=event.order_id)

    # requests about orders ------------------------------------------------------------------------------------------

    def _asked(self, message: CancelOrder | ReplaceOrder | CancelAllOrders) -> None:
        fields: dict[str, Any]
        if isinstance(message, CancelOrder):
            order, fields = self._known(message.order_id), {"what": "cancel"}
        elif isinstance(message, ReplaceOrder):
            order, fields = self._known(message.order_id), {"what": "replace", "qty": message.qty, "price": message.price}
        else:
            side = "" if message.side is None else w.SIDE[message.side]
            order, fields = None, {"what": "cancel all", "instrument": message.instrument, "side": side}
        self._request(w.CHANGE_REQUESTED, w.ORDERS, _json(fields), order, getattr(message, "order_id", 0))
        refused = self._entry is not None and any(type(event) is e.RequestRefused for event in self._entry.events)
        if isinstance(message, ReplaceOrder) and not refused:
            self._request(w.RISK_CHECK, w.RISK, b'{"verdict":"passed"}', order, message.order_id)

    def _known(self, id: int) -> Order | None:
        """An order that is looked at, not changed."""
        order = self._orders.get(id)
        if order is None:
            row = self._recall(id)
            order = None if row is None else Order(*row)
        return order

    def _request(self, kind: str, component: str, data: bytes, order: Order | None, order_id: int) -> None:
        """About an order when it is known; under the request's own correlation when it has one."""
        given = w.clean(self._origin.correlation)
        if order is not None and not given:
            self._audit(kind, component, data, order)
        elif order is not None:
            self._audit(kind, component, data, None, order.instrument, order.account, order_id)
        else:
            self._audit(kind, component, data, order_id=order_id)

    def _on_request_refused(self, event: e.RequestRefused, number: int) -> None:
        order = self._known(event.order_id) if event.order_id else None
        reason = w.REASON[event.reason]
        data = _json({"request": event.request, "reason": reason, "limit": event.limit, "value": event.value})
        if event.request == "replace" and order is not None:
            self._judged(event.reason, event.limit, event.value, order)
        self._request(w.REQUEST_REFUSED, w.RISK, data, order, event.order_id)

    def _on_request_rejected(self, event: e.RequestRejected, number: int) -> None:
        data = _json({"request": w.REQUEST[event.request], "reason": w.REJECTION[event.reason]})
        self._request(w.REQUEST_REJECTED, w.VENUE, data, self._known(event.order_id), event.order_id)

    # positions ------------------------------------------------------------------------------------------------------

    def _on_position(self, event: e.PositionChanged, number: int) -> None:
        key = (event.account, event.instrument)
        was, now = self._held.get(key, 0), event.qty
        self._held[key] = now
        order = self._about
        money = (event.qty, event.cost, event.realised, event.bought, event.sold)
        self._rows.position_changes.append((
            self._seq, number, self.run, event.account, event.instrument, w.moved(was, now), *money,
            0 if order is None else order.id, self._at, self._wall_ns,
        ))
        self._rows.positions[(self.run, *key)] = (self.run, *key, *money, self._seq, self._at, self._wall_ns)
        flipped = (was < 0 < now) or (now < 0 < was)
        if was and (not now or flipped):
            data = b'{"was":%d,"realised":%d}' % (was, event.realised)
            self._audit(w.POSITION_CLOSED, w.POSITIONS, data, order, event.instrument, event.account)
        if now and (not was or flipped):
            data = b'{"qty":%d,"cost":%d}' % (now, event.cost)
            self._audit(w.POSITION_OPENED, w.POSITIONS, data, order, event.instrument, event.account)

    # control --------------------------------------------------------------------------------------------------------

    def _on_kill(self, event: e.KillEngaged | e.KillReleased | StopEvent, number: int) -> None:
        kind = w.KIND_OF_STOP.get(type(event), w.SYSTEM_EVENT)
        self._audit(kind, w.KILL_SWITCH, _json({"what": type(event).__name__, **msgspec.structs.asdict(event)}))

    def _on_limits(self, event: e.LimitsSet, number: int) -> None:
        data = _json({"what": "limits", **msgspec.structs.asdict(event)})
        self._audit(w.CONFIGURATION_CHANGE, w.RISK, data, instrument=event.instrument)

    def _on_listed(self, event: InstrumentListed, number: int) -> None:
        words = (w.clean(event.symbol), w.clean(event.venue), w.clean(event.base), w.clean(event.quote))
        self._rows.instruments[(self.run, event.instrument)] = (
            self.run, event.instrument, self._seq, *words, event.price_decimals, event.qty_decimals, event.tick, event.lot
        )
        data = _json({"what": "instrument listed", **msgspec.structs.asdict(event)})
        self._audit(w.CONFIGURATION_CHANGE, w.VENUE, data, instrument=event.instrument)

    def _on_run(self, event: e.RunStarted, number: int) -> None:
        self.run = self._seq
        self._orders.clear()
        self._held.clear()
        self._run_row = (self.run, w.clean(event.session), w.clean(event.tape_sha256), event.first_at, self._wall_ns, 0, 0, 0, "")
        self._rows.runs[self.run] = self._run_row
        self._audit(w.SYSTEM_EVENT, w.RUN, _json({"what": "run started", **msgspec.structs.asdict(event)}))

    def _on_end(self, event: e.RunEnded, number: int) -> None:
        if self._run_row:
            self._run_row = (*self._run_row[:5], self._seq, self._at, self._wall_ns, w.clean(event.why))
            self._rows.runs[self.run] = self._run_row
        self._audit(w.SYSTEM_EVENT, w.RUN, _json({"what": "run ended", "why": event.why}))

    def _operation(self, message: Any) -> None:
        """What the exchange's operator said. Marks are prices, and come by the thousand."""
        if isinstance(message, SetMark):
            return
        kind = w.CONFIGURATION_CHANGE if isinstance(message, CONFIGURES) else w.SYSTEM_EVENT
        data = _json({"what": type(message).__name__, **msgspec.structs.asdict(message)})
        self._audit(kind, w.VENUE, data, instrument=getattr(message, "instrument", 0))


FOLDS: dict[type, Callable[[Fold, Any, int], None]] = {
    e.OrderSent: Fold._on_sent,
    e.OrderRefused: Fold._on_refused,
    e.OrderWorking: Fold._on_working,
    e.OrderFilled: Fold._on_filled,
    e.OrderCancelled: Fold._on_cancelled,
    e.OrderReplaced: Fold._on_replaced,
    e.OrderRestated: Fold._on_restated,
    e.OrderRejected: Fold._on_rejected,
    e.OrderTriggered: Fold._on_triggered,
    e.FillBusted: Fold._on_busted,
    e.FillCorrected: Fold._on_corrected,
    e.RequestRefused: Fold._on_request_refused,
    e.RequestRejected: Fold._on_request_rejected,
    e.PositionChanged: Fold._on_position,
    **dict.fromkeys((e.KillEngaged, e.KillReleased, *StopEvent.__args__), Fold._on_kill),
    e.LimitsSet: Fold._on_limits,
    e.RunStarted: Fold._on_run,
    e.RunEnded: Fold._on_end,
    InstrumentListed: Fold._on_listed,
    **people_words.FOLDS,
    **desk_words.FOLDS,
    **OUTSIDE,
}
