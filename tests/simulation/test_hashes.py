"""Live, full replay, snapshot and tail: one state hash for everything that is written down, whatever PYTHONHASHSEED is."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.sessions import ROOT

GOLDEN = Path(__file__).parents[1] / "golden"
HASH_SEEDS = ("0", "1", "4711")


def hashes(seed: str) -> dict[str, str]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.simulation.hashes"], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True,
        text=True, timeout=120, check=False,
    )
    assert told.returncode == 0, told.stderr
    rows = (line.rpartition(" ") for line in told.stdout.splitlines())
    return {name: found for name, _, found in rows}


def test_one_hash_every_way_and_under_every_hash_seed() -> None:
    first, *others = (hashes(seed) for seed in HASH_SEEDS)
    assert len(first) > 200
    for other in others:
        assert other == first
    for folder in GOLDEN.glob("schema-*"):
        assert json.loads((folder / "expected.json").read_text())["state"] == first[folder.name]
