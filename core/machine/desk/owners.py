"""Whose an order is, from the command's origin; and which scopes concern it."""

from core.domain.instrument import Instrument
from core.domain.order import NOBODY, Owner, OwnOrder
from core.domain.scope import Scope, ScopeKind
from core.messages.origin import Origin


class Owners:
    """One Owner for all orders of one origin: a day of orders has few owners. last: the origin whose owner was asked for last; whoever
    sends many orders says who it is with one object."""

    __slots__ = ("_known", "last", "last_owner")

    def __init__(self) -> None:
        self._known: dict[Origin, Owner] = {}
        self.last: Origin | None = None
        self.last_owner: Owner = NOBODY

    def of(self, origin: Origin | None) -> Owner:
        if origin is self.last:
            return self.last_owner
        if origin is None:
            return NOBODY
        found = self._known.get(origin)
        if found is None:
            found = Owner(origin.person, origin.strategy, origin.desk, origin.session, origin.signal, origin.correlation)
            if not origin.signal and not origin.correlation:
                # What changes with every order is not worth keeping.
                self._known[origin] = found
        self.last, self.last_owner = origin, found
        return found

    def forget(self) -> None:
        """They are made anew as their orders come."""
        self._known.clear()
        self.last, self.last_owner = None, NOBODY


def concerns(scope: Scope, order: OwnOrder, instrument: Instrument) -> bool:
    """Whether the scope is one of the order's own. Account and order are named by their numbers, an order also by its client id."""
    return meant(scope, order.owner, order.account, order.id, order.client_order_id, instrument)


def meant(scope: Scope, owner: Owner, account: int, id: int, client_order_id: str, instrument: Instrument | None) -> bool:
    """The same of an order that may not exist yet, nor its instrument."""
    kind, name = scope
    if kind is ScopeKind.EVERYTHING:
        return True
    if kind is ScopeKind.INSTRUMENT:
        return instrument is not None and name == instrument.symbol
    if kind is ScopeKind.VENUE:
        return instrument is not None and name == instrument.venue
    if kind is ScopeKind.ACCOUNT:
        return name == str(account)
    if kind is ScopeKind.ORDER:
        return name in (str(id), client_order_id)
    if kind is ScopeKind.TRADER:
        return name == owner.trader
    if kind is ScopeKind.STRATEGY:
        return name == owner.strategy
    return name == (owner.desk if kind is ScopeKind.DESK else owner.session)
