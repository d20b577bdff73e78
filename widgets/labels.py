"""Codes to words: the only display text for enums and reasons. Sentences say what, and what to do."""

from core.domain.enums import CancelReason, Liquidity, Mode, OrderState, OrderType, PhaseOfRun, Side, TimeInForce
from core.domain.instrument import Instrument
from core.messages.reasons import Reason

SIDE = {Side.BUY: "Buy", Side.SELL: "Sell"}
SIDE_TOKEN = {Side.BUY: "bid", Side.SELL: "ask"}
ORDER_TYPE = {OrderType.MARKET: "Market", OrderType.LIMIT: "Limit"}
TIME_IN_FORCE = {TimeInForce.GTC: "GTC", TimeInForce.IOC: "IOC", TimeInForce.FOK: "FOK"}
ORDER_STATE = {
    OrderState.SENT: "Sent", OrderState.WORKING: "Working", OrderState.FILLED: "Filled",
    OrderState.CANCELLED: "Cancelled", OrderState.REJECTED: "Rejected", OrderState.REFUSED: "Refused",
}
LIQUIDITY = {Liquidity.MAKER: "Maker", Liquidity.TAKER: "Taker"}
CANCEL_REASON = {
    CancelReason.REQUESTED: "on request", CancelReason.KILL_SWITCH: "kill switch",
    CancelReason.IMMEDIATE_REMAINDER: "remainder not filled at once", CancelReason.RUN_ENDED: "run ended",
}
MODE = {Mode.LIVE_SIM: "LIVE SIM", Mode.REPLAY: "REPLAY", Mode.PAUSED: "PAUSED", Mode.DRILL: "DRILL", Mode.ENDED: "ENDED"}
PHASE_OF_RUN = {PhaseOfRun.IDLE: "idle", PhaseOfRun.RUNNING: "running", PhaseOfRun.ENDED: "ended"}


def refusal(reason: Reason, limit: int, value: int, instrument: Instrument | None) -> str:
    """One sentence for a refused request: the rule, its number and ours."""
    if instrument is None:
        return _PLAIN.get(reason, reason.name.replace("_", " ").capitalize()) + "."
    qty, price, money = instrument.qty_text, instrument.price_text, instrument.money_text
    sentences = {
        Reason.MAX_ORDER_QTY: f"Order of {qty(value)} {instrument.base} is above the limit of {qty(limit)}",
        Reason.PRICE_COLLAR: f"Price {price(value)} is outside the collar, which ends at {price(limit)}",
        Reason.MAX_ORDER_VALUE: f"Order worth {money(value)} {instrument.quote} is above the limit of {money(limit)}",
        Reason.MAX_POSITION: f"Position could reach {qty(value)} {instrument.base}; the limit is {qty(limit)}",
        Reason.MAX_OPEN_ORDERS: f"{value} orders would be open; the limit is {limit}",
    }
    return sentences.get(reason, _PLAIN.get(reason, reason.name)) + "."


_PLAIN = {
    Reason.KILL_SWITCH_ENGAGED: "Kill switch is engaged: release it first",
    Reason.NOT_RUNNING: "No session is running",
    Reason.UNKNOWN_INSTRUMENT: "This instrument is not listed",
    Reason.DUPLICATE_CLIENT_ORDER_ID: "This ticket was sent already",
    Reason.UNKNOWN_ORDER: "No such order of ours",
    Reason.ORDER_NOT_WORKING: "The order is no longer working",
    Reason.BAD_QTY: "Quantity must be more than zero and a whole number of lots",
    Reason.BAD_PRICE: "Price is not on the tick grid",
    Reason.BAD_TIME_IN_FORCE: "A market order cannot rest: use IOC or FOK",
    Reason.NO_REFERENCE_PRICE: "No market price to judge this order by",
    Reason.ALREADY_RELEASED: "Kill switch is released already",
    Reason.NEWER_ENGAGEMENT: "Kill switch was engaged again since: look, then release again",
    Reason.NOTHING_CHANGES: "The order has this price and quantity already",
    Reason.BAD_LIMITS: "Limits must be more than zero",
}
THEME = {
    "dark": "Dark", "light": "Light", "contrast": "High contrast", "dark-classic": "Dark, green and red",
    "light-classic": "Light, green and red", "contrast-classic": "High contrast, green and red",
}
