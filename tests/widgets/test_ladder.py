"""The ladder through real clicks, keys and drags, on pictures like the core's."""

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from core.domain.enums import Mode, OrderType, Side
from core.messages.commands import CancelAllOrders, CancelOrder, PlaceOrder, ReplaceOrder
from core.projections.pictures import LadderLook, OwnOrder
from tests.widgets.ladder_desk import BTC, BUY_OWN, LOT, SELL_OWN, picture, shown
from widgets.ladder import form, model
from widgets.ladder.view import LadderView
from widgets.style import THEMES


@pytest.fixture
def desk(qtbot):
    return shown(qtbot)


@pytest.fixture
def armed(desk, qtbot):
    qtbot.keyClick(desk.view, Qt.Key.Key_A)
    assert desk.view.is_armed()
    return desk


# rows ----------------------------------------------------------------------------------------------------------------


def test_first_look_asks_for_the_touch_then_for_the_rows_around_it(qtbot):
    view = LadderView(THEMES["dark"])
    qtbot.addWidget(view)
    view.resize(460, 720)
    view.show()
    assert view.look() == LadderLook(-1, 0, 0, 0, 1)
    view.draw(picture(view.look()))
    look = view.look()
    assert look.group == 50 and look.low % 50 == 0 and look.high % 50 == 0
    assert look.low < 619_084 < look.high
    assert look.version == -1, "rows it has not seen yet must come whatever the version"
    view.draw(picture(look, 7))
    assert view.look() == LadderLook(7, 0, look.low, look.high, 50)


def test_prices_stand_still_while_the_touch_moves_in_the_middle(desk):
    before = desk.view.look()
    desk.draw(bid=619_284, ask=619_285)
    assert (desk.view.look().low, desk.view.look().high) == (before.low, before.high)


def test_auto_recentres_when_the_touch_leaves_the_middle(desk):
    before = desk.view.look()
    desk.draw(bid=before.high - 101, ask=before.high - 100)
    assert desk.view.look().high > before.high


def test_wheel_stops_auto_until_recentred(desk, qtbot):
    before = desk.view.look()
    desk.wheel(2)
    moved = desk.view.look()
    assert moved.high == before.high + 6 * 50
    assert not desk.view.viewing.auto.isChecked()
    desk.draw(bid=moved.low - 1_001, ask=moved.low - 1_000)
    assert desk.view.look().high == moved.high
    assert desk.view.viewing.market.text().startswith("Touch is below")
    qtbot.keyClick(desk.view, Qt.Key.Key_C)
    assert desk.view.look().high < moved.high
    assert desk.view.viewing.auto.isChecked()


def test_auto_off_never_moves_the_prices(desk, qtbot):
    qtbot.mouseClick(desk.view.viewing.auto, Qt.MouseButton.LeftButton)
    before = desk.view.look()
    desk.draw(bid=before.high + 1_000, ask=before.high + 1_001)
    assert desk.view.look().high == before.high
    assert desk.view.viewing.market.text().startswith("Touch is above")
    qtbot.mouseClick(desk.view.grid, Qt.MouseButton.MiddleButton, pos=desk.view.grid.rect().center())
    assert desk.view.look().high > before.high


def test_ctrl_wheel_and_buttons_change_the_grouping(desk, qtbot):
    desk.wheel(1, Qt.KeyboardModifier.ControlModifier)
    assert desk.view.look().group == 10
    for _ in range(5):
        qtbot.mouseClick(desk.view.viewing.coarser, Qt.MouseButton.LeftButton)
    look = desk.view.look()
    assert look.group == 500 and look.low % 500 == 0 and look.low < 619_084 < look.high
    assert not desk.view.viewing.coarser.isEnabled()


def test_rows_say_which_side_a_price_belongs_to():
    look = LadderLook(-1, 0, 618_900, 619_300, 50)
    window = model.Window(619_300, 9, 50)
    rows = {row.price: row for row in model.rows_of(picture(look, position=LOT, cost=LOT * 618_977), window)}
    assert rows[619_050].marks & model.BEST_BID and rows[619_100].marks & model.BEST_ASK
    assert rows[619_100].marks & model.LAST_BUY
    assert rows[618_900].own_bids == (BUY_OWN,) and rows[619_250].own_asks == (SELL_OWN,)
    assert rows[619_000].marks & model.AVERAGE


@pytest.mark.parametrize("largest", [1, 2, 3, 7, 8, 9, 100, 816_200_000])
def test_bar_scale_holds_the_largest_and_wastes_little(largest):
    assert largest <= model.bar_scale(largest) <= largest * 5 / 4 + 1


# arming --------------------------------------------------------------------------------------------------------------


def test_disarmed_click_asks_nothing_and_says_why(desk, qtbot):
    for zone in ("bids", "asks"):
        qtbot.mouseClick(desk.view.grid, Qt.MouseButton.LeftButton, pos=desk.point(618_900, zone))
    qtbot.keyClick(desk.view, Qt.Key.Key_B)
    assert desk.asked == []
    assert desk.view.trade.status.text() == "disarmed: press A to arm"


def test_toggle_arms_with_word_and_name(desk, qtbot):
    qtbot.mouseClick(desk.view.trade.arm, Qt.MouseButton.LeftButton)
    assert desk.view.is_armed()
    assert desk.view.trade.arm.text() == "ARMED"
    assert desk.view.trade.arm.accessibleName() == "One-click trading is armed"
    qtbot.keyClick(desk.view, Qt.Key.Key_Escape)
    assert not desk.view.is_armed() and desk.view.trade.arm.text() == "Disarmed"


@pytest.mark.parametrize("change", [{"mode": Mode.PAUSED}, {"mode": Mode.ENDED}, {"kill_engaged": True}, {"stale": True}])
def test_disarms_by_itself(armed, change):
    armed.draw(**change)
    assert not armed.view.is_armed()
    assert armed.view.trade.status.text().startswith("disarmed: ")


def test_stale_data_is_said_and_nothing_is_armed_over_it(desk, qtbot):
    desk.draw(stale=True)
    assert desk.view.viewing.market.text() == "Data is stale"
    button, left = desk.view.trade.arm, Qt.MouseButton.LeftButton
    for press in (lambda: qtbot.mouseClick(button, left), lambda: qtbot.keyClick(desk.view, Qt.Key.Key_A)):
        press()
        assert not desk.view.is_armed() and not desk.view.trade.arm.isChecked()
        assert desk.view.trade.status.text() == "not armed: the data is stale"
    desk.draw()
    qtbot.keyClick(desk.view, Qt.Key.Key_A)
    assert desk.view.is_armed() and "Spread" in desk.view.viewing.market.text()


def test_a_paused_session_can_be_armed_and_says_that_clicks_place(desk, qtbot):
    desk.draw(mode=Mode.PAUSED)
    qtbot.keyClick(desk.view, Qt.Key.Key_A)
    assert desk.view.is_armed() and desk.view.trade.status.text() == "paused: clicks still place"


def test_hiding_and_idling_disarm(armed, qtbot):
    assert armed.view.arming.idle.isActive() and armed.view.arming.idle.interval() == 60_000
    armed.view.arming.idle.timeout.emit()
    assert not armed.view.is_armed() and not armed.view.arming.idle.isActive()
    qtbot.keyClick(armed.view, Qt.Key.Key_A)
    armed.view.hide()
    assert not armed.view.is_armed() and not armed.view.arming.idle.isActive() and not armed.view.hint.end.isActive()


def test_cannot_arm_under_the_kill_switch_or_after_the_end(desk, qtbot):
    desk.draw(kill_engaged=True)
    qtbot.mouseClick(desk.view.trade.arm, Qt.MouseButton.LeftButton)
    assert not desk.view.is_armed() and not desk.view.trade.arm.isChecked()
    assert "release" in desk.view.trade.status.text()
    desk.draw(mode=Mode.ENDED)
    qtbot.keyClick(desk.view, Qt.Key.Key_A)
    assert not desk.view.is_armed()


# trading -------------------------------------------------------------------------------------------------------------


def test_armed_clicks_place_limits_at_the_row_price_with_fresh_ids(armed, qtbot):
    grid = armed.view.grid
    qtbot.keyClick(armed.view, Qt.Key.Key_3)
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=armed.point(618_950, "bids"))
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=armed.point(619_300, "asks"))
    assert armed.asked == [
        PlaceOrder("click-1", BTC.id, Side.BUY, OrderType.LIMIT, LOT // 2, 618_950),
        PlaceOrder("click-2", BTC.id, Side.SELL, OrderType.LIMIT, LOT // 2, 619_300),
    ]


def test_a_double_click_places_one_order(armed, qtbot):
    at = armed.point(618_950, "bids")
    qtbot.mouseClick(armed.view.grid, Qt.MouseButton.LeftButton, pos=at)
    event = QMouseEvent(
        QEvent.Type.MouseButtonDblClick, QPointF(at), armed.view.grid.mapToGlobal(QPointF(at)),
        Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(armed.view.grid, event)
    qtbot.mouseRelease(armed.view.grid, Qt.MouseButton.LeftButton, pos=at)
    assert [order.client_order_id for order in armed.asked] == ["click-1"]


def test_a_held_key_places_one_order(armed, qtbot):
    qtbot.keyClick(armed.view, Qt.Key.Key_Down)
    for repeated in (False, True, True):
        QApplication.sendEvent(
            armed.view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "b", repeated)
        )
    assert len(armed.asked) == 1


def test_prices_wait_for_the_pointer_of_an_armed_ladder(armed):
    grid, before = armed.view.grid, armed.view.look()
    inside = QPointF(armed.point(618_950, "bids"))
    QApplication.sendEvent(grid, QEnterEvent(inside, inside, grid.mapToGlobal(inside)))
    armed.draw(bid=before.high + 500, ask=before.high + 501)
    assert armed.view.look().high == before.high
    QApplication.sendEvent(grid, QEvent(QEvent.Type.Leave))
    armed.draw(bid=before.high + 500, ask=before.high + 501)
    assert armed.view.look().high > before.high


def test_price_and_traded_columns_place_nothing(armed, qtbot):
    for zone in ("price", "traded"):
        qtbot.mouseClick(armed.view.grid, Qt.MouseButton.LeftButton, pos=armed.point(618_950, zone))
    assert armed.asked == []


def test_a_wrong_size_is_marked_and_places_nothing(armed, qtbot):
    armed.view.trade.sizes.field.setText("0.000000001")
    assert armed.view.trade.sizes.field.is_wrong()
    qtbot.mouseClick(armed.view.grid, Qt.MouseButton.LeftButton, pos=armed.point(618_950, "bids"))
    assert armed.asked == []
    assert armed.view.trade.status.text().startswith("quantity must be a multiple")


@pytest.mark.parametrize("typed", ["abc", "%s{x}\n", "9" * 200, "\u202e\u0007", ""])
def test_wild_text_as_a_size_is_said_as_long_as_it_stands_there(armed, qtbot, typed):
    field, status = armed.view.trade.sizes.field, armed.view.trade.status
    assert "click places" in status.text()
    field.setText(typed)
    told = status.text()
    assert field.is_wrong() and ("size" in told or "quantity" in told) and len(told) < 60 and told.isprintable()
    grid = armed.view.grid
    qtbot.mouseMove(grid, armed.point(618_950, "bids"))
    assert status.text() == told, "no order is offered under the pointer"
    field.setText("0.5")
    assert not field.is_wrong() and status.text() != told


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton])
def test_click_on_own_order_cancels_it(armed, qtbot, button):
    qtbot.mouseClick(armed.view.grid, button, pos=armed.point(618_900, "own_bids"))
    assert armed.asked == [CancelOrder(11)]


def test_dragging_own_order_replaces_it_and_holds_the_prices(armed, qtbot):
    grid, before = armed.view.grid, armed.view.look()
    qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=armed.point(618_900, "own_bids"))
    qtbot.mouseMove(grid, armed.point(618_800, "own_bids"))
    armed.draw(bid=before.high + 5_000, ask=before.high + 5_001)
    assert armed.view.look().high == before.high, "prices must not move under a drag"
    qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=armed.point(618_800, "own_bids"))
    assert armed.asked == [ReplaceOrder(11, LOT // 2, 618_800)]


def test_a_drag_back_or_out_or_of_a_gone_order_does_nothing(armed, qtbot):
    grid = armed.view.grid
    home, away = armed.point(618_900, "own_bids"), armed.point(618_800, "own_bids")
    for stops in ((away, home), (QPoint(5, -40),)):
        qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=home)
        for stop in stops:
            qtbot.mouseMove(grid, stop)
        qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=stops[-1])
    qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=home)
    qtbot.mouseMove(grid, away)
    armed.draw(own=(SELL_OWN,))
    qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=away)
    assert armed.asked == []


def test_cancel_buttons_work_without_arming(desk, qtbot):
    for side in (Side.BUY, None, Side.SELL):
        qtbot.mouseClick(desk.view.trade.cancels[side], Qt.MouseButton.LeftButton)
    assert desk.asked == [CancelAllOrders(BTC.id, side) for side in (Side.BUY, None, Side.SELL)]


def test_keyboard_moves_the_cursor_places_and_cancels(armed, qtbot):
    qtbot.keyClick(armed.view, Qt.Key.Key_B)
    assert armed.asked == [] and "arrow" in armed.view.trade.status.text()
    qtbot.keyClick(armed.view, Qt.Key.Key_Down)
    assert armed.view.grid.cursor_price == 619_050
    for _ in range(3):
        qtbot.keyClick(armed.view, Qt.Key.Key_Down)
    qtbot.keyClick(armed.view, Qt.Key.Key_Delete)
    qtbot.keyClick(armed.view, Qt.Key.Key_B)
    assert armed.asked == [
        CancelOrder(11), PlaceOrder("click-1", BTC.id, Side.BUY, OrderType.LIMIT, LOT // 100, 618_900),
    ]


def test_the_cursor_scrolls_past_the_last_row(desk, qtbot):
    low = desk.view.look().low
    for _ in range(40):
        qtbot.keyClick(desk.view, Qt.Key.Key_Down)
    assert desk.view.look().low < low
    assert desk.view.grid.row_at(desk.view.grid.cursor_price) is not None


def test_own_ids_are_unique_by_default():
    assert form.fresh_id() != form.fresh_id()


def test_an_empty_market_and_another_instrument_reset_the_rows(armed):
    armed.view.show_instrument(2)
    assert not armed.view.is_armed()
    assert armed.view.look() == LadderLook(-1, 2, 0, 0, 1)
    armed.draw(bid=0, ask=0, last=0)
    assert armed.view.look().high == 0
    armed.view.grab()


@pytest.mark.parametrize("width", (324, 400, 460, 600))
def test_own_orders_say_their_size_and_what_is_ahead_at_every_width(desk, width):
    desk.view.resize(width, 720)
    grid, exact = desk.view.grid, 1_231_100_000
    for order, zone in ((BUY_OWN, "own_bids"), (SELL_OWN, "own_asks")):
        cell = grid.row_rect(order.price, zone)
        ours = msgspec.structs.replace(order, leaves=LOT // 2, ahead=exact)
        chip = grid._paint.chip(cell.width(), (ours,), BTC)
        assert (chip.leaves, chip.ahead, chip.many) == ("0.500", "12.311", "")
        larger = msgspec.structs.replace(ours, order_id=13, leaves=LOT, ahead=4 * exact)
        several = grid._paint.chip(cell.width(), (larger, ours), BTC)
        assert several.leaves in ("1.500", "1.5") and several.ahead == "12.311", "all of them, and the front one's"
        assert several.many == "2\u00d7"
        # Both numbers are on the screen: without either the cell looks otherwise.
        looks = []
        for leaves, ahead in ((LOT // 2, exact), (LOT // 2, 0), (LOT, exact)):
            desk.draw(own=(msgspec.structs.replace(order, leaves=leaves, ahead=ahead),))
            looks.append(grid.grab(cell).toImage())
        assert looks[0] != looks[1] and looks[0] != looks[2]


def test_the_front_one_has_the_better_price_then_the_less_ahead():
    def ours(side: Side, price: int, ahead: int) -> OwnOrder:
        return OwnOrder(ahead, side, price, LOT, LOT, ahead)

    assert model.front((ours(Side.BUY, 10, 1), ours(Side.BUY, 11, 3), ours(Side.BUY, 11, 2))).ahead == 2
    assert model.front((ours(Side.SELL, 11, 1), ours(Side.SELL, 10, 3))).ahead == 3


@pytest.mark.parametrize(("width", "profits"), ((324, False), (324, True), (400, False), (400, True), (460, False), (460, True)))
def test_traded_volume_is_seen_at_every_width_and_beside_profit(desk, width, profits):
    desk.view.resize(width, 720)
    desk.view.show_profits(profits)
    grid = desk.view.grid
    desk.draw()
    before = grid.grab(grid.row_rect(618_900, "price") | grid.row_rect(618_900, "traded")).toImage()
    desk.draw(traded={618_900: LOT, 618_950: 2 * LOT})
    assert grid.grab(grid.row_rect(618_900, "price") | grid.row_rect(618_900, "traded")).toImage() != before
    assert (grid.row_rect(618_900, "traded").width() > 0) == (width == 460 or (width == 400 and not profits))
    assert (grid.row_rect(618_900, "profit").width() > 0) == profits
    assert all(grid.row_rect(618_900, zone).width() >= 40 for zone in ("own_bids", "bids", "asks", "own_asks"))


def test_every_theme_and_size_paints(desk):
    for theme in THEMES.values():
        desk.view.set_theme(theme)
        for width, height in ((330, 300), (460, 720), (900, 1_200)):
            desk.view.resize(width, height)
            desk.draw(position=LOT, cost=LOT * 618_900, traded={619_050: LOT})
            assert not desk.view.grab().isNull()
