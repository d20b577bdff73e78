"""Nonsense at the terminal while a market runs: nothing raises, Qt complains of nothing, and the layout still goes round.

A minute here; with other seeds: make fuzz.
"""

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.app.monkey import CALM, DONE, ENOUGH, Hand
from tests.app.screen import HAS_SCREEN, screen
from tests.sessions import ROOT

SECONDS = float(os.environ.get("MONKEY_SECONDS", "60"))
SEED = int(os.environ.get("MONKEY_SEED", "1"))
SIZE = (1600, 1000)
END_S = 60
"""For what was begun, and the way out; on a busy machine too."""
HARMLESS = ("propagateSizeHints",)


@pytest.mark.timeout(SECONDS + 240)
@pytest.mark.skipif(not HAS_SCREEN, reason="needs Xvfb and xdotool")
@pytest.mark.window_only
def test_nonsense_breaks_nothing(tmp_path: Path) -> None:
    said, wrong = tmp_path / "said", tmp_path / "wrong"
    with screen(*SIZE) as environment, said.open("wb") as out, wrong.open("wb") as err:
        # Exports and pictures go where a person's would: to the present folder, and home.
        environment = environment | {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-X", "faulthandler", "-m", "tests.app.monkey", str(tmp_path / "data"), str(SECONDS), str(SEED)]
        child = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=out, stderr=err)
        hand = Hand(environment, SIZE, SEED)
        try:
            until = time.monotonic() + SECONDS + END_S
            while child.poll() is None and time.monotonic() < until:
                # As fast as a hand that is in a great hurry. The program works on; nothing waits for this.
                time.sleep(0.02)
                told = said.read_bytes()
                if ENOUGH.encode() in told:
                    hand.let_go()
                    (tmp_path / "data" / CALM).touch()
                    break
                if told:
                    hand.act()
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(END_S)
        finally:
            hand.close()
            ended = child.poll()
            child.kill()
            child.wait()
    lines = said.read_text(errors="replace").splitlines()
    complaints = [line for line in wrong.read_text(errors="replace").splitlines() if not any(word in line for word in HARMLESS)]
    logged = [
        line for log in (tmp_path / "data").rglob("*.log") for line in log.read_text(errors="replace").splitlines()
        if " ERROR " in line or "Traceback" in line
    ]
    last = f"seed {SEED}; it did {lines[-8:]}; the hand, of {hand.done}: {list(hand.acts)[-12:]}"
    assert not complaints and not logged, f"{complaints[-20:]} {logged[-5:]} {last}"
    assert ended == 0 and lines[-1] == DONE, f"ended with {ended}; {last}"
