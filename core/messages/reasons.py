"""Why the desk refused a request. Refused is ours, rejected is a venue's.

The list is closed and ordered by precedence: when several reasons hold, the first one in this list is given. Scenarios go
down the list. The numbers are on disk: a new reason takes a new number and its place in the order.
"""

from enum import IntEnum


class Reason(IntEnum):
    NOT_PERMITTED = 90
    """Whoever asks has no role that may."""
    NEEDS_SECOND_PERSON = 91
    """One person alone may not: ask for approval."""
    KILL_SWITCH_ENGAGED = 1
    NOT_RUNNING = 2
    """No session is running: before the first, or after the last message of the tape and its end."""
    NO_DISK_SPACE = 21
    """The record of another order might not fit on the disk any more. Cancels and reductions pass."""
    UNKNOWN_INSTRUMENT = 3
    UNKNOWN_ACCOUNT = 20
    """Accounts are numbered from 1."""
    DUPLICATE_CLIENT_ORDER_ID = 4
    UNKNOWN_ORDER = 5
    ORDER_NOT_WORKING = 6
    ORDER_IN_DOUBT = 80
    """Nobody knows what the venue holds of it; it can be cancelled, not changed."""
    UNKNOWN_PARENT = 81
    """No parent order of this number, or of another account, instrument or side."""
    PARENT_DONE = 82
    """The parent was cancelled: it gets no further child."""
    BAD_LINK = 83
    """Linked orders that do not fit together: too few legs, other quantities, accounts, instruments or sides."""
    BAD_QTY = 7
    """Not positive, or not a multiple of the lot."""
    BAD_PRICE = 8
    """A limit order without a positive price on the tick grid, or a market order with a price."""
    BAD_TIME_IN_FORCE = 9
    """A market order that would have to rest."""
    MAX_ORDER_QTY = 10
    NO_REFERENCE_PRICE = 11
    """Nothing to judge the price by: neither a trade nor a two-sided book. Fails closed."""
    PRICE_COLLAR = 12
    MAX_ORDER_VALUE = 13
    """Order quantity times its worst price is above the limit. Market orders count at the collar's edge."""
    MAX_POSITION = 14
    """Position plus every working order on that side would exceed the limit."""
    MAX_OPEN_ORDERS = 15
    MAX_BASKET_ORDERS = 84
    MAX_BASKET_VALUE = 85
    """All lines together, each at its worst price."""
    PARENT_QTY = 86
    """With it the children would have more open and filled than their parent is for. Asked last, after every limit."""
    ALREADY_RELEASED = 16
    NEWER_ENGAGEMENT = 17
    """A release may only clear what its author saw: the kill switch was engaged again since."""
    NOTHING_CHANGES = 18
    BAD_LIMITS = 19
    UNKNOWN_REQUEST = 93
    """No such request waits for approval: it was approved, declined, or its time is over."""
    SAME_PERSON = 92
    """Nobody approves what they asked for themselves."""
    TOO_MANY_REQUESTS = 95
    BAD_PERSON = 94
    """No account name."""
    DEMO_PEOPLE = 97
    """An outside venue takes people with accounts of their own."""
    LAST_OF_ROLE = 96
    """Then there would be no operator and risk officer left to change roles."""
