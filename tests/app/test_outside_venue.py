"""The desk and a venue in two real processes over TCP: lossy lines, kills of the venue's process, the fence, and breaks that are found."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.outside_venue import heard
from core.domain.breaks import BreakKind
from core.domain.enums import OrderState, OrderType, Side, TimeInForce
from core.domain.triggers import TriggerKind
from core.edge.line_faults import Faults
from core.edge.remote_venue import RemoteVenue
from core.edge.venue_wire import Numbered
from core.messages.commands import CancelOrder, EngageKill, ReplaceOrder
from core.messages.events import (
    KillEngaged,
    OrderAnomaly,
    OrderFilled,
    OrderSent,
)
from core.messages.flow import FlowMarket
from core.messages.notes import BreaksFound
from core.messages.outside import OutsideReport
from core.messages.reports import Filled
from core.messages.stopping import SendFenced, TriggerFired
from core.projections.breaks import BreaksPicture
from core.projections.pictures import VersionLook
from tests.app.outside_desk import BTC, LOT, PATIENCE_S, VENUE, Desk, Market, Process, when_up


@pytest.fixture
def desk(tmp_path: Path, process: Process, market: Market) -> Iterator[Desk]:
    made = Desk(tmp_path, process)
    made.until(lambda: made.outside.remote.up)
    yield made
    made.stop()


def test_an_order_lives_and_trades_in_another_process(desk: Desk, market: Market) -> None:
    id = desk.place("a", qty=LOT)
    desk.until(lambda: desk.working(id))
    desk.core.submit(ReplaceOrder(id, LOT // 2, desk.bid))  # type: ignore[arg-type]
    desk.until(lambda: desk.assembly.engine.state.oms.open[id].qty == LOT // 2)  # type: ignore[index]
    market.say(FlowMarket(1, -500, Side.SELL, LOT // 5, 0))  # type: ignore[arg-type]
    desk.until(lambda: sum(fill.qty for fill in desk.of(OrderFilled)) == LOT // 5)
    desk.core.submit(CancelOrder(id))  # type: ignore[arg-type]
    desk.until(lambda: desk.cancelled(id))
    position = desk.assembly.engine.state.oms.positions[(1, 1)]
    assert position.qty == LOT // 5
    desk.until(lambda: desk.outside.reconciliation._before is not None)
    assert desk.outside.reconciliation.breaks == ()


@pytest.mark.parametrize("seed", range(3))
def test_a_line_that_loses_doubles_and_turns_round(tmp_path: Path, seed: int) -> None:
    process = Process(str(seed), "0.15", "0.15", "0.15", "0.02")
    market = Market(process.port)
    market.say(BTC)
    # On a busy machine what was lost is sent again only after a while: compared meanwhile, it is missing there, and that would stop us.
    desk = Desk(tmp_path, process, Faults(seed + 100, 0.15, 0.15, 0.15, 0.02), every_s=PATIENCE_S)
    try:
        desk.until(lambda: desk.outside.remote.up)
        ids = [desk.place(f"o{number}", away=100 * number) for number in range(8)]
        desk.until(lambda: all(desk.working(id) for id in ids))
        for id in ids[4:]:
            desk.core.submit(CancelOrder(id))  # type: ignore[arg-type]
        desk.until(lambda: all(desk.cancelled(id) for id in ids[4:]))
        market.say(FlowMarket(1, -700, Side.SELL, LOT // 50, 0))  # type: ignore[arg-type]
        desk.until(lambda: sum(fill.qty for fill in desk.of(OrderFilled)) == LOT // 50)
        assert desk.assembly.engine.state.oms.positions[(1, 1)].qty == LOT // 50
        assert [event for event in desk.of(OrderSent) if event.order_id not in ids] == []
    finally:
        desk.stop()
        assert market.remote.stop()
        process.end()


def test_the_venue_is_killed_and_what_it_held_is_asked_for(desk: Desk, process: Process) -> None:
    ids = [desk.place(f"o{number}", away=100 * number) for number in range(3)]
    desk.until(lambda: all(desk.working(id) for id in ids))
    process.kill()
    desk.until(lambda: desk.states() == [OrderState.IN_DOUBT] * 3)
    # While the line is down nothing leaves, and that is said at once.
    lost = desk.place("lost")
    desk.until(lambda: desk.assembly.engine.state.oms.closed.get(lost) is not None)  # type: ignore[call-overload]
    process.begin()
    # The new process has none of them: they are not working anywhere.
    desk.until(lambda: all(desk.cancelled(id) for id in ids))
    assert not desk.assembly.engine.state.oms.open


def test_the_screens_know_how_the_line_stands(desk: Desk, process: Process) -> None:
    lines = desk.assembly.projections.lines

    def stands() -> tuple[bool, bool]:
        picture = lines.picture(VersionLook())
        assert picture is not None and [line.venue for line in picture.lines] == [VENUE]
        return picture.lines[0].up, picture.lines[0].since > 0

    desk.until(lambda: stands()[0])
    process.kill()
    desk.until(lambda: stands() == (False, True))
    process.begin()
    desk.until(lambda: stands() == (True, True))


def test_a_line_that_was_cut_finds_its_orders_again(desk: Desk, market: Market) -> None:
    """The venue goes on, and trades while nobody hears it: the fill is told when the line is up again, once."""
    id = desk.place("a", qty=LOT)
    desk.until(lambda: desk.working(id))
    remote = desk.outside.remote
    port, remote._port = remote._port, 1
    remote._soon(_cut, remote)
    desk.until(lambda: desk.states() == [OrderState.IN_DOUBT])
    market.say(FlowMarket(1, -600, Side.SELL, LOT // 4, 0))  # type: ignore[arg-type]
    remote._port = port
    desk.until(lambda: sum(fill.qty for fill in desk.of(OrderFilled)) == LOT // 4)
    desk.until(lambda: desk.states() == [OrderState.WORKING])
    assert desk.assembly.engine.state.oms.open[id].leaves == LOT * 3 // 4  # type: ignore[index]
    desk.until(lambda: not desk.outside.reconciliation.breaks)


def _cut(remote: RemoteVenue) -> None:
    """As if the wire were pulled: the connection's tasks end."""
    for transport in list(getattr(remote._loop, "_transports", {}).values()):
        transport.abort()


def test_the_terminal_goes_on_after_the_reports_it_has(desk: Desk, market: Market, process: Process) -> None:
    """Another process of ours, over the same record, hears what came while it was away, and nothing twice."""
    id = desk.place("a", qty=LOT)
    # The market is another line to the venue: what it says may overtake the order.
    desk.until(lambda: desk.working(id))
    market.say(FlowMarket(1, -600, Side.SELL, LOT // 4, 0))  # type: ignore[arg-type]
    desk.until(lambda: sum(fill.qty for fill in desk.of(OrderFilled)) == LOT // 4)
    life, number = heard(desk.assembly.engine.state, VENUE)
    assert number > 0
    desk.outside.remote.stop()
    market.say(FlowMarket(1, -601, Side.SELL, LOT // 8, 0))  # type: ignore[arg-type]
    later: list[OutsideReport] = []
    again = RemoteVenue(VENUE, process.port, later.append, lambda sent: None, (life, number))
    again.start()
    fills = [LOT // 8]
    desk.until(lambda: [one.report.qty for one in later if isinstance(one.report, Filled)] == fills)
    assert again.stop() and id


def test_nothing_leaves_past_the_fence(desk: Desk) -> None:
    """Approved before the kill switch was engaged from outside, and written after: it stays here."""
    sent: list[Any] = []
    line: Numbered = desk.outside.remote._line
    before = line.say
    line.say = lambda body: (sent.append(body), before(body))[1]  # type: ignore[method-assign]
    generation = desk.assembly.latch.engage("from another process")
    approved = OrderSent(999_999, "late", 1, 1, Side.BUY, OrderType.LIMIT, LOT, desk.bid, 0, 0, epoch=generation - 1, venue=VENUE)  # type: ignore[arg-type]
    desk.outside.remote._soon(desk.outside.remote._act, approved)
    desk.until(lambda: SendFenced(999_999, generation - 1, generation) in desk.messages)  # type: ignore[arg-type]
    assert not [body for body in sent if isinstance(body, OrderSent)]


def test_stop_takes_everything_out_there_too(desk: Desk) -> None:
    ids = [desk.place(f"o{number}", away=100 * number) for number in range(3)]
    desk.until(lambda: all(desk.working(id) for id in ids))
    desk.core.submit(EngageKill("test"))
    desk.until(lambda: all(desk.cancelled(id) for id in ids))
    assert not desk.assembly.engine.state.oms.open


Somebody = Callable[[int, int], None]


@pytest.fixture
def somebody(process: Process) -> Iterator[Somebody]:
    """Another program of ours, or nobody knows whose, that trades past the terminal."""
    other = RemoteVenue(VENUE, process.port, lambda report: None, lambda sent: None, name="somebody")
    other.start()

    def place(id: int, price: int) -> None:
        sent = OrderSent(id, "x", 1, 1, Side.BUY, OrderType.LIMIT, LOT // 10, price, TimeInForce.GTC, 0, venue=VENUE)  # type: ignore[arg-type]
        other._soon(when_up, other, sent)

    yield place
    assert other.stop()


@pytest.mark.expects_log
def test_a_fill_that_we_never_heard_of_is_found_and_stops_the_desk(desk: Desk, market: Market, somebody: Somebody) -> None:
    """Somebody trades on our line past the terminal."""
    somebody(777_777, desk.bid)
    desk.until(lambda: desk.of(OrderAnomaly))
    began = time.monotonic()
    market.say(FlowMarket(1, -800, Side.SELL, LOT // 10, 0))  # type: ignore[arg-type]
    desk.until(lambda: desk.of(KillEngaged))
    assert any("a fill that we do not have" in words for note in desk.messages if isinstance(note, BreaksFound) for words in note.breaks)
    assert time.monotonic() - began < 5
    assert desk.of(KillEngaged)[-1].source == f"unknown fill at {VENUE}"
    assert "does not agree with us" in desk.assembly.session.notice


def breaks_of(desk: Desk) -> BreaksPicture:
    picture = desk.assembly.projections.breaks.picture(VersionLook())
    assert picture is not None
    return picture


@pytest.mark.expects_log
def test_an_order_that_is_only_there_is_a_break(desk: Desk, somebody: Somebody) -> None:
    mine = desk.place("a", away=500)
    desk.until(lambda: desk.working(mine))
    somebody(777_778, desk.bid - 1_000)
    desk.until(lambda: [one.kind for one in desk.outside.reconciliation.breaks] == [BreakKind.UNKNOWN_ORDER])
    # The panel's picture has it, too, and a name for what is ours alone.
    desk.until(lambda: [row.since > 0 for row in breaks_of(desk).rows if row.stands] == [True])
    (row,) = breaks_of(desk).rows
    assert row.standing is not None and (row.standing.kind, row.standing.what) == (BreakKind.UNKNOWN_ORDER, (777_778,))
    # Nothing new until somebody has looked; what works goes on working.
    desk.until(lambda: desk.of(TriggerFired))
    assert desk.of(TriggerFired)[-1].kind is TriggerKind.RECONCILIATION
    assert desk.of(KillEngaged)[-1].source.startswith("trigger 7") and not desk.cancelled(mine)


def test_a_line_that_goes_down_stops_the_desk_and_what_is_there_is_taken_out_when_it_is_back(
    tmp_path: Path, process: Process, market: Market
) -> None:
    desk = Desk(tmp_path, process, down_stops=True)
    try:
        desk.until(lambda: desk.outside.remote.up)
        ids = [desk.place(f"o{number}", away=100 * number) for number in range(3)]
        desk.until(lambda: all(desk.working(id) for id in ids))
        remote = desk.outside.remote
        port, remote._port = remote._port, 1
        remote._soon(_cut, remote)
        desk.until(lambda: desk.of(TriggerFired))
        assert desk.of(TriggerFired)[-1].kind is TriggerKind.VENUE_DOWN and desk.of(KillEngaged)[-1].orders == 3
        remote._port = port
        desk.until(lambda: all(desk.cancelled(id) for id in ids))
    finally:
        desk.stop()
