"""How a venue's books can differ from ours: kinds of breaks that a reconciliation finds."""

from enum import IntEnum


class BreakKind(IntEnum):
    UNKNOWN_FILL = 0
    """The venue has a fill that we never booked."""
    MISSING_FILL = 1
    """We booked a fill that the venue does not have."""
    FILL_DIFFERS = 2
    UNKNOWN_ORDER = 3
    """Open there, and not here."""
    MISSING_ORDER = 4
    """Open here, and not there."""
    LEAVES_DIFFER = 5
    POSITION_DIFFERS = 6
