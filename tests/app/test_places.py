"""A panel that is opened again comes to where it stood, and nothing of one that is closed stays on the screen. Over the real panels,
which share room out as no plain ones do."""

import pytest
from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.dock import PanelDock
from app.layout_history import LayoutHistory
from app.opening import beside, on_screen
from tests.app.plain_panels import opened
from widgets.panels import PANELS

pytestmark = pytest.mark.window_only


@pytest.fixture
def window(qtbot):
    made = opened(qtbot, PANELS)
    made.resize(1904, 1000)
    made.arrange("Trade")
    QApplication.processEvents()
    return made


@pytest.fixture
def history(window):
    made = LayoutHistory(window)
    made.begin()
    return made


def settle():
    QApplication.sendPostedEvents(None, QEvent.Type.User)
    QApplication.processEvents()


def places(window):
    return {one: dock.geometry() for one, dock in window.docks.items() if dock.is_seen()}


def close_second(window, number=2):
    window.docking.sides[number].close()
    settle()


def test_after_a_second_window_and_an_undo_a_panel_opens_where_the_workspace_has_it(window, history):
    stood = window.docks["ladder"].geometry()
    window.docking.send(window.docks["ladder"], 0)
    settle()
    close_second(window)
    window.docks["ladder"].close()
    window.docks["tape"].close()
    settle()
    assert history.undo()
    window.focus_panel("ladder")
    settle()
    assert window.docks["ladder"].geometry() == stood
    all_of_it_belongs_to_open_docks(window)


def test_what_was_never_open_before_an_undo_gets_a_place_and_no_strip_of_its_own(window, history):
    window.docking.open("groups")
    settle()
    assert history.undo()
    window.docking.open("groups")
    settle()
    assert "orders" in {one.objectName() for one in window.tabifiedDockWidgets(window.docks["groups"])}


def test_closing_a_second_window_puts_its_panels_back_in_front_of_nothing(window, history):
    window.docking.open("heatmap")
    settle()
    stood = places(window)
    for key in ("ladder", "chart"):
        window.docking.send(window.docks[key], 0 if not window.docking.sides else 2)
    settle()
    assert {window.docks[key].parentWidget().number for key in ("ladder", "chart")} == {2}
    close_second(window)
    assert places(window) == stood
    assert not window.docks["chart"].isHidden() and not window.docks["chart"].is_seen(), "a tab, behind the heatmap as before"
    all_of_it_belongs_to_open_docks(window)
    assert history.undo()
    assert list(window.docking.sides) == [2] and window.docks["ladder"].parentWidget() is window.docking.sides[2]
    assert history.redo()
    settle()
    assert places(window) == stood


def test_what_moves_back_by_hand_stands_where_it_stood(window):
    stood = places(window)
    window.docking.send(window.docks["ladder"], 0)
    settle()
    window.docking.send(window.docks["ladder"], 1)
    settle()
    assert places(window) == stood


def test_undo_leaves_the_front_tabs(window, history):
    window.docking.open("heatmap")
    window.docking.open("stops")
    settle()
    stood = places(window)
    window.docks["tape"].close()
    settle()
    assert history.undo()
    settle()
    assert places(window) == stood
    window.docking.open("groups")
    settle()
    assert history.undo()
    settle()
    assert places(window) == stood


def test_a_panel_that_comes_back_by_undo_is_in_front_if_it_was(window, history):
    window.docking.open("stops")
    settle()
    window.docks["stops"].close()
    settle()
    assert history.undo()
    settle()
    assert window.docks["stops"].is_seen()


@pytest.mark.parametrize("size", [(1904, 1000), (1600, 900), (1280, 760)])
def test_there_is_a_place_for_a_twin_beside_the_first_over_nothing_that_sends(qtbot, size):
    window = opened(qtbot, PANELS)
    window.resize(*size)
    window.arrange("Trade")
    settle()
    panels = ("ladder", "ticket", "kill", "chart", "watchlist")
    stands = {key: on_screen(window.docks[key]) for key in panels if window.docks[key].is_seen()}
    # A narrow window has the stop panel in the middle, and the stop button in its banner.
    free = {"ladder", "ticket", "kill"} if size[0] > 1500 else {"ladder", "ticket"}
    room = QRect(window.pos(), QSize(size[0], size[1] + 40))
    for key in stands:
        place = beside(window.docks[key], stands[key], window.docks, room)
        assert room.contains(place) and place.size() == stands[key].size(), key
        for one in (free | {key}) & stands.keys():
            assert not place.intersects(stands[one]), (key, one)


def test_a_twin_does_not_lie_on_the_first(window):
    """The screen of the tests is smaller than the window, so some of it does."""
    twin, second = (window.docking.duplicate(window.docks["chart"]) for _ in range(2))
    settle()
    assert twin.isFloating() and len({one.geometry().topLeft().toTuple() for one in (twin, second, window.docks["chart"])}) == 3


def test_a_twin_that_is_docked_is_a_tab_of_the_first(window):
    twin = window.docking.duplicate(window.docks["ladder"])
    window.docking.toggle_floating(twin)
    settle()
    assert not twin.isFloating() and window.tabifiedDockWidgets(twin) == [window.docks["ladder"]]


def test_no_piece_of_a_closed_panel_stays(window, history):
    """Twins, second windows, undo and closing, in one run."""
    for key in ("ladder", "watchlist", "chart"):
        twin = window.docking.duplicate(window.docks[key])
        settle()
        window.docking.send(twin, 0)
        settle()
        all_of_it_belongs_to_open_docks(window)
        close_second(window)
        all_of_it_belongs_to_open_docks(window)
        window.docks["tape"].close()
        settle()
        assert history.undo()
        settle()
        all_of_it_belongs_to_open_docks(window)
        window.focus_panel(key)
        window.docks[key].close()
        settle()
        all_of_it_belongs_to_open_docks(window)
        window.focus_panel(key)
        settle()
        all_of_it_belongs_to_open_docks(window)


def all_of_it_belongs_to_open_docks(window):
    """Every visible widget below a window with docks that is part of a panel is in a dock that is open there, and no two docks overlap."""
    windows: list[QMainWindow] = [window, *window.docking.sides.values()]
    known = set(window.docks.values())
    views = {type(dock.view) for dock in known}
    for one in windows:
        docks = [dock for dock in one.findChildren(PanelDock) if dock.isVisible()]
        assert set(docks) <= known
        for dock in docks:
            area = one.dockWidgetArea(dock)
            assert dock.isFloating() or area is not area.NoDockWidgetArea, f"{dock.key} is shown without a place"
        for widget in one.findChildren(QWidget):
            if type(widget) in views and widget.isVisible():
                assert any(dock.isAncestorOf(widget) for dock in docks), widget
        seen = [dock for dock in docks if dock.is_seen() and not dock.isFloating()]
        for n, dock in enumerate(seen):
            for other in seen[n + 1 :]:
                assert not dock.geometry().intersects(other.geometry()), (dock.key, other.key)
