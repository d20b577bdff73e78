"""Our stops in the ladder: in the row of their trigger, told apart without colour, moved and cancelled as other orders are."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt

from core.domain.enums import OrderType, Side, TriggerBy
from core.messages.commands import CancelOrder, ReplaceOrder
from core.projections.pictures import OwnOrder
from tests.widgets.ladder_desk import BTC, BUY_OWN, LOT, Desk, shown
from widgets.ladder import model
from widgets.moves import AtOnce, Touch, at_once, move
from widgets.style import THEMES

AT = 618_900
STOP = OwnOrder(21, Side.SELL, 0, LOT, LOT // 2, 0, OrderType.STOP, AT)
STOP_LIMIT = OwnOrder(22, Side.SELL, 618_500, LOT, LOT, 0, OrderType.STOP_LIMIT, AT)
TRAILING = OwnOrder(23, Side.SELL, 0, LOT, LOT, 0, OrderType.TRAILING_STOP, AT)
TOUCHED = OwnOrder(24, Side.BUY, 0, LOT, LOT, 0, OrderType.MARKET_IF_TOUCHED, AT)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot):
    made = shown(qtbot)
    made.draw(own=(STOP,))
    return made


@pytest.fixture
def armed(desk, qtbot):
    qtbot.keyClick(desk.view, Qt.Key.Key_A)
    assert desk.view.is_armed()
    return desk


def said(desk: Desk) -> str:
    return desk.view.trade.status.text()


def carry(desk: Desk, qtbot, to: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, let_go: bool = True) -> None:
    qtbot.mousePress(desk.view.grid, Qt.MouseButton.LeftButton, pos=desk.point(AT, "own_asks"))
    qtbot.mouseMove(desk.view.grid, to)
    if let_go:
        qtbot.mouseRelease(desk.view.grid, Qt.MouseButton.LeftButton, keys, to)


def test_a_stop_stands_at_its_trigger_with_a_letter_and_no_queue(desk):
    row = desk.view.grid.row_at(AT)
    assert row.own_asks == (STOP,)
    chip = desk.view.grid._paint.chip(desk.view.grid.row_rect(AT, "own_asks").width(), row.own_asks, BTC)
    assert (chip.leaves, chip.ahead, chip.many) == ("0.500", "S", "")
    assert "Own sell 0.5: stop 6\u202f189.00, in no queue until it fires" in model.row_tip(BTC, row)
    desk.draw(own=(STOP_LIMIT,))
    assert "stop 6\u202f189.00, limit 6\u202f185.00" in model.row_tip(BTC, desk.view.grid.row_at(AT))
    assert desk.view.grid.row_at(618_500).own_asks == (), "its limit is nowhere in the book yet"


def test_a_stop_looks_otherwise_than_a_resting_order_of_the_same_size(desk):
    cell = desk.view.grid.row_rect(AT, "own_asks")
    waits = desk.view.grid.grab(cell).toImage()
    desk.draw(own=(OwnOrder(21, Side.SELL, AT, LOT, LOT // 2, 0),))
    rests = desk.view.grid.grab(cell).toImage()
    inside = QPoint(cell.width() // 2, 3)
    assert waits.pixelColor(inside) == THEMES["dark"].color("panel") != rests.pixelColor(inside)


@pytest.mark.parametrize("width", [330, 460])
def test_stops_and_resting_orders_of_one_row_are_told_apart(desk, width):
    desk.view.resize(width, 720)
    both = (TOUCHED, BUY_OWN)
    desk.draw(own=both)
    row = desk.view.grid.row_at(AT)
    assert set(row.own_bids) == set(both)
    chip = desk.view.grid._paint.chip(desk.view.grid.row_rect(AT, "own_bids").width() * 2, row.own_bids, BTC)
    assert chip.many == "2\u00d7T" and chip.ahead.startswith("1.41"), "what stands before the one that rests"
    assert not desk.view.grab().isNull()


def test_a_drag_moves_the_trigger_and_says_so(armed, qtbot):
    to = armed.point(618_800, "asks")
    carry(armed, qtbot, to, let_go=False)
    assert said(armed) == "move trigger of 0.5 to 6\u202f188.00" and armed.view.grid.drag.price == 618_800
    qtbot.mouseRelease(armed.view.grid, Qt.MouseButton.LeftButton, pos=to)
    assert armed.asked == [ReplaceOrder(21, LOT, 0, 618_800)]
    armed.draw(own=(STOP_LIMIT,))
    carry(armed, qtbot, to)
    assert armed.asked[1:] == [ReplaceOrder(22, LOT, 618_500, 618_800)], "its limit stays"


def test_disarmed_a_stop_is_not_dragged(desk, qtbot):
    carry(desk, qtbot, desk.point(618_800, "own_asks"))
    assert desk.asked == [] and said(desk) == "disarmed: press A to arm"


def test_a_trigger_that_the_market_has_reached_needs_shift(armed, qtbot):
    over = armed.point(619_100, "own_asks")
    carry(armed, qtbot, over, let_go=False)
    assert said(armed) == "6\u202f191.00 fires at once: hold Shift"
    qtbot.mouseRelease(armed.view.grid, Qt.MouseButton.LeftButton, pos=over)
    assert armed.asked == [] and said(armed) == "not moved: Shift lets it fire"
    carry(armed, qtbot, over, SHIFT)
    assert armed.asked == [ReplaceOrder(21, LOT, 0, 619_100)]


def test_a_trailing_stop_stays_with_the_market(armed, qtbot):
    armed.draw(own=(TRAILING,))
    to = armed.point(618_800, "own_asks")
    carry(armed, qtbot, to, let_go=False)
    assert said(armed) == "a trailing stop follows the market: nothing moves"
    qtbot.mouseRelease(armed.view.grid, Qt.MouseButton.LeftButton, pos=to)
    assert armed.asked == []


def test_a_tap_and_delete_cancel_a_stop(armed, qtbot):
    qtbot.mouseClick(armed.view.grid, Qt.MouseButton.LeftButton, pos=armed.point(AT, "own_asks"))
    assert armed.asked == [CancelOrder(21)]
    armed.view.disarm()
    qtbot.keyClick(armed.view, Qt.Key.Key_Delete)
    assert armed.asked == [CancelOrder(21)] * 2, "the click put the cursor there"


def test_keys_take_a_stop_and_let_its_trigger_go_elsewhere(armed, qtbot):
    armed.view.grid.set_cursor_price(AT)
    for key in (Qt.Key.Key_M, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(armed.view, key)
    assert armed.asked == [ReplaceOrder(21, LOT, 0, 618_800)]


def of(side: Side, kind: OrderType, by: TriggerBy = TriggerBy.LAST) -> OwnOrder:
    return OwnOrder(1, side, 0, LOT, LOT, 0, kind, 1_000, by)


@pytest.mark.parametrize(("order", "below", "here", "above"), [
    (of(Side.BUY, OrderType.STOP), True, True, False), (of(Side.SELL, OrderType.STOP_LIMIT), False, True, True),
    (of(Side.BUY, OrderType.MARKET_IF_TOUCHED), False, True, True), (of(Side.SELL, OrderType.LIMIT_IF_TOUCHED), True, True, False),
])
def test_what_fires_at_once_is_what_the_exchange_would_fire(order, below, here, above):
    touch = Touch(900, 1_100, 1_000)
    assert [at_once([order], price, touch) is AtOnce.FIRE for price in (999, 1_000, 1_001)] == [below, here, above]
    quoted = msgspec.structs.replace(order, trigger_by=TriggerBy.QUOTE)
    seen = 1_100 if order.side is Side.BUY else 900
    assert [at_once([quoted], seen + by, touch) is AtOnce.FIRE for by in (-1, 0, 1)] == [below, here, above]
    assert at_once([order], 1_000, Touch(900, 1_100, 0)) is AtOnce.NOTHING, "without a price nothing fires"


def test_of_several_each_is_moved_by_what_is_its_own():
    rests = OwnOrder(5, Side.SELL, AT, LOT, LOT, 0)
    assert move((rests, STOP, TRAILING, STOP_LIMIT), AT + 5) == [
        ReplaceOrder(5, LOT, AT + 5), ReplaceOrder(21, LOT, 0, AT + 5), ReplaceOrder(22, LOT, 618_500, AT + 5),
    ]
    assert move((rests, STOP), AT) == []
