"""Results as rows and words. Not defined is a dash, never a zero. Qt-free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.domain.instrument import MINUS, decimal_text
from core.domain.units import MILLISECOND, SECOND
from core.projections.results import MONEY_DECIMALS, EquityPicture, Grouping, StatisticsRow
from widgets.cells import DASH, Cell, Column, Row

GAIN, LOSS = "\u25b2", "\u25bc"
BY = {Grouping.STRATEGY: "Strategy", Grouping.INSTRUMENT: "Instrument", Grouping.HOUR: "Hour"}
NOTHING = "Nothing is closed yet: a round trip ends when one order of ours closes what another one opened."
NO_CURVE = "The first fill begins the curve."
NO_DAYS = "A trading day is listed when it ends; this one is in the first row."
DAYS = (
    Column("Trading day", 96), Column("P&L net", 112, True, tip="Equity at the day's end less equity at its beginning, after fees"),
    Column("", tip="Against the largest of all days"),
)


@dataclass(frozen=True)
class Fact:
    name: str
    value: str
    tip: str = ""
    strong: bool = False


def columns(by: Grouping) -> tuple[Column, ...]:
    """The group first; what matters least leaves first where room is short."""
    return (
        Column(BY[by], tip="Of the order that opened the round trip"),
        Column("Trips", 44, True, 6, "Round trips: what one order opened and another one closed, first in, first out"),
        Column("Won", 52, True, 3, "Share of the round trips that won after fees"),
        Column("P&L net", 96, True, 0, "Closed, after the fees of both sides"), Column("P&L gross", 92, True, 7, "Closed, before fees"),
        Column("Fees", 72, True, 8), Column("Factor", 52, True, 4, "Profit factor: sum of the wins over sum of the losses"),
        Column("Expectancy", 84, True, 2, "Mean net result of a round trip"),
        Column("Avg win", 80, True, 9), Column("Avg loss", 80, True, 10),
        Column("Drawdown", 84, True, 5, "Largest, of the sum of what was closed"),
        Column("Sharpe", 52, True, 14, "Of the days that ended, a year"), Column("Sortino", 52, True, 15, "Of the days that ended, a year"),
        Column("Orders", 48, True, 16, "Orders that are done"), Column("Filled", 52, True, 17, "Mean share of an order that was filled"),
        Column("Slip, arrival", 76, True, 11, "bp against the middle at the order's arrival; above 0 is worse"),
        Column("Slip, VWAP", 72, True, 12, "bp against the market's average price while the order lived; above 0 is worse"),
        Column("Fill time", 64, True, 13, "Mean time from arrival to the last fill"),
    )  # fmt: skip


def group_rows(rows: Sequence[StatisticsRow], by: Grouping) -> list[Row]:
    several = len({row.currency for row in rows}) > 1
    return [_group_row(row, by, f" {row.currency}" if several else "") for row in rows]


def _group_row(row: StatisticsRow, by: Grouping, currency: str) -> Row:
    name = row.name or ("by hand" if by is Grouping.STRATEGY else DASH)
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
            Fact("P&L net", money(equity.equity, True), "Realised and unrealised, after fees, since the run began", True),
            Fact("P&L gross", money(gross, True), "Realised and unrealised, before fees"), Fact("Fees", money(equity.fees)),
            Fact("Day, net", money(equity.day_pnl, True), "Since the trading day began, after fees"),
            Fact("Unrealised", money(equity.unrealised, True), "What is held, at the mark"),
            Fact("Max drawdown", money(equity.max_drawdown), "Largest loss from a peak of the curve"),
        ]
    if row is not None:
        found += [
            Fact("Win rate", percent(row.win_rate), "Round trips that won, of all"),
            Fact("Profit factor", number(row.profit_factor), "Sum of the wins over sum of the losses; none without a loss"),
            Fact("Expectancy", _or_dash(row.expectancy), "Mean net result of a round trip"),
            Fact("Slippage, arrival", _bp(row.slippage_mid_bp), "Against the middle at the order's arrival; above 0 is worse"),
            Fact("Slippage, VWAP", _bp(row.slippage_vwap_bp), "Against the market's average while the order lived; above 0 is worse"),
        ]
    if equity is not None:
        found += [
            Fact("Sharpe", number(equity.sharpe), "Of the trading days that ended, marked at their end, a year; none before two"),
            Fact("Sortino", number(equity.sortino), "As Sharpe, over what fell short of 0"),
        ]
    if row is None:
        return found
    return [
        *found, Fact("Round trips", decimal_text(row.trips, 0)), Fact("Closed, net", money(row.net, True), "What was closed, after fees"),
        Fact("Winners", f"{row.winners}, avg {_or_dash(row.average_win)}"),
        Fact("Losers", f"{row.losers}, avg {_or_dash(row.average_loss)}"),
        Fact("Largest win", _or_dash(row.largest_win)), Fact("Largest loss", _or_dash(row.largest_loss)),
        Fact("First fill", time(row.first_fill_ns), "Mean time from an order's arrival"),
        Fact("Last fill", time(row.last_fill_ns), "Mean time from an order's arrival"),
        Fact("Orders done", decimal_text(row.orders, 0)),
        Fact("Filled of order", percent(row.fill_ratio), "Mean over orders that are done"),
    ]  # fmt: skip


def day_rows(equity: EquityPicture) -> list[Row]:
    """The present one first, then the newest."""
    results = [*((day, pnl, False) for day, pnl in equity.days), (equity.day, equity.day_pnl, True)]
    most = max((abs(pnl) for _, pnl, _ in results), default=0)
    return [
        Row(str(day), (
            Cell(f"{date.fromordinal(day):%a %d %b}{' (now)' if now else ''}", value=day), _money(pnl, told=True),
            Cell("", "text", pnl, abs(pnl) / most if most else 0.0),
        )) for day, pnl, now in reversed(results)
    ]  # fmt: skip


# words ------------------------------------------------------------------------------------------------------------------


def money(value: int, signed: bool = False) -> str:
    """Rounded half away from zero to two decimals, for display only."""
    unit = 10 ** (MONEY_DECIMALS - 2)
    rounded = (abs(value) + unit // 2) // unit
    text = decimal_text(-rounded if value < 0 else rounded, 2)
    return f"+{text}" if signed and value > 0 and rounded else text


def axis_text(value: int) -> str:
    return money(value, True)


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
        return f"{ns // MILLISECOND} ms"
    return f"{decimal_text(ns // 10**8, 1)} s" if ns < 600 * SECOND else f"{ns // (60 * SECOND)} min"


def pick(rows: Sequence[StatisticsRow], currency: str) -> StatisticsRow | None:
    return next((row for row in rows if row.currency == currency), None)


def _or_dash(value: int | None) -> str:
    return DASH if value is None else money(value, True)


def _bp(value: float | None) -> str:
    return DASH if value is None else f"{number(value, True)} bp"


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
