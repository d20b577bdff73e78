"""Studies over the prices: told apart without colour, named at their ends, and nothing covers anything."""

import numpy as np
import pytest

from core.domain.enums import Side
from core.projections.pictures import OwnOrder
from tests.widgets.test_chart_orders import LOT, with_orders
from widgets.chart.overlays import LEGEND_PX, LOOKS, SAMPLE_PX
from widgets.chart.pane import CAPTION_PX
from widgets.chart.studies import KINDS, Study
from widgets.chart.study_board import MOST
from widgets.chart.view import ChartView
from widgets.strokes import Stroke
from widgets.style import ROW_PX, THEMES

WANTED = (("ema", 20), ("sma", 20), ("vwap", 10), ("bollinger", 20, 20), ("ema", 50))


@pytest.fixture
def view(qtbot):
    made = ChartView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(710, 366)
    with qtbot.waitExposed(made):
        made.show()
    made.draw(with_orders(1, OwnOrder(7, Side.BUY, 619_100, LOT, LOT, 0)))
    made.show_studies([Study(KINDS[kind], tuple(parameters)) for kind, *parameters in WANTED])
    made.grab()
    return made


def segments(stroke: Stroke) -> list[tuple[float, float, float, float]]:
    return [tuple(one) for one in stroke._segments.ndarray().tolist()]


def test_as_many_studies_as_there_can_be_differ_in_dash_or_weight():
    assert len(set(LOOKS)) == len(LOOKS) >= MOST
    assert len({(tuple(look.sample()), look.heavy) for look in LOOKS}) == len(LOOKS), "also in the legend's sample"


def test_a_dashed_line_is_drawn_where_its_dashes_are_and_nowhere_else():
    x, stroke = np.arange(0.5, 100, 7.0), Stroke()
    stroke.make(x, x * 2, (9, 4), -3.0)
    drawn = segments(stroke)
    assert all(((left + right) / 2 + 3) % 13 < 9 for left, _, right, _ in drawn)
    assert sum(right - left for left, _, right, _ in drawn) == pytest.approx((x[-1] - x[0]) * 9 / 13, abs=9)
    assert all(top == pytest.approx(left * 2) for left, top, _, _ in drawn)


def test_a_dashed_line_has_the_gaps_of_its_values():
    x = np.arange(0.5, 100, 7.0)
    y = np.where((x > 30) & (x < 50), np.nan, 5.0)
    stroke = Stroke()
    stroke.make(x, y, (9, 4))
    drawn = segments(stroke)
    assert drawn and not np.isnan(drawn).any()
    assert all(right <= 29 or left >= 50 for left, _, right, _ in drawn)


def test_dashes_travel_with_the_picture():
    first, later = Stroke(), Stroke()
    x = np.arange(0.5, 200, 7.0)
    first.make(x, x, (9, 4), 0.0)
    later.make(x + 20, x, (9, 4), 20.0)
    assert segments(later) == [pytest.approx((left + 20, top, right + 20, bottom)) for left, top, right, bottom in segments(first)]


def test_each_study_in_view_has_its_name_at_its_end_and_none_covers_another(view):
    orders = view.plot.prices.beyond.markers()
    names = view.plot.prices.overlays.names([one.rect for one in orders])
    assert {overlay.study.short for overlay, _ in names} == {"EMA 20", "SMA 20", "VWAP", "Bollinger 20", "EMA 50"}
    rects = [rect for _, rect in names]
    assert not any(one.intersects(other) for n, one in enumerate(rects) for other in rects[:n])
    pane = view.plot.prices.pane
    assert all(rect.right() <= pane.width + 1 and rect.top() >= 0 and rect.bottom() <= pane.height for rect in rects)


def test_names_leave_the_labels_of_orders_alone(view):
    overlays = view.plot.prices.overlays
    label = overlays.names([])[0][1]
    assert not any(rect.intersects(label) for _, rect in overlays.names([label]))


def test_the_dash_stays_in_the_sample(view):
    looks = [overlay.look for overlay in view.plot.prices.overlays.shown]
    assert len(set(looks)) == len(WANTED)
    for look in looks:
        drawn = sum(end - start for start, end in look.sample())
        assert drawn == SAMPLE_PX if not look.dash else 0 < drawn < SAMPLE_PX


def test_nothing_is_seen_through_the_legend(view):
    """Neither a volume profile nor the last price's line: its ground is the panel's, from the pane's edge on."""
    view.show_profile(True)
    image, panel = view.plot.grab().toImage(), THEMES["dark"].color("panel")
    for row in range(len(WANTED) - 1):
        top = ROW_PX + row * LEGEND_PX
        assert all(image.pixelColor(x, y) == panel for x in range(2, CAPTION_PX - 1) for y in range(top, top + LEGEND_PX))
