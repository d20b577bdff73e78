"""A journal through the machine again: to recover, and to prove that what was recorded follows from what was entered."""

from collections.abc import Iterable

from core.journal.entry import Entry
from core.journal.upgrades import agrees
from core.machine.engine import Engine


class Mismatch(Exception):
    """The machine, given the recorded message, did not say what the record says."""

    def __init__(self, entry: Entry, made: list[object]) -> None:
        self.seq = entry.seq
        super().__init__(
            f"entry {entry.seq} ({type(entry.message).__name__}): recorded {len(entry.events)} events, replay made {len(made)}; "
            f"first difference: {_first_difference(entry.events, made)}"
        )


def apply(engine: Engine, entry: Entry) -> None:
    """One entry again. Raises Mismatch when its events differ."""
    made = engine.apply(entry.seq, entry.at, entry.message)
    if not agrees(entry.events, made):
        raise Mismatch(entry, list(made))


def replay(engine: Engine, entries: Iterable[Entry]) -> int:
    """Applies entries to the engine; returns how many. Raises Mismatch."""
    count = 0
    for entry in entries:
        apply(engine, entry)
        count += 1
    return count


def _first_difference(recorded: list[object], made: list[object]) -> str:
    for index in range(max(len(recorded), len(made))):
        was = recorded[index] if index < len(recorded) else "nothing"
        now = made[index] if index < len(made) else "nothing"
        if was != now:
            return f"recorded {was}, made {now}"
    return "none"
