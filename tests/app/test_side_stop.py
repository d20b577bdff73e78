"""The stop button of further windows: in sight at the same place, and one stop with the first window's."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from core.messages.commands import EngageKill
from core.projections.pictures import KillPicture
from tests.app.plain_panels import opened, table
from widgets.kill_switch.stop_button import SOURCE, StopButton
from widgets.style import THEMES


@pytest.fixture
def two_windows(qtbot):
    """The first one with a real stop button, and a second one with depth; what they ask for."""
    made = opened(qtbot, table(), StopButton(THEMES["dark"]))
    asked = []
    made.asked.connect(asked.append)
    made.docking.send(made.docks["depth"], 0)
    yield made, made.docking.sides[2], asked
    made.docking.close_side(2)
    QApplication.instance().setStyleSheet("")


def test_every_window_has_the_stop_button_at_the_same_place(two_windows, qtbot):
    window, side, _ = two_windows
    for width in (side.minimumWidth(), 900):
        side.resize(width, 400)
        QApplication.processEvents()
        here, there = window.stop_button, side.stop_button
        assert there.isVisible() and there.visibleRegion().boundingRect().size() == there.size() == here.size()
        assert side.banner.width() - there.geometry().right() == window.banner.width() - here.geometry().right()
        assert there.y() == here.y()


def test_a_stop_is_one_stop_from_whatever_window_its_two_presses_come(two_windows, qtbot):
    window, side, asked = two_windows
    window.stop_button.draw(KillPicture(1, False, 0, "", 0, 3, 0, 0, 0, (), ()))
    qtbot.mouseClick(side.stop_button, Qt.MouseButton.LeftButton)
    assert side.stop_button.text() == window.stop_button.text() == "CONFIRM STOP" and not asked
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert asked == [EngageKill(SOURCE)] and side.stop_button.text() == window.stop_button.text() == "STOPPING…"
    window.stop_button.draw(KillPicture(2, True, 1, "test", 0, 0, 0, 0, 0, (), ()))
    assert side.stop_button.text() == window.stop_button.text() == "ENGAGED"
    side.activateWindow()
    qtbot.waitUntil(side.isActiveWindow)
    for _ in range(2):
        qtbot.keyClick(side, Qt.Key.Key_F12)
    assert asked == [EngageKill(SOURCE)] * 2
    qtbot.mousePress(side.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(asked) == 3)
    qtbot.mouseRelease(side.stop_button, Qt.MouseButton.LeftButton)
    assert asked == [EngageKill(SOURCE)] * 3 and not window.stop_button.confirming


def test_the_stop_button_of_a_second_window_lives_through_a_new_language_and_theme(two_windows, qtbot):
    window, side, asked = two_windows
    window.renew()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.choose_theme("light")
    QApplication.processEvents()
    assert side.banner.isAncestorOf(side.stop_button) and side.stop_button._theme is THEMES["light"]
    for _ in range(2):
        qtbot.mouseClick(side.stop_button, Qt.MouseButton.LeftButton)
    assert asked == [EngageKill(SOURCE)]
