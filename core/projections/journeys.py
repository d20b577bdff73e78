"""How long our commands took in this process: measured by whoever runs the core, not part of the record.

Invariant: nothing here comes back from a journal or a snapshot. A monotonic clock means nothing to the process after, so what an earlier
one measured is not known, and not guessed.
"""

from typing import Any

import msgspec


class Journey(msgspec.Struct, frozen=True, gc=False):
    """Monotonic ns. asked: it was submitted. taken: the core took it from its inbox. decided: the machine had answered, with all that
    follows in the same step. shown: it was durable, where the session waits for that, and published."""

    asked: int
    taken: int
    decided: int
    shown: int


class Journeys:
    """under_way: of the command that is being published, None for everything else."""

    def __init__(self) -> None:
        self.under_way: Journey | None = None
        self._of: dict[int, list[tuple[Any, Journey]]] = {}

    def __reduce__(self) -> tuple[type["Journeys"], tuple[()]]:
        return Journeys, ()

    def keep(self, key: int, asked: Any) -> None:
        """asked: the command that is being published, or its part, among the moments of the order with this key."""
        if self.under_way is not None:
            self._of.setdefault(key, []).append((asked, self.under_way))

    def of(self, key: int, asked: Any) -> Journey | None:
        return next((journey for one, journey in self._of.get(key, ()) if one is asked), None)

    def forget(self, key: int) -> None:
        self._of.pop(key, None)

    def clear(self) -> None:
        self._of.clear()
