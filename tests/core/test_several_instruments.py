"""What is seen of positions and orders in several instruments, folded from the practice session with ours in it."""

from core.domain.enums import OrderType, Side, TimeInForce
from core.domain.units import SECOND
from core.messages.commands import EngageKill, PlaceOrder, SetLimits
from core.messages.operations import TimePassed
from core.messages.stopping import Flatten
from core.messages.terms import Terms
from core.projections.pictures import VersionLook
from core.projections.stop_pictures import BlastLook
from tests.core.test_projections import Stage
from tests.sessions import PRACTICE

ONE = 10_000
"""Lots of one coin."""
ALDER, BIRCH, ROWAN = 1, 2, 6


def place(stage: Stage, name: str, instrument: int, side: Side, qty: int, price: int = 0, trigger: int = 0, account: int = 1) -> None:
    kind = OrderType.STOP if trigger else OrderType.LIMIT if price else OrderType.MARKET
    lives = TimeInForce.IOC if kind is OrderType.MARKET else TimeInForce.DAY
    terms = Terms(trigger=trigger) if trigger else None  # type: ignore[arg-type]
    stage.tell(PlaceOrder(name, instrument, side, kind, qty, price, lives, account, terms))  # type: ignore[arg-type]


def test_a_stop_says_all_that_it_cancels_and_every_position_that_stays() -> None:
    stage = Stage(PRACTICE)
    stage.play(3_000)
    for instrument in (ALDER, BIRCH, ROWAN):
        stage.tell(SetLimits(instrument, 10 * ONE, 10**16, 500, 25 * ONE, 20))  # type: ignore[arg-type]
    place(stage, "a", ALDER, Side.BUY, ONE // 2)
    place(stage, "b", BIRCH, Side.BUY, ONE)
    place(stage, "c", ROWAN, Side.SELL, 4 * ONE)
    place(stage, "d", BIRCH, Side.BUY, 2 * ONE, price=310_000)
    place(stage, "e", ALDER, Side.SELL, ONE // 2, trigger=600_000)
    held = {ALDER: ONE // 2, BIRCH: ONE, ROWAN: -4 * ONE}
    worth = {BIRCH: 2 * ONE * 310_000, ALDER: ONE // 2 * 600_000}
    kill = stage.projections.kill.picture(VersionLook())
    assert kill is not None and not stage.faults
    assert kill.open_orders == 2
    assert {one.instrument.id: one.qty for one in kill.held} == held
    assert {instrument.id: value for instrument, value in kill.worth} == worth
    blast = stage.projections.blast.picture(BlastLook())
    assert blast is not None
    row = next(row for row in blast.rows if row.scope == "everything")
    assert {one.instrument.id: one.qty for one in row.held} == held
    assert {instrument.id: value for instrument, value in row.values} == worth, "the same as the kill switch says"
    stage.tell(EngageKill("me", 4))
    after = stage.projections.kill.picture(VersionLook())
    assert after is not None and after.engaged and after.open_orders == 0 and after.worth == ()
    assert {one.instrument.id: one.qty for one in after.held} == held


def test_each_account_is_closed_by_itself() -> None:
    """Long in one and short in another: a flatten trades both away, and says so before."""
    stage = Stage(PRACTICE)
    stage.play(3_000)
    stage.tell(SetLimits(ALDER, 10 * ONE, 10**16, 500, 25 * ONE, 20))  # type: ignore[arg-type]
    place(stage, "a", ALDER, Side.BUY, ONE)
    place(stage, "b", ALDER, Side.SELL, ONE, account=2)
    place(stage, "c", ALDER, Side.BUY, ONE // 2, account=3)
    held = [(1, ONE), (2, -ONE), (3, ONE // 2)]
    kill, blast = stage.projections.kill.picture(VersionLook()), stage.projections.blast.picture(BlastLook())
    assert kill is not None and [(one.account, one.qty) for one in kill.held] == held
    assert blast is not None and not stage.faults
    rows = {row.scope: row for row in blast.rows}
    assert [(one.account, one.qty) for one in rows["everything"].held] == held
    assert [(one.account, one.qty) for one in rows["account:2"].held] == [(2, -ONE)]
    first, second, third = rows["everything"].held
    assert first.cost > 0 and second.cost > 0 and first.cost == rows["account:1"].held[0].cost
    assert third.cost >= rows["account:3"].held[0].cost, "behind the first account's, from what is left of the book"
    whole = stage.projections.blast._cost(ALDER, ONE + ONE // 2)[0]
    assert first.cost + third.cost == whole, "all that is sold, through one book"
    seq = stage.seq
    stage.tell(Flatten("everything", "me"))
    for _ in range(40):
        due = stage.engine.next_due()
        if due > stage.at + 10 * SECOND:
            break
        stage.at = max(stage.at, due)
        stage.tell(TimePassed())
    orders = [row for row in stage.projections.orders.rows.values() if row.order_id > seq]
    assert [(row.account, row.side, row.qty) for row in orders] == [(1, Side.SELL, ONE), (2, Side.BUY, ONE), (3, Side.SELL, ONE // 2)]
    after = stage.projections.kill.picture(VersionLook())
    assert after is not None and after.held == () and not stage.faults
