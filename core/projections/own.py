"""Our orders: as a row of the blotter, and the open ones of an instrument as ladder, chart, depth and heatmap draw them."""

import msgspec

from core.domain.enums import CancelReason, OrderState, OrderType, Side, TimeInForce, TriggerBy
from core.domain.fill_state import FillState
from core.domain.instrument import Instrument
from core.domain.order_state import OPEN
from core.domain.order_types import STOPS
from core.messages.reasons import Reason
from core.messages.rejections import Rejection


class OwnOrder(msgspec.Struct, frozen=True, gc=False):
    """ahead: exact quantity before it in its level's queue now. price: its limit, 0: none. trigger: where it fires, 0: it rests in the
    book; an order with a trigger waits outside it, and has no queue. trigger_by: which price it watches. since: session time from which
    it is at that price, 0: not known, as of one that follows the market."""

    order_id: int
    side: Side
    price: int
    qty: int
    leaves: int
    ahead: int
    order_type: OrderType = OrderType.LIMIT
    trigger: int = 0
    trigger_by: TriggerBy = TriggerBy.LAST
    since: int = 0

    @property
    def at(self) -> int:
        """The price at which it is drawn: what would make it act."""
        return self.trigger or self.price

    @property
    def follows(self) -> bool:
        """Whether its trigger moves with the market, and nobody may move it."""
        return self.trigger > 0 and self.order_type is OrderType.TRAILING_STOP


class OrderRow(msgspec.Struct, frozen=True, gc=False):
    """key: unique and steady: the order id, or a negative number for a refused request that never became an order.

    cost: exact money of the fills, so average price = cost / filled. reason: set when refused by us; rejection: when rejected
    by the venue. request: what of it that is about, cancel or replace; empty: the order itself. person, strategy: who is behind it, empty:
    not given. venue: the outside one that has it, empty: the embedded exchange. fees: exact money. parent: the order that it works for,
    0: none. trigger: of stops and if-touched orders, 0: none, or a trailing one that nobody told; fired_at: session time of its firing,
    0: it has not. undone: lots of its fills that the venue took back: filled and cost are without them. amended, trade: its last change
    to one. since: session time from which it stands at its price and trigger.
    """

    key: int
    order_id: int
    client_order_id: str
    at: int
    updated_at: int
    instrument: Instrument | None
    side: Side
    order_type: OrderType
    time_in_force: TimeInForce
    qty: int
    price: int
    filled: int
    leaves: int
    cost: int
    state: OrderState
    cancel_reason: CancelReason | None
    reason: Reason | None
    limit: int
    value: int
    request: str
    rejection: Rejection | None = None
    account: int = 0
    person: str = ""
    strategy: str = ""
    venue: str = ""
    fees: int = 0
    parent: int = 0
    trigger: int = 0
    trigger_by: TriggerBy = TriggerBy.LAST
    fired_at: int = 0
    undone: int = 0
    amended: FillState = FillState.STANDS
    trade: int = 0
    since: int = 0

    @property
    def place(self) -> tuple[int, int, bool]:
        """Where it stands: another one is another place to be drawn at."""
        return self.price, self.trigger, self.fired_at > 0

    @property
    def waits(self) -> bool:
        """Outside the book, for its trigger."""
        return self.order_type in STOPS and not self.fired_at and self.state in OPEN
