"""Order management again, slow and obviously right, written from docs/orders.md: outside venues, parents, baskets, linked orders.

An order is the list of what was asked and said about it; where it stands is read off that list each time. Nothing is kept that can be
counted. Limits: one on the position; everything else about the gate has its own tests.
"""

from core.domain.enums import AnomalyKind, CancelReason, LinkKind, OrderState, Side
from core.messages.reasons import Reason
from tests.twins.naive_desk import Desk
from tests.twins.naive_order import Group, Leg, Order, Trade

A, S, R = AnomalyKind, OrderState, Reason


class Naive(Desk):
    # linked orders ------------------------------------------------------------------------------------------------------

    def link(self, kind: LinkKind, legs: list[tuple[str, Side]], qty: int) -> None:
        names = [name for name, _ in legs]
        if self.engaged:
            return self.refuse(R.KILL_SWITCH_ENGAGED)
        if len(set(names)) < len(names) or any(name in self.names for name in names):
            return self.refuse(R.DUPLICATE_CLIENT_ORDER_ID)
        if kind is LinkKind.BRACKET and any(side is legs[0][1] for _, side in legs[1:]):
            return self.refuse(R.BAD_LINK)
        group = Group(self.seq, kind, qty, [Leg(name, side) for name, side in legs])
        if kind is LinkKind.OCO:
            ahead: list[Order] = []
            for name, side in legs:
                reason = self.judge(name, side, qty, 0, ahead)
                if reason is not None:
                    return self.refuse(reason)
                ahead.append(Order(0, name, side, qty))
        else:
            reason = self.judge(legs[0][0], legs[0][1], qty, 0, [])
            id = self.next_id()
            if reason is not None:
                return self.refuse(reason)
        self.groups[self.seq] = group
        self.names |= set(names)
        if kind is not LinkKind.OCO:
            group.legs[0].orders.append(self.send(id, legs[0][0], legs[0][1], qty, 0, group.id))
        return None

    def wants(self, group: Group, leg: Leg) -> int:
        """Lots that an exit is to have open."""
        def done(of: Leg) -> int:
            return sum(order.now.filled - order.now.undone for order in of.orders)

        if group.done:
            return 0
        if group.kind is LinkKind.OCO:
            return max(group.qty - sum(map(done, group.legs)), 0)
        entered = done(group.legs[0])
        if group.kind is LinkKind.OTO:
            return max(entered - done(leg), 0)
        return max(entered - sum(map(done, group.legs[1:])), 0)

    def tidy(self) -> None:
        """After every step: each exit becomes what it should be."""
        for group in self.groups.values():
            for _ in range(32):
                if not any(self._mend(group, leg) for leg in group.legs):
                    break

    def _mend(self, group: Group, leg: Leg) -> bool:
        """Whether something had to be done."""
        order = leg.orders[-1] if leg.orders else None
        alive = order is not None and order.now.end is None
        if leg is group.legs[0] and group.kind is not LinkKind.OCO:
            if not (group.done and alive and not leg.pulled) or order is None:
                return False
            order.refused, leg.pulled = False, True
            self._ask_cancel(order, CancelReason.REQUESTED)
            return True
        wanted = self.wants(group, leg)
        if order is not None and alive:
            return self._size(group, leg, order, wanted)
        if order is not None and order.now.end is not S.FILLED and not (leg.lost or leg.renew or leg.pulled or group.done):
            leg.lost = True
        if leg.lost or not wanted:
            return False
        name = leg.name if order is None else f"{leg.name}/{len(leg.orders) + 1}"
        self.names.discard(leg.name if order is None else "")
        reason = self.judge(name, leg.side, wanted, 0, [])
        id = self.next_id()
        if reason is not None:
            self.names.add(name)
            self.refuse(reason)
            leg.lost = True
        else:
            leg.orders.append(self.send(id, name, leg.side, wanted, 0, group.id))
            leg.asked, leg.short, leg.renew, leg.pulled = wanted, 0, False, False
        return True

    def _size(self, group: Group, leg: Leg, order: Order, wanted: int) -> bool:
        now = order.now
        if leg.renew or leg.pulled:
            if order.refused:
                # Its cancel was refused: the venue has the last word.
                order.refused, leg.lost = False, True
            return False
        if leg.lost and not group.done:
            return False
        if not wanted or order.refused:
            leg.renew, leg.pulled = bool(order.refused and wanted), not (order.refused and wanted)
            order.refused = False
            self._ask_cancel(order, CancelReason.REQUESTED if group.done else CancelReason.LINKED)
            return True
        total = now.filled + wanted
        if now.doubt or now.cancelling or total == (leg.asked if now.on_their_way else now.qty) or total == leg.short:
            return False
        if self.change(order, total) is None:
            leg.asked = total
        else:
            leg.short = total
        return True

    # reports ------------------------------------------------------------------------------------------------------------

    def heard(self, venue: str, exec_id: str) -> bool:
        """Whether it was said before."""
        if exec_id and (venue, exec_id) in self.said:
            self.told.append(A.DOUBLED.name)
            return True
        if exec_id:
            self.said.add((venue, exec_id))
        return False

    def known(self, venue: str, id: int) -> Order | None:
        order = self.orders.get(id)
        return order if order is not None and order.venue == venue else None

    def fill(self, venue: str, id: int, trade: int, lots: int, said_open: int, side: Side | None) -> None:
        order, key = self.known(venue, id), (venue, id, trade)
        before = self.trades.get(key) if trade else None
        if before is not None and before.arrived:
            self.told.append(A.DOUBLED.name)
            return
        if order is None and side is None:
            self.told.append(A.UNKNOWN_ORDER.name)
            return
        booked = Trade(id, order.side if order is not None else side or Side.BUY, lots)
        if trade:
            self.trades[key] = booked
        else:
            self.nameless.append(booked)
        if before is not None:
            # Undone before it came: its lots are done, and never were.
            self.told.append(A.BUSTED_BEFORE.name)
            booked.lots = 0
        if order is None:
            if before is None:
                self.told.append(A.UNKNOWN_FILL.name)
            return
        now = order.now
        if now.end is not None:
            self.told.append((A.OVERFILL if now.end is S.FILLED else A.LATE_FILL).name)
        order.tell("filled", lots, said_open)
        if now.end is None and now.filled + lots > max([now.qty, *(now.asked if now.on_their_way else [])]):
            self.told.append(A.OVERFILL.name)
        if before is not None:
            order.tell("undone", lots)

    def bust(self, venue: str, id: int, trade: int) -> None:
        order, key = self.known(venue, id), (venue, id, trade)
        known = self.trades.get(key) if trade else None
        if known is None or not known.lots:
            self.told.append(A.UNKNOWN_TRADE.name)
            if known is None and trade:
                self.trades[key] = Trade(id, Side.BUY, 0, arrived=False)
            return
        if order is not None:
            order.tell("undone", known.lots)
        else:
            self.told.append(A.UNKNOWN_FILL.name)
        known.lots = 0

    def accepted(self, order: Order | None) -> None:
        self._plain(order, "accepted")

    def triggered(self, order: Order | None) -> None:
        self._plain(order, "nothing")

    def restated(self, order: Order | None, leaves: int) -> None:
        self._plain(order, "shrunk", min(leaves or 1 << 60, order.now.leaves) if order is not None else 0)

    def _plain(self, order: Order | None, fact: str, *numbers: int) -> None:
        if order is None:
            self.told.append(A.UNKNOWN_ORDER.name)
        elif order.now.end is not None:
            self.told.append(A.UNEXPECTED.name)
        else:
            order.tell(fact, *numbers)

    def cancelled(self, order: Order | None, lots: int, expired: bool) -> None:
        if order is not None and order.now.end is None:
            leaves = order.now.leaves
            if 0 < lots < leaves:
                self.told.append(A.FILLS_MISSING.name)
            order.tell("ended", S.EXPIRED if expired else S.CANCELLED, lots if 0 < lots < leaves else leaves)
            order.why = CancelReason.EXPIRED if expired else order.asked_why
        else:
            self._plain(order, "nothing")

    def replaced(self, order: Order | None, total: int) -> None:
        if order is None or order.now.end is not None:
            self._plain(order, "nothing")
            return
        now = order.now
        if total <= now.filled:
            order.tell("ended", S.CANCELLED, now.leaves)
            order.why = CancelReason.REQUESTED
            return
        if total > max([now.qty, *(now.asked if now.on_their_way else [])]):
            self.told.append(A.GREW.name)
        order.tell("replaced", total)

    def rejected(self, order: Order | None) -> None:
        if order is None or order.now.end is not None:
            self._plain(order, "nothing")
            return
        now = order.now
        if now.filled or now.state is S.WORKING:
            self.told.append(A.UNEXPECTED.name)
            order.tell("ended", S.CANCELLED, now.leaves)
            order.why = order.asked_why
        else:
            order.tell("ended", S.REJECTED, now.leaves)

    def request_rejected(self, order: Order | None, cancel: bool, not_there: bool) -> None:
        if order is None:
            self.told.append(A.UNKNOWN_ORDER.name)
            return
        order.tell("cancel refused" if cancel else "replace refused")
        if order.now.end is None:
            order.refused = order.refused or bool(order.group or order.parent)
            if not_there:
                order.tell("doubted")

    def doubted(self, order: Order | None) -> None:
        if order is None:
            self.told.append(A.UNKNOWN_ORDER.name)
        elif order.now.end is None:
            order.tell("doubted")

    def status(self, order: Order | None, state: OrderState, filled: int, leaves: int) -> None:
        if order is None:
            self.told.append(A.UNKNOWN_ORDER.name)
            return
        now = order.now
        if state is not S.IN_DOUBT and filled != now.filled - now.undone:
            self.told.append(A.FILLS_MISSING.name)
            if now.end is None:
                order.tell("doubted")
        elif now.end is not None:
            if state is S.WORKING:
                self.told.append(A.UNEXPECTED.name)
        elif state is S.EXPIRED:
            order.tell("ended", S.EXPIRED, now.leaves)
            order.why = CancelReason.EXPIRED
        elif state is S.REJECTED and not now.filled and now.state is not S.WORKING:
            order.tell("ended", S.REJECTED, now.leaves)
        elif state is not S.WORKING:
            order.tell("ended", S.CANCELLED, now.leaves)
            order.why = CancelReason.NOT_AT_VENUE if state is S.IN_DOUBT else order.asked_why
        elif not leaves:
            self.told.append(A.MALFORMED.name)
        else:
            if now.filled + leaves > max([now.qty, *(now.asked if now.on_their_way else [])]):
                self.told.append(A.GREW.name)
            order.tell("found", leaves)
