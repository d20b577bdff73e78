"""What the engine does with people and with requests for a second person: each takes the state, a message and the events.

The one thing that is not here is carrying out what was approved: only the engine has the way to every part of the desk.
"""

from typing import Any, Final

from core.domain.roles import is_account_name
from core.domain.scope import NAME_BYTES
from core.domain.units import Nanos, OrderId
from core.machine.desk.approvals import Waiting
from core.machine.desk.owners import Owners
from core.machine.desk.people import ALWAYS_TWO, normal
from core.machine.state import State
from core.messages.approvals import ApprovalDeclined, ApprovalExpired, ApprovalGiven, ApprovalRequested, Approve, Decline, RequestApproval
from core.messages.commands import CancelOrder, PlaceOrder, ReplaceOrder
from core.messages.events import Event, OrderRefused, RequestRefused
from core.messages.groups import PlaceBasket, PlaceLinked, PlaceParent
from core.messages.origin import Origin
from core.messages.outside import SetVenue
from core.messages.people import PersonSet, SetPerson
from core.messages.reasons import Reason

ORDERS: Final = (PlaceOrder, PlaceLinked, PlaceBasket, PlaceParent)
NAMES_READABLE: Final = 1
"""From these rules of the gate on."""
ID_LENGTH: Final = 100
"""Chosen: no venue takes longer ones."""
NAMES: Final[dict[str, str]] = {"EngageKill": "kill", "ReleaseKill": "release", "CancelOrder": "cancel", "ReplaceOrder": "replace"}
"""What a refused request is called, where it is not its type's own words."""


def denied(state: State, message: Any, events: list[Event]) -> bool:
    """Whether the message's author may not say it, or nobody can read what it is called; then that is told, and nothing else happens."""
    # Without people nobody is denied anything.
    if state.people.declared:
        if not state.people.allows(message):
            _refuse(message, Reason.NOT_PERMITTED, events)
            return True
        if type(message) in ALWAYS_TWO and message.origin is not None:
            _refuse(message, Reason.NEEDS_SECOND_PERSON, events)
            return True
    kind = type(message)
    if state.gate.funds.rules < NAMES_READABLE:
        return False
    if kind is PlaceOrder:
        id: str = message.client_order_id
        # Most orders come from where the one before came from.
        if len(id) <= ID_LENGTH and id.isprintable() and state.gate.owners.last is message.origin:
            return False
    if kind in ORDERS and not readable(message, state.gate.owners):
        _refuse(message, Reason.BAD_NAME, events)
        return True
    return False


def readable(m: Any, owners: Owners) -> bool:
    """Whether whoever reads the record can tell every id and name in it from every other. An owner's name must fit a stop's scope."""
    if type(m) is PlaceLinked:
        return all(readable(leg, owners) for leg in m.legs) and _named(m.origin, owners)
    if type(m) is PlaceBasket:
        return all(readable(line, owners) for line in m.orders) and _named(m.origin, owners)
    id: str = m.client_order_id
    return len(id) <= ID_LENGTH and id.isprintable() and _named(m.origin, owners)


def _named(o: Origin | None, owners: Owners) -> bool:
    if o is None or owners.last is o:
        return True
    words = o.person + o.desk + o.strategy + o.session
    # A character takes four bytes at most, so short ones need no closer look.
    short = len(words) * 4 <= NAME_BYTES or all(
        len(name.encode(errors="replace")) <= NAME_BYTES for name in (o.person, o.desk, o.strategy, o.session)
    )
    return short and len(o.correlation) + len(o.signal) <= 2 * ID_LENGTH and (words + o.correlation + o.signal).isprintable()


def _refuse(message: Any, reason: Reason, events: list[Event]) -> None:
    if isinstance(message, PlaceOrder):
        m = message
        events.append(OrderRefused(m.client_order_id, m.instrument, m.side, m.order_type, m.qty, m.price, reason, 0, 0))
        return
    about = message.order_id if isinstance(message, CancelOrder | ReplaceOrder) else OrderId(0)
    events.append(RequestRefused(name_of(message), about, reason, 0, 0))


def _request_refused(request: str, reason: Reason, events: list[Event], value: int = 0) -> None:
    events.append(RequestRefused(request, OrderId(0), reason, 0, value))


def name_of(message: Any) -> str:
    """CancelAllOrders: cancel all orders."""
    name: str = type(message).__name__
    known = NAMES.get(name)
    if known is not None:
        return known
    return "".join(" " + letter.lower() if letter.isupper() else letter for letter in name).strip()


# people -----------------------------------------------------------------------------------------------------------------


def set_person(state: State, c: SetPerson, events: list[Event]) -> None:
    people = state.people
    by_program = c.origin is None and not state.approvals.signed_by
    if not is_account_name(c.person):
        _request_refused("set person", Reason.BAD_PERSON, events)
        return
    if not by_program and people.can_administer():
        after = people.copy()
        after.set(c.person, c.roles, c.enabled)
        if not after.can_administer():
            _request_refused("set person", Reason.LAST_OF_ROLE, events)
            return
    people.set(c.person, c.roles, c.enabled)
    events.append(PersonSet(c.person, normal(c.roles), c.enabled, state.approvals.signed_by, c.why))


# approvals --------------------------------------------------------------------------------------------------------------


def ask(state: State, c: RequestApproval, events: list[Event]) -> None:
    by = c.origin.person if c.origin is not None else ""
    if isinstance(c.command, SetVenue) and c.command.outside and state.people.has_demo():
        _request_refused(name_of(c), Reason.DEMO_PEOPLE, events)
        return
    found = state.approvals.ask(state.seq, c.command, by, c.reason, state.at, state.people)
    if isinstance(found, Reason):
        _request_refused(name_of(c), found, events)
        return
    events.append(ApprovalRequested(found.id, c.command, by, found.reason, Nanos(found.expires_at)))


def approve(state: State, c: Approve, events: list[Event]) -> Waiting | None:
    """What the engine now carries out; None when it was refused."""
    by = c.origin.person if c.origin is not None else ""
    found = state.approvals.approve(c.request, by, state.people)
    if isinstance(found, Reason):
        _request_refused("approve", found, events, value=c.request)
        return None
    events.append(ApprovalGiven(found.id, found.command, found.by, by))
    return found


def decline(state: State, c: Decline, events: list[Event]) -> None:
    by = c.origin.person if c.origin is not None else ""
    found = state.approvals.decline(c.request, by, state.people)
    if isinstance(found, Reason):
        _request_refused("decline", found, events, value=c.request)
        return
    events.append(ApprovalDeclined(found.id, found.by, by))


def told_expired(over: list[Waiting], events: list[Event]) -> None:
    for one in over:
        events.append(ApprovalExpired(one.id, one.by))
