"""How far a stop of one scope stands, from everything blocked back to full trading. The numbers are on disk, and larger is worse.

A trip goes from BLOCKING over CANCELLING to VERIFIED, or to UNVERIFIED while an order of the scope may still live. The way back
takes two people, then one stage at a time: cancels only, reducing orders, orders of a capped size, everything.
"""

from enum import IntEnum


class Stage(IntEnum):
    RELEASED = 0
    CAPPED = 1
    """Orders up to a part of the limit's size."""
    REDUCE_ONLY = 2
    """Orders that bring a position nearer to zero."""
    CANCEL_ONLY = 3
    """Approved by two people; still nothing new."""
    REQUESTED = 4
    """One person asked for the release."""
    HOLDING = 5
    """Nothing new; what was open goes on working, because nobody asked for cancels."""
    VERIFIED = 6
    """None of the orders it hit is open any more."""
    UNVERIFIED = 7
    """Every cancel was asked for, and some order may still live."""
    CANCELLING = 8
    BLOCKING = 9


BLOCKED = Stage.CANCEL_ONLY
"""From this stage on nothing new passes."""
REARMING = (Stage.CANCEL_ONLY, Stage.REDUCE_ONLY, Stage.CAPPED, Stage.RELEASED)
"""The way back, in its order."""
