"""Panels that float: they stand where they can be seen, wherever they come from, and come to the front when one goes to them."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.app.plain_panels import opened, table
from tests.widgets.test_banner import day, kill, session


@pytest.fixture
def window(qtbot):
    yield opened(qtbot, table())
    QApplication.instance().setStyleSheet("")


def behind(window):
    """depth, behind chart as a tab, where Qt puts it outside of everything."""
    chart, depth = window.docks["chart"], window.docks["depth"]
    window.move(40, 30)
    window.tabifyDockWidget(chart, depth)
    chart.raise_()
    QApplication.processEvents()
    assert depth.geometry().right() < 0 and not depth.is_seen()
    return chart, depth


def test_what_is_behind_a_tab_floats_where_the_tab_is(window, qtbot):
    chart, depth = behind(window)
    window.docking.show_focus(window.view("depth"))
    stood = chart.mapToGlobal(chart.rect().topLeft())
    window.actions_by_id["panel_float"].trigger()
    assert depth.isFloating() and on_a_screen(depth)
    assert (depth.geometry().topLeft() - stood).manhattanLength() < 60
    depth.setGeometry(90, 80, 300, 200)
    window.actions_by_id["panel_float"].trigger()
    assert not depth.isFloating()
    chart.raise_()
    window.actions_by_id["panel_float"].trigger()
    assert depth.geometry().topLeft() == QPoint(90, 80), "where a person had put it"


def test_a_twin_of_what_is_behind_a_tab_is_on_a_screen(window, qtbot):
    _, depth = behind(window)
    assert on_a_screen(window.docking.duplicate(depth))


def test_going_to_a_panel_that_floats_brings_it_to_the_front_and_onto_a_screen(window, qtbot):
    depth = window.docks["depth"]
    depth.setFloating(True)
    depth.setGeometry(-2_000, -1_500, 300, 200)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.focus_panel("depth")
    assert on_a_screen(depth)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is depth)
    assert depth.holds_focus


def test_a_wide_panel_that_floats_tells_more_and_takes_it_back(window, qtbot):
    """Its title's words come first, and nothing of the state lies on them or on the buttons."""
    dock = window.docks["ladder"]
    dock.setFloating(True)
    title, state = dock.title, dock.title.state
    state.parts["session"].draw(session())
    state.parts["kill"].draw(kill(False))
    state.parts["day"].draw(day("USD", 0))
    least = title.minimumSizeHint().width()
    for width, told in ((700, 3), (least, 1), (700, 3)):
        dock.resize(width, 300)
        qtbot.waitUntil(lambda told=told: len(state.words()) == told and state.width() == state.sizeHint().width())
        assert title.minimumSizeHint().width() == least, "what has room makes no window wider"
        assert title.chip.geometry().right() < state.x() and state.geometry().right() < title.menu.x()


def on_a_screen(dock) -> bool:
    return any(screen.availableGeometry().contains(dock.geometry().topLeft() + QPoint(40, 10)) for screen in QApplication.screens())
