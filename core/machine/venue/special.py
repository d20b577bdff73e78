"""What an order has beyond a plain limit order. Plain orders carry none of it, so they stay small.

reserve: an iceberg's lots that are not displayed. peak, spread: of its slices. min_qty, all_or_none: see `floor`.
sliced: its display is less than what it came in with. joined: a held market order takes part in the call that runs. limit: the
worst price of a peg, 0 for none. order_type: what it still waits to become, LIMIT once it stands in a book. most, most_to: what
`reach` remembers of a floor; no part of the state.
"""

from typing import Final

from core.domain.enums import OrderType, Peg, PostOnly, TriggerBy
from core.messages.terms import Terms
from core.native import mypyc_attr

LIT: Final = 0
DARK: Final = 1
WAITS_FOR_TRIGGER: Final = 2
HELD: Final = 3
"""Where an order stands: in the displayed book, among the hidden, among the stops, or held (auction, peg without a price)."""

UNKNOWN: Final = 1 << 61


@mypyc_attr(acyclic=True)
class Special:
    __slots__ = (
        "all_or_none", "expires_at", "hidden", "joined", "limit", "min_qty", "most", "most_to", "order_type", "peak", "peg", "peg_offset",
        "post_only", "protection", "protection_bp", "quote", "reserve", "sliced", "spread", "trail", "trail_bp", "trigger", "trigger_by",
        "where",
    )

    def __init__(self, order_type: OrderType, terms: Terms | None) -> None:
        self.order_type: OrderType = order_type
        self.where: int = LIT
        self.reserve: int = 0
        self.quote: bool = False
        self.sliced: bool = False
        self.joined: bool = False
        self.limit: int = 0
        self.most: int = UNKNOWN
        self.most_to: int = 0
        if terms is None:
            terms = PLAIN
        self.trigger: int = terms.trigger
        self.trigger_by: TriggerBy = terms.trigger_by
        self.trail: int = terms.trail
        self.trail_bp: int = terms.trail_bp
        self.peak: int = terms.display
        self.spread: int = terms.display_spread
        self.hidden: bool = terms.hidden
        self.post_only: PostOnly = terms.post_only
        self.peg: Peg = terms.peg
        self.peg_offset: int = terms.peg_offset
        self.min_qty: int = terms.min_qty
        self.all_or_none: bool = terms.all_or_none
        self.expires_at: int = terms.expires_at
        self.protection: int = terms.protection
        self.protection_bp: int = terms.protection_bp

    def has_floor(self) -> bool:
        return self.all_or_none or self.min_qty > 0

    def floor(self, open: int) -> int:
        """The least that may trade with one incoming order, of an order with so much open."""
        if self.all_or_none:
            return open
        return self.min_qty if self.min_qty < open else open

    def is_dark(self) -> bool:
        """Whether it stands among the hidden orders once it rests."""
        return self.hidden or self.all_or_none or self.min_qty > 0 or self.peg is not Peg.NONE


PLAIN: Final = Terms()
