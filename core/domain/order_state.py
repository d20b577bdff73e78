"""Which moves of an order of ours are legal: one row a move.

Invariant: a state that is not a key of any row's origin is final. Rows exist for what the wire really does, too.
"""

from enum import IntEnum
from typing import Final

from core.domain.enums import OrderState


class Happening(IntEnum):
    ACCEPTED = 0
    FILLED_PART = 1
    FILLED_WHOLE = 2
    CANCELLED = 3
    REPLACED = 4
    REJECTED = 5
    TRIGGERED = 6
    RESTATED = 7


NEXT: Final[dict[tuple[OrderState, Happening], OrderState]] = {
    (OrderState.SENT, Happening.ACCEPTED): OrderState.WORKING,
    # a marketable order trades before, or instead of, resting
    (OrderState.SENT, Happening.FILLED_PART): OrderState.SENT,
    (OrderState.SENT, Happening.FILLED_WHOLE): OrderState.FILLED,
    (OrderState.SENT, Happening.CANCELLED): OrderState.CANCELLED,
    (OrderState.SENT, Happening.REJECTED): OrderState.REJECTED,
    (OrderState.WORKING, Happening.FILLED_PART): OrderState.WORKING,
    (OrderState.WORKING, Happening.FILLED_WHOLE): OrderState.FILLED,
    (OrderState.WORKING, Happening.CANCELLED): OrderState.CANCELLED,
    (OrderState.WORKING, Happening.REPLACED): OrderState.WORKING,
    # a stop that fired is still the same working order
    (OrderState.WORKING, Happening.TRIGGERED): OrderState.WORKING,
    # the venue changed it unasked: a peg, a self match that took quantity off
    (OrderState.WORKING, Happening.RESTATED): OrderState.WORKING,
    # a replace that crosses trades before it rests again
    (OrderState.WORKING, Happening.ACCEPTED): OrderState.WORKING,
}

OPEN: Final = (OrderState.SENT, OrderState.WORKING)
