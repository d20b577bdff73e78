"""What several tests of the program begin with: a venue's process and others on it, and a terminal whose alerts are heard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings import load
from app.terminal import Terminal
from tests.app.hands import Hands, opened
from tests.app.outside_desk import BTC, Market, Process
from tests.sessions import bundled

WAIT_MS = 20_000


@pytest.fixture
def process() -> Iterator[Process]:
    made = Process()
    yield made
    if made.child.poll() is None:
        made.end()


@pytest.fixture
def market(process: Process) -> Iterator[Market]:
    made = Market(process.port)
    made.say(BTC)
    yield made
    assert made.remote.stop()


@pytest.fixture
def terminal(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Terminal]:
    """The real one over the bundled session; heard: what its alerts told."""
    made = Terminal(qapp, load(["--data", str(tmp_path), "--watchdog", "off", "--sound-volume", "0"], {}), bundled())
    made.heard = []  # type: ignore[attr-defined]
    made.aids.alerts.told.connect(lambda *told: made.heard.append(told))  # type: ignore[attr-defined]
    made.open()
    qtbot.waitUntil(lambda: made.assembly.session.messages > 20, timeout=WAIT_MS)
    yield made
    made.shut()


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    made = opened(qtbot, qapp, tmp_path)
    yield made
    made.terminal.shut()
