"""Our orders and fills, row by row: for the blotters, what became of a ticket, and everybody who draws own orders.

Rows are kept for the whole run; a view is handed those that changed since its cursor, at a cost of those alone. Memory grows with
our own orders only, never with the market's.
"""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping

import msgspec

from core.domain.enums import CancelReason, OrderState, OrderType, Request, Side, TimeInForce
from core.domain.fill_state import FillState
from core.domain.instrument import Instrument
from core.domain.order_state import OPEN
from core.domain.order_types import STOPS
from core.messages.commands import PlaceOrder, ReplaceOrder
from core.messages.events import (
    CancelSent,
    FillBusted,
    FillCorrected,
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
    RunStarted,
)
from core.messages.groups import PlaceBasket, PlaceLinked
from core.messages.operations import BustTrade, CorrectTrade
from core.messages.origin import Origin
from core.messages.participants import KEEP
from core.messages.terms import Terms
from core.projections.board import Fold
from core.projections.pictures import FillRow, OrderRow, OrdersPicture, OwnOrder, RowsLook

ROWS_A_PICTURE = 2000
"""At most this many rows travel in one frame; the rest follow in the next ones."""
NOBODY = Origin()
PLAIN = Terms()
NOT_ASKED = (0, NOBODY, PLAIN, TimeInForce.GTC)


class Orders:
    """instrument_of: id -> Instrument or None. queue_ahead: (instrument, order id) -> lots before it, exact, read-only. trigger_of: the
    same arguments -> where a trailing stop fires now, 0: nobody knows."""

    def __init__(
        self, instrument_of: Callable[[int], Instrument | None], queue_ahead: Callable[[int, int], int],
        trigger_of: Callable[[int, int], int],
    ) -> None:
        self._instrument_of = instrument_of
        self._queue_ahead = queue_ahead
        self._trigger_of = trigger_of
        self.generation = 0
        self.version = 0
        self.folds: Mapping[type, Fold] = {
            OrderSent: self._on_sent,
            OrderWorking: self._on_working,
            OrderFilled: self._on_filled,
            OrderCancelled: self._on_cancelled,
            OrderReplaced: self._on_replaced,
            OrderRefused: self._on_refused,
            RequestRefused: self._on_request_refused,
            OrderRejected: self._on_rejected,
            RequestRejected: self._on_request_rejected,
            OrderRestated: self._on_restated,
            FillBusted: self._on_busted,
            FillCorrected: self._on_corrected,
            CancelSent: self._on_cancel_sent,
            ReplaceSent: self._on_replace_sent,
            QuerySent: self._on_query_sent,
            OrderStands: self._on_stands,
            OrderTriggered: self._on_triggered,
            RunStarted: self._on_run,
            PlaceOrder: self._on_asked,
            ReplaceOrder: self._on_replace_asked,
            PlaceLinked: self._on_linked,
            PlaceBasket: self._on_basket,
            BustTrade: self._on_amending,
            CorrectTrade: self._on_amending,
        }
        self._clear()

    def _clear(self) -> None:
        self.rows: dict[int, OrderRow] = {}
        self._changed_at: dict[int, int] = {}
        self._log_versions, self._log_keys = array("q"), array("q")
        """Which row changed at which version, oldest first; what a later change of the row has overtaken goes in time."""
        self._asked: dict[str, tuple[int, Origin, Terms, TimeInForce]] = {}
        """Account, author, terms and time in force of the orders that the last message asked for: a refusal does not say them."""
        self._moving: dict[int, int] = {}
        """Order -> trigger (or KEEP) that the last replace asked for: the answer does not say it."""
        self._on_way: dict[int, list[int]] = {}
        """Order -> the same of its replaces that are not answered yet, oldest first."""
        self.open: dict[int, OrderRow] = {}
        self.fills: list[FillRow] = []
        self.fill_log = array("q")
        """Which of the fills, by its place, came or changed, oldest first."""
        self._amending: dict[int, str] = {}
        """Trade -> why the exchange's operator undoes or corrects it, as the last message said: a report does not say it."""
        self.refused = 0
        self.sent = 0
        self.open_values: dict[int, int] = {}
        """Instrument -> exact money of the open orders; one without a limit counts at its trigger."""

    def picture(self, look: RowsLook) -> OrdersPicture | None:
        cursor = look.cursor if look.generation == self.generation else 0
        if look.generation == self.generation and cursor == self.version:
            return None
        keys, versions, changed_at = self._log_keys, self._log_versions, self._changed_at
        changed: list[OrderRow] = []
        for place in range(bisect_right(versions, cursor), len(versions)):
            if changed_at[keys[place]] == versions[place]:
                if len(changed) == ROWS_A_PICTURE:
                    return OrdersPicture(self.generation, versions[place] - 1, tuple(changed))
                changed.append(self.rows[keys[place]])
        return OrdersPicture(self.generation, self.version, tuple(changed))

    def author_of(self, client_order_id: str) -> tuple[int, Origin]:
        """Account and author of an order that the message at hand asked for; 0 and nobody of another one."""
        return self._asked.get(client_order_id, NOT_ASKED)[:2]

    def working(self, instrument: int) -> tuple[OwnOrder, ...]:
        """Open orders of one instrument that stand in its book, with the exact quantity ahead of each."""
        return tuple(
            OwnOrder(
                row.order_id, row.side, row.price, row.qty, row.leaves, self._queue_ahead(instrument, row.order_id), row.order_type,
                since=row.since,
            )
            for row in self.open.values()
            if row.instrument is not None and row.instrument.id == instrument and row.price and not row.waits
        )

    def waiting(self, instrument: int) -> tuple[OwnOrder, ...]:
        """Those that wait for their trigger outside the book."""
        found = []
        for row in self.open.values():
            if row.instrument is not None and row.instrument.id == instrument and row.waits:
                trails = row.order_type is OrderType.TRAILING_STOP
                trigger = self._trigger_of(instrument, row.order_id) if trails else row.trigger
                if trigger:
                    found.append(OwnOrder(
                        row.order_id, row.side, row.price, row.qty, row.leaves, 0, row.order_type, trigger, row.trigger_by,
                        # The machine moves a trailing one without a word.
                        0 if trails else row.since,
                    ))
        return tuple(found)

    def own(self, instrument: int) -> tuple[OwnOrder, ...]:
        return (*self.working(instrument), *self.waiting(instrument))

    def open_lots(self, instrument: int, side: Side) -> int:
        return sum(
            row.leaves for row in self.open.values() if row.side is side and row.instrument is not None and row.instrument.id == instrument
        )

    # folds ----------------------------------------------------------------------------------------------------------

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._clear()
        self.generation += 1
        self.version += 1

    def _on_asked(self, at: int, m: PlaceOrder) -> None:
        self._ask((m,), None)

    def _on_linked(self, at: int, m: PlaceLinked) -> None:
        self._ask(m.legs, m.origin)

    def _on_basket(self, at: int, m: PlaceBasket) -> None:
        self._ask(m.orders, m.origin)

    def _ask(self, orders: Iterable[PlaceOrder], origin: Origin | None) -> None:
        self._asked = {
            one.client_order_id: (one.account, one.origin or origin or NOBODY, one.terms or PLAIN, one.time_in_force) for one in orders
        }

    def _on_replace_asked(self, at: int, m: ReplaceOrder) -> None:
        self._moving = {m.order_id: m.trigger}

    def _on_sent(self, at: int, e: OrderSent) -> None:
        self.sent += 1
        origin, terms = e.origin or NOBODY, e.terms or PLAIN
        row = OrderRow(
            e.order_id, e.order_id, e.client_order_id, at, at, self._instrument_of(e.instrument), e.side, e.order_type,
            e.time_in_force, e.qty, e.price, 0, e.qty, 0, OrderState.SENT, None, None, 0, 0, "", None,
            e.account, origin.person, origin.strategy, e.venue, 0, e.parent, terms.trigger, terms.trigger_by, since=at,
        )
        self._put(row)

    def _on_working(self, at: int, e: OrderWorking) -> None:
        row = self.rows[e.order_id]
        # The venue's leaves count: a self match may have taken quantity off without a fill.
        qty = row.qty - (row.leaves - e.leaves)
        price = e.price if row.price and e.price else row.price
        # A request of ours that is on its way is answered by OrderStands.
        state = OrderState.WORKING if row.state is OrderState.SENT else row.state
        self._change(at, e.order_id, state=state, qty=qty, leaves=e.leaves, price=price)

    def _on_filled(self, at: int, e: OrderFilled) -> None:
        row = self.rows[e.order_id]
        state = row.state if e.leaves or row.state not in OPEN else OrderState.FILLED
        qty = row.qty - (row.leaves - e.qty - e.leaves) if row.state in OPEN else max(row.qty, row.filled + e.qty)
        # Not every venue tells of the firing itself.
        fired_at = row.fired_at or (at if row.order_type in STOPS else 0)
        self._change(
            at, e.order_id, state=state, qty=qty, leaves=e.leaves, filled=row.filled + e.qty, cost=row.cost + e.qty * e.price,
            fees=row.fees + e.fee, fired_at=fired_at,
        )
        if row.instrument is not None:
            self.fill_log.append(len(self.fills))
            self.fills.append(FillRow(
                len(self.fills) + 1, e.order_id, at, row.instrument, row.side, e.qty, e.price, e.liquidity,
                row.account, row.person, row.strategy, e.venue, e.fee, e.trade_id,
            ))

    def _on_cancelled(self, at: int, e: OrderCancelled) -> None:
        row = self.rows[e.order_id]
        state = OrderState.EXPIRED if e.reason is CancelReason.EXPIRED else OrderState.CANCELLED
        self._change(at, e.order_id, state=state, qty=row.qty - row.leaves + e.qty, leaves=0, cancel_reason=e.reason)

    def _on_cancel_sent(self, at: int, e: CancelSent) -> None:
        if self.rows[e.order_id].state is not OrderState.IN_DOUBT:
            self._change(at, e.order_id, state=OrderState.CANCELLING)

    def _on_replace_sent(self, at: int, e: ReplaceSent) -> None:
        if self.rows[e.order_id].state is not OrderState.CANCELLING:
            self._change(at, e.order_id, state=OrderState.REPLACING)

        self._on_way.setdefault(e.order_id, []).append(e.trigger)
        self._moving.pop(e.order_id, None)

    def _on_query_sent(self, at: int, e: QuerySent) -> None:
        if self.rows[e.order_id].state in OPEN:
            self._change(at, e.order_id, state=OrderState.IN_DOUBT)

    def _on_stands(self, at: int, e: OrderStands) -> None:
        if e.state is OrderState.WORKING:
            self._on_way.pop(e.order_id, None)
        self._change(at, e.order_id, state=e.state)

    def _on_replaced(self, at: int, e: OrderReplaced) -> None:
        asked = self._trigger_answered(e.order_id)
        trigger = self.rows[e.order_id].trigger if asked == KEEP else asked
        self._change(at, e.order_id, qty=e.qty, price=e.price, leaves=e.leaves, trigger=trigger)

    def _on_triggered(self, at: int, e: OrderTriggered) -> None:
        self._change(at, e.order_id, trigger=e.trigger, fired_at=at)

    def _trigger_answered(self, order_id: int) -> int:
        """Of the replace that is answered now."""
        sent = self._on_way.get(order_id)
        return sent.pop(0) if sent else self._moving.pop(order_id, KEEP)

    def _on_refused(self, at: int, e: OrderRefused) -> None:
        self.refused += 1
        account, origin, terms, tif = self._asked.get(e.client_order_id, NOT_ASKED)
        row = OrderRow(
            -self.refused, 0, e.client_order_id, at, at, self._instrument_of(e.instrument), e.side, e.order_type,
            tif, e.qty, e.price, 0, 0, 0, OrderState.REFUSED, None, e.reason, e.limit, e.value, "", None,
            account, origin.person, origin.strategy, trigger=terms.trigger, trigger_by=terms.trigger_by,
        )
        self._put(row)

    def _on_request_refused(self, at: int, e: RequestRefused) -> None:
        self._moving.pop(e.order_id, None)
        if e.order_id in self.rows:
            self._change(at, e.order_id, reason=e.reason, limit=e.limit, value=e.value, request=e.request)

    def _on_rejected(self, at: int, e: OrderRejected) -> None:
        self._change(at, e.order_id, state=OrderState.REJECTED, leaves=0, rejection=e.reason, reason=None, request="")

    def _on_request_rejected(self, at: int, e: RequestRejected) -> None:
        if e.request is Request.REPLACE:
            self._trigger_answered(e.order_id)
        if e.order_id in self.rows:
            self._change(at, e.order_id, rejection=e.reason, request=e.request.name.lower(), reason=None)

    def _on_restated(self, at: int, e: OrderRestated) -> None:
        row = self.rows[e.order_id]
        price = e.price if row.price and e.price else row.price
        self._change(at, e.order_id, qty=row.qty - row.leaves + e.leaves, leaves=e.leaves, price=price)

    def _on_busted(self, at: int, e: FillBusted) -> None:
        """The row's fills follow, as CumQty does (FIX ExecType H). The fill's own line stays, as the record of what was reported, and
        says that it was undone."""
        row = self.rows[e.order_id]
        self._change(
            at, e.order_id, filled=row.filled - e.qty, cost=row.cost - e.qty * e.price, fees=row.fees - e.fee, undone=row.undone + e.qty,
            amended=FillState.BUSTED, trade=e.trade_id,
        )
        self._amend(e.order_id, e.trade_id, state=FillState.BUSTED)

    def _on_corrected(self, at: int, e: FillCorrected) -> None:
        row = self.rows[e.order_id]
        cost = row.cost - e.was_qty * e.was_price + e.qty * e.price
        self._change(
            at, e.order_id, filled=row.filled - e.was_qty + e.qty, cost=cost, fees=row.fees - e.was_fee + e.fee,
            undone=row.undone + e.was_qty - e.qty, amended=FillState.CORRECTED, trade=e.trade_id,
        )
        self._amend(e.order_id, e.trade_id, state=FillState.CORRECTED, qty=e.qty, price=e.price, fee=e.fee)

    def _on_amending(self, at: int, m: BustTrade | CorrectTrade) -> None:
        self._amending = {m.trade_id: m.why}

    def _amend(self, order_id: int, trade_id: int, **fields: object) -> None:
        """Searched from the newest: amendments are few, and come soon."""
        for place in range(len(self.fills) - 1, -1, -1):
            fill = self.fills[place]
            if fill.order_id == order_id and fill.trade_id == trade_id and fill.state is not FillState.BUSTED:
                if fields["state"] is FillState.CORRECTED:
                    fields |= {"was_qty": fill.was_qty or fill.qty, "was_price": fill.was_price or fill.price}
                self.fills[place] = msgspec.structs.replace(fill, why=self._amending.get(trade_id, ""), **fields)
                self.fill_log.append(place)
                return

    # rows -----------------------------------------------------------------------------------------------------------

    def _change(self, at: int, key: int, **fields: object) -> None:
        before = self.rows[key]
        row = msgspec.structs.replace(before, updated_at=at, **fields)
        self._put(row if row.place == before.place else msgspec.structs.replace(row, since=at))

    def _put(self, row: OrderRow) -> None:
        self.version += 1
        before = self.open.get(row.key)
        if before is not None:
            self._count(before, -1)
        if row.state in OPEN:
            self.open[row.key] = row
            self._count(row, 1)
        else:
            self.open.pop(row.key, None)
            self._on_way.pop(row.key, None)
        self.rows[row.key] = row
        self._changed_at[row.key] = self.version
        self._log_versions.append(self.version)
        self._log_keys.append(row.key)
        if len(self._log_keys) > 2 * len(self.rows) + ROWS_A_PICTURE:
            self._shorten_log()

    def _count(self, row: OrderRow, times: int) -> None:
        if row.instrument is not None:
            id = int(row.instrument.id)
            self.open_values[id] = self.open_values.get(id, 0) + times * row.leaves * (row.price or row.trigger)

    def _shorten_log(self) -> None:
        """Once in as many changes as there are rows."""
        changed_at = self._changed_at
        live = [(v, key) for v, key in zip(self._log_versions, self._log_keys, strict=True) if changed_at[key] == v]
        self._log_versions, self._log_keys = array("q", (v for v, _ in live)), array("q", (key for _, key in live))

