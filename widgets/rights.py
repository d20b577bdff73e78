"""Who may, in words, and whether these roles may: a hint for the hands, the machine judges every command by itself. Qt-free."""

from core.domain.roles import RIGHTS, Right, Role
from widgets.labels import ROLE


def able(right: Right) -> str:
    """Who has the right."""
    roles = [ROLE[role] for role in RIGHTS if right in RIGHTS[role]]
    return " or ".join(("an " if role[0] in "aeiou" else "a ") + role for role in roles)


def has(roles: tuple[Role, ...], right: Right) -> bool:
    return any(right in RIGHTS[role] for role in roles)
