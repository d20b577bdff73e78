"""A trigger of the kill switch in words: what it looks at, from where on, what it does. Qt-free, pure."""

from core.domain.instrument import decimal_text
from core.domain.scope import parse_scope
from core.domain.triggers import COUNTS, LOSSES, TriggerAction, TriggerKind
from core.messages.stopping import SetTrigger
from widgets.labels import SEVERITY, TRIGGER_KIND
from widgets.limit_words import time_text
from widgets.scopes import scope_words
from widgets.tongue import Table, tr

AGED = (TriggerKind.FEED_STALE,)
"""Their window is the whole threshold."""
WHEN = Table({
    TriggerKind.DAILY_LOSS: "the loss since the trading day began is {at} of the capital",
    TriggerKind.DRAWDOWN: "the loss from the run's best is {at} of capital and best",
    TriggerKind.MESSAGES: "more than {at} orders, replaces and cancels of ours come within {within}",
    TriggerKind.CONSERVATION: "a position is not the sum of its fills, or a child asks for more than its parent has",
    TriggerKind.RECONCILIATION: "a venue knows our orders or positions otherwise",
    TriggerKind.VENUE_DOWN: "our line to a venue goes down",
    TriggerKind.FEED_STALE: "the market's data is {within} old while an order is open or a position held",
    TriggerKind.ERRORS: "more than {at} rejections by a venue and troubles outside come within {within}",
    TriggerKind.WINDOW_SILENT: "the window is silent",
    TriggerKind.REJECTS: "more than {at} of our orders are refused or rejected within {within}",
    TriggerKind.DISK: "the disk is full", TriggerKind.CLOCK: "the machine's clock goes back by {at} or more",
})
DOES = Table({
    TriggerAction.TELL: "it is told, nothing else", TriggerAction.STOP_NEW: "nothing new passes, working orders stay",
    TriggerAction.CANCEL_ALL: "nothing new passes and every order is cancelled",
    TriggerAction.FLATTEN: "nothing new passes, every order is cancelled and positions are brought to zero",
})


def at_text(kind: TriggerKind, value: int) -> str:
    """A threshold, or the value at which it fired. Empty: the kind has none."""
    if kind in LOSSES:
        return f"{decimal_text(value, 2)} %"
    if kind in COUNTS:
        return decimal_text(value, 0)
    return time_text(value) if kind is TriggerKind.CLOCK or kind in AGED else ""


def trigger_sentence(told: SetTrigger) -> str:
    """without the full stop."""
    when = WHEN[told.kind].format(at=at_text(told.kind, told.threshold), within=time_text(told.window_ns))
    where = scope_words(parse_scope(told.scope).words)
    what = f"{SEVERITY[told.severity].lower()}, {DOES[told.action]}{'' if told.action is TriggerAction.TELL else f': {where}'}"
    return tr(
        "Trigger {number}, {lower}, {on}: when {when}, {what}",
        number=told.number, lower=TRIGGER_KIND[told.kind].lower(), on=tr("on") if told.on else tr("off"), when=when, what=what,
    )
