"""How much an order is, in the unit that its field says, and the same in the others.

Invariants: lots are rounded down to whole order increments, never up; a unit without anything to count by (no price, no book, too few
orders yet) says so in a sentence and guesses nothing.
"""

from core.domain.enums import OrderType, Side
from core.domain.sizing import Unit, fixed
from core.projections.ticket_pictures import TicketPicture
from widgets.sizes import plain_qty_text, size_text
from widgets.ticket.draft import QtyUnit
from widgets.ticket.numbers import (
    BASIS_POINTS,
    Wrong,
    hundredths_of,
    hundredths_text,
    lots_of,
    money_of,
    money_text,
    qty_text,
)
from widgets.tongue import tr

HUNDRED = 100
MANY_TIMES = 20
"""An order of so many usual ones is perhaps a value typed as a quantity. Chosen: beyond any ordinary day's spread of sizes."""


def unit_words(picture: TicketPicture | None) -> dict[QtyUnit, str]:
    base, quote = (picture.instrument.base, picture.instrument.quote) if picture is not None else (tr("Quantity"), tr("Value"))
    return {QtyUnit.BASE: base, QtyUnit.VALUE: quote, QtyUnit.DEPTH: tr("% of depth"), QtyUnit.USUAL: tr("\u00d7 usual")}


def depth_against(picture: TicketPicture, side: Side) -> int:
    return picture.ask_depth if side is Side.BUY else picture.bid_depth


def basis(picture: TicketPicture, side: Side, price: int) -> int:
    """Price by which a value is counted: the order's own, else the touch that it would meet, else the last trade; 0: none."""
    return price or (picture.ask if side is Side.BUY else picture.bid) or picture.last


def lots(text: str, unit: QtyUnit, picture: TicketPicture, side: Side, price: int) -> int:
    """More than zero. Raises Wrong."""
    instrument = picture.instrument
    if unit is QtyUnit.BASE:
        return lots_of(instrument, text)
    if unit is QtyUnit.VALUE:
        each = basis(picture, side, price)
        if each <= 0:
            raise Wrong(tr("No price yet to count a value by: type a quantity."))
        found = money_of(instrument, text) // each
    elif unit is QtyUnit.DEPTH:
        depth = depth_against(picture, side)
        if depth <= 0:
            raise Wrong(tr("Nothing is displayed on the other side: type a quantity."))
        found = depth * hundredths_of(text, tr("percent of depth")) // BASIS_POINTS
    else:
        if picture.median <= 0:
            raise Wrong(tr("Too few orders yet to know the usual size: type a quantity."))
        found = picture.median * hundredths_of(text, tr("multiple")) // HUNDRED
    whole = fixed(found, Unit(1, 1, instrument.lot))
    if whole <= 0:
        raise Wrong(tr(
            "That is less than the smallest order, {plain_qty} {base}.",
            plain_qty=plain_qty_text(instrument, instrument.lot), base=instrument.base,
        ))
    return whole


def text_in(lots: int, unit: QtyUnit, picture: TicketPicture, side: Side, price: int) -> str:
    """So many lots as one would type them in that unit, to the hundredth; empty where it cannot be counted. To be read, not to be
    counted back: the draft keeps the lots."""
    instrument = picture.instrument
    if unit is QtyUnit.BASE:
        return qty_text(instrument, lots)
    if unit is QtyUnit.VALUE:
        each = basis(picture, side, price)
        return money_text(instrument, lots * each) if each > 0 else ""
    if unit is QtyUnit.DEPTH:
        depth = depth_against(picture, side)
        return hundredths_text(lots * BASIS_POINTS // depth) if depth > 0 else ""
    return hundredths_text(lots * HUNDRED // picture.median) if picture.median > 0 else ""


def others(lots: int, unit: QtyUnit, picture: TicketPicture, side: Side, price: int) -> str:
    """The same in every other unit, in words."""
    instrument, said = picture.instrument, []
    if unit is not QtyUnit.BASE:
        # Four decimals, as in the blotter's dense columns; the order itself has them all.
        said.append(f"{size_text(instrument, lots, 4)}\u00a0{instrument.base}")
    each = basis(picture, side, price)
    if unit is not QtyUnit.VALUE and each > 0:
        said.append(f"{instrument.money_text(lots * each)}\u00a0{instrument.quote}")
    depth = depth_against(picture, side)
    if unit is not QtyUnit.DEPTH and depth > 0:
        said.append(tr("{lots:.1f} % of depth", lots=lots * 1000 // depth / 10))
    if unit is not QtyUnit.USUAL and picture.median > 0:
        said.append(tr("{lots:.2f}× usual", lots=lots * HUNDRED // picture.median / HUNDRED))
    return " \u00b7 ".join(said)


def doubt(lots: int, unit: QtyUnit, picture: TicketPicture, side: Side, order_type: OrderType) -> str:
    """A quantity that looks as if it were meant as a value; empty: nothing strange."""
    if unit is not QtyUnit.BASE:
        return ""
    if picture.median > 0 and lots >= MANY_TIMES * picture.median:
        return tr("{lots}× your usual order: is it meant in {quote}?", lots=lots // picture.median, quote=picture.instrument.quote)
    depth = depth_against(picture, side)
    if picture.median == 0 and depth > 0 and lots >= MANY_TIMES * depth and order_type is not OrderType.PEGGED:
        return tr("{lots}× the ten best levels: is it meant in {quote}?", lots=lots // depth, quote=picture.instrument.quote)
    return ""
