"""Link groups: panels that show the same instrument, what a panel of none shows, and what of it a workspace keeps."""

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from app.workspace import Workspace
from tests.app.plain_panels import opened, table


@pytest.fixture
def window(qtbot):
    yield opened(qtbot, table())
    QApplication.instance().setStyleSheet("")


@pytest.fixture
def other(qtbot):
    return opened(qtbot, table())


def file(tmp_path):
    return tmp_path / "workspace.json"


def test_each_link_group_has_its_own_instrument(window):
    docking = window.docking
    twin = docking.duplicate(window.docks["chart"])
    docking.link(twin, "B")
    docking.links.choose("A", 7)
    docking.links.choose("B", 9)
    assert (window.view("chart").instrument, twin.view.instrument) == (7, 9)
    docking.link(window.docks["ladder"], "B")
    assert window.view("ladder").instrument == 9
    docking.link(window.docks["ladder"], "")
    docking.links.choose("B", 11)
    assert window.view("ladder").instrument == 9
    docking.link(window.docks["watchlist"], "B")
    window.view("watchlist").chosen.emit(13)
    assert (window.view("chart").instrument, twin.view.instrument) == (7, 13)
    assert docking.duplicate(twin).view.instrument == 13
    docking.link(window.docks["watchlist"], "")
    window.view("watchlist").chosen.emit(15)
    assert twin.view.instrument == 13
    docking.link(window.docks["orders"], "B")
    assert window.docks["orders"].link == ""


def test_a_panel_of_no_group_goes_on_with_its_instrument_when_it_is_made_anew(window):
    docking = window.docking
    docking.links.choose("A", 7)
    docking.link(window.docks["ladder"], "")
    docking.links.choose("A", 9)
    twin = docking.duplicate(window.docks["ladder"])
    assert twin.link == "" and twin.view.instrument == 7
    docking.links.choose_in(twin, 11)
    window.renew()
    assert (window.view("ladder").instrument, window.view("chart").instrument, twin.view.instrument) == (7, 9, 11)


def test_what_is_shown_comes_back_by_name_once_it_is_listed(window, other, tmp_path):
    docking, kept = window.docking, Workspace(file(tmp_path))
    docking.links.listed = lambda: {7: "X:SEVEN", 9: "X:NINE", 11: "X:ELEVEN"}
    docking.links.choose("A", 7)
    docking.link(window.docks["ladder"], "")
    docking.links.choose("A", 9)
    docking.links.choose("B", 11)
    assert kept.save(window) == kept.restore(other) == ""
    assert (other.view("ladder").instrument, other.view("chart").instrument) == (0, 0), "nothing is listed yet"
    assert kept.save(other) == "", "what waits is kept too"
    other.docking.links.listed = lambda: {1: "X:NINE", 2: "X:SEVEN"}
    other.docking.links.meet()
    assert (other.view("ladder").instrument, other.view("chart").instrument) == (2, 1)
    other.docking.links.meet()
    other.docking.links.choose("A", 2)
    assert msgspec.json.decode(other.docking.links.memo()) == {
        "groups": {"A": "X:SEVEN", "B": "X:ELEVEN"}, "panels": {"ladder": "X:SEVEN"},
    }
    other.docking.link(other.docks["watchlist"], "B")
    other.docking.links.listed = lambda: {1: "X:NINE", 2: "X:SEVEN", 5: "X:ELEVEN"}
    other.docking.links.meet()
    assert other.view("watchlist").instrument == 5 and other.view("chart").instrument == 2, "who chose since is not overruled"
    assert other.docking.recall({"links": "nonsense"}) == ["the instruments shown"]


def test_a_choice_is_kept_soon_after(window, qtbot):
    with qtbot.waitSignal(window.docking.memo_changed, timeout=5000):
        window.docking.links.choose("A", 7)


def test_the_chip_says_its_group_and_offers_the_others(window, qtbot):
    dock = window.docks["chart"]
    assert dock.title.chip.text() == "A" and "group A" in dock.title.chip.accessibleName()
    window.docking.link(dock, "C")
    assert dock.title.chip.text() == "C"
    window.docking.link(dock, "")
    assert dock.title.chip.toolTip().startswith("Not linked")
    assert not window.docks["orders"].title.chip.isVisible()
    assert [text for text, _, in_force in dock.links() if in_force] == ["Not linked"]
    words = [text for text, _, _ in dock.offers()]
    assert words[:2] == ["Float", "Duplicate"] and words[-2:] == ["Move to a new window", "Close"]
