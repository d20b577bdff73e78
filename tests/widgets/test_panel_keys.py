"""Keys inside panels: the panel does what its table says by the key that somebody gave, and nothing any more by the one it had."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from core.domain.enums import OrderType, Side
from core.messages.commands import CancelAllOrders, CancelOrder, PlaceOrder
from tests.widgets.blotter_rows import order
from tests.widgets.ladder_desk import BTC, Desk, shown
from widgets import action_keys
from widgets.blotter.chooser import Chooser
from widgets.blotter.panel import BlotterPanel
from widgets.blotter.tables import ORDERS
from widgets.chart.view import ChartView
from widgets.groups.view import GroupsView
from widgets.keyboard import portable
from widgets.kill_switch.triggers_view import TriggersView
from widgets.risk.view import RiskView
from widgets.style import THEMES
from widgets.tape.view import TapeView
from widgets.ticket.view import TicketView
from widgets.watchlist import hands
from widgets.watchlist.view import WatchlistView

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

HERE = 619_050
"""The row of the best bid: a buy rests there, a sell takes what is there."""


@pytest.fixture(autouse=True)
def as_at_first():
    yield
    action_keys.give({})


@pytest.fixture
def desk(qtbot) -> Desk:
    made = shown(qtbot)
    made.view.grid.setFocus()
    made.view.grid.set_cursor_price(HERE)
    return made


def placed(desk: Desk) -> list[tuple[Side, int]]:
    return [(one.side, one.price) for one in desk.asked if isinstance(one, PlaceOrder)]


def shown_view(qtbot, view):
    qtbot.addWidget(view)
    view.resize(700, 500)
    with qtbot.waitExposed(view):
        view.show()
    return view


# the ladder ----------------------------------------------------------------------------------------------------------


def test_another_key_buys_and_the_old_one_does_not(desk, qtbot):
    action_keys.give({"ladder.buy": "X", "ladder.arm": "F7", "ladder.cancel_all": "Ctrl+Shift+D"})
    qtbot.keyClick(desk.view, Qt.Key.Key_A)
    assert not desk.view.is_armed()
    qtbot.keyClick(desk.view, Qt.Key.Key_F7)
    assert desk.view.is_armed()
    qtbot.keyClick(desk.view, Qt.Key.Key_B)
    assert desk.asked == []
    qtbot.keyClick(desk.view, Qt.Key.Key_X)
    qtbot.keyClick(desk.view, Qt.Key.Key_S)
    assert placed(desk) == [(Side.BUY, HERE), (Side.SELL, HERE)]
    qtbot.keyClick(desk.view, Qt.Key.Key_Delete, SHIFT)
    assert len(desk.asked) == 2
    qtbot.keyClick(desk.view, Qt.Key.Key_D, CONTROL | SHIFT)
    assert desk.asked[2:] == [CancelAllOrders(BTC.id, None)]


def test_keys_may_change_places(desk, qtbot):
    action_keys.give({"ladder.buy": "S", "ladder.sell": "B"})
    for key in (Qt.Key.Key_A, Qt.Key.Key_S, Qt.Key.Key_B):
        qtbot.keyClick(desk.view, key)
    assert [side for side, _ in placed(desk)] == [Side.BUY, Side.SELL]


def test_disarmed_a_given_key_sends_nothing_either(desk, qtbot):
    action_keys.give({"ladder.buy": "X", "ladder.sell": "F8", "ladder.move": "Y"})
    for key in (Qt.Key.Key_X, Qt.Key.Key_F8, Qt.Key.Key_Y, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(desk.view, key)
    assert desk.asked == [] and not desk.view.grid.is_held()


def test_without_a_key_it_is_done_by_none(desk, qtbot):
    action_keys.give({"ladder.buy": ""})
    qtbot.keyClick(desk.view, Qt.Key.Key_A)
    qtbot.keyClick(desk.view, Qt.Key.Key_B)
    QApplication.sendEvent(desk.view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier))
    assert desk.view.is_armed() and desk.asked == []


def test_a_key_held_down_sends_one_order(desk, qtbot):
    action_keys.give({"ladder.buy": "F7"})
    qtbot.keyClick(desk.view, Qt.Key.Key_A)
    for again in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier, "", again)
        QApplication.sendEvent(desk.view.grid, event)
    assert len(placed(desk)) == 1


def test_while_a_size_is_typed_no_key_trades_and_arrows_still_move(desk, qtbot):
    action_keys.give({"ladder.buy": "F7", "ladder.cancel": "F8"})
    view, field = desk.view, desk.view.trade.sizes.field
    qtbot.keyClick(view, Qt.Key.Key_A)
    field.setFocus()
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_Down):
        qtbot.keyClick(field, key)
    assert desk.asked == [] and view.grid.cursor_price < HERE
    view.grid.set_cursor_price(618_900)
    view.grid.setFocus()
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F8):
        qtbot.keyClick(view.grid, key)
    assert placed(desk) == [(Side.BUY, 618_900)] and desk.asked[1:] == [CancelOrder(11)]


def test_shift_with_a_letter_is_the_letter_unless_it_has_a_meaning(desk, qtbot):
    qtbot.keyClick(desk.view, Qt.Key.Key_A, SHIFT)
    qtbot.keyClick(desk.view, Qt.Key.Key_B, SHIFT)
    assert placed(desk) == [(Side.BUY, HERE)]
    action_keys.give({"ladder.sell": "Shift+B"})
    qtbot.keyClick(desk.view, Qt.Key.Key_B, SHIFT)
    qtbot.keyClick(desk.view, Qt.Key.Key_B)
    assert [side for side, _ in placed(desk)] == [Side.BUY, Side.SELL, Side.BUY]
    # What is cancelled by Shift and Del is not what Del alone cancels.
    action_keys.give({"ladder.cancel_all": ""})
    qtbot.keyClick(desk.view, Qt.Key.Key_Delete, SHIFT)
    assert len(desk.asked) == 3


def test_bids_and_asks_are_cancelled_by_keys_of_their_own_disarmed_too(desk, qtbot):
    desk.view.disarm()
    cancels = desk.view.trade.cancels
    assert [tip.toolTip().rpartition(" (")[2] for tip in cancels.values()] == ["Ctrl+Del)", "Shift+Del)", "Alt+Del)"]
    for held in (CONTROL, SHIFT, Qt.KeyboardModifier.AltModifier):
        qtbot.keyClick(desk.view, Qt.Key.Key_Delete, held)
    assert desk.asked == [CancelAllOrders(1, side) for side in (Side.BUY, None, Side.SELL)]
    action_keys.give({"ladder.cancel_bids": "F7", "ladder.cancel_asks": ""})
    for key, held in ((Qt.Key.Key_F7, NONE), (Qt.Key.Key_Delete, CONTROL), (Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)):
        qtbot.keyClick(desk.view, key, held)
    assert desk.asked[3:] == [CancelAllOrders(1, Side.BUY)]
    desk.view.trade.sizes.edit()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F7)
    assert len(desk.asked) == 4, "a number is being typed"


def test_sizes_and_their_buttons_have_keys_of_their_own(desk, qtbot):
    action_keys.give({"ladder.size_2": "W", "ladder.edit_button": "F6"})
    sizes = desk.view.trade.sizes
    sizes.say_keys()
    for key in (Qt.Key.Key_3, Qt.Key.Key_2):
        qtbot.keyClick(desk.view, key)
    assert sizes.field.text() == sizes.presets[2]
    qtbot.keyClick(desk.view, Qt.Key.Key_W)
    assert sizes.field.text() == sizes.presets[1]
    assert sizes.buttons[1].toolTip() == f"Order size {sizes.presets[1]} (W); double click changes it (F6, E)"
    qtbot.keyClick(sizes.buttons[1], Qt.Key.Key_F2)
    assert not sizes.is_editing()
    qtbot.keyClick(sizes.buttons[1], Qt.Key.Key_F6)
    assert sizes.is_editing()


def test_the_ladder_names_the_key_as_it_is(desk):
    status, arm = desk.view.trade.status, desk.view.trade.arm
    assert status.text() == "A arms one-click trading"
    before = arm.grab().toImage()
    action_keys.give({"ladder.arm": "F7", "ladder.centre": ""})
    desk.view.say_keys()
    assert status.text() == "F7 arms one-click trading" and arm.grab().toImage() != before
    assert not desk.view.may_trade() and status.text() == "disarmed: press F7 to arm"
    desk.view.scroll_rows(200)
    assert desk.view.viewing.market.text() == "Touch is below"
    action_keys.give({"ladder.arm": ""})
    desk.view.say_keys()
    desk.view.give_hint("")
    assert status.text() == "One-click trading is disarmed"


def test_keys_that_no_table_knows_break_nothing(desk):
    for key, text in ((0x0416, "ж"), (0, "\u4e2d"), (0x01ffffff, ""), (int(Qt.Key.Key_Shift), "")):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        assert portable(event) == "" or key != Qt.Key.Key_Shift
        desk.view.keyPressEvent(event)
    assert desk.asked == [] and not desk.view.is_armed()


# the others ----------------------------------------------------------------------------------------------------------


def test_the_chart_by_other_letters(qtbot):
    view = shown_view(qtbot, ChartView(THEMES["dark"]))
    action_keys.give({"chart.ratio": "W", "chart.studies": "Ctrl+I"})
    for key in (Qt.Key.Key_L, Qt.Key.Key_I):
        qtbot.keyClick(view, key)
    assert not view.header.ratio and view.board.isHidden()
    qtbot.keyClick(view, Qt.Key.Key_W)
    qtbot.keyClick(view, Qt.Key.Key_I, CONTROL)
    assert view.header.ratio and not view.board.isHidden()
    assert [row[0] for row in view.header.others()][:2] == ["Logarithmic scale\tW", "Volume profile\tP"]


def test_the_blotter_by_other_letters(qtbot):
    panel = shown_view(qtbot, BlotterPanel(THEMES["dark"], ORDERS))
    panel.take((order(1),))
    panel.table.setFocus()
    heard = []
    panel.key_pressed.connect(heard.append)
    action_keys.give({"blotter.cancel": "X", "blotter.columns": "C", "blotter.filter": "Ctrl+F", "blotter.sort": "O"})
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_Slash, Qt.Key.Key_O):
        qtbot.keyClick(panel.table, key)
    assert heard == [] and panel.chooser.isHidden() and not panel.table.filters.isVisibleTo(panel.table)
    qtbot.keyClick(panel.table, Qt.Key.Key_X)
    assert heard == ["blotter.cancel"]
    qtbot.keyClick(panel.table, Qt.Key.Key_C)
    chooser: Chooser = panel.chooser
    assert not chooser.isHidden()
    name = chooser.columns()[0][0].name
    qtbot.keyClick(chooser, Qt.Key.Key_S)
    assert panel.table.lines.sort_column != name
    qtbot.keyClick(chooser, Qt.Key.Key_O)
    assert panel.table.lines.sort_column == name
    qtbot.keyClick(chooser, Qt.Key.Key_C)
    assert chooser.isHidden()
    qtbot.keyClick(panel.table, Qt.Key.Key_F, CONTROL)
    panel.table.filters.field.setFocus()
    action_keys.give({"blotter.cancel": "F8"})
    qtbot.keyClick(panel.table.filters.field, Qt.Key.Key_F8)
    assert heard == ["blotter.cancel"]


def test_the_ticket_by_other_letters_also_from_its_fields(qtbot):
    view = shown_view(qtbot, TicketView(THEMES["dark"]))
    action_keys.give({"ticket.sell": "K", "ticket.market": "Alt+K", "ticket.stop": "Ctrl+K"})
    view.parts.qty.setFocus()
    qtbot.keyClick(view.parts.qty, Qt.Key.Key_S)
    assert view.draft.side is Side.BUY
    qtbot.keyClick(view.parts.qty, Qt.Key.Key_K)
    assert view.draft.side is Side.SELL and view.parts.qty.text() == ""
    qtbot.keyClick(view.parts.qty, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    assert view.draft.order_type is OrderType.MARKET
    qtbot.keyClick(view.parts.qty, Qt.Key.Key_K, CONTROL)
    assert view.draft.order_type is OrderType.STOP


def test_the_tape_and_the_watchlist_by_other_keys(qtbot):
    tape = shown_view(qtbot, TapeView(THEMES["dark"]))
    action_keys.give({"tape.merge": "X", "watchlist.dense": "F7", "watchlist.add": "Ctrl+N"})
    tape.roll.setFocus()
    for key in (Qt.Key.Key_M, Qt.Key.Key_X):
        qtbot.keyClick(tape.roll, key)
        assert tape.merge.isChecked() is (key == Qt.Key.Key_X)
    watch = shown_view(qtbot, WatchlistView(THEMES["dark"]))
    qtbot.keyClick(watch, Qt.Key.Key_D, CONTROL)
    assert not watch.is_dense()
    qtbot.keyClick(watch, Qt.Key.Key_F7)
    assert watch.is_dense()
    qtbot.keyClick(watch, Qt.Key.Key_Insert)
    assert watch.add.isHidden()
    watch.say_keys()
    assert "F7: one line or two" in watch.accessibleDescription()
    assert hands.menu_of(watch).actions()[0].text() == "Add a symbol\u2026\tCtrl+N"


def test_tips_name_the_key_as_it_is(qtbot):
    action_keys.give({"risk.new": "F7", "triggers.new": "", "groups.cancel": "X", "chart.erase": "", "tape.smallest": "Z"})
    risk, triggers = RiskView(THEMES["dark"]), TriggersView(THEMES["dark"])
    groups, chart, tape = GroupsView(THEMES["dark"]), ChartView(THEMES["dark"]), TapeView(THEMES["dark"])
    for view in (risk, triggers, groups, chart, tape):
        qtbot.addWidget(view)
    assert risk.add.toolTip() == "A limit that does not stand yet (F7)"
    assert triggers.add.toolTip() == "A trigger that does not stand yet"
    assert triggers.sheet.empty == "Nothing stops by itself: no trigger stands. New\u2026 makes one."
    assert groups.leg.toolTip() == "This one alone; its group goes on (X)"
    assert chart.header.draw.toolTip() == "Lines, boxes, a ruler, words; taking the chosen one away (D, \u2013)"
    assert tape.smallest.toolTip() == "Smaller prints are hidden; empty shows all (Z)"
