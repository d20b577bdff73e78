"""Over the whole widget tree of the real window, at 100, 150 and 200 %: no text is cut, nothing lies on its neighbour.

Run in a process of its own at each scale, because Qt takes the scale once, at its start.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sessions import ROOT

pytestmark = pytest.mark.window_only

LOOK = """
import json, sys
import tests  # chooses the core, before anything of it
from PySide6.QtWidgets import QApplication
app = QApplication([])
from app import runtime, theme
from app.settings import load
from app.terminal import Terminal
from tests.app.text_room import findings, laid_over
from tests.sessions import bundled
from PySide6.QtTest import QTest
theme.load_fonts(runtime.RESOURCES)
width, height, data = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
terminal = Terminal(app, load(["--data", data, "--watchdog", "off", "--font-scale", sys.argv[5]], {}), bundled())
terminal.window.resize(width, height)
terminal.open()
window, found = terminal.window, {}
window.resize(width, height)

def seen(in_what, first_ms):
    # What is cut for good is cut at every look; a busy machine may still be laying out at the first.
    for wait_ms in (first_ms, *[300] * 20):
        QTest.qWait(wait_ms)
        wrong = laid_over(in_what) + findings(in_what)
        if not wrong:
            break
    return wrong

for name in ("Trade", "Watch", "Train"):
    window.arrange(name)
    found[name] = seen(window, 400)
for asked in sys.argv[4].split(","):
    window.arrange("Trade")
    id, _, act = asked.partition(".")
    window.focus_panel(id)
    if act:
        # A form that is open.
        QTest.qWait(150)
        getattr(window.docks[id].view, act)()
    found[asked] = seen(window.docks[id], 150)
terminal.shut()
print(json.dumps({"ratio": window.devicePixelRatio(), "found": found}))
"""
OWN = (
    "settings,keys,log,alerts,journal,triggers,groups,reconciliation,limits_try,risk.new_limit,risk.new_rule,triggers.new_trigger,"
    "operations.set_rules,operations.set_schedule,operations.set_price"
)
"""Panels of the frame and of tables, and forms that are opened in one; the others are seen in the built-in workspaces."""


def look(folder: Path, width: int, height: int, scale: int, type_scale: int) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale / 100)}
    command = [sys.executable, "-c", LOOK, str(width), str(height), str(folder), OWN, str(type_scale)]
    run = subprocess.run(command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr[-2000:]
    said = json.loads(run.stdout.splitlines()[-1])
    assert said["ratio"] == scale / 100
    assert said["found"] == {name: [] for name in said["found"]}


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_text_is_cut_and_nothing_overlaps(tmp_path: Path, percent: int, width: int, height: int) -> None:
    look(tmp_path, width, height, percent, 100)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("percent", [150, 200])
def test_nor_with_larger_type(tmp_path: Path, percent: int, width: int, height: int) -> None:
    look(tmp_path, width, height, 100, percent)
