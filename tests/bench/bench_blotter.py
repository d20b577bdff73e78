"""The orders blotter with a million rows: sorting, filtering, grouping, scrolling, a live frame, and the memory of it."""

import os
import random
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

import msgspec
import psutil
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from core.domain.enums import CancelReason, OrderState, OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.domain.units import MILLISECOND, InstrumentId
from core.projections.orders import ROWS_A_PICTURE
from core.projections.pictures import OrderRow, OrdersPicture
from tests.bench.figures import machine, percentile, row
from widgets.blotter.view import OrdersView
from widgets.style import THEMES

ROWS = 1_000_000
START = 1_531_514_835_000 * MILLISECOND
INSTRUMENTS = tuple(
    Instrument(InstrumentId(number), f"{base}-USD", "COINBASE", base, "USD", 2, 8, 1, 1)
    for number, base in enumerate(("BTC", "ETH", "SOL", "LTC"), 1)
)
STATES = ((OrderState.FILLED, None), (OrderState.CANCELLED, CancelReason.REQUESTED), (OrderState.WORKING, None), (OrderState.FILLED, None))
SORTED_BY = ("price", "qty", "average", "symbol", "state", "client_id", "why", "id")
FILTERS = (
    ("price", ">6200"), ("price", "6100..6200"), ("state", "working"), ("symbol", "btc, eth"), ("side", "!sell"), ("client_id", "4711"),
    ("client_id", "desk-1"), ("time", ">20:50"), ("average", "<6150"), ("why", "request"),
)


def order(chance: random.Random, key: int) -> OrderRow:
    state, reason = STATES[chance.randrange(4)]
    qty, price = chance.randrange(1, 10**9), chance.randrange(600_000, 640_000)
    filled = qty if state is OrderState.FILLED else 0
    return OrderRow(
        key, key, f"desk-{chance.randrange(8)}-{key:08d}", START + key * MILLISECOND, START + key * MILLISECOND,
        INSTRUMENTS[chance.randrange(4)], Side(chance.randrange(2)), OrderType.LIMIT, TimeInForce.GTC, qty, price, filled,
        qty if state is OrderState.WORKING else 0, filled * (price - 5), state, reason, None, 0, 0, "", None, 1,
        ("tess", "omar", "riya")[chance.randrange(3)], f"strategy {chance.randrange(6)}",
    )


def timed(times: int, act: Callable[[int], None]) -> list[float]:
    taken = []
    for number in range(times):
        started = time.perf_counter()
        act(number)
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def said(taken: list[float]) -> str:
    return f"median {statistics.median(taken):.1f}, p95 {percentile(taken, 95):.1f}, most {max(taken):.1f} ms"


def paint(view: OrdersView) -> None:
    QApplication.sendEvent(view, QEvent(QEvent.Type.UpdateRequest))


def shown(view: OrdersView) -> None:
    """On the screen: before that nothing is painted, and every figure would be too good."""
    view.show()
    while not view.windowHandle().isExposed():
        QApplication.processEvents()
    QApplication.processEvents()


def filled_view(chance: random.Random) -> OrdersView:
    """A million orders as the core hands them over, and what catching up costs a frame."""
    view = OrdersView(THEMES["dark"])
    view.resize(1200, 700)
    shown(view)
    before, taken = psutil.Process().memory_info().rss, []
    for first in range(1, ROWS, ROWS_A_PICTURE):
        rows = tuple(order(chance, key) for key in range(first, first + ROWS_A_PICTURE))
        picture = OrdersPicture(1, first + ROWS_A_PICTURE, rows)
        taken += timed(1, lambda _number, picture=picture: view.draw(picture))  # type: ignore[misc]
    grown = psutil.Process().memory_info().rss - before
    row(f"orders blotter, memory of {ROWS:,} rows", f"{grown / 1e6:.0f} MB, {grown / ROWS:.0f} bytes a row", "<= 400 MB")
    row(f"orders blotter, catching up {ROWS_A_PICTURE:,} rows in a frame", said(taken), "median <= 25 ms")
    return view


def arranging(view: OrdersView, chance: random.Random) -> None:
    table, words = view.table, f"{ROWS:,} orders, 1200x700"

    def sort(name: str) -> float:
        table.sort("time", True)
        return timed(1, lambda _number: (table.sort(name, True), paint(view)))[0]  # type: ignore[arg-type,func-returns-value]

    row(f"sort by each of {len(SORTED_BY)} columns and paint, {words}", said([sort(name) for name in SORTED_BY * 3]), "most <= 300 ms")
    table.sort("time", True)

    def filter_(name: str, text: str) -> float:
        taken = timed(1, lambda _number: (table.filter(name, text), paint(view)))[0]  # type: ignore[arg-type,func-returns-value]
        table.filter(name, "")
        return taken

    row(f"filter by {len(FILTERS)} texts and paint, {words}", said([filter_(*one) for one in FILTERS * 3]), "most <= 150 ms")

    def after_news(name: str, text: str) -> float:
        view.draw(OrdersPicture(1, 1, (order(chance, chance.randrange(1, ROWS)),)))
        return filter_(name, text)

    row(f"the same, each right after an order changed, {words}", said([after_news(*one) for one in FILTERS * 3]), "most <= 150 ms")

    def group(name: str) -> float:
        return timed(1, lambda _number: (table.group_by(name), paint(view)))[0]  # type: ignore[arg-type,func-returns-value]

    grouped = [group(name) for name in ("strategy", "state", "symbol", "trader", "")]
    row(f"group by a column and paint, {words}", said(grouped), "most <= 300 ms")


def moving(view: OrdersView, chance: random.Random) -> None:
    bar, words = view.table.verticalScrollBar(), f"{ROWS:,} orders, 1200x700"

    def steps(number: int) -> None:
        bar.setValue(bar.value() + 3)
        paint(view)

    def pages(number: int) -> None:
        bar.setValue(bar.value() + bar.pageStep())
        paint(view)

    def anywhere(number: int) -> None:
        bar.setValue(chance.randrange(ROWS - 100))
        paint(view)

    view.panel.as_ever()
    bar.setValue(0)
    row(f"scroll by the wheel, a frame, {words}", said(timed(300, steps)), "p95 <= 16 ms")
    row(f"scroll by pages, a frame, {words}", said(timed(300, pages)), "p95 <= 16 ms")
    row(f"the scroll bar dragged anywhere, a frame, {words}", said(timed(300, anywhere)), "p95 <= 16 ms")
    bar.setValue(0)
    key = ROWS

    def live(number: int) -> None:
        nonlocal key
        key += 1
        changed = [order(chance, chance.randrange(1, ROWS)) for _ in range(4)]
        view.draw(OrdersPicture(1, number, (order(chance, key), *changed)))
        paint(view)

    row(f"a live frame: one new order, four changed, {words}", said(timed(300, live)), "p95 <= 16 ms")
    view.table.sort("price", True)
    row("the same, sorted by price", said(timed(300, live)), "p95 <= 16 ms")
    view.table.group_by("strategy")
    row("the same, sorted by price and grouped", said(timed(300, live)), "p95 <= 16 ms")


def usual(chance: random.Random) -> None:
    """A dock of the usual size with a usual day's orders."""
    view = OrdersView(THEMES["dark"])
    view.resize(886, 216)
    shown(view)
    view.draw(OrdersPicture(1, 1, tuple(order(chance, key) for key in range(1, 201))))

    def live(number: int) -> None:
        changed = msgspec.structs.replace(order(chance, chance.randrange(190, 201)), price=600_000 + number)
        view.draw(OrdersPicture(1, number, (changed,)))
        paint(view)

    row("a live frame with 200 orders, one changed, 886x216", said(timed(500, live)), "median <= 1.5 ms")
    view.close()


def main() -> None:
    app = QApplication.instance() or QApplication([])
    chance = random.Random(1)
    usual(chance)
    view = filled_view(chance)
    arranging(view, chance)
    moving(view, chance)
    view.close()
    del app


if __name__ == "__main__":
    print(machine())
    main()
