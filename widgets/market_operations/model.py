"""The exchange's pictures as rows and sentences. Qt-free."""

from core.domain.enums import Phase, PhaseCause, Side
from core.domain.instrument import Instrument, decimal_text
from core.domain.units import SECOND
from core.messages.market_data import ParticipantBlocked, ParticipantReadmitted, PhaseChanged, TradeBusted, TradeCorrected
from core.messages.operations import SetMark, SetReference, SetRules, SetSchedule
from core.messages.participants import MassCancel
from core.messages.reasons import Reason
from core.projections.operations_pictures import Happened, OperationsPicture, ParticipantRow, PhaseRow, TradeRow
from widgets.cells import DASH, Cell, Column, Row
from widgets.labels import PHASE, PHASE_CAUSE, REJECTION, SIDE, SIDE_TOKEN, refusal
from widgets.limit_words import time_text
from widgets.scales import clock_text
from widgets.sizes import plain_qty_text, size_text

CALLS = (Phase.OPENING_CALL, Phase.VOLATILITY_CALL, Phase.CLOSING_CALL)
PHASES = (
    Column("Instrument", 84), Column("Phase", 116), Column("Since", 60, True, 9),
    Column("Next", 148, drop=2, tip="By itself, or by the schedule"),
    Column("Indicative", 84, True, 1, "What an auction would price now"), Column("Volume", 80, True, 3, "What it would trade now"),
    Column("Surplus", 80, True, 4, "Left over at that price: + to buy, \u2212 to sell"), Column("Last", 84, True, 5),
    Column("Static band", 148, True, 6, "Limit prices beyond it are refused; measured from the reference"),
    Column("Dynamic band", 148, True, 7, "No trade beyond it"),
    Column("Velocity", 104, True, 8, "A move so large in so short a time pauses trading"),
    Column("Orders", 56, True, 10, "Live ones"),
)  # fmt: skip
TRADES = (
    Column("Time", 64), Column("Trade", 64, True), Column("Price", 88, True), Column("Quantity", 92, True),
    Column("Taker", 40, drop=4), Column("Maker is", 108, drop=2), Column("Taker is", 108, drop=3), Column("Stands"),
)
PARTICIPANTS = (
    Column("Firm", 136), Column("Lines", 96, drop=2), Column("Orders", 64, True),
    Column("Worth", 136, True, 1, "At their limits, else at the last price"),
    Column("State"),
)  # fmt: skip
STATE_TOKEN = {
    Phase.HALT: ("critical", "stop"), Phase.CONTINUOUS: ("text", ""), Phase.VOLATILITY_CALL: ("warning", "warning"),
    Phase.OPENING_CALL: ("warning", ""), Phase.CLOSING_CALL: ("warning", ""),
}


# phases -----------------------------------------------------------------------------------------------------------------


def phase_row(row: PhaseRow, at: int) -> Row:
    i = row.instrument
    token, sign = ("warning", "warning") if row.halts_at else STATE_TOKEN.get(row.phase, ("muted", ""))
    price, qty, surplus = row.indicative
    follows = next_text(row, at)
    fast = f"{i.price_text(row.velocity)} in {time_text(row.velocity_ns)}" if row.velocity else DASH
    return Row(str(int(i.id)), (
        Cell(i.symbol, value=i.symbol), Cell("Limit state" if row.halts_at else PHASE[row.phase], token, int(row.phase), sign=sign),
        Cell(clock_text(row.since) if row.since else "start", "muted", row.since), Cell(follows or DASH, "text" if follows else "muted"),
        *_auction(i, row.phase, price, qty, surplus), Cell(i.price_text(row.last) if row.last else DASH, "text", row.last),
        _band(i, row.low, row.high), _band(i, row.dynamic_low, row.dynamic_high),
        Cell(fast, "text" if row.velocity else "muted"), Cell(decimal_text(row.orders, 0), "text", row.orders),
    ))  # fmt: skip


def next_text(row: PhaseRow, at: int) -> str:
    """What comes by itself, and in how long."""
    due = [
        (row.halts_at, "Halts"), (row.ends_at, "Ends"),
        (row.next_at, PHASE[row.next_phase] if row.next_phase is not None else ""),
    ]
    known = [(when, what) for when, what in due if when]
    if not known:
        return ""
    when, what = min(known)
    return f"{what} in {left_text(when - at)}"


def left_text(ns: int) -> str:
    seconds = max(-(-ns // SECOND), 0)
    if seconds >= 3600:
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{seconds // 60}:{seconds % 60:02}"


def _auction(i: Instrument, phase: Phase, price: int, qty: int, surplus: int) -> tuple[Cell, Cell, Cell]:
    if phase not in CALLS or not price:
        empty = Cell("no price" if phase in CALLS else DASH, "muted", 0)
        return empty, Cell(DASH, "muted", 0), Cell(DASH, "muted", 0)
    sign = "+" if surplus > 0 else ""
    return (
        Cell(i.price_text(price), "text", price), Cell(size_text(i, qty, 4), "text", qty),
        Cell(f"{sign}{i.qty_text(surplus, 4)}" if surplus else "none", "bid" if surplus > 0 else "ask" if surplus else "muted", surplus),
    )


def _band(i: Instrument, low: int, high: int) -> Cell:
    return Cell(f"{i.price_text(low)} to {i.price_text(high)}", "text", low) if high else Cell(DASH, "muted", 0)


def verb(now: Phase, to: Phase) -> str:
    """What a button does, in a word or three."""
    if to is Phase.CONTINUOUS:
        return "Uncross and trade"
    if to is Phase.VOLATILITY_CALL:
        return "Resume by auction" if now is Phase.HALT else "Auction"
    if to is Phase.POST_TRADE:
        return "Uncross and end" if now is Phase.CLOSING_CALL else "End trading"
    return {
        Phase.HALT: "Halt", Phase.CLOSING_CALL: "Closing auction", Phase.CLOSED: "Close", Phase.PRE_OPEN: "Pre-open",
        Phase.OPENING_CALL: "Opening auction",
    }[to]


def preview(row: PhaseRow, to: Phase, lasts: str) -> str:
    """What it does, in one sentence; the worst first."""
    i, symbol = row.instrument, row.instrument.symbol
    orders = f"{decimal_text(row.orders, 0)} live orders"
    until = f" for {lasts}" if lasts else " until told otherwise"
    if to is Phase.HALT:
        return f"Halts {symbol}{until}: nothing trades, no new order is taken, {orders} stay. Trading comes back only through an auction."
    if to in CALLS:
        return f"Stops continuous trading in {symbol}{until}: orders gather for one price, {orders} stay."
    if to is Phase.CLOSED:
        return f"Closes {symbol}: day orders of {orders} expire, nothing is taken any more."
    if row.phase in CALLS:
        price, qty, _ = row.indicative
        trades = f"{plain_qty_text(i, qty)} {i.base} trade at {i.price_text(price)}" if price else "nothing would trade as it stands"
        return f"Uncrosses {symbol} now: {trades}; then {PHASE[to].lower()}."
    return f"{symbol}: {PHASE[row.phase].lower()} becomes {PHASE[to].lower()}; {orders} stay."


def everything_preview(rows: tuple[PhaseRow, ...], lasts: str) -> str:
    able = [row for row in rows if Phase.HALT in row.allowed]
    left = len(rows) - len(able)
    not_able = f" {_instruments(left)} cannot be halted from where {'it stands' if left == 1 else 'they stand'}." if left else ""
    until = f" for {lasts}" if lasts else " until told otherwise"
    return f"Halts the whole market{until}: {_instruments(len(able))}.{not_able} Trading comes back only through auctions."


def _instruments(count: int) -> str:
    return f"{count} instrument" if count == 1 else f"{count} instruments"


# trades and participants ------------------------------------------------------------------------------------------------


def trade_row(row: TradeRow) -> Row:
    i = row.instrument
    undone, changed = not row.qty, (row.price, row.qty) != (row.was_price, row.was_qty)
    state = "undone" if undone else "corrected" if changed else "as printed"
    token, sign = ("critical", "stop") if undone else ("warning", "warning") if changed else ("muted", "")
    if changed and not undone:
        state += f", was {plain_qty_text(i, row.was_qty)} at {i.price_text(row.was_price)}"
    price, qty = (row.was_price, row.was_qty) if undone else (row.price, row.qty)
    return Row(str(row.trade_id), (
        Cell(clock_text(row.at) if row.at else DASH, "text", row.at), Cell(str(row.trade_id), "muted", row.trade_id),
        Cell(i.price_text(price), "muted" if undone else "text", price), Cell(plain_qty_text(i, qty), "muted" if undone else "text", qty),
        Cell("auction" if row.auction else SIDE[row.aggressor], SIDE_TOKEN[row.aggressor]),
        Cell(_who(row.maker, row.maker_firm), _own(row.maker)), Cell(_who(row.taker, row.taker_firm), _own(row.taker)),
        Cell(state, token, sign=sign),
    ))  # fmt: skip


def _who(order: int, firm: int) -> str:
    return f"ours, {order}" if order > 0 else f"firm {firm}" if firm else "another"


def _own(order: int) -> str:
    return "own" if order > 0 else "muted"


def bust_preview(row: TradeRow) -> str:
    i = row.instrument
    what = f"{plain_qty_text(i, row.qty)} {i.base} at {i.price_text(row.price)} {i.quote}"
    return f"Undoes trade {row.trade_id} of {what}: as if it never was. {_ours(row)}Orders do not come back, no stop fires."


def correct_preview(row: TradeRow, price: int, qty: int) -> str:
    i = row.instrument
    was, now = (f"{plain_qty_text(i, lots)} at {i.price_text(at)}" for at, lots in ((row.price, row.qty), (price, qty)))
    return f"Corrects trade {row.trade_id} from {was} to {now}. {_ours(row)}No stop fires."


def _ours(row: TradeRow) -> str:
    mine = [side for side, order in (("bought", _buyer(row)), ("sold", _seller(row))) if order > 0]
    return f"We {' and '.join(mine)} it: our position follows. " if mine else ""


def _buyer(row: TradeRow) -> int:
    return row.taker if row.aggressor is Side.BUY else row.maker


def _seller(row: TradeRow) -> int:
    return row.maker if row.aggressor is Side.BUY else row.taker


def firm_name(row: ParticipantRow) -> str:
    return f"Firm {row.firm} (we)" if row.ours else f"Firm {row.firm}" if row.firm else "Nobody in particular"


def participant_row(row: ParticipantRow) -> Row:
    lines = f"{row.up} of {len(row.sessions)} up" if row.firm else "the tape"
    state, token, sign = ("blocked", "critical", "stop") if row.blocked else ("takes part", "muted", "")
    return Row(str(row.firm), (
        Cell(firm_name(row), "own" if row.ours else "text" if row.firm else "muted", row.firm),
        Cell(lines, "text" if row.firm else "muted"),
        Cell(decimal_text(row.orders, 0), "text", row.orders), Cell(worth_text(row) or DASH, "text"), Cell(state, token, sign=sign),
    ))  # fmt: skip


def worth_text(row: ParticipantRow) -> str:
    """Summed exactly within each quote currency."""
    sums: dict[str, list[tuple[Instrument, int]]] = {}
    for instrument, _, money in row.worth:
        sums.setdefault(instrument.quote, []).append((instrument, money))
    texts = []
    for quote, parts in sums.items():
        digits = max(one.price_decimals + one.qty_decimals for one, _ in parts)
        total = sum(money * 10 ** (digits - one.price_decimals - one.qty_decimals) for one, money in parts)
        texts.append(f"{decimal_text(total // 10 ** max(digits - 2, 0), min(digits, 2))} {quote}")
    return ", ".join(texts)


def cancel_preview(row: ParticipantRow) -> str:
    if not row.orders:
        return f"{firm_name(row)} has no live order."
    where = ", ".join(f"{plain_qty_text(i, lots)} {i.base} in {i.symbol}" for i, lots, _ in row.worth)
    return f"Cancels {_orders(row.orders)} of {firm_name(row)} worth {worth_text(row)} ({where}). New ones are taken."


def block_preview(row: ParticipantRow) -> str:
    if row.blocked:
        return f"Takes orders of {firm_name(row)} again. What was cancelled does not come back."
    return f"Cancels {_orders(row.orders)} of {firm_name(row)} and takes no new one until it is readmitted."


def _orders(count: int) -> str:
    return "its one live order" if count == 1 else f"all {decimal_text(count, 0)} live orders"


# what happened ----------------------------------------------------------------------------------------------------------


def refused_line(picture: OperationsPicture) -> str:
    reason = picture.refused
    if reason is None:
        return ""
    said = refusal(reason, 0, 0, None) if isinstance(reason, Reason) else f"{REJECTION[reason]}."
    return f"Not done ({picture.refused_request}): {said}"


def happened_line(happened: Happened | None, rows: tuple[PhaseRow, ...]) -> str:
    if happened is None:
        return ""
    event = happened.event
    instrument = next((row.instrument for row in rows if row.instrument.id == getattr(event, "instrument", 0)), None)
    symbol = instrument.symbol if instrument is not None else "the market"
    by = f", by {happened.who}: {happened.why}" if happened.who else ""
    said = ""
    if isinstance(event, PhaseChanged):
        cause = "" if event.cause is PhaseCause.OPERATOR and happened.who else f", {PHASE_CAUSE[event.cause]}"
        said = f"{symbol}: {PHASE[event.phase].lower()}{cause}"
    elif isinstance(event, TradeBusted):
        said = f"Trade {event.trade_id} of {symbol} was undone"
    elif isinstance(event, TradeCorrected):
        said = f"Trade {event.trade_id} of {symbol} was corrected"
    elif isinstance(event, ParticipantBlocked):
        said = f"Firm {event.firm} was blocked, {_orders(event.orders)} cancelled"
    elif isinstance(event, ParticipantReadmitted):
        said = f"Firm {event.firm} was readmitted"
    elif isinstance(event, SetRules):
        said = f"Rules of {symbol} were set"
    elif isinstance(event, SetSchedule):
        count = len(event.entries)
        said = f"The schedule of {symbol} was set, {count} to come" if count else f"The schedule of {symbol} was taken away"
    elif isinstance(event, SetReference | SetMark):
        which = "Reference" if isinstance(event, SetReference) else "Mark price"
        said = f"{which} of {symbol} was set to {instrument.price_text(event.price) if instrument is not None else event.price}"
    elif isinstance(event, MassCancel):
        said = f"Orders of firm {event.firm} were cancelled"
    return f"{clock_text(happened.at)} {said}{by}."
