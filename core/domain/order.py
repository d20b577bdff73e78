"""An order of ours, as the desk keeps it while it is open: what it is, whose it is, and what it hangs on."""

from core.domain.enums import OrderState, OrderType, Side, TimeInForce
from core.domain.holding import Holding
from core.domain.units import InstrumentId, OrderId


class Owner:
    """Whose an order is. Empty: nobody in particular. One object may own many orders: never change it."""

    __slots__ = ("correlation", "desk", "session", "signal", "strategy", "trader")

    def __init__(
        self, trader: str = "", strategy: str = "", desk: str = "", session: str = "", signal: str = "", correlation: str = ""
    ) -> None:
        self.trader = trader
        self.strategy = strategy
        self.desk = desk
        self.session = session
        self.signal = signal
        self.correlation = correlation


NOBODY = Owner()


class OwnOrder:
    """qty: total lots; leaves: open lots; filled: lots done. price: limit price, 0 for a market order. asked: of the last
    replace. worth: price at which its open lots are valued. holdings: of every scope it belongs to. parent: id of the parent
    order it works for, 0: none. epoch: the kill switch's generation when it was approved."""

    __slots__ = (
        "account", "asked", "client_order_id", "epoch", "filled", "holdings", "id", "instrument", "leaves", "order_type", "owner", "parent",
        "price", "qty", "side", "state", "time_in_force", "worth",
    )

    def __init__(
        self, id: OrderId, client_order_id: str, account: int, instrument: InstrumentId, side: Side, order_type: OrderType,
        qty: int, price: int, time_in_force: TimeInForce, owner: Owner = NOBODY, parent: int = 0, epoch: int = 0,
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
        self.owner = owner
        self.parent: int = parent
        self.epoch: int = epoch
        self.worth: int = price
        self.holdings: tuple[Holding, ...] = ()
        self.filled: int = 0
        self.leaves: int = qty
        self.state: OrderState = OrderState.SENT
