"""The risk gate: every new order and every replace passes here, the last step before a venue.

Checks run in the order of core.messages.reasons.Reason; the first that fails is the answer. A missing input refuses
(fail closed). A market order is judged, valued and sent with the worst price that the collar allows: an order without a
price must not be cheaper to check than one with a price. Cancels never come here.
"""

from typing import Final

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.domain.order import OwnOrder
from core.domain.units import INT64_MAX, OrderId
from core.machine.desk.kill_switch import KillSwitch
from core.machine.desk.oms import Approved, Oms
from core.machine.desk.owners import Owners
from core.machine.venue.book import Book
from core.messages.commands import PlaceOrder, ReplaceOrder, SetLimits
from core.messages.participants import KEEP
from core.messages.reasons import Reason
from core.messages.terms import Terms

BUY: Final = Side.BUY
BASIS_POINTS: Final = 10_000
PRICELESS: Final = (OrderType.MARKET, OrderType.STOP, OrderType.TRAILING_STOP, OrderType.MARKET_IF_TOUCHED)
"""Types without a limit price: they are sent with the worst price that the collar allows."""
ACCOUNTS: Final = 1 << 31
UNTIL_LATER: Final = (TimeInForce.GTC, TimeInForce.GTD, TimeInForce.OPG, TimeInForce.ATC, TimeInForce.GFA)
LARGEST: Final = INT64_MAX // 4
"""No order or position may be worth more, whatever the limits: its money must fit the journal's integers, and still add up."""


class Refusal:
    """limit and value in the reason's own unit; 0 where it has none."""

    __slots__ = ("limit", "reason", "value")

    def __init__(self, reason: Reason, limit: int = 0, value: int = 0) -> None:
        self.reason = reason
        self.limit = limit
        self.value = value


class Gate:
    """What the gate looks at. limits by instrument id; an instrument without limits refuses everything. no_space: the disk can
    hardly take the record of another order."""

    __slots__ = ("kill", "limits", "no_space", "oms", "owners")

    def __init__(self, kill: KillSwitch, oms: Oms) -> None:
        self.kill = kill
        self.oms = oms
        self.owners = Owners()
        self.limits: dict[int, SetLimits] = {}
        self.no_space: bool = False

    def approve(
        self, id: OrderId, command: PlaceOrder, running: bool, instrument: Instrument | None, book: Book | None,
        continuous: bool = True,
    ) -> Approved | Refusal:
        if self.kill.engaged:
            return Refusal(Reason.KILL_SWITCH_ENGAGED)
        if not running:
            return Refusal(Reason.NOT_RUNNING)
        if self.no_space:
            return Refusal(Reason.NO_DISK_SPACE)
        if instrument is None or book is None:
            return Refusal(Reason.UNKNOWN_INSTRUMENT)
        if not 0 < command.account < ACCOUNTS:
            return Refusal(Reason.UNKNOWN_ACCOUNT)
        if not command.client_order_id or command.client_order_id in self.oms.client_ids:
            return Refusal(Reason.DUPLICATE_CLIENT_ORDER_ID)
        priceless = command.order_type in PRICELESS
        refusal = _malformed(command.qty, command.price, priceless, instrument)
        if refusal is not None:
            return refusal
        if command.order_type is OrderType.MARKET and (
            command.time_in_force in UNTIL_LATER or (command.time_in_force is TimeInForce.DAY and not continuous)
        ):
            # An auction prices a market order at whatever clears: the worst price that is approved here would not hold.
            return Refusal(Reason.BAD_TIME_IN_FORCE)
        # A waiting order is judged by where it will come alive: from its trigger on, not from today's market.
        trigger = command.terms.trigger if command.terms is not None else 0
        worst = self._within_limits(
            command.instrument, command.account, command.side, command.qty, command.price, book, instrument, 0, 1, max(trigger, 0)
        )
        if isinstance(worst, Refusal):
            return worst
        order = OwnOrder(
            id, command.client_order_id, command.account, command.instrument, command.side, command.order_type,
            command.qty, command.price, command.time_in_force, self.owners.of(command.origin), command.parent, self.kill.generation,
        )
        if command.order_type is OrderType.MARKET:
            return Approved(order, _tighter(command.side, worst, command.terms), 0, command.terms, command.origin)
        # What fires does so at its trigger, wherever that is by then: its worst price is a distance, not a price.
        own = command.terms.protection_bp if command.terms is not None else 0
        distance = min(self.limits[command.instrument].collar_bp, BASIS_POINTS - 1) if priceless else 0
        return Approved(order, 0, min(distance, own) if own > 0 else distance, command.terms, command.origin)

    def approve_replace(
        self, command: ReplaceOrder, order: OwnOrder, instrument: Instrument, book: Book
    ) -> Refusal | None:
        """None: allowed. Lowering only the quantity shrinks the risk, so the limits do not stand in its way."""
        if self.kill.engaged:
            return Refusal(Reason.KILL_SWITCH_ENGAGED)
        shrinks = command.price == order.price and command.qty <= order.qty and command.trigger == KEEP
        if self.no_space and not shrinks:
            return Refusal(Reason.NO_DISK_SPACE)
        refusal = _malformed(
            command.qty, command.price, order.order_type in PRICELESS, instrument
        )
        if refusal is not None:
            return refusal
        same = command.price == order.price and command.qty == order.qty and command.trigger == KEEP and command.display == KEEP
        if same and not order.replaces:
            return Refusal(Reason.NOTHING_CHANGES)
        if shrinks:
            return None
        worst = self._within_limits(
            order.instrument, order.account, order.side, command.qty - order.filled, command.price, book, instrument,
            order.leaves + order.extra, 0, max(command.trigger, 0),
        )
        return worst if isinstance(worst, Refusal) else None

    def _within_limits(
        self, instrument_id: int, account: int, side: Side, qty: int, price: int, book: Book, instrument: Instrument, freed: int,
        added: int, trigger: int,
    ) -> int | Refusal:
        """The worst price at which the order may trade, or why not. freed: lots that a replace gives back first.

        added: how many more orders would be open. price 0: no limit. trigger: where it comes alive, 0: now.
        """
        limits = self.limits.get(instrument_id)
        if limits is None:
            return Refusal(Reason.MAX_ORDER_QTY, 0, qty)
        if qty > limits.max_order_qty:
            return Refusal(Reason.MAX_ORDER_QTY, limits.max_order_qty, qty)
        reference = trigger or reference_price(book)
        if reference == 0:
            return Refusal(Reason.NO_REFERENCE_PRICE)
        width = reference * limits.collar_bp // BASIS_POINTS
        low, high = max(reference - width, instrument.tick), reference + width
        if price == 0:
            worst = high - high % instrument.tick if side is BUY else low + -low % instrument.tick
        elif price < low:
            return Refusal(Reason.PRICE_COLLAR, low + -low % instrument.tick, price)
        elif price > high:
            return Refusal(Reason.PRICE_COLLAR, high - high % instrument.tick, price)
        else:
            worst = price
        value = qty * _dearest(side, price, high, book)
        if value > min(limits.max_order_value, LARGEST):
            return Refusal(Reason.MAX_ORDER_VALUE, limits.max_order_value, min(value, INT64_MAX))
        held = self.oms.positions.get((account, instrument_id))
        position = held.qty if held is not None else 0
        if side is BUY:
            reach = position + self.oms.open_buy.get(instrument_id, 0) - freed + qty
        else:
            reach = -position + self.oms.open_sell.get(instrument_id, 0) - freed + qty
        if reach > limits.max_position or reach * high > LARGEST:
            return Refusal(Reason.MAX_POSITION, limits.max_position, min(reach, INT64_MAX))
        count = len(self.oms.open) + added
        if count > limits.max_open_orders:
            return Refusal(Reason.MAX_OPEN_ORDERS, limits.max_open_orders, count)
        return worst


def _tighter(side: Side, worst: int, terms: Terms | None) -> int:
    """The gate's worst price, or the trader's own when that is closer."""
    own = terms.protection if terms is not None else 0
    if own <= 0:
        return worst
    return min(worst, own) if side is BUY else max(worst, own)


def reference_price(book: Book) -> int:
    """What prices are judged by: the last trade, else the middle of a two-sided book, else 0."""
    if book.last:
        return book.last
    bid, ask = book.best_bid(), book.best_ask()
    return (bid.price + ask.price) // 2 if bid is not None and ask is not None else 0


def _dearest(side: Side, price: int, high: int, book: Book) -> int:
    """The highest price at which the order may trade: a sell limit below the market trades at the bid, not at its limit."""
    if price == 0:
        return high
    bid = book.best_bid()
    return max(price, bid.price) if side is not BUY and bid is not None else price


def _malformed(qty: int, price: int, priceless: bool, instrument: Instrument) -> Refusal | None:
    """A peg of ours has a limit like any order that is not sent with a worst price."""
    if qty <= 0 or qty % instrument.lot:
        return Refusal(Reason.BAD_QTY, instrument.lot, qty)
    if priceless:
        return Refusal(Reason.BAD_PRICE, 0, price) if price else None
    if price <= 0 or price % instrument.tick:
        return Refusal(Reason.BAD_PRICE, instrument.tick, price)
    return None
