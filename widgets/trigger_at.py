"""Where an order of ours fires, in words, as every panel says it. Qt-free."""

from core.domain.enums import OrderType
from core.domain.instrument import Instrument
from core.domain.order_types import STOPS
from core.projections.pictures import OrderRow, OwnOrder
from widgets.tongue import mark, tr

STOP, TOUCH = mark("S##letter of a stop order"), mark("T##letter of an order that fires when touched")
TOUCHED = (OrderType.MARKET_IF_TOUCHED, OrderType.LIMIT_IF_TOUCHED)


def letter(order: OwnOrder) -> str:
    """Beside its size, where there is no room for a word."""
    return tr(TOUCH if order.order_type in TOUCHED else STOP)


def word_of(order_type: OrderType) -> str:
    return tr("touch") if order_type in TOUCHED else tr("stop")


def said(instrument: Instrument | None, order_type: OrderType, trigger: int, price: int) -> str:
    """As 'stop 6 180.00, limit 6 175.00'; empty for an order without a trigger. price: its limit, 0: none."""
    if order_type not in STOPS or not (trigger or order_type is OrderType.TRAILING_STOP):
        return ""
    at, limit = price_of(instrument, trigger), price_of(instrument, price)
    if order_type is OrderType.TRAILING_STOP:
        return tr("trailing stop {trigger}", trigger=at) if trigger else tr("trailing stop")
    if order_type in TOUCHED:
        return tr("if touched {trigger}, limit {limit}", trigger=at, limit=limit) if price else tr("if touched {trigger}", trigger=at)
    return tr("stop {trigger}, limit {limit}", trigger=at, limit=limit) if price else tr("stop {trigger}", trigger=at)


def of_row(row: OrderRow) -> str:
    """Where a trailing stop stands that still follows the market, its row does not know."""
    trails = row.order_type is OrderType.TRAILING_STOP and row.waits
    return said(row.instrument, row.order_type, 0 if trails else row.trigger, row.price)


def price_of(instrument: Instrument | None, price: int) -> str:
    return instrument.price_text(price) if instrument is not None else str(price)
