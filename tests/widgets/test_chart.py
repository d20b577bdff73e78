"""The chart: candles held as asked for, drawn as they are, framed by real gestures, linked by session time."""

from array import array

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.domain.units import SECOND, InstrumentId
from core.projections.chart_pictures import CandlesLook, CandlesPicture
from widgets.chart.axes import TAG_PX
from widgets.chart.candles import FIRST_CAPACITY, Candles
from widgets.chart.framing import Framing
from widgets.chart.header import Choice
from widgets.chart.kinds import INTERVALS, Drawn, Measure
from widgets.chart.model import Change, ChartModel
from widgets.chart.sight import Sight
from widgets.chart.view import ChartView
from widgets.scales import clock_text
from widgets.style import THEMES

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
ETH = Instrument(InstrumentId(2), "ETH-USD", "COINBASE", "ETH", "USD", 2, 8, 1, 1)
LOT = 100_000_000
FIVE = 5 * SECOND
START = 1_531_514_835 * SECOND
Candle = tuple[int, int, int, int, int, int, int, int]


def candle(number: int, close: int = 619_100, interval_ns: int = FIVE) -> Candle:
    return START + number * interval_ns, 619_084, max(close, 619_200), 619_000, close, LOT + number, LOT, 0


def candles(number: int, first: int = 0) -> tuple[Candle, ...]:
    return tuple(candle(index, 619_084 + (index % 7 - 3) * 20) for index in range(first, first + number))


def packed(rows: tuple[Candle, ...]) -> bytes:
    return array("q", [cell for row in rows for cell in row]).tobytes()


def picture(
    shown: tuple[Candle, ...], first: int = 0, version: int = 1, generation: int = 1, interval_ns: int = FIVE,
    fills: tuple[tuple[int, int, Side, int], ...] = (), instrument: Instrument = BTC,
) -> CandlesPicture:
    return CandlesPicture(version, generation, instrument, interval_ns, first, packed(shown), fills, 619_084, 619_085, START)


@pytest.fixture
def view(qtbot):
    made = ChartView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(710, 366)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def full(view):
    view.draw(picture(candles(300)))
    view.grab()
    return view


def middle(view: ChartView) -> QPoint:
    return QPoint(300, 100)


def mouse(view: ChartView, kind: QEvent.Type, at: QPoint, held: bool = False) -> None:
    place, left = QPointF(at), Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else left
    down = left if held or kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
    viewport = view.plot.viewport()
    event = QMouseEvent(kind, place, viewport.mapToGlobal(place), button, down, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def point(view: ChartView, at: QPoint) -> None:
    mouse(view, QEvent.Type.MouseMove, at)


def choose(rows: list[Choice], text: str) -> None:
    """What a click on the menu's row does."""
    next(run for words, _, run in rows if words == text)()


def drag(view: ChartView, pixels: int) -> None:
    start = middle(view)
    mouse(view, QEvent.Type.MouseButtonPress, start)
    for part in (1, 2, 3):
        mouse(view, QEvent.Type.MouseMove, start + QPoint(pixels * part // 3, 0), held=True)
    mouse(view, QEvent.Type.MouseButtonRelease, start + QPoint(pixels, 0))


def wheel(view: ChartView, notches: int, at: QPoint) -> None:
    place = QPointF(at)
    QApplication.sendEvent(view.plot.viewport(), QWheelEvent(
        place, view.plot.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    ))


# what is held ---------------------------------------------------------------------------------------------------------


def test_the_look_asks_for_the_last_candle_again(view):
    assert view.look() == CandlesLook()
    view.draw(picture(candles(3), version=7))
    assert view.look() == CandlesLook(7, 1, 0, FIVE, 3, 0)
    view.draw(picture((candle(2, 619_300), candle(3)), first=2, version=8))
    assert view.look().rows == 4
    assert view.model.candles.row(2)[4] == 619_300


def test_choosing_an_interval_asks_for_everything_of_it(full, qtbot):
    choose(full.header.measures(), "1 m")
    assert full.look() == CandlesLook(-1, 1, 0, 60 * SECOND, 0, 0)
    assert full.header.measure.text().startswith("1 m")
    full.draw(picture(candles(1), first=299, version=2))
    assert full.look().rows == 0, "an answer that was on its way is not mixed in"
    minute = picture(tuple(candle(n, interval_ns=60 * SECOND) for n in range(5)), version=2, interval_ns=60 * SECOND)
    full.draw(minute)
    assert full.look().rows == 5 and full.plot.framing.follows


def test_keys_step_through_the_intervals(full, qtbot):
    full.plot.setFocus()
    for expected in ("1 s", "1 s"):
        qtbot.keyClick(full.plot, Qt.Key.Key_Comma)
        assert full.look().interval_ns == INTERVALS[expected]
    qtbot.keyClick(full.plot, Qt.Key.Key_Period)
    assert full.look().interval_ns == FIVE and full.header.chosen == Measure(FIVE)


def test_another_run_starts_from_empty(full):
    drag(full, 900)
    full.draw(picture(candles(2), generation=2, fills=((START, 619_084, Side.BUY, LOT),)))
    assert (full.look().rows, full.look().fills) == (2, 1)
    assert full.plot.framing.follows


def test_a_gap_asks_for_everything_again():
    model = ChartModel()
    model.take(picture(candles(3)))
    assert model.take(picture(candles(1, 9), first=9)) is Change.RESTARTED
    assert (model.look().rows, model.look().generation) == (0, -1)


def test_another_instrument_is_asked_for_and_late_answers_are_ignored(full):
    full.show_instrument(2)
    assert full.look() == CandlesLook(-1, -1, 2, FIVE, 0, 0)
    full.draw(picture(candles(3)))
    assert full.model.instrument is None
    full.draw(picture(candles(3), instrument=ETH))
    assert full.model.instrument is ETH and full.look().rows == 3


def test_nothing_new_means_nothing_to_draw():
    model = ChartModel()
    assert model.take(picture(candles(3))) is Change.RESTARTED
    assert model.take(picture(candles(1, 2), first=2, version=2)) is Change.NOTHING
    assert model.look().version == 2
    assert model.take(picture((candle(2, 1),), first=2, version=3)) is Change.GROWN


def test_storage_grows_beyond_its_first_room():
    held = Candles()
    held.clear(FIVE)
    rows = candles(3 * FIRST_CAPACITY)
    for first in range(0, len(rows), 500):
        held.replace(first, packed(rows[first:first + 500]))
    assert held.count == len(rows)
    assert held.row(len(rows) - 1)[:8] == list(rows[-1])
    assert held.last_slot == len(rows) - 1


def test_time_without_trades_stays_visible(view):
    view.draw(picture((candle(0), candle(4))))
    assert view.model.candles.last_slot == 4
    assert view.model.facts(2) == {"time": clock_text(START + 2 * FIVE), "note": "no trades"}
    assert view.model.candles.slot_of(START + 4 * FIVE + 1) == 4


# drawing --------------------------------------------------------------------------------------------------------------


def test_rising_candles_are_hollow_and_falling_ones_filled(view):
    rising, falling = (START, 600_000, 640_000, 590_000, 630_000, LOT, 0, 0), (
        START + FIVE, 630_000, 640_000, 590_000, 600_000, LOT, 0, 0
    )
    view.draw(picture((rising, falling)))
    image, prices = view.plot.grab().toImage(), view.plot.prices
    y = int(prices.pane.y_of(615_000))
    assert image.pixelColor(int(view.plot.view.x_of(0)), y) == THEMES["dark"].color("panel")
    assert image.pixelColor(int(view.plot.view.x_of(1)), y) == THEMES["dark"].color("ask")


def test_every_candle_in_view_fits(full):
    sight = full.plot.sight
    assert sight.low < 619_000 and sight.high > 619_200
    assert sight.first > 0 and sight.end == 300


def test_the_last_price_in_a_still_market_does_not_blow_up():
    model, framing, sight = ChartModel(), Framing(), Sight()
    framing.resize(640)
    model.take(picture(((START, 619_084, 619_084, 619_084, 619_084, LOT, 0, 0),)))
    framing.grow(0)
    sight.update(model, framing, 640, 240, 60, 50)
    assert sight.high - sight.low >= 12


def test_own_fills_are_marks_at_their_candle(full):
    at = START + 290 * FIVE + SECOND
    bought, sold = (at, 619_010, Side.BUY, LOT), (at + 1, 619_150, Side.SELL, LOT // 2)
    full.draw(picture((candle(299),), first=299, version=2, fills=(bought, sold, sold)))
    prices = full.plot.prices
    assert prices.own.fills() == sorted([
        (full.plot.view.x_of(290), float(prices.pane.y_of(619_010)), Side.BUY),
        (full.plot.view.x_of(290), float(prices.pane.y_of(619_150)), Side.SELL),
    ])
    assert full.look().fills == 3
    assert full.model.facts(290)["own"] == "bought 1.000, sold 1.000"
    image = full.plot.grab().toImage()
    x, y = int(full.plot.view.x_of(290)), int(prices.pane.y_of(619_010))
    assert image.pixelColor(x, y + 6) == THEMES["dark"].color("own")


def test_own_fills_stand_beside_the_numbers_of_a_footprint(full):
    at = START + 298 * FIVE + SECOND
    full.draw(picture((candle(299),), first=299, version=2, fills=((at, 619_010, Side.BUY, LOT),)))
    full.show_drawn(Drawn.FOOTPRINT)
    (x, _, _), = full.plot.prices.own.fills()
    assert x == full.plot.view.x_of(298) - full.plot.framing.spacing_px / 2, "at the bar's left edge"
    full.show_drawn(Drawn.CANDLES)
    assert full.plot.prices.own.fills()[0][0] == full.plot.view.x_of(298)


# hands ----------------------------------------------------------------------------------------------------------------


def test_follows_the_latest_until_panned_away(full, qtbot):
    framing = full.plot.framing
    assert framing.follows and full.header.latest.isHidden()
    full.draw(picture((candle(299), candle(300)), first=299, version=2))
    assert framing.high == pytest.approx(305.5)
    drag(full, 500)
    assert not framing.follows and full.header.latest.isVisible()
    before = (framing.low, framing.high)
    full.draw(picture((candle(300), candle(301)), first=300, version=3))
    assert (framing.low, framing.high) == before
    qtbot.mouseClick(full.header.latest, Qt.MouseButton.LeftButton)
    assert framing.follows and framing.low < 301 < framing.high and full.header.latest.isHidden()


def test_a_drag_moves_as_far_as_the_pointer(full):
    framing = full.plot.framing
    low, spacing = framing.low, framing.spacing_px
    drag(full, 70)
    assert framing.low == pytest.approx(low - 70 / spacing)


def test_the_wheel_zooms_at_the_pointer(full):
    framing, at = full.plot.framing, QPoint(200, 80)
    slot, span = framing.low + 200 / framing.spacing_px, framing.span
    wheel(full, 2, at)
    assert framing.span == pytest.approx(span / 1.44)
    assert framing.low + 200 / framing.spacing_px == pytest.approx(slot)
    for _ in range(60):
        wheel(full, -3, at)
    assert framing.span <= 2 * 300 + 2


def test_a_double_click_resets(full, qtbot):
    wheel(full, 5, middle(full))
    drag(full, 400)
    qtbot.mouseDClick(full.plot.viewport(), Qt.MouseButton.LeftButton, pos=middle(full))
    framing = full.plot.framing
    assert framing.follows and framing.spacing_px == pytest.approx(7.0)


def test_keys_move_zoom_and_return(full, qtbot):
    framing, plot = full.plot.framing, full.plot
    low = framing.low
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert framing.low < low
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert framing.low <= 0 and not framing.follows
    qtbot.keyClick(plot, Qt.Key.Key_End)
    assert framing.follows
    span = framing.span
    qtbot.keyClick(plot, Qt.Key.Key_Up)
    assert framing.span < span and framing.follows
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert framing.span == pytest.approx(span)


def test_the_view_never_leaves_the_data(full):
    for pixels in (400,) * 20:
        drag(full, pixels)
    framing = full.plot.framing
    assert framing.high >= 2
    for pixels in (-400,) * 40:
        drag(full, pixels)
    assert framing.low <= 298


def test_a_resize_keeps_the_width_of_a_candle(full):
    spacing = full.plot.framing.spacing_px
    full.resize(900, 420)
    full.grab()
    assert full.plot.framing.spacing_px == pytest.approx(spacing) and full.plot.framing.follows


def test_the_crosshair_reads_in_the_header_and_is_told(full, qtbot):
    told: list[object] = []
    full.crosshair.connect(told.append)
    x = round(full.plot.view.x_of(250))
    point(full, QPoint(x, 100))
    assert told == [START + 250 * FIVE]
    assert full.header.readout.value("time") == clock_text(START + 250 * FIVE)
    assert full.header.readout.value("c") == BTC.price_text(candle(250, 619_084 + (250 % 7 - 3) * 20)[4])
    point(full, QPoint(x + 1, 120))
    assert len(told) == 1, "told only when the candle changes"
    QApplication.sendEvent(full.plot, QEvent(QEvent.Type.Leave))
    assert told[-1] is None
    assert full.header.readout.value("time") == clock_text(START + 299 * FIVE), "the latest candle again"


def test_a_linked_crosshair_is_shown_and_not_answered(full):
    told: list[object] = []
    full.crosshair.connect(told.append)
    full.show_crosshair(START + 250 * FIVE + 3)
    assert full.plot.crosshair.slot == 250 and full.plot.crosshair.y is None
    assert full.header.readout.value("time") == clock_text(START + 250 * FIVE)
    full.show_crosshair(START)
    assert full.plot.crosshair.slot is None, "not in view"
    full.show_crosshair(None)
    assert told == []


def test_hiding_ends_the_crosshair(full):
    told: list[object] = []
    full.crosshair.connect(told.append)
    point(full, middle(full))
    full.hide()
    assert told[-1] is None


def test_the_tags_of_the_last_price_and_of_the_crosshair_never_overlap(full):
    scale = full.plot.price_scale
    alone, none = scale.tag_tops()
    assert alone is not None and none is None
    for y in range(int(full.plot.prices.pane.height)):
        point(full, QPoint(300, y))
        last, cross = scale.tag_tops()
        assert abs(last - cross) >= TAG_PX
        assert min(last, cross) >= 0 and max(last, cross) + TAG_PX <= full.plot.prices.pane.height
        assert abs(last - alone) <= 2 * TAG_PX, "it stays near its line"


# size, theme, emptiness ----------------------------------------------------------------------------------------------


def test_the_header_keeps_its_height_whatever_it_says(full):
    height = full.header.height()
    point(full, middle(full))
    assert full.header.height() == height
    full.resize(420, 300)
    full.grab()
    assert full.header.height() > height


def test_every_theme_and_size_paints(full):
    point(full, middle(full))
    for theme in THEMES.values():
        full.set_theme(theme)
        for size in ((240, 150), (420, 300), (1200, 800)):
            full.resize(*size)
            assert not full.grab().isNull()


def test_empty_it_says_what_comes(view):
    assert not view.grab().isNull()
    point(view, middle(view))
    assert view.plot.crosshair.slot is None and view.header.readout.text() == ""
    view.draw(picture(()))
    assert not view.grab().isNull() and view.look().rows == 0


def test_controls_have_names(view):
    assert all(button.accessibleName() and button.toolTip() for button in view.header.buttons)
    assert "End" in view.header.latest.toolTip()
