"""What a fill is now: as it was reported, or undone or corrected by the venue since."""

from enum import IntEnum


class FillState(IntEnum):
    STANDS = 0
    BUSTED = 1
    CORRECTED = 2
