"""A blotter's hands: filter row, columns, groups, saved views, copies and exports."""

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from core.domain.enums import OrderState, Side
from core.messages.reasons import Reason
from core.projections.pictures import OrdersPicture
from tests.widgets.blotter_rows import ETH, order
from tests.widgets.test_blotter import cell, keys
from widgets.blotter import menus
from widgets.blotter.orders import OrdersView
from widgets.blotter.saved import MOST, PanelViews, SavedView, with_one, wrong_name
from widgets.blotter.tables import ORDERS
from widgets.style import ROW_PX, THEMES

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot):
    made = OrdersView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(900, 240)
    with qtbot.waitExposed(made):
        made.show()
    made.draw(OrdersPicture(1, 3, (order(1), order(2, price=619_200), order(3, price=619_100))))
    return made


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
    assert filters.column == "trigger" and view.rows.texts["price"] == "6191..x"
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


def test_a_new_run_ends_an_export_of_the_last_one(view, qtbot, tmp_path):
    view.draw(OrdersPicture(1, 5000, tuple(order(key) for key in range(1, 20_000))))
    view.panel.export_file("jsonl").fileSelected.emit(str(tmp_path / "out.jsonl"))
    view.draw(OrdersPicture(2, 1, (order(1),)))
    assert view.panel.writing is None and "new run" in view.said.text() and not list(tmp_path.iterdir())
