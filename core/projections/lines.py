"""The lines to venues outside this program: whether they are up, and since when.

Nothing of it is in the record: a line belongs to this run of the program, and whoever keeps it says here how it stands.
"""

from collections.abc import Mapping

import msgspec

from core.projections.board import Fold
from core.projections.pictures import VersionLook


class Line(msgspec.Struct, frozen=True, gc=False):
    """since: session time; 0 while it has not been up yet."""

    venue: str
    up: bool
    since: int


class LinesPicture(msgspec.Struct, frozen=True):
    """lines: those that are down first. None: no venue is outside, orders go to the embedded exchange."""

    version: int
    lines: tuple[Line, ...]


class Lines:
    folds: Mapping[type, Fold] = {}

    def __init__(self) -> None:
        self.version = 0
        self.lines: dict[str, Line] = {}

    def begin(self) -> None:
        """No line yet: those of a program before this one are not ours."""
        self.lines = {}
        self.version += 1

    def expect(self, venue: str) -> None:
        """It is about to be connected."""
        self.lines = self.lines | {venue: Line(venue, False, 0)}
        self.version += 1

    def show(self, venue: str, up: bool, at: int) -> None:
        """It came up or went down. From any thread."""
        self.lines = self.lines | {venue: Line(venue, up, at)}
        self.version += 1

    def picture(self, look: VersionLook) -> LinesPicture | None:
        version = self.version
        if version == look.version:
            return None
        return LinesPicture(version, tuple(sorted(self.lines.values(), key=lambda line: (line.up, line.since == 0, line.venue))))
