"""Who may do what: the people the machine knows, their roles, and what each role may.

Deny by default. Passwords, sign-in and second factors are not here (core/edge): a command says who, and the door it came through
has made sure of that. Deliberately absent: what a command does; this only says whether its author may.
"""

from enum import IntEnum
from typing import Final


class Role(IntEnum):
    VIEWER = 0
    TRADER = 1
    RISK_OFFICER = 2
    OPERATOR = 3


class Right(IntEnum):
    TRADE = 0
    """Place, replace, cancel."""
    KILL = 1
    RELEASE = 2
    """Ask for, or approve, a release: it takes a risk officer and an operator."""
    LOWER_LIMIT = 3
    RAISE_LIMIT = 4
    """Ask for it (risk officer), or approve it (another risk officer, or an operator)."""
    MANAGE_PEOPLE = 5
    CONFIGURE = 6
    OPERATE_MARKET = 7


RIGHTS: Final[dict[Role, tuple[Right, ...]]] = {
    Role.VIEWER: (),
    Role.TRADER: (Right.TRADE, Right.KILL),
    Role.RISK_OFFICER: (Right.KILL, Right.RELEASE, Right.LOWER_LIMIT, Right.RAISE_LIMIT, Right.MANAGE_PEOPLE, Right.CONFIGURE),
    Role.OPERATOR: (Right.KILL, Right.RELEASE, Right.RAISE_LIMIT, Right.MANAGE_PEOPLE, Right.CONFIGURE, Right.OPERATE_MARKET),
}
DEMO: Final[dict[str, tuple[Role, ...]]] = {
    "demo": (Role.TRADER,),
    "demo-risk": (Role.RISK_OFFICER,),
    "demo-operator": (Role.OPERATOR,),
}
"""Who a simulation begins with, so that steps of two people can be tried at once."""


class People:
    """roles by person."""

    __slots__ = ("roles",)

    def __init__(self) -> None:
        self.roles: dict[str, tuple[Role, ...]] = dict(DEMO)

    def may(self, person: str, right: Right) -> bool:
        return any(right in RIGHTS[role] for role in self.roles.get(person, ()))
