"""The blotters' panels: exact figures, rows that stay where they are, asking by key, click and editor."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core.domain.enums import CancelReason, OrderState, Side
from core.messages.commands import CancelOrder, ReplaceOrder
from core.messages.reasons import Reason
from core.projections.pictures import (
    AccountRow,
    AccountsPicture,
    FillsPicture,
    OrdersPicture,
    PositionRow,
    PositionsPicture,
    RowsLook,
    VersionLook,
)
from tests.widgets.blotter_rows import BTC, ETH, LOT, fill, order, position
from tests.widgets.held_key import hold
from widgets.blotter import menus
from widgets.blotter.accounts import ACCOUNTS
from widgets.blotter.form import FieldError, replace
from widgets.blotter.layout import Layout
from widgets.blotter.orders import OrdersView
from widgets.blotter.tables import FILLS, ORDERS, POSITIONS, why
from widgets.blotter.texts import average_price, by_quote, profit_text
from widgets.blotter.view import FillsView, account_view, positions_view
from widgets.style import ROW_PX, THEMES

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def keys(view: OrdersView) -> list[int]:
    return [row.key for row in view.rows.shown_rows()]


def cell(view: OrdersView, line: int, name: str) -> QPoint:
    place = view.table.place_of(name)
    assert place is not None
    return QPoint(view.table.x_of(place) + 8, view.table.top_of(line) + ROW_PX // 2)


@pytest.fixture
def view(qtbot):
    made = OrdersView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(900, 240)
    with qtbot.waitExposed(made):
        made.show()
    made.draw(OrdersPicture(1, 3, (order(1), order(2, price=619_200), order(3, price=619_100))))
    return made


# figures ----------------------------------------------------------------------------------------------------------------


def test_average_price_is_exact_and_rounds_half_away_from_zero():
    assert average_price(3 * 619_084, 3) == 619_084
    assert average_price(5, 2) == 3 and average_price(7, 3) == 2 and average_price(8, 3) == 3
    assert average_price(-3 * 619_000, -3) == 619_000
    assert average_price(0, 0) == 0


def test_profit_has_sign_and_arrow_unless_it_is_nothing():
    cent = 10**8
    assert profit_text(BTC, 1234 * cent) == "\u25b2 +12.34"
    assert profit_text(BTC, -1234 * cent) == "\u25bc \u221212.34"
    assert "\u25b2" not in profit_text(BTC, 0) and "\u25b2" not in profit_text(BTC, 1)
    assert "\u25bc" not in profit_text(BTC, -1)


def test_money_of_one_currency_adds_up_over_different_units():
    assert by_quote([(BTC, 10**10), (ETH, 10**6)]) == {"USD": (2 * 10**10, 10)}


def test_why_names_the_rule_or_the_cause():
    refused = order(-1, state=OrderState.REFUSED, reason=Reason.PRICE_COLLAR, limit=625_000, value=650_000)
    assert "outside the collar" in why(refused)
    assert why(order(1, state=OrderState.CANCELLED, cancel_reason=CancelReason.KILL_SWITCH)) == "kill switch"
    assert why(order(1)) == ""


def test_narrow_docks_keep_what_matters():
    kept = Layout(ORDERS.columns).names(640)
    assert {"cancel", "time", "symbol", "side", "qty", "filled", "price", "trigger", "state", "why"} <= set(kept)
    assert sum(ORDERS.column(name).width for name in kept) <= 640
    assert len(Layout(ORDERS.columns).names(1080)) == 15
    assert "symbol" in Layout(ORDERS.columns).names(600) and "why" in Layout(ORDERS.columns).names(600)
    assert set(Layout(ORDERS.columns).names(340)) == {"cancel", "symbol", "side", "qty", "price", "state"}
    assert Layout(FILLS.columns).names(293) == ("time", "symbol", "side", "qty", "price")
    assert Layout(FILLS.columns).names(240) == ("symbol", "side", "qty", "price")
    assert "total" in Layout(POSITIONS.columns).names(640)
    assert Layout(POSITIONS.columns).names(250) == ("symbol", "net", "total")


# rows and selection -----------------------------------------------------------------------------------------------------


def test_the_selection_stays_with_its_rows(view, qtbot):
    assert view.table.choose(2)
    view.draw(OrdersPicture(1, 4, (order(4),)))
    assert [row.key for row in view.table.chosen_rows()] == [2]
    view.table.sort("price", False)
    assert [row.key for row in view.table.chosen_rows()] == [2]
    view.table.filter("symbol", "btc")
    assert [row.key for row in view.table.chosen_rows()] == [2]
    view.table.filter("symbol", "eth")
    assert view.table.chosen_rows() == []


def test_keys_go_through_the_rows_and_choose_several(view, qtbot):
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert [row.key for row in view.table.chosen_rows()] == [3]
    assert "Symbol: BTC-USD" in view.table.accessibleDescription() and "Id: 3" in view.table.accessibleDescription()
    qtbot.keyClick(view.table, Qt.Key.Key_End, SHIFT)
    assert [row.key for row in view.table.chosen_rows()] == [3, 2, 1]
    qtbot.keyClick(view.table, Qt.Key.Key_Up)
    assert [row.key for row in view.table.chosen_rows()] == [2]
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, CONTROL, cell(view, 0, "price"))
    assert [row.key for row in view.table.chosen_rows()] == [3, 2]
    qtbot.keyClick(view.table, Qt.Key.Key_A, CONTROL)
    assert len(view.table.chosen_rows()) == 3


def test_newest_on_top_and_a_click_on_the_header_sorts_by_the_raw_number(view, qtbot):
    assert keys(view) == [3, 2, 1] and view.look() == RowsLook(1, 3)
    at = QPoint(cell(view, 0, "price").x() + 12, ROW_PX // 2)
    qtbot.mouseClick(view.table.head, Qt.MouseButton.LeftButton, pos=at)
    assert keys(view) == [2, 3, 1]
    qtbot.mouseClick(view.table.head, Qt.MouseButton.LeftButton, pos=at)
    assert keys(view) == [1, 3, 2]


def test_a_new_generation_starts_from_empty(view):
    view.table.filter("symbol", "btc")
    view.draw(OrdersPicture(2, 1, (order(9), order(10, instrument=ETH))))
    assert keys(view) == [9] and view.look() == RowsLook(2, 1)


def test_new_rows_do_not_move_what_a_scrolled_reader_sees(view, qtbot):
    view.draw(OrdersPicture(1, 60, tuple(order(key) for key in range(4, 60))))
    view.table.verticalScrollBar().setValue(20)
    top = view.rows.row(view.table.lines.at(view.table.line_at(0))).key
    view.draw(OrdersPicture(1, 63, tuple(order(key) for key in range(60, 63))))
    assert view.rows.row(view.table.lines.at(view.table.line_at(0))).key == top


def test_only_what_changed_is_painted_again(view, qtbot):
    painted = []
    paint = view.table._painter.paint
    view.table._painter.paint = lambda painter, line, *rest: (painted.append(line), paint(painter, line, *rest))
    QApplication.sendEvent(view, QEvent(QEvent.Type.UpdateRequest))
    painted.clear()
    view.draw(OrdersPicture(1, 5, (order(2, filled=5, cost=5, price=619_200),)))
    QApplication.sendEvent(view, QEvent(QEvent.Type.UpdateRequest))
    assert set(painted) == {1}


def test_a_changed_cell_flashes_and_settles(view, qtbot):
    view.draw(OrdersPicture(1, 4, (order(2, price=619_300),)))
    serial = view.rows.store.serial_of(2)
    assert view.table.flash.is_lit((serial, "price")) and not view.table.flash.is_lit((serial, "qty"))
    qtbot.waitUntil(lambda: not view.table.flash.is_lit((serial, "price")))


# asking -----------------------------------------------------------------------------------------------------------------


def test_delete_cancels_what_is_chosen_and_open(view, qtbot):
    view.draw(OrdersPicture(1, 4, (order(2, state=OrderState.FILLED, leaves=0),)))
    view.table.selection.all()
    asked: list[object] = []
    view.asked.connect(asked.append)
    hold(view.table, Qt.Key.Key_Delete)
    assert asked == [CancelOrder(3), CancelOrder(1)]


def test_the_cross_cancels_its_row_only(view, qtbot):
    with qtbot.waitSignal(view.asked) as asked:
        qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=cell(view, 1, "cancel"))
    assert asked.args == [CancelOrder(2)]
    with qtbot.assertNotEmitted(view.asked):
        qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=cell(view, 1, "price"))


def test_the_editor_asks_for_the_new_total_and_price(view, qtbot):
    view.table.choose(3)
    qtbot.keyClick(view.table, Qt.Key.Key_R)
    assert view.editor.isVisible() and view.editor.price.text() == "6191.00" and view.editor.qty.text() == "1"
    view.editor.price.setText("6191.001")
    with qtbot.assertNotEmitted(view.asked):
        qtbot.keyClick(view.editor.price, Qt.Key.Key_Return)
    assert view.editor.price.is_wrong() and "multiple of 0.01" in view.editor.error.text()
    view.editor.price.setText("6191.50")
    view.editor.qty.setText("2")
    with qtbot.waitSignal(view.asked) as asked:
        qtbot.keyClick(view.editor.price, Qt.Key.Key_Return)
    assert asked.args == [ReplaceOrder(3, 2 * LOT, 619_150)]
    assert not view.editor.isVisible()


def test_the_editor_lets_go_of_an_order_that_ends(view, qtbot):
    view.table.choose(3)
    qtbot.keyClick(view.table, Qt.Key.Key_R)
    view.draw(OrdersPicture(1, 4, (order(3, state=OrderState.FILLED, leaves=0),)))
    assert not view.editor.send.isEnabled() and "filled" in view.editor.error.text()
    with qtbot.assertNotEmitted(view.asked):
        qtbot.keyClick(view.editor.qty, Qt.Key.Key_Return)
    qtbot.keyClick(view.editor.qty, Qt.Key.Key_Escape)
    assert not view.editor.isVisible()


def test_what_cannot_be_replaced_is_said(view, qtbot):
    view.draw(OrdersPicture(1, 4, (order(3, state=OrderState.FILLED, leaves=0),)))
    view.table.choose(3)
    qtbot.keyClick(view.table, Qt.Key.Key_R)
    assert "working limit or stop order" in view.said.text() and view.editor.isHidden()


def test_a_replacement_below_what_is_filled_is_not_asked_for():
    with pytest.raises(FieldError, match="filled already") as error:
        replace(order(1, filled=LOT // 2), "0.5", "6190.00")
    assert error.value.field == "qty"


def test_what_is_no_number_is_said_in_one_sentence():
    with pytest.raises(FieldError, match=r"^Quantity must be a number, not 'many'$"):
        replace(order(1), "many", "6190.00")
    with pytest.raises(FieldError, match=r"^Price must be a number, not 'cheap'$"):
        replace(order(1), "1", "cheap")


def test_a_row_has_a_menu_also_by_key(view, qtbot):
    view.table.menu_wanted.disconnect()
    view.table.choose(2)
    with qtbot.waitSignal(view.table.menu_wanted):
        qtbot.keyClick(view.table, Qt.Key.Key_F10, SHIFT)
    menu = view.row_menu()
    asked: list[object] = []
    view.asked.connect(asked.append)
    menu.actions()[0].trigger()
    assert asked == [CancelOrder(2)] and any("Replace" in action.text() for action in menu.actions())
    menu.close()


def test_every_menu_does_what_it_says(view):
    panel, table = view.panel, view.table
    grouping = {action.text(): action for action in menus.groups(panel).actions()}
    grouping["State"].trigger()
    assert table.lines.group_column == "state"
    {action.text(): action for action in menus.groups(panel).actions()}["Shut all"].trigger()
    assert table.lines.lines == 1
    menus.views(panel).actions()[-1].trigger()
    assert table.lines.group_column == ""
    of_column = menus.columns(panel, table.viewport().mapToGlobal(cell(view, 0, "qty")))
    {action.text(): action for action in of_column.actions()}["Hide Qty"].trigger()
    assert table.place_of("qty") is None
    {action.text(): action for action in menus.exports(panel).actions()}["Copy all shown rows"].trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 4


# fills, positions, account ----------------------------------------------------------------------------------------------


def test_fills_add_up(qtbot):
    view = FillsView(THEMES["dark"])
    qtbot.addWidget(view)
    view.draw(FillsPicture(1, 2, (fill(1), fill(2, Side.SELL))))
    view.draw(FillsPicture(1, 3, (fill(3),)))
    assert view.look() == RowsLook(1, 3)
    assert [row.number for row in view.rows.shown_rows()] == [3, 2, 1]
    assert "3 fills, 3 as maker" in view.said.text() and "bought 1, sold 0.5 BTC" in view.said.text()
    assert view.panel.totals.texts["qty"] == "1.5000" and "price" not in view.panel.totals.texts  # bought and sold have no common price
    turnover = next(part for part in view.said.text().split("  ") if part.startswith("turnover"))
    view.said.resize(view.said.width_of(turnover), ROW_PX)
    assert view.said.seen() == turnover
    view.said.resize(view.said.width_of("3 fills") + 4, ROW_PX)
    assert view.said.seen() == "3 fills"
    view.table.filter("side", "sell")
    assert "1 of 3 fills" in view.said.text()
    assert view.panel.totals.texts["qty"] == "0.5000" and view.panel.totals.texts["price"] == "6\u202f190.84"
    view.draw(FillsPicture(2, 0, ()))
    assert view.said.text() == "" and view.panel.totals.isHidden()


def test_positions_show_fees_and_what_is_left_where_there_is_room(qtbot):
    names = [column.name for column in POSITIONS.columns]
    assert len(Layout(POSITIONS.columns).names(850)) == 11
    assert set(Layout(POSITIONS.columns).names(800)) == set(names) - {"fees", "after", "account", "currency"}
    unit = 10**10
    row = PositionRow(1, BTC, 0, 0, 619_100, 5 * unit, 0, LOT, LOT, 7 * unit, -2 * unit)
    texts = dict(zip(names, (column.text(row) for column in POSITIONS.columns), strict=True))
    assert (texts["total"], texts["fees"], texts["after"]) == ("\u25b2 +5.00", "7.00", "\u25bc \u22122.00")
    view = positions_view(THEMES["dark"])
    qtbot.addWidget(view)
    view.draw(PositionsPicture(1, (row,)))
    assert (view.totals.texts["fees"], view.totals.texts["after"]) == ("7.00", "\u25bc \u22122.00")


def test_positions_and_their_total(qtbot):
    view = positions_view(THEMES["dark"])
    qtbot.addWidget(view)
    view.draw(PositionsPicture(4, (position(BTC, LOT, LOT * 619_000, 619_100), position(ETH, -10_000, -450_000_000, 45_100))))
    assert view.look() == VersionLook(4)
    texts = [[column.text(row) for column in POSITIONS.columns] for row in view.rows.shown_rows()]
    assert [text[0] for text in texts] == ["BTC-USD", "ETH-USD"]
    assert texts[0][1:5] == ["+1.0000", "6\u202f190.00", "6\u202f191.00", "\u25b2 +1.00"]
    assert texts[1][1:5] == ["\u22121.0000", "450.00", "451.00", "\u25bc \u22121.00"]
    assert view.totals.texts["total"] == "0.00"
    view.draw(PositionsPicture(5, ()))
    assert view.rows.stored == 0 and view.totals.isHidden()


ACCOUNT = AccountRow(1, "USD", 10, 5 * 10**10, -2 * 10**10, 10**10, 2 * 10**10, 619 * 10**10, -619 * 10**10, 0, 1, 3, 7 * 10**10)


def test_accounts_are_compared_in_their_own_units(qtbot):
    view = account_view(THEMES["dark"])
    qtbot.addWidget(view)
    assert Layout(ACCOUNTS.columns).names(360) == ("account", "currency", "equity", "day")
    told = AccountRow(1, "USD", 10, *(0,) * 10, 10**16, 10**16 - 2 * 10**12, -2 * 10**12, 80)
    assert [ACCOUNTS.column(name).text(told) for name in ("cash", "equity", "day", "loss_percent")] == [
        "1\u202f000\u202f000.00", "999\u202f800.00", "\u25bc \u2212200.00", "80 %",
    ]
    assert {ACCOUNTS.column(name).text(ACCOUNT) for name in ("cash", "equity", "day", "loss_percent")} == {"\u2013"}
    small = AccountRow(2, "JPY", 8, 0, 0, 0, 9 * 10**8, 0, 0, 0, 0, 0, 0)
    view.draw(AccountsPicture(3, (ACCOUNT, small)))
    assert [row.account for row in view.rows.shown_rows()] == [1, 2]
    view.table.sort("net", True)
    assert [row.account for row in view.rows.shown_rows()] == [2, 1]
    view.table.filter("net", "<5")
    assert [row.account for row in view.rows.shown_rows()] == [1] and view.rows.columns["net"].text(ACCOUNT) == "\u25b2 +2.00"


@pytest.mark.parametrize("make", (OrdersView, FillsView, positions_view, account_view))
def test_every_theme_paints_empty_full_grouped_and_filtered(make, qtbot):
    view = make(THEMES["dark"])
    qtbot.addWidget(view)
    view.resize(640, 160)
    for theme in THEMES.values():
        view.set_theme(theme)
        assert not view.grab().isNull()
    pictures = {
        OrdersView: OrdersPicture(1, 1, (order(1), order(-2, instrument=None, state=OrderState.REFUSED))),
        FillsView: FillsPicture(1, 1, (fill(1),)),
        positions_view: PositionsPicture(1, (position(BTC, LOT, LOT * 619_000, 619_100),)),
        account_view: AccountsPicture(1, (ACCOUNT,)),
    }
    view.draw(pictures[make])
    view.panel.show_filters(True)
    view.table.filter(view.table.places[-1].column.name, "\0")
    view.table.group_by("symbol" if make in (OrdersView, FillsView, positions_view) else "currency")
    view.panel.chooser.open()
    for width in (240, 640, 1600):
        view.resize(width, 160)
        assert not view.grab().isNull()
