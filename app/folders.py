"""Where things are in a data folder."""

from pathlib import Path


class Folders:
    def __init__(self, data: Path) -> None:
        self.data = data
        self.journal = data / "journal"
        self.head = data / "journal.head"
        self.snapshots = data / "snapshots"
        self.latch = data / "kill.latch"
        self.unfinished = data / "restore.unfinished"
        """There while a restore fills the folder; a start refuses it."""
