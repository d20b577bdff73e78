"""The terminal notices that nobody touches it: once for each silence, and any key or click ends it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.idle import Idle


@pytest.fixture
def field(qtbot):
    made = QLineEdit()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_silence_is_told_once_and_a_key_begins_anew(qtbot, field):
    now, told = [0.0], []
    idle = Idle(60, lambda: told.append(now[0]), lambda: now[0])
    idle.start()
    for now[0] in (59.0, 60.0, 90.0):
        idle.look()
    assert told == [60.0]
    # Into the window, as a person's key comes.
    qtbot.keyClick(field.windowHandle(), Qt.Key.Key_A)
    for now[0] in (149.0, 150.0, 151.0):
        idle.look()
    assert told == [60.0, 150.0] and field.text() == "a"
    idle.stop()


def test_zero_is_never(qtbot, field):
    idle = Idle(0, lambda: pytest.fail("idle"), lambda: 10.0**9)
    idle.start()
    assert not idle._timer.isActive()
    idle.stop()
