"""Who may do what: the people the machine knows, and which right each command takes.

Deny by default: a command that is not in RIGHTS_OF is refused to everybody who has a name. Two kinds of author are not asked:

  The program itself (a command without an origin). It sequences StartRun, first limits, and engagements that came through the
  kill latch; it owns the journal, so a check of it would protect nothing. The doors that people and strategies come through
  give every command an origin, so nobody gets in here without a name: core_thread.submit is the terminal's.

  Nobody (an origin without a person) may engage the kill switch and nothing else: a terminal that is locked, or where nobody is
  signed in, still has its stop button. A person who is signed in is asked: a viewer's own press is refused.

Rights are in force from the first SetPerson of a run on (declared). Before that everything passes: so older journals, where
there were no people to be known, say today what they said then.
Passwords, sign-in and second factors are not here (core/edge/accounts): a command says who, and its door has made sure of that.
"""

from typing import Any, Final

from core.domain.roles import DEMO, OPERATOR_AND_RISK, RIGHTS, Pair, Right, Role, are_pair, may_sign
from core.messages.approvals import TWO_PERSONS, Approve, Decline, RequestApproval
from core.messages.commands import (
    CancelAllOrders,
    CancelOrder,
    EndRun,
    EngageKill,
    PlaceOrder,
    ReleaseKill,
    ReplaceOrder,
    SetLimits,
    StartRun,
)
from core.messages.groups import PlaceBasket, PlaceLinked, PlaceParent
from core.messages.limits import (
    BeginTradingDay,
    ChangeLimits,
    Enable,
    Restrict,
    SetAccount,
    SetConservative,
    SetInstrumentFacts,
    SetRate,
    Tighten,
)
from core.messages.operations import (
    BlockParticipant,
    BustTrade,
    ChangePhase,
    CorrectTrade,
    ReadmitParticipant,
    SetMark,
    SetReference,
    SetRules,
    SetSchedule,
)
from core.messages.origin import Origin
from core.messages.outside import AcknowledgeBreak, SetVenue
from core.messages.participants import MassCancel
from core.messages.people import SetPerson
from core.messages.stopping import (
    ApproveOverride,
    ApproveRelease,
    Flatten,
    RequestOverride,
    RequestRelease,
    SetStage,
    SetStopping,
    SetTrigger,
)

__all__ = ["ALWAYS_TWO", "DEMO", "RIGHTS", "RIGHTS_OF", "TWO_PERSONS", "People", "Right", "Role"]

RIGHTS_OF: Final[dict[Any, tuple[Right, ...]]] = {
    PlaceOrder: (Right.TRADE,),
    ReplaceOrder: (Right.TRADE,),
    CancelOrder: (Right.TRADE,),
    CancelAllOrders: (Right.TRADE,),
    EngageKill: (Right.KILL,),
    ReleaseKill: (Right.RELEASE,),
    SetLimits: (Right.LOWER_LIMIT,),
    PlaceLinked: (Right.TRADE,),
    PlaceBasket: (Right.TRADE,),
    PlaceParent: (Right.TRADE,),
    ChangeLimits: (Right.LOWER_LIMIT,),
    Restrict: (Right.LOWER_LIMIT,),
    SetConservative: (Right.LOWER_LIMIT,),
    Tighten: (Right.LOWER_LIMIT,),
    Enable: (Right.RAISE_LIMIT,),
    SetAccount: (Right.CONFIGURE,),
    SetRate: (Right.CONFIGURE,),
    SetInstrumentFacts: (Right.CONFIGURE,),
    BeginTradingDay: (Right.OPERATE_MARKET,),
    RequestRelease: (Right.RELEASE,),
    ApproveRelease: (Right.RELEASE,),
    # Down is for whoever may stop; up is judged where it is done.
    SetStage: (Right.KILL, Right.RELEASE),
    SetStopping: (Right.CONFIGURE,),
    SetTrigger: (Right.CONFIGURE,),
    Flatten: (Right.KILL,),
    RequestOverride: (Right.RELEASE,),
    ApproveOverride: (Right.RELEASE,),
    SetPerson: (Right.MANAGE_PEOPLE,),
    SetVenue: (Right.CONFIGURE,),
    AcknowledgeBreak: (Right.KILL,),
    ChangePhase: (Right.OPERATE_MARKET,),
    SetRules: (Right.OPERATE_MARKET,),
    SetSchedule: (Right.OPERATE_MARKET,),
    SetReference: (Right.OPERATE_MARKET,),
    SetMark: (Right.OPERATE_MARKET,),
    BustTrade: (Right.OPERATE_MARKET,),
    CorrectTrade: (Right.OPERATE_MARKET,),
    BlockParticipant: (Right.OPERATE_MARKET,),
    ReadmitParticipant: (Right.OPERATE_MARKET,),
    MassCancel: (Right.OPERATE_MARKET,),
    StartRun: (Right.OPERATE_MARKET,),
    EndRun: (Right.OPERATE_MARKET,),
    # Whose request it may be, and who may approve it, is judged again by its pair of roles.
    RequestApproval: (Right.RELEASE, Right.RAISE_LIMIT, Right.MANAGE_PEOPLE, Right.CONFIGURE),
    Approve: (Right.RELEASE, Right.RAISE_LIMIT, Right.MANAGE_PEOPLE, Right.CONFIGURE),
    Decline: (Right.RELEASE, Right.RAISE_LIMIT, Right.MANAGE_PEOPLE, Right.CONFIGURE),
}
"""Any one of these is enough."""
ALWAYS_TWO: Final = (SetPerson, SetVenue, SetStopping, ReleaseKill)
"""Refused when one person alone says it. Of others (a limit: only when it is raised) their own part of the desk judges."""


class People:
    """roles by person; disabled: those who have an account and may not use it; declared: whether rights are in force."""

    __slots__ = ("declared", "disabled", "roles")

    def __init__(self) -> None:
        self.roles: dict[str, tuple[Role, ...]] = dict(DEMO)
        self.disabled: dict[str, bool] = {}
        self.declared: bool = False

    def forget(self) -> None:
        """As before the first declaration."""
        self.roles, self.disabled, self.declared = dict(DEMO), {}, False

    def set(self, person: str, roles: tuple[Role, ...], enabled: bool) -> None:
        if not self.declared:
            self.declared = True
            self.roles = {}
        self.roles[person] = normal(roles)
        if enabled:
            self.disabled.pop(person, None)
        else:
            self.disabled[person] = True

    def roles_of(self, person: str) -> tuple[Role, ...]:
        """In force: none for whoever is unknown or disabled."""
        return () if person in self.disabled else self.roles.get(person, ())

    def may(self, person: str, right: Right) -> bool:
        return any(right in RIGHTS[role] for role in self.roles_of(person))

    def allows(self, message: Any) -> bool:
        """Whether the message's author may say it."""
        origin: Origin | None = getattr(message, "origin", None)
        if origin is None or not self.declared:
            return True
        if not origin.person:
            return type(message) is EngageKill
        return any(self.may(origin.person, right) for right in RIGHTS_OF.get(type(message), ()))

    def may_sign(self, person: str, pair: Pair) -> bool:
        """Whether the person could be one of the two."""
        return may_sign(self.roles_of(person), pair)

    def are(self, first: str, second: str, pair: Pair) -> bool:
        """Whether these two are the pair, whoever of them asked."""
        return first != second and are_pair(self.roles_of(first), self.roles_of(second), pair)

    def can_administer(self) -> bool:
        """Whether there are two people who could change roles."""
        names = sorted(self.roles)
        return any(self.are(one, other, OPERATOR_AND_RISK) for one in names for other in names)

    def has_demo(self) -> bool:
        """Whether somebody here has no password: then nothing may leave the embedded exchange."""
        return any(person in DEMO for person in self.roles if person not in self.disabled)

    def copy(self) -> "People":
        made = People()
        made.roles, made.disabled, made.declared = dict(self.roles), dict(self.disabled), self.declared
        return made


def normal(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """Each once, in the order of the list."""
    return tuple(role for role in RIGHTS if role in roles)
