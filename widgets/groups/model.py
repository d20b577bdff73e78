"""Groups of orders as rows and words: every leg with what it is there for, sums in the heading. Qt-free."""

from core.domain.enums import LinkKind, OrderState, OrderType
from core.domain.instrument import Instrument
from core.domain.order_state import OPEN
from core.domain.units import OrderId
from core.messages.commands import CancelOrder
from core.projections.group_pictures import BasketRow, GroupRow, GroupsPicture, LegRow, ParentRow
from core.projections.pictures import OrderRow
from widgets.cells import DASH, Cell, Column, Group, Row
from widgets.client_ids import short_id
from widgets.labels import LINK_TITLE, ORDER_STATE, ORDER_TYPE, SIDE, SIDE_TOKEN, order_state
from widgets.sizes import plain_qty_text
from widgets.tongue import mark, tr

TABLE = (
    Column(mark("Leg"), 92), Column(mark("Order")), Column(mark("Instrument"), 92, False, 5), Column(mark("Side"), 36, False, 0),
    Column(mark("Type"), 116, False, 4),
    Column(mark("Quantity"), 84, True, 3), Column(mark("Price"), 84, True, 1),
    Column(mark("Trigger"), 84, True, 2, mark("Where it fires: held by the desk, or at the venue")),
    Column(mark("Filled##quantity"), 84, True, 0, mark("Of every order that was sent for the leg")),
    Column(mark("Open##quantity"), 84, True, 0),
    Column(mark("State"), 148, False, 0, mark("Held: the desk has it, the venue does not")),
)
ENTERED = (LinkKind.BRACKET, LinkKind.OTO)
LINK, PARENT, BASKET = "link", "parent", "basket"


def groups(picture: GroupsPicture, all_of_them: bool) -> tuple[list[Row], list[Group]]:
    """all_of_them: also those that are over."""
    rows: list[Row] = []
    heads: list[Group] = []
    for one in picture.groups:
        if all_of_them or not one.told.closed:
            heads.append(_link_head(one))
            rows += [_leg_row(one, number, leg) for number, leg in enumerate(one.legs)]
    for parent in picture.parents:
        if all_of_them or parent.told.state in OPEN:
            heads.append(_parent_head(parent))
            rows += [_order_row(f"{PARENT} {parent.told.id}", tr("child"), child) for child in parent.children]
    for basket in picture.baskets:
        if all_of_them or basket.open:
            heads.append(_basket_head(basket))
            rows += [
                _order_row(f"{BASKET} {basket.id}", tr("line {number}", number=number), line)
                for number, line in enumerate(basket.lines, start=1)
            ]
    return rows, heads


def cancel_group(picture: GroupsPicture, key: str) -> list[CancelOrder]:
    """Of the chosen row's group. Linked orders and parents are cancelled by their own number, a basket line by line."""
    kind, _, number = _group_of(key).partition(" ")
    if kind == BASKET:
        lines = [line for one in picture.baskets if str(one.id) == number for line in one.lines]
        return [CancelOrder(OrderId(line.order_id)) for line in lines if line.state in OPEN]
    link = any(str(one.told.id) == number and not one.told.done and not one.told.closed for one in picture.groups)
    parent = any(str(one.told.id) == number and one.told.state in OPEN for one in picture.parents)
    return [CancelOrder(OrderId(int(number)))] if (kind == LINK and link) or (kind == PARENT and parent) else []


def cancel_leg(picture: GroupsPicture, key: str) -> CancelOrder | None:
    """Of the chosen row; None: it has no order at work."""
    order = next((order for order in _orders(picture, key) if order.state in OPEN), None)
    return CancelOrder(OrderId(order.order_id)) if order is not None else None


def preview(picture: GroupsPicture, key: str) -> str:
    """What cancelling the chosen row's group would do, in one sentence. Empty: nothing."""
    kind, _, number = _group_of(key).partition(" ")
    if not cancel_group(picture, key):
        return ""
    if kind == LINK:
        one = next(one for one in picture.groups if str(one.told.id) == number)
        working, held = sum(leg.is_open for leg in one.legs), sum(leg.told.held > 0 for leg in one.legs)
        parts = [_many(mark("{count} working order{s}"), working)] if working else []
        parts += [_many(mark("{count} order{s} that the desk holds"), held)] if held else []
        leaves = tr(" What is filled stays, without its exits.") if one.told.kind in ENTERED and one.legs[0].filled else ""
        return tr(
            "Cancels {parts} of {name}.{leaves}",
            parts=tr(" and ").join(parts) or tr("what would still be sent"), name=_name(one), leaves=leaves,
        )
    if kind == PARENT:
        parent = next(one for one in picture.parents if str(one.told.id) == number)
        working = sum(child.state in OPEN for child in parent.children)
        return tr(
            "Cancels {parts} of {name}; no further one is sent.",
            parts=_many(mark("{count} child order{s}"), working), name=parent.told.client_order_id,
        )
    return tr(
        "Cancels {parts} of basket {number}.",
        parts=_many(mark("{count} open line{s}"), len(cancel_group(picture, key))), number=number,
    )


def foot(picture: GroupsPicture) -> str:
    going = [one for one in picture.groups if not one.told.closed]
    held = sum(leg.told.held > 0 for one in going for leg in one.legs)
    left = tr(" {count} more find no room here.", count=picture.left) if picture.left else ""
    stops = _many(mark("The desk holds {count} order{s} that no venue has: they end with this program's run."), held) if held else ""
    return f"{stops}{left}".strip()


# rows -------------------------------------------------------------------------------------------------------------------


def _link_head(one: GroupRow) -> Group:
    told, instrument = one.told, one.legs[0].instrument
    state = tr("over##ended") if told.closed else tr("ending") if told.done else ""
    entered = one.legs[0].filled if told.kind in ENTERED else told.qty
    exits = one.legs[1:] if told.kind in ENTERED else one.legs
    out = sum(leg.filled for leg in exits)
    sums = tr("entered {qty} of {all}, ", qty=_qty(instrument, entered), all=_qty(instrument, told.qty)) if told.kind in ENTERED else ""
    aside = tr("{sums}exited {qty}{state}", sums=sums, qty=_qty(instrument, out), state=f"; {state}" if state else "")
    return Group(f"{LINK} {told.id}", _name(one), aside, "muted" if told.closed else "text")


def _name(one: GroupRow) -> str:
    instrument = one.legs[0].instrument
    return f"{LINK_TITLE[one.told.kind]} {one.told.id} {instrument.symbol if instrument is not None else ''}".rstrip()


def _leg_row(group: GroupRow, number: int, leg: LegRow) -> Row:
    command, instrument, order = leg.told.command, leg.instrument, leg.order
    is_open = leg.is_open and order is not None
    leaves = leg.told.held or (order.leaves if is_open and order is not None else 0)
    said, token, sign = _leg_state(group, number, leg)
    trigger = leg.told.trigger if leg.told.held or order is None else order.trigger
    role = tr("exit {number}", number=number)
    if group.told.kind is LinkKind.HELD_STOP:
        role = tr("held")
    elif group.told.kind is LinkKind.OCO:
        role = tr("leg {number}", number=number + 1)
    elif number == 0 and group.told.kind in ENTERED:
        role = tr("entry")
    return Row(f"{LINK} {group.told.id}/{number}", (
        Cell(role, "muted", number), _named(order.client_order_id if order is not None else command.client_order_id),
        Cell(instrument.symbol if instrument is not None else ""), Cell(SIDE[command.side], SIDE_TOKEN[command.side]),
        Cell(ORDER_TYPE[command.order_type], "text"), Cell(_qty(instrument, command.qty), value=command.qty),
        Cell(_price(instrument, order.price if order is not None else command.price), value=command.price),
        Cell(_price(instrument, trigger), "warning" if leg.told.held else "text", trigger),
        Cell(_qty(instrument, leg.filled), "text" if leg.filled else "muted", leg.filled),
        Cell(_qty(instrument, leaves), "text" if leaves else "muted", leaves), Cell(said, token, said, sign=sign),
    ), f"{LINK} {group.told.id}")  # fmt: skip


def _leg_state(group: GroupRow, number: int, leg: LegRow) -> tuple[str, str, str]:
    if leg.told.held:
        return tr("held by the desk"), "warning", "open"
    if leg.told.lost:
        return tr("lost: not sent again"), "critical", "wrong"
    if leg.order is not None:
        return _order_state(leg.order), _order_tone(leg.order, leg.is_open), ""
    if group.told.closed or group.told.done:
        return tr("not sent"), "muted", ""
    entered = number == 0 or group.told.kind not in ENTERED or group.legs[0].filled > 0
    return (tr("nothing to do now") if entered else tr("waits for the entry")), "muted", ""


def _parent_head(parent: ParentRow) -> Group:
    told, instrument = parent.told, parent.instrument
    rest = told.qty - told.open - told.filled
    sums = tr(
        "{filled} filled, {open} open, {left} left",
        filled=_qty(instrument, told.filled), open=_qty(instrument, told.open), left=_qty(instrument, rest),
    )
    over = rest < 0
    where = instrument.symbol if instrument is not None else ""
    text = tr(
        "Parent {name}: {side} {qty} {where}",
        name=told.client_order_id, side=SIDE[told.side].lower(), qty=_qty(instrument, told.qty), where=where,
    )
    state = ORDER_STATE[told.state].lower()
    token = "critical" if over else "text" if told.state in OPEN else "muted"
    return Group(f"{PARENT} {told.id}", text, f"{sums}; {tr('MORE THAN ITS QUANTITY') if over else state}", token)


def _basket_head(basket: BasketRow) -> Group:
    done = sum(line.filled >= line.qty > 0 for line in basket.lines)
    aside = tr(
        "{lines}: {done} filled, {open} open",
        lines=_many(mark("{count} line{s}"), len(basket.lines)), done=done, open=basket.open,
    )
    return Group(f"{BASKET} {basket.id}", tr("Basket {id}", id=basket.id), aside, "text" if basket.open else "muted")


def _order_row(group: str, role: str, order: OrderRow) -> Row:
    instrument, is_open = order.instrument, order.state in OPEN
    return Row(f"{group}/{order.order_id}", (
        Cell(role, "muted", role), _named(order.client_order_id), Cell(instrument.symbol if instrument is not None else ""),
        Cell(SIDE[order.side], SIDE_TOKEN[order.side]), Cell(ORDER_TYPE[order.order_type]),
        Cell(_qty(instrument, order.qty), value=order.qty),
        Cell(_price(instrument, order.price) if order.order_type is not OrderType.MARKET else DASH, value=order.price),
        Cell(_price(instrument, order.trigger), "text" if order.trigger else "muted", order.trigger),
        Cell(_qty(instrument, order.filled), "text" if order.filled else "muted", order.filled),
        Cell(_qty(instrument, order.leaves), "text" if is_open else "muted", order.leaves),
        Cell(_order_state(order), _order_tone(order, is_open)),
    ), group)  # fmt: skip


def _order_state(order: OrderRow) -> str:
    return order_state(order.state, order.filled, order.undone).lower()


def _order_tone(order: OrderRow, is_open: bool) -> str:
    """As in the blotter: what the exchange undid stands out."""
    return "text" if is_open else "warning" if order.state is OrderState.FILLED and order.undone > 0 else "muted"


def _named(client_order_id: str) -> Cell:
    return Cell(short_id(client_order_id), whole=client_order_id)


def _group_of(key: str) -> str:
    return key.partition("/")[0]


def _orders(picture: GroupsPicture, key: str) -> list[OrderRow]:
    """The chosen row's order, if it has one."""
    group, _, which = key.partition("/")
    kind, _, number = group.partition(" ")
    if kind == LINK:
        return [
            leg.order for one in picture.groups if str(one.told.id) == number
            for at, leg in enumerate(one.legs) if str(at) == which and leg.order is not None and leg.is_open
        ]
    found = [child for parent in picture.parents if kind == PARENT and str(parent.told.id) == number for child in parent.children]
    found += [line for basket in picture.baskets if kind == BASKET and str(basket.id) == number for line in basket.lines]
    return [order for order in found if str(order.order_id) == which]


def _qty(instrument: Instrument | None, lots: int) -> str:
    if not lots:
        return "0"
    return plain_qty_text(instrument, lots) if instrument is not None else str(lots)


def _price(instrument: Instrument | None, price: int) -> str:
    return instrument.price_text(price) if price and instrument is not None else DASH


def _many(source: str, count: int) -> str:
    """source: with a {count} and an {s}."""
    return tr(source, count=count, s="" if count == 1 else "s")
