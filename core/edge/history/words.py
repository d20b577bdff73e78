"""The words that rows are made of, ready as plain strings: a database driver asks every other type what it is, and an enum's
own lookup costs more than the row.
"""

from core.domain.enums import CancelReason, Liquidity, OrderState, OrderType, Request, Side, TimeInForce
from core.edge.history.kinds import Component, Kind
from core.messages.reasons import Reason
from core.messages.rejections import Rejection

LONGEST = 500
"""Characters of a text; longer ones are cut, because PostgreSQL's index pages hold no more. Chosen: no id of ours is longer."""

SIDE = {int(one): one.name for one in Side}
TYPE = {int(one): one.name for one in OrderType}
FORCE = {int(one): one.name for one in TimeInForce}
LIQUIDITY = {int(one): one.name for one in Liquidity}
CANCEL = {int(one): one.name for one in CancelReason}
REASON = {int(one): one.name for one in Reason}
REJECTION = {int(one): one.name for one in Rejection}
REQUEST = {int(one): one.name for one in Request}
LIMITS = frozenset(int(reason) for reason in Reason if reason.name.startswith("MAX_") or reason is Reason.PRICE_COLLAR)
"""Reasons of the gate that are limits of somebody's setting."""

SENT, WORKING, FILLED, CANCELLED, REJECTED, REFUSED, CANCELLING, REPLACING, EXPIRED, IN_DOUBT = (state.name for state in OrderState)
RISK, ORDERS, VENUE, POSITIONS, KILL_SWITCH, RUN, _ = (component.value for component in Component)
RISK_CHECK, LIMIT_BREACH, CHANGE_REQUESTED = Kind.RISK_CHECK.value, Kind.LIMIT_BREACH.value, Kind.CHANGE_REQUESTED.value
REQUEST_REFUSED, REQUEST_REJECTED, ORDER_REFUSED = Kind.REQUEST_REFUSED.value, Kind.REQUEST_REJECTED.value, Kind.ORDER_REFUSED.value
ORDER_SUBMITTED, ORDER_WORKING, ORDER_FILLED = Kind.ORDER_SUBMITTED.value, Kind.ORDER_WORKING.value, Kind.ORDER_FILLED.value
ORDER_REPLACED, ORDER_RESTATED, ORDER_REJECTED = Kind.ORDER_REPLACED.value, Kind.ORDER_RESTATED.value, Kind.ORDER_REJECTED.value
ORDER_CANCELLED, STOP_TRIGGERED, FILL_BUSTED = Kind.ORDER_CANCELLED.value, Kind.STOP_TRIGGERED.value, Kind.FILL_BUSTED.value
FILL_CORRECTED, POSITION_OPENED, POSITION_CLOSED = Kind.FILL_CORRECTED.value, Kind.POSITION_OPENED.value, Kind.POSITION_CLOSED.value
KILL_ENGAGED, KILL_RELEASED, SYSTEM_EVENT = Kind.KILL_ENGAGED.value, Kind.KILL_RELEASED.value, Kind.SYSTEM_EVENT.value
CONFIGURATION_CHANGE = Kind.CONFIGURATION_CHANGE.value
REQUEST_SENT, ORDER_ANOMALY = Kind.REQUEST_SENT.value, Kind.ORDER_ANOMALY.value
PARENT_ORDER, CONSERVATION_BROKEN = Kind.PARENT_ORDER.value, Kind.CONSERVATION_BROKEN.value
LINKED_ORDERS, BASKET_REFUSED = Kind.LINKED_ORDERS.value, Kind.BASKET_REFUSED.value
OPEN = (SENT, WORKING, CANCELLING, REPLACING, IN_DOUBT)


def clean(text: str) -> str:
    """As every database can hold it: PostgreSQL knows no NUL."""
    if "\0" in text:
        text = text.replace("\0", "\u2400")
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "\u2026"


def moved(was: int, now: int) -> str:
    if was == now:
        return "REVALUED"
    if not was:
        return "OPENED"
    if not now:
        return "CLOSED"
    if (was > 0) != (now > 0):
        return "FLIPPED"
    return "INCREASED" if abs(now) > abs(was) else "REDUCED"
