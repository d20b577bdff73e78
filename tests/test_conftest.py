"""The watch over every test is itself proven: a test that leaves something behind fails."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sessions import ROOT

HEAD = "import logging, threading, pytest\n"
BREACHES = {
    "unexpected log records": "def test_it():\n    logging.getLogger('core.sequencer').error('broken')\n",
    "nothing was logged": "@pytest.mark.expects_log\ndef test_it():\n    pass\n",
    "threads left running: lost": "def test_it():\n    threading.Thread(target=threading.Event().wait, name='lost', daemon=True).start()\n",
    "timers left running": (
        "from PySide6.QtCore import QTimer\nkept = []\ndef test_it(qtbot):\n"
        "    timer = QTimer()\n    timer.start(1000)\n    kept.append(timer)\n"
    ),
}
SOUND = (
    "from PySide6.QtCore import QTimer\nfrom PySide6.QtWidgets import QWidget\n"
    "@pytest.mark.expects_log\ndef test_it(qtbot):\n    logging.getLogger('core.x').warning('meant')\n"
    "    worker = threading.Thread(target=lambda: None)\n    worker.start()\n"
    "    panel = QWidget()\n    qtbot.addWidget(panel)\n    QTimer(panel).start(1000)\n"
)


def run(folder: Path, body: str) -> subprocess.CompletedProcess[str]:
    path = folder / "test_breach.py"
    path.write_text(HEAD + body)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.conftest"]
    return subprocess.run(
        [*command, "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), str(path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )


@pytest.mark.parametrize("words", BREACHES)
def test_what_is_left_behind_fails_the_test(words: str, tmp_path: Path) -> None:
    done = run(tmp_path, BREACHES[words])
    assert done.returncode == 1, done.stdout
    assert words in done.stdout


def test_what_is_tidied_up_passes(tmp_path: Path) -> None:
    done = run(tmp_path, SOUND)
    assert done.returncode == 0, done.stdout
