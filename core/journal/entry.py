"""One step of the core: what entered, when, and what came of it. Everything published is an Entry."""

from collections.abc import Iterator
from typing import Any

import msgspec

from core.domain.units import INT64_MAX
from core.messages.approvals import ApprovalCommand
from core.messages.commands import Command
from core.messages.events import Event
from core.messages.flow import Flow
from core.messages.groups import Groups
from core.messages.notes import Note
from core.messages.operations import Operation, TimePassed
from core.messages.outside import Outside
from core.messages.participants import Participant

SCHEMA = 4
"""Number of the payload's shape, in every segment's header. A change of any message takes the next one."""


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """seq: from 1, no gaps. at: session time, UTC ns. touches_ours: it concerns our orders, positions, limits, kill
    switch or run, so nobody may see it before it is durable. wall_ns, mono_ns: the clocks when it was stamped."""

    seq: int
    at: int
    message: Any
    events: list[Any]
    touches_ours: bool
    wall_ns: int
    mono_ns: int


class _Payload(msgspec.Struct, frozen=True, array_like=True, gc=False):
    at: int
    touches_ours: bool
    message: Command | Flow | Participant | Operation | TimePassed | Note | Outside | Groups | ApprovalCommand
    events: list[Event]


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Payload)


def encode(entry: Entry) -> bytes:
    """The record's payload; seq and clocks are in the record's header."""
    return _encoder.encode((entry.at, entry.touches_ours, entry.message, entry.events))


def decode(payload: bytes | memoryview, seq: int, wall_ns: int, mono_ns: int) -> Entry:
    """Raises msgspec.DecodeError on anything that is not a payload of this schema."""
    found = _decoder.decode(payload)
    return Entry(seq, found.at, found.message, found.events, found.touches_ours, wall_ns, mono_ns)


def can_hold(message: Any) -> bool:
    """Whether a journal can hold the message and give it back: 64-bit integers, and no other type where one belongs."""
    try:
        packed = encode(Entry(1, 0, message, [], True, 0, 0))
        decode(packed, 1, 0, 0)
    except (OverflowError, msgspec.MsgspecError, UnicodeEncodeError, TypeError):
        return False
    return all(abs(value) <= INT64_MAX for value in _integers(msgspec.msgpack.decode(packed)))


def _integers(value: Any) -> Iterator[int]:
    if isinstance(value, list):
        for inner in value:
            yield from _integers(inner)
    elif isinstance(value, int):
        yield value
