"""What a conversation says of people, as a vocabulary.

    > person NAME ROLE,ROLE|none [disabled] [as WHO]     by the program, or by somebody alone
    > WHO: ...                                            somebody says it: place, cancel, kill, limits and so on
    > WHO: asks WHY: person NAME ROLES [disabled] | limits ... | limit ...
    > WHO: approves NUMBER | WHO: declines NUMBER
    > nobody: kill SOURCE                                 a terminal where nobody is signed in
    > signed in WHO | signed out WHO | locked WHO | failed [WHO]
"""

from collections.abc import Callable
from typing import Any

import msgspec

from core.domain.roles import Role
from core.messages.approvals import Approvable, Approve, Decline, RequestApproval
from core.messages.limits import ChangeLimits
from core.messages.origin import Origin
from core.messages.people import Failure, Leaving, Means, SetPerson, SignedIn, SignedOut, SignInFailed, TerminalLocked
from tests.scenarios.say_gate import limit_words

Again = Callable[[list[str]], Any]


def speak(words: list[str], id_of: Callable[[str], int]) -> Any:
    match words:
        case ["person", name, roles, *rest]:
            by = Origin(rest[rest.index("as") + 1]) if "as" in rest else None
            named = () if roles == "none" else tuple(Role[role] for role in roles.split(","))
            return SetPerson(name, named, "disabled" not in rest, "", by)
        case ["signed", "in", who]:
            return SignedIn(who, Means.PASSWORD)
        case ["signed", "out", who]:
            return SignedOut(who, Leaving.ASKED)
        case ["locked", who]:
            return TerminalLocked(who, True)
        case ["failed", *who]:
            return SignInFailed(who[0] if who else "", Failure.WRONG_PASSWORD if who else Failure.UNKNOWN_NAME, 1)
    return None


def by(who: str, words: list[str], again: Again) -> Any:
    """again: how everything is said that nobody in particular says."""
    origin = Origin("" if who == "nobody" else who)
    match words:
        case ["approves", number]:
            return Approve(int(number), origin)
        case ["declines", number]:
            return Decline(int(number), origin)
        case ["asks", *rest]:
            end = next(place for place, word in enumerate(rest) if word.endswith(":"))
            reason = " ".join(rest[: end + 1])[:-1]
            return RequestApproval(_asked(rest[end + 1 :], again), reason, origin)
    return msgspec.structs.replace(again(words), origin=origin)


def _asked(words: list[str], again: Again) -> Approvable:
    found = again(words)
    assert isinstance(found, Approvable)
    return found


def shown(value: Any) -> Any:
    """An author by what is known of them, a command that waits by its name and fields."""
    if isinstance(value, Origin):
        return "/".join(part for part in msgspec.structs.astuple(value) if part)
    if isinstance(value, tuple) and value and isinstance(value[0], Role):
        return ",".join(role.name for role in value)
    if isinstance(value, ChangeLimits):
        return f"ChangeLimits({','.join(limit_words(limit) for limit in value.limits)})"
    if isinstance(value, Approvable):
        return f"{type(value).__name__}({','.join(str(shown(one)) for one in msgspec.structs.astuple(value) if one is not None)})"
    return value
