"""The heatmap: what a live frame, a pan and a zoom cost when half an hour of books is held; and what keeping the books costs."""

import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from core.domain.depth import Depth
from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.domain.units import SECOND, InstrumentId
from core.projections.chart_pictures import HeatPicture
from core.projections.heatmap import LEVELS, MAX_COLUMNS, STEP_NS, Columns
from tests.bench.figures import machine, percentile, row
from widgets.heatmap.view import HeatmapView
from widgets.style import THEMES

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
START = 1_531_514_835 * SECOND
BATCH = 400


def books(chance: np.random.Generator, count: int, first: int, middle: int) -> tuple[HeatPicture, int]:
    """Books around a price that walks, with trades."""
    levels = np.empty((count, 2 * LEVELS, 2), dtype=np.int64)
    for number in range(count):
        middle += int(chance.integers(-30, 31))
        gaps = np.cumsum(chance.integers(1, 25, (2, LEVELS)), axis=1)
        levels[number, :LEVELS, 0], levels[number, LEVELS:, 0] = middle - gaps[0], middle + gaps[1]
        lots = np.power(10, chance.uniform(6, 9.3, 2 * LEVELS)).astype(np.int64)
        levels[number, :, 1] = lots * np.repeat((1, -1), LEVELS)
    times = START + (first + np.arange(count)) * STEP_NS
    prints = np.column_stack((times, np.full(count, middle), (chance.normal(0, 1, count) * 1e8).astype(np.int64) * 2 + 1))
    made = HeatPicture(
        first + 1, 1, BTC, STEP_NS, first, times.tobytes(), np.full(count, 2 * LEVELS, dtype=np.int64).tobytes(), levels[:, :, 0].tobytes(),
        levels[:, :, 1].tobytes(), first, prints.astype(np.int64).tobytes(), (), middle - 1, middle + 1, int(times[-1]),
    )
    return made, middle


def timed(times: int, view: HeatmapView, change: Callable[[int], None]) -> str:
    taken = []
    for number in range(times):
        started = time.perf_counter()
        change(number)
        QApplication.sendEvent(view, QEvent(QEvent.Type.UpdateRequest))
        taken.append((time.perf_counter() - started) * 1000)
    return f"median {statistics.median(taken):.1f} ms, p95 {percentile(taken, 95):.1f} ms"


def main() -> None:
    app = QApplication.instance() or QApplication([])
    chance, middle = np.random.default_rng(1), 619_084
    view = HeatmapView(THEMES["dark"])
    view.resize(710, 366)
    view.show()
    for first in range(0, MAX_COLUMNS, BATCH):
        made, middle = books(chance, BATCH, first, middle)
        view.draw(made)
    frames, at = [], middle
    for number in range(200):
        made, at = books(chance, 1, MAX_COLUMNS + number, at)
        frames.append(made)
    words = f"{MAX_COLUMNS:,} books held, 710x366"
    row(f"heatmap live frame with a new book, {words}", timed(200, view, lambda number: view.draw(frames[number])), "<= 4 ms")
    heatmap = view.map
    heatmap.framing.pan(-200, 0)

    def pan(number: int) -> None:
        heatmap.framing.pan(4 if number % 40 < 20 else -4, 0)
        heatmap.refresh()

    row(f"heatmap pan in time, {words}", timed(200, view, pan), "<= 10 ms")

    def climb(number: int) -> None:
        heatmap.framing.pan(0, 2 if number % 40 < 20 else -2)
        heatmap.refresh()

    row(f"heatmap pan in price, {words}", timed(200, view, climb), "<= 10 ms")
    view.close()
    keep(chance)
    del app


def keep(chance: np.random.Generator) -> None:
    """What the core's thread pays, twice a second of session time."""
    depth, columns = Depth(), Columns()
    prices = 619_084 + np.cumsum(chance.integers(1, 25, 2_000))
    depth.seed(Side.BUY, [(int(one), 5) for one in 2 * 619_084 - prices])
    depth.seed(Side.SELL, [(int(one), 5) for one in prices])
    taken = []
    for number in range(2_000):
        started = time.perf_counter()
        columns.take(START + number * STEP_NS, depth)
        taken.append((time.perf_counter() - started) * 1e6)
    row(f"heatmap one book kept, {LEVELS} levels a side", f"median {statistics.median(taken):.0f} us", "<= 100 us")


if __name__ == "__main__":
    print(machine())
    main()
