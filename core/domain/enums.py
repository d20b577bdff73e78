"""Closed lists of codes. The numbers are on disk: never reuse one, add at the end. Words for people: widgets/labels.py."""

from enum import IntEnum


class Side(IntEnum):
    BUY = 0
    SELL = 1


class OrderType(IntEnum):
    MARKET = 0
    LIMIT = 1


class TimeInForce(IntEnum):
    GTC = 0
    IOC = 1
    FOK = 2


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


class CancelReason(IntEnum):
    """Why an order left the book without a fill. Every cancel has one."""

    REQUESTED = 0
    KILL_SWITCH = 1
    IMMEDIATE_REMAINDER = 2
    """The part of an IOC or market order that found no match."""
    RUN_ENDED = 3


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
