"""The terminal as it poses for pictures: real orders of ours in the real queues, sent at the same times in each run.

python -m tests.posed FILE SIZE THEME kill|watch|- DATA: one picture of the whole window. tests/gallery.py takes the panels one by one.
"""

import sys
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QTimer

from app import runtime, terminal
from app.settings import Settings, load
from core.domain.enums import OrderType, Side, TimeInForce
from core.messages.commands import EngageKill, PlaceOrder, SetSpeed
from core.messages.origin import Origin
from tests.sessions import PRACTICE, limit

LOT, BEFORE, AFTER = 10**8, 619_084, 618_150  # the market falls by ten dollars in the fifth minute
SPEED = 40
SLOW_MS, PREFILL_MS, KILL_MS = 7_300, 8_500, 9_000


def market(name: str, side: Side) -> PlaceOrder:
    return PlaceOrder(name, 1, side, OrderType.MARKET, LOT // 4, 0, TimeInForce.IOC)  # type: ignore[arg-type]


ORDERS: tuple[tuple[int, Any], ...] = (
    (300, limit("a", Side.BUY, BEFORE, LOT // 2)), (400, limit("b", Side.BUY, BEFORE - 300, LOT)),
    (500, limit("c", Side.SELL, BEFORE + 250, LOT // 4)), (1500, limit("d", Side.BUY, BEFORE - 600, LOT)),
    (2500, market("e", Side.BUY)), (3500, limit("f", Side.BUY, 9 * BEFORE // 10, LOT)),
    (7400, limit("g", Side.BUY, AFTER - 250, LOT)), (7500, limit("h", Side.SELL, AFTER + 300, LOT // 2)),
    (7600, limit("i", Side.BUY, AFTER - 100, LOT // 4)), (7800, market("j", Side.SELL)),
)
OF_A_STRATEGY = tuple(
    (8_000 + 50 * number, msgspec.structs.replace(limit(f"m{number}", Side.BUY, AFTER - 500 - 50 * number, LOT // 10),
     origin=Origin("demo", "", "maker")))
    for number in range(4)
)  # fmt: skip
"""For a stop that leaves the others working."""


ONE = 10_000
"""Lots of a coin of the practice session."""
IN_SEVERAL: tuple[tuple[int, Any], ...] = tuple(
    (3_000, PlaceOrder(f"w{number}", instrument, side, kind, qty, price, lives))  # type: ignore[arg-type]
    for number, (instrument, side, kind, qty, price, lives) in enumerate((
        (1, Side.BUY, OrderType.MARKET, ONE // 2, 0, TimeInForce.IOC), (2, Side.BUY, OrderType.MARKET, ONE, 0, TimeInForce.IOC),
        (4, Side.SELL, OrderType.MARKET, 2 * ONE, 0, TimeInForce.IOC), (6, Side.SELL, OrderType.MARKET, 4 * ONE, 0, TimeInForce.IOC),
        (1, Side.BUY, OrderType.LIMIT, ONE // 4, 619_500, TimeInForce.DAY), (3, Side.SELL, OrderType.LIMIT, ONE, 149_000, TimeInForce.DAY),
    ))
)  # fmt: skip


class Watching(terminal.Terminal):
    """Several instruments, one compared with another."""

    def open(self) -> None:
        super().open()
        for wait_ms, message in (*IN_SEVERAL, (8_000, SetSpeed(1.0))):
            QTimer.singleShot(wait_ms, lambda message=message: self.core.submit(message))
        QTimer.singleShot(500, lambda: self.window.ask_workspace("show", "Watch"))
        QTimer.singleShot(2_000, lambda: self.window.view("chart").show_compared(2))


class Posed(terminal.Terminal):
    kill = False
    more: tuple[tuple[int, Any], ...] = ()

    def open(self) -> None:
        super().open()
        last = [(KILL_MS, EngageKill("operator at the terminal"))] if self.kill else []
        for wait_ms, message in (*ORDERS, *self.more, (SLOW_MS, SetSpeed(5.0)), *last):
            QTimer.singleShot(wait_ms, lambda message=message: self.core.submit(message))
        QTimer.singleShot(PREFILL_MS, lambda: self.window.view("ticket").prefill(Side.BUY, AFTER, LOT // 2))


def pose(settings: Settings, kind: type[terminal.Terminal]) -> None:
    terminal.Terminal = kind  # type: ignore[misc]
    terminal.run_window(settings, runtime.tape_of(settings))


def main(file: str, size: str, theme: str, how: str, data: str) -> None:
    Posed.kill = how == "kill"
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    options = ["--data", data, "--speed", str(SPEED), "--shot", file, "--size", size, "--theme", theme, "--seconds", "10"]
    if how == "watch":
        pose(load([*options, "--session", PRACTICE.stem]), Watching)
    else:
        pose(load(options), Posed)


if __name__ == "__main__":
    main(*sys.argv[1:6])
