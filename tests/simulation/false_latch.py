"""The kill latch in memory, as core.journal.latch keeps it in a file: it survives the program, and others engage it from outside.

`kill_at` counts writes until the program is killed at one: before it took effect, or right after.
"""

from core.domain.scope import EVERYTHING
from core.journal.latch_table import Slot
from tests.simulation.false_disk import Killed


class FalseLatch:
    def __init__(self) -> None:
        self.generation = 0
        self.released = 0
        self._sources: dict[int, str] = {}
        self.kill_at = 0
        self.kill_after = False
        self._on_disk = (0, 0)

    @property
    def engaged(self) -> bool:
        return self.generation > self.released

    def intact(self) -> bool:
        return True

    def source(self, generation: int) -> str:
        return self._sources.get(generation, "unknown (latch slot was reused)")

    def heal(self) -> None:
        return

    def newest(self) -> Slot:
        return Slot(self.generation, 0, EVERYTHING, self.source(self.generation))

    def engage(self, source: str, sync: bool = True) -> int:
        self._dies(False)
        self._engage(source)
        if sync:
            self._on_disk = (self.generation, self.released)
        self._dies(True)
        return self.generation

    def engage_from_outside(self, source: str) -> None:
        """Another process: it does not die with ours."""
        self._engage(source)
        self._on_disk = (self.generation, self.released)

    def lose_power(self) -> None:
        """What was not synced is gone."""
        self.generation, self.released = self._on_disk

    def _engage(self, source: str) -> None:
        self._sources[self.generation + 1] = source
        self.generation += 1

    def release(self, generation: int) -> None:
        self._dies(False)
        self.released = max(self.released, min(generation, self.generation))
        self._on_disk = (self.generation, self.released)
        self._dies(True)

    def _dies(self, after: bool) -> None:
        if self.kill_at and after == self.kill_after:
            self.kill_at -= 1
            if not self.kill_at:
                raise Killed
