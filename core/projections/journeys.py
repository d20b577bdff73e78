"""How long our commands took in this process: measured by whoever runs the core, not part of the record.

Invariant: nothing here comes back from a journal or a snapshot. A monotonic clock means nothing to the process after, so what an earlier
one measured is not known, and not guessed.
"""

from typing import Any

import msgspec

MOST = 250
"""Commands of one order; as many moments as its story keeps."""


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
        self._of: dict[int, dict[int, tuple[Any, Journey]]] = {}
        """By the order's key and the command's identity, which is its own as long as it is held here."""

    def __reduce__(self) -> tuple[type["Journeys"], tuple[()]]:
        return Journeys, ()

    def keep(self, key: int, asked: Any) -> None:
        """asked: the command that is being published, or its part, among the moments of the order with this key."""
        if self.under_way is not None:
            known = self._of.setdefault(key, {})
            known[id(asked)] = asked, self.under_way
            if len(known) > MOST:
                del known[next(iter(known))]

    def of(self, key: int, asked: Any) -> Journey | None:
        found = self._of.get(key, {}).get(id(asked))
        return found[1] if found is not None else None

    def forget(self, key: int) -> None:
        self._of.pop(key, None)

    def clear(self) -> None:
        self._of.clear()
