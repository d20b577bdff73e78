"""A trigger that cannot be looked at engages everything, and says which it was."""

from typing import Any

from core.domain.enums import Side
from core.domain.stages import Stage
from core.domain.triggers import Severity, TriggerAction, TriggerKind
from core.machine.engine import Engine
from core.machine.state import State
from core.machine.timers import NEVER
from core.messages.commands import RULES, CancelAllOrders, SetLimits, StartRun
from core.messages.events import KillEngaged, OrderCancelled, OrderRefused
from core.messages.flow import FlowLimit, FlowMarket, ListInstrument
from core.messages.operations import TimePassed
from core.messages.reasons import Reason
from core.messages.stopping import SetTrigger, TriggerFired
from tests.sessions import limit


def test_a_trigger_whose_look_raises_engages_everything() -> None:
    """Beside it stands one that is as it should be, of another scope, and does what it did."""
    engine = Engine(State())
    triggers = (
        SetTrigger(1, TriggerKind.REJECTS, 5, 1_000, Severity.WARNING, TriggerAction.TELL, "account:7"),
        SetTrigger(2, TriggerKind.DAILY_LOSS, 300, 0, Severity.WARNING, TriggerAction.TELL, "account:7"),
    )
    opening = [
        StartRun("s", "", 0, 0, False, "", (), triggers=triggers, gate_rules=RULES), ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1),  # type: ignore[arg-type]
        SetLimits(1, 10**6, 10**15, 9_000, 10**6, 10**6), FlowLimit(1, -1, Side.BUY, 5, 99), FlowLimit(1, -2, Side.SELL, 5, 101),  # type: ignore[arg-type]
        limit("a", Side.BUY, 98, 10),
    ]
    events: list[Any] = []
    for seq, message in enumerate(opening, 1):
        events += engine.apply(seq, seq, message)
    assert not [event for event in events if isinstance(event, KillEngaged)]
    # As if a position's instrument had gone: the loss cannot be added up.
    engine.state.oms.position(1, 77).qty = 5
    engine.state.kill.capital = 1_000
    told = engine.apply(7, 7, FlowLimit(1, -3, Side.BUY, 1, 97))  # type: ignore[arg-type]
    assert [(e.source, e.scope) for e in told if isinstance(e, KillEngaged)] == [
        ("trigger 2: trigger 2 cannot be looked at", "everything")
    ]
    fired = [event for event in told if isinstance(event, TriggerFired)]
    assert [(event.number, event.action) for event in fired] == [(2, TriggerAction.CANCEL_ALL)]
    assert told.index(fired[0]) > next(n for n, e in enumerate(told) if isinstance(e, KillEngaged))
    engine.state.oms.positions.clear()
    gone = [event for event in engine.apply(8, 8, TimePassed()) if isinstance(event, OrderCancelled)]
    assert len(gone) == 1 and engine.state.kill.stops["everything"].stage >= Stage.VERIFIED
    refused = engine.apply(9, 9, limit("b", Side.BUY, 98, 1))
    assert [event.reason for event in refused if isinstance(event, OrderRefused)] == [Reason.KILL_SWITCH_ENGAGED]


def test_what_the_market_says_is_not_ours_because_somebody_listens() -> None:
    """Without a position nothing of ours can have changed; with one it is looked at, and concerns us only when something fires."""
    engine = Engine(State())
    loss = SetTrigger(1, TriggerKind.DAILY_LOSS, 100, 0, Severity.WARNING, TriggerAction.TELL, "account:7")
    messages: list[Any] = [
        StartRun("s", "", 0, 0, False, "", (), triggers=(loss,), gate_rules=1), ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1),  # type: ignore[arg-type]
        SetLimits(1, 10**6, 10**15, 9_000, 10**6, 10**6), FlowLimit(1, -1, Side.BUY, 50, 90), FlowLimit(1, -2, Side.SELL, 5, 101),  # type: ignore[arg-type]
        FlowLimit(1, -3, Side.BUY, 5, 99), limit("a", Side.BUY, 101, 5),  # type: ignore[arg-type]
        FlowMarket(1, -4, Side.SELL, 1, 0), FlowMarket(1, -5, Side.SELL, 5, 0),  # type: ignore[arg-type]
    ]
    ours = []
    for seq, message in enumerate(messages, 1):
        before = engine.touched
        engine.state.kill.capital = 1_000
        fired = [event for event in engine.apply(seq, seq, message) if isinstance(event, TriggerFired)]
        ours.append((engine.touched > before, len(fired)))
    assert ours[3:6] == [(False, 0)] * 3 and ours[6] == (True, 0)
    # 99 after 101 is 10 of 1000 lost, a hundred hundredths of a percent: the threshold itself. 90 is 55 of it.
    assert ours[7:] == [(True, 1), (True, 1)]


def test_an_age_is_looked_at_when_it_is_reached_and_not_before() -> None:
    """Of several the shortest first; when all have fired, again after the shortest; without a row, or an order, never."""
    engine = Engine(State())
    ages = tuple(SetTrigger(n, TriggerKind.FEED_STALE, 0, ns, Severity.WARNING, TriggerAction.TELL) for n, ns in ((1, 3_000), (2, 1_000)))
    fired: list[tuple[int, int]] = []

    def say(at: int, message: Any) -> int:
        nonlocal seq
        seq += 1
        fired.extend((event.number, event.value) for event in engine.apply(seq, at, message) if isinstance(event, TriggerFired))
        return engine.next_due()

    seq = 0
    for at, message in enumerate((
        StartRun("s", "", 0, 0, False, "", (), triggers=ages, gate_rules=RULES), ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1),  # type: ignore[arg-type]
        SetLimits(1, 10**6, 10**15, 9_000, 10**6, 10**6), FlowLimit(1, -1, Side.BUY, 5, 99), FlowLimit(1, -2, Side.SELL, 5, 101),  # type: ignore[arg-type]
    ), 1):
        assert say(at, message) == NEVER
    assert say(6, limit("a", Side.BUY, 98, 1)) == 1_005
    assert say(1_005, TimePassed()) == 3_005 and fired == [(2, 1_000)]
    assert say(3_005, TimePassed()) == 4_005 and fired[1:] == [(1, 3_000)]
    assert say(4_005, TimePassed()) == 5_005
    # Whoever sets a row has ages counted from then.
    assert say(4_010, SetTrigger(2, TriggerKind.REJECTS, 9, 9, Severity.WARNING, TriggerAction.TELL, on=False)) == 5_005
    assert say(5_005, TimePassed()) == 7_010 and len(fired) == 2
    assert say(7_010, TimePassed()) == 10_010 and fired[2:] == [(1, 3_000)]
    assert say(7_020, CancelAllOrders()) == 10_010
    assert say(10_010, TimePassed()) == NEVER and len(fired) == 3
