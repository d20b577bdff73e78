"""The equity curve against a twin that values everything anew at every moment, keeps every point, and looks for the worst pair."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.projections import Projections
from core.domain.enums import Side
from core.domain.position import Position
from core.domain.scope import ScopeKind
from core.domain.units import SECOND
from core.journal.entry import Entry
from core.machine.engine import Engine
from core.machine.state import State
from core.messages.commands import SetLimits, StartRun
from core.messages.events import PositionChanged, RunStarted
from core.messages.flow import FlowLimit, ListInstrument
from core.messages.limits import BeginTradingDay, RiskTold, SetAccount, SetRate
from core.messages.market_data import InstrumentListed, TradePrinted
from core.messages.operations import TimePassed
from core.projections import curve
from core.projections.board import Board
from core.projections.curve import Curve
from core.projections.day_result import DayResult
from core.projections.equity import Equity
from core.projections.market import Market
from core.projections.pictures import VersionLook
from core.projections.ratios import sharpe, sortino
from core.projections.results import DayRow, EquityLook, EquityPicture
from core.projections.session import Session as RunSession
from core.projections.trading_day import TradingDays
from core.sequencer import Sequencer
from tests.sessions import limit

DAY = 86_400 * SECOND
FINE, COARSE = 10 ** (24 - 2), 10 ** (24 - 4)
"""Of the two instruments: what one unit of their money is in the unit of results."""


class Stage:
    """Instruments 1 (0.01 a unit) and 2 (0.0001 a unit) in USD, 3 in EUR."""

    def __init__(self, days: TradingDays, at: int = 0) -> None:
        self.market = Market()
        self.equity = Equity(self.market, days)
        self.faults: list[BaseException] = []
        self.board = Board({"market": self.market, "equity": self.equity}, lambda name, error: self.faults.append(error))
        self.held: dict[int, Position] = {}
        self.tell(at, RunStarted("s", "", at, 0, False, ""))
        for number, quote, decimals in ((1, "USD", 2), (2, "USD", 4), (3, "EUR", 2)):
            self.tell(at, InstrumentListed(number, f"X{number}", "V", "B", quote, decimals, 0, 1, 1))

    def tell(self, at: int, *events: object) -> None:
        self.board.publish(Entry(1, at, None, list(events), True, 0, 0))
        assert not self.faults, self.faults

    def trade(self, at: int, instrument: int, price: int) -> None:
        self.tell(at, TradePrinted(instrument, price, 1, Side.BUY, -1, -2))

    def fill(self, at: int, instrument: int, lots: int, price: int, fee: int) -> None:
        held = self.held.setdefault(instrument, Position())
        held.book(Side.BUY if lots > 0 else Side.SELL, abs(lots), price, fee)
        changed = PositionChanged(1, instrument, held.qty, held.cost, held.realised, held.bought, held.sold, held.fees)
        self.tell(at, TradePrinted(instrument, price, abs(lots), Side.BUY, 1, -2), changed)

    def picture(self, currency: str = "USD") -> EquityPicture:
        found = self.equity.picture(EquityLook(currency=currency))
        assert found is not None
        return found


STEP = st.tuples(
    st.sampled_from([0, 0, SECOND // 2, SECOND, 3600 * SECOND, 9 * 3600 * SECOND, DAY, 3 * DAY]), st.integers(1, 3),
    st.integers(1, 200), st.one_of(st.none(), st.tuples(st.integers(-20, 20).filter(bool), st.integers(-50, 50))),
)


@settings(max_examples=150)
@given(st.lists(STEP, min_size=1, max_size=60), st.sampled_from([TradingDays(), TradingDays("America/New_York", 1020)]))
def test_the_curve_is_what_a_plain_recount_says(steps: list, days: TradingDays) -> None:
    at = 1_520_000_000 * SECOND
    stage = Stage(days, at)
    last: dict[int, int] = {}
    told: list[tuple[int, int]] = []
    moments: list[tuple[int, int]] = []
    for gap, instrument, price, fill in steps:
        at += gap
        if fill is None:
            stage.trade(at, instrument, price)
        else:
            stage.fill(at, instrument, fill[0], price, fill[1])
        last[instrument] = price
        worth = sum(stage.held[n].net(last[n]) * unit for n, unit in ((1, FINE), (2, COARSE)) if n in stage.held)
        moments = [one for one in moments if one[0] != at] + [(at, worth)]
        if 1 in stage.held or 2 in stage.held:
            told = [one for one in told if one[0] != at] + [(at, worth)]
    if told:
        compare(stage.picture(), moments, told, days)


def compare(picture: EquityPicture, moments: list[tuple[int, int]], told: list[tuple[int, int]], days: TradingDays) -> None:
    values = [0] + [value for _, value in moments]
    assert picture.equity == values[-1] == picture.realised + picture.unrealised - picture.fees
    assert picture.peak == max(values) and picture.drawdown == max(values) - values[-1]
    downs = [max(values[: n + 1]) - value for n, value in enumerate(values)]
    assert picture.max_drawdown == max(downs)
    shares = [down / max(values[: n + 1]) for n, down in enumerate(downs) if max(values[: n + 1]) > 0]
    assert picture.max_drawdown_share == (pytest.approx(max(shares)) if shares else None)
    assert picture.drawdown_share == (pytest.approx(downs[-1] / max(values)) if max(values) > 0 else None)
    points = [value for _, value in picture.points]
    assert max(points) == max(value for _, value in [(0, 0), *told]) and min(points) == min(value for _, value in [(0, 0), *told])
    assert sorted(picture.points, key=lambda point: point[0]) == list(picture.points)
    by_day: dict[int, int] = {}
    for at, value in moments:
        by_day[days.of(at)] = value
    traded = sorted(by_day)
    pnl = {day: by_day[day] - (by_day[before] if before else 0) for before, day in zip([0, *traded], traded, strict=False)}
    assert picture.day == traded[-1] and picture.day_pnl == pnl[traded[-1]]
    first = days.of(told[0][0])
    assert picture.days == tuple((day, pnl[day]) for day in traded[:-1] if day >= first)
    ended = [pnl for _, pnl in picture.days]
    assert (picture.sharpe, picture.sortino) == (sharpe(ended, days.a_year), sortino(ended, days.a_year))


def test_a_new_run_is_told_to_whoever_shows_the_one_before() -> None:
    stage = Stage(TradingDays(), DAY)
    assert stage.equity.picture(EquityLook()) is None, "nothing is shown, and there is nothing to show"
    stage.fill(DAY, 1, 10, 100, 7)
    before = stage.picture()
    stage.tell(2 * DAY, RunStarted("s", "", 2 * DAY, 0, False, ""))
    after = stage.equity.picture(EquityLook(before.version, before.currency))
    assert after is not None and (after.currency, after.points, after.equity) == ("", (), 0)
    assert stage.equity.picture(EquityLook(after.version)) is None


def test_a_day_rolls_over_with_the_clocks_moved() -> None:
    """New York, 10th to 12th of March 2018: 17:00 is 22:00 UTC on Saturday, 21:00 UTC on Sunday."""

    def at(text: str) -> int:
        return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) * SECOND

    stage = Stage(TradingDays("America/New_York", 1020), at("2018-03-10T12:00:00"))
    stage.fill(at("2018-03-10T12:00:00"), 1, 10, 100, 7)
    stage.trade(at("2018-03-10T21:59:59"), 1, 105)
    stage.trade(at("2018-03-10T22:00:00"), 1, 110)
    stage.trade(at("2018-03-11T20:59:59"), 1, 104)
    stage.trade(at("2018-03-11T21:00:00"), 1, 90)
    picture = stage.picture()
    the_tenth = datetime(2018, 3, 10, tzinfo=UTC).toordinal()
    assert picture.days == ((the_tenth, (50 - 7) * FINE), (the_tenth + 1, (40 - 50) * FINE))
    assert picture.day == the_tenth + 2 and picture.day_pnl == (-100 - 40) * FINE
    day = DayResult(stage.equity).picture(VersionLook())
    assert day is not None and (day.day, day.rows) == (picture.day, (DayRow("USD", picture.day_pnl),))
    assert DayResult(stage.equity).picture(VersionLook(day.version)) is None
    assert (picture.peak, picture.max_drawdown) == ((100 - 7) * FINE, 200 * FINE)
    assert picture.peak_at == at("2018-03-10T22:00:00")


def test_the_day_on_which_nothing_is_held_is_told_too() -> None:
    stage = Stage(TradingDays())
    result = DayResult(stage.equity)
    before = result.picture(VersionLook())
    stage.trade(DAY + 1, 1, 100)
    assert before is not None
    after = result.picture(VersionLook(before.version))
    assert after is not None and (after.day, after.rows) == (before.day + 1, ())


def test_a_day_rolls_by_the_clock_with_the_gates_although_nothing_trades() -> None:
    """Through the real core: the deadline comes between two messages that move nothing of ours."""
    engine = Engine(State())
    projections = Projections(RunSession("development", "durable"), engine, days=TradingDays())
    faults: list[BaseException] = []
    board = projections.board(lambda name, error: faults.append(error))
    entries: list[Entry] = []
    sequencer = Sequencer(engine, entries.append, board.publish, durable=False)
    for message in (
        StartRun("s", "", 0, 0, False, "", ()), ListInstrument(1, "X", "V", "B", "USD", 2, 0, 1, 1),  # type: ignore[arg-type]
        SetLimits(1, 100, 10**9, 9_000, 100, 100), SetRate("USD", base=True),  # type: ignore[arg-type]
        SetAccount(1, "desk", 10**12), BeginTradingDay("1970-01-01", (DAY, 2 * DAY)),  # type: ignore[arg-type]
        FlowLimit(1, -1, Side.BUY, 5, 90), FlowLimit(1, -2, Side.SELL, 5, 100),  # type: ignore[arg-type]
        limit("a", Side.BUY, 100, 5), FlowLimit(1, -3, Side.BUY, 1, 110), FlowLimit(1, -4, Side.SELL, 1, 110),  # type: ignore[arg-type]
    ):
        sequencer.step(SECOND, message)
    account = engine.state.gate.usages[int(ScopeKind.ACCOUNT), "1"]
    before = projections.day.picture(VersionLook())
    assert before is not None and before.rows == (DayRow("USD", 50 * FINE),) and not faults
    assert engine.state.gate.funds.result(account) - account.day_result > 0
    sequencer.step(DAY + SECOND, FlowLimit(1, -5, Side.BUY, 1, 80))  # type: ignore[arg-type]
    assert type(entries[-2].message) is TimePassed and engine.state.gate.funds.result(account) == account.day_result
    after = projections.day.picture(VersionLook(before.version))
    assert after is not None and (after.day, after.rows) == (before.day + 1, (DayRow("USD", 0),))
    curve = projections.equity.picture(EquityLook())
    assert curve is not None and (curve.days, curve.day_pnl, curve.equity) == (((before.day, 50 * FINE),), 0, 50 * FINE)
    assert projections.equity.day_began == DAY, "the risk panel's curve is cut where the gate's day began"
    sequencer.step(2 * DAY, FlowLimit(1, -6, Side.BUY, 1, 81))  # type: ignore[arg-type]
    quiet = projections.equity.picture(EquityLook())
    assert quiet is not None and quiet.day == before.day + 2 and quiet.days == curve.days, "a day on which nothing happened is not counted"


def test_a_day_that_only_a_correction_changed_is_counted() -> None:
    stage = Stage(TradingDays())
    stage.fill(1, 1, 10, 100, 0)
    stage.trade(DAY, 1, 100)
    stage.tell(2 * DAY, PositionChanged(1, 1, 10, 900, 0, 10, 0))
    stage.tell(3 * DAY, RiskTold("trading day", "after", 0, "", ""))
    day = stage.equity.day_of(0)
    assert stage.picture().days == ((day, 0), (day + 1, 0), (day + 2, 100 * FINE)) and stage.picture().day_pnl == 0


def test_currencies_are_never_added() -> None:
    stage = Stage(TradingDays())
    stage.fill(1, 1, 1, 100, 0)
    stage.fill(2, 3, 1, 100, 0)
    stage.trade(3, 1, 110)
    stage.trade(4, 3, 95)
    usd, eur = stage.picture("USD"), stage.picture("EUR")
    assert usd.currencies == ("USD", "EUR") and (usd.equity, eur.equity) == (10 * FINE, -5 * FINE)
    assert eur.max_drawdown_share is None and eur.drawdown == 5 * FINE and usd.max_drawdown_share == 0.0
    assert stage.equity.picture(EquityLook(usd.version, "USD")) is None and stage.equity.picture(EquityLook(currency="JPY")) is None


def test_what_a_step_passes_through_is_not_a_result() -> None:
    """A sweep prints at two prices before the position knows of either: between them the books do not fit together."""
    stage = Stage(TradingDays())
    stage.fill(1, 1, -5, 100, 0)
    changes = (PositionChanged(1, 1, -2, -200, -9, 3, 5), PositionChanged(1, 1, 0, 0, -60, 5, 5))
    stage.tell(2, TradePrinted(1, 103, 3, Side.BUY, -1, 7), TradePrinted(1, 1000, 2, Side.BUY, -1, 7), *changes)
    stage.trade(3, 1, 1000)
    picture = stage.picture()
    assert (picture.equity, picture.max_drawdown) == (-60 * FINE, 60 * FINE)


def test_a_thousand_days_fit_in_the_same_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curve, "SPANS", 16)
    made = Curve()
    values = [(at * 7_919 * SECOND, (at * 48_271) % 1_000 - (5_000 if at == 617 else 0)) for at in range(10_000)]
    for point in values:
        made.add(*point)
    points = made.points()
    assert len(points) <= 4 * 16 and set(points) <= set(values)
    assert points[0] == values[0] and points[-1] == values[-1]
    assert min(points, key=lambda point: point[1]) == values[617] and max(value for _, value in points) == max(v for _, v in values)
    assert [at for at, _ in points] == sorted(at for at, _ in points)


def test_another_session_clock_counts_from_now_on() -> None:
    stage = Stage(TradingDays())
    stage.fill(12 * 3600 * SECOND, 1, 1, 100, 0)
    stage.trade(DAY, 1, 110)
    stage.equity.use(TradingDays("UTC", 60))
    stage.trade(DAY + 3599 * SECOND, 1, 120)
    assert [pnl for _, pnl in stage.picture().days] == [0]
    stage.trade(DAY + 3600 * SECOND, 1, 130)
    assert [pnl for _, pnl in stage.picture().days] == [0, 20 * FINE]


def test_another_session_clock_is_a_new_picture_only_where_the_day_is_another_one() -> None:
    stage = Stage(TradingDays())
    stage.trade(SECOND, 1, 100)
    day = DayResult(stage.equity).picture(VersionLook())
    assert day is not None
    stage.equity.use(TradingDays())
    assert DayResult(stage.equity).picture(VersionLook(day.version)) is None
    stage.equity.use(TradingDays("America/New_York", 0))
    other = DayResult(stage.equity).picture(VersionLook(day.version))
    assert other is not None and other.day == day.day - 1
