"""The risk picture as rows and words. Qt-free.

Comfort ends where the gate tells: from 75 % on a bar is marked, from 90 % it has a sign, at 100 % it stops.
"""

from core.domain.instrument import Instrument, decimal_text
from core.domain.limits import LADDER, Rule
from core.domain.roles import Right
from core.domain.scope import ScopeKind
from core.messages.limits import Restriction
from core.projections.results import EquityPicture
from core.projections.risk_pictures import AccountRow, Changed, ExposureRow, GaugeRow, Reading, RiskPicture, TakenOut
from widgets.cells import DASH, Cell, Column, Group, Row
from widgets.labels import RESTRICTION, RULE, SCOPE_KIND, refusal
from widgets.limit_words import NEVER, money, sentence, tightens_while, time_text, value_text
from widgets.rights import able
from widgets.scales import clock_text
from widgets.sizes import plain_qty_text

QUIET = (Rule.OPEN_QUIET, Rule.CLOSE_QUIET)
LIMITS = (
    Column("Limit", tip="What is bounded"), Column("In", 72, drop=4), Column("Whose use", 88, drop=2), Column("Use", 112, True, 3),
    Column("", 72, drop=5, tip="Use, of what counts now"),
    Column("Of limit", 60, True, tip="Use, of what counts now; told at 50, 75, 90 and 100 %"),
    Column("At most", 112, True, 0, "What counts now: less than it is set to while something tightens it"),
    Column("Set to", 104, True, 7, "The limit as it was set"),
    Column("", 36, drop=6, tip="A soft limit is passed by typing the number"),
    Column("Within", 60, True, 8), Column("Told", 44, True, 9, "Percent at which the gate last warned"),
)  # fmt: skip
EXPOSURES = (
    Column("Instrument"), Column("Position", 92, True), Column("Open buy", 84, True, 5), Column("Open sell", 84, True, 6),
    Column("Net", 96, True, 1, "What is held, at the mark"),
    Column("Long, worst", 96, True, 2, "Position and every open buy, as if filled"),
    Column("Short, worst", 96, True, 3, "Position and every open sell, as if filled"),
    Column("Gross", 96, True, 0, "The worse of the two"), Column("Open orders", 96, True, 4, "What all open orders would cost"),
)
ACCOUNTS = (
    Column("Account"), Column("Equity", 104, True), Column("Highest", 104, True, 2, "High-water mark of the run"),
    Column("Drawdown", 68, True, 0, "Loss from the highest equity"), Column("Day", 88, True, 1, "Won or lost since the trading day began"),
    Column("Day loss", 64, True, 3, "Of the equity that the day began with"), Column("Cash", 104, True, 4), Column("Desk", 72, False, 5),
)
CONDITIONS = (Column("What", 150), Column("Whose", 110, drop=2), Column("Now", 124), Column("How it ends, and who may"))
MODE, TIGHTENS, RESTRICTS, OUT = "mode", "tightens", "restricts", "out"
GROUPS = (
    Group(MODE, "Conservative mode"), Group(TIGHTENS, "What tightens limits by itself"), Group(RESTRICTS, "Restrictions"),
    Group(OUT, "Taken out until a person enables it"),
)


# limits -----------------------------------------------------------------------------------------------------------------


def key_of(row: GaugeRow) -> str:
    limit, of = row.limit, row.instrument.id if row.instrument is not None else 0
    return f"{limit.rule} {limit.kind} {limit.name} {limit.instrument} {limit.soft} {row.kind} {row.name} {of}"


def groups(reading: Reading) -> list[Group]:
    counts = dict(reading.limits)
    return [Group(str(int(kind)), SCOPE_KIND[kind], _plural(counts[kind], "limit")) for kind in reversed(LADDER) if kind in counts]


def shut_kinds(groups: tuple[str, ...]) -> tuple[ScopeKind, ...]:
    return tuple(ScopeKind(int(group)) for group in groups)


def share(row: GaugeRow) -> int | None:
    """Percent of what counts now; None: no use to speak of."""
    if row.used is None:
        return None
    if row.limit.rule in QUIET:
        return 100 if row.used > row.counts else 0
    if row.counts <= 0:
        return 100 if row.used > 0 else 0
    return min(max(row.used * 100 // row.counts, 0), 999)


def tone(percent: int | None) -> tuple[str, str]:
    """Token and sign."""
    if percent is None or percent < 75:
        return "text", ""
    return ("critical", "stop") if percent >= 100 else ("warning", "warning" if percent >= 90 else "")


def limit_row(row: GaugeRow, base: str) -> Row:
    limit, percent = row.limit, share(row)
    token, sign = tone(percent)
    tightened = row.percent < 100
    at_most = value_text(limit.rule, row.counts, row.instrument, base)
    return Row(key_of(row), (
        Cell(RULE[limit.rule], value=RULE[limit.rule]),
        Cell(row.instrument.symbol if row.instrument is not None else "all", "muted" if row.instrument is None else "text", _symbol(row)),
        Cell(_user(row), "text", (int(row.kind), row.name)), use_cell(row, base, token),
        Cell("", token if percent is not None and percent >= 75 else "muted", percent, -1.0 if percent is None else percent / 100),
        Cell("" if percent is None else f"{percent} %" if percent < 999 else "> 998 %", token, percent, sign=sign),
        Cell(at_most, "warning" if tightened else "text", row.counts),
        Cell(value_text(limit.rule, limit.value, row.instrument, base) if tightened else "", "muted", limit.value),
        Cell("soft" if limit.soft else "hard", "text" if limit.soft else "muted", limit.soft),
        Cell(time_text(limit.window_ns) if limit.window_ns else "", "muted", limit.window_ns),
        Cell(f"{row.told} %" if row.told else "", "muted", row.told),
    ), str(int(limit.kind)))  # fmt: skip


def use_cell(row: GaugeRow, base: str, token: str = "text") -> Cell:
    if row.unknown is not None:
        return Cell("not known", "warning", None, sign="warning")
    if row.used is None:
        return Cell("each order", "muted", None)
    if row.limit.rule in QUIET:
        return Cell("quiet now" if row.used > row.counts else "not now", token, row.used)
    if row.limit.rule is Rule.PRICE_AGE and row.used < NEVER:
        return Cell(f"{decimal_text(row.used // 10**8, 1)} s", token, row.used)
    return Cell(value_text(row.limit.rule, row.used, row.instrument, base), token, row.used)


def why_unknown(row: GaugeRow) -> str:
    return refusal(row.unknown, 0, 0, row.instrument) if row.unknown is not None else ""


def _user(row: GaugeRow) -> str:
    return row.name or ("everybody" if row.kind is ScopeKind.EVERYTHING else "each")


def _symbol(row: GaugeRow) -> str:
    return row.instrument.symbol if row.instrument is not None else ""


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def worst_line(picture: RiskPicture) -> tuple[str, str, str]:
    """The nearest to its limit, in one line; token; sign."""
    rows = [(percent, row) for row in picture.reading.gauges if (percent := share(row)) is not None]
    left = picture.reading.unmeasured
    more = f" {left} uses are not measured: shut a group, and the others are." if left else ""
    if not rows:
        return f"No limit has a use yet.{more}", "muted", ""
    percent, row = max(rows, key=lambda one: one[0])
    token, sign = tone(percent)
    where = f" in {row.instrument.symbol}" if row.instrument is not None else ""
    said = f"Nearest to its limit: {RULE[row.limit.rule].lower()}{where}, {percent} %.{more}"
    return said, "muted" if token == "text" else token, sign


def changed_line(changed: Changed | None, instruments: tuple[Instrument, ...], base: str) -> str:
    if changed is None:
        return ""
    limit = changed.limit
    instrument = next((one for one in instruments if one.id == limit.instrument), None)
    who = changed.by or "the program"
    both = f" and {changed.second}" if changed.second else ""
    was = f" (was {value_text(limit.rule, changed.was, instrument, base)})" if changed.was >= 0 else ""
    why = f": {changed.why}" if changed.why else ""
    return f"{clock_text(changed.at)} {sentence(limit, instrument, base)}{was}, by {who}{both}{why}."


# exposures and equity ---------------------------------------------------------------------------------------------------


def exposure_row(row: ExposureRow) -> Row:
    i = row.instrument
    return Row(f"{row.account} {i.id}", (
        Cell(i.symbol, value=i.symbol), Cell(_position(row), _side(row.qty), row.qty),
        Cell(plain_qty_text(i, row.buy) if row.buy else DASH, "text" if row.buy else "muted", row.buy),
        Cell(plain_qty_text(i, row.sell) if row.sell else DASH, "text" if row.sell else "muted", row.sell),
        _value(row.net, signed=True), _value(row.long, floor=True), _value(row.short, floor=True), _value(row.gross),
        _value(row.open_worth),
    ), row.account)  # fmt: skip


def exposure_groups(reading: Reading) -> list[Group]:
    found = []
    for account in dict.fromkeys(row.account for row in reading.exposures):
        rows = [row for row in reading.exposures if row.account == account]
        gross, net = [row.gross for row in rows], [row.net for row in rows]
        name = next((one.name for one in reading.accounts if one.account == account), "")
        worth = _sum([row.open_worth for row in rows])
        found.append(Group(
            account, f"Account {account} {name}".rstrip(), f"gross {_sum(gross)}, net {_sum(net)}, open orders {worth} {reading.base}"
        ))  # fmt: skip
    return found


def account_row(row: AccountRow) -> Row:
    down, loss = row.drawdown_bp, row.day_loss_bp
    return Row(row.account, (
        Cell(f"{row.account} {row.name}".rstrip(), value=row.account), _value(row.equity), _value(row.highest),
        Cell(DASH if down is None else f"{decimal_text(down, 2)} %", "muted" if not down else "text", down),
        _value(row.day_result, signed=True), Cell(DASH if loss is None else f"{decimal_text(max(loss, 0), 2)} %", "text", loss),
        Cell(money(row.cash) if row.cash else "not told", "text" if row.cash else "warning", row.cash), Cell(row.desk, "muted", row.desk),
    ))  # fmt: skip


def _value(value: int | None, signed: bool = False, floor: bool = False) -> Cell:
    """floor: below 0 is nothing on that side."""
    if value is None:
        return Cell("not known", "warning", None)
    if not value or (floor and value < 0):
        return Cell(DASH, "muted", max(value, 0) if floor else value)
    return Cell(money(value, signed=signed), "text", value)


def _sum(values: list[int | None]) -> str:
    return "not known" if None in values else money(sum(value for value in values if value is not None))


def _position(row: ExposureRow) -> str:
    text = plain_qty_text(row.instrument, row.qty)
    return f"+{text}" if row.qty > 0 else text if row.qty else "flat"


def _side(qty: int) -> str:
    return "bid" if qty > 0 else "ask" if qty < 0 else "muted"


# what stands in the way -------------------------------------------------------------------------------------------------


def condition_rows(reading: Reading) -> list[Row]:
    on = reading.conservative
    said = f"{reading.why_conservative or 'no reason given'}; it takes two people to end it" if on else "A risk officer turns it on"
    found = [Row(MODE, (
        Cell("Half sizes, nothing new"), Cell("everybody"),
        Cell("on" if on else "off", "warning" if on else "muted", sign="warning" if on else ""), Cell(said, "muted"),
    ), MODE)]  # fmt: skip
    for number, one in enumerate(reading.tightenings):
        holds = bool(one.where)
        found.append(Row(f"{TIGHTENS} {number}", (
            Cell(RULE[one.told.rule]), Cell(", ".join(one.where) or DASH, "text" if holds else "muted"),
            Cell(f"counts {one.told.percent} %" if holds else "not now", "warning" if holds else "muted", sign="warning" if holds else ""),
            Cell(tightens_while(one.told), "muted"),
        ), TIGHTENS))  # fmt: skip
    for number, restriction in enumerate(reading.restrictions):
        symbol = restriction.instrument.symbol if restriction.instrument is not None else "every instrument"
        closed = restriction.restriction is Restriction.CLOSED
        found.append(Row(f"{RESTRICTS} {number}", (
            Cell(symbol), Cell(restriction.trader or "everybody"),
            Cell(RESTRICTION[restriction.restriction], "critical" if closed else "warning", sign="stop" if closed else "warning"),
            Cell("Two people lift it: ask, below", "muted"),
        ), RESTRICTS))  # fmt: skip
    return [*found, *(_out_row(one) for one in reading.taken_out)]


def _out_row(one: TakenOut) -> Row:
    return Row(f"{OUT} {int(one.kind)} {one.name}", (
        Cell(RULE[one.rule]), Cell(f"{SCOPE_KIND[one.kind].lower()} {one.name}".rstrip()),
        Cell("trades no more", "critical", sign="stop"),
        Cell(f"{able(Right.RAISE_LIMIT).capitalize()} enables it, below; {one.count} filled whole", "muted"),
    ), OUT)  # fmt: skip


def waiting_line(picture: RiskPicture) -> str:
    limit = picture.waiting[0]
    instrument = next((one for one in picture.instruments if one.id == limit.instrument), None)
    more = f", and {len(picture.waiting) - 1} more" if len(picture.waiting) > 1 else ""
    return f"Waits for a second person: {sentence(limit, instrument, picture.reading.base)}{more}."


def drawdown_points(curve: EquityPicture, since: int) -> list[tuple[int, int]]:
    """How far below its highest the equity was, at each point of the curve since then; 0 or less."""
    found, peak = [], 0
    for at, value in curve.points:
        peak = max(peak, value)
        if at >= since:
            found.append((at, value - peak))
    return found


def foot(section: int, picture: RiskPicture) -> str:
    base = picture.reading.base or "no base currency is told"
    if section == 1:
        return f"Worst cases in {base}: positions and every open order on that side, at the mark."
    return f"In {base}. Equity is cash and what was won or lost in the run; drawdown is measured from its highest."
