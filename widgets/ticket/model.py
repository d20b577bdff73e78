"""What the ticket says of an order before it is sent, and what became of it after. Qt-free but for the notes' type.

The gate in the core is the authority; foreseen() is its own checks said early, from what the picture knows and in the
same words as the refusal.
"""

from dataclasses import dataclass

from core.domain.enums import OrderState, OrderType, Side, TimeInForce
from core.domain.instrument import NARROW_SPACE, Instrument
from core.domain.order_state import OPEN
from core.messages.commands import PlaceOrder
from core.messages.reasons import Reason
from core.projections.pictures import Outcome, TicketPicture
from widgets import labels
from widgets.lines import Note
from widgets.sizes import plain_qty_text, size_text

BASIS_POINTS = 10_000
NO_BREAK = "\u00a0"
"""A sum and its currency stay on one line."""
NO_LIMITS = "No limits are set for this instrument: every order is refused."


@dataclass(frozen=True)
class Hint:
    """A refusal foreseen. field: "qty" or "price" when it is about one of them."""

    field: str
    text: str


def strip(picture: TicketPicture) -> Note | None:
    """What stands above everything else, when something does. token: of the ground; aside: the same in fewer words."""
    if picture.kill_engaged:
        engaged = "KILL SWITCH ENGAGED \u2014"
        return Note(f"{engaged} new orders are refused", "critical_fill", "stop", aside=f"{engaged} orders refused")
    if not picture.running:
        refused = "\u2014 orders are refused"
        return Note(f"No session is running {refused}", "warning_fill", "warning", aside=f"No session {refused}")
    return None


def strip_says(picture: TicketPicture) -> str:
    """The foreseen refusal that the strip has told already."""
    if picture.kill_engaged:
        return labels.refusal(Reason.KILL_SWITCH_ENGAGED, 0, 0, picture.instrument)
    return "" if picture.running else labels.refusal(Reason.NOT_RUNNING, 0, 0, picture.instrument)


def side_words(picture: TicketPicture, side: Side) -> tuple[str, str]:
    """The price at which this side would trade now; whose it is, with how much stands there."""
    price, qty, whose = (picture.ask, picture.ask_qty, "ask") if side is Side.BUY else (picture.bid, picture.bid_qty, "bid")
    if price <= 0:
        return "\u2013", f"no {whose}"
    return picture.instrument.price_text(price), f"{whose} {size_text(picture.instrument, qty)}"


def order_words(order: PlaceOrder, instrument: Instrument) -> str:
    """The whole order, for the button that sends it."""
    what = _what(order, instrument)
    times = f" {labels.TIME_IN_FORCE[order.time_in_force]}"
    if order.order_type is OrderType.MARKET:
        return f"{what} @ market{times}"
    return f"{what} @ {instrument.price_text(order.price)} limit{'' if order.time_in_force is TimeInForce.GTC else times}"


def preview(order: PlaceOrder, picture: TicketPicture) -> tuple[Note, ...]:
    """The order as a sentence with its value; what it would find in the book; the worst case and the position after."""
    instrument = picture.instrument
    held = picture.position + (order.qty if order.side is Side.BUY else -order.qty)
    # Four decimals, as in the blotter's dense columns.
    size = instrument.qty_text(held, 4).rstrip("0").rstrip(".") if instrument.qty_decimals else instrument.qty_text(held)
    then = f"then {'+' if held > 0 else ''}{size} {instrument.base}" if held else "then flat"
    return (
        Note(summary(order, picture), strong=True), Note(meets(order, picture), "muted"),
        Note(worst(order, picture), "muted", aside=then),
    )


def summary(order: PlaceOrder, picture: TicketPicture) -> str:
    instrument = picture.instrument
    price = order.price or (picture.ask if order.side is Side.BUY else picture.bid)
    value = f"{instrument.money_text(order.qty * price)}{NO_BREAK}{instrument.quote}"
    if order.order_type is OrderType.LIMIT:
        return f"{_what(order, instrument)} at {instrument.price_text(price)} ={NO_BREAK}{value}"
    return f"{_what(order, instrument)} at market" + (f" \u2248{NO_BREAK}{value}" if price else "")


def meets(order: PlaceOrder, picture: TicketPicture) -> str:
    """Whether it would trade at once, and against how much; or where it would stand."""
    instrument, buying = picture.instrument, order.side is Side.BUY
    market = order.order_type is OrderType.MARKET
    other, there, whose = (picture.ask, picture.ask_qty, "ask") if buying else (picture.bid, picture.bid_qty, "bid")
    if other <= 0 and market:
        return f"Nothing to trade against: there is no {whose}"
    if other > 0 and (market or (order.price >= other if buying else order.price <= other)):
        if there <= 0:
            return "Trades at once"
        many = "within" if order.qty <= there else _times(order.qty, there)
        return f"Trades at once, {many} the size at the {whose}"
    if order.time_in_force is not TimeInForce.GTC:
        return "Finds nothing at this price now: cancelled at once"
    own, behind, whose = (picture.bid, picture.bid_qty, "bid") if buying else (picture.ask, picture.ask_qty, "ask")
    if order.price == own:
        return f"Joins the {whose}, behind {size_text(instrument, behind)} {instrument.base}"
    if own <= 0 or (order.price > own) is buying:
        return f"Becomes the best {whose}"
    ticks = abs(order.price - own) // instrument.tick
    return f"Rests {_count(ticks)} tick{'' if ticks == 1 else 's'} {'below' if buying else 'above'} the {whose}"


def worst(order: PlaceOrder, picture: TicketPicture) -> str:
    """A market order may trade up to the collar's edge: the gate sends it with that protection."""
    instrument = picture.instrument
    if order.price:
        return f"Worst case {instrument.money_text(order.qty * order.price)} {instrument.quote}"
    reference = reference_price(picture)
    if not reference or not picture.collar_bp:
        return "Worst unknown"
    low, high = _collar(picture, reference)
    edge = high if order.side is Side.BUY else low
    return f"Worst {instrument.money_text(order.qty * edge)} at {instrument.price_text(edge)}"


def foreseen(order: PlaceOrder, picture: TicketPicture) -> list[Hint]:
    """Every refusal that the picture shows coming, in the order of the reasons' precedence."""
    instrument, qty, price = picture.instrument, order.qty, order.price
    found: list[Hint] = []

    def refused(field: str, reason: Reason, limit: int = 0, value: int = 0) -> None:
        found.append(Hint(field, labels.refusal(reason, limit, value, instrument)))

    if picture.kill_engaged:
        refused("", Reason.KILL_SWITCH_ENGAGED)
    if not picture.running:
        refused("", Reason.NOT_RUNNING)
    if picture.max_order_qty <= 0:
        return [*found, Hint("", NO_LIMITS)]
    if qty > picture.max_order_qty:
        refused("qty", Reason.MAX_ORDER_QTY, picture.max_order_qty, qty)
    reference = reference_price(picture)
    if reference == 0:
        refused("", Reason.NO_REFERENCE_PRICE)
    else:
        low, high = _collar(picture, reference)
        if price and not low <= price <= high:
            refused("price", Reason.PRICE_COLLAR, low if price < low else high, price)
        # A market order is valued at the upper end whatever its side, as the gate does.
        dearest = price if order.side is Side.BUY else max(price, picture.bid)
        value = qty * (dearest if price else reference + reference * picture.collar_bp // BASIS_POINTS)
        if value > picture.max_order_value:
            refused("qty", Reason.MAX_ORDER_VALUE, picture.max_order_value, value)
    buying = order.side is Side.BUY
    reach = qty + (picture.position + picture.open_buy if buying else -picture.position + picture.open_sell)
    if reach > picture.max_position:
        refused("qty", Reason.MAX_POSITION, picture.max_position, reach)
    if picture.open_orders + 1 > picture.max_open_orders:
        refused("", Reason.MAX_OPEN_ORDERS, picture.max_open_orders, picture.open_orders + 1)
    return found


def outcome_note(outcome: Outcome, instrument: Instrument) -> Note:
    if outcome.reason is not None:
        said = labels.refusal(outcome.reason, outcome.limit, outcome.value, instrument)
        return Note(f"{labels.ORDER_STATE[outcome.state]}. {said}", "critical", "wrong")
    text = f"{labels.ORDER_STATE[outcome.state]} \u00b7 order {outcome.order_id}"
    if outcome.state is OrderState.REJECTED:
        said = labels.REJECTION[outcome.rejection] if outcome.rejection is not None else ""
        return Note(f"{text}. {said}." if said else text, "critical", "wrong")
    if outcome.state in OPEN:
        return Note(text, "own", "open")
    return Note(text, "text", "done")


def reference_price(picture: TicketPicture) -> int:
    """What the gate judges prices by: the last trade, else the middle of a two-sided book, else 0."""
    return picture.last or ((picture.bid + picture.ask) // 2 if picture.bid and picture.ask else 0)


def _collar(picture: TicketPicture, reference: int) -> tuple[int, int]:
    """Lowest and highest price on the tick grid that the gate lets through."""
    tick, width = picture.instrument.tick, reference * picture.collar_bp // BASIS_POINTS
    low: int = -(-max(reference - width, tick) // tick) * tick
    return low, (reference + width) // tick * tick


def _what(order: PlaceOrder, instrument: Instrument) -> str:
    return f"{labels.SIDE[order.side]} {plain_qty_text(instrument, order.qty)} {instrument.base}"


def _times(qty: int, there: int) -> str:
    """qty / there with one decimal, rounded up: more than the size there never reads as 1.0."""
    tenths = -(-10 * qty // there)
    return f"{_count(tenths // 10)}.{tenths % 10}\u00d7"


def _count(number: int) -> str:
    return f"{number:,}".replace(",", NARROW_SPACE)
