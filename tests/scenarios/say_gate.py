"""What conversations tell the risk gate.

    > limit RULE VALUE [KIND[:NAME]] [soft] [window=NS] [x=INSTRUMENT] [by=PERSON] [second=PERSON]      VALUE none: no such limit
    > account N CASH [DESK] | base CURRENCY | rate CURRENCY NUMERATOR/DENOMINATOR [VALID_NS]
    > facts SECTOR CLUSTER LOTS (- is none) | restrict NONE|REDUCE_ONLY|CLOSED [TRADER] | enable KIND:NAME
    > conservative on|off WHY | day NAME [END ...] | tighten RULE CONDITION THRESHOLD PERCENT [window=NS] [until=NS]
    > list N SYMBOL VENUE QUOTE                 another instrument, with wide limits to follow
    > send NAME BUY|SELL QTY @PRICE|market [x=INSTRUMENT] [account=N] [trader=] [strategy=] [desk=] [session=] [typed=N] [shrink]
    > ours NAME QTY @PRICE [typed=N]            a replace
    > other N BUY|SELL QTY @PRICE #ID           somebody else's order in instrument N
"""

from collections.abc import Callable
from typing import Any

from core.domain.enums import OrderType, Side
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.messages.commands import PlaceOrder, ReplaceOrder, SetLimits
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.limits import (
    NO_LIMIT,
    BeginTradingDay,
    ChangeLimits,
    Condition,
    Enable,
    Limit,
    Restrict,
    Restriction,
    SetAccount,
    SetConservative,
    SetInstrumentFacts,
    SetRate,
    Tighten,
)
from core.messages.origin import Origin


def limit_words(limit: Limit) -> str:
    value = str(limit.value) if limit.value != NO_LIMIT else "none"
    words = [limit.rule.name, value, limit.kind.name.lower() + (f":{limit.name}" if limit.name else "")]
    if limit.instrument:
        words.append(f"x={limit.instrument}")
    if limit.soft:
        words.append("soft")
    if limit.window_ns:
        words.append(f"window={limit.window_ns}")
    return ",".join(words)


def gate_command(words: list[str], id_of: Callable[[str], int]) -> Any:
    """None: the words are of another subject."""
    plain = [word for word in words if "=" not in word]
    named = dict(word.split("=", 1) for word in words if "=" in word)
    number = {key: int(value) for key, value in named.items() if value.lstrip("-").isdigit()}
    match plain:
        case ["limit", rule, value, *rest]:
            kind, _, name = next((word for word in rest if word != "soft"), "everything").partition(":")
            limit = Limit(
                Rule[rule], NO_LIMIT if value == "none" else int(value), ScopeKind[kind.upper()], name, number.get("x", 0), "soft" in rest,
                number.get("window", 0),
            )
            alone = "by" in named and "second" not in named
            return ChangeLimits((limit,), "", named.get("second", ""), Origin(named["by"]) if alone else None)
        case ["account", account, cash, *desk]:
            return SetAccount(int(account), "", int(cash), "".join(desk))
        case ["base", currency]:
            return SetRate(currency, base=True)
        case ["rate", currency, ratio, *valid]:
            top, _, bottom = ratio.partition("/")
            return SetRate(currency, int(top), int(bottom), int("".join(valid) or "0"))
        case ["facts", sector, cluster, lots]:
            return SetInstrumentFacts(number.get("x", 1), sector.strip("-"), cluster.strip("-"), int(lots))
        case ["restrict", restriction, *trader]:
            return Restrict(Restriction[restriction], number.get("x", 1), "".join(trader))
        case ["enable", scope]:
            kind, _, name = scope.partition(":")
            return Enable(ScopeKind[kind.upper()], name)
        case ["conservative", on, *why]:
            return SetConservative(on == "on", " ".join(why))
        case ["day", name, *ends]:
            return BeginTradingDay(name, tuple(int(at) for at in ends))  # type: ignore[arg-type]
        case ["tighten", rule, condition, threshold, percent]:
            return Tighten(Rule[rule], Condition[condition], int(threshold), int(percent), number.get("window", 0), number.get("until", 0))
        case _:
            return _orders(plain, named, number, id_of)


def _orders(plain: list[str], named: dict[str, str], number: dict[str, int], id_of: Callable[[str], int]) -> Any:
    match plain:
        case ["list", instrument, symbol, venue, quote]:
            return ListInstrument(int(instrument), symbol, venue, "B", quote, 2, 0, 1, 1)
        case ["wide", instrument]:
            return SetLimits(int(instrument), 1_000_000, 10**15, 5_000, 1_000_000, 1_000)
        case ["other", instrument, side, qty, price, id]:
            return FlowLimit(int(instrument), -int(id[1:]), Side[side], int(qty), int(price[1:]))
        case ["ours", name, qty, price]:
            return ReplaceOrder(id_of(name), int(qty), int(price[1:]), confirmed=number.get("typed", 0))
        case ["send", name, side, qty, price, *shrink]:
            origin = Origin(
                named.get("trader", ""), named.get("desk", ""), named.get("strategy", ""), session=named.get("session", "")
            )
            kind = OrderType.MARKET if price == "market" else OrderType.LIMIT
            return PlaceOrder(
                name, number.get("x", 1), Side[side], kind, int(qty), 0 if price == "market" else int(price[1:]),
                _tif(kind), number.get("account", 1), None, origin if origin != Origin() else None, 0, number.get("typed", 0), bool(shrink),
            )
    return None


def _tif(kind: OrderType) -> Any:
    from core.domain.enums import TimeInForce

    return TimeInForce.IOC if kind is OrderType.MARKET else TimeInForce.GTC
