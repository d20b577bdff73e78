"""Our working orders on the chart: seen, taken by their line, dropped at another price, or let go."""

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt

from core.domain.enums import Side
from core.messages.commands import ReplaceOrder
from core.projections.pictures import OwnOrder
from tests.widgets.test_chart import LOT, candles, mouse, picture
from widgets.chart.studies import KINDS, Study
from widgets.chart.view import ChartView
from widgets.style import THEMES
from widgets.tags import Tags

BID = OwnOrder(7, Side.BUY, 619_020, 2 * LOT, LOT, 0)


def with_orders(version: int, *own: OwnOrder):
    return msgspec.structs.replace(picture(candles(300), version=version), own=own)


@pytest.fixture
def view(qtbot):
    made = ChartView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(710, 366)
    with qtbot.waitExposed(made):
        made.show()
    made.draw(with_orders(1, BID))
    made.heard = []
    made.asked.connect(made.heard.append)
    return made


def place(view: ChartView, price: int) -> QPoint:
    return QPoint(300, int(view.plot.prices.pane.y_of(price)))


def pull(view: ChartView, start: QPoint, *to: QPoint) -> None:
    mouse(view, QEvent.Type.MouseButtonPress, start)
    for at in to:
        mouse(view, QEvent.Type.MouseMove, at, held=True)


def drop(view: ChartView, at: QPoint) -> None:
    mouse(view, QEvent.Type.MouseButtonRelease, at)


def test_an_order_of_ours_is_a_line_in_our_colour(view):
    image = view.plot.grab().toImage()
    at = place(view, BID.price)
    assert image.pixelColor(at) == THEMES["dark"].color("own")


def test_a_dropped_order_is_asked_for_at_its_new_price(view):
    end = place(view, 619_120)
    pull(view, place(view, BID.price), place(view, 619_060), end)
    assert view.heard == [], "nothing before the drop"
    wanted = view.plot.prices.own.drag.price
    assert abs(wanted - 619_120) <= 2
    drop(view, end)
    assert view.heard == [ReplaceOrder(7, 2 * LOT, wanted)], "the whole quantity, as the ladder asks"
    assert view.plot.framing.follows, "the picture stood still"


def test_escape_lets_go_and_nothing_is_asked(view, qtbot):
    end = place(view, 619_150)
    pull(view, place(view, BID.price), end)
    qtbot.keyClick(view.plot, Qt.Key.Key_Escape)
    assert view.plot.prices.own.drag is None
    drop(view, end)
    assert view.heard == []


def test_a_click_on_the_line_asks_for_nothing(view):
    at = place(view, BID.price)
    pull(view, at, at + QPoint(30, 0))
    drop(view, at)
    assert view.heard == []


def test_back_at_its_price_it_asks_for_nothing(view):
    at = place(view, BID.price)
    pull(view, at, place(view, 619_150), at)
    view.plot.prices.own.drag.price = BID.price
    drop(view, at)
    assert view.heard == []


def test_an_order_that_is_gone_before_the_drop_is_not_moved(view):
    end = place(view, 619_150)
    pull(view, place(view, BID.price), end)
    view.draw(with_orders(2))
    drop(view, end)
    assert view.heard == []


def test_what_was_filled_meanwhile_counts(view):
    end = place(view, 619_150)
    pull(view, place(view, BID.price), end)
    view.draw(with_orders(2, msgspec.structs.replace(BID, qty=LOT)))
    drop(view, end)
    assert [command.qty for command in view.heard] == [LOT]


def test_a_drag_beyond_the_pane_stops_at_its_edge(view):
    pull(view, place(view, BID.price), QPoint(300, 5000))
    drag = view.plot.prices.own.drag
    assert drag.price > 0 and drag.price == pytest.approx(view.plot.prices.pane.low, abs=2)
    drop(view, QPoint(300, 5000))
    assert view.heard[0].price == drag.price


def test_hiding_the_chart_lets_go(view):
    pull(view, place(view, BID.price), place(view, 619_150))
    view.hide()
    assert view.plot.prices.own.drag is None and view.heard == []


def test_beside_the_line_the_picture_is_panned(view):
    low = view.plot.framing.low
    start = place(view, BID.price) - QPoint(0, 30)
    pull(view, start, start + QPoint(70, 0))
    drop(view, start + QPoint(70, 0))
    assert view.heard == [] and view.plot.framing.low < low


def test_labels_of_close_orders_never_cover_each_other():
    tags = Tags()
    placed = [tags.place(QRectF(500, 100 + n % 3 * 5, 60, 16)) for n in range(8)]
    for number, rect in enumerate(placed):
        assert not any(rect.intersects(other) for other in placed[:number])
    assert placed[0].left() == 500 and tags.place(QRectF(500, 300, 60, 16)).left() == 500


def test_in_a_low_panel_the_prices_and_the_time_stay(view):
    view.show_studies([Study(KINDS["rsi"]), Study(KINDS["macd"])])
    for height in (366, 240, 170, 130):
        view.resize(420, height)
        view.grab()
        plot = view.plot
        heights = [item.pane.height for item in plot.panes]
        assert heights[0] >= 0.4 * (plot.viewport().height() - 22) - 1
        assert all(one == 0 or one >= 32 for one in heights[1:])
        assert sum(heights) == plot.viewport().height() - 22
