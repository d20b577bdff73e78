"""Pictures of results: the equity curve and the trading statistics. As in pictures.py, immutable, and asked for with looks.

Money here is in one unit for all instruments of a currency: 10**-MONEY_DECIMALS of it, which holds the money of any instrument
exactly. None: not defined, shown as no value.
"""

from enum import Enum
from typing import Final

import msgspec

from core.domain.instrument import Instrument

MONEY_DECIMALS: Final = 24
"""An instrument's price and lots have at most 12 decimals each."""


def scale(instrument: Instrument) -> int:
    """Exact money of the instrument times this is money here."""
    return int(10 ** (MONEY_DECIMALS - instrument.price_decimals - instrument.qty_decimals))


class Grouping(Enum):
    """How statistics are grouped. HOUR: of the day on the session's clock, at an order's arrival and at a trip's first fill."""

    ALL = 0
    STRATEGY = 1
    INSTRUMENT = 2
    HOUR = 3


class EquityLook(msgspec.Struct, frozen=True):
    """currency: a quote currency; empty: the first one."""

    version: int = -1
    currency: str = ""


class EquityPicture(msgspec.Struct, frozen=True):
    """Everything in one currency. equity: won or lost since the run began, after fees: realised + unrealised - fees.

    peak: highest equity so far, at least the 0 it began with. drawdown: peak less equity. share: of the peak, None while the
    peak is 0. max_...: the largest so far. day: ordinal date of the trading day; day_pnl: since it began. days: (day, P&L) of
    those that ended. points: (time, equity) of the curve, thinned out, with its extremes. sharpe, sortino: of the days that ended,
    marked at their end. currency "": nothing was held in this run yet.
    """

    version: int
    currency: str
    currencies: tuple[str, ...]
    at: int
    equity: int
    realised: int
    unrealised: int
    fees: int
    peak: int
    peak_at: int
    drawdown: int
    drawdown_share: float | None
    max_drawdown: int
    max_drawdown_at: int
    max_drawdown_share: float | None
    day: int
    day_pnl: int
    days: tuple[tuple[int, int], ...]
    points: tuple[tuple[int, int], ...]
    sharpe: float | None
    sortino: float | None


class DayRow(msgspec.Struct, frozen=True, gc=False):
    """One currency: won or lost after fees since the trading day began."""

    currency: str
    pnl: int


class DayPicture(msgspec.Struct, frozen=True):
    """day: ordinal date of the trading day; rows: the currencies in which anything was held in the run."""

    version: int
    day: int
    rows: tuple[DayRow, ...]


class StatisticsLook(msgspec.Struct, frozen=True):
    """by: how rows are grouped."""

    version: int = -1
    by: Grouping = Grouping.ALL


class StatisticsRow(msgspec.Struct, frozen=True, gc=False):
    """One group, in one currency. name: the strategy (empty: a person), the symbol, or the hour of the day.

    trips: round trips; those that won or lost nothing are neither winners nor losers. gross, fees, net, expectancy and the rest: money
    of the currency. orders: those that are done. fill_ratio: mean over them. Slippage in hundredths of a percent of what was filled,
    above 0: worse than the benchmark. first_fill_ns, last_fill_ns: mean time from the order's arrival, over those with fills.
    """

    name: str
    currency: str
    trips: int
    winners: int
    losers: int
    win_rate: float | None
    profit_factor: float | None
    expectancy: int | None
    average_win: int | None
    average_loss: int | None
    largest_win: int | None
    largest_loss: int | None
    gross: int
    fees: int
    net: int
    max_drawdown: int
    sharpe: float | None
    sortino: float | None
    orders: int
    fill_ratio: float | None
    slippage_mid_bp: float | None
    slippage_vwap_bp: float | None
    first_fill_ns: int | None
    last_fill_ns: int | None


class StatisticsPicture(msgspec.Struct, frozen=True):
    version: int
    by: Grouping
    rows: tuple[StatisticsRow, ...]


class PerformanceLook(msgspec.Struct, frozen=True):
    """equity, statistics: versions that are drawn."""

    by: Grouping = Grouping.ALL
    currency: str = ""
    equity: int = -1
    statistics: int = -1


class PerformancePicture(msgspec.Struct, frozen=True):
    """Both parts of one moment; None: it did not change."""

    equity: EquityPicture | None
    statistics: StatisticsPicture | None
