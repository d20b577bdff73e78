"""The kinds of bars and what lies on them: coarser levels, equal volume, Heikin-Ashi, footprints, studies in the panel."""

from itertools import pairwise

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from app.projection_memory import recall, remember
from core.domain.enums import Side
from core.domain.instrument import MINUS, Instrument
from core.domain.units import SECOND, InstrumentId
from core.messages.market_data import InstrumentListed, TradePrinted
from core.projections.bars import Bars
from core.projections.candles import Candles as CandlesProjection
from core.projections.chart_pictures import CandlesLook
from core.projections.fates import Fates
from core.projections.health import Health
from core.projections.market import Market
from core.projections.orders import Orders
from core.projections.prints import Prints
from core.projections.session import Session
from tests.core.test_projections import Stage, rows
from tests.widgets.test_chart import BTC, FIVE, LOT, START, candle, candles, choose, packed, picture
from widgets.chart.binning import columns
from widgets.chart.candles import HIGH, LEVELLED_FROM, LOTS, LOW, Candles
from widgets.chart.drawings import Tool
from widgets.chart.form import parameters_of, value_of
from widgets.chart.kinds import DEFAULT_MEASURE, INTERVALS, Drawn, Measure
from widgets.chart.model import ChartModel, HeikinAshi
from widgets.chart.studies import KINDS, Study
from widgets.chart.view import ChartView
from widgets.style import THEMES


@pytest.fixture
def view(qtbot):
    made = ChartView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.draw(picture(candles(300)))
    return made


def walk(count: int, seed: int) -> tuple[tuple[int, ...], ...]:
    chance = np.random.default_rng(seed)
    prices = 600_000 + np.cumsum(chance.integers(-40, 41, (count, 4)).ravel()).reshape(count, 4)
    slots = np.cumsum(chance.integers(1, 3, count))
    return tuple(
        (START + int(slot) * FIVE, int(p[0]), int(p.max()), int(p.min()), int(p[3]), int(lots), 0, 0)
        for slot, p, lots in zip(slots, prices, chance.integers(1, 10**6, count), strict=True)
    )


# levels ---------------------------------------------------------------------------------------------------------------


@settings(max_examples=20, deadline=None)
@given(
    count=st.integers(LEVELLED_FROM, 3 * LEVELLED_FROM), seed=st.integers(0, 99), grown=st.integers(1, 3000),
    cut=st.tuples(st.integers(), st.integers()),
)
def test_levels_grow_with_the_candles_and_lose_nothing(count, seed, grown, cut):
    """Extremes of any span, and what is drawn zoomed far out, as if there were no levels."""
    made, held = walk(count, seed), Candles()
    held.clear(FIVE)
    held.replace(0, packed(made[:count - grown]))
    for first in range(count - grown, count, 700):
        held.replace(max(first - 1, 0), packed(made[max(first - 1, 0):first + 700]))
    start, end = sorted(one % (count + 1) for one in cut)
    if start < end:
        assert held.extremes(start, end) == (
            int(held.field(LOW)[start:end].min()), int(held.field(HIGH)[start:end].max()), int(held.field(LOTS)[start:end].max())
        )
    shown = columns(held, 0, held.count, 0.0, 300 / held.last_slot, 4.0)
    assert len(shown.x) <= 301 and shown.bins
    assert (shown.open[0], shown.close[-1], shown.last[-1]) == (made[0][1], made[-1][4], count - 1)
    assert (int(shown.low.min()), int(shown.high.max()), int(shown.lots.max())) == held.extremes(0, held.count)
    exact = np.floor(held.field(8) * (300 / held.last_slot))[shown.last]
    assert np.abs(shown.x - 0.5 - exact).max() <= 1, "a column's last candle stands in it, or at the edge of the next"


# bars -----------------------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(1, 5000), st.booleans()), min_size=1, max_size=60), st.integers(1, 4000))
def test_bars_of_equal_volume_hold_exactly_their_lots(trades, size):
    bars = Bars(0, size)
    for at, (price, lots, bought) in enumerate(trades):
        bars.trade(at, price, lots, lots if bought else 0)
    made = rows(bars.rows())
    total = sum(lots for _, lots, _ in trades)
    if size * 1000 > 5000:
        assert [row[5] for row in made[:-1]] == [size] * (len(made) - 1) and 0 < made[-1][5] <= size
    assert sum(row[5] for row in made) == total
    assert sum(row[6] for row in made) == sum(lots for _, lots, bought in trades if bought)
    assert sum(row[1] * row[5] + row[7] for row in made) == sum(price * lots for price, lots, _ in trades), "money is exact"
    assert [row[0] for row in made] == sorted(row[0] for row in made)


def test_one_huge_trade_does_not_fill_the_memory():
    bars = Bars(0, 1)
    bars.trade(0, 100, 10**15, 10**15)
    assert len(bars) == 1000 and sum(row[5] for row in rows(bars.rows())) == 10**15


def test_longer_bars_know_the_money_of_the_shorter_ones():
    stage = Stage()
    stage.play(9000)
    traded = list(stage.projections.prints.of(1))
    money = sum(price * abs(lots) for _, price, lots in traded)
    for look in (CandlesLook(interval_ns=SECOND), CandlesLook(interval_ns=3600 * SECOND), CandlesLook(interval_ns=0, lots=LOT)):
        found = stage.projections.candles.picture(look)
        assert found is not None
        assert sum(row[1] * row[5] + row[7] for row in rows(found.candles)) == money


def test_studies_after_a_restart_are_what_they_were():
    """Bars go through the screens' memory; what is worked out of them is the same, to the last bit that is drawn."""
    stage = Stage()
    stage.play(9000)
    again = recall(remember(stage.projections), stage.engine)
    for kind in KINDS.values():
        lines = []
        for projections in (stage.projections, again):
            found, bars = projections.candles.picture(CandlesLook(interval_ns=SECOND)), Candles()
            bars.clear(SECOND)
            bars.replace(0, found.candles)
            study = Study(kind)
            study.extend(bars, 0)
            lines.append([study.line(number) for number in range(len(kind.lines))])
        assert all(np.array_equal(a, b, equal_nan=True) for a, b in zip(*lines, strict=True)), kind.id


def test_heikin_ashi_is_the_recursion():
    """Valcu 2004: close (o+h+l+c)/4, open the mean of the open and close before, high and low with both."""
    made = walk(500, 3)
    held, smooth = Candles(), HeikinAshi()
    held.clear(FIVE)
    for first in (0, 200, 201, 499):
        held.replace(first, packed(made[first:first + 300]))
        smooth.extend(held, first)
    o, c = (made[0][1] + made[0][4]) / 2, sum(made[0][1:5]) / 4
    for index, row in enumerate(made):
        if index:
            o, c = (o + c) / 2, sum(row[1:5]) / 4
        got = smooth.candles.row(index)
        assert got[1] == pytest.approx(o, abs=0.51) and got[4] == pytest.approx(c, abs=0.51)
        assert got[2] == max(row[2], got[1], got[4]) and got[3] == min(row[3], got[1], got[4])


def test_every_kind_and_length_paints_and_asks_for_what_it_needs(view):
    for drawn in Drawn:
        view.show_drawn(drawn)
        assert not view.grab().isNull()
        assert view.look().prints == (0 if drawn is Drawn.FOOTPRINT else -1)
    for interval in INTERVALS.values():
        view.show_measure(Measure(interval))
        assert view.look().interval_ns == interval
    choose(view.header.measures(), "Bars of 10 BTC")
    assert (view.look().interval_ns, view.look().lots) == (0, 10 * LOT)
    view.draw(msgspec.structs.replace(picture(candles(30), interval_ns=0, version=9), lots=10 * LOT))
    assert view.model.candles.count == 30 and view.model.candles.slot_of(START + 3 * FIVE) == 3
    assert not view.grab().isNull()


def test_bars_of_equal_volume_wait_until_the_instrument_is_known(qtbot):
    made = ChartView(THEMES["dark"])
    qtbot.addWidget(made)
    made.show_measure(Measure(0, 10))
    assert made.look().interval_ns == FIVE, "nobody knows yet how many lots ten are"
    made.draw(picture(candles(3)))
    assert made.model.candles.count == 0 and made.look().lots == 10 * LOT


# studies in the panel -------------------------------------------------------------------------------------------------


def test_a_study_is_added_changed_and_removed(view, qtbot):
    qtbot.mouseClick(view.header.studies, Qt.MouseButton.LeftButton)
    board = view.board
    assert board.isVisible() and view.header.studies.isChecked()
    qtbot.mouseClick(board.adders["rsi"], Qt.MouseButton.LeftButton)
    assert [study.title for study in view.model.studies] == ["RSI 14"] and len(view.plot.strips) == 1
    board.fields[0][0].setText("7")
    assert [study.title for study in view.model.studies] == ["RSI 7"]
    assert view.model.studies[0].count == view.model.candles.count
    qtbot.mouseClick(board.removers[0], Qt.MouseButton.LeftButton)
    assert view.model.studies == [] and view.plot.strips == []
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert board.isHidden() and not view.header.studies.isChecked()


@pytest.mark.parametrize("text", ["", "0", "-3", "NaN", "1e9", "1" * 400, "7.5", "\u202e7", "\x007", "1001", "\u0667"])
def test_a_wrong_parameter_is_said_and_changes_nothing(view, text):
    view.toggle_studies()
    view.board.adders["ema"].click()
    field = view.board.fields[0][0]
    field.setText(text)
    assert field.is_wrong() and view.board.note.text() == "Length must be a whole number from 1 to 1000."
    assert [study.title for study in view.model.studies] == ["EMA 20"]
    field.setText("9")
    assert not field.is_wrong() and view.board.note.text() == ""


def test_parameters_have_their_sentences():
    with pytest.raises(ValueError, match="fast average must be shorter"):
        parameters_of(KINDS["macd"], ["26", "12", "9"])
    wide = KINDS["bollinger"].parameters[1]
    assert value_of(wide, "2.5") == 25
    with pytest.raises(ValueError, match=r"Deviations must be a number with at most one decimal from 0\.1 to 10"):
        value_of(wide, "0.05")


def test_the_legend_says_the_value_under_the_crosshair(view):
    study = Study(KINDS["sma"], (3,))
    view.show_studies([study])
    closes = [row[4] for row in candles(300)]
    assert view.model.study_text(study, 0, 250) == BTC.price_text(round(sum(closes[248:251]) / 3))
    assert view.model.study_text(study, 0, 1) == "", "not defined before three bars"
    assert not view.grab().isNull()


def test_studies_follow_the_bars(view):
    studies = [Study(kind) for kind in KINDS.values()]
    view.show_studies(studies)
    view.draw(picture((candle(299, 619_500), candle(300)), first=299, version=2))
    fresh = Study(KINDS["ema"])
    fresh.extend(view.model.candles, 0)
    assert studies[0].line(0) == pytest.approx(fresh.line(0), nan_ok=True) and studies[0].count == 301
    view.draw(picture(candles(2), generation=2))
    assert all(study.count == 2 for study in studies)
    assert not view.grab().isNull()


# a second instrument --------------------------------------------------------------------------------------------------


def two_markets():
    """Ten bars of each: one rises by a thousandth and a half, the other by three times as much."""
    market = Market()
    prints = Prints()
    orders = Orders(lambda id: None, lambda a, b: 0, lambda a, b: 0)
    projection = CandlesProjection(market, orders, prints, Session("development", "durable"), Health(), Fates(orders))
    ids = {"BTC-USD": 1, "ETH-USD": 2}
    for symbol, id in ids.items():
        market.folds[InstrumentListed](0, InstrumentListed(InstrumentId(id), symbol, "X", symbol[:3], "USD", 2, 8, 1, 1))
    for n in range(10):
        for id, price in ((1, 600_000 + 100 * n), (2, 40_000 + 20 * n)):
            for one in (market, prints, projection):
                one.folds[TradePrinted](START + n * FIVE, TradePrinted(InstrumentId(id), price, LOT, Side.BUY, 1, 2))
    return projection


def test_another_instrument_is_compared_in_percent():
    model, projection = ChartModel(), two_markets()
    model.want_compared(2)
    model.take(projection.picture(model.look()))
    assert isinstance(model.compared_with, Instrument) and model.compared_with.symbol == "ETH-USD"
    slots, prices = model.compared_line(START, 600_000, 0, 99)
    assert slots.tolist() == list(range(10))
    assert prices[9] == pytest.approx(600_000 * 40_180 / 40_000)
    assert [one.symbol for one in model.listed] == ["BTC-USD", "ETH-USD"]
    assert model.compared_line(START, 600_000, 3, 5)[0].tolist() == [3, 4, 5]


def test_a_comparison_rests_while_its_instrument_is_the_one_shown():
    model, projection = ChartModel(), two_markets()
    model.want_compared(2)
    model.take(projection.picture(model.look()))
    model.want_instrument(2)
    assert model.look().compare == 0 and model.compared_with is None
    model.take(projection.picture(model.look()))
    assert model.instrument.symbol == "ETH-USD" and model.compared_with is None
    model.want_instrument(1)
    model.take(projection.picture(model.look()))
    assert model.compared_with is not None and model.compared_with.symbol == "ETH-USD"
    first = ChartModel()
    first.want_compared(1)
    first.take(projection.picture(first.look()))
    assert first.instrument.id == 1 and first.compared_with is None, "what is shown when nobody has chosen is known from the answer"


def test_bars_of_equal_volume_are_compared_with_nothing():
    model, projection = ChartModel(), two_markets()
    model.want_compared(2)
    model.take(projection.picture(model.look()))
    model.want_measure(Measure(0, 1))
    model.take(projection.picture(model.look()))
    assert model.candles.count and model.compared_with is None
    model.want_measure(DEFAULT_MEASURE)
    model.take(projection.picture(model.look()))
    assert model.compared_with is not None and model.compared.count == 10


def test_a_comparison_is_found_by_name_when_its_instrument_is_listed(view):
    view.recall('{"compared": "X:ETH-USD"}')
    assert view.looks.compared == "X:ETH-USD" and view.header.compared == 0
    projection = two_markets()
    view.draw(projection.picture(view.look()))
    assert view.header.compared == 2
    view.draw(projection.picture(view.look()))
    assert view.model.compared_with is not None and view.looks.compared == "X:ETH-USD"
    view.show_compared(0)
    assert view.looks.compared == ""
    assert view.recall('{"compared": "X:NONE"}')
    view.draw(projection.picture(view.look()))
    assert view.header.compared == 0 and view.looks.compared == "X:NONE", "it may be listed another day"


@pytest.mark.parametrize("ratio", [False, True])
def test_a_comparison_is_all_in_view_between_round_percents(view, ratio):
    view.draw(two_markets().picture(view.look()))
    view.show_ratio(ratio)
    projection = two_markets()
    view.show_compared(2)
    view.draw(projection.picture(view.look()))
    sight, pane = view.plot.sight, view.plot.prices.pane
    assert sight.compared[1][-1] == pytest.approx(602_700), "three times as far as ours, which ends at 600 900"
    rows = pane.y_of(sight.compared[1])
    assert rows.min() > 0 and rows.max() < pane.height
    said = [view.plot.price_scale._price_text(price) for price in sight.price_ticks]
    assert "0.00 %" in said and len(said) > 3
    steps = {round(100 * (other - one)) for one, other in pairwise(float(text.split()[0].replace(MINUS, "-")) for text in said)}
    assert len(steps) == 1 and steps <= {1, 2, 5, 10, 20}
    view.show_compared(0)
    view.draw(projection.picture(view.look()))
    assert sight.base == 0 and view.plot.price_scale._price_text(600_000) == "6\u202f000.00"


def test_the_scale_of_ratios_keeps_equal_ratios_equal(view):
    view.show_ratio(True)
    pane = view.plot.prices.pane
    low, high = pane.low, pane.high
    middle = (low * high) ** 0.5
    assert float(pane.y_of(middle)) == pytest.approx(pane.height / 2, abs=1)
    assert pane.value_at(pane.height / 2) == pytest.approx(middle, rel=1e-6)
    assert low < 619_000 and high > 619_200 and not view.grab().isNull()


# The offscreen platform says so of every menu that opens.
@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_a_menu_opens_and_its_rows_work(view, qtbot):
    header = view.header
    rows = ((header.measure, "1 m"), (header.kind, "Line"), (header.draw, "Ruler"), (header.more, "Volume profile\tP"))
    for button, text in rows:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        next(action for action in menu.actions() if action.text() == text).trigger()
        menu.close()
    assert (view.model.measure, view.model.drawn, view.model.profile) == (Measure(INTERVALS["1 m"]), Drawn.LINE, True)
    assert view.plot.prices.sketching.tool is Tool.RULER and view.header.draw.text().startswith("Ruler")
    assert [enabled for text, _, enabled in view.header.others() if text.startswith("No other")] == [bool], "nothing to compare with yet"
