"""What an operator typed -> the operation, or the sentence that says what is missing. Pure, no Qt."""

from core.domain.enums import Phase
from core.domain.roles import Right, Role
from core.domain.units import InstrumentId, Nanos, Price, Qty
from core.messages.operations import BlockParticipant, BustTrade, ChangePhase, CorrectTrade, ReadmitParticipant
from core.messages.participants import MassCancel
from core.projections.operations_pictures import OperationsPicture, ParticipantRow, PhaseRow, TradeRow
from widgets.labels import PHASE
from widgets.limit_words import parse_time
from widgets.market_operations.model import CALLS
from widgets.rights import able, has

LASTS = (*CALLS, Phase.HALT)
"""Phases that can end by themselves."""
DAY_NS = 86_400 * 10**9
WHY_LENGTH = 500
Said = ChangePhase | BustTrade | CorrectTrade | BlockParticipant | ReadmitParticipant | MassCancel | str
"""An operation, or why there is none, as a sentence."""


def missing(picture: OperationsPicture, why: str) -> str:
    """What keeps anything from being done; empty: nothing."""
    if not picture.person:
        return "Sign in to operate the market."
    roles: tuple[Role, ...] = picture.roles
    if not has(roles, Right.OPERATE_MARKET):
        return f"{able(Right.OPERATE_MARKET).capitalize()} operates the market."
    said = why.strip()
    if not said:
        return "Say why: it stands in the record."
    if not said.isprintable():
        return "The reason holds characters that cannot be printed."
    return f"The reason is too long: at most {WHY_LENGTH} characters." if len(said) > WHY_LENGTH else ""


def lasting(text: str) -> int | str:
    """How long a call or halt lasts, 0: until told otherwise; or what is wrong with it."""
    if not text.strip():
        return 0
    try:
        ns = parse_time(text.strip())
    except ValueError as error:
        said = str(error)
        return f"{said[:1].upper()}{said[1:]}."
    if ns <= 0:
        return "How long must be more than zero, or empty."
    return ns if ns <= DAY_NS else "A phase that ends by itself lasts a day at most."


def phase(row: PhaseRow, to: Phase, lasts: str, why: str, picture: OperationsPicture) -> Said:
    wrong = missing(picture, why)
    if wrong:
        return wrong
    if to not in row.allowed:
        return f"{PHASE[to]} does not follow {PHASE[row.phase].lower()}."
    ns = lasting(lasts) if to in LASTS else 0
    if isinstance(ns, str):
        return ns
    return ChangePhase(row.instrument.id, to, Nanos(picture.at + ns if ns else 0), why=why.strip())


def halt_everything(lasts: str, why: str, picture: OperationsPicture) -> Said:
    wrong = missing(picture, why)
    if wrong:
        return wrong
    if not any(Phase.HALT in row.allowed for row in picture.reading.phases):
        return "No instrument can be halted from where it stands."
    ns = lasting(lasts)
    if isinstance(ns, str):
        return ns
    return ChangePhase(InstrumentId(0), Phase.HALT, Nanos(picture.at + ns if ns else 0), why=why.strip())


def bust(row: TradeRow | None, why: str, picture: OperationsPicture) -> Said:
    if row is None:
        return "Choose a trade."
    wrong = missing(picture, why)
    if wrong or not row.qty:
        return wrong or "This trade was undone already."
    return BustTrade(row.instrument.id, row.trade_id, why.strip())


def correct(row: TradeRow | None, price: str, qty: str, why: str, picture: OperationsPicture) -> Said:
    if row is None:
        return "Choose a trade."
    if not row.qty:
        return "This trade was undone already."
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
        return "Price and quantity must be numbers, without control characters."
    try:
        at, lots = int(row.instrument.parse_price(price)), int(row.instrument.parse_qty(qty))
    except ValueError as error:
        said = str(error)
        return f"{said[:1].upper()}{said[1:]}."
    if at <= 0:
        return "Price must be more than zero."
    if lots > row.qty:
        return "A corrected quantity is never more than what stands."
    return (at, lots) if (at, lots) != (row.price, row.qty) else "Nothing would change: type another price, or fewer."


def cancel(row: ParticipantRow | None, why: str, picture: OperationsPicture) -> Said:
    if row is None or not row.firm:
        return "Choose a firm: orders of nobody in particular are the tape's."
    return missing(picture, why) or (MassCancel(firm=row.firm, why=why.strip()) if row.orders else "It has no live order.")


def block(row: ParticipantRow | None, why: str, picture: OperationsPicture) -> Said:
    """Or readmit, when it is blocked."""
    if row is None or not row.firm:
        return "Choose a firm: orders of nobody in particular are the tape's."
    wrong = missing(picture, why)
    if wrong:
        return wrong
    return ReadmitParticipant(row.firm, why.strip()) if row.blocked else BlockParticipant(row.firm, why.strip())
