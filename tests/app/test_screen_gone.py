"""The screen's server is killed under the terminal: it closes in order, says so, and the journal is whole."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.which_core import present
from tests.app.test_play_to import until
from tests.sessions import ROOT

SOON_S = 30


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
@pytest.mark.skipif(present().compiled, reason="the window is the same: plain Python's run has it")
def test_the_terminal_outlives_its_screen(tmp_path: Path) -> None:
    read, write = os.pipe()
    server = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24"]
    screen = subprocess.Popen(server, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as said:
        environment = os.environ | {"DISPLAY": f":{said.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "main.py", "--data", str(tmp_path), "--watchdog", "off", "--speed", "10"]
    terminal = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        log = tmp_path / "logs" / "quarterdeck.log"
        until(lambda: log.exists() and "first moving picture" in log.read_text())
        screen.kill()
        _, wrong = terminal.communicate(timeout=SOON_S)
    finally:
        for process in (screen, terminal):
            process.kill()
            process.wait()
    assert "the screen is gone: the terminal has closed in order" in wrong and "Traceback" not in wrong
    assert terminal.returncode == 2 and not (tmp_path / "window.open").exists()
    verify = [sys.executable, "main.py", "verify", "--data", str(tmp_path)]
    done = subprocess.run(verify, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stdout.startswith("Sound"), done.stdout
