"""Orders, fills and positions for the tests of the blotters."""

from core.domain.enums import Liquidity, OrderState, OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId
from core.projections.pictures import FillRow, OrderRow, PositionRow

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
ETH = Instrument(InstrumentId(2), "ETH-USD", "COINBASE", "ETH", "USD", 2, 4, 1, 1)
JPY = Instrument(InstrumentId(3), "BTC-JPY", "TOKYO", "BTC", "JPY", 0, 8, 1, 1)
LOT = 100_000_000
AT = 1_531_514_837_387_000_000


def order(key: int, **changes: object) -> OrderRow:
    fields: dict[str, object] = {
        "key": key, "order_id": max(key, 0), "client_order_id": str(key), "at": AT + abs(key) * 1_000_000_000,
        "updated_at": AT, "instrument": BTC, "side": Side.BUY, "order_type": OrderType.LIMIT,
        "time_in_force": TimeInForce.GTC, "qty": LOT, "price": 619_084, "filled": 0, "leaves": LOT, "cost": 0,
        "state": OrderState.WORKING, "cancel_reason": None, "reason": None, "limit": 0, "value": 0, "request": "",
    }
    return OrderRow(**(fields | changes))  # type: ignore[arg-type]


def fill(number: int, side: Side = Side.BUY, instrument: Instrument = BTC) -> FillRow:
    return FillRow(number, 7, AT + number, instrument, side, LOT // 2, 619_084, Liquidity.MAKER)


def position(instrument: Instrument, qty: int, cost: int, mark: int, realised: int = 0) -> PositionRow:
    return PositionRow(1, instrument, qty, cost, mark, realised, qty * mark - cost, max(qty, 0), max(-qty, 0))
