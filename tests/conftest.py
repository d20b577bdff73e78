"""For every test: an offscreen Qt with our fonts, and a watch for what is left behind: log records, threads, timers."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import gc
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app import qt_errors
from app.which_core import present

qt_errors.survive()

ROOT = Path(__file__).parents[1]
OURS = ("app", "core", "widgets")
PATIENCE_S = 2
"""Chosen: a thread that was told to stop ends within milliseconds, on a busy machine too."""


def pytest_report_header() -> str:
    return f"core: {present().said}"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write the machine's answers into the scenarios: read the diff")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if present().compiled and item.get_closest_marker("window_only") is not None:
        pytest.skip("the window is the same over both cores: plain Python's run has it")


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> list[str]:
    """Families of the interface fonts. Without them every measured width would be another machine's."""
    files = sorted((ROOT / "resources" / "fonts").glob("*.otf"))
    numbers = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    assert numbers and min(numbers) >= 0, "the interface fonts could not be loaded"
    return [family for number in numbers for family in QFontDatabase.applicationFontFamilies(number)]


@pytest.fixture(scope="session")
def shared() -> Path:
    """Recorded data beside the repository, too large to be part of it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder 'shared' with recorded market data is not beside the repository")
    return folder


class _Unheard(logging.Handler):
    """Our warnings that caplog cannot hear, because the program's own log took them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not logging.getLogger(record.name.partition(".")[0]).propagate:
            self.records.append(record)


@pytest.fixture(autouse=True)
def nothing_logged(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning nobody asked for is a failure, and so is an expected one that did not come."""
    unheard = _Unheard()
    loggers = [logging.getLogger(name) for name in OURS]
    for logger in loggers:
        logger.addHandler(unheard)
    yield
    for logger in loggers:
        logger.removeHandler(unheard)
    heard = [*caplog.get_records("setup"), *caplog.get_records("call"), *caplog.records, *unheard.records]
    ours = [one for one in heard if one.levelno >= logging.WARNING and one.name.partition(".")[0] in OURS]
    said = "; ".join(dict.fromkeys(f"{record.name}: {record.getMessage()}" for record in ours))
    if request.node.get_closest_marker("expects_log"):
        if not said:
            pytest.fail("marked expects_log, but nothing was logged")
    elif said:
        pytest.fail(f"unexpected log records: {said}")


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    # A dummy stands for a thread of Qt's, which Python cannot join.
    left = [one for one in threading.enumerate() if one not in before and not isinstance(one, threading._DummyThread)]
    for thread in left:
        thread.join(PATIENCE_S)
    names = [thread.name for thread in left if thread.is_alive()]
    if names:
        pytest.fail(f"threads left running: {', '.join(names)}")


@pytest.fixture(autouse=True)
def no_timer_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A timer that outlives its panel would draw, or ask, for nobody."""
    yield
    if "qtbot" not in request.fixturenames:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    running = [one for one in gc.get_objects() if type(one) is QTimer and isValid(one) and one.isActive()]
    for timer in running:
        timer.stop()
    if running:
        pytest.fail(f"timers left running: {len(running)}, every {', '.join(str(one.interval()) for one in running)} ms")
