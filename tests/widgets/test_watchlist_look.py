"""How the watchlist looks: which columns stand at which width, and that none runs into another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from core.domain.enums import Phase, Side
from core.projections.watch_pictures import WatchPicture, WatchRow
from tests.widgets import test_watchlist
from tests.widgets.test_watchlist import AT, EMPTY, LOT, instrument, row
from widgets.style import ROW_PX, THEMES
from widgets.watchlist.cut import fitting, short
from widgets.watchlist.model import line, tip
from widgets.watchlist.paint import COMPACT, DENSE, PAD_PX, ROOMY, LinePainter, Look, shown
from widgets.watchlist.view import WatchlistView


@pytest.fixture
def view(qtbot):
    return test_watchlist.shown(qtbot)


def test_narrow_docks_lose_the_least_important_columns_first():
    assert [column.name for column, _, _ in shown(820)] == [column.name for column in ROOMY]
    assert [column.name for column, _, _ in shown(450)] == ["symbol", "last", "bid", "ask", "held"]
    assert [column.name for column, _, _ in shown(240)] == ["symbol", "last"]
    assert [column.name for column, _, _ in shown(1300, DENSE)] == [column.name for column in DENSE]
    assert [column.name for column, _, _ in shown(430, DENSE)] == ["symbol", "last", "percent", "bid", "ask"]
    for columns in (ROOMY, DENSE):
        assert all(right <= width for width in (240, 460, 800) for _, _, right in shown(width, columns))


def test_a_narrow_list_keeps_everything_in_two_rows_but_the_range(view):
    columns = {width: [column.name for column, _, _ in LinePainter(THEMES["dark"]).places(width)] for width in (240, 280, 310, 400, 800)}
    assert columns[400] == ["symbol", "last", "bid", "ask", "spread", "range"]
    assert columns[310] == columns[400][:-1] and columns[280] == columns[400][:4]
    assert columns[240] == ["symbol", "last"] and columns[800] == [column.name for column in ROOMY]
    view.resize(400, 160)
    painted = []
    for trail in ((617_000, 618_500, 620_000), (620_000, 618_500, 617_000)):
        view.draw(WatchPicture(1, 1, (instrument(4),), (row(4, trail=trail),), AT))
        painted.append(view.grab().toImage())
    assert painted[0] != painted[1], "the trail stands below the symbol"


@pytest.mark.parametrize(("size", "said"), [
    ("1.000", "1.000"), ("1\u202f234.567", "1\u202f234.5"), ("12\u202f345.000", "12\u202f345"), ("123\u202f456.789", "123\u202f456"),
    ("1\u202f234\u202f567.8", "1.2\u202fM"), ("1\u202f234\u202f567\u202f890", "1\u202f234\u202fM"), ("", ""), ("\u2013", "\u2013"),
])
def test_a_size_in_a_narrow_column_is_shorter_and_never_more_than_it_is(size, said):
    assert short(size, len, 7) == said


@pytest.mark.parametrize(("size", "room", "said"), [
    ("368.379", 7, "368.379"), ("368.379", 6, "368.37"), ("368.379", 5, "368.3"), ("12\u202f345.600", 6, "12\u202f345"),
    ("12\u202f345.600", 5, "12\u202fk"), ("123\u202f456.789", 6, "123\u202fk"), ("1.000", 5, "1.000"),
    ("1\u202f234\u202f567.8", 5, "1.2\u202fM"),
])
def test_a_size_does_not_run_into_the_one_beside_it(size, room, said):
    assert short(size, len, room) == said


@pytest.mark.parametrize("width", [310, 344, 376, 404, 480])
def test_neighbours_in_a_narrow_list_are_apart(view, width):
    """Long sizes and volumes: left of each column is some of the panel."""
    said = line(row(4, bid_qty=36_837_912_345, ask_qty=36_837_912_345, volume=36_837_912_345), AT)
    painter = LinePainter(THEMES["dark"])
    places = painter.places(width)
    image = QImage(width, painter.line_px, QImage.Format.Format_RGB32)
    onto = QPainter(image)
    painter.line(onto, places, 0, width, said, Look(Side.BUY, False, False, False))
    onto.end()
    starts = [left for column, left, _ in places if column.name in ("bid", "ask", "spread", "range")]
    assert len(starts) >= 3
    for left in starts:
        gap = {image.pixelColor(x, y).name() for x in range(left - 2, left + 2) for y in range(ROW_PX, 2 * ROW_PX - 2)}
        assert gap == {painter.panel.name()}, left


def test_every_theme_paints_empty_and_full(view):
    for theme in THEMES.values():
        view.set_theme(theme)
        for dense in (False, True):
            view.show_dense(dense)
            assert not view.grab().isNull()
            view.draw(WatchPicture(1, 1, (instrument(4), instrument(9)), (row(4, position=LOT), EMPTY), AT))
            assert not view.grab().isNull()


@pytest.mark.parametrize("dense", [False, True])
@pytest.mark.parametrize("width", [330, 420, 900])
def test_a_market_that_does_not_trade_continuously_is_marked_and_named(qtbot, dense, width):
    view = WatchlistView(THEMES["dark"])
    qtbot.addWidget(view)
    view.resize(width, 200)
    view.show()
    if dense:
        qtbot.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    halted = row(4, phase=Phase.HALT)
    seen = []
    for one in (row(4), halted):
        for _ in range(2):
            view.draw(WatchPicture(len(seen) + 1, 1, (instrument(4),), (one,), AT))
        seen.append(view.grab().toImage())
    warning = THEMES["dark"].color("warning").rgb()
    counts = [sum(image.pixel(x, y) == warning for x in range(image.width()) for y in range(60)) for image in seen]
    assert counts[0] == 0 and counts[1] > 10
    assert line(halted, AT).phase == "Halted" and "Halted" in tip(halted, line(halted, AT))
    assert line(row(4), AT).phase == "" and "Continuous" not in tip(row(4), line(row(4), AT))


RED, GREEN, BLUE = QColor(255, 0, 0), QColor(0, 255, 0), QColor(0, 0, 255)
PHASE_AND_AGE = (
    (Phase.HALT, AT), (Phase.OPENING_CALL, AT), (Phase.CONTINUOUS, AT - 8_000_000_000), (Phase.HALT, AT - 8_000_000_000),
    (Phase.OPENING_CALL, AT - 90_000_000_000),
)


def painted(width: int, one: WatchRow, dense: bool = False) -> tuple[LinePainter, QImage]:
    """Positions in red, what is stale in green, phases in blue, all else in grey."""
    painter = LinePainter(THEMES["dark"])
    painter.dense = dense
    painter.own, painter.stale, painter.warning = RED, GREEN, BLUE
    painter.text = painter.muted = QColor(160, 160, 160)
    painter.tone = painter.text, painter.text
    image = QImage(width, painter.line_px, QImage.Format.Format_RGB32)
    onto = QPainter(image)
    painter.line(onto, painter.places(width), 0, width, line(one, AT), Look(Side.BUY, False, False, False))
    onto.end()
    return painter, image


def count(image: QImage, color: QColor, left: int = 0) -> int:
    """Text has few pixels of its own colour: those count that are nearer to it than to any grey."""
    found = 0
    for x in range(left, image.width()):
        for y in range(image.height()):
            one = image.pixelColor(x, y)
            shares = sorted((one.red(), one.green(), one.blue()))
            most = {one.red(): RED, one.green(): GREEN, one.blue(): BLUE}[shares[2]]
            found += shares[2] - shares[1] > 60 and most is color
    return found


@pytest.mark.parametrize(("phase", "at"), PHASE_AND_AGE)
@pytest.mark.parametrize("width", [240, 280, 310, 330, 346, 400, 800])
def test_a_state_and_a_position_are_both_seen_at_every_width(qapp, width, phase, at):
    _, calm = painted(width, row(1, position=LOT))
    one = row(1, position=LOT, phase=phase, at=at)
    painter, told = painted(width, one)
    assert count(told, RED) == count(calm, RED) > 20, "the position stands where it stood, whole"
    assert (count(told, BLUE) > 10) is (phase is not Phase.CONTINUOUS)
    in_words = "stale" in painter._state(painter.places(width), line(one, AT)).words
    assert (in_words or count(told, GREEN) > 10) is (at < AT)


@pytest.mark.parametrize("width", [240, 430, 800, 1300])
def test_stale_data_is_marked_in_one_line_too_where_the_age_has_no_column(qapp, width):
    _, told = painted(width, row(1, at=AT - 8_000_000_000), dense=True)
    assert count(told, GREEN) > 10


@pytest.mark.parametrize("width", [310, 400, 756])
def test_a_long_phase_does_not_run_into_the_price_beside_it(qapp, width):
    """The words of the phase alone are in the warning's colour, and they end where their column does."""
    painter, told = painted(width, row(1, phase=Phase.OPENING_CALL))
    (_, left, right), *_ = painter.places(width)
    assert right - left < painter.small.width(line(row(1, phase=Phase.OPENING_CALL), AT).phase) + PAD_PX
    assert count(told, BLUE) > 10 and count(told, BLUE, right) == 0


def test_a_position_is_seen_before_the_first_trade_of_the_run(qapp):
    painter, image = painted(400, row(1, position=LOT, last=0, open=0, high=0, low=0, trades=0, trail=()))
    assert painter.columns is COMPACT and count(image, RED) > 20


def test_the_hint_has_what_a_narrow_list_leaves_out():
    one = row(1, at=AT - 8_000_000_000)
    told = tip(one, line(one, AT)).splitlines()
    assert {"Change +10.85, +0.18 %", "Spread 0.01", "Data age 8.0 s, stale"} <= set(told)
    assert "Data age 0.0 s" in tip(row(1), line(row(1), AT)).splitlines()
    assert not {"Change", "Spread", "Data"} & {words.partition(" ")[0] for words in tip(EMPTY, line(EMPTY, AT)).splitlines()}


@pytest.mark.parametrize("position", [1, LOT, -25 * LOT // 10, 1_250 * LOT, 123_456_789 * LOT])
@pytest.mark.parametrize("width", [346, 348, 380, 400, 420])
def test_a_position_never_runs_into_the_volume_beside_it(qapp, width, position):
    painter = LinePainter(THEMES["dark"])
    places = {column.name: (left, right) for column, left, right in painter.places(width)}
    said = line(row(1, position=position), AT)
    left, right = places["range" if painter.columns is COMPACT else "symbol"]
    if painter.columns is not ROOMY:
        text = fitting(said.position, painter.figures.width, right - left - 2 * PAD_PX)
        assert text and painter.figures.width(text) <= right - left - 2 * PAD_PX


def test_in_one_line_bid_and_ask_stand_at_the_width_of_a_dock():
    assert {"symbol", "last", "percent", "bid", "ask"} <= {column.name for column, _, _ in shown(400, DENSE)}


@pytest.mark.parametrize(("size", "room", "said"), [
    ("+1.000", 60, "+1.000"), ("+1.000", 40, "+1.0"), ("\u22122.500", 40, "\u22122.5"), ("\u22122.567", 50, "\u22122.5\u2026"),
    ("+12", 20, "\u2026"), ("+1\u202f234.567", 60, "+1\u202fk\u2026"), ("\u2212123\u202f456", 70, "\u2212123\u202fk\u2026"),
])
def test_digits_that_are_left_out_are_not_silently_so(size, room, said):
    assert fitting(size, lambda text: 10 * len(text), room) == said
