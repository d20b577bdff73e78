"""Flatten: after a scope's orders are gone, its positions are brought to zero by market orders that only reduce.

Decided here: each order is an entry of its own, at most as large as the limits allow, and goes through the gate like any other; the
kill switch lets it pass because it reduces, the price protection is the gate's. What a round leaves is tried again, a few times,
a second apart; then somebody has to look. A new engagement of the scope ends it. Never before the scope is verified: blocks,
then cancels, then this.
"""

from collections.abc import Callable
from typing import Any, Final

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.scope import Scope, ScopeKind
from core.domain.stages import Stage
from core.domain.units import SECOND, InstrumentId, Price, Qty
from core.machine.desk.kill_switch import Stop
from core.machine.desk.people import Right
from core.machine.desk.releasing import parsed, person, refuse
from core.machine.desk.stopping import Stopping
from core.machine.state import State
from core.messages.commands import PlaceOrder
from core.messages.events import Event
from core.messages.origin import Origin
from core.messages.reasons import Reason
from core.messages.stopping import Flatten, FlattenChanged

ROUNDS: Final = 3
PAUSE_NS: Final = SECOND
FOLLOWED: Final = 2
"""From these rules of the gate on its orders say which stop they are for."""
HAVE_POSITIONS: Final = (ScopeKind.EVERYTHING, ScopeKind.VENUE, ScopeKind.INSTRUMENT, ScopeKind.ACCOUNT)
Place = Callable[[PlaceOrder, list[Event]], None]


class Flattening:
    """place: the engine's, for an order that comes through the gate."""

    __slots__ = ("_place", "_state", "_stopping")

    def __init__(self, state: State, stopping: Stopping, place: Place) -> None:
        self._state = state
        self._stopping = stopping
        self._place = place

    def asked(self, c: Flatten, events: list[Event]) -> None:
        who = person(c.origin)
        scope = parsed(c.scope)
        if who and not self._state.people.may(who, Right.KILL):
            refuse("flatten", (Reason.NO_RIGHT_TO_STOP, 0, 0), events)
        elif scope is None or scope.kind not in HAVE_POSITIONS:
            refuse("flatten", (Reason.BAD_SCOPE, 0, 0), events)
        else:
            self.begin(scope.text, c.source, who, events)

    def begin(self, scope: str, source: str, who: str, events: list[Event]) -> None:
        stop = self._state.kill.stops.get(scope)
        if stop is None or stop.stage <= Stage.REQUESTED or stop.holds:
            self._stopping.engage(scope, source, 0, who, events)
        stop = self._state.kill.stops[scope]
        stop.round, stop.tried, stop.flatten_at = 1, [], 0
        self._tell(stop, events, who)
        self._stopping.renew(self._state.kill)

    def go_on(self, at: int, events: list[Event]) -> bool:
        """One order, when its time has come. True: this entry was for it."""
        kill = self._state.kill
        for stop in kill.in_turn():
            if stop.round and stop.stage is Stage.VERIFIED and stop.flatten_at <= at:
                self._next(stop, at, events)
                self._stopping.renew(kill)
                return True
        return False

    def _next(self, stop: Stop, at: int, events: list[Event]) -> None:
        for key in self._held(stop.scope):
            if key not in stop.tried:
                self._reduce(stop, key, events)
                return
        left = len(self._held(stop.scope))
        if left and stop.round < ROUNDS:
            stop.round, stop.tried, stop.flatten_at = stop.round + 1, [], at + PAUSE_NS
        else:
            stop.round = 0
            self._tell(stop, events)

    def _reduce(self, stop: Stop, key: tuple[int, int], events: list[Event]) -> None:
        state, (account, id) = self._state, key
        position = state.oms.positions[key].qty
        qty = self._size(id, abs(position))
        side = Side.SELL if position > 0 else Side.BUY
        # Unique: there is one of them in an entry.
        name = f"flatten-{stop.generation}-{state.seq}"
        state.kill.passing = name
        origin = Origin(correlation=f"stop-{stop.generation}") if state.gate.funds.rules >= FOLLOWED else None
        self._place(
            PlaceOrder(name, InstrumentId(id), side, OrderType.MARKET, Qty(qty), Price(0), TimeInForce.IOC, account, None, origin), events
        )
        state.kill.passing = ""
        if state.oms.positions[key].qty == position:
            # Refused, rejected, or nobody there: not again in this round.
            stop.tried.append(key)

    def _size(self, instrument: int, qty: int) -> int:
        limits: Any = self._state.gate.limits.get(instrument)
        if limits is None or qty <= limits.max_order_qty:
            return qty
        lot = self._state.venue.instruments[instrument].lot
        most = int(limits.max_order_qty)
        return max(most - most % lot, lot)

    def _held(self, scope: Scope) -> list[tuple[int, int]]:
        state = self._state
        found = []
        for (account, id), held in state.oms.positions.items():
            if not held.qty:
                continue
            instrument = state.venue.instruments[id]
            names = {ScopeKind.VENUE: instrument.venue, ScopeKind.INSTRUMENT: instrument.symbol, ScopeKind.ACCOUNT: str(account)}
            if scope.kind is ScopeKind.EVERYTHING or names.get(scope.kind) == scope.name:
                found.append((account, id))
        return sorted(found)

    def _tell(self, stop: Stop, events: list[Event], who: str = "") -> None:
        events.append(FlattenChanged(stop.text, stop.generation, len(self._held(stop.scope)), stop.round > 0, who))
