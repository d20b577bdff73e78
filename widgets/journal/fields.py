"""What a message or an event holds, field by field: names and codes in the language of now, numbers as the instrument writes them.

Whatever has no sentence is told this way, and the marked entry in full. Texts that people and programs wrote stay as they are. No Qt.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any

import msgspec

from core.domain.enums import (
    Ability,
    Allocation,
    AnomalyKind,
    CancelReason,
    Divergence,
    LegState,
    LinkKind,
    Liquidity,
    OrderState,
    OrderType,
    Peg,
    Phase,
    PhaseCause,
    PostOnly,
    Request,
    SelfMatch,
    Side,
    TimeInForce,
    TriggerBy,
)
from core.domain.instrument import Instrument
from core.domain.limits import Rule
from core.domain.roles import Role
from core.domain.scope import ScopeKind, parse_scope
from core.domain.stages import Stage
from core.domain.triggers import Severity, TriggerAction, TriggerKind
from core.messages.limits import Condition, Restriction
from core.messages.notes import Space
from core.messages.people import Failure, Leaving, Means
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from widgets import labels
from widgets.core_words import heard
from widgets.journal.kinds import KIND
from widgets.scopes import scope_words
from widgets.tongue import Table, tr

PRICES = ("price", "was_price", "trigger", "protection", "limit_price", "bid", "ask", "reference")
QUANTITIES = ("qty", "was_qty", "leaves", "display", "ahead", "filled", "max_order_qty")
KNOWN = ("instrument", "origin", "order_id", "client_order_id", "account")
"""Said in columns of their own, or of no use in one line."""
MOST_IN_LINE, LONGEST_IN_LINE, MOST_OF_LIST = 6, 40, 20
MEANS = Table({
    Means.DEMO: "as a demo person", Means.PASSWORD: "with a password", Means.PASSWORD_AND_CODE: "with a password and a code",
})
FAILURE = Table({
    Failure.UNKNOWN_NAME: "nobody has that name", Failure.WRONG_PASSWORD: "wrong password", Failure.WRONG_CODE: "wrong code",
    Failure.DISABLED: "the account is disabled", Failure.TOO_SOON: "too soon after the failure before",
})
LEAVING = Table({
    Leaving.ASKED: "asked for##a sign-out", Leaving.REPLACED: "another person took the seat",
    Leaving.NO_LONGER_ALLOWED: "no longer allowed", Leaving.CLOSED: "the terminal was closed",
})
SELF_MATCH = Table({
    SelfMatch.ALLOW: "allowed", SelfMatch.CANCEL_NEWEST: "the newer one is cancelled",
    SelfMatch.CANCEL_OLDEST: "the older one is cancelled", SelfMatch.CANCEL_BOTH: "both are cancelled",
    SelfMatch.DECREMENT: "both get smaller",
})
ALLOCATION = Table({
    Allocation.FIFO: "first in, first out", Allocation.PRO_RATA: "pro rata", Allocation.SIZE_TIME: "by size and time",
})
DIVERGENCE = Table({
    Divergence.STILL_RESTING: "filled in history, resting here", Divergence.CANCEL_SIZE_DIFFERS: "another quantity to cancel",
    Divergence.CANCEL_UNKNOWN: "nothing here to cancel",
})
SPACE = Table({Space.ENOUGH: "enough##disk space", Space.LOW: "low##disk space", Space.BLOCKED: "no new orders"})
TABLES: dict[type[Enum], Mapping[Any, str]] = {
    Ability: labels.ABILITY, Allocation: ALLOCATION, AnomalyKind: labels.ANOMALY, CancelReason: labels.CANCEL_REASON,
    Condition: labels.CONDITION, Divergence: DIVERGENCE, Failure: FAILURE, LegState: labels.LEG_STATE, Leaving: LEAVING,
    LinkKind: labels.LINK_KIND, Liquidity: labels.LIQUIDITY, Means: MEANS, OrderState: labels.ORDER_STATE, OrderType: labels.ORDER_TYPE,
    Peg: labels.PEG, Phase: labels.PHASE, PhaseCause: labels.PHASE_CAUSE, PostOnly: labels.POST_ONLY, Rejection: labels.REJECTION,
    Request: labels.REQUEST, Restriction: labels.RESTRICTION, Role: labels.ROLE, Rule: labels.RULE, ScopeKind: labels.SCOPE_KIND,
    SelfMatch: SELF_MATCH, Severity: labels.SEVERITY, Side: labels.SIDE, Space: SPACE, Stage: labels.STAGE,
    TimeInForce: labels.TIME_IN_FORCE, TriggerAction: labels.TRIGGER_ACTION, TriggerBy: labels.TRIGGER_BY,
    TriggerKind: labels.TRIGGER_KIND,
}
FIELD = Table({
    "account": "account", "action": "action", "after_seq": "after seq", "aggressor": "aggressor", "ahead": "ahead",
    "all_or_none": "all or none", "allocation": "allocation", "also": "also", "answer_ns": "answer ns", "approved_by": "approved by",
    "ask": "ask", "ask_qty": "ask qty", "asked": "asked", "asked_by": "asked by", "attempts": "attempts", "auction": "auction",
    "auction_ppm": "auction ppm", "back_ns": "back ns", "base": "base", "bid": "bid", "bid_qty": "bid qty", "bought": "bought",
    "breaks": "breaks", "by": "by", "by_firm": "by firm", "call_ns": "call ns", "call_random_ns": "call random ns",
    "cancel_on_disconnect": "cancel on disconnect", "cancels": "cancels", "cap_bp": "cap bp", "capital": "capital", "cash": "cash",
    "cause": "cause", "client_order_id": "client order id", "cluster": "cluster", "collar": "collar", "collar_bp": "collar bp",
    "command": "command", "committed": "committed", "condition": "condition", "confirmed": "confirmed", "correlation": "correlation",
    "cost": "cost", "currency": "currency", "cut_bytes": "cut bytes", "daily_lots": "daily lots", "day": "day",
    "declined_by": "declined by", "denominator": "denominator", "desk": "desk", "display": "display", "display_spread": "display spread",
    "dropped": "dropped", "dynamic_bp": "dynamic bp", "dynamic_window_ns": "dynamic window ns", "enabled": "enabled", "ends": "ends",
    "ends_at": "ends at", "entries": "entries##of a schedule", "entry_ns": "entry ns", "epoch": "epoch", "exec_id": "exec id",
    "expires_at": "expires at", "failures": "failures", "fee": "fee", "feeds": "feeds", "fees": "fees", "filled": "filled", "firm": "firm",
    "first": "first##a price", "first_at": "first at", "first_seqs": "first seqs", "for_ns": "for ns", "free": "free", "funds": "funds",
    "gate_rules": "gate rules", "generation": "generation", "going": "going", "group_id": "group id", "halt_ns": "halt ns",
    "held_expire": "held expire", "hidden": "hidden", "high": "high##a price", "idle": "idle", "ids_ascending": "ids ascending",
    "indicative_ns": "indicative ns", "instrument": "instrument", "jitter_ns": "jitter ns", "kept_place": "kept place",
    "kill_engaged": "kill engaged", "kill_generation": "kill generation", "kill_source": "kill source", "kind": "kind", "lacks": "lacks",
    "last": "last##a price", "leaves": "leaves", "left": "left##how many", "leg": "leg", "legs": "legs", "levels": "levels",
    "limit": "limit", "limit_state": "limit state", "limit_state_ns": "limit state ns", "limits": "limits", "line": "line##of a basket",
    "lines": "lines", "liquidity": "liquidity", "lot": "lot", "low": "low##a price", "maker": "maker", "maker_ppm": "maker ppm",
    "max_fills": "max fills", "max_lots": "max lots", "max_open_orders": "max open orders", "max_order_qty": "max order qty",
    "max_order_value": "max order value", "max_position": "max position", "max_qty": "max qty", "may_shrink": "may shrink",
    "means": "means", "min_qty": "min qty", "missing": "missing", "name": "name", "no_cancel": "no cancel", "number": "number##a field",
    "numerator": "numerator", "on": "on##a field", "open": "open", "order_id": "order id", "order_type": "order type",
    "orders": "orders##how many", "origin": "origin", "outside": "outside", "owner": "owner", "parent": "parent", "parent_id": "parent id",
    "peg": "peg", "peg_offset": "peg offset", "people": "people", "per_lot": "per lot", "percent": "percent", "person": "person",
    "phase": "phase##a field", "post_only": "post only", "price": "price", "price_decimals": "price decimals",
    "pro_rata_min": "pro rata min", "protection": "protection", "protection_bp": "protection bp", "qty": "qty",
    "qty_decimals": "qty decimals", "quote": "quote", "quotes": "quotes", "random_ns": "random ns", "realised": "realised",
    "reason": "reason", "reducing_passes": "reducing passes", "reference": "reference##a price", "refused": "refused",
    "replace_open": "replace open", "report": "report", "reports": "reports", "request": "request##a field", "request_ns": "request ns",
    "rest_at_collar": "rest at collar", "restriction": "restriction", "risk": "risk", "roles": "roles", "rule": "rule",
    "rules": "rules##a field", "scope": "scope", "second": "second##a person", "sector": "sector", "seed": "seed", "segment": "segment",
    "self_match": "self match", "seq": "seq", "session": "session", "severity": "severity", "side": "side",
    "signal": "signal##a strategy's", "signed_by": "signed by", "size": "size", "soft": "soft", "sold": "sold", "source": "source",
    "space": "space", "stage": "stage", "state": "state", "static_bp": "static bp", "stopping": "stopping", "stops": "stops",
    "strategy": "strategy", "surplus": "surplus", "symbol": "symbol", "taker": "taker", "taker_ppm": "taker ppm",
    "tape_sha256": "tape sha256", "terms": "terms", "text": "text", "threshold": "threshold", "tick": "tick", "ticks": "ticks",
    "time_in_force": "time in force", "total": "total", "trade_id": "trade id", "trader": "trader", "trades": "trades", "trail": "trail",
    "trail_bp": "trail bp", "trigger": "trigger", "trigger_by": "trigger by", "triggers": "triggers", "turnover": "turnover",
    "until": "until", "up": "up##a line", "used": "used", "valid_ns": "valid ns", "value": "value", "velocity": "velocity",
    "velocity_ns": "velocity ns", "venue": "venue", "verify_ns": "verify ns", "version": "version", "volume": "volume",
    "wall_ns": "wall ns", "was": "was", "was_fee": "was fee", "was_price": "was price", "was_qty": "was qty", "what": "what",
    "where": "where", "who": "who", "why": "why##a reason", "window_ns": "window ns", "words": "words",
})
"""By the name in the record."""
REQUEST = Table({
    "cancel": "cancel##a request", "replace": "replace##a request", "kill": "kill##a request", "release": "release##a request",
    "link": "link##a request", "parent": "parent order##a request", "stage": "stage##a request", "stop": "stop##a request",
    "stopping": "settings of stops##a request", "trigger": "trigger##a request", "override": "override##a request",
    "set facts": "set facts##a request", "list": "list##a request", "seed": "seed##a request", "quote": "quote##a request",
    "phase": "phase", "rules": "rules", "schedule": "schedule", "reference": "reference", "mark": "mark", "bust": "bust",
    "correct": "correct", "readmit": "readmit", "protection": "quote protection##a request", "session": "line##a request",
})
"""As the core calls it, where it is not the name of its type."""
RISK = Table({
    "account": "Account", "base currency": "Base currency", "rate": "Rate of exchange", "facts": "Facts of an instrument",
    "restriction": "Restriction", "enabled": "Enabled", "conservative mode": "Conservative mode", "trading day": "Trading day",
    "tighten": "Tightening rule",
})
"""What the risk gate was told, as it calls it."""
_BY_TYPE = {name.casefold(): name for name in KIND}
_BY_NAME = {"report": KIND, "what": RISK}
_WRITTEN = ("why", "source", "kill_source", "words", "breaks")
"""Fields with sentences that the program itself may have written."""


def listing(part: Any, instrument: Instrument | None, short: bool = False) -> str:
    """short: only what tells one of a kind from another."""
    shown = []
    for name in getattr(part, "__struct_fields__", ()):
        value = getattr(part, name)
        nothing = not isinstance(value, Enum) and (value in ("", None, 0, False) or value in ([], ()))
        if nothing or (short and (name in KNOWN or name.endswith("_ns"))):
            continue
        text = _text(name, value, instrument)
        if short and len(text) > LONGEST_IN_LINE and not isinstance(value, Enum):
            continue
        shown.append(f"{FIELD.get(name) or name.replace('_', ' ')} {text}")
    return ", ".join(shown[:MOST_IN_LINE] if short else shown)


def qty(lots: int, i: Instrument | None) -> str:
    return i.qty_text(lots) if i is not None else str(lots)


def price(units: int, i: Instrument | None) -> str:
    return i.price_text(units) if i is not None else str(units)


def code(value: Enum) -> str:
    """Its word; its own name where there is none."""
    if isinstance(value, Reason):
        return labels.reason_words(value)
    table = TABLES.get(type(value), {})
    return table[value] if value in table else value.name.replace("_", " ").lower()


def scope(text: str) -> str:
    """A scope as messages write it, or as people do. Empty is what older programs wrote for everything."""
    try:
        return scope_words(parse_scope(text).words) if text else tr("everything")
    except ValueError:
        return scope_words(text)


def request(text: str) -> str:
    """What was asked for, as the core calls it: a word of its own, or the words of a type's name."""
    name = _BY_TYPE.get(text.casefold().replace(" ", ""))
    return REQUEST[text] if text in REQUEST else KIND[name].lower() if name is not None else text


def _text(name: str, value: Any, i: Instrument | None) -> str:
    if isinstance(value, Enum):
        return code(value)
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if i is not None and isinstance(value, int) and name in PRICES:
        return i.price_text(value)
    if i is not None and isinstance(value, int) and name in QUANTITIES:
        return i.qty_text(value)
    if isinstance(value, msgspec.Struct):
        return f"({listing(value, i)})"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_text(name, one, i) for one in value[:MOST_OF_LIST]) + ("\u2026]" if len(value) > MOST_OF_LIST else "]")
    return _said(name, value) if isinstance(value, str) else str(value)


def _said(name: str, text: str) -> str:
    if name == "scope":
        return scope(text)
    if name == "request":
        return request(text)
    if name in _BY_NAME:
        return _BY_NAME[name].get(text, text)
    return heard(text) if name in _WRITTEN else text
