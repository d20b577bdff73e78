"""What an order's own fields say, before anything is measured."""

from typing import Final

from core.domain.enums import Side
from core.domain.holding import Holding
from core.domain.instrument import Instrument
from core.machine.desk.funds import BASIS_POINTS
from core.machine.desk.judge import Refusal
from core.messages.limits import Restriction
from core.messages.reasons import Reason
from core.messages.terms import Terms

BUY: Final = Side.BUY


def reduces(own: Holding, side: Side, qty: int) -> bool:
    """Whether the order, with everything open on its side, only brings the account's position nearer to nothing."""
    if side is BUY:
        return own.qty < 0 and own.buy + qty <= -own.qty
    return own.qty > 0 and own.sell + qty <= own.qty


def tighter(side: Side, worst: int, terms: Terms | None) -> int:
    """The gate's worst price, or the trader's own when that is closer."""
    own = terms.protection if terms is not None else 0
    if own <= 0:
        return worst
    return min(worst, own) if side is BUY else max(worst, own)


def distance_of(collar: int, terms: Terms | None) -> int:
    """What fires does so at its trigger, wherever that is by then: its worst price is a distance, not a price."""
    own = terms.protection_bp if terms is not None else 0
    distance = min(collar, BASIS_POINTS - 1)
    return min(distance, own) if own > 0 else distance


def malformed(qty: int, price: int, priceless: bool, instrument: Instrument) -> Refusal | None:
    """A peg of ours has a limit like any order that is not sent with a worst price."""
    if qty <= 0 or qty % instrument.lot:
        return Refusal(Reason.BAD_QTY, instrument.lot, qty)
    if priceless:
        return Refusal(Reason.BAD_PRICE, 0, price) if price else None
    if price <= 0 or price % instrument.tick:
        return Refusal(Reason.BAD_PRICE, instrument.tick, price)
    return None


def strictest(restrictions: dict[tuple[int, str], Restriction], instrument: int, trader: str) -> Restriction:
    """Of those that concern the trader in the instrument."""
    found = Restriction.NONE
    for key in ((instrument, trader), (instrument, ""), (0, trader), (0, "")):
        one = restrictions.get(key)
        if one is not None and one > found:
            found = one
    return found
