"""Where windows may stand; and a screen that is unplugged and comes back, on a real X server with two monitors."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.screens import clamp, clamped, screen_of
from tests.app.screen import HAS_SCREEN, screen
from tests.sessions import ROOT

WIDTH, HEIGHT = 1280, 1000
ACTS = """
import json, subprocess, sys, time, tests
from pathlib import Path
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from app import runtime
from app.settings import load
from app.terminal import Terminal

app = QApplication(sys.argv[:1])
told = []

def monitor(*change):
    subprocess.run(["xrandr", *change], check=True)

def until(what, seen):
    ends = time.monotonic() + 60
    while not seen():
        app.processEvents()
        assert time.monotonic() < ends, what

monitor("--setmonitor", "left", "1280/340x1000/260+0+0", "screen")
monitor("--setmonitor", "right", "1280/340x1000/260+1280+0", "none")
until("two screens", lambda: len(app.screens()) == 2)
settings = load(["--data", sys.argv[1], "--watchdog", "off", "--size", "1200x800"], {})
terminal = Terminal(app, settings, runtime.tape_of(settings))
terminal.open()
window = terminal.window
window.docking.send(window.docks["fills"], 0)
side = window.docks["fills"].window()
terminal.workspaces.screens._tell = told.append
side.setGeometry(1500, 100, 700, 500)
until("the other window stands on the right", lambda: side.geometry() == QRect(1500, 100, 700, 500))
main = window.geometry()
monitor("--delmonitor", "right")
until("one screen", lambda: len(app.screens()) == 1)
until("told", lambda: told)
away = side.geometry().getRect()
monitor("--setmonitor", "right", "1280/340x1000/260+1280+0", "none")
until("two screens again", lambda: len(app.screens()) == 2)
until("told again", lambda: len(told) == 2)
print(json.dumps({
    "away": away, "back": side.geometry().getRect(), "told": told, "main": [main.getRect(), window.geometry().getRect()],
}), flush=True)
terminal.shut()
"""


@pytest.mark.timeout(180)
@pytest.mark.skipif(not (HAS_SCREEN and shutil.which("xrandr")), reason="needs Xvfb and xrandr")
def test_what_stood_on_an_unplugged_screen_comes_to_the_other_and_goes_back(tmp_path: Path) -> None:
    (tmp_path / "tour.seen").touch()
    with screen(2 * WIDTH, HEIGHT) as environment:
        run = subprocess.run(
            [sys.executable, "-c", ACTS, str(tmp_path)], check=False, cwd=ROOT, env=environment, capture_output=True, text=True,
            timeout=170,
        )
    assert run.returncode == 0, run.stderr[-2000:]
    said = json.loads(run.stdout.splitlines()[-1])
    left, top, width, height = said["away"]
    assert left >= 0 and left + width <= WIDTH and top >= 0 and top + height <= HEIGHT, said
    assert said["back"] == [1500, 100, 700, 500], said
    assert said["main"][0] == said["main"][1], "what stands well is left alone"
    assert said["told"][0].endswith("now: 1.") and said["told"][1].endswith("to it: 1."), said


LEFT, RIGHT = QRect(0, 0, 1920, 1080), QRect(1920, 0, 2560, 1440)


def test_a_window_on_either_screen_stays() -> None:
    for place in (QRect(10, 10, 800, 600), QRect(2000, 100, 2000, 1200), QRect(1800, 100, 800, 600), QRect(-700, 0, 800, 600)):
        assert clamped(place, place, [LEFT, RIGHT]) == place


def test_a_window_of_a_screen_that_is_gone_comes_to_the_nearest() -> None:
    place = QRect(2000, 100, 2000, 1200)
    assert clamped(place, place, [LEFT]) == QRect(0, 0, 1920, 1080)
    assert clamped(QRect(5000, 5000, 400, 300), QRect(5000, 5000, 400, 300), [LEFT, RIGHT]) == QRect(4080, 1140, 400, 300)
    assert clamped(QRect(0, -500, 400, 300), QRect(0, -500, 400, 300), [LEFT, RIGHT]).top() == 0
    assert clamped(place, place, []) == place


def test_a_window_is_never_off_screen(qtbot: QtBot) -> None:
    lost = QWidget()
    qtbot.addWidget(lost)
    lost.show()
    lost.setGeometry(20_000, -9_000, 9_000, 9_000)
    clamp(lost)
    assert QApplication.primaryScreen().availableGeometry().contains(lost.geometry())
    lost.setWindowState(Qt.WindowState.WindowMaximized)
    clamp(lost)
    assert lost.isMaximized()


def test_a_screen_outlives_the_window_it_was_asked_of(qtbot: QtBot, qapp: QApplication) -> None:
    kept = QApplication.screens()
    window = QWidget()
    window.show()
    assert screen_of(window) in kept
    window.move(-20_000, -9_000)
    assert screen_of(window) in kept, "the nearest"
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(window) and all(map(isValid, kept))
