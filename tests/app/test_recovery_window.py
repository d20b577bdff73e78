"""A start that takes long: what is shown while the journal is read, and that it can be left without a trace."""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import recovering, recovery_window
from app.folders import Folders
from app.recovering import Cancelled, Lines
from app.recovery_window import RecoveryWindow
from app.settings import load
from app.terminal import Terminal
from core.domain.enums import OrderState
from core.journal.reader import segments
from tests.app.test_recovery import crash_in, opened
from tests.sessions import ROOT, bundled
from widgets.style import THEMES

Ways = dict[str, Callable[[RecoveryWindow], object]]
LEAVING: Ways = {
    "button": lambda window: window.cancel.click(),
    "Esc": lambda window: QApplication.sendEvent(
        window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    ),
    "close box": lambda window: window.close(),
}


@pytest.fixture(scope="module")
def crashed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nothing is half-written in it any more."""
    folder = crash_in(tmp_path_factory.mktemp("crashed"))
    opened(folder)
    return folder


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int, bool]]:
    """(done, whole, visible) at every look, of which there is one at every word."""
    told: list[tuple[int, int, bool]] = []
    say = RecoveryWindow.say

    def noted(self: RecoveryWindow, done: int, whole: int, seconds: float) -> None:
        say(self, done, whole, seconds)
        told.append((done, whole, self.isVisible()))

    monkeypatch.setattr(RecoveryWindow, "say", noted)
    monkeypatch.setattr(recovery_window, "PATIENCE_S", 0.0)
    monkeypatch.setattr(recovery_window, "LOOK_S", 0.0)
    return told


def begin(qapp: QApplication, data: Path) -> Terminal:
    return Terminal(qapp, load(["--data", str(data), "--watchdog", "off"], {}), bundled())


def sums(data: Path) -> dict[str, str]:
    folders = Folders(data)
    files = [path for path in (*folders.journal.rglob("*"), folders.head, folders.latch) if path.is_file()]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def copy(crashed: Path, tmp_path: Path) -> Path:
    shutil.copytree(crashed, tmp_path / "data")
    return tmp_path / "data"


def test_a_long_start_shows_how_far_it_is(qtbot: QtBot, qapp: QApplication, crashed: Path, tmp_path: Path, seen: list) -> None:
    terminal = begin(qapp, copy(crashed, tmp_path))
    done = [one for one, _, _ in seen]
    whole = opened(crashed).last_seq
    assert len(done) > 50 and done == sorted(done) and {all for _, all, _ in seen} == {whole} and whole - 64 <= done[-1] <= whole
    assert all(visible for _, _, visible in seen)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [one for one in qapp.topLevelWidgets() if isinstance(one, RecoveryWindow)], "it goes when the desk stands"
    terminal.open()
    qtbot.waitUntil(terminal.window.isVisible)
    terminal.shut()


def test_a_short_start_shows_nothing(qtbot: QtBot, qapp: QApplication, crashed: Path, tmp_path: Path, seen: list) -> None:
    recovery_window.PATIENCE_S = 60.0
    begin(qapp, copy(crashed, tmp_path)).shut()
    assert seen == []


@pytest.mark.parametrize("way", LEAVING)
def test_it_can_be_left_and_nothing_is_changed(
    qtbot: QtBot, qapp: QApplication, crashed: Path, tmp_path: Path, seen: list, monkeypatch: pytest.MonkeyPatch, way: str,
) -> None:
    """Not even the batch that a crash left unfinished is cut: the next start says it."""
    data = copy(crashed, tmp_path)
    with segments(Folders(data).journal)[-1].open("ab") as file:
        file.write(b"half a batch")
    before, say = sums(data), RecoveryWindow.say

    def leaving(self: RecoveryWindow, done: int, whole: int, seconds: float) -> None:
        say(self, done, whole, seconds)
        if len(seen) == 20:
            LEAVING[way](self)

    monkeypatch.setattr(RecoveryWindow, "say", leaving)
    with pytest.raises(Cancelled, match="the start was cancelled while the journal was read; nothing was changed"):
        begin(qapp, data)
    assert len(seen) == 20 and sums(data) == before
    monkeypatch.setattr(RecoveryWindow, "say", say)
    terminal = begin(qapp, data)
    state, torn = terminal.assembly.engine.state, terminal.assembly.torn
    assert torn is not None and torn.cut_bytes == len(b"half a batch")
    assert terminal.assembly.resumed and len(state.oms.open) >= 2
    rows = terminal.assembly.projections.orders.rows.values()
    assert OrderState.CANCELLED in {row.state for row in rows}
    terminal.shut()


def test_ctrl_c_ends_it_also_in_the_middle_of_a_painting(
    qtbot: QtBot, qapp: QApplication, crashed: Path, tmp_path: Path, seen: list, monkeypatch: pytest.MonkeyPatch,
) -> None:
    data, paint, handler = copy(crashed, tmp_path), recovery_window.Bar.paintEvent, signal.getsignal(signal.SIGINT)
    before = sums(data)

    def interrupted(self: recovery_window.Bar, event: QPaintEvent) -> None:
        if len(seen) == 20:
            os.kill(os.getpid(), signal.SIGINT)
        paint(self, event)

    monkeypatch.setattr(recovery_window.Bar, "paintEvent", interrupted)
    with pytest.raises(KeyboardInterrupt):
        begin(qapp, data)
    assert sums(data) == before and len(seen) < 60 and signal.getsignal(signal.SIGINT) is handler


def test_the_program_says_so_in_one_sentence_and_gives_the_folder_back(crashed: Path, tmp_path: Path) -> None:
    """The real program, left at its first look."""
    data = copy(crashed, tmp_path)
    code = (
        "import sys; from app import recovery_window as r; r.PATIENCE_S = r.LOOK_S = 0; say = r.RecoveryWindow.say\n"
        "def leave(self, *told): say(self, *told); self.close()\n"
        "r.RecoveryWindow.say = leave\n"
        "from app.start import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "--data", str(data), "--core", "plain", "--watchdog", "off"]
    for _ in range(2):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
        said = [line for line in done.stderr.splitlines() if line.startswith("quarterdeck: ")]
        assert (done.returncode, said) == (
            2, ["quarterdeck: the start was cancelled while the journal was read; nothing was changed, and the next start reads it again"],
        ), done.stderr


def test_without_a_window_it_says_so_in_lines(crashed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: object) -> None:
    monkeypatch.setattr(recovering, "LINE_S", 0.0)
    lines = Lines()
    lines(64, 5_000_000)
    assert capsys.readouterr().out == "Reading the journal: 64 of 5,000,000 entries.\n"  # type: ignore[attr-defined]


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_what_is_left_is_judged_by_what_is_done(qtbot: QtBot, theme: str) -> None:
    window = RecoveryWindow(THEMES[theme])
    qtbot.addWidget(window)
    window.show()
    window.say(100, 1_000, 1.0)
    assert (window.far.text(), window.left.text()) == ("100 of 1\u202f000 entries", "")
    window.say(250, 1_000, 5.0)
    assert window.left.text() == "about 15 s left" and window.bar.share == 0.25
    window.say(0, 0, 9.0)
    assert not window.grab().isNull() and re.search("Cancel", window.cancel.text())
