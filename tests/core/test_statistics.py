"""Statistics of conversations small enough to work out by hand: days, hours, strategies, busts, and what has no value."""

import pytest

from app.projections import Projections
from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.units import SECOND
from core.journal.entry import Entry
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import CancelOrder, PlaceOrder, SetLimits, StartRun
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.operations import BustTrade, CorrectTrade, SetRules
from core.messages.origin import Origin
from core.messages.terms import Fees, MarketRules
from core.projections.results import EquityLook, Grouping, StatisticsLook, StatisticsRow
from core.projections.session import Session
from core.projections.trading_day import TradingDays

HOUR, DAY = 3600 * SECOND, 86_400 * SECOND
MONEY = 10 ** (24 - 2)
"""0.01, the instrument's unit of money, in the unit of results."""


class Desk:
    def __init__(self) -> None:
        self.engine = Engine(State())
        self.faults: list[str] = []
        self.projections = Projections(Session("development", "durable"), self.engine, days=TradingDays("UTC", 0, 252))
        self.board = self.projections.board(lambda name, error: self.faults.append(f"{name}: {error!r}"))
        self.seq = self.at = self.others = 0
        self.tell(StartRun("s", "", 0, 0, False, "", ()))
        self.tell(ListInstrument(1, "X", "V", "B", "Q", 2, 0, 1, 1))  # type: ignore[arg-type]
        self.tell(SetLimits(1, 10**6, 10**15, 9_000, 10**6, 1_000))  # type: ignore[arg-type]
        self.other(Side.BUY, 1, 90)
        self.other(Side.SELL, 1, 110)

    def tell(self, message: object) -> int:
        self.seq += 1
        self.at += 1
        events = self.engine.apply(self.seq, self.at, message)
        self.board.publish(Entry(self.seq, self.at, message, events, True, 0, 0))
        assert not self.faults, self.faults
        return self.seq

    def other(self, side: Side, qty: int, price: int) -> None:
        self.others += 1
        self.tell(FlowLimit(1, -self.others, side, qty, price))  # type: ignore[arg-type]

    def ours(self, side: Side, qty: int, price: int, strategy: str = "", tif: TimeInForce = TimeInForce.IOC) -> int:
        origin = Origin(strategy=strategy) if strategy else None
        return self.tell(
            PlaceOrder(f"o{self.seq}", 1, side, OrderType.LIMIT, qty, price, tif, origin=origin)  # type: ignore[arg-type]
        )

    def trade(self, side: Side, qty: int, price: int, strategy: str = "") -> int:
        """We take what another one offers."""
        self.other(Side.SELL if side is Side.BUY else Side.BUY, qty, price)
        return self.ours(side, qty, price, strategy)

    def rows(self, by: Grouping) -> dict[str, StatisticsRow]:
        picture = self.projections.statistics.picture(StatisticsLook(by=by))
        assert picture is not None
        assert self.projections.statistics.picture(StatisticsLook(picture.version, by)) is None
        return {row.name: row for row in picture.rows}

    def row(self, by: Grouping = Grouping.ALL, name: str = "") -> StatisticsRow:
        return self.rows(by)[name]


def test_wins_and_losses_by_hand() -> None:
    desk = Desk()
    # 300 and 100 won, 150 lost, one for nothing: profit factor 400 / 150, expectancy 250 / 4.
    for bought, sold in ((97, 100), (100, 101), (101, 101)):
        desk.trade(Side.BUY, 100, bought)
        desk.trade(Side.SELL, 100, sold)
    desk.trade(Side.SELL, 50, 99)
    desk.trade(Side.BUY, 50, 102)
    row = desk.row()
    assert (row.trips, row.winners, row.losers, row.win_rate) == (4, 2, 1, 0.5)
    assert row.profit_factor == pytest.approx(400 / 150)
    assert (row.expectancy, row.average_win, row.average_loss) == (250 * MONEY // 4, 200 * MONEY, -150 * MONEY)
    assert (row.largest_win, row.largest_loss, row.net, row.gross, row.fees) == (300 * MONEY, -150 * MONEY, 250 * MONEY, 250 * MONEY, 0)
    assert row.max_drawdown == 150 * MONEY
    assert (row.orders, row.fill_ratio, row.first_fill_ns, row.last_fill_ns) == (8, 1.0, 0, 0)


def test_partial_fills_of_two_orders_are_one_trip_and_fees_decide() -> None:
    desk = Desk()
    desk.tell(SetRules(1, MarketRules(fees=Fees(0, 0, 0, 1))))  # type: ignore[arg-type]
    for qty in (3, 3, 4):
        desk.other(Side.SELL, qty, 100)
    desk.ours(Side.BUY, 10, 100)
    for qty in (5, 5):
        desk.other(Side.BUY, qty, 101)
    desk.ours(Side.SELL, 10, 101)
    row = desk.row()
    # 10 won, 20 paid: a loser.
    assert (row.trips, row.winners, row.losers, row.gross, row.fees, row.net) == (1, 0, 1, 10 * MONEY, 20 * MONEY, -10 * MONEY)


def test_nothing_is_not_zero() -> None:
    desk = Desk()
    assert desk.rows(Grouping.ALL) == {}
    cancelled = desk.ours(Side.BUY, 5, 91, tif=TimeInForce.GTC)
    desk.tell(CancelOrder(cancelled))  # type: ignore[arg-type]
    row = desk.row()
    assert (row.orders, row.fill_ratio, row.trips) == (1, 0.0, 0)
    for name in ("win_rate", "profit_factor", "expectancy", "average_win", "largest_loss", "sharpe", "slippage_mid_bp", "first_fill_ns"):
        assert getattr(row, name) is None, name
    desk.trade(Side.BUY, 1, 100)
    desk.trade(Side.SELL, 1, 105)
    row = desk.row()
    assert row.profit_factor is None and row.average_loss is None and row.win_rate == 1.0


def test_a_trip_belongs_to_whoever_opened_it() -> None:
    desk = Desk()
    desk.trade(Side.BUY, 10, 100, "alpha")
    desk.at = 5 * HOUR
    desk.trade(Side.SELL, 14, 103, "beta")
    desk.at = 7 * HOUR
    desk.trade(Side.BUY, 4, 105)
    by_strategy = desk.rows(Grouping.STRATEGY)
    assert {name: (row.trips, row.net) for name, row in by_strategy.items()} == {
        "": (0, 0), "alpha": (1, 30 * MONEY), "beta": (1, -8 * MONEY)
    }
    by_hour = desk.rows(Grouping.HOUR)
    assert {name: (row.trips, row.net, row.orders) for name, row in by_hour.items()} == {
        "00": (1, 30 * MONEY, 1), "05": (1, -8 * MONEY, 1), "07": (0, 0, 1)
    }
    assert desk.row(Grouping.INSTRUMENT, "X").net == 22 * MONEY


def test_slippage_by_hand() -> None:
    desk = Desk()
    # Middle 100. We buy 10 at 101 and 10 at 103: on average 102, two hundred basis points above it.
    desk.other(Side.BUY, 1, 99)
    for price in (101, 103):
        desk.other(Side.SELL, 10, price)
    desk.ours(Side.BUY, 20, 103)
    row = desk.row()
    assert row.slippage_mid_bp == pytest.approx(200)
    # All that traded was ours.
    assert row.slippage_vwap_bp == 0.0


def test_slippage_against_everything_that_traded_meanwhile() -> None:
    desk = Desk()
    desk.other(Side.BUY, 5, 99)
    desk.ours(Side.SELL, 10, 104, tif=TimeInForce.GTC)
    arrived = desk.at
    desk.other(Side.SELL, 5, 99)
    desk.other(Side.BUY, 4, 104)
    first = desk.at
    # An order that is not done does not count yet.
    assert desk.rows(Grouping.ALL) == {}
    desk.other(Side.BUY, 6, 104)
    last = desk.at
    row = desk.row()
    # 5 at 99 and 10 at 104 traded: 1535 / 15; we sold at 104, which is better.
    average = 1535 / 15
    assert row.slippage_vwap_bp == pytest.approx((average - 104) / average * 10_000)
    # Bid 99, ask 110: the middle is 104.5, and 104 is a sale below it.
    assert row.slippage_mid_bp == pytest.approx(0.5 / 104.5 * 10_000)
    assert (row.first_fill_ns, row.last_fill_ns) == (first - arrived, last - arrived)


def test_busts_and_corrections_are_followed() -> None:
    desk = Desk()
    desk.trade(Side.BUY, 10, 100)
    desk.trade(Side.BUY, 10, 104)
    desk.trade(Side.SELL, 10, 106)
    assert desk.row().net == 60 * MONEY
    desk.tell(CorrectTrade(1, 1, 102, 8))  # type: ignore[arg-type]
    row = desk.row()
    # 8 at 102 and 2 at 104 were sold at 106.
    assert (row.trips, row.net) == (2, (32 + 4) * MONEY)
    assert row.fill_ratio == pytest.approx((0.8 + 1 + 1) / 3)
    desk.tell(BustTrade(1, 1))  # type: ignore[arg-type]
    row = desk.row()
    assert (row.trips, row.net) == (1, 20 * MONEY)
    desk.tell(BustTrade(1, 3))  # type: ignore[arg-type]
    assert (desk.row().trips, desk.row().win_rate, desk.row().net) == (0, None, 0)


def test_yearly_ratios_of_days() -> None:
    """Closed in four days: +20, -10, nothing, +30. The fifth is not over."""
    desk = Desk()
    for day, sold in enumerate((102, 99, None, 103, 100)):
        desk.at = day * DAY + HOUR
        if sold is None:
            desk.other(Side.SELL, 1, 110)
            desk.other(Side.BUY, 1, 110)
            continue
        desk.trade(Side.BUY, 10, 100, "alpha")
        desk.trade(Side.SELL, 10, sold)
    row = desk.row(Grouping.STRATEGY, "alpha")
    # Mean 10; squares of the distances 100 + 400 + 100 + 400 = 1000 over 3; short of nothing: 100 over 4.
    assert row.sharpe == pytest.approx(10 / (1000 / 3) ** 0.5 * 252**0.5)
    assert row.sortino == pytest.approx(10 / 25**0.5 * 252**0.5)
    equity = desk.projections.equity.picture(EquityLook())
    assert equity is not None
    assert [pnl for _, pnl in equity.days] == [20 * MONEY, -10 * MONEY, 0, 30 * MONEY]
    assert (equity.sharpe, equity.sortino) == (row.sharpe, row.sortino)


def test_an_order_of_nobody_in_particular_after_one_of_a_strategy() -> None:
    """A refused command leaves nothing behind that the next order could be taken for."""
    desk = Desk()
    desk.ours(Side.BUY, 0, 100, "alpha")
    desk.trade(Side.BUY, 1, 100)
    assert set(desk.rows(Grouping.STRATEGY)) == {""}
