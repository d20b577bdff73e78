"""The equity curve by currency: won and lost after fees, its peak, the drawdown from it, and P&L by trading day.

Positions are valued as the machine judges prices: at the last trade, else the middle. The curve has a point for every moment of
session time at which a trade or a change of our positions moved it; what a step passes through on its way is not a result.
Equity begins at 0 with the run, for the simulated account has no capital: a share of the peak is one of the P&L at the peak.
A trading day ends by the session's clock, in the very step in which the gate begins its own: the machine's deadline enters the record,
and is folded like a trade. It is counted when something traded in it or a result changed, and ends with the equity as the last trade
before its end left it.
Deliberately absent: deposits, interest, and sums over currencies.
"""

from collections.abc import Mapping
from fractions import Fraction

from core.messages.events import PositionChanged, RunStarted
from core.messages.limits import RiskTold
from core.messages.market_data import TradePrinted
from core.messages.operations import TimePassed
from core.projections.board import Fold
from core.projections.curve import Curve, Point
from core.projections.market import Market
from core.projections.ratios import sharpe, sortino
from core.projections.results import DayRow, EquityLook, EquityPicture, scale
from core.projections.trading_day import Day, TradingDays

Key = tuple[int, int]
"""Account, instrument."""


class Held:
    """gross, unrealised and fees: exact money of the instrument. worth: what it adds to the currency's equity."""

    __slots__ = ("cost", "fees", "qty", "realised", "scale", "unrealised", "worth")

    def __init__(self, factor: int) -> None:
        self.qty = self.cost = self.realised = self.fees = self.unrealised = self.worth = 0
        self.scale = factor


class Purse:
    """One currency. drawn: largest drawdown; its share of the peak is share_of / peak_of, the largest such share."""

    __slots__ = ("curve", "day_began", "days", "drawn", "drawn_at", "equity", "moved", "peak", "peak_at", "peak_of", "share_of")

    def __init__(self, at: int) -> None:
        self.curve = Curve()
        self.days: list[tuple[Day, int]] = []
        self.equity = self.peak = self.drawn = self.drawn_at = self.day_began = 0
        self.peak_at = at
        self.share_of, self.peak_of = 0, 1
        self.moved = False
        self.curve.add(at, 0)

    def settle(self, at: int) -> None:
        """The equity of a moment that is over."""
        self.moved = False
        equity = self.equity
        self.curve.add(at, equity)
        if equity > self.peak:
            self.peak, self.peak_at = equity, at
        down = self.peak - equity
        if down > self.drawn:
            self.drawn, self.drawn_at = down, at
        if self.peak > 0 and down * self.peak_of > self.share_of * self.peak:
            self.share_of, self.peak_of = down, self.peak


class Equity:
    """days: when a trading day ends. open_days: the trading days that ended, oldest first; version counts what settled."""

    def __init__(self, market: Market, days: TradingDays) -> None:
        self._market = market
        self._days = days
        self.version = 0
        self.folds: Mapping[type, Fold] = {
            PositionChanged: self._on_changed,
            TradePrinted: self._on_trade,
            TimePassed: self._on_time,
            # The gate's new day, in a step that something else than the deadline brought.
            RiskTold: self._on_time,
            RunStarted: self._on_run,
        }
        self._clear(0)

    def _clear(self, at: int) -> None:
        self._held: dict[Key, Held] = {}
        self._open: dict[int, dict[Key, Held]] = {}
        self.purses: dict[str, Purse] = {}
        self.open_days: list[Day] = []
        self._at = at
        self._traded = False
        self._begin_day(at)

    def use(self, days: TradingDays) -> None:
        """From now on; the days that ended stay as they ended."""
        before, self._days = self._day, days
        self._begin_day(self._at)
        if self._day != before:
            self.version += 1

    @property
    def days_a_year(self) -> int:
        return self._days.a_year

    @property
    def day_began(self) -> int:
        """Session time of the present trading day's beginning."""
        return self._days.ends_at(self._day - 1)

    @property
    def day(self) -> Day:
        """The present trading day."""
        return self._day

    def day_rows(self) -> tuple[DayRow, ...]:
        """What it won or lost so far."""
        return tuple(DayRow(currency, purse.equity - purse.day_began) for currency, purse in self.purses.items())

    def day_of(self, at: int) -> Day:
        return self._days.of(at)

    def hour_of(self, at: int) -> int:
        return self._days.hour(at)

    def picture(self, look: EquityLook) -> EquityPicture | None:
        currency = look.currency or next(iter(self.purses), "")
        purse = self.purses.get(currency)
        if self.version == look.version:
            return None
        if purse is None:
            return self._nothing() if look.version >= 0 else None
        fees = sum(held.fees * held.scale for held in self._of(currency))
        realised = sum(held.realised * held.scale for held in self._of(currency))
        peak = max(purse.peak, purse.equity)
        down = peak - purse.equity
        ended = [pnl for _, pnl in purse.days]
        return EquityPicture(
            self.version, currency, tuple(self.purses), self._at, purse.equity, realised, purse.equity - realised + fees, fees,
            peak, purse.peak_at if peak == purse.peak else self._at, down, _share(down, peak), max(purse.drawn, down),
            self._at if down > purse.drawn else purse.drawn_at, _larger(_share(purse.share_of, purse.peak_of), _share(down, peak), purse),
            self._day, purse.equity - purse.day_began, tuple(purse.days), _until(purse.curve.points(), (self._at, purse.equity)),
            sharpe(ended, self.days_a_year), sortino(ended, self.days_a_year),
        )

    def _nothing(self) -> EquityPicture:
        """For whoever still shows a run that is over: no currency, and no points."""
        return EquityPicture(
            self.version, "", (), self._at, 0, 0, 0, 0, 0, self._at, 0, None, 0, self._at, None, self._day, 0, (), (), None, None,
        )

    # folds ----------------------------------------------------------------------------------------------------------

    def _on_run(self, at: int, event: RunStarted) -> None:
        self._clear(at)
        self.version += 1

    def _on_changed(self, at: int, e: PositionChanged) -> None:
        if at != self._at:
            self._pass(at)
        quote = self._market.quotes.get(e.instrument)
        if quote is None:
            return
        key = (e.account, e.instrument)
        held = self._held.get(key)
        if held is None:
            held = self._held[key] = Held(scale(quote.instrument))
        held.qty, held.cost, held.realised, held.fees = e.qty, e.cost, e.realised, e.fees
        # A flat one is worth the same at any price.
        if e.qty:
            self._open.setdefault(e.instrument, {})[key] = held
        else:
            self._open.get(e.instrument, {}).pop(key, None)
        self._value(held, quote.instrument.quote, quote.mark)

    def _on_trade(self, at: int, e: TradePrinted) -> None:
        if at != self._at:
            self._pass(at)
        self._traded = True
        holders = self._open.get(e.instrument)
        if holders:
            quote = self._market.quotes[e.instrument]
            for held in holders.values():
                self._value(held, quote.instrument.quote, quote.mark)

    def _value(self, held: Held, currency: str, mark: int) -> None:
        held.unrealised = held.qty * mark - held.cost if mark else 0
        worth = (held.realised + held.unrealised - held.fees) * held.scale
        purse = self.purses.get(currency)
        if purse is None:
            purse = self.purses[currency] = Purse(self._at)
        purse.equity += worth - held.worth
        purse.moved = True
        held.worth = worth
        self.version += 1

    def _on_time(self, at: int, told: TimePassed | RiskTold) -> None:
        if at >= self._day_ends:
            self._pass(at)

    # time -----------------------------------------------------------------------------------------------------------

    def _pass(self, at: int) -> None:
        """The moment before is over, and perhaps the day."""
        for purse in self.purses.values():
            if purse.moved:
                purse.settle(self._at)
        if at >= self._day_ends:
            self._end_day()
            self._begin_day(at)
            # A new picture even where nothing is held: it says which day it is.
            self.version += 1
        self._at = at

    def _end_day(self) -> None:
        # A result without a trade: a bust, or a fill at a venue of which nobody prints the trades.
        if not self._traded and all(purse.equity == purse.day_began for purse in self.purses.values()):
            return
        self.open_days.append(self._day)
        for purse in self.purses.values():
            purse.days.append((self._day, purse.equity - purse.day_began))
            purse.day_began = purse.equity
        self._traded = False

    def _begin_day(self, at: int) -> None:
        self._day = self._days.of(at)
        self._day_ends = self._days.ends_at(self._day)

    def _of(self, currency: str) -> list[Held]:
        quotes = self._market.quotes
        return [held for (_, instrument), held in self._held.items() if quotes[instrument].instrument.quote == currency]


def _until(points: tuple[Point, ...], now: Point) -> tuple[Point, ...]:
    return points if points[-1] == now else (*points, now)


def _share(part: int, whole: int) -> float | None:
    return float(Fraction(part, whole)) if whole > 0 else None


def _larger(settled: float | None, now: float | None, purse: Purse) -> float | None:
    """None until there has been a peak."""
    if now is None and purse.peak == 0:
        return None
    return max(settled or 0.0, now or 0.0)
