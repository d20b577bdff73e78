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
    CANCELLING = 6
    """A cancel of ours is on its way. It may still fill."""
    REPLACING = 7
    """A replace of ours is on its way. Until it is answered the larger of old and asked counts."""
    EXPIRED = 8
    IN_DOUBT = 9
    """Nobody knows what the venue holds: it was asked, and until it answers the order counts as open."""


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
    LINKED = 20
    """Another leg of its bracket, OCO or OTO left it nothing to do."""
    PARENT_CANCELLED = 21
    NOT_AT_VENUE = 22
    """An outside venue that was asked does not have it."""
    VENUE = 23
    """The outside venue took it out and gave no reason."""
    RESTRICTED = 24
    """Its instrument, or its trader, was closed."""


class Request(IntEnum):
    """What a venue's rejection answers."""

    NEW = 0
    CANCEL = 1
    REPLACE = 2


class AnomalyKind(IntEnum):
    """How an outside venue's report does not fit what we know. What each does to the books: docs/orders.md."""

    DOUBLED = 0
    """Said before, by report id or trade id. Nothing is booked twice."""
    UNKNOWN_ORDER = 1
    """About an order that we never sent to that venue."""
    UNKNOWN_FILL = 2
    """A fill of an order that we never sent there: account and instrument are known, so the position follows."""
    UNEXPECTED = 3
    """The order's state has no such move; nothing is booked."""
    LATE_FILL = 4
    """A fill of an order that was cancelled, rejected or expired. Booked."""
    OVERFILL = 5
    """More was filled than was open. Booked."""
    UNKNOWN_TRADE = 6
    """A bust or correction of a fill that we have not heard of, or of one that is undone."""
    BUSTED_BEFORE = 7
    """A fill that had been undone before it arrived. Booked, and undone."""
    GREW = 8
    """The venue made it larger than anybody asked. Booked."""
    FILLS_MISSING = 9
    """The venue counts other fills than we do: an open order is in doubt until they come; one that ended is asked for."""
    MALFORMED = 10
    """Numbers that no order and no fill can have; nothing is booked."""
    NO_ANSWER = 11
    """The venue did not answer an order, a cancel or a replace in time, nor, when it is told again, any query."""


class Ability(IntEnum):
    """What a venue may lack."""

    ICEBERG = 0
    HIDDEN = 1
    POST_ONLY = 2
    PEG = 3
    AT_OPEN = 4
    AT_CLOSE = 5
    AUCTION_ONLY = 6
    MIN_QTY = 7
    """A least quantity for one trade, all-or-none among them."""


class LinkKind(IntEnum):
    """How orders hang together. FIX tag 1385 has the same family."""

    BRACKET = 0
    """The first is the entry; what it fills, the others (a stop loss, a take profit) are there to close, whichever comes first."""
    OCO = 1
    """One cancels the other: a fill of one takes as much off the others."""
    OTO = 2
    """One triggers the others: what the first fills, each of the others is sent for."""
    HELD_STOP = 3
    """One stop order that the desk holds because its venue has none."""


class LegState(IntEnum):
    """Of a leg of linked orders, beyond what its own orders tell."""

    HELD = 0
    """The desk holds it, because its venue has no such order."""
    FIRED = 1
    """The desk held it, and the market reached its trigger."""
    LOST = 2
    """Refused, rejected, expired, or cancelled by somebody: it is not sent again."""
    SHORT = 3
    """It should be larger, and was refused: what is open stays."""
    EXPIRED = 4
    """The desk held it, and its time is over: it is held no longer, and nothing is sent for it."""


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
