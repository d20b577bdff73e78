"""Why the embedded exchange rejects a request. Ordered by precedence: when several hold, the first in this list is given.

The numbers are on disk: a new one takes a new number and its place in the order.
"""

from enum import IntEnum


class Rejection(IntEnum):
    UNKNOWN_INSTRUMENT = 1
    UNKNOWN_SESSION = 2
    """The session was never opened, or is down."""
    PARTICIPANT_BLOCKED = 3
    UNKNOWN_ORDER = 4
    ORDER_NOT_WORKING = 5
    """It was there, and is done (known where ids ascend)."""
    FOREIGN_ORDER = 6
    """Another session's."""
    WRONG_PHASE = 7
    ID_IN_USE = 8
    """The id is live, or used before where ids ascend."""
    BAD_TERMS = 9
    """Settings that contradict each other, or the order type or time in force."""
    BAD_QTY = 10
    """Zero, negative, not a multiple of the lot, or outside the market's bounds."""
    BAD_PRICE = 11
    """Zero, negative, or off the tick; or a price where none belongs."""
    BAD_TRIGGER = 12
    BAD_DISPLAY = 13
    BAD_EXPIRY = 14
    """A GTD order without an end in the future."""
    TOO_LARGE = 15
    """Quantity times price does not fit the journal's integers."""
    OUTSIDE_BAND = 16
    """Beyond the static price band."""
    WOULD_TRADE = 17
    """A post-only order that would not rest."""
    NO_LIQUIDITY = 18
    """A market order, and nothing on the other side."""
    QUOTES_BLOCKED = 19
    """Quote protection struck; it must be set again first."""
    ILLEGAL_TRANSITION = 20
    """This phase does not follow that one."""
    UNKNOWN_TRADE = 21
    """No such trade, too old, or already busted."""
    BAD_RULES = 22
