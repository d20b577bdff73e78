"""Every sign of the real terminal in three states: nothing, a part, everything is stopped; and every way to stop from a part."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.alerts import Kind
from app.runtime import opening_lines
from app.terminal import Terminal
from core.domain.scope import EVERYTHING
from core.journal.entry import Entry
from core.journal.latch import Latch
from core.messages.commands import EngageKill
from core.messages.events import KillEngaged
from widgets.style import THEMES

WAIT_MS = 20_000
PART = "1 scope stopped: strategy maker"


def frame(terminal: Terminal) -> str:
    return terminal.window.grab().toImage().pixelColor(QPoint(1, terminal.window.height() // 2)).name()


def stop_maker(terminal: Terminal, qtbot: QtBot) -> None:
    terminal.core.submit(EngageKill("operator at the stops panel", scope="strategy:maker"))
    qtbot.waitUntil(lambda: terminal.window.banner.tone == "warning", timeout=WAIT_MS)


def words(terminal: Terminal) -> tuple[str, str, str]:
    """Banner, button, title."""
    window = terminal.window
    return window.banner.fact("kill"), window.stop_button.words()[0], window.windowTitle()


def test_every_sign_in_three_states(terminal: Terminal, qtbot: QtBot) -> None:
    window, theme = terminal.window, THEMES["dark"]
    view = window.view("kill")
    qtbot.waitUntil(lambda: words(terminal) == ("RELEASED", "STOP", "Quarterdeck"), timeout=WAIT_MS)
    assert frame(terminal) not in (theme.critical, theme.warning)
    stop_maker(terminal, qtbot)
    qtbot.waitUntil(lambda: "others work" in view.sentence.accessibleName(), timeout=WAIT_MS)
    assert words(terminal) == ("strategy maker", "STOP", f"Quarterdeck \u00b7 {PART}")
    assert frame(terminal) == theme.warning and PART in window.banner.accessibleName()
    assert view.stop.words()[0] == "STOP" and PART in view.sentence.accessibleName()
    window.stop()
    window.stop()
    whole = ("ENGAGED", "ENGAGED", "Quarterdeck \u00b7 Kill switch engaged")
    qtbot.waitUntil(lambda: words(terminal) == whole and view.stop.words()[0] == "ENGAGED", timeout=WAIT_MS)
    assert frame(terminal) == theme.critical
    assert "ENGAGED \u00b7" in view.sentence.accessibleName() and "1 more" in view.sentence.accessibleName()
    assert view.board.facts()["Engagement 2 by"] == "demo at the terminal"
    told = [sentence for kind, sentence, _ in terminal.heard if kind is Kind.STOP]  # type: ignore[attr-defined]
    assert told[0] == "Part stopped, strategy maker: demo at the stops panel"
    qtbot.waitUntil(lambda: any(
        sentence == "Kill switch engaged: demo at the terminal" for _, sentence, _ in terminal.heard  # type: ignore[attr-defined]
    ), timeout=WAIT_MS)


@pytest.mark.parametrize("way", ["key", "watchdog", "kill panel"])
def test_from_a_part_every_way_stops_everything(terminal: Terminal, qtbot: QtBot, way: str) -> None:
    stop_maker(terminal, qtbot)
    assert not terminal.assembly.projections.kill.stages.everything
    if way == "key":
        for _ in range(2):
            qtbot.keyClick(terminal.window, Qt.Key.Key_F12)
    elif way == "kill panel":
        for _ in range(2):
            qtbot.mouseClick(terminal.window.view("kill").stop, Qt.MouseButton.LeftButton)
    else:
        # As the watchdog's button and main.py kill do: another process writes the latch.
        latch = Latch(terminal.assembly.folders.latch, True)
        latch.engage("watchdog window")
        latch.close()
    qtbot.waitUntil(lambda: terminal.window.stop_button.words()[0] == "ENGAGED", timeout=WAIT_MS)
    assert EVERYTHING in terminal.assembly.latch.scopes


def test_a_minimised_window_says_it_in_its_title(terminal: Terminal, qtbot: QtBot) -> None:
    terminal.window.showMinimized()
    qtbot.waitUntil(terminal.window.isMinimized)
    stop_maker(terminal, qtbot)
    assert terminal.window.windowTitle() == f"Quarterdeck \u00b7 {PART}"


def test_a_whole_stop_that_comes_with_a_part_is_told_first_and_none_is_lost(terminal: Terminal, qtbot: QtBot) -> None:
    alerts, heard = terminal.aids.alerts, terminal.heard  # type: ignore[attr-defined]
    events = [KillEngaged(1, "ann", 0, "strategy:maker"), KillEngaged(2, "bob", 0, "everything")]
    # From another thread, as the core's is.
    core = threading.Thread(target=alerts.take, args=(Entry(1, 0, EngageKill("ann"), events, True, 0, 0),))
    core.start()
    core.join()
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT_MS)
    assert heard[-1] == (Kind.STOP, "Kill switch engaged: bob", 2)
    alerts.take(Entry(2, 0, EngageKill("eve"), [KillEngaged(3, "eve", 0, "venue:X")], True, 0, 0))
    qtbot.waitUntil(lambda: heard[-1] == (Kind.STOP, "Part stopped, venue X: eve", 1), timeout=WAIT_MS)


def test_what_a_start_and_the_summary_say_names_the_part(terminal: Terminal, qtbot: QtBot) -> None:
    assert terminal.assembly.stopped_part() == []
    stop_maker(terminal, qtbot)
    assert terminal.assembly.stopped_part() == ["strategy maker"]
    assert opening_lines(terminal.assembly)[-1].startswith(f"{PART} (demo at the stops panel)")
    terminal.window.stop()
    terminal.window.stop()
    qtbot.waitUntil(lambda: terminal.assembly.stopped_part() == [], timeout=WAIT_MS)
