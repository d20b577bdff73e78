"""Payloads of older schemas as today's: one numbered step a schema change, each from a schema to the next, each pure.

A step gets and gives [at, touches_ours, message, events] as msgpack's own lists and numbers. Messages only ever gain fields at
their end, with a default that means what the older program did, so most steps have nothing to do: they are here so that
the number says what changed. What an older program recorded as events has fewer fields than today's machine gives again; agrees()
compares what it had.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from core.domain.enums import SelfMatch
from core.journal.entry import SCHEMA, Entry, decode

Raw = list[Any]
_START_RUN = 8
"""Tags are for ever, so the steps name them as they stood."""


def _to_2(payload: Raw) -> Raw:
    """Orders gained terms, replaces a trigger and display, events their feeds' numbers, trade ids and fees. Orders of ours met each
    other freely until then: a run says so now."""
    message = payload[2]
    if message[0] == _START_RUN:
        message = [*message, None, int(SelfMatch.ALLOW)]
    return [*payload[:2], message, *payload[3:]]


def _to_3(payload: Raw) -> Raw:
    """Commands gained their origin, runs their self-match prevention, orders their owner, parent and the kill switch's
    generation; the program's own notes came in."""
    return payload


def _to_4(payload: Raw) -> Raw:
    """Venues said what they lack, their edges what is overdue, people which breaks they have seen. What the machine decides otherwise since
    hangs on StartRun.gate_rules."""
    return payload


STEPS: dict[int, Callable[[Raw], Raw]] = {1: _to_2, 2: _to_3, 3: _to_4}
"""By the schema a step starts from. tests/golden holds a journal of every schema."""


TOLD_SINCE = (171,)
"""Tags of events that older programs did not tell, and that change nothing: warnings of limits."""


class OldEvents(list[Any]):
    """Events of an older schema in today's types; recorded: as they stand in the journal."""

    __slots__ = ("recorded",)

    def __init__(self, events: list[Any], recorded: list[Any]) -> None:
        super().__init__(events)
        self.recorded = recorded


def decode_old(payload: bytes | memoryview, schema: int, seq: int, wall_ns: int, mono_ns: int) -> Entry:
    """Raises msgspec.DecodeError on what is no payload of that schema."""
    raw = msgspec.msgpack.decode(payload)
    recorded = raw[3] if isinstance(raw, list) and len(raw) > 3 else []
    for number in range(schema, SCHEMA):
        raw = STEPS[number](raw)
    entry = decode(msgspec.msgpack.encode(raw), seq, wall_ns, mono_ns)
    return msgspec.structs.replace(entry, events=OldEvents(entry.events, recorded))


def agrees(recorded: list[Any], made: list[Any]) -> bool:
    """Whether the machine says again what the journal says it said. Of an older schema: in every field that it had, and in
    whatever order within the step (the first one told each cancel of a kill with its level, today's tells all levels first)."""
    if type(recorded) is not OldEvents:
        return recorded == made
    left = [msgspec.msgpack.decode(msgspec.msgpack.encode(event)) for event in made]
    for old in recorded.recorded:
        match = next((number for number, new in enumerate(left) if _fits(old, new)), -1)
        if match < 0:
            return False
        del left[match]
    return all(event[0] in TOLD_SINCE for event in left)


def _fits(old: Any, new: Any) -> bool:
    if isinstance(old, list) and isinstance(new, list):
        return len(old) <= len(new) and all(_fits(a, b) for a, b in zip(old, new, strict=False))
    return bool(old == new)
