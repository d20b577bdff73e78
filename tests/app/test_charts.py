"""Several charts: one set of drawings an instrument in all of them and in the file, and each chart's own way of being looked at."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication

from app.charts import Charts
from app.window import TerminalWindow
from app.workspace import Workspace
from core.domain.units import SECOND
from tests.app.plain_panels import opened
from tests.widgets.test_chart import BTC, ETH, candles, picture
from tests.widgets.test_chart_drawings import choose, drag
from widgets.chart.drawings import Tool
from widgets.chart.kept import KeptStudy, Looks, read
from widgets.chart.kinds import Drawn, Measure
from widgets.chart.studies import KINDS, Study
from widgets.full_name import full_name
from widgets.panels import PANELS

ROWS = [panel for panel in PANELS if panel.id == "chart"]
MINUTE = Measure(60 * SECOND)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "charts.json"


def window_with(qtbot, charts: Charts) -> TerminalWindow:
    window = opened(qtbot, ROWS)
    window.docking.furnish("chart", charts.furnish)
    window.view("chart").draw(picture(candles(300)))
    return window


@pytest.fixture
def charts(file):
    told: list[str] = []
    made = Charts(file, told.append)
    yield made
    assert told == []
    QApplication.instance().setStyleSheet("")


def draw_in(view, tool: Tool, y: int) -> None:
    choose(view, tool)
    drag(view, QPoint(200, y), QPoint(320, y + 40))
    view.plot.point_at(None)


def test_two_charts_of_an_instrument_have_the_same_drawings(qtbot, charts, file):
    window = window_with(qtbot, charts)
    one = window.view("chart")
    other = window.docking.duplicate(window.docks["chart"]).view
    other.draw(picture(candles(300)))
    draw_in(one, Tool.TREND, 60)
    assert len(other.plot.prices.sketching.drawings) == 1 == other.header.drawings
    draw_in(other, Tool.BOX, 90)
    assert [drawing.tool for drawing in one.plot.prices.sketching.drawings] == [Tool.TREND, Tool.BOX]
    assert one.plot.prices.sketching.drawings == other.plot.prices.sketching.drawings
    assert read(file.read_bytes()).drawings == {full_name(BTC): one.plot.prices.sketching.drawings}
    one.header.erase_chosen.emit()
    assert other.plot.prices.sketching.drawings == () and read(file.read_bytes()).drawings == {}


def test_charts_of_two_instruments_never_overwrite_each_other(qtbot, charts, file):
    window = window_with(qtbot, charts)
    one = window.view("chart")
    other = window.docking.duplicate(window.docks["chart"]).view
    other.show_instrument(2)
    other.draw(picture(candles(300), instrument=ETH))
    draw_in(one, Tool.TREND, 60)
    draw_in(other, Tool.BOX, 60)
    draw_in(one, Tool.RULER, 90)
    kept = read(file.read_bytes()).drawings
    assert {name: [drawing.tool for drawing in drawings] for name, drawings in kept.items()} == {
        full_name(BTC): [Tool.TREND, Tool.RULER], full_name(ETH): [Tool.BOX],
    }
    # Closed, and the terminal too: nothing of it is lost.
    charts.save()
    assert read(file.read_bytes()).drawings == kept
    again = Charts(file, lambda sentence: None)
    view = window_with(qtbot, again).view("chart")
    assert [drawing.tool for drawing in view.plot.prices.sketching.drawings] == [Tool.TREND, Tool.RULER]


def look_otherwise(view) -> Looks:
    view.show_measure(MINUTE)
    view.show_studies([Study(KINDS["rsi"], (7,))])
    view.show_drawn(Drawn.AREA)
    view.show_ratio(True)
    view.show_profile(True)
    return view.looks


def test_a_chart_made_anew_is_looked_at_as_before(qtbot, charts):
    window = window_with(qtbot, charts)
    before = look_otherwise(window.view("chart"))
    twin = window.docking.duplicate(window.docks["chart"])
    twin.view.show_drawn(Drawn.LINE)
    draw_in(window.view("chart"), Tool.TREND, 60)
    for _ in range(2):
        window.renew()
        view = window.view("chart")
        view.draw(picture(candles(300), interval_ns=60 * SECOND))
        assert view.looks == before == Looks((KeptStudy("rsi", (7,)),), "area", 60 * SECOND, 0, True, True)
        assert len(view.plot.strips) == 1 and len(view.plot.prices.sketching.drawings) == 1
        assert twin.view.looks.drawn == "line"


def test_each_chart_has_its_own_looks_in_a_workspace(qtbot, charts, file, tmp_path):
    window = window_with(qtbot, charts)
    told: list[str] = []
    window.view("chart").memo_changed.connect(lambda: told.append("changed"))
    before = look_otherwise(window.view("chart"))
    assert len(told) == 5, "each is one change"
    twin = window.docking.duplicate(window.docks["chart"])
    twin.view.show_drawn(Drawn.FOOTPRINT)
    kept = Workspace(tmp_path / "workspace.json")
    assert kept.save(window) == ""
    charts.save()
    other = opened(qtbot, ROWS)
    other.docking.furnish("chart", Charts(file, told.append).furnish)
    assert other.view("chart").looks.drawn == "footprint", "a new one begins as the last was looked at"
    assert kept.restore(other) == ""
    assert other.view("chart").looks == before
    assert other.docking.docks["chart.2"].view.looks.drawn == "footprint"


def test_changes_are_told_of_a_chart_made_anew_too(qtbot, charts):
    window = window_with(qtbot, charts)
    window.renew()
    with qtbot.waitSignal(window.docking.memo_changed, timeout=5000):
        window.view("chart").show_profile(True)


def test_what_a_workspace_says_of_a_chart_and_cannot_be_changes_nothing(qtbot, charts):
    view = window_with(qtbot, charts).view("chart")
    before = look_otherwise(view)
    for wild in ("", "{", '{"drawn": "nothing"}', '{"studies": [{"kind": "what", "parameters": []}]}', '{"compared": "' + "x" * 300 + '"}'):
        assert not view.recall(wild)
    assert view.looks == before


def test_a_crosshair_of_the_keyboard_is_no_change(qtbot, charts):
    window = window_with(qtbot, charts)
    view, told = window.view("chart"), []
    view.memo_changed.connect(lambda: told.append(1))
    view.draw(picture(candles(301), version=2))
    view.plot.event(QEvent(QEvent.Type.Enter))
    assert told == []
