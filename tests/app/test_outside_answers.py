"""What an outside venue does not answer, and what it does not have: real processes, and real time while the session stands still."""

import os
import signal
from pathlib import Path

import pytest
from msgspec.structs import replace

from core.domain.enums import Ability, AnomalyKind, OrderState, Side
from core.messages.commands import Resume
from core.messages.events import OrderAnomaly, OrderRefused, OrderRejected
from core.messages.outside import AnswerOverdue, SetVenue
from core.messages.reasons import Reason
from core.messages.terms import Terms
from tests.app.outside_desk import BTC, LOT, VENUE, Desk, Market, Process
from tests.sessions import limit
from widgets.labels import refusal


@pytest.mark.expects_log
def test_a_venue_that_hangs_makes_orders_doubtful_in_time(tmp_path: Path, process: Process, market: Market) -> None:
    """Its process stands still for less than a line may be silent: the line holds, and the answer does not come."""
    desk = Desk(tmp_path, process, answer_ns=300_000_000)
    try:
        desk.until(lambda: desk.outside.remote.up)
        desk.core.submit(Resume())
        first = desk.place("a")
        desk.until(lambda: desk.working(first))
        os.kill(process.child.pid, signal.SIGSTOP)
        try:
            id = desk.place("b")
            desk.until(lambda: any(event.order_id == id and event.kind is AnomalyKind.NO_ANSWER for event in desk.of(OrderAnomaly)))
            desk.until(lambda: "no answer about order" in desk.assembly.session.notice)
            assert desk.assembly.engine.state.oms.open[id].state is OrderState.IN_DOUBT  # type: ignore[index]
        finally:
            os.kill(process.child.pid, signal.SIGCONT)
        desk.until(lambda: desk.assembly.engine.state.oms.open[id].state is OrderState.WORKING and desk.working(id))  # type: ignore[index]
    finally:
        desk.stop()


@pytest.mark.expects_log
def test_an_answer_is_overdue_in_real_time_while_the_session_stands_still(tmp_path: Path, process: Process, market: Market) -> None:
    """Paused, so no session time passes; the venue's process stands still, and the order becomes doubtful all the same."""
    desk = Desk(tmp_path, process, answer_ns=200_000_000)
    try:
        desk.until(lambda: desk.outside.remote.up)
        first = desk.place("a")
        desk.until(lambda: desk.working(first))
        at = desk.assembly.engine.state.at
        os.kill(process.child.pid, signal.SIGSTOP)
        try:
            id = desk.place("b")
            desk.until(lambda: any(event.order_id == id and event.kind is AnomalyKind.NO_ANSWER for event in desk.of(OrderAnomaly)))
            assert AnswerOverdue(VENUE, id) in desk.messages  # type: ignore[arg-type]
        finally:
            os.kill(process.child.pid, signal.SIGCONT)
        desk.until(lambda: desk.assembly.engine.state.oms.open[id].state is OrderState.WORKING and desk.working(id))  # type: ignore[index]
        assert desk.assembly.engine.state.at == at
        # Of what was answered in time nothing was said.
        assert AnswerOverdue(VENUE, first) not in desk.messages  # type: ignore[arg-type]
    finally:
        desk.stop()


def test_a_venue_says_what_it_lacks_and_gets_no_such_order(tmp_path: Path) -> None:
    process = Process("lacks=ICEBERG,PEG")
    market = Market(process.port)
    market.say(BTC)
    desk = Desk(tmp_path, process)
    try:
        desk.until(lambda: desk.outside.remote.up)
        assert desk.outside.remote.lacks == (Ability.ICEBERG, Ability.PEG)
        iceberg = replace(limit("b", Side.BUY, desk.bid, LOT), terms=Terms(display=LOT // 10))  # type: ignore[arg-type]
        # Said past the desk's own check the venue itself says no.
        desk.core.submit(iceberg)
        desk.until(lambda: desk.of(OrderRejected))
        desk.core.submit(SetVenue(VENUE, True, lacks=desk.outside.remote.lacks), by_program=True)
        desk.core.submit(replace(iceberg, client_order_id="c"))
        desk.until(lambda: desk.of(OrderRefused))
        refused = desk.of(OrderRefused)[-1]
        assert (refused.reason, refused.value) == (Reason.VENUE_LACKS, Ability.ICEBERG)
        instrument = desk.assembly.engine.state.venue.instruments[1]
        assert refusal(refused.reason, 0, refused.value, instrument) == f"The venue {VENUE} has no iceberg orders."
        id = desk.place("d")
        desk.until(lambda: desk.working(id))
    finally:
        desk.stop()
        assert market.remote.stop()
        process.end()
