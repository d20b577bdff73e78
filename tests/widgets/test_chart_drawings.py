"""Drawings: made with the pointer, moved, taken away, kept by symbol; and what a file may hold."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt

from core.projections.pictures import OwnOrder
from tests.widgets.test_chart import BTC, ETH, FIVE, START, candles, mouse, picture
from tests.widgets.test_chart_orders import BID, with_orders
from widgets.chart.drawing_store import DrawingStore
from widgets.chart.drawings import MOST_A_SYMBOL, MOST_TEXT, POINTS, Drawing, Tool, plain_text
from widgets.chart.kept import Kept, KeptStudy, Looks, kept_of, read
from widgets.chart.kinds import Drawn, Measure
from widgets.chart.studies import KINDS
from widgets.chart.view import ChartView
from widgets.style import THEMES

SYMBOL = "COINBASE:BTC-USD"


@pytest.fixture
def view(qtbot):
    made = ChartView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(710, 366)
    with qtbot.waitExposed(made):
        made.show()
    made.draw(picture(candles(300)))
    made.kept_told = []
    made.store.changed.connect(made.kept_told.append)
    return made


def drag(view: ChartView, start: QPoint, end: QPoint) -> None:
    mouse(view, QEvent.Type.MouseButtonPress, start)
    mouse(view, QEvent.Type.MouseMove, (start + end) / 2, held=True)
    mouse(view, QEvent.Type.MouseMove, end, held=True)
    mouse(view, QEvent.Type.MouseButtonRelease, end)


def choose(view: ChartView, tool: Tool) -> None:
    view.header.tool_chosen.emit(tool)


def drawn(view: ChartView) -> tuple[Drawing, ...]:
    return view.store.of(SYMBOL)


@pytest.mark.parametrize("tool", [Tool.TREND, Tool.BOX, Tool.RULER])
def test_a_drag_with_a_tool_makes_a_drawing_at_times_and_prices(view, tool):
    choose(view, tool)
    assert tool.value in view.header.draw.text().lower() or tool is Tool.BOX
    one, other = QPoint(200, 60), QPoint(320, 120)
    low = view.plot.framing.low
    drag(view, one, other)
    (made,) = drawn(view)
    assert made.tool is tool and len(view.kept_told) == 1
    for point, at in zip(made.points, (one, other), strict=True):
        assert abs((point[0] - START) / FIVE - view.plot.view.exact_slot(at.x())) < 0.01
        assert abs(float(view.plot.prices.pane.y_of(point[1])) - at.y()) <= 2
    assert view.plot.framing.low == low, "the picture stood still"
    assert view.header.draw.text().startswith("Draw"), "one drawing, then the hand is free again"


def test_a_level_takes_one_click(view):
    choose(view, Tool.LEVEL)
    drag(view, QPoint(200, 80), QPoint(200, 80))
    assert [one.tool for one in drawn(view)] == [Tool.LEVEL]
    y = round(float(view.plot.prices.pane.y_of(drawn(view)[0].points[0][1])) - 0.5)
    assert view.plot.grab().toImage().pixelColor(40, y) == THEMES["dark"].color("selection"), "chosen as it was made"


def test_words_are_typed_in_place(view, qtbot):
    choose(view, Tool.TEXT)
    drag(view, QPoint(200, 80), QPoint(200, 80))
    assert view.words.isVisible() and view.words.hasFocus()
    qtbot.keyClicks(view.words, "support , K")
    assert view.model.drawn is Drawn.CANDLES, "keys of the chart are letters here"
    qtbot.keyClick(view.words, Qt.Key.Key_Return)
    assert [one.text for one in drawn(view)] == ["support , K"] and not view.words.isVisible()
    assert not view.grab().isNull()


def test_words_whose_point_is_in_view_end_within_the_pane(view, qtbot):
    """Beside the edge they begin further left; what no pane is wide enough for is cut with an ellipsis."""
    sketching, pane = view.plot.prices.sketching, view.plot.prices.pane
    for text, whole in (("a note that is not short", True), ("W" * MOST_TEXT, False)):
        choose(view, Tool.TEXT)
        at = QPoint(int(pane.width) - 30, 80)
        drag(view, at, at)
        qtbot.keyClicks(view.words, text)
        qtbot.keyClick(view.words, Qt.Key.Key_Return)
        left, said = sketching.words_of(sketching.drawings[-1])
        assert left >= 0 and left + sketching._small.width(said) <= pane.width
        assert (said == text) is whole and (whole or said.endswith("\u2026"))
        assert sketching.drawing_at(QPointF(left + 3, 80)) == len(sketching.drawings) - 1, "taken hold of where it stands"
        assert sketching.remove_chosen()


def test_escape_writes_nothing_and_puts_a_tool_down(view, qtbot):
    choose(view, Tool.TEXT)
    drag(view, QPoint(200, 80), QPoint(200, 80))
    qtbot.keyClicks(view.words, "no")
    qtbot.keyClick(view.words, Qt.Key.Key_Escape)
    choose(view, Tool.TREND)
    mouse(view, QEvent.Type.MouseButtonPress, QPoint(200, 60))
    mouse(view, QEvent.Type.MouseMove, QPoint(300, 90), held=True)
    qtbot.keyClick(view.plot, Qt.Key.Key_Escape)
    mouse(view, QEvent.Type.MouseButtonRelease, QPoint(300, 90))
    assert drawn(view) == () and view.kept_told == [] and view.header.draw.text().startswith("Draw")


def test_a_trend_line_of_no_length_is_none(view):
    choose(view, Tool.TREND)
    drag(view, QPoint(200, 60), QPoint(200, 60))
    assert drawn(view) == ()


def test_a_drawing_is_moved_pulled_and_removed(view, qtbot):
    choose(view, Tool.TREND)
    drag(view, QPoint(200, 60), QPoint(320, 120))
    (made,) = drawn(view)
    drag(view, QPoint(260, 90), QPoint(280, 100))
    (moved,) = drawn(view)
    assert moved.points[0][0] > made.points[0][0] and moved.points[0][1] < made.points[0][1]
    assert moved.points[1][0] - moved.points[0][0] == made.points[1][0] - made.points[0][0], "the whole of it"
    drag(view, QPoint(340, 130), QPoint(400, 60))
    (pulled,) = drawn(view)
    assert pulled.points[0] == moved.points[0] and pulled.points[1] != moved.points[1]
    qtbot.keyClick(view.plot, Qt.Key.Key_Delete)
    assert drawn(view) == () and len(view.kept_told) == 4


def test_an_order_is_easier_to_take_than_a_drawing(view):
    view.draw(with_orders(2, BID))
    y = int(view.plot.prices.pane.y_of(BID.price))
    view.plot.prices.sketching.show((Drawing(Tool.LEVEL, ((START, BID.price),)),))
    mouse(view, QEvent.Type.MouseButtonPress, QPoint(200, y))
    assert view.plot.prices.sketching.held is not None, "unarmed the order's line is picture, and the drawing is taken"
    mouse(view, QEvent.Type.MouseButtonRelease, QPoint(200, y))
    view.toggle_armed()
    mouse(view, QEvent.Type.MouseButtonPress, QPoint(200, y))
    assert isinstance(view.plot.prices.own.drag.order, OwnOrder) and view.plot.prices.sketching.held is None
    mouse(view, QEvent.Type.MouseButtonRelease, QPoint(200, y))


def test_a_ruler_says_how_far(view):
    ruler = Drawing(Tool.RULER, ((START + 280 * FIVE, 619_100), (START + 292 * FIVE, 619_000)))
    assert view.plot.prices.sketching.measure_text(ruler) == "\u22121.00   \u22120.02 %   12 bars   0:01:00"


def test_drawings_belong_to_their_symbol(view):
    choose(view, Tool.LEVEL)
    drag(view, QPoint(200, 80), QPoint(200, 80))
    view.show_instrument(2)
    view.draw(picture(candles(30), instrument=ETH))
    assert view.plot.prices.sketching.drawings == ()
    view.show_instrument(1)
    view.draw(picture(candles(30), instrument=BTC))
    assert len(view.plot.prices.sketching.drawings) == 1
    view.header.erase_chosen.emit()
    assert view.store.drawings == {} and not view.grab().isNull()


def test_everything_comes_back_after_a_restart(view, qtbot):
    box = Drawing(Tool.BOX, ((START, 619_000), (START + FIVE, 619_100)))
    looks = Looks((KeptStudy("rsi", (7,)), KeptStudy("bollinger", (20, 25))), Drawn.AREA.value, 60 * 10**9, 0, True, True)
    view.share(DrawingStore({SYMBOL: (box,)}))
    view.begin_as(looks)
    assert view.plot.prices.sketching.drawings == (box,)
    assert view.looks == looks and view.look().interval_ns == 60 * 10**9 and len(view.plot.strips) == 1
    assert read(msgspec.json.encode(kept_of(view.store.drawings, view.looks))).looks == looks and view.header.ratio
    assert not view.grab().isNull()


POINT = st.tuples(st.integers(0, 9 * 10**18), st.integers(1, 10**18))
DRAWINGS = st.sampled_from(list(Tool)).flatmap(
    lambda tool: st.builds(
        Drawing, st.just(tool), st.tuples(*[POINT] * POINTS[tool]), st.text(max_size=200).map(plain_text)
    )
)


@given(st.dictionaries(st.text(max_size=20), st.lists(DRAWINGS, max_size=5).map(tuple), max_size=3), st.sampled_from(list(Drawn)))
def test_what_is_kept_is_read_again(drawings, drawn_as):
    studies = tuple(KeptStudy(kind.id, tuple(one.first for one in kind.parameters)) for kind in KINDS.values())
    kept = kept_of(drawings, Looks(studies, drawn_as.value, 0, 10, True, False))
    assert read(msgspec.json.encode(kept)) == kept and kept.measure == Measure(0, 10)
    assert [one.title for one in kept.restored_studies()]


@given(st.binary(max_size=60))
def test_whatever_is_in_the_file_it_is_read_or_said(data):
    try:
        assert isinstance(read(data), Kept)
    except ValueError as error:
        assert str(error).startswith(("is not readable", "has version", "holds", "names"))


@pytest.mark.parametrize("text, words", [
    ("{", "is not readable"), ("[]", "is not readable"), ('{"version": 2}', "has version 2, this program writes 1"),
    ('{"drawings": {"a": [{"tool": "trend", "points": [[1, 2]]}]}}', "holds a trend line that cannot be"),
    ('{"drawings": {"a": [{"tool": "level", "points": [[1, 0]]}]}}', "holds a horizontal line that cannot be"),
    ('{"drawings": {"a": [{"tool": "level", "points": [[1, 99999999999999999999]]}]}}', "holds a horizontal line that cannot be"),
    ('{"drawings": {"a": [{"tool": "text", "points": [[1, 2]], "text": "\\u0000"}]}}', "holds words"),
    ('{"studies": [{"kind": "ema", "parameters": [0]}]}', "holds a study that cannot be"),
    ('{"studies": [{"kind": "who", "parameters": []}]}', "holds a study that cannot be"), ('{"drawn": "pie"}', "names a way"),
])
def test_a_file_that_cannot_be_is_said_in_words(text, words):
    with pytest.raises(ValueError, match=words):
        read(text.encode())


def test_words_are_one_plain_line():
    assert plain_text("  a\nb\t c\x00\u202e" + "x" * 500).startswith("a b cx")
    assert len(plain_text("x" * 500)) == MOST_TEXT


def test_there_is_an_end_of_drawings(view):
    view.plot.prices.sketching.show((Drawing(Tool.LEVEL, ((START, 619_000),)),) * MOST_A_SYMBOL)
    assert not view.plot.prices.sketching.add(Drawing(Tool.LEVEL, ((START, 619_000),)))
