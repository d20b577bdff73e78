"""Gauges are the gate's own measures, and looking at them changes nothing: not the state, not what is told later."""

import pytest
from msgspec.structs import replace

from app import projection_memory, readings
from core.domain.enums import Side, TimeInForce
from core.domain.limits import Rule
from core.domain.scope import ScopeKind
from core.machine.memory import restore, rows
from core.machine.state import digest
from core.messages.commands import CancelOrder, SetLimits
from core.messages.events import OrderRefused
from core.messages.limits import (
    ChangeLimits,
    Condition,
    Enable,
    Limit,
    Restrict,
    Restriction,
    SetAccount,
    SetConservative,
    SetRate,
    Tighten,
)
from core.messages.packing import pack, unpack
from core.messages.reasons import Reason
from core.projections.pictures import VersionLook
from core.projections.risk_pictures import GaugeRow, Reading, RiskLook
from tests.core.test_projections import BID, LOT, Stage
from tests.sessions import limit

SECOND = 10**9
CASH = 3 * 10**9
WIDE = SetLimits(1, 10 * LOT, 10**18, 5_000, 25 * LOT, 200)  # type: ignore[arg-type]
LIMITS = (
    Limit(Rule.MAX_OPEN_WORTH, 10**12), Limit(Rule.GROSS_EXPOSURE, 10**12, ScopeKind.ACCOUNT), Limit(Rule.NET_EXPOSURE, 10**12),
    Limit(Rule.LEVERAGE, 900, ScopeKind.ACCOUNT), Limit(Rule.POSITION_SHARE, 90_000, ScopeKind.ACCOUNT),
    Limit(Rule.DAILY_LOSS, 900, ScopeKind.ACCOUNT), Limit(Rule.DRAWDOWN, 900, ScopeKind.ACCOUNT),
    Limit(Rule.MESSAGE_RATE, 50, window_ns=3600 * SECOND), Limit(Rule.CANCEL_RATE, 50, window_ns=3600 * SECOND),
    Limit(Rule.MAX_POSITIONS, 9, ScopeKind.ACCOUNT), Limit(Rule.REPEATED_EXECUTIONS, 90), Limit(Rule.PRICE_AGE, 3600 * SECOND),
    Limit(Rule.VELOCITY, 5_000, window_ns=60 * SECOND), Limit(Rule.OWN_PRICE_WALK, 5_000, window_ns=60 * SECOND),
)


def staged(looks: bool = False) -> Stage:
    made = Stage()
    made.play(30)
    for message in (SetRate("USD", base=True), SetAccount(1, "prop", CASH), WIDE, ChangeLimits(LIMITS, "for the test")):
        made.tell(message)
    # The gate hears of the market from now on.
    made.play(3)
    orders = [
        limit("far", Side.BUY, BID - 5_000, LOT), limit("sweep", Side.BUY, BID + 100, LOT, TimeInForce.IOC),
        limit("near", Side.BUY, BID, LOT), limit("offer", Side.SELL, BID + 9_000, LOT // 2),
    ]
    for order in orders:
        made.tell(order)
        made.play(500)
        if looks:
            read(made)
    return made


def read(stage: Stage, *shut: ScopeKind) -> Reading:
    return readings.risk(stage.engine.state, shut, stage.at)


def gauge(stage: Stage, rule: Rule) -> GaugeRow:
    return next(row for row in read(stage).gauges if row.limit.rule is rule)


@pytest.fixture(scope="module")
def stage() -> Stage:
    return staged()


@pytest.mark.parametrize("rule", (
    Rule.MAX_POSITION, Rule.MAX_OPEN_ORDERS, Rule.MAX_OPEN_WORTH, Rule.GROSS_EXPOSURE, Rule.LEVERAGE, Rule.POSITION_SHARE,
    Rule.MESSAGE_RATE, Rule.MAX_POSITIONS, Rule.REPEATED_EXECUTIONS,
))
def test_a_use_is_what_the_gate_measures(rule: Rule) -> None:
    """A limit that no further order meets is refused with the use as it would be: the gauge and the smallest order more."""
    made = staged()
    found = gauge(made, rule)
    assert found.used is not None and found.used > 0
    before = found.used
    made.tell(ChangeLimits((replace(found.limit, value=before - 1),)))
    events = made.engine.apply(made.seq + 1, made.at, limit("one more", Side.BUY, BID - 4_000, 1_000))
    refused = next(event for event in events if isinstance(event, OrderRefused))
    assert refused.reason is Reason[rule.name]
    assert before <= refused.value <= before + max(before // 50, 1)


def test_losses_are_those_that_the_gate_looks_at(stage: Stage) -> None:
    usage = stage.engine.state.gate.usages[(int(ScopeKind.ACCOUNT), "1")]
    account = read(stage).accounts[0]
    assert (account.account, account.name, account.cash) == ("1", "prop", CASH)
    assert account.equity == CASH + stage.engine.state.gate.funds.result(usage)
    assert account.highest == CASH + max(usage.best_result, account.equity - CASH)
    assert gauge(stage, Rule.DRAWDOWN).used == account.drawdown_bp
    assert gauge(stage, Rule.DAILY_LOSS).used == account.day_loss_bp


def test_the_account_blotter_has_the_money_that_the_gate_measures_by(stage: Stage) -> None:
    account = read(stage).accounts[0]
    picture = stage.projections.accounts.picture(VersionLook())
    assert picture is not None
    (row,) = picture.rows
    finer = 10 ** (row.decimals - 6)
    assert (row.account, row.quote, row.cash) == (1, "USD", CASH * finer)
    assert account.equity is not None and account.day_result is not None and account.day_loss_bp is not None
    assert (row.equity, row.day) == (account.equity * finer, account.day_result * finer)
    assert row.loss_percent == max(account.day_loss_bp, 0) * 100 // gauge(stage, Rule.DAILY_LOSS).counts
    before = picture.version
    stage.tell(SetAccount(1, "prop", 2 * CASH))
    changed = stage.projections.accounts.picture(VersionLook(before))
    assert changed is not None and changed.rows[0].cash == 2 * CASH * finer


def test_exposures_are_the_worst_case_on_either_side(stage: Stage) -> None:
    row = read(stage).exposures[0]
    oms = stage.engine.state.oms
    assert row.qty == oms.positions[(1, 1)].qty == LOT
    assert (row.buy, row.sell) == (2 * LOT, LOT // 2)
    mark = stage.engine.state.venue.books[1].last
    assert row.long == 3 * mark * 10**4 and row.short == -(mark * 10**4) // 2 and row.gross == row.long


def test_what_an_order_alone_is_judged_by_has_no_use(stage: Stage) -> None:
    found = gauge(stage, Rule.MAX_ORDER_QTY)
    assert found.used is None and found.unknown is None and found.counts == 10 * LOT


def test_cancels_are_counted_apart(stage: Stage) -> None:
    made = staged()
    assert gauge(made, Rule.CANCEL_RATE).used == 0
    made.tell(CancelOrder(made.projections.orders.working(1)[0].order_id))  # type: ignore[arg-type]
    assert gauge(made, Rule.CANCEL_RATE).used == 1 and gauge(made, Rule.MESSAGE_RATE).used == 4


def test_a_window_that_passed_is_not_counted_and_not_forgotten() -> None:
    made = staged()
    before = digest(made.engine.state)
    later = readings.risk(made.engine.state, (), made.at + 7200 * SECOND)
    assert next(row for row in later.gauges if row.limit.rule is Rule.MESSAGE_RATE).used == 0
    assert digest(made.engine.state) == before and gauge(made, Rule.MESSAGE_RATE).used == 4


def test_looking_changes_nothing() -> None:
    quiet, watched = staged(), staged(looks=True)
    assert digest(quiet.engine.state) == digest(watched.engine.state)
    one, other = quiet.engine.state.gate, watched.engine.state.gate
    assert one.usages.keys() == other.usages.keys()
    for key, usage in one.usages.items():
        assert usage.held.keys() == other.usages[key].held.keys() and len(usage.changed) == len(other.usages[key].changed)


def test_what_is_shut_is_not_measured_and_still_counted(stage: Stage) -> None:
    found = read(stage, ScopeKind.EVERYTHING)
    assert found.gauges and all(row.limit.kind is not ScopeKind.EVERYTHING for row in found.gauges)
    assert dict(found.limits)[ScopeKind.EVERYTHING] > 5


def test_more_than_enough_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "MOST_GAUGES", 3)
    found = read(stage)
    assert len(found.gauges) == 3 and found.unmeasured == len(LIMITS) + 5 - 3


def test_what_tightens_and_what_stands_in_the_way() -> None:
    made = staged()
    at = made.at % (86_400 * SECOND)
    for message in (
        Tighten(Rule.MAX_POSITION, Condition.TIME_OF_DAY, at, 40, until=at + SECOND), Tighten(Rule.LEVERAGE, Condition.DRAWDOWN, 9_000, 50),
        Tighten(Rule.MAX_OPEN_ORDERS, Condition.SPREAD, 0, 60), Restrict(Restriction.REDUCE_ONLY, 1, "tess", "inquiry"),
    ):
        made.tell(message)
    found = read(made)
    assert [(row.told.rule, row.where) for row in found.tightenings] == [
        (Rule.MAX_POSITION, ("everywhere",)), (Rule.MAX_OPEN_ORDERS, ("BTC-USD",)), (Rule.LEVERAGE, ()),
    ]
    assert gauge(made, Rule.MAX_POSITION).percent == 40 and gauge(made, Rule.LEVERAGE).percent == 100
    assert [(row.instrument.symbol, row.trader, row.restriction) for row in found.restrictions if row.instrument] == [
        ("BTC-USD", "tess", Restriction.REDUCE_ONLY)
    ]
    made.tell(SetConservative(True, "feed of rates is late"))
    assert gauge(made, Rule.GROSS_EXPOSURE).percent == 50 and gauge(made, Rule.DRAWDOWN).percent == 100
    assert read(made).conservative and read(made).why_conservative == "feed of rates is late"


def test_who_was_taken_out_comes_back_by_a_person() -> None:
    made = staged()
    made.tell(ChangeLimits((Limit(Rule.REPEATED_EXECUTIONS, 1),)))
    assert [(row.kind, row.name, row.rule, row.count) for row in read(made).taken_out] == [
        (ScopeKind.EVERYTHING, "", Rule.REPEATED_EXECUTIONS, 1)
    ]
    made.tell(Enable(ScopeKind.EVERYTHING, ""))
    assert read(made).taken_out == ()


def test_what_is_not_known_says_why() -> None:
    made = staged()
    made.tell(SetRate("EUR", base=True))
    found = gauge(made, Rule.GROSS_EXPOSURE)
    assert found.used is None and found.unknown is Reason.NO_RATE
    assert read(made).exposures[0].gross is None and read(made).accounts[0].equity is None


def test_the_panel_is_the_same_after_a_start_from_a_snapshot() -> None:
    made = staged()
    before = made.projections.risk.picture(RiskLook())
    state = restore(unpack(pack(rows(made.engine.state))))
    engine = type(made.engine)(state)
    recalled = projection_memory.recall(projection_memory.remember(made.projections), engine)
    after = recalled.risk.picture(RiskLook())
    assert before is not None and after is not None
    assert after.changed == before.changed and after.reading.accounts == before.reading.accounts
    for one, other in ((before.reading.gauges, after.reading.gauges), (before.reading.exposures, after.reading.exposures)):
        # An instrument is made anew from its row.
        assert [replace(row, instrument=None) for row in one] == [replace(row, instrument=None) for row in other] != []
