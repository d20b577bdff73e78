"""Python's collector takes Qt's widgets apart in the window's thread only, and is itself again when the window is gone."""

import ctypes
import gc
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import collector
from app.headless import Ended, play
from app.settings import load
from app.terminal import Terminal
from core.messages.commands import Pause, RestartSession
from tests.sessions import assemble, bundled

WAIT_MS = 20_000
FULL = 2
BLOCK, MANY = 2_000, 20_000
"""Bytes, more than Python keeps itself; and so many that what is freed counts."""


class Seen:
    """Collections by thread and generation, from begin() on."""

    def __init__(self) -> None:
        self.made: Counter[tuple[str, int]] = Counter()

    def begin(self) -> None:
        gc.callbacks.append(self._collects)

    def end(self) -> None:
        if self._collects in gc.callbacks:
            gc.callbacks.remove(self._collects)

    def _collects(self, phase: str, told: dict[str, int]) -> None:
        if phase == "stop":
            self.made[threading.current_thread().name, told["generation"]] += 1


@pytest.fixture
def seen() -> Iterator[Seen]:
    made = Seen()
    yield made
    made.end()


def test_with_a_window_only_its_thread_collects(qtbot: QtBot, qapp: QApplication, tmp_path: Path, seen: Seen) -> None:
    terminal = Terminal(qapp, load(["--data", str(tmp_path), "--speed", "100", "--watchdog", "off"], {}), bundled())
    terminal.open()
    try:
        seen.begin()
        main = threading.main_thread().name
        qtbot.waitUntil(lambda: seen.made[main, 0] > 5, timeout=WAIT_MS)
        assert not seen.made[main, FULL] and not gc.isenabled()
        for asked in (Pause(), RestartSession(), Pause()):
            before = seen.made[main, FULL]
            terminal.core.submit(asked)
            qtbot.waitUntil(lambda before=before: seen.made[main, FULL] > before, timeout=WAIT_MS)
        assert {thread for thread, _ in seen.made} == {main}
    finally:
        seen.end()
        terminal.shut()
    assert gc.isenabled() and gc.get_threshold()[2] == 10


def test_a_cycle_with_a_widget_in_it_goes_while_the_terminal_runs(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    gone: list[str] = []

    class Closed:
        """As a panel that was closed: it and what it made know each other."""

        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            gone.append(threading.current_thread().name)

    terminal = Terminal(qapp, load(["--data", str(tmp_path), "--speed", "100", "--watchdog", "off"], {}), bundled())
    terminal.open()
    try:
        for _ in range(5):
            Closed()
        qtbot.waitUntil(lambda: len(gone) == 5, timeout=WAIT_MS)
        assert set(gone) == {threading.main_thread().name}
    finally:
        terminal.shut()


def test_without_a_window_it_goes_by_itself(tmp_path: Path, seen: Seen) -> None:
    ended = Ended()
    assembly = assemble(tmp_path, ended, speed_milli=0)
    seen.begin()
    outcome = play(assembly, ended, 0, quiet=True)
    assert outcome.problem == "" and seen.made["core", 0] and gc.isenabled()


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="this C library cannot give holes back to the system")
def test_what_is_free_between_what_lives_goes_back_to_the_system() -> None:
    gc.collect()
    process = psutil.Process()
    blocks = [bytes(BLOCK) for _ in range(MANY)]
    kept, blocks[:] = blocks[::100], []
    held = process.memory_info().rss
    collector.rest()
    given_back = held - process.memory_info().rss
    assert given_back > len(kept) * 90 * BLOCK / 2 and len(kept[-1]) == BLOCK
