"""The wall clock and the monotonic clock of a simulated program: they move when asked, a little at every look, and may jump."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

BEGIN_NS = 1_700_000_000_000_000_000


class FalseClock:
    """Stands for the module `time` where core.sequencer and core.journal.log look at it. The monotonic clock never goes back."""

    def __init__(self) -> None:
        self.wall = BEGIN_NS
        self.mono = 0

    def time_ns(self) -> int:
        self.wall += 1_000
        return self.wall

    def monotonic_ns(self) -> int:
        self.mono += 1_000
        return self.mono

    def pass_ns(self, ns: int) -> None:
        self.wall += ns
        self.mono += ns

    def step_ns(self, ns: int) -> None:
        """Somebody set the wall clock."""
        self.wall += ns


@contextmanager
def everywhere(clock: FalseClock) -> Iterator[FalseClock]:
    # The functions, not the module's name in the places that look: the compiled core does not look a module up by name.
    with patch("time.time_ns", clock.time_ns), patch("time.monotonic_ns", clock.monotonic_ns):
        yield clock
