"""Real entries for tests of the history database: every scenario's conversation as a run of one journal, and a desk that trades."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import select

from core.domain.enums import OrderType, Side, TimeInForce
from core.edge.history.queries import reading
from core.edge.history.tables import KEPT
from core.journal.entry import Entry
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import CancelOrder, PlaceOrder, SetLimits, StartRun
from core.messages.flow import FlowLimit, FlowMarket, ListInstrument
from core.messages.origin import Origin
from core.messages.outside import OutsideReport
from tests.scenarios.conversation import Conversation

CONVERSATIONS = Path(__file__).parents[1] / "scenarios" / "conversations"
WALL_NS = 1_700_000_000_000_000_000
ALICE = Origin("alice", "desk a", "mean reversion", "signal 7", "")


class Machine:
    """An engine whose steps are kept as entries, as the sequencer would."""

    def __init__(self) -> None:
        self.engine = Engine(State())
        self.entries: list[Entry] = []

    def say(self, at: int, message: Any) -> Entry:
        seq, touched = len(self.entries) + 1, self.engine.touched
        events = self.engine.apply(seq, at, message)
        entry = Entry(seq, at, message, events, self.engine.touched != touched, WALL_NS + seq, seq)
        self.entries.append(entry)
        return entry


@cache
def conversations() -> tuple[Entry, ...]:
    """Every conversation, one run after the other, in one journal. Order ids of cancels are the conversation's own, moved along."""
    entries: list[Entry] = []
    for path in sorted(CONVERSATIONS.glob("*.txt")):
        entries += conversation(path, len(entries))
    return tuple(entries)


def conversation(path: Path, first: int = 0) -> list[Entry]:
    """The conversation's messages, said again to a machine that counts from `first`."""
    talk = Conversation()
    talk.play(path.read_text())
    engine = Engine(State())
    found = []
    for seq, at, message in talk.said:
        message = _moved(message, first)
        touched = engine.touched
        events = engine.apply(seq + first, at, message)
        found.append(Entry(seq + first, at, message, events, engine.touched != touched, WALL_NS + seq + first, seq))
    return found


def _moved(message: Any, by: int) -> Any:
    """With its order ids so much higher."""
    changed: dict[str, Any] = {}
    if isinstance(message, OutsideReport):
        changed["report"] = _moved(message.report, by)
    for name in ("legs", "orders"):
        if hasattr(message, name):
            changed[name] = tuple(_moved(order, by) for order in getattr(message, name))
    for name in ("order_id", "parent"):
        if getattr(message, name, 0) > 0:
            changed[name] = getattr(message, name) + by
    return type(message)(**{**_fields(message), **changed}) if changed else message


def _fields(message: Any) -> dict[str, Any]:
    return {name: getattr(message, name) for name in message.__struct_fields__}


def trading(count: int) -> list[Entry]:
    """A run in which the desk rests, takes, cancels and is refused; half of the orders fill."""
    machine = Machine()
    for message in (
        StartRun("trading", "", 0, 0, False, "", ()), ListInstrument(1, "X", "V", "B", "Q", 2, 8, 1, 1),
        SetLimits(1, 1_000, 10**12, 5_000, 10**6, 10**6),
        FlowLimit(1, -1, Side.BUY, 10**9, 9_900), FlowLimit(1, -2, Side.SELL, 10**9, 10_100),
    ):
        machine.say(0, message)
    for n in range(count):
        at = (n + 1) * 1_000
        side = Side.SELL if n // 50 % 2 else Side.BUY
        if n % 5 == 4:
            machine.say(at, PlaceOrder(f"big {n}", 1, side, OrderType.LIMIT, 2_000, 10_000, origin=ALICE))
            continue
        price = (10_100 if side is Side.BUY else 9_900) if n % 2 else 10_000
        force = TimeInForce.IOC if n % 2 else TimeInForce.GTC
        placed = machine.say(at, PlaceOrder(f"order {n}", 1, side, OrderType.LIMIT, 10, price, force, origin=ALICE))
        if n % 4 == 0:
            machine.say(at, FlowMarket(1, -1_000 - n, Side.SELL if side is Side.BUY else Side.BUY, 4, 0))
            machine.say(at, CancelOrder(placed.seq))
    return machine.entries


def content(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with reading(url) as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))] for table in KEPT
        }


def cut(entries: list[Entry], places: list[int]) -> Iterator[list[Entry]]:
    edges = [0, *sorted(places), len(entries)]
    for begin, end in pairwise(edges):
        yield entries[begin:end]
