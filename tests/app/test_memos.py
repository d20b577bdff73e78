"""What panels keep of themselves, through a workspace's file and back."""

import pytest
from PySide6.QtWidgets import QApplication

from app.layout_history import LayoutHistory
from app.workspace import Workspace
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId
from core.projections.watch_pictures import WatchPicture
from tests.app.plain_panels import opened, table
from widgets.panels import PANELS


@pytest.fixture
def window(qtbot):
    yield opened(qtbot, table())
    QApplication.instance().setStyleSheet("")


@pytest.fixture
def other(qtbot):
    return opened(qtbot, table())


def file(tmp_path):
    return tmp_path / "workspace.json"


def test_what_panels_keep_comes_back_also_to_those_that_are_closed(window, other, tmp_path):
    kept = Workspace(file(tmp_path))
    window.view("ladder").note = "five sizes"
    window.view("tape").note = "large ones"
    window.docks["tape"].close()
    twin = window.docking.duplicate(window.docks["ladder"])
    twin.view.note = "other sizes"
    assert kept.save(window) == "" and kept.restore(other) == ""
    notes = {key: other.docking.dock(key).view.note for key in ("ladder", "ladder.2", "tape")}
    assert notes == {"ladder": "five sizes", "ladder.2": "other sizes", "tape": "large ones"}


def test_what_a_panel_cannot_read_is_said_and_costs_nothing_else(window, other, tmp_path):
    kept = Workspace(file(tmp_path))
    window.view("ladder").note = "what?"
    window.view("tape").note = "large ones"
    kept.save(window)
    assert kept.restore(other) == "What Ladder kept could not be read; as built in now."
    assert other.view("tape").note == "large ones" and other.view("ladder").note == ""


def test_undo_moves_panels_and_leaves_what_they_keep(window, qtbot):
    history = LayoutHistory(window)
    history.begin()
    window.docks["depth"].close()
    history.look()
    window.view("ladder").note = "five sizes"
    assert history.undo()
    assert window.view("ladder").note == "five sizes"


def test_the_real_panels_lists_sizes_and_filters_come_back(qtbot, tmp_path):
    mine = [panel for panel in PANELS if panel.id in ("watchlist", "ladder", "tape", "depth")]
    window, other = opened(qtbot, mine), opened(qtbot, mine)
    listed = tuple(Instrument(InstrumentId(n), f"C{n}-USD", "X", f"C{n}", "USD", 2, 8, 1, 1) for n in (1, 2, 3))
    watchlist = window.view("watchlist")
    watchlist.draw(WatchPicture(1, 1, listed, (), 0))
    watchlist.choose(2)
    watchlist.remove()
    watchlist.show_dense(True)
    window.view("ladder").show_profits(True)
    window.view("tape").merge.setChecked(True)
    window.view("depth").buttons["1 %"].click()
    kept = Workspace(file(tmp_path))
    assert kept.save(window) == "" and kept.restore(other) == ""
    for id in ("watchlist", "ladder", "tape", "depth"):
        assert other.view(id).memo() == window.view(id).memo() != type(window.view(id))(window.theme).memo()
    assert [entry.name for entry in other.view("watchlist").symbols.entries] == ["X:C1-USD", "X:C3-USD"]
    QApplication.instance().setStyleSheet("")
