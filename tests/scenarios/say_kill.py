"""What can be said of the kill switch, in conversations.

    > stop SCOPE SOURCE [by PERSON]              engage; the cancels follow when time passes: > wait 0
    > latched GENERATION SCOPE SOURCE            the same, found in the latch
    > ask SCOPE GENERATION WHY by PERSON         for a release
    > approve SCOPE GENERATION by PERSON
    > stage SCOPE STAGE by PERSON                the way back, and down again
    > stopping REQUEST_NS CAP_BP CANCELS VERIFY_NS by PERSON
    > own PERSON,DESK,STRATEGY,SESSION ACCOUNT INSTRUMENT BUY|SELL QTY @PRICE NAME     an order with an owner
    > list N SYMBOL VENUE                        one more instrument
    > freeze PHASE...                            phases in which the exchange takes no cancel
    > fenced NAME EPOCH GENERATION               an edge held it back
    > trigger N KIND THRESHOLD WINDOW SEVERITY ACTION [SCOPE]        a row of the table; ns, hundredths of a percent, or a count
    > disarm N                                   the row REJECTS 3 of it, off
    > capital MILLIONTHS                         what losses are measured against
    > trouble KIND WORDS                         told from outside
    > flatten SCOPE SOURCE by PERSON
    > override QTY NS WHY by PERSON | allow NUMBER by PERSON         for account 1, instrument X
    > line down | clock BACK_NS
"""

from collections.abc import Callable
from typing import Any

from core.domain.enums import OrderType, Phase, Side, TimeInForce
from core.domain.stages import Stage
from core.domain.triggers import Severity, TriggerAction, TriggerKind
from core.domain.units import SECOND
from core.messages.commands import EngageKill, PlaceOrder
from core.messages.flow import ListInstrument
from core.messages.notes import ClockStepped
from core.messages.operations import SetRules
from core.messages.origin import Origin
from core.messages.participants import CloseSession
from core.messages.stopping import (
    ApproveOverride,
    ApproveRelease,
    Flatten,
    RequestOverride,
    RequestRelease,
    SendFenced,
    SetStage,
    SetStopping,
    SetTrigger,
    TroubleFound,
)
from core.messages.terms import MarketRules


def say_kill(words: list[str], id_of: Callable[[str], int]) -> Any:
    *words, origin = [*words[:-2], Origin(words[-1])] if "by" in words[-2:-1] else [*words, None]
    match words:
        case ["stop", scope, *source]:
            return EngageKill(" ".join(source), 0, origin, scope)
        case ["latched", number, scope, *source]:
            return EngageKill(" ".join(source), int(number), None, scope)
        case ["ask", scope, generation, *why]:
            return RequestRelease(scope, int(generation), " ".join(why), origin)
        case ["approve", scope, generation]:
            return ApproveRelease(scope, int(generation), origin)
        case ["stage", scope, stage]:
            return SetStage(scope, Stage[stage], origin)
        case ["stopping", *numbers]:
            return SetStopping(*map(int, numbers), origin)
        case ["own", owner, account, instrument, side, qty, price, name]:
            person, desk, strategy, session = owner.split(",")
            return PlaceOrder(  # type: ignore[arg-type]
                name, int(instrument), Side[side], OrderType.LIMIT, int(qty), int(price[1:]), TimeInForce.GTC, int(account), None,
                Origin(person, desk, strategy, session=session),
            )
        case ["list", number, symbol, venue]:
            return ListInstrument(int(number), symbol, venue, "B", "Q", 2, 0, 1, 1)  # type: ignore[arg-type]
        case ["freeze", *phases]:
            return SetRules(1, MarketRules(no_cancel=tuple(Phase[phase] for phase in phases)))  # type: ignore[arg-type]
        case ["fenced", name, epoch, generation]:
            return SendFenced(id_of(name), int(epoch), int(generation))  # type: ignore[arg-type]
        case ["trigger", number, kind, threshold, window, severity, action, *scope]:
            return SetTrigger(
                int(number), TriggerKind[kind], int(threshold), int(window), Severity[severity], TriggerAction[action],
                scope[0] if scope else "everything", True, origin,
            )
        case ["disarm", number]:
            return SetTrigger(int(number), TriggerKind.REJECTS, 3, 10**6, Severity.HALT, TriggerAction.CANCEL_ALL, on=False, origin=origin)
        case ["capital", amount]:
            return SetStopping(600 * SECOND, 1_000, 500, SECOND, Origin("demo-risk"), int(amount))
        case ["trouble", kind, *text]:
            return TroubleFound(TriggerKind[kind], " ".join(text))
        case ["flatten", scope, *source]:
            return Flatten(scope, " ".join(source), origin)
        case ["override", qty, ns, *why]:
            return RequestOverride(1, 1, int(qty), int(ns), " ".join(why), origin)  # type: ignore[arg-type]
        case ["allow", number]:
            return ApproveOverride(int(number), origin)
        case ["line", "down"]:
            return CloseSession(1)
    return ClockStepped(int(words[1])) if words[0] == "clock" else None
