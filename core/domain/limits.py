"""The rules of the risk gate: each is a number that an order, or what it would lead to, must not exceed.

The numbers of the rules are on disk: never reuse one, add at the end. Which reason a rule gives when it refuses, and how it is
measured: core/machine/desk/measures.py. Words for people: widgets/labels.py.
"""

from enum import IntEnum
from typing import Final, NamedTuple

from core.domain.scope import ScopeKind


class Unit(IntEnum):
    LOTS = 0
    MONEY = 1
    """Exact money of the instrument: price units times lots."""
    VALUE = 2
    """Millionths of the base currency, at the rate in force."""
    COUNT = 3
    BP = 4
    """Hundredths of a percent."""
    HUNDREDTHS = 5
    """Of a ratio: 250 is 2.5."""
    NANOS = 6


class Rule(IntEnum):
    MAX_ORDER_QTY = 1
    MAX_ORDER_VALUE = 2
    """A market order counts at the worst price that the collar allows."""
    PRICE_COLLAR = 3
    """Distance of the order's price from the reference, the same in every phase of the market."""
    MAX_POSITION = 4
    """Position and every working order on the order's side, as if all of them were filled."""
    MAX_OPEN_ORDERS = 5
    MAX_ORDER_WORTH = 6
    """As MAX_ORDER_VALUE, in the base currency: for scopes beyond one instrument."""
    MAX_OPEN_WORTH = 7
    """What all working orders would cost together."""
    PRICE_AGE = 8
    """Age of the newest news of the market. Session time."""
    SIZE_OUTLIER = 9
    """The order's worth against the median of its owner's last ones: a value typed into the quantity's field."""
    OWN_PRICE_WALK = 10
    """How far the owner's own fills moved within the window."""
    MESSAGE_RATE = 11
    """New orders and replaces within the window. Cancels have their own budget."""
    CANCEL_RATE = 12
    """Cancels within the window. Told, never refused: a cancel always passes."""
    ORDER_TO_TRADE = 13
    """(Messages / trades) - 1 in the instrument, cancels by the kill switch, auctions and lost lines left out (RTS 9 Art. 3)."""
    VOLUME_TO_TRADE = 14
    """(Lots ordered / lots traded) - 1 in the instrument (RTS 9 Art. 3)."""
    AMEND_TO_NEW = 15
    """Replaces and cancels against new orders within the window."""
    DUPLICATE_ORDER = 16
    """Another order of the same account, side, quantity and price so short a time after the first."""
    REPEATED_EXECUTIONS = 17
    """Orders of one strategy that were filled whole since a person last enabled it (RTS 6 Art. 15(3))."""
    BASKET_LINES = 18
    BASKET_WORTH = 19
    GROSS_EXPOSURE = 20
    """Worst case of every position, longs and shorts added."""
    NET_EXPOSURE = 21
    """Longs less shorts, worst case on the order's side."""
    SECTOR_EXPOSURE = 22
    CLUSTER_EXPOSURE = 23
    """Instruments that move together, as told by SetInstrumentFacts."""
    POSITION_SHARE = 24
    """Worst case of the position against the account's equity."""
    LEVERAGE = 25
    """Gross exposure against equity: 100 is an account without credit."""
    DAILY_LOSS = 26
    """Loss since the trading day began against equity then: above it orders may only reduce."""
    DRAWDOWN = 27
    """Loss from the highest equity: above it orders may only reduce."""
    DEPTH_SHARE = 28
    """The part of the order that would trade at once against what is displayed within the collar."""
    VOLUME_SHARE = 29
    """The order against the average daily volume."""
    VELOCITY = 30
    """How far the market moved within the window."""
    OPEN_QUIET = 31
    """No new risk so long after continuous trading began."""
    CLOSE_QUIET = 32
    """No new risk so long before it ends."""
    SELF_MATCH = 33
    """An order that could trade with so many of ours is refused, for venues that do not prevent it: 0 is none."""
    MAX_POSITIONS = 34
    """Instruments in which the scope holds or could come to hold something."""


class Facts(NamedTuple):
    """unit: of value and measure. per_order: the same for every owner, so of several limits only the tightest counts. shrinks: a
    smaller quantity measures less. windowed: looks back over Limit.window_ns."""

    unit: Unit
    per_order: bool = False
    shrinks: bool = False
    windowed: bool = False


FACTS: Final[dict[Rule, Facts]] = {
    Rule.MAX_ORDER_QTY: Facts(Unit.LOTS, per_order=True, shrinks=True),
    Rule.MAX_ORDER_VALUE: Facts(Unit.MONEY, per_order=True, shrinks=True),
    Rule.PRICE_COLLAR: Facts(Unit.BP, per_order=True),
    Rule.MAX_POSITION: Facts(Unit.LOTS, shrinks=True),
    Rule.MAX_OPEN_ORDERS: Facts(Unit.COUNT),
    Rule.MAX_ORDER_WORTH: Facts(Unit.VALUE, per_order=True, shrinks=True),
    Rule.MAX_OPEN_WORTH: Facts(Unit.VALUE, shrinks=True),
    Rule.PRICE_AGE: Facts(Unit.NANOS, per_order=True),
    Rule.SIZE_OUTLIER: Facts(Unit.HUNDREDTHS, shrinks=True),
    Rule.OWN_PRICE_WALK: Facts(Unit.BP, windowed=True),
    Rule.MESSAGE_RATE: Facts(Unit.COUNT, windowed=True),
    Rule.CANCEL_RATE: Facts(Unit.COUNT, windowed=True),
    Rule.ORDER_TO_TRADE: Facts(Unit.HUNDREDTHS),
    Rule.VOLUME_TO_TRADE: Facts(Unit.HUNDREDTHS),
    Rule.AMEND_TO_NEW: Facts(Unit.HUNDREDTHS, windowed=True),
    Rule.DUPLICATE_ORDER: Facts(Unit.COUNT, windowed=True),
    Rule.REPEATED_EXECUTIONS: Facts(Unit.COUNT),
    Rule.BASKET_LINES: Facts(Unit.COUNT, per_order=True),
    Rule.BASKET_WORTH: Facts(Unit.VALUE, per_order=True),
    Rule.GROSS_EXPOSURE: Facts(Unit.VALUE, shrinks=True),
    Rule.NET_EXPOSURE: Facts(Unit.VALUE, shrinks=True),
    Rule.SECTOR_EXPOSURE: Facts(Unit.VALUE, shrinks=True),
    Rule.CLUSTER_EXPOSURE: Facts(Unit.VALUE, shrinks=True),
    Rule.POSITION_SHARE: Facts(Unit.BP, shrinks=True),
    Rule.LEVERAGE: Facts(Unit.HUNDREDTHS, shrinks=True),
    Rule.DAILY_LOSS: Facts(Unit.BP),
    Rule.DRAWDOWN: Facts(Unit.BP),
    Rule.DEPTH_SHARE: Facts(Unit.BP, shrinks=True),
    Rule.VOLUME_SHARE: Facts(Unit.BP, shrinks=True),
    Rule.VELOCITY: Facts(Unit.BP, windowed=True),
    Rule.OPEN_QUIET: Facts(Unit.NANOS),
    Rule.CLOSE_QUIET: Facts(Unit.NANOS),
    Rule.SELF_MATCH: Facts(Unit.COUNT),
    Rule.MAX_POSITIONS: Facts(Unit.COUNT),
}

LADDER: Final = (
    ScopeKind.STRATEGY, ScopeKind.SESSION, ScopeKind.TRADER, ScopeKind.ACCOUNT, ScopeKind.DESK, ScopeKind.INSTRUMENT, ScopeKind.VENUE,
    ScopeKind.EVERYTHING,
)
"""Where a limit may stand, from the narrowest. An order is judged at every rung; the order itself needs no limit of its own."""
