"""Values with messages in them to bytes and back, for the compiled parts, which define and decode no Structs themselves."""

from typing import Any

import msgspec

from core.messages.approvals import Approvable
from core.messages.commands import PlaceOrder, SetLimits
from core.messages.limits import Limit, RiskCommand
from core.messages.market_data import TradePrinted
from core.messages.participants import AmendOrder, EnterOrder, MassQuote, WithdrawOrder
from core.messages.stopping import SetTrigger
from core.messages.terms import MarketRules

Request = EnterOrder | AmendOrder | WithdrawOrder | MassQuote
"""What a delayed session may have on its way."""


def pack(value: Any) -> bytes:
    """msgpack; the same value always gives the same bytes."""
    return msgspec.msgpack.encode(value)


def unpack(packed: bytes) -> Any:
    """Plain lists and numbers; those below make messages of their parts."""
    return msgspec.msgpack.decode(packed)


def request_of(raw: Any) -> Request:
    found: Request = msgspec.convert(msgspec.to_builtins(raw), Request)
    return found


def rules_of(raw: Any) -> MarketRules:
    return msgspec.convert(msgspec.to_builtins(raw), MarketRules)


def trade_of(raw: Any) -> TradePrinted:
    return msgspec.convert(msgspec.to_builtins(raw), TradePrinted)


def limits_of(raw: Any) -> SetLimits:
    return msgspec.convert(msgspec.to_builtins(raw), SetLimits)


def limit_of(raw: Any) -> Limit:
    return msgspec.convert(msgspec.to_builtins(raw), Limit)


def told_of(raw: Any) -> Any:
    """A RiskCommand."""
    return msgspec.convert(msgspec.to_builtins(raw), RiskCommand)


def order_of(raw: Any) -> PlaceOrder:
    return msgspec.convert(msgspec.to_builtins(raw), PlaceOrder)


def approvable_of(raw: Any) -> Any:
    return msgspec.convert(msgspec.to_builtins(raw), Approvable)


def trigger_of(raw: Any) -> SetTrigger:
    return msgspec.convert(msgspec.to_builtins(raw), SetTrigger)
