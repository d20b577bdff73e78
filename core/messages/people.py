"""Who may do what, as told to the machine, and what happened at the terminal's door: sign-ins, failures, locks.

SetPerson is a command. The rest are notes: they decide nothing in the machine, but they are in the record, in order. No
password, code or hash is ever in a message; a name that is no account's is not either, for people type passwords there.
"""

from enum import IntEnum
from typing import Final

import msgspec

from core.domain.roles import Role
from core.messages.origin import Origin


class SetPerson(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=220):
    """From this entry on the person has exactly these roles. The first one ever said of a run puts the rights in force.

    Said by a person it takes effect only as approved by a second one; the program says it of the accounts file. why: where
    it comes from, in words.
    """

    person: str
    roles: tuple[Role, ...]
    enabled: bool = True
    why: str = ""
    origin: Origin | None = None


class Means(IntEnum):
    DEMO = 0
    """A demo person, by a click: there is nothing to protect yet."""
    PASSWORD = 1
    PASSWORD_AND_CODE = 2


class Failure(IntEnum):
    UNKNOWN_NAME = 0
    WRONG_PASSWORD = 1
    WRONG_CODE = 2
    DISABLED = 3
    TOO_SOON = 4
    """After failures the account waits a while; nothing that was typed was looked at."""


class Leaving(IntEnum):
    ASKED = 0
    REPLACED = 1
    """Another person took the seat."""
    NO_LONGER_ALLOWED = 2
    CLOSED = 3
    """The terminal was closed, or had ended without a word."""


class SignedIn(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=224):
    """Also how a locked terminal is opened again."""

    person: str
    means: Means


class SignInFailed(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=225):
    """person: empty when there is no such account. failures: of this account, or of unknown names, in a row. where: empty: at the
    terminal; else the command. wall_ns: when, if it is noted later."""

    person: str
    why: Failure
    failures: int
    where: str = ""
    wall_ns: int = 0


class SignedOut(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=226):
    person: str
    why: Leaving


class TerminalLocked(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=227):
    """idle: nobody had touched it for so long; else it was asked for."""

    person: str
    idle: bool


TERMINAL: Final = "terminal"


class ActionDenied(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=228):
    """A command was refused to somebody outside the terminal, or at one that was locked or empty (where: TERMINAL). person: whose account
    it was tried with, or who has the seat; empty: nobody's."""

    person: str
    where: str
    why: str
    wall_ns: int


DoorNote = SignedIn | SignInFailed | SignedOut | TerminalLocked | ActionDenied


class PersonSet(msgspec.Struct, frozen=True, array_like=True, gc=False, tag=230):
    """signed_by: the two people who stand behind it; nobody when the program said it of the accounts file."""

    person: str
    roles: tuple[Role, ...]
    enabled: bool
    signed_by: tuple[str, ...]
    why: str
