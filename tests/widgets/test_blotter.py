"""The blotters: exact figures, an index that keeps its order whatever changes, and asking by key, click and editor."""

import csv
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from core.domain.enums import CancelReason, Liquidity, OrderState, OrderType, Side, TimeInForce
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId
from core.messages.commands import CancelOrder, ReplaceOrder
from core.messages.reasons import Reason
from core.projections.pictures import (
    FillRow,
    FillsPicture,
    OrderRow,
    OrdersPicture,
    PositionRow,
    PositionsPicture,
    RowsLook,
    VersionLook,
)
from widgets.blotter.form import FieldError, replace
from widgets.blotter.model import ORDERS, POSITIONS, average_price, by_quote, profit_text, shown, why
from widgets.blotter.rows import RowModel
from widgets.blotter.view import FillsView, OrdersView, PositionsView
from widgets.style import ROW_PX, THEMES

BTC = Instrument(InstrumentId(1), "BTC-USD", "COINBASE", "BTC", "USD", 2, 8, 1, 1)
ETH = Instrument(InstrumentId(2), "ETH-USD", "COINBASE", "ETH", "USD", 2, 4, 1, 1)
LOT = 100_000_000
AT = 1_531_514_837_387_000_000
NUMBER = {column.name: number for number, column in enumerate(ORDERS)}


def order(key: int, **changes: object) -> OrderRow:
    fields: dict[str, object] = {
        "key": key, "order_id": max(key, 0), "client_order_id": str(key), "at": AT + abs(key) * 1_000_000_000,
        "updated_at": AT, "instrument": BTC, "side": Side.BUY, "order_type": OrderType.LIMIT,
        "time_in_force": TimeInForce.GTC, "qty": LOT, "price": 619_084, "filled": 0, "leaves": LOT, "cost": 0,
        "state": OrderState.WORKING, "cancel_reason": None, "reason": None, "limit": 0, "value": 0, "text": "",
    }
    return OrderRow(**(fields | changes))  # type: ignore[arg-type]


def fill(number: int, side: Side = Side.BUY, instrument: Instrument = BTC) -> FillRow:
    return FillRow(number, 7, AT + number, instrument, side, LOT // 2, 619_084, Liquidity.MAKER)


def position(instrument: Instrument, qty: int, cost: int, mark: int, realised: int = 0) -> PositionRow:
    return PositionRow(1, instrument, qty, cost, mark, realised, qty * mark - cost, max(qty, 0), max(-qty, 0))


def keys(view: OrdersView) -> list[int]:
    return [row.key for row in view.rows.shown_rows()]


def cell(view: OrdersView, line: int, name: str) -> QPoint:
    table = view.table
    return QPoint(table.columnViewportPosition(NUMBER[name]) + 8, table.rowViewportPosition(line) + ROW_PX // 2)


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
    kept = {ORDERS[number].name for number in shown(ORDERS, 640)}
    assert {"cancel", "time", "symbol", "side", "qty", "filled", "price", "average", "state", "why"} <= kept
    assert sum(ORDERS[number].width for number in shown(ORDERS, 640)) <= 640
    assert len(shown(ORDERS, 1000)) == len(ORDERS)
    assert "total" in {POSITIONS[number].name for number in shown(POSITIONS, 640)}


# the index --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_the_index_is_always_what_sorting_everything_would_give(seed):
    chance = Random(seed)
    model = RowModel(ORDERS, lambda row: row.key, "time")
    known: dict[int, OrderRow] = {}
    order_of_arrival: list[int] = []
    passes, number, descending = (lambda row: True), NUMBER["time"], True
    for _ in range(14):
        batch = {}
        for _ in range(chance.choice((1, 3, 120))):
            key = chance.randrange(1, 300)
            state = chance.choice((OrderState.WORKING, OrderState.FILLED))
            batch[key] = order(key, price=chance.randrange(1, 20), state=state)
        model.put(batch.values())
        for key, row in batch.items():
            if key not in known:
                order_of_arrival.append(key)
            known[key] = row
        if chance.random() < 0.2:
            number, descending = chance.choice((NUMBER["price"], NUMBER["state"], NUMBER["time"])), chance.random() < 0.5
            model.sort(number, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        if chance.random() < 0.2:
            passes = chance.choice((lambda row: True, lambda row: row.state is OrderState.WORKING))
            model.show_only(passes)
        arrived = {key: place for place, key in enumerate(order_of_arrival)}
        rows = [row for row in known.values() if passes(row)]
        value = ORDERS[number].value
        rows.sort(key=lambda row: (value(row), arrived[row.key]), reverse=descending)
        assert [row.key for row in model.shown_rows()] == [row.key for row in rows]
        assert all(model.display_of(row.key) == place for place, row in enumerate(rows))


def test_qt_finds_nothing_wrong_with_the_model(qtmodeltester):
    model = RowModel(ORDERS, lambda row: row.key, "price")
    qtmodeltester.check(model)
    model.put(order(key, price=key) for key in range(4))
    model.put([order(1, price=9), order(3, price=1), order(7, price=5)])
    model.show_only(lambda row: row.state is OrderState.WORKING)
    model.put([order(2, state=OrderState.FILLED)])
    assert [row.key for row in model.shown_rows()] == [1, 7, 3, 0]


def test_a_change_in_place_is_one_span(view, qtbot):
    with qtbot.waitSignal(view.rows.dataChanged) as span:
        view.draw(OrdersPicture(1, 5, (order(1, filled=5, cost=5), order(3, filled=5, cost=5, price=619_100))))
    assert (span.args[0].row(), span.args[1].row()) == (0, 2)


def test_the_selection_stays_with_its_rows(view, qtbot):
    view.table.selectRow(1)
    view.draw(OrdersPicture(1, 4, (order(4),)))
    assert [row.key for row in view.table.chosen_rows()] == [2]
    view.rows.sort(NUMBER["price"], Qt.SortOrder.AscendingOrder)
    assert [row.key for row in view.table.chosen_rows()] == [2]
    view.filter.setText("btc")
    assert [row.key for row in view.table.chosen_rows()] == [2]


# orders -----------------------------------------------------------------------------------------------------------------


def test_newest_on_top_and_a_click_on_the_header_sorts_by_the_raw_number(view, qtbot):
    assert keys(view) == [3, 2, 1] and view.look() == RowsLook(1, 3)
    header = view.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(NUMBER["price"]) + 20, ROW_PX // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert keys(view) == [2, 3, 1]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert keys(view) == [1, 3, 2]


def test_a_new_generation_starts_from_empty(view):
    view.draw(OrdersPicture(2, 1, (order(9),)))
    assert keys(view) == [9] and view.look() == RowsLook(2, 1)


def test_filter_and_open_only(view, qtbot):
    view.draw(OrdersPicture(1, 4, (order(2, state=OrderState.FILLED, leaves=0),)))
    qtbot.keyClicks(view.filter, "filled")
    assert keys(view) == [2] and view.said.text() == "1 of 3 orders"
    view.filter.clear()
    qtbot.mouseClick(view.open_only, Qt.MouseButton.LeftButton)
    assert keys(view) == [3, 1]
    view.draw(OrdersPicture(1, 5, (order(3, state=OrderState.CANCELLED, leaves=0),)))
    assert keys(view) == [1]


def test_delete_cancels_what_is_chosen_and_open(view, qtbot):
    view.draw(OrdersPicture(1, 4, (order(2, state=OrderState.FILLED, leaves=0),)))
    view.table.selectAll()
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
    view.table.selectRow(0)
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
    view.table.selectRow(0)
    qtbot.keyClick(view.table, Qt.Key.Key_R)
    view.draw(OrdersPicture(1, 4, (order(3, state=OrderState.FILLED, leaves=0),)))
    assert not view.editor.send.isEnabled() and "filled" in view.editor.error.text()
    with qtbot.assertNotEmitted(view.asked):
        qtbot.keyClick(view.editor.qty, Qt.Key.Key_Return)
    qtbot.keyClick(view.editor.qty, Qt.Key.Key_Escape)
    assert not view.editor.isVisible()


def test_a_replacement_below_what_is_filled_is_not_asked_for():
    with pytest.raises(FieldError, match="filled already") as error:
        replace(order(1, filled=LOT // 2), "0.5", "6190.00")
    assert error.value.field == "qty"


def test_copies_carry_every_digit_and_plain_signs(view, qtbot):
    view.table.selectRow(2)
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, line = QGuiApplication.clipboard().text().splitlines()
    said = dict(zip(head.split("\t"), line.split("\t"), strict=True))
    assert said["Qty"] == "1.00000000" and said["Price"] == "6190.84" and said["Time"].startswith("2018-07-13T20:47:18.")


def test_the_shown_rows_are_exported(view, qtbot, tmp_path):
    dialog = view.export_csv()
    assert not dialog.isModal() or isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "out.csv"))
    with (tmp_path / "out.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Id"] for row in rows] == ["3", "2", "1"] and view.said.text() == "3 rows exported to out.csv"
    dialog.fileSelected.emit(str(tmp_path / "missing" / "out.csv"))
    assert "Not exported" in view.said.text()
    dialog.close()


def test_a_changed_cell_flashes_and_settles(view, qtbot):
    view.draw(OrdersPicture(1, 4, (order(2, price=619_300),)))
    assert view.table.flash.is_lit((2, NUMBER["price"])) and not view.table.flash.is_lit((2, NUMBER["qty"]))
    qtbot.waitUntil(lambda: not view.table.flash.is_lit((2, NUMBER["price"])))


def test_new_rows_do_not_move_what_a_scrolled_reader_sees(view, qtbot):
    view.draw(OrdersPicture(1, 60, tuple(order(key) for key in range(4, 60))))
    view.grab()  # a table lays its rows out when it is painted
    bar = view.table.verticalScrollBar()
    bar.setValue(20)
    top = view.rows.key_at(view.table.rowAt(0))
    view.draw(OrdersPicture(1, 63, tuple(order(key) for key in range(60, 63))))
    view.grab()
    assert view.rows.key_at(view.table.rowAt(0)) == top


# fills and positions ----------------------------------------------------------------------------------------------------


def test_fills_add_up(qtbot):
    view = FillsView(THEMES["dark"])
    qtbot.addWidget(view)
    view.draw(FillsPicture(1, 2, (fill(1), fill(2, Side.SELL))))
    view.draw(FillsPicture(1, 3, (fill(3),)))
    assert view.look() == RowsLook(1, 3)
    assert [row.number for row in view.rows.shown_rows()] == [3, 2, 1]
    assert "3 fills, 3 as maker" in view.totals.text() and "bought 1, sold 0.5 BTC" in view.totals.text()
    view.draw(FillsPicture(2, 0, ()))
    assert view.totals.text() == ""


def test_positions_show_fees_and_what_is_left_where_there_is_room(qtbot):
    names = [column.name for column in POSITIONS]
    assert len(shown(POSITIONS, 842)) == len(POSITIONS)
    assert {names[number] for number in shown(POSITIONS, 800)} == set(names) - {"fees", "after"}
    unit = 10**10
    row = PositionRow(1, BTC, 0, 0, 619_100, 5 * unit, 0, LOT, LOT, 7 * unit, -2 * unit)
    texts = dict(zip(names, (column.text(row) for column in POSITIONS), strict=True))
    assert (texts["total"], texts["fees"], texts["after"]) == ("\u25b2 +5.00", "7.00", "\u25bc \u22122.00")
    view = PositionsView(THEMES["dark"])
    qtbot.addWidget(view)
    view.draw(PositionsPicture(1, (row,)))
    assert (view.totals.texts["fees"], view.totals.texts["after"]) == ("7.00", "\u25bc \u22122.00")


def test_positions_and_their_total(qtbot):
    view = PositionsView(THEMES["dark"])
    qtbot.addWidget(view)
    view.draw(PositionsPicture(4, (position(BTC, LOT, LOT * 619_000, 619_100), position(ETH, -10_000, -450_000_000, 45_100))))
    assert view.look() == VersionLook(4)
    texts = [[column.text(row) for column in POSITIONS] for row in view.rows.shown_rows()]
    assert [text[0] for text in texts] == ["BTC-USD", "ETH-USD"]
    assert texts[0][1:5] == ["+1.0000", "6\u202f190.00", "6\u202f191.00", "\u25b2 +1.00"]
    assert texts[1][1:5] == ["\u22121.0000", "450.00", "451.00", "\u25bc \u22121.00"]
    assert view.totals.texts["total"] == "0.00"
    view.draw(PositionsPicture(5, ()))
    assert view.rows.rowCount() == 0 and view.totals.isHidden()


@pytest.mark.parametrize("make", (OrdersView, FillsView, PositionsView))
def test_every_theme_paints_empty_and_full(make, qtbot):
    view = make(THEMES["dark"])
    qtbot.addWidget(view)
    view.resize(640, 160)
    for theme in THEMES.values():
        view.set_theme(theme)
        assert not view.grab().isNull()
    pictures = {
        OrdersView: OrdersPicture(1, 1, (order(1), order(-2, instrument=None, state=OrderState.REFUSED))),
        FillsView: FillsPicture(1, 1, (fill(1),)),
        PositionsView: PositionsPicture(1, (position(BTC, LOT, LOT * 619_000, 619_100),)),
    }
    view.draw(pictures[make])
    assert not view.grab().isNull()
