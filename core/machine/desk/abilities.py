"""What an order asks of its venue beyond price, quantity and time; and whether a venue that said what it lacks has it.

Stops and the like are not here: the desk holds those for a venue that has none. Nothing else is made into something that it is not.
"""

from typing import Final

from core.domain.enums import Ability, OrderType, Peg, PostOnly, TimeInForce
from core.messages.commands import PlaceOrder, ReplaceOrder
from core.messages.events import OrderSent
from core.messages.participants import KEEP

AUCTIONS: Final[dict[TimeInForce, Ability]] = {
    TimeInForce.OPG: Ability.AT_OPEN, TimeInForce.ATC: Ability.AT_CLOSE, TimeInForce.GFA: Ability.AUCTION_ONLY,
}


def asked(c: PlaceOrder | OrderSent) -> list[Ability]:
    found: list[Ability] = []
    terms = c.terms
    if c.time_in_force in AUCTIONS:
        found.append(AUCTIONS[c.time_in_force])
    if c.order_type is OrderType.PEGGED or (terms is not None and terms.peg is not Peg.NONE):
        found.append(Ability.PEG)
    if terms is not None:
        if terms.display:
            found.append(Ability.ICEBERG)
        if terms.hidden:
            found.append(Ability.HIDDEN)
        if terms.post_only is not PostOnly.NO:
            found.append(Ability.POST_ONLY)
        if terms.min_qty or terms.all_or_none:
            found.append(Ability.MIN_QTY)
    return found


def lacking(lacks: tuple[Ability, ...], c: PlaceOrder | OrderSent) -> Ability | None:
    """The first that the order asks for and the venue lacks."""
    return next((one for one in asked(c) if one in lacks), None)


def lacking_for_replace(lacks: tuple[Ability, ...], c: ReplaceOrder) -> Ability | None:
    return Ability.ICEBERG if c.display != KEEP and Ability.ICEBERG in lacks else None
