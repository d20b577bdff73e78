"""Limits of a venue and of an instrument that begin together, while orders are open: both count what was there before. And what one step
says of several markets is said in the order of their numbers."""

from core.domain.enums import OrderType, Phase, Side, TimeInForce
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.machine.engine import Engine
from core.machine.memory import restore, rows
from core.machine.state import State
from core.messages.commands import RULES, PlaceOrder, SetLimits, StartRun
from core.messages.events import OrderRefused, OrderSent
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.limits import ChangeLimits, Limit, LimitWarning, SetAccount, SetRate
from core.messages.operations import ChangePhase
from core.messages.packing import pack, unpack


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


def in_market(id: int) -> tuple[object, ...]:
    """20 lots bought at 10,000."""
    return (
        SetLimits(id, 500, 10**9, 9_000, 500, 500),  # type: ignore[arg-type]
        FlowLimit(id, -10 * id, Side.BUY, 50, 9_900), FlowLimit(id, -10 * id - 1, Side.SELL, 50, 10_000),  # type: ignore[arg-type]
        PlaceOrder(f"o{id}", id, Side.BUY, OrderType.LIMIT, 20, 10_000, TimeInForce.IOC),  # type: ignore[arg-type]
    )


def falls_in_the_call(id: int) -> tuple[object, ...]:
    return (
        FlowLimit(id, -10 * id - 2, Side.SELL, 100, 9_300), FlowLimit(id, -10 * id - 3, Side.BUY, 100, 9_300),  # type: ignore[arg-type]
    )


def test_marks_that_move_in_one_step_are_looked_at_by_number_however_they_were_listed() -> None:
    """Two auctions end in one step, and both markets lose. A machine from a snapshot does not know which was listed first."""
    engine = Engine(State())
    messages: tuple[object, ...] = (
        StartRun("s", "", 0, 0, False, "", ()), ListInstrument(2, "Y", "V", "B", "Q", 2, 0, 1, 1),  # type: ignore[arg-type]
        ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1), SetRate("Q", base=True), SetAccount(1, "a", 10**9),  # type: ignore[arg-type]
        ChangeLimits((Limit(Rule.DAILY_LOSS, 100, ScopeKind.INSTRUMENT),)), *in_market(1), *in_market(2),
        ChangePhase(0, Phase.CLOSING_CALL), *falls_in_the_call(1), *falls_in_the_call(2),  # type: ignore[arg-type]
        ChangePhase(0, Phase.POST_TRADE),  # type: ignore[arg-type]
    )
    said: list[object] = []
    for seq, message in enumerate(messages, 1):
        resumed = Engine(restore(unpack(pack(rows(engine.state)))))
        said = engine.apply(seq, seq, message)  # type: ignore[assignment]
        assert resumed.apply(seq, seq, message) == said
    assert [event.scope for event in said if isinstance(event, LimitWarning)] == ["instrument X", "instrument Y"]
