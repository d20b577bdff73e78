"""An order of ours, as the desk keeps it while it is open."""

from core.domain.enums import OrderState, OrderType, Side, TimeInForce
from core.domain.units import InstrumentId, OrderId


class OwnOrder:
    """qty: total lots; leaves: open lots; filled: lots done. price: limit price, 0 for a market order. asked: of the last
    replace."""

    __slots__ = (
        "account", "asked", "client_order_id", "filled", "id", "instrument", "leaves", "order_type", "price", "qty", "side", "state",
        "time_in_force",
    )

    def __init__(
        self, id: OrderId, client_order_id: str, account: int, instrument: InstrumentId, side: Side, order_type: OrderType,
        qty: int, price: int, time_in_force: TimeInForce,
    ) -> None:
        self.id = id
        self.client_order_id = client_order_id
        self.account = account
        self.instrument = instrument
        self.side = side
        self.order_type = order_type
        self.qty: int = qty
        self.price: int = price
        self.asked: int = price
        self.time_in_force = time_in_force
        self.filled: int = 0
        self.leaves: int = qty
        self.state: OrderState = OrderState.SENT
