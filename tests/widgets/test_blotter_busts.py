"""Fills that the exchange undid or corrected, in the blotters: they keep their lines, say so, and count as what they are now."""

import csv

import msgspec

from core.domain.enums import CancelReason, OrderState, Side
from core.domain.fill_state import FillState
from core.projections.pictures import FillsPicture, OrdersPicture
from tests.widgets.blotter_rows import LOT, fill, order
from widgets.blotter.export import csv_lines, tip
from widgets.blotter.orders import OrdersView
from widgets.blotter.tables import FILLS, ORDERS
from widgets.blotter.view import FillsView
from widgets.style import ROW_PX, THEMES


def test_a_fill_that_the_exchange_undid_keeps_its_line_and_counts_for_nothing(qtbot):
    view = FillsView(THEMES["dark"])
    qtbot.addWidget(view)
    view.resize(800, 240)
    view.draw(FillsPicture(1, 2, (fill(1), fill(2, Side.SELL))))
    view.draw(FillsPicture(1, 3, (msgspec.structs.replace(fill(1), state=FillState.BUSTED, why="fat finger"),)))
    assert [row.number for row in view.rows.shown_rows()] == [2, 1]
    assert "1 fill, 1 as maker, 1 busted" in view.said.text() and "bought 0, sold 0.5 BTC" in view.said.text()
    assert view.panel.totals.texts["qty"] == "0.5000" and view.panel.totals.texts["value"] == "3\u202f095.42"
    undone = view.rows.row_of(1)
    assert FILLS.column("state").text(undone) == "Busted" and FILLS.struck(undone) and not FILLS.struck(view.rows.row_of(2))
    assert FILLS.column("qty").tone(undone) == "muted" and FILLS.column("state").tone(undone) == "warning"
    assert "State: Busted" in tip(FILLS.columns, undone) and "counts for nothing (fat finger)" in tip(FILLS.columns, undone)
    assert "state" in view.table.layout_.names(800)
    view.draw(FillsPicture(1, 4, (msgspec.structs.replace(fill(2, Side.SELL), state=FillState.BUSTED),)))
    assert "0 fills, 0 as maker, 2 busted" in view.said.text() and view.panel.totals.texts["qty"] == "0.0000"


def test_a_corrected_fill_says_what_is_true_now_and_what_it_was(qtbot):
    view = FillsView(THEMES["dark"])
    qtbot.addWidget(view)
    now = msgspec.structs.replace(
        fill(1), state=FillState.CORRECTED, qty=LOT // 4, price=619_000, was_qty=LOT // 2, was_price=619_084, why="wrong price",
    )
    view.draw(FillsPicture(1, 1, (now,)))
    assert "bought 0.25, sold 0 BTC" in view.said.text() and FILLS.column("state").text(now) == "Corrected"
    assert "it was 0.50000000 at 6\u202f190.84 (wrong price)" in tip(FILLS.columns, now) and not FILLS.struck(now)


def test_a_busted_line_is_struck_through(qtbot):
    view = FillsView(THEMES["dark"])
    qtbot.addWidget(view)
    view.resize(800, 240)
    row = fill(1)
    found = []
    for one in (row, msgspec.structs.replace(row, state=FillState.BUSTED)):
        view.draw(FillsPicture(1, 1, (one,)))
        view.table.flash.clear()
        shot = view.table.viewport().grab().toImage()
        ratio = shot.devicePixelRatio()
        line = [shot.pixelColor(round(x * ratio), round((ROW_PX // 2) * ratio)) for x in range(8, 700)]
        found.append(len({color.rgb() for color in line}) == 1)
    assert found == [False, True]


def test_an_order_whose_fills_were_all_undone_reads_busted():
    undone = order(1, state=OrderState.FILLED, filled=0, leaves=0, undone=LOT, amended=FillState.BUSTED, trade=7)
    assert ORDERS.column("state").text(undone) == "Busted"
    assert ORDERS.column("state").text(order(2, state=OrderState.FILLED, filled=LOT, leaves=0)) == "Filled"


def part_undone(key: int, **changes: object):  # type: ignore[no-untyped-def]
    """One lot bought at 6000.00 and 7000.00 in two halves, the second of which was busted."""
    return order(key, **({
        "state": OrderState.FILLED, "filled": LOT // 2, "cost": LOT // 2 * 600_000, "leaves": 0, "undone": LOT // 2,
        "amended": FillState.BUSTED, "trade": 7,
    } | changes))


def test_an_order_whose_fills_were_partly_undone_does_not_read_filled(qtbot):
    row = part_undone(1)
    state, why, filled = (ORDERS.column(name) for name in ("state", "why", "filled"))
    assert (state.text(row), state.tone(row), filled.tone(row), why.tone(row)) == ("Part undone", "warning", "warning", "warning")
    assert why.text(row) == "0.50000000 of its fills undone, trade 7 was busted by the exchange"
    assert "State: Filled, part undone" in tip(ORDERS.columns, row) and "Avg price: 6\u202f000.00" in tip(ORDERS.columns, row)
    corrected = part_undone(2, amended=FillState.CORRECTED, undone=0, filled=LOT)
    assert state.text(corrected) == "Filled" and why.text(corrected) == "trade 7 was corrected by the exchange"
    assert (state.text(order(3, state=OrderState.FILLED, filled=LOT, leaves=0)), filled.tone(order(3))) == ("Filled", "text")
    gone = part_undone(4, state=OrderState.CANCELLED, cancel_reason=CancelReason.REQUESTED)
    assert state.text(gone) == "Cancelled" and filled.tone(gone) == "warning" and "trade 7 was busted" in why.text(gone)


def test_what_was_undone_is_in_no_total_and_is_sorted_filtered_and_exported_as_it_reads(qtbot):
    view = OrdersView(THEMES["dark"])
    qtbot.addWidget(view)
    view.resize(1000, 240)
    whole = order(2, state=OrderState.FILLED, filled=LOT, cost=LOT * 900_000, leaves=0)
    view.draw(OrdersPicture(1, 3, (order(1), whole, part_undone(3))))
    totals = view.panel.totals.texts
    assert totals["filled"] == "1.5000" and totals["average"] == "8\u202f000.00"
    view.table.sort("state", False)
    assert [row.key for row in view.rows.shown_rows()] == [2, 3, 1]
    view.table.filter("state", "part undone")
    assert [row.key for row in view.rows.shown_rows()] == [3]
    head, cells = csv.reader("".join(csv_lines(ORDERS.columns, [part_undone(3)])).splitlines())
    written = dict(zip(head, cells, strict=True))
    assert (written["State"], written["Filled"], written["Avg price"]) == ("Filled, part undone", "0.50000000", "6000.00")
    assert written["Why"] == "0.50000000 of its fills undone, trade 7 was busted by the exchange"
