"""What became of what a person asked for with a reason: taken or refused, by the command as it was asked.

A form keeps what was typed until it is told here that the machine did it, or that the request waits for a second person.
"""

from typing import Any, Final

import msgspec

from core.journal.entry import Entry
from core.messages.approvals import RequestApproval
from core.messages.events import RequestRefused
from core.messages.limits import ChangeLimits, Enable, Restrict, SetConservative, Tighten
from core.messages.market_data import OperationRefused
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
from core.messages.participants import MassCancel
from core.messages.stopping import SetTrigger

ASKED: Final = frozenset((
    RequestApproval, ChangeLimits, Restrict, SetConservative, Tighten, Enable, SetTrigger, ChangePhase, BustTrade, CorrectTrade,
    BlockParticipant, ReadmitParticipant, MassCancel, SetRules, SetSchedule, SetReference, SetMark,
))
KEPT = 16
"""Chosen: more than a hand asks for between two looks, a quarter of a second."""


class Answer(msgspec.Struct, frozen=True):
    """number: from 1, in their order. command: without its author, as the form made it."""

    number: int
    command: Any
    refused: bool


class Answers:
    """told: the newest KEPT, the oldest first."""

    def __init__(self) -> None:
        self.version = 0
        self.told: tuple[Answer, ...] = ()

    def hear(self, entry: Entry) -> None:
        message = entry.message
        if type(message) not in ASKED or message.origin is None:
            return
        self.version += 1
        answer = Answer(self.version, msgspec.structs.replace(message, origin=None), any(map(_refuses, entry.events)))
        self.told = (*self.told, answer)[-KEPT:]


def _refuses(event: Any) -> bool:
    """The whole of what was asked for: a cancel that it set off and that was refused is about one order."""
    return isinstance(event, OperationRefused) or (isinstance(event, RequestRefused) and not event.order_id)
