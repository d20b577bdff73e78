"""What the core did not take is said in the panel that asked, which waits for nothing and keeps what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.domain.enums import Side
from core.domain.stages import Stage as StopStage
from core.messages.commands import CancelOrder
from core.projections.pictures import OrdersPicture
from tests.core.test_projections import BID
from tests.sessions import limit
from tests.widgets import test_groups, test_market_operations, test_people, test_reconciliation, test_risk, test_stops, test_triggers
from tests.widgets.blotter_rows import order
from tests.widgets.ladder_desk import shown
from tests.widgets.test_chart_orders import BID as BID_LINE
from tests.widgets.test_chart_orders import with_orders
from tests.widgets.test_kill_switch import picture as released
from widgets.blotter.orders import OrdersView
from widgets.chart.view import ChartView
from widgets.groups.view import GroupsView
from widgets.kill_switch.stop_button import StopButton
from widgets.kill_switch.stops_view import StopsView
from widgets.kill_switch.triggers_view import TriggersView
from widgets.kill_switch.view import KillSwitchView
from widgets.market_operations.view import OperationsView
from widgets.people.view import PeopleView
from widgets.reconciliation.view import ReconciliationView
from widgets.risk.view import RiskView
from widgets.style import THEMES

NOT_SENT = "Not sent: the core did not take it."


@pytest.fixture
def untaken(qtbot):
    """Shows a view for which nothing is ever taken, as the window tells it: while it asks."""
    def make(kind: type[QWidget]):  # type: ignore[no-untyped-def]
        made = kind(THEMES["dark"])  # type: ignore[call-arg]
        qtbot.addWidget(made)
        made.sent = []  # type: ignore[attr-defined]
        made.asked.connect(made.sent.append)  # type: ignore[attr-defined]
        made.asked.connect(made.not_taken)  # type: ignore[attr-defined]
        made.resize(1000, 420)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return make


def test_a_click_on_the_ladder_is_not_waited_for(qtbot):
    desk = shown(qtbot)
    view, status = desk.view, desk.view.trade.status
    view.arm()
    view.place(Side.BUY, 618_900)
    view.ask_each([CancelOrder(11)])
    assert view.look().sent == ("click-1",) and view.look().about == (11,)
    view.asked.connect(view.not_taken)
    view.place(Side.BUY, 618_950)
    assert status.text().startswith(NOT_SENT) and view.hint.token == "critical"
    view.give_hint("")
    view.ask_each([CancelOrder(11)])
    assert status.text().startswith(NOT_SENT)
    assert view.look().sent == ("click-1",) and view.look().about == (11,), "what was taken before is waited for as ever"


def test_the_blotters_editor_stays_open_with_what_was_typed(untaken, qtbot):
    view = untaken(OrdersView)
    view.draw(OrdersPicture(1, 1, (order(3),)))
    view.table.choose(3)
    view.edit_chosen()
    view.editor.price.setText("6191.00")
    qtbot.keyClick(view.editor.price, Qt.Key.Key_Return)
    assert len(view.sent) == 1 and view.editor.isVisible() and view.editor.price.text() == "6191.00"
    assert view.editor.error.text().startswith(NOT_SENT) and NOT_SENT not in view.said.text()
    view.editor.close_editor()
    view.cancel_chosen()
    assert view.said.text().startswith(NOT_SENT)
    view.asked.disconnect(view.not_taken)
    view.cancel_chosen()
    assert NOT_SENT not in view.said.text()


def test_an_order_dropped_on_the_chart(untaken):
    view = untaken(ChartView)
    own = BID_LINE
    view.draw(with_orders(1, own))
    view.moving.arming.armed = True
    view.plot.moved.emit(own, 619_000, False)
    assert len(view.sent) == 1 and view.header.status.text().startswith(NOT_SENT) and view.look().about == ()
    view.moving.hint.end.timeout.emit()
    assert view.header.status.isHidden()


def test_a_stop_that_was_not_taken_is_not_waited_for(untaken):
    button = untaken(StopButton)
    button.draw(released())
    twin = button.twin()
    button.press()
    button.press()
    assert button.words() == twin.words() == ("NOT STOPPED", "not taken: press again")
    button.asked.disconnect(button.not_taken)
    button.press()
    button.press()
    assert button.words()[1] == "waiting for the core" and len(button.sent) == 2
    twin.deleteLater()
    panel = untaken(KillSwitchView)
    panel.draw(released())
    panel.press()
    panel.press()
    assert panel.stop.words()[0] == "NOT STOPPED" and panel.sentence.text().startswith(NOT_SENT)


def test_stops_say_it_on_the_side_that_asked(untaken):
    view = untaken(StopsView)
    view.draw(test_stops.picture(test_stops.stop(StopStage.REDUCE_ONLY)))
    view.blast.choose("everything")
    for _ in range(2):
        view.stop.click()
    assert len(view.sent) == 1 and view.preview.text().startswith(NOT_SENT) and NOT_SENT not in view.step_says.text()
    view.stops.choose("everything")
    for _ in range(2):
        view.down.click()
    assert len(view.sent) == 2 and view.step_says.text().startswith(NOT_SENT) and NOT_SENT not in view.preview.text()


def test_groups_and_breaks(untaken):
    desk = test_groups.Desk(untaken(GroupsView))
    id = desk.tell(limit("a", Side.BUY, BID - 5_000, test_groups.LOT))
    desk.view.asked.emit(CancelOrder(id))
    assert desk.view.said.text().startswith(NOT_SENT)
    breaks = test_reconciliation.Desk(untaken(ReconciliationView))
    breaks.look()
    breaks.view.asked.emit(CancelOrder(breaks.mine))
    assert breaks.view.said.text().startswith(NOT_SENT)


def test_a_trigger_stays_open_with_its_reason(untaken, qtbot):
    desk = test_triggers.Desk(untaken(TriggersView))
    desk.view.sheet.choose("1")
    desk.view.edit()
    desk.view.entry.fill(threshold="2", why="wild market")
    desk.view.entry.ask()
    assert len(desk.view.sent) == 1 and desk.view.entry.isVisible() and desk.view.entry.fields["why"].text() == "wild market"
    assert desk.view.entry.said.text().startswith(NOT_SENT)
    desk.view.draw(desk.picture())
    assert desk.view.entry.said.text().startswith(NOT_SENT), "a new picture does not take it away"
    qtbot.keyClicks(desk.view.entry.fields["why"], "!")
    assert NOT_SENT not in desk.view.entry.said.text()


def test_a_limit_stays_open_with_its_reason(untaken):
    desk = test_risk.Desk(untaken(RiskView))
    view = desk.view
    test_risk.choose(desk, test_risk.Rule.MAX_ORDER_QTY)
    view._edit()
    view.editor.value.setText("0.5")
    view.editor.why.setText("wild market")
    view.editor.send.click()
    assert len(view.sent) == 1 and view.editor.isVisible() and view.editor.why.text() == "wild market"
    assert view.editor.said.text().startswith(NOT_SENT) and NOT_SENT not in view.said.text()
    view.way.asked.emit(view.sent[0])
    assert view.said.text().startswith(NOT_SENT)


def test_market_operations_keep_the_reason(untaken, qtbot):
    floor = test_market_operations.Floor(untaken(OperationsView))
    view = floor.view
    view.phases.choose("1")
    view.why.setText("fat finger")
    test_market_operations.press(qtbot, view.buttons["halt all"])
    assert len(view.sent) == 1 and view.why.text() == "fat finger" and view.said.text().startswith(NOT_SENT)
    view.set_rules()
    view.rules.fill(why="wild market", static_bp="10 %")
    view.rules.ask()
    assert len(view.sent) == 2 and view.rules.isVisible() and view.rules.said.text().startswith(NOT_SENT)


def test_an_approval_and_a_change_of_roles(untaken):
    view = untaken(PeopleView)
    view.draw(test_people.picture(test_people.row()))
    card = view.cards[7]
    card.approve.click()
    assert len(view.sent) == 1 and card.hint.text().startswith(NOT_SENT)
    view.draw(test_people.picture(test_people.row(), version=2))
    assert card.hint.text().startswith(NOT_SENT)
    view.change.name.setText("vera")
    view.change.reason.setText("back again")
    view.change.enabled.setChecked(True)
    view.change.ask.click()
    assert len(view.sent) == 2 and view.change.reason.text() == "back again" and view.change.wrong.text().startswith(NOT_SENT)
