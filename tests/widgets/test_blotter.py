"""The blotters' panels: exact figures, asking by key, click and editor, filters, columns, groups, views, copies and exports."""

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

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
from widgets.blotter import menus
from widgets.blotter.columns import fitting
from widgets.blotter.form import FieldError, replace
from widgets.blotter.orders import OrdersView
from widgets.blotter.saved import MOST, PanelViews, SavedView, with_one, wrong_name
from widgets.blotter.tables import ORDERS, POSITIONS, why
from widgets.blotter.texts import average_price, by_quote, profit_text
from widgets.blotter.view import FillsView, account_view, positions_view
from widgets.style import ROW_PX, THEMES

CONTROL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


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
    kept = fitting(ORDERS.columns, 640)
    assert {"cancel", "time", "symbol", "side", "qty", "filled", "price", "average", "state", "why"} <= set(kept)
    assert sum(ORDERS.column(name).width for name in kept) <= 640
    assert len(fitting(ORDERS.columns, 1000)) == 14
    assert "total" in fitting(POSITIONS.columns, 640)


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
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
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
    assert "working limit order" in view.said.text() and view.editor.isHidden()


def test_a_replacement_below_what_is_filled_is_not_asked_for():
    with pytest.raises(FieldError, match="filled already") as error:
        replace(order(1, filled=LOT // 2), "0.5", "6190.00")
    assert error.value.field == "qty"


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


# filters, columns, groups ------------------------------------------------------------------------------------------------


def test_the_filter_row_filters_with_each_letter_and_keeps_what_is_wrong(view, qtbot):
    view.draw(OrdersPicture(1, 4, (order(2, state=OrderState.FILLED, leaves=0, price=619_200),)))
    qtbot.keyClick(view.table, Qt.Key.Key_F)
    filters = view.table.filters
    assert filters.isVisible() and filters.column == "symbol" and filters.field.hasFocus()
    filters.edit("state")
    qtbot.keyClicks(filters.field, "fil")
    assert keys(view) == [2] and view.said.text() == "1 of 3 orders"
    qtbot.keyClick(filters.field, Qt.Key.Key_Escape)
    assert keys(view) == [3, 2, 1]
    filters.edit("price")
    qtbot.keyClicks(filters.field, "6191..x")
    assert filters.field.is_wrong() and "is no number" in view.said.text() and len(keys(view)) == 3
    qtbot.keyClick(filters.field, Qt.Key.Key_Tab)
    assert filters.column == "average" and view.rows.texts["price"] == "6191..x"
    filters.edit("price")
    filters.field.setText(">6191")
    assert keys(view) == [2]
    qtbot.keyClick(filters.field, Qt.Key.Key_Return)
    assert view.table.hasFocus()
    qtbot.mouseClick(view.panel.filter_button, Qt.MouseButton.LeftButton)
    assert keys(view) == [3, 2, 1] and filters.isHidden()


def test_open_only(view, qtbot):
    view.draw(OrdersPicture(1, 4, (order(2, state=OrderState.FILLED, leaves=0),)))
    qtbot.mouseClick(view.open_only, Qt.MouseButton.LeftButton)
    assert keys(view) == [3, 1]
    view.draw(OrdersPicture(1, 5, (order(3, state=OrderState.CANCELLED, leaves=0),)))
    assert keys(view) == [1]


def test_groups_open_and_shut_by_key_and_click_with_their_sums(view, qtbot):
    view.draw(OrdersPicture(1, 5, (order(4, side=Side.SELL), order(5, instrument=ETH, qty=70_000, leaves=70_000))))
    view.table.group_by("symbol")
    lines = view.table.lines
    assert [(one.text, one.count) for one in lines.headings] == [("BTC-USD", 4), ("ETH-USD", 1)] and lines.lines == 7
    assert view.rows.totals(lines.headings[0].of)["qty"] == "4.0000" and view.rows.totals(lines.headings[1].of)["qty"] == "7.0000"
    assert "qty" not in view.rows.totals()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, ROW_PX // 2))
    assert lines.lines == 3
    qtbot.keyClick(view.table, Qt.Key.Key_Right)
    assert lines.lines == 7
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert [row.key for row in view.table.chosen_rows()] == [4]
    qtbot.keyClick(view.table, Qt.Key.Key_Left)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert lines.headings[0].is_shut and len(keys(view)) == 5


def test_columns_are_chosen_moved_and_widened_by_key(view, qtbot):
    chooser, table = view.panel.chooser, view.table
    qtbot.keyClick(table, Qt.Key.Key_K)
    assert chooser.isVisible() and chooser.hasFocus()
    names = [column.name for column, _ in chooser.columns()]
    for _ in range(names.index("strategy")):
        qtbot.keyClick(chooser, Qt.Key.Key_Down)
    qtbot.keyClick(chooser, Qt.Key.Key_Space)
    shown = [place.column.name for place in table.places]
    assert "strategy" in shown and names[chooser.current] != "strategy" and chooser.columns()[chooser.current][0].name == "strategy"
    qtbot.keyClick(chooser, Qt.Key.Key_Up, ALT)
    assert [place.column.name for place in table.places].index("strategy") == shown.index("strategy") - 1
    qtbot.keyClick(chooser, Qt.Key.Key_Right)
    assert table.layout_.width(ORDERS.column("strategy")) == ORDERS.column("strategy").width + 8
    qtbot.keyClick(chooser, Qt.Key.Key_G)
    assert table.lines.group_column == "strategy"
    qtbot.keyClick(chooser, Qt.Key.Key_Backspace)
    assert "strategy" not in [place.column.name for place in table.places]
    qtbot.keyClick(chooser, Qt.Key.Key_Escape)
    assert chooser.isHidden() and table.hasFocus()


def test_a_column_is_dragged_to_its_place_and_its_edge_makes_it_wider(view, qtbot):
    head, table = view.table.head, view.table
    names = [place.column.name for place in table.places]
    qtbot.mousePress(head, Qt.MouseButton.LeftButton, pos=QPoint(cell(view, 0, "price").x(), 8))
    qtbot.mouseMove(head, QPoint(200, 8))
    qtbot.mouseMove(head, QPoint(26, 8))
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=QPoint(26, 8))
    now = [place.column.name for place in table.places]
    assert now.index("price") == 1 and sorted(now) == sorted(names) and table.lines.sort_column == "time"
    edge = table.place_of("price").right
    qtbot.mousePress(head, Qt.MouseButton.LeftButton, pos=QPoint(edge, 8))
    qtbot.mouseMove(head, QPoint(edge + 30, 8))
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=QPoint(edge + 30, 8))
    assert table.place_of("price").width == ORDERS.column("price").width + 30


# views ------------------------------------------------------------------------------------------------------------------


def test_a_view_is_saved_under_a_name_and_comes_back_whole(view, qtbot):
    table, panel = view.table, view.panel
    table.layout_.toggle("client_id", 900)
    table.layout_.set_width("price", 99)
    table.relaid()
    table.sort("qty", False)
    table.group_by("side")
    panel.show_filters(True)
    table.filter("price", ">6191")
    kept = panel.now("mine")
    panel.ask_name()
    qtbot.keyClicks(panel.name, " ")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert "Type a name" in view.said.text()
    panel.name.setText("mine")
    with qtbot.waitSignal(view.views_changed) as told:
        qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert told.args[0].saved == (kept,)
    panel.as_ever()
    assert table.lines.group_column == "" and table.lines.sort_column == "time" and len(keys(view)) == 3
    menus.views(panel).actions()[0].trigger()
    assert panel.now("mine") == kept and len(keys(view)) == 1
    panel.forget_view("mine")
    assert panel.views.saved == ()


def test_a_wild_view_loses_what_the_table_does_not_know(view):
    wild = SavedView(
        "x" * 100, ("price", "price", "nothing", "qty"), {"price": 10**9, "qty": -4, "no": 5}, "nothing", False,
        {"price": "\0\u202e", "no": "x", "qty": "1" * 300}, "price", True, True,
    )
    view.restore(PanelViews((wild,), wild))
    assert [place.column.name for place in view.table.places] == ["price", "qty"]
    assert view.table.lines.sort_column == "time" and view.table.lines.group_column == "" and len(view.panel.views.saved[0].name) == 40
    assert set(view.rows.errors) == {"price", "qty"} and keys(view) == [3, 2, 1]


def test_names_of_views():
    assert wrong_name("") and wrong_name("x" * 41) and wrong_name("a\nb") and not wrong_name(" mine ")
    views = ()
    for number in range(MOST + 5):
        views = with_one(views, SavedView(str(number)))
    assert len(views) == MOST and views[-1].name == str(MOST + 4)
    assert [one.sort for one in with_one((SavedView("a"),), SavedView("a", sort="qty"))] == ["qty"]


# for other programs -----------------------------------------------------------------------------------------------------


def test_copies_carry_every_digit_and_plain_signs(view, qtbot):
    view.table.choose(1)
    qtbot.keyClick(view.table, Qt.Key.Key_C, CONTROL)
    head, line = QGuiApplication.clipboard().text().splitlines()
    said = dict(zip(head.split("\t"), line.split("\t"), strict=True))
    assert said["Qty"] == "1.00000000" and said["Price"] == "6190.84" and said["Time"] == "2018-07-13T20:47:18.387000000Z"


def test_all_that_passes_is_copied_also_from_groups_that_are_shut(view):
    view.table.filter("price", ">6190.99")
    view.table.group_by("symbol")
    view.table.toggle(0)
    view.panel.copy_shown()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3 and view.said.text() == "2 orders copied"


def test_no_text_becomes_a_formula(view, qtbot, tmp_path):
    texts = ("=1+1", "+1", "-1", "@a", "\tx", "plain")
    view.draw(OrdersPicture(1, 9, tuple(order(number, client_order_id=text) for number, text in enumerate(texts, 1))))
    rows = written(view, qtbot, tmp_path / "out.csv")
    assert {row["Client id"] for row in rows} == {"'=1+1", "'+1", "'-1", "'@a", "'\tx", "plain"}


def written(view: OrdersView, qtbot, path: Path) -> list[dict[str, str]]:
    dialog = view.panel.export_file(path.suffix[1:])
    assert not dialog.isModal() or isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: view.panel.writing is None)
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file)) if path.suffix == ".csv" else [json.loads(line) for line in file]


def test_the_shown_rows_are_exported(view, qtbot, tmp_path):
    view.draw(OrdersPicture(1, 4, (order(-1, price=0, instrument=None, state=OrderState.REFUSED, reason=Reason.NOT_RUNNING),)))
    rows = written(view, qtbot, tmp_path / "out.csv")
    assert [row["Id"] for row in rows] == ["3", "2", "", "1"] and view.said.text() == "4 rows exported to out.csv"
    assert rows[0]["Price"] == "6191.00" and rows[0]["Time"].endswith("Z") and rows[2]["Price"] == ""
    lines = written(view, qtbot, tmp_path / "out.jsonl")
    assert lines[0]["qty"] == 1.0 and lines[0]["price"] == 6191.0 and lines[2]["price"] is None and lines[2]["symbol"] is None
    assert "1.00000000" in (tmp_path / "out.jsonl").read_text()
    view.panel.export_file("csv").fileSelected.emit(str(tmp_path / "missing" / "out.csv"))
    assert "Not exported" in view.said.text() and not list(tmp_path.glob("*.part"))


def test_a_long_export_can_be_stopped_and_leaves_nothing(view, qtbot, tmp_path):
    view.draw(OrdersPicture(1, 5000, tuple(order(key) for key in range(1, 20_000))))
    view.panel.export_file("csv").fileSelected.emit(str(tmp_path / "out.csv"))
    assert view.panel.writing is not None and view.panel.export_button.text() == "Stop export"
    qtbot.waitUntil(lambda: "%" in view.said.text())
    qtbot.mouseClick(view.panel.export_button, Qt.MouseButton.LeftButton)
    assert view.panel.writing is None and "stopped" in view.said.text() and not list(tmp_path.iterdir())


# fills, positions, account ----------------------------------------------------------------------------------------------


def test_fills_add_up(qtbot):
    view = FillsView(THEMES["dark"])
    qtbot.addWidget(view)
    view.draw(FillsPicture(1, 2, (fill(1), fill(2, Side.SELL))))
    view.draw(FillsPicture(1, 3, (fill(3),)))
    assert view.look() == RowsLook(1, 3)
    assert [row.number for row in view.rows.shown_rows()] == [3, 2, 1]
    assert "3 fills, 3 as maker" in view.said.text() and "bought 1, sold 0.5 BTC" in view.said.text()
    assert view.panel.totals.texts["qty"] == "1.5000" and view.panel.totals.texts["price"] == "6\u202f190.84"
    view.table.filter("side", "sell")
    assert "1 of 3 fills" in view.said.text() and view.panel.totals.texts["qty"] == "0.5000"
    view.draw(FillsPicture(2, 0, ()))
    assert view.said.text() == "" and view.panel.totals.isHidden()


def test_positions_show_fees_and_what_is_left_where_there_is_room(qtbot):
    names = [column.name for column in POSITIONS.columns]
    assert len(fitting(POSITIONS.columns, 842)) == 11
    assert set(fitting(POSITIONS.columns, 800)) == set(names) - {"fees", "after", "account", "currency"}
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
