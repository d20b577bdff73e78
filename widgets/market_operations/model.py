"""The exchange's pictures as rows and sentences. Qt-free."""

from core.domain.enums import Phase, PhaseCause, Side
from core.domain.instrument import Instrument, decimal_text
from core.domain.units import SECOND
from core.messages.market_data import ParticipantBlocked, ParticipantReadmitted, PhaseChanged, TradeBusted, TradeCorrected
from core.messages.operations import SetMark, SetReference, SetRules, SetSchedule
from core.messages.participants import MassCancel
from core.messages.reasons import Reason
from core.messages.rejections import Rejection
from core.projections.operations_pictures import Happened, OperationsPicture, ParticipantRow, PhaseRow, TradeRow
from widgets.cells import DASH, Cell, Column, Row
from widgets.labels import PHASE, PHASE_CAUSE, REJECTION, SIDE, SIDE_TOKEN, refusal
from widgets.limit_words import time_text
from widgets.scales import clock_text
from widgets.sizes import plain_qty_text, size_text
from widgets.tongue import Table, ended, mark, tr
from widgets.uncross import CALLS

PHASES = (
    Column(mark("Instrument"), 84), Column(mark("Phase"), 116), Column(mark("Since"), 60, True, 9),
    Column(mark("Next"), 148, drop=2, tip=mark("By itself, or by the schedule")),
    Column(mark("Indicative"), 84, True, 1, mark("What an auction would price now")),
    Column(mark("Volume"), 80, True, 3, mark("What it would trade now")),
    Column(mark("Surplus"), 80, True, 4, mark("Left over at that price: + to buy, \u2212 to sell")), Column(mark("Last"), 84, True, 5),
    Column(mark("Static band"), 148, True, 6, mark("Limit prices beyond it are refused; measured from the reference")),
    Column(mark("Dynamic band"), 148, True, 7, mark("No trade beyond it")),
    Column(mark("Velocity"), 104, True, 8, mark("A move so large in so short a time pauses trading")),
    Column(mark("Orders"), 56, True, 10, mark("Live ones")),
)  # fmt: skip
TRADES = (
    Column(mark("Time"), 64), Column(mark("Trade##one"), 64, True), Column(mark("Price"), 88, True), Column(mark("Quantity"), 92, True),
    Column(mark("Taker"), 40, drop=4), Column(mark("Maker is"), 108, drop=2), Column(mark("Taker is"), 108, drop=3), Column(mark("Stands")),
)
PARTICIPANTS = (
    Column(mark("Firm"), 136), Column(mark("Lines"), 96, drop=2), Column(mark("Orders"), 64, True),
    Column(mark("Worth"), 136, True, 1, mark("At their limits, else at the last price")),
    Column(mark("State")),
)  # fmt: skip
REQUEST = Table({
    "phase": "phase", "rules": "rules", "schedule": "schedule", "reference": "reference", "mark": "mark", "bust": "bust",
    "correct": "correct", "readmit": "readmit", "set rules": "set rules", "set schedule": "set schedule",
    "set reference": "set reference", "set mark": "set mark", "change phase": "change phase", "bust trade": "bust trade",
    "correct trade": "correct trade", "block participant": "block participant", "readmit participant": "readmit participant",
    "mass cancel": "mass cancel",
})
"""What was asked for: as the market names it, and as the desk does where the right was missing."""
JUMPS = ("phase", "schedule")
"""What names the phase that does not follow: what was asked for, and what was due by the schedule."""
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
    fast = tr("{price} in {time}", price=i.price_text(row.velocity), time=time_text(row.velocity_ns)) if row.velocity else DASH
    return Row(str(int(i.id)), (
        Cell(i.symbol, value=i.symbol), Cell(tr("Limit state") if row.halts_at else PHASE[row.phase], token, int(row.phase), sign=sign),
        Cell(clock_text(row.since) if row.since else tr("start##of the session"), "muted", row.since),
        Cell(follows or DASH, "text" if follows else "muted"),
        *_auction(i, row.phase, price, qty, surplus), Cell(i.price_text(row.last) if row.last else DASH, "text", row.last),
        _band(i, row.low, row.high), _band(i, row.dynamic_low, row.dynamic_high),
        Cell(fast, "text" if row.velocity else "muted"), Cell(decimal_text(row.orders, 0), "text", row.orders),
    ))  # fmt: skip


def next_text(row: PhaseRow, at: int) -> str:
    """What comes by itself, and in how long."""
    due = [
        (row.halts_at, tr("Halts")), (row.ends_at, tr("Ends")),
        (row.next_at, PHASE[row.next_phase] if row.next_phase is not None else ""),
    ]
    known = [(when, what) for when, what in due if when]
    if not known:
        return ""
    when, what = min(known)
    return tr("{what} in {left}", what=what, left=left_text(when - at))


def left_text(ns: int) -> str:
    seconds = max(-(-ns // SECOND), 0)
    if seconds >= 3600:
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{seconds // 60}:{seconds % 60:02}"


def _auction(i: Instrument, phase: Phase, price: int, qty: int, surplus: int) -> tuple[Cell, Cell, Cell]:
    if phase not in CALLS or not price:
        empty = Cell(tr("no price") if phase in CALLS else DASH, "muted", 0)
        return empty, Cell(DASH, "muted", 0), Cell(DASH, "muted", 0)
    return (
        Cell(i.price_text(price), "text", price), Cell(size_text(i, qty, 4), "text", qty),
        Cell(
            size_text(i, surplus, 4, signed=True) if surplus else tr("none"), "bid" if surplus > 0 else "ask" if surplus else "muted",
            surplus,
        ),
    )


def _band(i: Instrument, low: int, high: int) -> Cell:
    return Cell(tr("{low} to {high}", low=i.price_text(low), high=i.price_text(high)), "text", low) if high else Cell(DASH, "muted", 0)


def verb(now: Phase, to: Phase) -> str:
    """What a button does, in a word or three."""
    if to is Phase.CONTINUOUS:
        return tr("Uncross and trade")
    if to is Phase.VOLATILITY_CALL:
        return tr("Resume by auction") if now is Phase.HALT else tr("Auction")
    if to is Phase.POST_TRADE:
        return tr("Uncross and end") if now is Phase.CLOSING_CALL else tr("End trading")
    return {
        Phase.HALT: tr("Halt"), Phase.CLOSING_CALL: tr("Closing auction"), Phase.CLOSED: tr("Close"), Phase.PRE_OPEN: tr("Pre-open"),
        Phase.OPENING_CALL: tr("Opening auction"),
    }[to]


def preview(row: PhaseRow, to: Phase, lasts: int) -> str:
    """What it does, in one sentence; the worst first. lasts: nanoseconds as they would be sent, 0: no end of its own."""
    i, symbol = row.instrument, row.instrument.symbol
    orders = tr("{count} live orders", count=decimal_text(row.orders, 0))
    until = tr(" for {lasts}", lasts=time_text(lasts)) if lasts else tr(" until told otherwise")
    if to is Phase.HALT:
        return tr(
            "Halts {symbol}{until}: nothing trades, no new order is taken, {orders} stay. Trading comes back only through an "
            "auction.",
            symbol=symbol, until=until, orders=orders,
        )
    if to in CALLS and row.phase is Phase.HALT:
        return tr(
            "Ends the halt of {symbol} by an auction{until}: orders gather for one price, {orders} stay, nothing trades before it is "
            "uncrossed.",
            symbol=symbol, until=until, orders=orders,
        )
    if to in CALLS and row.phase is not Phase.CONTINUOUS:
        return tr(
            "{symbol}: {phase} becomes {to}{until}; orders gather for one price, {orders} stay.",
            symbol=symbol, phase=PHASE[row.phase].lower(), to=PHASE[to].lower(), until=until, orders=orders,
        )
    if to in CALLS:
        return tr(
            "Stops continuous trading in {symbol}{until}: orders gather for one price, {orders} stay.",
            symbol=symbol, until=until, orders=orders,
        )
    if to is Phase.CLOSED:
        return tr("Closes {symbol}: day orders of {orders} expire, nothing is taken any more.", symbol=symbol, orders=orders)
    if row.phase in CALLS:
        price, qty, _ = row.indicative
        trades = tr(
            "{qty} {base} trade at {price}", qty=plain_qty_text(i, qty), base=i.base, price=i.price_text(price),
        ) if price else tr("nothing would trade as it stands")
        return tr("Uncrosses {symbol} now: {trades}; then {phase}.", symbol=symbol, trades=trades, phase=PHASE[to].lower())
    return tr(
        "{symbol}: {phase} becomes {to}; {orders} stay.",
        symbol=symbol, phase=PHASE[row.phase].lower(), to=PHASE[to].lower(), orders=orders,
    )


def everything_preview(rows: tuple[PhaseRow, ...], lasts: int) -> str:
    able = [row for row in rows if Phase.HALT in row.allowed]
    left = len(rows) - len(able)
    not_able = tr(
        " {instruments} cannot be halted from where {they_stand}.",
        instruments=_instruments(left), they_stand=tr("it stands") if left == 1 else tr("they stand"),
    ) if left else ""
    until = tr(" for {lasts}", lasts=time_text(lasts)) if lasts else tr(" until told otherwise")
    return tr(
        "Halts the whole market{until}: {instruments}.{not_able} Trading comes back only through auctions.",
        until=until, instruments=_instruments(len(able)), not_able=not_able,
    )


def _instruments(count: int) -> str:
    return tr("{count} instrument", count=count) if count == 1 else tr("{count} instruments", count=count)


# trades and participants ------------------------------------------------------------------------------------------------


def trade_row(row: TradeRow) -> Row:
    i = row.instrument
    undone, changed = not row.qty, (row.price, row.qty) != (row.was_price, row.was_qty)
    state = tr("undone") if undone else tr("corrected") if changed else tr("as printed")
    token, sign = ("critical", "stop") if undone else ("warning", "warning") if changed else ("muted", "")
    if changed and not undone:
        state += tr(", was {qty} at {price}", qty=plain_qty_text(i, row.was_qty), price=i.price_text(row.was_price))
    price, qty = (row.was_price, row.was_qty) if undone else (row.price, row.qty)
    return Row(str(row.trade_id), (
        Cell(clock_text(row.at) if row.at else DASH, "text", row.at), Cell(str(row.trade_id), "muted", row.trade_id),
        Cell(i.price_text(price), "muted" if undone else "text", price), Cell(plain_qty_text(i, qty), "muted" if undone else "text", qty),
        Cell(tr("auction") if row.auction else SIDE[row.aggressor], SIDE_TOKEN[row.aggressor]),
        Cell(_who(row.maker, row.maker_firm), _own(row.maker)), Cell(_who(row.taker, row.taker_firm), _own(row.taker)),
        Cell(state, token, sign=sign),
    ))  # fmt: skip


def _who(order: int, firm: int) -> str:
    return tr("ours, {order}", order=order) if order > 0 else tr("firm {firm}", firm=firm) if firm else tr("another")


def _own(order: int) -> str:
    return "own" if order > 0 else "muted"


def bust_preview(row: TradeRow) -> str:
    i = row.instrument
    what = tr(
        "{qty} {base} at {price} {quote}",
        qty=plain_qty_text(i, row.qty), base=i.base, price=i.price_text(row.price), quote=i.quote,
    )
    return tr(
        "Undoes trade {trade_id} of {what}: as if it never was. {ours}Orders do not come back, no stop fires.",
        trade_id=row.trade_id, what=what, ours=_ours(row),
    )


def correct_preview(row: TradeRow, price: int, qty: int) -> str:
    i = row.instrument
    was, now = (
        tr("{qty} at {price}", qty=plain_qty_text(i, lots), price=i.price_text(at))
        for at, lots in ((row.price, row.qty), (price, qty))
    )
    return tr(
        "Corrects trade {trade_id} from {was} to {now}. {ours}No stop fires.",
        trade_id=row.trade_id, was=was, now=now, ours=_ours(row),
    )


def _ours(row: TradeRow) -> str:
    mine = [side for side, order in ((tr("bought"), _buyer(row)), (tr("sold"), _seller(row))) if order > 0]
    return tr("We {mine} it: our position follows. ", mine=tr(" and ").join(mine)) if mine else ""


def _buyer(row: TradeRow) -> int:
    return row.taker if row.aggressor is Side.BUY else row.maker


def _seller(row: TradeRow) -> int:
    return row.maker if row.aggressor is Side.BUY else row.taker


def firm_name(row: ParticipantRow) -> str:
    if row.ours:
        return tr("Firm {firm} (we)", firm=row.firm)
    return tr("Firm {firm}", firm=row.firm) if row.firm else tr("Nobody in particular")


def participant_row(row: ParticipantRow) -> Row:
    lines = tr("{up} of {sessions} up", up=row.up, sessions=len(row.sessions)) if row.firm else tr("the tape")
    state, token, sign = (tr("blocked##by the exchange"), "critical", "stop") if row.blocked else (tr("takes part"), "muted", "")
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
        return tr("{firm} has no live order.", firm=firm_name(row))
    where = ", ".join(tr("{qty} {base} in {symbol}", qty=plain_qty_text(i, lots), base=i.base, symbol=i.symbol) for i, lots, _ in row.worth)
    return tr(
        "Cancels {orders} of {firm} worth {worth} ({where}). New ones are taken.",
        orders=_orders(row.orders), firm=firm_name(row), worth=worth_text(row), where=where,
    )


def block_preview(row: ParticipantRow) -> str:
    if row.blocked:
        return tr("Takes orders of {firm} again. What was cancelled does not come back.", firm=firm_name(row))
    return tr(
        "Cancels {orders} of {firm} and takes no new one until it is readmitted.",
        orders=_orders(row.orders), firm=firm_name(row),
    )


def _orders(count: int) -> str:
    return tr("its one live order") if count == 1 else tr("all {count} live orders", count=decimal_text(count, 0))


# what happened ----------------------------------------------------------------------------------------------------------


def standing(picture: OperationsPicture | None) -> list[tuple[int, Phase]]:
    """Which instruments there are, and in which phase."""
    return [(int(row.instrument.id), row.phase) for row in picture.reading.phases] if picture is not None else []


def refused_line(picture: OperationsPicture) -> str:
    reason = picture.refused
    if reason is None:
        return ""
    said = refusal(reason, 0, 0, None) if isinstance(reason, Reason) else _jump(picture) or ended(REJECTION[reason])
    return tr("Not done ({request}): {said}", request=REQUEST.get(picture.refused_request) or picture.refused_request, said=said)


def _jump(picture: OperationsPicture) -> str:
    """Both phases of a change that was refused, asked for or scheduled; empty: it was about something else."""
    row = next((one for one in picture.reading.phases if one.instrument.id == picture.refused_of), None)
    if picture.refused is not Rejection.ILLEGAL_TRANSITION or picture.refused_request not in JUMPS or row is None:
        return ""
    to, phase = PHASE[Phase(picture.refused_value)], PHASE[row.phase if picture.refused_in is None else picture.refused_in]
    return tr("{symbol}: {to} does not follow {phase}.", symbol=row.instrument.symbol, to=to.lower(), phase=phase.lower())


def happened_line(happened: Happened | None, rows: tuple[PhaseRow, ...]) -> str:
    if happened is None:
        return ""
    event = happened.event
    instrument = next((row.instrument for row in rows if row.instrument.id == getattr(event, "instrument", 0)), None)
    symbol = instrument.symbol if instrument is not None else tr("the market")
    by = tr(", by {who}: {why}", who=happened.who, why=happened.why) if happened.who else ""
    said = ""
    if isinstance(event, PhaseChanged):
        cause = "" if event.cause is PhaseCause.OPERATOR and happened.who else f", {PHASE_CAUSE[event.cause]}"
        said = f"{symbol}: {PHASE[event.phase].lower()}{cause}"
    elif isinstance(event, TradeBusted):
        said = tr("Trade {trade_id} of {symbol} was undone", trade_id=event.trade_id, symbol=symbol)
    elif isinstance(event, TradeCorrected):
        said = tr("Trade {trade_id} of {symbol} was corrected", trade_id=event.trade_id, symbol=symbol)
    elif isinstance(event, ParticipantBlocked):
        said = tr("Firm {firm} was blocked, {orders} cancelled", firm=event.firm, orders=_orders(event.orders))
    elif isinstance(event, ParticipantReadmitted):
        said = tr("Firm {firm} was readmitted", firm=event.firm)
    elif isinstance(event, SetRules):
        said = tr("Rules of {symbol} were set", symbol=symbol)
    elif isinstance(event, SetSchedule):
        count = len(event.entries)
        said = tr("The schedule of {symbol} was set, {count} to come", symbol=symbol, count=count) if count else tr(
            "The schedule of {symbol} was taken away",
            symbol=symbol,
        )
    elif isinstance(event, SetReference | SetMark):
        which = tr("Reference") if isinstance(event, SetReference) else tr("Mark price")
        said = tr(
            "{which} of {symbol} was set to {price}",
            which=which, symbol=symbol, price=instrument.price_text(event.price) if instrument is not None else event.price,
        )
    elif isinstance(event, MassCancel):
        said = tr("Orders of firm {firm} were cancelled", firm=event.firm)
    return ended(f"{clock_text(happened.at)} {said}{by}")
