"""What an operator typed -> the operation, or the sentence that says what is missing. Pure, no Qt."""

from core.domain.enums import Phase
from core.domain.roles import Right, Role
from core.domain.units import InstrumentId, Nanos, Price, Qty
from core.messages.operations import BlockParticipant, BustTrade, ChangePhase, CorrectTrade, ReadmitParticipant
from core.messages.participants import MassCancel
from core.projections.operations_pictures import OperationsPicture, ParticipantRow, PhaseRow, TradeRow
from widgets.core_words import heard
from widgets.entry import WHY, capital, reason_wrong
from widgets.labels import PHASE
from widgets.limit_words import parse_time
from widgets.rights import able, has
from widgets.tongue import ended, tr
from widgets.uncross import CALLS

LASTS = (*CALLS, Phase.HALT)
"""Phases that can end by themselves."""
DAY_NS = 86_400 * 10**9
Said = ChangePhase | BustTrade | CorrectTrade | BlockParticipant | ReadmitParticipant | MassCancel | str
"""An operation, or why there is none, as a sentence."""


def lacking(picture: OperationsPicture, why: str) -> tuple[str, str]:
    """What keeps anything from being done, without its full stop, and the key of its part; empty: nothing."""
    if not picture.person:
        return "role", tr("Sign in to operate the market")
    roles: tuple[Role, ...] = picture.roles
    if not has(roles, Right.OPERATE_MARKET):
        return "role", tr("{who} operates the market", who=able(Right.OPERATE_MARKET).capitalize())
    return WHY, reason_wrong(why)


def missing(picture: OperationsPicture, why: str) -> str:
    said = lacking(picture, why)[1]
    return ended(said) if said else ""


def lasting(text: str) -> int | str:
    """How long a call or halt lasts, 0: until told otherwise; or what is wrong with it."""
    if not text.strip():
        return 0
    try:
        ns = parse_time(text.strip())
    except ValueError as error:
        return ended(capital(heard(str(error))))
    if ns <= 0:
        return tr("How long must be more than zero, or empty.")
    return ns if ns <= DAY_NS else tr("A phase that ends by itself lasts a day at most.")


def phase(row: PhaseRow, to: Phase, lasts: str, why: str, picture: OperationsPicture) -> Said:
    wrong = missing(picture, why)
    if wrong:
        return wrong
    if to not in row.allowed:
        return tr("{to} does not follow {phase}.", to=PHASE[to], phase=PHASE[row.phase].lower())
    ns = lasting(lasts) if to in LASTS else 0
    if isinstance(ns, str):
        return ns
    return ChangePhase(row.instrument.id, to, Nanos(picture.at + ns if ns else 0), why=why.strip())


def halt_everything(lasts: str, why: str, picture: OperationsPicture) -> Said:
    wrong = missing(picture, why)
    if wrong:
        return wrong
    if not any(Phase.HALT in row.allowed for row in picture.reading.phases):
        return tr("No instrument can be halted from where it stands.")
    ns = lasting(lasts)
    if isinstance(ns, str):
        return ns
    return ChangePhase(InstrumentId(0), Phase.HALT, Nanos(picture.at + ns if ns else 0), why=why.strip())


def bust(row: TradeRow | None, why: str, picture: OperationsPicture) -> Said:
    if row is None:
        return tr("Choose a trade.")
    wrong = missing(picture, why)
    if wrong or not row.qty:
        return wrong or tr("This trade was undone already.")
    return BustTrade(row.instrument.id, row.trade_id, why.strip())


def correct(row: TradeRow | None, price: str, qty: str, why: str, picture: OperationsPicture) -> Said:
    if row is None:
        return tr("Choose a trade.")
    if not row.qty:
        return tr("This trade was undone already.")
    found = corrected(row, price, qty)
    if isinstance(found, str):
        return found
    wrong = missing(picture, why)
    if wrong:
        return wrong
    return CorrectTrade(row.instrument.id, row.trade_id, Price(found[0]), Qty(found[1]), why.strip())


def corrected(row: TradeRow, price: str, qty: str) -> tuple[int, int] | str:
    """What was typed, or what is wrong with it."""
    if not "".join((price + qty).split()).isprintable():
        return tr("Price and quantity must be numbers, without control characters.")
    try:
        at, lots = int(row.instrument.parse_price(price)), int(row.instrument.parse_qty(qty))
    except ValueError as error:
        return ended(capital(heard(str(error))))
    if at <= 0:
        return tr("Price must be more than zero.")
    if lots > row.qty:
        return tr("A corrected quantity is never more than what stands.")
    return (at, lots) if (at, lots) != (row.price, row.qty) else tr("Nothing would change: type another price, or fewer.")


def cancel(row: ParticipantRow | None, why: str, picture: OperationsPicture) -> Said:
    if row is None or not row.firm:
        return tr("Choose a firm: orders of nobody in particular are the tape's.")
    return missing(picture, why) or (MassCancel(firm=row.firm, why=why.strip()) if row.orders else tr("It has no live order."))


def block(row: ParticipantRow | None, why: str, picture: OperationsPicture) -> Said:
    """Or readmit, when it is blocked."""
    if row is None or not row.firm:
        return tr("Choose a firm: orders of nobody in particular are the tape's.")
    wrong = missing(picture, why)
    if wrong:
        return wrong
    return ReadmitParticipant(row.firm, why.strip()) if row.blocked else BlockParticipant(row.firm, why.strip())
