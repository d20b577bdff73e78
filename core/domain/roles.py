"""What a person may be, what each role may do, and which steps take two people. The numbers are in the journal: add at the end.

Deny by default: what is not in the table is not allowed. Who has which role is the machine's to know (core/machine/desk/people).
"""

from enum import IntEnum
from typing import Final, NamedTuple


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
    """Ask for it, or approve it: a risk officer and another one, or an operator."""
    MANAGE_PEOPLE = 5
    CONFIGURE = 6
    OPERATE_MARKET = 7


RIGHTS: Final[dict[Role, tuple[Right, ...]]] = {
    Role.VIEWER: (),
    Role.TRADER: (Right.TRADE, Right.KILL),
    Role.RISK_OFFICER: (Right.KILL, Right.RELEASE, Right.LOWER_LIMIT, Right.RAISE_LIMIT, Right.MANAGE_PEOPLE, Right.CONFIGURE),
    Role.OPERATOR: (Right.KILL, Right.RELEASE, Right.RAISE_LIMIT, Right.MANAGE_PEOPLE, Right.CONFIGURE, Right.OPERATE_MARKET),
}


class Pair(NamedTuple):
    """Two different people: one with the role `one`, the other with any of `other`. Who asks and who approves is free."""

    one: Role
    other: tuple[Role, ...]


OPERATOR_AND_RISK: Final = Pair(Role.OPERATOR, (Role.RISK_OFFICER,))
RISK_AND_ANOTHER: Final = Pair(Role.RISK_OFFICER, (Role.RISK_OFFICER, Role.OPERATOR))

def may_sign(roles: tuple[Role, ...], pair: Pair) -> bool:
    """Whether somebody with these roles could be one of the two."""
    return any(role is pair.one or role in pair.other for role in roles)


def are_pair(roles: tuple[Role, ...], others: tuple[Role, ...], pair: Pair) -> bool:
    """Whether two different people with these roles are the pair, whoever of them asked."""
    return (pair.one in roles and any(role in others for role in pair.other)) or (
        pair.one in others and any(role in roles for role in pair.other)
    )


NAME_CHARACTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789.-_"
NAME_LENGTH: Final = 32
"""Chosen: fits a table's column, and every mail address before its @."""


def is_account_name(name: str) -> bool:
    """Small letters, digits, dot, hyphen and underscore, a letter or digit first: nothing that two people could read as the same."""
    return 0 < len(name) <= NAME_LENGTH and name[0] not in ".-_" and all(character in NAME_CHARACTERS for character in name)

DEMO: Final[dict[str, tuple[Role, ...]]] = {
    "demo": (Role.TRADER,),
    "demo-risk": (Role.RISK_OFFICER,),
    "demo-operator": (Role.OPERATOR,),
}
"""Who a simulation begins with, so that steps of two people can be tried at once."""
