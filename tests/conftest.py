"""For every test: an offscreen Qt with our fonts, and no silent leftovers (warnings logged, threads left running)."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parents[1]
OURS = ("app", "core", "widgets")
CORE_THREADS = ("core", "journal-writer")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write the machine's answers into the scenarios: read the diff")


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> list[str]:
    """Families of the interface fonts. Without them every measured width would be another machine's."""
    files = sorted((ROOT / "resources" / "fonts").glob("*.otf"))
    numbers = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    assert numbers and min(numbers) >= 0, "the interface fonts could not be loaded"
    return [family for number in numbers for family in QFontDatabase.applicationFontFamilies(number)]


@pytest.fixture(autouse=True)
def nothing_logged(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning nobody asked for is a failure. A test clears caplog, or is marked expects_log."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = [*caplog.get_records("setup"), *caplog.records]
    said = [
        f"{record.name}: {record.getMessage()}"
        for record in records if record.levelno >= logging.WARNING and record.name.partition(".")[0] in OURS
    ]
    if said:
        pytest.fail("logged without being expected: " + "; ".join(said))


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in set(threading.enumerate()) - before if not thread.daemon or thread.name in CORE_THREADS]
    for thread in left:
        thread.join(2)  # one that was told to stop may need a moment
    names = [thread.name for thread in left if thread.is_alive()]
    if names:
        pytest.fail(f"threads left running: {', '.join(names)}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Recorded data beside the repository, too large to be part of it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder 'shared' with recorded market data is not beside the repository")
    return folder
