"""A machine and its naive order management hear the same: commands, and an outside venue's reports in any order, lost, late, doubled,
and about orders that never were. After every step both must stand alike.

A step is a tuple of small numbers, read by what there is to talk about; so Hypothesis can make it smaller.
"""

from collections.abc import Callable
from typing import Any

from core.domain.enums import CancelReason, LinkKind, Liquidity, OrderState, OrderType, Request, Side, TimeInForce
from core.domain.scope import ScopeKind
from core.machine.engine import Engine
from core.machine.memory import restore, rows
from core.machine.state import State, digest
from core.messages.commands import CancelOrder, EngageKill, PlaceOrder, ReleaseKill, ReplaceOrder, SetLimits, StartRun
from core.messages.events import BasketRefused, OrderAnomaly, OrderCancelled, OrderRefused, RequestRefused
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.groups import PlaceBasket, PlaceLinked, PlaceParent
from core.messages.outside import OutsideReport, SetVenue
from core.messages.packing import pack, unpack
from core.messages.rejections import Rejection
from core.messages.reports import Accepted, Busted, Cancelled, Filled, Rejected, Replaced, Report, Restated, Status, Triggered
from core.messages.reports import Doubted as DoubtedReport
from tests.twins.naive_oms import Naive
from tests.twins.naive_order import Order

HERE, THERE, LIMIT = "OUT", "ELSEWHERE", 40
STATES = (OrderState.WORKING, OrderState.WORKING, OrderState.FILLED, OrderState.CANCELLED, OrderState.REJECTED, OrderState.EXPIRED,
          OrderState.IN_DOUBT)  # fmt: skip
Step = tuple[int, int, int, int, int, int]


class Talk:
    def __init__(self) -> None:
        self.engine = Engine(State())
        self.naive = Naive(HERE, LIMIT)
        self.seq = 0
        self.why: dict[int, CancelReason] = {}
        for message in (
            StartRun("twin", "", 0, 0, False, "", ()), ListInstrument(1, "X", HERE, "B", "Q", 2, 0, 1, 1), SetVenue(HERE, True),  # type: ignore[arg-type]
            SetLimits(1, 10**6, 10**15, 9_000, LIMIT, 10**6), FlowLimit(1, -1, Side.BUY, 1, 99), FlowLimit(1, -2, Side.SELL, 1, 101),  # type: ignore[arg-type]
        ):
            self.seq += 1
            self.engine.apply(self.seq, self.seq, message)
        self.naive.seq = self.seq

    def say(self, step: Step) -> None:
        """Raises AssertionError when the two part."""
        self.naive.begin(self.seq + 1)
        message = WORDS[step[0] % len(WORDS)](self, *step[1:])
        if message is None:
            return
        self.seq += 1
        events = self.engine.apply(self.seq, self.seq, message)
        self.naive.tidy()
        self.why |= {event.order_id: event.reason for event in events if isinstance(event, OrderCancelled)}
        told = [name for name in map(_told, events) if name]
        assert told == self.naive.told, f"{message}: machine {told}, twin {self.naive.told}"
        assert self.facts() == self.expected(), f"{message}: {self.facts()} is not {self.expected()}"

    def resume(self) -> None:
        """The machine goes on from its own written state."""
        was = digest(self.engine.state)
        self.engine = Engine(restore(unpack(pack(rows(self.engine.state)))))
        assert digest(self.engine.state) == was

    def facts(self) -> dict[str, Any]:
        oms, groups = self.engine.state.oms, self.engine.state.groups
        every = {**oms.open, **oms.closed}
        held = oms.positions.get((1, 1))
        mine = self.engine.state.gate.usage(ScopeKind.ACCOUNT, "1").holding(1)
        return {
            "orders": {
                id: (o.state, o.filled, o.busted, o.qty, (o.leaves, o.extra) if id in oms.open else self.why.get(id))
                for id, o in every.items()
            },
            "position": held.qty if held is not None else 0,
            "exposed": (mine.buy, mine.sell),
            "parents": {id: (p.open + p.filled, p.done) for id, p in oms.parents.known.items()},
            "groups": {id: [(leg.orders, leg.lost) for leg in g.legs] for id, g in groups.known.items()},
        }

    def expected(self) -> dict[str, Any]:
        naive = self.naive
        stands = {id: order.now for id, order in naive.orders.items()}
        return {
            "orders": {
                id: (now.state, now.filled, now.undone, now.qty, (now.leaves, now.extra) if now.end is None else naive.orders[id].why)
                for id, now in stands.items()
            },
            "position": naive.position,
            "exposed": (naive.exposed(Side.BUY), naive.exposed(Side.SELL)),
            "parents": {id: (naive.committed(id), p.done) for id, p in naive.parents.items()},
            "groups": {id: [([o.id for o in leg.orders], leg.lost) for leg in g.legs] for id, g in naive.groups.items()},
        }

    # what is talked about -----------------------------------------------------------------------------------------------

    def id(self, n: int) -> int:
        """Mostly of an order that is open; some that are done, groups, parents, nobody's."""
        found = [order.id for order in self.naive.open()] if n % 4 else []
        found = found or [*self.naive.orders, *self.naive.groups, *self.naive.parents, 999_999]
        return found[n // 4 % len(found)]

    def order(self, n: int) -> tuple[int, Order | None, str]:
        venue = THERE if n % 31 == 30 else HERE
        id = self.id(n)
        return id, self.naive.known(venue, id), venue

    def name(self, n: int) -> str:
        return f"n{n % 40}" if n % 7 == 0 else f"n{self.seq}-{n}"

    def parent(self, n: int) -> int:
        found = [*self.naive.parents, 888_888] if n % 3 == 0 and self.naive.parents else [0]
        return found[n // 3 % len(found)]


def _told(event: Any) -> str:
    if isinstance(event, OrderAnomaly):
        # A bust of a fill that nobody's order has is told as an unknown fill.
        return event.kind.name
    if isinstance(event, OrderRefused | RequestRefused | BasketRefused):
        return event.reason.name
    return ""


def _side(n: int) -> Side:
    return Side.SELL if n % 2 else Side.BUY


def _order(name: str, side: Side, qty: int, parent: int) -> PlaceOrder:
    return PlaceOrder(name, 1, side, OrderType.LIMIT, qty, 100, TimeInForce.GTC, 1, None, None, parent)  # type: ignore[arg-type]


# words ------------------------------------------------------------------------------------------------------------------


def place(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    name, side, qty, parent = t.name(a), _side(b), 1 + c % 12, t.parent(d)
    t.naive.place(name, side, qty, parent)
    return _order(name, side, qty, parent)


def basket(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    lines = [(f"{t.name(a + n)}{'' if e % 5 == 0 else n}", _side(b + n), 1 + (c + n) % 9, t.parent(d + n)) for n in range(1 + e % 3)]
    t.naive.basket(lines)
    return PlaceBasket(tuple(_order(*line) for line in lines))


def parent(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    name, side, qty = t.name(a), _side(b), 1 + c % 20
    t.naive.open_parent(name, side, qty)
    return PlaceParent(name, 1, side, qty)  # type: ignore[arg-type]


def link(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    kind = (LinkKind.BRACKET, LinkKind.OCO, LinkKind.OTO)[d % 3]
    exit_side = _side(b + 1) if kind is not LinkKind.OCO or e % 2 else _side(b)
    legs = [(f"{t.name(a)}/{n}", _side(b) if n == 0 else exit_side) for n in range(2 + e % 2)]
    qty = 1 + c % 12
    t.naive.link(kind, legs, qty)
    return PlaceLinked(kind, tuple(_order(name, side, qty, 0) for name, side in legs))


def cancel(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    id = t.id(a)
    t.naive.cancel(id)
    return CancelOrder(id)  # type: ignore[arg-type]


def replace(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    id, qty = t.id(a), 1 + b % 15
    t.naive.replace(id, qty)
    return ReplaceOrder(id, qty, 100)  # type: ignore[arg-type]


def kill(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    if a % 6:
        return None
    t.naive.kill()
    return EngageKill("twin")


def release(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    if not t.naive.engaged:
        return None
    t.naive.engaged = False
    return ReleaseKill("twin", t.engine.state.kill.generation)


def _report(t: Talk, a: int, e: int, report: Report, venue: str, told: Callable[[], None]) -> OutsideReport:
    """Some are numbered, and some of the numbers were used before."""
    exec_id = "" if e % 3 else f"x{e % 12 if e % 4 == 0 else t.seq}"
    if not t.naive.heard(venue, exec_id):
        told()
    return OutsideReport(venue, exec_id, report, 1, 1, None)  # type: ignore[arg-type]


def accepted(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    id, order, venue = t.order(a)
    if b % 5 == 0:
        return _report(t, a, e, Triggered(id, 100), venue, lambda: t.naive.triggered(order))  # type: ignore[arg-type]
    return _report(t, a, e, Accepted(id, c % 9, 0, 0), venue, lambda: t.naive.accepted(order))  # type: ignore[arg-type]


def filled(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    id, _, venue = t.order(a)
    lots, left, trade = 1 + b % 6, c % 8, d % 9 if d % 2 else 10 + t.seq
    side = None if e % 2 else _side(e // 2)
    exec_id = "" if e % 3 else f"x{t.seq}"
    if not t.naive.heard(venue, exec_id):
        t.naive.fill(venue, id, trade, lots, left, side)
    report = Filled(id, lots, 100, left, Liquidity.MAKER, trade)  # type: ignore[arg-type]
    return OutsideReport(venue, exec_id, report, 1, 1, side)  # type: ignore[arg-type]


def busted(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    id, _, venue = t.order(a)
    known = [key for key in t.naive.trades if key[1] == id]
    trade = known[c % len(known)][2] if known and c % 3 else d % 9
    return _report(t, a, e, Busted(id, trade, Side.BUY, 1, 1, 0), venue, lambda: t.naive.bust(venue, id, trade))  # type: ignore[arg-type]


def cancelled(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    id, order, venue = t.order(a)
    reason, lots = CancelReason.EXPIRED if b % 6 == 0 else CancelReason.REQUESTED, c % 14
    return _report(
        t, a, e, Cancelled(id, lots, reason), venue, lambda: t.naive.cancelled(order, lots, reason is CancelReason.EXPIRED)  # type: ignore[arg-type]
    )


def replaced(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    id, order, venue = t.order(a)
    asked = order.now.asked if order is not None else []
    total = asked[b % len(asked)] if asked and b % 4 else 1 + c % 15
    return _report(t, a, e, Replaced(id, total, 100, 0, True), venue, lambda: t.naive.replaced(order, total))  # type: ignore[arg-type]


def restated(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    id, order, venue = t.order(a)
    return _report(t, a, e, Restated(id, 100, b % 9), venue, lambda: t.naive.restated(order, b % 9))  # type: ignore[arg-type]


def rejected(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    id, order, venue = t.order(a)
    request = (Request.NEW, Request.CANCEL, Request.REPLACE, Request.REPLACE)[b % 4]
    reason = Rejection.UNKNOWN_ORDER if c % 4 == 0 else Rejection.BAD_TERMS

    def told() -> None:
        if request is Request.NEW:
            t.naive.rejected(order)
        else:
            t.naive.request_rejected(order, request is Request.CANCEL, c % 4 == 0)

    return _report(t, a, e, Rejected(id, "", request, reason), venue, told)  # type: ignore[arg-type]


def doubted(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    id, order, venue = t.order(a)
    return _report(t, a, e, DoubtedReport(id), venue, lambda: t.naive.doubted(order))  # type: ignore[arg-type]


def status(t: Talk, a: int, b: int, c: int, d: int, e: int) -> Any:
    id, order, venue = t.order(a)
    now = order.now if order is not None else None
    true = now.filled - now.undone if now is not None else 0
    lots, state, left = max(true + (b % 5 == 0), 0), STATES[c % len(STATES)], d % 9
    return _report(t, a, e, Status(id, state, lots, left), venue, lambda: t.naive.status(order, state, lots, left))  # type: ignore[arg-type]


WORDS: tuple[Callable[[Talk, int, int, int, int, int], Any], ...] = (
    place, place, place, basket, parent, link, link, link, cancel, cancel, replace, replace, replace, kill, release, release,
    accepted, accepted, filled, filled, filled, filled, filled, busted, cancelled, cancelled, replaced, replaced, restated, rejected,
    rejected, doubted, status, status,
)
