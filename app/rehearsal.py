"""A rehearsal of the kill switch against a shadow of the machine: a small book with orders of its own, stopped with a stopwatch.

It proves that a trip blocks, cancels and verifies, that one person cannot release, that two can, and that a restored copy of the
stopped state says the same; and takes the three times. Nothing of the real desk is touched: the shadow has its own state, its
own made-up market, no journal and no latch. Each rehearsal is a line in DATA/drills.jsonl.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from core.domain.enums import OrderType, Side
from core.domain.stages import Stage
from core.domain.units import MILLISECOND
from core.machine.engine import Engine
from core.machine.memory import restore, rows
from core.machine.state import State, digest
from core.messages.commands import EngageKill, PlaceOrder, SetLimits, StartRun
from core.messages.events import OrderCancelled, OrderRefused, OrderSent, RequestRefused
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.operations import TimePassed
from core.messages.origin import Origin
from core.messages.packing import pack, unpack
from core.messages.reasons import Reason
from core.messages.stopping import ApproveRelease, RequestRelease, SetStage
from core.projections.stop_pictures import Rehearsed
from widgets.tongue import told

ORDERS = 1_000
FILE_NAME = "drills.jsonl"
RISK, OPERATOR = Origin("demo-risk"), Origin("demo-operator")


class Failed(Exception):
    """The switch did not do what it must; the text says what."""


class Shadow:
    """The machine on its own. breathe: called now and then, so that whoever runs beside it gets the interpreter."""

    def __init__(self, orders: int, breathe: Callable[[], None]) -> None:
        self.engine = Engine(State())
        self.seq = 0
        self._at = MILLISECOND
        self.say(StartRun("rehearsal", "", MILLISECOND, 0, False, "", ()))
        self.say(ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1))  # type: ignore[arg-type]
        self.say(SetLimits(1, 1_000, 10**12, 5_000, 10**9, orders + 10))  # type: ignore[arg-type]
        self.say(FlowLimit(1, -1, Side.BUY, 5, 10_000))  # type: ignore[arg-type]
        self.say(FlowLimit(1, -2, Side.SELL, 5, 10_002))  # type: ignore[arg-type]
        for number in range(orders):
            side = Side.BUY if number % 2 else Side.SELL
            price = 9_900 - number % 50 if number % 2 else 10_100 + number % 50
            _must(self.sent(self.place(f"o{number}", side, price)), told("no order went out"))
            if not number % 50:
                breathe()

    def say(self, message: Any) -> list[Any]:
        self.seq += 1
        return self.engine.apply(self.seq, self._at, message)

    def place(self, name: str, side: Side = Side.BUY, price: int = 9_900) -> list[Any]:
        return self.say(PlaceOrder(name, 1, side, OrderType.LIMIT, 1, price))  # type: ignore[arg-type]

    @staticmethod
    def sent(events: list[Any]) -> bool:
        return any(isinstance(event, OrderSent) for event in events)

    @property
    def stage(self) -> Stage:
        stop = self.engine.state.kill.stops.get("everything")
        return stop.stage if stop is not None else Stage.RELEASED

    def stop(self, breathe: Callable[[], None]) -> tuple[int, int, int]:
        """Nanoseconds from the trip to the first refused order, the last cancel, and the proof."""
        state = self.engine.state
        began = time.perf_counter_ns()
        self.say(EngageKill("rehearsal", scope="everything"))
        refused = self.place("after the trip")
        blocked = time.perf_counter_ns()
        _must(_says(refused, OrderRefused, Reason.KILL_SWITCH_ENGAGED), told("it did not block"))
        hit, gone, cancelled = state.kill.stops["everything"].hit, 0, blocked
        while self.engine.next_due() <= self._at:
            events = self.say(TimePassed())
            gone += sum(isinstance(event, OrderCancelled) for event in events)
            cancelled = time.perf_counter_ns()
            breathe()
        _must(gone == hit, told("{gone} of {hit} orders were cancelled", gone=gone, hit=hit))
        _must(self.stage is Stage.VERIFIED and not state.oms.open, told("it did not verify"))
        return blocked - began, cancelled - began, time.perf_counter_ns() - began

    def way_back(self) -> None:
        number = self.engine.state.kill.generation
        self.say(RequestRelease("everything", number, "rehearsal", RISK))
        alone = self.say(ApproveRelease("everything", number, RISK))
        _must(_says(alone, RequestRefused, Reason.SAME_PERSON), told("one person released it"))
        copy = Engine(restore(unpack(pack(rows(self.engine.state)))))
        _must(digest(copy.state) == digest(self.engine.state) and copy.state.kill.engaged, told("a restart would not find it stopped"))
        self.say(ApproveRelease("everything", number, OPERATOR))
        for stage in (Stage.REDUCE_ONLY, Stage.CAPPED, Stage.RELEASED):
            early = stage is not Stage.RELEASED and self.sent(self.place(f"before {stage.name}"))
            _must(not early, told("it let a new order out early"))
            self.say(SetStage("everything", stage, OPERATOR))
        _must(self.sent(self.place("released")), told("it stayed engaged"))


def rehearse(orders: int = ORDERS, breathe: Callable[[], None] = lambda: None) -> Rehearsed:
    """Some tens of milliseconds of work."""
    at, times = time.time_ns(), (0, 0, 0)
    try:
        shadow = Shadow(orders, breathe)
        times = shadow.stop(breathe)
        shadow.way_back()
    except Exception as error:
        return Rehearsed(at, orders, *times, problem=f"{error}" if isinstance(error, Failed) else f"{type(error).__name__}: {error}")
    return Rehearsed(at, orders, *times)


def note(data: Path, tested: Rehearsed) -> None:
    """In the drill log. Raises OSError."""
    with (data / FILE_NAME).open("ab") as file:
        file.write(msgspec.json.encode(tested) + b"\n")


def last(data: Path) -> Rehearsed | None:
    """The newest rehearsal in the drill log."""
    try:
        lines = (data / FILE_NAME).read_bytes().splitlines()
        return msgspec.json.decode(lines[-1], type=Rehearsed) if lines else None
    except (OSError, msgspec.MsgspecError):
        return None


def _says(events: list[Any], kind: Any, reason: Reason) -> bool:
    return any(isinstance(event, kind) and event.reason is reason for event in events)


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Failed(otherwise)
