"""A file that the program keeps for a person: written whole or not at all, and, when it cannot be used, set aside and never written over.

What is in it, and what is said when it cannot be used, is its owner's business.
"""

import os
from pathlib import Path

MOST_ASIDE = 100


def write(path: Path, content: bytes, durable: bool = True) -> None:
    """durable: waits for the disk. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_suffix(".new")
    with waiting.open("wb") as file:
        file.write(content)
        file.flush()
        if durable:
            os.fsync(file.fileno())
    os.replace(waiting, path)


def set_aside(path: Path) -> str:
    """Renames the file; returns its new name, or nothing when that failed."""
    for number in range(1, MOST_ASIDE):
        aside = path.with_name(f"{path.name}.aside-{number}")
        if not aside.exists():
            try:
                path.rename(aside)
            except OSError:
                return ""
            return aside.name
    return ""
