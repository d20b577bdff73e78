"""Every message and every event goes through the journal's codec and comes back as it was."""

import enum
import types
import typing
from typing import Any

import msgspec
import pytest

from core.journal.entry import Entry, decode, encode
from core.messages import commands, events, flow, market_data, notes, operations, participants, reports, stopping


def a_value(kind: Any) -> Any:
    """Some value of a field's type, none of them the default."""
    if isinstance(kind, typing.NewType):
        return a_value(kind.__supertype__)
    origin, given = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return a_value(next(one for one in given if one is not type(None)))
    if origin is tuple:
        inner = given[:1] * 2 if given[-1] is Ellipsis else given
        return tuple(a_value(one) for one in inner)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        hints = typing.get_type_hints(kind)
        return kind(**{name: a_value(hints[name]) for name in kind.__struct_fields__})
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return list(kind)[-1]
    return {int: 7, bool: True, str: "x"}[kind]


def tagged(*modules: Any) -> list[type]:
    found = {
        one for module in modules for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, msgspec.Struct) and isinstance(one.__struct_config__.tag, int)
    }
    return sorted(found, key=lambda one: one.__name__)


KILL = tagged(stopping)
MESSAGES = [*tagged(flow, participants, operations, notes), *(kind for kind in tagged(commands) if kind not in KILL)]
MESSAGES += [kind for kind in KILL if kind.__struct_config__.tag < 190]  # type: ignore[attr-defined]
EVENTS = [*tagged(market_data, reports), *(kind for kind in tagged(events) if kind not in KILL)]
EVENTS += [kind for kind in KILL if kind.__struct_config__.tag >= 190]  # type: ignore[attr-defined]


def test_tags_are_unique() -> None:
    for kinds in (MESSAGES, EVENTS):
        assert len({kind.__struct_config__.tag for kind in kinds}) == len(kinds) > 20  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", MESSAGES, ids=lambda kind: kind.__name__)
def test_a_message_comes_back(kind: type) -> None:
    message = a_value(kind)
    assert decode(encode(Entry(1, 2, message, [], False, 0, 0)), 1, 0, 0).message == message


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_an_event_comes_back(kind: type) -> None:
    event = a_value(kind)
    entry = Entry(1, 2, commands.CancelAllOrders(), [event], False, 0, 0)
    assert decode(encode(entry), 1, 0, 0).events == [event]
