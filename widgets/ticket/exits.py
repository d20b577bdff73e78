"""An order with others that hang on it: a bracket's target and stop, an OCO's two ways out, what an OTO sends after.

Decided here: an exit lives as long as its entry may (until the same moment, cancelled by hand, else for the day); distances are counted
from the entry's own price, its trigger, or the touch that it meets, and rounded towards it, so that no exit is further than was said.
"""

from core.domain.enums import LinkKind, OrderType, Side, TimeInForce
from core.domain.order_types import RESTS
from core.domain.units import Price
from core.messages.commands import PlaceOrder
from core.messages.groups import PlaceLinked
from core.messages.terms import Terms
from core.projections.ticket_pictures import TicketPicture
from widgets.ticket import amounts
from widgets.ticket.draft import Distance, Draft, Link
from widgets.ticket.numbers import BASIS_POINTS, Wrong, hundredths_of, price_of, ticks_of
from widgets.tongue import Table, tr

KIND = {Link.BRACKET: LinkKind.BRACKET, Link.OCO: LinkKind.OCO, Link.OTO: LinkKind.OTO}
FIELD = Table({"target": "target", "stop": "stop", "other": "stop"})
TARGET, STOP = "-target", "-stop"
"""What the exits' client order ids end with."""


class WrongExit(Exception):
    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def linked(draft: Draft, order: PlaceOrder, picture: TicketPicture) -> PlaceLinked:
    """Raises WrongExit."""
    if draft.link is Link.OCO:
        return _oco(draft, order, picture)
    other = Side.SELL if order.side is Side.BUY else Side.BUY
    start = reference(order, picture)
    if not draft.target.strip() and not draft.stop.strip():
        raise WrongExit("target", tr("Type a target, a stop, or both: without them there is nothing to link."))
    tif, until = _lives(order)
    legs = [order]
    if draft.target.strip():
        price = _at(draft, "target", start, order.side is Side.BUY, picture)
        terms = Terms(expires_at=until.expires_at) if until is not None else None
        legs.append(_leg(order, TARGET, other, OrderType.LIMIT, price, tif, terms))
    if draft.stop.strip():
        trigger = _at(draft, "stop", start, order.side is Side.SELL, picture)
        terms = Terms(trigger=Price(trigger), expires_at=until.expires_at if until is not None else 0)  # type: ignore[arg-type]
        legs.append(_leg(order, STOP, other, OrderType.STOP, 0, tif, terms))
    return PlaceLinked(KIND[draft.link], tuple(legs))


def _oco(draft: Draft, order: PlaceOrder, picture: TicketPicture) -> PlaceLinked:
    """The ticket's limit order is one way out; the stop, on the other side of the market, is the other."""
    if order.order_type is not OrderType.LIMIT or order.time_in_force not in RESTS:
        raise WrongExit("link", tr("An OCO is a limit order that rests and a stop: choose Limit, and a time in force that rests."))
    if not draft.other.strip():
        raise WrongExit("other", tr("Type where the stop of the OCO stands."))
    trigger = _at(draft, "other", int(order.price), order.side is Side.BUY, picture)
    until = order.terms.expires_at if order.terms is not None else 0
    terms = Terms(trigger=Price(trigger), expires_at=until)  # type: ignore[arg-type]
    return PlaceLinked(LinkKind.OCO, (order, _leg(order, STOP, order.side, OrderType.STOP, 0, order.time_in_force, terms)))


def reference(order: PlaceOrder, picture: TicketPicture) -> int:
    """Where the entry is expected to trade; 0: nobody knows."""
    trigger = order.terms.trigger if order.terms is not None else 0
    return amounts.basis(picture, order.side, int(order.price or trigger))


def _lives(entry: PlaceOrder) -> tuple[TimeInForce, Terms | None]:
    if entry.time_in_force is TimeInForce.GTD:
        return TimeInForce.GTD, entry.terms
    return (TimeInForce.GTC if entry.time_in_force is TimeInForce.GTC else TimeInForce.DAY), None


def _leg(
    entry: PlaceOrder, suffix: str, side: Side, kind: OrderType, price: int, tif: TimeInForce, terms: Terms | None
) -> PlaceOrder:
    return PlaceOrder(f"{entry.client_order_id}{suffix}", entry.instrument, side, kind, entry.qty, Price(price), tif, terms=terms)


def _at(draft: Draft, field: str, start: int, above: bool, picture: TicketPicture) -> int:
    """The price of an exit that must stand above, or below, where the entry trades. Raises WrongExit."""
    text, instrument = getattr(draft, field), picture.instrument
    try:
        if draft.exits_in is Distance.PRICE:
            price = price_of(instrument, text, FIELD[field])
            if start and (price <= start if above else price >= start):
                where = tr("above") if above else tr("below")
                raise WrongExit(field, tr(
                    "The {field} must be {where} {price}.",
                    field=FIELD[field], where=where, price=instrument.price_text(start),
                ))
            return price
        if start <= 0:
            raise WrongExit(field, tr("No price yet to count a distance from: type a price."))
        if draft.exits_in is Distance.TICKS:
            away = ticks_of(text, FIELD[field]) * instrument.tick
        else:
            away = start * hundredths_of(text, FIELD[field], 100 * BASIS_POINTS) // BASIS_POINTS
    except Wrong as wrong:
        raise WrongExit(field, str(wrong)) from None
    tick = instrument.tick
    away = away // tick * tick
    on_grid = start // tick * tick if above else -(-start // tick) * tick
    price = on_grid + away if above else on_grid - away
    if away <= 0 or price <= 0 or price >= 1 << 62:
        raise WrongExit(field, tr("The {field} would stand nowhere: type another distance.", field=FIELD[field]))
    return price
