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
from widgets.labels import A_ROLE, ROLE
from widgets.limit_words import rule_sentence, sentence
from widgets.sizes import plain_qty_text
from widgets.tongue import Table, mark, tr
from widgets.trigger_words import trigger_sentence

NOTHING = mark("No request waits")
OUTCOME = Table({
    "approved": "approved", "declined": "declined", "withdrawn": "withdrawn", "expired": "expired",
})
WHY_EMPTY = (
    mark("Changing somebody's roles, raising a limit and releasing the kill switch take two people. What one asks for stands here "
    "until another approves it.")
)


def what(row: RequestRow) -> str:
    """What would happen, in one sentence."""
    command, instrument = row.command, row.instrument
    if isinstance(command, SetPerson):
        return tr("{person} becomes {roles}", person=command.person, roles=roles_text(command.roles)) if command.enabled else tr(
            "{person} may do nothing any more",
            person=command.person,
        )
    if isinstance(command, SetVenue):
        return tr("Orders of {venue} go out to the venue", venue=command.venue) if command.outside else tr(
            "Orders of {venue} stay inside",
            venue=command.venue,
        )
    if isinstance(command, ChangeLimits):
        return "; ".join(sentence(limit, _of(limit, instrument), "") for limit in command.limits)
    if isinstance(command, Restrict):
        whom = " ".join(part for part in (command.trader, instrument.symbol if instrument is not None else "") if part) or tr("everybody")
        return tr(
            "No restriction of {whom} any more", whom=whom,
        ) if command.restriction is Restriction.NONE else f"{_words(command.restriction)}: {whom}"
    if isinstance(command, Tighten):
        return rule_sentence(command)
    if isinstance(command, SetTrigger):
        return trigger_sentence(command)
    if isinstance(command, SetLimits) and instrument is not None:
        return (
            tr(
                "Limits of {symbol}: order {plain_qty}, worth {money} {quote}, collar {collar_bp:g} %, position {plain_qty_2}, "
                "{max_open_orders} open",
                symbol=instrument.symbol,
                plain_qty=plain_qty_text(instrument, command.max_order_qty),
                money=instrument.money_text(command.max_order_value),
                quote=instrument.quote,
                collar_bp=command.collar_bp / 100,
                plain_qty_2=plain_qty_text(instrument, command.max_position),
                max_open_orders=command.max_open_orders,
            )
        )
    fields = ", ".join(f"{name} {getattr(command, name)}" for name in command.__struct_fields__ if name != "origin")
    return f"{type(command).__name__}: {fields}"


def _of(limit: Limit, instrument: Instrument | None) -> Instrument | None:
    """The one that the limit's value is in."""
    return instrument if instrument is not None and limit.instrument == instrument.id else None


def _words(code: IntEnum) -> str:
    return code.name.lower().replace("_", " ")


def asked(row: RequestRow, person: str) -> str:
    who = tr("you") if row.by == person and person else row.by
    return tr("Asked by {who}: {reason}", who=who, reason=row.reason) if row.reason else tr("Asked by {who}, without a reason", who=who)


def left(row: RequestRow, at: int) -> str:
    """How long it still waits, and until when."""
    seconds = max(row.expires_at - at, 0) // SECOND
    until = f"{datetime.fromtimestamp(row.expires_at // SECOND, UTC):%H:%M:%S}"
    return tr("{seconds} min left, until {until} UTC", seconds=seconds // 60, until=until) if seconds >= 60 else tr(
        "{seconds} s left, until {until} UTC",
        seconds=seconds, until=until,
    )


def soon(row: RequestRow, at: int) -> bool:
    return row.expires_at - at < 60 * SECOND


def who_may(row: RequestRow, picture: ApprovalsPicture) -> str:
    """Why the button cannot be pressed; empty when it can."""
    if row.able:
        return ""
    if not picture.person:
        return tr("Sign in to approve")
    pair = TWO_PERSONS[type(row.command)]
    needed = _needed(pair, next((one.roles for one in picture.people if one.person == row.by), ()))
    return tr("Another person approves: {needed}", needed=needed) if row.mine else tr("Takes {needed}", needed=needed)


def _needed(pair: Pair, has: tuple[Role, ...]) -> str:
    wanted = pair.other if pair.one in has else (pair.one,)
    return tr(" or ").join(A_ROLE[role] for role in wanted)


def over(row: RequestRow) -> str:
    by = tr(" by {closed_by}", closed_by=row.closed_by) if row.closed_by and row.outcome != "withdrawn" else ""
    return f"{what(row)}: {OUTCOME.get(row.outcome, row.outcome)}{by}"


def roles_text(roles: tuple[Role, ...]) -> str:
    return tr(" and ").join(ROLE[role] for role in roles) or tr("somebody without a role")


def person_text(row: PersonRow) -> str:
    words = ", ".join(ROLE[role] for role in row.roles) or tr("no role")
    return words if row.enabled else tr("{words} (disabled)", words=words)


def may_ask(roles: tuple[Role, ...]) -> bool:
    """Whether these roles can ask for somebody's roles to be changed."""
    pair = TWO_PERSONS[SetPerson]
    return any(role is pair.one or role in pair.other for role in roles)


def line_text(row: PersonRow, oneself: bool) -> str:
    """Name and roles, with a tab between."""
    name = tr("{person} (you)", person=row.person) if oneself else row.person
    return f"{name}\t{person_text(row)}"
