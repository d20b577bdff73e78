"""The triggers that a terminal begins with, until somebody sets others: what stops trading without anybody pressing."""

from core.domain.triggers import Severity, TriggerAction, TriggerKind
from core.domain.units import SECOND
from core.messages.stopping import SetTrigger

MINUTE = 60 * SECOND
DEFAULT_TRIGGERS = (
    SetTrigger(1, TriggerKind.DAILY_LOSS, 300, 0, Severity.HALT, TriggerAction.STOP_NEW),
    SetTrigger(2, TriggerKind.DRAWDOWN, 2_000, 0, Severity.EMERGENCY, TriggerAction.FLATTEN),
    SetTrigger(3, TriggerKind.VENUE_DOWN, 0, 0, Severity.EMERGENCY, TriggerAction.CANCEL_ALL),
    SetTrigger(4, TriggerKind.FEED_STALE, 0, MINUTE, Severity.HALT, TriggerAction.STOP_NEW),
    SetTrigger(5, TriggerKind.ERRORS, 10, MINUTE, Severity.HALT, TriggerAction.STOP_NEW),
    SetTrigger(6, TriggerKind.CONSERVATION, 0, 0, Severity.EMERGENCY, TriggerAction.CANCEL_ALL),
    SetTrigger(7, TriggerKind.RECONCILIATION, 0, 0, Severity.EMERGENCY, TriggerAction.STOP_NEW),
    SetTrigger(8, TriggerKind.WINDOW_SILENT, 0, 0, Severity.EMERGENCY, TriggerAction.CANCEL_ALL),
    SetTrigger(9, TriggerKind.CLOCK, SECOND, 0, Severity.WARNING, TriggerAction.TELL),
)
"""Losses are in hundredths of a percent of the capital: what SetStopping says, else the cash of all accounts."""
