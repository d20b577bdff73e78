"""The depth chart: exact sums, symmetric about the middle, as many levels asked for as the span needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId
from core.messages.market_data import TradePrinted
from core.projections.pictures import DepthLook, DepthPicture, OwnOrder
from core.projections.uncross import Uncross
from tests.core.test_projections import Stage
from widgets.depth.model import FIRST_LEVELS, LEAST_LEVELS, MOST_LEVELS, Curve, DepthModel
from widgets.depth.steps import steps
from widgets.depth.view import DepthView
from widgets.style import THEMES

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
ETH = Instrument(InstrumentId(2), "ETH-USD", "COINBASE", "ETH", "USD", 2, 8, 1, 1)
LOT = 100_000_000
BID, ASK = 619_084, 619_085
Levels = tuple[tuple[int, int], ...]


def book(levels: int, step: int = 10) -> tuple[Levels, Levels]:
    return (
        tuple((BID - step * index, LOT + index) for index in range(levels)),
        tuple((ASK + step * index, LOT // 2 + index) for index in range(levels)),
    )


def picture(
    levels: int = 300, step: int = 10, version: int = 1, own: tuple[OwnOrder, ...] = (), instrument: Instrument = BTC
) -> DepthPicture:
    return DepthPicture(version, instrument, *book(levels, step), own)


@pytest.fixture
def view(qtbot):
    made = DepthView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(710, 190)
    with qtbot.waitExposed(made):
        made.show()
    return made


def point(view: DepthView, price: float) -> None:
    at = QPointF(view.curves.x_of(price) + 0.01, 60)
    QApplication.sendEvent(view.curves, QMouseEvent(
        QEvent.Type.MouseMove, at, view.curves.mapToGlobal(at), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    ))


def test_the_look_carries_the_version_on(view):
    assert view.look() == DepthLook(-1, 0, FIRST_LEVELS)
    view.draw(picture(299, version=5))
    assert view.look() == DepthLook(5, 0, FIRST_LEVELS)


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(1, 10**12)), max_size=40), st.sampled_from(list(Side)),
       st.integers(-300, 3000))
def test_sums_are_exact(parts, side, reach):
    price, levels = BID, []
    way = 1 if side is Side.SELL else -1
    for gap, qty in parts:
        price += way * gap
        levels.append((price, qty))
    to = BID + way * reach
    curve = Curve(side, levels, True)
    within = [(at, qty) for at, qty in levels if (at <= to if side is Side.SELL else at >= to)]
    assert curve.size_to(to) == sum(qty for _, qty in within)
    assert curve.money_to(to) == sum(at * qty for at, qty in within)


def test_the_middle_is_in_the_middle(view):
    view.draw(picture())
    width = view.curves._panes().width()
    assert view.curves.x_of((BID + ASK) / 2) == pytest.approx(width / 2)
    low, high = view.model.edges()
    assert high - (BID + ASK) / 2 == pytest.approx((BID + ASK) / 2 - low)
    assert view.model.middle_text() == "Mid 6\u202f190.845   spread 0.01 (0.02 bp)"


def test_asks_for_as_many_levels_as_the_span_needs(view, qtbot):
    view.draw(picture(FIRST_LEVELS, step=1))
    assert view.look() == DepthLook(-1, 0, 2 * FIRST_LEVELS), "300 cents do not reach half a percent"
    for _ in range(6):
        view.draw(picture(view.look().levels, step=1))
    assert view.look().levels == MOST_LEVELS or view.model.bids.knows(view.model.outermost()[0])
    qtbot.mouseClick(view.buttons["0.1 %"], Qt.MouseButton.LeftButton)
    for _ in range(6):
        view.draw(picture(view.look().levels, step=10))
    assert LEAST_LEVELS <= view.look().levels <= 4 * 62
    assert view.model.bids.knows(view.model.outermost()[0])


def test_a_settled_number_of_levels_is_asked_for_only_once(view):
    for _ in range(6):
        view.draw(picture(view.look().levels, step=7))
    levels = view.look().levels
    for version in range(10, 15):
        view.draw(picture(view.look().levels, step=7, version=version))
        assert view.look() == DepthLook(version, 0, levels)


def test_beyond_the_known_levels_nothing_is_drawn_and_sums_say_so():
    model = DepthModel()
    model.look()
    model.take(picture(FIRST_LEVELS, step=1))
    high = model.outermost()[1]
    x, _ = steps(model.asks, high, 0, 1, 1, 100)
    assert x[-1] == ASK + FIRST_LEVELS - 1 + 0.5
    reading = model.read(high)
    assert reading.least and model.facts(reading, ())["size"].startswith("\u2265")
    model.look()
    model.take(picture(50, step=1))
    assert not model.read(high).least, "the book holds no more than that"
    assert steps(model.asks, high, 0, 1, 1, 100)[0][-1] == high


def test_steps_go_up_at_prices_and_are_level_between():
    curve = Curve(Side.SELL, ((10, 5), (20, 5), (21, 10)), True)
    x, y = steps(curve, 40, 0, 0.5, 1, 100)
    # 20 and 21 are the same pixel column: one step to the sum of both.
    assert [*zip(x, y, strict=True)] == [(5.5, 100), (5.5, 94.5), (10.5, 94.5), (10.5, 79.5), (20, 79.5)]
    assert not len(steps(curve, 9, 0, 1, 1, 100)[0])
    # Of bids from right to left; what is not known to the edge ends at the last known level.
    x, y = steps(Curve(Side.BUY, ((21, 10), (20, 5), (10, 5)), False), 0, 0, 1, 1, 100)
    assert [*zip(x, y, strict=True)] == [(21.5, 100), (21.5, 89.5), (20.5, 89.5), (20.5, 84.5), (10.5, 84.5), (10.5, 79.5)]


def test_the_pointer_reads_size_and_exact_cost(view):
    view.draw(picture())
    point(view, ASK + 20)
    said = {key: view.readout.value(key) for key in ("price", "size", "money")}
    lots = [(ASK, LOT // 2), (ASK + 10, LOT // 2 + 1), (ASK + 20, LOT // 2 + 2)]
    assert view.curves.price() in range(ASK + 20, ASK + 30)
    assert said["size"] == "1.500" and said["money"] == BTC.money_text(sum(price * qty for price, qty in lots))
    assert "Costs USD" in view.readout.text()
    point(view, BID - 25)
    assert view.readout.value("size") == "3.000" and "Brings USD" in view.readout.text()


def test_without_a_pointer_it_sums_the_span(view, qtbot):
    view.draw(picture(200, step=1))
    assert view.readout.value("bids") == "200.000" and view.readout.value("price") == ""
    qtbot.mouseClick(view.buttons["1 %"], Qt.MouseButton.LeftButton)
    assert view.model.span_bp == 100
    point(view, ASK + 5)
    assert view.readout.value("bids") == ""
    QApplication.sendEvent(view.curves, QEvent(QEvent.Type.Leave))
    assert view.readout.value("bids") == "200.000"


def test_keys_read_the_curve_and_change_the_span(view, qtbot):
    view.draw(picture())
    view.curves.setFocus()
    qtbot.keyClick(view.curves, Qt.Key.Key_Right)
    first = view.curves.price()
    assert first is not None and first > ASK
    qtbot.keyClick(view.curves, Qt.Key.Key_Right)
    assert view.curves.price() > first
    qtbot.keyClick(view.curves, Qt.Key.Key_Escape)
    assert view.curves.price() is None
    qtbot.keyClick(view.curves, Qt.Key.Key_Period)
    assert view.buttons["1 %"].isChecked() and view.model.span_bp == 100
    for _ in range(5):
        qtbot.keyClick(view.curves, Qt.Key.Key_Comma)
    assert view.model.span_bp == 10


def test_own_orders_are_ticks_and_are_read(view):
    own = OwnOrder(7, Side.SELL, ASK + 1_000, LOT, LOT // 4, 0)
    view.draw(picture(own=(own,)))
    image = view.curves.grab().toImage()
    x, base = int(view.curves.x_of(own.price)), int(view.curves._panes().height())
    assert image.pixelColor(x, base - 2) == THEMES["dark"].color("own")
    point(view, own.price)
    assert view.readout.value("own") == "0.250"


def test_another_instrument_is_asked_for_and_late_answers_are_ignored(view):
    view.draw(picture())
    view.show_instrument(2)
    assert view.look() == DepthLook(-1, 2, FIRST_LEVELS)
    view.draw(picture(version=9))
    assert view.model.instrument is None
    view.draw(picture(version=9, instrument=ETH))
    assert view.model.instrument is ETH


def test_the_scale_does_not_flicker():
    model = DepthModel()
    tops = []
    for version in range(20):
        model.look()
        model.take(picture(290 + version % 2, version=version))
        tops.append(model.top)
    assert len(set(tops)) == 1


@pytest.mark.parametrize(("bids", "asks", "words"), [(1, 0, "No asks"), (0, 1, "No bids")])
def test_one_side_alone_paints(view, bids, asks, words):
    both = book(20)
    view.draw(DepthPicture(1, BTC, both[0] if bids else (), both[1] if asks else (), ()))
    assert view.model.middle_text() == words
    point(view, ASK + 100)
    point(view, BID - 100)
    assert not view.curves.grab().isNull()


def test_empty_it_says_what_comes(view, qtbot):
    assert not view.grab().isNull()
    view.draw(DepthPicture(1, BTC, (), (), ()))
    qtbot.mouseMove(view.curves, QPoint(100, 50))
    assert view.curves.price() is None and view.readout.text() == ""
    assert not view.grab().isNull()


def test_every_theme_and_size_paints(view):
    view.draw(picture(own=(OwnOrder(7, Side.BUY, BID - 500, LOT, LOT, 0),)))
    point(view, ASK + 300)
    for theme in THEMES.values():
        view.set_theme(theme)
        for size in ((240, 130), (420, 160), (1200, 400)):
            view.resize(*size)
            assert not view.grab().isNull()


def test_controls_have_names(view):
    assert all(button.accessibleName() and button.toolTip() for button in view.buttons.values())


# balance -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("bids", "asks", "words"), [
    (3 * LOT, LOT, "+50 %"), (LOT, 3 * LOT, "\u221250 %"), (LOT, LOT, "0 %"), (LOT, 0, "+100 %"), (0, LOT, "\u2212100 %"),
    (1005 * LOT, 995 * LOT, "+1 %"), (1004 * LOT, 996 * LOT, "0 %"),
])
def test_the_imbalance_compares_both_sides_within_the_span(view, bids, asks, words):
    far = ((BID // 2, 10**15),)
    view.draw(DepthPicture(1, BTC, ((BID, bids), *far) if bids else far, ((ASK, asks),) if asks else (), ()))
    if bids:
        assert view.model.imbalance_text() == words
        assert f"Imbalance {words}" in view.balance.text()
    else:
        view.draw(DepthPicture(2, BTC, (), ((ASK, asks),), ()))
        assert view.model.imbalance_text() == words


def test_an_imbalance_over_unknown_levels_says_so():
    model = DepthModel()
    model.look()
    model.take(picture(FIRST_LEVELS, step=1))
    assert model.imbalance_text().startswith("~")


def test_the_cumulative_delta_is_what_aggressors_took():
    stage = Stage()
    stage.play(6000)
    taken = 0
    fold = stage.projections.market.folds[TradePrinted]
    deltas = stage.projections.market.quotes[1].deltas
    start = deltas[-1]
    for number, side in enumerate((Side.BUY, Side.BUY, Side.SELL)):
        fold(stage.at + number, TradePrinted(1, ASK, (number + 1) * LOT, side, -1, -2))
        taken += (number + 1) * LOT * (1 if side is Side.BUY else -1)
    shown = stage.projections.depth.picture(DepthLook()).deltas
    assert shown[-1] == start + taken and shown == tuple(deltas)


def test_the_delta_is_said_and_drawn(view):
    sides = book(50)
    view.draw(DepthPicture(1, BTC, *sides, (), (0, 3 * LOT, -LOT, -2 * LOT)))
    assert "Delta BTC \u22122.000" in view.balance.text()
    quiet = view.balance.grab().toImage()
    view.draw(DepthPicture(2, BTC, *sides, (), (0, 3 * LOT, -LOT, 5 * LOT)))
    assert "Delta BTC +5.000" in view.balance.text() and view.balance.grab().toImage() != quiet
    view.show_instrument(2)
    assert view.balance.text() == ""


def test_the_span_is_kept(view, qtbot):
    with qtbot.waitSignal(view.memo_changed):
        qtbot.mouseClick(view.buttons["0.1 %"], Qt.MouseButton.LeftButton)
    twin = DepthView(THEMES["dark"])
    qtbot.addWidget(twin)
    assert twin.recall(view.memo()) and twin.model.span_bp == 10 and twin.buttons["0.1 %"].isChecked()
    assert not twin.recall("7") and not twin.recall("") and twin.model.span_bp == 10


def test_an_auctions_crossed_curves_meet_in_the_middle_and_its_price_is_said(view):
    bids, asks = ((654_812, LOT), (619_084, LOT)), ((600_000, LOT), (619_085, LOT))
    view.draw(DepthPicture(1, BTC, bids, asks, (), (), Uncross(619_050, LOT, LOT // 2)))
    model = view.model
    low, high = model.edges()
    assert (low + high) / 2 == pytest.approx(619_050)
    assert model.middle_text() == "Auction: 1 at 6\u202f190.50, buy 0.5 left over"
    assert not view.grab().isNull()
    view.draw(picture(version=2))
    assert model.middle_text().startswith("Mid ")
