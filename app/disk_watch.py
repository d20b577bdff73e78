"""How much room the journal has left, looked at once a second: says LOW in time for somebody to make room, BLOCKED before a record
could be cut short."""

from pathlib import Path

from core.journal.disk import REAL, Disk
from core.messages.notes import DiskSpace, Space
from widgets.tongue import told

LOOK_NS = 1_000_000_000
MARGIN = 1.1
"""So much above a line it must be again before the line counts as left: a disk at the line does not toggle."""


class DiskWatch:
    """low, blocked: bytes. blocked_before: the record left off with new orders refused, so that room again must be told."""

    def __init__(self, folder: Path, low: int, blocked: int, disk: Disk = REAL, blocked_before: bool = False) -> None:
        self._folder = folder
        self._low, self._blocked = low, blocked
        self._disk = disk
        self._next = 0
        self.free = -1
        self.space = Space.BLOCKED if blocked_before else Space.ENOUGH

    def look(self, mono_ns: int) -> DiskSpace | None:
        """A note when what is left has come to mean something else."""
        if mono_ns < self._next:
            return None
        self._next = mono_ns + LOOK_NS
        try:
            self.free = self._disk.free(self._folder)
        except OSError:
            # Not to know is not to have.
            self.free = 0
        space = self._means(self.free)
        if space is self.space:
            return None
        self.space = space
        return DiskSpace(space, self.free)

    def _means(self, free: int) -> Space:
        was = self.space
        if free < self._blocked * (MARGIN if was is Space.BLOCKED else 1):
            return Space.BLOCKED
        if free < self._low * (MARGIN if was is not Space.ENOUGH else 1):
            return Space.LOW
        return Space.ENOUGH

    def again(self) -> DiskSpace | None:
        """For a new run, which begins with nothing known."""
        return DiskSpace(self.space, self.free) if self.space is not Space.ENOUGH else None


def words_of(space: DiskSpace) -> str:
    """For the operator."""
    left = told("{free:,.0f} MB are left for the journal", free=space.free / 1000000.0)
    if space.space is Space.ENOUGH:
        return told("There is room on the disk again: {left}.", left=left)
    if space.space is Space.LOW:
        return told("The disk is filling: {left}; make room, or new orders will be refused.", left=left)
    return told("New orders are refused: {left}. Cancels go through. Make room on the disk.", left=left)
