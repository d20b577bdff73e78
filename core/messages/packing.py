"""Values with messages in them to bytes and back, for the compiled parts, which define and decode no Structs themselves."""

from typing import Any

import msgspec

from core.messages.participants import AmendOrder, EnterOrder, MassQuote, WithdrawOrder

Request = EnterOrder | AmendOrder | WithdrawOrder | MassQuote
"""What a delayed session may have on its way."""


def pack(value: Any) -> bytes:
    """msgpack; the same value always gives the same bytes."""
    return msgspec.msgpack.encode(value)


def unpack(packed: bytes) -> Any:
    """Plain lists and numbers; message_of makes messages of their parts."""
    return msgspec.msgpack.decode(packed)


def message_of(raw: Any, kind: Any) -> Any:
    """A part of what was unpacked, as the message, or one of the messages, that it was."""
    return msgspec.convert(msgspec.to_builtins(raw), kind)
