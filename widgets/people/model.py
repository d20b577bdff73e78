"""The requests' picture as words: what is asked, by whom, why, and how long it still waits. Qt-free."""

from datetime import UTC, datetime
from enum import IntEnum

from core.domain.instrument import Instrument
from core.domain.roles import Pair, Role
from core.domain.units import SECOND
from core.messages.approvals import TWO_PERSONS
from core.messages.commands import SetLimits
from core.messages.limits import ChangeLimits, Limit, Restrict, Restriction, Tighten
from core.messages.outside import SetVenue
from core.messages.people import SetPerson
from core.messages.stopping import SetTrigger
from core.projections.people import ApprovalsPicture, PersonRow, RequestRow
from widgets.labels import ROLE
from widgets.limit_words import rule_sentence, sentence
from widgets.sizes import plain_qty_text
from widgets.trigger_words import trigger_sentence

NOTHING = "No request waits"
WHY_EMPTY = (
    "Changing somebody's roles, raising a limit and releasing the kill switch take two people. What one asks for stands here "
    "until another approves it."
)


def what(row: RequestRow) -> str:
    """What would happen, in one sentence."""
    command, instrument = row.command, row.instrument
    if isinstance(command, SetPerson):
        return f"{command.person} becomes {roles_text(command.roles)}" if command.enabled else f"{command.person} may do nothing any more"
    if isinstance(command, SetVenue):
        return f"Orders of {command.venue} go out to the venue" if command.outside else f"Orders of {command.venue} stay inside"
    if isinstance(command, ChangeLimits):
        return "; ".join(sentence(limit, _of(limit, instrument), "") for limit in command.limits)
    if isinstance(command, Restrict):
        whom = " ".join(part for part in (command.trader, instrument.symbol if instrument is not None else "") if part) or "everybody"
        return f"No restriction of {whom} any more" if command.restriction is Restriction.NONE else f"{_words(command.restriction)}: {whom}"
    if isinstance(command, Tighten):
        return rule_sentence(command)
    if isinstance(command, SetTrigger):
        return trigger_sentence(command)
    if isinstance(command, SetLimits) and instrument is not None:
        return (
            f"Limits of {instrument.symbol}: order {plain_qty_text(instrument, command.max_order_qty)}, worth "
            f"{instrument.money_text(command.max_order_value)} {instrument.quote}, collar {command.collar_bp / 100:g} %, position "
            f"{plain_qty_text(instrument, command.max_position)}, {command.max_open_orders} open"
        )
    fields = ", ".join(f"{name} {getattr(command, name)}" for name in command.__struct_fields__ if name != "origin")
    return f"{type(command).__name__}: {fields}"


def _of(limit: Limit, instrument: Instrument | None) -> Instrument | None:
    """The one that the limit's value is in."""
    return instrument if instrument is not None and limit.instrument == instrument.id else None


def _words(code: IntEnum) -> str:
    return code.name.lower().replace("_", " ")


def asked(row: RequestRow, person: str) -> str:
    who = "you" if row.by == person and person else row.by
    return f"Asked by {who}: {row.reason}" if row.reason else f"Asked by {who}, without a reason"


def left(row: RequestRow, at: int) -> str:
    """How long it still waits, and until when."""
    seconds = max(row.expires_at - at, 0) // SECOND
    until = f"{datetime.fromtimestamp(row.expires_at // SECOND, UTC):%H:%M:%S}"
    return f"{seconds // 60} min left, until {until} UTC" if seconds >= 60 else f"{seconds} s left, until {until} UTC"


def soon(row: RequestRow, at: int) -> bool:
    return row.expires_at - at < 60 * SECOND


def who_may(row: RequestRow, picture: ApprovalsPicture) -> str:
    """Why the button cannot be pressed; empty when it can."""
    if row.able:
        return ""
    if not picture.person:
        return "Sign in to approve"
    pair = TWO_PERSONS[type(row.command)]
    needed = _needed(pair, next((one.roles for one in picture.people if one.person == row.by), ()))
    return f"Another person approves: {needed}" if row.mine else f"Takes {needed}"


def _needed(pair: Pair, has: tuple[Role, ...]) -> str:
    wanted = pair.other if pair.one in has else (pair.one,)
    return " or ".join(("an " if ROLE[role][0] in "aeiou" else "a ") + ROLE[role] for role in wanted)


def over(row: RequestRow) -> str:
    by = f" by {row.closed_by}" if row.closed_by and row.outcome != "withdrawn" else ""
    return f"{what(row)}: {row.outcome}{by}"


def roles_text(roles: tuple[Role, ...]) -> str:
    return " and ".join(ROLE[role] for role in roles) or "somebody without a role"


def person_text(row: PersonRow) -> str:
    words = ", ".join(ROLE[role] for role in row.roles) or "no role"
    return words if row.enabled else f"{words} (disabled)"


def may_ask(roles: tuple[Role, ...]) -> bool:
    """Whether these roles can ask for somebody's roles to be changed."""
    pair = TWO_PERSONS[SetPerson]
    return any(role is pair.one or role in pair.other for role in roles)
