"""The last look before a venue at an order that works for a parent; how parents begin; how refusals are told.

Decided here: the reasons' precedence holds across the gate and this look, so an unknown parent is told before a limit that was hit.
"""

from typing import Final

from core.domain.enums import PhaseOfRun
from core.domain.order import OwnOrder
from core.domain.units import OrderId, Qty
from core.machine.desk.basket import RANK
from core.machine.desk.judge import ACCOUNTS, Refusal
from core.machine.desk.oms import Approved
from core.machine.desk.parents import Parent, Parents
from core.machine.state import State
from core.messages.commands import PlaceOrder
from core.messages.events import ConservationBroken, Event, OrderRefused, ParentOpened, RequestRefused
from core.messages.groups import PlaceParent
from core.messages.reasons import Reason

MOST_LOTS: Final = 1 << 50


def conserve(parents: Parents, c: PlaceOrder, answer: Approved | Refusal) -> Approved | Refusal:
    """answer: the gate's."""
    reason = parents.fits(c.parent, c.account, c.instrument, c.side)
    if reason is not None and (isinstance(answer, Approved) or RANK[int(answer.reason)] > RANK[int(reason)]):
        return Refusal(reason)
    if isinstance(answer, Approved) and answer.order.qty > parents.room(c.parent):
        return Refusal(Reason.PARENT_QTY, max(parents.room(c.parent), 0), answer.order.qty)
    return answer


def conserve_replace(state: State, order: OwnOrder, total: int, events: list[Event]) -> Refusal | None:
    """The same for a replace that asks for more."""
    parents = state.oms.parents
    more = total - order.qty - order.extra
    if more <= 0 or order.parent not in parents.known:
        return None
    if parents.known[order.parent].done:
        return Refusal(Reason.PARENT_DONE)
    if more <= parents.room(order.parent):
        return None
    tell_broken(state, order.parent, order.client_order_id, more, events)
    return Refusal(Reason.PARENT_QTY, max(parents.room(order.parent), 0), more)


def refuse(state: State, c: PlaceOrder, refusal: Refusal, events: list[Event]) -> None:
    events.append(
        OrderRefused(
            c.client_order_id, c.instrument, c.side, c.order_type, c.qty, c.price, refusal.reason, refusal.limit, refusal.value,
            refusal.rule, refusal.scope, refusal.soft, refusal.also,
        )
    )
    if refusal.reason is Reason.PARENT_QTY:
        tell_broken(state, c.parent, c.client_order_id, c.qty, events)


def tell_broken(state: State, id: int, name: str, asked: int, events: list[Event]) -> None:
    parent = state.oms.parents.known[id]
    events.append(ConservationBroken(OrderId(id), Qty(parent.qty), Qty(parent.open + parent.filled), name, Qty(asked)))


def open_parent(state: State, c: PlaceParent, events: list[Event]) -> None:
    refusal = standing(state, c.client_order_id, c.account)
    instrument = state.venue.instruments.get(c.instrument)
    if refusal is None and instrument is None:
        refusal = Refusal(Reason.UNKNOWN_INSTRUMENT)
    elif refusal is None and instrument is not None and (c.qty <= 0 or c.qty % instrument.lot or c.qty > MOST_LOTS):
        refusal = Refusal(Reason.BAD_QTY, instrument.lot, c.qty)
    if refusal is not None:
        events.append(RequestRefused("parent", OrderId(0), refusal.reason, refusal.limit, refusal.value))
        return
    id = OrderId(state.seq)
    owner = state.gate.owners.of(c.origin)
    state.oms.parents.known[id] = Parent(id, c.client_order_id, c.account, c.instrument, c.side, c.qty, owner)
    state.oms.client_ids[c.client_order_id] = id
    events.append(ParentOpened(id, c.client_order_id, c.account, c.instrument, c.side, c.qty, c.origin))


def standing(state: State, name: str, account: int) -> Refusal | None:
    """What holds for every new order, and for what orders will hang on."""
    if state.kill.engaged:
        return Refusal(Reason.KILL_SWITCH_ENGAGED)
    if state.phase is not PhaseOfRun.RUNNING:
        return Refusal(Reason.NOT_RUNNING)
    if not 0 < account < ACCOUNTS:
        return Refusal(Reason.UNKNOWN_ACCOUNT)
    if not name or name in state.oms.client_ids:
        return Refusal(Reason.DUPLICATE_CLIENT_ORDER_ID)
    return None
