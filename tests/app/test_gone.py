"""A terminal that was shut is gone with everything of it: no connection to what outlives it holds it in memory."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import load
from app.terminal import Terminal
from core.machine.engine import Engine
from tests.sessions import bundled
from widgets.panels import PANELS

pytestmark = pytest.mark.window_only
WAIT_MS = 20_000
OURS = ("app", "core", "widgets")


def ours() -> dict[int, object]:
    """What lives of us and is part of a terminal, by identity."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return {
        id(one): one for one in gc.get_objects()
        if str(type(one).__module__).partition(".")[0] in OURS and isinstance(one, QObject | Terminal | Engine)
    }


def live(qtbot: QtBot, qapp: QApplication, folder: Path) -> int:
    """Opens a terminal with every panel, shuts it, and says how much of us lived meanwhile."""
    terminal = Terminal(qapp, load(["--data", str(folder), "--watchdog", "off", "--sound-volume", "0"], {}), bundled())
    terminal.open()
    window, frames = terminal.window, terminal.clock.frame_ns
    qtbot.waitUntil(lambda: terminal.assembly.session.messages > 20, timeout=WAIT_MS)
    for panel in PANELS:
        window.focus_panel(panel.id)
    assert window.docking.duplicate(window.docks["ladder"]) is not None
    window.docking.send(window.docks["tape"], 0)
    window.docking.toggle_floating(window.docks["chart"])
    window.open_palette()
    for language in ("zh_CN", "en"):
        terminal.speak(language)
        # What it set going for later is done after some frames.
        end = len(frames) + 5
        qtbot.waitUntil(lambda end=end: len(frames) >= end, timeout=WAIT_MS)  # type: ignore[misc]
    count = len(ours())
    terminal.shut()
    return count


def test_a_terminal_that_was_shut_is_gone(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    before = ours()
    assert live(qtbot, qapp, tmp_path) > len(before) + len(PANELS), "what is looked for could be found"
    left = [one for id, one in ours().items() if id not in before]
    assert not left, f"{len(left)} left, among them {', '.join(sorted({type(one).__name__ for one in left})[:12])}"
