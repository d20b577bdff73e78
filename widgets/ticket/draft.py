"""What a person has typed and chosen in a ticket, before anybody knows whether it is an order. Texts stay as they were typed.

Decided here: a fresh ticket is a limit order for the day. Day is what an order without a time in force is in FIX (tag 59) and on
most desks, and it is the safer slip: an order that nobody remembers does not meet tomorrow's market. What an order's type does not
use stays in its field, and is not sent.
"""

from dataclasses import dataclass, replace
from enum import IntEnum

from core.domain.enums import OrderType, Peg, PostOnly, Side, TimeInForce, TriggerBy
from core.domain.instrument import Instrument


class QtyUnit(IntEnum):
    """What the number in the quantity's field counts."""

    BASE = 0
    VALUE = 1
    """Of the quote currency."""
    DEPTH = 2
    """Percent of the ten best levels that the order would trade against."""
    USUAL = 3
    """Times the median of our last orders here."""


class Distance(IntEnum):
    """What the number in the field of a trail, a target or a stop counts."""

    PRICE = 0
    TICKS = 1
    PERCENT = 2


class Link(IntEnum):
    NONE = 0
    BRACKET = 1
    OCO = 2
    OTO = 3


@dataclass(frozen=True)
class Draft:
    """trail is counted in trail_in, target, stop and other in exits_in; offset: ticks, signed. target, stop: of a bracket or OTO. other:
    an OCO's stop, which stands on the other side of the market and is another number. worst: worst price of a market order. away:
    percent from the trigger to where what fires must stop. until: of GTD. lots: how much was typed, when qty only shows it in another
    unit, rounded; 0: qty is what was typed."""

    side: Side = Side.BUY
    order_type: OrderType = OrderType.LIMIT
    time_in_force: TimeInForce = TimeInForce.DAY
    qty: str = ""
    qty_in: QtyUnit = QtyUnit.BASE
    price: str = ""
    trigger: str = ""
    trigger_by: TriggerBy = TriggerBy.LAST
    trail: str = ""
    trail_in: Distance = Distance.TICKS
    worst: str = ""
    away: str = ""
    display: str = ""
    spread: str = ""
    hidden: bool = False
    post_only: PostOnly = PostOnly.NO
    min_qty: str = ""
    all_or_none: bool = False
    peg: Peg = Peg.PRIMARY
    offset: str = ""
    until: str = ""
    link: Link = Link.NONE
    target: str = ""
    stop: str = ""
    exits_in: Distance = Distance.TICKS
    may_shrink: bool = False
    lots: int = 0
    other: str = ""


def with_exit(draft: Draft, field: str, text: str) -> dict[str, str | Link]:
    """What to write when that is typed as target or stop. On an order without exits it makes a bracket of it, with this exit alone: what
    was typed there before stood in no field."""
    if draft.link is not Link.NONE:
        return {EXITS[draft.link][field]: text} if field in EXITS[draft.link] else {}
    return {"target": "", "stop": "", field: text, "link": Link.BRACKET} if text.strip() else {}


def exit_text(draft: Draft, field: str) -> str:
    """What stands in the field of target or stop: only what counts."""
    name = EXITS[draft.link].get(field)
    return str(getattr(draft, name)) if name is not None else ""


def of_another(draft: Draft, was: Instrument, now: Instrument) -> Draft:
    """What of a draft may go to another instrument. No price, and no amount of what is traded: the same digits are another amount
    there, 0.5 of one coin a hundred times the worth of 0.5 of another, and nobody chose it for this one. Like the ladder, the ticket
    begins again with what a fresh one has: nothing. A worth in the same currency, a percentage and a multiple mean here what they
    meant there."""
    fresh, alien = Draft(), ["price", "trigger", "worst", "lots", "display", "spread", "min_qty"]
    if draft.exits_in is Distance.PRICE:
        alien += ["target", "stop", "other"]
    if draft.qty_in is QtyUnit.BASE or (draft.qty_in is QtyUnit.VALUE and was.quote != now.quote):
        alien.append("qty")
    return replace(draft, **{name: getattr(fresh, name) for name in alien})


@dataclass(frozen=True)
class Errors:
    """A sentence for each wrong field, by the field's name in Draft. Never empty."""

    said: dict[str, str]

    def __bool__(self) -> bool:
        return bool(self.said)

    def of(self, field: str) -> str:
        return self.said.get(field, "")


MAIN = {
    OrderType.LIMIT: "price", OrderType.STOP_LIMIT: "price", OrderType.LIMIT_IF_TOUCHED: "price", OrderType.PEGGED: "price",
    OrderType.STOP: "trigger", OrderType.MARKET_IF_TOUCHED: "trigger", OrderType.TRAILING_STOP: "trail", OrderType.MARKET: "worst",
}
"""Which field stands in the ticket's second row."""
TERMS: dict[OrderType, tuple[str, ...]] = {
    OrderType.LIMIT: ("display", "spread", "post_only", "hidden", "all_or_none", "min_qty"),
    OrderType.MARKET: ("min_qty",),
    OrderType.STOP: ("trigger_by", "away"),
    OrderType.STOP_LIMIT: ("trigger", "trigger_by", "display", "hidden"),
    OrderType.TRAILING_STOP: ("trigger_by", "away"),
    OrderType.MARKET_IF_TOUCHED: ("trigger_by", "away"),
    OrderType.LIMIT_IF_TOUCHED: ("trigger", "trigger_by", "display", "hidden"),
    OrderType.PEGGED: ("peg", "offset", "all_or_none", "min_qty"),
}
"""What else each type asks for."""
EXITS: dict[Link, dict[str, str]] = {
    Link.NONE: {}, Link.BRACKET: {"target": "target", "stop": "stop"}, Link.OCO: {"stop": "other"},
    Link.OTO: {"target": "target", "stop": "stop"},
}
"""By what hangs on the order: the fields of exits that count, and which text of the draft each shows."""
CLEARED = (
    "order_type", "time_in_force", "qty", "price", "trigger", "trail", "worst", "away", "display", "spread", "hidden", "post_only",
    "min_qty", "all_or_none", "offset", "until", "link", "target", "stop", "other", "may_shrink",
)
"""What an empty ticket has none of: side and units stay."""
