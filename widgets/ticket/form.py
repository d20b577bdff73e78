"""A draft -> one PlaceOrder or PlaceLinked, or what is wrong with which field. Pure, no Qt.

Any text gives a command or sentences, never an exception, and a command holds exactly what is written and shown. Settings that the
exchange would call contradictory are said here, each in its own sentence; whether the desk lets the order go is its own answer.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import msgspec

from core.domain.enums import OrderType, Peg, PostOnly, Side, TimeInForce
from core.domain.order_types import FOR_AUCTIONS, IMMEDIATE, LIVES, PRICELESS, TRIGGERED
from core.domain.units import SECOND, Nanos, Price, Qty
from core.messages.commands import PlaceOrder
from core.messages.groups import PlaceLinked
from core.messages.terms import Terms
from core.projections.ticket_pictures import TicketPicture
from widgets.ticket import amounts, exits
from widgets.ticket.draft import TERMS, Distance, Draft, Errors, Link, QtyUnit
from widgets.ticket.numbers import Wrong, hundredths_of, lots_of, price_of, ticks_of
from widgets.tongue import Table, tr

MARKET_TIMES = (TimeInForce.IOC, TimeInForce.FOK, TimeInForce.DAY)
"""The desk's gate refuses a market order that waits for an auction: no worst price would hold there."""
NOUN = Table({"price": "price", "trigger": "trigger"})
MOST_SLICES = 10_000
"""The exchange's: an iceberg of more is refused."""


def fresh_id() -> str:
    """The client order id of one ticket."""
    return f"ticket-{uuid4().hex}"


def times_of(order_type: OrderType) -> tuple[TimeInForce, ...]:
    """How long an order of that type may live here; the first is what it gets unless somebody chooses."""
    allowed = MARKET_TIMES if order_type is OrderType.MARKET else LIVES[order_type]
    first = TimeInForce.IOC if order_type is OrderType.MARKET else TimeInForce.DAY
    return (first, *(tif for tif in allowed if tif is not first))


def read(draft: Draft, picture: TicketPicture, client_order_id: str) -> PlaceOrder | PlaceLinked | Errors:
    return _Reading(draft, picture).command(client_order_id)


def confirmed(made: PlaceOrder | PlaceLinked, numbers: dict[int, int]) -> PlaceOrder | PlaceLinked:
    """With the typed numbers, by the leg that they belong to; 0: the order itself, or the entry."""
    if isinstance(made, PlaceOrder):
        return msgspec.structs.replace(made, confirmed=numbers.get(0, 0))
    legs = list(made.legs)
    for line, number in numbers.items():
        legs[max(line, 1) - 1] = msgspec.structs.replace(legs[max(line, 1) - 1], confirmed=number)
    return msgspec.structs.replace(made, legs=tuple(legs))


def lots_and_price(draft: Draft, picture: TicketPicture) -> tuple[int, int]:
    """What can be read so far of how much, and at which price; 0: not yet."""
    reading = _Reading(draft, picture)
    return reading.qty, reading.value_price


def lots_meant(draft: Draft, picture: TicketPicture) -> int:
    """The quantity that another unit has to show; 0: none yet. A value without a price counts by the touch."""
    try:
        price = _Reading(draft, picture).value_price
        return draft.lots or amounts.lots(draft.qty, draft.qty_in, picture, draft.side, price)
    except Wrong:
        return 0


def shown(draft: Draft, picture: TicketPicture) -> Draft:
    """With kept lots as the price and the market of now show them in the unit."""
    if not draft.lots:
        return draft
    return replace(draft, qty=amounts.text_in(draft.lots, draft.qty_in, picture, draft.side, _Reading(draft, picture).value_price))


class _Reading:
    """One draft being read. said: what is wrong so far."""

    def __init__(self, draft: Draft, picture: TicketPicture) -> None:
        self.d, self.picture, self.instrument = draft, picture, picture.instrument
        self.said: dict[str, str] = {}
        kind = draft.order_type
        self.price = 0 if kind in PRICELESS else self._price("price")
        self.trigger = self._price("trigger") if kind in TRIGGERED else 0
        self.value_price = self.price or self.trigger
        self.qty = self._qty()

    def command(self, client_order_id: str) -> PlaceOrder | PlaceLinked | Errors:
        d = self.d
        terms = self._terms()
        if d.time_in_force not in times_of(d.order_type):
            self.said["time_in_force"] = tr("This type of order cannot live that long: choose another time in force.")
        order = PlaceOrder(
            client_order_id, self.instrument.id, d.side, d.order_type, Qty(self.qty), Price(self.price), d.time_in_force,
            terms=None if terms == Terms() else terms, may_shrink=d.may_shrink and d.link is Link.NONE,
        )
        if self.said:
            return Errors(self.said)
        if d.link is Link.NONE:
            return order
        try:
            return exits.linked(d, order, self.picture)
        except exits.WrongExit as wrong:
            return Errors({wrong.field: str(wrong)})

    # fields ---------------------------------------------------------------------------------------------------------

    def _price(self, field: str) -> int:
        try:
            return price_of(self.instrument, getattr(self.d, field), NOUN[field])
        except Wrong as wrong:
            self.said[field] = str(wrong)
            return 0

    def _qty(self) -> int:
        d = self.d
        if d.lots and amounts.text_in(d.lots, d.qty_in, self.picture, d.side, self.value_price):
            return d.lots
        if "price" in self.said and d.qty_in is QtyUnit.VALUE:
            return 0
        try:
            return amounts.lots(d.qty, d.qty_in, self.picture, d.side, self.value_price)
        except Wrong as wrong:
            self.said["qty"] = str(wrong)
            return 0

    def _lots(self, field: str, noun: str) -> int:
        text = getattr(self.d, field)
        if not text.strip() or field not in TERMS[self.d.order_type]:
            return 0
        try:
            return lots_of(self.instrument, text, noun)
        except Wrong as wrong:
            self.said[field] = str(wrong)
            return 0

    # terms ----------------------------------------------------------------------------------------------------------

    def _terms(self) -> Terms:
        d, has = self.d, TERMS[self.d.order_type]
        display, spread = self._lots("display", tr("displayed quantity")), self._lots("spread", tr("spread"))
        min_qty = self._lots("min_qty", tr("minimum quantity"))
        terms = Terms(
            trigger=Price(self.trigger), display=Qty(display), display_spread=Qty(spread), hidden=d.hidden and "hidden" in has,
            post_only=d.post_only if "post_only" in has else PostOnly.NO, min_qty=Qty(min_qty),
            all_or_none=d.all_or_none and "all_or_none" in has, expires_at=self._until(),
        )
        if "trigger_by" in has:
            terms = msgspec.structs.replace(terms, trigger_by=d.trigger_by)
        if d.order_type is OrderType.TRAILING_STOP:
            terms = self._trail(terms)
        if "away" in has and d.away.strip():
            terms = msgspec.structs.replace(terms, protection_bp=self._hundredths("away", tr("the way from the trigger"), 9_999))
        if d.order_type is OrderType.MARKET and d.worst.strip():
            terms = msgspec.structs.replace(terms, protection=Price(self._worst()))
        if d.order_type is OrderType.PEGGED:
            terms = self._peg(terms)
        self._contradictions(terms)
        return terms

    def _hundredths(self, field: str, noun: str, most: int) -> int:
        try:
            return hundredths_of(getattr(self.d, field), noun, most)
        except Wrong as wrong:
            self.said[field] = str(wrong)
            return 0

    def _worst(self) -> int:
        try:
            return price_of(self.instrument, self.d.worst, tr("worst price"))
        except Wrong as wrong:
            self.said["worst"] = str(wrong)
            return 0

    def _trail(self, terms: Terms) -> Terms:
        if self.d.trail_in is Distance.PERCENT:
            return msgspec.structs.replace(terms, trail_bp=self._hundredths("trail", tr("trail"), 9_999))
        try:
            ticks = ticks_of(self.d.trail, tr("trail"))
        except Wrong as wrong:
            self.said["trail"] = str(wrong)
            return terms
        return msgspec.structs.replace(terms, trail=ticks * self.instrument.tick)

    def _peg(self, terms: Terms) -> Terms:
        d, buying = self.d, self.d.side is Side.BUY
        try:
            ticks = ticks_of(d.offset, tr("offset"), signed=True)
        except Wrong as wrong:
            self.said["offset"] = str(wrong)
            return terms
        if d.peg is Peg.MIDPOINT and ticks:
            self.said["offset"] = tr("A peg to the middle has no offset.")
        elif d.peg is Peg.MARKET and (ticks >= 0 if buying else ticks <= 0):
            least = tr("-1 or less") if buying else tr("1 or more")
            self.said["offset"] = tr("A peg to the other side keeps away from it: type {least}.", least=least)
        elif d.peg is Peg.NONE:
            self.said["peg"] = tr("Choose what the order follows.")
        return msgspec.structs.replace(terms, peg=d.peg, peg_offset=ticks * self.instrument.tick)

    def _until(self) -> Nanos:
        if self.d.time_in_force is not TimeInForce.GTD:
            return Nanos(0)
        try:
            return Nanos(moment_of(self.d.until, self.picture.at))
        except Wrong as wrong:
            self.said["until"] = str(wrong)
            return Nanos(0)

    def _contradictions(self, t: Terms) -> None:
        """What the exchange takes none of, as one sentence each; the first field that can be changed has it."""
        tif, said = self.d.time_in_force, self.said
        lots = self.qty
        dark = t.hidden or t.all_or_none or t.min_qty > 0
        if tif in FOR_AUCTIONS and (dark or t.display or t.display_spread or t.post_only):
            said["time_in_force"] = tr("An order for an auction is shown whole and plain: take its terms off.")
        elif tif in IMMEDIATE and (t.display or t.display_spread or t.hidden or t.post_only or t.all_or_none):
            said["time_in_force"] = tr("An order that never rests has nothing to show or hide: take its terms off, or let it rest.")
        elif t.post_only and dark:
            said["post_only"] = tr("A post-only order is shown whole: not hidden, not all or none, no minimum.")
        elif t.display and (t.hidden or t.all_or_none):
            said["display"] = tr("An iceberg shows its peak: not hidden, not all or none.")
        elif t.display_spread and t.display_spread >= t.display:
            said["spread"] = tr("The spread must be smaller than what is shown.")
        elif t.display and lots > MOST_SLICES * t.display:
            said["display"] = tr("Show more: the order would come in over 10 000 slices.")
        elif t.min_qty and t.all_or_none:
            said["min_qty"] = tr("All or none has no other minimum.")
        elif t.min_qty and t.min_qty > lots > 0:
            said["min_qty"] = tr("The minimum is larger than the order.")
        elif t.min_qty and not self._may_have_minimum(t):
            said["min_qty"] = tr("A minimum goes with IOC, a hidden order or a peg.")

    def _may_have_minimum(self, t: Terms) -> bool:
        tif = self.d.time_in_force
        return tif is TimeInForce.IOC or (t.hidden and tif not in IMMEDIATE) or self.d.order_type is OrderType.PEGGED


def moment_of(text: str, at: int) -> int:
    """A time of day in UTC, the next one after `at`, or a date with one. Raises Wrong."""
    now = datetime.fromtimestamp(at // SECOND, UTC)
    for shape in ("%H:%M", "%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"):
        try:
            found = datetime.strptime(text.strip(), shape).replace(tzinfo=UTC)
        except ValueError:
            continue
        if "%Y" not in shape:
            found = datetime.combine(now.date(), found.time(), UTC)
            if found <= now:
                found += timedelta(days=1)
        if found <= now:
            raise Wrong(tr("A GTD order needs an end in the future."))
        return int(found.timestamp()) * SECOND
    raise Wrong(
        tr("Until when? Type a time in UTC like 17:30, or a date with one.") if text.strip() else tr("Until when? Type a time in UTC."),
    )
