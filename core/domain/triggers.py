"""What engages the kill switch by itself: kinds of triggers, how grave each is, what it does. The numbers are on disk."""

from enum import IntEnum


class TriggerKind(IntEnum):
    """threshold and window mean what the kind says; a count fires above its threshold, within the window."""

    DAILY_LOSS = 0
    """threshold: loss since the run began, in hundredths of a percent of the capital."""
    DRAWDOWN = 1
    """threshold: loss from the run's best, in hundredths of a percent of the capital and that best."""
    MESSAGES = 2
    """Orders, replaces and cancels of ours."""
    CONSERVATION = 3
    """A position is not the sum of its fills, or a child order asked for more than its parent has left."""
    RECONCILIATION = 4
    """Somebody outside knows our orders or positions otherwise."""
    VENUE_DOWN = 5
    FEED_STALE = 6
    """window: age of the market's newest message, in session time, while an order is open or a position held."""
    ERRORS = 7
    """Rejections by a venue, and troubles told from outside."""
    WINDOW_SILENT = 8
    REJECTS = 9
    """Refused by our gate, the kill switch left out, or rejected by a venue."""
    DISK = 10
    CLOCK = 11
    """threshold: nanoseconds by which the machine's clock went back."""


class Severity(IntEnum):
    WARNING = 0
    HALT = 1
    EMERGENCY = 2


class TriggerAction(IntEnum):
    TELL = 0
    STOP_NEW = 1
    """Nothing new; what works goes on working."""
    CANCEL_ALL = 2
    FLATTEN = 3


COUNTS = (TriggerKind.MESSAGES, TriggerKind.ERRORS, TriggerKind.REJECTS)
LOSSES = (TriggerKind.DAILY_LOSS, TriggerKind.DRAWDOWN)
