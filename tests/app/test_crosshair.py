"""One pointer, the same moment in every panel over time."""

import pytest
from PySide6.QtCore import QPointF

from app.window import TerminalWindow
from core.projections.heatmap import STEP_NS
from tests.core.test_projections import Stage
from widgets.depth.model import SPANS_BP
from widgets.panels import PANELS
from widgets.style import THEMES

ROWS = tuple(panel for panel in PANELS if panel.id in ("chart", "heatmap", "depth", "tape"))


@pytest.fixture
def window(qtbot):
    made = TerminalWindow(ROWS, THEMES["dark"])
    made.resize(1600, 900)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    # Side by side: behind a tab nothing is drawn.
    for id in ("heatmap", "depth"):
        made.docks[id].setFloating(True)
        made.docks[id].resize(700, 400)
    stage = Stage()
    stage.play(9000)
    for panel in ROWS:
        view = made.view(panel.id)
        for _ in range(9):
            picture = getattr(stage.projections, panel.projection).picture(view.look())
            if picture is not None:
                view.draw(picture)
    return made


def test_pointing_at_one_shows_the_moment_in_the_other(window):
    chart, heatmap = window.view("chart"), window.view("heatmap")
    told: list[object] = []
    heatmap.crosshair.connect(told.append)
    x = chart.plot.view.x_of(chart.model.candles.last_slot - 2)
    chart.plot.point_at(QPointF(x, 40))
    at = chart.model.candles.time_of(chart.plot.crosshair.slot)
    assert heatmap.map.step_pointed() == at // STEP_NS and told == [], "shown, and not said again"
    chart.plot.point_at(None)
    assert heatmap.map.step_pointed() is None
    heatmap.map.point_at(QPointF(heatmap.map.layers.x_of(float(at // STEP_NS)), 30))
    assert chart.plot.crosshair.slot == chart.model.candles.slot_of(at)
    assert chart.header.readout.value("time")


def test_pointing_at_a_price_marks_it_in_depth_and_heatmap_and_back(window):
    chart, heatmap, depth = (window.view(id) for id in ("chart", "heatmap", "depth"))
    pane = chart.plot.prices.pane
    depth.show_span(max(SPANS_BP.values()))
    depth.curves.grab()
    bare = depth.curves.grab().toImage()
    x = chart.plot.view.x_of(chart.model.candles.last_slot - 2)
    chart.plot.point_at(QPointF(x, pane.height / 2))
    said = chart.plot._said_price
    assert pane.low < said < pane.high
    assert depth.curves.cross() == said == heatmap.map.price_pointed() and depth.curves.price() is None
    assert depth.curves.grab().toImage() != bare
    chart.plot.point_at(None)
    assert depth.curves.cross() is None and heatmap.map.price_pointed() is None
    at = chart.model.candles.time_of(chart.model.candles.last_slot - 2)
    heatmap.map.point_at(QPointF(heatmap.map.layers.x_of(float(at // STEP_NS)), 90))
    assert depth.curves._cross == heatmap.map.price_pointed() == chart.plot._linked_price is not None


def test_another_instruments_prices_are_not_marked_in_an_unlinked_panel(window):
    chart, depth = window.view("chart"), window.view("depth")
    window.docking.link(window.docks["depth"], "")
    chart.plot.point_at(QPointF(chart.plot.view.x_of(chart.model.candles.last_slot - 2), 60))
    assert chart.plot._said_price is not None and depth.curves.cross() is None


def test_what_the_chart_can_do_is_in_the_menus_too(window):
    chart, actions = window.view("chart"), window.actions_by_id
    actions["chart_toggle_profile"].trigger()
    actions["chart_toggle_ratio"].trigger()
    actions["chart_next_drawn"].trigger()
    looks = chart.looks
    assert (looks.profile, looks.ratio, looks.drawn) == (True, True, "line")
    actions["chart_toggle_studies"].trigger()
    assert chart.board.isVisible()
