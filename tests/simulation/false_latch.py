"""The kill latch in memory, as core.journal.latch keeps it in a file: it survives the program, and others engage it from outside.

`kill_at` counts writes until the program is killed at one: before it took effect, or right after.
"""

from core.domain.scope import EVERYTHING, Scope
from core.journal.latch_table import Slot
from tests.simulation.false_disk import Killed


class FalseLatch:
    def __init__(self) -> None:
        self.slots: dict[Scope, Slot] = {}
        self.kill_at = 0
        self.kill_after = False
        self._on_disk: dict[Scope, Slot] = {}

    @property
    def generation(self) -> int:
        return max((slot.generation for slot in self.slots.values()), default=0)

    @property
    def engaged(self) -> bool:
        return bool(self.scopes)

    @property
    def scopes(self) -> dict[Scope, int]:
        return {scope: slot.generation for scope, slot in self.slots.items() if slot.engaged}

    def intact(self) -> bool:
        return True

    def heal(self) -> None:
        return

    def slot(self, generation: int) -> Slot | None:
        return next((slot for slot in self.slots.values() if slot.generation == generation), None)

    def source(self, generation: int) -> str:
        slot = self.slot(generation)
        return slot.source if slot is not None else "unknown (latch slot was reused)"

    def since(self, generation: int) -> list[Slot]:
        return sorted(slot for slot in self.slots.values() if slot.generation > generation)

    def engage(self, source: str, scope: Scope = EVERYTHING, sync: bool = True, above: int = 0) -> int:
        self._dies(False)
        generation = self._engage(source, scope, above)
        if sync:
            self._on_disk = dict(self.slots)
        self._dies(True)
        return generation

    def engage_from_outside(self, source: str, scope: Scope = EVERYTHING) -> None:
        """Another process: it does not die with ours."""
        self._engage(source, scope, 0)
        self._on_disk = dict(self.slots)

    def lose_power(self) -> None:
        """What was not synced is gone."""
        self.slots = dict(self._on_disk)

    def _engage(self, source: str, scope: Scope, above: int) -> int:
        generation = max(self.generation, above) + 1
        self.slots[scope] = Slot(generation, 0, scope, source)
        return generation

    def release(self, generation: int, scope: Scope | None = None) -> None:
        self._dies(False)
        for one, slot in self.slots.items():
            if scope in (None, one) and slot.generation <= generation:
                self.slots[one] = slot._replace(released=slot.generation)
        self._on_disk = dict(self.slots)
        self._dies(True)

    def _dies(self, after: bool) -> None:
        if self.kill_at and after == self.kill_after:
            self.kill_at -= 1
            if not self.kill_at:
                raise Killed
