"""What one command, or one fill, makes of several orders: baskets and linked orders. The rules are in basket and contingent; here
they meet the gate, the order management and the venues.

Invariant: what follows from a step is done before it ends. Every order passes the gate, also an exit that the desk sends by itself.
"""

from collections.abc import Callable
from typing import Final

from core.domain.enums import CancelReason, LegState, LinkKind, Side, TriggerBy
from core.domain.order import LINES, Owner, OwnOrder
from core.domain.order_types import STOPS
from core.domain.stages import BLOCKED
from core.domain.units import OrderId, Price, Qty
from core.machine.desk.basket import Worst, approve_all, followed, owned
from core.machine.desk.conservation import refuse, standing, tell_broken
from core.machine.desk.contingent import CANCEL, HOLD, LOSE, REPLACE, SEND, Act, Group, Leg, outgoing, reason_for
from core.machine.desk.judge import Refusal
from core.machine.desk.oms import Approved
from core.machine.state import State
from core.messages.commands import PlaceOrder, ReplaceOrder
from core.messages.events import BasketRefused, Event, GroupClosed, GroupOpened, LegChanged, RequestRefused
from core.messages.groups import PlaceBasket, PlaceLinked
from core.messages.market_data import TradePrinted
from core.messages.reasons import Reason

BUY: Final = Side.BUY
MOST_LEGS: Final = 8
MOST_ACTS: Final = 32
"""Of one group in one step: more means that a venue and a rule do not agree, and each of its legs is given up."""


class Dealer:
    """judge, send, cancel, change: the engine's own ways with one order. line: number of the last order that this step sent beside
    the one that has the entry's number."""

    __slots__ = ("_cancel", "_change", "_judge", "_send", "_state", "line", "seq")

    def __init__(
        self, state: State, judge: Callable[[OrderId, PlaceOrder], Approved | Refusal], send: Callable[[Approved, list[Event]], None],
        cancel: Callable[[OwnOrder, CancelReason, list[Event]], None],
        change: Callable[[OwnOrder, ReplaceOrder, list[Event]], Refusal | None],
    ) -> None:
        self._state = state
        self._judge = judge
        self._send = send
        self._cancel = cancel
        self._change = change
        self.seq: int = 0
        self.line: int = 0

    def _next_id(self) -> OrderId:
        state = self._state
        if self.seq != state.seq:
            self.seq, self.line = state.seq, 0
        self.line += 1
        return OrderId(self.line * LINES + state.seq)

    # baskets --------------------------------------------------------------------------------------------------------

    def on_basket(self, c: PlaceBasket, events: list[Event]) -> None:
        state = self._state
        given = c.origin
        correlation = given.correlation if given is not None and given.correlation else str(state.seq)
        orders = [owned(order, followed(order.origin or given, correlation)) for order in c.orders]
        answer = approve_all(state.oms, state.gate, self._judge, state.seq, 1, orders)
        if isinstance(answer, Worst):
            refusal, line = answer.refusal, answer.line
            name = orders[line - 1].client_order_id if line else ""
            events.append(BasketRefused(len(orders), line, name, refusal.reason, refusal.limit, refusal.value, answer.refused))
            if refusal.reason is Reason.PARENT_QTY:
                tell_broken(state, orders[line - 1].parent, name, orders[line - 1].qty, events)
            return
        for order, approved in zip(orders, answer, strict=True):
            if not self.hold(order, self._next_id(), events):
                self._send(approved, events)

    # linked orders --------------------------------------------------------------------------------------------------

    def on_linked(self, c: PlaceLinked, events: list[Event]) -> None:
        state = self._state
        given = c.origin
        correlation = given.correlation if given is not None and given.correlation else str(state.seq)
        legs = [Leg(owned(order, followed(order.origin or given, correlation))) for order in c.legs]
        refusal = self.misfit(c.kind, legs)
        if refusal is None and c.kind is LinkKind.OCO:
            answer = approve_all(state.oms, state.gate, self._judge, state.seq, 1, [leg.command for leg in legs])
            if isinstance(answer, Worst):
                refuse(self._state, legs[max(answer.line, 1) - 1].command, answer.refusal, events)
                return
            for leg, proof in zip(legs, answer, strict=True):
                leg.proof = None if self.holds(leg.command) else proof
        if refusal is not None:
            if legs:
                refuse(self._state, legs[0].command, refusal, events)
            else:
                events.append(RequestRefused("link", OrderId(0), refusal.reason, refusal.limit, refusal.value))
            return
        group = Group(state.seq, c.kind, legs, legs[0].command.qty)
        if group.entered_by_leg:
            entry = self._judge(self._next_id(), legs[0].command)
            if isinstance(entry, Refusal):
                refuse(self._state, legs[0].command, entry, events)
                return
            self._open(group, events)
            self._send_leg(group, 0, entry, events)
        else:
            self._open(group, events)
        self._settle(group, events)
        for leg in legs:
            leg.proof = None

    def hold(self, c: PlaceOrder, id: int, events: list[Event]) -> bool:
        """Whether the order is a stop that the desk holds, because its venue has none. It has passed the gate, and will again."""
        if not self.holds(c):
            return False
        group = Group(id, LinkKind.HELD_STOP, [Leg(owned(c, followed(c.origin, str(self._state.seq))))], c.qty)
        self._open(group, events)
        self._settle(group, events)
        return True

    def holds(self, c: PlaceOrder) -> bool:
        """Whether it is an order that its venue does not have."""
        state = self._state
        if c.order_type not in STOPS:
            return False
        listed = state.venue.instruments.get(c.instrument)
        return listed is not None and state.outside.stops.get(listed.venue) is False

    def misfit(self, kind: LinkKind, legs: list[Leg]) -> Refusal | None:
        state = self._state
        if not 2 <= len(legs) <= MOST_LEGS:
            return Refusal(Reason.BAD_LINK)
        first = legs[0].command
        names: dict[str, bool] = {}
        for leg in legs:
            c = leg.command
            refusal = standing(state, c.client_order_id, c.account)
            if refusal is not None:
                return refusal
            if c.client_order_id in names:
                return Refusal(Reason.DUPLICATE_CLIENT_ORDER_ID)
            names[c.client_order_id] = True
        for number, leg in enumerate(legs):
            c = leg.command
            entry = number == 0 and kind is not LinkKind.OCO
            if c.qty != first.qty or c.account != first.account or (c.parent and not entry) or kind is LinkKind.HELD_STOP:
                return Refusal(Reason.BAD_LINK)
            if kind is LinkKind.BRACKET and not entry and (c.instrument != first.instrument or c.side is first.side):
                return Refusal(Reason.BAD_LINK)
            if entry and self.holds(c):
                # A held stop has an entry of its own only when it is alone.
                return Refusal(Reason.BAD_LINK)
        return None

    def _open(self, group: Group, events: list[Event]) -> None:
        state = self._state
        state.groups.known[group.id] = group
        for leg in group.legs:
            state.oms.client_ids[leg.command.client_order_id] = group.id
        events.append(GroupOpened(OrderId(group.id), group.kind, len(group.legs), Qty(group.qty)))

    def _send_leg(self, group: Group, number: int, approved: Approved, events: list[Event]) -> None:
        leg = group.legs[number]
        order = approved.order
        order.link = group.id
        leg.orders.append(order.id)
        leg.asked = order.qty
        leg.renew = leg.pulled = False
        leg.short = 0
        self._send(approved, events)

    # what follows ---------------------------------------------------------------------------------------------------

    def finish(self, events: list[Event]) -> None:
        """Before a step ends: what its fills and prices ask of groups, and what became of parents."""
        state = self._state
        seen = 0
        while True:
            while state.oms.stirred:
                stirred, state.oms.stirred = state.oms.stirred, []
                for id in dict.fromkeys([order.link for order in stirred if order.link]):
                    self._settle(state.groups.known[id], events)
            before = len(events)
            if state.groups.held:
                self._watch(events, seen)
            seen = before
            if not state.oms.stirred and len(events) == before:
                break
        state.oms.parents.tell(events)

    def _settle(self, group: Group, events: list[Event]) -> None:
        state = self._state
        holds = [self.holds(leg.command) for leg in group.legs]
        for _ in range(MOST_ACTS):
            act = group.next_act(state.oms, holds)
            if act is None:
                break
            self._do(group, act, events)
        else:
            for number in range(len(group.legs)):
                self._lose(group, number, None, events)
        over = group.is_over(state.oms)
        if over and not group.closed:
            events.append(GroupClosed(OrderId(group.id)))
        group.closed = over

    def _do(self, group: Group, act: Act, events: list[Event]) -> None:
        what, number, lots = act
        leg = group.legs[number]
        order = leg.order(self._state.oms)
        if what == HOLD:
            self._hold_leg(group, number, lots, events)
        elif what == LOSE:
            if order is not None:
                order.refused = False
            self._lose(group, number, None, events)
        elif what == SEND:
            self._deal(group, number, lots, events)
        elif what == CANCEL and order is not None:
            leg.renew = order.refused and not group.done and group.wants(number, self._state.oms) > 0
            leg.pulled = not leg.renew
            order.refused = False
            self._cancel(order, reason_for(group), events)
        elif what == REPLACE and order is not None:
            refusal = self._change(order, ReplaceOrder(order.id, Qty(lots), Price(order.price), origin=leg.command.origin), events)
            if refusal is None:
                leg.asked = lots
            else:
                leg.short = lots
                self._tell_leg(group, number, LegState.SHORT, lots - order.filled, events, refusal.reason)

    def _deal(self, group: Group, number: int, lots: int, events: list[Event]) -> None:
        """A new order for an exit, through the gate."""
        leg = group.legs[number]
        oms = self._state.oms
        name = leg.command.client_order_id
        if leg.orders:
            name = f"{name}/{len(leg.orders) + 1}"
        else:
            # Kept for it since the group was opened.
            del oms.client_ids[name]
        c = outgoing(leg, name, lots, leg.fired)
        id = self._next_id()
        proof, leg.proof = leg.proof, None
        if proof is not None and lots <= proof.order.qty:
            # Fewer than the gate said yes to: the leg before it has traded.
            proof.order.qty = proof.order.leaves = lots
            self._send_leg(group, number, proof, events)
            return
        answer = self._judge(id, c)
        if isinstance(answer, Refusal):
            oms.client_ids.setdefault(name, group.id)
            refuse(self._state, c, answer, events)
            self._lose(group, number, answer.reason, events)
        else:
            self._send_leg(group, number, answer, events)

    def _lose(self, group: Group, number: int, reason: Reason | None, events: list[Event]) -> None:
        leg = group.legs[number]
        if not leg.lost:
            leg.lost = True
            self._tell_leg(group, number, LegState.LOST, group.wants(number, self._state.oms), events, reason)

    def _tell_leg(
        self, group: Group, number: int, state: LegState, lots: int, events: list[Event], reason: Reason | None = None
    ) -> None:
        leg = group.legs[number]
        id = OrderId(leg.orders[-1] if leg.orders else 0)
        name = leg.command.client_order_id
        events.append(LegChanged(OrderId(group.id), number + 1, name, state, id, Qty(lots), Price(leg.trigger), reason))

    # stops that the desk holds --------------------------------------------------------------------------------------

    def _hold_leg(self, group: Group, number: int, lots: int, events: list[Event]) -> None:
        leg, groups = group.legs[number], self._state.groups
        key = (group.id, number)
        leg.held = lots
        if lots:
            groups.held[key] = leg.command.instrument
            self._tell_leg(group, number, LegState.HELD, lots, events)
            self._look(key, events)
        else:
            groups.held.pop(key, None)
            self._tell_leg(group, number, LegState.HELD, 0, events)

    def _watch(self, events: list[Event], seen: int) -> None:
        """Prices of this step, from event number seen on."""
        held = self._state.groups.held
        for event in events[seen:]:
            if isinstance(event, TradePrinted):
                for key in sorted([key for key, instrument in held.items() if instrument == event.instrument]):
                    if key in held:
                        self._take(key, TriggerBy.LAST, event.price, events)
        for key in sorted(held):
            if key in held:
                self._look(key, events)

    def _look(self, key: tuple[int, int], events: list[Event]) -> None:
        """At the market as it stands."""
        groups = self._state.groups
        leg = groups.known[key[0]].legs[key[1]]
        market = self._state.venue.markets.get(leg.command.instrument)
        if market is None:
            return
        bid, ask = market.best()
        for by, price in (
            (TriggerBy.LAST, market.book.last), (TriggerBy.QUOTE, ask if leg.command.side is BUY else bid), (TriggerBy.MARK, market.mark),
        ):
            if key in groups.held:
                self._take(key, by, price, events)

    def _take(self, key: tuple[int, int], by: TriggerBy, price: int, events: list[Event]) -> None:
        state = self._state
        if not state.groups.take_prices(key, by, price):
            return
        group = state.groups.known[key[0]]
        leg = group.legs[key[1]]
        lots, leg.held, leg.fired = leg.held, 0, True
        del state.groups.held[key]
        self._tell_leg(group, key[1], LegState.FIRED, lots, events)
        self._settle(group, events)

    # ends -----------------------------------------------------------------------------------------------------------

    def cancel(self, id: int, events: list[Event]) -> bool:
        """A parent or a group by its number. Whether there is one."""
        state = self._state
        parent, group = state.oms.parents.known.get(id), state.groups.known.get(id)
        if (group is not None and group.done) or (parent is not None and parent.done):
            events.append(RequestRefused("cancel", OrderId(id), Reason.ORDER_NOT_WORKING, 0, 0))
        elif group is not None:
            group.done = True
            self._settle(group, events)
        elif parent is not None:
            parent.done = True
            state.oms.parents.touch(id)
            for order in [state.oms.open[one] for one in sorted(state.oms.open) if state.oms.open[one].parent == id]:
                if order.id in state.oms.open:
                    self._cancel(order, CancelReason.PARENT_CANCELLED, events)
            state.oms.parents.tell(events)
        return group is not None or parent is not None

    def stop_all(self, events: list[Event], everything: bool) -> None:
        """The kill switch, or the end of the run: nothing that is not sent yet will be. The orders' own cancels follow. everything:
        else only what a stop blocks."""
        state = self._state
        self.end_groups(lambda c: everything or self._blocked(c), events)
        for id in sorted(state.oms.parents.known):
            parent = state.oms.parents.known[id]
            if not parent.done and (everything or self._blocks(parent.owner, parent.account, parent.instrument, parent.client_order_id)):
                parent.done = True
                if parent.filled < parent.qty:
                    state.oms.parents.touch(id)

    def end_groups(self, meant: Callable[[PlaceOrder], bool], events: list[Event]) -> None:
        """Of groups with a leg that is meant nothing more is wanted. Their orders' own cancels follow."""
        for id in sorted(self._state.groups.known):
            group = self._state.groups.known[id]
            if not group.done and any(meant(leg.command) for leg in group.legs):
                group.done = True
                for leg in group.legs:
                    leg.pulled = bool(leg.orders)
                self._settle(group, events)

    def _blocked(self, c: PlaceOrder) -> bool:
        return self._blocks(self._state.gate.owners.of(c.origin), c.account, c.instrument, c.client_order_id)

    def _blocks(self, owner: Owner, account: int, instrument: int, name: str) -> bool:
        state = self._state
        return state.kill.stage_for(owner, account, state.venue.instruments.get(instrument), name) >= BLOCKED

    def drop_held(self, meant: Callable[[PlaceOrder], bool], events: list[Event], told: LegState | None = None) -> None:
        """Those of the held legs that are meant are held no longer."""
        for id, number in sorted(self._state.groups.held):
            group = self._state.groups.known[id]
            leg = group.legs[number]
            if leg.held and meant(leg.command):
                if told is not None:
                    self._tell_leg(group, number, told, leg.held, events)
                leg.lost = True
                self._settle(group, events)
