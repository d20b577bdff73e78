"""Our working orders on the chart: seen, taken by their line, dropped at another price, or let go."""

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt

from core.domain.enums import OrderType, Side
from core.messages.commands import ReplaceOrder
from core.projections.pictures import OwnOrder
from tests.widgets.test_chart import BTC, LOT, candles, mouse, picture
from widgets.chart.marks import tag
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
    made.toggle_armed()
    assert made.is_armed()
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
    end = place(view, 619_070)
    pull(view, place(view, BID.price), place(view, 619_050), end)
    assert view.heard == [], "nothing before the drop"
    wanted = view.plot.prices.own.drag.price
    assert abs(wanted - 619_070) <= 2
    drop(view, end)
    assert view.heard == [ReplaceOrder(7, 2 * LOT, wanted)], "the whole quantity, as the ladder asks"
    assert view.plot.framing.follows, "the picture stood still"


def test_escape_lets_go_and_nothing_is_asked(view, qtbot):
    end = place(view, 619_060)
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
    pull(view, at, place(view, 619_060), at)
    view.plot.prices.own.drag.price = BID.price
    drop(view, at)
    assert view.heard == []


def test_an_order_that_is_gone_before_the_drop_is_not_moved(view):
    end = place(view, 619_060)
    pull(view, place(view, BID.price), end)
    view.draw(with_orders(2))
    drop(view, end)
    assert view.heard == []


def test_what_was_filled_meanwhile_counts(view):
    end = place(view, 619_060)
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
    pull(view, place(view, BID.price), place(view, 619_060))
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


# out of view ----------------------------------------------------------------------------------------------------------

FAR = (
    OwnOrder(8, Side.BUY, 615_000, LOT, LOT, 0), OwnOrder(9, Side.BUY, 610_000, LOT, LOT, 0), OwnOrder(10, Side.SELL, 640_000, LOT, LOT, 0),
)


def test_orders_beyond_the_prices_in_view_are_counted_at_their_edge(view):
    view.draw(with_orders(2, BID, *FAR))
    markers = view.plot.prices.beyond.markers()
    assert [(one.text, one.above) for one in markers] == [("1 sell above, 6\u202f400.00", True), ("2 buys below, 6\u202f150.00", False)]
    assert markers[0].rect.top() == 0 and markers[1].rect.bottom() == int(view.plot.prices.pane.height)
    image = view.plot.grab().toImage()
    corner = markers[1].rect.topLeft().toPoint() + QPoint(1, 1)
    assert image.pixelColor(corner) == THEMES["dark"].color("own_fill")


def test_a_press_on_the_marker_takes_the_orders_into_the_range_and_back(view):
    view.draw(with_orders(2, BID, *FAR))
    low, beyond = view.plot.prices.pane.low, view.plot.prices.beyond
    at = beyond.markers()[1].rect.center().toPoint()
    pull(view, at)
    drop(view, at)
    pane = view.plot.prices.pane
    assert pane.low < 610_000 and pane.high > 640_000
    assert [one.text for one in beyond.markers()] == ["Fit bars"]
    assert all(0 <= view.plot.prices.pane.y_of(order.price) <= pane.height for order in (BID, *FAR))
    back = beyond.markers()[0].rect.center().toPoint()
    pull(view, back)
    drop(view, back)
    assert view.plot.prices.pane.low == low and len(beyond.markers()) == 2 and view.heard == []


def test_a_key_does_the_same_and_orders_that_are_gone_need_no_room(view, qtbot):
    view.draw(with_orders(2, BID, *FAR))
    low = view.plot.prices.pane.low
    qtbot.keyClick(view, Qt.Key.Key_O)
    assert view.plot.prices.pane.low < 610_000
    view.draw(with_orders(3, BID))
    assert view.plot.prices.pane.low == low and view.plot.prices.beyond.markers() == []


def test_a_label_of_a_line_never_lies_under_a_marker(view):
    view.draw(with_orders(2, BID, *FAR))
    pane, marker = view.plot.prices.pane, view.plot.prices.beyond.markers()[1]
    low = OwnOrder(11, Side.BUY, int(pane.low) + 2, LOT, LOT, 0)
    view.draw(with_orders(3, *FAR, low))
    tags = Tags()
    tags.place(marker.rect)
    wanted = QRectF(pane.width - 60, pane.height - 16, 60, 16)
    assert not tags.place(wanted).intersects(marker.rect)
    image = view.plot.grab().toImage()
    assert image.pixelColor(int(marker.rect.left()) + 1, int(marker.rect.top()) + 1) == THEMES["dark"].color("own_fill")


STOP = OwnOrder(12, Side.SELL, 618_000, 2 * LOT, LOT, 0, OrderType.STOP_LIMIT, 619_020)


def test_a_stop_is_a_line_at_its_trigger_with_a_tag(view):
    view.draw(with_orders(2, msgspec.structs.replace(STOP, trigger=0, price=STOP.trigger)))
    rests = view.plot.grab().toImage()
    view.draw(with_orders(3, STOP))
    waits = view.plot.grab().toImage()
    assert waits.pixelColor(place(view, STOP.trigger)) == THEMES["dark"].color("own") and waits != rests
    assert view.plot.prices.own.order_at(place(view, STOP.trigger).y()) is not None
    assert tag(BTC, STOP) == "Sell 1 stop" and tag(BTC, BID) == "Buy 1"


def test_a_dropped_stop_asks_for_its_trigger_and_keeps_its_limit(view):
    view.draw(with_orders(2, STOP))
    end = place(view, 618_960)
    pull(view, place(view, STOP.trigger), place(view, 619_000), end)
    wanted = view.plot.prices.own.drag.price
    drop(view, end)
    assert view.heard == [ReplaceOrder(12, 2 * LOT, 618_000, wanted)]


def test_a_trailing_stop_is_not_moved_by_its_line(view):
    view.draw(with_orders(2, OwnOrder(12, Side.SELL, 0, LOT, LOT, 0, OrderType.TRAILING_STOP, 619_020)))
    end = place(view, 618_960)
    pull(view, place(view, 619_020), end)
    drop(view, end)
    assert view.heard == []
