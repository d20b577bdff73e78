"""What runs inside the measured terminal: python -m tests.bench.console_inside '{"folder": ..., ...}', one JSON line at the end.

The program's own start, window, core and frame clock; beside them a hand that clicks into the armed ladder or submits commands, and a
look at age, memory and processor time. The hand that clicks is a process of its own: it writes the time of each click into a pipe that
the window's event loop reads, as it reads a window system's socket. So what the window is busy with counts, and the wait for our own
interpreter too; what the hand itself does costs us nothing.
"""

import json
import os
import random
import struct
import subprocess
import sys
import threading
import time
from typing import Any

from tests.bench import as_started  # noqa: F401  isort: skip

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from app import collector, runtime, terminal
from app.settings import load
from core.domain.enums import Side
from core.messages.commands import CancelOrder, PlaceOrder
from core.messages.events import OrderSent
from tests.sessions import limit

LOOK_MS = 100
FIRST_CLICK_S = 4.0
BELOW = 5_000
"""Of commands that only rest: price units below the touch."""
LEFT = Qt.MouseButton.LeftButton
HAND = """
import os, random, struct, sys, time
chance = random.Random(1)
time.sleep(float(sys.argv[1]))
while True:
    time.sleep(0.1 + 0.1 * chance.random())
    os.write(1, struct.pack("q", time.monotonic_ns()))
"""
"""Ends when nobody reads any more."""


def main_thread_s() -> float:
    return time.clock_gettime(time.pthread_getcpuclockid(threading.main_thread().ident or 0))


class Measured(terminal.Terminal):
    """waiting: when the click was made whose order the core has not had yet. clicked: ms from a click to the order stamped in the core,
    and to its publication; painted: to the frame that shows it among the orders. commands: when, and ms from submit to publication.
    frames: when, and ms. looks: when, age in ms, what the banner says of it, memory. played: when, and messages until then."""

    how: dict[str, Any]

    async def run(self) -> None:
        self.chance, self.ends = random.Random(1), threading.Event()
        self.looks: list[tuple[float, int, str, int]] = []
        self.played: list[tuple[float, int]] = []
        self.waiting: float | None = None
        self.row: QPointF | None = None
        self.clicked: list[tuple[float, float]] = []
        self.painted: list[float] = []
        self.commands: list[tuple[float, float]] = []
        self.submitted: dict[str, float] = {}
        self.shown: dict[int, float] = {}
        self.frames: list[tuple[float, float]] = []
        self.usable_s = 0.0
        self.assembly.board.subscribe("bench", self.seen, ours_only=True)
        self.clock.drawn = self.framed
        self.look_timer = QTimer()
        self.look_timer.timeout.connect(self.look)
        self.look_timer.start(LOOK_MS)
        hand = threading.Thread(target=self.submit if self.how["hand"] == "submit" else self.ends.wait, daemon=True)
        if self.how["hand"] == "click":
            self.pressing, theirs = os.pipe()
            self.clicking = subprocess.Popen([sys.executable, "-c", HAND, str(FIRST_CLICK_S)], stdout=theirs)
            os.close(theirs)
            self.presses = QSocketNotifier(self.pressing, QSocketNotifier.Type.Read)
            self.presses.activated.connect(self.press)
        self.began, self.main_began = time.perf_counter(), main_thread_s()
        hand.start()
        await super().run()
        self.tell()

    def shut(self) -> None:
        self.panels = [key for key, _, _ in self.window.visible_views()]
        self.ends.set()
        self.look_timer.stop()
        if self.how["hand"] == "click":
            self.presses.setEnabled(False)
            self.clicking.kill()
            self.clicking.wait()
            os.close(self.pressing)
        super().shut()

    # the window's thread -----------------------------------------------------------------------------------------------------

    def framed(self) -> None:
        now = time.monotonic()
        self.frames.append((time.perf_counter() - self.began, self.clock.frame_ns[-1] / 1e6))
        if not self.usable_s and self.window.view("ticket").picture is not None:
            self.usable_s = time.time() - psutil.Process().create_time()
        if self.shown:
            rows = self.window.view("orders").rows
            for order in [order for order in self.shown if rows.row_of(order) is not None]:
                self.painted.append(now - self.shown.pop(order))

    def look(self) -> None:
        age = self.core.data_age_ms(time.monotonic_ns())
        rss = self.vitals._process.memory_info().rss
        self.looks.append((time.perf_counter() - self.began, age, self.window.banner.fact("age"), rss))
        self.played.append((time.perf_counter(), self.assembly.session.messages))
        self.row = self.at_row()
        if self.how["hand"] == "click" and not self.window.view("ladder").is_armed() and self.looks[-1][0] > FIRST_CLICK_S / 2:
            self.window.view("ladder").arm()

    def at_row(self) -> QPointF | None:
        grid = self.window.view("ladder").grid
        rows = [row for row in grid.rows() if not row.ask]
        return QPointF(grid.row_rect(rows[len(rows) // 2].price, "bids").center()) if rows else None

    def press(self) -> None:
        """A click has come in: from here on its way is any click's, through the window to the widget below."""
        (pressed_ns,) = struct.unpack("q", os.read(self.pressing, 8))
        at = self.row
        if at is None or self.waiting is not None:
            return
        grid, window = self.window.view("ladder").grid, self.window.windowHandle()
        inside, whole = QPointF(grid.mapTo(self.window, at)), QPointF(grid.mapToGlobal(at))
        self.waiting = pressed_ns / 1e9
        for kind, buttons in ((QEvent.Type.MouseButtonPress, LEFT), (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)):
            QCoreApplication.sendEvent(window, QMouseEvent(kind, inside, whole, LEFT, buttons, Qt.KeyboardModifier.NoModifier))

    # the hand's thread -------------------------------------------------------------------------------------------------------

    def submit(self) -> None:
        self.ends.wait(FIRST_CLICK_S)
        number = 0
        while not self.ends.wait(0.01 + 0.01 * self.chance.random()):
            number += 1
            bid = self.assembly.projections.market.quotes[1].depth.best_bid
            self.submitted[f"bench {number}"] = time.monotonic()
            self.core.submit(limit(f"bench {number}", Side.BUY, bid - BELOW, 100))

    # the core's thread -------------------------------------------------------------------------------------------------------

    def seen(self, entry: Any) -> None:
        message = entry.message
        if type(message) is not PlaceOrder:
            return
        now, stamped = time.monotonic(), entry.mono_ns / 1e9
        if self.waiting is not None:
            asked, self.waiting = self.waiting, None
            self.clicked.append(((stamped - asked) * 1000, (now - asked) * 1000))
            self.shown[entry.seq] = asked
        elif message.client_order_id in self.submitted:
            asked = self.submitted.pop(message.client_order_id)
            self.commands.append((time.perf_counter() - self.began, (now - asked) * 1000))
        for event in entry.events:
            if isinstance(event, OrderSent):
                # Gone again, so that books and blotters stay as they are.
                self.core.submit(CancelOrder(event.order_id))

    def tell(self) -> None:
        taken = time.perf_counter() - self.began
        print(json.dumps({
            "frames": self.frames, "per_second": list(self.clock.per_second),
            "gui_share": (main_thread_s() - self.main_began) / taken, "played": self.played,
            "clicked": self.clicked, "painted_ms": [s * 1000 for s in self.painted], "commands": self.commands, "looks": self.looks,
            "usable_s": self.usable_s, "panels": self.panels,
            "faults": [str(fault) for fault in self.assembly.board.faults.values()],
        }))


def main(how: dict[str, Any]) -> None:
    options = ["--data", how["folder"], "--speed", "1", "--seconds", str(how["seconds"]), "--size", how["size"]]
    settings = load([*options, *(["--session", how["tape"]] if how["tape"] else [])])
    collector.hold()
    Measured.how = how
    terminal.Terminal = Measured  # type: ignore[misc]
    terminal.run_window(settings, runtime.tape_of(settings))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
