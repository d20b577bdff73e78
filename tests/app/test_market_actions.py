"""What the ladder, the watchlist and the tape can do, by menu and palette from anywhere: the panel is shown and does it."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from core.domain.enums import Side
from core.domain.instrument import Instrument
from core.domain.units import InstrumentId
from core.messages.commands import CancelAllOrders
from core.projections.watch_pictures import WatchPicture
from tests.app.plain_panels import opened
from tests.widgets.ladder_desk import picture
from widgets.panels import PANELS


@pytest.fixture
def window(qtbot):
    made = opened(qtbot, [panel for panel in PANELS if panel.id in ("watchlist", "ladder", "tape")])
    listed = tuple(Instrument(InstrumentId(n), f"C{n}-USD", "X", f"C{n}", "USD", 2, 8, 1, 1) for n in (1, 2, 3))
    made.view("watchlist").draw(WatchPicture(1, 1, listed, (), 0))
    made.view("ladder").draw(picture(made.view("ladder").look()))
    yield made
    QApplication.instance().setStyleSheet("")


def test_a_ladder_cancels_one_side_or_both_by_menu_and_palette(window):
    asked = []
    window.asked.connect(asked.append)
    sides = {"ladder_cancel_bids": Side.BUY, "ladder_cancel_all": None, "ladder_cancel_asks": Side.SELL}
    for id in sides:
        row = next(row for row in window.rows if row.id == id)
        assert row.menu == "Trade" and row.key and row.inside == id.replace("_", ".", 1)
        window.actions_by_id[id].trigger()
    assert asked == [CancelAllOrders(InstrumentId(1), side) for side in sides.values()]
    second = window.docking.open("ladder.2")
    window.focus_panel("ladder.2")
    window.actions_by_id["ladder_cancel_bids"].trigger()
    assert len(asked) == 3 and "no instrument" in second.view.trade.status.text(), "the one in focus, which shows nothing yet"
    drawn = replace(picture(second.view.look()), instrument=Instrument(InstrumentId(2), "C2-USD", "X", "C2", "USD", 2, 8, 1, 1))
    second.view.draw(drawn)
    window.actions_by_id["ladder_cancel_bids"].trigger()
    window.focus_panel("watchlist")
    window.actions_by_id["ladder_cancel_bids"].trigger()
    assert asked[3:] == [CancelAllOrders(InstrumentId(2), Side.BUY), CancelAllOrders(InstrumentId(1), Side.BUY)]


def test_each_shows_its_panel_and_does_it(window):
    ladder, watchlist, tape = (window.view(id) for id in ("ladder", "watchlist", "tape"))

    def run(id: str) -> None:
        panel = id.partition("_")[0]
        window.docks[panel].close()
        window.actions_by_id[id].trigger()
        assert window.docks[panel].isVisible(), id

    run("ladder_toggle_profits")
    assert ladder.viewing.profits.isChecked()
    run("ladder_edit_size")
    assert ladder.trade.sizes.is_editing()
    run("tape_toggle_merge")
    run("tape_toggle_own")
    assert tape.merge.isChecked() and tape.own.isChecked()
    run("watchlist_toggle_dense")
    assert watchlist.is_dense()
    watchlist.remove()
    run("watchlist_show_all")
    assert len(watchlist.symbols.entries) == 3 and watchlist.symbols.own is None
    run("watchlist_open_add")
    assert watchlist.add.isVisible() and watchlist.add.field.hasFocus()
