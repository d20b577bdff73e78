"""What the ladder, the watchlist and the tape can do, by menu and palette from anywhere: the panel is shown and does it."""

import pytest
from PySide6.QtWidgets import QApplication

from core.domain.instrument import Instrument
from core.domain.units import InstrumentId
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
