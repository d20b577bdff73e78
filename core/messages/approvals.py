"""Steps of two people: one asks, another approves in time, and what was asked takes effect in the approving step.

What may be asked for is the union Approvable: a command that is to need a second person goes in there, and its pair of roles
into TWO_PERSONS below it.
"""

from typing import Any, Final

import msgspec

from core.domain.roles import OPERATOR_AND_RISK, RISK_AND_ANOTHER, Pair
from core.domain.units import Nanos
from core.messages.commands import SetLimits
from core.messages.limits import BeginTradingDay, ChangeLimits, Restrict, SetAccount, SetConservative, Tighten
from core.messages.origin import Origin
from core.messages.outside import SetVenue
from core.messages.people import SetPerson
from core.messages.stopping import SetStopping, SetTrigger

Approvable = (
    SetPerson | SetLimits | ChangeLimits | Restrict | SetStopping | SetVenue | SetTrigger | SetConservative | Tighten | SetAccount
    | BeginTradingDay
)
TWO_PERSONS: Final[dict[Any, Pair]] = {
    SetPerson: OPERATOR_AND_RISK,
    SetLimits: RISK_AND_ANOTHER,
    ChangeLimits: RISK_AND_ANOTHER,
    Restrict: RISK_AND_ANOTHER,
    SetStopping: OPERATOR_AND_RISK,
    SetVenue: OPERATOR_AND_RISK,
    SetTrigger: RISK_AND_ANOTHER,
    SetConservative: RISK_AND_ANOTHER,
    Tighten: RISK_AND_ANOTHER,
    SetAccount: RISK_AND_ANOTHER,
    BeginTradingDay: RISK_AND_ANOTHER,
}
"""Which two people."""


class RequestApproval(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=221):
    """command: what is to happen, exactly. reason: why, in the words of who asks."""

    command: Approvable
    reason: str
    origin: Origin | None = None


class Approve(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=222):
    request: int
    origin: Origin | None = None


class Decline(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=223):
    """By whoever might approve it, or by who asked: then it is withdrawn."""

    request: int
    origin: Origin | None = None


ApprovalCommand = RequestApproval | Approve | Decline


class ApprovalRequested(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=231):
    """request: its number, the seq of the entry that asked. expires_at: session time."""

    request: int
    command: Approvable
    by: str
    reason: str
    expires_at: Nanos


class ApprovalGiven(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=232):
    """What came of the command follows in the same entry."""

    request: int
    command: Approvable
    by: str
    approved_by: str


class ApprovalDeclined(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=233):
    request: int
    by: str
    declined_by: str


class ApprovalExpired(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=234):
    """Nobody approved it in time, or the run is over."""

    request: int
    by: str


ApprovalEvent = ApprovalRequested | ApprovalGiven | ApprovalDeclined | ApprovalExpired
