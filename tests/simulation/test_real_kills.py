"""The real program is killed sixty times, and nothing that it acknowledged is lost. `make soak KILLS=10000` for more."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sessions import ROOT

TIMES, SEED = 60, 1


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL and fork")
def test_sixty_kills(tmp_path: Path) -> None:
    """In a process of its own: it forks, and this one has threads."""
    command = [sys.executable, "-m", "tests.simulation.kills", "--times", str(TIMES), "--seed", str(SEED), "--folder", str(tmp_path / "k")]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=170, check=False)
    assert told.returncode == 0, f"{told.stdout}\n{told.stderr}"
    assert "nothing lost" in told.stdout
    numbers = {name: int(number) for name, number in re.findall(r"(\w+)=(\d+)", told.stdout.splitlines()[-1])}
    assert numbers["kills"] == TIMES
    assert numbers["while_starting"] > 5 and numbers["resumed"] > 5 and numbers["acknowledged"] > 1_000
