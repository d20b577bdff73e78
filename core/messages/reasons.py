"""Why the desk refused a request. Refused is ours, rejected is a venue's.

The list is closed and ordered by precedence: when several reasons hold, the first one in this list is given. Scenarios go
down the list. The numbers are on disk: a new reason takes a new number and its place in the order.
"""

from enum import IntEnum


class Reason(IntEnum):
    NOT_PERMITTED = 90
    """Whoever asks has no role that may."""
    NEEDS_SECOND_PERSON = 64
    """One person alone may not, as raising a limit or changing roles: ask for approval."""
    BAD_NAME = 98
    """An id, or the name of who asks, that is too long, or has characters that nobody can read."""
    KILL_SWITCH_ENGAGED = 1
    REDUCE_ONLY = 70
    """The kill switch is on its way back: only what brings the position nearer to zero passes."""
    CAPPED_SIZE = 71
    """The kill switch is on its way back: orders are small for now."""
    NOT_RUNNING = 2
    """No session is running: before the first, or after the last message of the tape and its end."""
    NO_DISK_SPACE = 21
    """The record of another order might not fit on the disk any more. Cancels and reductions pass."""
    UNKNOWN_INSTRUMENT = 3
    UNKNOWN_ACCOUNT = 20
    """Accounts are numbered from 1."""
    RESTRICTED = 30
    """The instrument, or this trader in it, may not trade, or may only reduce."""
    SCOPE_DISABLED = 31
    """A rule took the strategy, trader or account out; a person has to enable it."""
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
    RISK_ERROR = 32
    """A check could not be made: something that it needs is missing or makes no sense. Fails closed."""
    NO_RATE = 33
    """No rate of exchange into the base currency, or one that is too old."""
    NO_EQUITY = 34
    """A limit is a share of the account's equity, and nobody said what that is, or nothing is left of it."""
    MAX_ORDER_QTY = 10
    NO_REFERENCE_PRICE = 11
    """Nothing to judge the price by: neither a trade nor a two-sided book. Fails closed."""
    PRICE_COLLAR = 12
    STALE_PRICE = 35
    """The newest news of the market is too old to judge a price by."""
    MAX_ORDER_VALUE = 13
    """Order quantity times its worst price is above the limit. Market orders count at the collar's edge."""
    MAX_ORDER_WORTH = 36
    SIZE_OUTLIER = 37
    """Many times what its owner usually sends: perhaps a value in the quantity's field."""
    DUPLICATE_ORDER = 38
    CONSERVATIVE_MODE = 39
    """No new instruments while something that risk is judged by is not as it should be."""
    SELF_MATCH = 51
    MESSAGE_RATE = 40
    ORDER_TO_TRADE = 41
    VOLUME_TO_TRADE = 42
    AMEND_TO_NEW = 43
    REPEATED_EXECUTIONS = 44
    OWN_PRICE_WALK = 45
    VELOCITY = 46
    OPEN_QUIET = 47
    CLOSE_QUIET = 48
    DEPTH_SHARE = 49
    VOLUME_SHARE = 50
    MAX_POSITION = 14
    """Position plus every working order on that side would exceed the limit."""
    MAX_OPEN_ORDERS = 15
    MAX_OPEN_WORTH = 52
    MAX_POSITIONS = 53
    POSITION_SHARE = 54
    GROSS_EXPOSURE = 55
    NET_EXPOSURE = 56
    SECTOR_EXPOSURE = 57
    CLUSTER_EXPOSURE = 58
    LEVERAGE = 59
    DAILY_LOSS = 60
    DRAWDOWN = 61
    BASKET_LINES = 62
    BASKET_WORTH = 63
    """All lines of a basket together, each at its worst price."""
    PARENT_QTY = 86
    """With it the children would have more open and filled than their parent is for. Asked last, after every limit."""
    VENUE_LACKS = 99
    """Its outside venue has no such order, and the desk cannot hold it for it."""
    NO_RIGHT_TO_STOP = 72
    """The person's roles do not allow this step of the kill switch."""
    BAD_SCOPE = 73
    ALREADY_RELEASED = 16
    NEWER_ENGAGEMENT = 17
    """A release may only clear what its author saw: the kill switch was engaged again since."""
    NO_REASON_GIVEN = 74
    NO_REQUEST = 75
    """Nothing to approve: nobody asked, or the request lapsed."""
    SAME_PERSON = 76
    """Nobody approves what they asked for themselves."""
    ROLES_NOT_COVERED = 77
    """The two must be a risk officer and an operator."""
    WRONG_STAGE = 78
    """The way back goes one stage at a time, after two people have agreed."""
    BAD_STOP_SETTING = 79
    NOTHING_CHANGES = 18
    BAD_LIMITS = 19
    UNKNOWN_SCOPE = 65
    UNKNOWN_REQUEST = 93
    """No such request waits for approval: it was approved, declined, or its time is over."""
    TOO_MANY_REQUESTS = 95
    BAD_PERSON = 94
    """No account name."""
    DEMO_PEOPLE = 97
    """An outside venue takes people with accounts of their own."""
    LAST_OF_ROLE = 96
    """Then there would be no operator and risk officer left to change roles."""
