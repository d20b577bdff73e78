"""Runs worlds by seed; a seed that fails is printed with the commit, and kept."""

import subprocess
from pathlib import Path

from tests.simulation.world import Tally, World

TURNS = 400
KEPT = Path(__file__).with_name("kept_seeds.txt")


class Failed(AssertionError):
    """A world went wrong; the text says which, at which commit, and how to play it again."""


def run(seed: int, turns: int = TURNS) -> Tally:
    world = World(seed)
    try:
        return world.run(turns)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        raise Failed(
            f"seed {seed}, {turns} turns, commit {commit()}, after {world.tally.entries} entries and {world.tally.recoveries} recoveries, "
            f"with {', '.join(sorted(world.faults))}: {type(error).__name__}: {error}\n"
            f"again: python -m tests.simulation --first {seed} --seeds 1 --turns {turns}"
        ) from error


def kept() -> list[tuple[int, int]]:
    rows = [line.split() for line in KEPT.read_text().splitlines() if line and not line.startswith("#")]
    return [(int(row[0]), int(row[1])) for row in rows]


def keep(seed: int, turns: int, why: str) -> None:
    if (seed, turns) not in kept():
        with KEPT.open("a") as file:
            file.write(f"{seed} {turns} {why}\n")


def commit() -> str:
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=Path(__file__).parent, capture_output=True, text=True, check=False
    )
    return told.stdout.strip() or "unknown"
