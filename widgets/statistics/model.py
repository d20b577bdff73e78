"""Results as rows and words. Not defined is a dash, never a zero. Qt-free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.domain.instrument import MINUS, decimal_text
from core.domain.units import MILLISECOND, SECOND
from core.projections.results import EquityPicture, Grouping, StatisticsRow
from widgets.cells import DASH, Cell, Column, Row
from widgets.dates import weekday_text
from widgets.money import money
from widgets.tongue import Table, mark, tr

GAIN, LOSS = "\u25b2", "\u25bc"
BY = Table({Grouping.STRATEGY: "Strategy", Grouping.INSTRUMENT: "Instrument", Grouping.HOUR: "Hour"})
NOTHING = mark("Nothing is closed yet: a round trip ends when one order of ours closes what another one opened.")
NO_CURVE = mark("The first fill begins the curve.")
NO_DAYS = mark("A trading day is listed when it ends; this one is in the first row.")
DAYS = (
    Column(mark("Trading day"), 96), Column(
        mark("Total P&L, net"), 112, True,
        tip=mark("Equity at the day's end less equity at its beginning: realised and unrealised, after fees"),
    ),
    Column("", tip=mark("Against the largest of all days")),
)


@dataclass(frozen=True)
class Fact:
    name: str
    value: str
    tip: str = ""
    strong: bool = False


def columns(by: Grouping) -> tuple[Column, ...]:
    """The group first, which stays where the others are scrolled."""
    return (
        Column(BY[by], tip=tr("Of the order that opened the round trip")),
        Column(tr("Trips"), 44, True, tip=tr("Round trips: what one order opened and another one closed, first in, first out")),
        Column(tr("Won"), 52, True, tip=tr("Share of the round trips that won after fees")),
        Column(
            tr("Closed P&L, net"), 108, True, tip=tr("Of closed round trips only, after the fees of both sides"),
        ), Column(tr("Closed P&L, gross"), 108, True, tip=tr("Of closed round trips only, before fees")),
        Column(tr("Fees"), 72, True), Column(tr("Factor"), 52, True, tip=tr("Profit factor: sum of the wins over sum of the losses")),
        Column(tr("Expectancy"), 84, True, tip=tr("Mean net result of a round trip")),
        Column(tr("Avg win"), 80, True), Column(tr("Avg loss"), 80, True),
        Column(tr("Drawdown"), 84, True, tip=tr("Largest, of the sum of what was closed")),
        Column(tr("Sharpe"), 52, True, tip=tr("Of the days that ended, a year")), Column(
            tr("Sortino"), 52, True, tip=tr("Of the days that ended, a year"),
        ),
        Column(tr("Orders"), 48, True, tip=tr("Orders that are done")),
        Column(tr("Filled##share of an order"), 52, True, tip=tr("Mean share of an order that was filled")),
        Column(tr("Slip, arrival"), 76, True, tip=tr("bp against the middle at the order's arrival; above 0 is worse")),
        Column(tr("Slip, VWAP"), 72, True, tip=tr("bp against the market's average price while the order lived; above 0 is worse")),
        Column(tr("Fill time"), 64, True, tip=tr("Mean time from arrival to the last fill")),
    )  # fmt: skip


def group_rows(rows: Sequence[StatisticsRow], by: Grouping) -> list[Row]:
    several = len({row.currency for row in rows}) > 1
    return [_group_row(row, by, f" {row.currency}" if several else "") for row in rows]


def _group_row(row: StatisticsRow, by: Grouping, currency: str) -> Row:
    name = row.name or (tr("by hand") if by is Grouping.STRATEGY else DASH)
    if by is Grouping.HOUR:
        name = f"{row.name}:00"
    return Row(f"{row.name} {row.currency}", (
        Cell(f"{name}{currency}", value=name), _count(row.trips), _percent(row.win_rate),
        _money(row.net, told=True), _money(row.gross), _money(row.fees, plain=True), _number(row.profit_factor), _money(row.expectancy),
        _money(row.average_win), _money(row.average_loss), _money(row.max_drawdown, plain=True), _number(row.sharpe), _number(row.sortino),
        _count(row.orders), _percent(row.fill_ratio), _number(row.slippage_mid_bp, signed=True), _number(row.slippage_vwap_bp, signed=True),
        _time(row.last_fill_ns),
    ))  # fmt: skip


def facts(equity: EquityPicture | None, row: StatisticsRow | None) -> list[Fact]:
    """The most asked for first."""
    found: list[Fact] = []
    if equity is not None:
        gross = equity.realised + equity.unrealised
        found += [
            Fact(tr("Total P&L, net"), money(equity.equity, True), tr("Realised and unrealised, after fees, since the run began"), True),
            Fact(tr("Total P&L, gross"), money(gross, True), tr("Realised and unrealised, before fees")),
            Fact(tr("Fees"), money(equity.fees)),
            Fact(tr("Day, net"), money(equity.day_pnl, True), tr("Since the trading day began, after fees")),
            Fact(tr("Unrealised"), money(equity.unrealised, True), tr("What is held, at the mark")),
            Fact(tr("Max drawdown"), money(equity.max_drawdown), tr("Largest loss from a peak of the curve")),
        ]
    if row is not None:
        found += [
            Fact(tr("Win rate"), percent(row.win_rate), tr("Round trips that won, of all")),
            Fact(tr("Profit factor"), number(row.profit_factor), tr("Sum of the wins over sum of the losses; none without a loss")),
            Fact(tr("Expectancy"), _or_dash(row.expectancy), tr("Mean net result of a round trip")),
            Fact(tr("Slippage, arrival"), _bp(row.slippage_mid_bp), tr("Against the middle at the order's arrival; above 0 is worse")),
            Fact(
                tr("Slippage, VWAP"), _bp(row.slippage_vwap_bp),
                tr("Against the market's average while the order lived; above 0 is worse"),
            ),
        ]
    if equity is not None:
        found += [
            Fact(tr("Sharpe"), number(equity.sharpe), tr("Of the trading days that ended, marked at their end, a year; none before two")),
            Fact(tr("Sortino"), number(equity.sortino), tr("As Sharpe, over what fell short of 0")),
        ]
    if row is None:
        return found
    return [
        *found, Fact(tr("Round trips"), decimal_text(row.trips, 0)), Fact(
            tr("Closed P&L, net"), money(row.net, True), tr("Of closed round trips only, after fees"),
        ),
        Fact(tr("Winners"), tr("{winners}, avg {or_dash}", winners=row.winners, or_dash=_or_dash(row.average_win))),
        Fact(tr("Losers"), tr("{losers}, avg {or_dash}", losers=row.losers, or_dash=_or_dash(row.average_loss))),
        Fact(tr("Largest win"), _or_dash(row.largest_win)), Fact(tr("Largest loss"), _or_dash(row.largest_loss)),
        Fact(tr("First fill"), time(row.first_fill_ns), tr("Mean time from an order's arrival")),
        Fact(tr("Last fill"), time(row.last_fill_ns), tr("Mean time from an order's arrival")),
        Fact(tr("Orders done"), decimal_text(row.orders, 0)),
        Fact(tr("Filled of order"), percent(row.fill_ratio), tr("Mean over orders that are done")),
    ]  # fmt: skip


def day_rows(equity: EquityPicture) -> list[Row]:
    """The present one first, then the newest."""
    results = [*((day, pnl, False) for day, pnl in equity.days), (equity.day, equity.day_pnl, True)]
    most = max((abs(pnl) for _, pnl, _ in results), default=0)
    return [
        Row(str(day), (
            Cell(_day_text(day, now), value=day), _money(pnl, told=True),
            Cell("", "text", pnl, abs(pnl) / most if most else 0.0),
        )) for day, pnl, now in reversed(results)
    ]  # fmt: skip


# words ------------------------------------------------------------------------------------------------------------------


def axis_text(value: int, step: int) -> str:
    return money(value, True, step)


def arrow(text: str) -> str:
    """A gain is told without colour."""
    return f"{GAIN} {text}" if text.startswith("+") else f"{LOSS} {text}" if text.startswith(MINUS) and text.strip(f"{MINUS}0.") else text


def percent(value: float | None) -> str:
    return DASH if value is None else f"{value * 100:.1f} %"


def number(value: float | None, signed: bool = False) -> str:
    if value is None:
        return DASH
    text = decimal_text(round(abs(value) * 100), 2)
    return f"{MINUS}{text}" if value < 0 and text != "0.00" else f"+{text}" if signed and text != "0.00" else text


def time(ns: int | None) -> str:
    if ns is None:
        return DASH
    if ns < SECOND:
        return tr("{ns} ms", ns=ns // MILLISECOND)
    return f"{decimal_text(ns // 10**8, 1)} s" if ns < 600 * SECOND else tr("{ns} min", ns=ns // (60 * SECOND))


def pick(rows: Sequence[StatisticsRow], currency: str) -> StatisticsRow | None:
    return next((row for row in rows if row.currency == currency), None)


def _or_dash(value: int | None) -> str:
    return DASH if value is None else money(value, True)


def _bp(value: float | None) -> str:
    return DASH if value is None else tr("{number} bp", number=number(value, True))


def _money(value: int | None, told: bool = False, plain: bool = False) -> Cell:
    """told: with an arrow."""
    if value is None:
        return Cell(DASH, "muted", None)
    text = money(value, not plain)
    return Cell(arrow(text) if told else text, "text", value)


def _percent(value: float | None) -> Cell:
    return Cell(percent(value), "muted" if value is None else "text", value)


def _number(value: float | None, signed: bool = False) -> Cell:
    return Cell(number(value, signed), "muted" if value is None else "text", value)


def _count(value: int) -> Cell:
    return Cell(decimal_text(value, 0), "text" if value else "muted", value)


def _time(ns: int | None) -> Cell:
    return Cell(time(ns), "muted" if ns is None else "text", ns)


def _day_text(day: int, now: bool) -> str:
    said = weekday_text(date.fromordinal(day))
    return tr("{day} (now)", day=said) if now else said
