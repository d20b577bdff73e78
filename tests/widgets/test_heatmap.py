"""The heatmap: books over time as bytes against a slow twin, trades as dots, lines at the touch, words, gestures."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from core.domain.depth import Depth
from core.domain.enums import OrderType, Side
from core.domain.instrument import Instrument
from core.domain.units import SECOND, InstrumentId
from core.projections.chart_pictures import HeatLook, HeatPicture
from core.projections.heatmap import LEVELS, STEP_NS, Columns
from core.projections.pictures import OwnOrder
from core.projections.prints import Trades
from tests.core.test_projections import Stage
from tests.widgets.test_chart import packed
from widgets import tongue
from widgets.heatmap.framing import Framing, centred
from widgets.heatmap.layers import STUB_PX, tag
from widgets.heatmap.model import HeatmapModel
from widgets.heatmap.ring import KEPT, ROWS, SHADES, Ring, Window
from widgets.heatmap.view import HeatmapView
from widgets.scales import clock_text
from widgets.style import THEMES

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
LOT = 100_000_000
START = 1_531_514_835 * SECOND
FIRST = START // STEP_NS
Level = tuple[int, int]
BOOK: list[Level] = [(10_000, 5 * LOT), (9_990, LOT), (10_010, -2 * LOT), (10_030, -8 * LOT)]


def picture(
    books: list[list[Level]], first: int = 0, version: int = 1, generation: int = 1, gap: int = 1,
    prints: list[tuple[int, int, int]] | None = None, print_first: int = 0, own: tuple[OwnOrder, ...] = (), instrument: Instrument = BTC,
) -> HeatPicture:
    times = [(START + (first + n) * gap * STEP_NS,) for n in range(len(books))]
    return HeatPicture(
        version, generation, instrument, STEP_NS, first, packed(times), packed([(len(book),) for book in books]),
        packed([(price,) for book in books for price, _ in book]), packed([(lots,) for book in books for _, lots in book]),
        print_first, packed(prints or []), own, 10_000, 10_010,
        times[-1][0] if times else START,
    )


@pytest.fixture
def view(qtbot):
    made = HeatmapView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(710, 366)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def full(view):
    trades = [(START + n * STEP_NS, 10_000 + 10 * (n % 2), LOT if n % 3 else -3 * LOT) for n in range(200)]
    view.draw(picture([BOOK] * 200, prints=trades, own=(OwnOrder(1, Side.BUY, 9_990, LOT, LOT, 0, since=START),)))
    return view


# the projection -------------------------------------------------------------------------------------------------------


def test_a_column_is_the_book_near_the_touch():
    depth, columns = Depth(), Columns()
    depth.seed(Side.BUY, [(1000 - n, n + 1) for n in range(LEVELS + 50)])
    depth.seed(Side.SELL, [(1001 + n, n + 1) for n in range(3)])
    columns.take(7 * STEP_NS + 3, depth)
    first, times, counts, prices, lots = columns.since(0)
    got = np.column_stack([np.frombuffer(one, dtype=np.int64) for one in (prices, lots)]).tolist()
    assert (first, np.frombuffer(times, dtype=np.int64).tolist()) == (0, [7 * STEP_NS + 3])
    assert np.frombuffer(counts, dtype=np.int64).tolist() == [LEVELS + 3]
    assert got[0] == [1000, 1] and got[LEVELS - 1] == [1001 - LEVELS, LEVELS] and got[LEVELS:] == [[1001, -1], [1002, -2], [1003, -3]]
    assert columns.due == 8 * STEP_NS


def test_old_columns_are_dropped_and_counted(monkeypatch):
    monkeypatch.setattr("core.projections.heatmap.MAX_COLUMNS", 10)
    depth, columns = Depth(), Columns()
    for n in range(25):
        depth.change(Side.BUY, 100 + n, n + 1)
        columns.take(n * STEP_NS, depth)
    first, _, counts, prices, lots = columns.since(3)
    kept = np.frombuffer(counts, dtype=np.int64).tolist()
    assert columns.count == 25 and first == columns.dropped == 25 - len(kept)
    assert kept == list(range(first + 1, 26)) and len(prices) // 8 == len(lots) // 8 == sum(kept)
    assert (np.frombuffer(prices, dtype=np.int64)[-kept[-1]], np.frombuffer(lots, dtype=np.int64)[-kept[-1]]) == (124, 25)
    assert columns.since(26) == (25, b"", b"", b"", b""), "nobody can have seen more than there is"
    assert Trades().since(7) == (0, b"")


def test_the_session_gives_each_column_and_each_trade_once():
    stage, model = Stage(), HeatmapModel()
    for _ in range(4):
        stage.play(3000)
        for _ in range(3):
            found = stage.projections.heatmap.picture(model.look())
            if found is not None:
                model.take(found)
    quote = stage.projections.market.quotes[1]
    assert model.trades.shape[1] == quote.trades and int(np.abs(model.trades[2]).sum()) == quote.volume
    assert model.ring.count > 50 and np.all(np.diff(model.ring.steps()) >= 1)
    assert stage.projections.heatmap.picture(model.look()) is None, "nothing new"
    found = stage.projections.heatmap.picture(HeatLook())
    assert found is not None and (found.bid, found.ask) == (quote.depth.best_bid, quote.depth.best_ask)


# the ring -------------------------------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(
    books=st.lists(st.lists(st.tuples(st.integers(1, 900), st.integers(1, 50)), max_size=12), min_size=1, max_size=40),
    parts=st.lists(st.integers(1, 9), min_size=1, max_size=8), group=st.integers(1, 4), gap=st.integers(1, 3),
)
def test_bytes_are_what_stood(books, parts, group, gap):
    """Taken in parts, seen in parts, moved to other prices in between: each cell says the side, and nothing where nothing was."""
    touch = 450
    made = [
        sorted({p: q for p, q in book if p <= touch}.items(), reverse=True)
        + sorted((p, -q) for p, q in {p: q for p, q in book if p > touch}.items())
        for book in books
    ]
    ring, done = Ring(), 0
    window = Window(((touch // group) + ROWS // 2) * group, group)
    for part in [*parts, len(made)]:
        some = made[done:done + part]
        steps = np.arange(done, done + len(some)) * gap
        levels = np.array([level for book in some for level in book], dtype=np.int64).reshape(-1, 2)
        ring.take(done, steps, np.array([len(book) for book in some], dtype=np.int64), levels)
        done += len(some)
        ring.image(0, done * gap, window if part % 2 else Window(window.top + 50 * group, group))
    image = ring.image(-2, (len(made) - 1) * gap + 4, window)
    assert not image[:2].any() and not image[2 + (len(made) - 1) * gap + 1:].any(), "dark before the first and after the last"
    for number, book in enumerate(made):
        sums: dict[int, int] = {}
        for price, lots in book:
            row = (window.top - 1 - price) // group
            if 0 <= row < ROWS:
                sums[row] = sums.get(row, 0) + lots
        for step in range(number * gap, (number + 1) * gap if number + 1 < len(made) else number * gap + 1):
            for row, code in enumerate(image[2 + step].tolist()):
                lots = sums.get(row, 0)
                assert (code == 0) == (lots == 0)
                assert not lots or (code <= SHADES) == (lots > 0)


def test_more_is_brighter():
    ring = Ring()
    book = [(100 - n, (n + 1) ** 2) for n in range(20)]
    ring.take(0, np.array([0]), np.array([20]), np.array(book))
    shades = ring.image(0, 1, centred(100, 1))[0]
    bids = [int(shades[centred(100, 1).top - 1 - price]) for price, _ in book]
    assert bids == sorted(bids) and bids[0] < bids[-1] == SHADES


def test_the_ring_forgets_the_oldest_and_goes_on():
    ring = Ring()
    for first in range(0, KEPT + 900, 300):
        steps = np.arange(first, first + 300)
        levels = np.array([(1000 + one, 1) for one in steps])
        ring.take(first, steps, np.ones(300, dtype=np.int64), levels)
    assert ring.count - ring.first == KEPT
    for column in (ring.first, ring.count - 1):
        assert ring.touch(column)[0] == 1000 + column and ring.standing(column, 1000 + column, 1000 + column) == 1
    assert ring.column_at(ring.first - 1) is None


def test_imbalance_is_who_stands_nearer():
    ring = Ring()
    book = [(100, 6), (99, 3), (101, -1), (102, -2)]
    ring.take(0, np.array([0, 1]), np.array([4, 0]), np.array(book))
    assert ring.tilt(0) == pytest.approx((9 - 3) / 12) and ring.tilt(1) == 0 and ring.touch(0) == (100, 101)


# the model and the panel ----------------------------------------------------------------------------------------------


def test_the_look_asks_for_what_is_new(full):
    assert full.look() == HeatLook(1, 1, 0, 200, 200)
    full.draw(picture([BOOK], first=200, version=2))
    assert full.look() == HeatLook(2, 1, 0, 201, 200)
    full.draw(picture([BOOK], generation=2))
    assert full.look() == HeatLook(1, 2, 0, 1, 0)


def test_another_instrument_starts_anew_and_late_answers_are_ignored(full):
    full.show_instrument(2)
    assert full.look() == HeatLook(-1, -1, 2, 0, 0)
    full.draw(picture([BOOK]))
    assert full.model.is_empty and not full.grab().isNull()


def test_lost_columns_are_never_mixed_with_later_ones(full):
    full.draw(picture([BOOK], first=900, version=2))
    assert (full.model.ring.first, full.model.ring.count) == (900, 901)


def test_words_at_a_point_and_of_now(full):
    model, window = full.model, full.map.framing.window
    row = (10_000 - window.low) // window.group * window.group + window.low
    said = model.facts(FIRST + 3, row, window)
    assert said["time"] == clock_text(START + 3 * STEP_NS) and said["size"] == "bid 5.000"
    assert said["price"] == BTC.price_text(row) and said["tilt"] == "\u221225 %"
    assert said["delta"] == "\u22124.000", "three sold, two bought, three sold"
    assert model.facts(FIRST + 3, window.low, window)["size"] == "nothing"
    assert model.facts(FIRST - 9, row, window)["note"] == "not seen yet"
    assert full.readout.value("delta").startswith("\u2212")


def test_a_size_is_said_in_its_sides_colour_in_every_language(full):
    tongue.speak(lambda source: f"<{source}>", "zh_CN")
    try:
        tones = []
        for price in (9_990, 10_030):
            full.map.point_at(QPointF(full.map.layers.x_of(float(FIRST + 100)) + 1, full.map.layers.y_of(float(price))))
            tones.append((full.readout.value("size"), full.readout._tokens["size"]))
    finally:
        tongue.speak(None)
    assert tones == [("<bid 1.000>", "bid"), ("<offered 8.000>", "ask")]


def test_bids_and_asks_are_painted_in_their_hues(full):
    image, layers = full.map.grab().toImage(), full.map.layers
    x = int(layers.x_of(float(FIRST + 100))) + 1
    for price, side in ((9_990, 0), (10_030, 1)):
        table = full.map.ink.table
        window = full.map.framing.window
        code = full.model.ring.image(FIRST + 100, FIRST + 101, window)[0, (window.top - 1 - price) // window.group]
        color = image.pixelColor(x, int(layers.y_of(float(price)))) if side else None
        assert (code > SHADES) == bool(side)
        if color is not None:
            assert (color.red(), color.green(), color.blue()) == tuple(int(one) for one in table[code])


def test_our_order_is_a_line_and_trades_are_dots_of_their_aggressor(full):
    image, layers = full.map.grab().toImage(), full.map.layers
    y = int(np.floor(layers.y_of(9_990.0)))
    assert image.pixelColor(int(layers.x_of(float(FIRST))) + 1, y) == THEMES["dark"].color("own")
    sides = {side for _, _, _, side in layers._dots}
    assert sides == {0, 1}
    x, dot_y, radius, side = max(layers._dots, key=lambda dot: dot[2])
    assert side == 1 and radius > 3, "three sold is the largest"
    assert image.pixelColor(int(x), int(dot_y)) in (THEMES["dark"].color("ask"), THEMES["dark"].color("bid"))




def own_at(view: HeatmapView, price: float) -> list[int]:
    """The pixels in which a line of ours is at a price."""
    image, y = view.map.grab().toImage(), int(np.floor(view.map.layers.y_of(price)))
    return [x for x in range(image.width()) if image.pixelColor(x, y) == THEMES["dark"].color("own")]


def test_a_line_of_ours_begins_when_the_order_came_there(full):
    later = OwnOrder(1, Side.BUY, 9_990, LOT, LOT, 0, since=START + 150 * STEP_NS)
    full.draw(picture([], first=200, version=2, own=(later,), print_first=200))
    layers = full.map.layers
    begins = int(layers.x_of(float(FIRST + 150)))
    drawn = own_at(full, 9_990.0)
    assert drawn[0] in (begins, begins + 1) and set(range(drawn[0], drawn[0] + 40)) <= set(drawn), "solid from then on"
    full.draw(picture([], first=200, version=3, own=(replace(later, since=START + 199 * STEP_NS),), print_first=200))
    assert layers.begins(full.model.own[0], 600.0) == 600.0 - STUB_PX, "one that only just began is seen in front of its tag"


def test_a_stop_of_ours_is_a_broken_line_at_its_trigger_with_the_charts_words(full):
    stop = OwnOrder(2, Side.SELL, 9_970, LOT, LOT, 0, OrderType.STOP_LIMIT, 9_980, since=START)
    trails = OwnOrder(3, Side.BUY, 0, LOT, LOT // 2, 0, OrderType.TRAILING_STOP, 10_040)
    touched = OwnOrder(4, Side.SELL, 0, LOT, LOT, 0, OrderType.MARKET_IF_TOUCHED, 10_060)
    full.draw(picture([], first=200, version=2, own=(stop, trails, touched), print_first=200))
    drawn = own_at(full, 9_980.0)
    begins = int(full.map.layers.x_of(float(FIRST)))
    dashes = [x for x in drawn if x < begins + 350]
    assert dashes[0] - begins < 8 and 0.3 < len(dashes) / 350 < 0.6, "broken, over all the time that it stands"
    assert not own_at(full, 9_970.0), "its limit is not where it acts"
    late = own_at(full, 10_040.0)
    assert late and late[0] > full.map.layers.pane.width() / 2, "since when one that trails is there, nobody told"
    assert [tag(BTC, order) for order in (stop, trails, touched)] == ["Sell 1 stop", "Buy 0.5 stop", "Sell 1 touch"]


def turn(view: HeatmapView, notches: int, at: QPoint, ctrl: bool = False) -> None:
    place = QPointF(at)
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view.map.viewport(), QWheelEvent(
        place, view.map.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    ))


def test_wheel_and_keys_zoom_move_and_return(full, qtbot):
    framing, heatmap = full.map.framing, full.map
    step_px, group = framing.step_px, framing.window.group
    turn(full, 1, QPoint(100, 60))
    assert framing.step_px > step_px and framing.follows
    price = heatmap.layers.price_at(60)
    turn(full, -1, QPoint(100, 60), ctrl=True)
    assert framing.window.group > group
    assert abs(heatmap.layers.price_at(60) - price) <= framing.window.group
    for _ in range(30):
        turn(full, 1, QPoint(100, 60), ctrl=True)
    assert framing.window.group == BTC.tick
    qtbot.keyClick(heatmap, Qt.Key.Key_Up)
    assert not framing.centres and full.latest.isVisible()
    for _ in range(30):
        qtbot.keyClick(heatmap, Qt.Key.Key_Left)
    assert not framing.follows and not full.grab().isNull()
    qtbot.mouseClick(full.latest, Qt.MouseButton.LeftButton)
    assert framing.follows and framing.centres and not full.latest.isVisible()
    qtbot.keyClick(heatmap, Qt.Key.Key_Home)
    assert framing.step_px == step_px


def test_the_picture_stands_still_while_the_touch_stays_near_the_middle():
    framing = Framing()
    framing.resize(600)
    framing.grow(100, 10_000, 1)
    window = framing.window
    for middle in range(10_000 - ROWS // 5, 10_000 + ROWS // 5):
        framing.grow(100, middle, 1)
        assert framing.window == window
    framing.grow(100, 10_000 + ROWS, 1)
    assert framing.window != window


def test_a_pointer_is_told_and_a_linked_one_is_shown(full):
    told: list[object] = []
    full.crosshair.connect(told.append)
    full.map.point_at(QPointF(400, 60))
    step = full.map.step_pointed()
    assert told == [step * STEP_NS] and full.readout.value("price")
    full.hide()
    assert told[-1] is None
    full.show_crosshair(START + 150 * STEP_NS + 7)
    assert full.map.step_pointed() == FIRST + 150 and len(told) == 2


def test_empty_every_theme_and_size_paints(view):
    assert not view.grab().isNull() and view.readout.text() == ""
    view.draw(picture([]))
    view.draw(picture([[]], version=2))
    view.draw(picture([BOOK], first=1, version=3))
    view.map.point_at(QPointF(100, 50))
    for theme in THEMES.values():
        view.set_theme(theme)
        for size in ((240, 150), (420, 300), (1200, 800)):
            view.resize(*size)
            assert not view.grab().isNull()
    assert view.latest.toolTip() and view.map.accessibleName()
