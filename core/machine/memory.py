"""The whole state as one value, and back: what a snapshot holds.

`rows` holds everything that state.digest covers and whatever else a later step looks at; a machine restored from it goes on as
if it had never stopped. `restore` takes what `rows` gave, also after a trip through msgpack.
"""

from typing import Any, Final

from core.domain.enums import CancelReason, OrderState, OrderType, PhaseOfRun, Side, TimeInForce
from core.domain.order import Owner, OwnOrder
from core.domain.position import Position
from core.domain.roles import Role
from core.domain.units import InstrumentId, OrderId
from core.machine import stop_memory
from core.machine.desk import gate_memory
from core.machine.desk.approvals import Approvals, Waiting
from core.machine.desk.contingent import groups_rows, restore_groups
from core.machine.desk.oms import Oms
from core.machine.desk.outside import outside_rows, restore_outside
from core.machine.desk.parents import parents_rows, restore_parents
from core.machine.desk.people import People
from core.machine.desk.risk import Gate
from core.machine.desk.unanswered import EDGES_TIME
from core.machine.state import State
from core.machine.venue import memory as venue_memory
from core.messages.approvals import Approvable
from core.messages.packing import message_of

ORDER: Final = (
    "id", "client_order_id", "account", "instrument", "side", "order_type", "qty", "price", "time_in_force", "asked", "filled", "leaves",
    "state", "parent", "epoch", "venue", "link", "busted", "cancel_reason", "replaces", "most_asked", "extra", "refused", "parent_open",
    "parent_filled", "worth",
)
OWNER: Final = ("trader", "strategy", "desk", "session", "signal", "correlation")


def rows(state: State) -> tuple[Any, ...]:
    kill = state.kill
    return (
        (state.seq, state.at, int(state.phase), state.session, state.tape_sha256, state.first_at, state.dropped),
        stop_memory.rows(kill),
        _people(state),
        _oms(state.oms),
        venue_memory.rows(state.venue),
        gate_memory.rows(state.gate),
        (outside_rows(state.outside), groups_rows(state.groups), parents_rows(state.oms.parents)),
    )


def _people(state: State) -> tuple[Any, ...]:
    people, waiting = state.people, state.approvals.waiting
    return (
        people.declared, tuple((name, people.roles[name], name in people.disabled) for name in sorted(people.roles)),
        tuple((w.id, w.command, w.by, w.reason, w.expires_at) for w in (waiting[id] for id in sorted(waiting))),
    )


def _restore_people(given: Any) -> tuple[People, Approvals]:
    declared, persons, waiting = given
    people, approvals = People(), Approvals()
    people.declared = declared
    people.roles = {name: tuple(Role(role) for role in roles) for name, roles, _ in persons}
    people.disabled = {name: True for name, _, disabled in persons if disabled}
    for id, command, by, reason, expires_at in waiting:
        approvals.keep(Waiting(id, message_of(command, Approvable), by, reason, expires_at))
    return people, approvals


def _oms(oms: Oms) -> tuple[Any, ...]:
    return (
        oms.changes,
        tuple(_order(oms.open[id]) for id in sorted(oms.open)),
        tuple(_order(oms.closed[id]) for id in sorted(oms.closed)),
        tuple((name, oms.client_ids[name]) for name in sorted(oms.client_ids)),
        # As text: a long day's money may be more than 64 bits hold.
        tuple(
            (account, instrument, p.qty, str(p.cost), str(p.realised), p.bought, p.sold, str(p.fees), tuple(p.fills))
            for (account, instrument), p in sorted(oms.positions.items(), key=_by_key)
        ),
    )


def _by_key(item: tuple[tuple[int, int], Position]) -> tuple[int, int]:
    return item[0]


def _order(order: OwnOrder) -> tuple[Any, ...]:
    return (*(getattr(order, name) for name in ORDER), tuple(getattr(order.owner, name) for name in OWNER))


def restore(given: Any) -> State:
    (
        (seq, at, phase, session, tape_sha256, first_at, dropped), kill, people, oms, venue, gate, (outside, groups, parents)
    ) = given
    state = State()
    state.seq, state.at, state.phase, state.session = seq, at, PhaseOfRun(phase), session
    state.tape_sha256, state.first_at, state.dropped = tape_sha256, first_at, list(dropped)
    state.kill = stop_memory.restore(kill)
    state.people, state.approvals = _restore_people(people)
    state.venue = venue_memory.restore(venue)
    state.oms = _restore_oms(oms)
    state.oms.parents = restore_parents(parents)
    state.outside = restore_outside(outside)
    state.groups = restore_groups(groups)
    state.gate = Gate(state.kill, state.oms, state.venue)
    gate_memory.restore(state.gate, gate)
    state.outside.unanswered.by_edges = state.gate.funds.rules >= EDGES_TIME
    return state


def _restore_oms(given: Any) -> Oms:
    changes, open_orders, closed, names, positions = given
    oms = Oms()
    oms.changes = changes
    for row in open_orders:
        order = _restore_order(row)
        oms.open[order.id] = order
    for row in closed:
        order = _restore_order(row)
        oms.closed[order.id] = order
    for name, id in names:
        oms.client_ids[name] = id
    for account, instrument, qty, cost, realised, bought, sold, fees, fills in positions:
        position = oms.position(account, instrument)
        position.qty, position.cost, position.realised = qty, int(cost), int(realised)
        position.bought, position.sold, position.fees = bought, sold, int(fees)
        position.fills = [(order_id, trade_id, signed, price) for order_id, trade_id, signed, price in fills]
    return oms


def _restore_order(row: Any) -> OwnOrder:
    id, name, account, instrument, side, order_type, qty, price, tif, asked, filled, leaves, state, parent, epoch = row[:15]
    venue, link, busted, cancel_reason, replaces, most_asked, extra, refused, parent_open, parent_filled, worth, owner = row[15:]
    order = OwnOrder(
        OrderId(id), name, account, InstrumentId(instrument), Side(side), OrderType(order_type), qty, price, TimeInForce(tif),
        Owner(*owner), parent, epoch,
    )
    order.worth = worth
    order.asked, order.filled, order.leaves, order.state = asked, filled, leaves, OrderState(state)
    order.venue, order.link, order.busted, order.cancel_reason = venue, link, busted, CancelReason(cancel_reason)
    order.replaces, order.most_asked, order.extra, order.refused = replaces, most_asked, extra, bool(refused)
    order.parent_open, order.parent_filled = parent_open, parent_filled
    return order
