"""What the exchange's operator does to orders of ours is told in the window: one sentence for all of them."""

from pytestqt.qtbot import QtBot

from app.alerts import Alerts, Kind
from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.messages.commands import SetLimits
from core.messages.operations import BlockParticipant
from core.messages.origin import Origin
from core.messages.participants import MassCancel
from tests.core.test_projections import BID, LOT, Stage
from tests.sessions import limit

Told = list[tuple[Kind, str, int]]


class Floor:
    """The real exchange with orders of ours, and alerts that listen as they do in the window."""

    def __init__(self) -> None:
        self.heard: Told = []
        self.stage = Stage()
        self.stage.play(30)
        self.stage.tell(SetLimits(1, 10 * LOT, 10**16, 5_000, 25 * LOT, 20))  # type: ignore[arg-type]
        self.alerts = Alerts(self._instrument, self._instrument_of)
        self.alerts.told.connect(lambda *told: self.heard.append(told))
        self.stage.board.subscribe("alerts", self.alerts.take, ours_only=True)

    def _instrument(self, id: int) -> Instrument | None:
        return self.stage.projections.market.quotes[id].instrument

    def _instrument_of(self, order_id: int) -> Instrument | None:
        return self.stage.projections.orders.rows[order_id].instrument

    def rest(self, count: int) -> None:
        for number in range(count):
            self.stage.tell(limit(f"{self.stage.seq}", Side.BUY, BID - 2_000 - number, LOT // 10))


def test_orders_that_the_operator_cancels_are_one_alert(qtbot: QtBot) -> None:
    floor = Floor()
    floor.rest(3)
    floor.stage.tell(MassCancel(firm=1, why="their line hangs", origin=Origin("omar")))
    assert floor.heard == [(Kind.ALERT, "The exchange took out 3 orders of ours (BTC-USD): their line hangs", 1)]
    assert not floor.stage.faults and not floor.stage.projections.orders.open


def test_and_those_that_go_with_a_block(qtbot: QtBot) -> None:
    floor = Floor()
    floor.rest(1)
    floor.stage.tell(BlockParticipant(1, origin=Origin("omar")))
    assert floor.heard == [(Kind.ALERT, "The exchange took out 1 order of ours (BTC-USD): blocked by the exchange", 1)]


def test_a_cancel_of_somebody_elses_orders_is_not_told(qtbot: QtBot) -> None:
    floor = Floor()
    floor.rest(2)
    floor.stage.tell(MassCancel(firm=7, why="theirs", origin=Origin("omar")))
    assert floor.heard == [] and len(floor.stage.projections.orders.open) == 2
