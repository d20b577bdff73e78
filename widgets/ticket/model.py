"""The order on a ticket as words: the summary, the button that repeats it, and what became of it. Qt-free.

Every number goes through the instrument; idle zeros of a quantity are left out because these are sentences.
"""

from core.domain.enums import OrderState, OrderType, Side, TimeInForce
from core.messages.commands import PlaceOrder
from core.projections.pictures import Outcome, TicketPicture
from widgets import labels
from widgets.sizes import plain_qty_text

BASIS_POINTS = 10_000


def trimmed(text: str) -> str:
    """A decimal text without idle zeros at its end."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def order_words(order: PlaceOrder, picture: TicketPicture) -> str:
    """The whole order, for the button that sends it."""
    instrument = picture.instrument
    what = f"{labels.SIDE[order.side]} {plain_qty_text(instrument, order.qty)} {instrument.base}"
    times = f" {labels.TIME_IN_FORCE[order.time_in_force]}"
    if order.order_type is OrderType.MARKET:
        return f"{what} @ market{times}"
    return f"{what} @ {instrument.price_text(order.price)} limit{'' if order.time_in_force is TimeInForce.GTC else times}"


def summary(order: PlaceOrder, picture: TicketPicture) -> str:
    """What it is worth, and the worst that it can cost."""
    instrument, market = picture.instrument, order.order_type is OrderType.MARKET
    price = order.price or (picture.ask if order.side is Side.BUY else picture.bid)
    what = f"{labels.SIDE[order.side]} {plain_qty_text(instrument, order.qty)} {instrument.base}"
    if not price:
        return f"{what} at market: nothing to trade against now."
    value = f"{instrument.money_text(order.qty * price)} {instrument.quote}"
    said = f"{what} at market, about {value}." if market else f"{what} at {instrument.price_text(price)} = {value}."
    edge = worst_price(picture, order)
    if market and edge:
        worst = instrument.money_text(order.qty * edge)
        said += f" Worst case {worst} {instrument.quote} at {instrument.price_text(edge)}."
    return said


def worst_price(picture: TicketPicture, order: PlaceOrder) -> int:
    """The limit price; of a market order the collar's edge, as the gate sends it. 0 when nobody can say."""
    if order.price:
        return order.price
    reference = picture.last or ((picture.bid + picture.ask) // 2 if picture.bid and picture.ask else 0)
    if not reference or not picture.collar_bp:
        return 0
    width, tick = reference * picture.collar_bp // BASIS_POINTS, picture.instrument.tick
    if order.side is Side.BUY:
        return (reference + width) // tick * tick
    return -(-max(reference - width, tick) // tick) * tick


def outcome_line(outcome: Outcome, picture: TicketPicture) -> tuple[str, str]:
    """What became of the ticket, and the token it is said in."""
    if outcome.reason is not None:
        said = labels.refusal(outcome.reason, outcome.limit, outcome.value, picture.instrument)
        return f"\u00d7 Refused: {said}", "critical"
    sign = "\u00d7" if outcome.state is OrderState.REJECTED else "\u2022"
    token = "critical" if outcome.state is OrderState.REJECTED else "text"
    return f"{sign} {labels.ORDER_STATE[outcome.state]} \u00b7 order {outcome.order_id}", token
