"""Which instruments the panels of the real terminal show, over a language, a chosen symbol and a restart."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import load
from app.terminal import Terminal
from core.edge.tape_file import Tape
from tests.sessions import PRACTICE

WAIT_MS = 20_000
Begin = Callable[[], Terminal]


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Begin]:
    running: list[Terminal] = []

    def made() -> Terminal:
        for terminal in running:
            terminal.shut()
        running[:] = [Terminal(qapp, load(["--data", str(tmp_path), "--session", "practice-six", "--watchdog", "off"], {}), Tape(PRACTICE))]
        running[0].open()
        qtbot.waitUntil(lambda: len(running[0].assembly.projections.market.quotes) == 6, timeout=WAIT_MS)
        return running[0]

    (tmp_path / "tour.seen").touch()
    yield made
    running[0].languages.speak("en")
    running[0].shut()


def shown(terminal: Terminal) -> tuple[int, int, int]:
    """By ladder, chart and ticket."""
    view = terminal.window.view
    models = view("ladder").picture, view("chart").model, view("ticket").picture
    return tuple(one.instrument.id if one is not None and one.instrument is not None else 0 for one in models)  # type: ignore[return-value]


def to_panel(qtbot: QtBot, terminal: Terminal, id: str) -> None:
    window = terminal.window
    window.focus_panel(id)
    qtbot.waitUntil(lambda: window.panel_in_focus() is window.docks[id], timeout=WAIT_MS)


def test_panels_show_what_they_showed(qtbot: QtBot, begin: Begin) -> None:
    terminal = begin()
    window, palette = terminal.window, terminal.palette_rows
    to_panel(qtbot, terminal, "chart")
    palette.show_instrument(3)
    window.docking.link(window.docks["ladder"], "")
    to_panel(qtbot, terminal, "ladder")
    palette.show_instrument(5)
    qtbot.waitUntil(lambda: shown(terminal) == (5, 3, 3), timeout=WAIT_MS)
    terminal.speak("zh_CN")
    qtbot.waitUntil(lambda: shown(terminal) == (5, 3, 3), timeout=WAIT_MS)
    terminal.speak("en")
    again = begin()
    qtbot.waitUntil(lambda: shown(again) == (5, 3, 3), timeout=WAIT_MS)
    assert again.window.docks["ladder"].link == "" and again.window.docks["chart"].link == "A"
