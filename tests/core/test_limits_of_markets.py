"""Limits of a venue and of an instrument that begin together, while orders are open: both count what was there before."""

from core.domain.enums import OrderType, Side
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import RULES, PlaceOrder, SetLimits, StartRun
from core.messages.events import OrderRefused, OrderSent
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.limits import ChangeLimits, Limit


def test_both_hold_for_whoever_traded_before() -> None:
    engine = Engine(State())
    messages: tuple[object, ...] = (
        StartRun("s", "", 0, 0, False, "", (), gate_rules=RULES), ListInstrument(1, "X", "V", "B", "Q", 0, 0, 1, 1),  # type: ignore[arg-type]
        SetLimits(1, 50, 10**9, 5_000, 500, 500),  # type: ignore[arg-type]
        FlowLimit(1, -1, Side.BUY, 9, 90), FlowLimit(1, -2, Side.SELL, 9, 110),  # type: ignore[arg-type]
        PlaceOrder("a", 1, Side.BUY, OrderType.LIMIT, 5, 95),  # type: ignore[arg-type]
        ChangeLimits((Limit(Rule.MAX_POSITION, 100, ScopeKind.VENUE), Limit(Rule.MAX_POSITION, 10, ScopeKind.INSTRUMENT))),
        PlaceOrder("b", 1, Side.BUY, OrderType.LIMIT, 6, 95),  # type: ignore[arg-type]
        PlaceOrder("c", 1, Side.BUY, OrderType.LIMIT, 5, 95),  # type: ignore[arg-type]
    )
    said = [engine.apply(seq, seq, message) for seq, message in enumerate(messages, 1)]
    refused = next(event for event in said[7] if isinstance(event, OrderRefused))
    assert (refused.rule, refused.scope, refused.limit, refused.value) == (Rule.MAX_POSITION, "instrument X", 10, 11)
    assert any(isinstance(event, OrderSent) for event in said[8])
