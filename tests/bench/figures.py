"""How figures are taken and printed: medians of repeated runs, with machine and versions, each beside its goal."""

import os
import platform
import statistics
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

OFFSCREEN = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"QT_QPA_PLATFORM": "offscreen"}
"""For a measured terminal: its modules are compiled once and kept, as on a person's machine."""


def machine() -> str:
    """One line: processor, cores, system, Python and Qt."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        models = [line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        if models:
            name = f"{len(models)} x {models[0]}"
    return (
        f"{name}, {platform.system()} {platform.release()}, Python {sys.version.split()[0]}, "
        f"PySide6 {version('pyside6-essentials')}, msgspec {version('msgspec')}"
    )


def median_of(repeats: int, measure: Callable[[], float]) -> tuple[float, float, float]:
    """Median, lowest and highest of repeated measurements."""
    taken = [measure() for _ in range(repeats)]
    return statistics.median(taken), min(taken), max(taken)


def percentile(values: Sequence[float], percent: float) -> float:
    """By nearest rank; values need not be sorted."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def row(what: str, measured: str, goal: str) -> None:
    print(f"{what:<74} {measured:>34}   goal {goal}", flush=True)
