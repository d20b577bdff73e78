"""The ticket in words: what would be sent, what it is worth, and what became of it."""

from core.domain.enums import OrderState, OrderType, Side
from core.messages.commands import PlaceOrder
from core.projections.pictures import Outcome, TicketPicture
from widgets.labels import ORDER_STATE, ORDER_TYPE, SIDE, TIME_IN_FORCE, refusal


def order_words(order: PlaceOrder, picture: TicketPicture) -> str:
    """The whole order, for the send button: Buy 0.5 BTC at 6 190.84."""
    instrument = picture.instrument
    at = f"at {instrument.price_text(order.price)}" if order.order_type is OrderType.LIMIT else "at market"
    return f"{SIDE[order.side]} {trimmed(instrument.qty_text(order.qty))} {instrument.base} {at}"


def summary(order: PlaceOrder, picture: TicketPicture) -> str:
    """What it is worth, and how it compares with the other side's touch."""
    instrument = picture.instrument
    touch, shown = (picture.ask, picture.ask_qty) if order.side is Side.BUY else (picture.bid, picture.bid_qty)
    price = order.price or touch
    parts = [f"{instrument.money_text(order.qty * price)} {instrument.quote}" if price else "no price yet"]
    if order.order_type is OrderType.MARKET and price:
        parts[0] = f"about {parts[0]}"
    crosses = touch and (not order.price or (order.price >= touch if order.side is Side.BUY else order.price <= touch))
    if crosses:
        tenths = 10 * order.qty // shown if shown else 0
        parts.append(f"takes liquidity: {tenths / 10:.1f}\u00d7 the best {'ask' if order.side is Side.BUY else 'bid'}")
    else:
        parts.append("rests in the book")
    return f"{ORDER_TYPE[order.order_type]} {TIME_IN_FORCE[order.time_in_force]}, {', '.join(parts)}"


def outcome_line(outcome: Outcome, picture: TicketPicture) -> tuple[str, str]:
    """(sentence, token)."""
    if outcome.state is OrderState.REFUSED and outcome.reason is not None:
        return f"\u2716 Refused. {refusal(outcome.reason, outcome.limit, outcome.value, picture.instrument)}", "critical"
    sign = "\u2714" if outcome.state is OrderState.FILLED else "\u2022"
    return f"{sign} {ORDER_STATE[outcome.state]}, order {outcome.order_id}", "text"


def trimmed(text: str) -> str:
    """Without the zeros that say nothing: 0.50000000 -> 0.5."""
    return text.rstrip("0").rstrip(".") if "." in text else text
