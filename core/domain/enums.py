"""Closed lists of codes. The numbers are on disk: never reuse one, add at the end. Words for people: widgets/labels.py."""

from enum import IntEnum


class Side(IntEnum):
    BUY = 0
    SELL = 1


class OrderType(IntEnum):
    """What an order is while it waits, and what it becomes. FIX tag 40 has the same family."""

    MARKET = 0
    LIMIT = 1
    STOP = 2
    """A market order once the market has reached the trigger, which lies beyond it."""
    STOP_LIMIT = 3
    TRAILING_STOP = 4
    """A stop whose trigger follows the market at a distance, and never goes back."""
    MARKET_IF_TOUCHED = 5
    """A market order once the market has come back to the trigger, which lies on the better side of it."""
    LIMIT_IF_TOUCHED = 6
    PEGGED = 7
    """A hidden order whose price follows the displayed best prices."""


class TimeInForce(IntEnum):
    """How long an order may live. FIX tag 59."""

    GTC = 0
    IOC = 1
    FOK = 2
    DAY = 3
    GTD = 4
    OPG = 5
    """At the opening: only in the opening auction."""
    ATC = 6
    """At the close: only in the closing auction."""
    GFA = 7
    """Good for auction: only in the next auction, whichever it is."""


class TriggerBy(IntEnum):
    """Which price fires a waiting order."""

    LAST = 0
    QUOTE = 1
    """Buys look at the best offer, sells at the best bid."""
    MARK = 2


class PostOnly(IntEnum):
    NO = 0
    REJECT = 1
    SLIDE = 2


class Peg(IntEnum):
    """FIX tag 1094: 5 primary (own side's best), 4 market (the other side's best), 2 midpoint."""

    NONE = 0
    PRIMARY = 1
    MARKET = 2
    MIDPOINT = 3


class SelfMatch(IntEnum):
    """What happens instead of a trade between two orders of one firm or owner."""

    ALLOW = 0
    CANCEL_NEWEST = 1
    CANCEL_OLDEST = 2
    CANCEL_BOTH = 3
    DECREMENT = 4


class Allocation(IntEnum):
    FIFO = 0
    PRO_RATA = 1
    SIZE_TIME = 2


class Phase(IntEnum):
    """What an instrument is in. Which follow which, and what each allows: core.machine.venue.phases."""

    CLOSED = 0
    PRE_OPEN = 1
    OPENING_CALL = 2
    CONTINUOUS = 3
    HALT = 4
    VOLATILITY_CALL = 5
    CLOSING_CALL = 6
    POST_TRADE = 7


class PhaseCause(IntEnum):
    OPERATOR = 0
    SCHEDULE = 1
    LIMIT_STATE = 2
    """The best price stood at a price band for too long."""
    VELOCITY = 3
    """A trade would have moved the price too far in too short a time."""
    PAUSE_ENDED = 4
    CALL_ENDED = 5
    EXTENDED = 6
    """The auction would have priced beyond the static band: the call goes on, once."""


class OrderState(IntEnum):
    """What may happen next to an order of ours. How much is filled is a number, not a state."""

    SENT = 0
    WORKING = 1
    FILLED = 2
    CANCELLED = 3
    REJECTED = 4
    REFUSED = 5
    """Never left us: the desk's own gate said no. Exists for display and audit; such an order has no order id."""


class Liquidity(IntEnum):
    MAKER = 0
    TAKER = 1
    AUCTION = 2


class CancelReason(IntEnum):
    """Why an order left the book without a fill. Every cancel has one."""

    REQUESTED = 0
    KILL_SWITCH = 1
    IMMEDIATE_REMAINDER = 2
    """The part of an IOC or market order that found no match."""
    RUN_ENDED = 3
    SELF_MATCH = 4
    EXPIRED = 5
    MASS_CANCEL = 6
    DISCONNECTED = 7
    PARTICIPANT_BLOCKED = 8
    QUOTE_PROTECTION = 9
    AUCTION_ENDED = 10
    """What an auction-only or market order had left after its auction."""
    QUOTE_REPLACED = 11
    NOT_TRADEABLE = 12
    """A fired stop that the market's state or the book gave nothing to trade with."""
    FENCED = 13
    """Approved before a stop that concerns it, and held back by the edge that would have sent it."""


class Request(IntEnum):
    """What a venue's rejection answers."""

    NEW = 0
    CANCEL = 1
    REPLACE = 2


class Divergence(IntEnum):
    """How history could not happen as recorded, because orders of ours changed who filled whom."""

    STILL_RESTING = 0
    """History says filled, our book still held it: retired."""
    CANCEL_SIZE_DIFFERS = 1
    CANCEL_UNKNOWN = 2
    """History cancels an order that our book no longer holds."""


class PhaseOfRun(IntEnum):
    IDLE = 0
    RUNNING = 1
    ENDED = 2


class Mode(IntEnum):
    """What the whole terminal is in; shown on every window."""

    LIVE_SIM = 0
    REPLAY = 1
    PAUSED = 2
    DRILL = 3
    ENDED = 4
