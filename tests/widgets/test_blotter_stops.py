"""Stops in the orders blotter: their trigger has a column, is exported and kept, and is moved in place."""

import csv

import pytest
from PySide6.QtCore import Qt

from core.domain.enums import OrderState, OrderType, Side, TimeInForce
from core.messages.commands import PlaceOrder, ReplaceOrder, SetLimits
from core.messages.participants import KEEP
from core.messages.terms import Terms
from core.projections.pictures import OrdersPicture
from tests.core.test_projections import Stage
from tests.widgets.blotter_rows import LOT, order
from widgets.blotter.form import FieldError, replace, replaceable
from widgets.blotter.layout import Layout
from widgets.blotter.orders import OrdersView
from widgets.blotter.tables import ORDERS
from widgets.style import THEMES

STOP = order(4, order_type=OrderType.STOP, side=Side.SELL, price=0, trigger=618_000)
STOP_LIMIT = order(5, order_type=OrderType.STOP_LIMIT, side=Side.SELL, price=617_500, trigger=618_200)
TRAILING = order(6, order_type=OrderType.TRAILING_STOP, price=0)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def view(qtbot):
    made = OrdersView(THEMES["dark"])
    qtbot.addWidget(made)
    made.resize(1_000, 240)
    with qtbot.waitExposed(made):
        made.show()
    made.draw(OrdersPicture(1, 3, (order(1), STOP, STOP_LIMIT, TRAILING)))
    return made


def texts(row: object) -> tuple[str, str]:
    return ORDERS.column("price").text(row), ORDERS.column("trigger").text(row)


def test_no_stop_reads_market_before_it_has_fired(view):
    assert texts(STOP) == ("stop", "6\u202f180.00") and texts(STOP_LIMIT) == ("6\u202f175.00", "6\u202f182.00")
    assert texts(TRAILING) == ("stop", "trails") and texts(order(1)) == ("6\u202f190.84", "\u2013")
    fired = order(4, order_type=OrderType.STOP, price=0, trigger=618_000, fired_at=1, state=OrderState.FILLED)
    assert texts(fired) == ("market", "6\u202f180.00")
    assert texts(order(7, order_type=OrderType.MARKET, price=0))[0] == "market"
    assert "trigger" in Layout(ORDERS.columns).names(640), "before the average of fills that a waiting order does not have"


def test_the_trigger_sorts_filters_and_stays_in_a_saved_view(view, qtbot):
    view.table.sort("trigger", True)
    assert [row.key for row in view.rows.shown_rows()][:2] == [5, 4]
    kept = view.panel.now("stops")
    view.panel.as_ever()
    view.table.layout_.toggle("trigger", 1_000)
    assert "trigger" not in view.table.layout_.names(1_000), "the chooser hides it"
    view.panel.show_view(kept)
    assert view.panel.now("stops") == kept and kept.sort == "trigger"
    filters = view.table.filters
    qtbot.keyClick(view.table, Qt.Key.Key_F)
    filters.edit("trigger")
    qtbot.keyClicks(filters.field, "> 6181")
    assert [row.key for row in view.rows.shown_rows()] == [5]


def test_the_trigger_is_exported_in_english_with_all_digits(view, qtbot, tmp_path):
    dialog = view.panel.export_file("csv")
    dialog.fileSelected.emit(str(tmp_path / "out.csv"))
    dialog.close()
    qtbot.waitUntil(lambda: view.panel.writing is None)
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as file:
        rows = {row["Id"]: (row["Price"], row["Trigger"]) for row in csv.DictReader(file)}
    assert rows == {"1": ("6190.84", ""), "4": ("", "6180.00"), "5": ("6175.00", "6182.00"), "6": ("", "")}


def test_the_editor_moves_a_stops_trigger_and_shows_no_price(view, qtbot):
    view.table.choose(4)
    qtbot.keyClick(view.table, Qt.Key.Key_R)
    editor = view.editor
    assert editor.trigger.isVisible() and editor.price.isHidden() and editor.trigger.text() == "6180.00"
    editor.trigger.setText("0")
    with qtbot.assertNotEmitted(view.asked):
        qtbot.keyClick(editor.trigger, ENTER)
    assert editor.trigger.is_wrong() and editor.error.text() == "The trigger must be more than zero."
    editor.trigger.setText("6178.50")
    with qtbot.waitSignal(view.asked) as asked:
        qtbot.keyClick(editor.trigger, ENTER)
    assert asked.args == [ReplaceOrder(4, LOT, 0, 617_850)]
    view.table.choose(1)
    qtbot.keyClick(view.table, Qt.Key.Key_R)
    assert editor.trigger.isHidden() and editor.price.isVisible()


def test_a_stop_limit_has_both(view, qtbot):
    view.table.choose(5)
    qtbot.keyClick(view.table, Qt.Key.Key_R)
    editor = view.editor
    assert editor.trigger.isVisible() and editor.price.isVisible() and editor.trigger.hasFocus()
    editor.price.setText("6170")
    with qtbot.waitSignal(view.asked) as asked:
        qtbot.keyClick(editor.price, ENTER)
    assert asked.args == [ReplaceOrder(5, LOT, 617_000, 618_200)], "the gate judges its limit from where it fires"


def test_fewer_lots_alone_keep_the_trigger_and_with_it_the_rank():
    assert replace(STOP, "0.5", "", "6180") == ReplaceOrder(4, LOT // 2, 0, KEEP)
    assert replace(STOP, "2", "", "6180") == ReplaceOrder(4, 2 * LOT, 0, 618_000)
    with pytest.raises(FieldError) as error:
        replace(STOP_LIMIT, "1", "6170", "x")
    assert error.value.field == "trigger"


def test_of_a_trailing_stop_the_quantity_is_replaced_by_the_real_desk_too(view, qtbot):
    view.table.choose(6)
    qtbot.keyClick(view.table, Qt.Key.Key_R)
    editor = view.editor
    assert editor.trigger.isHidden() and editor.price.isHidden() and editor.qty.hasFocus()
    editor.qty.setText("2")
    with qtbot.waitSignal(view.asked) as asked:
        qtbot.keyClick(editor.qty, ENTER)
    assert asked.args == [ReplaceOrder(6, 2 * LOT, 0, KEEP)]
    stage = Stage()
    stage.play(2_000)
    stage.tell(SetLimits(1, 10 * LOT, 10**16, 500, 25 * LOT, 20))
    terms = Terms(trail=20_000)
    id = stage.tell(PlaceOrder("t", 1, Side.SELL, OrderType.TRAILING_STOP, LOT, 0, TimeInForce.GTC, 1, terms))
    for qty in ("2", "0.5"):
        row = stage.projections.orders.rows[id]
        stage.tell(replace(row, qty, ""))
        now = stage.projections.orders.rows[id]
        assert (now.qty, now.waits, now.rejection, now.reason) == (row.instrument.parse_qty(qty), True, None, None)
        assert stage.engine.state.venue.books[1].orders[id].special.order_type is OrderType.TRAILING_STOP


def test_what_has_fired_has_no_trigger_to_set(view, qtbot):
    fired = order(5, order_type=OrderType.STOP_LIMIT, price=617_500, trigger=618_200, fired_at=1)
    assert replaceable(fired) and replace(fired, "1", "6170") == ReplaceOrder(5, LOT, 617_000)
    gone = order(6, order_type=OrderType.TRAILING_STOP, price=0, fired_at=1)
    assert not replaceable(gone), "it is a market order now"
    view.draw(OrdersPicture(1, 4, (gone,)))
    view.table.choose(6)
    qtbot.keyClick(view.table, Qt.Key.Key_R)
    assert view.editor.isHidden() and view.said.text() == "Choose a working limit or stop order to replace."
