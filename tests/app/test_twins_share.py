"""Two panels of a kind: what has a name is the same in both and in the file, how each one stands is its own and the workspace's."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.blotter_views import BlotterViews
from app.presets import PresetFile, Presets
from app.workspace import Workspace
from tests.app.plain_panels import opened
from tests.app.test_presets import PROBE, WIDE
from widgets.panels import PANELS

ROWS = [panel for panel in PANELS if panel.id in ("orders", "ticket", "positions")]


@pytest.fixture
def window(qtbot):
    yield opened(qtbot, ROWS)
    QApplication.instance().setStyleSheet("")


def twins(window, id):
    return window.view(id), window.docking.duplicate(window.docks[id]).view


def name_it(view, name):
    view.panel.ask_name()
    view.panel.name.setText(name)
    view.panel._save_view()


def test_views_saved_in_two_blotters_are_all_kept(window, tmp_path):
    told: list[str] = []
    file = BlotterViews(tmp_path / "blotters.json", told.append)
    file.furnish(window.docking)
    one, other = twins(window, "orders")
    one.panel.show_open_only(True)
    name_it(one, "open ones")
    other.panel.rows.filter("symbol", "btc")
    name_it(other, "of btc")
    assert [view.name for view in one.panel.views.saved] == ["open ones", "of btc"] == [view.name for view in other.panel.views.saved]
    one.panel.forget_view("of btc")
    assert [view.name for view in other.panel.views.saved] == ["open ones"]
    again = BlotterViews(tmp_path / "blotters.json", told.append)
    again.restore()
    assert [view.name for view in again.panels["orders"].saved] == ["open ones"] and told == []


def test_each_blotter_stands_as_it_stood(window, qtbot, tmp_path):
    file = BlotterViews(tmp_path / "blotters.json", lambda said: None)
    file.furnish(window.docking)
    one, other = twins(window, "orders")
    one.panel.show_open_only(True)
    other.panel.show_view(other.panel.now().__class__(group="side", filters={"symbol": "eth"}, sort="qty"))
    other.panel._tell_views()
    stood = one.memo(), other.memo()
    assert stood[0] != stood[1]
    window.renew()
    views = window.docking.docks
    assert (views["orders"].view.memo(), views["orders.2"].view.memo()) == stood
    kept = Workspace(tmp_path / "workspace.json")
    assert kept.save(window) == ""
    other_window = opened(qtbot, ROWS)
    file.furnish(other_window.docking)
    assert kept.restore(other_window) == ""
    views = other_window.docking.docks
    assert (views["orders"].view.memo(), views["orders.2"].view.memo()) == stood
    assert not views["orders"].view.recall('{"columns": 5}') and views["orders"].view.memo() == stood[0]


def test_how_a_blotter_stands_is_told_to_the_workspace(window, qtbot):
    with qtbot.waitSignal(window.docking.memo_changed, timeout=5000):
        window.view("positions").panel.table.sort("symbol", True)
        window.view("positions").panel._on_laid_out()


def test_presets_saved_in_two_tickets_are_all_kept(window, tmp_path: Path):
    told: list[str] = []
    presets = Presets(tmp_path / "presets.json", told.append)
    window.docking.furnish("ticket", presets.furnish)
    one, other = twins(window, "ticket")
    one.named._keep((PROBE,))
    assert other.named.kept == (PROBE,)
    other.named._keep((*other.named.kept, WIDE))
    assert one.named.kept == (PROBE, WIDE) == PresetFile(tmp_path / "presets.json").load() and told == []
    window.renew()
    assert window.view("ticket").named.kept == (PROBE, WIDE)
