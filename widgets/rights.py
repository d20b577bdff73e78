"""Who may, in words, and whether these roles may: a hint for the hands, the machine judges every command by itself. Qt-free."""

from core.domain.roles import RIGHTS, Right, Role
from widgets.labels import A_ROLE
from widgets.tongue import tr


def able(right: Right) -> str:
    """Who has the right."""
    return tr(" or ").join(A_ROLE[role] for role in RIGHTS if right in RIGHTS[role])


def has(roles: tuple[Role, ...], right: Right) -> bool:
    return any(right in RIGHTS[role] for role in roles)
