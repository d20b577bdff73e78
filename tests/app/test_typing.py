"""What is typed goes to the field that was opened, from whichever window it was asked for: never to the panel that had the keys before."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.window import TerminalWindow
from app.workspaces import Workspaces
from tests.app.plain_panels import opened, table
from tests.app.screen import HAS_SCREEN, screen
from tests.sessions import ROOT

ACTS = """
import json, subprocess, sys, time, tests
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.window import TerminalWindow
from app.workspaces import Workspaces
from tests.app.plain_panels import table
from widgets.style import THEMES

app = QApplication(sys.argv[:1])
window = TerminalWindow(table(), THEMES["dark"])
window.resize(1200, 800)
window.show()
workspaces = Workspaces(window, Path(sys.argv[1]), print)
said = {}

def until(what, seen):
    ends = time.monotonic() + 30
    while not seen():
        app.processEvents()
        assert time.monotonic() < ends, what

def keys(*names):
    subprocess.run(["xdotool", "key", *names], check=True)

def into(key):
    dock = window.docks[key]
    until(f"{key} stands", lambda: dock.view.isVisible() and dock.window().windowHandle().isExposed())
    dock.window().activateWindow()
    dock.view.setFocus()
    until(f"{key} has the keys", lambda: app.focusWidget() is dock.view and dock.window().isActiveWindow())
    return dock.view

window.docks["ladder"].setFloating(True)
window.docks["ladder"].move(1250, 0)
window.docking.send(window.docks["tape"], 0)
window.docks["tape"].window().move(1250, 500)
for key in ("ladder", "tape"):
    view = into(key)
    keys("ctrl+k")
    keys("c", "h", "t")
    until("the letters arrive", lambda: window.finding.palette.field.text() == "cht" or view.keys)
    keys("Escape")
    until("the keys are back", lambda: app.focusWidget() is view)
    keys("ctrl+alt+s")
    until("the question is asked", lambda: window.offers.line.hasFocus() or view.keys)
    keys("m", "i", "n", "e")
    until("the name arrives", lambda: window.offers.line.text() == "mine" or view.keys)
    keys("Escape")
    until("the keys are back again", lambda: app.focusWidget() is view)
    keys("ctrl+3")
    chart = window.view("chart")
    until("the keys go there", lambda: chart.hasFocus() or view.keys)
    keys("x")
    until("the letter arrives", lambda: "x" in chart.keys or view.keys)
    said[key] = [view.keys, chart.keys]
    chart.keys = ""
print(json.dumps(said), flush=True)
window.docking.close_side(2, tell=False)
"""


@pytest.mark.timeout(120)
@pytest.mark.skipif(not HAS_SCREEN, reason="needs Xvfb and xdotool")
def test_on_a_real_screen_letters_go_to_what_was_opened(tmp_path: Path) -> None:
    with screen(2200, 1000) as environment:
        run = subprocess.run(
            [sys.executable, "-c", ACTS, str(tmp_path)], check=False, cwd=ROOT, env=environment, capture_output=True, text=True,
            timeout=110,
        )
    assert run.returncode == 0, run.stderr[-2000:]
    assert json.loads(run.stdout.splitlines()[-1]) == {"ladder": ["", "x"], "tape": ["", "x"]}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path):
    made = opened(qtbot, table())
    made.workspaces = Workspaces(made, tmp_path, lambda sentence: None)
    yield made
    for number in list(made.docking.sides):
        made.docking.close_side(number)
    QApplication.instance().setStyleSheet("")


def apart(window: TerminalWindow, qtbot: QtBot, how: str) -> QWidget:
    """The ladder in another window, with the keys."""
    dock = window.docks["ladder"]
    if how == "float":
        dock.setFloating(True)
    else:
        window.docking.send(dock, 0)
    qtbot.waitUntil(dock.view.isVisible)
    dock.window().activateWindow()
    qtbot.waitUntil(dock.window().isActiveWindow)
    dock.view.setFocus()
    return dock.view


def press(*keys: str) -> None:
    """Each to whatever has the keys, as a keyboard does."""
    for text in keys:
        key = QKeySequence(text)[0]
        QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key.key(), key.keyboardModifiers())


@pytest.mark.parametrize("how", ["float", "window"])
def test_the_palette_opens_over_the_window_that_has_the_keys(window, qtbot, how):
    view = apart(window, qtbot, how)
    press("Ctrl+K")
    palette = window.finding.palette
    assert palette.window() is view.window() and palette.isVisible() and QApplication.focusWidget() is palette.field
    press("C", "H")
    assert palette.field.text() == "ch" and view.keys == ""
    press("Escape")
    assert palette.isHidden() and QApplication.focusWidget() is view
    press("Ctrl+K")
    assert palette.isVisible()
    press("Ctrl+K")
    assert palette.isHidden()


def test_opened_again_from_another_window_it_comes_there(window, qtbot):
    apart(window, qtbot, "window")
    press("Ctrl+K")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.view("chart").setFocus()
    press("Ctrl+K")
    palette = window.finding.palette
    assert palette.isVisible() and palette.window() is window and QApplication.focusWidget() is palette.field


def test_a_window_that_closes_takes_its_palette_and_the_next_opens(window, qtbot):
    view = apart(window, qtbot, "window")
    press("Ctrl+K")
    gone = window.finding.palette
    with qtbot.waitSignal(gone.destroyed):
        view.window().close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_palette()
    assert window.finding.palette.isVisible() and window.finding.palette.window() is window


@pytest.mark.parametrize("how", ["float", "window"])
def test_a_name_that_is_asked_for_is_typed_into_its_line(window, qtbot, how):
    view = apart(window, qtbot, how)
    press("Ctrl+Alt+S")
    qtbot.waitUntil(window.isActiveWindow)
    press("M", "Y")
    assert window.offers.line.text() == "my" and view.keys == ""
    press("Escape")
    qtbot.waitUntil(view.window().isActiveWindow)
    assert QApplication.focusWidget() is view


def test_whoever_has_gone_on_elsewhere_is_left_there_when_the_question_goes(window, qtbot):
    apart(window, qtbot, "float")
    press("Ctrl+Alt+S")
    qtbot.waitUntil(window.isActiveWindow)
    window.view("chart").setFocus()
    window.offers.withdraw("workspace_name")
    assert window.isActiveWindow() and QApplication.focusWidget() is window.view("chart")


def test_until_the_window_has_changed_letters_go_nowhere(window, qtbot):
    """A window system may take its time, or refuse."""
    view = apart(window, qtbot, "window")
    window.focus_panel("chart")
    assert not view.hasFocus() and view.window().focusWidget() is not view


@pytest.mark.parametrize("how", ["float", "window"])
def test_go_to_brings_the_keys_to_the_window_of_the_panel(window, qtbot, how):
    view = apart(window, qtbot, how)
    press("Ctrl+3")
    chart = window.view("chart")
    qtbot.waitUntil(window.isActiveWindow)
    assert QApplication.focusWidget() is chart
    press("Ctrl+2")
    qtbot.waitUntil(view.window().isActiveWindow)
    assert QApplication.focusWidget() is view


def test_a_minimised_window_comes_back_for_the_panel(window, qtbot):
    apart(window, qtbot, "window")
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized)
    window.focus_panel("chart")
    qtbot.waitUntil(lambda: not window.windowState() & Qt.WindowState.WindowMinimized and window.isActiveWindow())
