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
from widgets.core_words import heard
from widgets.labels import RESTRICTION, RULE, SCOPE_KIND, refusal
from widgets.limit_words import NEVER, money, sentence, tightens_while, time_text, value_text
from widgets.rights import able
from widgets.scales import clock_text
from widgets.sizes import plain_qty_text
from widgets.tongue import mark, tr

QUIET = (Rule.OPEN_QUIET, Rule.CLOSE_QUIET)
LIMITS = (
    Column(mark("Limit##of risk"), tip=mark("What is bounded")), Column(mark("In##an instrument"), 72, drop=4),
    Column(mark("Whose use"), 88, drop=2), Column(mark("Use##of a limit"), 112, True, 3),
    Column("", 72, drop=5, tip=mark("Use, of what counts now")),
    Column(mark("Of limit"), 60, True, tip=mark("Use, of what counts now; told at 50, 75, 90 and 100 %")),
    Column(mark("At most"), 112, True, 0, mark("What counts now: less than it is set to while something tightens it")),
    Column(mark("Set to"), 104, True, 7, mark("The limit as it was set")),
    Column("", 36, drop=6, tip=mark("A soft limit is passed by typing the number")),
    Column(mark("Within"), 60, True, 8), Column(mark("Told"), 44, True, 9, mark("Percent at which the gate last warned")),
)  # fmt: skip
EXPOSURES = (
    Column(mark("Instrument")), Column(mark("Position"), 92, True), Column(mark("Open buy"), 84, True, 5),
    Column(mark("Open sell"), 84, True, 6),
    Column(mark("Net"), 96, True, 1, mark("What is held, at the mark")),
    Column(mark("Long, worst"), 96, True, 2, mark("Position and every open buy, as if filled")),
    Column(mark("Short, worst"), 96, True, 3, mark("Position and every open sell, as if filled")),
    Column(mark("Gross##exposure"), 96, True, 0, mark("The worse of the two")),
    Column(mark("Open orders##their cost"), 96, True, 4, mark("What all open orders would cost")),
)
ACCOUNTS = (
    Column(mark("Account")), Column(mark("Equity"), 104, True), Column(mark("Highest"), 104, True, 2, mark("High-water mark of the run")),
    Column(mark("Drawdown"), 68, True, 0, mark("Loss from the highest equity")),
    Column(mark("Day##its result"), 88, True, 1, mark("Won or lost since the trading day began")),
    Column(mark("Day loss"), 64, True, 3, mark("Of the equity that the day began with")), Column(mark("Cash"), 104, True, 4),
    Column(mark("Desk"), 72, False, 5),
)
CONDITIONS = (
    Column(mark("What##stands in the way"), 150), Column(mark("Whose"), 110, drop=2), Column(mark("Now"), 124),
    Column(mark("How it ends, and who may")),
)
MODE, TIGHTENS, RESTRICTS, OUT = "mode", "tightens", "restricts", "out"


# limits -----------------------------------------------------------------------------------------------------------------


def key_of(row: GaugeRow) -> str:
    limit, of = row.limit, row.instrument.id if row.instrument is not None else 0
    return f"{limit.rule} {limit.kind} {limit.name} {limit.instrument} {limit.soft} {row.kind} {row.name} {of}"


def groups(reading: Reading) -> list[Group]:
    counts = dict(reading.limits)
    return [
        Group(
            str(int(kind)), SCOPE_KIND[kind], tr("{count} limit{s}", count=counts[kind], s="" if counts[kind] == 1 else "s"),
        ) for kind in reversed(LADDER) if kind in counts
    ]


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
        Cell(
            row.instrument.symbol if row.instrument is not None else tr("all"), "muted" if row.instrument is None else "text",
            _symbol(row),
        ),
        Cell(_user(row), "text", (int(row.kind), row.name)), use_cell(row, base, token),
        Cell("", token if percent is not None and percent >= 75 else "muted", percent, -1.0 if percent is None else percent / 100),
        Cell("" if percent is None else f"{percent} %" if percent < 999 else "> 998 %", token, percent, sign=sign),
        Cell(at_most, "warning" if tightened else "text", row.counts),
        Cell(value_text(limit.rule, limit.value, row.instrument, base) if tightened else "", "muted", limit.value),
        Cell(tr("soft") if limit.soft else tr("hard"), "text" if limit.soft else "muted", limit.soft),
        Cell(time_text(limit.window_ns) if limit.window_ns else "", "muted", limit.window_ns),
        Cell(f"{row.told} %" if row.told else "", "muted", row.told),
    ), str(int(limit.kind)))  # fmt: skip


def use_cell(row: GaugeRow, base: str, token: str = "text") -> Cell:
    if row.unknown is not None:
        return Cell(tr("not known"), "warning", None, sign="warning")
    if row.used is None:
        return Cell(tr("each order"), "muted", None)
    if row.limit.rule in QUIET:
        return Cell(tr("quiet now") if row.used > row.counts else tr("not now"), token, row.used)
    if row.limit.rule is Rule.PRICE_AGE and row.used < NEVER:
        return Cell(f"{decimal_text(row.used // 10**8, 1)} s", token, row.used)
    return Cell(value_text(row.limit.rule, row.used, row.instrument, base), token, row.used)


def why_unknown(row: GaugeRow) -> str:
    return refusal(row.unknown, 0, 0, row.instrument) if row.unknown is not None else ""


def _user(row: GaugeRow) -> str:
    return row.name or (tr("everybody") if row.kind is ScopeKind.EVERYTHING else tr("each"))


def _symbol(row: GaugeRow) -> str:
    return row.instrument.symbol if row.instrument is not None else ""


def worst_line(picture: RiskPicture) -> tuple[str, str, str]:
    """The nearest to its limit, in one line; token; sign."""
    rows = [(percent, row) for row in picture.reading.gauges if (percent := share(row)) is not None]
    left = picture.reading.unmeasured
    more = tr(" {left} uses are not measured: shut a group, and the others are.", left=left) if left else ""
    if not rows:
        return tr("No limit has a use yet.{more}", more=more), "muted", ""
    percent, row = max(rows, key=lambda one: one[0])
    token, sign = tone(percent)
    where = tr(" in {symbol}", symbol=row.instrument.symbol) if row.instrument is not None else ""
    said = tr(
        "Nearest to its limit: {lower}{where}, {percent} %.{more}",
        lower=RULE[row.limit.rule].lower(), where=where, percent=percent, more=more,
    )
    return said, "muted" if token == "text" else token, sign


def changed_line(changed: Changed | None, instruments: tuple[Instrument, ...], base: str) -> str:
    if changed is None:
        return ""
    limit = changed.limit
    instrument = next((one for one in instruments if one.id == limit.instrument), None)
    who = changed.by or tr("the program")
    both = tr(" and {second}", second=changed.second) if changed.second else ""
    was = tr(" (was {value})", value=value_text(limit.rule, changed.was, instrument, base)) if changed.was >= 0 else ""
    why = tr(": {why}", why=heard(changed.why)) if changed.why else ""
    return tr(
        "{clock} {sentence}{was}, by {who}{both}{why}.",
        clock=clock_text(changed.at), sentence=sentence(limit, instrument, base), was=was, who=who, both=both, why=why,
    )


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
            account, tr("Account {account} {name}", account=account, name=name).rstrip(), tr(
                "gross {gross}, net {net}, open orders {worth} {base}",
                gross=_sum(gross), net=_sum(net), worth=worth, base=reading.base,
            )
        ))  # fmt: skip
    return found


def account_row(row: AccountRow) -> Row:
    down, loss = row.drawdown_bp, row.day_loss_bp
    return Row(row.account, (
        Cell(f"{row.account} {row.name}".rstrip(), value=row.account), _value(row.equity), _value(row.highest),
        Cell(DASH if down is None else f"{decimal_text(down, 2)} %", "muted" if not down else "text", down),
        _value(row.day_result, signed=True), Cell(DASH if loss is None else f"{decimal_text(max(loss, 0), 2)} %", "text", loss),
        Cell(money(row.cash) if row.cash else tr("not told"), "text" if row.cash else "warning", row.cash),
        Cell(row.desk, "muted", row.desk),
    ))  # fmt: skip


def _value(value: int | None, signed: bool = False, floor: bool = False) -> Cell:
    """floor: below 0 is nothing on that side."""
    if value is None:
        return Cell(tr("not known"), "warning", None)
    if not value or (floor and value < 0):
        return Cell(DASH, "muted", max(value, 0) if floor else value)
    return Cell(money(value, signed=signed), "text", value)


def _sum(values: list[int | None]) -> str:
    return tr("not known") if None in values else money(sum(value for value in values if value is not None))


def _position(row: ExposureRow) -> str:
    text = plain_qty_text(row.instrument, row.qty)
    return f"+{text}" if row.qty > 0 else text if row.qty else tr("flat")


def _side(qty: int) -> str:
    return "bid" if qty > 0 else "ask" if qty < 0 else "muted"


# what stands in the way -------------------------------------------------------------------------------------------------


def condition_groups() -> list[Group]:
    return [
        Group(MODE, tr("Conservative mode")), Group(TIGHTENS, tr("What tightens limits by itself")), Group(RESTRICTS, tr("Restrictions")),
        Group(OUT, tr("Taken out until a person enables it")),
    ]


def condition_rows(reading: Reading) -> list[Row]:
    on = reading.conservative
    said = tr(
        "{why}; it takes two people to end it", why=reading.why_conservative or tr("no reason given"),
    ) if on else tr("A risk officer turns it on")
    found = [Row(MODE, (
        Cell(tr("Half sizes, nothing new")), Cell(tr("everybody")),
        Cell(tr("on") if on else tr("off"), "warning" if on else "muted", sign="warning" if on else ""), Cell(said, "muted"),
    ), MODE)]  # fmt: skip
    for number, one in enumerate(reading.tightenings):
        holds = bool(one.where)
        found.append(Row(f"{TIGHTENS} {number}", (
            Cell(RULE[one.told.rule]), Cell(", ".join(one.where) or DASH, "text" if holds else "muted"),
            Cell(
                tr("counts {percent} %", percent=one.told.percent) if holds else tr("not now"), "warning" if holds else "muted",
                sign="warning" if holds else "",
            ),
            Cell(tightens_while(one.told), "muted"),
        ), TIGHTENS))  # fmt: skip
    for number, restriction in enumerate(reading.restrictions):
        symbol = restriction.instrument.symbol if restriction.instrument is not None else tr("every instrument")
        closed = restriction.restriction is Restriction.CLOSED
        found.append(Row(f"{RESTRICTS} {number}", (
            Cell(symbol), Cell(restriction.trader or tr("everybody")),
            Cell(RESTRICTION[restriction.restriction], "critical" if closed else "warning", sign="stop" if closed else "warning"),
            Cell(tr("Two people lift it: ask, below"), "muted"),
        ), RESTRICTS))  # fmt: skip
    return [*found, *(_out_row(one) for one in reading.taken_out)]


def _out_row(one: TakenOut) -> Row:
    return Row(f"{OUT} {int(one.kind)} {one.name}", (
        Cell(RULE[one.rule]), Cell(f"{SCOPE_KIND[one.kind].lower()} {one.name}".rstrip()),
        Cell(tr("trades no more"), "critical", sign="stop"),
        Cell(tr(
            "{who} enables it, below; {count} filled whole",
            who=able(Right.RAISE_LIMIT).capitalize(), count=one.count,
        ), "muted"),
    ), OUT)  # fmt: skip


def waiting_line(picture: RiskPicture) -> str:
    limit = picture.waiting[0]
    instrument = next((one for one in picture.instruments if one.id == limit.instrument), None)
    more = tr(", and {count} more", count=len(picture.waiting) - 1) if len(picture.waiting) > 1 else ""
    return tr("Waits for a second person: {what}{more}.", what=sentence(limit, instrument, picture.reading.base), more=more)


def drawdown_points(curve: EquityPicture, since: int) -> list[tuple[int, int]]:
    """How far below its highest the equity was, at each point of the curve since then; 0 or less."""
    found, peak = [], 0
    for at, value in curve.points:
        peak = max(peak, value)
        if at >= since:
            found.append((at, value - peak))
    return found


def foot(section: int, picture: RiskPicture, curve: EquityPicture | None = None) -> str:
    """curve: that is drawn. It is of one currency; the accounts beside it are of all of them, counted in the base."""
    base = picture.reading.base or tr("no base currency is told")
    if section == 1:
        return tr("Worst cases in {base}: positions and every open order on that side, at the mark.", base=base)
    words = tr("In {base}. Equity is cash and what was won or lost in the run; drawdown is measured from its highest.", base=base)
    if section == 2 and curve is not None and curve.currency and (curve.currency != base or len(curve.currencies) > 1):
        words += " " + tr("The curve is of results in {currency} alone.", currency=curve.currency)
    return words
