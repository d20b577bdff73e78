"""What the basket panel says: its rows as cells, what it is worth, and what became of each row. Qt-free but for the notes' type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.messages.commands import PlaceOrder
from core.projections.ticket_pictures import BasketPicture, Fate, GateAnswer
from widgets import labels
from widgets.lines import Note
from widgets.sizes import plain_qty_text
from widgets.ticket import gate_words
from widgets.ticket.basket_form import MOST_ROWS, Row
from widgets.tongue import mark, tr

EMPTY = mark("Paste rows from a spreadsheet: symbol, side, quantity, type, price, time in force. A first row may name them.")


@dataclass(frozen=True)
class Cells:
    """One row as it is painted. texts: in the order of the columns. token: of the side. error: instead of everything after the line's
    number. state, tone: what became of it, or why the desk would not take it."""

    line: str
    texts: tuple[str, ...] = ()
    token: str = "text"
    error: str = ""
    state: str = ""
    tone: str = "muted"


def cells(row: Row, quotes: Mapping[int, tuple[int, int, int]], fate: Fate | None, answer: GateAnswer | None) -> Cells:
    """quotes: bid, ask and last by instrument id. answer: the desk's, which names this line."""
    if row.order is None or row.instrument is None:
        return Cells(str(row.line), error=row.error)
    order, instrument = row.order, row.instrument
    at = int(order.price or (order.terms.trigger if order.terms is not None else 0))
    state, tone = _state(fate, instrument) if fate is not None else (_verdict(answer, instrument), "warning" if answer else "muted")
    texts = (
        instrument.symbol, labels.SIDE[order.side], plain_qty_text(instrument, order.qty), labels.ORDER_TYPE[order.order_type],
        instrument.price_text(at) if at else tr("market"), labels.TIME_IN_FORCE[order.time_in_force],
        instrument.money_text(order.qty * price_of(order, quotes)),
    )
    return Cells(str(row.line), texts, labels.SIDE_TOKEN[order.side], "", state, tone)


def _verdict(answer: GateAnswer | None, instrument: Instrument) -> str:
    if answer is None:
        return ""
    if answer.rejection is not None:
        return tr("Rejected: {why}", why=labels.REJECTION[answer.rejection])
    if answer.reason is None:
        return ""
    return tr("Refused: {why}", why=labels.refusal(answer.reason, answer.limit, answer.value, instrument))


def price_of(order: PlaceOrder, quotes: Mapping[int, tuple[int, int, int]]) -> int:
    """What it is valued at: its own price, else the touch that it would meet."""
    own = int(order.price or (order.terms.trigger if order.terms is not None else 0))
    bid, ask, last = quotes.get(order.instrument, (0, 0, 0))
    return own or (ask if order.side is Side.BUY else bid) or last


def total(rows: Sequence[Row], quotes: Mapping[int, tuple[int, int, int]]) -> Note:
    """Rows, and what they buy and sell by currency; or how many are wrong."""
    if not rows:
        return Note(tr(EMPTY), "muted")
    wrong = sum(row.order is None for row in rows)
    if len(rows) > MOST_ROWS:
        return Note(tr("{rows} rows: a basket has at most {most_rows}.", rows=len(rows), most_rows=MOST_ROWS), "critical", "wrong")
    if wrong:
        return Note(tr(
            "{wrong} of {rows} rows cannot be sent: each says why. Nothing is sent until all are right.",
            wrong=wrong, rows=len(rows),
        ), "critical", "wrong")
    sums: dict[str, dict[Side, tuple[int, Instrument]]] = {}
    for row in rows:
        if row.order is not None and row.instrument is not None:
            by_side = sums.setdefault(row.instrument.quote, {})
            before, unit = by_side.get(row.order.side, (0, row.instrument))
            by_side[row.order.side] = (before + _in_unit(row.order.qty * price_of(row.order, quotes), row.instrument, unit), unit)
    said = [tr("{rows} order{s}", rows=len(rows), s="" if len(rows) == 1 else "s")]
    for quote, by_side in sums.items():
        said += [
            f"{labels.SIDE[side].lower()} {by_side[side][1].money_text(by_side[side][0])}\u00a0{quote}" for side in Side if side in by_side
        ]
    return Note(", ".join(said), strong=True)


def _in_unit(money: int, of: Instrument, unit: Instrument) -> int:
    """Exact money of one instrument as another of the same currency counts it; what is finer is cut."""
    finer = of.price_decimals + of.qty_decimals - unit.price_decimals - unit.qty_decimals
    whole: int = money // 10**finer if finer >= 0 else money * 10**-finer
    return whole


def answer_notes(answer: GateAnswer, rows: Sequence[Row], picture: BasketPicture) -> tuple[Note, ...]:
    """The desk's, in the units of the line that it is about."""
    row = rows[answer.line - 1] if 0 < answer.line <= len(rows) else rows[0]
    instrument = row.instrument or picture.instruments[0][0]
    if answer.reason is None and answer.rejection is None:
        return (Note(tr("The gate lets all of it pass."), "muted", "done"),)
    if answer.soft and answer.reason is not None:
        said = labels.refusal(answer.reason, answer.limit, answer.value, instrument)
        where = tr("Line {line}", line=answer.line) if answer.line else tr("The basket")
        return (
            Note(
                tr("{where} meets a soft limit: {said} Make it smaller, or send it from the ticket.", where=where, said=said),
                "warning", "warning",
            ),
        )
    return gate_words.answer_notes(answer, instrument, None)


def sent_note(fates: Sequence[Fate], count: int) -> Note:
    open_, done = sum(fate.is_open for fate in fates), sum(fate.filled > 0 and not fate.is_open for fate in fates)
    no = sum(fate.reason is not None or fate.rejection is not None for fate in fates)
    return Note(
        tr("Sent {count}: {open} working, {done} filled, {no} refused or rejected.", count=count, open=open_, done=done, no=no), "text",
        "done",
    )


def _state(fate: Fate, instrument: Instrument) -> tuple[str, str]:
    if fate.reason is not None:
        why = labels.refusal(fate.reason, fate.limit, fate.value, instrument)
        return tr("{state}: {why}", state=labels.ORDER_STATE[fate.state], why=why), "critical"
    if fate.held:
        return tr("Held"), "own"
    tone = "own" if fate.is_open else "critical" if fate.rejection is not None else "text"
    part = f" {plain_qty_text(instrument, fate.filled)}" if fate.filled and fate.is_open else ""
    return f"{labels.order_state(fate.state, fate.filled, fate.undone)}{part}", tone
