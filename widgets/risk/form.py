"""A typed value for a limit -> the command that asks for it, what it means in words, and what would be over it at once. Pure, no Qt.

Lowering is one person's and immediate; raising, or taking a limit away, is asked for and waits for a second person. It only hints at
what the machine will say: the machine judges every command by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from core.domain.instrument import Instrument
from core.domain.roles import Right, Role, may_sign
from core.domain.scope import ScopeKind
from core.domain.units import InstrumentId
from core.messages.approvals import TWO_PERSONS, RequestApproval
from core.messages.limits import NO_LIMIT, ChangeLimits, Enable, Limit, Restrict, Restriction, SetConservative
from core.projections.risk_pictures import GaugeRow, RestrictionRow, RiskPicture
from widgets.entry import capital, reason_wrong
from widgets.limit_words import FIVE, parse_value, sentence, value_text, whose
from widgets.rights import able, has
from widgets.tongue import ended, tr

SHOWN = 3
"""Uses over the new limit that are named; the others are counted."""


@dataclass(frozen=True)
class Change:
    """wrong: what keeps it from being sent, by field (value, why, role). means: what it would do. over: what is over it at once;
    passed: something is. same: the value is the one that stands."""

    ask: ChangeLimits | RequestApproval | None = None
    wrong: tuple[tuple[str, str], ...] = ()
    means: str = ""
    over: str = ""
    raises: bool = False
    passed: bool = False
    same: bool = False


def change(row: GaugeRow, value: str, why: str, picture: RiskPicture) -> Change:
    limit, base = row.limit, picture.reading.base
    instrument = instrument_of(limit, row, picture)
    try:
        to = parse_value(limit.rule, value, instrument)
    except ValueError as error:
        return Change(wrong=(("value", capital(str(error))),))
    if to == limit.value:
        return Change(
            wrong=(("value", tr("It is {value} already", value=value_text(limit.rule, limit.value, instrument, base))),), same=True,
        )
    if to == NO_LIMIT and limit.instrument and FIVE.get(limit.rule) is limit.kind and not limit.soft:
        return Change(wrong=(("value", tr("Without this one nothing of the instrument is traded: it can be moved, not taken away")),))
    made = replace(limit, value=to)
    raises = to == NO_LIMIT or to > limit.value
    means = _means(limit, made, instrument, base, raises)
    over, passed = ("", False) if to == NO_LIMIT else over_at_once(made, row, picture, base)
    found = (("why", reason_wrong(why)), ("role", role_wrong(picture.roles, raises, picture.person)))
    wrong = [one for one in found if one[1]]
    if wrong:
        return Change(wrong=tuple(wrong), means=means, over=over, raises=raises, passed=passed)
    reason = why.strip()
    ask = ChangeLimits((made,), reason)
    return Change(RequestApproval(ask, reason) if raises else ask, (), means, over, raises, passed)


def over_at_once(made: Limit, row: GaugeRow, picture: RiskPicture, base: str) -> tuple[str, bool]:
    """Uses of that very limit that the new value would not let pass, in words; whether there is one."""
    found = [
        one for one in picture.reading.gauges
        if replace(one.limit, value=0) == replace(made, value=0) and one.used is not None and one.used > made.value * one.percent // 100
    ]
    if not found:
        if any(one.used is None for one in picture.reading.gauges if one.limit == row.limit):
            return tr("Judged with each order: open orders are not looked at again."), False
        return tr("Nothing is over it now."), False
    named = [
        tr(
            "{whose}{where} at {value}",
            whose=whose(one.kind, one.name),
            where=tr(" in {symbol}", symbol=one.instrument.symbol) if one.instrument is not None else "",
            value=value_text(made.rule, one.used or 0, one.instrument, base),
        ) for one in found[:SHOWN]
    ]
    rest = tr(" and {count} more", count=len(found) - SHOWN) if len(found) > SHOWN else ""
    return tr(
        "Over it at once: {named}{rest}. What adds is refused, what reduces passes; nothing is cancelled.",
        named=tr(", ").join(named), rest=rest,
    ), True


def instrument_of(limit: Limit, row: GaugeRow, picture: RiskPicture) -> Instrument | None:
    """That the limit's value is in: its own, never one that it is only measured in."""
    return next((one for one in picture.instruments if one.id == limit.instrument), None) if limit.instrument else None


def enable(kind: ScopeKind, name: str, roles: Sequence[Role]) -> Enable | str:
    """Why not, as a sentence."""
    if not has(tuple(roles), Right.RAISE_LIMIT):
        return tr("{who} enables a scope again.", who=capital(able(Right.RAISE_LIMIT)))
    return Enable(kind, name)


def lift(row: RestrictionRow, why: str, roles: Sequence[Role]) -> RequestApproval | str:
    if not may_sign(tuple(roles), TWO_PERSONS[Restrict]):
        return tr("A risk officer or an operator asks to lift a restriction, and another one approves.")
    wrong = reason_wrong(why)
    if wrong:
        return ended(wrong)
    instrument = row.instrument.id if row.instrument is not None else InstrumentId(0)
    return RequestApproval(Restrict(Restriction.NONE, instrument, row.trader, why.strip()), why.strip())


def conservative(on: bool, why: str, roles: Sequence[Role]) -> SetConservative | RequestApproval | str:
    """It begins at once; to end it is to loosen limits, which takes two people."""
    if on and not has(tuple(roles), Right.LOWER_LIMIT):
        return tr("{who} turns conservative mode on.", who=capital(able(Right.LOWER_LIMIT)))
    if not on and not may_sign(tuple(roles), TWO_PERSONS[SetConservative]):
        return tr("A risk officer or an operator asks to end conservative mode, and another one approves.")
    wrong = reason_wrong(why)
    if wrong:
        return ended(wrong)
    command = SetConservative(on, why.strip())
    return command if on else RequestApproval(command, why.strip())


def _means(limit: Limit, made: Limit, instrument: Instrument | None, base: str, raises: bool) -> str:
    was = value_text(limit.rule, limit.value, instrument, base)
    way = tr("Raises, once a second person approves") if raises else tr("Lowers at once")
    return tr("{way}: {sentence}, now {was}.", way=way, sentence=_small(sentence(made, instrument, base)), was=was)


def role_wrong(roles: tuple[Role, ...], raises: bool, person: str) -> str:
    """Why this person may not; empty: they may."""
    if not person:
        return tr("Sign in to change a limit")
    if raises and not may_sign(roles, TWO_PERSONS[ChangeLimits]):
        return tr("A risk officer or an operator asks to raise a limit, and another one approves")
    return tr("A risk officer lowers a limit") if not raises and not has(roles, Right.LOWER_LIMIT) else ""


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
