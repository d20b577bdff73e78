"""The watchlist: a thousand instruments, every one of them changed between two frames, in the real window at 1920x1080.

Folding, reading, formatting and painting are done one after the other in one thread, as the worst case; the frame clock is the
program's own. Memory: what listing and showing them adds to this process.
"""

import gc
import os
import random
import time
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

import psutil
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from app.frame import FrameClock
from app.frame_link import FrameLink
from app.runtime import RESOURCES
from app.theme import load_fonts
from app.window import TerminalWindow
from core.domain.enums import Phase, Side
from core.domain.units import MILLISECOND, SECOND
from core.journal.entry import Entry
from core.messages.market_data import DepthChanged, InstrumentListed, TradePrinted
from core.projections.board import Board
from core.projections.health import Health
from core.projections.ledger import Ledger
from core.projections.market import Market
from core.projections.positions import Positions
from core.projections.session import Session
from core.projections.watch import Watch
from tests.bench.figures import machine, percentile, row
from widgets.panels import PANELS
from widgets.style import THEMES

COUNT = 1_000
FRAMES = 300
CLOCK_S = 10
START = 1_531_514_835 * SECOND


class Crowd:
    """A market of many instruments, folded by the projections themselves."""

    def __init__(self) -> None:
        self.chance = random.Random(1)
        market, ledger = Market(), Ledger()
        phase, session = lambda _one: Phase.CONTINUOUS, Session("development", "durable")
        self.watch = Watch(market, Positions(market, ledger), phase, session, Health())
        self.board = Board({"market": market, "watch": self.watch}, self._raise)
        self.at, self.seq = START, 0
        self.prices = [100_00 + self.chance.randrange(900_00) for _ in range(COUNT)]
        self.fold_ms: list[float] = []
        self.tell([InstrumentListed(n, f"SYM{n:03}-USD", "XSIM", f"SYM{n:03}", "USD", 2, 0, 1, 1) for n in range(1, COUNT + 1)])  # type: ignore[arg-type]
        for _ in range(60):
            self.change(5 * SECOND)

    def _raise(self, name: str, error: BaseException) -> None:
        raise error

    def tell(self, events: list[Any]) -> None:
        self.seq += 1
        self.board.publish(Entry(self.seq, self.at, None, tuple(events), True, 0, 0))  # type: ignore[arg-type]

    def change(self, step_ns: int = 33 * MILLISECOND) -> None:
        """Everything of every instrument: both sides of the touch, their sizes, a trade."""
        self.at += step_ns
        chance, events = self.chance, []
        for index, before in enumerate(self.prices):
            id, price = index + 1, max(1_00, before + chance.choice((-3, -2, -1, 1, 2, 3)))
            self.prices[index] = price
            events += [
                DepthChanged(id, Side.BUY, before - 1, 0, 0), DepthChanged(id, Side.SELL, before + 1, 0, 0),  # type: ignore[arg-type]
                DepthChanged(id, Side.BUY, price - 1, chance.randrange(1, 9_000), 1),  # type: ignore[arg-type]
                DepthChanged(id, Side.SELL, price + 1, chance.randrange(1, 9_000), 1),  # type: ignore[arg-type]
                TradePrinted(id, price, chance.randrange(1, 500), Side(chance.randrange(2)), -1, -2),  # type: ignore[arg-type]
            ]
        started = time.perf_counter()
        self.tell(events)
        self.fold_ms.append((time.perf_counter() - started) * 1000)


def opened(crowd: Crowd) -> tuple[TerminalWindow, Any]:
    """The real window, with nothing but the watchlist in it."""
    load_fonts(RESOURCES)
    window = TerminalWindow(PANELS, THEMES["dark"])
    window.resize(1920, 1080)
    window.show()
    for id in window.open_panels():
        if id != "watchlist":
            window.docks[id].close()
    view = window.view("watchlist")
    window.focus_panel("watchlist")
    QApplication.processEvents()
    for _ in range(3):
        picture = crowd.watch.picture(view.look())
        if picture is not None:
            view.draw(picture)
    return window, view


def frames(crowd: Crowd, window: TerminalWindow, view: Any, words: str) -> None:
    core, paint = [], []
    for _ in range(FRAMES):
        crowd.change()
        look = view.look()
        started = time.perf_counter()
        picture = crowd.watch.picture(look)
        made = time.perf_counter()
        view.draw(picture)
        QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
        paint.append((time.perf_counter() - made) * 1000)
        core.append((made - started) * 1000)
    lines = len(look.wanted)
    row(
        f"watchlist frame, draw and paint, {COUNT:,} instruments, {lines} in sight, {words}",
        f"p50 {percentile(paint, 50):.1f} p99 {percentile(paint, 99):.1f} ms", "p99 <= 16 ms",
    )
    row("  its picture, made in the core", f"p50 {percentile(core, 50):.2f} p99 {percentile(core, 99):.2f} ms", "p99 <= 2 ms")


def clocked(crowd: Crowd, window: TerminalWindow, view: Any) -> None:
    """The program's frame clock for some seconds; what the core does stands in the same thread, between two frames."""
    link = FrameLink()

    def answer() -> None:
        request, link.request = link.request, None
        if request is not None:
            crowd.change()
            link.answer(crowd.board.pictures(request))

    def fail(key: str, error: Exception) -> None:
        raise error

    clock = FrameClock(
        link, window, lambda: [("watchlist", "watch", view)], lambda: QTimer.singleShot(0, answer), lambda *_: None, fail,
    )
    clock.start()
    ends = time.monotonic() + CLOCK_S
    while time.monotonic() < ends:
        QApplication.processEvents()
        time.sleep(0.0005)
    clock.stop()
    whole = list(clock.per_second)[1:]
    row(
        f"watchlist frames in every second, all {COUNT:,} changed before each",
        f"median {percentile(whole, 50)}, fewest {min(whole)} (of {len(whole)})", "30, >= 29",
    )


def main() -> None:
    app = QApplication.instance() or QApplication([])
    process = psutil.Process()
    gc.collect()
    before = process.memory_info().rss
    crowd = Crowd()
    gc.collect()
    held = process.memory_info().rss
    window, view = opened(crowd)
    frames(crowd, window, view, "two lines each, 1920x1080")
    view.show_dense(True)
    frames(crowd, window, view, "one line each, 1920x1080")
    clocked(crowd, window, view)
    fold = crowd.fold_ms[-FRAMES:]
    row(f"folding one change of all {COUNT:,}, five events each", f"median {percentile(fold, 50):.1f} ms", "<= 20 ms")
    gc.collect()
    row(
        f"memory, {COUNT:,} instruments folded; and after {2 * FRAMES + 30 * CLOCK_S} frames with the whole window",
        f"{(held - before) / 1e6:.0f} MB; {process.memory_info().rss / 1e6:.0f} MB", "<= 20 MB; 250 MB",
    )
    window.hide()
    window.deleteLater()
    del app


if __name__ == "__main__":
    print(machine())
    main()
