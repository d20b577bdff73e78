"""Linked orders: brackets, OCO, OTO, and stops that the desk holds for a venue that has none. What is to be done next, nothing else.

Rules. An exit's open quantity is what is filled of the entry and not yet exited (an OCO is two exits of a position of its own
quantity; in an OTO each exit has its own count). A fill of one exit takes as much off the others in the same step, an undone fill
gives it back. The entry's end leaves the exits for what is filled; the end of the group, and the kill switch, leave nothing. An exit
that ends by other hands than ours (refused, rejected, cancelled, expired) is lost: it is told, and not sent again. A leg that the desk
holds ends with the trading day (DAY) or at its time (GTD); one that nothing was filled for yet is not held, and has no end. A replace that
the venue refuses is done by a cancel and a new order. Whatever is filled too late for these rules is filled: it is told.
Numbers follow from the orders themselves, never from counters of their own.
"""

from typing import Any, Final

from core.domain.enums import CancelReason, LinkKind, OrderState, OrderType, Side, TimeInForce, TriggerBy
from core.domain.order import OwnOrder
from core.machine.desk.oms import Approved, Oms
from core.machine.timers import NEVER
from core.messages.commands import PlaceOrder
from core.messages.packing import message_of
from core.messages.terms import Terms

BUY: Final = Side.BUY
LIMITED: Final = (OrderType.STOP_LIMIT, OrderType.LIMIT_IF_TOUCHED)
TOUCHED: Final = (OrderType.MARKET_IF_TOUCHED, OrderType.LIMIT_IF_TOUCHED)
BASIS_POINTS: Final = 10_000

SEND: Final = 0
CANCEL: Final = 1
REPLACE: Final = 2
HOLD: Final = 3
LOSE: Final = 4
Act = tuple[int, int, int]
"""What is to be done, with which leg (from 0), and lots: to send or hold, or the order's new total."""


class Leg:
    """command: as asked, with the group's origin. orders: ids of those sent for it, the last is the present one. asked: that one's
    total when a replace last went out. renew: its order is taken out to be sent anew. pulled: we took it out, because there was
    nothing to do. short: what it was last refused to be enlarged to. held: lots that the desk holds, trigger: where (a trailing one
    moves). fired: the market was there, so it goes out as what it becomes. proof: the gate said yes in this step already."""

    __slots__ = ("asked", "command", "fired", "held", "lost", "orders", "proof", "pulled", "renew", "short", "trigger")

    def __init__(self, command: PlaceOrder) -> None:
        self.command = command
        self.orders: list[int] = []
        self.proof: Approved | None = None
        self.asked: int = 0
        self.lost: bool = False
        self.renew: bool = False
        self.pulled: bool = False
        self.short: int = 0
        self.held: int = 0
        self.fired: bool = False
        self.trigger: int = command.terms.trigger if command.terms is not None else 0

    def order(self, oms: Oms) -> OwnOrder | None:
        """The present one, open or not."""
        return oms.known(self.orders[-1]) if self.orders else None

    def filled(self, oms: Oms) -> int:
        total = 0
        for id in self.orders:
            order = oms.known(id)
            total += order.filled - order.busted
        return total


class Group:
    """done: nothing more is wanted. closed: told as such."""

    __slots__ = ("closed", "done", "id", "kind", "legs", "qty")

    def __init__(self, id: int, kind: LinkKind, legs: list[Leg], qty: int) -> None:
        self.id: int = id
        self.kind = kind
        self.legs = legs
        self.qty: int = qty
        self.done: bool = False
        self.closed: bool = False

    @property
    def entered_by_leg(self) -> bool:
        return self.kind is LinkKind.BRACKET or self.kind is LinkKind.OTO

    def wants(self, number: int, oms: Oms) -> int:
        """Lots that the exit is to have open."""
        if self.done:
            return 0
        entered = self.legs[0].filled(oms) if self.entered_by_leg else self.qty
        if self.kind is LinkKind.OTO:
            return max(entered - self.legs[number].filled(oms), 0)
        exits = self.legs[1:] if self.entered_by_leg else self.legs
        return max(entered - sum([leg.filled(oms) for leg in exits]), 0)

    def next_act(self, oms: Oms, holds: list[bool]) -> Act | None:
        """The first thing to do; None: everything is as it should be. holds: of each leg, whether the desk holds such orders."""
        for number, leg in enumerate(self.legs):
            act = self._entry(leg, oms) if number == 0 and self.entered_by_leg else self._exit(number, leg, oms, holds[number])
            if act is not None:
                return act
        return None

    def _entry(self, leg: Leg, oms: Oms) -> Act | None:
        order = leg.order(oms)
        if self.done and order is not None and order.id in oms.open and not leg.pulled:
            return (CANCEL, 0, 0)
        return None

    def _exit(self, number: int, leg: Leg, oms: Oms, holds: bool) -> Act | None:
        wanted = self.wants(number, oms)
        order = leg.order(oms)
        if order is not None and order.id in oms.open:
            return _resize(number, leg, order, wanted, self.done)
        if (
            order is not None and not leg.lost and not leg.renew and not leg.pulled and not self.done
            and order.state is not OrderState.FILLED
        ):
            return (LOSE, number, wanted)
        if leg.lost:
            wanted = 0
        if holds and not leg.fired:
            return (HOLD, number, wanted) if wanted != leg.held else None
        if wanted:
            return (SEND, number, wanted)
        return None

    def is_over(self, oms: Oms) -> bool:
        """Nothing is open or held, and nothing wanted."""
        for number, leg in enumerate(self.legs):
            order = leg.order(oms)
            if leg.held or (order is not None and order.id in oms.open):
                return False
            if not leg.lost and not (number == 0 and self.entered_by_leg) and self.wants(number, oms):
                return False
        return True


def _resize(number: int, leg: Leg, order: OwnOrder, wanted: int, done: bool) -> Act | None:
    """An exit that is open, to what it should be."""
    if leg.renew or leg.pulled:
        # Its cancel is on its way. A venue that refuses that, too, has the last word.
        return (LOSE, number, 0) if order.refused and not leg.lost else None
    if leg.lost and not done:
        return None
    if wanted == 0 or order.refused:
        return (CANCEL, number, 0)
    if order.state is OrderState.IN_DOUBT or order.state is OrderState.CANCELLING:
        return None
    total = order.filled + wanted
    expected = leg.asked if order.replaces else order.qty
    return (REPLACE, number, total) if total != expected and total != leg.short else None


class Groups:
    """known: by id. held: (group, leg) that the desk holds, and their instruments. expire: those have an end, as StartRun says.
    next_due: when the first of them ends at a time of its own."""

    __slots__ = ("expire", "held", "known", "next_due")

    def __init__(self) -> None:
        self.known: dict[int, Group] = {}
        self.held: dict[tuple[int, int], int] = {}
        self.expire: bool = False
        self.next_due: int = NEVER

    def renew(self) -> None:
        """At the end of a step."""
        due = NEVER
        if self.expire:
            for id, number in self.held:
                command = self.known[id].legs[number].command
                if command.time_in_force is TimeInForce.GTD and command.terms is not None:
                    due = min(due, int(command.terms.expires_at))
        self.next_due = due

    def take_prices(self, key: tuple[int, int], by: TriggerBy, price: int) -> bool:
        """A price that the held leg may look at. Whether it fires."""
        leg = self.known[key[0]].legs[key[1]]
        command = leg.command
        terms = command.terms
        if not price or terms is None or terms.trigger_by is not by:
            return False
        if command.order_type is OrderType.TRAILING_STOP:
            distance = terms.trail or price * terms.trail_bp // BASIS_POINTS
            trigger = price + distance if command.side is BUY else price - distance
            if not leg.trigger or (trigger < leg.trigger if command.side is BUY else trigger > leg.trigger):
                leg.trigger = trigger
        if not leg.trigger:
            return False
        rises = (command.side is BUY) != (command.order_type in TOUCHED)
        return price >= leg.trigger if rises else price <= leg.trigger


def is_over(held: PlaceOrder, at: int, day_over: bool) -> bool:
    """Whether the time of a leg that the desk holds is over. day_over: the trading day has just ended."""
    if held.time_in_force is TimeInForce.GTD:
        return held.terms is not None and held.terms.expires_at <= at
    return day_over and held.time_in_force is TimeInForce.DAY


def outgoing(leg: Leg, name: str, qty: int, held: bool) -> PlaceOrder:
    """The order to send for a leg. held: the desk held it, so it goes out as what it becomes."""
    c = leg.command
    kind, price, tif, terms = c.order_type, c.price, c.time_in_force, c.terms
    if held and kind in LIMITED:
        kind, terms = OrderType.LIMIT, None
    elif held:
        kind, tif = OrderType.MARKET, TimeInForce.IOC
        terms = Terms(protection=terms.protection) if terms is not None and terms.protection else None
    return PlaceOrder(name, c.instrument, c.side, kind, qty, price, tif, c.account, terms, c.origin, c.parent)  # type: ignore[arg-type]


def reason_for(group: Group) -> CancelReason:
    return CancelReason.REQUESTED if group.done else CancelReason.LINKED


def groups_rows(groups: Groups) -> tuple[Any, ...]:
    """All of it as one value; what is held follows from the legs."""
    return groups.expire, tuple(
        (
            group.id, int(group.kind), group.qty, group.done, group.closed,
            tuple(
                (leg.command, tuple(leg.orders), leg.asked, leg.lost, leg.renew, leg.pulled, leg.short, leg.held, leg.fired, leg.trigger)
                for leg in group.legs
            ),
        )
        for group in [groups.known[id] for id in sorted(groups.known)]
    )


def restore_groups(given: Any) -> Groups:
    groups = Groups()
    groups.expire, known = given
    for id, kind, qty, done, closed, rows in known:
        legs = []
        for number, (command, orders, asked, lost, renew, pulled, short, held, fired, trigger) in enumerate(rows):
            leg = Leg(message_of(command, PlaceOrder))
            leg.orders, leg.asked, leg.lost, leg.renew = list(orders), asked, bool(lost), bool(renew)
            leg.pulled, leg.short, leg.held, leg.fired, leg.trigger = bool(pulled), short, held, bool(fired), trigger
            legs.append(leg)
            if held:
                groups.held[(id, number)] = leg.command.instrument
        group = Group(id, LinkKind(kind), legs, qty)
        group.done, group.closed = bool(done), bool(closed)
        groups.known[id] = group
    groups.renew()
    return groups
