"""The chart on 1,000,000 bars: what a pan, a zoom and a live frame cost from the gesture to the painted pixels."""

import os
import statistics
import time
from array import array
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

import numpy as np
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication

from core.domain.instrument import Instrument
from core.domain.units import SECOND, InstrumentId
from core.projections.bars import FIELDS
from core.projections.chart_pictures import CandlesPicture
from tests.bench.figures import machine, percentile, row
from widgets.chart.candles import Candles
from widgets.chart.studies import KINDS, Study
from widgets.chart.view import ChartView
from widgets.style import THEMES

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
START = 1_531_514_835 * SECOND
FIVE = 5 * SECOND
COUNT = 1_000_000
STUDIES = ("ema", "vwap", "bollinger", "rsi", "macd")


def walk(count: int, seed: int = 1) -> "array[int]":
    """A random walk in cents, packed as pictures bring it."""
    chance = np.random.default_rng(seed)
    prices = np.maximum(619_084 + np.cumsum(np.rint(chance.normal(0, 40, count * 4)).astype(np.int64)), 100).reshape(count, 4)
    lots = np.power(10, chance.uniform(5, 9.4, count)).astype(np.int64)
    cells = np.empty((count, FIELDS), dtype=np.int64)
    cells[:, 0] = START + FIVE * np.arange(count)
    cells[:, 1], cells[:, 2], cells[:, 3], cells[:, 4] = prices[:, 0], prices.max(axis=1), prices.min(axis=1), prices[:, 3]
    cells[:, 5], cells[:, 6], cells[:, 7] = lots, lots // 2, 0
    return array("q", cells.tobytes())


def picture(cells: "array[int]", first: int, version: int) -> CandlesPicture:
    close = cells[-4]
    return CandlesPicture(version, 1, BTC, FIVE, first, cells.tobytes(), (), close - 1, close + 1, cells[-8])


def shown(width: int, height: int, cells: "array[int]", studies: Sequence[str] = ()) -> ChartView:
    view = ChartView(THEMES["dark"])
    view.resize(width, height)
    view.show()
    view.show_studies([Study(KINDS[one]) for one in studies])
    view.draw(picture(cells, 0, 1))
    QApplication.processEvents()
    return view


def timed(times: int, view: ChartView, change: Callable[[int], None]) -> list[float]:
    """Milliseconds of a change and of the repaint it makes necessary."""
    taken = []
    for number in range(times):
        started = time.perf_counter()
        change(number)
        # As a frame of the window does: everything that became dirty is painted now, once.
        QApplication.sendEvent(view, QEvent(QEvent.Type.UpdateRequest))
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def say(what: str, taken: list[float], goal: str) -> None:
    row(what, f"median {statistics.median(taken):.1f} ms, p95 {percentile(taken, 95):.1f} ms", goal)


def pans(cells: "array[int]", studies: Sequence[str], words: str) -> None:
    view = shown(1200, 800, cells, studies)
    plot = view.plot
    for seen in (COUNT, 100_000, 5_000, 300):
        plot.framing.zoom(seen / plot.framing.span, COUNT / 2)

        def pan(number: int) -> None:
            plot.framing.pan(plot.framing.span * (0.01 if number % 40 < 20 else -0.01))
            plot.refresh()

        say(f"chart pan, {COUNT:,} bars held, {seen:,} in view{words}", timed(200, view, pan), "p95 <= 10 ms")
    plot.framing.reset()

    def zoom(number: int) -> None:
        plot.framing.zoom(1.2 if number % 120 < 60 else 1 / 1.2, COUNT / 2)
        plot.refresh()

    say(f"chart zoom sweep, {COUNT:,} bars held{words}", timed(240, view, zoom), "p95 <= 10 ms")
    view.close()


def live_frames(cells: "array[int]", count: int, studies: Sequence[str], words: str) -> None:
    view = shown(900, 420, cells[:count * FIELDS], studies)
    last = cells[(count - 1) * FIELDS:count * FIELDS]

    def tick(number: int) -> None:
        now = last[:]
        now[4], now[5] = last[4] + number % 7, last[5] + number
        now[2], now[3] = max(now[2], now[4]), min(now[3], now[4])
        view.draw(picture(now, count - 1, number + 2))

    say(f"chart live frame, {count:,} bars held, 900x420{words}", timed(200, view, tick), "<= 4 ms")

    def point(number: int) -> None:
        view.plot.point_at(QPointF(100 + number, 100))

    say(f"chart crosshair move, {count:,} bars held, 900x420{words}", timed(200, view, point), "<= 4 ms")
    view.close()


def studies_step(cells: "array[int]") -> None:
    """One bar more on a long history, each indicator by itself."""
    bars = Candles()
    bars.clear(FIVE)
    bars.replace(0, cells.tobytes())
    for kind in KINDS.values():
        study = Study(kind)
        started = time.perf_counter()
        study.extend(bars, 0)
        whole = (time.perf_counter() - started) * 1000
        taken = []
        for _ in range(300):
            started = time.perf_counter()
            study.extend(bars, bars.count - 1)
            taken.append((time.perf_counter() - started) * 1e6)
        figures = f"{whole:.0f} ms; {statistics.median(taken):.0f} us"
        row(f"study {study.title}: {COUNT:,} bars at once; one step", figures, "step <= 200 us")


def main() -> None:
    app = QApplication.instance() or QApplication([])
    cells = walk(COUNT)
    started = time.perf_counter()
    view = shown(1200, 800, cells)
    row(f"chart first {COUNT:,} bars taken and painted", f"{(time.perf_counter() - started) * 1000:.0f} ms", "-")
    view.close()
    pans(cells, (), ", 1200x800")
    pans(cells, STUDIES, f", {len(STUDIES)} studies, 1200x800")
    live_frames(cells, 300, (), "")
    live_frames(cells, COUNT, STUDIES, f", {len(STUDIES)} studies")
    studies_step(cells)
    del app


if __name__ == "__main__":
    print(machine())
    main()
