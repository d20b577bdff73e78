"""The chart on 100,000 candles: what a pan, a zoom and a live frame cost from the gesture to the painted pixels."""

import os
import random
import statistics
import time
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from core.domain.instrument import Instrument
from core.domain.units import SECOND, InstrumentId
from core.projections.pictures import CandlesPicture
from tests.bench.figures import machine, percentile, row
from widgets.chart.view import ChartView
from widgets.style import THEMES

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
START = 1_531_514_835 * SECOND
FIVE = 5 * SECOND
Candle = tuple[int, int, int, int, int, int, int]


def walk(count: int, seed: int = 1) -> Iterator[Candle]:
    """A random walk in cents."""
    chance, price = random.Random(seed), 619_084
    for number in range(count):
        prices = [price := max(100, price + round(chance.gauss(0, 40))) for _ in range(4)]
        lots = round(10 ** chance.uniform(5, 9.4))
        yield START + number * FIVE, prices[0], max(prices), min(prices), prices[-1], lots, lots // 2


def picture(candles: list[Candle], first: int, version: int) -> CandlesPicture:
    return CandlesPicture(
        version, 1, BTC, FIVE, first, tuple(candles), (), candles[-1][4] - 1, candles[-1][4] + 1, candles[-1][0]
    )


def shown(width: int, height: int, candles: list[Candle]) -> ChartView:
    view = ChartView(THEMES["dark"])
    view.resize(width, height)
    view.show()
    view.draw(picture(candles, 0, 1))
    QApplication.processEvents()
    return view


def timed(times: int, view: ChartView, change: Callable[[int], None]) -> list[float]:
    """Milliseconds of a change and of the repaint it makes necessary."""
    taken = []
    for number in range(times):
        started = time.perf_counter()
        change(number)
        view.plot.viewport().repaint()
        view.header.repaint()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def say(what: str, taken: list[float], goal: str) -> None:
    row(what, f"median {statistics.median(taken):.1f} ms, p95 {percentile(taken, 95):.1f} ms", goal)


def pans(candles: list[Candle]) -> None:
    view = shown(1200, 800, candles)
    plot = view.plot
    for seen in (len(candles), 5_000, 300):
        plot.framing.zoom(seen / plot.framing.span, len(candles) / 2)

        def pan(number: int) -> None:
            plot.framing.pan(plot.framing.span * (0.01 if number % 40 < 20 else -0.01))
            plot.refresh()

        say(f"chart pan, 100,000 candles held, {seen:,} in view, 1200x800", timed(200, view, pan), "<= 16 ms")
    plot.framing.reset()

    def zoom(number: int) -> None:
        plot.framing.zoom(1.2 if number % 80 < 40 else 1 / 1.2, len(candles) / 2)
        plot.refresh()

    say("chart zoom sweep, 100,000 candles held, 1200x800", timed(160, view, zoom), "<= 16 ms")
    view.close()


def live_frames(candles: list[Candle]) -> None:
    view = shown(900, 420, candles[:300])
    last = candles[299]

    def tick(number: int) -> None:
        close = last[4] + number % 7
        view.draw(picture([(*last[:4], close, last[5] + number, last[6])], 299, number + 2))

    say("chart live frame, 300 candles, 900x420", timed(200, view, tick), "<= 4 ms")

    def point(number: int) -> None:
        view.plot._point_at(QPointF(100 + number, 100))

    say("chart crosshair move, 300 candles, 900x420", timed(200, view, point), "<= 4 ms")
    view.close()


def main() -> None:
    app = QApplication.instance() or QApplication([])
    candles = list(walk(100_000))
    started = time.perf_counter()
    view = shown(1200, 800, candles)
    row("chart first 100,000 candles taken and painted", f"{(time.perf_counter() - started) * 1000:.0f} ms", "-")
    view.close()
    pans(candles)
    live_frames(candles)
    del app


if __name__ == "__main__":
    print(machine())
    main()
