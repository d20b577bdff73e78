"""Audit rows of what the gate is told and tells, and of the kill switch's way back: a part of the fold, pure like it."""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from core.edge.history import words as w
from core.messages import limits, stopping

EVENTS: Final[dict[type, str]] = {
    limits.LimitChanged: w.CONFIGURATION_CHANGE,
    limits.RiskTold: w.CONFIGURATION_CHANGE,
    limits.LimitWarning: w.LIMIT_BREACH,
    limits.ScopeDisabled: w.LIMIT_BREACH,
    limits.OrderModified: w.RISK_CHECK,
    stopping.StageChanged: w.KILL_ENGAGED,
    stopping.ReleaseApproved: w.KILL_RELEASED,
    stopping.CancelKept: w.KILL_ENGAGED,
    stopping.OrderFenced: w.KILL_ENGAGED,
    stopping.StoppingSet: w.CONFIGURATION_CHANGE,
    stopping.TriggerSet: w.CONFIGURATION_CHANGE,
    stopping.TriggerFired: w.LIMIT_BREACH,
    stopping.FlattenChanged: w.KILL_ENGAGED,
    stopping.OverrideChanged: w.KILL_RELEASED,
}


def _on_told(fold: Any, event: Any, number: int) -> None:
    data = {"what": type(event).__name__, **{name: _plain(getattr(event, name)) for name in event.__struct_fields__}}
    order = fold._order(event.order_id) if hasattr(event, "order_id") else None
    instrument = getattr(event, "instrument", 0)
    fold._audit(EVENTS[type(event)], w.RISK, msgspec.json.encode(data), order, instrument)


def _plain(value: Any) -> Any:
    """Names instead of numbers of enums, text that every database takes."""
    if isinstance(value, str):
        return w.clean(value)
    if isinstance(value, limits.Limit):
        return {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
    return value.name if hasattr(value, "name") else value


FOLDS: Final[dict[type, Callable[[Any, Any, int], None]]] = dict.fromkeys(EVENTS, _on_told)
