"""Somebody drags a border or a dock, and the layout is to change under the mouse: the change waits, and the process lives."""

import gc
import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QHoverEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from app.dock_window import LOOK_MS, hand
from app.layout import TREES
from app.window import TerminalWindow
from tests.app.plain_panels import table
from tests.sessions import ROOT
from widgets.style import THEMES

pytestmark = pytest.mark.window_only

LEFT = Qt.MouseButton.LeftButton
STEPS = 150
DRAGS = """
import sys
import tests
from random import Random
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHoverEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar
program = QApplication([])
from shiboken6 import isValid
import app.dock_window
from app.dock_window import hand
from app.layout import TREES
from app.window import TerminalWindow
from tests.app.plain_panels import table
from widgets.style import THEMES

# At once after the release, as a key may come: nothing has had time to settle.
app.dock_window.LOOK_MS = 0
chance, steps = Random(int(sys.argv[1])), int(sys.argv[2])
window = TerminalWindow(table(), THEMES["dark"], None)
window.resize(1400, 900)
window.show()
program.processEvents()
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
AREAS = [Qt.DockWidgetArea(1 << number) for number in range(4)]
waited = 0

def drag(widget, begin):
    global waited
    host = widget.window().windowHandle()
    begin = widget.mapTo(widget.window(), begin)
    end = begin + QPoint(chance.randint(-300, 300), chance.randint(-200, 200))
    QTest.mousePress(host, LEFT, NONE, begin)
    for part in (0.1, 0.5, 1.0):
        # A floating dock has a window of its own, which goes when it is docked again.
        host = host if isValid(host) else window.windowHandle()
        QTest.mouseMove(host, begin + (end - begin) * part)
        program.processEvents()
        if chance.random() < 0.5:
            waited += hand.holds()
            hand.when_still(change)
    QTest.mouseRelease(host if isValid(host) else window.windowHandle(), LEFT, NONE, end)
    program.processEvents()

def change():
    docking, dock = window.docking, chance.choice(list(window.docks.values()))
    what = chance.choice(("send", "move", "float", "close", "open", "duplicate", "arrange"))
    if what == "send":
        docking.send(dock, chance.randint(0, 2))
    elif what == "move":
        window.addDockWidget(chance.choice(AREAS), dock)
    elif what == "float":
        dock.setFloating(not dock.isFloating())
    elif what == "close":
        dock.close()
    elif what == "open":
        docking.open(chance.choice(window.panels).id)
    elif what == "duplicate" and len(window.docks) < 30:
        docking.duplicate(dock)
    elif chance.random() < 0.3:
        window.arrange(chance.choice(list(TREES)))

def at_once():
    one, dock = chance.choice([window, *window.docking.sides.values()]), chance.choice(list(window.docks.values()))
    what, place = chance.choice(("dock", "dock", "border", "tab", "change")), dock.geometry()
    bars = [bar for bar in one.findChildren(QTabBar) if bar.isVisible()]
    if what == "dock" and dock.isVisible():
        drag(dock, QPoint(120, 12))
    elif what == "border":
        across = chance.random() < 0.5
        drag(one, QPoint(place.right() + 2, place.center().y()) if across else QPoint(place.center().x(), place.bottom() + 2))
    elif what == "tab" and bars:
        drag(chance.choice(bars), QPoint(30, 10))
    elif what == "change":
        hand.when_still(change)

for _ in range(steps):
    at_once()
    program.processEvents()
    for one in (window, *window.docking.sides.values()):
        # Qt looks for a border below the pointer: over all that its layout knows.
        here = QPointF(300, 300)
        QMainWindow.event(one, QHoverEvent(QEvent.Type.HoverMove, here, QPointF(one.mapToGlobal(here)), here))
print("waited" if waited else "nothing was dragged", flush=True)
import os
os._exit(0)
"""


@pytest.mark.parametrize("seed", range(1, 5))
def test_the_layout_is_to_change_while_something_is_dragged(seed: int) -> None:
    command = [sys.executable, "-X", "faulthandler", "-c", DRAGS, str(seed), str(STEPS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=170)
    assert done.stdout == "waited\n" and done.returncode == 0, done.stderr[-3000:]


# a drag by hand ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot) -> TerminalWindow:
    made = TerminalWindow(table(), THEMES["dark"], None)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def border(window: TerminalWindow) -> QPoint:
    """A place on the border to the right of the chart, in the window."""
    place = window.docks["chart"].geometry()
    return QPoint(place.right() + 2, place.center().y())


def test_a_key_during_the_drag_of_a_border_acts_when_it_is_let_go(window: TerminalWindow, qtbot: QtBot) -> None:
    host, begin = window.windowHandle(), border(window)
    window.docks["orders"].view.setFocus()
    window.docking.show_focus(window.docks["orders"].view)
    width = window.docks["chart"].width()
    QTest.mousePress(host, LEFT, pos=begin)
    QTest.mouseMove(host, begin + QPoint(-40, 0))
    qtbot.waitUntil(lambda: window.docks["chart"].width() < width)
    window.with_panel("close")
    window.focus_panel("kill")
    assert not window.docks["orders"].isHidden()
    QTest.mouseRelease(host, LEFT, pos=begin + QPoint(-40, 0))
    qtbot.waitUntil(window.docks["orders"].isHidden)
    assert window.docks["kill"].is_seen() and window.docks["chart"].width() < width


def test_what_is_asked_for_after_the_release_waits_for_what_was_asked_before(window: TerminalWindow, qtbot: QtBot) -> None:
    host, begin, done = window.windowHandle(), border(window), []
    QTest.mousePress(host, LEFT, pos=begin)
    hand.when_still(lambda: done.append("first"))
    assert done == []
    QTest.mouseRelease(host, LEFT, pos=begin)
    hand.when_still(lambda: done.append("second"))
    assert done == ["first", "second"]
    # The look that was due finds nothing left.
    QTimer.singleShot(LOOK_MS, lambda: done.append("looked"))
    qtbot.waitUntil(lambda: done[2:] == ["looked"])


def test_a_dock_that_is_to_close_while_it_is_dragged_closes_afterwards(window: TerminalWindow, qtbot: QtBot) -> None:
    dock, host = window.docks["tape"], window.windowHandle()
    begin = dock.title.mapTo(window, QPoint(120, 12))
    QTest.mousePress(host, LEFT, pos=begin)
    QTest.mouseMove(host, begin + QPoint(60, 30))
    qtbot.waitUntil(dock.isFloating)
    assert not dock.close() and not dock.isHidden()
    QTest.mouseRelease(host, LEFT, pos=begin + QPoint(60, 30))
    qtbot.waitUntil(dock.isHidden)


def test_what_waits_does_not_wait_for_ever_when_the_release_is_lost(window: TerminalWindow, qtbot: QtBot) -> None:
    begin = border(window)
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress, QPointF(begin), QPointF(window.mapToGlobal(begin)), LEFT, LEFT, Qt.KeyboardModifier.NoModifier,
    )
    # Of this one Qt's own account of buttons knows nothing: as after a release that went elsewhere.
    QApplication.sendEvent(window, press)
    assert press.isAccepted()
    window.with_panel("float")
    window.in_panel("kill", "nothing")
    window.docks["tape"].close()
    assert window.docks["tape"].isHidden()


def test_the_border_below_the_pointer_goes_with_the_layout(window: TerminalWindow, qtbot: QtBot) -> None:
    def point(at: QPoint) -> None:
        place = QPointF(at)
        QApplication.sendEvent(window, QHoverEvent(QEvent.Type.HoverMove, place, QPointF(window.mapToGlobal(at)), place))

    point(border(window))
    assert window.cursor().shape() is not Qt.CursorShape.ArrowCursor
    for dock in list(window.docks.values()):
        window.docking.remove(dock)
    assert window.cursor().shape() is Qt.CursorShape.ArrowCursor
    point(QPoint(5, 300))


def test_bars_of_tabs_that_are_gone_are_not_kept(window: TerminalWindow) -> None:
    """Qt makes new ones with each layout."""
    def held() -> set[int]:
        gc.collect()
        return {id(one) for one in gc.get_objects() if isinstance(one, QTabBar)}

    before = held()
    for name in [*TREES, *TREES]:
        window.arrange(name)
    assert held() <= before
