"""What an order's own fields say, before anything is measured."""

from core.domain.enums import Side
from core.domain.holding import Holding
from core.domain.instrument import Instrument
from core.machine.desk.judge import Refusal
from core.messages.reasons import Reason
from core.messages.terms import Terms


def reduces(own: Holding, side: Side, qty: int) -> bool:
    """Whether the order, with everything open on its side, only brings the account's position nearer to nothing."""
    if side is Side.BUY:
        return own.qty < 0 and own.buy + qty <= -own.qty
    return own.qty > 0 and own.sell + qty <= own.qty


def tighter(side: Side, worst: int, terms: Terms | None) -> int:
    """The gate's worst price, or the trader's own when that is closer."""
    own = terms.protection if terms is not None else 0
    if own <= 0:
        return worst
    return min(worst, own) if side is Side.BUY else max(worst, own)


def malformed(qty: int, price: int, priceless: bool, instrument: Instrument) -> Refusal | None:
    """A peg of ours has a limit like any order that is not sent with a worst price."""
    if qty <= 0 or qty % instrument.lot:
        return Refusal(Reason.BAD_QTY, instrument.lot, qty)
    if priceless:
        return Refusal(Reason.BAD_PRICE, 0, price) if price else None
    if price <= 0 or price % instrument.tick:
        return Refusal(Reason.BAD_PRICE, instrument.tick, price)
    return None
