"""What makes an order more than a plain one, and what makes a market more than a plain one: two tables of optional settings.

Both travel inside messages. Every number is a count of the instrument's units (price units, lots) or nanoseconds.
"""

from typing import Final

import msgspec

from core.domain.enums import Allocation, Peg, Phase, PostOnly, TriggerBy
from core.domain.units import MILLISECOND, SECOND, Money, Nanos, Price, Qty

TRADES: Final = 1
LEVELS: Final = 2
TOP: Final = 4
ORDERS: Final = 8
STATUS: Final = 16
STATISTICS: Final = 32
"""Market-data feeds; MarketRules.feeds is a sum of them. TRADES is always told: last prices and statistics lean on it."""
ALL_FEEDS: Final = 63


class Terms(msgspec.Struct, frozen=True, array_like=True, gc=False, omit_defaults=True):
    """trigger: of stops and if-touched orders. trail: distance of a trailing stop in price units; trail_bp: in hundredths
    of a percent of the price that it follows; one of the two.

    display: the peak of an iceberg, 0: all is shown. display_spread: each refill's peak is drawn from display -+ spread.
    peg_offset: added to the reference, signed. min_qty: the smallest quantity to trade with one incoming order.
    expires_at: of GTD. protection: the worst price at which a market order may trade, 0: the market's own collar alone.
    protection_bp: the same of an order that fires, in hundredths of a percent from its trigger, wherever that is by then.
    """

    trigger: Price = Price(0)
    trigger_by: TriggerBy = TriggerBy.LAST
    trail: int = 0
    trail_bp: int = 0
    display: Qty = Qty(0)
    display_spread: Qty = Qty(0)
    hidden: bool = False
    post_only: PostOnly = PostOnly.NO
    peg: Peg = Peg.NONE
    peg_offset: int = 0
    min_qty: Qty = Qty(0)
    all_or_none: bool = False
    expires_at: Nanos = Nanos(0)
    protection: Price = Price(0)
    protection_bp: int = 0


class Fees(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Rates in millionths of the traded value (100 = 1 bp), negative for a rebate; per_lot: money a lot on top, for all."""

    maker_ppm: int = 0
    taker_ppm: int = 0
    auction_ppm: int = 0
    per_lot: Money = Money(0)


class MarketRules(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How one instrument trades. Zero switches a rule off, except where said.

    replace_open: a replace's quantity is the new open one (default: the new total, as FIX tag 38).
    pro_rata_min: shares below it are given to nobody in the first round (lots).
    collar: price units beyond the best opposite price at which a market order ends. rest_at_collar: its rest becomes a limit
    order there (DAY only), else it is cancelled.
    ids_ascending: an id that is not beyond every id used before is refused; else only one that is live.
    ticks: (from this price on, tick), ascending; empty: the instrument's one tick.
    static_bp: limit prices further than this from the reference are refused; an auction that would price beyond it is
    extended once, by call_ns.
    dynamic_bp: no trade further than this from the mean of the last dynamic_window_ns.
    velocity: price units that the price may move within velocity_ns before trading pauses for a volatility call.
    call_ns: length of a volatility call, plus 0 to call_random_ns. seed: of the venue's draws for this instrument.
    no_cancel: phases in which participants may not cancel, as real markets freeze before an auction's price or in a halt.
    """

    replace_open: bool = False
    allocation: Allocation = Allocation.FIFO
    pro_rata_min: Qty = Qty(0)
    collar: int = 0
    rest_at_collar: bool = False
    ids_ascending: bool = False
    min_qty: Qty = Qty(0)
    max_qty: Qty = Qty(0)
    ticks: tuple[tuple[Price, int], ...] = ()
    static_bp: int = 0
    dynamic_bp: int = 0
    dynamic_window_ns: Nanos = Nanos(300 * SECOND)
    limit_state_ns: Nanos = Nanos(15 * SECOND)
    halt_ns: Nanos = Nanos(300 * SECOND)
    velocity: int = 0
    velocity_ns: Nanos = Nanos(SECOND)
    call_ns: Nanos = Nanos(30 * SECOND)
    call_random_ns: Nanos = Nanos(0)
    indicative_ns: Nanos = Nanos(100 * MILLISECOND)
    fees: Fees = Fees()
    feeds: int = TRADES | LEVELS | STATUS
    seed: int = 1
    no_cancel: tuple[Phase, ...] = ()
