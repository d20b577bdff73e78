"""Undo of layout changes over the real panels, which share room out as no plain ones do."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.layout_history import LayoutHistory
from tests.app.plain_panels import opened
from widgets.panels import PANELS


@pytest.mark.parametrize("key", ["depth", "tape", "ladder", "orders"])
def test_a_closed_panel_of_the_real_window_comes_back_at_one_undo(qtbot, key):
    """Its neighbours take its room only after it went, which is no change that a person made."""
    real = opened(qtbot, PANELS)
    history = LayoutHistory(real)
    history.begin()
    stood = places(real)
    real.docks[key].close()
    QApplication.sendPostedEvents(None, QEvent.Type.User)
    qtbot.waitUntil(lambda: places(real) != {one: place for one, place in stood.items() if one != key})
    assert history.undo()
    assert not real.docks[key].isHidden()
    qtbot.waitUntil(lambda: places(real) == stood)
    assert not history.undo()


def places(window):
    return {one: dock.geometry() for one, dock in window.docks.items() if dock.is_seen()}
