"""Which audit rows people make: who came and went, whose roles changed, and what took a second person."""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from core.edge.history.kinds import Component, Kind
from core.messages.approvals import ApprovalDeclined, ApprovalExpired, ApprovalGiven, ApprovalRequested
from core.messages.origin import Origin
from core.messages.people import ActionDenied, PersonSet, SignedIn, SignedOut, SignInFailed, TerminalLocked

_PEOPLE: Final = Component.PEOPLE.value
NOTES: Final[dict[Any, tuple[str, str]]] = {
    SignedIn: (Kind.SIGNED_IN.value, _PEOPLE),
    SignInFailed: (Kind.SIGN_IN_FAILED.value, _PEOPLE),
    ActionDenied: (Kind.REQUEST_REFUSED.value, _PEOPLE),
    SignedOut: (Kind.SIGNED_OUT.value, _PEOPLE),
    TerminalLocked: (Kind.TERMINAL_LOCKED.value, _PEOPLE),
}
EVENTS: Final[dict[Any, tuple[str, str]]] = {
    PersonSet: (Kind.PERSON_SET.value, _PEOPLE),
    ApprovalRequested: (Kind.APPROVAL.value, _PEOPLE),
    ApprovalGiven: (Kind.APPROVAL.value, _PEOPLE),
    ApprovalDeclined: (Kind.APPROVAL.value, _PEOPLE),
    ApprovalExpired: (Kind.APPROVAL.value, _PEOPLE),
}


def at_the_door(message: Any) -> Origin:
    """A note of the terminal's door is about the person it names."""
    return Origin(message.person) if type(message) in NOTES else Origin()


def _on_people(fold: Any, event: Any, number: int) -> None:
    kind, component = EVENTS[type(event)]
    fold._audit(kind, component, msgspec.json.encode({"what": type(event).__name__, **msgspec.structs.asdict(event)}))


FOLDS: Final[dict[type, Callable[[Any, Any, int], None]]] = dict.fromkeys(EVENTS, _on_people)
