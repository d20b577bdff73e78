"""A form of the real terminal hears what became of what it asked: from the core, and from the door when it came no further."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import load
from app.terminal import Terminal
from core.domain.roles import Role
from tests.sessions import bundled

WAIT_MS = 20_000


def test_a_reason_stays_until_the_core_has_taken_it(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    terminal = Terminal(qapp, load(["--data", str(tmp_path)], {}), bundled())
    terminal.open()
    try:
        qtbot.waitUntil(lambda: terminal.assembly.session.messages > 20, timeout=WAIT_MS)
        terminal.entrance.signing.sit_as_demo("demo-operator")
        terminal.window.focus_panel("people")
        view = terminal.window.view("people")
        qtbot.waitUntil(lambda: view.change.isVisible() and bool(view.people), timeout=WAIT_MS)
        change = view.change
        change.choose("demo")
        change.roles[Role.VIEWER].click()
        change.reason.setText("looks on")
        seat = terminal.core.seat
        seat.lock()
        qtbot.keyClick(change.reason, Qt.Key.Key_Return)
        assert change.ask.isEnabled() and change.reason.text() == "looks on"
        seat.take("demo-operator")
        qtbot.keyClick(change.reason, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: change.reason.text() == "" and change.ask.isEnabled(), timeout=WAIT_MS)
        assert [row.reason for row in terminal.assembly.projections.approvals.waiting.values()] == ["looks on"]
    finally:
        terminal.shut()
